// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Deskbell::App {

/// How well a text fits what somebody typed of it.
struct FuzzyMatch
{
    int score = 0;          ///< more is better
    QList<int> places = {}; ///< of the letters of `text` that were typed
};

/// Whether the letters of `typed` stand in `text` in this order, whatever their case and accents;
/// those at the beginnings of words and next to each other count more. Nothing typed fits all.
std::optional<FuzzyMatch> fuzzyMatch(const QString &typed, const QString &text);

} // namespace Deskbell::App
