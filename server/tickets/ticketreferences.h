// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/tickets/assigneechoice.h"
#include "server/base/context.h"
#include "server/tickets/storedticket.h"

namespace Deskbell::Server {
enum class FormValues { All, Some };
}

/// What a request names by id, looked up with its name for a ticket of that desk. Each is Invalid
/// with the field when it is not there or does not fit.
namespace Deskbell::Server::TicketReferences {

/// None for an invalid id.
Result<std::optional<CategoryRef>> category(Context &context, CategoryId id, DeskId desk);
/// Invalid (customFields.…) when the values do not fit the form of the category; `category` may be
/// none. Some of them: those that are required may still be missing.
Result<> checkValues(Context &context, const std::optional<CategoryRef> &category,
                     const QJsonObject &values, DeskId desk, FormValues which = FormValues::All);
Result<std::optional<TeamRef>> team(Context &context, TeamId id, DeskId desk);

/// An active account.
Result<PersonRef> requester(Context &context, AccountId id, DeskId desk);

/// Nobody, or an active account that may answer on the desk (else not_assignable).
Result<std::optional<PersonRef>> assignee(Context &context, const AssigneeChoice &choice,
                                          DeskId desk);

} // namespace Deskbell::Server::TicketReferences
