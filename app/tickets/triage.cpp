// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/triage.h"

#include "app/accounts/people.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/tickets/tagsdialog.h"
#include "app/tickets/ticketcommands.h"
#include "app/tickets/ticketheader.h"
#include "app/tickets/ticketlistmodel.h"
#include "app/tickets/ticketlistview.h"
#include "app/tickets/ticketpane.h"
#include "app/tickets/tickettext.h"
#include "app/widgets/popups.h"

#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

/// So many kinds of tickets are remembered.
constexpr qsizetype maxKnown = 60;

QString wordFor(TicketAction action)
{
    switch (action) {
    case TicketAction::Edit:
    case TicketAction::EditAll: return Triage::tr("%1 cannot be edited");
    case TicketAction::EditPriority: return Triage::tr("The priority of %1 cannot be changed");
    case TicketAction::Reply: return Triage::tr("%1 cannot be replied to");
    case TicketAction::Note: return Triage::tr("%1 cannot get a note");
    case TicketAction::Attach: return Triage::tr("%1 cannot get files");
    case TicketAction::Assign: return Triage::tr("%1 cannot be assigned");
    case TicketAction::Take: return Triage::tr("%1 cannot be taken");
    case TicketAction::Transfer: return Triage::tr("%1 cannot be transferred");
    case TicketAction::Escalate: return Triage::tr("%1 cannot be escalated");
    case TicketAction::ChangeStatus: return Triage::tr("The status of %1 cannot be changed");
    case TicketAction::Close: return Triage::tr("%1 can be neither resolved nor closed now");
    case TicketAction::Rate: return Triage::tr("%1 cannot be rated");
    case TicketAction::Delete: return Triage::tr("%1 cannot be deleted");
    case TicketAction::Restore: return Triage::tr("%1 cannot be restored");
    case TicketAction::Merge: return Triage::tr("%1 can be neither merged nor split");
    }
    Q_UNREACHABLE();
}

/// Those that lead where none of the others does.
void addWays(const QList<AllowedTransition> &more, QList<AllowedTransition> &ways)
{
    for (const AllowedTransition &way : more) {
        const bool there
                = std::any_of(ways.cbegin(), ways.cend(),
                              [&](const AllowedTransition &other) { return other.to == way.to; });
        if (!there)
            ways.append(way);
    }
}

} // namespace

Triage::Triage(AppContext &context, TicketListView &list, TicketListModel &model, TicketPane &pane,
               TicketCommands &commands)
    : QObject(&list)
    , m_context(context)
    , m_list(list)
    , m_model(model)
    , m_pane(pane)
    , m_commands(commands)
{
    connect(&pane, &TicketPane::titleChanged, this, &Triage::learn);
}

bool Triage::isOpen(const Ticket &ticket) const
{
    const auto &open = m_pane.ticket();
    return open && open->id == ticket.id && open->details;
}

QList<Ticket> Triage::targets() const
{
    QList<Ticket> tickets;
    for (const int row : m_list.chosenRows()) {
        const Ticket ticket = m_model.ticketAt(row);
        tickets.append(isOpen(ticket) ? *m_pane.ticket() : ticket);
    }
    return tickets;
}

bool Triage::isMany() const
{
    return m_list.chosenRows().size() > 1;
}

Triage::Kind Triage::kindOf(const Ticket &ticket) const
{
    const AccountId me = m_context.session.me().account.id;
    return {.desk = ticket.desk.id,
            .status = ticket.status,
            .relation = {.requester = ticket.requester.id == me,
                         .creator = ticket.createdBy && ticket.createdBy->id == me,
                         .assignee = ticket.assignee && ticket.assignee->id == me}};
}

/// What an open ticket allows, others like it will allow, too; where they do not, the server says
/// so and the change is taken back.
void Triage::learn()
{
    const auto &ticket = m_pane.ticket();
    // What is pending is not what the transitions follow from.
    if (!ticket || !ticket->details || m_commands.changes().isPending(ticket->id))
        return;
    const Kind kind = kindOf(*ticket);
    m_known.removeIf([&](const Known &known) { return known.kind == kind; });
    m_known.prepend({.kind = kind,
                     .transitions = ticket->details->allowedTransitions,
                     .closes = ticket->details->allowedActions.contains(TicketAction::Close)});
    if (m_known.size() > maxKnown)
        m_known.removeLast();
    if (m_awaited == ticket->id && m_waiting)
        std::exchange(m_waiting, {})();
}

