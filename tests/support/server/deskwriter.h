// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/server/restclient.h"

#include <QDeadlineTimer>
#include <QList>
#include <QStringList>

#include <atomic>
#include <functional>
#include <thread>

namespace Deskbell::Test {

/// Somebody who works at a desk over HTTP without a pause, in a thread of their own: makes tickets,
/// replies, notes, files and changes of state, each with an Idempotency-Key where the interface has
/// one. What was not answered is sent again, with the same key, until it is. Keeps a ledger of it.
class DeskWriter
{
public:
    enum class Role { Requester, Staff };

    struct Options
    {
        quint16 port = 0;
        QString user = {}; ///< of the demo desk
        Role role = Role::Requester;
        QString mark = {}; ///< begins every title, message and file name, and is nobody else's
        qint64 sharedTicket = 0; ///< which all of them reply to
    };

    /// What was acknowledged.
    struct Ledger
    {
        QStringList tickets;  ///< "title=id", as are the next two by message and file name
        QStringList comments; ///< replies and notes
        QStringList files;
        QStringList statuses; ///< "ticket id:status"
        QList<QByteArray> keys;
        QList<qint64> ticketIds;

        void add(const Ledger &other);
    };

    explicit DeskWriter(Options options);
    ~DeskWriter(); ///< gives up what was not acknowledged
    DeskWriter(const DeskWriter &) = delete;
    DeskWriter &operator=(const DeskWriter &) = delete;

    void start();
    /// After what is on its way has been acknowledged, or the server has said nothing for too long.
    void stop();

    int acknowledged() const { return m_acknowledged; }
    int refused() const { return m_refused; } ///< how often it was told to come again

    // After stop().
    const Ledger &ledger() const { return m_ledger; }
    /// Every answer (or that none came) that is neither a success nor a clear word to come again:
    /// "500 internal: POST /tickets".
    const QStringList &surprises() const { return m_surprises; }

private:
    using Send = std::function<RestClient::Answer(const QByteArray &key)>;

    void run();
    void handleRequest(int number);
    void comment(qint64 ticket, const QString &message, bool isInternal);
    void attach(qint64 ticket, const QString &name);
    void look(qint64 ticket);
    void setStatus(qint64 ticket, const QString &status, const QString &reason = {});
    /// Sends with one key until there is an answer; the id in it, 0 when it was a surprise.
    qint64 insist(const char *what, const Send &send);
    /// Whether to send it again.
    bool mustRepeat(const RestClient::Answer &answer, const char *what);

    const Options m_options;
    RestClient m_client;
    Ledger m_ledger;
    QStringList m_surprises;
    QDeadlineTimer m_patience;
    std::atomic<bool> m_stopping = false;
    std::atomic<bool> m_givingUp = false;
    std::atomic<int> m_acknowledged = 0;
    std::atomic<int> m_refused = 0;
    std::thread m_thread;
};

} // namespace Deskbell::Test
