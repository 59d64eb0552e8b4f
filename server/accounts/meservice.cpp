// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/meservice.h"

#include "server/accounts/accountchanges.h"
#include "server/accounts/passwordhasher.h"
#include "server/accounts/sessionservice.h"
#include "server/accounts/signinthrottle.h"
#include "server/activity/activitylog.h"
#include "server/base/environment.h"
#include "server/db/transaction.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Deskbell::Server::MeService {

using AccountRepository::Fields;

namespace {

/// The principal's account, locked. It cannot be gone: it has just been authenticated.
Result<Fields> lockOwn(Context &context)
{
    auto fields = AccountRepository::lock(context.db, context.principal.account);
    if (!fields)
        return fail(fields.error());
    if (!*fields)
        return fail(Error::notFound());
    return std::move(**fields);
}

Result<> changeInside(Context &context, const MePatch &patch, const std::optional<int> &version)
{
    auto before = lockOwn(context);
    if (!before)
        return fail(before.error());
    auto current = AccountChanges::current(context, context.principal.account);
    if (!current)
        return fail(current.error());
    if (auto same = checkVersion(version, *current); !same)
        return same;
    Fields after = *before;
    after.email = patch.email.value_or(before->email);
    after.displayName = patch.displayName.value_or(before->displayName);
    after.locale = patch.locale.value_or(before->locale);
    after.timeZone = patch.timeZone.value_or(before->timeZone);
    after.awayUntil = patch.awayUntil.value_or(before->awayUntil);
    return AccountChanges::store(context, context.principal.account, *before, after);
}

Result<PasswordOutcome> refusePassword(Context &context, const QString &username)
{
    return Db::inTransaction<PasswordOutcome>(context.db, [&]() -> Result<PasswordOutcome> {
        if (auto counted = SignInThrottle::countFailure(context, username); !counted)
            return fail(counted.error());
        auto recorded = recordActivity(context, {.entity = "account",
                                                 .action = "refuse",
                                                 .entityId = context.principal.account.value(),
                                                 .newValue = {{u"reason"_s, u"password"_s}}});
        if (!recorded)
            return fail(recorded.error());
        return PasswordOutcome::WrongPassword;
    });
}

Result<PasswordOutcome> storePassword(Context &context, const Fields &known, const QString &hash)
{
    auto before = lockOwn(context);
    if (!before)
        return fail(before.error());
    // Changed by somebody else since it was looked at: then what was typed is not the current one.
    if (before->passwordHash != known.passwordHash)
        return PasswordOutcome::WrongPassword;
    Fields after = *before;
    after.passwordHash = hash;
    const AccountId account = context.principal.account;
    if (auto stored = AccountChanges::store(context, account, *before, after); !stored)
        return fail(stored.error());
    auto forgotten = SignInThrottle::forgetName(context, before->username);
    if (!forgotten)
        return fail(forgotten.error());
    auto ended = SessionService::endAll(context, account, u"password"_s, context.principal.session);
    if (!ended)
        return fail(ended.error());
    return PasswordOutcome::Changed;
}

} // namespace

Result<Me> read(Context &context)
{
    auto own = AccountRepository::selectOwn(context.db, context.principal.account);
    if (!own)
        return fail(own.error());
    if (!*own)
        return fail(Error::notFound());
    QJsonObject json = QJsonDocument::fromJson((*own)->account.json).object();
    json.insert(u"teams"_s, QJsonDocument::fromJson((*own)->teams).array());
    json.insert(u"grants"_s, toJson(context.principal.grants));
    return fromJson<Me>(json).map_error([](const Error &error) {
        return Error::internal(u"An account is not as the interface shows it: %1"_s.arg(
                error.fields.isEmpty() ? error.detail : error.fields.first().field));
    });
}

Result<Me> change(Context &context, const MePatch &patch, const std::optional<int> &version)
{
    auto changed = Db::inTransaction<void>(context.db,
                                           [&] { return changeInside(context, patch, version); });
    if (!changed)
        return fail(changed.error());
    return read(context);
}

Result<PasswordOutcome> changePassword(Context &context, const PasswordChange &change)
{
    auto turn = context.environment.passwords.takeTurn();
    if (!turn)
        return fail(turn.error());
    auto known = AccountRepository::select(context.db, context.principal.account);
    if (!known)
        return fail(known.error());
    if (!*known)
        return fail(Error::notFound());
    if (auto allowed = SignInThrottle::check(context, (*known)->username); !allowed)
        return fail(allowed.error());
    if (!turn->verify(change.currentPassword, (*known)->passwordHash))
        return refusePassword(context, (*known)->username);
    auto hash = turn->hash(change.newPassword);
    if (!hash)
        return fail(hash.error());
    return Db::inTransaction<PasswordOutcome>(
            context.db, [&] { return storePassword(context, **known, *hash); });
}

} // namespace Deskbell::Server::MeService
