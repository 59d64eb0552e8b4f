// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/visits.h"

#include "app/shell/settings.h"

namespace Deskbell::App {

using namespace Qt::StringLiterals;

namespace {

/// In the settings: "42=1795953600000 17=…", read last at the end.
QString prefixOf(TicketId ticket)
{
    return QString::number(ticket.value()) + u'=';
}

} // namespace

Visits::Visits(Settings &settings, const QString &reader)
    : m_settings(settings)
    , m_reader(reader)
{}

QDateTime Visits::readUntil(TicketId ticket) const
{
    const QString prefix = prefixOf(ticket);
    const QStringList visits = m_settings.value(Keys::visits, m_reader).split(u' ');
    for (const QString &visit : visits) {
        if (visit.startsWith(prefix))
            return QDateTime::fromMSecsSinceEpoch(visit.sliced(prefix.size()).toLongLong(),
                                                  Qt::UTC);
    }
    return {};
}

void Visits::markRead(TicketId ticket, const QDateTime &newest)
{
    const QString prefix = prefixOf(ticket);
    QStringList visits = m_settings.value(Keys::visits, m_reader).split(u' ', Qt::SkipEmptyParts);
    visits.removeIf([&](const QString &visit) { return visit.startsWith(prefix); });
    visits.append(prefix + QString::number(newest.toMSecsSinceEpoch()));
    m_settings.set(Keys::visits, m_reader, visits.mid(visits.size() - maxTickets).join(u' '));
}

} // namespace Deskbell::App
