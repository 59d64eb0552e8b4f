// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/desks/categoryservice.h"

#include "common/base/jsonwriter.h"
#include "server/approvals/approvaltemplateservice.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::CategoryService {

namespace {

constexpr ManagedKind kind{.word = "category",
                           .select = "desks/select_category",
                           .lock = "desks/lock_category",
                           .remove = "desks/delete_category"};

/// The name is all that can be there twice.
Error explained(const Error &error)
{
    if (error.key != "database.duplicate")
        return error;
    return {.code = ErrorCode::Conflict,
            .key = "category.name_taken",
            .detail = u"The desk has a category of this name."_s,
            .fields = {{.field = u"name"_s, .key = "taken"}}};
}

Authorize authorizeFor(Context &context)
{
    return [&context](const Entity &current) -> Result<DeskId> {
        auto category = valueOf<Category>(current);
        if (!category)
            return fail(category.error());
        const DeskId desk = category->desk.id;
        if (auto allowed = requireOnDesk(context, Permission::CategoryManage, desk); !allowed)
            return fail(allowed.error());
        return desk;
    };
}

Result<qint64> insert(Context &context, const CategoryDraft &draft)
{
    auto rows = context.db.run("desks/insert_category",
                               {{":desk", draft.desk},
                                {":name", draft.name},
                                {":description", draft.description},
                                {":position", draft.position},
                                {":approval_template", draft.approvalTemplate},
                                {":fields", listToJson(draft.fields)},
                                {":account", context.principal.account},
                                {":now", context.now()}});
    if (!rows)
        return fail(explained(rows.error()));
    rows->next();
    return rows->number(0);
}

ApprovalTemplateId idOrNone(const std::optional<ApprovalTemplateRef> &ref)
{
    return ref ? ref->id : ApprovalTemplateId();
}

Result<> update(Context &context, const Category &category)
{
    auto rows = context.db.run("desks/update_category",
                               {{":id", category.id},
                                {":name", category.name},
                                {":description", category.description},
                                {":position", category.position},
                                {":approval_template", idOrNone(category.approvalTemplate)},
                                {":fields", listToJson(category.fields)},
                                {":account", context.principal.account},
                                {":now", context.now()}});
    if (!rows)
        return fail(explained(rows.error()));
    return {};
}

} // namespace

Result<Listed> list(Context &context, const QList<DeskId> &desks, const PageRequest &page)
{
    auto start = nameStart(page);
    if (!start)
        return fail(start.error());
    auto rows = context.db.run("desks/list_categories", {{":viewer", context.principal.account},
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
                context.db.run("desks/count_categories", {{":viewer", context.principal.account},
                                                          {":all_desks", desks.isEmpty()},
                                                          {":desks", desks}}));
    });
}

Result<Entity> create(Context &context, const CategoryDraft &draft)
{
    if (auto allowed = requireOnNamedDesk(context, Permission::CategoryManage, draft.desk);
        !allowed)
        return fail(allowed.error());
    return createManaged(context, kind, draft.desk, [&]() -> Result<qint64> {
        if (draft.approvalTemplate.isValid()) {
            auto chosen = ApprovalTemplateService::prescribe(context, draft.approvalTemplate,
                                                             draft.desk);
            if (!chosen)
                return fail(chosen.error());
        }
        return insert(context, draft);
    });
}

Result<Entity> change(Context &context, CategoryId id, const CategoryPatch &patch,
                      const std::optional<int> &version)
{
    const auto apply = [&](const Entity &before) -> Result<bool> {
        auto category = valueOf<Category>(before);
        if (!category)
            return fail(category.error());
        const Category old = *category;
        category->name = patch.name.value_or(category->name);
        category->description = patch.description.value_or(category->description);
        category->position = patch.position.value_or(category->position);
        category->fields = patch.fields.value_or(category->fields);
        if (patch.approvalTemplate
            && *patch.approvalTemplate != idOrNone(category->approvalTemplate)) {
            auto chosen = ApprovalTemplateService::prescribe(context, *patch.approvalTemplate,
                                                             category->desk.id);
            if (!chosen)
                return fail(chosen.error());
            category->approvalTemplate = *chosen;
        }
        if (*category == old)
            return false;
        if (auto updated = update(context, *category); !updated)
            return fail(updated.error());
        return true;
    };
    return changeManaged(context, kind, id.value(), version, authorizeFor(context), apply);
}

Result<> remove(Context &context, CategoryId id, const std::optional<int> &version)
{
    return removeManaged(context, kind, id.value(), version, authorizeFor(context),
                         [](const Entity &) -> Result<> { return {}; });
}

} // namespace Deskbell::Server::CategoryService
