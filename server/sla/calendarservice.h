// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/sla/calendar.h"
#include "server/desks/managedentity.h"

/// When desks work. All of it is for holders of sla.manage on the desk.
namespace Deskbell::Server::CalendarService {

Result<Listed> list(Context &context, const QList<DeskId> &desks, const PageRequest &page);

/// Conflict (calendar.name_taken).
Result<Entity> create(Context &context, const CalendarDraft &draft);
/// The desk's open tickets are reckoned anew.
Result<Entity> change(Context &context, CalendarId calendar, const CalendarPatch &patch,
                      const std::optional<int> &version);
/// Conflict (calendar.in_use) while a policy goes by it.
Result<> remove(Context &context, CalendarId calendar, const std::optional<int> &version);

/// A calendar of the desk that can be chosen; it stays until the transaction ends. Invalid (field
/// "calendar", unknown) when there is none.
Result<BusinessCalendar> choose(Context &context, CalendarId calendar, DeskId desk);

/// As the columns of its row say it.
Result<BusinessCalendar> fromColumns(const QString &timeZone, const QByteArray &periods,
                                     const QByteArray &holidays);

/// Says that what the desk promises is something else now.
Result<> raiseRevision(Context &context, DeskId desk);

} // namespace Deskbell::Server::CalendarService
