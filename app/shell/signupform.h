// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/serveraddress.h"
#include "common/accounts/accountrequests.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace Deskbell::App {

class FormErrors;
class NoticeBox;
class PasswordField;
class Session;

/// A new account on a server that allows it; validation at the field by the rules of common.
class SignUpForm : public QWidget
{
    Q_OBJECT

public:
    explicit SignUpForm(Session &session, QWidget *parent = nullptr);
    void setServer(const ServerAddress &server) { m_server = server; }

Q_SIGNALS:
    void backWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    SignUp draft() const;
    void submit();
    void retranslate();

    Session &m_session;
    ServerAddress m_server;
    FormErrors *m_errors;
    NoticeBox *m_notice;
    QLineEdit *m_username;
    QLineEdit *m_email;
    QLineEdit *m_displayName;
    PasswordField *m_password;
    QLabel *m_labels[4];
    QPushButton *m_submit;
    QPushButton *m_back;
};

} // namespace Deskbell::App
