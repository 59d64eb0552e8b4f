// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/activity/activityentry.h"
#include "server/activity/activitylog.h"
#include "server/activity/activityroutes.h"
#include "tests/support/server/apiharness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Deskbell;
using namespace Deskbell::Test;

class TestActivityRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_api.emplace(Server::activityRoutes());
        m_admin = m_api->addPerson(u"Admin"_s, BuiltInRole::Administrator);
        m_desk = m_api->addDesk(u"HD"_s);
        m_otherDesk = m_api->addDesk(u"IT"_s);
    }
    void cleanup() { m_api.reset(); }

    void answersWhatWasRecorded();
    void filters_data();
    void filters();
    void refusesBadFilters_data();
    void refusesBadFilters();
    void pages();
    void showsOnlyWhatOneMaySee_data();
    void showsOnlyWhatOneMaySee();
    void cannotBeChanged_data();
    void cannotBeChanged();

private:
    void record(const QString &actor, const Server::ActivityDraft &draft)
    {
        QVERIFY(Server::recordActivity(m_api->database.connection(), actor, m_api->clock.now(),
                                       draft));
        m_api->clock.advance(1s);
    }
    QStringList entities(const QByteArray &query, const Person &person)
    {
        return m_api->get("/activity" + query, person).column(u"entity"_s);
    }

    std::optional<ApiHarness> m_api;
    Person m_admin;
    DeskId m_desk;
    DeskId m_otherDesk;
};

void TestActivityRoutes::answersWhatWasRecorded()
{
    Server::Context context{.db = m_api->database.connection(),
                            .environment = m_api->environment(),
                            .principal = {.account = m_admin.id, .displayName = u"Admin"_s},
                            .requestId = "r-1",
                            .peer = u"10.0.0.7"_s};
    QVERIFY(Server::recordActivity(context, {.entity = "ticket",
                                             .action = "update",
                                             .entityId = 7,
                                             .ticket = TicketId(7),
                                             .desk = m_desk,
                                             .oldValue = {{u"priority"_s, u"low"_s}},
                                             .newValue = {{u"priority"_s, u"high"_s}}}));
    const Answer answer = m_api->get("/activity", m_admin);
    QCOMPARE(answer.status, 200);
    const auto page = fromJson<Page<ActivityEntry>>(answer.json);
    QVERIFY(page);
    QCOMPARE(*page->pagination.total, 1);
    const ActivityEntry &entry = page->data.first();
    QCOMPARE(entry.at, m_api->clock.now());
    QCOMPARE(entry.actorId, m_admin.id);
    QCOMPARE(entry.actorName, u"Admin"_s);
    QCOMPARE(entry.action, u"update"_s);
    QCOMPARE(entry.entity, u"ticket"_s);
    QCOMPARE(entry.ticketId, TicketId(7));
    QCOMPARE(entry.deskId, m_desk);
    QCOMPARE(entry.oldValue, QJsonValue(QJsonObject{{u"priority"_s, u"low"_s}}));
    QCOMPARE(entry.newValue, QJsonValue(QJsonObject{{u"priority"_s, u"high"_s}}));
    QCOMPARE(entry.peer, u"10.0.0.7"_s);
    QCOMPARE(entry.requestId, u"r-1"_s);
}

void TestActivityRoutes::filters_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("expected");
    const QStringList all{u"session"_s, u"role"_s, u"account"_s, u"ticket"_s};
    QTest::newRow("all, newest first") << QString() << all;
    QTest::newRow("entity") << u"?entity=ticket"_s << QStringList{u"ticket"_s};
    QTest::newRow("two entities") << u"?entity=ticket,role"_s
                                  << QStringList{u"role"_s, u"ticket"_s};
    QTest::newRow("action") << u"?action=create"_s << QStringList{u"role"_s, u"ticket"_s};
    QTest::newRow("ticket") << u"?ticket=7"_s << QStringList{u"ticket"_s};
    QTest::newRow("another ticket") << u"?ticket=8"_s << QStringList();
    QTest::newRow("desk") << u"?desk=1"_s << QStringList{u"ticket"_s};
    QTest::newRow("nobody") << u"?actor=none"_s << all;
    QTest::newRow("me") << u"?actor=me"_s << QStringList();
    QTest::newRow("me or nobody") << u"?actor=me,none"_s << all;
    QTest::newRow("name") << u"?q=JAN"_s << QStringList{u"account"_s, u"ticket"_s};
    QTest::newRow("part of an action") << u"?q=refu"_s << QStringList{u"session"_s};
    QTest::newRow("wildcard is text") << u"?q=%25"_s << QStringList();
    QTest::newRow("from the second on") << u"?after=%1"_s << all.first(3);
    QTest::newRow("before the second") << u"?before=%1"_s << all.last(1);
    QTest::newRow("together") << u"?action=create&q=jane"_s << QStringList{u"ticket"_s};
}

