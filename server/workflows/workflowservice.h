// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/workflows/workflow.h"
#include "server/desks/managedentity.h"

/// The workflows that desks can have. A changed definition is a new version; tickets keep the one
/// they started with.
namespace Deskbell::Server::WorkflowService {

/// For everybody: without its workflow nobody understands the states of a ticket.
Result<Listed> list(Context &context, const PageRequest &page);

/// For everybody, as the list.
Result<Entity> get(Context &context, WorkflowId workflow);

/// The versions of its definition with who made them, the newest first. For holders of
/// workflow.manage everywhere, as everything below.
Result<QByteArrayList> versions(Context &context, WorkflowId workflow);
/// One of them with the definition. NotFound.
Result<QByteArray> version(Context &context, WorkflowId workflow, int number);

/// Conflict (workflow.key_taken).
Result<Entity> create(Context &context, const WorkflowDraft &draft);
/// Invalid (definition.key, unchangeable): the key stays.
Result<Entity> change(Context &context, WorkflowId workflow, const WorkflowPatch &patch,
                      const std::optional<int> &version);
/// Conflict: workflow.in_use while desks have it, workflow.built_in for those that ship.
Result<> remove(Context &context, WorkflowId workflow, const std::optional<int> &version);

/// The workflow, if the caller may manage it. Forbidden, NotFound.
Result<Workflow> managed(Context &context, WorkflowId workflow);
/// Does `work` in a transaction in which nobody else can change the workflow. Forbidden, NotFound,
/// VersionMismatch.
Result<> withLocked(Context &context, WorkflowId workflow, const std::optional<int> &version,
                    const std::function<Result<>(const Workflow &)> &work);

} // namespace Deskbell::Server::WorkflowService
