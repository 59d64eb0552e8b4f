// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/access/ticketactions.h"

#include <algorithm>

namespace Deskbell {

QList<TicketAction> allowedActions(const Grants &grants, DeskId desk,
                                   const TicketRelation &relation, const TicketSituation &situation)
{
    const auto holds = [&](Permission permission) {
        return grants.holds(permission, desk);
    };
    if (situation.deleted)
        return holds(Permission::TicketRestore) ? QList{TicketAction::Restore}
                                                : QList<TicketAction>{};

    const bool mayTouchOwn = relation.isOwn() && holds(Permission::TicketEditOwn);
    QList<TicketAction> actions;
    const auto allow = [&actions](TicketAction action, bool when) {
        if (when)
            actions.append(action);
    };
    allow(TicketAction::Edit, (mayTouchOwn && !situation.done) || holds(Permission::TicketEdit));
    allow(TicketAction::EditPriority, mayTouchOwn || holds(Permission::TicketEdit));
    allow(TicketAction::EditAll, holds(Permission::TicketEdit));
    allow(TicketAction::Reply, mayTouchOwn || holds(Permission::TicketReply));
    allow(TicketAction::Note, holds(Permission::TicketNote));
    allow(TicketAction::Attach,
          mayTouchOwn || holds(Permission::TicketReply) || holds(Permission::TicketEdit));
    allow(TicketAction::Assign, holds(Permission::TicketAssign));
    allow(TicketAction::Take, holds(Permission::TicketAssign) && !relation.assignee);
    allow(TicketAction::Transfer, holds(Permission::TicketTransfer));
    allow(TicketAction::Escalate,
          situation.canEscalate && (relation.assignee || holds(Permission::TicketTransfer)));
    allow(TicketAction::ChangeStatus, situation.hasTransitions);
    allow(TicketAction::Close, situation.hasClosingTransition);
    allow(TicketAction::Rate, relation.requester && situation.closed);
    allow(TicketAction::Delete, holds(Permission::TicketDelete));
    allow(TicketAction::Merge, holds(Permission::TicketMerge));
    return actions;
}

bool mayEver(const Grants &grants, TicketAction action)
{
    const TicketSituation favourable{.closed = true,
                                     .hasTransitions = true,
                                     .hasClosingTransition = true,
                                     .canEscalate = true};
    QList<DeskId> desks = grants.desks().keys();
    desks.append(DeskId()); // what is held globally is held there as well
    return std::any_of(desks.begin(), desks.end(), [&](DeskId desk) {
        for (const bool mine :
             {false, true}) { // one takes what one has not, escalates what one has
            const TicketRelation relation{.requester = true, .creator = true, .assignee = mine};
            if (allowedActions(grants, desk, relation, favourable).contains(action))
                return true;
        }
        return allowedActions(grants, desk, {}, {.deleted = true}).contains(action);
    });
}

bool isStaff(const Grants &grants, DeskId desk)
{
    return grants.holds(Permission::TicketViewAll, desk)
           || grants.holds(Permission::TicketViewTeam, desk);
}

bool seesNotes(const Grants &grants, DeskId desk)
{
    return grants.holds(Permission::TicketNote, desk);
}

bool mayEditReply(const Grants &grants, DeskId desk, const ReplyRelation &relation)
{
    if (relation.internal && !seesNotes(grants, desk))
        return false;
    return grants.holds(Permission::CommentEditAny, desk)
           || (relation.author && grants.holds(Permission::CommentEditOwn, desk));
}

bool mayDeleteReply(const Grants &grants, DeskId desk, const ReplyRelation &relation)
{
    if (relation.internal && !seesNotes(grants, desk))
        return false;
    return grants.holds(Permission::CommentDeleteAny, desk)
           || (relation.author && grants.holds(Permission::CommentEditOwn, desk));
}

} // namespace Deskbell
