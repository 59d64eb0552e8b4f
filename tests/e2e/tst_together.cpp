// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/eventstream.h"
#include "app/notifications/bell.h"
#include "app/notifications/notificationcenter.h"
#include "app/shell/appcontext.h"
#include "app/shell/mainwindow.h"
#include "app/tickets/ticketlistmodel.h"
#include "app/tickets/ticketpane.h"
#include "app/timeline/messagecard.h"
#include "app/timeline/reactionbar.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/noticebox.h"
#include "tests/support/e2e/drivenapp.h"
#include "tests/support/server/runningserver.h"

#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTest>
#include <QToolButton>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Deskbell::Test;
using namespace Qt::StringLiterals;

namespace {

QString stripOf(DrivenApp &app)
{
    auto *words = app.pane()->findChild<QLabel *>(u"presenceWords"_s);
    return words->isVisible() ? words->text() : QString();
}

QPlainTextEdit *composerOf(DrivenApp &app)
{
    return app.pane()->findChild<QPlainTextEdit *>(u"composerText"_s);
}

MessageCard *cardOf(DrivenApp &app, const QString &words)
{
    const auto cards = app.pane()->findChildren<MessageCard *>();
    for (MessageCard *card : cards) {
        if (card->isVisible() && card->entry().message.contains(words))
            return card;
    }
    return nullptr;
}

} // namespace

/// Two people of the staff at one ticket, and the one who asked: each sees what the others do.
class TestTogether : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void worksLive();

private:
    void signIn();
    void theySeeEachOther();
    void oneAnswers();
    void theRequesterIsTold();
    void aSignIsSeenByAll();

    RunningServer m_server;
    DrivenApp m_john;
    DrivenApp m_admin;
    DrivenApp m_jane;
};

void TestTogether::worksLive()
{
    using Step = void (TestTogether::*)();
    for (const Step step :
         {&TestTogether::signIn, &TestTogether::theySeeEachOther, &TestTogether::oneAnswers,
          &TestTogether::theRequesterIsTold, &TestTogether::aSignIsSeenByAll}) {
        (this->*step)();
        if (QTest::currentTestFailed())
            return;
    }
}

void TestTogether::signIn()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
    QVERIFY(m_john.signIn(m_server.address(), u"John Smith"_s));
    QVERIFY(m_admin.signIn(m_server.address(), u"admin@example.com"_s));
    QVERIFY(m_jane.signIn(m_server.address(), u"jane.doe@example.com"_s));
    for (DrivenApp *app : {&m_john, &m_admin, &m_jane})
        QTRY_COMPARE(app->context().events.state(), EventStream::State::Live);
}

void TestTogether::theySeeEachOther()
{
    QVERIFY(m_john.showEntry(u"tickets.open"_s));
    QVERIFY(m_john.openTicket(u"VPN"_s));
    QVERIFY(m_admin.showEntry(u"tickets.open"_s));
    // The window that is in use is looked at.
    QVERIFY(Hand::activate(m_admin.window()));
    QVERIFY(m_admin.openTicket(u"VPN"_s));
    QTRY_VERIFY(stripOf(m_john).contains(u"is looking at it"_s));
    auto *model = m_john.window()->findChild<TicketListModel *>();
    const int row = model->rowOf(m_admin.pane()->ticket()->id);
    QVERIFY(row >= 0);
    QTRY_COMPARE(model->index(row).data(TicketListModel::PresentRole).toStringList().size(), 1);
}

void TestTogether::oneAnswers()
{
    composerOf(m_admin)->setPlainText(u"Please restart the client."_s);
    QTRY_VERIFY(stripOf(m_john).contains(u"is answering this ticket"_s));
    // Whoever would answer as well is asked why.
    int asked = 0;
    ConfirmDialog::setAnswerer([&asked](const Question &) {
        ++asked;
        return Decision{};
    });
    composerOf(m_john)->setPlainText(u"I do it."_s);
    m_john.pane()->composer().send();
    QTRY_COMPARE(asked, 1);
    ConfirmDialog::setAnswerer({});
    QCOMPARE(composerOf(m_john)->toPlainText(), u"I do it."_s);
    m_admin.pane()->composer().send();
    QTRY_VERIFY(cardOf(m_john, u"Please restart"_s));
    QTRY_VERIFY(!stripOf(m_john).contains(u"is answering"_s));
    // Now something has come since John began: he sees it and is asked once.
    m_john.pane()->composer().send();
    auto *arrived = m_john.pane()->findChild<NoticeBox *>(u"composerArrived"_s);
    QTRY_VERIFY(arrived->isVisible());
    QVERIFY(arrived->text().contains(u"Please restart the client."_s));
    m_john.pane()->composer().send();
    QTRY_VERIFY(cardOf(m_admin, u"I do it."_s));
}

void TestTogether::theRequesterIsTold()
{
    const QString number = m_john.pane()->ticket()->number;
    DrivenApp &requester = m_jane;
    NotificationCenter &center = requester.context().notifications;
    if (m_john.pane()->ticket()->requester.displayName != "Jane Doe"_L1) {
        QCOMPARE(stripOf(requester), QString());
        return;
    }
    QTRY_VERIFY(center.unread() >= 2);
    QCOMPARE(center.model().notifications().first().kind, NotificationKind::Replied);
    QVERIFY(requester.window()->findChild<Bell *>()->accessibleName().contains(u"unread"_s));
    QVERIFY(requester.window()->open(u"ticket"_s, number));
    QVERIFY(Hand::activate(requester.window()));
    // Looking at it reads it.
    QTRY_VERIFY(std::none_of(center.model().notifications().cbegin(),
                             center.model().notifications().cend(), [&](const Notification &one) {
                                 return one.ticket.number == number && !one.readAt.isValid();
                             }));
    QCOMPARE(stripOf(requester), QString());
}

void TestTogether::aSignIsSeenByAll()
{
    MessageCard *card = cardOf(m_admin, u"I do it."_s);
    QVERIFY(card);
    auto *bar = card->findChild<ReactionBar *>();
    bar->chooseFrom(card->mapToGlobal(QPoint()));
    auto *menu = bar->findChild<QMenu *>(u"reactionMenu"_s);
    QVERIFY(menu);
    menu->actions().constFirst()->trigger();
    menu->close();
    const auto johnSeesIt = [this] {
        MessageCard *seen = cardOf(m_john, u"I do it."_s);
        return seen && seen->findChild<QToolButton *>(u"reaction.thumbs_up"_s);
    };
    QTRY_VERIFY(johnSeesIt());
}

QTEST_MAIN(TestTogether)
#include "tst_together.moc"
