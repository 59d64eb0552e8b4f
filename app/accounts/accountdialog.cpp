// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/accountdialog.h"

#include "app/accounts/accountsmodel.h"
#include "app/net/client.h"
#include "app/shell/appcontext.h"
#include "app/widgets/errortext.h"
#include "app/widgets/formerrors.h"
#include "common/base/paging.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

AccountDialog::AccountDialog(AppContext &context, const std::optional<Account> &account,
                             QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_account(account)
    , m_username(new QLineEdit(this))
    , m_displayName(new QLineEdit(this))
    , m_email(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_roles(new QVBoxLayout)
    , m_notice(new QLabel(this))
    , m_errors(new FormErrors(this))
{
    setObjectName(u"accountDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(account ? tr("Edit %1").arg(account->displayName) : tr("New person"));
    resize(460, 420);
    buildForm();
    if (m_account) {
        m_errors->setValidator([this] { return validate(patch()); });
        m_username->setText(m_account->username);
        m_displayName->setText(m_account->displayName);
        m_email->setText(m_account->email);
    } else {
        m_errors->setValidator([this] { return validate(draft()); });
    }
    loadRoles();
}

void AccountDialog::buildForm()
{
    m_username->setObjectName(u"username"_s);
    m_displayName->setObjectName(u"displayName"_s);
    m_displayName->setPlaceholderText(tr("As people see it; empty: the user name"));
    m_email->setObjectName(u"email"_s);
    m_password->setObjectName(u"password"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(m_account ? tr("Leave empty to keep it") : QString());
    m_notice->setObjectName(u"notice"_s);
    m_notice->setWordWrap(true);
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"cancel"_s);
    m_save = buttons->button(QDialogButtonBox::Save);
    m_save->setObjectName(u"save"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &AccountDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(m_notice);
    form->addRow(tr("&User name"), m_username);
    form->addRow({}, m_errors->add(u"username"_s, m_username));
    form->addRow(tr("&Name"), m_displayName);
    form->addRow({}, m_errors->add(u"displayName"_s, m_displayName));
    form->addRow(tr("&E-mail"), m_email);
    form->addRow({}, m_errors->add(u"email"_s, m_email));
    form->addRow(tr("&Password"), m_password);
    form->addRow({}, m_errors->add(u"password"_s, m_password));
    form->addRow(tr("Roles"), m_roles);
    form->addRow(buttons);
}

void AccountDialog::loadRoles()
{
    Api::Request request = Api::Request::get(u"/roles"_s);
    request.query.append({u"pageSize"_s, QString::number(maxPageSize)});
    m_context.client.fetch<Page<Role>>(request, this, [this](const Result<Page<Role>> &roles) {
        if (!roles) {
            m_notice->setText(sentence(roles.error()));
            m_notice->show();
            return;
        }
        for (const Role &role : roles->data) {
            auto *box = new QCheckBox(AccountText::role(role.key, role.name), this);
            box->setObjectName(u"role."_s + role.key);
            box->setToolTip(role.description);
            const bool held
                    = m_account
                      && std::any_of(m_account->roles.begin(), m_account->roles.end(),
                                     [&](const HeldRole &h) { return h.id == role.id && !h.desk; });
            box->setChecked(m_account ? held : role.key == "requester"_L1);
            m_roles->addWidget(box);
            m_roleBoxes.append({role.id, box});
        }
    });
}

QList<RoleAssignment> AccountDialog::chosenRoles() const
{
    QList<RoleAssignment> roles;
    for (const auto &[id, box] : m_roleBoxes) {
        if (box->isChecked())
            roles.append({.role = id});
    }
    // Roles for single desks are kept as they are.
    if (m_account) {
        for (const HeldRole &held : m_account->roles) {
            if (held.desk)
                roles.append({.role = held.id, .desk = held.desk->id});
        }
    }
    return roles;
}

bool AccountDialog::rolesChanged() const
{
    if (m_roleBoxes.isEmpty())
        return false;
    const QList<RoleAssignment> chosen = chosenRoles();
    if (chosen.size() != m_account->roles.size())
        return true;
    return std::any_of(m_account->roles.begin(), m_account->roles.end(), [&](const HeldRole &held) {
        return !chosen.contains({.role = held.id, .desk = held.desk ? held.desk->id : DeskId()});
    });
}

AccountDraft AccountDialog::draft() const
{
    return {.username = m_username->text().trimmed(),
            .email = m_email->text().trimmed(),
            .displayName = m_displayName->text().trimmed(),
            .password = m_password->text(),
            .roles = chosenRoles()};
}

AccountPatch AccountDialog::patch() const
{
    AccountPatch patch;
    const auto take = [](Given<QString> &field, const QString &now, const QString &before) {
        if (now != before)
            field = now;
    };
    take(patch.username, m_username->text().trimmed(), m_account->username);
    take(patch.displayName, m_displayName->text().trimmed(), m_account->displayName);
    take(patch.email, m_email->text().trimmed(), m_account->email);
    take(patch.password, m_password->text(), {});
    return patch;
}

void AccountDialog::save()
{
    if (!m_errors->validateAll())
        return;
    if (m_account && patch() == AccountPatch()) {
        saveRoles();
        return;
    }
    Api::Request request = m_account ? Api::Request::patch(
                                   u"/users/%1"_s.arg(m_account->id.value()), toJson(patch()))
                                     : Api::Request::post(u"/users"_s, toJson(draft()));
    if (m_account)
        request.ifVersion(m_account->version);
    m_save->setEnabled(false);
    m_context.client.send(request, this, [this](const Result<Api::Answer> &answer) {
        m_save->setEnabled(true);
        if (!answer) {
            refused(answer.error());
        } else if (m_account) {
            saveRoles();
        } else {
            Q_EMIT saved();
            accept();
        }
    });
}

void AccountDialog::saveRoles()
{
    if (!rolesChanged()) {
        Q_EMIT saved();
        accept();
        return;
    }
    const Api::Request request = Api::Request::put(u"/users/%1/roles"_s.arg(m_account->id.value()),
                                                   toJson(RoleAssignments{.roles = chosenRoles()}));
    m_save->setEnabled(false);
    m_context.client.send(request, this, [this](const Result<Api::Answer> &answer) {
        m_save->setEnabled(true);
        if (!answer) {
            refused(answer.error());
            return;
        }
        Q_EMIT saved();
        accept();
    });
}

void AccountDialog::refused(const Error &error)
{
    const QList<FieldError> others = m_errors->showErrors(error.fields);
    m_errors->focusFirst();
    if (error.fields.isEmpty() || !others.isEmpty()) {
        m_notice->setText(sentence(error));
        m_notice->show();
    }
}

} // namespace Deskbell::App
