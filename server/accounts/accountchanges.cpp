// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/accountchanges.h"

#include "common/base/jsonwriter.h"
#include "server/activity/activitylog.h"
#include "server/events/eventlog.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::AccountChanges {

namespace {

/// The members of `object` that `other` has otherwise.
QJsonObject differing(const QJsonObject &object, const QJsonObject &other)
{
    QJsonObject result;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (other.value(it.key()) != it.value())
            result.insert(it.key(), it.value());
    }
    return result;
}

} // namespace

AccountRepository::Author author(const Context &context)
{
    return {.account = context.principal.account, .now = context.now()};
}

Result<Entity> current(Context &context, AccountId account)
{
    auto entity = AccountRepository::selectAnswer(context.db, account);
    if (!entity)
        return fail(entity.error());
    if (!*entity)
        return fail(Error::notFound());
    return std::move(**entity);
}

Result<> checkOrganisation(Context &context, OrganisationId organisation)
{
    if (!organisation.isValid())
        return {};
    auto exists = AccountRepository::organisationExists(context.db, organisation);
    if (!exists)
        return fail(exists.error());
    if (!*exists)
        return fail(Error::invalidField(u"organisation"_s, "unknown"));
    return {};
}

Result<> store(Context &context, AccountId account, const AccountRepository::Fields &before,
               const AccountRepository::Fields &after)
{
    if (before == after)
        return {};
    if (after.organisation != before.organisation) {
        if (auto known = checkOrganisation(context, after.organisation); !known)
            return known;
    }
    auto updated = AccountRepository::update(context.db, account, after, author(context));
    if (!updated)
        return updated;

    QJsonObject oldValue = differing(logged(before), logged(after));
    QJsonObject newValue = differing(logged(after), logged(before));
    if (before.passwordHash != after.passwordHash)
        newValue.insert(u"password"_s, u"changed"_s);
    auto recorded = recordActivity(context, {.entity = "account",
                                             .action = "update",
                                             .entityId = account.value(),
                                             .oldValue = oldValue,
                                             .newValue = newValue});
    if (!recorded)
        return recorded;
    return tell(context, account);
}

QJsonObject logged(const AccountRepository::Fields &fields)
{
    return {{u"username"_s, fields.username},
            {u"email"_s, fields.email},
            {u"displayName"_s, fields.displayName},
            {u"status"_s, QString(toWire(fields.status))},
            {u"organisation"_s, idToJson(fields.organisation)},
            {u"locale"_s, fields.locale},
            {u"timeZone"_s, fields.timeZone},
            {u"awayUntil"_s, timeToJson(fields.awayUntil)}};
}

Result<> tell(Context &context, AccountId account)
{
    auto recipients = AccountRepository::selectManagers(context.db);
    if (!recipients)
        return fail(recipients.error());
    if (!recipients->contains(account))
        recipients->append(account);
    return appendEvent(context, {.type = EventType::AccountUpdated,
                                 .data = {{u"id"_s, account.value()}},
                                 .recipients = *recipients});
}

} // namespace Deskbell::Server::AccountChanges
