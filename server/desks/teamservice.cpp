// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/desks/teamservice.h"

#include "server/events/eventlog.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::TeamService {

namespace {

constexpr ManagedKind kind{.word = "team",
                           .select = "desks/select_team",
                           .lock = "desks/lock_team",
                           .remove = "desks/delete_team"};

/// The name is all that can be there twice.
Error explained(const Error &error)
{
    if (error.key != "database.duplicate")
        return error;
    return {.code = ErrorCode::Conflict,
            .key = "team.name_taken",
            .detail = u"The desk has a team of this name."_s,
            .fields = {{.field = u"name"_s, .key = "taken"}}};
}

Authorize authorizeFor(Context &context)
{
    return [&context](const Entity &current) -> Result<DeskId> {
        auto team = valueOf<Team>(current);
        if (!team)
            return fail(team.error());
        const DeskId desk = team->desk.id;
        if (auto allowed = requireOnDesk(context, Permission::TeamManage, desk); !allowed)
            return fail(allowed.error());
        return desk;
    };
}

Result<> checkMembers(Context &context, const QList<AccountId> &members)
{
    auto unknown = context.db.run("desks/select_unknown_members", {{":members", members}});
    if (!unknown)
        return fail(unknown.error());
    if (unknown->next()) {
        return fail(Error::invalidField(u"members"_s, "unknown", {{u"id"_s, unknown->number(0)}}));
    }
    return {};
}

/// What those who come or go may see is another thing now; their clients have to know.
Result<> setMembers(Context &context, qint64 team, const QList<AccountId> &members)
{
    if (auto known = checkMembers(context, members); !known)
        return known;
    auto rows = context.db.run("desks/replace_team_members",
                               {{":team", team}, {":members", members}});
    if (!rows)
        return fail(rows.error());
    while (rows->next()) {
        const auto account = rows->id<AccountId>(0);
        auto told = appendEvent(context, {.type = EventType::AccountUpdated,
                                          .data = {{u"id"_s, account.value()}},
                                          .recipients = {account}});
        if (!told)
            return told;
    }
    return {};
}

Result<qint64> insert(Context &context, const TeamDraft &draft)
{
    auto rows = context.db.run("desks/insert_team", {{":desk", draft.desk},
                                                     {":name", draft.name},
                                                     {":description", draft.description},
                                                     {":rule", toWire(draft.assignmentRule)},
                                                     {":account", context.principal.account},
                                                     {":now", context.now()}});
    if (!rows)
        return fail(explained(rows.error()));
    rows->next();
    const qint64 id = rows->number(0);
    if (auto members = setMembers(context, id, draft.members); !members)
        return fail(members.error());
    return id;
}

Result<> update(Context &context, const Team &team)
{
    auto rows = context.db.run("desks/update_team", {{":id", team.id},
                                                     {":name", team.name},
                                                     {":description", team.description},
                                                     {":rule", toWire(team.assignmentRule)},
                                                     {":account", context.principal.account},
                                                     {":now", context.now()}});
    if (!rows)
        return fail(explained(rows.error()));
    return {};
}

} // namespace

Result<Listed> list(Context &context, const QList<DeskId> &desks, const PageRequest &page)
{
    auto start = nameStart(page);
    if (!start)
        return fail(start.error());
    auto rows = context.db.run("desks/list_teams", {{":viewer", context.principal.account},
                                                    {":all_desks", desks.isEmpty()},
                                                    {":desks", desks},
                                                    {":after_name", start->name},
                                                    {":after_id", start->id},
                                                    {":skipped", start->skipped},
                                                    {":limit", page.pageSize + 1}});
    if (!rows)
        return fail(rows.error());
    return readNamedPage(*rows, page, [&] {
        return countIn(context.db.run("desks/count_teams", {{":viewer", context.principal.account},
                                                            {":all_desks", desks.isEmpty()},
                                                            {":desks", desks}}));
    });
}

Result<Entity> create(Context &context, const TeamDraft &draft)
{
    if (auto allowed = requireOnNamedDesk(context, Permission::TeamManage, draft.desk); !allowed)
        return fail(allowed.error());
    return createManaged(context, kind, draft.desk, [&] { return insert(context, draft); });
}

Result<Entity> change(Context &context, TeamId id, const TeamPatch &patch,
                      const std::optional<int> &version)
{
    const auto apply = [&](const Entity &before) -> Result<bool> {
        auto team = valueOf<Team>(before);
        if (!team)
            return fail(team.error());
        const Team old = *team;
        team->name = patch.name.value_or(team->name);
        team->description = patch.description.value_or(team->description);
        team->assignmentRule = patch.assignmentRule.value_or(team->assignmentRule);
        if (*team == old && !patch.members)
            return false;
        if (patch.members) {
            if (auto members = setMembers(context, id.value(), *patch.members); !members)
                return fail(members.error());
        }
        if (auto updated = update(context, *team); !updated)
            return fail(updated.error());
        return true;
    };
    return changeManaged(context, kind, id.value(), version, authorizeFor(context), apply);
}

Result<> remove(Context &context, TeamId id, const std::optional<int> &version)
{
    const auto refuse = [&](const Entity &) -> Result<> {
        auto used = context.db.run("desks/select_team_used", {{":team", id}});
        if (!used)
            return fail(used.error());
        if (used->next() && used->flag(0)) {
            return fail({.code = ErrorCode::Conflict,
                         .key = "team.in_use",
                         .detail = u"The team has tickets that are not done."_s});
        }
        return {};
    };
    return removeManaged(context, kind, id.value(), version, authorizeFor(context), refuse);
}

} // namespace Deskbell::Server::TeamService
