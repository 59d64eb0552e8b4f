// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/find/findquery.h"

#include <QDateTime>
#include <QTimeZone>

#include <optional>

namespace Deskbell {

/// A stretch of time: from its first moment until before its last. An invalid end is open.
struct FindRange
{
    QDateTime from = {};
    QDateTime until = {};

    friend bool operator==(const FindRange &, const FindRange &) = default;
};

/// What a value of a field of time stands for, seen from `now` by somebody in `zone`; nothing when
/// it is not one.
///
/// A day `2026-11-27`, a month `2026-11`, a year `2026`, `today`, `yesterday`, `tomorrow`; `>` and
/// `<` before one: after it and before it; `2026-01..2026-03` with both; `7d` (h, d, w, m, y): the
/// last seven days, for `due` the next. `older` and `newer` take such an age alone.
std::optional<FindRange> findRange(FindField field, QStringView value, const QDateTime &now,
                                   const QTimeZone &zone);

} // namespace Deskbell
