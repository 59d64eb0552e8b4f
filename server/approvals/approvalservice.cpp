// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/approvals/approvalservice.h"

#include "common/approvals/approvalrules.h"
#include "common/base/jsonwriter.h"
#include "server/activity/activitylog.h"
#include "server/api/namedpage.h"
#include "server/approvals/approvalflow.h"
#include "server/db/transaction.h"
#include "server/desks/managedentity.h"
#include "server/tickets/ticketrepository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::Server::ApprovalService {

namespace {

using ApprovalRepository::RunningProcess;

/// A ticket with its running process, both locked.
struct Subject
{
    StoredTicket ticket;
    ApprovalProcess process;

    const ApprovalProcessStep &step() const { return process.steps[process.currentStep()]; }
};

/// The ticket first, then its process: everybody comes in this order, one after the other.
Result<Subject> lockSubject(Context &context, TicketId id, const std::optional<int> &version,
                            Permission permission)
{
    auto ticket = lockTicket(context, id, version);
    if (!ticket)
        return fail(ticket.error());
    if (!context.principal.grants.holds(permission, ticket->desk.id))
        return fail(Error::forbidden(codeOf(permission)));
    auto running = ApprovalRepository::lockRunning(context.db, id);
    if (!running)
        return fail(running.error());
    if (!*running || ticket->isDeleted()) {
        return fail({.code = ErrorCode::Conflict,
                     .key = "approval.not_pending",
                     .detail = u"Nothing is to be approved here."_s});
    }
    return Subject{.ticket = std::move(*ticket), .process = std::move((*running)->process)};
}

Result<ApprovalProcess> answer(Context &context, const Subject &subject)
{
    return ApprovalRepository::selectProcess(context.db, subject.ticket.id, subject.process.id,
                                             context.principal.account, context.now());
}

/// The people in whose places somebody else has decided, as the timeline names them.
QJsonArray stoodInFor(const ApprovalProcessStep &step, const QList<AccountId> &places, AccountId by)
{
    QList<PersonRef> people;
    for (const Approver &approver : step.approvers) {
        if (approver.counts() && approver.person.id != by && places.contains(approver.person.id))
            people.append(approver.person);
    }
    return listToJson(people);
}

/// Timeline, log and event of a decision.
Result<> tellVote(Context &context, const Subject &subject, const ApprovalVote &vote,
                  const QList<AccountId> &places)
{
    const AccountId by = context.principal.account;
    QJsonObject details{{u"step"_s, subject.step().name},
                        {u"decision"_s, QString(toWire(vote.decision))}};
    if (const QJsonArray others = stoodInFor(subject.step(), places, by); !others.isEmpty())
        details[u"for"_s] = others;
    if (!vote.words().isEmpty())
        details[vote.reason.isEmpty() ? u"comment"_s : u"reason"_s] = vote.words();
    auto written = ApprovalFlow::writeTimeline(context, subject.ticket.id,
                                               TimelineEvent::ApprovalVoted, by, details);
    if (!written)
        return written;
    auto recorded = recordActivity(
            context, {.entity = "approval",
                      .action = vote.decision == ApprovalDecision::Approve ? "approve" : "reject",
                      .entityId = subject.process.id.value(),
                      .ticket = subject.ticket.id,
                      .desk = subject.ticket.desk.id,
                      .newValue = details});
    if (!recorded)
        return recorded;
    auto concerned = ApprovalRepository::selectConcerned(context.db, subject.process.id);
    if (!concerned)
        return fail(concerned.error());
    return ApprovalFlow::tell(context, EventType::ApprovalDecided, subject.ticket.id,
                              subject.process.id, *concerned);
}

/// Whoever asks is no approver unless the template says so.
bool isBarred(const Subject &subject, AccountId account)
{
    return !subject.process.allowSelfApproval && subject.ticket.relationOf(account).isOwn();
}

/// The one who gets the place, if they can have it.
Result<PersonRef> chooseApprover(Context &context, const Subject &subject, AccountId to)
{
    const auto refuse = [](const QByteArray &key) {
        return fail(Error::invalidField(u"to"_s, key));
    };
    auto candidate = ApprovalRepository::selectCandidate(context.db, to, subject.ticket.desk.id);
    if (!candidate)
        return fail(candidate.error());
    if (!*candidate)
        return refuse("unknown");
    if (!(*candidate)->able)
        return refuse("not_able");
    if (isBarred(subject, to))
        return refuse("self_approval");
    const QList<Approver> &approvers = subject.step().approvers;
    const bool taken
            = std::any_of(approvers.begin(), approvers.end(), [to](const Approver &approver) {
                  return approver.counts()
                         && (approver.person.id == to
                             || (approver.decidedBy && approver.decidedBy->id == to));
              });
    if (taken)
        return refuse("taken");
    return (*candidate)->person;
}

/// Who has an open place in the current step and gives it away; nobody when none is named.
Result<std::optional<PersonRef>> chooseReplaced(const Subject &subject, AccountId from)
{
    if (!from.isValid())
        return std::optional<PersonRef>();
    for (const Approver &approver : subject.step().approvers) {
        if (approver.counts() && !approver.decision && approver.person.id == from)
            return std::optional(approver.person);
    }
    return fail(Error::invalidField(u"from"_s, "unknown"));
}

Result<> tellReassignment(Context &context, const Subject &subject,
                          const std::optional<PersonRef> &from, const PersonRef &to,
                          const QString &comment)
{
    QJsonObject details{
            {u"step"_s, subject.step().name}, {u"old"_s, toJson(from)}, {u"new"_s, toJson(to)}};
    if (!comment.isEmpty())
        details[u"comment"_s] = comment;
    auto written = ApprovalFlow::writeTimeline(context, subject.ticket.id,
                                               TimelineEvent::ApprovalReassigned,
                                               context.principal.account, details);
    if (!written)
        return written;
    auto recorded = recordActivity(context, {.entity = "approval",
                                             .action = "reassign",
                                             .entityId = subject.process.id.value(),
                                             .ticket = subject.ticket.id,
                                             .desk = subject.ticket.desk.id,
                                             .newValue = details});
    if (!recorded)
        return recorded;
    auto admitted = ApprovalRepository::insertParticipants(context.db, subject.ticket.id, to.id,
                                                           context.now());
    if (!admitted)
        return fail(admitted.error());
    QList<AccountId> asked{to.id};
    for (const ApprovalRepository::NewParticipant &one : std::as_const(*admitted)) {
        if (!asked.contains(one.account))
            asked.append(one.account);
    }
    return ApprovalFlow::tell(context, EventType::ApprovalRequested, subject.ticket.id,
                              subject.process.id, asked);
}

} // namespace

