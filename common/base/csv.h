// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace Deskbell {

/// A record of a CSV file as RFC 4180 has it, CRLF included, in UTF-8. A text that a spreadsheet
/// would take for a formula (it begins with = + - @, a tab or a carriage return, and is no number)
/// gets an apostrophe before it: what people write must not run on somebody's computer.
QByteArray csvRecord(const QStringList &values);

} // namespace Deskbell
