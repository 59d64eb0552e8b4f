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

/// Brings the next tickets that are not closed under the newest version, so many that nobody waits
/// long for them; to be asked again while some remain. Who is at a step that the version has, too,
/// stays there; turns that begin are given out by the job that looks after waiting steps. Invalid:
/// "statusMap.on_hold" stranded, for each status of those left whose tickets could not live by it;
/// then none is moved. VersionMismatch.
Result<Migration> migrate(Context &context, WorkflowId workflow, const MigrationRequest &request,
                          const std::optional<int> &version);

} // namespace Deskbell::Server::MigrationService
