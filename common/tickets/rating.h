// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/jsonreader.h"

#include <QDateTime>

namespace Deskbell {

constexpr int bestRating = 5;

/// PUT /tickets/{id}/rating: how content the requester is with what was done.
struct RatingDraft
{
    int score = 0; ///< 1 to 5
    QString comment = {};

    friend bool operator==(const RatingDraft &, const RatingDraft &) = default;
};

void read(JsonReader &reader, RatingDraft &rating);
QJsonObject toJson(const RatingDraft &rating);
QList<FieldError> validate(const RatingDraft &rating);

/// What they said, as the single ticket shows it.
struct Rating
{
    int score = 0;
    QString comment = {};
    QDateTime ratedAt = {};

    friend bool operator==(const Rating &, const Rating &) = default;
};

void read(JsonReader &reader, Rating &rating);
QJsonObject toJson(const Rating &rating);

} // namespace Deskbell
