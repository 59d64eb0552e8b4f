// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/me.h"

#include <QJsonArray>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

Result<Me> Me::fromJson(const QJsonObject &json)
{
    Me me{.id = AccountId(json[u"id"].toInteger()),
          .username = json[u"username"].toString(),
          .displayName = json[u"displayName"].toString(),
          .email = json[u"email"].toString()};
    if (!me.id.isValid())
        return fail({.code = ErrorCode::Malformed,
                     .key = "answer.unreadable",
                     .detail = u"An account without an id."_s});
    const QJsonArray permissions = json[u"permissions"].toArray();
    for (const QJsonValue &permission : permissions)
        me.permissions.insert(permission.toString().toLatin1());
    return me;
}

} // namespace Deskbell::App
