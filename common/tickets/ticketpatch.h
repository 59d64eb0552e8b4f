// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/access/ticketactions.h"
#include "common/tickets/assigneechoice.h"
#include "common/tickets/priority.h"
#include "common/tickets/visibility.h"

namespace Deskbell {

/// A change of a ticket: the body of PUT and PATCH /tickets/{id}. Only what is given changes; an
/// invalid id or time that is given means "none".
struct TicketPatch
{
    Given<QString> title = {};
    Given<QString> description = {};
    Given<Priority> priority = {};
    Given<CategoryId> category = {};
    Given<AccountId> requester = {}; ///< also accepted as customerId
    Given<TeamId> team = {};
    Given<AssigneeChoice> assignedTo = {};
    Given<Visibility> visibility = {};
    Given<QStringList> tags = {};
    Given<QDateTime> dueAt = {};
    Given<ApprovalTemplateId> approvalTemplate = {}; ///< none: that of the category or the desk
    Given<QJsonObject> customFields = {};            ///< replaces all of them
    Given<QDateTime> resolvedAt = {};                ///< staff may correct it on a resolved ticket

    /// The names of the fields that are given.
    QStringList fields() const;
    /// What one must be allowed to do to make this change; nothing for an empty one.
    QList<TicketAction> neededActions() const;

    friend bool operator==(const TicketPatch &, const TicketPatch &) = default;
};

void read(JsonReader &reader, TicketPatch &patch);
QJsonObject toJson(const TicketPatch &patch);
QList<FieldError> validate(const TicketPatch &patch);

} // namespace Deskbell
