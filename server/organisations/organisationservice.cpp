// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/organisations/organisationservice.h"

#include "server/activity/activitylog.h"
#include "server/db/transaction.h"
#include "server/events/eventlog.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::OrganisationService {

namespace {

Result<> checkManages(const Context &context)
{
    if (!context.principal.grants.holdsGlobally(Permission::UserManage))
        return fail(Error::forbidden(codeOf(Permission::UserManage)));
    return {};
}

OrganisationRepository::Author author(const Context &context)
{
    return {.account = context.principal.account, .now = context.now()};
}

Result<Entity> answer(Context &context, OrganisationId organisation)
{
    auto entity = OrganisationRepository::selectAnswer(context.db, organisation);
    if (!entity)
        return fail(entity.error());
    if (!*entity)
        return fail(Error::notFound());
    return std::move(**entity);
}

/// The organisation, locked, if it is of that version.
Result<Organisation> lock(Context &context, OrganisationId id, const std::optional<int> &version)
{
    auto organisation = OrganisationRepository::lock(context.db, id);
    if (!organisation)
        return fail(organisation.error());
    if (!*organisation)
        return fail(Error::notFound());
    auto current = answer(context, id);
    if (!current)
        return fail(current.error());
    if (auto same = checkVersion(version, *current); !same)
        return fail(same.error());
    return std::move(**organisation);
}

QJsonObject logged(const QString &name, const QString &description)
{
    return {{u"name"_s, name}, {u"description"_s, description}};
}

/// Those who may list them.
Result<> announce(Context &context, OrganisationId organisation)
{
    return tellHolders(context, EventType::OrganisationUpdated, organisation.value(),
                       {.somewhere = {Permission::UserView, Permission::UserManage}});
}

Result<Entity> createInside(Context &context, const OrganisationDraft &draft)
{
    auto id = OrganisationRepository::insert(context.db, draft, author(context));
    if (!id)
        return fail(id.error());
    auto recorded = recordActivity(context, {.entity = "organisation",
                                             .action = "create",
                                             .entityId = id->value(),
                                             .newValue = logged(draft.name, draft.description)});
    if (!recorded)
        return fail(recorded.error());
    if (auto announced = announce(context, *id); !announced)
        return fail(announced.error());
    return answer(context, *id);
}

Result<Entity> changeInside(Context &context, OrganisationId id, const OrganisationPatch &patch,
                            const std::optional<int> &version)
{
    auto before = lock(context, id, version);
    if (!before)
        return fail(before.error());
    Organisation after = *before;
    after.name = patch.name.value_or(before->name);
    after.description = patch.description.value_or(before->description);
    if (after == *before)
        return answer(context, id);
    auto updated = OrganisationRepository::update(context.db, after, author(context));
    if (!updated)
        return fail(updated.error());
    auto recorded = recordActivity(context, {.entity = "organisation",
                                             .action = "update",
                                             .entityId = id.value(),
                                             .oldValue = logged(before->name, before->description),
                                             .newValue = logged(after.name, after.description)});
    if (!recorded)
        return fail(recorded.error());
    if (auto announced = announce(context, id); !announced)
        return fail(announced.error());
    return answer(context, id);
}

Result<> removeInside(Context &context, OrganisationId id, const std::optional<int> &version)
{
    auto before = lock(context, id, version);
    if (!before)
        return fail(before.error());
    if (auto removed = OrganisationRepository::remove(context.db, id, author(context)); !removed)
        return removed;
    auto recorded
            = recordActivity(context, {.entity = "organisation",
                                       .action = "delete",
                                       .entityId = id.value(),
                                       .oldValue = logged(before->name, before->description)});
    return recorded ? announce(context, id) : recorded;
}

} // namespace

Result<Listed> list(Context &context, const OrganisationFilter &filter)
{
    const Grants &grants = context.principal.grants;
    if (!grants.holdsAnywhere(Permission::UserView)
        && !grants.holdsAnywhere(Permission::UserManage)) {
        return fail(Error::forbidden(codeOf(Permission::UserView)));
    }
    return OrganisationRepository::selectPage(context.db, filter);
}

Result<Entity> create(Context &context, const OrganisationDraft &draft)
{
    if (auto allowed = checkManages(context); !allowed)
        return fail(allowed.error());
    return Db::inTransaction<Entity>(context.db, [&] { return createInside(context, draft); });
}

Result<Entity> change(Context &context, OrganisationId organisation, const OrganisationPatch &patch,
                      const std::optional<int> &version)
{
    if (auto allowed = checkManages(context); !allowed)
        return fail(allowed.error());
    return Db::inTransaction<Entity>(
            context.db, [&] { return changeInside(context, organisation, patch, version); });
}

Result<> remove(Context &context, OrganisationId organisation, const std::optional<int> &version)
{
    if (auto allowed = checkManages(context); !allowed)
        return allowed;
    return Db::inTransaction<void>(context.db,
                                   [&] { return removeInside(context, organisation, version); });
}

} // namespace Deskbell::Server::OrganisationService
