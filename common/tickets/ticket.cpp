// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/tickets/ticket.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

namespace {

/// assignedTo and customerId say again what assignee and requester say; they must agree.
void readAliases(JsonReader &reader, const Ticket &ticket)
{
    AccountId assignedTo;
    AccountId customerId;
    reader.id("assignedTo"_L1, assignedTo, Presence::RequiredNullable);
    reader.id("customerId"_L1, customerId, Presence::Required);
    if (assignedTo != (ticket.assignee ? ticket.assignee->id : AccountId()))
        reader.fault("assignedTo"_L1, "invalid");
    if (customerId != ticket.requester.id)
        reader.fault("customerId"_L1, "invalid");
}

void readDetails(JsonReader &reader, Ticket &ticket)
{
    if (!reader.has("allowedActions"_L1))
        return;
    // Together or not at all: lists go without.
    const Presence presence = reader.isDescribing() ? Presence::Optional : Presence::Required;
    TicketDetails details;
    reader.children("allowedTransitions"_L1, details.allowedTransitions, presence);
    reader.enumValues("allowedActions"_L1, details.allowedActions, presence);
    reader.children("attachments"_L1, details.attachments, presence);
    reader.children("replies"_L1, details.replies, presence);
    reader.child("rating"_L1, details.rating, Presence::Optional);
    reader.enumValue("watching"_L1, details.watching, Presence::Nullable);
    reader.children("steps"_L1, details.steps, Presence::Optional);
    reader.child("serviceClocks"_L1, details.serviceClocks, Presence::Optional);
    ticket.details = details;
}

} // namespace

QDateTime Ticket::nextDueAt() const
{
    const QDateTime promised = serviceLevel ? serviceLevel->dueAt : QDateTime();
    if (!dueAt.isValid() || !promised.isValid())
        return dueAt.isValid() ? dueAt : promised;
    return std::min(dueAt, promised);
}

void read(JsonReader &reader, Ticket &ticket)
{
    reader.id("id"_L1, ticket.id, Presence::Required);
    reader.text("number"_L1, ticket.number, Presence::Required);
    reader.child("desk"_L1, ticket.desk, Presence::Required);
    reader.text("title"_L1, ticket.title, Presence::Required);
    reader.text("description"_L1, ticket.description, Presence::Required);
    reader.text("status"_L1, ticket.status, Presence::Required);
    reader.text("statusLabel"_L1, ticket.statusLabel, Presence::Required);
    reader.text("statusReason"_L1, ticket.statusReason, Presence::Required);
    reader.enumValue("statusCategory"_L1, ticket.statusCategory, Presence::Required);
    reader.enumValue("priority"_L1, ticket.priority, Presence::Required);
    reader.child("category"_L1, ticket.category, Presence::RequiredNullable);
    reader.child("requester"_L1, ticket.requester, Presence::Required);
    reader.child("assignee"_L1, ticket.assignee, Presence::RequiredNullable);
    reader.child("team"_L1, ticket.team, Presence::RequiredNullable);
    reader.enumValue("visibility"_L1, ticket.visibility, Presence::Required);
    reader.texts("tags"_L1, ticket.tags, Presence::Required);
    reader.time("dueAt"_L1, ticket.dueAt, Presence::RequiredNullable);
    reader.child("serviceLevel"_L1, ticket.serviceLevel, Presence::RequiredNullable);
    reader.child("approvalTemplate"_L1, ticket.approvalTemplate, Presence::RequiredNullable);
    reader.object("customFields"_L1, ticket.customFields, Presence::Required);
    reader.time("createdAt"_L1, ticket.createdAt, Presence::Required);
    reader.child("createdBy"_L1, ticket.createdBy, Presence::RequiredNullable);
    reader.time("updatedAt"_L1, ticket.updatedAt, Presence::Required);
    reader.child("updatedBy"_L1, ticket.updatedBy, Presence::RequiredNullable);
    reader.time("firstResponseAt"_L1, ticket.firstResponseAt, Presence::RequiredNullable);
    reader.time("resolvedAt"_L1, ticket.resolvedAt, Presence::RequiredNullable);
    reader.time("closedAt"_L1, ticket.closedAt, Presence::RequiredNullable);
    reader.time("deletedAt"_L1, ticket.deletedAt, Presence::RequiredNullable);
    reader.integer("viewCount"_L1, ticket.viewCount, Presence::Required, 0);
    reader.integer("reopenCount"_L1, ticket.reopenCount, Presence::Required, 0);
    reader.integer("version"_L1, ticket.version, Presence::Required, 1);
    readAliases(reader, ticket);
    readDetails(reader, ticket);
    reader.child("match"_L1, ticket.match, Presence::Optional);
}

