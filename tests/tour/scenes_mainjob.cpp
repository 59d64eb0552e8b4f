// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/attachments/uploadrow.h"
#include "app/shell/mainwindow.h"
#include "app/tickets/ticketpane.h"
#include "app/timeline/messagecard.h"
#include "tests/tour/scenes.h"

#include <QCommandLinkButton>
#include <QDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Deskbell::Tour {

using namespace App;
using namespace Test;

namespace {

constexpr qint64 largeSize = 200 * 1024 * 1024;
constexpr int uploadPatience = 120'000; // ms; a busy machine sums slowly

QDialog *openRequest(DrivenApp &app)
{
    Hand::click(Hand::find<QPushButton>(app.window(), u"mainAction"_s));
    auto *dialog = Hand::find<QDialog>(app.window(), u"newRequestDialog"_s);
    return dialog && Hand::activate(dialog) && Hand::find<QCommandLinkButton>(dialog) ? dialog
                                                                                      : nullptr;
}

void chooseCategory(QDialog *dialog, const QString &name)
{
    const auto cards = dialog->findChildren<QCommandLinkButton *>();
    for (QCommandLinkButton *card : cards) {
        if (card->text() == name)
            Hand::click(card);
    }
}

/// A large file on its way, stopped half way.
bool attachAndPause(QDialog *dialog, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.resize(largeSize))
        return false;
    Hand::click(Hand::find<QPushButton>(dialog, u"attach"_s));
    auto *row = Hand::chooseFile(dialog, path) ? Hand::find<UploadRow>(dialog) : nullptr;
    const auto half = [row] {
        return row->transfer().sent() >= largeSize / 2;
    };
    if (!row || !QTest::qWaitFor(half, uploadPatience))
        return false;
    Hand::click(Hand::find<QToolButton>(row, u"uploadPause"_s));
    return row->transfer().state() == UploadTransfer::State::Paused;
}

bool shows(DrivenApp &app, const QString &message)
{
    return Hand::until([&] {
        const auto cards = app.pane()->findChildren<MessageCard *>();
        return std::any_of(cards.begin(), cards.end(), [&](const MessageCard *card) {
            return card->entry().message == message;
        });
    });
}

bool write(DrivenApp &app, const QString &message)
{
    auto *text = Hand::find<QPlainTextEdit>(app.pane(), u"composerText"_s);
    if (!text)
        return false;
    Hand::type(text, message);
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    return shows(app, message);
}

bool hasStatus(DrivenApp &app, const QString &status)
{
    return Hand::until(
            [&] { return app.pane()->ticket() && app.pane()->ticket()->status == status; });
}

/// Side by side where the screen has room for it.
void takeBoth(Stage &stage, const QString &name)
{
    QWidget *left = stage.requester()->window();
    QWidget *right = stage.agent()->window();
    const QRect room = left->screen()->availableGeometry();
    if (room.width() < left->frameSize().width() + right->frameSize().width()) {
        stage.camera().take(name + u"-agent"_s, right);
        Hand::activate(left);
        stage.camera().take(name + u"-requester"_s, left);
        return;
    }
    left->move(room.topLeft());
    right->move(room.left() + left->frameSize().width(), room.top());
    stage.camera().take(name, {left, right});
}

} // namespace

bool newRequest(Stage &stage)
{
    DrivenApp *requester = stage.requester();
    if (!requester || !requester->openTicket(u"Email does not sync"_s))
        return false;
    stage.camera().take(u"requester-my-requests"_s, requester->window());
    QDialog *dialog = openRequest(*requester);
    if (!dialog)
        return false;
    stage.camera().take(u"new-request-category"_s, requester->window());
    chooseCategory(dialog, u"Hardware"_s);
    auto *title = Hand::find<QLineEdit>(dialog, u"title"_s);
    if (!title)
        return false;
    Hand::type(title, u"PC"_s);
    Hand::click(dialog->findChild<QPushButton *>(u"send"_s));
    stage.camera().take(u"new-request-refused"_s, requester->window());

    const QTemporaryDir files;
    Hand::type(title, u"Label printer in room 204 prints blank labels"_s);
    Hand::type(dialog->findChild<QPlainTextEdit *>(u"description"_s),
               u"Since this morning every label comes out white. I have attached what the printer "
               "recorded."_s);
    if (!attachAndPause(dialog, files.filePath(u"printer-recording.bin"_s)))
        return false;
    stage.camera().take(u"new-request-upload-paused"_s, requester->window());
    const QPointer<QDialog> open(dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    if (!Hand::until([&] { return !open; }))
        return false;
    stage.camera().take(u"new-request-kept-as-draft"_s, requester->window());
    return true;
}

bool requestSolved(Stage &stage)
{
    // Another room each time: both requests stay in the requester's list.
    const QString title
            = u"The projector in room %1 stays dark"_s.arg(stage.theme() == "dark"_L1 ? 14 : 12);
    DrivenApp *agent = stage.agent();
    DrivenApp *requester = stage.requester();
    if (!agent || !requester || !agent->showEntry(u"tickets.unassigned"_s)
        || !Hand::activate(requester->window()))
        return false;
    QDialog *dialog = openRequest(*requester);
    if (!dialog)
        return false;
    chooseCategory(dialog, u"Hardware"_s);
    Hand::type(Hand::find<QLineEdit>(dialog, u"title"_s), title);
    Hand::type(dialog->findChild<QPlainTextEdit *>(u"description"_s),
               u"It hums, but nothing is on the wall. I have a lecture at ten."_s);
    Hand::click(dialog->findChild<QPushButton *>(u"send"_s));
    if (!Hand::findRow(agent->list(), Qt::DisplayRole, title).isValid()
        || !requester->openTicket(title))
        return false;
    takeBoth(stage, u"request-arrives"_s);

    if (!agent->openTicket(title) || !agent->showEntry(u"tickets.open"_s)
        || !agent->openTicket(title))
        return false;
    agent->pressInList(Qt::Key_A);
    if (!Hand::until([&] { return requester->pane()->ticket()->assignee.has_value(); }))
        return false;
    agent->pressInList(Qt::Key_N);
    if (!write(*agent, u"The lamp had 2900 hours last week. There is a spare one in B 03."_s))
        return false;
    agent->pressInList(Qt::Key_R);
    const QString reply = u"I am on my way with a new lamp. Ten minutes."_s;
    if (!write(*agent, reply) || !shows(*requester, reply)
        || !hasStatus(*requester, u"in_progress"_s))
        return false;
    takeBoth(stage, u"request-answered"_s);

    Hand::activate(requester->window());
    const QString thanks = u"It shines again. Thank you!"_s;
    if (!write(*requester, thanks) || !shows(*agent, thanks))
        return false;
    agent->pressInList(Qt::Key_E);
    if (!hasStatus(*requester, u"resolved"_s))
        return false;
    takeBoth(stage, u"request-resolved"_s);
    requester->pressInList(Qt::Key_E);
    return true;
}

} // namespace Deskbell::Tour
