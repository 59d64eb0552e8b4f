// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/access/grants.h"
#include "common/tickets/ticketfilter.h"
#include "server/db/bind.h"
#include "server/db/connection.h"

#include <QStringList>

/// The one place where a list of tickets becomes SQL. Pure: it composes text from fixed parts and
/// binds every value that came from outside.
namespace Deskbell::Server {

/// A statement for Db::Connection::runText().
struct TicketQuery
{
    QString sql;
    QList<Db::Bind> binds;
    Db::Planning planning = Db::Planning::Once;
};

/// Who asks, as far as it shapes the statement. What they may see is decided by
/// ticket.visible_tickets() in it, whatever stands here.
struct TicketViewer
{
    AccountId account = {};
    /// Sees tickets that they have nothing to do with. Who doesn't gets a statement that starts
    /// from the few tickets that are theirs, instead of looking for them along a whole index.
    bool seesOthers = false;
    bool seesDeleted = false;
    QDateTime now = {}; ///< when; for what depends on it

    static TicketViewer of(AccountId account, const Grants &grants, const QDateTime &now);
};

/// The tickets of one page and one more, in order. Each row: the ticket's JSON, its id, and the
/// values that its place in the order is made of. Invalid (field "cursor") for a cursor that is not
/// one of this order.
Result<TicketQuery> ticketPageQuery(const TicketFilter &filter, const TicketViewer &viewer);

/// How many tickets match, whatever the page, or that it is at least TicketFilter::countUpTo.
TicketQuery ticketCountQuery(const TicketFilter &filter, const TicketViewer &viewer);

/// The cursor of the ticket with this id and these values of its place.
QString ticketCursor(const TicketFilter &filter, TicketId ticket, const QStringList &place);
/// How many values that are.
int ticketPlaceSize(const TicketFilter &filter);

/// A search text as PostgreSQL's to_tsquery() takes it: every word must be there, or begin one.
QString searchExpression(const QString &search);

} // namespace Deskbell::Server
