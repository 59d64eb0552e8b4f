// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/access/ticketactions.h"
#include "common/accounts/personref.h"
#include "common/assignment/ticketstep.h"
#include "common/attachments/attachment.h"
#include "common/desks/deskref.h"
#include "common/desks/namedref.h"
#include "common/notifications/watcher.h"
#include "common/sla/servicelevel.h"
#include "common/tickets/priority.h"
#include "common/tickets/rating.h"
#include "common/tickets/statuscategory.h"
#include "common/tickets/ticketmatch.h"
#include "common/tickets/visibility.h"
#include "common/timeline/timelineentry.h"
#include "common/workflows/allowedtransition.h"

namespace Deskbell {

/// What only the answer for a single ticket has.
struct TicketDetails
{
    QList<AllowedTransition> allowedTransitions = {};
    QList<TicketAction> allowedActions = {};
    QList<Attachment> attachments = {};     ///< all that the reader may see
    QList<TimelineEntry> replies = {};      ///< replies and notes, the newest 50, oldest first
    std::optional<Rating> rating = {};      ///< what the requester said in the end
    std::optional<WatchMode> watching = {}; ///< how the reader follows it, if they do
    QList<TicketStep> steps = {};           ///< in a step workflow: done, current and to come
    std::optional<ServiceClocks> serviceClocks = {}; ///< where something is promised, and why

    friend bool operator==(const TicketDetails &, const TicketDetails &) = default;
};

/// A ticket as answers show it. Times that have not come are invalid.
struct Ticket
{
    TicketId id = {};
    QString number = {}; ///< "HD-1042"
    DeskRef desk = {};
    QString title = {};
    QString description = {}; ///< Markdown
    QString status = {};      ///< a key of the ticket's workflow
    StatusCategory statusCategory = StatusCategory::Open;
    QString statusLabel
            = {}; ///< what its workflow calls the status, in English for those that ship
    QString statusReason = {}; ///< what was said when it came into its status
    Priority priority = Priority::Medium;
    std::optional<CategoryRef> category = {};
    PersonRef requester = {};               ///< also sent as customerId
    std::optional<PersonRef> assignee = {}; ///< also sent as assignedTo
    std::optional<TeamRef> team = {};
    Visibility visibility = Visibility::Internal;
    QStringList tags = {};
    QDateTime dueAt = {}; ///< set by somebody; what is promised stands beside it
    std::optional<ServiceLevel> serviceLevel = {}; ///< what is due next of what is promised
    /// Its own, where it does not go by its category's or desk's.
    std::optional<ApprovalTemplateRef> approvalTemplate = {};
    QJsonObject customFields = {};
    QDateTime createdAt = {};
    std::optional<PersonRef> createdBy = {};
    QDateTime updatedAt = {};
    std::optional<PersonRef> updatedBy = {};
    QDateTime firstResponseAt = {};
    QDateTime resolvedAt = {};
    QDateTime closedAt = {};
    QDateTime deletedAt = {};
    int viewCount = 0;
    int reopenCount = 0;
    int version = 1;
    std::optional<TicketDetails> details = {}; ///< flat in JSON
    std::optional<TicketMatch> match = {};     ///< in a list that was asked for words

    /// The earlier of what somebody set and of what is promised; invalid when there is neither.
    QDateTime nextDueAt() const;

    friend bool operator==(const Ticket &, const Ticket &) = default;
};

void read(JsonReader &reader, Ticket &ticket);
QJsonObject toJson(const Ticket &ticket);

} // namespace Deskbell
