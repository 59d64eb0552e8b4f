// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/e2e/drivenapp.h"

#include "app/features.h"
#include "app/shell/mainwindow.h"
#include "app/shell/navigationmodel.h"
#include "app/tickets/ticketpane.h"
#include "tests/support/app/fakesecretstore.h"
#include "tests/support/server/runningserver.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Deskbell::Test {

using namespace App;

DrivenApp::DrivenApp()
{
    Application::Setup setup{.settingsFile = m_folder.filePath(u"app.ini"_s),
                             .secrets = std::make_unique<FakeSecretStore>()};
    m_program = std::make_unique<Application>(std::move(setup));
    registerFeatures(m_program->registry());
    // What is sent is seen by the others at once.
    m_program->context().settings.set(Keys::holdReplies, 0);
}

DrivenApp::~DrivenApp() = default;

QWidget *DrivenApp::showSignIn()
{
    const QWidgetList before = QApplication::topLevelWidgets();
    m_program->start({});
    QWidget *shown = nullptr;
    Hand::until([&] {
        const QWidgetList now = QApplication::topLevelWidgets();
        for (QWidget *window : now) {
            if (window->objectName() == "signInWindow"_L1 && window->isVisible()
                && !before.contains(window))
                shown = window;
        }
        return shown != nullptr;
    });
    return shown;
}

bool DrivenApp::signIn(const QString &server, const QString &user)
{
    QWidget *form = showSignIn();
    if (!form)
        return false;
    Hand::type(form->findChild<QComboBox *>(u"server"_s)->lineEdit(), server);
    Hand::type(form->findChild<QLineEdit *>(u"user"_s), user);
    Hand::type(form->findChild<QLineEdit *>(u"password"_s), demoPassword);
    Hand::click(form->findChild<QPushButton *>(u"signIn"_s));
    if (!Hand::until([this] { return window() && window()->isVisible(); }))
        return false;
    // Requesters begin at home; what is driven is the list, with the ticket beside it.
    return window()->currentEntry() != "home"_L1 || showEntry(u"tickets.requested"_s);
}

MainWindow *DrivenApp::window()
{
    return context().windows.active();
}

QAbstractItemView *DrivenApp::list()
{
    return window()->findChild<QAbstractItemView *>(u"ticketList"_s);
}

TicketPane *DrivenApp::pane()
{
    return window()->findChild<TicketPane *>(u"ticketPane"_s);
}

bool DrivenApp::showEntry(const QString &entryId)
{
    auto *views = Hand::find<QAbstractItemView>(window(), u"navigation"_s);
    return views && Hand::click(views, Hand::findRow(views, NavigationModel::IdRole, entryId))
           && Hand::until([&] { return window()->currentEntry() == entryId; });
}

bool DrivenApp::openTicket(const QString &title)
{
    auto *tickets = Hand::find<QAbstractItemView>(window(), u"ticketList"_s);
    if (!tickets || !Hand::activate(window())
        || !Hand::click(tickets, Hand::findRow(tickets, Qt::DisplayRole, title)))
        return false;
    tickets->setFocus(Qt::MouseFocusReason);
    return Hand::until([&] {
        const auto &ticket = pane()->ticket();
        return ticket && ticket->details && ticket->title.contains(title);
    });
}

void DrivenApp::pressInList(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    Hand::activate(window());
    list()->setFocus(Qt::OtherFocusReason);
    QTest::keyClick(list(), key, modifiers);
}

} // namespace Deskbell::Test
