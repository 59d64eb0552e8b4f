// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/accounts/personref.h"
#include "common/approvals/approvalstate.h"
#include "common/desks/namedref.h"

namespace Deskbell {

/// A place in a step: somebody who is or was asked, and what was decided on it.
struct Approver
{
    PersonRef person = {};
    QString role = {}; ///< by which they are asked, a key; empty: by name
    /// Whether they could decide: the account is active, may decide on the desk, and is not one of
    /// those who ask.
    bool available = true;
    std::optional<ApprovalDecision> decision = {};
    std::optional<PersonRef> decidedBy = {}; ///< they themselves, or their proxy
    QDateTime decidedAt = {};
    QString comment = {};      ///< what was said with it; the reason of a rejection
    QDateTime replacedAt = {}; ///< somebody else has the place since; invalid while it counts

    bool counts() const { return !replacedAt.isValid(); }

    friend bool operator==(const Approver &, const Approver &) = default;
};

void read(JsonReader &reader, Approver &approver);
QJsonObject toJson(const Approver &approver);

/// A step of a process. Until it starts it has nobody but what its template says: `people` and
/// `roles`.
struct ApprovalProcessStep
{
    ApprovalStepId id = {};
    QString name = {};
    ApprovalMode mode = ApprovalMode::All;
    std::optional<int> count = {};
    std::optional<int> remindAfterHours = {};
    std::optional<int> expireAfterHours = {};
    ApprovalState state = ApprovalState::Waiting;
    QList<PersonRef> people = {};
    QStringList roles = {};
    QList<Approver> approvers = {};
    QDateTime startedAt = {};
    QDateTime endedAt = {};
    QDateTime remindedAt = {};

    friend bool operator==(const ApprovalProcessStep &, const ApprovalProcessStep &) = default;
};

void read(JsonReader &reader, ApprovalProcessStep &step);
QJsonObject toJson(const ApprovalProcessStep &step);

/// A ticket on its way through the steps of a template, or one such way of the past.
struct ApprovalProcess
{
    ApprovalProcessId id = {};
    TicketId ticketId = {};
    ApprovalTemplateRef approvalTemplate = {}; ///< as it was called then; `template` on the wire
    QString key = {};                          ///< of the template
    bool allowSelfApproval = false;
    ApprovalState state = ApprovalState::Pending;
    std::optional<ApprovalStuck> stuck = {}; ///< why the current step cannot be completed
    bool mayDecide = false;                  ///< whoever reads this is asked now
    std::optional<PersonRef> startedBy = {};
    QDateTime startedAt = {};
    QDateTime endedAt = {};
    QList<ApprovalProcessStep> steps = {};

    /// The step that is pending, or -1.
    qsizetype currentStep() const;

    friend bool operator==(const ApprovalProcess &, const ApprovalProcess &) = default;
};

void read(JsonReader &reader, ApprovalProcess &process);
QJsonObject toJson(const ApprovalProcess &process);

} // namespace Deskbell
