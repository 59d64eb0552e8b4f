// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/assignment/assignmentrules.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::AssignmentRules {

namespace {

/// Somebody has something to do with it, now or later.
bool isWork(StatusCategory category)
{
    return category == StatusCategory::Open || category == StatusCategory::Waiting
           || category == StatusCategory::Hold;
}

/// None: there is no rule, or it gives tickets to nobody.
Result<std::optional<Rule>> ruleOfTeam(Db::Connection &db, DeskId desk, const TeamRef &team)
{
    auto rows = db.run("assignment/select_team_rule", {{":team", team.id}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return std::optional<Rule>();
    // The table allows no other words.
    const auto order = fromWire<AssignmentRule>(rows->text(0)).value();
    if (order == AssignmentRule::None)
        return std::optional<Rule>();
    return std::optional(
            Rule{.pool = {.desk = desk, .team = team.id}, .order = order, .team = team});
}

Result<std::optional<Rule>> ruleOfDesk(Db::Connection &db, DeskId desk)
{
    auto rows = db.run("assignment/select_assignment_rule", {{":desk", desk}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return std::optional<Rule>();
    const auto order = fromWire<AssignmentRule>(rows->text(0)).value();
    if (order == AssignmentRule::None)
        return std::optional<Rule>();
    return std::optional(Rule{.pool = {.desk = desk, .role = rows->text(1)}, .order = order});
}

Result<std::optional<Rule>> ruleFor(Db::Connection &db, const StoredTicket &before,
                                    const StoredTicket &after)
{
    const bool comesIntoWork
            = after.statusCategory == StatusCategory::Open
              && (before.status.isEmpty() || before.statusCategory != StatusCategory::Open);
    const bool becomesTeams
            = after.team && before.team != after.team && isWork(after.statusCategory);
    if (after.assignee || (!comesIntoWork && !becomesTeams))
        return std::optional<Rule>();
    if (after.team) {
        auto rule = ruleOfTeam(db, after.desk.id, *after.team);
        if (!rule || *rule)
            return rule;
    }
    return comesIntoWork ? ruleOfDesk(db, after.desk.id) : std::optional<Rule>();
}

} // namespace

Result<> follow(Context &context, const StoredTicket &before, StoredTicket &after,
                ChangeStory &story)
{
    const auto rule = ruleFor(context.db, before, after);
    if (!rule)
        return fail(rule.error());
    if (!*rule)
        return {};
    auto turn = takeTurn(context, (*rule)->pool, {}, (*rule)->order);
    if (!turn)
        return fail(turn.error());
    after.assignee = turn->person;
    story.role = (*rule)->pool.role;
    story.team = (*rule)->team;
    story.waiting = turn->waiting;
    return {};
}

std::optional<TeamId> awaitedAfter(const StoredTicket &before, const StoredTicket &after,
                                   const ChangeStory &story)
{
    if (story.team && story.waiting)
        return story.team->id;
    const bool isSettled = before.team != after.team || before.assignee != after.assignee;
    return isSettled && !before.status.isEmpty() ? std::optional(TeamId()) : std::nullopt;
}

Result<> storeAwaited(Db::Connection &db, TicketId ticket, TeamId team)
{
    auto rows = db.run("assignment/replace_team_wait", {{":ticket", ticket}, {":team", team}});
    if (!rows)
        return fail(rows.error());
    return {};
}

Result<std::optional<Rule>> awaited(Db::Connection &db, const StoredTicket &ticket)
{
    if (ticket.assignee || !isWork(ticket.statusCategory))
        return std::optional<Rule>();
    auto rows = db.run("assignment/select_team_wait", {{":ticket", ticket.id}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return std::optional<Rule>();
    return ruleOfTeam(db, ticket.desk.id, {.id = rows->id<TeamId>(0), .name = rows->text(1)});
}

} // namespace Deskbell::Server::AssignmentRules
