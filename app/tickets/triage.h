// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/access/ticketactions.h"
#include "common/tickets/ticket.h"

#include <QObject>

#include <functional>
#include <optional>

class QMenu;

namespace Deskbell::App {

class Session;
class TicketCommands;
class TicketListModel;
class TicketListView;
class TicketPane;
struct AppContext;

/// What the keys of a list do: to the chosen tickets, or to the one that one is on, which is the
/// open one. Nothing here waits for the server: what can be done next is known from the ticket once
/// it is open, and before that from tickets like it that were open before. What cannot be done is
/// said.
class Triage : public QObject
{
    Q_OBJECT

public:
    Triage(AppContext &context, TicketListView &list, TicketListModel &model, TicketPane &pane,
           TicketCommands &commands);

    /// The chosen tickets, from top to bottom.
    QList<Ticket> targets() const;

    /// Every status that tickets seen so far could go to.
    QList<AllowedTransition> knownWays() const;

    /// Runs this when the open ticket allows the action, at once or as soon as it is there; says
    /// why not when it does not.
    void withOpen(TicketAction action, const std::function<void()> &run);

    /// "HD-7 cannot be assigned"
    static QString cannot(const Ticket &ticket, TicketAction action);
    /// Why somebody cannot do that, in a sentence.
    static QString whyNot(const Session &session, const Ticket &ticket, TicketAction action);

    void take();
    void assign();
    void setPriority();
    void changeTags();
    void changeStatus();
    /// The shortest way to the end that this person has: resolve, else close. What the workflow
    /// calls these statuses is its own business; to close is not to reject or to withdraw.
    void finish();
    void remove();

private:
    using Way = std::optional<AllowedTransition>;
    /// What tickets are that allow the same.
    struct Kind
    {
        DeskId desk;
        QString status;
        TicketRelation relation;
        friend bool operator==(const Kind &, const Kind &) = default;
    };
    struct Known
    {
        Kind kind;
        QList<AllowedTransition> transitions;
        bool closes; ///< one of them is what "close" takes
    };

    void learn();
    /// What can follow; nothing while that is not known.
    std::optional<Known> knownOf(const Ticket &ticket) const;
    Way wayToEnd(const Ticket &ticket) const;
    void takeWay(const QList<Ticket> &tickets, const AllowedTransition &way);
    /// What was done to them is done: on to the next.
    void goOn();
    bool isOpen(const Ticket &ticket) const;
    /// Whether there is something to act on, and whether it is several.
    bool isMany() const;
    void sayWhyNot(const Ticket &ticket, TicketAction action);
    /// A menu at the row that one is on, its first entry chosen.
    QMenu *menu();
    void popUp(QMenu *menu);
    void whenOpen(const std::function<void()> &run);

    Kind kindOf(const Ticket &ticket) const;

    AppContext &m_context;
    TicketListView &m_list;
    TicketListModel &m_model;
    TicketPane &m_pane;
    TicketCommands &m_commands;
    QList<Known> m_known; ///< what was seen last, first
    TicketId m_awaited;   ///< what m_waiting is for
    std::function<void()> m_waiting;
};

} // namespace Deskbell::App
