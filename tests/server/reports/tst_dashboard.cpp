// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/reports/dashboard.h"
#include "server/base/servicesettings.h"
#include "server/reports/dashboardservice.h"
#include "tests/support/server/ticketharness.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Test;

namespace {

Server::ServiceSettings inBerlin()
{
    Server::ServiceSettings settings;
    settings.calendar.zone = QTimeZone("Europe/Berlin");
    return settings;
}

QDateTime utc(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODate);
}

} // namespace

class TestDashboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_api.emplace(u"helpdesk"_s, inBerlin()); }
    void cleanup() { m_api.reset(); }

    void anEmptyDeskHasNothing();
    void everyFigureIsWhatOneCounts();
    void daysBeginAtMidnightOfTheBusiness();
    void whatWasReopenedIsOpen();
    void onlyTheDesksThatAreAskedFor();
    void refusesWhatItCannotRead_data();
    void refusesWhatItCannotRead();

private:
    Dashboard look(const QByteArray &query = {})
    {
        return decoded<Dashboard>(m_api->get("/reports/dashboard" + query, m_api->lead));
    }
    void set(TicketId ticket, const QString &assignments)
    {
        m_api->database.execute(u"UPDATE ticket.ticket SET %1 WHERE id = %2"_s.arg(assignments)
                                        .arg(ticket.value()));
    }

    std::optional<TicketHarness> m_api;
};

void TestDashboard::anEmptyDeskHasNothing()
{
    const Dashboard dashboard = look();
    QCOMPARE(dashboard.asOf, m_api->clock.now());
    QCOMPARE(dashboard.open, 0);
    QVERIFY(dashboard.statuses.isEmpty());
    QVERIFY(dashboard.teams.isEmpty());
    QVERIFY(dashboard.assignees.isEmpty());
    QCOMPARE(dashboard.priorities.size(), 4);
    QCOMPARE(dashboard.priorities.first().priority, Priority::Urgent);
    QCOMPARE(dashboard.ages.size(), 6);
    QCOMPARE(dashboard.days.size(), 30);
    for (const DayFlow &day : dashboard.days)
        QCOMPARE(day, (DayFlow{.begins = day.begins}));
}

