// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

/// Where in a text the words stand that were looked for.
namespace Deskbell {

/// A part of a text, in UTF-16 units.
struct TextRange
{
    qsizetype start = 0;
    qsizetype length = 0;

    friend bool operator==(const TextRange &, const TextRange &) = default;
};

/// One word that was looked for, in all the ways in which it may stand.
struct Needle
{
    QStringList words = {};    ///< as they stand
    QStringList prefixes = {}; ///< with anything behind them
    QStringList stems = {};    ///< with the ending of an inflection behind them
};

/// A word without capitals, accents and umlauts, as it is compared.
QString foldedWord(QStringView word);

struct Highlights
{
    QList<TextRange> ranges = {}; ///< whole words, in order
    int needles = 0;              ///< how many of the needles are there
};
Highlights findHighlights(QStringView text, const QList<Needle> &needles);

/// A piece of a text around the first of its hits.
struct Snippet
{
    QString text = {}; ///< one line, "…" where something was left out
    QList<TextRange> ranges = {};
};
constexpr qsizetype snippetSize = 160;
Snippet makeSnippet(const QString &text, const QList<Needle> &needles);

} // namespace Deskbell
