// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/find/highlight.h"

#include <algorithm>

namespace Deskbell {

namespace {

/// The longest ending that is taken for one: "-ungen".
constexpr qsizetype longestEnding = 5;
/// Shorter stems begin too many other words.
constexpr qsizetype shortestStem = 3;
/// How much of a snippet stands before the first hit.
constexpr qsizetype lead = 40;

bool isWordUnit(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

/// The parts of a needle's word between signs, as the text is taken apart, too.
QStringList partsOf(const QStringList &words)
{
    QStringList parts;
    for (const QString &word : words) {
        qsizetype start = -1;
        for (qsizetype i = 0; i <= word.size(); ++i) {
            const bool inside = i < word.size() && isWordUnit(word[i]);
            if (inside && start < 0)
                start = i;
            if (!inside && start >= 0) {
                parts.append(foldedWord(QStringView(word).sliced(start, i - start)));
                start = -1;
            }
        }
    }
    return parts;
}

Needle partsOf(const Needle &needle)
{
    return {.words = partsOf(needle.words),
            .prefixes = partsOf(needle.prefixes),
            .stems = partsOf(needle.stems)};
}

bool matches(const Needle &needle, const QString &word)
{
    if (needle.words.contains(word))
        return true;
    const auto begins = [&](const QString &prefix) {
        return word.startsWith(prefix);
    };
    if (std::any_of(needle.prefixes.cbegin(), needle.prefixes.cend(), begins))
        return true;
    return std::any_of(needle.stems.cbegin(), needle.stems.cend(), [&](const QString &stem) {
        return word == stem
               || (stem.size() >= shortestStem && word.size() - stem.size() <= longestEnding
                   && begins(stem));
    });
}

} // namespace

QString foldedWord(QStringView word)
{
    // Most words have nothing to be taken off.
    if (std::all_of(word.cbegin(), word.cend(), [](QChar c) { return c.unicode() < 0x80; }))
        return word.toString().toLower();
    QString folded;
    const QString apart = word.toString().normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar c : apart) {
        if (c == u'ß')
            folded += QStringLiteral("ss");
        else if (!c.isMark())
            folded += c;
    }
    return folded;
}

Highlights findHighlights(QStringView text, const QList<Needle> &needles)
{
    QList<Needle> parts;
    for (const Needle &needle : needles)
        parts.append(partsOf(needle));
    Highlights found;
    QList<bool> there(parts.size(), false);
    qsizetype start = -1;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const bool inside = i < text.size() && isWordUnit(text[i]);
        if (inside && start < 0)
            start = i;
        if (inside || start < 0)
            continue;
        const QString word = foldedWord(text.sliced(start, i - start));
        bool hit = false;
        for (qsizetype n = 0; n < parts.size(); ++n) {
            if (matches(parts[n], word))
                hit = there[n] = true;
        }
        if (hit)
            found.ranges.append({.start = start, .length = i - start});
        start = -1;
    }
    found.needles = int(there.count(true));
    return found;
}

Snippet makeSnippet(const QString &text, const QList<Needle> &needles)
{
    const QString line = text.simplified();
    const Highlights all = findHighlights(line, needles);
    if (all.ranges.isEmpty())
        return {};
    // The piece with the most hits: people look for words that stand together.
    const auto hitsFrom = [&](const TextRange &first) {
        return std::count_if(all.ranges.cbegin(), all.ranges.cend(), [&](const TextRange &range) {
            return range.start >= first.start
                   && range.start + range.length <= first.start + snippetSize - lead;
        });
    };
    const auto best = std::max_element(
            all.ranges.cbegin(), all.ranges.cend(),
            [&](const TextRange &a, const TextRange &b) { return hitsFrom(a) < hitsFrom(b); });
    qsizetype from = std::max<qsizetype>(0, best->start - lead);
    if (from > 0) { // not in the middle of a word
        const qsizetype space = line.indexOf(u' ', from);
        from = space >= 0 && space < best->start ? space + 1 : best->start;
    }
    qsizetype until = std::max(std::min(line.size(), from + snippetSize),
                               std::min(line.size(), best->start + best->length));
    if (until < line.size()) {
        const qsizetype space = line.lastIndexOf(u' ', until);
        if (space >= best->start + best->length)
            until = space;
    }
    Snippet snippet;
    if (from > 0)
        snippet.text = QStringLiteral("…");
    const qsizetype shift = snippet.text.size() - from;
    snippet.text += QStringView(line).sliced(from, until - from);
    if (until < line.size())
        snippet.text += QStringLiteral("…");
    for (const TextRange &range : all.ranges) {
        if (range.start >= from && range.start + range.length <= until)
            snippet.ranges.append({.start = range.start + shift, .length = range.length});
    }
    return snippet;
}

} // namespace Deskbell
