// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/canned/cannedservice.h"

#include "server/events/eventlog.h"
#include "server/tickets/ticketreferences.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

void read(QueryReader &reader, CannedQuery &query)
{
    QList<TicketId> tickets;
    reader.ids("ticket"_L1, tickets);
    if (tickets.size() > 1)
        reader.fault("ticket"_L1, "invalid");
    else if (!tickets.isEmpty())
        query.ticket = tickets.first();
    reader.paging(query.page);
}

} // namespace Deskbell::Server

namespace Deskbell::Server::CannedService {

namespace {

Result<> announceCanned(Context &context, qint64 id)
{
    auto rows = context.db.run("canned/select_audience", {{":id", id}, {":now", context.now()}});
    if (!rows)
        return fail(rows.error());
    QList<AccountId> audience;
    while (rows->next())
        audience.append(rows->id<AccountId>(0));
    if (audience.isEmpty())
        return {};
    return appendEvent(context, {.type = EventType::CannedReplyUpdated,
                                 .data = {{u"id"_s, id}},
                                 .recipients = audience});
}

constexpr ManagedKind cannedKind{.word = "canned_reply",
                                 .select = "canned/select_canned_reply",
                                 .lock = "canned/lock_canned_reply",
                                 .remove = "canned/delete_canned_reply",
                                 .announce = &announceCanned};

/// The name is all that can be there twice.
Error explainedCanned(const Error &error)
{
    if (error.key != "database.duplicate")
        return error;
    return {.code = ErrorCode::Conflict,
            .key = "canned_reply.name_taken",
            .detail = u"There is a canned reply of this name."_s,
            .fields = {{.field = u"name"_s, .key = "taken"}}};
}

/// Whether a statement that looks for one thing finds it; else Invalid with the field.
Result<> requireFound(Result<Db::Rows> rows, const QString &field)
{
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return fail(Error::invalidField(field, "unknown"));
    return {};
}

/// What it names must fit; what it named before may have gone since.
Result<> requireNamed(Context &context, const CannedDraft &draft, const CannedDraft &before)
{
    if (draft.category != before.category) {
        auto category = TicketReferences::category(context, draft.category, draft.desk);
        if (!category)
            return fail(category.error());
    }
    const MacroActions &actions = draft.actions;
    if (actions.team.isValid() && actions.team != before.actions.team) {
        auto known = requireFound(context.db.run("canned/select_team_known",
                                                 {{":team", actions.team},
                                                  {":desk", draft.desk},
                                                  {":viewer", context.principal.account}}),
                                  u"actions.team"_s);
        if (!known)
            return known;
    }
    const bool names = actions.assignedTo
                       && actions.assignedTo->kind == AssigneeChoice::Kind::Account
                       && actions.assignedTo != before.actions.assignedTo;
    if (!names)
        return {};
    return requireFound(context.db.run("canned/select_assignee_known",
                                       {{":account", actions.assignedTo->account},
                                        {":desk", draft.desk},
                                        {":viewer", context.principal.account}}),
                        u"actions.assignedTo"_s);
}

Result<qint64> insertCanned(Context &context, const CannedDraft &draft)
{
    if (auto fits = requireNamed(context, draft, {}); !fits)
        return fail(fits.error());
    const AccountId self = context.principal.account;
    auto rows
            = context.db.run("canned/insert_canned_reply",
                             {{":scope", toWire(draft.scope)},
                              {":owner", draft.scope == CannedScope::Personal ? self : AccountId()},
                              {":desk", draft.desk},
                              {":name", draft.name},
                              {":category", draft.category},
                              {":body", draft.text},
                              {":internal", draft.isInternal},
                              {":actions", toJson(draft.actions)},
                              {":account", self},
                              {":now", context.now()}});
    if (!rows)
        return fail(explainedCanned(rows.error()));
    rows->next();
    return rows->number(0);
}

Result<> updateCanned(Context &context, CannedReplyId id, const CannedDraft &draft,
                      const CannedDraft &before)
{
    if (auto fits = requireNamed(context, draft, before); !fits)
        return fits;
    auto rows
            = context.db.run("canned/update_canned_reply", {{":id", id},
                                                            {":name", draft.name},
                                                            {":category", draft.category},
                                                            {":body", draft.text},
                                                            {":internal", draft.isInternal},
                                                            {":actions", toJson(draft.actions)},
                                                            {":account", context.principal.account},
                                                            {":now", context.now()}});
    if (!rows)
        return fail(explainedCanned(rows.error()));
    return {};
}

Result<> requireKeeper(Context &context, const CannedDraft &draft)
{
    const Grants &grants = context.principal.grants;
    if (draft.scope == CannedScope::Desk)
        return requireOnNamedDesk(context, Permission::CannedManage, draft.desk);
    if (mayKeepCanned(grants, draft.scope, {}))
        return {};
    return fail(
            Error::forbidden(codeOf(draft.scope == CannedScope::Global ? Permission::CannedManage
                                                                       : Permission::TicketReply)));
}

Result<> checkNumberOfOwn(Context &context)
{
    auto owned = countIn(context.db.run("canned/count_owned_canned_replies",
                                        {{":account", context.principal.account}}));
    if (!owned)
        return fail(owned.error());
    if (*owned < maxCannedReplies)
        return {};
    return fail(Error{.code = ErrorCode::Conflict,
                      .key = "canned_reply.too_many",
                      .detail = u"There are as many canned replies as one may have."_s,
                      .params = {{u"max"_s, maxCannedReplies}}});
}

/// What one does not have is not there.
Authorize authorizeCanned(Context &context)
{
    return [&context](const Entity &current) -> Result<DeskId> {
        auto reply = valueOf<CannedReply>(current);
        if (!reply)
            return fail(reply.error());
        auto rows = context.db.run("canned/select_canned_reader",
                                   {{":id", reply->id}, {":viewer", context.principal.account}});
        if (!rows)
            return fail(rows.error());
        if (!rows->next())
            return fail(Error::notFound(QString::fromLatin1(cannedKind.word)));
        const DeskId desk = reply->desk ? reply->desk->id : DeskId();
        if (!mayKeepCanned(context.principal.grants, reply->scope, desk))
            return fail(Error::forbidden(codeOf(Permission::CannedManage)));
        return desk;
    };
}

/// Where a ticket is, which decides what is for it.
struct TicketPlace
{
    DeskId desk = {};
    CategoryId category = {};
};

Result<TicketPlace> placeOf(Context &context, TicketId ticket)
{
    if (!ticket.isValid())
        return TicketPlace{};
    auto rows = context.db.run("canned/select_ticket_place",
                               {{":ticket", ticket}, {":viewer", context.principal.account}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return fail(Error::notFound(u"ticket"_s));
    return TicketPlace{.desk = rows->id<DeskId>(0), .category = rows->id<CategoryId>(1)};
}

} // namespace

Result<Listed> list(Context &context, const CannedQuery &query)
{
    auto place = placeOf(context, query.ticket);
    if (!place)
        return fail(place.error());
    auto start = nameStart(query.page);
    if (!start)
        return fail(start.error());
    auto rows
            = context.db.run("canned/list_canned_replies", {{":viewer", context.principal.account},
                                                            {":desk", place->desk},
                                                            {":category", place->category},
                                                            {":after_name", start->name},
                                                            {":after_id", start->id},
                                                            {":skipped", start->skipped},
                                                            {":limit", query.page.pageSize + 1}});
    if (!rows)
        return fail(rows.error());
    return readNamedPage(*rows, query.page, [&] {
        return countIn(context.db.run("canned/count_canned_replies",
                                      {{":viewer", context.principal.account},
                                       {":desk", place->desk},
                                       {":category", place->category}}));
    });
}

Result<Entity> create(Context &context, const CannedDraft &draft)
{
    if (auto keeper = requireKeeper(context, draft); !keeper)
        return fail(keeper.error());
    return createManaged(context, cannedKind, draft.desk, [&]() -> Result<qint64> {
        auto checked
                = draft.scope == CannedScope::Personal ? checkNumberOfOwn(context) : Result<>();
        if (!checked)
            return fail(checked.error());
        return insertCanned(context, draft);
    });
}

Result<Entity> change(Context &context, CannedReplyId id, const CannedPatch &patch,
                      const std::optional<int> &version)
{
    const auto apply = [&](const Entity &before) -> Result<bool> {
        auto reply = valueOf<CannedReply>(before);
        if (!reply)
            return fail(reply.error());
        const CannedDraft old = draftOf(*reply);
        CannedDraft draft = old;
        Deskbell::apply(patch, draft);
        if (draft == old)
            return false;
        if (const auto faults = validate(draft); !faults.isEmpty())
            return fail(invalidInput(faults));
        if (auto written = updateCanned(context, id, draft, old); !written)
            return fail(written.error());
        return true;
    };
    return changeManaged(context, cannedKind, id.value(), version, authorizeCanned(context), apply);
}

Result<> remove(Context &context, CannedReplyId id, const std::optional<int> &version)
{
    return removeManaged(context, cannedKind, id.value(), version, authorizeCanned(context),
                         [](const Entity &) -> Result<> { return {}; });
}

} // namespace Deskbell::Server::CannedService
