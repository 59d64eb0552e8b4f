// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/workflows/workflowdefinition.h"

namespace Deskbell {

/// A stored workflow, as GET /workflows shows it: its newest definition and that one's number.
struct Workflow
{
    WorkflowId id = {};
    QString name = {};
    WorkflowDefinition definition = {};
    int definitionNumber = 1; ///< counts the versions of the definition
    int version = 1;

    friend bool operator==(const Workflow &, const Workflow &) = default;
};

void read(JsonReader &reader, Workflow &workflow);
QJsonObject toJson(const Workflow &workflow);

/// POST /workflows.
struct WorkflowDraft
{
    QString name = {};
    WorkflowDefinition definition = {};

    friend bool operator==(const WorkflowDraft &, const WorkflowDraft &) = default;
};

void read(JsonReader &reader, WorkflowDraft &draft);
QJsonObject toJson(const WorkflowDraft &draft);
/// Faults of the definition are named "definition.statuses[2].key".
QList<FieldError> validate(const WorkflowDraft &draft);

/// PATCH /workflows/{id}; what is not given stays. A changed definition becomes a new version;
/// tickets keep the one they started with.
struct WorkflowPatch
{
    Given<QString> name = {};
    Given<WorkflowDefinition> definition = {};

    friend bool operator==(const WorkflowPatch &, const WorkflowPatch &) = default;
};

void read(JsonReader &reader, WorkflowPatch &patch);
QJsonObject toJson(const WorkflowPatch &patch);
QList<FieldError> validate(const WorkflowPatch &patch);

} // namespace Deskbell
