// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/presence/ticketpresence.h"

#include "common/base/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, PresentPerson &present)
{
    reader.child("person"_L1, present.person, Presence::Required);
    reader.enumValue("state"_L1, present.state, Presence::Required);
}

QJsonObject toJson(const PresentPerson &present)
{
    return {{u"person"_s, toJson(present.person)}, {u"state"_s, QString(toWire(present.state))}};
}

void read(JsonReader &reader, TicketClaim &claim)
{
    reader.child("person"_L1, claim.person, Presence::Required);
    reader.time("expiresAt"_L1, claim.expiresAt, Presence::Required);
}

QJsonObject toJson(const TicketClaim &claim)
{
    return {{u"person"_s, toJson(claim.person)}, {u"expiresAt"_s, timeToJson(claim.expiresAt)}};
}

void read(JsonReader &reader, TicketPresence &presence)
{
    reader.id("ticketId"_L1, presence.ticketId, Presence::Required);
    reader.children("people"_L1, presence.people, Presence::Required);
    reader.child("claim"_L1, presence.claim, Presence::RequiredNullable);
}

QJsonObject toJson(const TicketPresence &presence)
{
    return {{u"ticketId"_s, presence.ticketId.value()},
            {u"people"_s, listToJson(presence.people)},
            {u"claim"_s,
             presence.claim ? QJsonValue(toJson(*presence.claim)) : QJsonValue(QJsonValue::Null)}};
}

void read(JsonReader &reader, PresenceReport &report)
{
    reader.enumValue("state"_L1, report.state, Presence::Required);
}

QJsonObject toJson(const PresenceReport &report)
{
    return {{u"state"_s, QString(toWire(report.state))}};
}

} // namespace Deskbell
