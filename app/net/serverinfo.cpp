// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/serverinfo.h"

namespace Deskbell::App {

using namespace Qt::StringLiterals;

Result<ServerInfo> ServerInfo::fromJson(const QJsonObject &json)
{
    ServerInfo info{.name = json[u"name"].toString(),
                    .version = json[u"version"].toString(),
                    .apiVersion = json[u"apiVersion"].toInt(),
                    .maxUploadBytes = json[u"limits"][u"maxUploadBytes"].toInteger(),
                    .signUpAllowed = json[u"signUp"].toBool()};
    if (info.apiVersion < 1 || info.version.isEmpty()) {
        return fail({.code = ErrorCode::Network,
                     .key = "server.not_deskbell",
                     .detail = u"Not the answer of a Deskbell server."_s});
    }
    return info;
}

Result<> ServerInfo::checkVersion() const
{
    const auto unfit = [this](const QByteArray &key, int needed) -> Result<> {
        return fail({.code = ErrorCode::Conflict,
                     .key = key,
                     .detail = u"The server speaks version %1."_s.arg(apiVersion),
                     .params = {{u"version"_s, version}, {u"needed"_s, needed}}});
    };
    if (apiVersion < oldestApi)
        return unfit("server.too_old", oldestApi);
    if (apiVersion > newestApi)
        return unfit("server.too_new", newestApi);
    return {};
}

} // namespace Deskbell::App
