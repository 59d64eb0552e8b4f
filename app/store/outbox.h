// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/request.h"
#include "app/store/draftfolder.h"
#include "app/store/outboxitem.h"

#include <QTimer>

#include <memory>

class QEventLoopLocker;

namespace Deskbell {
class Clock;
}

namespace Deskbell::App {

/// What was done here and has to reach the server: kept on the disk before it is sent, and until
/// the server has answered; sent in order per ticket, again after growing pauses while no answer
/// comes, and at once when the server is back. Each carries an idempotency key, so that the server
/// does it once whatever is cut when. What it refuses for good stays until the person decides.
/// For whoever is signed in; lives on the window thread.
class Outbox : public QObject
{
    Q_OBJECT

public:
    /// The first pause before another try, doubled each time up to the longest; tests make it
    /// short.
    struct Patience
    {
        std::chrono::milliseconds firstPause = std::chrono::seconds(1);
        std::chrono::milliseconds longestPause = std::chrono::minutes(1);
    };

    Outbox(const Session &session, Api::Client &client, const Clock &clock, DiskQueue &disk,
           const QString &folder, QObject *parent = nullptr);
    ~Outbox() override;

    void setPatience(const Patience &patience) { m_patience = patience; }

    /// In the order in which they were made.
    const QList<OutboxEntry> &entries() const { return m_entries; }
    const OutboxEntry *find(const QByteArray &key) const;
    /// Key and number are given here. Returns the key. It goes out after `hold`, and can be taken
    /// back until then.
    QByteArray add(OutboxItem item, std::chrono::milliseconds hold = {});
    /// It is not to be sent. Nothing when it is under way or gone: then it was too late.
    std::optional<OutboxItem> takeBack(const QByteArray &key);
    /// Now, in place of later, or once more after a refusal.
    void sendNow(const QByteArray &key);
    /// Nobody is there any more to take something back: what is held goes out. True when the
    /// program stays until it has, or cannot, and ends by itself then.
    bool finish();

Q_SIGNALS:
    /// Something came, went, or is in another state.
    void changed();
    /// What was left by the program's last run, before any of it is sent.
    void loaded();
    void sent(const Deskbell::App::OutboxItem &item, const Deskbell::App::Api::Answer &answer);
    void refused(const Deskbell::App::OutboxItem &item);
    /// It will not be sent.
    void takenBack(const Deskbell::App::OutboxItem &item);
    /// It could not be written to the disk; it is sent all the same.
    void notKept(const Deskbell::Error &error);

private:
    OutboxEntry *entry(const QByteArray &key);
    void load(const QList<QByteArray> &contents);
    bool maySend() const;
    bool isFirstOf(TicketId ticket) const;
    void write(OutboxEntry &entry);
    void pump();
    void attempt(const QByteArray &key);
    void answered(const QByteArray &key, const Result<Api::Answer> &answer);
    void refuse(OutboxEntry &entry, const Error &error);
    std::chrono::milliseconds pauseAfter(int failures) const;
    void updateStay();

    const Session &m_session;
    Api::Client &m_client;
    const Clock &m_clock;
    Patience m_patience;
    QList<OutboxEntry> m_entries;
    qint64 m_lastNumber = 0;
    QTimer m_wake;
    bool m_isFinishing = false;
    std::unique_ptr<QEventLoopLocker> m_stay;
    DraftFolder m_folder; ///< last: what the others hold is written before it goes
};

} // namespace Deskbell::App
