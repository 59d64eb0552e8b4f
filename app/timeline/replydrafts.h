// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/draftfolder.h"
#include "common/base/jsonreader.h"

#include <QTimer>

#include <map>
#include <optional>
#include <set>

namespace Deskbell::App {

/// A reply or an internal note that is begun and not sent.
struct KeptReply
{
    TicketId ticket = {};
    bool isInternal = false;
    QString text = {};
    /// The newest message when one began, or that was shown; unknown while none was read.
    std::optional<TimelineEntryId> seen = {};
    QString despiteClaim = {}; ///< why one answers though somebody else is doing so
    /// Of a send that may have arrived: its idempotency key and what it sent. Sent again with both
    /// it is the same message to the server.
    QByteArray key = {};
    QJsonObject body = {};

    friend bool operator==(const KeptReply &, const KeptReply &) = default;
};

void read(JsonReader &reader, KeptReply &reply);
QJsonObject toJson(const KeptReply &reply);

/// What is being written to tickets, by whoever is signed in: the same in every window, and on the
/// disk at most a quarter of a second after it was typed, until it is sent.
class ReplyDrafts : public QObject
{
    Q_OBJECT

public:
    ReplyDrafts(const Session &session, const Api::Client &client, const QString &folder,
                QObject *parent = nullptr);
    ~ReplyDrafts() override;

    /// An empty one if there is none.
    KeptReply at(TicketId ticket, bool isInternal) const;
    /// One without text is forgotten.
    void keep(const KeptReply &reply);
    /// Writes at once: what is about to be sent must not be sent twice after a crash.
    void keepNow(const KeptReply &reply);
    void discard(TicketId ticket, bool isInternal);

Q_SIGNALS:
    void changed(Deskbell::TicketId ticket, bool isInternal);
    void notKept(const Deskbell::Error &error);

private:
    using Place = std::pair<TicketId, bool>;

    static QString nameOf(const Place &place);
    void load(const QList<QByteArray> &contents);
    void writePending();

    std::map<Place, KeptReply> m_replies;
    std::set<Place> m_unwritten;
    QTimer m_pause;
    DraftFolder m_folder; ///< last: what the others hold is written before it goes
};

} // namespace Deskbell::App
