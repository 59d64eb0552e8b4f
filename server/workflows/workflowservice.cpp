// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/workflows/workflowservice.h"

#include "common/workflows/presets.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::WorkflowService {

namespace {

constexpr ManagedKind kind{.word = "workflow",
                           .select = "workflows/select_workflow",
                           .lock = "workflows/lock_workflow",
                           .remove = "workflows/delete_workflow"};

/// A workflow is not a part of one desk.
Result<DeskId> authorize(const Context &context)
{
    if (!context.principal.grants.holdsGlobally(Permission::WorkflowManage))
        return fail(Error::forbidden(codeOf(Permission::WorkflowManage)));
    return DeskId();
}

Result<> insertVersion(Context &context, qint64 workflow, const WorkflowDefinition &definition)
{
    auto rows = context.db.run("workflows/insert_workflow_version",
                               {{":workflow", workflow},
                                {":definition", toJson(definition)},
                                {":account", context.principal.account},
                                {":now", context.now()}});
    if (!rows)
        return fail(rows.error());
    return {};
}

Result<qint64> insert(Context &context, const WorkflowDraft &draft)
{
    auto rows
            = context.db.run("workflows/insert_workflow", {{":key", draft.definition.key},
                                                           {":name", draft.name},
                                                           {":account", context.principal.account},
                                                           {":now", context.now()}});
    if (!rows && rows.error().key == "database.duplicate") {
        return fail({.code = ErrorCode::Conflict,
                     .key = "workflow.key_taken",
                     .detail = u"There is a workflow with this key."_s,
                     .fields = {{.field = u"definition.key"_s, .key = "taken"}}});
    }
    if (!rows)
        return fail(rows.error());
    rows->next();
    const qint64 id = rows->number(0);
    if (auto version = insertVersion(context, id, draft.definition); !version)
        return fail(version.error());
    return id;
}

Result<> update(Context &context, const Workflow &workflow)
{
    auto rows
            = context.db.run("workflows/update_workflow", {{":id", workflow.id},
                                                           {":name", workflow.name},
                                                           {":account", context.principal.account},
                                                           {":now", context.now()}});
    if (!rows)
        return fail(rows.error());
    return {};
}

Result<QList<DeskId>> desksWith(Db::Connection &db, WorkflowId workflow)
{
    auto rows = db.run("workflows/select_workflow_desks", {{":workflow", workflow}});
    if (!rows)
        return fail(rows.error());
    QList<DeskId> desks;
    while (rows->next())
        desks.append(rows->id<DeskId>(0));
    return desks;
}

Result<> announceDesks(Context &context, WorkflowId workflow)
{
    auto desks = desksWith(context.db, workflow);
    if (!desks)
        return fail(desks.error());
    for (const DeskId desk : std::as_const(*desks)) {
        if (auto announced = announceDesk(context, desk); !announced)
            return announced;
    }
    return {};
}

} // namespace

Result<Listed> list(Context &context, const PageRequest &page)
{
    auto start = nameStart(page);
    if (!start)
        return fail(start.error());
    auto rows = context.db.run("workflows/list_workflows", {{":after_name", start->name},
                                                            {":after_id", start->id},
                                                            {":skipped", start->skipped},
                                                            {":limit", page.pageSize + 1}});
    if (!rows)
        return fail(rows.error());
    return readNamedPage(*rows, page,
                         [&] { return countIn(context.db.run("workflows/count_workflows")); });
}

Result<Entity> get(Context &context, WorkflowId id)
{
    return selectManaged(context.db, kind, id.value());
}

Result<QByteArrayList> versions(Context &context, WorkflowId id)
{
    if (auto workflow = managed(context, id); !workflow)
        return fail(workflow.error());
    auto rows = context.db.run("workflows/list_versions", {{":workflow", id}});
    if (!rows)
        return fail(rows.error());
    QByteArrayList list;
    while (rows->next())
        list.append(rows->utf8(0));
    return list;
}

Result<QByteArray> version(Context &context, WorkflowId id, int number)
{
    if (auto workflow = managed(context, id); !workflow)
        return fail(workflow.error());
    auto rows
            = context.db.run("workflows/select_version", {{":workflow", id}, {":number", number}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return fail(Error::notFound(u"workflow version"_s));
    return rows->utf8(0);
}

Result<Entity> create(Context &context, const WorkflowDraft &draft)
{
    if (auto authorized = authorize(context); !authorized)
        return fail(authorized.error());
    return createManaged(context, kind, {}, [&] { return insert(context, draft); });
}

Result<Entity> change(Context &context, WorkflowId id, const WorkflowPatch &patch,
                      const std::optional<int> &version)
{
    const auto apply = [&](const Entity &before) -> Result<bool> {
        auto workflow = valueOf<Workflow>(before);
        if (!workflow)
            return fail(workflow.error());
        const Workflow old = *workflow;
        workflow->name = patch.name.value_or(workflow->name);
        workflow->definition = patch.definition.value_or(workflow->definition);
        if (workflow->definition.key != old.definition.key)
            return fail(Error::invalidField(u"definition.key"_s, "unchangeable"));
        if (*workflow == old)
            return false;
        if (workflow->definition != old.definition) {
            auto inserted = insertVersion(context, id.value(), workflow->definition);
            if (!inserted)
                return fail(inserted.error());
        }
        if (auto updated = update(context, *workflow); !updated)
            return fail(updated.error());
        if (auto announced = announceDesks(context, id); !announced)
            return fail(announced.error());
        return true;
    };
    return changeManaged(
            context, kind, id.value(), version, [&](const Entity &) { return authorize(context); },
            apply);
}

Result<> remove(Context &context, WorkflowId id, const std::optional<int> &version)
{
    const auto refuse = [&](const Entity &before) -> Result<> {
        auto workflow = valueOf<Workflow>(before);
        if (!workflow)
            return fail(workflow.error());
        if (workflowPreset(workflow->definition.key)) {
            return fail({.code = ErrorCode::Conflict,
                         .key = "workflow.built_in",
                         .detail = u"Workflows that ship can be changed, not removed."_s});
        }
        auto desks = desksWith(context.db, id);
        if (!desks)
            return fail(desks.error());
        if (!desks->isEmpty()) {
            return fail({.code = ErrorCode::Conflict,
                         .key = "workflow.in_use",
                         .detail = u"A desk has this workflow."_s});
        }
        return {};
    };
    return removeManaged(
            context, kind, id.value(), version, [&](const Entity &) { return authorize(context); },
            refuse);
}

Result<Workflow> managed(Context &context, WorkflowId id)
{
    if (auto authorized = authorize(context); !authorized)
        return fail(authorized.error());
    return selectManaged(context.db, kind, id.value()).and_then(valueOf<Workflow>);
}

Result<> withLocked(Context &context, WorkflowId id, const std::optional<int> &version,
                    const std::function<Result<>(const Workflow &)> &work)
{
    const auto apply = [&](const Entity &entity) -> Result<bool> {
        return valueOf<Workflow>(entity).and_then(work).map([] { return false; });
    };
    auto unchanged = changeManaged(
            context, kind, id.value(), version, [&](const Entity &) { return authorize(context); },
            apply);
    if (!unchanged)
        return fail(unchanged.error());
    return {};
}

} // namespace Deskbell::Server::WorkflowService
