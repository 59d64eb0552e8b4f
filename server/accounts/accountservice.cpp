// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/accountservice.h"

#include "server/access/assignmentservice.h"
#include "server/access/delegation.h"
#include "server/access/rolerepository.h"
#include "server/accounts/accountchanges.h"
#include "server/accounts/passwordhasher.h"
#include "server/accounts/sessionservice.h"
#include "server/activity/activitylog.h"
#include "server/base/environment.h"
#include "server/db/transaction.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::AccountService {

using AccountRepository::Fields;
using AssignmentService::Occasion;

namespace {

bool seesPeople(const Grants &grants)
{
    return grants.holdsAnywhere(Permission::UserView)
           || grants.holdsAnywhere(Permission::UserManage);
}

/// The hash of a password that was given; nothing for none.
Result<QString> hashGiven(Context &context, const QString &password)
{
    if (password.isEmpty())
        return QString();
    return context.environment.passwords.hash(password);
}

Result<AccountId> insert(Context &context, const Fields &fields, const QList<RoleAssignment> &roles)
{
    auto account = AccountRepository::insert(context.db, fields, AccountChanges::author(context));
    if (!account)
        return account;
    auto recorded = recordActivity(context, {.entity = "account",
                                             .action = "create",
                                             .entityId = account->value(),
                                             .newValue = AccountChanges::logged(fields)});
    if (!recorded)
        return fail(recorded.error());
    auto assigned = AssignmentService::assign(context, *account, roles, Occasion::NewAccount);
    if (!assigned)
        return fail(assigned.error());
    if (auto told = AccountChanges::tell(context, *account); !told)
        return fail(told.error());
    return account;
}

Result<Entity> signUpInside(Context &context, const Fields &fields)
{
    auto base = AssignmentService::baseAssignment(context.db);
    if (!base)
        return fail(base.error());
    return insert(context, fields, {*base}).and_then([&](AccountId account) {
        return AccountChanges::current(context, account);
    });
}

Result<Entity> createLocked(Context &context, const AccountDraft &draft, const Fields &fields)
{
    if (auto locked = Delegation::lock(context); !locked)
        return fail(locked.error());
    if (!context.principal.grants.holdsAnywhere(Permission::UserManage))
        return fail(Error::forbidden(codeOf(Permission::UserManage)));
    if (auto known = AccountChanges::checkOrganisation(context, fields.organisation); !known)
        return fail(known.error());
    QList<RoleAssignment> roles = draft.roles;
    if (roles.isEmpty()) {
        auto base = AssignmentService::baseAssignment(context.db);
        if (!base)
            return fail(base.error());
        roles.append(*base);
    }
    return insert(context, fields, roles).and_then([&](AccountId account) {
        return AccountChanges::current(context, account);
    });
}

/// The account under both locks, if the principal manages it and it is of that version.
Result<Fields> lockManaged(Context &context, AccountId account, const std::optional<int> &version)
{
    if (auto locked = Delegation::lock(context); !locked)
        return fail(locked.error());
    // Who manages nobody at all is not told who exists.
    if (!context.principal.grants.holdsAnywhere(Permission::UserManage))
        return fail(Error::forbidden(codeOf(Permission::UserManage)));
    auto fields = AccountRepository::lock(context.db, account);
    if (!fields)
        return fail(fields.error());
    if (!*fields)
        return fail(Error::notFound());
    if (auto manages = AssignmentService::checkManages(context, account); !manages)
        return fail(manages.error());
    auto current = AccountChanges::current(context, account);
    if (!current)
        return fail(current.error());
    if (auto same = checkVersion(version, *current); !same)
        return fail(same.error());
    return std::move(**fields);
}

Fields patched(Fields fields, const AccountPatch &patch)
{
    fields.username = patch.username.value_or(fields.username);
    fields.email = patch.email.value_or(fields.email);
    fields.displayName = patch.displayName.value_or(fields.displayName);
    fields.status = patch.status.value_or(fields.status);
    fields.organisation = patch.organisation.value_or(fields.organisation);
    fields.locale = patch.locale.value_or(fields.locale);
    fields.timeZone = patch.timeZone.value_or(fields.timeZone);
    fields.awayUntil = patch.awayUntil.value_or(fields.awayUntil);
    return fields;
}

Result<Entity> changeLocked(Context &context, AccountId account, const AccountPatch &patch,
                            const QString &passwordHash, const std::optional<int> &version)
{
    auto before = lockManaged(context, account, version);
    if (!before)
        return fail(before.error());
    Fields after = patched(*before, patch);
    if (!passwordHash.isEmpty())
        after.passwordHash = passwordHash;
    const bool leaves
            = before->status == AccountStatus::Active && after.status != AccountStatus::Active;
    if (leaves) {
        auto allowed = Delegation::checkOtherAdministrator(context, account);
        if (!allowed)
            return fail(allowed.error());
    }
    if (auto stored = AccountChanges::store(context, account, *before, after); !stored)
        return fail(stored.error());
    if (leaves || !passwordHash.isEmpty()) {
        const QString why = leaves ? QString(toWire(after.status)) : u"password"_s;
        if (auto ended = SessionService::endAll(context, account, why); !ended)
            return fail(ended.error());
    }
    return AccountChanges::current(context, account);
}

Result<> removeLocked(Context &context, AccountId account, const std::optional<int> &version)
{
    auto before = lockManaged(context, account, version);
    if (!before)
        return fail(before.error());
    auto allowed = Delegation::checkOtherAdministrator(context, account);
    if (!allowed)
        return allowed;
    auto removed = AccountRepository::remove(context.db, account, AccountChanges::author(context));
    if (!removed)
        return removed;
    if (auto ended = SessionService::endAll(context, account, u"removed"_s); !ended)
        return ended;
    auto recorded = recordActivity(context, {.entity = "account",
                                             .action = "delete",
                                             .entityId = account.value(),
                                             .oldValue = AccountChanges::logged(*before)});
    if (!recorded)
        return recorded;
    return AccountChanges::tell(context, account);
}

Result<Entity> assignLocked(Context &context, AccountId account, const RoleAssignments &roles,
                            const std::optional<int> &version)
{
    if (auto locked = Delegation::lock(context); !locked)
        return fail(locked.error());
    if (!context.principal.grants.holdsAnywhere(Permission::UserManage))
        return fail(Error::forbidden(codeOf(Permission::UserManage)));
    auto current = AccountChanges::current(context, account);
    if (!current)
        return current;
    if (auto same = checkVersion(version, *current); !same)
        return fail(same.error());
    auto changed = AssignmentService::assign(context, account, roles.roles, Occasion::Change);
    if (!changed)
        return fail(changed.error());
    if (!*changed)
        return current;
    auto touched = AccountRepository::touch(context.db, {account}, AccountChanges::author(context));
    if (!touched)
        return fail(touched.error());
    if (auto told = AccountChanges::tell(context, account); !told)
        return fail(told.error());
    return AccountChanges::current(context, account);
}

} // namespace

