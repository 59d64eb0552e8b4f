// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notifications/bell.h"
#include "app/notifications/notificationpanel.h"
#include "app/shell/mainwindow.h"
#include "app/shell/settingsdialog.h"
#include "app/tickets/ticketpane.h"
#include "app/timeline/messagecard.h"
#include "app/timeline/reactionbar.h"
#include "app/widgets/noticebox.h"
#include "tests/tour/scenes.h"

#include <QCheckBox>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace Deskbell::Tour {

using namespace App;
using namespace Test;

namespace {

void writeInComposer(DrivenApp &app, const QString &text)
{
    app.pane()->findChild<QPlainTextEdit *>(u"composerText"_s)->setPlainText(text);
}

bool stripSays(DrivenApp &app, const QString &words)
{
    return Hand::until([&] {
        auto *label = app.pane()->findChild<QLabel *>(u"presenceWords"_s);
        return label->isVisible() && label->text().contains(words);
    });
}

MessageCard *cardWith(DrivenApp &app, const QString &words)
{
    const auto cards = app.pane()->findChildren<MessageCard *>();
    for (MessageCard *one : cards) {
        if (one->entry().message.contains(words))
            return one;
    }
    return nullptr;
}

} // namespace

/// What came, below the bell; and what one wants to be told.
bool notifications(Stage &stage)
{
    DrivenApp *app = stage.requester();
    if (!app)
        return false;
    auto *bell = Hand::find<Bell>(app->window());
    auto *panel = app->window()->findChild<NotificationPanel *>();
    if (!bell || !panel)
        return false;
    bell->openPanel();
    if (!Hand::until([panel] { return panel->isVisible(); }))
        return false;
    stage.camera().take(u"notifications"_s, {app->window(), panel});
    panel->hide();

    SettingsDialog::open(app->context(), app->window()->actions(), app->window(),
                         u"notifications"_s);
    auto *dialog = Hand::find<SettingsDialog>(app->window(), u"settingsDialog"_s);
    if (!dialog || !Hand::find<QCheckBox>(dialog, u"inApp.replied"_s))
        return false;
    stage.camera().take(u"notification-settings"_s, dialog);
    dialog->close();
    return true;
}

/// Two people at one ticket: who is there, who answers, what came meanwhile, signs.
bool workingTogether(Stage &stage)
{
    // The other theme's answer is in the timeline already.
    const QString what
            = stage.theme() == "dark"_L1 ? u"restart the computer"_s : u"restart the client"_s;
    DrivenApp *john = stage.agent();
    if (!john || !john->showEntry(u"tickets.open"_s) || !john->openTicket(u"VPN"_s))
        return false;
    DrivenApp *admin = stage.administrator();
    if (!admin || !admin->showEntry(u"tickets.open"_s) || !admin->openTicket(u"VPN"_s)
        || !stripSays(*john, u"is looking"_s))
        return false;
    stage.camera().take(u"together-looking"_s, john->window());
    writeInComposer(*admin, u"Please %1 and try **again**."_s.arg(what));
    if (!stripSays(*john, u"is answering"_s))
        return false;
    writeInComposer(*john, u"Have you tried the new client?"_s);
    stage.camera().take(u"together-answering"_s, john->window());
    admin->pane()->composer().send();
    const auto hasCard = [john, what] {
        return cardWith(*john, what) != nullptr;
    };
    if (!Hand::until(hasCard))
        return false;
    john->pane()->composer().send();
    auto *arrived = john->pane()->findChild<NoticeBox *>(u"composerArrived"_s);
    if (!Hand::until([arrived] { return arrived->isVisible(); }))
        return false;
    MessageCard *card = cardWith(*john, what);
    auto *bar = card->findChild<ReactionBar *>();
    bar->chooseFrom(card->mapToGlobal(QPoint(0, card->height())));
    auto *menu = bar->findChild<QMenu *>(u"reactionMenu"_s);
    stage.camera().take(u"together-signs"_s, {john->window(), menu});
    menu->actions().constFirst()->trigger();
    menu->close();
    const auto hasSign = [john, what] {
        MessageCard *one = cardWith(*john, what);
        return one && !one->entry().reactions.isEmpty();
    };
    if (!Hand::until(hasSign))
        return false;
    stage.camera().take(u"together-arrived"_s, john->window());
    writeInComposer(*john, {});
    // What John began is over when the server has heard of it: the next one finds nobody answering.
    return Hand::until([admin] {
        return !admin->pane()
                        ->findChild<QLabel *>(u"presenceWords"_s)
                        ->text()
                        .contains(u"is answering"_s);
    });
}

} // namespace Deskbell::Tour
