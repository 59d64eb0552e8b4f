// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/assignment/rotation.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

Result<StepWaiting> whyNobody(Db::Connection &db, DeskId desk, RoleId role, AccountId except)
{
    auto rows = db.run("assignment/select_has_holders",
                       {{":desk", desk}, {":role", role}, {":except", except.value()}});
    if (!rows)
        return fail(rows.error());
    return rows->next() && rows->flag(0) ? StepWaiting::AllAway : StepWaiting::NoHolders;
}

} // namespace

Result<Turn> takeTurn(Context &context, DeskId desk, const QString &role, AccountId except,
                      AssignmentRule rule)
{
    Db::Connection &db = context.db;
    auto rotation = db.run("assignment/lock_rotation", {{":desk", desk}, {":role", role}});
    if (!rotation)
        return fail(rotation.error());
    if (!rotation->next()) // a workflow names no role that never was
        return Turn{.waiting = StepWaiting::NoHolders};
    const auto roleId = rotation->id<RoleId>(0);
    const char *choose = rule == AssignmentRule::LeastLoaded
                                 ? "assignment/select_least_loaded_person"
                                 : "assignment/select_next_person";
    auto next = db.run(choose, {{":desk", desk},
                                {":role", roleId},
                                {":last", rotation->number(1)},
                                {":except", except.value()},
                                {":now", context.now()}});
    if (!next)
        return fail(next.error());
    if (!next->next()) {
        return whyNobody(db, desk, roleId, except).map([](StepWaiting waiting) {
            return Turn{.waiting = waiting};
        });
    }
    Turn turn{.person = PersonRef{.id = next->id<AccountId>(0), .displayName = next->text(1)}};
    auto noted = db.run("assignment/update_rotation",
                        {{":desk", desk}, {":role", roleId}, {":account", turn.person->id}});
    if (!noted)
        return fail(noted.error());
    return turn;
}

} // namespace Deskbell::Server
