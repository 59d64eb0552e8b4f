// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/ticketcommands.h"

#include "app/net/client.h"
#include "app/net/session.h"
#include "app/tickets/tickettext.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/popups.h"

#include <QWidget>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

QString pathOf(const Ticket &ticket, const QString &rest = {})
{
    return u"/tickets/%1%2"_s.arg(ticket.id.value()).arg(rest);
}

} // namespace

TicketCommands::TicketCommands(Api::Client &client, const Session &session, QWidget *window)
    : QObject(window)
    , m_client(client)
    , m_session(session)
    , m_window(window)
{}

void TicketCommands::run(TicketId id, const Api::Request &request, const Change &change,
                         const Outcome &outcome)
{
    Q_EMIT applied(id, change);
    Q_EMIT pendingChanged(++m_pending);
    m_client.send(request, this, [=, this](const Result<Api::Answer> &answer) {
        Q_EMIT pendingChanged(--m_pending);
        Q_EMIT settled(id);
        Popups &popups = Popups::of(m_window);
        if (!answer) {
            popups.error(outcome.failed, answer.error(),
                         [=, this] { run(id, request, change, outcome); });
        } else if (!outcome.done.isEmpty()) {
            PopupAction undo;
            if (outcome.undo)
                undo = {.text = tr("Undo"), .run = outcome.undo};
            popups.success(outcome.done, undo);
        }
    });
}

void TicketCommands::take(const Ticket &ticket)
{
    assign(ticket, m_session.me().account.ref());
}

void TicketCommands::assign(const Ticket &ticket, const std::optional<PersonRef> &assignee)
{
    const bool mine = assignee && assignee->id == m_session.me().account.id;
    const AssigneeChoice choice = assignee ? AssigneeChoice{.kind = AssigneeChoice::Kind::Account,
                                                            .account = assignee->id}
                                           : AssigneeChoice{};
    const QString done
            = mine       ? tr("You took %1").arg(ticket.number)
              : assignee ? tr("%1 is assigned to %2").arg(ticket.number, assignee->displayName)
                         : tr("%1 is released").arg(ticket.number);
    run(ticket.id,
        Api::Request::post(pathOf(ticket, u"/assign"_s), toJson(Assignment{.assignedTo = choice})),
        [assignee](Ticket &shown) { shown.assignee = assignee; },
        {.done = done,
         .failed = tr("The assignee of %1 could not be changed").arg(ticket.number),
         .undo = [this, ticket] {
             assign(ticket, ticket.assignee);
         }});
}

void TicketCommands::setPriority(const Ticket &ticket, Priority priority)
{
    if (ticket.priority == priority)
        return;
    run(ticket.id, Api::Request::patch(pathOf(ticket), toJson(TicketPatch{.priority = priority})),
        [priority](Ticket &shown) { shown.priority = priority; },
        {.done = tr("%1 has priority %2").arg(ticket.number, TicketText::priority(priority)),
         .failed = tr("The priority of %1 could not be changed").arg(ticket.number),
         .undo = [this, changed = ticket, priority]() mutable {
             const Priority before = std::exchange(changed.priority, priority);
             setPriority(changed, before);
         }});
}

void TicketCommands::takeTransition(const Ticket &ticket, const AllowedTransition &transition)
{
    completeStatus(ticket, transition, {.status = transition.to});
}

void TicketCommands::completeStatus(const Ticket &ticket, const AllowedTransition &transition,
                                    const StatusChange &change)
{
    QString StatusChange::*missing = nullptr;
    const QString verb = TicketText::transition(transition);
    Question question{
            .title = tr("%1: %2").arg(ticket.number, verb), .verb = verb, .destructive = false};
    if (transition.needs(RequirementKind::Reason) && change.reason.isEmpty()) {
        missing = &StatusChange::reason;
        question.text = tr("The reason is shown in the ticket.");
        question.reasonLabel = tr("Reason");
    } else if (transition.needs(RequirementKind::Comment) && change.comment.isEmpty()) {
        missing = &StatusChange::comment;
        question.text = tr("What was done? The note is shown in the ticket.");
        question.reasonLabel = tr("Note");
    }
    if (!missing)
        return sendStatus(ticket, transition, change);
    ConfirmDialog::ask(m_window, question, [=, this](const Decision &decision) {
        StatusChange completed = change;
        completed.*missing = decision.reason;
        if (decision.accepted)
            completeStatus(ticket, transition, completed);
    });
}

