// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace Deskbell::App {

/// Reads text/event-stream as it arrives, cut anywhere: UTF-8 with CR, LF or CRLF, comments, data
/// over several lines, as the WHATWG standard defines it.
class EventParser
{
public:
    struct Event
    {
        QByteArray type; ///< "message" when none was named
        QByteArray data;
        QByteArray id; ///< the last id so far

        friend bool operator==(const Event &, const Event &) = default;
    };

    /// More than this in one event is not one of ours; feed() then fails.
    static constexpr qsizetype maxEventSize = 1024 * 1024;

    /// Takes what arrived and appends what is complete now to `events`. False: not an event stream.
    bool feed(QByteArrayView bytes, QList<Event> *events);
    /// A new connection: forgets what was half read, keeps the id.
    void reconnect();
    void setLastEventId(const QByteArray &id);
    const QByteArray &lastEventId() const { return m_lastEventId; }

private:
    void line(QByteArrayView line, QList<Event> *events);

    QByteArray m_line;
    QByteArray m_type;
    QByteArray m_data;
    QByteArray m_id;
    QByteArray m_lastEventId;
    bool m_hasData = false;
    bool m_afterCr = false;
    bool m_atStart = true; ///< a byte order mark may still come
};

} // namespace Deskbell::App
