// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/eventparser.h"

#include <QTest>

using namespace Deskbell::App;
using namespace Qt::StringLiterals;

using Events = QList<EventParser::Event>;
Q_DECLARE_METATYPE(Events)

class TestEventParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void keepsTheIdOverAReconnect();
    void refusesWhatNeverEnds();
};

void TestEventParser::reads_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<Events>("events");

    QTest::newRow("one") << "event: ticket.created\nid: 4-1\ndata: {\"id\":1}\n\n"_ba
                         << Events{{"ticket.created", "{\"id\":1}", "4-1"}};
    QTest::newRow("CRLF") << "event: a\r\ndata: 1\r\n\r\nevent: b\r\ndata: 2\r\n\r\n"_ba
                          << Events{{"a", "1", {}}, {"b", "2", {}}};
    QTest::newRow("CR alone") << "event: a\rdata: 1\r\rdata: 2\r\r"_ba
                              << Events{{"a", "1", {}}, {"message", "2", {}}};
    QTest::newRow("heartbeats") << ": alive\n\n: alive\n\ndata: 1\n\n"_ba
                                << Events{{"message", "1", {}}};
    QTest::newRow("lines of data")
            << "data: 1\ndata:2\ndata\ndata:  4\n\n"_ba << Events{{"message", "1\n2\n\n 4", {}}};
    QTest::newRow("id stays") << "id: 7\ndata: 1\n\ndata: 2\n\n"_ba
                              << Events{{"message", "1", "7"}, {"message", "2", "7"}};
    QTest::newRow("id without data") << "id: 8\n\ndata: 2\n\n"_ba << Events{{"message", "2", "8"}};
    QTest::newRow("no data, no event")
            << "event: a\n\ndata: 1\n\n"_ba << Events{{"message", "1", {}}};
    QTest::newRow("unfinished") << "data: 1\n\ndata: 2\n"_ba << Events{{"message", "1", {}}};
    QTest::newRow("unknown fields")
            << "retry: 5\nwhat: ever\ndata: 1\n\n"_ba << Events{{"message", "1", {}}};
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF"
                                        "data: 1\n\n"_ba
                                     << Events{{"message", "1", {}}};
    QTest::newRow("UTF-8") << "data: \xC3\xBC \xF0\x9F\x98\x80\n\n"_ba
                           << Events{{"message", "\xC3\xBC \xF0\x9F\x98\x80", {}}};
    QTest::newRow("NUL in an id") << QByteArray("id: 1\0002\ndata: 1\n\n", 18)
                                  << Events{{"message", "1", {}}};
}

void TestEventParser::reads()
{
    QFETCH(QByteArray, stream);
    QFETCH(Events, events);
    // However the network cuts it, it reads the same.
    for (qsizetype piece = 1; piece <= stream.size(); ++piece) {
        EventParser parser;
        Events read;
        for (qsizetype at = 0; at < stream.size(); at += piece)
            QVERIFY(parser.feed(
                    QByteArrayView(stream).sliced(at, std::min(piece, stream.size() - at)), &read));
        QCOMPARE(read, events);
    }
}

void TestEventParser::keepsTheIdOverAReconnect()
{
    EventParser parser;
    Events read;
    QVERIFY(parser.feed("id: 1\ndata: a\n\nid: 2\ndata: half", &read));
    QCOMPARE(parser.lastEventId(), "1"_ba); // 2 was not delivered
    parser.reconnect();
    QVERIFY(parser.feed("data: b\n\n", &read));
    QCOMPARE(read, (Events{{"message", "a", "1"}, {"message", "b", "1"}}));
}

void TestEventParser::refusesWhatNeverEnds()
{
    EventParser parser;
    Events read;
    QVERIFY(parser.feed("data: ", &read));
    const QByteArray flood(64 * 1024, 'x');
    bool readable = true;
    for (int i = 0; i < 20 && readable; ++i)
        readable = parser.feed(flood, &read);
    QVERIFY(!readable);
    QVERIFY(read.isEmpty());
}

QTEST_GUILESS_MAIN(TestEventParser)
#include "tst_eventparser.moc"
