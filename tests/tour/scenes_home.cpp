// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/mainwindow.h"
#include "app/widgets/popups.h"
#include "tests/tour/scenes.h"

#include <QCommandLinkButton>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Deskbell::Tour {

using namespace App;
using namespace Test;

namespace {

/// The requests of the page, once they are there.
QAbstractItemView *requestsAtHome(DrivenApp &app)
{
    auto *list = app.showEntry(u"home"_s)
                         ? Hand::find<QAbstractItemView>(app.window(), u"requestList"_s)
                         : nullptr;
    const bool full = list && Hand::find<QCommandLinkButton>(app.window(), u"offer"_s)
                      && Hand::until([&] { return list->model()->rowCount() > 0; });
    return full ? list : nullptr;
}

QDialog *formOf(DrivenApp &app)
{
    auto *dialog = Hand::find<QDialog>(app.window(), u"newRequestDialog"_s);
    return dialog && Hand::activate(dialog) ? dialog : nullptr;
}

bool leaveForm(QDialog *dialog)
{
    const QPointer<QDialog> open(dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    return Hand::until([&] { return !open; });
}

bool discardDraft(Stage &stage, DrivenApp &app)
{
    auto *discard = Hand::find<QPushButton>(app.window(), u"draftDiscard"_s);
    if (!discard)
        return false;
    Hand::click(discard);
    auto *question = Hand::find<QDialog>(app.window(), u"confirmDialog"_s);
    if (!question || !Hand::activate(question))
        return false;
    stage.camera().take(u"home-discard-draft"_s, app.window());
    Hand::click(question->findChild<QPushButton *>(u"confirmAccept"_s));
    auto *drafts = app.window()->findChild<QWidget *>(u"draftList"_s);
    return Hand::until([&] { return !drafts->isVisible(); });
}

} // namespace

bool homeOfARequester(Stage &stage)
{
    DrivenApp *requester = stage.requester();
    QAbstractItemView *list = requester ? requestsAtHome(*requester) : nullptr;
    if (!list)
        return false;
    MainWindow *window = requester->window();
    Popups::of(window).dismissAll();
    stage.camera().take(u"home"_s, window);
    // What the desk says is solved, the requester confirms and judges.
    const QString title = stage.theme() == "dark"_L1 ? u"Cannot export the monthly report"_s
                                                     : u"E-Mails von einem Kunden"_s;
    DrivenApp *agent = stage.agent();
    if (!agent || !agent->showEntry(u"tickets.all"_s) || !agent->openTicket(title))
        return false;
    agent->pressInList(Qt::Key_E);
    const auto stands = [&](const QString &words) {
        return Hand::until([&] {
            for (int row = 0; row < list->model()->rowCount(); ++row) {
                const QString spoken
                        = list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
                if (spoken.contains(title) && spoken.contains(words))
                    return true;
            }
            return false;
        });
    };
    Hand::activate(window);
    if (!stands(u"Solved"_s) || !Hand::click(list, Hand::findRow(list, Qt::DisplayRole, title)))
        return false;
    auto *confirm = Hand::find<QPushButton>(window, u"requestStep"_s);
    if (!confirm)
        return false;
    stage.camera().take(u"home-solved"_s, window);
    Hand::click(confirm);
    auto *star = Hand::find<QToolButton>(window, u"star4"_s);
    if (!star || !stands(u"Closed"_s))
        return false;
    Hand::click(star);
    stage.camera().take(u"home-rating"_s, window);
    if (!window->findChild<QWidget *>(u"draftList"_s)->isVisible()) {
        Hand::click(Hand::find<QCommandLinkButton>(window, u"offer"_s));
        QDialog *form = formOf(*requester);
        if (!form)
            return false;
        Hand::type(form->findChild<QLineEdit *>(u"title"_s), u"A second screen for my desk"_s);
        if (!leaveForm(form))
            return false;
    }
    stage.camera().take(u"home-drafts"_s, window);
    const bool left = discardDraft(stage, *requester);
    Popups::of(window).dismissAll();
    return left && requester->showEntry(u"tickets.requested"_s);
}

bool requestFromATemplate(Stage &stage)
{
    DrivenApp *requester = stage.requester();
    if (!requester || !requestsAtHome(*requester))
        return false;
    Hand::click(Hand::find<QPushButton>(requester->window(), u"homeNewRequest"_s));
    QDialog *form = formOf(*requester);
    auto *choice = form ? Hand::find<QPushButton>(form, u"template"_s) : nullptr;
    if (!choice)
        return false;
    const bool chosen = Hand::whileMenuIsOpen([&] { Hand::click(choice); },
                                              [&](QMenu *menu) {
                                                  stage.camera().take(u"template-choice"_s,
                                                                      requester->window());
                                                  menu->actions().constFirst()->trigger();
                                              });
    auto *title = Hand::find<QLineEdit>(form, u"title"_s);
    if (!chosen || !title)
        return false;
    stage.camera().take(u"template-used"_s, requester->window());
    if (!leaveForm(form))
        return false;
    const bool left = discardDraft(stage, *requester);
    Popups::of(requester->window()).dismissAll();
    return left && requester->showEntry(u"tickets.requested"_s);
}

} // namespace Deskbell::Tour
