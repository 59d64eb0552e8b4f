// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/access/permission.h"
#include "common/events/event.h"
#include "server/base/context.h"

#include <QJsonObject>

namespace Deskbell::Server {

/// What to tell the event streams, before it has an id.
struct EventDraft
{
    EventType type;
    TicketId ticket = {};             ///< none: not about a ticket; then recipients are named
    QJsonObject data = {};            ///< ids, version, what changed; never text of people
    bool internal = false;            ///< only for holders of ticket.note on the ticket's desk
    QList<AccountId> recipients = {}; ///< empty: whoever may see the ticket
    /// Of whom else notifications should be made, beside those that the kind of event concerns
    /// anyway; never part of the event.
    QList<AccountId> mentioned = {};
    QStringList workflowTargets = {}; ///< as `notify` effects name them
    bool concernsOthers = true;       ///< false: it is known that nobody but the actor is concerned
};

/// Appends to the event table inside the transaction of the change itself, and with it the
/// notifications that follow from it. The actor is the context's principal.
Result<> appendEvent(Context &context, const EventDraft &draft);

/// Who is signed in somewhere and holds one of the permissions.
struct HoldersOf
{
    QList<Permission> somewhere = {};  ///< everywhere or for a desk
    QList<Permission> everywhere = {}; ///< for all desks
};
/// Tells them that something which belongs to no desk was made, changed or removed.
Result<> tellHolders(Context &context, EventType type, qint64 id, const HoldersOf &whom);

} // namespace Deskbell::Server
