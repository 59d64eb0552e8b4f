// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/assignmentservice.h"

#include "common/access/builtinroles.h"
#include "server/access/delegation.h"
#include "server/access/rolerepository.h"
#include "server/activity/activitylog.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::Server::AssignmentService {

using AssignmentRepository::Assignment;

namespace {

bool isSame(const Assignment &held, const RoleAssignment &wanted)
{
    return held.role == wanted.role && held.desk == wanted.desk;
}

Grants sum(const QList<Assignment> &assignments)
{
    Grants grants;
    for (const Assignment &assignment : assignments) {
        if (assignment.desk.isValid())
            grants.addForDesk(assignment.desk, assignment.permissions);
        else
            grants.addGlobal(assignment.permissions);
    }
    return grants;
}

Error unknown(qsizetype index, const QString &member)
{
    return Error::invalidField(u"roles[%1].%2"_s.arg(index).arg(member), "unknown");
}

/// The wanted roles with what they allow.
Result<QList<Assignment>> resolve(Context &context, const QList<RoleAssignment> &wanted)
{
    QList<Assignment> resolved;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        auto role = RoleRepository::select(context.db, wanted[i].role);
        if (!role)
            return fail(role.error());
        if (!*role)
            return fail(unknown(i, u"role"_s));
        if (wanted[i].desk.isValid()) {
            auto exists = AssignmentRepository::deskExists(context.db, wanted[i].desk);
            if (!exists)
                return fail(exists.error());
            if (!*exists)
                return fail(unknown(i, u"desk"_s));
        }
        resolved.append({.role = wanted[i].role,
                         .key = (*role)->key,
                         .desk = wanted[i].desk,
                         .permissions = (*role)->permissions});
    }
    return resolved;
}

/// Those of `all` that are not among `others`.
QList<Assignment> without(const QList<Assignment> &all, const QList<Assignment> &others)
{
    QList<Assignment> rest;
    for (const Assignment &one : all) {
        const bool shared
                = std::any_of(others.begin(), others.end(), [&one](const Assignment &other) {
                      return other.role == one.role && other.desk == one.desk;
                  });
        if (!shared)
            rest.append(one);
    }
    return rest;
}

Result<> checkMayChange(const Grants &own, const Assignment &assignment)
{
    const bool manages = assignment.desk.isValid()
                                 ? own.holds(Permission::UserManage, assignment.desk)
                                 : own.holdsGlobally(Permission::UserManage);
    if (!manages)
        return fail(Error::forbidden(codeOf(Permission::UserManage)));
    return Delegation::check(own, assignment.permissions, assignment.desk);
}

QJsonObject logged(const QList<Assignment> &assignments)
{
    QJsonArray roles;
    for (const Assignment &assignment : assignments)
        roles.append(
                QJsonObject{{u"role"_s, assignment.key}, {u"desk"_s, idToJson(assignment.desk)}});
    return {{u"roles"_s, roles}};
}

bool isGlobalAdministrator(const Assignment &assignment)
{
    return !assignment.desk.isValid() && assignment.key == toWire(BuiltInRole::Administrator);
}

} // namespace

Result<Grants> grantsOf(Context &context, AccountId account)
{
    return AssignmentRepository::select(context.db, account).map(sum);
}

Result<> checkManages(Context &context, AccountId account)
{
    auto held = AssignmentRepository::select(context.db, account);
    if (!held)
        return fail(held.error());
    const Grants &own = context.principal.grants;
    const auto isForDesk = [](const Assignment &assignment) {
        return assignment.desk.isValid();
    };
    const bool manages
            = own.holdsGlobally(Permission::UserManage)
              || (std::any_of(held->begin(), held->end(), isForDesk)
                  && std::all_of(held->begin(), held->end(), [&own](const Assignment &assignment) {
                         return !assignment.desk.isValid()
                                || own.holds(Permission::UserManage, assignment.desk);
                     }));
    if (!manages)
        return fail(Error::forbidden(codeOf(Permission::UserManage)));
    return Delegation::checkAll(own, sum(*held));
}

Result<RoleAssignment> baseAssignment(Db::Connection &db)
{
    auto role = RoleRepository::selectByKey(db, toWire(BuiltInRole::Requester));
    if (!role)
        return fail(role.error());
    if (!*role)
        return fail(Error::internal(u"The built-in roles are missing."_s));
    return RoleAssignment{.role = **role};
}

Result<bool> assign(Context &context, AccountId account, const QList<RoleAssignment> &wanted,
                    Occasion occasion)
{
    auto before = AssignmentRepository::select(context.db, account);
    if (!before)
        return fail(before.error());
    auto after = resolve(context, wanted);
    if (!after)
        return fail(after.error());
    const QList<Assignment> taken = without(*before, *after);
    const QList<Assignment> given = without(*after, *before);
    if (taken.isEmpty() && given.isEmpty())
        return false;

    auto base = baseAssignment(context.db);
    if (!base)
        return fail(base.error());
    const QList<Assignment> changed = taken + given;
    for (const Assignment &assignment : changed) {
        if (occasion == Occasion::NewAccount && isSame(assignment, *base))
            continue;
        if (auto allowed = checkMayChange(context.principal.grants, assignment); !allowed)
            return fail(allowed.error());
    }
    if (std::any_of(taken.begin(), taken.end(), isGlobalAdministrator)) {
        if (auto allowed = Delegation::checkOtherAdministrator(context, account); !allowed)
            return fail(allowed.error());
    }

    const auto change = [&](const Assignment &assignment) {
        return AssignmentRepository::Change{.account = account,
                                            .role = assignment.role,
                                            .desk = assignment.desk,
                                            .by = context.principal.account,
                                            .now = context.now()};
    };
    for (const Assignment &assignment : taken) {
        if (auto removed = AssignmentRepository::remove(context.db, change(assignment)); !removed)
            return fail(removed.error());
    }
    for (const Assignment &assignment : given) {
        if (auto inserted = AssignmentRepository::insert(context.db, change(assignment)); !inserted)
            return fail(inserted.error());
    }
    auto recorded = recordActivity(context, {.entity = "account",
                                             .action = "roles",
                                             .entityId = account.value(),
                                             .oldValue = logged(*before),
                                             .newValue = logged(*after)});
    if (!recorded)
        return fail(recorded.error());
    return true;
}

} // namespace Deskbell::Server::AssignmentService
