// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/accounts/personref.h"
#include "common/base/query.h"

namespace Deskbell {

/// The query of GET /tickets/{id}/mentionable.
struct MentionQuery
{
    QString search = {};                 ///< `q`: how their name begins
    std::optional<bool> isInternal = {}; ///< for a note
};

void read(QueryReader &reader, MentionQuery &query);
QueryItems toQuery(const MentionQuery &query);

/// The answer to it: a few people, by name.
struct MentionablePeople
{
    QList<PersonRef> data = {};
};

void read(JsonReader &reader, MentionablePeople &people);
QJsonObject toJson(const MentionablePeople &people);

} // namespace Deskbell
