// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/sla/serviceclock.h"

#include <QTest>

using namespace Deskbell;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QDateTime utc(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text) + u'Z', Qt::ISODate);
}

std::shared_ptr<const BusinessCalendar> office()
{
    return std::make_shared<const BusinessCalendar>(
            businessCalendarFromText(u"Mon-Fri 09:00-17:00"_s, u"Europe/Berlin"_s).value());
}

ServiceRule rule(int firstResponse, int resolution)
{
    return {.id = SlaPolicyId(1),
            .name = u"Standard"_s,
            .firstResponseMinutes = firstResponse,
            .resolutionMinutes = resolution,
            .calendar = office()};
}

/// A ticket of medium priority that goes through these.
ServiceHistory history(std::initializer_list<std::pair<const char *, StatusCategory>> statuses,
                       const char *firstResponse = nullptr)
{
    ServiceHistory told;
    for (const auto &[at, status] : statuses)
        told.moments.append({.at = utc(at), .status = status});
    if (firstResponse)
        told.firstResponseAt = utc(firstResponse);
    return told;
}

} // namespace

class TestServiceClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runs();
    void pausesWhileSomebodyElseHasIt();
    void knowsWhenItWasReached();
    void runsOnWhenReopened();
    void countsAsAnsweredWhenItIsDone();
    void choosesTheMostTellingRule();
    void judgesWhatIsOverByWhatHeldThen();
    void summarises();
    void goesOnByTime();
    void isCheapForLongLives();
};

void TestServiceClock::runs()
{
    // A Thursday, ten o'clock in Berlin.
    const auto told = history({{"2026-11-26T09:00:00", StatusCategory::Open}});
    const ServiceClocks clocks = reckonClocks(told, {rule(60, 8 * 60)}, utc("2026-11-26T09:30:00"));
    QVERIFY(clocks.firstResponse && clocks.resolution);
    QCOMPARE(clocks.firstResponse->state, SlaState::Running);
    QCOMPARE(clocks.firstResponse->dueAt, utc("2026-11-26T10:00:00"));
    QCOMPARE(clocks.firstResponse->warnAt, utc("2026-11-26T09:45:00"));
    QCOMPARE(clocks.resolution->dueAt, utc("2026-11-27T09:00:00"));
    QCOMPARE(clocks.resolution->usedSeconds, 30 * 60);
    QCOMPARE(clocks.resolution->leftSeconds(), 450 * 60);
    QCOMPARE(clocks.resolution->timeZone, u"Europe/Berlin"_s);
    QCOMPARE(clocks.resolution->pieces, QList<ServicePiece>({{.from = utc("2026-11-26T09:00:00"),
                                                              .during = StatusCategory::Open,
                                                              .businessSeconds = 30 * 60}}));
    // Without a promise there is no clock.
    QVERIFY(!reckonClocks(told, {}, utc("2026-11-26T09:30:00")).resolution);
}

void TestServiceClock::pausesWhileSomebodyElseHasIt()
{
    auto told = history({{"2026-11-26T09:00:00", StatusCategory::Open},
                         {"2026-11-26T10:00:00", StatusCategory::Waiting}});
    ServiceClocks clocks = reckonClocks(told, {rule(60, 8 * 60)}, utc("2026-11-26T12:10:00"));
    QCOMPARE(clocks.resolution->state, SlaState::Paused);
    QVERIFY(!clocks.resolution->dueAt.isValid());
    QCOMPARE(clocks.resolution->pausedSeconds, 130 * 60);
    QCOMPARE(clocks.resolution->usedSeconds, 60 * 60);

    told.moments.append({.at = utc("2026-11-26T12:10:00")});
    clocks = reckonClocks(told, {rule(60, 8 * 60)}, utc("2026-11-26T12:10:00"));
    QCOMPARE(clocks.resolution->state, SlaState::Running);
    QCOMPARE(clocks.resolution->dueAt, utc("2026-11-27T11:10:00"));
    QCOMPARE(clocks.resolution->pieces.size(), 3);
    // The hour for the answer was used up in the moment in which it was put to wait.
    QCOMPARE(clocks.firstResponse->dueAt, utc("2026-11-26T10:00:00"));
    QCOMPARE(clocks.firstResponse->state, SlaState::Breached);
}

