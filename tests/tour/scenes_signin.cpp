// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/mainwindow.h"
#include "tests/tour/scenes.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Deskbell::Tour {

using namespace App;
using namespace Test;

namespace {

/// The sign-in window with the address of the server typed in, once the server has said its name.
QWidget *signInAt(Stage &stage, DrivenApp &app)
{
    QWidget *window = app.showSignIn();
    if (!window || !Hand::activate(window))
        return nullptr;
    auto *server = window->findChild<QComboBox *>(u"server"_s)->lineEdit();
    Hand::type(server, stage.server().address());
    QTest::keyClick(server, Qt::Key_Tab);
    const auto *note = window->findChild<QLabel *>(u"serverNote"_s);
    return Hand::until([note] { return !note->text().isEmpty(); }) ? window : nullptr;
}

} // namespace

bool signingIn(Stage &stage)
{
    const auto app = stage.newApp();
    QWidget *window = signInAt(stage, *app);
    if (!window)
        return false;
    stage.camera().take(u"sign-in"_s, window);
    Hand::type(window->findChild<QLineEdit *>(u"user"_s), u"jane.doe@example.com"_s);
    Hand::type(window->findChild<QLineEdit *>(u"password"_s), u"not the password"_s);
    Hand::click(window->findChild<QPushButton *>(u"signIn"_s));
    if (!Hand::find<QWidget>(window, u"signInNotice"_s))
        return false;
    stage.camera().take(u"sign-in-refused"_s, window);
    return true;
}

bool signingUp(Stage &stage)
{
    const auto app = stage.newApp();
    QWidget *window = signInAt(stage, *app);
    auto *signUp = window ? Hand::find<QPushButton>(window, u"signUp"_s) : nullptr;
    if (!signUp)
        return false;
    Hand::click(signUp);
    auto *submit = Hand::find<QPushButton>(window, u"createAccount"_s);
    if (!submit)
        return false;
    const QString name = u"nora."_s + stage.theme();
    Hand::type(window->findChild<QLineEdit *>(u"signUp-username"_s), name);
    Hand::type(window->findChild<QLineEdit *>(u"signUp-displayName"_s), u"Nora Newman"_s);
    auto *email = window->findChild<QLineEdit *>(u"signUp-email"_s);
    Hand::type(email, u"nora"_s);
    Hand::type(window->findChild<QLineEdit *>(u"signUp-password"_s), u"short"_s);
    Hand::click(submit);
    stage.camera().take(u"sign-up-refused"_s, window);

    Hand::type(email, name + u"@example.com"_s);
    Hand::type(window->findChild<QLineEdit *>(u"signUp-password"_s), demoPassword);
    Hand::click(submit);
    if (!Hand::until([&] { return app->window() && app->window()->isVisible(); })
        || !Hand::activate(app->window())
        || !Hand::find<QPushButton>(app->window(), u"stateAction"_s))
        return false;
    stage.camera().take(u"nothing-requested-yet"_s, app->window());
    return true;
}

} // namespace Deskbell::Tour
