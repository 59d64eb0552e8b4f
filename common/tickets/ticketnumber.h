// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Deskbell {

/// What people call a ticket: the key of its desk and a counter of that desk, "HD-1042".
struct TicketNumber
{
    QString deskKey = {};
    qint64 counter = 0;

    friend bool operator==(const TicketNumber &, const TicketNumber &) = default;
};

/// A desk key: 2 to 10 upper-case letters and digits (A–Z, 0–9), a letter first.
bool isDeskKey(QStringView text);

/// Reads "HD-1042"; lower-case letters are taken for upper-case ones, as people type them. The
/// counter is at least 1 and has no leading zeros.
std::optional<TicketNumber> ticketNumberFromText(QStringView text);

QString toText(const TicketNumber &number);

} // namespace Deskbell
