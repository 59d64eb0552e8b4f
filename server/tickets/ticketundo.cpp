// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tickets/ticketundo.h"

#include "common/base/jsonwriter.h"
#include "server/base/environment.h"
#include "server/db/transaction.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::TicketUndo {

namespace {

Error undoConflict(const char *key, const QString &detail)
{
    return {.code = ErrorCode::Conflict, .key = key, .detail = detail};
}

Error changedSince()
{
    return undoConflict("ticket.changed_since", u"The ticket was changed since."_s);
}

/// Names as fieldChanges() has them.
void readValues(JsonReader &reader, StoredTicket &ticket)
{
    reader.text("title"_L1, ticket.title, Presence::Optional);
    reader.text("description"_L1, ticket.description, Presence::Optional);
    reader.text("status"_L1, ticket.status, Presence::Optional);
    reader.enumValue("statusCategory"_L1, ticket.statusCategory, Presence::Optional);
    reader.text("statusReason"_L1, ticket.statusReason, Presence::Optional);
    reader.time("statusChangedAt"_L1, ticket.statusChangedAt, Presence::Optional);
    reader.enumValue("priority"_L1, ticket.priority, Presence::Optional);
    reader.child("category"_L1, ticket.category, Presence::Nullable);
    reader.child("requester"_L1, ticket.requester, Presence::Optional);
    reader.child("assignee"_L1, ticket.assignee, Presence::Nullable);
    reader.child("team"_L1, ticket.team, Presence::Nullable);
    reader.enumValue("visibility"_L1, ticket.visibility, Presence::Optional);
    reader.texts("tags"_L1, ticket.tags, Presence::Optional);
    reader.time("dueAt"_L1, ticket.dueAt, Presence::Nullable);
    reader.child("approvalTemplate"_L1, ticket.approvalTemplate, Presence::Nullable);
    reader.object("customFields"_L1, ticket.customFields, Presence::Optional);
    reader.time("firstResponseAt"_L1, ticket.firstResponseAt, Presence::Nullable);
    reader.time("resolvedAt"_L1, ticket.stamps.resolvedAt, Presence::Nullable);
    reader.time("closedAt"_L1, ticket.stamps.closedAt, Presence::Nullable);
    reader.integer("reopenCount"_L1, ticket.stamps.reopenCount, Presence::Optional, 0);
    reader.time("deletedAt"_L1, ticket.deletedAt, Presence::Nullable);
}

/// The turns of a step workflow have a history of their own, which is not rewritten.
Result<> refuseTurns(Context &context, const StoredTicket &now, const StoredTicket &was)
{
    if (now.status == was.status && now.assignee == was.assignee)
        return {};
    auto definition = workflowOf(context, now.workflow);
    if (!definition)
        return fail(definition.error());
    if ((*definition)->steps.isEmpty())
        return {};
    return fail(undoConflict("ticket.undo_has_consequences",
                             u"The ticket has gone on to another step."_s));
}

Result<> putBack(Context &context, const StoredTicket &now, const QJsonObject &values)
{
    StoredTicket was = now;
    JsonReader reader(values, Unknown::Ignored);
    readValues(reader, was);
    if (const QList<FieldError> faults = reader.finish(); !faults.isEmpty())
        return fail(Error::internal(u"What a ticket was cannot be read: "_s + faults[0].field));
    if (auto free = refuseTurns(context, now, was); !free)
        return free;
    return saveTicket(context, now, was, {.action = "undo", .restores = true}, Touch::Always);
}

} // namespace

QJsonObject valuesOf(const StoredTicket &ticket)
{
    return {{u"status"_s, ticket.status},
            {u"statusCategory"_s, QString(toWire(ticket.statusCategory))},
            {u"statusReason"_s, ticket.statusReason},
            {u"statusChangedAt"_s, timeToJson(ticket.statusChangedAt)},
            {u"priority"_s, QString(toWire(ticket.priority))},
            {u"category"_s, toJson(ticket.category)},
            {u"assignee"_s, toJson(ticket.assignee)},
            {u"team"_s, toJson(ticket.team)},
            {u"visibility"_s, QString(toWire(ticket.visibility))},
            {u"tags"_s, QJsonArray::fromStringList(ticket.tags)},
            {u"firstResponseAt"_s, timeToJson(ticket.firstResponseAt)},
            {u"resolvedAt"_s, timeToJson(ticket.stamps.resolvedAt)},
            {u"closedAt"_s, timeToJson(ticket.stamps.closedAt)},
            {u"reopenCount"_s, ticket.stamps.reopenCount},
            {u"deletedAt"_s, timeToJson(ticket.deletedAt)}};
}

Result<> restore(Context &context, TicketId ticket, int version, const QJsonObject &values)
{
    auto now = lockTicket(context, ticket);
    if (!now)
        return fail(now.error());
    if (now->version != version)
        return fail(changedSince());
    return putBack(context, *now, values);
}

Result<> undoLast(Context &context, TicketId ticket, const std::optional<int> &version)
{
    auto now = lockTicket(context, ticket, version);
    if (!now)
        return fail(now.error());
    auto rows = context.db.run("tickets/select_undoable_change",
                               {{":ticket", ticket}, {":account", context.principal.account}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return fail(changedSince());
    const std::chrono::seconds window = context.environment.settings.editWindow;
    if (rows->time(1).addSecs(window.count()) < context.now())
        return fail(undoConflict("ticket.undo_over", u"It was too long ago to be undone."_s));
    if (rows->flag(3)) {
        return fail(undoConflict("ticket.undo_has_consequences",
                                 u"An approval began or ended by it."_s));
    }
    auto values = parseObject(rows->utf8(0));
    if (!values)
        return fail(Error::internal(values.error().detail));
    if (values->contains("status"_L1))
        values->insert("statusChangedAt"_L1, timeToJson(rows->time(2)));
    return putBack(context, *now, *values);
}

} // namespace Deskbell::Server::TicketUndo
