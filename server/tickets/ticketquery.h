// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/tickets/ticketfilter.h"
#include "server/db/bind.h"
#include "server/db/connection.h"
#include "server/tickets/ticketsearch.h"
#include "server/tickets/ticketviewer.h"

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

/// The tickets of one page and one more, in order. Each row: the ticket's JSON, its id, and the
/// values that its place in the order is made of. Invalid (field "cursor") for a cursor that is not
/// one of this order.
Result<TicketQuery> ticketPageQuery(const TicketFilter &filter, const TicketViewer &viewer,
                                    const TicketSearch &search = {});

/// How many tickets match, whatever the page, or that it is at least TicketFilter::countUpTo.
TicketQuery ticketCountQuery(const TicketFilter &filter, const TicketViewer &viewer,
                             const TicketSearch &search = {});

/// The cursor of the ticket with this id and these values of its place.
QString ticketCursor(const TicketFilter &filter, TicketId ticket, const QStringList &place);
/// How many values that are.
int ticketPlaceSize(const TicketFilter &filter, const TicketSearch &search = {});

} // namespace Deskbell::Server
