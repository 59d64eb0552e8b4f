// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/accounts/personref.h"
#include "common/approvals/approvalstate.h"
#include "common/base/paging.h"
#include "common/base/query.h"
#include "common/tickets/ticketref.h"

namespace Deskbell {

/// POST /tickets/{id}/approvals/decision
struct ApprovalVote
{
    ApprovalDecision decision = ApprovalDecision::Approve;
    QString comment = {};
    QString reason = {}; ///< of a rejection, which needs one

    /// What was said, whichever way.
    QString words() const { return reason.isEmpty() ? comment : reason; }

    friend bool operator==(const ApprovalVote &, const ApprovalVote &) = default;
};

void read(JsonReader &reader, ApprovalVote &vote);
QJsonObject toJson(const ApprovalVote &vote);
QList<FieldError> validate(const ApprovalVote &vote);

/// POST /tickets/{id}/approvals/reassign: somebody in the place of an approver of the current step
/// who has not decided, or one more.
struct ApprovalReassignment
{
    AccountId from = {}; ///< none: one more
    AccountId to = {};
    QString comment = {};

    friend bool operator==(const ApprovalReassignment &, const ApprovalReassignment &) = default;
};

void read(JsonReader &reader, ApprovalReassignment &reassignment);
QJsonObject toJson(const ApprovalReassignment &reassignment);
QList<FieldError> validate(const ApprovalReassignment &reassignment);

/// Which of one's own approvals GET /approvals shows.
enum class ApprovalTasks { Pending, Decided };

template <>
struct WireEnum<ApprovalTasks>
{
    static constexpr auto names = std::to_array<WireName<ApprovalTasks>>({
            {ApprovalTasks::Pending, "pending"},
            {ApprovalTasks::Decided, "decided"},
    });
};

/// The query of GET /approvals.
struct ApprovalTaskFilter
{
    ApprovalTasks state = ApprovalTasks::Pending;
    PageRequest page = {};

    friend bool operator==(const ApprovalTaskFilter &, const ApprovalTaskFilter &) = default;
};

void read(QueryReader &reader, ApprovalTaskFilter &filter);
QueryItems toQuery(const ApprovalTaskFilter &filter);

/// A step in which one is asked, or was.
struct ApprovalTask
{
    ApprovalStepId id = {};
    ApprovalProcessId process = {};
    TicketRef ticket = {};
    QString templateName = {};
    QString step = {};
    QList<PersonRef> approvers = {}; ///< in whose places: oneself, or whom one stands in for
    QDateTime requestedAt = {};
    std::optional<ApprovalDecision> decision = {};
    std::optional<PersonRef> decidedBy = {};
    QDateTime decidedAt = {};
    QString comment = {};

    friend bool operator==(const ApprovalTask &, const ApprovalTask &) = default;
};

void read(JsonReader &reader, ApprovalTask &task);
QJsonObject toJson(const ApprovalTask &task);

} // namespace Deskbell
