// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/assignment/rotation.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

/// Where the turns of a pool stand.
struct Rotation
{
    RoleId role = {};
    AccountId last = {};
};

/// None: there is no such role or team.
Result<std::optional<Rotation>> lockRotation(Db::Connection &db, const TurnPool &pool)
{
    auto rows = pool.team.isValid()
                        ? db.run("assignment/lock_team_rotation", {{":team", pool.team}})
                        : db.run("assignment/lock_rotation",
                                 {{":desk", pool.desk}, {":role", pool.role}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return std::optional<Rotation>();
    return std::optional(
            Rotation{.role = RoleId(rows->number(0)), .last = AccountId(rows->number(1))});
}

Result<> noteTurn(Db::Connection &db, const TurnPool &pool, RoleId role, AccountId person)
{
    auto rows = pool.team.isValid()
                        ? db.run("assignment/update_team_rotation",
                                 {{":team", pool.team}, {":account", person}})
                        : db.run("assignment/update_rotation",
                                 {{":desk", pool.desk}, {":role", role}, {":account", person}});
    if (!rows)
        return fail(rows.error());
    return {};
}

Result<StepWaiting> whyNobody(Db::Connection &db, const TurnPool &pool, RoleId role,
                              AccountId except)
{
    auto rows = db.run("assignment/select_has_holders", {{":desk", pool.desk},
                                                         {":role", role.value()},
                                                         {":team", pool.team.value()},
                                                         {":except", except.value()}});
    if (!rows)
        return fail(rows.error());
    return rows->next() && rows->flag(0) ? StepWaiting::AllAway : StepWaiting::NoHolders;
}

} // namespace

Result<Turn> takeTurn(Context &context, const TurnPool &pool, AccountId except, AssignmentRule rule)
{
    Db::Connection &db = context.db;
    auto rotation = lockRotation(db, pool);
    if (!rotation)
        return fail(rotation.error());
    if (!*rotation) // a workflow names no role that never was
        return Turn{.waiting = StepWaiting::NoHolders};
    const RoleId role = (*rotation)->role;
    const char *choose = rule == AssignmentRule::LeastLoaded
                                 ? "assignment/select_least_loaded_person"
                                 : "assignment/select_next_person";
    auto next = db.run(choose, {{":desk", pool.desk},
                                {":role", role.value()},
                                {":team", pool.team.value()},
                                {":last", (*rotation)->last.value()},
                                {":except", except.value()},
                                {":now", context.now()}});
    if (!next)
        return fail(next.error());
    if (!next->next()) {
        return whyNobody(db, pool, role, except).map([](StepWaiting waiting) {
            return Turn{.waiting = waiting};
        });
    }
    Turn turn{.person = PersonRef{.id = next->id<AccountId>(0), .displayName = next->text(1)}};
    if (auto noted = noteTurn(db, pool, role, turn.person->id); !noted)
        return fail(noted.error());
    return turn;
}

} // namespace Deskbell::Server
