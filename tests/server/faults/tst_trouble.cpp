// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server/ticketharness.h"

#include <QTest>
#include <QUrl>

#include <optional>

using namespace Deskbell;
using namespace Deskbell::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The machine under the server has trouble: the database's disk is full, the clock goes back.
/// Killed processes are in server.faults.kill, the disk of files in server.attachments.
class TestTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void leavesNothingHalf_data();
    void leavesNothingHalf();
    void goesOnWhenTheClockWasSetBack();

private:
    QString books();

    std::optional<TicketHarness> m_api;
};

void TestTrouble::init()
{
    m_api.emplace();
}

/// How many rows everything has that a request could leave behind.
QString TestTrouble::books()
{
    QStringList counts;
    for (const char *table : {"ticket", "timeline_entry", "status_change", "activity", "event",
                              "idempotency", "attachment", "blob"}) {
        counts.append(m_api->value(
                u"SELECT '%1 ' || count(*) FROM ticket.%1"_s.arg(QLatin1StringView(table))));
    }
    return counts.join(u", "_s);
}

void TestTrouble::leavesNothingHalf_data()
{
    QTest::addColumn<QString>("table"); ///< in which the trouble is met
    QTest::addColumn<QString>("sqlState");
    QTest::addColumn<QByteArray>("key");

    const auto row
            = [](const char *name, const QString &table, const QString &sqlState, const char *key) {
                  QTest::newRow(name) << table << sqlState << QByteArray(key);
              };
    for (const char *table : {"ticket", "timeline_entry", "activity", "event", "idempotency"})
        row(table, QString::fromLatin1(table), u"53100"_s, "storage.full");
    row("no memory", u"event"_s, u"53200"_s, "database.unavailable");
    row("files of the database", u"event"_s, u"58030"_s, "database.unavailable");
}

void TestTrouble::leavesNothingHalf()
{
    QFETCH(QString, table);
    QFETCH(QString, sqlState);
    QFETCH(QByteArray, key);
    const Ticket ticket = m_api->makeTicket(m_api->jane);
    const QString before = books();
    m_api->database.execute(u"CREATE FUNCTION trouble() RETURNS trigger LANGUAGE plpgsql AS $$ "
                            u"BEGIN RAISE EXCEPTION"
                            " 'no space left on device' USING ERRCODE = '%1'; END $$;"
                            "CREATE TRIGGER trouble BEFORE INSERT ON ticket.%2"
                            " FOR EACH ROW EXECUTE FUNCTION trouble()"_s.arg(sqlState, table));

    Http::Headers keyed;
    keyed.set("Idempotency-Key"_ba, "0b7a2d1e-6c1f-4a56-9f6c-3f1f4f6f2a11"_ba);
    const auto create = [&] {
        return m_api->call(Http::Method::Post, "/tickets", m_api->alex.token,
                           {{u"title"_s, u"Second"_s}, {u"desk"_s, m_api->desk.value()}}, keyed);
    };
    const Answer created = create();
    QCOMPARE(created.status, 503);
    QCOMPARE(created.key(), key);
    QVERIFY(created.headers.value("Retry-After").toInt() > 0);
    // What touches the table fails, what does not is done.
    if (table != "ticket"_L1 && table != "idempotency"_L1) {
        QCOMPARE(m_api->setStatus(m_api->alex, ticket.id, u"in_progress"_s).key(), key);
        QCOMPARE(m_api->reply(m_api->alex, ticket.id, u"Have you tried water?"_s).key(), key);
        QCOMPARE(m_api->value(u"SELECT status FROM ticket.ticket"_s), ticket.status);
    }
    QCOMPARE(books(), before);

    m_api->database.execute(u"DROP TRIGGER trouble ON ticket.%1"_s.arg(table));
    QCOMPARE(create().status, 201);
    QCOMPARE(m_api->reply(m_api->alex, ticket.id, u"Have you tried water?"_s).status, 201);
}

void TestTrouble::goesOnWhenTheClockWasSetBack()
{
    const Ticket ticket = m_api->makeTicket(m_api->jane);
    QCOMPARE(m_api->reply(m_api->jane, ticket.id, u"It smells"_s).status, 201);
    m_api->clock.advance(-48h);

    // With the tokens that were given before and after.
    QCOMPARE(m_api->reply(m_api->jane, ticket.id, u"It still smells"_s).status, 201);
    Person later = m_api->jane;
    later.token = m_api->token(m_api->jane);
    QCOMPARE(m_api->reply(later, ticket.id, u"It smells of roses"_s).status, 201);
    QCOMPARE(m_api->setStatus(m_api->alex, ticket.id, u"resolved"_s).status, 200);
    QVERIFY(m_api->look(later, ticket.id).resolvedAt.isValid());
    const Ticket second = m_api->makeTicket(later);

    const Answer timeline = m_api->get(m_api->path(ticket.id, "/timeline"), later);
    QCOMPARE(timeline.column(u"message"_s).filter(u"smells"_s).size(), 3);
    const QStringList listed = m_api->get("/tickets?sort=-createdAt", later).column(u"number"_s);
    QVERIFY(listed.contains(ticket.number) && listed.contains(second.number));
}

QTEST_GUILESS_MAIN(TestTrouble)
#include "tst_trouble.moc"
