// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sla/durationfield.h"
#include "app/sla/hoursdialog.h"
#include "app/sla/slatext.h"
#include "app/timeline/eventtext.h"
#include "tests/support/app/fakedesk.h"

#include <QTest>
#include <QTranslator>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

namespace {

QDateTime at(int minutes)
{
    return FakeDesk::noon().addSecs(60 * minutes);
}

Ticket promised(SlaState state, int due, ServiceTarget target = ServiceTarget::Resolution)
{
    Ticket ticket = FakeDesk::ticket(42);
    ticket.dueAt = {};
    ticket.serviceLevel = ServiceLevel{.target = target,
                                       .state = state,
                                       .dueAt = state == SlaState::Paused ? QDateTime() : at(due),
                                       .warnAt = at(due - 30)};
    return ticket;
}

} // namespace

class TestSlaText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void countsDown_data();
    void countsDown();
    void tellsHowPromisesStand();
    void explains();
    void tellsOfWarningsAndBreaches();
    void showsDurations();
    void saysHours_data();
    void saysHours();
};

void TestSlaText::initTestCase()
{
    QLocale::setDefault(QLocale(u"en_GB"_s));
    static QTranslator plurals;
    QVERIFY(plurals.load(u":/i18n/deskbell_en.qm"_s));
    QCoreApplication::installTranslator(&plurals);
}

void TestSlaText::countsDown_data()
{
    QTest::addColumn<Ticket>("ticket");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("tone"); // -1: none
    using T = ServiceTarget;
    QTest::newRow("quiet") << promised(SlaState::Running, 60) << u"due in 1 h"_s << -1;
    QTest::newRow("warned") << promised(SlaState::Running, 26) << u"due in 26 min"_s
                            << int(Tone::Amber);
    QTest::newRow("late") << promised(SlaState::Running, -180) << u"overdue by 3 h"_s
                          << int(Tone::Red);
    QTest::newRow("reply") << promised(SlaState::Running, 26, T::FirstResponse)
                           << u"reply due in 26 min"_s << int(Tone::Amber);
    QTest::newRow("reply late") << promised(SlaState::Running, -5, T::FirstResponse)
                                << u"reply overdue by 5 min"_s << int(Tone::Red);
    QTest::newRow("paused") << promised(SlaState::Paused, 0) << u"paused"_s << -1;
    Ticket set = promised(SlaState::Running, 120);
    set.dueAt = at(26);
    QTest::newRow("set by somebody") << set << u"due in 26 min"_s << -1;
    set.dueAt = at(-60);
    QTest::newRow("set and late") << set << u"overdue by 1 h"_s << int(Tone::Red);
    Ticket done = promised(SlaState::Running, -180);
    done.statusCategory = StatusCategory::Resolved;
    QTest::newRow("done") << done << QString() << -1;
    Ticket nothing = FakeDesk::ticket(42);
    nothing.dueAt = {};
    QTest::newRow("nothing") << nothing << QString() << -1;
}

void TestSlaText::countsDown()
{
    QFETCH(Ticket, ticket);
    const SlaText::Countdown countdown = SlaText::countdown(ticket, FakeDesk::noon());
    QTEST(countdown.text, "text");
    QTEST(countdown.tone ? int(*countdown.tone) : -1, "tone");
}

void TestSlaText::tellsHowPromisesStand()
{
    TargetClock clock{.state = SlaState::Met,
                      .dueAt = at(60),
                      .warnAt = at(30),
                      .reachedAt = at(-10),
                      .goalMinutes = 480,
                      .usedSeconds = 3600,
                      .pieces = {{.from = at(-60), .to = at(-10)}}};
    const auto said = [&](ServiceTarget target = ServiceTarget::Resolution) {
        return SlaText::standing(target, clock, FakeDesk::noon()).text;
    };
    QCOMPARE(said(), u"done in time"_s);
    QCOMPARE(said(ServiceTarget::FirstResponse), u"answered in time"_s);
    clock.state = SlaState::Breached;
    clock.dueAt = at(-40);
    QCOMPARE(said(), u"done 30 min late"_s);
    clock.reachedAt = {};
    clock.pieces.last().to = {};
    QVERIFY(said().startsWith(u"overdue since"_s));
    clock.dueAt = at(20);
    clock.warnAt = at(-5);
    QCOMPARE(SlaText::standing(ServiceTarget::Resolution, clock, FakeDesk::noon()).tone,
             Tone::Amber);
    clock.state = SlaState::Paused;
    clock.pieces.append({.from = at(-10), .during = StatusCategory::Waiting});
    QCOMPARE(said(), u"paused, 7 h left"_s);
}

