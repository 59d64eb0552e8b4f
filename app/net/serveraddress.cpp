// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/serveraddress.h"

#include <QHostAddress>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

namespace {

bool isThisMachine(const QString &host)
{
    return host == "localhost"_L1 || host.endsWith(".localhost"_L1)
           || QHostAddress(host).isLoopback();
}

Error invalid(const QString &typed)
{
    return {.code = ErrorCode::Invalid,
            .key = "server.address_invalid",
            .detail = u"Not the address of a server: %1"_s.arg(typed),
            .params = {{u"typed"_s, typed}}};
}

} // namespace

Result<ServerAddress> ServerAddress::parse(const QString &typed)
{
    const QString text = typed.trimmed();
    const bool hasScheme = text.contains("://"_L1);
    const QUrl url(hasScheme ? text : u"deskbell://"_s + text, QUrl::StrictMode);
    const QString path = url.path();
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery()
        || url.hasFragment() || (!path.isEmpty() && path != "/"_L1)) {
        return fail(invalid(typed));
    }
    ServerAddress address;
    address.host = url.host();
    const QString scheme = url.scheme();
    if (scheme == "https"_L1 || scheme == "http"_L1)
        address.scheme = scheme == "https"_L1 ? Scheme::Https : Scheme::Http;
    else if (scheme == "deskbell"_L1)
        address.scheme = isThisMachine(address.host) ? Scheme::Http : Scheme::Https;
    else
        return fail(invalid(typed));
    address.port = quint16(url.port(defaultPort));
    if (address.port == 0)
        return fail(invalid(typed));
    return address;
}

QString ServerAddress::hostAndPort() const
{
    const QString shown = host.contains(u':') ? u"[%1]"_s.arg(host) : host;
    return u"%1:%2"_s.arg(shown).arg(port);
}

QString ServerAddress::display() const
{
    if (isEmpty())
        return {};
    QString text = hostAndPort();
    if (port == defaultPort)
        text.truncate(text.lastIndexOf(u':'));
    const Scheme usual = isThisMachine(host) ? Scheme::Http : Scheme::Https;
    if (scheme != usual)
        text.prepend(scheme == Scheme::Https ? "https://"_L1 : "http://"_L1);
    return text;
}

QUrl ServerAddress::url(const QString &path) const
{
    QUrl url;
    url.setScheme(scheme == Scheme::Https ? u"https"_s : u"http"_s);
    url.setHost(host);
    url.setPort(port);
    url.setPath("/api/v1"_L1 + path);
    return url;
}

} // namespace Deskbell::App
