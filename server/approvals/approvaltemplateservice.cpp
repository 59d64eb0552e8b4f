// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/approvals/approvaltemplateservice.h"

#include "common/base/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::ApprovalTemplateService {

namespace {

constexpr ManagedKind kind{.word = "approval_template",
                           .select = "approvals/select_template",
                           .lock = "approvals/lock_template",
                           .remove = "approvals/delete_template"};

Error explained(const Error &error)
{
    if (error.key != "database.duplicate")
        return error;
    const bool isKey = error.detail.contains("approval_template_key"_L1);
    return {.code = ErrorCode::Conflict,
            .key = isKey ? "approval_template.key_taken" : "approval_template.name_taken",
            .detail = isKey ? u"The desk has or had a template of this key."_s
                            : u"The desk has a template of this name."_s,
            .fields = {{.field = isKey ? u"key"_s : u"name"_s, .key = "taken"}}};
}

Authorize authorizeFor(Context &context)
{
    return [&context](const Entity &current) -> Result<DeskId> {
        auto value = valueOf<ApprovalTemplate>(current);
        if (!value)
            return fail(value.error());
        const DeskId desk = value->desk.id;
        if (auto allowed = requireOnDesk(context, Permission::ApprovalManage, desk); !allowed)
            return fail(allowed.error());
        return desk;
    };
}

/// Everybody whom the steps name must be there; `before` was accepted once and may stay.
Result<> requireApprovers(Context &context, const QList<ApprovalStepDraft> &steps,
                          const QList<ApprovalStepDraft> &before = {})
{
    QList<AccountId> known;
    for (const ApprovalStepDraft &step : before)
        known += step.people;
    QList<FieldError> faults;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        QList<AccountId> people = steps[i].people;
        people.removeIf([&](AccountId person) { return known.contains(person); });
        auto rows = context.db.run("approvals/select_unknown_approvers",
                                   {{":people", people}, {":roles", steps[i].roles}});
        if (!rows)
            return fail(rows.error());
        rows->next();
        if (!rows->numbers(0).isEmpty())
            faults.append({.field = u"steps[%1].people"_s.arg(i), .key = "unknown"});
        if (!rows->texts(1).isEmpty())
            faults.append({.field = u"steps[%1].roles"_s.arg(i), .key = "unknown"});
    }
    if (!faults.isEmpty())
        return fail(invalidInput(faults));
    return {};
}

Result<qint64> insert(Context &context, const ApprovalTemplateDraft &draft)
{
    if (auto there = requireApprovers(context, draft.steps); !there)
        return fail(there.error());
    auto rows
            = context.db.run("approvals/insert_template",
                             {{":desk", draft.desk},
                              {":key", draft.key.isEmpty() ? approvalKeyOf(draft.name) : draft.key},
                              {":name", draft.name},
                              {":description", draft.description},
                              {":steps", listToJson(draft.steps)},
                              {":allow_self_approval", draft.allowSelfApproval},
                              {":account", context.principal.account},
                              {":now", context.now()}});
    if (!rows)
        return fail(explained(rows.error()));
    rows->next();
    return rows->number(0);
}

QList<ApprovalStepDraft> draftsOf(const QList<ApprovalStep> &steps)
{
    QList<ApprovalStepDraft> drafts;
    for (const ApprovalStep &step : steps)
        drafts.append(draftOf(step));
    return drafts;
}

} // namespace

Result<Listed> list(Context &context, const QList<DeskId> &desks, const PageRequest &page)
{
    auto start = nameStart(page);
    if (!start)
        return fail(start.error());
    auto rows = context.db.run("approvals/list_templates", {{":viewer", context.principal.account},
                                                            {":all_desks", desks.isEmpty()},
                                                            {":desks", desks},
                                                            {":after_name", start->name},
                                                            {":after_id", start->id},
                                                            {":skipped", start->skipped},
                                                            {":limit", page.pageSize + 1}});
    if (!rows)
        return fail(rows.error());
    return readNamedPage(*rows, page, [&] {
        return countIn(
                context.db.run("approvals/count_templates", {{":viewer", context.principal.account},
                                                             {":all_desks", desks.isEmpty()},
                                                             {":desks", desks}}));
    });
}

Result<Entity> create(Context &context, const ApprovalTemplateDraft &draft)
{
    if (auto allowed = requireOnNamedDesk(context, Permission::ApprovalManage, draft.desk);
        !allowed)
        return fail(allowed.error());
    return createManaged(context, kind, draft.desk, [&] { return insert(context, draft); });
}

Result<Entity> change(Context &context, ApprovalTemplateId id, const ApprovalTemplatePatch &patch,
                      const std::optional<int> &version)
{
    const auto apply = [&](const Entity &before) -> Result<bool> {
        auto value = valueOf<ApprovalTemplate>(before);
        if (!value)
            return fail(value.error());
        const QList<ApprovalStepDraft> old = draftsOf(value->steps);
        const QList<ApprovalStepDraft> steps = patch.steps.value_or(old);
        const QString name = patch.name.value_or(value->name);
        const QString description = patch.description.value_or(value->description);
        const bool self = patch.allowSelfApproval.value_or(value->allowSelfApproval);
        if (steps == old && name == value->name && description == value->description
            && self == value->allowSelfApproval)
            return false;
        if (auto there = requireApprovers(context, steps, old); !there)
            return fail(there.error());
        auto updated = context.db.run("approvals/update_template",
                                      {{":id", id},
                                       {":name", name},
                                       {":description", description},
                                       {":steps", listToJson(steps)},
                                       {":allow_self_approval", self},
                                       {":account", context.principal.account},
                                       {":now", context.now()}});
        if (!updated)
            return fail(explained(updated.error()));
        return true;
    };
    return changeManaged(context, kind, id.value(), version, authorizeFor(context), apply);
}

Result<> remove(Context &context, ApprovalTemplateId id, const std::optional<int> &version)
{
    const auto refuse = [&](const Entity &) -> Result<> {
        auto used = context.db.run("approvals/select_template_used", {{":id", id}});
        if (!used)
            return fail(used.error());
        if (used->next() && used->flag(0)) {
            return fail({.code = ErrorCode::Conflict,
                         .key = "approval_template.in_use",
                         .detail = u"Something would lose its approval without it."_s});
        }
        return {};
    };
    return removeManaged(context, kind, id.value(), version, authorizeFor(context), refuse);
}

Result<std::optional<ApprovalTemplateRef>> prescribe(Context &context, ApprovalTemplateId id,
                                                     DeskId desk)
{
    if (auto allowed = requireOnDesk(context, Permission::ApprovalManage, desk); !allowed)
        return fail(allowed.error());
    return choose(context, id, desk);
}

Result<std::optional<ApprovalTemplateRef>> choose(Context &context, ApprovalTemplateId id,
                                                  DeskId desk)
{
    if (!id.isValid())
        return std::optional<ApprovalTemplateRef>();
    auto rows
            = context.db.run("approvals/select_template_ref", {{":template", id}, {":desk", desk}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return fail(Error::invalidField(u"approvalTemplate"_s, "unknown"));
    return std::optional(ApprovalTemplateRef{.id = id, .name = rows->text(0)});
}

} // namespace Deskbell::Server::ApprovalTemplateService
