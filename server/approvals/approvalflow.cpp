// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/approvals/approvalflow.h"

#include "common/approvals/approvalrules.h"
#include "server/activity/activitylog.h"
#include "server/events/eventlog.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::ApprovalFlow {

namespace {

/// The same request as the system, which acts on what somebody has done.
class AsSystem
{
public:
    explicit AsSystem(Context &context)
        : m_context(context)
        , m_system{.db = context.db,
                   .environment = context.environment,
                   .principal = {},
                   .requestId = context.requestId,
                   .peer = context.peer}
    {}
    ~AsSystem() { m_context.wroteEvents = m_context.wroteEvents || m_system.wroteEvents; }
    Q_DISABLE_COPY_MOVE(AsSystem)

    operator Context &() { return m_system; }

private:
    Context &m_context;
    Context m_system;
};

Result<> record(Context &context, const StoredTicket &ticket, ApprovalProcessId process,
                const char *action, const QJsonObject &value)
{
    return recordActivity(context, {.entity = "approval",
                                    .action = action,
                                    .entityId = process.value(),
                                    .ticket = ticket.id,
                                    .desk = ticket.desk.id,
                                    .newValue = value});
}

/// The ticket takes the automatic transition that waits for this, if there is one.
Result<> goOn(Context &context, const StoredTicket &ticket, Trigger trigger, const QString &reason)
{
    auto definition = workflowOf(context, ticket.workflow);
    if (!definition)
        return fail(definition.error());
    StoredTicket after = ticket;
    const QString text = enterAutomatically(after, **definition, trigger, context.now(), reason);
    AsSystem system(context);
    return saveTicket(system, ticket, after, {.action = "status", .trigger = text}, Touch::Always);
}

/// Ends the process and says so; what becomes of the ticket is the caller's business. `author`
/// nobody: the system.
Result<> end(Context &context, const StoredTicket &ticket, const ApprovalProcess &process,
             ApprovalState state, AccountId author)
{
    if (const qsizetype current = process.currentStep(); current >= 0) {
        auto ended = ApprovalRepository::endStep(context.db, process.steps[current].id, state,
                                                 context.now());
        if (!ended)
            return ended;
    }
    auto ended = ApprovalRepository::endProcess(context.db, process.id, state, context.now());
    if (!ended)
        return ended;
    const QJsonObject details{{u"template"_s, process.approvalTemplate.name},
                              {u"state"_s, QString(toWire(state))}};
    auto written = writeTimeline(context, ticket.id, TimelineEvent::ApprovalEnded, author, details);
    if (!written)
        return written;
    if (auto recorded = record(context, ticket, process.id, "end", details); !recorded)
        return recorded;
    auto concerned = ApprovalRepository::selectConcerned(context.db, process.id);
    if (!concerned)
        return fail(concerned.error());
    return tell(context, EventType::ApprovalDecided, ticket.id, process.id, *concerned);
}

/// Asks whoever the step names.
Result<> startStep(Context &context, const StoredTicket &ticket, ApprovalProcessId process,
                   ApprovalStepId step)
{
    if (auto cleared = ApprovalRepository::updateStuck(context.db, process, {}); !cleared)
        return cleared;
    auto started = ApprovalRepository::startStep(context.db, step, context.now());
    if (!started)
        return started;
    auto admitted
            = ApprovalRepository::insertParticipants(context.db, ticket.id, {}, context.now());
    if (!admitted)
        return fail(admitted.error());
    auto asked = ApprovalRepository::selectAsked(context.db, process, context.now());
    if (!asked)
        return fail(asked.error());
    auto told = tell(context, EventType::ApprovalRequested, ticket.id, process, *asked);
    if (!told)
        return told;
    auto running = ApprovalRepository::selectRunning(context.db, ticket.id);
    if (!running)
        return fail(running.error());
    return noteStuck(context, ticket, **running);
}

Result<> cancel(Context &context, const StoredTicket &ticket)
{
    auto running = ApprovalRepository::lockRunning(context.db, ticket.id);
    if (!running)
        return fail(running.error());
    if (!*running)
        return {};
    return end(context, ticket, (*running)->process, ApprovalState::Cancelled,
               context.principal.account);
}

Result<> start(Context &context, const StoredTicket &ticket, ApprovalTemplateId approvalTemplate)
{
    // What was asked before is asked anew.
    if (auto cancelled = cancel(context, ticket); !cancelled)
        return cancelled;
    auto process = ApprovalRepository::insertProcess(context.db, ticket.id, approvalTemplate,
                                                     context.principal.account, context.now());
    if (!process)
        return fail(process.error());
    auto running = ApprovalRepository::selectRunning(context.db, ticket.id);
    if (!running)
        return fail(running.error());
    const ApprovalProcess &made = (*running)->process;
    const QJsonObject details{{u"template"_s, made.approvalTemplate.name}};
    auto written = writeTimeline(context, ticket.id, TimelineEvent::ApprovalStarted,
                                 context.principal.account, details);
    if (!written)
        return written;
    if (auto recorded = record(context, ticket, *process, "start", details); !recorded)
        return recorded;
    return startStep(context, ticket, *process, made.steps.first().id);
}

/// The template that an effect names, or the ticket's; nothing when it needs none.
Result<std::optional<ApprovalTemplateId>> templateFor(Context &context, const StoredTicket &ticket,
                                                      const QString &key)
{
    if (key.isEmpty())
        return ApprovalRepository::selectTemplateOf(context.db, ticket.id);
    auto found = ApprovalRepository::selectTemplateByKey(context.db, ticket.desk.id, key);
    if (found && !*found) {
        return fail({.code = ErrorCode::Conflict,
                     .key = "approval.template_missing",
                     .detail = u"The desk has no such approval template."_s,
                     .params = {{u"template"_s, key}}});
    }
    return found;
}

/// The step is approved: on to the next one, or to the end.
Result<> completeStep(Context &context, const StoredTicket &ticket, const ApprovalProcess &process)
{
    const qsizetype current = process.currentStep();
    auto ended = ApprovalRepository::endStep(context.db, process.steps[current].id,
                                             ApprovalState::Approved, context.now());
    if (!ended)
        return ended;
    auto written = writeTimeline(context, ticket.id, TimelineEvent::ApprovalStepDone, {},
                                 {{u"step"_s, process.steps[current].name}});
    if (!written)
        return written;
    if (current + 1 < process.steps.size()) {
        auto started = startStep(context, ticket, process.id, process.steps[current + 1].id);
        if (!started)
            return started;
        StoredTicket after = ticket;
        return saveTicket(context, ticket, after, {}, Touch::Always);
    }
    if (auto over = end(context, ticket, process, ApprovalState::Approved, {}); !over)
        return over;
    return goOn(context, ticket, Trigger::ApprovalGranted, {});
}

} // namespace

