// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QPushButton;

namespace Deskbell::App {

class NoticeBox;
class PasswordField;
class Session;

/// The password again, over the window in which somebody works. What they had begun waits behind
/// it and goes on. Closing it without a password signs out, after a question.
class ReauthDialog : public QDialog
{
    Q_OBJECT

public:
    ReauthDialog(Session &session, QWidget *parent);
    void reject() override;

private:
    void submit();

    Session &m_session;
    NoticeBox *m_notice;
    PasswordField *m_password;
    QPushButton *m_submit;
};

} // namespace Deskbell::App
