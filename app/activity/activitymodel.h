// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/pagedmodel.h"
#include "common/activity/activityentry.h"

namespace Deskbell::App {

/// The activity log as a table, newest first.
class ActivityModel : public PagedModel<ActivityEntry>
{
    Q_OBJECT

public:
    enum Column {
        TimeColumn,
        PersonColumn,
        ActionColumn,
        ThingColumn,
        ChangeColumn,
        PeerColumn,
        ColumnCount
    };

    using PagedModel::PagedModel;

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QVariant cell(const ActivityEntry &entry, int column, int role) const override;
};

} // namespace Deskbell::App
