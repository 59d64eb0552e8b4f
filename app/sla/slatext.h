// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/badge.h"
#include "common/sla/slapolicy.h"
#include "common/tickets/ticket.h"

#include <optional>

/// How service levels are put into words and colours.
namespace Deskbell::App::SlaText {

QString target(ServiceTarget target);
/// "8 business hours", "1 h 30 of business time".
QString businessTime(int minutes);

/// What is due next of a ticket, at a glance.
struct Countdown
{
    QString text;                  ///< "reply due in 26 min"; empty: nothing is due
    std::optional<Tone> tone = {}; ///< none: nothing to worry about
};
Countdown countdown(const Ticket &ticket, const QDateTime &now);

/// How one promise stands: "due tomorrow 10:30", "answered in time".
Countdown standing(ServiceTarget target, const TargetClock &clock, const QDateTime &now);
/// Why: "8 business hours, paused 2 h 10 while waiting · Standard".
QString explanation(const TargetClock &clock);
/// The same piece by piece, a line for each.
QString pieces(const TargetClock &clock, const QDateTime &now);

/// "All categories · Urgent": for what a policy is.
QString scope(const SlaPolicy &policy);

} // namespace Deskbell::App::SlaText
