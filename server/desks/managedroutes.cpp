// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/desks/managedroutes.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

void read(QueryReader &reader, ManagedQuery &query)
{
    if (query.filter == ManagedQuery::Filter::Desk)
        reader.ids("desk"_L1, query.desks);
    reader.paging(query.page);
}

Result<ManagedQuery> readManagedQuery(const Input &input, ManagedQuery::Filter filter)
{
    return parseQuery(input.head().query).and_then([filter](const QueryItems &items) {
        return fromQueryOver(items, ManagedQuery{.filter = filter});
    });
}

QJsonArray pageParameters()
{
    return parametersOf(ManagedQuery{});
}

QJsonArray deskPageParameters()
{
    return parametersOf(ManagedQuery{.filter = ManagedQuery::Filter::Desk});
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
