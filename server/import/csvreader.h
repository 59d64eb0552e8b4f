// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QIODevice>
#include <QStringList>

#include <optional>

namespace Deskbell::Server {

/// Reads comma-separated records (RFC 4180: quoted fields, doubled quotes, line breaks inside
/// quotes; LF or CRLF; a byte order mark is skipped) one at a time, in UTF-8.
class CsvReader
{
public:
    /// `device` is open for reading and outlives this.
    explicit CsvReader(QIODevice &device);

    /// The next record; nothing at the end. Malformed (key "csv.unterminated_quote",
    /// "csv.not_utf8", "csv.record_too_long") with the line in params.
    Result<std::optional<QStringList>> next();

    /// The line on which the last record began, from 1.
    qint64 line() const { return m_recordLine; }

private:
    Error malformed(const QByteArray &key, const QString &detail) const;

    QIODevice &m_device;
    qint64 m_line = 0;
    qint64 m_recordLine = 0;
};

} // namespace Deskbell::Server
