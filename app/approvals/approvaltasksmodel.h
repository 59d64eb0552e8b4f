// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/pagedmodel.h"
#include "common/access/ticketgrant.h"
#include "common/approvals/approvalrequests.h"

namespace Deskbell::App {

struct AppContext;

/// What waits for one's own decision, or what one decided, as a table.
class ApprovalTasksModel : public PagedModel<ApprovalTask>
{
    Q_OBJECT

public:
    enum Column { TicketColumn, TitleColumn, StepColumn, ForColumn, StateColumn, ColumnCount };

    ApprovalTasksModel(AppContext &context, QObject *parent);

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QVariant cell(const ApprovalTask &task, int column, int role) const override;

private:
    QString stateOf(const ApprovalTask &task) const;
    /// In whose places, apart from one's own.
    QString standsInFor(const ApprovalTask &task) const;

    AppContext &m_context;
};

/// Who asks to see which ticket, for those who may let them in.
class AccessRequestsModel : public PagedModel<AccessRequest>
{
    Q_OBJECT

public:
    enum Column { TicketColumn, TitleColumn, PersonColumn, SinceColumn, ReasonColumn, ColumnCount };

    AccessRequestsModel(AppContext &context, QObject *parent);

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QVariant cell(const AccessRequest &request, int column, int role) const override;

private:
    AppContext &m_context;
};

} // namespace Deskbell::App
