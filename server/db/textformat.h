// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QStringList>

#include <optional>

/// PostgreSQL's text representation of what Qt has a type for, both ways. Values from the database
/// are those of a session with DateStyle ISO and TimeZone UTC, which every Connection is.
namespace Deskbell::Db::TextFormat {

/// "2026-11-21T09:30:00.123Z"
QByteArray fromTime(const QDateTime &time);
/// UTC, cut to milliseconds; invalid for infinity, BC and whatever is no time.
QDateTime toTime(QByteArrayView text);

/// "{1,2,3}"
QByteArray fromNumbers(const QList<qint64> &numbers);
/// {"a","with \"quotes\""}: every element quoted, so that none is taken for NULL.
QByteArray fromTexts(const QStringList &texts);
/// The elements of a one-dimensional array, NULL elements as empty texts; nothing if it is not one.
std::optional<QStringList> toTexts(QByteArrayView array);

} // namespace Deskbell::Db::TextFormat
