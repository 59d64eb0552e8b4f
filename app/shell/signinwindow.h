// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/serveraddress.h"
#include "common/base/error.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace Deskbell::App {

class SignInForm;
class SignUpForm;
struct AppContext;

/// The first window: connect and sign in, or make an account.
class SignInWindow : public QWidget
{
    Q_OBJECT

public:
    explicit SignInWindow(AppContext &context);

    void setServer(const ServerAddress &server);
    /// Why it is shown, when that needs saying: the remembered session could not be resumed.
    void showError(const Error &error);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void showPage(QWidget *page);
    void retranslate();

    SignInForm *m_signIn;
    SignUpForm *m_signUp;
    QStackedWidget *m_pages;
    QLabel *m_title;
};

} // namespace Deskbell::App
