// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/bulk/bulk.h"

/// Operations on many tickets in words.
namespace Deskbell::App::BulkText {

/// "Changing 10,000 tickets"
QString title(const Bulk &bulk);
/// "3,412 of 10,000 · about 2 minutes left"; `now` by the server's clock.
QString progress(const Bulk &bulk, const QDateTime &now);
/// "9,900 changed, 100 refused"
QString counts(const Bulk &bulk);
QString outcome(BulkOutcome outcome);
/// How many are over with what is under way, of `total(bulk)`.
int over(const Bulk &bulk);
int total(const Bulk &bulk);

} // namespace Deskbell::App::BulkText
