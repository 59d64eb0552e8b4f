// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/accounts/personref.h"
#include "common/workflows/workflowdefinition.h"

namespace Deskbell {

/// One version of a workflow's definition, as GET /workflows/{id}/versions lists it, and with its
/// definition as GET /workflows/{id}/versions/{number} answers it.
struct WorkflowVersion
{
    int number = 1;
    QDateTime createdAt = {};
    std::optional<PersonRef> createdBy = {}; ///< nobody: it came with the program
    int tickets = 0;                         ///< that live by it
    int openTickets = 0;                     ///< of these, the ones that are not closed
    std::optional<WorkflowDefinition> definition = {};

    friend bool operator==(const WorkflowVersion &, const WorkflowVersion &) = default;
};

void read(JsonReader &reader, WorkflowVersion &version);
QJsonObject toJson(const WorkflowVersion &version);

} // namespace Deskbell
