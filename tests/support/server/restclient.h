// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/server/rawhttp.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace Deskbell::Test {

/// A script that talks to a running server over one connection that it keeps, and makes anew after
/// it broke. Blocks; for one thread, with or without an event loop.
class RestClient
{
public:
    struct Answer
    {
        int status = 0; ///< 0: none came
        QJsonObject json = {};
        QByteArray retryAfter = {};

        bool isSuccess() const { return status >= 200 && status < 300; }
        QString key() const { return json.value(QLatin1StringView("key")).toString(); }
        qint64 id() const { return json.value(QLatin1StringView("id")).toInteger(); }
    };

    explicit RestClient(quint16 port)
        : m_port(port)
    {}

    /// After a success every call is this person's.
    Answer signIn(const QString &user, const QString &password);
    /// `path` below /api/v1, with its query.
    Answer get(const QByteArray &path);
    Answer post(const QByteArray &path, const QJsonObject &json,
                const QByteArray &idempotencyKey = {});
    /// The body is the file; its name consists of letters, digits and signs that need no quoting.
    Answer postFile(const QByteArray &path, const QString &name, const QByteArray &content,
                    const QByteArray &idempotencyKey = {});
    Answer put(const QByteArray &path, const QJsonObject &json);
    Answer patch(const QByteArray &path, const QJsonObject &json);
    Answer remove(const QByteArray &path);

    /// The access token; none before a sign-in.
    const QByteArray &token() const { return m_token; }

private:
    Answer ask(const QByteArray &method, const QByteArray &path, const QByteArray &headers,
               const QByteArray &body);

    quint16 m_port;
    std::optional<Testing::RawHttp> m_connection;
    QByteArray m_token;
};

} // namespace Deskbell::Test
