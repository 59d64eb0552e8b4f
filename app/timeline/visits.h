// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/id.h"

#include <QDateTime>
#include <QString>

namespace Deskbell::App {

class Settings;

/// How far one person has read each ticket, on this computer. Of many tickets only those read last
/// are remembered.
class Visits
{
public:
    /// `reader`: who reads where, "desk.example.com:443/7".
    Visits(Settings &settings, const QString &reader);

    /// The time of the newest entry that was seen; invalid for a ticket never read.
    QDateTime readUntil(TicketId ticket) const;
    void markRead(TicketId ticket, const QDateTime &newest);

    static constexpr int maxTickets = 500;

private:
    Settings &m_settings;
    QString m_reader;
};

} // namespace Deskbell::App
