// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/workflows/workflowdefinition.h"

namespace Deskbell {

/// A transition as a ticket offers it: `{"to":"on_hold","toLabel":"On hold","category":"hold",
/// "label":"Put on hold","requires":["reason"]}`.
struct AllowedTransition
{
    QString to = {};
    QString label = {};
    QList<Requirement> requirements = {};
    QString toLabel = {};                           ///< what the workflow calls that status
    StatusCategory category = StatusCategory::Open; ///< of that status

    bool needs(RequirementKind kind) const;
    friend bool operator==(const AllowedTransition &, const AllowedTransition &) = default;
};

void read(JsonReader &reader, AllowedTransition &transition);
QJsonObject toJson(const AllowedTransition &transition);

} // namespace Deskbell
