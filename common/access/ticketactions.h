// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/access/grants.h"

namespace Deskbell {

/// What one can do with a ticket: the `allowedActions` of an answer.
enum class TicketAction {
    Edit, ///< what everybody may change on their own: title, description, category, custom fields
    EditPriority,
    EditAll, ///< tags, team, due date, visibility, requester, too
    Reply,
    Note,
    Attach,
    Assign,
    Take,
    Transfer,
    Escalate, ///< to the escalation role of the step that it is in
    ChangeStatus,
    Close,
    Rate, ///< once it is closed, what it was asked for is judged by who asked
    Delete,
    Restore,
    Merge, ///< with another one, and split
};

template <>
struct WireEnum<TicketAction>
{
    static constexpr auto names = std::to_array<WireName<TicketAction>>({
            {TicketAction::Edit, "edit"},
            {TicketAction::EditPriority, "editPriority"},
            {TicketAction::EditAll, "editAll"},
            {TicketAction::Reply, "reply"},
            {TicketAction::Note, "note"},
            {TicketAction::Attach, "attach"},
            {TicketAction::Assign, "assign"},
            {TicketAction::Take, "take"},
            {TicketAction::Transfer, "transfer"},
            {TicketAction::Escalate, "escalate"},
            {TicketAction::ChangeStatus, "changeStatus"},
            {TicketAction::Close, "close"},
            {TicketAction::Rate, "rate"},
            {TicketAction::Delete, "delete"},
            {TicketAction::Restore, "restore"},
            {TicketAction::Merge, "merge"},
    });
};

/// What somebody is to a ticket.
struct TicketRelation
{
    bool requester = false;
    bool creator = false;
    bool assignee = false;

    /// The ticket is "their own": ticket.edit_own and ticket.view_own are about such.
    bool isOwn() const { return requester || creator; }

    friend bool operator==(const TicketRelation &, const TicketRelation &) = default;
};

/// What of the ticket's state counts for what can be done with it.
struct TicketSituation
{
    bool deleted = false;
    bool done = false; ///< resolved or closed: what was asked for is not rewritten any more
    bool closed = false;
    bool hasTransitions = false;       ///< allowedTransitions() yields something for this person
    bool hasClosingTransition = false; ///< closingTransition() does
    bool canEscalate = false;          ///< its step has an escalation role that was not asked yet
};

/// The actions open to somebody who can see the ticket. Pure; the server asks it to decide and to
/// tell, the app to enable.
QList<TicketAction> allowedActions(const Grants &grants, DeskId desk,
                                   const TicketRelation &relation,
                                   const TicketSituation &situation);

/// Whether there can be a ticket with which somebody who holds this could do that: what nobody
/// could ever do need not be offered.
bool mayEver(const Grants &grants, TicketAction action);

/// Whether somebody works for this desk: their looking at a ticket is a `staffOpened`.
bool isStaff(const Grants &grants, DeskId desk);

/// Whether somebody may read internal notes of this desk.
bool seesNotes(const Grants &grants, DeskId desk);

/// What can be done with a reply or note by its author or by others.
struct ReplyRelation
{
    bool author = false;
    bool internal = false;
};
bool mayEditReply(const Grants &grants, DeskId desk, const ReplyRelation &relation);
bool mayDeleteReply(const Grants &grants, DeskId desk, const ReplyRelation &relation);

} // namespace Deskbell
