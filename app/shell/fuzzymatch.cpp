// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/fuzzymatch.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace Deskbell::App {

namespace {

constexpr int atWord = 8;
constexpr int nextToEachOther = 5;
constexpr int letter = 1;
constexpr int none = std::numeric_limits<int>::min() / 2;

/// A letter without case and accent; one for one, so that places stay.
QString plain(const QString &text)
{
    QString letters;
    letters.reserve(text.size());
    for (const QChar character : text) {
        const QString parts = character.decomposition();
        letters.append((parts.isEmpty() ? character : parts.front()).toCaseFolded());
    }
    return letters;
}

bool beginsWord(const QString &text, qsizetype place)
{
    return place == 0 || !text[place - 1].isLetterOrNumber();
}

} // namespace

/// Best sum over all ways to find the letters, letter by letter: texts are a line long.
std::optional<FuzzyMatch> fuzzyMatch(const QString &typed, const QString &text)
{
    QString wanted = plain(typed);
    wanted.removeIf([](QChar character) { return character.isSpace(); });
    if (wanted.isEmpty())
        return FuzzyMatch{};
    const QString there = plain(text);
    const size_t width = size_t(there.size());
    // best[i][j]: the letters up to i are found, the last of them at j.
    std::vector<std::vector<int>> best(size_t(wanted.size()), std::vector<int>(width, none));
    std::vector<std::vector<int>> from(size_t(wanted.size()), std::vector<int>(width, -1));
    for (size_t i = 0; i < best.size(); ++i) {
        int bestBefore = i == 0 ? 0 : none; // of the letter before, anywhere left of j - 1
        int placeBefore = -1;
        for (size_t j = 0; j < width; ++j) {
            if (i > 0 && j >= 2 && best[i - 1][j - 2] > bestBefore) {
                bestBefore = best[i - 1][j - 2];
                placeBefore = int(j - 2);
            }
            if (wanted[qsizetype(i)] != there[qsizetype(j)])
                continue;
            int score = bestBefore;
            int place = placeBefore;
            if (i > 0 && j > 0 && best[i - 1][j - 1] + nextToEachOther >= score
                && best[i - 1][j - 1] > none) {
                score = best[i - 1][j - 1] + nextToEachOther;
                place = int(j - 1);
            }
            if (score <= none)
                continue;
            best[i][j] = score + letter + (beginsWord(there, qsizetype(j)) ? atWord : 0);
            from[i][j] = place;
        }
    }
    const auto &last = best.back();
    const auto end = std::max_element(last.begin(), last.end());
    if (end == last.end() || *end <= none)
        return std::nullopt;
    // Of texts that fit alike the shorter one is meant.
    FuzzyMatch match{.score = *end * 100 - int(there.size())};
    int place = int(end - last.begin());
    for (size_t i = best.size(); i-- > 0;) {
        match.places.prepend(place);
        place = from[i][size_t(place)];
    }
    return match;
}

} // namespace Deskbell::App
