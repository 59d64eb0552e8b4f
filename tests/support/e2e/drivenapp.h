// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/application.h"
#include "tests/support/e2e/hand.h"

#include <QTemporaryDir>

#include <memory>

namespace Deskbell::App {
class MainWindow;
class TicketPane;
} // namespace Deskbell::App

namespace Deskbell::Test {

/// A whole app in this process, with everything that belongs to the program: its own settings and
/// keychain, its sign-in window, its windows. Several live side by side as on the desks of several
/// people.
class DrivenApp
{
public:
    DrivenApp();
    ~DrivenApp();

    App::Application &program() { return *m_program; }
    App::AppContext &context() { return m_program->context(); }

    /// Starts it; null unless its sign-in window comes.
    QWidget *showSignIn();
    /// showSignIn(), and fills it in and presses the button; false unless the main window comes.
    [[nodiscard]] bool signIn(const QString &server, const QString &user);

    /// Null while nobody is signed in.
    App::MainWindow *window();
    /// The list of tickets, and the ticket beside it.
    QAbstractItemView *list();
    App::TicketPane *pane();

    /// Presses an entry of the views pane.
    [[nodiscard]] bool showEntry(const QString &entryId);
    /// Presses the row of a ticket, and waits until it is open; the list has the keys then.
    [[nodiscard]] bool openTicket(const QString &title);
    /// Presses a key in the list, whose single keys are actions.
    void pressInList(Qt::Key key, Qt::KeyboardModifiers modifiers = {});

private:
    QTemporaryDir m_folder;
    std::unique_ptr<App::Application> m_program;
};

} // namespace Deskbell::Test
