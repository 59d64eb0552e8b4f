// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/tickets/tickettemplate.h"
#include "server/desks/managedentity.h"

/// What new requests of a desk can begin with. Requests that were made from one know nothing of it.
namespace Deskbell::Server::TicketTemplateService {

/// Of the desks that the caller has to do with, or of those of them that are named; by name.
Result<Listed> list(Context &context, const QList<DeskId> &desks, const PageRequest &page);

/// For holders of category.manage on the desk. Conflict (ticket_template.name_taken); Invalid
/// (category) for one that is not the desk's, (customFields.…) for what does not fit its form.
Result<Entity> create(Context &context, const TicketTemplateDraft &draft);
Result<Entity> change(Context &context, TicketTemplateId id, const TicketTemplatePatch &patch,
                      const std::optional<int> &version);
Result<> remove(Context &context, TicketTemplateId id, const std::optional<int> &version);

} // namespace Deskbell::Server::TicketTemplateService
