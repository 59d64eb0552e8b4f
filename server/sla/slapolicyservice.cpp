// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sla/slapolicyservice.h"

#include "server/sla/calendarservice.h"
#include "server/tickets/ticketrepository.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::SlaPolicyService {

namespace {

constexpr ManagedKind policyKind{.word = "sla_policy",
                                 .select = "sla/select_policy",
                                 .lock = "sla/lock_policy",
                                 .remove = "sla/delete_policy"};

Error explainedPolicy(const Error &error)
{
    if (error.key != "database.duplicate")
        return error;
    const bool isScope = error.detail.contains("sla_policy_scope"_L1);
    return {.code = ErrorCode::Conflict,
            .key = isScope ? "sla_policy.scope_taken" : "sla_policy.name_taken",
            .detail = isScope ? u"The desk has a policy for this category and priority."_s
                              : u"The desk has a policy of this name."_s,
            .fields = {{.field = isScope ? u"category"_s : u"name"_s, .key = "taken"}}};
}

Authorize authorizePolicy(Context &context)
{
    return [&context](const Entity &current) -> Result<DeskId> {
        auto policy = valueOf<SlaPolicy>(current);
        if (!policy)
            return fail(policy.error());
        const DeskId desk = policy->desk.id;
        if (auto allowed = requireOnDesk(context, Permission::SlaManage, desk); !allowed)
            return fail(allowed.error());
        return desk;
    };
}

/// What a policy names must be of its desk; what it named before may have gone since.
Result<> requireReferences(Context &context, const SlaPolicyDraft &draft,
                           const SlaPolicyDraft &before)
{
    if (draft.category.isValid() && draft.category != before.category) {
        auto category = TicketRepository::selectCategory(context.db, draft.category, draft.desk);
        if (!category)
            return fail(category.error());
        if (!*category)
            return fail(Error::invalidField(u"category"_s, "unknown"));
    }
    if (draft.calendar == before.calendar)
        return {};
    auto calendar = CalendarService::choose(context, draft.calendar, draft.desk);
    if (!calendar)
        return fail(calendar.error());
    return {};
}

/// `id`: none for a new one.
Result<qint64> writePolicy(Context &context, SlaPolicyId id, const SlaPolicyDraft &draft,
                           const SlaPolicyDraft &before)
{
    if (auto there = requireReferences(context, draft, before); !there)
        return fail(there.error());
    const std::optional<QString> priority
            = draft.priority ? std::optional(QString(toWire(*draft.priority))) : std::nullopt;
    auto rows = context.db.run(id.isValid() ? "sla/update_policy" : "sla/insert_policy",
                               {id.isValid() ? Db::Bind(":id", id) : Db::Bind(":desk", draft.desk),
                                {":name", draft.name},
                                {":category", draft.category},
                                {":priority", priority},
                                {":calendar", draft.calendar},
                                {":first_response", draft.firstResponseMinutes},
                                {":resolution", draft.resolutionMinutes},
                                {":warn_percent", draft.warnPercent},
                                {":escalates", draft.escalates},
                                {":account", context.principal.account},
                                {":now", context.now()}});
    if (!rows)
        return fail(explainedPolicy(rows.error()));
    if (auto raised = CalendarService::raiseRevision(context, draft.desk); !raised)
        return fail(raised.error());
    return rows->next() ? rows->number(0) : id.value();
}

} // namespace

Result<Listed> list(Context &context, const QList<DeskId> &desks, const PageRequest &page)
{
    auto start = nameStart(page);
    if (!start)
        return fail(start.error());
    auto rows = context.db.run("sla/list_policies", {{":viewer", context.principal.account},
                                                     {":all_desks", desks.isEmpty()},
                                                     {":desks", desks},
                                                     {":after_name", start->name},
                                                     {":after_id", start->id},
                                                     {":skipped", start->skipped},
                                                     {":limit", page.pageSize + 1}});
    if (!rows)
        return fail(rows.error());
    return readNamedPage(*rows, page, [&] {
        return countIn(context.db.run("sla/count_policies", {{":viewer", context.principal.account},
                                                             {":all_desks", desks.isEmpty()},
                                                             {":desks", desks}}));
    });
}

Result<Entity> create(Context &context, const SlaPolicyDraft &draft)
{
    if (auto allowed = requireOnNamedDesk(context, Permission::SlaManage, draft.desk); !allowed)
        return fail(allowed.error());
    return createManaged(context, policyKind, draft.desk,
                         [&] { return writePolicy(context, {}, draft, {}); });
}

Result<Entity> change(Context &context, SlaPolicyId id, const SlaPolicyPatch &patch,
                      const std::optional<int> &version)
{
    const auto apply = [&](const Entity &before) -> Result<bool> {
        auto policy = valueOf<SlaPolicy>(before);
        if (!policy)
            return fail(policy.error());
        const SlaPolicyDraft old = draftOf(*policy);
        SlaPolicyDraft draft = old;
        Deskbell::apply(patch, draft);
        if (draft == old)
            return false;
        if (const auto faults = validate(draft); !faults.isEmpty())
            return fail(invalidInput(faults));
        if (auto written = writePolicy(context, id, draft, old); !written)
            return fail(written.error());
        return true;
    };
    return changeManaged(context, policyKind, id.value(), version, authorizePolicy(context), apply);
}

Result<> remove(Context &context, SlaPolicyId id, const std::optional<int> &version)
{
    const auto raise = [&](const Entity &before) -> Result<> {
        auto policy = valueOf<SlaPolicy>(before);
        if (!policy)
            return fail(policy.error());
        return CalendarService::raiseRevision(context, policy->desk.id);
    };
    return removeManaged(context, policyKind, id.value(), version, authorizePolicy(context), raise);
}

} // namespace Deskbell::Server::SlaPolicyService
