// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/delegation.h"

#include "common/access/builtinroles.h"
#include "server/access/principalrepository.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::Delegation {

Result<> lock(Context &context)
{
    if (auto locked = context.db.run("access/lock_access"); !locked)
        return fail(locked.error());
    auto principal = selectPrincipal(context.db, context.principal.account,
                                     context.principal.session, context.now());
    if (!principal)
        return fail(principal.error());
    if (!*principal) {
        return fail({.code = ErrorCode::Unauthenticated,
                     .key = "auth.token_invalid",
                     .detail = u"The session has ended."_s});
    }
    context.principal = std::move(**principal);
    return {};
}

Result<> check(const Grants &own, PermissionSet permissions, DeskId desk)
{
    if (own.mayGive(permissions, desk))
        return {};
    PermissionSet missing;
    for (const Permission permission : permissions.toList()) {
        if (!own.mayGive({permission}, desk))
            missing.insert(permission);
    }
    const QStringList codes = codesOf(missing);
    return fail({.code = ErrorCode::Forbidden,
                 .key = "access.not_delegable",
                 .detail = u"Only who holds %1 can give or take it."_s.arg(codes.first()),
                 .params = {{u"permission"_s, codes.first()},
                            {u"permissions"_s, QJsonArray::fromStringList(codes)},
                            {u"desk"_s, desk.isValid() ? QJsonValue(desk.value())
                                                       : QJsonValue(QJsonValue::Null)}}});
}

Result<> checkAll(const Grants &own, const Grants &other)
{
    if (auto allowed = check(own, other.global(), {}); !allowed)
        return allowed;
    for (auto it = other.desks().cbegin(); it != other.desks().cend(); ++it) {
        if (auto allowed = check(own, it.value(), it.key()); !allowed)
            return allowed;
    }
    return {};
}

Result<> checkOtherAdministrator(Context &context, AccountId account)
{
    auto rows = context.db.run(
            "access/select_last_administrator",
            {{":account", account}, {":role", toWire(BuiltInRole::Administrator)}});
    if (!rows)
        return fail(rows.error());
    if (rows->next() && rows->flag(0)) {
        return fail({.code = ErrorCode::Conflict,
                     .key = "account.last_administrator",
                     .detail = u"This is the last active administrator."_s});
    }
    return {};
}

} // namespace Deskbell::Server::Delegation
