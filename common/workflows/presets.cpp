// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/workflows/presets.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell {

namespace {

/// They are a part of the program and tested; one that cannot be read is a broken build.
WorkflowDefinition load(QLatin1StringView key)
{
    QFile file(u":/deskbell/workflows/%1.json"_s.arg(key));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The workflow preset %s is missing from the program.", key.data());
    const auto definition = fromJsonBytes<WorkflowDefinition>(file.readAll());
    if (!definition)
        qFatal("The workflow preset %s is not valid.", key.data());
    return *definition;
}

} // namespace

const QList<WorkflowDefinition> &workflowPresets()
{
    static const QList<WorkflowDefinition> presets{load("helpdesk"_L1), load("support"_L1),
                                                   load("approval"_L1), load("simple"_L1),
                                                   load("basic"_L1),    load("steps"_L1)};
    return presets;
}

const WorkflowDefinition *workflowPreset(QStringView key)
{
    const QList<WorkflowDefinition> &presets = workflowPresets();
    const auto found
            = std::find_if(presets.cbegin(), presets.cend(),
                           [key](const WorkflowDefinition &preset) { return preset.key == key; });
    return found == presets.cend() ? nullptr : &*found;
}

} // namespace Deskbell
