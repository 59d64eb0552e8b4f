// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/workflows/workflow.h"
#include "common/workflows/workflowrehearsal.h"
#include "server/base/context.h"

/// Tickets and the definitions that they could live by: a change is rehearsed before it is saved,
/// and tickets that are there can be brought under the newest version. All of it for holders of
/// workflow.manage everywhere.
namespace Deskbell::Server::MigrationService {

/// Changes nothing. Counts, and names the first tickets that would be stranded.
Result<Rehearsal> rehearse(Context &context, WorkflowId workflow, const RehearsalRequest &request);

/// Brings every ticket that is not closed under the newest version, all of them or none. Invalid:
/// "statusMap.on_hold" stranded, for each status whose tickets could not live by it; Conflict
/// (workflow.has_steps) for step workflows; VersionMismatch.
Result<Migration> migrate(Context &context, WorkflowId workflow, const MigrationRequest &request,
                          const std::optional<int> &version);

} // namespace Deskbell::Server::MigrationService
