// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/workflows/workflowdefinition.h"
#include "server/db/connection.h"

#include <QReadWriteLock>

#include <memory>

namespace Deskbell::Server {

using WorkflowVersionId = Id<struct WorkflowVersionTag>;

/// The definitions of workflow versions, each read from the database once. A version never changes,
/// so nothing here ever gets old. Any thread.
class WorkflowCache
{
public:
    /// The definition of that version; stays alive as long as somebody holds it. Internal when
    /// there is no such version or it cannot be read: tickets point to it, so it must be there.
    Result<std::shared_ptr<const WorkflowDefinition>> definition(Db::Connection &db,
                                                                 WorkflowVersionId version);

private:
    QReadWriteLock m_lock;
    QHash<WorkflowVersionId, std::shared_ptr<const WorkflowDefinition>> m_definitions;
};

} // namespace Deskbell::Server
