// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/actionregistry.h"
#include "app/shell/mainwindow.h"
#include "app/store/outbox.h"
#include "app/tickets/ticketpane.h"
#include "app/timeline/unsentdialog.h"
#include "app/widgets/popups.h"
#include "tests/support/server/restclient.h"
#include "tests/tour/scenes.h"

#include <QCheckBox>
#include <QDialog>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace Deskbell::Tour {

using namespace App;
using namespace Test;

namespace {

/// Opens a dialog by its action, takes it, closes it.
bool dialogOfAction(Stage &stage, DrivenApp &app, const QString &action, const QString &dialogName,
                    const QString &picture)
{
    app.window()->actions().action(action)->trigger();
    auto *dialog = Hand::find<QDialog>(app.window(), dialogName);
    if (!dialog || !Hand::activate(dialog))
        return false;
    stage.camera().take(picture, app.window());
    const QPointer<QDialog> open(dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    return Hand::until([&] { return !open; });
}

} // namespace

bool people(Stage &stage)
{
    DrivenApp *administrator = stage.administrator();
    if (!administrator || !administrator->showEntry(u"people"_s))
        return false;
    MainWindow *window = administrator->window();
    auto *page = Hand::find<QWidget>(window, u"peoplePage"_s);
    auto *table = page ? Hand::find<QAbstractItemView>(page, u"pageTable"_s) : nullptr;
    if (!table || !Hand::click(table, Hand::findRow(table, Qt::DisplayRole, u"Jane Doe"_s)))
        return false;
    stage.camera().take(u"people"_s, window);
    Hand::click(Hand::find<QPushButton>(page, u"peopleEdit"_s));
    auto *dialog = Hand::find<QDialog>(window, u"accountDialog"_s);
    if (!dialog || !Hand::activate(dialog) || !Hand::find<QCheckBox>(dialog))
        return false;
    Hand::type(dialog->findChild<QLineEdit *>(u"email"_s), u"jane.doe"_s);
    Hand::click(dialog->findChild<QPushButton *>(u"save"_s));
    stage.camera().take(u"person-refused"_s, window);
    QTest::keyClick(dialog, Qt::Key_Escape);
    Hand::click(Hand::find<QPushButton>(page, u"peopleBlock"_s));
    auto *question = Hand::find<QDialog>(window, u"confirmDialog"_s);
    if (!question || !Hand::activate(question))
        return false;
    stage.camera().take(u"person-block"_s, window);
    QTest::keyClick(question, Qt::Key_Escape);
    return true;
}

bool activityLog(Stage &stage)
{
    DrivenApp *administrator = stage.administrator();
    if (!administrator || !administrator->showEntry(u"activity"_s))
        return false;
    auto *page = Hand::find<QWidget>(administrator->window(), u"activityPage"_s);
    auto *table = page ? Hand::find<QAbstractItemView>(page, u"pageTable"_s) : nullptr;
    if (!table || !Hand::until([table] { return table->model()->rowCount() > 0; }))
        return false;
    stage.camera().take(u"activity-log"_s, administrator->window());
    return true;
}

bool dashboard(Stage &stage)
{
    DrivenApp *administrator = stage.administrator();
    if (!administrator || !administrator->showEntry(u"dashboard"_s))
        return false;
    auto *page = Hand::find<QWidget>(administrator->window(), u"dashboardPage"_s);
    auto *table = page ? Hand::find<QAbstractItemView>(page, u"cardStatusesTable"_s) : nullptr;
    if (!table || !Hand::until([table] { return table->model()->rowCount() > 0; }))
        return false;
    stage.camera().take(u"dashboard"_s, administrator->window());
    auto *scroll = Hand::find<QAbstractScrollArea>(page, u"dashboardScroll"_s);
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    stage.camera().take(u"dashboard-below"_s, administrator->window());
    return true;
}

bool settings(Stage &stage)
{
    DrivenApp *agent = stage.agent();
    return agent
           && dialogOfAction(stage, *agent, u"app.settings"_s, u"settingsDialog"_s, u"settings"_s);
}

bool helpWindows(Stage &stage)
{
    DrivenApp *agent = stage.agent();
    return agent
           && dialogOfAction(stage, *agent, u"help.shortcuts"_s, u"shortcutSheet"_s, u"shortcuts"_s)
           && dialogOfAction(stage, *agent, u"help.about"_s, u"aboutDialog"_s, u"about"_s);
}

bool german(Stage &stage)
{
    DrivenApp *agent = stage.agent();
    if (!agent || !agent->showEntry(u"tickets.open"_s) || !agent->openTicket(u"Spam"_s))
        return false;
    Settings &settings = agent->context().settings;
    settings.set(Keys::language, u"de"_s);
    stage.camera().take(u"german-agent"_s, agent->window());
    agent->window()->actions().action(u"ticket.new"_s)->trigger();
    auto *dialog = Hand::find<QDialog>(agent->window(), u"newRequestDialog"_s);
    auto *card = dialog ? Hand::find<QPushButton>(dialog, u"category"_s) : nullptr;
    if (card)
        Hand::click(card);
    const bool formIsThere = dialog && Hand::find<QLineEdit>(dialog, u"title"_s);
    if (formIsThere) {
        Hand::click(dialog->findChild<QPushButton *>(u"send"_s));
        stage.camera().take(u"german-new-request"_s, agent->window());
        QTest::keyClick(dialog, Qt::Key_Escape);
    }
    settings.set(Keys::language, u"en"_s);
    return formIsThere;
}

bool sessionEnded(Stage &stage)
{
    DrivenApp *agent = stage.agent();
    RestClient elsewhere(stage.server().port());
    if (!agent || !elsewhere.signIn(u"John Smith"_s, demoPassword).isSuccess())
        return false;
    const QJsonArray sessions = elsewhere.get("/me/sessions").json.value("data"_L1).toArray();
    for (const QJsonValue &session : sessions) {
        if (!session["current"_L1].toBool())
            elsewhere.remove("/me/sessions/" + QByteArray::number(session["id"_L1].toInteger()));
    }
    agent->window()->actions().action(u"go.nextView"_s)->trigger();
    auto *dialog = Hand::find<QDialog>(agent->window(), u"reauthDialog"_s);
    if (!dialog || !Hand::activate(dialog))
        return false;
    stage.camera().take(u"session-ended"_s, agent->window());
    const QPointer<QDialog> open(dialog);
    Hand::type(dialog->findChild<QLineEdit *>(u"reauthPassword"_s), demoPassword);
    Hand::click(dialog->findChild<QPushButton *>(u"reauthSubmit"_s));
    return Hand::until([&] { return !open || !open->isVisible(); });
}

bool serverGone(Stage &stage)
{
    DrivenApp *agent = stage.agent();
    if (!agent || !agent->showEntry(u"tickets.mine"_s))
        return false;
    stage.server().kill();
    const auto *bar = Hand::find<QLabel>(agent->window(), u"offlineText"_s);
    if (!bar || !agent->showEntry(u"tickets.closed"_s)
        || !Hand::find<QPushButton>(agent->window(), u"stateAction"_s))
        return false;
    stage.camera().take(u"server-gone"_s, agent->window());
    if (!stage.server().start())
        return false;
    // The app goes on by itself.
    return Hand::until([bar] { return !bar->isVisible(); });
}

/// A reply in the moment in which it can be taken back, and then without a connection.
bool notSentYet(Stage &stage)
{
    DrivenApp *agent = stage.agent();
    if (!agent || !agent->showEntry(u"tickets.mine"_s))
        return false;
    agent->context().settings.set(Keys::holdReplies, 600);
    agent->pressInList(Qt::Key_R);
    auto *text = Hand::find<QPlainTextEdit>(agent->pane(), u"composerText"_s);
    if (!text)
        return false;
    Hand::type(text, u"The new certificate is on its way to you. Please restart once."_s);
    agent->pane()->composer().send();
    if (!Hand::find<QLabel>(agent->pane(), u"unsentState"_s))
        return false;
    stage.camera().take(u"reply-held"_s, agent->window());
    stage.server().kill();
    const auto *bar = Hand::find<QLabel>(agent->window(), u"offlineText"_s);
    if (!bar)
        return false;
    Popups::of(agent->window()).dismissAll();
    agent->context().outbox.finish(); // the moment is over
    stage.camera().take(u"reply-waits"_s, agent->window());
    UnsentDialog::open(agent->context(), agent->window());
    auto *dialog = agent->window()->findChild<UnsentDialog *>();
    if (!dialog)
        return false;
    stage.camera().take(u"not-sent-yet"_s, dialog);
    dialog->accept();
    Hand::click(Hand::find<QPushButton>(agent->pane(), u"unsentTakeBack"_s));
    Hand::type(text, {});
    agent->context().settings.set(Keys::holdReplies, 0);
    return stage.server().start() && Hand::until([bar] { return !bar->isVisible(); });
}

} // namespace Deskbell::Tour
