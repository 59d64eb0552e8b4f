// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/principalrepository.h"

#include <QStringTokenizer>

namespace Deskbell::Server {

namespace {

Result<std::optional<Principal>> readPrincipal(Result<Db::Rows> rows, AccountId account,
                                               SessionId session)
{
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return std::nullopt;

    Principal principal{.account = account, .session = session, .displayName = rows->text(0)};
    // "0:user.manage 7:ticket.note": desk (0: every desk) and permission.
    PermissionSet everywhere;
    QHash<DeskId, PermissionSet> desks;
    const QString grants = rows->text(1);
    for (const QStringView grant : QStringTokenizer(grants, u' ', Qt::SkipEmptyParts)) {
        const qsizetype colon = grant.indexOf(u':');
        const DeskId desk(grant.first(colon).toLongLong());
        // A code that this version does not know was granted by a newer one; it allows nothing
        // here.
        if (const auto permission = fromWire<Permission>(grant.sliced(colon + 1)))
            (desk.isValid() ? desks[desk] : everywhere).insert(*permission);
    }
    principal.grants.addGlobal(everywhere);
    for (auto it = desks.cbegin(); it != desks.cend(); ++it)
        principal.grants.addForDesk(it.key(), it.value());
    return std::optional(std::move(principal));
}

} // namespace

Result<std::optional<Principal>> selectPrincipal(Db::Connection &db, AccountId account,
                                                 SessionId session, const QDateTime &now)
{
    return readPrincipal(db.run("access/select_principal",
                                {{":session", session}, {":account", account}, {":now", now}}),
                         account, session);
}

Result<std::optional<Principal>> selectPrincipal(Db::Connection &db, AccountId account)
{
    return readPrincipal(db.run("access/select_principal_of_account", {{":account", account}}),
                         account, {});
}

Result<QList<SessionId>> selectEndedSessions(Db::Connection &db, const QList<SessionId> &sessions)
{
    auto rows = db.run("access/select_ended_sessions", {{":sessions", sessions}});
    if (!rows)
        return fail(rows.error());
    QList<SessionId> ended;
    while (rows->next())
        ended.append(rows->id<SessionId>(0));
    return ended;
}

} // namespace Deskbell::Server
