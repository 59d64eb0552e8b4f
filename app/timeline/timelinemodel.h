// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/call.h"
#include "common/base/paging.h"
#include "common/timeline/timelineentry.h"

#include <QAbstractListModel>

namespace Deskbell::App {

namespace Api {
class Client;
}

/// The timeline of one ticket, oldest first: the newest entries are read at once, older ones when
/// asked for, and what comes is inserted in its place. Owns its values; data() does no I/O.
class TimelineModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { EntryRole = Qt::UserRole /**< QVariant of TimelineEntry */ };
    enum class State { None, Loading, Ready, Failed };

    explicit TimelineModel(Api::Client &client, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// An invalid id empties it.
    void setTicket(TicketId ticket);
    TicketId ticket() const { return m_ticket; }
    /// Reads the newest entries again and corrects what is shown, row by row.
    void refresh();
    bool hasOlder() const { return !m_olderCursor.isEmpty(); }
    void fetchOlder();

    State state() const { return m_state; }
    const Error &error() const { return m_error; }
    const TimelineEntry &entryAt(int row) const { return m_entries[row]; }

Q_SIGNALS:
    void stateChanged();
    /// Older entries were asked for and did not come; they can be asked for again.
    void olderFailed(const Deskbell::Error &error);

private:
    using Answer = Result<Page<TimelineEntry>>;

    void request(const QString &cursor, std::function<void(const Answer &)> callback);
    void merge(const QList<TimelineEntry> &entries);
    void removeMissing(const Page<TimelineEntry> &newest);
    void setState(State state);

    Api::Client &m_client;
    TicketId m_ticket;
    QList<TimelineEntry> m_entries;
    QString m_olderCursor;
    State m_state = State::None;
    Error m_error;
    Api::ScopedCall m_newestCall;
    Api::ScopedCall m_olderCall;
};

} // namespace Deskbell::App
