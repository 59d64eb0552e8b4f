// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/actionregistry.h"
#include "app/shell/mainwindow.h"
#include "app/tickets/ticketlistmodel.h"
#include "app/tickets/ticketpane.h"
#include "tests/support/server/restclient.h"
#include "tests/tour/scenes.h"

#include <QComboBox>
#include <QDialog>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace Deskbell::Tour {

using namespace App;
using namespace Test;

namespace {

/// By Escape; closing is not always at once.
bool putAway(QDialog *dialog)
{
    const QPointer<QDialog> open(dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    return Hand::until([&] { return !open || !open->isVisible(); });
}

qint64 makeTicket(RestClient &by, const QString &title, const QString &description = {})
{
    return by.post("/tickets", {{u"title"_s, title}, {u"description"_s, description}}).id();
}

} // namespace

bool commandPalette(Stage &stage)
{
    DrivenApp *agent = stage.agent();
    if (!agent || !agent->showEntry(u"tickets.open"_s))
        return false;
    MainWindow *window = agent->window();
    const auto opened = [&]() -> QDialog * {
        window->actions().action(u"go.palette"_s)->trigger();
        auto *dialog = Hand::find<QDialog>(window, u"commandPalette"_s);
        return dialog && Hand::activate(dialog) ? dialog : nullptr;
    };
    QDialog *dialog = opened();
    if (!dialog)
        return false;
    stage.camera().take(u"palette"_s, window);
    auto *list = dialog->findChild<QAbstractItemView *>(u"paletteList"_s);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"paletteField"_s), u"vpn"_s);
    if (!Hand::findRow(list, Qt::DisplayRole, u"VPN"_s).isValid())
        return false;
    stage.camera().take(u"palette-found"_s, window);
    return putAway(dialog);
}

bool ownKeys(Stage &stage)
{
    DrivenApp *agent = stage.agent();
    if (!agent)
        return false;
    agent->window()->actions().action(u"app.settings"_s)->trigger();
    auto *settings = Hand::find<QDialog>(agent->window(), u"settingsDialog"_s);
    if (!settings || !Hand::activate(settings))
        return false;
    Hand::click(Hand::find<QPushButton>(settings, u"changeKeys"_s));
    auto *keys = Hand::find<QDialog>(settings, u"keysDialog"_s);
    if (!keys || !Hand::activate(keys))
        return false;
    auto *list = keys->findChild<QTreeWidget *>(u"keysList"_s);
    list->setCurrentItem(list->findItems(u"Reply"_s, Qt::MatchExactly).value(0));
    keys->findChild<QKeySequenceEdit *>(u"newKey"_s)->setKeySequence(QKeySequence(Qt::Key_A));
    stage.camera().take(u"keys-conflict"_s, agent->window());
    return putAway(keys) && putAway(settings);
}

bool manyTickets(Stage &stage)
{
    DrivenApp *administrator = stage.administrator();
    if (!administrator || !administrator->showEntry(u"tickets.all"_s))
        return false;
    MainWindow *window = administrator->window();
    if (!Hand::until([&] { return administrator->list()->model()->rowCount() > 5; }))
        return false;
    administrator->pressInList(Qt::Key_Home);
    for (const Qt::Key key : {Qt::Key_X, Qt::Key_J, Qt::Key_J, Qt::Key_X})
        administrator->pressInList(key);
    stage.camera().take(u"tickets-marked"_s, window);
    administrator->pressInList(Qt::Key_Escape);
    administrator->pressInList(Qt::Key_X, Qt::ShiftModifier);
    auto *dialog = Hand::find<QDialog>(window, u"bulkChangeDialog"_s);
    if (!dialog || !Hand::activate(dialog))
        return false;
    auto *status = dialog->findChild<QComboBox *>(u"bulkStatus"_s);
    status->setCurrentIndex(1);
    dialog->findChild<QLineEdit *>(u"bulkAddTags"_s)->setText(u"moved"_s);
    stage.camera().take(u"bulk-change"_s, window);
    Hand::click(dialog->findChild<QPushButton *>(u"bulkRehearse"_s));
    auto *outcome = Hand::find<QDialog>(window, u"bulkDialog"_s);
    if (!outcome || !Hand::find<QPushButton>(outcome, u"bulkRun"_s) || !Hand::activate(outcome))
        return false;
    auto *tickets = Hand::find<QAbstractItemView>(outcome, u"bulkTickets"_s);
    if (!tickets || !Hand::until([&] { return tickets->model()->rowCount() > 0; }))
        return false;
    stage.camera().take(u"bulk-rehearsed"_s, window);
    return putAway(outcome);
}

