// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <compare>
#include <optional>

namespace Deskbell {

/// A place in the stream of events: the transaction that wrote an event and the event's id. What
/// follows a token is what compares greater. Text form "4711-90210".
struct ResumeToken
{
    quint64 transaction = 0;
    qint64 id = 0;

    friend constexpr auto operator<=>(const ResumeToken &, const ResumeToken &) = default;
};

QByteArray toText(const ResumeToken &token);

/// Reads exactly what toText() writes: decimal digits without signs, spaces or leading zeros.
std::optional<ResumeToken> resumeTokenFromText(QByteArrayView text);

} // namespace Deskbell
