// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/bulk/bulk.h"

#include "common/base/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, Bulk &bulk)
{
    reader.id("id"_L1, bulk.id, Presence::Required);
    reader.enumValue("state"_L1, bulk.state, Presence::Required);
    reader.child("change"_L1, bulk.change, Presence::Required);
    reader.integer("total"_L1, bulk.total, Presence::Required, 0);
    reader.integer("waiting"_L1, bulk.waiting, Presence::Required, 0);
    reader.integer("changed"_L1, bulk.changed, Presence::Required, 0);
    reader.integer("unchanged"_L1, bulk.unchanged, Presence::Required, 0);
    reader.integer("refused"_L1, bulk.refused, Presence::Required, 0);
    reader.integer("undone"_L1, bulk.undone, Presence::Required, 0);
    reader.integer("kept"_L1, bulk.kept, Presence::Required, 0);
    reader.time("createdAt"_L1, bulk.createdAt, Presence::Required);
    reader.time("startedAt"_L1, bulk.startedAt, Presence::Required);
    reader.time("endedAt"_L1, bulk.endedAt, Presence::RequiredNullable);
}

QJsonObject toJson(const Bulk &bulk)
{
    return {{u"id"_s, bulk.id.value()},
            {u"state"_s, QString(toWire(bulk.state))},
            {u"change"_s, toJson(bulk.change)},
            {u"total"_s, bulk.total},
            {u"waiting"_s, bulk.waiting},
            {u"changed"_s, bulk.changed},
            {u"unchanged"_s, bulk.unchanged},
            {u"refused"_s, bulk.refused},
            {u"undone"_s, bulk.undone},
            {u"kept"_s, bulk.kept},
            {u"createdAt"_s, timeToJson(bulk.createdAt)},
            {u"startedAt"_s, timeToJson(bulk.startedAt)},
            {u"endedAt"_s, timeToJson(bulk.endedAt)}};
}

void read(JsonReader &reader, BulkTicket &ticket)
{
    reader.id("id"_L1, ticket.id, Presence::Required);
    reader.text("number"_L1, ticket.number, Presence::Required);
    reader.text("title"_L1, ticket.title, Presence::Required);
    reader.enumValue("outcome"_L1, ticket.outcome, Presence::Required);
    reader.object("problem"_L1, ticket.problem, Presence::RequiredNullable);
}

QJsonObject toJson(const BulkTicket &ticket)
{
    return {{u"id"_s, ticket.id.value()},
            {u"number"_s, ticket.number},
            {u"title"_s, ticket.title},
            {u"outcome"_s, QString(toWire(ticket.outcome))},
            {u"problem"_s,
             ticket.problem.isEmpty() ? QJsonValue(QJsonValue::Null) : ticket.problem}};
}

} // namespace Deskbell
