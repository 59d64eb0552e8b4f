// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cli/useraddcommand.h"

#include "common/accounts/accountrequests.h"
#include "common/base/clock.h"
#include "server/access/roleseeder.h"
#include "server/accounts/accountsetup.h"
#include "server/accounts/passwordhasher.h"
#include "server/cli/passwordinput.h"
#include "server/host/databasehost.h"
#include "server/log/jsonlog.h"

#include <QTextStream>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

Error unusable(const QString &detail)
{
    return {.code = ErrorCode::Invalid, .key = "config.invalid", .detail = detail};
}

Result<BuiltInRole> roleOf(const Invocation &invocation)
{
    const QString name = invocation.options.value(u"role"_s, toWire(BuiltInRole::Requester));
    if (const auto role = fromWire<BuiltInRole>(name))
        return *role;
    return fail(unusable(u"--role %1: there is no such built-in role"_s.arg(name)));
}

/// What was typed, checked as the interface checks it.
Result<AccountDraft> readDraft(const Invocation &invocation, const QString &password)
{
    return fromJson<AccountDraft>({{u"username"_s, invocation.operands[0]},
                                   {u"email"_s, invocation.operands[1]},
                                   {u"displayName"_s, invocation.options.value(u"name"_s)},
                                   {u"password"_s, password}})
            .map_error([](const Error &error) {
                QStringList faults;
                for (const FieldError &fault : error.fields)
                    faults.append(fault.field + u": "_s + QString::fromLatin1(fault.key));
                return unusable(faults.join(u", "_s));
            });
}

Result<DeskId> deskOf(Db::Connection &db, const Invocation &invocation)
{
    const QString key = invocation.options.value(u"desk"_s);
    if (key.isEmpty())
        return DeskId();
    auto rows = db.run("access/select_desk_id", {{":key", key}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return fail(unusable(u"--desk %1: there is no such desk"_s.arg(key)));
    return rows->id<DeskId>(0);
}

Result<AccountId> addUser(Db::Connection &db, const Invocation &invocation,
                          const AccountDraft &draft, BuiltInRole role)
{
    if (auto seeded = seedRoles(db); !seeded)
        return fail(seeded.error());
    const auto desk = deskOf(db, invocation);
    if (!desk)
        return fail(desk.error());
    const auto hash = PasswordHasher().hash(draft.password);
    if (!hash)
        return fail(hash.error());
    return AccountSetup::add(db, {.username = draft.username,
                                  .email = draft.email,
                                  .displayName = draft.displayName,
                                  .passwordHash = *hash,
                                  .role = role,
                                  .desk = *desk,
                                  .createdAt = Clock::system().now(),
                                  .createdBy = u"deskbelld user add"_s});
}

} // namespace

ExitCode userAddCommand(const Invocation &invocation)
{
    Log::install(invocation.configuration.logLevel);
    const auto role = roleOf(invocation);
    if (!role)
        return report(role.error());
    const auto password = readNewPassword();
    if (!password)
        return report(password.error());
    const auto draft = readDraft(invocation, *password);
    if (!draft)
        return report(draft.error());

    DatabaseHost database(invocation.configuration, DatabaseHost::Sharing::WithServer);
    if (const Result<> started = database.start(); !started)
        return report(started.error());
    Db::Connection connection(database.settings());
    const auto account = addUser(connection, invocation, *draft, *role);
    if (!account)
        return report(account.error());
    QTextStream(stdout) << u"Made account %1: %2 <%3>, %4"_s.arg(account->value())
                                   .arg(draft->username, draft->email, nameOf(*role))
                        << Qt::endl;
    return ExitCode::Ok;
}

} // namespace Deskbell::Server
