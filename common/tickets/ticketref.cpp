// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/tickets/ticketref.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, TicketRef &ticket)
{
    reader.id("id"_L1, ticket.id, Presence::Required);
    reader.text("number"_L1, ticket.number, Presence::Required);
    reader.text("title"_L1, ticket.title, Presence::Required);
}

QJsonObject toJson(const TicketRef &ticket)
{
    return {{u"id"_s, ticket.id.value()}, {u"number"_s, ticket.number}, {u"title"_s, ticket.title}};
}

} // namespace Deskbell
