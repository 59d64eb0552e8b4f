// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/pagewidget.h"
#include "common/approvals/approvalrequests.h"

class QComboBox;
class QPushButton;

namespace Deskbell {
struct Event;
}

namespace Deskbell::App {

class AccessRequestsModel;
class ApprovalTasksModel;
class MainWindow;
class PagedTable;
class Registry;
struct AppContext;

/// What waits for one's own decision: approvals, to be approved or rejected right here, and below
/// them requests to see restricted tickets. A decision shows at once and is taken back when the
/// server refuses it.
class ApprovalsPage : public PageWidget
{
    Q_OBJECT

public:
    ApprovalsPage(AppContext &context, MainWindow &window);

    void showEntry(const QString &entryId) override;

Q_SIGNALS:
    /// The server has answered a decision.
    void settled();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildTasks();
    void buildAccess();
    void addAction(const QString &id, const char *text, int key, ApprovalDecision decision);
    void reload();
    void refresh();
    void eventReceived(const Event &event);
    void retranslate();
    void updateButtons();
    void showKeyHints();
    void openTicket();
    void ask(ApprovalDecision decision);
    void vote(int row, const ApprovalVote &vote);
    void askAboutAccess(ApprovalDecision decision);
    void decideAccess(int row, ApprovalDecision decision, const QString &comment);

    AppContext &m_context;
    MainWindow &m_window;
    ApprovalTasksModel *m_tasks;
    AccessRequestsModel *m_requests;
    PagedTable *m_taskTable;
    PagedTable *m_accessTable;
    QComboBox *m_state;
    QPushButton *m_open;
    QPushButton *m_approve;
    QPushButton *m_reject;
    QPushButton *m_letIn;
    QPushButton *m_refuse;
};

void installApprovals(Registry &registry);

} // namespace Deskbell::App
