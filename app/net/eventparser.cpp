// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/eventparser.h"

#include <utility>

namespace Deskbell::App {

bool EventParser::feed(QByteArrayView bytes, QList<Event> *events)
{
    for (const char byte : bytes) {
        if (byte == '\n' && m_afterCr) {
            m_afterCr = false; // the second half of CRLF
            continue;
        }
        m_afterCr = byte == '\r';
        if (byte != '\n' && byte != '\r') {
            m_line.append(byte);
            if (m_line.size() + m_data.size() > maxEventSize)
                return false;
            continue;
        }
        if (std::exchange(m_atStart, false) && m_line.startsWith("\xEF\xBB\xBF"))
            m_line.remove(0, 3);
        line(m_line, events);
        m_line.clear();
    }
    return true;
}

void EventParser::line(QByteArrayView line, QList<Event> *events)
{
    if (line.isEmpty()) {
        m_lastEventId = m_id;
        if (m_hasData) {
            events->append({.type = m_type.isEmpty() ? QByteArray("message") : m_type,
                            .data = m_data,
                            .id = m_lastEventId});
        }
        m_type.clear();
        m_data.clear();
        m_hasData = false;
        return;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon == 0)
        return; // a comment, the heartbeat
    const QByteArrayView field = colon < 0 ? line : line.first(colon);
    QByteArrayView value = colon < 0 ? QByteArrayView() : line.sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);
    if (field == "event") {
        m_type = value.toByteArray();
    } else if (field == "data") {
        if (m_hasData)
            m_data.append('\n');
        m_data.append(value);
        m_hasData = true;
    } else if (field == "id" && !value.contains('\0')) {
        m_id = value.toByteArray();
    }
}

void EventParser::reconnect()
{
    m_line.clear();
    m_type.clear();
    m_data.clear();
    m_id = m_lastEventId;
    m_hasData = false;
    m_afterCr = false;
    m_atStart = true;
}

void EventParser::setLastEventId(const QByteArray &id)
{
    m_lastEventId = id;
    m_id = id;
}

} // namespace Deskbell::App
