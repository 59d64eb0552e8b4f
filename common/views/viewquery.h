// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/tickets/ticketfilter.h"

namespace Deskbell {

/// What a filter that was put together by menus says in the language of common/find, so that it can
/// be kept as a view; moments become what they mean seen from `now`. Filters by id are not said.
QString viewQueryOf(const TicketFilter &filter, const QDateTime &now);

} // namespace Deskbell
