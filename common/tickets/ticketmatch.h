// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/enumtable.h"
#include "common/base/id.h"
#include "common/base/jsonreader.h"
#include "common/find/highlight.h"

namespace Deskbell {

/// Where the words that were looked for stand, beside the title.
enum class MatchSource { Description, Reply, Note, Attachment };

template <>
struct WireEnum<MatchSource>
{
    static constexpr auto names = std::to_array<WireName<MatchSource>>({
            {MatchSource::Description, "description"},
            {MatchSource::Reply, "reply"},
            {MatchSource::Note, "note"},
            {MatchSource::Attachment, "attachment"},
    });
};

/// Why a ticket was found: `match` in the rows of a list that was asked for words. Made of what the
/// reader may see, and of nothing else.
struct TicketMatch
{
    /// What `sort=relevance` goes by, the greater the better; 0 in other orders.
    qint64 score = 0;
    QList<TextRange> titleRanges = {};
    std::optional<MatchSource> source = {}; ///< of the snippet
    TimelineEntryId entryId = {};           ///< of a reply or note
    QString snippet = {};                   ///< empty when the words stand in the title alone
    QList<TextRange> ranges = {};           ///< of the snippet

    friend bool operator==(const TicketMatch &, const TicketMatch &) = default;
};

void read(JsonReader &reader, TextRange &range);
QJsonObject toJson(const TextRange &range);
void read(JsonReader &reader, TicketMatch &match);
QJsonObject toJson(const TicketMatch &match);

} // namespace Deskbell
