// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/presence/attendance.h"
#include "app/presence/presencefeed.h"
#include "app/presence/presencestrip.h"
#include "app/shell/mainwindow.h"
#include "app/tickets/ticketlistmodel.h"
#include "app/tickets/ticketlistview.h"
#include "app/tickets/ticketpane.h"
#include "tests/support/app/workplace.h"

#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QTest>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

namespace {

const PersonRef ann{.id = AccountId(20), .displayName = u"Ann Lee"_s};

} // namespace

class TestPresence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void asksWhoIsThere();
    void followsEvents();
    void reportsWhatOneLooksAt();
    void claimsWhileOneAnswers();
    void changesNothingElse();

private:
    void tell(const TicketPresence &presence)
    {
        m_place->desk.api.pushEvent("presence.changed", toJson(Event{.ticketId = presence.ticketId,
                                                                     .at = FakeDesk::noon(),
                                                                     .presence = presence}));
    }
    TicketPane *pane() { return m_window->findChild<TicketPane *>(); }
    QString strip()
    {
        auto *words = pane()->findChild<QLabel *>(u"presenceWords"_s);
        return words->isVisible() ? words->text() : QString();
    }
    qsizetype count(const QByteArray &method, const QString &what)
    {
        return m_place->desk.api.requests(method, u"/tickets/1/"_s + what).size();
    }

    std::unique_ptr<Workplace> m_place;
    MainWindow *m_window = nullptr;
};

void TestPresence::init()
{
    m_place = std::make_unique<Workplace>();
    m_place->desk.put(FakeDesk::ticket(1));
    m_place->desk.presences = {{.ticketId = TicketId(1), .people = {{.person = ann}}}};
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
    m_window = m_place->openWindow();
    QVERIFY(m_window);
    m_window->open(u"ticket"_s, u"HD-1"_s);
    QTRY_VERIFY(pane()->ticket());
}

void TestPresence::cleanup()
{
    m_place->windows.closeAll();
    m_place.reset();
}

void TestPresence::asksWhoIsThere()
{
    QTRY_COMPARE(strip(), u"Ann Lee is looking at it"_s);
    m_window->showEntry(u"tickets.open"_s);
    const QAbstractItemModel *model = m_window->findChild<TicketListView *>()->model();
    QTRY_COMPARE(model->rowCount(), 1);
    QCOMPARE(model->index(0, 0).data(TicketListModel::PresentRole).toStringList(),
             QStringList{u"Ann Lee"_s});
}

void TestPresence::followsEvents()
{
    const PersonRef me = FakeDesk::john();
    tell({.ticketId = TicketId(1),
          .people = {{.person = ann, .state = PresenceState::Typing}, {.person = me}}});
    QTRY_COMPARE(strip(), u"Ann Lee is writing"_s); // oneself is no news
    tell({.ticketId = TicketId(1),
          .people = {{.person = ann}},
          .claim = TicketClaim{.person = ann, .expiresAt = FakeDesk::noon()}});
    QTRY_COMPARE(strip(), u"Ann Lee is answering this ticket"_s);
    tell({.ticketId = TicketId(1)});
    QTRY_COMPARE(strip(), QString());
}

void TestPresence::reportsWhatOneLooksAt()
{
    QTRY_VERIFY(count("PUT", u"presence"_s) > 0);
    QCOMPARE(m_place->desk.api.requests("PUT", u"/tickets/1/presence"_s).last().json(),
             (QJsonObject{{u"state"_s, u"viewing"_s}}));
    m_place->desk.put(FakeDesk::ticket(2));
    m_window->open(u"ticket"_s, u"HD-2"_s);
    QTRY_COMPARE(count("DELETE", u"presence"_s), 1);
}

void TestPresence::claimsWhileOneAnswers()
{
    QTRY_VERIFY(count("PUT", u"presence"_s) > 0);
    auto *text = pane()->findChild<QPlainTextEdit *>(u"composerText"_s);
    text->setPlainText(u"I look at it"_s);
    QTRY_COMPARE(count("POST", u"claim"_s), 1);
    QTRY_COMPARE(m_place->desk.api.requests("PUT", u"/tickets/1/presence"_s).last().json(),
                 (QJsonObject{{u"state"_s, u"typing"_s}}));
    text->clear();
    QTRY_COMPARE(count("DELETE", u"claim"_s), 1);
    // A note is not an answer.
    pane()->composer().begin(Composer::Mode::Note);
    text->setPlainText(u"Hm"_s);
    QTRY_VERIFY(count("PUT", u"presence"_s) > 2);
    QCOMPARE(count("POST", u"claim"_s), 1);
}

void TestPresence::changesNothingElse()
{
    QTRY_COMPARE(strip(), u"Ann Lee is looking at it"_s);
    m_place->desk.api.forgetRequests();
    tell({.ticketId = TicketId(1)});
    QTRY_COMPARE(strip(), QString());
    // That somebody came or went is no reason to read the ticket again.
    QVERIFY(m_place->desk.api.requests("GET", u"/tickets/1"_s).isEmpty());
}

QTEST_MAIN(TestPresence)
#include "tst_presence.moc"
