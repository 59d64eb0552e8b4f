// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tickets/tickettemplateservice.h"

#include "server/desks/tagservice.h"
#include "server/tickets/ticketreferences.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::TicketTemplateService {

namespace {

constexpr ManagedKind templateKind{.word = "ticket_template",
                                   .select = "tickets/select_ticket_template",
                                   .lock = "tickets/lock_ticket_template",
                                   .remove = "tickets/delete_ticket_template"};

/// The name is all that can be there twice.
Error nameTaken(const Error &error)
{
    if (error.key != "database.duplicate")
        return error;
    return {.code = ErrorCode::Conflict,
            .key = "ticket_template.name_taken",
            .detail = u"The desk has a ticket template of this name."_s,
            .fields = {{.field = u"name"_s, .key = "taken"}}};
}

Authorize authorizeTemplates(Context &context)
{
    return [&context](const Entity &current) -> Result<DeskId> {
        auto value = valueOf<TicketTemplate>(current);
        if (!value)
            return fail(value.error());
        const DeskId desk = value->desk.id;
        if (auto allowed = requireOnDesk(context, Permission::CategoryManage, desk); !allowed)
            return fail(allowed.error());
        return desk;
    };
}

/// What it names, looked up: its category's name, its tags as they are spelt.
Result<> resolve(Context &context, TicketTemplate &value, CategoryId category)
{
    auto found = TicketReferences::category(context, category, value.desk.id);
    if (!found)
        return fail(found.error());
    value.category = *found;
    if (auto fits = TicketReferences::checkValues(context, value.category, value.customFields,
                                                  value.desk.id, FormValues::Some);
        !fits)
        return fits;
    auto tags = TagService::spellTags(context, value.tags);
    if (!tags)
        return fail(tags.error());
    value.tags = *tags;
    return {};
}

CategoryId categoryOf(const TicketTemplate &value)
{
    return value.category ? value.category->id : CategoryId();
}

Result<qint64> insertTemplate(Context &context, const TicketTemplate &value)
{
    auto rows = context.db.run("tickets/insert_ticket_template",
                               {{":desk", value.desk.id},
                                {":name", value.name},
                                {":title", value.title},
                                {":description", value.description},
                                {":category", categoryOf(value)},
                                {":priority", toWire(value.priority)},
                                {":tags", value.tags},
                                {":custom_fields", value.customFields},
                                {":account", context.principal.account},
                                {":now", context.now()}});
    if (!rows)
        return fail(nameTaken(rows.error()));
    rows->next();
    return rows->number(0);
}

Result<> updateTemplate(Context &context, const TicketTemplate &value)
{
    auto rows = context.db.run("tickets/update_ticket_template",
                               {{":id", value.id},
                                {":name", value.name},
                                {":title", value.title},
                                {":description", value.description},
                                {":category", categoryOf(value)},
                                {":priority", toWire(value.priority)},
                                {":tags", value.tags},
                                {":custom_fields", value.customFields},
                                {":account", context.principal.account},
                                {":now", context.now()}});
    if (!rows)
        return fail(nameTaken(rows.error()));
    return {};
}

} // namespace

Result<Listed> list(Context &context, const QList<DeskId> &desks, const PageRequest &page)
{
    auto start = nameStart(page);
    if (!start)
        return fail(start.error());
    auto rows = context.db.run("tickets/list_ticket_templates",
                               {{":viewer", context.principal.account},
                                {":all_desks", desks.isEmpty()},
                                {":desks", desks},
                                {":after_name", start->name},
                                {":after_id", start->id},
                                {":skipped", start->skipped},
                                {":limit", page.pageSize + 1}});
    if (!rows)
        return fail(rows.error());
    return readNamedPage(*rows, page, [&] {
        return countIn(context.db.run("tickets/count_ticket_templates",
                                      {{":viewer", context.principal.account},
                                       {":all_desks", desks.isEmpty()},
                                       {":desks", desks}}));
    });
}

Result<Entity> create(Context &context, const TicketTemplateDraft &draft)
{
    if (auto allowed = requireOnNamedDesk(context, Permission::CategoryManage, draft.desk);
        !allowed)
        return fail(allowed.error());
    return createManaged(context, templateKind, draft.desk, [&]() -> Result<qint64> {
        TicketTemplate value{.desk = {.id = draft.desk},
                             .name = draft.name,
                             .title = draft.title,
                             .description = draft.description,
                             .priority = draft.priority,
                             .tags = draft.tags,
                             .customFields = draft.customFields};
        if (auto resolved = resolve(context, value, draft.category); !resolved)
            return fail(resolved.error());
        return insertTemplate(context, value);
    });
}

Result<Entity> change(Context &context, TicketTemplateId id, const TicketTemplatePatch &patch,
                      const std::optional<int> &version)
{
    const auto apply = [&](const Entity &before) -> Result<bool> {
        auto value = valueOf<TicketTemplate>(before);
        if (!value)
            return fail(value.error());
        const TicketTemplate old = *value;
        value->name = patch.name.value_or(value->name);
        value->title = patch.title.value_or(value->title);
        value->description = patch.description.value_or(value->description);
        value->priority = patch.priority.value_or(value->priority);
        value->tags = patch.tags.value_or(value->tags);
        value->customFields = patch.customFields.value_or(value->customFields);
        // A form may have changed since: only what is changed here has to fit.
        if (patch.category || patch.customFields || patch.tags) {
            const CategoryId category = patch.category.value_or(categoryOf(*value));
            if (auto resolved = resolve(context, *value, category); !resolved)
                return fail(resolved.error());
        }
        if (*value == old)
            return false;
        if (auto updated = updateTemplate(context, *value); !updated)
            return fail(updated.error());
        return true;
    };
    return changeManaged(context, templateKind, id.value(), version, authorizeTemplates(context),
                         apply);
}

Result<> remove(Context &context, TicketTemplateId id, const std::optional<int> &version)
{
    return removeManaged(context, templateKind, id.value(), version, authorizeTemplates(context),
                         [](const Entity &) -> Result<> { return {}; });
}

} // namespace Deskbell::Server::TicketTemplateService
