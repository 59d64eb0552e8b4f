// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/desks/deskservice.h"

#include "server/approvals/approvaltemplateservice.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::DeskService {

namespace {

constexpr ManagedKind kind{.word = "desk",
                           .select = "desks/select_desk",
                           .lock = "desks/lock_desk",
                           .remove = "desks/delete_desk",
                           .isDesk = true};
constexpr auto defaultWorkflow = "helpdesk"_L1;

/// The workflow wanted, or the default one for none.
Result<WorkflowId> resolveWorkflow(Context &context, WorkflowId wanted)
{
    auto rows = context.db.run("desks/select_desk_workflow",
                               {{":workflow", wanted}, {":default_key", defaultWorkflow}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return fail(Error::invalidField(u"workflow"_s, "unknown"));
    return rows->id<WorkflowId>(0);
}

Result<qint64> insert(Context &context, const DeskDraft &draft)
{
    auto workflow = resolveWorkflow(context, draft.workflow);
    if (!workflow)
        return fail(workflow.error());
    auto rows = context.db.run("desks/insert_desk", {{":key", draft.key},
                                                     {":name", draft.name},
                                                     {":description", draft.description},
                                                     {":workflow", *workflow},
                                                     {":account", context.principal.account},
                                                     {":now", context.now()}});
    if (!rows && rows.error().key == "database.duplicate") {
        return fail({.code = ErrorCode::Conflict,
                     .key = "desk.key_taken",
                     .detail = u"There is or was a desk with this key."_s,
                     .fields = {{.field = u"key"_s, .key = "taken"}}});
    }
    if (!rows)
        return fail(rows.error());
    rows->next();
    return rows->number(0);
}

ApprovalTemplateId templateOf(const Desk &desk)
{
    return desk.approvalTemplate ? desk.approvalTemplate->id : ApprovalTemplateId();
}

Result<> update(Context &context, const Desk &desk)
{
    auto rows = context.db.run("desks/update_desk", {{":id", desk.id},
                                                     {":name", desk.name},
                                                     {":description", desk.description},
                                                     {":workflow", desk.workflow.id},
                                                     {":approval_template", templateOf(desk)},
                                                     {":account", context.principal.account},
                                                     {":now", context.now()}});
    if (!rows)
        return fail(rows.error());
    return {};
}

Authorize authorizeFor(Context &context, DeskId desk)
{
    return [&context, desk](const Entity &) -> Result<DeskId> {
        if (auto allowed = requireOnDesk(context, Permission::DeskManage, desk); !allowed)
            return fail(allowed.error());
        return desk;
    };
}

} // namespace

Result<Listed> list(Context &context, const PageRequest &page)
{
    auto start = nameStart(page);
    if (!start)
        return fail(start.error());
    auto rows = context.db.run("desks/list_desks", {{":viewer", context.principal.account},
                                                    {":after_name", start->name},
                                                    {":after_id", start->id},
                                                    {":skipped", start->skipped},
                                                    {":limit", page.pageSize + 1}});
    if (!rows)
        return fail(rows.error());
    return readNamedPage(*rows, page, [&] {
        return countIn(
                context.db.run("desks/count_desks", {{":viewer", context.principal.account}}));
    });
}

Result<Entity> create(Context &context, const DeskDraft &draft)
{
    if (!context.principal.grants.holdsGlobally(Permission::DeskManage))
        return fail(Error::forbidden(codeOf(Permission::DeskManage)));
    return createManaged(context, kind, {}, [&] { return insert(context, draft); });
}

Result<Entity> change(Context &context, DeskId id, const DeskPatch &patch,
                      const std::optional<int> &version)
{
    const auto apply = [&](const Entity &before) -> Result<bool> {
        auto desk = valueOf<Desk>(before);
        if (!desk)
            return fail(desk.error());
        const Desk old = *desk;
        desk->name = patch.name.value_or(desk->name);
        desk->description = patch.description.value_or(desk->description);
        if (patch.workflow) {
            auto workflow = resolveWorkflow(context, *patch.workflow);
            if (!workflow)
                return fail(workflow.error());
            desk->workflow.id = *workflow;
        }
        if (patch.approvalTemplate && *patch.approvalTemplate != templateOf(*desk)) {
            auto chosen = ApprovalTemplateService::prescribe(context, *patch.approvalTemplate, id);
            if (!chosen)
                return fail(chosen.error());
            desk->approvalTemplate = *chosen;
        }
        if (*desk == old)
            return false;
        if (auto updated = update(context, *desk); !updated)
            return fail(updated.error());
        return true;
    };
    return changeManaged(context, kind, id.value(), version, authorizeFor(context, id), apply);
}

Result<> remove(Context &context, DeskId id, const std::optional<int> &version)
{
    const auto refuse = [&](const Entity &) -> Result<> {
        auto used = context.db.run("desks/select_desk_used", {{":desk", id}});
        if (!used)
            return fail(used.error());
        if (used->next() && used->flag(0)) {
            return fail({.code = ErrorCode::Conflict,
                         .key = "desk.in_use",
                         .detail = u"The desk has tickets."_s});
        }
        return {};
    };
    return removeManaged(context, kind, id.value(), version, authorizeFor(context, id), refuse);
}

} // namespace Deskbell::Server::DeskService
