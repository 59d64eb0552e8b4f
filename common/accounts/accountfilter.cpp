// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/accounts/accountfilter.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(QueryReader &reader, AccountFilter &filter)
{
    reader.text("q"_L1, filter.search, 200);
    reader.texts("role"_L1, filter.roles);
    reader.ids("desk"_L1, filter.desks);
    reader.enumValues("status"_L1, filter.statuses);
    reader.ids("organisation"_L1, filter.organisations);
    reader.paging(filter.page);
}

QueryItems toQuery(const AccountFilter &filter)
{
    QueryItems items;
    if (!filter.search.isEmpty())
        items.append({u"q"_s, filter.search});
    appendWords(items, u"role"_s, filter.roles);
    appendIds(items, u"desk"_s, filter.desks);
    appendEnums(items, u"status"_s, filter.statuses);
    appendIds(items, u"organisation"_s, filter.organisations);
    appendPaging(items, filter.page);
    return items;
}

} // namespace Deskbell
