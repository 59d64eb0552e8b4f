// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace Deskbell::Bench {

/// A line of the table.
struct Row
{
    enum class Verdict { None, Met, Missed, Failed };

    QString measure;
    QString ours = {};
    QString floor = {};
    QString ratio = {};
    QString budget = {};
    Verdict verdict = Verdict::None;
};

/// The one table that a run prints.
class Table
{
public:
    void add(Row row);
    void print() const;
    /// Whether something could not be measured at all.
    bool hasFailures() const;

private:
    std::vector<Row> m_rows;
};

/// How much of a core a busy thread gets just now: says what times beside it are worth on a
/// machine that does other things, too.
QString shareOfCore();

Row::Verdict verdictOf(bool met);
QString inMs(double ms);
QString perSecond(double rate);
Row failedRow(const QString &measure, const QString &why);

} // namespace Deskbell::Bench
