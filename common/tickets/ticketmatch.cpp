// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/tickets/ticketmatch.h"

#include "common/base/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, TextRange &range)
{
    reader.bigInteger("start"_L1, range.start, Presence::Required);
    reader.bigInteger("length"_L1, range.length, Presence::Required);
}

QJsonObject toJson(const TextRange &range)
{
    return {{u"start"_s, range.start}, {u"length"_s, range.length}};
}

void read(JsonReader &reader, TicketMatch &match)
{
    reader.bigInteger("score"_L1, match.score, Presence::Required);
    reader.children("titleRanges"_L1, match.titleRanges, Presence::Required);
    reader.enumValue("source"_L1, match.source, Presence::RequiredNullable);
    reader.id("entryId"_L1, match.entryId, Presence::RequiredNullable);
    reader.text("snippet"_L1, match.snippet, Presence::Required);
    reader.children("ranges"_L1, match.ranges, Presence::Required);
}

QJsonObject toJson(const TicketMatch &match)
{
    return {{u"score"_s, match.score},
            {u"titleRanges"_s, listToJson(match.titleRanges)},
            {u"source"_s, match.source ? QJsonValue(QString(toWire(*match.source)))
                                       : QJsonValue(QJsonValue::Null)},
            {u"entryId"_s, idToJson(match.entryId)},
            {u"snippet"_s, match.snippet},
            {u"ranges"_s, listToJson(match.ranges)}};
}

} // namespace Deskbell
