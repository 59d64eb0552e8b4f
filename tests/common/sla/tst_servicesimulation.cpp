// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/sla/calendar.h"
#include "common/sla/serviceclock.h"

#include <QRandomGenerator>
#include <QTest>

#include <set>

using namespace Deskbell;
using namespace Qt::StringLiterals;

namespace {

/// Minutes since 1970, in UTC or as a clock on the wall shows them.
using Minute = qint64;

const QDateTime windowBegin(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
constexpr int windowQuarters = 500 * 24 * 4;

/// What a clock on the wall of a zone shows, read off every quarter of an hour: no zone changes its
/// clocks in between.
struct Wall
{
    QByteArray zone;
    std::vector<Minute> shows;

    explicit Wall(const QByteArray &name)
        : zone(name)
    {
        const QTimeZone timeZone(name);
        for (int quarter = 0; quarter < windowQuarters; ++quarter) {
            const QDateTime clock = windowBegin.addSecs(quarter * 900).toTimeZone(timeZone);
            shows.push_back(QDate(1970, 1, 1).daysTo(clock.date()) * 1440 + clock.time().hour() * 60
                            + clock.time().minute());
        }
    }

    Minute at(Minute minute) const
    {
        const Minute since = minute - windowBegin.toSecsSinceEpoch() / 60;
        return shows.at(size_t(since / 15)) + since % 15;
    }
};

struct NaiveCalendar
{
    QList<CalendarPeriod> periods;
    QList<Holiday> holidays;
    std::set<Minute> closedDays; ///< since 1970

    void closeHolidays()
    {
        for (const Holiday &holiday : holidays) {
            for (int year = 2025; year <= 2028; ++year) {
                const QDate date(holiday.yearly ? year : holiday.date.year(), holiday.date.month(),
                                 holiday.date.day());
                if (date.isValid())
                    closedDays.insert(QDate(1970, 1, 1).daysTo(date));
            }
        }
    }

    bool isOpen(Minute shown) const
    {
        const Minute day = shown / 1440;
        const auto weekday = Weekday((day + 3) % 7);
        const std::chrono::minutes time(shown % 1440);
        bool open = false;
        for (const CalendarPeriod &period : periods) {
            open = open
                   || (period.day == weekday && time >= period.hours.opens
                       && time < period.hours.closes);
        }
        return open && !closedDays.contains(day);
    }
};

struct NaiveTarget
{
    bool promised = false;
    SlaState state = SlaState::Running;
    Minute due = -1;
    Minute warn = -1;
    int used = 0;
    int paused = 0;
};

struct NaiveTicket
{
    struct Change
    {
        Minute at;
        StatusCategory status;
        Priority priority;
        qint64 category;
    };
    std::vector<Change> changes;
    Minute response = -1;
    Minute now = 0;

    const Change &at(Minute minute) const
    {
        const Change *found = &changes.front();
        for (const Change &change : changes) {
            if (change.at <= minute)
                found = &change;
        }
        return *found;
    }
};

/// Lives through the ticket minute by minute.
NaiveTarget simulate(const NaiveTicket &ticket, Minute reached, const ServiceRules &rules,
                     const QList<NaiveCalendar> &calendars, const Wall &wall, bool response)
{
    // The most telling rule first.
    const NaiveTicket::Change &judged = ticket.at(reached >= 0 ? reached : ticket.now);
    const ServiceRule *rule = nullptr;
    qsizetype index = -1;
    for (const auto &[byCategory, byPriority] :
         {std::pair(true, true), {true, false}, {false, true}, {false, false}}) {
        for (qsizetype i = 0; i < rules.size() && !rule; ++i) {
            const bool says = rules[i].category.isValid() == byCategory
                              && rules[i].priority.has_value() == byPriority;
            const bool fits = (!byCategory || rules[i].category.value() == judged.category)
                              && (!byPriority || *rules[i].priority == judged.priority);
            if (says && fits) {
                rule = &rules[i];
                index = i;
            }
        }
    }
    NaiveTarget target;
    const auto goal = rule ? (response ? rule->firstResponseMinutes : rule->resolutionMinutes)
                           : std::optional<int>();
    if (!goal)
        return target;
    target.promised = true;

    const Minute end = reached >= 0 ? reached : ticket.now;
    const Minute horizon = windowBegin.toSecsSinceEpoch() / 60 + windowQuarters * 15;
    int counted = 0;
    size_t next = 0;
    StatusCategory status = StatusCategory::Open;
    // After the end only to see when it would be due; what happens then does not matter.
    for (Minute minute = ticket.changes.front().at; minute < horizon; ++minute) {
        while (next < ticket.changes.size() && ticket.changes[next].at <= minute
               && (minute < end || (reached < 0 && ticket.changes[next].at <= end)
                   || (next == 0 && ticket.changes[next].at <= end)))
            status = ticket.changes[next++].status;
        const bool runs = status == StatusCategory::Open;
        if (minute >= end && (!runs || target.due >= 0))
            break;
        if (!calendars[index].isOpen(wall.at(minute)))
            continue;
        if (minute < end)
            ++(runs ? target.used : target.paused);
        counted += runs ? 1 : 0;
        if (runs && counted * 100 == *goal * rule->warnPercent)
            target.warn = minute + 1;
        if (runs && counted == *goal)
            target.due = minute + 1;
    }
    if (target.due >= 0 && end > target.due)
        target.state = SlaState::Breached;
    else if (reached >= 0)
        target.state = SlaState::Met;
    else if (status != StatusCategory::Open)
        target.state = SlaState::Paused;
    else if (target.warn >= 0 && end >= target.warn)
        target.state = SlaState::Warning;
    return target;
}

QString compare(const std::optional<TargetClock> &clock, const NaiveTarget &naive)
{
    if (clock.has_value() != naive.promised)
        return u"promised"_s;
    if (!clock)
        return {};
    const auto minuteOf = [](const QDateTime &time) {
        return time.isValid() ? time.toMSecsSinceEpoch() / 60'000 : Minute(-1);
    };
    QStringList faults;
    const auto same = [&](const QString &name, qint64 fast, qint64 slow) {
        if (fast != slow)
            faults.append(u"%1: %2, counted %3"_s.arg(name).arg(fast).arg(slow));
    };
    same(u"state"_s, int(clock->state), int(naive.state));
    same(u"due"_s, minuteOf(clock->dueAt), naive.due);
    same(u"warn"_s, minuteOf(clock->warnAt), naive.warn);
    same(u"used"_s, clock->usedSeconds, naive.used * 60);
    same(u"paused"_s, clock->pausedSeconds, naive.paused * 60);
    return faults.join(u"; "_s);
}

/// Makes up tickets, promises and calendars.
class Maker
{
public:
    explicit Maker(quint32 seed)
        : m_random(seed)
    {}

    int below(int bound) { return m_random.bounded(bound); }
    bool oneIn(int many) { return below(many) == 0; }

    NaiveCalendar calendar()
    {
        NaiveCalendar made;
        for (int day = 0; day < 7; ++day) {
            if (day >= 5 && !oneIn(3))
                continue;
            const auto hours = [&](int opens, int closes) {
                made.periods.append({.day = Weekday(day),
                                     .hours = {.opens = std::chrono::minutes(opens),
                                               .closes = std::chrono::minutes(closes)}});
            };
            if (oneIn(8)) {
                hours(0, 24 * 60);
            } else if (oneIn(2)) {
                hours(8 * 60 + below(120), 12 * 60 + below(30));
                hours(13 * 60 + below(30), 16 * 60 + below(180));
            } else {
                hours(below(9 * 60), 10 * 60 + below(14 * 60));
            }
        }
        for (int i = below(5); i > 0; --i) {
            made.holidays.append({.date = QDate(2026, 1, 1).addDays(below(365)),
                                  .name = u"A day off"_s,
                                  .yearly = oneIn(2)});
        }
        made.closeHolidays();
        return made;
    }

    /// Of goals that each percentage divides into whole minutes.
    std::optional<int> goal()
    {
        return oneIn(6) ? std::nullopt : std::optional(20 * (1 + below(oneIn(4) ? 150 : 40)));
    }

    NaiveTicket ticket()
    {
        // Half of them around the changes of clocks.
        static const QList<QDate> changes{{2026, 3, 8},  {2026, 3, 29}, {2026, 4, 5},
                                          {2026, 9, 27}, {2026, 10, 4}, {2026, 10, 25},
                                          {2026, 11, 1}};
        const QDate day = oneIn(2) ? QDate(2026, 1, 10).addDays(below(330))
                                   : changes[below(int(changes.size()))].addDays(-below(5));
        NaiveTicket made;
        Minute minute = QDateTime(day, QTime(0, 0), Qt::UTC).toSecsSinceEpoch() / 60 + below(1440);
        NaiveTicket::Change change{.at = minute,
                                   .status
                                   = oneIn(6) ? StatusCategory::Draft : StatusCategory::Open,
                                   .priority = Priority(below(4)),
                                   .category = below(3)};
        made.changes.push_back(change);
        for (int i = below(9); i > 0; --i) {
            minute += oneIn(5) ? 0 : below(oneIn(3) ? 2880 : 400);
            change.at = minute;
            if (oneIn(4))
                change.priority = Priority(below(4));
            else if (oneIn(5))
                change.category = below(3);
            else
                change.status = StatusCategory(below(7));
            made.changes.push_back(change);
        }
        made.now = minute + (oneIn(6) ? 0 : below(2880));
        if (!oneIn(3))
            made.response
                    = made.changes.front().at + below(int(made.now - made.changes.front().at) + 1);
        return made;
    }

private:
    QRandomGenerator m_random;
};

QDateTime timeOf(Minute minute)
{
    return QDateTime::fromSecsSinceEpoch(minute * 60, Qt::UTC);
}

ServiceHistory historyOf(const NaiveTicket &ticket)
{
    ServiceHistory told;
    for (const NaiveTicket::Change &change : ticket.changes) {
        told.moments.append({.at = timeOf(change.at),
                             .status = change.status,
                             .priority = change.priority,
                             .category = CategoryId(change.category)});
    }
    if (ticket.response >= 0)
        told.firstResponseAt = timeOf(ticket.response);
    return told;
}

bool isOver(StatusCategory status)
{
    return status == StatusCategory::Resolved || status == StatusCategory::Closed;
}

/// When it was answered or, without an answer, done for the first time.
Minute naiveAnswer(const NaiveTicket &ticket)
{
    for (Minute minute = ticket.changes.front().at; minute <= ticket.now; ++minute) {
        if (minute == ticket.response)
            return minute;
        for (const NaiveTicket::Change &change : ticket.changes) {
            if (change.at == minute && isOver(change.status))
                return minute;
        }
    }
    return -1;
}

/// Since when it has been done.
Minute naiveEnd(const NaiveTicket &ticket)
{
    Minute since = -1;
    for (const NaiveTicket::Change &change : ticket.changes) {
        if (!isOver(change.status))
            since = -1;
        else if (since < 0)
            since = change.at;
    }
    return since;
}

} // namespace

/// The service clock beside a simulation that lives through each ticket minute by minute, and
/// shares nothing with it but the words: 10,000 random histories in five time zones.
class TestServiceSimulation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithCountingMinutes_data();
    void agreesWithCountingMinutes();
};