std::optional<Triage::Known> Triage::knownOf(const Ticket &ticket) const
{
    // That of the open ticket itself was learnt when it came.
    const Kind kind = kindOf(ticket);
    const auto like = [&](const auto &fits) {
        return std::find_if(m_known.cbegin(), m_known.cend(), fits);
    };
    auto found = like([&](const Known &known) { return known.kind == kind; });
    // Better a guess than to wait: what one is to the ticket seldom matters.
    if (found == m_known.cend()) {
        found = like([&](const Known &known) {
            return known.kind.desk == kind.desk && known.kind.status == kind.status;
        });
    }
    return found == m_known.cend() ? std::nullopt : std::optional(*found);
}

Triage::Way Triage::wayToEnd(const Ticket &ticket) const
{
    const auto known = knownOf(ticket);
    if (!known)
        return std::nullopt;
    const auto leadingTo = [&](StatusCategory category) -> Way {
        for (const AllowedTransition &way : known->transitions) {
            if (way.category == category)
                return way;
        }
        return std::nullopt;
    };
    const Way resolved = leadingTo(StatusCategory::Resolved);
    return resolved || !known->closes ? resolved : leadingTo(StatusCategory::Closed);
}

QList<AllowedTransition> Triage::knownWays() const
{
    QList<AllowedTransition> ways;
    for (const Known &known : m_known)
        addWays(known.transitions, ways);
    return ways;
}

void Triage::whenOpen(const std::function<void()> &run)
{
    const QModelIndex current = m_list.currentIndex();
    if (!current.isValid())
        return;
    m_awaited = m_model.ticketAt(current.row()).id;
    m_waiting = run;
}

void Triage::withOpen(TicketAction action, const std::function<void()> &run)
{
    const QModelIndex current = m_list.currentIndex();
    if (!current.isValid() && !m_pane.ticket())
        return;
    const auto &open = m_pane.ticket();
    const bool isThere = open && open->details
                         && (!current.isValid() || m_model.ticketAt(current.row()).id == open->id);
    if (!isThere)
        return whenOpen([=, this] { withOpen(action, run); });
    if (open->details->allowedActions.contains(action))
        run();
    else
        sayWhyNot(*open, action);
}

QString Triage::cannot(const Ticket &ticket, TicketAction action)
{
    return wordFor(action).arg(ticket.number);
}

QString Triage::whyNot(const Session &session, const Ticket &ticket, TicketAction action)
{
    if (ticket.deletedAt.isValid())
        return tr("It was deleted; restore it first.");
    if (action == TicketAction::Escalate)
        return tr("It is in no step with an escalation role that was not asked yet.");
    if (action == TicketAction::Take && ticket.assignee
        && ticket.assignee->id == session.me().account.id)
        return tr("It is yours already.");
    if (action == TicketAction::ChangeStatus || action == TicketAction::Close)
        return tr("Its workflow has no such step for you from “%1”.")
                .arg(TicketText::status(ticket.status, ticket.statusLabel));
    if (action == TicketAction::Edit && isDone(ticket.statusCategory))
        return tr("It is resolved or closed; reopen it first.");
    return tr("You do not hold the right for that on this desk.");
}

void Triage::sayWhyNot(const Ticket &ticket, TicketAction action)
{
    Popups::of(&m_list).show({.kind = Popup::Kind::Info,
                              .text = cannot(ticket, action),
                              .advice = whyNot(m_context.session, ticket, action),
                              .key = u"ticket.cannot"_s});
}

void Triage::goOn()
{
    const bool many = isMany();
    m_list.clearMarks();
    if (!many)
        m_list.step(1);
}

void Triage::take()
{
    QList<Ticket> tickets = targets();
    if (tickets.size() == 1 && isOpen(tickets.first())
        && !tickets.first().details->allowedActions.contains(TicketAction::Take))
        return sayWhyNot(tickets.first(), TicketAction::Take);
    if (tickets.isEmpty())
        return;
    m_commands.take(tickets);
    m_list.clearMarks();
}

QMenu *Triage::menu()
{
    auto *menu = new QMenu(&m_list);
    menu->setObjectName(u"triageMenu"_s);
    connect(menu, &QMenu::aboutToHide, menu, &QObject::deleteLater);
    return menu;
}

