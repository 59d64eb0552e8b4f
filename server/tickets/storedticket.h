// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/access/ticketactions.h"
#include "common/accounts/personref.h"
#include "common/desks/deskref.h"
#include "common/desks/namedref.h"
#include "common/sla/servicelevel.h"
#include "common/tickets/priority.h"
#include "common/tickets/visibility.h"
#include "common/workflows/workflowrules.h"
#include "server/workflows/workflowcache.h"

namespace Deskbell::Server {

/// How a ticket stands by its desk's service levels, as it is stored.
struct StoredClock
{
    std::optional<QJsonObject> clocks = {}; ///< ServiceClocks; none: nothing is promised
    std::optional<ServiceLevel> level = {}; ///< their summary
    QDateTime alertAt = {};                 ///< when there is something to be told next
    int revision = 0;                       ///< by which of the desk's rules it was reckoned

    std::optional<QString> target() const;
    std::optional<QString> state() const;
    QDateTime warnAt() const { return level ? level->warnAt : QDateTime(); }
    QDateTime dueAt() const { return level ? level->dueAt : QDateTime(); }

    friend bool operator==(const StoredClock &, const StoredClock &) = default;
};

/// A ticket as the services work with it: its row with the names that its references stand for.
struct StoredTicket
{
    TicketId id = {};
    DeskRef desk = {};
    qint64 number = 0; ///< within the desk
    QString title = {};
    QString description = {};
    WorkflowVersionId workflow = {};
    QString status = {};
    StatusCategory statusCategory = StatusCategory::Open;
    QDateTime statusChangedAt = {};
    QString statusReason = {};
    Priority priority = Priority::Medium;
    std::optional<CategoryRef> category = {};
    PersonRef requester = {};
    std::optional<PersonRef> assignee = {};
    std::optional<TeamRef> team = {};
    Visibility visibility = Visibility::Internal;
    QStringList tags = {};
    QDateTime dueAt = {};
    std::optional<ApprovalTemplateRef> approvalTemplate
            = {}; ///< its own; none: its category's or desk's
    QJsonObject customFields = {};
    QDateTime firstResponseAt = {};
    StatusStamps stamps = {};
    AccountId createdBy = {};
    QDateTime createdAt = {};
    QDateTime deletedAt = {};
    int version = 1;
    bool hasSolution = false;                ///< one of its replies is marked as the solution
    QStringList grantedApprovals = {};       ///< keys of the templates by which it was approved
    std::optional<PersonRef> claimedBy = {}; ///< who is answering it just now
    bool viewerApproves = false; ///< for whom it was read: an approver of its running process
    int deskRevision = 0;        ///< of what its desk promises
    std::optional<StoredClock> clock = {}; ///< reckoned anew; none: as it is stored

    bool isDeleted() const { return deletedAt.isValid(); }
    TicketRelation relationOf(AccountId account) const;
    /// What of it counts for its workflow.
    WorkflowState workflowState() const;

    friend bool operator==(const StoredTicket &, const StoredTicket &) = default;
};

} // namespace Deskbell::Server
