// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/workflows/workflowdefinition.h"

namespace Deskbell {

/// What of a definition a difference is about.
enum class WorkflowPart { Workflow, Status, Transition, Automatic, Step };

template <>
struct WireEnum<WorkflowPart>
{
    static constexpr auto names = std::to_array<WireName<WorkflowPart>>({
            {WorkflowPart::Workflow, "workflow"},
            {WorkflowPart::Status, "status"},
            {WorkflowPart::Transition, "transition"},
            {WorkflowPart::Automatic, "automatic"},
            {WorkflowPart::Step, "step"},
    });
};

enum class ChangeKind { Added, Removed, Changed };

template <>
struct WireEnum<ChangeKind>
{
    static constexpr auto names = std::to_array<WireName<ChangeKind>>({
            {ChangeKind::Added, "added"},
            {ChangeKind::Removed, "removed"},
            {ChangeKind::Changed, "changed"},
    });
};

/// A member that is another one now: `{"field":"label","before":"Done","after":"Finished"}`, values
/// as the definition writes them; null where it has none.
struct WorkflowFieldChange
{
    QString field = {};
    QJsonValue before = QJsonValue::Null;
    QJsonValue after = QJsonValue::Null;

    friend bool operator==(const WorkflowFieldChange &, const WorkflowFieldChange &) = default;
};

/// One status, transition, automatic transition or step that was added, removed or changed; or, for
/// WorkflowPart::Workflow, what is said of the whole ("label", and "order" of the statuses or
/// transitions, which decides what people are offered first).
struct WorkflowChange
{
    WorkflowPart part = WorkflowPart::Status;
    ChangeKind kind = ChangeKind::Changed;
    QString status = {}; ///< the status itself, the one it starts from, or the step's
    QString to = {};     ///< of transitions
    QString label = {};  ///< what people call it now, or called it while it was there
    QList<WorkflowFieldChange> fields = {}; ///< for ChangeKind::Changed

    friend bool operator==(const WorkflowChange &, const WorkflowChange &) = default;
};

void read(JsonReader &reader, WorkflowFieldChange &change);
void read(JsonReader &reader, WorkflowChange &change);
QJsonObject toJson(const WorkflowFieldChange &change);
QJsonObject toJson(const WorkflowChange &change);

/// What one has to do to make `before` into `after`; nothing exactly when they are equal. Statuses
/// are told apart by their key, transitions by both ends, automatic ones by where they start and
/// what sets them off, steps by their status. In the order of the parts; within one, what was
/// removed comes last.
QList<WorkflowChange> diffWorkflows(const WorkflowDefinition &before,
                                    const WorkflowDefinition &after);

} // namespace Deskbell
