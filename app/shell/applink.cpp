// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/applink.h"

#include <QRegularExpression>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

std::optional<AppLink> AppLink::fromUrl(const QUrl &url)
{
    if (!url.isValid() || url.scheme() != "deskbell"_L1 || url.host().isEmpty() || url.hasQuery()
        || url.hasFragment())
        return std::nullopt;
    QUrl bare = url;
    bare.setPath({});
    const Result<ServerAddress> server = ServerAddress::parse(bare.toString());
    if (!server)
        return std::nullopt;
    AppLink link{.server = *server};
    const QString path = url.path();
    if (path.isEmpty() || path == "/"_L1)
        return link;
    static const QRegularExpression form(u"^/([a-z]{1,20})/([A-Za-z0-9-]{1,40})/?$"_s);
    const QRegularExpressionMatch match = form.match(path);
    if (!match.hasMatch())
        return std::nullopt;
    link.kind = match.captured(1);
    link.id = match.captured(2);
    return link;
}

QUrl AppLink::toUrl() const
{
    QUrl url;
    url.setScheme(u"deskbell"_s);
    url.setHost(server.host);
    url.setPort(server.port);
    if (!kind.isEmpty())
        url.setPath(u"/%1/%2"_s.arg(kind, id));
    return url;
}

} // namespace Deskbell::App
