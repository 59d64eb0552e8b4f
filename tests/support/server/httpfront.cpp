// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server/httpfront.h"

namespace Deskbell::Test {

namespace {

Http::HttpSettings fewWorkers()
{
    Http::HttpSettings settings;
    settings.limits.workers = 4;
    return settings;
}

} // namespace

HttpFront::HttpFront(ApiHarness &api)
    : m_api(api)
    , m_server(api.api(), m_metrics, fewWorkers())
{
    if (auto started = m_server.start(); !started)
        qFatal("no server: %s", qPrintable(started.error().detail));
}

QByteArray HttpFront::head(const QByteArray &method, const QByteArray &path, const Person &person,
                           const RawHeaders &headers, qint64 contentLength) const
{
    QByteArray bytes = method + " /api/v1" + path + " HTTP/1.1\r\nHost: localhost\r\n";
    if (person.id.isValid())
        bytes += "Authorization: Bearer " + m_api.token(person) + "\r\n";
    for (const auto &[name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    if (contentLength > 0 || method == "POST" || method == "PATCH")
        bytes += "Content-Length: " + QByteArray::number(contentLength) + "\r\n";
    return bytes + "\r\n";
}

Testing::RawAnswer HttpFront::ask(const QByteArray &method, const QByteArray &path,
                                  const Person &person, const RawHeaders &headers,
                                  const QByteArray &body) const
{
    Testing::RawHttp client(port());
    client.send(head(method, path, person, headers, body.size()) + body);
    return client.read(method == "HEAD");
}

} // namespace Deskbell::Test
