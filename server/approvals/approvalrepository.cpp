// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/approvals/approvalrepository.h"

#include "common/approvals/approvalrules.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::ApprovalRepository {

namespace {

Result<> done(Result<Db::Rows> rows)
{
    if (!rows)
        return fail(rows.error());
    return {};
}

template <class AnyId>
Result<std::optional<AnyId>> idIn(Result<Db::Rows> rows)
{
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return std::optional<AnyId>();
    return std::optional(rows->id<AnyId>(0));
}

Result<QList<AccountId>> accountsIn(Result<Db::Rows> rows)
{
    if (!rows)
        return fail(rows.error());
    QList<AccountId> accounts;
    while (rows->next())
        accounts.append(rows->id<AccountId>(0));
    return accounts;
}

QString faultsOf(const Error &error)
{
    QStringList faults{error.detail};
    for (const FieldError &fault : error.fields)
        faults.append(fault.field + u' ' + QString::fromLatin1(fault.key));
    return faults.join(u", "_s);
}

/// PostgreSQL writes it, common reads it: one description of a process.
Result<ApprovalProcess> processIn(QByteArrayView json)
{
    auto process = fromJsonBytes<ApprovalProcess>(json);
    if (!process)
        return fail(Error::internal(u"An approval cannot be read: "_s + faultsOf(process.error())));
    process->stuck = verdictOn(*process).stuck;
    return process;
}

/// A row of process and whether the reader may decide.
Result<ApprovalProcess> seenProcess(const Db::Rows &rows)
{
    auto process = processIn(rows.view(0));
    if (process)
        process->mayDecide = rows.flag(1);
    return process;
}

} // namespace

Result<std::optional<ApprovalTemplateId>> selectTemplateOf(Db::Connection &db, TicketId ticket)
{
    return idIn<ApprovalTemplateId>(
            db.run("approvals/select_template_of_ticket", {{":ticket", ticket}}));
}

Result<std::optional<ApprovalTemplateId>> selectTemplateByKey(Db::Connection &db, DeskId desk,
                                                              const QString &key)
{
    return idIn<ApprovalTemplateId>(
            db.run("approvals/select_template_by_key", {{":desk", desk}, {":key", key}}));
}

