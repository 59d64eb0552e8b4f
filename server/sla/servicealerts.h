// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/sla/servicelevel.h"
#include "server/base/context.h"
#include "server/tickets/storedticket.h"

/// Warnings and breaches of service levels.
namespace Deskbell::Server {

/// Something that is, or will be, worth telling.
struct ServiceAlert
{
    enum class Kind { Warning, Breach };

    ServiceTarget target = ServiceTarget::Resolution;
    Kind kind = Kind::Warning;
    QDateTime at = {};
    QDateTime dueAt = {};
    SlaPolicyRef policy = {};

    friend bool operator==(const ServiceAlert &, const ServiceAlert &) = default;
};

/// The next of them after a moment (invalid: of all), if nothing else happens; invalid when there
/// is none.
QDateTime nextAlertAt(const ServiceClocks &clocks, const QDateTime &after);
/// Those that have come, in the order in which they came. Whoever hears of a breach needs no
/// warning any more.
QList<ServiceAlert> alertsUntil(const ServiceClocks &clocks, const QDateTime &now);

/// The one place that says that a ticket was warned of or has missed what was promised: tells of it
/// in the ticket's timeline, to staff, and to the event log (`sla.warning`, `sla.breached`), unless
/// it was told before, and whether it did.
Result<bool> tellAlert(Context &system, const StoredTicket &ticket, const ServiceAlert &alert);

} // namespace Deskbell::Server
