// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/approvals/approvaltasksmodel.h"

#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/widgets/timetext.h"
#include "common/base/clock.h"

using namespace Qt::StringLiterals;

namespace Deskbell::App {

ApprovalTasksModel::ApprovalTasksModel(AppContext &context, QObject *parent)
    : PagedModel(context.client, parent)
    , m_context(context)
{}

QVariant ApprovalTasksModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case TicketColumn: return tr("Ticket");
    case TitleColumn: return tr("Title");
    case StepColumn: return tr("Approval");
    case ForColumn: return tr("In place of");
    case StateColumn: return tr("State");
    case ColumnCount: break;
    }
    return {};
}

QString ApprovalTasksModel::standsInFor(const ApprovalTask &task) const
{
    QStringList names;
    for (const PersonRef &person : task.approvers) {
        if (person.id != m_context.session.me().account.id)
            names.append(person.displayName);
    }
    return names.join(u", "_s);
}

QString ApprovalTasksModel::stateOf(const ApprovalTask &task) const
{
    const QDateTime now = m_context.clock.now();
    if (!task.decision)
        return tr("Asked %1").arg(TimeText::distance(task.requestedAt, now));
    const QString when = TimeText::moment(task.decidedAt, now);
    const bool approved = *task.decision == ApprovalDecision::Approve;
    if (task.decidedBy && task.decidedBy->id != m_context.session.me().account.id) {
        const QString who = task.decidedBy->displayName;
        return approved ? tr("Approved by %1, %2").arg(who, when)
                        : tr("Rejected by %1, %2").arg(who, when);
    }
    return approved ? tr("Approved %1").arg(when) : tr("Rejected %1").arg(when);
}

QVariant ApprovalTasksModel::cell(const ApprovalTask &task, int column, int role) const
{
    if (role == Qt::ToolTipRole && !task.comment.isEmpty())
        return task.comment;
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(column)) {
    case TicketColumn: return task.ticket.number;
    case TitleColumn: return task.ticket.title;
    case StepColumn: return u"%1 · %2"_s.arg(task.templateName, task.step);
    case ForColumn: return standsInFor(task);
    case StateColumn: return stateOf(task);
    case ColumnCount: break;
    }
    return {};
}

AccessRequestsModel::AccessRequestsModel(AppContext &context, QObject *parent)
    : PagedModel(context.client, parent)
    , m_context(context)
{}

QVariant AccessRequestsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case TicketColumn: return tr("Ticket");
    case TitleColumn: return tr("Title");
    case PersonColumn: return tr("Who asks");
    case SinceColumn: return tr("Since");
    case ReasonColumn: return tr("Reason");
    case ColumnCount: break;
    }
    return {};
}

QVariant AccessRequestsModel::cell(const AccessRequest &request, int column, int role) const
{
    if (role == Qt::ToolTipRole && column == ReasonColumn)
        return request.reason;
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(column)) {
    case TicketColumn: return request.ticket.number;
    case TitleColumn: return request.ticket.title;
    case PersonColumn: return request.person.displayName;
    case SinceColumn: return TimeText::distance(request.createdAt, m_context.clock.now());
    case ReasonColumn: return request.reason;
    case ColumnCount: break;
    }
    return {};
}

} // namespace Deskbell::App
