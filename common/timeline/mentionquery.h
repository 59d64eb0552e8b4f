// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

} // namespace Deskbell