void TestActivityRoutes::filters()
{
    QFETCH(QString, query);
    record(u"Jane"_s, {.entity = "ticket",
                       .action = "create",
                       .entityId = 7,
                       .ticket = TicketId(7),
                       .desk = m_desk});
    const QString second = timeToWire(m_api->clock.now());
    record(u"Jane"_s, {.entity = "account", .action = "update"});
    record(u"John"_s, {.entity = "role", .action = "create"});
    record({}, {.entity = "session", .action = "refuse"});
    if (query.contains("=%1"_L1))
        query.replace("%1"_L1, second);
    QTEST(entities(query.toLatin1(), m_admin), "expected");
}

void TestActivityRoutes::refusesBadFilters_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("fault");
    QTest::newRow("unknown") << "?user=1"_ba << u"user:unknown_field"_s;
    QTest::newRow("actor") << "?actor=jane"_ba << u"actor:invalid"_s;
    QTest::newRow("time") << "?after=yesterday"_ba << u"after:invalid"_s;
    QTest::newRow("cursor") << "?cursor=abc"_ba << u"cursor:invalid"_s;
    QTest::newRow("cursor of another list") << "?cursor=WyJqYW5lIiwxXQ"_ba << u"cursor:invalid"_s;
}

void TestActivityRoutes::refusesBadFilters()
{
    QFETCH(QByteArray, query);
    const Answer answer = m_api->get("/activity" + query, m_admin);
    QCOMPARE(answer.status, 422);
    QTEST(answer.faults().join(u' '), "fault");
}

void TestActivityRoutes::pages()
{
    for (const char *entity : {"e1", "e2", "e3", "e4", "e5"})
        QVERIFY(Server::recordActivity(m_api->database.connection(), {}, m_api->clock.now(),
                                       {.entity = entity, .action = "create"}));
    QCOMPARE(entities("?page=2&pageSize=2", m_admin), (QStringList{u"e3"_s, u"e2"_s}));
    QStringList seen;
    QString cursor;
    for (int i = 0; i < 3; ++i) {
        const Answer answer
                = m_api->get("/activity?pageSize=2&cursor=" + cursor.toLatin1(), m_admin);
        const auto page = fromJson<Page<ActivityEntry>>(answer.json);
        QVERIFY(page);
        QVERIFY(!page->pagination.total);
        seen += answer.column(u"entity"_s);
        cursor = page->pagination.nextCursor;
    }
    QCOMPARE(cursor, QString());
    QCOMPARE(seen, (QStringList{u"e5"_s, u"e4"_s, u"e3"_s, u"e2"_s, u"e1"_s}));
}

void TestActivityRoutes::showsOnlyWhatOneMaySee_data()
{
    QTest::addColumn<QStringList>("held");
    QTest::addColumn<bool>("onOneDesk");
    QTest::addColumn<QStringList>("expected"); // newest first; "refused": none of it
    const QString audit = u"audit.view"_s;
    const QString notes = u"ticket.note"_s;
    const QStringList refused{u"refused"_s};
    QTest::newRow("everything") << QStringList{audit, notes} << false
                                << QStringList{u"role"_s, u"other note"_s, u"other ticket"_s,
                                               u"note"_s, u"ticket"_s};
    QTest::newRow("without notes") << QStringList{audit} << false
                                   << QStringList{u"role"_s, u"other ticket"_s, u"ticket"_s};
    QTest::newRow("one desk") << QStringList{audit, notes} << true
                              << QStringList{u"note"_s, u"ticket"_s};
    QTest::newRow("one desk without notes")
            << QStringList{audit} << true << QStringList{u"ticket"_s};
    QTest::newRow("no right") << QStringList{notes, u"report.view"_s} << false << refused;
}

void TestActivityRoutes::showsOnlyWhatOneMaySee()
{
    QFETCH(QStringList, held);
    QFETCH(bool, onOneDesk);
    record({}, {.entity = "ticket", .action = "create", .desk = m_desk});
    record({}, {.entity = "note", .action = "create", .desk = m_desk, .internal = true});
    record({}, {.entity = "other ticket", .action = "create", .desk = m_otherDesk});
    record({}, {.entity = "other note", .action = "create", .desk = m_otherDesk, .internal = true});
    record({}, {.entity = "role", .action = "create"});
    const Person person = m_api->addPerson(u"Jane"_s, held, onOneDesk ? m_desk : DeskId());
    const Answer answer = m_api->get("/activity", person);
    const QStringList seen
            = answer.status == 403 ? QStringList{u"refused"_s} : answer.column(u"entity"_s);
    QTEST(seen, "expected");
    if (answer.status == 200) {
        // Not by a count either.
        QCOMPARE(answer.json.value("pagination"_L1).toObject().value("total"_L1).toInt(),
                 seen.size());
    }
}

void TestActivityRoutes::cannotBeChanged_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("update") << u"UPDATE ticket.activity SET action = 'other'"_s;
    QTest::newRow("delete") << u"DELETE FROM ticket.activity"_s;
    QTest::newRow("truncate") << u"TRUNCATE ticket.activity"_s;
}

void TestActivityRoutes::cannotBeChanged()
{
    QFETCH(QString, sql);
    record({}, {.entity = "ticket", .action = "create"});
    QVERIFY(!m_api->database.connection().script(sql));
    QCOMPARE(entities({}, m_admin), QStringList{u"ticket"_s});
}

QTEST_GUILESS_MAIN(TestActivityRoutes)
#include "tst_activityroutes.moc"
