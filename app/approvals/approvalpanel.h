// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/call.h"
#include "common/approvals/approvalprocess.h"
#include "common/approvals/approvalrequests.h"
#include "common/base/paging.h"
#include "common/tickets/ticket.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace Deskbell::App {

namespace Api {
struct Request;
}
struct AppContext;

/// The approvals of a ticket, step by step: who is asked, who decided what and when, where it is
/// stuck; with the buttons of those who may decide now or put somebody else in a place. Hidden for
/// a ticket without any. Reads them itself.
class ApprovalPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ApprovalPanel(AppContext &context, QWidget *parent = nullptr);

    /// Reads when it is another ticket than before.
    void setTicket(const Ticket &ticket);
    /// Reads again; what is shown stays until the answer is there.
    void refresh();
    /// Newest first.
    const QList<ApprovalProcess> &processes() const { return m_processes; }

Q_SIGNALS:
    /// Something was decided or reassigned here: ticket and timeline are not what they were.
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void arrived(const Result<Page<ApprovalProcess>> &page);
    void fill();
    void addFailure();
    void addProcess(const ApprovalProcess &process);
    void addStep(const ApprovalProcess &process, const ApprovalProcessStep &step);
    void addApprover(const Approver &approver);
    void addButtons(const ApprovalProcess &process);
    void addEarlier();
    QLabel *addLine(const QString &text, int indent = 0);
    void ask(ApprovalDecision decision);
    void reassign();
    /// Sends it with the buttons off and shows the process that comes back.
    void send(const Api::Request &request, const QString &done, const QString &failed);

    AppContext &m_context;
    Ticket m_ticket;
    QList<ApprovalProcess> m_processes;
    std::optional<Error> m_error; ///< nothing could be read yet
    bool m_busy = false;
    bool m_showsEarlier = false;
    Api::ScopedCall m_call;
    QVBoxLayout *m_layout;
};

} // namespace Deskbell::App
