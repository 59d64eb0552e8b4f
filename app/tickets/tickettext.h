// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/badge.h"
#include "common/tickets/ticket.h"
#include "common/tickets/ticketfilter.h"

#include <QDateTime>

/// How tickets are put into words and colours, in one place for lists, headers and pop-ups.
namespace Deskbell::App::TicketText {

/// The name of a status: translated where a workflow calls it as those that ship do, else what the
/// workflow calls it; made from its key where nobody said.
QString status(const QString &key, const QString &label = {});
BadgeText statusBadge(const Ticket &ticket);
/// What taking it is called, translated as status() is: "Put on hold".
QString transition(const AllowedTransition &transition);
QString priority(Priority priority);
/// With a sign before the urgent ones, so that it shows without colour.
BadgeText priorityBadge(Priority priority);
/// Low and medium are the usual and get no badge in lists.
bool isNotable(Priority priority);
QString category(StatusCategory category);
Tone tone(StatusCategory category);
QString sort(TicketSort sort);
/// Tags as they are typed: "vpn, home office".
QStringList tags(const QString &typed);
/// Why nobody has a step: "Everybody with the role Agent is away".
QString waiting(StepWaiting waiting, const QString &roleName);
/// How one follows a ticket; nothing: one does not.
QString watch(std::optional<WatchMode> mode);
QString waitingForTeam(StepWaiting waiting, const QString &team);
/// The row in one sentence, for screen readers.
QString spoken(const Ticket &ticket, const QDateTime &now);

} // namespace Deskbell::App::TicketText