Result<> causeEffects(Context &context, const StoredTicket &ticket, const QList<Effect> &effects)
{
    for (const Effect &effect : effects) {
        if (effect.kind == EffectKind::CancelApproval) {
            if (auto cancelled = cancel(context, ticket); !cancelled)
                return cancelled;
        }
        if (effect.kind != EffectKind::StartApproval)
            continue;
        auto approvalTemplate = templateFor(context, ticket, effect.target);
        if (!approvalTemplate)
            return fail(approvalTemplate.error());
        auto begun = *approvalTemplate ? start(context, ticket, **approvalTemplate)
                                       : goOn(context, ticket, Trigger::ApprovalGranted, {});
        if (!begun)
            return begun;
    }
    return {};
}

Result<> settle(Context &context, const StoredTicket &ticket, const QString &reason)
{
    auto running = ApprovalRepository::selectRunning(context.db, ticket.id);
    if (!running)
        return fail(running.error());
    if (!*running)
        return fail(Error::internal(u"The approval to be settled is gone."_s));
    const ApprovalProcess &process = (*running)->process;
    const qsizetype current = process.currentStep();
    if (current < 0)
        return fail(Error::internal(u"The running approval has no step under way."_s));
    switch (verdictOn(process.steps[current]).state) {
    case ApprovalState::Approved: return completeStep(context, ticket, process);
    case ApprovalState::Rejected:
        if (auto ended = end(context, ticket, process, ApprovalState::Rejected, {}); !ended)
            return ended;
        return goOn(context, ticket, Trigger::ApprovalRejected, reason);
    default: break;
    }
    if (auto noted = noteStuck(context, ticket, **running); !noted)
        return noted;
    StoredTicket after = ticket;
    return saveTicket(context, ticket, after, {}, Touch::Always);
}