bool ticketsMerged(Stage &stage)
{
    RestClient jane(stage.server().port());
    if (!jane.signIn(u"jane.doe@example.com"_s, demoPassword).isSuccess())
        return false;
    const QString sound = u"No sound in meetings, %1"_s.arg(stage.theme());
    makeTicket(jane, sound,
               u"Nobody hears me since the update. The **headset** works on another computer."_s);
    makeTicket(jane, u"Sound again, %1"_s.arg(stage.theme()), u"It is the same as yesterday."_s);
    DrivenApp *administrator = stage.administrator();
    if (!administrator || !administrator->showEntry(u"tickets.open"_s)
        || !administrator->openTicket(u"Sound again, "_s + stage.theme()))
        return false;
    MainWindow *window = administrator->window();
    administrator->pressInList(Qt::Key_M);
    auto *dialog = Hand::find<QDialog>(window, u"mergeDialog"_s);
    if (!dialog || !Hand::activate(dialog))
        return false;
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"pickSearch"_s), sound);
    auto *list = Hand::find<QAbstractItemView>(dialog, u"pickList"_s);
    if (!list || !Hand::until([&] { return list->model()->rowCount() == 1; }))
        return false;
    stage.camera().take(u"merge"_s, window);
    Hand::click(Hand::find<QPushButton>(dialog, u"pickDo"_s));
    const auto isMerged = [&] {
        const auto &ticket = administrator->pane()->ticket();
        return ticket && ticket->statusCategory == StatusCategory::Closed
               && !administrator->pane()
                           ->findChildren<QPushButton *>(QRegularExpression(u"^link-"_s))
                           .isEmpty();
    };
    if (!Hand::until(isMerged))
        return false;
    stage.camera().take(u"merged"_s, window);
    return true;
}

bool workOnATicket(Stage &stage)
{
    RestClient jane(stage.server().port());
    RestClient john(stage.server().port());
    if (!jane.signIn(u"jane.doe@example.com"_s, demoPassword).isSuccess()
        || !john.signIn(u"john.smith@example.com"_s, demoPassword).isSuccess())
        return false;
    const QString title = u"A desk for the new colleague, %1"_s.arg(stage.theme());
    const QByteArray path = "/tickets/" + QByteArray::number(makeTicket(jane, title));
    const QStringList todo{u"Order a screen, a keyboard and a chair that fits"_s,
                           u"Make the account"_s, u"Show where everything is"_s};
    for (const QString &text : todo)
        john.post(path + "/checklist", {{u"text"_s, text}, {u"done"_s, text == todo.first()}});
    john.post(
            path + "/time-entries",
            {{u"minutes"_s, 90}, {u"day"_s, u"2026-01-15"_s}, {u"note"_s, u"Went to the shop"_s}});
    john.post(path + "/time-entries", {{u"minutes"_s, 25}, {u"day"_s, u"2026-01-16"_s}});
    DrivenApp *agent = stage.agent();
    if (!agent || !agent->showEntry(u"tickets.open"_s) || !agent->openTicket(title))
        return false;
    const auto *sum = Hand::find<QLabel>(agent->pane(), u"checklistSum"_s);
    if (!sum || !Hand::until([&] { return sum->text() == u"1 of 3"_s; }))
        return false;
    agent->pressInList(Qt::Key_C, Qt::ShiftModifier);
    auto *field = Hand::find<QLineEdit>(agent->pane(), u"checklistNew"_s);
    if (!field || !Hand::until([&] { return field->hasFocus(); }))
        return false;
    QTest::keyClicks(field, u"Say hello"_s);
    QTest::keyClick(field, Qt::Key_Return);
    if (!Hand::until([&] { return sum->text() == u"1 of 4"_s; }))
        return false;
    stage.camera().take(u"checklist-and-time"_s, agent->window());
    return true;
}

} // namespace Deskbell::Tour
