// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/draftfolder.h"
#include "app/store/keptfile.h"
#include "common/tickets/ticket.h"

#include <QTimer>

#include <map>
#include <optional>
#include <set>

namespace Deskbell {
struct ReplyDraft;
}

namespace Deskbell::App {

class Outbox;
struct OutboxItem;

/// A reply or an internal note that is begun and not sent.
struct KeptReply
{
    TicketId ticket = {};
    bool isInternal = false;
    QString text = {};
    /// The newest message when one began, or that was shown; unknown while none was read.
    std::optional<TimelineEntryId> seen = {};
    QList<KeptFile> files = {}; ///< that go along

    friend bool operator==(const KeptReply &, const KeptReply &) = default;
};

void read(JsonReader &reader, KeptReply &reply);
QJsonObject toJson(const KeptReply &reply);

/// What is being written to tickets, by whoever is signed in: the same in every window, and on the
/// disk at most a quarter of a second after it was typed, until it is sent: then the outbox has it.
class ReplyDrafts : public QObject
{
    Q_OBJECT

public:
    ReplyDrafts(const Session &session, const Api::Client &client, Outbox &outbox, DiskQueue &disk,
                const QString &folder, QObject *parent = nullptr);
    ~ReplyDrafts() override;

    /// An empty one if there is none.
    KeptReply at(TicketId ticket, bool isInternal) const;
    /// One without text and files is forgotten.
    void keep(const KeptReply &reply);
    void discard(TicketId ticket, bool isInternal);

    /// Gives it to the outbox, which sends it after `hold`; it is a draft no more. Returns the key
    /// of it there.
    QByteArray send(const Ticket &ticket, const ReplyDraft &reply, const QList<KeptFile> &files,
                    std::chrono::milliseconds hold);
    /// Takes it out of the outbox again, before what has been written since. False when it was too
    /// late.
    bool takeBack(const QByteArray &key);

Q_SIGNALS:
    void changed(Deskbell::TicketId ticket, bool isInternal);
    void notKept(const Deskbell::Error &error);

private:
    using Place = std::pair<TicketId, bool>;

    static QString nameOf(const Place &place);
    void load(const QList<QByteArray> &contents);
    void forgetSent();
    void writePending();

    Outbox &m_outbox;
    std::map<Place, KeptReply> m_replies;
    QList<KeptReply> m_sentBefore; ///< what the outbox had when the program began
    std::set<Place> m_unwritten;
    QTimer m_pause;
    DraftFolder m_folder; ///< last: what the others hold is written before it goes
};

} // namespace Deskbell::App
