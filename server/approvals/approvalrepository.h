// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/approvals/approvalprocess.h"
#include "common/approvals/approvalrequests.h"
#include "server/db/connection.h"

/// The rows of approvals.
namespace Deskbell::Server::ApprovalRepository {

/// Nothing when the ticket needs none.
Result<std::optional<ApprovalTemplateId>> selectTemplateOf(Db::Connection &db, TicketId ticket);
Result<std::optional<ApprovalTemplateId>> selectTemplateByKey(Db::Connection &db, DeskId desk,
                                                              const QString &key);

/// A process with the steps of the template, none of which has started.
Result<ApprovalProcessId> insertProcess(Db::Connection &db, TicketId ticket,
                                        ApprovalTemplateId approvalTemplate, AccountId account,
                                        const QDateTime &now);

/// The process of a ticket that is under way, as it is stored.
struct RunningProcess
{
    ApprovalProcess process = {};
    QString stuckTold = {}; ///< the reason that was told last; empty: that it goes on
};
/// Holds off every other writer of it until the transaction ends, and reads it. Nothing when there
/// is none.
Result<std::optional<RunningProcess>> lockRunning(Db::Connection &db, TicketId ticket);
/// Reads it again.
Result<std::optional<RunningProcess>> selectRunning(Db::Connection &db, TicketId ticket);

/// A ticket with a process under way, and somebody who may see it.
struct RunningTicket
{
    TicketId ticket = {};
    AccountId requester = {};
    RunningProcess running = {};
};
/// Some of them after a ticket, by id. For the system, which sees everything.
Result<QList<RunningTicket>> listRunning(Db::Connection &db, TicketId after, int limit);

/// The processes of a ticket as somebody sees it, the newest first; nothing for a hidden one.
Result<QList<ApprovalProcess>> listProcesses(Db::Connection &db, TicketId ticket, AccountId viewer,
                                             const QDateTime &now);
/// A single one of them.
Result<ApprovalProcess> selectProcess(Db::Connection &db, TicketId ticket,
                                      ApprovalProcessId process, AccountId viewer,
                                      const QDateTime &now);

/// The step begins, and whoever is asked gets a place.
Result<> startStep(Db::Connection &db, ApprovalStepId step, const QDateTime &now);
Result<> endStep(Db::Connection &db, ApprovalStepId step, ApprovalState state,
                 const QDateTime &now);
Result<> endProcess(Db::Connection &db, ApprovalProcessId process, ApprovalState state,
                    const QDateTime &now);
Result<> updateStuck(Db::Connection &db, ApprovalProcessId process, const QString &stuck);
Result<> updateReminded(Db::Connection &db, ApprovalStepId step, const QDateTime &now);

/// In whose places somebody may decide now.
Result<QList<AccountId>> selectDecidablePlaces(Db::Connection &db, TicketId ticket,
                                               AccountId viewer, const QDateTime &now);
Result<> updatePlaces(Db::Connection &db, ApprovalStepId step, const QList<AccountId> &places,
                      const ApprovalVote &vote, AccountId by, const QDateTime &now);
/// An invalid `from`: one place more.
Result<> replacePlace(Db::Connection &db, ApprovalStepId step, AccountId from, AccountId to,
                      const QDateTime &now);

/// Nothing for what is no active account.
struct ApproverCandidate
{
    PersonRef person = {};
    bool able = false; ///< may decide on the desk
};
Result<std::optional<ApproverCandidate>> selectCandidate(Db::Connection &db, AccountId account,
                                                         DeskId desk);

/// Somebody who may see a ticket from now on because they are asked about it.
struct NewParticipant
{
    TicketId ticket = {};
    ApprovalProcessId process = {};
    AccountId account = {};
};
/// Lets everybody see who is asked now: about this ticket, in the place of this person, or, for
/// none of them, all.
Result<QList<NewParticipant>> insertParticipants(Db::Connection &db, TicketId ticket,
                                                 AccountId principal, const QDateTime &now);

/// Who is asked by the step under way and has not decided, with who stands in for them.
Result<QList<AccountId>> selectAsked(Db::Connection &db, ApprovalProcessId process,
                                     const QDateTime &now);
/// Who asked, and everybody who was asked or has decided.
Result<QList<AccountId>> selectConcerned(Db::Connection &db, ApprovalProcessId process);
Result<QList<AccountId>> selectManagers(Db::Connection &db, DeskId desk);

} // namespace Deskbell::Server::ApprovalRepository
