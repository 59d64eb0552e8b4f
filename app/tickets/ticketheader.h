// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/tickets/ticket.h"

#include <QWidget>

class QLabel;
class QMenu;
class QToolButton;

namespace Deskbell::App {

class Badge;
class TicketCommands;
struct AppContext;

/// The head of an open ticket: number, title, and buttons for status, priority and assignee that
/// show what is and offer what may be.
class TicketHeader : public QWidget
{
    Q_OBJECT

public:
    TicketHeader(AppContext &context, TicketCommands &commands, QWidget *parent = nullptr);

    void setTicket(const Ticket &ticket);
    /// Open the menus, for keys.
    void openStatusMenu();
    void openPriorityMenu();
    void openAssigneeMenu();

Q_SIGNALS:
    void editRequested();
    void transferRequested();
    void escalateRequested();
    void mergeRequested();
    void linkRequested();
    void seersRequested();
    /// Nothing: not any more.
    void watchRequested(std::optional<Deskbell::WatchMode> mode);
    void watcherRequested();
    void detachRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fill();
    void updateDue();
    void fillStatusMenu();
    void fillPriorityMenu();
    void fillAssigneeMenu();
    void fillMoreMenu();
    void fillWatchMenu(QMenu *menu);
    bool may(TicketAction action) const;

    AppContext &m_context;
    TicketCommands &m_commands;
    Ticket m_ticket;
    QLabel *m_line;
    QLabel *m_title;
    QToolButton *m_status;
    QToolButton *m_priority;
    QToolButton *m_assignee;
    QToolButton *m_more;
    Badge *m_due; ///< hidden while nothing is due
};

} // namespace Deskbell::App
