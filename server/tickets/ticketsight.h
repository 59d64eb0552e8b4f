// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/access/ticketactions.h"
#include "server/api/entity.h"
#include "server/base/context.h"
#include "server/workflows/workflowcache.h"

#include <optional>

namespace Deskbell::Server {

/// A single ticket as one person sees it.
struct TicketSight
{
    TicketId ticket = {};
    Entity answer = {}; ///< with transitions, actions, attachments and newest replies
    DeskId desk = {};
    WorkflowVersionId workflow = {};
    QString status = {};
    TicketRelation relation = {};
    bool seenToday = false; ///< this person has looked at it on this day before
    bool restricted = false;
};

/// The ticket as the caller sees it; one round trip. NotFound when it is not there or hidden.
Result<TicketSight> selectSight(Context &context, TicketId ticket);

} // namespace Deskbell::Server