void TestSlaText::explains()
{
    const TargetClock clock{.policy = {.id = SlaPolicyId(1), .name = u"Standard"_s},
                            .timeZone = u"Europe/Berlin"_s,
                            .goalMinutes = 480,
                            .usedSeconds = 3600,
                            .pausedSeconds = 130 * 60,
                            .pieces = {{.from = at(-190), .to = at(-130), .businessSeconds = 3600},
                                       {.from = at(-130),
                                        .to = at(0),
                                        .during = StatusCategory::Waiting,
                                        .businessSeconds = 130 * 60},
                                       {.from = at(0)}}};
    QCOMPARE(SlaText::explanation(clock),
             u"8 business hours, paused 2 h 10 while waiting · Standard"_s);
    const QStringList lines = SlaText::pieces(clock, FakeDesk::noon()).split(u'\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines[1].endsWith(u"Waiting, 2 h 10 of business time not counted"_s));
    QVERIFY(lines[2].endsWith(u"the time runs"_s));
    QCOMPARE(lines[3], u"By the clocks of Europe/Berlin"_s);
    QCOMPARE(SlaText::businessTime(90), u"1 h 30 of business time"_s);
    QCOMPARE(SlaText::businessTime(60), u"1 business hour"_s);
}

void TestSlaText::tellsOfWarningsAndBreaches()
{
    TimelineEntry entry{.event = TimelineEvent::SlaWarning,
                        .details
                        = {{u"target"_s, u"first_response"_s}, {u"policy"_s, u"Standard"_s}}};
    QCOMPARE(EventText::sentence(entry), u"First response: little time is left · Standard"_s);
    entry.event = TimelineEvent::SlaBreached;
    entry.details[u"target"_s] = u"resolution"_s;
    QCOMPARE(EventText::sentence(entry), u"Resolution: the time is over · Standard"_s);
    // What the system gives as its reason is a word; what a person says stands as it is.
    entry = {.event = TimelineEvent::Escalation,
             .details = {{u"reason"_s, u"sla.breached"_s}, {u"role"_s, u"lead"_s}}};
    QVERIFY(EventText::sentence(entry).endsWith(u"a promised time is over"_s));
    entry.author = FakeDesk::john();
    QVERIFY(EventText::sentence(entry).endsWith(u"sla.breached"_s));
    entry = {.event = TimelineEvent::ClosingSoon,
             .details = {{u"dueAt"_s, u"2026-11-30T12:00:00.000Z"_s}}};
    QVERIFY(EventText::sentence(entry).startsWith(u"Will be closed on "_s));
    QVERIFY(EventText::sentence(entry).contains(u"30"_s));
    // What a trigger does says which it was.
    entry = {.event = TimelineEvent::Restored, .details = {{u"byTrigger"_s, u"Escalate VIP"_s}}};
    QCOMPARE(EventText::sentence(entry), u"Trigger “Escalate VIP” restored the ticket"_s);
}

void TestSlaText::showsDurations()
{
    DurationField field(std::nullopt, 600, nullptr);
    QCOMPARE(field.text(), u"Nothing is promised"_s);
    field.setValue(90);
    QCOMPARE(field.text(), u"1 h 30 min"_s);
    QCOMPARE(field.minutes(), 90);
}

void TestSlaText::saysHours_data()
{
    QTest::addColumn<int>("days"); // Monday is the lowest bit
    QTest::addColumn<int>("closes");
    QTest::addColumn<QString>("line");
    QTest::newRow("week") << 0b0011111 << 1020 << u"Mon–Fri 09:00–17:00"_s;
    QTest::newRow("some days") << 0b1000101 << 1020 << u"Mon, Wed, Sun 09:00–17:00"_s;
    QTest::newRow("two") << 0b1100000 << 1440 << u"Sat, Sun 09:00–24:00"_s;
    QTest::newRow("all") << 0b1111111 << 1440 << u"Mon–Sun 09:00–24:00"_s;
}

void TestSlaText::saysHours()
{
    QFETCH(int, days);
    QFETCH(int, closes);
    const WorkHours hours{.days = std::bitset<7>(ulong(days)),
                          .hours = {.closes = std::chrono::minutes(closes)}};
    QTEST(HoursDialog::line(hours), "line");
    QCOMPARE(workHoursOf(periodsOf({hours})), QList<WorkHours>{hours});
}

QTEST_MAIN(TestSlaText)
#include "tst_slatext.moc"
