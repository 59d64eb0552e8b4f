// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tickets/ticketrowdelegate.h"

namespace Deskbell::App {

/// A ticket's row as its requester reads it: plain words, and what waits for them stands out.
class RequestRowDelegate : public TicketRowDelegate
{
    Q_OBJECT

public:
    using TicketRowDelegate::TicketRowDelegate;

protected:
    Words wordsFor(const Ticket &ticket) const override;
};

} // namespace Deskbell::App
