// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/tickets/ticket.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace Deskbell {
class Clock;
}

namespace Deskbell::App {

class Badge;
class RatingForm;
class TicketCommands;

/// The chosen request: how it stands, and as plain buttons what its requester may do now. Which
/// those are says the ticket that the server answered; until it has, there is only "Open".
class RequestCard : public QWidget
{
    Q_OBJECT

public:
    RequestCard(const Clock &clock, TicketCommands &commands, QWidget *parent = nullptr);

    void setTicket(const Ticket &ticket);

Q_SIGNALS:
    /// To be read as a whole, and answered.
    void openRequested(const QString &number);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fill();
    void fillSteps();

    const Clock &m_clock;
    TicketCommands &m_commands;
    Ticket m_ticket;
    QLabel *m_line;
    QLabel *m_title;
    Badge *m_status;
    QLabel *m_explanation;
    QWidget *m_steps; ///< one button for each thing that can be done
    QPushButton *m_open;
    RatingForm *m_rating;
};

} // namespace Deskbell::App