Result<QList<ApprovalProcess>> list(Context &context, TicketId ticket)
{
    auto seen = TicketRepository::select(context.db, ticket, context.principal.account,
                                         context.now());
    if (!seen)
        return fail(seen.error());
    if (!*seen)
        return fail(Error::notFound(u"ticket"_s));
    return ApprovalRepository::listProcesses(context.db, ticket, context.principal.account,
                                             context.now());
}

Result<ApprovalProcess> decide(Context &context, TicketId ticket, const ApprovalVote &vote,
                               const std::optional<int> &version)
{
    return Db::inTransaction<ApprovalProcess>(context.db, [&]() -> Result<ApprovalProcess> {
        auto subject = lockSubject(context, ticket, version, Permission::ApprovalDecide);
        if (!subject)
            return fail(subject.error());
        const AccountId by = context.principal.account;
        auto open
                = ApprovalRepository::selectDecidablePlaces(context.db, ticket, by, context.now());
        if (!open)
            return fail(open.error());
        const QList<AccountId> places = placesTaken(subject->step(), by, *open);
        if (places.isEmpty()) {
            return fail({.code = ErrorCode::Forbidden,
                         .key = "approval.not_approver",
                         .detail = u"The current step does not ask this person."_s});
        }
        auto stored = ApprovalRepository::updatePlaces(context.db, subject->step().id, places, vote,
                                                       by, context.now());
        if (!stored)
            return fail(stored.error());
        if (auto told = tellVote(context, *subject, vote, places); !told)
            return fail(told.error());
        auto settled = ApprovalFlow::settle(context, subject->ticket, vote.reason);
        if (!settled)
            return fail(settled.error());
        return answer(context, *subject);
    });
}

Result<ApprovalProcess> reassign(Context &context, TicketId ticket,
                                 const ApprovalReassignment &reassignment,
                                 const std::optional<int> &version)
{
    return Db::inTransaction<ApprovalProcess>(context.db, [&]() -> Result<ApprovalProcess> {
        auto subject = lockSubject(context, ticket, version, Permission::ApprovalManage);
        if (!subject)
            return fail(subject.error());
        auto from = chooseReplaced(*subject, reassignment.from);
        if (!from)
            return fail(from.error());
        auto to = chooseApprover(context, *subject, reassignment.to);
        if (!to)
            return fail(to.error());
        auto replaced = ApprovalRepository::replacePlace(context.db, subject->step().id,
                                                         reassignment.from, to->id, context.now());
        if (!replaced)
            return fail(replaced.error());
        auto told = tellReassignment(context, *subject, *from, *to, reassignment.comment);
        if (!told)
            return fail(told.error());
        if (auto settled = ApprovalFlow::settle(context, subject->ticket); !settled)
            return fail(settled.error());
        return answer(context, *subject);
    });
}

Result<Listed> listTasks(Context &context, const ApprovalTaskFilter &filter)
{
    const bool pending = filter.state == ApprovalTasks::Pending;
    const AccountId viewer = context.principal.account;
    auto start = nameStart(filter.page);
    if (!start)
        return fail(start.error());
    const int limit = filter.page.pageSize + 1;
    auto rows = pending ? context.db.run("approvals/list_pending_tasks",
                                         {{":viewer", viewer},
                                          {":now", context.now()},
                                          {":after_name", start->name},
                                          {":after_id", start->id},
                                          {":skipped", start->skipped},
                                          {":limit", limit}})
                        : context.db.run("approvals/list_decided_tasks",
                                         {{":viewer", viewer},
                                          {":after_name", start->name},
                                          {":after_id", start->id},
                                          {":skipped", start->skipped},
                                          {":limit", limit}});
    if (!rows)
        return fail(rows.error());
    return readNamedPage(*rows, filter.page, [&] {
        return countIn(
                pending ? context.db.run("approvals/count_pending_tasks",
                                         {{":viewer", viewer}, {":now", context.now()}})
                        : context.db.run("approvals/count_decided_tasks", {{":viewer", viewer}}));
    });
}

} // namespace Deskbell::Server::ApprovalService
