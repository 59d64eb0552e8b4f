// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/events/event.h"
#include "common/events/resumetoken.h"
#include "tests/support/common/faults.h"

#include <QTest>

using namespace Deskbell;
using namespace Deskbell::Test;
using namespace Qt::StringLiterals;

class EventsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokens_data();
    void tokens();
    void tokensRefused_data();
    void tokensRefused();
    void tokenOrder();
    void eventRoundTrip();
    void eventsStrictly();
};

void EventsTest::tokens_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<quint64>("transaction");
    QTest::addColumn<qint64>("id");
    QTest::newRow("start") << "0-0"_ba << quint64(0) << qint64(0);
    QTest::newRow("usual") << "4711-90210"_ba << quint64(4711) << qint64(90210);
    QTest::newRow("largest") << "18446744073709551615-9223372036854775807"_ba
                             << std::numeric_limits<quint64>::max()
                             << std::numeric_limits<qint64>::max();
}

void EventsTest::tokens()
{
    QFETCH(QByteArray, text);
    const auto token = resumeTokenFromText(text);
    QVERIFY(token);
    QTEST(token->transaction, "transaction");
    QTEST(token->id, "id");
    QCOMPARE(toText(*token), text);
}

void EventsTest::tokensRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"",
                             "-",
                             "1",
                             "1-",
                             "-1",
                             "1--1",
                             "-1-1",
                             "+1-1",
                             "1-+1",
                             " 1-1",
                             "1-1 ",
                             "1 -1",
                             "01-1",
                             "1-01",
                             "1-1-1",
                             "0x1-1",
                             "1-1e3",
                             "1.0-1",
                             "a-b",
                             "18446744073709551616-1",
                             "1-9223372036854775808"})
        QTest::newRow(*text ? text : "nothing") << QByteArray(text);
    QTest::newRow("NUL behind") << QByteArray("1-1\0", 4);
}

void EventsTest::tokensRefused()
{
    QFETCH(QByteArray, text);
    QVERIFY(!resumeTokenFromText(text));
}

void EventsTest::tokenOrder()
{
    QVERIFY((ResumeToken{1, 9} < ResumeToken{2, 1}));
    QVERIFY((ResumeToken{2, 1} < ResumeToken{2, 2}));
}

void EventsTest::eventRoundTrip()
{
    const Event event{.type = EventType::TicketUpdated,
                      .id = AnyEntityId(12),
                      .ticketId = TicketId(12),
                      .version = 4,
                      .changes = object(R"({"status":{"old":"new","new":"in_progress"}})"),
                      .actor = PersonRef{.id = AccountId(8), .displayName = u"John"_s},
                      .at = QDateTime(QDate(2026, 11, 21), QTime(9, 30), Qt::UTC)};
    QCOMPARE(eventFromStream("ticket.updated", toJson(event)).value(), event);
    const Event bare{.type = EventType::SessionEnded, .at = event.at};
    QCOMPARE(eventFromStream("session.ended", toJson(bare)).value(), bare);
}

void EventsTest::eventsStrictly()
{
    const auto unknown = eventFromStream("ticket.exploded", {});
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().key, "event.unknown_type"_ba);
    QCOMPARE(faultsOf(eventFromStream("reset", object(R"({"at":"now","x":1})"))),
             QStringList({u"at:invalid"_s, u"x:unknown_field"_s}));
    QVERIFY(eventFromStream("reset", object(R"({"at":"2026-11-21T09:30:00.000Z","x":1})"),
                            Unknown::Ignored));
}

QTEST_APPLESS_MAIN(EventsTest)
#include "tst_events.moc"