Result<Entity> signUp(Context &context, const SignUp &signUp)
{
    if (!context.environment.settings.signUp) {
        return fail({.code = ErrorCode::Forbidden,
                     .key = "signup.disabled",
                     .detail = u"New accounts are made by an administrator here."_s});
    }
    auto hash = context.environment.passwords.hash(signUp.password);
    if (!hash)
        return fail(hash.error());
    const Fields fields{.username = signUp.username,
                        .email = signUp.email,
                        .displayName
                        = signUp.displayName.isEmpty() ? signUp.username : signUp.displayName,
                        .passwordHash = *hash};
    return Db::inTransaction<Entity>(context.db, [&] { return signUpInside(context, fields); });
}

Result<Listed> list(Context &context, const AccountFilter &filter)
{
    if (!seesPeople(context.principal.grants))
        return fail(Error::forbidden(codeOf(Permission::UserView)));
    return AccountRepository::selectPage(context.db, filter);
}

Result<Entity> read(Context &context, AccountId account)
{
    if (account != context.principal.account && !seesPeople(context.principal.grants))
        return fail(Error::forbidden(codeOf(Permission::UserView)));
    auto entity = AccountChanges::current(context, account);
    if (!entity)
        return entity;
    auto recorded = recordActivity(
            context, {.entity = "account", .action = "view", .entityId = account.value()});
    if (!recorded)
        return fail(recorded.error());
    return entity;
}

Result<QList<HeldPermission>> permissions(Context &context, AccountId account)
{
    if (!context.principal.grants.holdsAnywhere(Permission::UserManage))
        return fail(Error::forbidden(codeOf(Permission::UserManage)));
    auto entity = AccountChanges::current(context, account);
    if (!entity)
        return fail(entity.error());
    auto shown = fromJsonBytes<Account>(entity->json, Unknown::Ignored);
    if (!shown)
        return fail(Error::internal(shown.error().detail));
    QList<PermissionSet> allowed;
    for (const HeldRole &held : std::as_const(shown->roles)) {
        auto role = RoleRepository::select(context.db, held.id);
        if (!role)
            return fail(role.error());
        allowed.append(*role ? (*role)->permissions : PermissionSet());
    }
    QList<HeldPermission> all;
    for (const auto &row : WireEnum<Permission>::names) {
        for (qsizetype i = 0; i < allowed.size(); ++i) {
            if (allowed[i].contains(row.value))
                all.append({.permission = row.value, .role = shown->roles[i]});
        }
    }
    return all;
}

Result<Entity> create(Context &context, const AccountDraft &draft)
{
    if (!context.principal.grants.holdsAnywhere(Permission::UserManage))
        return fail(Error::forbidden(codeOf(Permission::UserManage)));
    auto hash = hashGiven(context, draft.password);
    if (!hash)
        return fail(hash.error());
    const Fields fields{.username = draft.username,
                        .email = draft.email,
                        .displayName
                        = draft.displayName.isEmpty() ? draft.username : draft.displayName,
                        .organisation = draft.organisation,
                        .locale = draft.locale,
                        .timeZone = draft.timeZone,
                        .passwordHash = *hash};
    return Db::inTransaction<Entity>(context.db,
                                     [&] { return createLocked(context, draft, fields); });
}

Result<Entity> change(Context &context, AccountId account, const AccountPatch &patch,
                      const std::optional<int> &version)
{
    if (!context.principal.grants.holdsAnywhere(Permission::UserManage))
        return fail(Error::forbidden(codeOf(Permission::UserManage)));
    auto hash = hashGiven(context, patch.password.value_or(QString()));
    if (!hash)
        return fail(hash.error());
    return Db::inTransaction<Entity>(
            context.db, [&] { return changeLocked(context, account, patch, *hash, version); });
}

Result<> remove(Context &context, AccountId account, const std::optional<int> &version)
{
    return Db::inTransaction<void>(context.db,
                                   [&] { return removeLocked(context, account, version); });
}

Result<Entity> assignRoles(Context &context, AccountId account, const RoleAssignments &roles,
                           const std::optional<int> &version)
{
    return Db::inTransaction<Entity>(
            context.db, [&] { return assignLocked(context, account, roles, version); });
}

} // namespace Deskbell::Server::AccountService
