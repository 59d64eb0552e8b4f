// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/httpserver.h"
#include "tests/support/server/apiharness.h"
#include "tests/support/server/rawhttp.h"

namespace Deskbell::Test {

using RawHeaders = QList<std::pair<QByteArray, QByteArray>>;

/// The real HTTP front before an ApiHarness: for what only sockets show, such as bodies that come
/// in pieces or break off.
class HttpFront
{
public:
    /// `api` outlives this.
    explicit HttpFront(ApiHarness &api);

    quint16 port() const { return m_server.port(); }

    /// The head of a request as it goes over the wire; a body of `contentLength` bytes follows.
    QByteArray head(const QByteArray &method, const QByteArray &path, const Person &person,
                    const RawHeaders &headers = {}, qint64 contentLength = 0) const;
    /// One request on a connection of its own. `path` below /api/v1.
    Testing::RawAnswer ask(const QByteArray &method, const QByteArray &path, const Person &person,
                           const RawHeaders &headers = {}, const QByteArray &body = {}) const;

private:
    const ApiHarness &m_api;
    Http::HttpMetrics m_metrics;
    Http::HttpServer m_server;
};

} // namespace Deskbell::Test
