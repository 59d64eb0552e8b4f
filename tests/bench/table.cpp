// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/table.h"

#include <QElapsedTimer>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;

namespace Deskbell::Bench {

namespace {

QString wordOf(Row::Verdict verdict)
{
    switch (verdict) {
    case Row::Verdict::None: return {};
    case Row::Verdict::Met: return u"met"_s;
    case Row::Verdict::Missed: return u"MISSED"_s;
    case Row::Verdict::Failed: return u"NOT MEASURED"_s;
    }
    Q_UNREACHABLE();
}

QStringList cellsOf(const Row &row)
{
    return {row.measure, row.ours, row.floor, row.ratio, row.budget, wordOf(row.verdict)};
}

} // namespace

void Table::add(Row row)
{
    // Whoever waits sees that it goes on.
    std::fprintf(stderr, "  %s: %s %s %s\n", qPrintable(row.measure), qPrintable(row.ours),
                 qPrintable(row.ratio), qPrintable(wordOf(row.verdict)));
    m_rows.push_back(std::move(row));
}

void Table::print() const
{
    std::vector<QStringList> lines{
            {u"measure"_s, u"ours"_s, u"floor"_s, u"ratio"_s, u"budget"_s, u"verdict"_s}};
    for (const Row &row : m_rows)
        lines.push_back(cellsOf(row));
    std::array<qsizetype, 6> widths = {};
    for (const QStringList &line : lines) {
        for (size_t i = 0; i < widths.size(); ++i)
            widths[i] = std::max(widths[i], line[qsizetype(i)].size());
    }
    // The rule of Markdown's tables, so that it can be pasted into docs/performance.md.
    QStringList rule;
    for (const qsizetype width : widths)
        rule.append(QString(width, u'-'));
    lines.insert(lines.begin() + 1, rule);
    for (const QStringList &line : lines) {
        QString text = u"|"_s;
        for (size_t i = 0; i < widths.size(); ++i)
            text += u' ' + line[qsizetype(i)].leftJustified(widths[i]) + u" |"_s;
        std::printf("%s\n", qPrintable(text));
    }
}

bool Table::hasFailures() const
{
    return std::any_of(m_rows.begin(), m_rows.end(),
                       [](const Row &row) { return row.verdict == Row::Verdict::Failed; });
}

QString shareOfCore()
{
    constexpr qint64 wall = 500; // ms
    const auto cpu = [] {
        timespec time = {};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    };
    const double before = cpu();
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < wall) {
    }
    return u"(a busy thread gets %1 % of a core)"_s.arg(
            qRound(100 * (cpu() - before) / double(clock.elapsed())));
}

Row::Verdict verdictOf(bool met)
{
    return met ? Row::Verdict::Met : Row::Verdict::Missed;
}

QString inMs(double ms)
{
    return QString::number(ms, 'f', ms < 10 ? 2 : 0) + u" ms"_s;
}

QString perSecond(double rate)
{
    return QString::number(rate, 'f', 0) + u"/s"_s;
}

Row failedRow(const QString &measure, const QString &why)
{
    return {.measure = measure,
            .ours = why.simplified().left(120),
            .verdict = Row::Verdict::Failed};
}

} // namespace Deskbell::Bench
