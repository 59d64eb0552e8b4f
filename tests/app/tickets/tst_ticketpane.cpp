// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/ticketcommands.h"
#include "app/tickets/ticketpane.h"
#include "app/timeline/messagecard.h"
#include "app/widgets/badge.h"
#include "app/widgets/markdownview.h"
#include "app/widgets/stateview.h"
#include "tests/support/app/workplace.h"

#include <QDesktopServices>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

class TestTicketPane : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void openUrl(const QUrl &url) { m_opened.append(url); }

private Q_SLOTS:
    void init();
    void cleanup();

    void saysThatNothingIsOpen();
    void showsTheWholeTicket();
    void tellsWhatIsPromisedAndWhy();
    void saysWhatFailedAndTriesAgain();
    void closesWhatIsHidden();
    void followsEvents();
    void followsWork();
    void opensALinkOnce();
    void staysInTheProgramForTickets();

private:
    StateView *state() const { return m_pane->findChild<StateView *>(); }

    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<QWidget> m_window;
    TicketPane *m_pane = nullptr;
    QList<QUrl> m_opened;
};

void TestTicketPane::init()
{
    m_place = std::make_unique<Workplace>();
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
    m_place->desk.put(FakeDesk::ticket(1));
    m_window = std::make_unique<QWidget>();
    auto *commands = new TicketCommands(m_place->outbox, m_place->session, m_window.get());
    m_pane = new TicketPane(m_place->context, *commands, m_window.get());
    m_pane->resize(800, 600);
    m_window->resize(800, 600);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestTicketPane::cleanup()
{
    m_opened.clear();
    m_window.reset();
    m_place.reset();
}

void TestTicketPane::saysThatNothingIsOpen()
{
    QCOMPARE(state()->state(), StateView::State::Empty);
}

void TestTicketPane::showsTheWholeTicket()
{
    m_place->desk.timelines[TicketId(1)] = {FakeDesk::reply(1, 0, u"one"_s)};
    m_pane->open(u"HD-1"_s);
    QCOMPARE(state()->state(), StateView::State::Loading);
    QTRY_COMPARE(state()->state(), StateView::State::Content);
    QTRY_COMPARE(m_pane->findChildren<MessageCard *>().size(), 2);
}

void TestTicketPane::tellsWhatIsPromisedAndWhy()
{
    Ticket ticket = FakeDesk::ticket(3);
    const QDateTime now = m_place->context.clock.now();
    ticket.dueAt = {};
    ticket.serviceLevel = ServiceLevel{.dueAt = now.addSecs(-600), .warnAt = now.addSecs(-3600)};
    const TargetClock met{.state = SlaState::Met,
                          .dueAt = now,
                          .reachedAt = now.addSecs(-7000),
                          .policy = {.id = SlaPolicyId(1), .name = u"Standard"_s},
                          .timeZone = u"Europe/Berlin"_s,
                          .goalMinutes = 60,
                          .pieces = {{.from = now.addSecs(-7200), .to = now.addSecs(-7000)}}};
    TargetClock late = met;
    late.state = SlaState::Running; // when it was reckoned
    late.dueAt = now.addSecs(-600);
    late.reachedAt = {};
    late.goalMinutes = 480;
    late.pieces = {{.from = now.addSecs(-7200)}};
    ticket.details->serviceClocks = ServiceClocks{
            .reckonedAt = now.addSecs(-7000), .firstResponse = met, .resolution = late};
    m_place->desk.put(ticket);
    m_pane->open(u"3"_s);
    QTRY_COMPARE(state()->state(), StateView::State::Content);
    const auto badge = [&](const char *name) {
        return m_pane->findChild<Badge *>(QLatin1StringView(name))->badge();
    };
    QCOMPARE(badge("ticketDue").text, u"overdue by 10 min"_s);
    QCOMPARE(badge("ticketDue").tone, Tone::Red);
    QCOMPARE(badge("standing.first_response").text, u"answered in time"_s);
    QCOMPARE(badge("standing.resolution").tone, Tone::Red);
    const auto *why = m_pane->findChild<QLabel *>(u"explanation.resolution"_s);
    QCOMPARE(why->text(), u"8 business hours · Standard"_s);
    QVERIFY(why->toolTip().contains(u"the time runs"_s));
    // Nothing is due any more.
    m_pane->open(u"1"_s);
    QTRY_COMPARE(m_pane->ticket()->id, TicketId(1));
    QTRY_VERIFY(!m_pane->findChild<Badge *>(u"standing.resolution"_s));
}

void TestTicketPane::saysWhatFailedAndTriesAgain()
{
    m_place->desk.api.once("GET", u"/tickets/1"_s, FakeApi::Reply::problem(500, "internal"));
    m_pane->open(u"1"_s);
    QTRY_COMPARE(state()->state(), StateView::State::Failed);
    m_pane->findChild<QPushButton *>(u"stateAction"_s)->click();
    QTRY_COMPARE(state()->state(), StateView::State::Content);
}

void TestTicketPane::closesWhatIsHidden()
{
    m_pane->open(u"1"_s);
    QTRY_COMPARE(state()->state(), StateView::State::Content);
    m_place->desk.api.on("GET", u"/tickets/1"_s, FakeApi::Reply::problem(404, "not_found"));
    m_place->desk.api.pushEvent("ticket.hidden",
                                toJson(Event{.type = EventType::TicketHidden,
                                             .id = AnyEntityId(1),
                                             .ticketId = TicketId(1),
                                             .at = FakeDesk::noon()}),
                                "1-1");
    QTRY_COMPARE(state()->state(), StateView::State::Empty);
    QVERIFY(!m_pane->ticket());
}

void TestTicketPane::followsEvents()
{
    m_pane->open(u"1"_s);
    QTRY_COMPARE(state()->state(), StateView::State::Content);
    m_place->desk.timelines[TicketId(1)] = {FakeDesk::reply(1, 0, u"news"_s)};
    m_place->desk.api.pushEvent("reply.created",
                                toJson(Event{.type = EventType::ReplyCreated,
                                             .id = AnyEntityId(1),
                                             .ticketId = TicketId(1),
                                             .at = FakeDesk::noon()}),
                                "1-2");
    QTRY_COMPARE(m_pane->findChildren<MessageCard *>().size(), 2);
}

void TestTicketPane::followsWork()
{
    m_pane->open(u"1"_s);
    auto *sum = m_pane->findChild<QLabel *>(u"checklistSum"_s);
    QVERIFY(sum);
    QTRY_COMPARE(m_place->desk.api.requests("GET", u"/tickets/1/checklist"_s).size(), 1);
    m_place->desk.checklists[TicketId(1)] = {{.id = ChecklistItemId(5), .text = u"Order it"_s}};
    m_place->desk.api.pushEvent("checklist.changed",
                                toJson(Event{.type = EventType::ChecklistChanged,
                                             .id = AnyEntityId(5),
                                             .ticketId = TicketId(1),
                                             .at = FakeDesk::noon()}),
                                "1-2");
    QTRY_COMPARE(sum->text(), u"0 of 1"_s);
    // The ticket is what it was.
    QCOMPARE(m_place->desk.api.requests("GET", u"/tickets/1"_s).size(), 1);
}

void TestTicketPane::opensALinkOnce()
{
    m_pane->open(u"1"_s);
    QTRY_COMPARE(state()->state(), StateView::State::Content);
    QDesktopServices::setUrlHandler(u"https"_s, this, "openUrl");
    const QUrl url(u"https://example.com/manual"_s);
    Q_EMIT m_pane->findChild<MarkdownView *>()->anchorClicked(url);
    QDesktopServices::unsetUrlHandler(u"https"_s);
    QCOMPARE(m_opened, QList<QUrl>{url});
}

void TestTicketPane::staysInTheProgramForTickets()
{
    m_pane->open(u"1"_s);
    QTRY_COMPARE(state()->state(), StateView::State::Content);
    QSignalSpy chosen(m_pane, &TicketPane::ticketLinkChosen);
    Q_EMIT m_pane->findChild<MarkdownView *>()->anchorClicked(
            QUrl(u"deskbell://desk.example.com/ticket/HD-1042"_s));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), u"HD-1042"_s);
}

QTEST_MAIN(TestTicketPane)
#include "tst_ticketpane.moc"
