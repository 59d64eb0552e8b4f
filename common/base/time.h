// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonValue>
#include <QString>

#include <optional>

namespace Deskbell {

/// A time as it goes over the wire: UTC, milliseconds, "2026-11-21T09:30:00.123Z". The time must be
/// valid.
QString timeToWire(const QDateTime &time);

/// The same as a JSON value; null for an invalid ("none") time.
QJsonValue timeToJson(const QDateTime &time);

/// Reads the wire form, strictly: UTC by a final Z, years 0001 to 9999, no leap seconds. The
/// fraction may be left out or have up to nine digits, of which milliseconds are kept.
std::optional<QDateTime> timeFromWire(QStringView text);

} // namespace Deskbell
