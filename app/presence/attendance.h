// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/presence/ticketpresence.h"
#include "common/tickets/ticket.h"

#include <QObject>
#include <QTimer>

#include <optional>

class QWidget;

namespace Deskbell::App {

struct AppContext;

/// Tells the server that the person is at the ticket that a pane shows, that they write on it, and
/// for staff, that they are answering it: again and again while it is so, and not any more when it
/// is not. A program that dies says nothing, and is forgotten. What of it fails is nobody's
/// trouble: it is said again soon.
class Attendance : public QObject
{
    Q_OBJECT

public:
    /// `pane`: looked at while its window is the one in use.
    Attendance(AppContext &context, QWidget *pane);
    ~Attendance() override;

    /// What the pane shows; nothing when it is empty.
    void setTicket(const std::optional<Ticket> &ticket);
    /// Somebody has just typed. `text`: what the reply says now; empty when there is none.
    void typed(const QString &text, bool isReply);
    /// It was sent, or is no longer meant.
    void stopAnswering();

Q_SIGNALS:
    /// The person looks at the ticket now, or does again.
    void lookedAt(Deskbell::TicketId ticket);

private:
    bool isLooking() const;
    bool mayClaim() const;
    void beat();
    void report(PresenceState state);
    void leave();
    void claim();

    AppContext &m_context;
    QWidget *m_pane;
    std::optional<Ticket> m_ticket;
    TicketId m_reported; ///< where the server believes the person to be
    PresenceState m_state = PresenceState::Viewing;
    bool m_answers = false; ///< a reply is begun
    QTimer m_beat;
    QTimer m_settle;     ///< who leafs through a list is at none of its tickets
    QTimer m_typingEnds; ///< without a key for a while nobody types
};

} // namespace Deskbell::App
