// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/approvals/reassigndialog.h"

#include "app/accounts/personfield.h"
#include "app/net/client.h"
#include "app/shell/appcontext.h"
#include "app/shell/style.h"
#include "app/widgets/formerrors.h"
#include "app/widgets/noticebox.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

ReassignDialog::ReassignDialog(AppContext &context, const Ticket &ticket,
                               const ApprovalProcessStep &step, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_ticket(ticket)
    , m_notice(new NoticeBox(this))
    , m_from(new QComboBox(this))
    , m_to(new PersonField(context, this))
    , m_comment(new QPlainTextEdit(this))
    , m_errors(new FormErrors(this))
{
    setObjectName(u"reassignDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Ask somebody else: %1").arg(step.name));
    setMinimumWidth(420);
    m_from->setObjectName(u"from"_s);
    m_to->setObjectName(u"to"_s);
    m_comment->setObjectName(u"comment"_s);
    m_comment->setTabChangesFocus(true);
    m_comment->setFixedHeight(4 * m_comment->fontMetrics().lineSpacing());
    for (const Approver &approver : step.approvers) {
        if (approver.counts() && !approver.decision)
            m_from->addItem(approver.person.displayName, approver.person.id.value());
    }
    m_from->addItem(tr("Nobody: one more is asked"), 0);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"cancel"_s);
    m_send = buttons->addButton(tr("Ask for approval"), QDialogButtonBox::AcceptRole);
    m_send->setObjectName(u"reassignSend"_s);
    setButtonLook(m_send, ButtonLook::Primary);
    connect(buttons, &QDialogButtonBox::accepted, this, &ReassignDialog::send);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(m_notice);
    form->addRow(tr("&In place of"), m_from);
    form->addRow({}, m_errors->add(u"from"_s, m_from));
    form->addRow(tr("&Person"), m_to);
    form->addRow({}, m_errors->add(u"to"_s, m_to));
    form->addRow(tr("&Comment"), m_comment);
    form->addRow({}, m_errors->add(u"comment"_s, m_comment));
    form->addRow(buttons);
    m_errors->setValidator([this] {
        QList<FieldError> faults = validate(reassignment());
        if (!m_to->person().isValid())
            faults.append({.field = u"to"_s, .key = "required"});
        return faults;
    });
}

ApprovalReassignment ReassignDialog::reassignment() const
{
    return {.from = AccountId(m_from->currentData().toLongLong()),
            .to = m_to->person(),
            .comment = m_comment->toPlainText().trimmed()};
}

void ReassignDialog::send()
{
    if (!m_errors->validateAll())
        return;
    m_send->setEnabled(false);
    m_notice->clear();
    const Api::Request request = Api::Request::post(
            u"/tickets/%1/approvals/reassign"_s.arg(m_ticket.id.value()), toJson(reassignment()));
    m_context.client.send(request, this, [this](const Result<Api::Answer> &answer) {
        m_send->setEnabled(true);
        if (answer) {
            Q_EMIT reassigned();
            accept();
            return;
        }
        const QList<FieldError> others = m_errors->showErrors(answer.error().fields);
        if (answer.error().fields.isEmpty() || !others.isEmpty())
            m_notice->showError(answer.error());
    });
}

} // namespace Deskbell::App
