// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/serveraddress.h"
#include "common/serverinfo/serverinfo.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Deskbell::App {

class CertificateBox;
class NoticeBox;
class PasswordField;
class Session;
class TrustStore;

/// Server, name, password, and why it did not work.
class SignInForm : public QWidget
{
    Q_OBJECT

public:
    SignInForm(Session &session, TrustStore &trust, QWidget *parent = nullptr);

    /// Fills in a server (a link named it), and whoever was last signed in there.
    void setServer(const ServerAddress &server);
    ServerAddress server() const;
    void showError(const Error &error);
    void focusFirstEmpty();

Q_SIGNALS:
    void signUpWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void lookAtServer();
    void showServer(const ServerInfo &info);
    void submit();
    void setBusy(bool busy);
    void retranslate();

    Session &m_session;
    TrustStore &m_trust;
    NoticeBox *m_notice;
    CertificateBox *m_certificate;
    QLabel *m_serverLabel;
    QComboBox *m_server;
    QLabel *m_serverNote;
    QLabel *m_userLabel;
    QLineEdit *m_user;
    QLabel *m_passwordLabel;
    PasswordField *m_password;
    QCheckBox *m_keep;
    QPushButton *m_submit;
    QPushButton *m_signUp;
    QString m_looked; ///< the address that was last asked what it is
    bool m_busy = false;
};

} // namespace Deskbell::App
