// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/call.h"
#include "app/tickets/pendingchanges.h"
#include "common/base/paging.h"
#include "common/base/result.h"
#include "common/tickets/ticket.h"
#include "common/tickets/ticketfilter.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QSet>
#include <QTimer>

namespace Deskbell::App {

namespace Api {
class Client;
}
class PresenceFeed;

/// The tickets of one filter in its order: read page by page as one scrolls, and kept true by the
/// event stream. Rows come, go and move one by one; nothing is reset but by a new filter. Owns its
/// values; data() does no I/O.
class TicketListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        TicketRole = Qt::UserRole, ///< QVariant of Ticket
        IdRole,                    ///< qint64
        PresentRole,               ///< QStringList: who else is at it
        PendingRole,               ///< bool: changed here, not confirmed by the server yet
    };
    enum class State { Loading, Ready, Failed };

    explicit TicketListModel(Api::Client &client, QObject *parent = nullptr);

    /// Rows tell who else is at their tickets, and follow it. `presence` outlives this.
    void showPresence(const PresenceFeed &presence);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    /// Begins anew with these tickets. The page of the filter is the model's own business.
    void setFilter(const TicketFilter &filter);
    const TicketFilter &filter() const { return m_filter; }
    /// Reads what is shown again and corrects it in place: after a gap in the event stream, and for
    /// Retry.
    void refresh();

    State state() const { return m_state; }
    const Error &error() const { return m_error; }
    /// How many tickets the filter has in all; -1 while unknown.
    qint64 total() const { return m_total; }

    /// As it is shown: with what is pending.
    Ticket ticketAt(int row) const;
    /// The row of a ticket; -1 when it is not among those read so far.
    int rowOf(TicketId id) const;

    /// An event of the stream about a ticket: "ticket.updated" and its like.
    void ticketChanged(TicketId id);
    /// The person does not see this ticket any more.
    void ticketGone(TicketId id);

    /// Shows these changes on top of what the server says, and marks their rows. They outlive the
    /// model.
    void follow(PendingChanges &changes);

Q_SIGNALS:
    void stateChanged();
    void totalChanged(qint64 total);

private:
    enum class Source { Page, Change };
    using Answer = Result<Page<Ticket>>;

    QStringList presentAt(TicketId ticket) const;
    void requestPage();
    void pageArrived(const Answer &answer);
    void mergePage(const QList<Ticket> &tickets);
    void requestChanged();
    void changedArrived(const QSet<TicketId> &asked, const Answer &answer);
    void place(const Ticket &ticket, Source source);
    void confirmed(const Ticket &now);
    void showAgain(TicketId id);
    void removeAt(int row);
    int rowFor(const Ticket &ticket) const;
    void setState(State state);
    void setTotal(qint64 total);

    Api::Client &m_client;
    const PresenceFeed *m_presence = nullptr;
    QPointer<PendingChanges> m_changes;
    TicketFilter m_filter;
    QList<Ticket> m_rows; ///< as the server has them
    QSet<TicketId> m_ids; ///< of m_rows: most questions are about tickets that are not there
    QString m_nextCursor;
    bool m_complete = false;   ///< the last page was read
    bool m_refreshing = false; ///< the page under way replaces what is shown
    qint64 m_total = -1;
    State m_state = State::Loading;
    Error m_error;
    QSet<TicketId> m_changed; ///< to be asked again
    QTimer m_changedPause;
    Api::ScopedCall m_pageCall;
    bool m_pageRunning = false;
    Api::ScopedCall m_changedCall;
    bool m_changedRunning = false;
};

} // namespace Deskbell::App
