// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/call.h"
#include "common/base/result.h"
#include "common/bulk/bulk.h"
#include "common/events/event.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace Deskbell::App {

struct AppContext;

/// Who wants to know how an operation goes on.
struct BulkWatch
{
    std::function<void(BulkId)> begun = {};
    std::function<void()> ended = {}; ///< once, and when it could not be begun
};

/// The operations on many tickets that this person has under way: begun here, or found running at
/// the start. Follows them on the server, where they go on whatever one does here, and says what
/// became of them. One per window.
class BulkOperations : public QObject
{
    Q_OBJECT

public:
    BulkOperations(AppContext &context, QWidget *window);

    /// Begins one; `what` is what the pop-up says when all of it went well ("You took 3 tickets").
    void run(const BulkRequest &request, const QString &what, const BulkWatch &watch = {});
    /// Begins a rehearsal and shows it.
    void rehearse(const BulkRequest &request);
    /// What was rehearsed is done.
    void start(BulkId bulk);
    void cancel(BulkId bulk);
    void undo(BulkId bulk);
    /// What became of each ticket.
    void showOutcome(const Bulk &bulk);

    /// Those that the server is at now, oldest first.
    QList<Bulk> atWork() const;

Q_SIGNALS:
    void changed(const Deskbell::Bulk &bulk);
    /// A ticket was chosen from a list of outcomes.
    void ticketChosen(const QString &number);

private:
    struct Followed
    {
        Bulk bulk;
        QString what; ///< empty: it was found, or is shown by a dialog of its own
        BulkWatch watch;
        bool asked = false; ///< a question about it is under way
        bool again = false; ///< it went on since
    };
    using Answered = std::function<void(const Result<Bulk> &)>;

    void findRunning();
    void eventReceived(const Event &event);
    void order(BulkId bulk, const QString &path, const QString &failed, const QString &what);
    void follow(const Bulk &bulk, const QString &what, const BulkWatch &watch);
    void ask(BulkId bulk);
    void arrived(const Bulk &bulk);
    void sayWhatBecame(const Followed &followed);

    AppContext &m_context;
    QWidget *m_window;
    QMap<qint64, Followed> m_followed;
    QTimer m_poll; ///< for events that are late or lost
};

} // namespace Deskbell::App
