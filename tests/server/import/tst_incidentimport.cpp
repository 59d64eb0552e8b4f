// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/query.h"
#include "common/workflows/workflowdefinition.h"
#include "server/import/incidentimport.h"
#include "server/import/incidentreplay.h"
#include "tests/support/server/apiharness.h"

#include <QBuffer>
#include <QFile>
#include <QTest>

using namespace Deskbell;
using namespace Deskbell::Server;
using namespace Deskbell::Test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray header
        = "number,incident_state,active,reassignment_count,reopen_count,sys_mod_count,made_sla,"
          "caller_id,"
          "opened_by,opened_at,sys_created_by,sys_created_at,sys_updated_by,sys_updated_at,contact_"
          "type,"
          "location,category,subcategory,u_symptom,cmdb_ci,impact,urgency,priority,assignment_"
          "group,"
          "assigned_to,knowledge,u_priority_confirmation,notify,problem_id,rfc,vendor,caused_by,"
          "closed_code,resolved_by,resolved_at,closed_at\n";

/// The columns that matter to a test; the rest has usual values.
struct Row
{
    QByteArray number = "INC0000001";
    QByteArray state = "New";
    QByteArray updatedAt = "01-03-2016 10:00";
    QByteArray priority = "3 - Moderate";
    QByteArray assignee = "?";
    QByteArray caller = "Caller 1";
    QByteArray openedAt = "01-03-2016 09:00";
    QByteArray group = "Group 1";
    QByteArray impact = "2 - Medium";

    QByteArray line() const
    {
        return number + ',' + state + ",TRUE,0,0,0,TRUE," + caller + ",Opened by  8," + openedAt
               + ",Created by 6,01-03-2016 09:01,Updated by 21," + updatedAt
               + ",Phone,Location 1,Category 5,Subcategory 7,Symptom 3,?," + impact + ",2 - Medium,"
               + priority + ',' + group + ',' + assignee
               + ",FALSE,FALSE,Do Not Notify,?,?,?,?,code 5,Resolved by 1,?,?\n";
    }
};

Result<IncidentLog> readRows(const QList<Row> &rows)
{
    QByteArray text = header;
    for (const Row &row : rows)
        text += row.line();
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    return readIncidentLog(buffer);
}

Result<IncidentLog> readRealLog()
{
    QFile file(QStringLiteral(DESKBELL_SOURCE_DIR "/tests/data/incident_event_log.csv"));
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::notFound());
    return readIncidentLog(file);
}

bool goOn(qint64, qint64)
{
    return true;
}

} // namespace

class TestIncidentImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workflowIsSound()
    {
        QFile file(u":/import/incident.workflow.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto workflow = fromJsonBytes<WorkflowDefinition>(file.readAll());
        QVERIFY2(workflow, workflow ? "" : qPrintable(workflow.error().detail));
    }

    void replaysChanges()
    {
        const auto log = readRows(
                {{},
                 {.state = "Active", .updatedAt = "01-03-2016 10:30", .assignee = "Resolver 9"},
                 {.state = "Active", .updatedAt = "01-03-2016 10:40", .assignee = "Resolver 9"},
                 {.state = "Resolved",
                  .updatedAt = "02-03-2016 08:00",
                  .priority = "1 - Critical",
                  .assignee = "Resolver 9",
                  .impact = "1 - High"}});
        QVERIFY(log);
        const ReplayedIncident history = replay(log->incidents.first());
        QList<ReplayedEvent::Subject> subjects;
        for (const ReplayedEvent &event : history.events)
            subjects.append(event.subject);
        using Subject = ReplayedEvent::Subject;
        QCOMPARE(subjects, (QList<Subject>{Subject::Created, Subject::Assignment, Subject::Status,
                                           Subject::Worked, Subject::Priority, Subject::Status,
                                           Subject::CustomFields}));
        QCOMPARE(history.events.first().author, u"Opened by 8"_s);
        QCOMPARE(history.events.first().at, QDateTime({2016, 3, 1}, {9, 0}, Qt::UTC));
        QCOMPARE(history.events[2].oldValue, u"new"_s);
        QCOMPARE(history.events[2].newValue, u"active"_s);
        QCOMPARE(history.resolvedAt, QDateTime({2016, 3, 2}, {8, 0}, Qt::UTC));
        QCOMPARE(history.status, u"resolved"_s);
        QCOMPARE(history.reopenCount, 0);
    }

    void reopeningCountsAndClearsTimes()
    {
        const auto log = readRows(
                {{.state = "Resolved"}, {.state = "Active", .updatedAt = "01-03-2016 11:00"}});
        QVERIFY(log);
        const ReplayedIncident history = replay(log->incidents.first());
        QCOMPARE(history.reopenCount, 1);
        QVERIFY(!history.resolvedAt.isValid());
    }

    void startsInTheFirstStateOfTheLog()
    {
        const auto log = readRows({{.state = "Awaiting Vendor"}});
        QVERIFY(log);
        QCOMPARE(replay(log->incidents.first()).events.first().newValue, u"awaiting_vendor"_s);
    }

    void refusesFaultyIncidents_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("reason");
        const auto row = [](const Row &faulty) {
            return faulty.line();
        };
        QTest::newRow("state") << row({.state = "Lost"}) << u"unknown state \"Lost\""_s;
        QTest::newRow("priority") << row({.priority = "9 - None"})
                                  << u"unknown priority \"9 - None\""_s;
        QTest::newRow("time") << row({.updatedAt = "31-02-2016 10:00"})
                              << u"sys_updated_at is not a time: \"31-02-2016 10:00\""_s;
        QTest::newRow("no time") << row({.updatedAt = "?"}) << u"sys_updated_at is missing"_s;
        QTest::newRow("caller") << row({.caller = "?"}) << u"caller_id is missing"_s;
        QTest::newRow("opened") << row({.openedAt = "?"}) << u"opened_at is not a time: \"\""_s;
        QTest::newRow("number") << row({.number = "REQ1"})
                                << u"\"REQ1\" is not an incident number"_s;
        QTest::newRow("fields") << "INC0000001,New\n"_ba
                                << u"the row has 2 fields in place of 36"_s;
    }
    void refusesFaultyIncidents()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, reason);
        QByteArray file = header + text + Row{.number = "INC0000002"}.line();
        QBuffer buffer(&file);
        buffer.open(QIODevice::ReadOnly);
        const auto log = readIncidentLog(buffer);
        QVERIFY(log);
        QCOMPARE(log->rowsRead, 2);
        QCOMPARE(log->incidents.size(), 1);
        QCOMPARE(log->incidents.first().id, u"INC0000002"_s);
        QCOMPARE(log->refusals.size(), 1);
        QCOMPARE(log->refusals.first().reason, reason);
        QCOMPARE(log->refusals.first().line, 2);
    }

    void refusesAFileWithoutItsColumns()
    {
        QByteArray file = "number,state\n";
        QBuffer buffer(&file);
        buffer.open(QIODevice::ReadOnly);
        const auto log = readIncidentLog(buffer);
        QVERIFY(!log);
        QCOMPARE(log.error().key, "import.column_missing"_ba);
    }

    void importsTheRealLog()
    {
        ApiHarness api({});
        Db::Connection db(api.database.settings());
        Context context{.db = db, .environment = api.environment(), .requestId = "test"};
        const auto log = readRealLog();
        QVERIFY(log);
        QCOMPARE(log->rowsRead, 5998);
        QCOMPARE(log->incidents.size(), 890);

        // Stopped in the middle …
        const auto half
                = importIncidents(context, *log, [](qint64 done, qint64) { return done < 400; });
        QVERIFY2(half, half ? "" : qPrintable(half.error().detail));
        QCOMPARE(half->ticketsCreated, 400);
        QVERIFY(!half->reconciles());

        // … goes on where it was …
        const auto rest = importIncidents(context, *log, goOn);
        QVERIFY(rest);
        QCOMPARE(rest->ticketsThere, 400);
        QCOMPARE(rest->ticketsCreated, 490);
        QCOMPARE(rest->rowsTaken, 5998);
        QVERIFY(rest->reconciles());

        // … and does nothing the third time.
        const auto again = importIncidents(context, *log, goOn);
        QVERIFY(again);
        QCOMPARE(again->ticketsCreated, 0);
        QCOMPARE(again->ticketsThere, 890);
        QCOMPARE(again->events, rest->events);
        QVERIFY(again->reconciles());

        // What the file says, counted there independently of this program.
        QCOMPARE(api.value(u"SELECT count(*) FROM ticket.ticket"_s), u"890"_s);
        QCOMPARE(api.value(u"SELECT count(*) FROM ticket.status_change"_s), u"2527"_s);
        QCOMPARE(
                api.value(
                        u"SELECT count(*) FROM ticket.status_change WHERE from_status = 'resolved' "
                        "AND to_status = 'closed'"_s),
                u"890"_s);
        QCOMPARE(api.value(u"SELECT count(*) FROM ticket.status_change WHERE from_status = 'new' "
                           "AND to_status = 'active'"_s),
                 u"321"_s);
        QCOMPARE(api.value(u"SELECT sum(reopen_count) FROM ticket.ticket"_s), u"11"_s);
        QCOMPARE(api.value(
                         u"SELECT count(*) FROM ticket.timeline_entry WHERE event_type = 'created' "
                         "AND details ->> 'status' <> 'new'"_s),
                 u"258"_s);
        QCOMPARE(api.value(u"SELECT count(*) FROM ticket.ticket WHERE status <> 'closed'"_s),
                 u"0"_s);
        // No state that the log does not name for that incident: what follows the first is a
        // change.
        QCOMPARE(api.value(u"SELECT count(DISTINCT to_status) FROM ticket.status_change"_s),
                 u"7"_s);
        // The number is the incident's own, and new tickets go on behind it.
        QCOMPARE(
                api.value(
                        u"SELECT count(*) FROM ticket.ticket t JOIN ticket.external_reference x "
                        "ON x.ticket_id = t.id WHERE x.external_id = 'INC' || lpad(t.number::text, 7, '0')"_s),
                u"890"_s);
        QCOMPARE(api.value(u"SELECT nextval(format('ticket.desk_number_%s', d.id)::regclass) > "
                           u"max(t.number) "
                           "FROM ticket.desk d JOIN ticket.ticket t ON t.desk_id = d.id "
                           "WHERE d.key = 'INC' GROUP BY d.id"_s),
                 u"t"_s);
    }

    void refusesAnIncidentThatGrewSinceItsImport()
    {
        ApiHarness api({});
        Db::Connection db(api.database.settings());
        Context context{.db = db, .environment = api.environment(), .requestId = "test"};
        const auto before = readRows({{}});
        QVERIFY(importIncidents(context, *before, goOn));
        const auto after = readRows({{}, {.state = "Active", .updatedAt = "01-03-2016 10:30"}});
        const auto report = importIncidents(context, *after, goOn);
        QVERIFY(report);
        QVERIFY(!report->reconciles());
        QCOMPARE(report->refusals.size(), 1);
        QCOMPARE(report->refusals.first().reason, u"was imported with 1 rows, the file has 2"_s);
        QCOMPARE(api.value(u"SELECT status FROM ticket.ticket"_s), u"new"_s);
    }
};

QTEST_GUILESS_MAIN(TestIncidentImport)
#include "tst_incidentimport.moc"
