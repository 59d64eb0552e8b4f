// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/attachments/byterange.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace Deskbell::Server {

namespace {

/// Digits only, at least one: toLongLong() would take signs and spaces, too. What is larger than
/// any file is the largest number.
std::optional<qint64> position(QByteArrayView digits)
{
    if (digits.isEmpty()
        || !std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    bool ok = false;
    const qint64 value = digits.toLongLong(&ok);
    return ok ? value : std::numeric_limits<qint64>::max();
}

} // namespace

RangeRequest parseRange(const QByteArray &header, qint64 size)
{
    const QByteArray value = header.trimmed();
    const qsizetype equals = value.indexOf('=');
    if (equals < 0 || value.first(equals).trimmed().toLower() != "bytes")
        return {};
    const QByteArray part = value.sliced(equals + 1).trimmed();
    const qsizetype dash = part.indexOf('-');
    if (dash < 0)
        return {};
    const QByteArrayView before = QByteArrayView(part).first(dash);
    const QByteArrayView after = QByteArrayView(part).sliced(dash + 1);

    const std::optional<qint64> last = position(after);
    if (before.isEmpty()) {
        if (!last)
            return {};
        const qint64 length = std::min(*last, size);
        if (length == 0)
            return {.kind = RangeKind::Unsatisfiable};
        return {.kind = RangeKind::Part, .part = {.offset = size - length, .length = length}};
    }
    const std::optional<qint64> first = position(before);
    if (!first || (!last && !after.isEmpty()) || (last && *last < *first))
        return {};
    if (*first >= size)
        return {.kind = RangeKind::Unsatisfiable};
    const qint64 end = last ? std::min(*last, size - 1) : size - 1;
    return {.kind = RangeKind::Part, .part = {.offset = *first, .length = end - *first + 1}};
}

} // namespace Deskbell::Server
