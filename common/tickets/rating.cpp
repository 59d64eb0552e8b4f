// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/tickets/rating.h"

#include "common/tickets/ticketrules.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, RatingDraft &rating)
{
    reader.integer("score"_L1, rating.score, Presence::Required, 1, bestRating);
    reader.cleanedText("comment"_L1, rating.comment, Presence::Nullable);
}

QJsonObject toJson(const RatingDraft &rating)
{
    return {{u"score"_s, rating.score}, {u"comment"_s, rating.comment}};
}

QList<FieldError> validate(const RatingDraft &rating)
{
    QList<FieldError> faults;
    checkText(u"comment"_s, rating.comment, reasonRule, faults);
    return faults;
}

void read(JsonReader &reader, Rating &rating)
{
    reader.integer("score"_L1, rating.score, Presence::Required, 1, bestRating);
    reader.text("comment"_L1, rating.comment, Presence::Required);
    reader.time("ratedAt"_L1, rating.ratedAt, Presence::Required);
}

QJsonObject toJson(const Rating &rating)
{
    return {{u"score"_s, rating.score},
            {u"comment"_s, rating.comment},
            {u"ratedAt"_s, timeToJson(rating.ratedAt)}};
}

} // namespace Deskbell