QJsonObject toJson(const Ticket &ticket)
{
    QJsonObject object{
            {u"id"_s, ticket.id.value()},
            {u"number"_s, ticket.number},
            {u"desk"_s, toJson(ticket.desk)},
            {u"title"_s, ticket.title},
            {u"description"_s, ticket.description},
            {u"status"_s, ticket.status},
            {u"statusLabel"_s, ticket.statusLabel},
            {u"statusReason"_s, ticket.statusReason},
            {u"statusCategory"_s, QString(toWire(ticket.statusCategory))},
            {u"priority"_s, QString(toWire(ticket.priority))},
            {u"category"_s, toJson(ticket.category)},
            {u"requester"_s, toJson(ticket.requester)},
            {u"assignee"_s, toJson(ticket.assignee)},
            {u"team"_s, toJson(ticket.team)},
            {u"visibility"_s, QString(toWire(ticket.visibility))},
            {u"tags"_s, QJsonArray::fromStringList(ticket.tags)},
            {u"dueAt"_s, timeToJson(ticket.dueAt)},
            {u"serviceLevel"_s, ticket.serviceLevel ? QJsonValue(toJson(*ticket.serviceLevel))
                                                    : QJsonValue(QJsonValue::Null)},
            {u"approvalTemplate"_s, toJson(ticket.approvalTemplate)},
            {u"customFields"_s, ticket.customFields},
            {u"createdAt"_s, timeToJson(ticket.createdAt)},
            {u"createdBy"_s, toJson(ticket.createdBy)},
            {u"updatedAt"_s, timeToJson(ticket.updatedAt)},
            {u"updatedBy"_s, toJson(ticket.updatedBy)},
            {u"firstResponseAt"_s, timeToJson(ticket.firstResponseAt)},
            {u"resolvedAt"_s, timeToJson(ticket.resolvedAt)},
            {u"closedAt"_s, timeToJson(ticket.closedAt)},
            {u"deletedAt"_s, timeToJson(ticket.deletedAt)},
            {u"viewCount"_s, ticket.viewCount},
            {u"reopenCount"_s, ticket.reopenCount},
            {u"version"_s, ticket.version},
            {u"assignedTo"_s, idToJson(ticket.assignee ? ticket.assignee->id : AccountId())},
            {u"customerId"_s, ticket.requester.id.value()},
    };
    if (ticket.match)
        object[u"match"_s] = toJson(*ticket.match);
    if (ticket.details) {
        QJsonArray actions;
        for (const TicketAction action : ticket.details->allowedActions)
            actions.append(QString(toWire(action)));
        object[u"allowedTransitions"_s] = listToJson(ticket.details->allowedTransitions);
        object[u"allowedActions"_s] = actions;
        object[u"attachments"_s] = listToJson(ticket.details->attachments);
        object[u"replies"_s] = listToJson(ticket.details->replies);
        if (ticket.details->rating)
            object[u"rating"_s] = toJson(*ticket.details->rating);
        if (ticket.details->watching)
            object[u"watching"_s] = QString(toWire(*ticket.details->watching));
        if (!ticket.details->steps.isEmpty())
            object[u"steps"_s] = listToJson(ticket.details->steps);
        if (ticket.details->serviceClocks)
            object[u"serviceClocks"_s] = toJson(*ticket.details->serviceClocks);
    }
    return object;
}

} // namespace Deskbell