void TestServiceSimulation::agreesWithCountingMinutes_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char *zone : {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe",
                             "Asia/Kathmandu", "Pacific/Chatham"})
        QTest::newRow(zone) << QByteArray(zone);
}

void TestServiceSimulation::agreesWithCountingMinutes()
{
    QFETCH(QByteArray, zone);
    const Wall wall(zone);
    Maker make(1042);
    std::array<int, 5> seen{};
    for (int i = 0; i < 2000; ++i) {
        ServiceRules rules;
        QList<NaiveCalendar> calendars;
        for (const auto &[category, priority] :
             {std::pair(0, -1), {1, -1}, {0, make.below(4)}, {1, make.below(4)}}) {
            if (make.oneIn(4))
                continue;
            const NaiveCalendar calendar = make.calendar();
            calendars.append(calendar);
            rules.append(
                    {.id = SlaPolicyId(rules.size() + 1),
                     .category = CategoryId(category),
                     .priority
                     = priority < 0 ? std::optional<Priority>() : std::optional(Priority(priority)),
                     .firstResponseMinutes = make.goal(),
                     .resolutionMinutes = make.goal(),
                     .warnPercent = 5 * (1 + make.below(20)),
                     .calendar = std::make_shared<const BusinessCalendar>(businessCalendar(
                             QString::fromLatin1(zone), calendar.periods, calendar.holidays))});
        }
        const NaiveTicket ticket = make.ticket();
        const ServiceClocks clocks = reckonClocks(historyOf(ticket), rules, timeOf(ticket.now));
        const NaiveTarget response
                = simulate(ticket, naiveAnswer(ticket), rules, calendars, wall, true);
        const NaiveTarget resolution
                = simulate(ticket, naiveEnd(ticket), rules, calendars, wall, false);
        const QString faults = compare(clocks.firstResponse, response) + u'|'
                               + compare(clocks.resolution, resolution);
        QVERIFY2(faults == u"|"_s,
                 qPrintable(u"history %1: first response|resolution: %2"_s.arg(i).arg(faults)));
        if (resolution.promised)
            ++seen.at(size_t(resolution.state));
    }
    // All of it was tried.
    for (const int times : seen)
        QVERIFY(times > 20);
}

QTEST_GUILESS_MAIN(TestServiceSimulation)
#include "tst_servicesimulation.moc"
