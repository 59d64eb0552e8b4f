// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QMetaType>

#include <compare>

namespace Deskbell {

/// A database id that cannot be confused with the id of something else. 0 is "none".
template <class Tag>
class Id
{
public:
    constexpr Id() = default;
    constexpr explicit Id(qint64 value)
        : m_value(value)
    {}

    constexpr qint64 value() const { return m_value; }
    constexpr bool isValid() const { return m_value > 0; }

    friend constexpr auto operator<=>(Id, Id) = default;
    friend size_t qHash(Id id, size_t seed = 0) noexcept { return ::qHash(id.m_value, seed); }

private:
    qint64 m_value = 0;
};

using AccessRequestId = Id<struct AccessRequestTag>;
using AccountId = Id<struct AccountTag>;
using ActivityId = Id<struct ActivityTag>;
using AnyEntityId = Id<struct AnyEntityTag>; ///< of a kind that is told elsewhere
using ApprovalProcessId = Id<struct ApprovalProcessTag>;
using ApprovalProxyId = Id<struct ApprovalProxyTag>;
using ApprovalStepId = Id<struct ApprovalStepTag>;
using ApprovalTemplateId = Id<struct ApprovalTemplateTag>;
using AttachmentId = Id<struct AttachmentTag>;
using BulkId = Id<struct BulkTag>;
using CalendarId = Id<struct CalendarTag>;
using CannedReplyId = Id<struct CannedReplyTag>;
using CategoryId = Id<struct CategoryTag>;
using ChecklistItemId = Id<struct ChecklistItemTag>;
using DeskId = Id<struct DeskTag>;
using NotificationId = Id<struct NotificationTag>;
using OrganisationId = Id<struct OrganisationTag>;
using RoleId = Id<struct RoleTag>;
using SessionId = Id<struct SessionTag>;
using SlaPolicyId = Id<struct SlaPolicyTag>;
using TagId = Id<struct TagTag>;
using TeamId = Id<struct TeamTag>;
using TicketGrantId = Id<struct TicketGrantTag>;
using TicketId = Id<struct TicketTag>;
using TicketLinkId = Id<struct TicketLinkTag>;
using TicketTemplateId = Id<struct TicketTemplateTag>;
using TimeEntryId = Id<struct TimeEntryTag>;
using TimelineEntryId = Id<struct TimelineEntryTag>; ///< replies and notes, too
using ViewId = Id<struct ViewTag>;
using WorkflowId = Id<struct WorkflowTag>;

} // namespace Deskbell
