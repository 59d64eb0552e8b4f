// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/enumtable.h"

namespace Deskbell {

/// How many of the approvers of a step have to approve.
enum class ApprovalMode {
    All,
    Any,
    Count, ///< so many different people
};

template <>
struct WireEnum<ApprovalMode>
{
    static constexpr auto names = std::to_array<WireName<ApprovalMode>>({
            {ApprovalMode::All, "all"},
            {ApprovalMode::Any, "any"},
            {ApprovalMode::Count, "count"},
    });
};

/// Where a process or one of its steps is.
enum class ApprovalState {
    Waiting, ///< steps only: the one before is not approved yet
    Pending,
    Approved,
    Rejected,
    Expired, ///< nobody decided in time
    Cancelled,
};

template <>
struct WireEnum<ApprovalState>
{
    static constexpr auto names = std::to_array<WireName<ApprovalState>>({
            {ApprovalState::Waiting, "waiting"},
            {ApprovalState::Pending, "pending"},
            {ApprovalState::Approved, "approved"},
            {ApprovalState::Rejected, "rejected"},
            {ApprovalState::Expired, "expired"},
            {ApprovalState::Cancelled, "cancelled"},
    });
};

/// What somebody who was asked says.
enum class ApprovalDecision { Approve, Reject };

template <>
struct WireEnum<ApprovalDecision>
{
    static constexpr auto names = std::to_array<WireName<ApprovalDecision>>({
            {ApprovalDecision::Approve, "approve"},
            {ApprovalDecision::Reject, "reject"},
    });
};

/// Why a step cannot be completed by those who are left. Somebody else in their place helps, and so
/// does their coming back.
enum class ApprovalStuck {
    NoApprovers,         ///< nobody was found: a role that nobody holds, or only those who asked
    ApproverUnavailable, ///< everybody has to approve, and somebody cannot
    TooFewApprovers,     ///< more have to approve than can
};

template <>
struct WireEnum<ApprovalStuck>
{
    static constexpr auto names = std::to_array<WireName<ApprovalStuck>>({
            {ApprovalStuck::NoApprovers, "no_approvers"},
            {ApprovalStuck::ApproverUnavailable, "approver_unavailable"},
            {ApprovalStuck::TooFewApprovers, "too_few_approvers"},
    });
};

} // namespace Deskbell
