// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/accessrequestdialog.h"

#include "app/net/client.h"
#include "app/shell/appcontext.h"
#include "app/shell/mainwindow.h"
#include "app/shell/registry.h"
#include "app/shell/style.h"
#include "app/widgets/formerrors.h"
#include "app/widgets/noticebox.h"
#include "app/widgets/popups.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

AccessRequestDialog::AccessRequestDialog(AppContext &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_notice(new NoticeBox(this))
    , m_ticket(new QLineEdit(this))
    , m_reason(new QPlainTextEdit(this))
    , m_errors(new FormErrors(this))
{
    setObjectName(u"accessRequestDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Request access"));
    setMinimumWidth(420);
    m_ticket->setObjectName(u"ticket"_s);
    m_ticket->setPlaceholderText(tr("HD-1042"));
    m_reason->setObjectName(u"reason"_s);
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(5 * m_reason->fontMetrics().lineSpacing());
    m_notice->show(Tone::Slate, tr("Some tickets are restricted."),
                   tr("Say which one you need to see, and why. Whoever may let you in decides."));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"cancel"_s);
    m_send = buttons->addButton(tr("Send request"), QDialogButtonBox::AcceptRole);
    m_send->setObjectName(u"accessRequestSend"_s);
    setButtonLook(m_send, ButtonLook::Primary);
    connect(buttons, &QDialogButtonBox::accepted, this, &AccessRequestDialog::send);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(m_notice);
    form->addRow(tr("&Ticket"), m_ticket);
    form->addRow({}, m_errors->add(u"ticket"_s, m_ticket));
    form->addRow(tr("&Reason"), m_reason);
    form->addRow({}, m_errors->add(u"reason"_s, m_reason));
    form->addRow(buttons);
    m_errors->setValidator([this] { return validate(draft()); });
}

AccessRequestDraft AccessRequestDialog::draft() const
{
    return {.ticket = m_ticket->text().trimmed(), .reason = m_reason->toPlainText().trimmed()};
}

void AccessRequestDialog::send()
{
    if (!m_errors->validateAll())
        return;
    m_send->setEnabled(false);
    m_context.client.send(
            Api::Request::post(u"/access-requests"_s, toJson(draft())), this,
            [this](const Result<Api::Answer> &answer) {
                m_send->setEnabled(true);
                if (answer) {
                    Popups::of(parentWidget())
                            .info(tr("If there is such a ticket, your request is passed on"));
                    accept();
                    return;
                }
                const QList<FieldError> others = m_errors->showErrors(answer.error().fields);
                if (answer.error().fields.isEmpty() || !others.isEmpty())
                    m_notice->showError(answer.error());
            });
}

void installAccessRequests(Registry &registry)
{
    registry.onWindow([](AppContext &context, MainWindow &window) {
        window.actions().add({.id = u"access.request"_s,
                              .text =
                                      [] {
                                          return QCoreApplication::translate("AccessRequestDialog",
                                                                             "Request a&ccess…");
                                      },
                              .menu = MenuPlace::Go,
                              .icon = u"lock"_s},
                             &window, [&context, &window] {
                                 (new AccessRequestDialog(context, &window))->open();
                             });
    });
}

} // namespace Deskbell::App
