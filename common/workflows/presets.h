// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/workflows/workflowdefinition.h"

namespace Deskbell {

/// The workflows that ship, from resources/workflows/: helpdesk, support, approval, simple, basic.
/// Read once; they live as long as the process. Any thread.
const QList<WorkflowDefinition> &workflowPresets();

/// The preset of that key, or null.
const WorkflowDefinition *workflowPreset(QStringView key);

} // namespace Deskbell
