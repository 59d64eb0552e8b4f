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

        bool isSuccess() const { return status >= 200 && status < 300; }
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
    Answer remove(const QByteArray &path);

private:
    Answer ask(const QByteArray &method, const QByteArray &path, const QByteArray &headers,
               const QByteArray &body);

    quint16 m_port;
    std::optional<Testing::RawHttp> m_connection;
    QByteArray m_token;
};

} // namespace Deskbell::Test
