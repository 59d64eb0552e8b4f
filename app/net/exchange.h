// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/client.h"

#include <QNetworkReply>
#include <QPointer>
#include <QTimer>

#include <optional>

namespace Deskbell::App::Api {

/// One call of the server from send() to its callback, over all its attempts. Owned by the client;
/// deletes itself. Only Client and Call know it.
class Exchange : public QObject
{
    Q_OBJECT

public:
    Exchange(Client &client, const Request &request, QObject *guard, Callback<Answer> callback);
    ~Exchange() override;

    void cancel();
    void drop();
    void pull();
    bool isRunning() const { return !m_done; }

private:
    void begin();
    void transmit(const QByteArray &token);
    QNetworkRequest networkRequest(const QByteArray &token) const;
    QNetworkReply *dispatch(QNetworkRequest request);
    void tlsProblems(const QList<QSslError> &problems);
    void headersArrived();
    void bytesArrived();
    void replyFinished();
    void wentSilent();
    void answered(const Answer &answer);
    void failed(const Error &error);
    bool repeatLater(const Error &error);
    bool isRepeatable() const;
    bool mayRepeat(const Error &error) const;
    void hangUp();
    void finish(Result<Answer> result);
    Answer takeAnswer();

    Client &m_client;
    Request m_request;
    QPointer<QObject> m_guard;
    Callback<Answer> m_callback;
    QByteArray m_id;
    QByteArray m_token;
    QPointer<QNetworkReply> m_reply; ///< ours from dispatch() to hangUp()
    std::optional<Error> m_tlsError;
    QTimer m_silence;
    QTimer m_pause;
    int m_attempts = 0;
    bool m_renewed = false; ///< the token was refused once already
    bool m_sinking = false; ///< the sink has begun: there is no way back
    bool m_done = false;
};

} // namespace Deskbell::App::Api