void TicketCommands::sendStatus(const Ticket &ticket, const AllowedTransition &transition,
                                const StatusChange &change)
{
    run(ticket.id, Api::Request::put(pathOf(ticket, u"/status"_s), toJson(change)),
        [transition](Ticket &shown) {
            shown.status = transition.to;
            shown.statusLabel = transition.toLabel;
            shown.statusCategory = transition.category;
        },
        {.done
         = tr("%1: %2").arg(ticket.number, TicketText::status(transition.to, transition.toLabel)),
         .failed = tr("The status of %1 could not be changed").arg(ticket.number)});
}

void TicketCommands::transfer(const Ticket &ticket, const Transfer &transfer)
{
    run(ticket.id, Api::Request::post(pathOf(ticket, u"/transfer"_s), toJson(transfer)),
        [](Ticket &) {},
        {.done = tr("%1 is transferred").arg(ticket.number),
         .failed = tr("%1 could not be transferred").arg(ticket.number)});
}

void TicketCommands::escalate(const Ticket &ticket)
{
    const Question question{
            .title = tr("Escalate %1").arg(ticket.number),
            .text
            = tr("It goes to whoever is next of the step's escalation role. The due date stays."),
            .verb = tr("Escalate ticket"),
            .destructive = false,
            .reasonLabel = tr("Reason")};
    ConfirmDialog::ask(m_window, question, [this, ticket](const Decision &decision) {
        if (!decision.accepted)
            return;
        run(ticket.id,
            Api::Request::post(pathOf(ticket, u"/escalate"_s),
                               toJson(Escalation{.reason = decision.reason})),
            [](Ticket &) {},
            {.done = tr("%1 is escalated").arg(ticket.number),
             .failed = tr("%1 could not be escalated").arg(ticket.number)});
    });
}

void TicketCommands::rate(const Ticket &ticket, int score, const QString &comment)
{
    run(ticket.id,
        Api::Request::put(pathOf(ticket, u"/rating"_s),
                          toJson(RatingDraft{.score = score, .comment = comment})),
        [score, comment](Ticket &shown) {
            if (shown.details)
                shown.details->rating = Rating{.score = score, .comment = comment};
        },
        {.done = tr("Thank you for rating %1").arg(ticket.number),
         .failed = tr("%1 could not be rated").arg(ticket.number)});
}

void TicketCommands::patch(const Ticket &ticket, const TicketPatch &patch, const QString &done)
{
    Api::Request request = Api::Request::patch(pathOf(ticket), toJson(patch));
    // What somebody else wrote meanwhile is not overwritten unseen.
    request.ifVersion(ticket.version);
    run(ticket.id, request,
        [patch](Ticket &shown) {
            if (patch.title)
                shown.title = *patch.title;
            if (patch.description)
                shown.description = *patch.description;
            if (patch.tags)
                shown.tags = *patch.tags;
            if (patch.dueAt)
                shown.dueAt = *patch.dueAt;
        },
        {.done = done, .failed = tr("%1 could not be changed").arg(ticket.number)});
}

void TicketCommands::remove(const Ticket &ticket)
{
    const Question question{
            .title = tr("Delete %1?").arg(ticket.number),
            .text
            = tr("It disappears from all lists. People with the right to do so can restore it."),
            .verb = tr("Delete ticket")};
    ConfirmDialog::ask(m_window, question, [this, ticket](const Decision &decision) {
        if (!decision.accepted)
            return;
        Outcome outcome{.done = tr("%1 is deleted").arg(ticket.number),
                        .failed = tr("%1 could not be deleted").arg(ticket.number)};
        if (m_session.can(Permission::TicketRestore))
            outcome.undo = [this, ticket] {
                restore(ticket);
            };
        run(
                ticket.id, Api::Request::remove(pathOf(ticket)), [](Ticket &) {}, outcome);
    });
}

void TicketCommands::restore(const Ticket &ticket)
{
    run(ticket.id, Api::Request::post(pathOf(ticket, u"/restore"_s)), [](Ticket &) {},
        {.done = tr("%1 is restored").arg(ticket.number),
         .failed = tr("%1 could not be restored").arg(ticket.number)});
}

} // namespace Deskbell::App
