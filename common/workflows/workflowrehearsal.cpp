// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/workflows/workflowrehearsal.h"

#include "common/base/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

namespace {

void readStatusMap(JsonReader &reader, StatusMap &map)
{
    QJsonObject object;
    reader.object("statusMap"_L1, object, Presence::Optional);
    for (auto member = object.constBegin(); member != object.constEnd(); ++member) {
        if (member->isString())
            map.insert(member.key(), member->toString());
        else
            reader.fault("statusMap"_L1, "wrong_type");
    }
}

} // namespace

QJsonObject statusMapToJson(const StatusMap &map)
{
    QJsonObject object;
    for (auto target = map.cbegin(); target != map.cend(); ++target)
        object[target.key()] = target.value();
    return object;
}

void read(JsonReader &reader, RehearsalRequest &request)
{
    reader.child("definition"_L1, request.definition, Presence::Required);
    readStatusMap(reader, request.statusMap);
}

QJsonObject toJson(const RehearsalRequest &request)
{
    return {{u"definition"_s, toJson(request.definition)},
            {u"statusMap"_s, statusMapToJson(request.statusMap)}};
}

QList<FieldError> validate(const RehearsalRequest &request)
{
    return validateMember(request.definition)
           + statusMapFaults(request.statusMap, request.definition);
}

void read(JsonReader &reader, MigrationRequest &request)
{
    readStatusMap(reader, request.statusMap);
    reader.flag("continued"_L1, request.continued, Presence::Optional);
}

QJsonObject toJson(const MigrationRequest &request)
{
    QJsonObject object{{u"statusMap"_s, statusMapToJson(request.statusMap)}};
    if (request.continued)
        object[u"continued"_s] = true;
    return object;
}

QList<FieldError> statusMapFaults(const StatusMap &map, const WorkflowDefinition &definition)
{
    QList<FieldError> faults;
    for (auto target = map.cbegin(); target != map.cend(); ++target) {
        if (!definition.status(target.value())) {
            faults.append({.field = u"statusMap."_s + target.key(),
                           .key = "unknown_status",
                           .params = {{u"status"_s, target.value()}}});
        }
    }
    return faults;
}

void read(JsonReader &reader, RehearsedStatus &status)
{
    reader.integer("number"_L1, status.number, Presence::Required, 1);
    reader.text("status"_L1, status.status, Presence::Required);
    reader.text("label"_L1, status.label, Presence::Required);
    reader.text("to"_L1, status.to, Presence::Required);
    reader.integer("tickets"_L1, status.tickets, Presence::Required, 0);
    reader.integer("stranded"_L1, status.stranded, Presence::Required, 0);
    reader.enumValue("stranding"_L1, status.stranding, Presence::Required);
}

QJsonObject toJson(const RehearsedStatus &status)
{
    return {{u"number"_s, status.number},
            {u"status"_s, status.status},
            {u"label"_s, status.label},
            {u"to"_s, status.to},
            {u"tickets"_s, status.tickets},
            {u"stranded"_s, status.stranded},
            {u"stranding"_s, QString(toWire(status.stranding))}};
}

void read(JsonReader &reader, StrandedTicket &ticket)
{
    reader.id("id"_L1, ticket.id, Presence::Required);
    reader.text("number"_L1, ticket.number, Presence::Required);
    reader.text("title"_L1, ticket.title, Presence::Required);
    reader.text("status"_L1, ticket.status, Presence::Required);
    reader.enumValue("stranding"_L1, ticket.stranding, Presence::Required);
}

QJsonObject toJson(const StrandedTicket &ticket)
{
    return {{u"id"_s, ticket.id.value()},
            {u"number"_s, ticket.number},
            {u"title"_s, ticket.title},
            {u"status"_s, ticket.status},
            {u"stranding"_s, QString(toWire(ticket.stranding))}};
}

void read(JsonReader &reader, Rehearsal &rehearsal)
{
    reader.integer("number"_L1, rehearsal.number, Presence::Required, 1);
    reader.children("changes"_L1, rehearsal.changes, Presence::Required);
    reader.children("statuses"_L1, rehearsal.statuses, Presence::Required);
    reader.integer("tickets"_L1, rehearsal.tickets, Presence::Required, 0);
    reader.integer("stranded"_L1, rehearsal.stranded, Presence::Required, 0);
    reader.children("strandedTickets"_L1, rehearsal.strandedTickets, Presence::Required);
}

QJsonObject toJson(const Rehearsal &rehearsal)
{
    return {{u"number"_s, rehearsal.number},
            {u"changes"_s, listToJson(rehearsal.changes)},
            {u"statuses"_s, listToJson(rehearsal.statuses)},
            {u"tickets"_s, rehearsal.tickets},
            {u"stranded"_s, rehearsal.stranded},
            {u"strandedTickets"_s, listToJson(rehearsal.strandedTickets)}};
}

void read(JsonReader &reader, Migration &migration)
{
    reader.integer("number"_L1, migration.number, Presence::Required, 1);
    reader.integer("moved"_L1, migration.moved, Presence::Required, 0);
    reader.integer("changed"_L1, migration.changed, Presence::Required, 0);
    reader.integer("remaining"_L1, migration.remaining, Presence::Required, 0);
}

QJsonObject toJson(const Migration &migration)
{
    return {{u"number"_s, migration.number},
            {u"moved"_s, migration.moved},
            {u"changed"_s, migration.changed},
            {u"remaining"_s, migration.remaining}};
}

} // namespace Deskbell
