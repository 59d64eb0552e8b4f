// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/triggers/tickettrigger.h"
#include "server/desks/managedentity.h"

/// What happens to tickets on an event, if conditions hold. All of it is for holders of
/// workflow.manage: on the desk, or everywhere for a trigger of all desks.
namespace Deskbell::Server::TriggerService {

Result<Listed> list(Context &context, const QList<DeskId> &desks, const PageRequest &page);

/// Conflict: trigger.name_taken.
Result<Entity> create(Context &context, const TicketTriggerDraft &draft);
Result<Entity> change(Context &context, TicketTriggerId trigger, const TicketTriggerPatch &patch,
                      const std::optional<int> &version);
/// Its log goes with it, for nobody can ask for it any more.
Result<> remove(Context &context, TicketTriggerId trigger, const std::optional<int> &version);

/// The newest lines of its log.
Result<QByteArrayList> listRuns(Context &context, TicketTriggerId trigger);

} // namespace Deskbell::Server::TriggerService
