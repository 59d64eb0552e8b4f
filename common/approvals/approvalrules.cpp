// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/approvals/approvalrules.h"

#include <algorithm>

namespace Deskbell {

namespace {

/// The places of a step that count, by what became of them.
struct Tally
{
    QSet<AccountId> approvedBy; ///< people who have approved, for themselves or for others
    qsizetype approved = 0;
    qsizetype open = 0;      ///< undecided, and somebody could decide
    qsizetype abandoned = 0; ///< undecided, and nobody could
    bool rejected = false;

    qsizetype places() const { return approved + open + abandoned; }
};

Tally tallyOf(const ApprovalProcessStep &step)
{
    Tally tally;
    for (const Approver &approver : step.approvers) {
        if (!approver.counts() || !approver.decision)
            continue;
        if (*approver.decision == ApprovalDecision::Reject) {
            tally.rejected = true;
            continue;
        }
        ++tally.approved;
        tally.approvedBy.insert(approver.decidedBy.value_or(approver.person).id);
    }
    for (const Approver &approver : step.approvers) {
        if (!approver.counts() || approver.decision)
            continue;
        // Who has spoken for somebody else in such a step cannot speak again.
        const bool spent
                = step.mode != ApprovalMode::All && tally.approvedBy.contains(approver.person.id);
        if (approver.available && !spent)
            ++tally.open;
        else
            ++tally.abandoned;
    }
    return tally;
}

} // namespace

ApprovalVerdict verdictOn(const ApprovalProcessStep &step)
{
    const Tally tally = tallyOf(step);
    if (tally.rejected)
        return {.state = ApprovalState::Rejected};
    if (tally.places() == 0)
        return {.stuck = ApprovalStuck::NoApprovers};
    if (step.mode == ApprovalMode::All) {
        if (tally.approved == tally.places())
            return {.state = ApprovalState::Approved};
        if (tally.abandoned > 0)
            return {.stuck = ApprovalStuck::ApproverUnavailable};
        return {};
    }
    const qsizetype needed = step.mode == ApprovalMode::Any ? 1 : step.count.value_or(1);
    if (tally.approvedBy.size() >= needed)
        return {.state = ApprovalState::Approved};
    if (tally.approvedBy.size() + tally.open < needed)
        return {.stuck = ApprovalStuck::TooFewApprovers};
    return {};
}

ApprovalVerdict verdictOn(const ApprovalProcess &process)
{
    if (process.state != ApprovalState::Pending)
        return {.state = process.state};
    for (const ApprovalProcessStep &step : process.steps) {
        if (step.state == ApprovalState::Approved)
            continue;
        if (step.state == ApprovalState::Waiting)
            return {};
        const ApprovalVerdict verdict = verdictOn(step);
        if (verdict.state != ApprovalState::Approved)
            return verdict;
    }
    return {.state = ApprovalState::Approved};
}

QList<AccountId> placesTaken(const ApprovalProcessStep &step, AccountId by,
                             const QList<AccountId> &open)
{
    if (step.mode == ApprovalMode::All || open.isEmpty())
        return open;
    const bool spoken = std::any_of(
            step.approvers.begin(), step.approvers.end(), [by](const Approver &approver) {
                return approver.counts() && approver.decidedBy && approver.decidedBy->id == by;
            });
    if (spoken)
        return {};
    return {open.contains(by) ? by : open.first()};
}

} // namespace Deskbell
