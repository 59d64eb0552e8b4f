// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/desks/tagservice.h"

#include "server/events/eventlog.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::TagService {

namespace {

/// Those whose pages show tags; others ask when they need them.
Result<> announce(Context &context, qint64 tag)
{
    return tellHolders(context, EventType::TagUpdated, tag,
                       {.somewhere = {Permission::DeskManage, Permission::TeamManage,
                                      Permission::CategoryManage}});
}

constexpr ManagedKind kind{.word = "tag",
                           .select = "desks/select_tag",
                           .lock = "desks/lock_tag",
                           .remove = "desks/delete_tag",
                           .announce = &announce};

/// The name is all that can be there twice.
Error explained(const Error &error)
{
    if (error.key != "database.duplicate")
        return error;
    return {.code = ErrorCode::Conflict,
            .key = "tag.name_taken",
            .detail = u"There is a tag of this name."_s,
            .fields = {{.field = u"name"_s, .key = "taken"}}};
}

/// Tags belong to no desk.
Result<DeskId> authorize(const Context &context)
{
    if (!context.principal.grants.holdsAnywhere(Permission::CategoryManage))
        return fail(Error::forbidden(codeOf(Permission::CategoryManage)));
    return DeskId();
}

Result<qint64> insert(Context &context, const TagDraft &draft)
{
    auto rows = context.db.run("desks/insert_tag", {{":name", draft.name},
                                                    {":color", draft.color},
                                                    {":account", context.principal.account},
                                                    {":now", context.now()}});
    if (!rows)
        return fail(explained(rows.error()));
    rows->next();
    return rows->number(0);
}

Result<> update(Context &context, const Tag &tag, const QString &oldName)
{
    auto rows = context.db.run("desks/update_tag", {{":id", tag.id},
                                                    {":name", tag.name},
                                                    {":color", tag.color},
                                                    {":account", context.principal.account},
                                                    {":now", context.now()}});
    if (!rows)
        return fail(explained(rows.error()));
    if (tag.name == oldName)
        return {};
    auto renamed = context.db.run("desks/update_tag_uses",
                                  {{":old_name", oldName}, {":new_name", tag.name}});
    if (!renamed)
        return fail(renamed.error());
    return {};
}

} // namespace

Result<Listed> list(Context &context, const PageRequest &page)
{
    auto start = nameStart(page);
    if (!start)
        return fail(start.error());
    auto rows = context.db.run("desks/list_tags", {{":after_name", start->name},
                                                   {":after_id", start->id},
                                                   {":skipped", start->skipped},
                                                   {":limit", page.pageSize + 1}});
    if (!rows)
        return fail(rows.error());
    return readNamedPage(*rows, page, [&] { return countIn(context.db.run("desks/count_tags")); });
}

Result<Entity> create(Context &context, const TagDraft &draft)
{
    if (auto authorized = authorize(context); !authorized)
        return fail(authorized.error());
    return createManaged(context, kind, {}, [&] { return insert(context, draft); });
}

Result<Entity> change(Context &context, TagId id, const TagPatch &patch,
                      const std::optional<int> &version)
{
    const auto apply = [&](const Entity &before) -> Result<bool> {
        auto tag = valueOf<Tag>(before);
        if (!tag)
            return fail(tag.error());
        const Tag old = *tag;
        tag->name = patch.name.value_or(tag->name);
        tag->color = patch.color.value_or(tag->color);
        if (*tag == old)
            return false;
        if (auto updated = update(context, *tag, old.name); !updated)
            return fail(updated.error());
        return true;
    };
    return changeManaged(
            context, kind, id.value(), version, [&](const Entity &) { return authorize(context); },
            apply);
}

Result<> remove(Context &context, TagId id, const std::optional<int> &version)
{
    return removeManaged(
            context, kind, id.value(), version, [&](const Entity &) { return authorize(context); },
            [](const Entity &) -> Result<> { return {}; });
}

Result<QStringList> spellTags(Context &context, const QStringList &tags)
{
    if (tags.isEmpty())
        return QStringList();
    auto added = context.db.run(
            "desks/insert_new_tags",
            {{":names", tags}, {":account", context.principal.account}, {":now", context.now()}});
    if (!added)
        return fail(added.error());
    while (added->next()) {
        if (auto told = announce(context, added->number(0)); !told)
            return fail(told.error());
    }
    auto rows = context.db.run("desks/select_tag_names", {{":names", tags}});
    if (!rows)
        return fail(rows.error());
    QStringList names;
    while (rows->next())
        names.append(rows->text(0));
    return names;
}

} // namespace Deskbell::Server::TagService