/// Tickets of all kinds by chance, and every figure counted again from the list, one by one.
void TestDashboard::everyFigureIsWhatOneCounts()
{
    QRandomGenerator chance(42);
    const QDateTime now = m_api->clock.now();
    const auto team = m_api->value(
            u"INSERT INTO ticket.team (desk_id, name) VALUES (%1, 'Network') RETURNING id"_s.arg(
                    m_api->desk.value()));
    const QStringList statuses{u"new"_s, u"in_progress"_s, u"waiting_for_requester"_s,
                               u"resolved"_s, u"closed"_s};
    const QStringList priorities = {u"low"_s, u"medium"_s, u"high"_s, u"urgent"_s};
    for (int i = 0; i < 60; ++i) {
        const Ticket ticket = m_api->makeTicket(m_api->jane);
        m_api->forceStatus(ticket.id, statuses[chance.bounded(statuses.size())]);
        const int age = chance.bounded(50 * 24);
        const auto maybe = [&](const QString &value) {
            return chance.bounded(3) == 0 ? u"NULL"_s : value;
        };
        const auto moment = [&](int hours) {
            return u"timestamptz '%1'"_s.arg(timeToWire(now.addSecs(hours * 3600LL)));
        };
        set(ticket.id,
            u"priority = '%1', team_id = %2, assignee_id = %3, created_at = %4, due_at = %5"_s.arg(
                    priorities[chance.bounded(4)], maybe(team),
                    maybe(QString::number(
                            (chance.bounded(2) ? m_api->alex : m_api->emily).id.value())),
                    moment(-age), maybe(moment(chance.bounded(96) - 48))));
        const int done = chance.bounded(age + 1);
        set(ticket.id,
            u"resolved_at = CASE WHEN status_category = 'resolved' THEN %1 END,"
            " closed_at = CASE WHEN status_category = 'closed' THEN %1 END"_s.arg(moment(-done)));
    }

    QList<Ticket> all;
    for (const QJsonValue &one : m_api->get("/tickets?pageSize=100", m_api->lead).data())
        all.append(*fromJson<Ticket>(one.toObject()));
    QCOMPARE(all.size(), 60);
    QList<Ticket> open;
    std::copy_if(all.begin(), all.end(), std::back_inserter(open),
                 [](const Ticket &ticket) { return !isDone(ticket.statusCategory); });
    QVERIFY(open.size() > 10 && open.size() < 60);
    const auto count = [&](const std::function<bool(const Ticket &)> &is) {
        return int(std::count_if(open.begin(), open.end(), is));
    };
    const auto isWaiting = [](const Ticket &t) {
        return t.statusCategory == StatusCategory::Waiting
               || t.statusCategory == StatusCategory::Hold;
    };
    const auto isOverdue = [&](const Ticket &t) {
        return t.dueAt.isValid() && t.dueAt < now;
    };

    const Dashboard dashboard = look();
    QCOMPARE(dashboard.open, open.size());
    QCOMPARE(dashboard.unassigned, count([](const Ticket &t) { return !t.assignee; }));
    QCOMPARE(dashboard.waiting, count(isWaiting));
    QCOMPARE(dashboard.overdue, count(isOverdue));
    const QDateTime tomorrow = dashboard.days.last().begins.addDays(1);
    QCOMPARE(dashboard.dueToday, count([&](const Ticket &t) {
                 return t.dueAt.isValid() && t.dueAt >= now && t.dueAt < tomorrow;
             }));
    int sum = 0;
    for (const StatusLoad &load : dashboard.statuses) {
        QCOMPARE(load.tickets, count([&](const Ticket &t) {
                     return t.status == load.status && t.statusLabel == load.label
                            && t.statusCategory == load.category;
                 }));
        sum += load.tickets;
    }
    QCOMPARE(sum, open.size());
    for (const PriorityLoad &load : dashboard.priorities)
        QCOMPARE(load.tickets, count([&](const Ticket &t) { return t.priority == load.priority; }));
    QCOMPARE(dashboard.teams.size(), 2);
    for (const TeamLoad &load : dashboard.teams)
        QCOMPARE(load.tickets, count([&](const Ticket &t) { return t.team == load.team; }));
    QCOMPARE(dashboard.assignees.size(), 3);
    for (const AssigneeLoad &load : dashboard.assignees) {
        const auto has = [&](const Ticket &t) {
            return t.assignee == load.assignee;
        };
        QCOMPARE(load.tickets, count(has));
        QCOMPARE(load.waiting, count([&](const Ticket &t) { return has(t) && isWaiting(t); }));
        QCOMPARE(load.overdue, count([&](const Ticket &t) { return has(t) && isOverdue(t); }));
        QCOMPARE(load.urgent,
                 count([&](const Ticket &t) { return has(t) && t.priority >= Priority::High; }));
    }
    for (const AgeLoad &load : dashboard.ages) {
        QCOMPARE(load.tickets, count([&](const Ticket &t) {
                     const double days = double(t.createdAt.msecsTo(now)) / 86'400'000;
                     return days >= load.fromDays && (load.untilDays == 0 || days < load.untilDays);
                 }));
    }
    for (const DayFlow &day : dashboard.days) {
        const QDateTime ends = day.begins.toTimeZone(inBerlin().calendar.zone).addDays(1);
        const auto within = [&](const QDateTime &moment) {
            return moment >= day.begins && moment < ends;
        };
        const auto doneAt = [](const Ticket &t) {
            return t.resolvedAt.isValid() ? t.resolvedAt : t.closedAt;
        };
        int created = 0;
        int solved = 0;
        int left = 0;
        for (const Ticket &t : std::as_const(all)) {
            const bool done = isDone(t.statusCategory);
            created += within(t.createdAt);
            solved += done && within(doneAt(t));
            left += t.createdAt < ends && (!done || doneAt(t) >= ends);
        }
        QCOMPARE(day, (DayFlow{day.begins, created, solved, left}));
    }
}

