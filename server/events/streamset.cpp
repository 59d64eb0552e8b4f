// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/events/streamset.h"

#include "common/events/event.h"

namespace Deskbell::Server {

void StreamSet::add(EventStream stream)
{
    m_streams[stream.account.value()].push_back(std::move(stream));
}

QList<AccountId> StreamSet::accounts() const
{
    QList<AccountId> accounts;
    accounts.reserve(qsizetype(m_streams.size()));
    for (const auto &[account, streams] : m_streams)
        accounts.append(AccountId(account));
    return accounts;
}

QList<SessionId> StreamSet::sessions() const
{
    QList<SessionId> sessions;
    for (const auto &[account, streams] : m_streams) {
        for (const EventStream &stream : streams)
            sessions.append(stream.session);
    }
    return sessions;
}

qsizetype StreamSet::size() const
{
    qsizetype size = 0;
    for (const auto &[account, streams] : m_streams)
        size += qsizetype(streams.size());
    return size;
}

qint64 StreamSet::send(const EventRow &event, const QList<qint64> &accounts)
{
    qint64 sent = 0;
    for (const qint64 account : accounts) {
        const auto found = m_streams.find(account);
        if (found == m_streams.end())
            continue;
        for (EventStream &stream : found->second) {
            // It resumed on this server from a place that another server had reached before.
            if (event.token <= stream.position)
                continue;
            if (stream.channel->send(event.block)) {
                stream.told = event.token;
                ++sent;
            }
        }
    }
    return sent;
}

qint64 StreamSet::sendAside(const QByteArray &block, const QList<qint64> &accounts)
{
    qint64 sent = 0;
    for (const qint64 account : accounts) {
        const auto found = m_streams.find(account);
        if (found == m_streams.end())
            continue;
        for (const EventStream &stream : found->second)
            sent += stream.channel->send(block) ? 1 : 0;
    }
    return sent;
}

void StreamSet::mark(const ResumeToken &position)
{
    const QByteArray block = "id: " + toText(position) + "\n\n";
    for (auto &[account, streams] : m_streams) {
        for (EventStream &stream : streams) {
            if (stream.told < position && stream.position < position && stream.channel->send(block))
                stream.told = position;
        }
    }
}

void StreamSet::end(SessionId session, const ResumeToken &position, const QByteArray &data)
{
    const QByteArray block = eventBlock(position, toWire(EventType::SessionEnded), data);
    for (auto &[account, streams] : m_streams) {
        for (EventStream &stream : streams) {
            if (stream.session == session) {
                stream.channel->send(block);
                stream.channel->close();
            }
        }
    }
    sweep();
}

void StreamSet::sweep()
{
    for (auto it = m_streams.begin(); it != m_streams.end();) {
        std::erase_if(it->second,
                      [](const EventStream &stream) { return stream.channel->isClosed(); });
        it = it->second.empty() ? m_streams.erase(it) : std::next(it);
    }
}

void StreamSet::closeAll()
{
    for (auto &[account, streams] : m_streams) {
        for (EventStream &stream : streams)
            stream.channel->close();
    }
    m_streams.clear();
}

} // namespace Deskbell::Server
