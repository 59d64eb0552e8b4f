// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/error.h"
#include "common/tickets/ticket.h"
#include "common/tickets/ticketpatch.h"
#include "common/tickets/ticketrequests.h"

#include <QObject>

#include <functional>

namespace Deskbell::App {

class Session;
namespace Api {
class Client;
struct Request;
} // namespace Api

/// What a person does to a ticket. Each command shows its result at once (applied), asks the
/// server, and when it refuses takes the result back and says why; what can be undone is offered in
/// the pop-up. One per window.
class TicketCommands : public QObject
{
    Q_OBJECT

public:
    using Change = std::function<void(Ticket &)>;

    /// `window`: where pop-ups and questions appear.
    TicketCommands(Api::Client &client, const Session &session, QWidget *window);

    void take(const Ticket &ticket);
    /// `assignee`: nobody releases the ticket.
    void assign(const Ticket &ticket, const std::optional<PersonRef> &assignee);
    void setPriority(const Ticket &ticket, Priority priority);
    /// Asks for a reason and a note first when the transition requires them.
    void takeTransition(const Ticket &ticket, const AllowedTransition &transition);
    void transfer(const Ticket &ticket, const Transfer &transfer);
    /// Asks for the reason first.
    void escalate(const Ticket &ticket);
    /// 1 to 5, by the requester once it is closed.
    void rate(const Ticket &ticket, int score, const QString &comment = {});
    /// Any other change of fields; `done` is what the pop-up says.
    void patch(const Ticket &ticket, const TicketPatch &patch, const QString &done);
    /// Asks first; can be undone all the same.
    void remove(const Ticket &ticket);
    void restore(const Ticket &ticket);

    /// Commands the server has not answered yet.
    int pending() const { return m_pending; }

Q_SIGNALS:
    /// To be shown at once.
    void applied(Deskbell::TicketId id, const Deskbell::App::TicketCommands::Change &change);
    /// The server has answered, yes or no: what it says now counts.
    void settled(Deskbell::TicketId id);
    void pendingChanged(int pending);

private:
    struct Outcome
    {
        QString done;               ///< "Taken HD-1042"; empty: says nothing
        QString failed;             ///< "HD-1042 could not be taken"
        std::function<void()> undo; ///< none: cannot be undone
    };
    void run(TicketId id, const Api::Request &request, const Change &change,
             const Outcome &outcome);
    /// Asks for what is still missing of what the transition requires, then sends it.
    void completeStatus(const Ticket &ticket, const AllowedTransition &transition,
                        const StatusChange &change);
    void sendStatus(const Ticket &ticket, const AllowedTransition &transition,
                    const StatusChange &change);

    Api::Client &m_client;
    const Session &m_session;
    QWidget *m_window;
    int m_pending = 0;
};

} // namespace Deskbell::App
