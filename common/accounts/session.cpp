// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/accounts/session.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, Session &session)
{
    reader.id("id"_L1, session.id, Presence::Required);
    reader.text("userAgent"_L1, session.userAgent, Presence::Required);
    reader.text("peer"_L1, session.peer, Presence::Required);
    reader.time("createdAt"_L1, session.createdAt, Presence::Required);
    reader.time("lastUsedAt"_L1, session.lastUsedAt, Presence::Required);
    reader.time("expiresAt"_L1, session.expiresAt, Presence::Required);
    reader.flag("current"_L1, session.current, Presence::Required);
}

QJsonObject toJson(const Session &session)
{
    return {{u"id"_s, session.id.value()},
            {u"userAgent"_s, session.userAgent},
            {u"peer"_s, session.peer},
            {u"createdAt"_s, timeToJson(session.createdAt)},
            {u"lastUsedAt"_s, timeToJson(session.lastUsedAt)},
            {u"expiresAt"_s, timeToJson(session.expiresAt)},
            {u"current"_s, session.current}};
}

} // namespace Deskbell
