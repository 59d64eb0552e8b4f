// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/approvals/approvalprocess.h"
#include "common/approvals/approvalrequests.h"
#include "common/tickets/ticket.h"

#include <QDialog>

class QComboBox;
class QPlainTextEdit;
class QPushButton;

namespace Deskbell::App {

class FormErrors;
class NoticeBox;
class PersonField;
struct AppContext;

/// Asks somebody else in the place of an approver of the current step who has not decided, or one
/// more.
class ReassignDialog : public QDialog
{
    Q_OBJECT

public:
    ReassignDialog(AppContext &context, const Ticket &ticket, const ApprovalProcessStep &step,
                   QWidget *parent);

Q_SIGNALS:
    void reassigned();

private:
    ApprovalReassignment reassignment() const;
    void send();

    AppContext &m_context;
    Ticket m_ticket;
    NoticeBox *m_notice;
    QComboBox *m_from;
    PersonField *m_to;
    QPlainTextEdit *m_comment;
    QPushButton *m_send;
    FormErrors *m_errors;
};

} // namespace Deskbell::App