Result<ApprovalProcessId> insertProcess(Db::Connection &db, TicketId ticket,
                                        ApprovalTemplateId approvalTemplate, AccountId account,
                                        const QDateTime &now)
{
    auto rows = db.run("approvals/insert_process", {{":ticket", ticket},
                                                    {":template", approvalTemplate},
                                                    {":account", account},
                                                    {":now", now}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return fail(Error::internal(u"The template of the approval is gone."_s));
    return rows->id<ApprovalProcessId>(0);
}

Result<std::optional<RunningProcess>> lockRunning(Db::Connection &db, TicketId ticket)
{
    // Only what is read after the lock was got is as it is now.
    if (auto locked = db.run("approvals/lock_process", {{":ticket", ticket}}); !locked)
        return fail(locked.error());
    return selectRunning(db, ticket);
}

Result<std::optional<RunningProcess>> selectRunning(Db::Connection &db, TicketId ticket)
{
    auto rows = db.run("approvals/select_running_process", {{":ticket", ticket}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return std::optional<RunningProcess>();
    return processIn(rows->view(0)).map([&](ApprovalProcess process) {
        return std::optional(
                RunningProcess{.process = std::move(process), .stuckTold = rows->text(1)});
    });
}

Result<QList<RunningTicket>> listRunning(Db::Connection &db, TicketId after, int limit)
{
    auto rows = db.run("approvals/list_running", {{":after", after.value()}, {":limit", limit}});
    if (!rows)
        return fail(rows.error());
    QList<RunningTicket> tickets;
    while (rows->next()) {
        auto process = processIn(rows->view(2));
        if (!process)
            return fail(process.error());
        tickets.append({.ticket = rows->id<TicketId>(0),
                        .requester = rows->id<AccountId>(1),
                        .running = {.process = std::move(*process), .stuckTold = rows->text(3)}});
    }
    return tickets;
}

Result<QList<ApprovalProcess>> listProcesses(Db::Connection &db, TicketId ticket, AccountId viewer,
                                             const QDateTime &now)
{
    auto rows = db.run("approvals/list_processes",
                       {{":ticket", ticket}, {":viewer", viewer}, {":now", now}});
    if (!rows)
        return fail(rows.error());
    QList<ApprovalProcess> processes;
    while (rows->next()) {
        auto process = seenProcess(*rows);
        if (!process)
            return fail(process.error());
        processes.append(std::move(*process));
    }
    return processes;
}

Result<ApprovalProcess> selectProcess(Db::Connection &db, TicketId ticket,
                                      ApprovalProcessId process, AccountId viewer,
                                      const QDateTime &now)
{
    auto rows = db.run(
            "approvals/select_process",
            {{":ticket", ticket}, {":process", process}, {":viewer", viewer}, {":now", now}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return fail(Error::notFound(u"approval"_s));
    return seenProcess(*rows);
}

Result<> startStep(Db::Connection &db, ApprovalStepId step, const QDateTime &now)
{
    return done(db.run("approvals/start_step", {{":step", step}, {":now", now}}));
}

Result<> endStep(Db::Connection &db, ApprovalStepId step, ApprovalState state, const QDateTime &now)
{
    return done(db.run("approvals/end_step",
                       {{":step", step}, {":state", toWire(state)}, {":now", now}}));
}

Result<> endProcess(Db::Connection &db, ApprovalProcessId process, ApprovalState state,
                    const QDateTime &now)
{
    return done(db.run("approvals/end_process",
                       {{":process", process}, {":state", toWire(state)}, {":now", now}}));
}

Result<> updateStuck(Db::Connection &db, ApprovalProcessId process, const QString &stuck)
{
    return done(db.run("approvals/update_stuck", {{":process", process}, {":stuck", stuck}}));
}

Result<> updateReminded(Db::Connection &db, ApprovalStepId step, const QDateTime &now)
{
    return done(db.run("approvals/update_reminded", {{":step", step}, {":now", now}}));
}

Result<QList<AccountId>> selectDecidablePlaces(Db::Connection &db, TicketId ticket,
                                               AccountId viewer, const QDateTime &now)
{
    return accountsIn(db.run("approvals/select_decidable_places",
                             {{":ticket", ticket}, {":viewer", viewer}, {":now", now}}));
}

Result<> updatePlaces(Db::Connection &db, ApprovalStepId step, const QList<AccountId> &places,
                      const ApprovalVote &vote, AccountId by, const QDateTime &now)
{
    return done(db.run("approvals/update_places", {{":step", step},
                                                   {":places", places},
                                                   {":decision", toWire(vote.decision)},
                                                   {":comment", vote.words()},
                                                   {":account", by},
                                                   {":now", now}}));
}

Result<> replacePlace(Db::Connection &db, ApprovalStepId step, AccountId from, AccountId to,
                      const QDateTime &now)
{
    if (from.isValid()) {
        auto replaced = done(db.run("approvals/replace_place",
                                    {{":step", step}, {":account", from}, {":now", now}}));
        if (!replaced)
            return replaced;
    }
    return done(
            db.run("approvals/insert_place", {{":step", step}, {":account", to}, {":now", now}}));
}

Result<std::optional<ApproverCandidate>> selectCandidate(Db::Connection &db, AccountId account,
                                                         DeskId desk)
{
    auto rows = db.run("approvals/select_can_approve", {{":account", account}, {":desk", desk}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return std::optional<ApproverCandidate>();
    return std::optional(ApproverCandidate{.person = {.id = account, .displayName = rows->text(0)},
                                           .able = rows->flag(1)});
}

Result<QList<NewParticipant>> insertParticipants(Db::Connection &db, TicketId ticket,
                                                 AccountId principal, const QDateTime &now)
{
    auto rows = db.run("approvals/insert_participants",
                       {{":ticket", ticket}, {":principal", principal}, {":now", now}});
    if (!rows)
        return fail(rows.error());
    QList<NewParticipant> participants;
    while (rows->next()) {
        participants.append({.ticket = rows->id<TicketId>(0),
                             .process = rows->id<ApprovalProcessId>(1),
                             .account = rows->id<AccountId>(2)});
    }
    return participants;
}

Result<QList<AccountId>> selectAsked(Db::Connection &db, ApprovalProcessId process,
                                     const QDateTime &now)
{
    return accountsIn(db.run("approvals/select_asked", {{":process", process}, {":now", now}}));
}

Result<QList<AccountId>> selectConcerned(Db::Connection &db, ApprovalProcessId process)
{
    return accountsIn(db.run("approvals/select_concerned", {{":process", process}}));
}

Result<QList<AccountId>> selectManagers(Db::Connection &db, DeskId desk)
{
    return accountsIn(db.run("approvals/select_managers", {{":desk", desk}}));
}

} // namespace Deskbell::Server::ApprovalRepository