void TestServiceClock::knowsWhenItWasReached()
{
    const auto told = history({{"2026-11-26T09:00:00", StatusCategory::Open},
                               {"2026-11-26T11:00:00", StatusCategory::Resolved}},
                              "2026-11-26T10:00:01");
    const ServiceClocks clocks = reckonClocks(told, {rule(60, 120)}, utc("2026-12-26T09:00:00"));
    QCOMPARE(clocks.firstResponse->state, SlaState::Breached);
    QCOMPARE(clocks.firstResponse->reachedAt, utc("2026-11-26T10:00:01"));
    QCOMPARE(clocks.resolution->state, SlaState::Met); // in the last moment
    QCOMPARE(clocks.resolution->dueAt, utc("2026-11-26T11:00:00"));
    QCOMPARE(clocks.resolution->usedSeconds, 120 * 60);
    QCOMPARE(clocks.resolution->pieces.constLast().to, utc("2026-11-26T11:00:00"));
}

void TestServiceClock::runsOnWhenReopened()
{
    const auto told = history({{"2026-11-26T09:00:00", StatusCategory::Open},
                               {"2026-11-26T10:00:00", StatusCategory::Resolved},
                               {"2026-11-26T12:00:00", StatusCategory::Closed},
                               {"2026-11-26T13:00:00", StatusCategory::Open}});
    const ServiceClocks clocks = reckonClocks(told, {rule(60, 120)}, utc("2026-11-26T13:10:00"));
    QCOMPARE(clocks.resolution->state, SlaState::Running);
    QCOMPARE(clocks.resolution->dueAt, utc("2026-11-26T14:00:00"));
    QCOMPARE(clocks.resolution->pausedSeconds, 3 * 3600);
    QCOMPARE(clocks.firstResponse->state, SlaState::Met); // and stays so
}

void TestServiceClock::countsAsAnsweredWhenItIsDone()
{
    const auto told = history({{"2026-11-26T09:00:00", StatusCategory::Open},
                               {"2026-11-26T09:20:00", StatusCategory::Closed}},
                              "2026-11-26T15:00:00");
    const ServiceClocks clocks = reckonClocks(told, {rule(60, 120)}, utc("2026-11-26T16:00:00"));
    QCOMPARE(clocks.firstResponse->state, SlaState::Met);
    QCOMPARE(clocks.firstResponse->reachedAt, utc("2026-11-26T09:20:00"));
}

void TestServiceClock::choosesTheMostTellingRule()
{
    const auto named = [](qint64 id, CategoryId category, std::optional<Priority> priority) {
        return ServiceRule{.id = SlaPolicyId(id), .category = category, .priority = priority};
    };
    const ServiceRules rules{named(1, {}, {}), named(2, {}, Priority::Urgent),
                             named(3, CategoryId(7), {}),
                             named(4, CategoryId(7), Priority::Urgent)};
    const auto chosen = [&](qint64 category, Priority priority) {
        const ServiceRule *found = ruleFor(rules, CategoryId(category), priority);
        return found ? found->id.value() : 0;
    };
    QCOMPARE(chosen(7, Priority::Urgent), 4);
    QCOMPARE(chosen(7, Priority::Low), 3);
    QCOMPARE(chosen(8, Priority::Urgent), 2);
    QCOMPARE(chosen(0, Priority::Low), 1);
    QVERIFY(!ruleFor({named(2, {}, Priority::Urgent)}, {}, Priority::Low));
}

void TestServiceClock::judgesWhatIsOverByWhatHeldThen()
{
    ServiceRule urgent = rule(10, 60);
    urgent.id = SlaPolicyId(2);
    urgent.priority = Priority::Urgent;
    auto told = history({{"2026-11-26T09:00:00", StatusCategory::Open}}, "2026-11-26T09:30:00");
    told.moments.append({.at = utc("2026-11-26T10:00:00"), .priority = Priority::Urgent});
    const ServiceClocks clocks
            = reckonClocks(told, {rule(60, 8 * 60), urgent}, utc("2026-11-26T10:00:00"));
    QCOMPARE(clocks.firstResponse->state, SlaState::Met);
    QCOMPARE(clocks.firstResponse->policy.id, SlaPolicyId(1));
    QCOMPARE(clocks.resolution->policy.id, SlaPolicyId(2));
    QCOMPARE(clocks.resolution->dueAt, utc("2026-11-26T10:00:00")); // an hour from its creation
    QCOMPARE(clocks.resolution->pieces.size(), 1);
}