void TestDashboard::daysBeginAtMidnightOfTheBusiness()
{
    // The clocks of Berlin went back on that Sunday: it has 25 hours.
    const QList<QDateTime> days = Server::DashboardService::beginningsOfDays(
            3, utc(u"2026-10-26T12:00:00Z"_s), QTimeZone("Europe/Berlin"));
    QCOMPARE(days, (QList{utc(u"2026-10-23T22:00:00Z"_s), utc(u"2026-10-24T22:00:00Z"_s),
                          utc(u"2026-10-25T23:00:00Z"_s), utc(u"2026-10-26T23:00:00Z"_s)}));

    const Ticket ticket = m_api->makeTicket(m_api->jane);
    const QDateTime yesterday = look("?days=7").days[5].begins;
    QCOMPARE(yesterday.toTimeZone(inBerlin().calendar.zone).time(), QTime(0, 0));
    set(ticket.id, u"created_at = '%1'"_s.arg(timeToWire(yesterday.addMSecs(-1))));
    QCOMPARE(look("?days=7").days[4].created, 1);
    QCOMPARE(look("?days=7").days[5].created, 0);
    set(ticket.id, u"created_at = '%1'"_s.arg(timeToWire(yesterday)));
    QCOMPARE(look("?days=7").days[4].created, 0);
    QCOMPARE(look("?days=7").days[5].created, 1);
}

void TestDashboard::whatWasReopenedIsOpen()
{
    const Ticket ticket = m_api->makeTicket(m_api->jane);
    QCOMPARE(m_api->reply(m_api->alex, ticket.id, u"On my way"_s).status, 201);
    QCOMPARE(m_api->setStatus(m_api->alex, ticket.id, u"resolved"_s).status, 200);
    Dashboard dashboard = look();
    QCOMPARE(dashboard.answeredToday, 1);
    QCOMPARE(dashboard.open, 0);
    QCOMPARE(dashboard.days.last().solved, 1);
    QCOMPARE(m_api->reply(m_api->jane, ticket.id, u"Still dark"_s).status, 201);
    dashboard = look();
    QCOMPARE(dashboard.open, 1);
    QCOMPARE(dashboard.days.last().solved, 0);
    QCOMPARE(dashboard.days.last().open, 1);
}

void TestDashboard::onlyTheDesksThatAreAskedFor()
{
    const DeskId other = m_api->addWorkflowDesk(u"IT"_s, u"helpdesk"_s);
    m_api->makeTicket(m_api->jane);
    m_api->makeTicket(m_api->jane, {{u"desk"_s, other.value()}});
    QCOMPARE(look().open, 2);
    const QByteArray one = "?desk=" + QByteArray::number(other.value());
    QCOMPARE(look(one).open, 1);
    QCOMPARE(look(one).days.last().created, 1);
    QCOMPARE(look("?desk=999999").open, 0);

    const Person here
            = m_api->addPerson(u"here"_s, {u"report.view"_s, u"ticket.view_all"_s}, m_api->desk);
    QCOMPARE(decoded<Dashboard>(m_api->get("/reports/dashboard", here)).open, 1);
    QCOMPARE(decoded<Dashboard>(m_api->get("/reports/dashboard" + one, here)).open, 0);
}

void TestDashboard::refusesWhatItCannotRead_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("field");
    QTest::newRow("too few days") << "?days=6"_ba << u"days"_s;
    QTest::newRow("too many days") << "?days=91"_ba << u"days"_s;
    QTest::newRow("no number") << "?days=x"_ba << u"days"_s;
    QTest::newRow("a desk by name") << "?desk=HD"_ba << u"desk"_s;
    QTest::newRow("unknown") << "?team=1"_ba << u"team"_s;
}

void TestDashboard::refusesWhatItCannotRead()
{
    QFETCH(QByteArray, query);
    QFETCH(QString, field);
    const Answer answer = m_api->get("/reports/dashboard" + query, m_api->lead);
    QCOMPARE(answer.status, 422);
    QCOMPARE(answer.faults().size(), 1);
    QVERIFY(answer.faults().first().startsWith(field + u':'));
}

QTEST_GUILESS_MAIN(TestDashboard)
#include "tst_dashboard.moc"
