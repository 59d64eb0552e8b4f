// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/accountrepository.h"

#include "common/access/permission.h"
#include "server/api/namedpage.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::AccountRepository {

namespace {

Error taken(const QString &field)
{
    return {.code = ErrorCode::Conflict,
            .key = field.toLatin1() + ".taken",
            .detail = u"Another account has this %1."_s.arg(field),
            .fields = {{.field = field, .key = "taken"}}};
}

/// What a violated constraint means to whoever sent the value.
Error named(const Error &error)
{
    const QString constraint = error.params.value("constraint"_L1).toString();
    if (constraint == "account_email"_L1)
        return taken(u"email"_s);
    if (constraint == "account_username"_L1)
        return taken(u"username"_s);
    return error;
}

Result<> done(const Result<Db::Rows> &rows)
{
    if (!rows)
        return fail(named(rows.error()));
    return {};
}

Result<std::optional<Fields>> fieldsOf(Result<Db::Rows> rows)
{
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return std::nullopt;
    return Fields{.username = rows->text(0),
                  .email = rows->text(1),
                  .displayName = rows->text(2),
                  .status = fromWire<AccountStatus>(rows->text(3)).value(),
                  .organisation = rows->id<OrganisationId>(4),
                  .locale = rows->text(5),
                  .timeZone = rows->text(6),
                  .awayUntil = rows->time(8),
                  .passwordHash = rows->text(7)};
}

QStringList words(const QList<AccountStatus> &statuses)
{
    QStringList list;
    for (const AccountStatus status : statuses)
        list.append(toWire(status));
    return list;
}

Result<qint64> count(Db::Connection &db, const AccountFilter &filter)
{
    auto rows = db.run("accounts/count_accounts", {{":search", filter.search},
                                                   {":statuses", words(filter.statuses)},
                                                   {":roles", filter.roles},
                                                   {":desks", filter.desks},
                                                   {":organisations", filter.organisations}});
    if (!rows)
        return fail(rows.error());
    return rows->next() ? rows->number(0) : 0;
}

} // namespace

Result<std::optional<Fields>> select(Db::Connection &db, AccountId account)
{
    return fieldsOf(db.run("accounts/select_account_fields", {{":account", account}}));
}

Result<std::optional<Fields>> lock(Db::Connection &db, AccountId account)
{
    return fieldsOf(db.run("accounts/lock_account", {{":account", account}}));
}

Result<AccountId> insert(Db::Connection &db, const Fields &fields, const Author &author)
{
    auto rows = db.run("accounts/insert_account", {{":username", fields.username},
                                                   {":email", fields.email},
                                                   {":display_name", fields.displayName},
                                                   {":password_hash", fields.passwordHash},
                                                   {":status", toWire(fields.status)},
                                                   {":organisation", fields.organisation},
                                                   {":locale", fields.locale},
                                                   {":time_zone", fields.timeZone},
                                                   {":by", author.account},
                                                   {":now", author.now}});
    if (!rows)
        return fail(named(rows.error()));
    if (!rows->next())
        return fail(Error::internal(u"An account was not stored."_s));
    return rows->id<AccountId>(0);
}

Result<> update(Db::Connection &db, AccountId account, const Fields &fields, const Author &author)
{
    return done(db.run("accounts/update_account", {{":account", account},
                                                   {":username", fields.username},
                                                   {":email", fields.email},
                                                   {":display_name", fields.displayName},
                                                   {":password_hash", fields.passwordHash},
                                                   {":status", toWire(fields.status)},
                                                   {":organisation", fields.organisation},
                                                   {":locale", fields.locale},
                                                   {":time_zone", fields.timeZone},
                                                   {":away_until", fields.awayUntil},
                                                   {":by", author.account},
                                                   {":now", author.now}}));
}

Result<> remove(Db::Connection &db, AccountId account, const Author &author)
{
    return done(db.run("accounts/delete_account",
                       {{":account", account}, {":by", author.account}, {":now", author.now}}));
}

Result<> touch(Db::Connection &db, const QList<AccountId> &accounts, const Author &author)
{
    return done(db.run("accounts/update_account_versions",
                       {{":accounts", accounts}, {":by", author.account}, {":now", author.now}}));
}

Result<std::optional<Entity>> selectAnswer(Db::Connection &db, AccountId account)
{
    auto rows = db.run("accounts/select_account", {{":account", account}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return std::nullopt;
    return Entity{.json = rows->utf8(0), .version = int(rows->number(1))};
}

Result<std::optional<Own>> selectOwn(Db::Connection &db, AccountId account)
{
    auto rows = db.run("accounts/select_me", {{":account", account}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return std::nullopt;
    return Own{.account = {.json = rows->utf8(0), .version = int(rows->number(1))},
               .teams = rows->utf8(2)};
}

Result<std::optional<AccountId>> selectId(Db::Connection &db, const QString &username)
{
    auto rows = db.run("accounts/select_account_id", {{":username", username}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return std::nullopt;
    return rows->id<AccountId>(0);
}

Result<QList<AccountId>> selectManagers(Db::Connection &db)
{
    auto rows
            = db.run("accounts/select_managers", {{":permission", toWire(Permission::UserManage)}});
    if (!rows)
        return fail(rows.error());
    QList<AccountId> managers;
    while (rows->next())
        managers.append(rows->id<AccountId>(0));
    return managers;
}

Result<bool> organisationExists(Db::Connection &db, OrganisationId organisation)
{
    auto rows = db.run("accounts/select_organisation_exists", {{":organisation", organisation}});
    if (!rows)
        return fail(rows.error());
    return rows->next() && rows->flag(0);
}

Result<Listed> selectPage(Db::Connection &db, const AccountFilter &filter)
{
    const auto start = nameStart(filter.page);
    if (!start)
        return fail(start.error());
    auto rows = db.run("accounts/select_accounts", {{":search", filter.search},
                                                    {":statuses", words(filter.statuses)},
                                                    {":roles", filter.roles},
                                                    {":desks", filter.desks},
                                                    {":organisations", filter.organisations},
                                                    {":after_name", start->name},
                                                    {":after_id", start->id},
                                                    {":skipped", start->skipped},
                                                    {":limit", filter.page.pageSize + 1}});
    if (!rows)
        return fail(rows.error());
    return readNamedPage(*rows, filter.page, [&] { return count(db, filter); });
}

} // namespace Deskbell::Server::AccountRepository
