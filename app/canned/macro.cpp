// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canned/macro.h"

#include "app/net/session.h"
#include "app/tickets/ticketcommands.h"
#include "app/tickets/triage.h"
#include "app/widgets/popups.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

struct MacroText
{
    Q_DECLARE_TR_FUNCTIONS(Macro)
};

/// What is left to do to a ticket, and what of it is not possible.
struct MacroPlan
{
    std::optional<Priority> priority = {};
    QStringList addTags = {};
    QStringList removeTags = {};
    Given<std::optional<PersonRef>> assignee = {};
    TeamId team = {};
    std::optional<AllowedTransition> transition = {};
    std::optional<TicketAction> impossible = {};
    QString why = {};
};

class MacroPlanner
{
public:
    MacroPlanner(const CannedReply &macro, const Ticket &ticket, const Session &session)
        : m_macro(macro)
        , m_does(macro.actions)
        , m_ticket(ticket)
        , m_session(session)
    {}

    MacroPlan plan()
    {
        if (m_does.priority && *m_does.priority != m_ticket.priority) {
            need(TicketAction::EditPriority);
            m_plan.priority = m_does.priority;
        }
        planTags();
        planPeople();
        planStatus();
        return m_plan;
    }

private:
    bool allows(TicketAction action) const
    {
        return m_ticket.details && m_ticket.details->allowedActions.contains(action);
    }
    void refuse(TicketAction action, const QString &why)
    {
        if (m_plan.impossible)
            return;
        m_plan.impossible = action;
        m_plan.why = why;
    }
    void need(TicketAction action)
    {
        if (!allows(action))
            refuse(action, Triage::whyNot(m_session, m_ticket, action));
    }

    void planTags()
    {
        for (const QString &tag : m_does.addTags) {
            if (!m_ticket.tags.contains(tag, Qt::CaseInsensitive))
                m_plan.addTags.append(tag);
        }
        for (const QString &tag : m_does.removeTags) {
            if (m_ticket.tags.contains(tag, Qt::CaseInsensitive))
                m_plan.removeTags.append(tag);
        }
        if (!m_plan.addTags.isEmpty() || !m_plan.removeTags.isEmpty())
            need(TicketAction::EditAll);
    }

    void planPeople()
    {
        const TeamId team = m_ticket.team ? m_ticket.team->id : TeamId();
        if (m_does.team.isValid() && m_does.team != team) {
            need(TicketAction::Transfer);
            m_plan.team = m_does.team;
        }
        if (!m_does.assignedTo)
            return;
        const AccountId self = m_session.me().account.id;
        const AccountId wanted = m_does.assignedTo->resolve(self);
        if (wanted == (m_ticket.assignee ? m_ticket.assignee->id : AccountId()))
            return;
        if (wanted.isValid() && wanted != self && !m_macro.assignee)
            return refuse(TicketAction::Assign, MacroText::tr("The account is gone."));
        m_plan.assignee = wanted == self     ? m_session.me().account.ref()
                          : wanted.isValid() ? m_macro.assignee
                                             : std::optional<PersonRef>();
        // A transfer takes the person along.
        if (!m_plan.team.isValid() && !(wanted == self && allows(TicketAction::Take)))
            need(TicketAction::Assign);
    }

    void planStatus()
    {
        if (m_does.status.isEmpty() || m_does.status == m_ticket.status)
            return;
        const QList<AllowedTransition> ways = m_ticket.details
                                                      ? m_ticket.details->allowedTransitions
                                                      : QList<AllowedTransition>();
        for (const AllowedTransition &way : ways) {
            if (way.to == m_does.status)
                m_plan.transition = way;
        }
        if (!m_plan.transition)
            refuse(TicketAction::ChangeStatus,
                   Triage::whyNot(m_session, m_ticket, TicketAction::ChangeStatus));
    }

    const CannedReply &m_macro;
    const MacroActions &m_does;
    const Ticket &m_ticket;
    const Session &m_session;
    MacroPlan m_plan;
};

AssigneeChoice choiceOf(const std::optional<PersonRef> &person)
{
    return person ? AssigneeChoice{.kind = AssigneeChoice::Kind::Account, .account = person->id}
                  : AssigneeChoice{};
}

} // namespace

void runMacro(const CannedReply &macro, const Ticket &ticket, TicketCommands &commands,
              const Session &session, QWidget *window)
{
    const MacroPlan plan = MacroPlanner(macro, ticket, session).plan();
    if (plan.impossible) {
        Popups::of(window).show({.kind = Popup::Kind::Info,
                                 .text = Triage::cannot(ticket, *plan.impossible),
                                 .advice = MacroText::tr("%1 Nothing of the macro “%2” was done.")
                                                   .arg(plan.why, macro.name),
                                 .key = u"ticket.cannot"_s});
        return;
    }
    if (plan.priority)
        commands.setPriority({ticket}, *plan.priority);
    commands.changeTags({ticket}, plan.addTags, plan.removeTags);
    if (plan.team.isValid()) {
        // The ticket says why it was transferred.
        Transfer transfer{.team = plan.team, .reason = macro.name};
        if (plan.assignee)
            transfer.assignedTo = choiceOf(*plan.assignee);
        commands.transfer(ticket, transfer);
    } else if (plan.assignee) {
        commands.assign({ticket}, *plan.assignee);
    }
    // What follows from the others comes last.
    if (plan.transition)
        commands.takeTransition({ticket}, *plan.transition);
}

} // namespace Deskbell::App
