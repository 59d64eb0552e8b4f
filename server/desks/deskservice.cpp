// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/desks/deskservice.h"

#include "common/desks/desktemplate.h"
#include "server/access/rolerepository.h"
#include "server/access/roleservice.h"
#include "server/approvals/approvaltemplateservice.h"
#include "server/db/transaction.h"
#include "server/desks/categoryservice.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Deskbell::Server::DeskService {

namespace {

constexpr ManagedKind kind{.word = "desk",
                           .select = "desks/select_desk",
                           .lock = "desks/lock_desk",
                           .remove = "desks/delete_desk",
                           .isDesk = true};
constexpr auto defaultWorkflow = "helpdesk"_L1;

/// The workflow wanted, or the one of that key for none.
Result<WorkflowId> resolveWorkflow(Context &context, WorkflowId wanted,
                                   const QString &otherwise = defaultWorkflow)
{
    auto rows = context.db.run("desks/select_desk_workflow",
                               {{":workflow", wanted}, {":default_key", otherwise}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return fail(Error::invalidField(u"workflow"_s, "unknown"));
    return rows->id<WorkflowId>(0);
}

/// A rule needs a role that there is.
Result<> checkAssignment(Context &context, AssignmentRule rule, const QString &role)
{
    if (rule == AssignmentRule::None)
        return {};
    auto known = RoleRepository::selectByKey(context.db, role);
    if (!known)
        return fail(known.error());
    if (!*known)
        return fail(Error::invalidField(u"assignmentRole"_s,
                                        role.isEmpty() ? "required" : "unknown_role"));
    return {};
}

Result<qint64> insert(Context &context, const DeskDraft &draft, const DeskTemplate &like)
{
    auto workflow = resolveWorkflow(context, draft.workflow, like.workflow);
    if (!workflow)
        return fail(workflow.error());
    auto rows = context.db.run("desks/insert_desk",
                               {{":key", draft.key},
                                {":name", draft.name},
                                {":description", draft.description},
                                {":workflow", *workflow},
                                {":assignment_rule", toWire(like.assignmentRule)},
                                {":assignment_role", like.assignmentRole},
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
    auto rows = context.db.run("desks/update_desk",
                               {{":id", desk.id},
                                {":name", desk.name},
                                {":description", desk.description},
                                {":workflow", desk.workflow.id},
                                {":approval_template", templateOf(desk)},
                                {":assignment_rule", toWire(desk.assignmentRule)},
                                {":assignment_role", desk.assignmentRole},
                                {":account", context.principal.account},
                                {":now", context.now()}});
    if (!rows)
        return fail(rows.error());
    return {};
}

/// The roles of the template that there are none of yet by that name.
Result<> makeRoles(Context &context, const DeskTemplate &like)
{
    for (const RoleDraft &role : like.roles) {
        auto there = RoleRepository::selectByKey(context.db, roleKeyOf(role.name));
        if (!there)
            return fail(there.error());
        if (*there)
            continue;
        if (auto made = RoleService::create(context, role); !made)
            return fail(made.error());
    }
    return {};
}

/// What a desk of that template has beside its workflow. Whoever makes it needs the right to every
/// part.
Result<> furnish(Context &context, DeskId desk, const DeskTemplate &like)
{
    if (auto roles = makeRoles(context, like); !roles)
        return roles;
    for (CategoryDraft category : like.categories) {
        category.desk = desk;
        if (auto made = CategoryService::create(context, category); !made)
            return fail(made.error());
    }
    if (!like.approvalTemplate)
        return {};
    ApprovalTemplateDraft approval = *like.approvalTemplate;
    approval.desk = desk;
    auto made = ApprovalTemplateService::create(context, approval);
    if (!made)
        return fail(made.error());
    auto chosen = valueOf<ApprovalTemplate>(*made);
    if (!chosen)
        return fail(chosen.error());
    auto prescribed = change(context, desk, {.approvalTemplate = chosen->id}, {});
    if (!prescribed)
        return fail(prescribed.error());
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
    const DeskTemplate nothing{.workflow = defaultWorkflow};
    const DeskTemplate *like
            = draft.deskTemplate.isEmpty() ? &nothing : deskTemplate(draft.deskTemplate);
    if (!like)
        return fail(Error::invalidField(u"template"_s, "unknown"));
    return Db::inTransaction<Entity>(context.db, [&]() -> Result<Entity> {
        auto made = createManaged(context, kind, {}, [&] { return insert(context, draft, *like); });
        if (!made)
            return made;
        auto desk = valueOf<Desk>(*made);
        if (!desk)
            return fail(desk.error());
        if (auto furnished = furnish(context, desk->id, *like); !furnished)
            return fail(furnished.error());
        return selectManaged(context.db, kind, desk->id.value());
    });
}

QByteArrayList listTemplates()
{
    QByteArrayList list;
    for (const DeskTemplate &value : deskTemplates())
        list.append(QJsonDocument(toJson(summaryOf(value))).toJson(QJsonDocument::Compact));
    return list;
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
        desk->assignmentRule = patch.assignmentRule.value_or(desk->assignmentRule);
        desk->assignmentRole = patch.assignmentRole.value_or(desk->assignmentRole);
        if (*desk == old)
            return false;
        if (auto sound = checkAssignment(context, desk->assignmentRule, desk->assignmentRole);
            !sound)
            return fail(sound.error());
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
