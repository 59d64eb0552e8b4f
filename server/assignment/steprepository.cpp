// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/assignment/steprepository.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::StepRepository {

namespace {

Result<QList<WaitingTicket>> waitingTickets(Db::Connection &db, const char *statement, qint64 after,
                                            int limit)
{
    auto rows = db.run(statement, {{":after", after}, {":limit", limit}});
    if (!rows)
        return fail(rows.error());
    QList<WaitingTicket> tickets;
    while (rows->next())
        tickets.append({.place = rows->number(0),
                        .ticket = rows->id<TicketId>(1),
                        .requester = rows->id<AccountId>(2)});
    return tickets;
}

} // namespace

Result<QList<TicketStep>> list(Db::Connection &db, TicketId ticket)
{
    auto rows = db.run("assignment/list_steps", {{":ticket", ticket}});
    if (!rows)
        return fail(rows.error());
    QList<TicketStep> steps;
    while (rows->next()) {
        TicketStep step{.status = rows->text(0),
                        .role = rows->text(1),
                        .origin = fromWire<StepOrigin>(rows->text(4)).value(),
                        .note = rows->text(6),
                        .startedAt = rows->time(7),
                        .endedAt = rows->time(8)};
        if (rows->isNull(2))
            step.waiting = fromWire<StepWaiting>(rows->text(5));
        else
            step.person = PersonRef{.id = rows->id<AccountId>(2), .displayName = rows->text(3)};
        steps.append(step);
    }
    return steps;
}

Result<> insert(Db::Connection &db, TicketId ticket, const TicketStep &step, const QDateTime &now)
{
    const std::optional<QString> waiting
            = step.waiting ? std::optional(QString(toWire(*step.waiting))) : std::nullopt;
    auto rows = db.run("assignment/insert_step",
                       {{":ticket", ticket},
                        {":status", step.status},
                        {":role", step.role},
                        {":account", step.person ? step.person->id : AccountId()},
                        {":origin", toWire(step.origin)},
                        {":waiting", waiting},
                        {":now", now}});
    if (!rows)
        return fail(rows.error());
    return {};
}

Result<> end(Db::Connection &db, TicketId ticket, const QString &note, const QDateTime &now)
{
    auto rows
            = db.run("assignment/end_step", {{":ticket", ticket}, {":note", note}, {":now", now}});
    if (!rows)
        return fail(rows.error());
    return {};
}

Result<bool> give(Db::Connection &db, TicketId ticket, AccountId person)
{
    auto rows
            = db.run("assignment/update_step_person", {{":ticket", ticket}, {":account", person}});
    if (!rows)
        return fail(rows.error());
    return rows->next();
}

Result<> setWaiting(Db::Connection &db, TicketId ticket, StepWaiting waiting)
{
    auto rows = db.run("assignment/update_step_waiting",
                       {{":ticket", ticket}, {":waiting", QString(toWire(waiting))}});
    if (!rows)
        return fail(rows.error());
    return {};
}

Result<QList<WaitingTicket>> listWaiting(Db::Connection &db, qint64 after, int limit)
{
    return waitingTickets(db, "assignment/list_waiting_steps", after, limit);
}

Result<QList<WaitingTicket>> listWaitingForTeam(Db::Connection &db, qint64 after, int limit)
{
    return waitingTickets(db, "assignment/list_team_waits", after, limit);
}

} // namespace Deskbell::Server::StepRepository
