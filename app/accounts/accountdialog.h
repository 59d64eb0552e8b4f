// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/access/role.h"
#include "common/accounts/account.h"
#include "common/accounts/accountrequests.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace Deskbell::App {

class FormErrors;
struct AppContext;

/// Makes an account, or changes one: its names, password and roles. The server's refusals appear at
/// the fields.
class AccountDialog : public QDialog
{
    Q_OBJECT

public:
    /// Without an account: a new one.
    AccountDialog(AppContext &context, const std::optional<Account> &account, QWidget *parent);

Q_SIGNALS:
    void saved();

private:
    void buildForm();
    void loadRoles();
    AccountDraft draft() const;
    AccountPatch patch() const;
    QList<RoleAssignment> chosenRoles() const;
    bool rolesChanged() const;
    void save();
    void saveRoles();
    void refused(const Error &error);

    AppContext &m_context;
    const std::optional<Account> m_account;
    QLineEdit *m_username;
    QLineEdit *m_displayName;
    QLineEdit *m_email;
    QLineEdit *m_password;
    QVBoxLayout *m_roles;
    QList<std::pair<RoleId, QCheckBox *>> m_roleBoxes;
    QLabel *m_notice;
    QPushButton *m_save;
    FormErrors *m_errors;
};

} // namespace Deskbell::App
