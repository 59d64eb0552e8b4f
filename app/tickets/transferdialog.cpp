// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/transferdialog.h"

#include "app/accounts/people.h"
#include "app/desks/choices.h"
#include "app/shell/appcontext.h"
#include "app/widgets/formerrors.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

TransferDialog::TransferDialog(AppContext &context, const Ticket &ticket, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_ticket(ticket)
    , m_person(new QComboBox(this))
    , m_team(new QComboBox(this))
    , m_reason(new QPlainTextEdit(this))
    , m_errors(new FormErrors(this))
{
    setObjectName(u"transferDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Transfer %1").arg(ticket.number));
    m_person->setObjectName(u"assignedTo"_s);
    m_team->setObjectName(u"team"_s);
    m_reason->setObjectName(u"reason"_s);
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(4 * m_reason->fontMetrics().lineSpacing());
    m_person->addItem(tr("Leave as it is"), 0);
    m_team->addItem(tr("Leave as it is"), 0);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"cancel"_s);
    QPushButton *send = buttons->addButton(tr("Transfer ticket"), QDialogButtonBox::AcceptRole);
    send->setObjectName(u"transferSend"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &TransferDialog::send);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *form = new QFormLayout(this);
    form->addRow(tr("&Person"), m_person);
    form->addRow({}, m_errors->add(u"assignedTo"_s, m_person));
    form->addRow(tr("&Team"), m_team);
    form->addRow({}, m_errors->add(u"team"_s, m_team));
    form->addRow(tr("&Reason"), m_reason);
    form->addRow({}, m_errors->add(u"reason"_s, m_reason));
    form->addRow(buttons);
    m_errors->setValidator([this] { return validate(transfer()); });
    loadPeople();
    loadTeams();
}

void TransferDialog::loadPeople()
{
    fetchPeople(m_context, {.desk = m_ticket.desk.id, .staffOnly = true}, this,
                [this](const Result<QList<PersonRef>> &people) {
                    for (const PersonRef &person : people.value_or(QList<PersonRef>())) {
                        if (!m_ticket.assignee || m_ticket.assignee->id != person.id)
                            m_person->addItem(person.displayName, person.id.value());
                    }
                });
}

void TransferDialog::loadTeams()
{
    fetchTeams(m_context, m_ticket.desk.id, this, [this](const Result<QList<TeamRef>> &teams) {
        for (const TeamRef &team : teams.value_or(QList<TeamRef>())) {
            if (!m_ticket.team || m_ticket.team->id != team.id)
                m_team->addItem(team.name, team.id.value());
        }
    });
}

Transfer TransferDialog::transfer() const
{
    Transfer transfer{.reason = m_reason->toPlainText().trimmed()};
    if (const AccountId person(m_person->currentData().toLongLong()); person.isValid())
        transfer.assignedTo
                = AssigneeChoice{.kind = AssigneeChoice::Kind::Account, .account = person};
    if (const TeamId team(m_team->currentData().toLongLong()); team.isValid())
        transfer.team = team;
    return transfer;
}

void TransferDialog::send()
{
    if (!m_errors->validateAll())
        return;
    Q_EMIT transferChosen(transfer());
    accept();
}

} // namespace Deskbell::App
