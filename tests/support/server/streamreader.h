// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/events/resumetoken.h"
#include "server/http/eventchannel.h"

#include <QJsonObject>
#include <QList>

#include <memory>

namespace Deskbell::Test {

/// Reads one event channel as the HTTP front and a client would. For one thread, which calls
/// poll().
class StreamReader
{
public:
    struct Received
    {
        ResumeToken token;
        QByteArray type; ///< empty: only tells the place
        QJsonObject data;
    };

    explicit StreamReader(std::shared_ptr<Http::EventChannel> channel);

    /// Takes what has come; everything so far.
    const QList<Received> &poll();
    /// The same without blocks that only tell the place.
    QList<Received> events();
    QList<QByteArray> types();
    /// What a client would resume from; nothing before the first block.
    std::optional<ResumeToken> lastToken();
    bool isClosed() const { return m_channel->isClosed(); }
    Http::EventChannel &channel() { return *m_channel; }

private:
    std::shared_ptr<Http::EventChannel> m_channel;
    QByteArray m_bytes;
    QList<Received> m_received;
};

} // namespace Deskbell::Test
