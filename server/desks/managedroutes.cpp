// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/desks/managedroutes.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

Result<ManagedQuery> readManagedQuery(const Input &input, ManagedQuery::Filter filter)
{
    auto items = parseQuery(input.head().query);
    if (!items)
        return fail(items.error());
    QueryReader reader(*items);
    ManagedQuery query;
    if (filter == ManagedQuery::Filter::Desk)
        reader.ids("desk"_L1, query.desks);
    reader.paging(query.page);
    if (const QList<FieldError> faults = reader.finish(); !faults.isEmpty())
        return fail(invalidInput(faults));
    return query;
}

Handler listHandler(Result<Listed> (*list)(Context &, const PageRequest &))
{
    return [list](Context &context, const Input &input) -> Result<Http::Response> {
        auto query = readManagedQuery(input, ManagedQuery::Filter::None);
        if (!query)
            return fail(query.error());
        return list(context, query->page).map(&listResponse);
    };
}

Handler listHandler(Result<Listed> (*list)(Context &, const QList<DeskId> &, const PageRequest &))
{
    return [list](Context &context, const Input &input) -> Result<Http::Response> {
        auto query = readManagedQuery(input, ManagedQuery::Filter::Desk);
        if (!query)
            return fail(query.error());
        return list(context, query->desks, query->page).map(&listResponse);
    };
}

} // namespace Deskbell::Server
