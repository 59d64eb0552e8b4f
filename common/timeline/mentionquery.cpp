// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/timeline/mentionquery.h"

#include "common/base/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(QueryReader &reader, MentionQuery &query)
{
    reader.text("q"_L1, query.search, 100);
    reader.flag("isInternal"_L1, query.isInternal);
}

QueryItems toQuery(const MentionQuery &query)
{
    QueryItems items;
    if (!query.search.isEmpty())
        items.append({u"q"_s, query.search});
    if (query.isInternal)
        items.append({u"isInternal"_s, *query.isInternal ? u"true"_s : u"false"_s});
    return items;
}

void read(JsonReader &reader, MentionablePeople &people)
{
    reader.children("data"_L1, people.data, Presence::Required);
}

QJsonObject toJson(const MentionablePeople &people)
{
    return {{u"data"_s, listToJson(people.data)}};
}

} // namespace Deskbell
