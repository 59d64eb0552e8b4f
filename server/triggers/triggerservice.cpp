// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/triggers/triggerservice.h"

#include "common/base/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::TriggerService {

namespace {

constexpr ManagedKind triggerKind{.word = "trigger",
                                  .select = "triggers/select_trigger",
                                  .lock = "triggers/lock_trigger",
                                  .remove = "triggers/delete_trigger"};

bool managesEverywhere(const Context &context)
{
    return context.principal.grants.holdsGlobally(Permission::WorkflowManage);
}

Result<DeskId> authorizeTrigger(const Context &context, const Entity &current)
{
    auto trigger = valueOf<TicketTrigger>(current);
    if (!trigger)
        return fail(trigger.error());
    if (!trigger->desk) {
        if (!managesEverywhere(context))
            return fail(Error::forbidden(codeOf(Permission::WorkflowManage)));
        return DeskId();
    }
    const DeskId desk = trigger->desk->id;
    if (auto allowed = requireOnDesk(context, Permission::WorkflowManage, desk); !allowed)
        return fail(allowed.error());
    return desk;
}

Authorize authorizing(const Context &context)
{
    return [&context](const Entity &current) {
        return authorizeTrigger(context, current);
    };
}

/// `id`: none for a new one.
Result<qint64> writeTrigger(Context &context, TicketTriggerId id, const TicketTriggerDraft &draft)
{
    auto rows = context.db.run(id.isValid() ? "triggers/update_trigger" : "triggers/insert_trigger",
                               {id.isValid() ? Db::Bind(":id", id) : Db::Bind(":desk", draft.desk),
                                {":name", draft.name},
                                {":enabled", draft.isEnabled},
                                {":position", draft.position},
                                {":moment", toWire(draft.moment)},
                                {":query", draft.query},
                                {":actions", listToJson(draft.actions)},
                                {":account", context.principal.account},
                                {":now", context.now()}});
    if (!rows && rows.error().key == "database.duplicate") {
        return fail({.code = ErrorCode::Conflict,
                     .key = "trigger.name_taken",
                     .detail = u"There is a trigger of this name."_s,
                     .fields = {{.field = u"name"_s, .key = "taken"}}});
    }
    if (!rows)
        return fail(rows.error());
    return rows->next() ? rows->number(0) : id.value();
}

} // namespace

Result<Listed> list(Context &context, const QList<DeskId> &desks, const PageRequest &page)
{
    auto start = nameStart(page);
    if (!start)
        return fail(start.error());
    auto rows
            = context.db.run("triggers/list_triggers", {{":viewer", context.principal.account},
                                                        {":everywhere", managesEverywhere(context)},
                                                        {":all_desks", desks.isEmpty()},
                                                        {":desks", desks},
                                                        {":after_name", start->name},
                                                        {":after_id", start->id},
                                                        {":skipped", start->skipped},
                                                        {":limit", page.pageSize + 1}});
    if (!rows)
        return fail(rows.error());
    return readNamedPage(*rows, page, [&] {
        return countIn(context.db.run("triggers/count_triggers",
                                      {{":viewer", context.principal.account},
                                       {":everywhere", managesEverywhere(context)},
                                       {":all_desks", desks.isEmpty()},
                                       {":desks", desks}}));
    });
}

Result<Entity> create(Context &context, const TicketTriggerDraft &draft)
{
    if (draft.desk.isValid()) {
        auto allowed = requireOnNamedDesk(context, Permission::WorkflowManage, draft.desk);
        if (!allowed)
            return fail(allowed.error());
    } else if (!managesEverywhere(context)) {
        return fail(Error::forbidden(codeOf(Permission::WorkflowManage)));
    }
    return createManaged(context, triggerKind, draft.desk,
                         [&] { return writeTrigger(context, {}, draft); });
}

Result<Entity> change(Context &context, TicketTriggerId id, const TicketTriggerPatch &patch,
                      const std::optional<int> &version)
{
    const auto apply = [&](const Entity &before) -> Result<bool> {
        auto trigger = valueOf<TicketTrigger>(before);
        if (!trigger)
            return fail(trigger.error());
        const TicketTriggerDraft old = draftOf(*trigger);
        TicketTriggerDraft draft = old;
        Deskbell::apply(patch, draft);
        if (draft == old)
            return false;
        if (const auto faults = validate(draft); !faults.isEmpty())
            return fail(invalidInput(faults));
        if (auto written = writeTrigger(context, id, draft); !written)
            return fail(written.error());
        return true;
    };
    return changeManaged(context, triggerKind, id.value(), version, authorizing(context), apply);
}

Result<> remove(Context &context, TicketTriggerId id, const std::optional<int> &version)
{
    return removeManaged(context, triggerKind, id.value(), version, authorizing(context),
                         [](const Entity &) { return Result<>(); });
}

Result<QByteArrayList> listRuns(Context &context, TicketTriggerId id)
{
    auto trigger = selectManaged(context.db, triggerKind, id.value());
    if (!trigger)
        return fail(trigger.error());
    if (auto allowed = authorizeTrigger(context, *trigger); !allowed)
        return fail(allowed.error());
    auto rows = context.db.run("triggers/list_runs",
                               {{":viewer", context.principal.account}, {":trigger", id}});
    if (!rows)
        return fail(rows.error());
    QByteArrayList runs;
    while (rows->next())
        runs.append(rows->utf8(0));
    return runs;
}

} // namespace Deskbell::Server::TriggerService
