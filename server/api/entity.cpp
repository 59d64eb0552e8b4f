// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/entity.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

Result<> checkVersion(const std::optional<int> &wanted, const Entity &current)
{
    if (!wanted || *wanted == current.version)
        return {};
    return fail({.code = ErrorCode::VersionMismatch,
                 .key = "version.mismatch",
                 .detail = u"Somebody else has changed it meanwhile."_s,
                 .params = {{u"current"_s, QJsonDocument::fromJson(current.json).object()}}});
}

} // namespace Deskbell::Server
