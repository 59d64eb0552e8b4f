// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server/streamreader.h"

#include <QJsonDocument>

namespace Deskbell::Test {

StreamReader::StreamReader(std::shared_ptr<Http::EventChannel> channel)
    : m_channel(std::move(channel))
{}

const QList<StreamReader::Received> &StreamReader::poll()
{
    m_bytes += m_channel->takePending();
    for (qsizetype end = m_bytes.indexOf("\n\n"); end >= 0; end = m_bytes.indexOf("\n\n")) {
        Received received;
        for (const QByteArray &line : m_bytes.first(end).split('\n')) {
            const qsizetype colon = line.indexOf(": ");
            const QByteArray name = line.first(colon);
            const QByteArray value = line.sliced(colon + 2);
            if (name == "id") {
                const auto token = resumeTokenFromText(value);
                if (!token)
                    qFatal("not a token: %s", value.constData());
                received.token = *token;
            } else if (name == "event") {
                received.type = value;
            } else if (name == "data") {
                received.data = QJsonDocument::fromJson(value).object();
            } else {
                qFatal("not a line of ours: %s", line.constData());
            }
        }
        m_received.append(received);
        m_bytes.remove(0, end + 2);
    }
    return m_received;
}

QList<StreamReader::Received> StreamReader::events()
{
    QList<Received> events = poll();
    events.removeIf([](const Received &received) { return received.type.isEmpty(); });
    return events;
}

QList<QByteArray> StreamReader::types()
{
    QList<QByteArray> types;
    for (const Received &event : events())
        types.append(event.type);
    return types;
}

std::optional<ResumeToken> StreamReader::lastToken()
{
    const QList<Received> &received = poll();
    return received.isEmpty() ? std::nullopt : std::optional(received.constLast().token);
}

} // namespace Deskbell::Test
