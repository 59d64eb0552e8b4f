// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/attachments/attachmentviewer.h"
#include "app/shell/actionregistry.h"
#include "app/shell/mainwindow.h"
#include "app/shell/toolrow.h"
#include "app/tickets/ticketpane.h"
#include "app/widgets/searchfield.h"
#include "tests/tour/scenes.h"

#include <QDialog>
#include <QMenu>
#include <QPlainTextEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Deskbell::Tour {

using namespace App;
using namespace Test;

namespace {

const QString emailTicket = u"Email does not sync"_s;

/// The agent's window with a ticket open that has everything: files, a note, replies.
DrivenApp *agentAtTicket(Stage &stage)
{
    DrivenApp *agent = stage.agent();
    const bool open
            = agent && agent->showEntry(u"tickets.mine"_s) && agent->openTicket(emailTicket);
    return open ? agent : nullptr;
}

/// A dialog below the window, in a picture, and away again.
bool takeDialog(Stage &stage, DrivenApp &app, const QString &dialogName, const QString &picture)
{
    auto *dialog = Hand::find<QDialog>(app.window(), dialogName);
    if (!dialog || !Hand::activate(dialog))
        return false;
    stage.camera().take(picture, app.window());
    const QPointer<QDialog> open(dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    return Hand::until([&] { return !open || !open->isVisible(); });
}

} // namespace

bool deskOfAnAgent(Stage &stage)
{
    DrivenApp *agent = agentAtTicket(stage);
    if (!agent)
        return false;
    stage.camera().take(u"agent-my-open"_s, agent->window());
    if (!agent->showEntry(u"tickets.open"_s) || !agent->openTicket(u"VPN drops"_s))
        return false;
    stage.camera().take(u"agent-all-open"_s, agent->window());
    return true;
}

bool fileOfATicket(Stage &stage)
{
    DrivenApp *agent = agentAtTicket(stage);
    auto *picture = agent ? Hand::find<QToolButton>(agent->pane(), u"attachment"_s) : nullptr;
    if (!picture)
        return false;
    Hand::click(picture);
    return takeDialog(stage, *agent, u"attachmentViewer"_s, u"attachment"_s);
}

bool internalNote(Stage &stage)
{
    DrivenApp *agent = agentAtTicket(stage);
    if (!agent)
        return false;
    agent->pressInList(Qt::Key_N);
    auto *text = Hand::find<QPlainTextEdit>(agent->pane(), u"composerText"_s);
    if (!text)
        return false;
    QTest::keyClicks(text, u"The calendar needs the same certificate. I will send the profile."_s);
    stage.camera().take(u"internal-note"_s, agent->window());
    Hand::type(text, {});
    agent->pressInList(Qt::Key_R);
    return true;
}

/// Canned replies and macros behind "/", and one put in.
bool cannedReplies(Stage &stage)
{
    DrivenApp *agent = agentAtTicket(stage);
    if (!agent)
        return false;
    agent->pressInList(Qt::Key_C);
    const auto offers = [] {
        const QList<QWidget *> all = QApplication::topLevelWidgets();
        const auto found = std::find_if(all.begin(), all.end(), [](const QWidget *widget) {
            return widget->objectName() == "cannedReplies"_L1 && widget->isVisible();
        });
        return found == all.end() ? nullptr : *found;
    };
    if (!Hand::until([&] { return offers(); }))
        return false;
    stage.camera().take(u"canned-replies"_s, agent->window());
    auto *text = Hand::find<QPlainTextEdit>(agent->pane(), u"composerText"_s);
    QTest::keyClicks(text, u"greet"_s);
    QTest::keyClick(offers(), Qt::Key_Return);
    stage.camera().take(u"canned-reply-put-in"_s, agent->window());
    Hand::type(text, {});
    return true;
}

bool menusOfATicket(Stage &stage)
{
    DrivenApp *agent = agentAtTicket(stage);
    if (!agent)
        return false;
    const auto take = [&](const QString &name) {
        return [&stage, agent, name](QMenu *) {
            stage.camera().take(name, agent->window());
        };
    };
    return Hand::whileMenuIsOpen([&] { agent->pressInList(Qt::Key_S); }, take(u"menu-status"_s))
           && Hand::whileMenuIsOpen([&] { agent->pressInList(Qt::Key_P); },
                                    take(u"menu-priority"_s))
           && Hand::whileMenuIsOpen([&] { agent->pressInList(Qt::Key_A, Qt::ShiftModifier); },
                                    [&](QMenu *menu) {
                                        // People come from the server.
                                        Hand::until([menu] { return menu->actions().size() > 4; });
                                        stage.camera().take(u"menu-assignee"_s, agent->window());
                                    })
           && Hand::whileMenuIsOpen(
                   [&] { QTest::keyClick(agent->window(), Qt::Key_T, Qt::AltModifier); },
                   take(u"menu-ticket"_s));
}

bool listNarrowed(Stage &stage)
{
    DrivenApp *agent = agentAtTicket(stage);
    auto *filter = agent ? Hand::find<QToolButton>(agent->window(), u"listFilter"_s) : nullptr;
    if (!filter)
        return false;
    if (!Hand::whileMenuIsOpen([&] { Hand::click(filter); },
                               [&](QMenu *menu) {
                                   menu->setActiveAction(menu->actions().constFirst());
                                   stage.camera().take(u"menu-filter"_s, agent->window());
                               }))
        return false;
    SearchField &search = agent->window()->toolRow().search();
    Hand::type(&search, u"printer"_s);
    if (!Hand::findRow(agent->list(), Qt::DisplayRole, u"Printer"_s).isValid())
        return false;
    stage.camera().take(u"search"_s, agent->window());
    Hand::type(&search, u"unicorn"_s);
    if (!Hand::until([&] { return !agent->list()->isVisible(); }))
        return false;
    stage.camera().take(u"nothing-found"_s, agent->window());
    Hand::type(&search, {});
    return Hand::until([&] { return agent->list()->isVisible(); });
}

bool ticketEdited(Stage &stage)
{
    DrivenApp *agent = agentAtTicket(stage);
    if (!agent)
        return false;
    agent->pressInList(Qt::Key_F2);
    if (!takeDialog(stage, *agent, u"editTicketDialog"_s, u"edit-ticket"_s))
        return false;
    agent->pressInList(Qt::Key_T, Qt::ShiftModifier);
    if (!takeDialog(stage, *agent, u"transferDialog"_s, u"transfer"_s))
        return false;
    return true;
}

bool ticketInItsOwnWindow(Stage &stage)
{
    DrivenApp *agent = agentAtTicket(stage);
    if (!agent)
        return false;
    const QWidgetList before = QApplication::topLevelWidgets();
    agent->pressInList(Qt::Key_Return, Qt::ControlModifier);
    QWidget *window = nullptr;
    if (!Hand::until([&] {
            const QWidgetList now = QApplication::topLevelWidgets();
            for (QWidget *one : now) {
                if (one->isVisible() && one->isWindow() && !before.contains(one)
                    && one->findChild<TicketPane *>())
                    window = one;
            }
            return window && window->findChild<QPlainTextEdit *>(u"composerText"_s)->isVisible();
        }))
        return false;
    Hand::activate(window);
    stage.camera().take(u"ticket-window"_s, window);
    window->close();
    return true;
}

} // namespace Deskbell::Tour
