// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/pagedmodel.h"
#include "common/desks/desk.h"
#include "common/workflows/workflow.h"

namespace Deskbell::App {

/// The workflows as a table, with the desks that use them.
class WorkflowsModel : public PagedModel<Workflow>
{
    Q_OBJECT

public:
    enum Column { NameColumn, KeyColumn, VersionColumn, StatusesColumn, DesksColumn, ColumnCount };

    using PagedModel::PagedModel;

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// All desks that there are.
    void setDesks(const QList<Desk> &desks);
    /// The workflows of which there is something in the editor that is not saved.
    void setDrafts(const QSet<WorkflowId> &drafts);

protected:
    QVariant cell(const Workflow &workflow, int column, int role) const override;

private:
    QMultiHash<WorkflowId, QString> m_desks;
    QSet<WorkflowId> m_drafts;
};

} // namespace Deskbell::App