void Triage::popUp(QMenu *menu)
{
    const QRect row = m_list.visualRect(m_list.currentIndex());
    menu->popup(m_list.viewport()->mapToGlobal(row.bottomLeft() + QPoint(24, 0)));
    if (!menu->actions().isEmpty())
        menu->setActiveAction(menu->actions().constFirst());
}

void Triage::assign()
{
    if (!isMany())
        return withOpen(TicketAction::Assign, [this] { m_pane.header().openAssigneeMenu(); });
    const QList<Ticket> tickets = targets();
    QMenu *people = menu();
    const auto give = [this, tickets](const std::optional<PersonRef> &person) {
        m_commands.assign(tickets, person);
        goOn();
    };
    people->addAction(tr("Take them myself"), this,
                      [this, give] { give(m_context.session.me().account.ref()); });
    people->addAction(tr("Release"), this, [give] { give(std::nullopt); });
    people->addSeparator();
    fillWithPeople(people, m_context, {.desk = tickets.first().desk.id, .staffOnly = true},
                   [give](const PersonRef &person) { give(person); });
    popUp(people);
}

void Triage::setPriority()
{
    if (!isMany())
        return withOpen(TicketAction::EditPriority, [this] { m_pane.header().openPriorityMenu(); });
    const QList<Ticket> tickets = targets();
    QMenu *priorities = menu();
    for (const Priority priority :
         {Priority::Urgent, Priority::High, Priority::Medium, Priority::Low}) {
        priorities->addAction(TicketText::priority(priority), this, [this, tickets, priority] {
            m_commands.setPriority(tickets, priority);
            m_list.clearMarks();
        });
    }
    popUp(priorities);
}

void Triage::changeTags()
{
    const auto ask = [this] {
        const QList<Ticket> tickets = targets();
        auto *dialog = new TagsDialog(m_context, tickets, &m_list);
        connect(dialog, &TagsDialog::chosen, this,
                [this, tickets](const QStringList &add, const QStringList &remove) {
                    m_commands.changeTags(tickets, add, remove);
                    m_list.clearMarks();
                });
        dialog->open();
    };
    if (isMany())
        ask();
    else
        withOpen(TicketAction::EditAll, ask);
}

void Triage::changeStatus()
{
    if (!isMany()) {
        return withOpen(TicketAction::ChangeStatus, [this] { m_pane.header().openStatusMenu(); });
    }
    const QList<Ticket> tickets = targets();
    QList<AllowedTransition> ways;
    for (const Ticket &ticket : tickets) {
        if (const auto known = knownOf(ticket))
            addWays(known->transitions, ways);
    }
    if (ways.isEmpty())
        return whenOpen([this] { changeStatus(); });
    QMenu *statuses = menu();
    for (const AllowedTransition &way : std::as_const(ways)) {
        statuses->addAction(TicketText::status(way.to, way.toLabel), this,
                            [this, tickets, way] { takeWay(tickets, way); });
    }
    popUp(statuses);
}

void Triage::takeWay(const QList<Ticket> &tickets, const AllowedTransition &way)
{
    m_commands.takeTransition(tickets, way, [this] { goOn(); });
}

void Triage::finish()
{
    const QList<Ticket> tickets = targets();
    if (tickets.isEmpty())
        return;
    // Tickets that end in the same status go together.
    QList<std::pair<AllowedTransition, QList<Ticket>>> groups;
    for (const Ticket &ticket : tickets) {
        const Way way = wayToEnd(ticket);
        if (!way && tickets.size() == 1) {
            if (!knownOf(ticket))
                return whenOpen([this] { finish(); });
            return sayWhyNot(ticket, TicketAction::Close);
        }
        if (!way)
            continue;
        const auto group = std::find_if(groups.begin(), groups.end(),
                                        [&](const auto &one) { return one.first.to == way->to; });
        if (group == groups.end())
            groups.append({*way, {ticket}});
        else
            group->second.append(ticket);
    }
    if (groups.isEmpty())
        return whenOpen([this] { finish(); });
    for (const auto &[way, group] : std::as_const(groups))
        takeWay(group, way);
}

void Triage::remove()
{
    const QList<Ticket> tickets = targets();
    const auto ask = [this, tickets] {
        m_commands.remove(tickets, [this] { goOn(); });
    };
    if (tickets.size() > 1)
        ask();
    else if (!tickets.isEmpty())
        withOpen(TicketAction::Delete, ask);
}

} // namespace Deskbell::App
