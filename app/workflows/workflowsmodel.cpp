// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/workflowsmodel.h"

using namespace Qt::StringLiterals;

namespace Deskbell::App {

QVariant WorkflowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case NameColumn: return tr("Name");
    case KeyColumn: return tr("Key");
    case VersionColumn: return tr("Version");
    case StatusesColumn: return tr("Statuses");
    case DesksColumn: return tr("Desks");
    case ColumnCount: break;
    }
    return {};
}

void WorkflowsModel::setDesks(const QList<Desk> &desks)
{
    m_desks.clear();
    for (const Desk &desk : desks)
        m_desks.insert(desk.workflow.id, desk.name);
    retranslate();
}

void WorkflowsModel::setDrafts(const QSet<WorkflowId> &drafts)
{
    m_drafts = drafts;
    retranslate();
}

QVariant WorkflowsModel::cell(const Workflow &workflow, int column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(column)) {
    case NameColumn:
        return m_drafts.contains(workflow.id) ? tr("%1 – not saved").arg(workflow.name)
                                              : workflow.name;
    case KeyColumn: return workflow.definition.key;
    case VersionColumn: return workflow.definitionNumber;
    case StatusesColumn: return workflow.definition.statuses.size();
    case DesksColumn: {
        QStringList names = m_desks.values(workflow.id);
        names.sort(Qt::CaseInsensitive);
        return names.isEmpty() ? u"–"_s : names.join(u", "_s);
    }
    case ColumnCount: break;
    }
    return {};
}

} // namespace Deskbell::App
