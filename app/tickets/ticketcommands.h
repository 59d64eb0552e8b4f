// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/outboxitem.h"
#include "app/tickets/pendingchanges.h"
#include "common/bulk/bulkrequest.h"
#include "common/links/ticketlink.h"

#include <memory>

namespace Deskbell::App {

class BulkOperations;
class Outbox;
class Session;

/// What a person does to tickets, to one or to several at once. Each command shows its result at
/// once (changes()), goes to the server by the outbox, and when that refuses takes the result back
/// and says why. What is done to one ticket reaches the server in the order in which it was done,
/// now or when there is a connection again. The last commands can be undone, newest first, whether
/// they have been answered or not. One per window.
class TicketCommands : public QObject
{
    Q_OBJECT

public:
    using Tickets = QList<Ticket>;

    /// `window`: where pop-ups and questions appear.
    TicketCommands(Outbox &outbox, const Session &session, QWidget *window);

    PendingChanges &changes() { return m_changes; }
    /// Several tickets become one operation of these, for whoever may order that; without it, and
    /// for everybody else, they are changed one by one.
    void setBulk(BulkOperations *bulk) { m_bulk = bulk; }

    void take(const Tickets &tickets);
    /// `assignee`: nobody releases the tickets.
    void assign(const Tickets &tickets, const std::optional<PersonRef> &assignee);
    void setPriority(const Tickets &tickets, Priority priority);
    /// Adds and takes away, whatever other tags each of them has.
    void changeTags(const Tickets &tickets, const QStringList &add, const QStringList &remove);
    /// Asks for a reason and a note first when the transition requires them. `begun` is called when
    /// it is on its way.
    void takeTransition(const Tickets &tickets, const AllowedTransition &transition,
                        const std::function<void()> &begun = {});
    void transfer(const Ticket &ticket, const Transfer &transfer);
    /// Asks for the reason first.
    void escalate(const Ticket &ticket);
    /// 1 to 5, by the requester once it is closed.
    void rate(const Ticket &ticket, int score, const QString &comment = {});
    /// Any other change of fields; `done` is what the pop-up says.
    void patch(const Ticket &ticket, const TicketPatch &patch, const QString &done);
    /// Asks first; can be undone all the same. `begun` as above.
    void remove(const Tickets &tickets, const std::function<void()> &begun = {});
    void restore(const Ticket &ticket);
    /// Moves all that was said on these to that one, and closes them.
    void merge(const Tickets &tickets, const Ticket &into);
    void split(const Ticket &ticket, const QList<TimelineEntryId> &entries, const QString &title);
    void link(const Ticket &ticket, const Ticket &other, LinkKind kind);

    /// Something else that was done in this window and that undo() takes back in its turn.
    void remember(const QString &text, const std::function<void()> &undo);
    /// Takes back the last command that was not taken back. Says so when there is none.
    void undo();

Q_SIGNALS:
    /// How many changes the server has not answered yet.
    void pendingChanged(int pending);

private:
    /// `now`: nothing when it is not to be seen any more.
    using UndoRequest
            = std::function<Api::Request(const Ticket &before, const std::optional<Ticket> &now)>;
    /// What is done to a ticket: how it is asked for, how it shows, what is said.
    struct Deed
    {
        std::function<Api::Request(const Ticket &)> request;
        PendingChanges::Change change;
        BulkChange bulk = {}; ///< the same for many at once; empty: one by one
        QString done = {};    ///< "You took HD-1042"
        QString failed = {};  ///< "The assignee of HD-1042 could not be changed"
        bool undoable = true;
        /// How it is taken back, of what it was and became; by default the last change is.
        UndoRequest undo = {};
    };
    /// A command that can be taken back.
    struct Done
    {
        struct Part
        {
            Ticket before;
            bool refused = false;
            std::optional<Ticket> now = {}; ///< as the server answered
            QByteArray key = {};            ///< in the outbox, until it is answered
            std::function<void()> whenAnswered = {};
        };
        QString text;
        UndoRequest undo;
        QList<Part> parts;
        int waiting = 0;                    ///< for answers
        int undoing = 0;                    ///< the same when it is taken back
        std::function<void()> undoAll = {}; ///< in place of the parts
    };
    using DoneRef = std::shared_ptr<Done>;
    using Answered = std::function<void(const Result<Api::Answer> &)>;

    void act(const Tickets &tickets, const Deed &deed);
    void actOn(const Ticket &ticket, const Deed &deed, const DoneRef &done, qsizetype part);
    void actOnMany(const Tickets &tickets, const Deed &deed);
    void answered(const DoneRef &done, const Deed &deed);
    void remember(const DoneRef &done);
    void undo(const DoneRef &done);
    void undoPart(const DoneRef &done, qsizetype part);
    void sendUndo(const DoneRef &done, qsizetype part);
    void undone(const DoneRef &done);
    /// Returns its key in the outbox.
    QByteArray enqueue(const Ticket &ticket, const QString &title, const Api::Request &request,
                       const Answered &answered);
    /// Asks for what is still missing of what the transition requires, then sends it.
    void completeStatus(const Tickets &tickets, const AllowedTransition &transition,
                        const StatusChange &change, const std::function<void()> &begun);
    void sendStatus(const Tickets &tickets, const AllowedTransition &transition,
                    const StatusChange &change);

    Outbox &m_outbox;
    const Session &m_session;
    QWidget *m_window;
    BulkOperations *m_bulk = nullptr;
    PendingChanges m_changes;
    QHash<QByteArray, Answered> m_waiting; ///< by their keys in the outbox
    QList<DoneRef> m_history;              ///< newest last
};

} // namespace Deskbell::App
