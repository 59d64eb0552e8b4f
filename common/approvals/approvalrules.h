// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/approvals/approvalprocess.h"

/// What follows from the steps of a process and the decisions on their places. Pure; the server
/// asks it with everything locked, the app may ask it to explain.
namespace Deskbell {

/// Where a step or process is by what was decided.
struct ApprovalVerdict
{
    ApprovalState state = ApprovalState::Pending;
    std::optional<ApprovalStuck> stuck
            = {}; ///< while pending: nobody who is left could complete it

    friend bool operator==(const ApprovalVerdict &, const ApprovalVerdict &) = default;
};

/// Of a step that has started. One rejection rejects it. Approved it is when everybody, anybody or
/// so many different people have approved.
ApprovalVerdict verdictOn(const ApprovalProcessStep &step);

/// Of the whole: rejected with any of its steps, approved with the last of them; else it depends on
/// its first step that is not approved. One whose end is settled already stays as it is.
ApprovalVerdict verdictOn(const ApprovalProcess &process);

/// The places that a decision by `by` takes, of those on which they may decide (their own and those
/// of whom they stand in for). Where everybody has to approve: all of them, for nobody else would
/// come. Else one, their own before any other, and none when they have decided in this step
/// before: so many people are so many people.
QList<AccountId> placesTaken(const ApprovalProcessStep &step, AccountId by,
                             const QList<AccountId> &open);

} // namespace Deskbell