void TestServiceClock::summarises()
{
    const ServiceRules rules{rule(60, 8 * 60)};
    const auto told = [&](const ServiceHistory &history, const char *now) {
        return serviceLevel(reckonClocks(history, rules, utc(now)));
    };
    auto ticket = history({{"2026-11-26T09:00:00", StatusCategory::Open}});
    // The answer comes first, and is what is due even when it is late.
    for (const char *now : {"2026-11-26T09:00:00", "2026-11-26T12:00:00"}) {
        const auto level = told(ticket, now);
        QVERIFY(level);
        QCOMPARE(level->target, ServiceTarget::FirstResponse);
        QCOMPARE(level->state, SlaState::Running);
        QCOMPARE(level->dueAt, utc("2026-11-26T10:00:00"));
    }
    ticket.firstResponseAt = utc("2026-11-26T09:40:00");
    QCOMPARE(told(ticket, "2026-11-26T12:00:00")->target, ServiceTarget::Resolution);
    ticket.moments.append({.at = utc("2026-11-26T12:00:00"), .status = StatusCategory::Hold});
    QCOMPARE(told(ticket, "2026-11-26T12:00:00")->state, SlaState::Paused);
    QVERIFY(!told(ticket, "2026-11-26T12:00:00")->dueAt.isValid());
    ticket.moments.append({.at = utc("2026-11-26T13:00:00"), .status = StatusCategory::Resolved});
    QCOMPARE(told(ticket, "2026-11-26T13:00:00")->state, SlaState::Met);
    ticket.firstResponseAt = utc("2026-11-26T11:00:00");
    QCOMPARE(told(ticket, "2026-11-26T13:00:00")->state, SlaState::Breached);
    QVERIFY(!serviceLevel({}));
}

void TestServiceClock::goesOnByTime()
{
    const auto told = history({{"2026-11-26T09:00:00", StatusCategory::Open}});
    const ServiceClocks clocks = reckonClocks(told, {rule(60, 120)}, utc("2026-11-26T09:00:00"));
    const auto level = serviceLevel(clocks);
    QCOMPARE(stateAt(*level, utc("2026-11-26T09:44:59")), SlaState::Running);
    QCOMPARE(stateAt(*level, utc("2026-11-26T09:45:00")), SlaState::Warning);
    QCOMPARE(stateAt(*level, utc("2026-11-26T10:00:00")), SlaState::Warning);
    QCOMPARE(stateAt(*level, utc("2026-11-26T10:00:01")), SlaState::Breached);
    QCOMPARE(stateAt(*clocks.resolution, utc("2026-11-26T10:30:00")), SlaState::Warning);
}

void TestServiceClock::isCheapForLongLives()
{
    // Twenty years, a holiday on every day of two of them, and a thousand changes of status.
    BusinessCalendar calendar = *office();
    for (int day = 0; day < 730; ++day)
        calendar.holidays.append(QDate(2010, 1, 1).addDays(day));
    ServiceRule slow = rule(60, maxServiceMinutes);
    slow.calendar = std::make_shared<const BusinessCalendar>(calendar);
    ServiceHistory told = history({{"2006-01-02T09:00:00", StatusCategory::Open}});
    for (int i = 1; i <= 1000; ++i) {
        told.moments.append({.at = told.moments.constFirst().at.addDays(7 * i),
                             .status = i % 2 ? StatusCategory::Waiting : StatusCategory::Open});
    }
    ServiceClocks clocks;
    QBENCHMARK
    {
        clocks = reckonClocks(told, {slow}, utc("2026-11-26T09:00:00"));
    }
    QCOMPARE(clocks.resolution->pieces.size(), maxServicePieces);
}

QTEST_GUILESS_MAIN(TestServiceClock)
#include "tst_serviceclock.moc"