Result<> expire(Context &context, const StoredTicket &ticket, const RunningProcess &running)
{
    if (auto ended = end(context, ticket, running.process, ApprovalState::Expired, {}); !ended)
        return ended;
    return goOn(context, ticket, Trigger::ApprovalRejected, {});
}

Result<> remind(Context &context, const StoredTicket &ticket, const RunningProcess &running)
{
    const ApprovalProcess &process = running.process;
    const ApprovalProcessStep &step = process.steps[process.currentStep()];
    auto reminded = ApprovalRepository::updateReminded(context.db, step.id, context.now());
    if (!reminded)
        return reminded;
    auto written = writeTimeline(context, ticket.id, TimelineEvent::ApprovalReminded, {},
                                 {{u"step"_s, step.name}});
    if (!written)
        return written;
    auto asked = ApprovalRepository::selectAsked(context.db, process.id, context.now());
    if (!asked)
        return fail(asked.error());
    return tell(context, EventType::ApprovalRequested, ticket.id, process.id, *asked);
}

Result<> noteStuck(Context &context, const StoredTicket &ticket, const RunningProcess &running)
{
    const ApprovalProcess &process = running.process;
    const QString stuck = process.stuck ? QString(toWire(*process.stuck)) : QString();
    if (stuck == running.stuckTold)
        return {};
    if (auto noted = ApprovalRepository::updateStuck(context.db, process.id, stuck); !noted)
        return noted;
    if (stuck.isEmpty())
        return {};
    auto written = writeTimeline(
            context, ticket.id, TimelineEvent::ApprovalStuck, {},
            {{u"step"_s, process.steps[process.currentStep()].name}, {u"stuck"_s, stuck}});
    if (!written)
        return written;
    auto managers = ApprovalRepository::selectManagers(context.db, ticket.desk.id);
    if (!managers)
        return fail(managers.error());
    return tell(context, EventType::ApprovalStuck, ticket.id, process.id, *managers);
}

Result<> askNewProxies(Context &context, AccountId principal)
{
    auto admitted
            = ApprovalRepository::insertParticipants(context.db, {}, principal, context.now());
    if (!admitted)
        return fail(admitted.error());
    for (const ApprovalRepository::NewParticipant &one : std::as_const(*admitted)) {
        auto told = tell(context, EventType::ApprovalRequested, one.ticket, one.process,
                         {one.account});
        if (!told)
            return told;
    }
    return {};
}

Result<> writeTimeline(Context &context, TicketId ticket, TimelineEvent event, AccountId author,
                       const QJsonObject &details)
{
    auto written = TimelineRepository::insert(context.db, {.ticket = ticket,
                                                           .event = event,
                                                           .author = author,
                                                           .details = details,
                                                           .at = context.now()});
    if (!written)
        return fail(written.error());
    return {};
}

Result<> tell(Context &context, EventType type, TicketId ticket, ApprovalProcessId process,
              const QList<AccountId> &recipients)
{
    // Nobody named would be everybody.
    if (recipients.isEmpty())
        return {};
    return appendEvent(context, {.type = type,
                                 .ticket = ticket,
                                 .data = {{u"id"_s, process.value()}},
                                 .recipients = recipients});
}

} // namespace Deskbell::Server::ApprovalFlow
