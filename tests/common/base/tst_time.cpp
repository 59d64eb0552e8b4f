// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/time.h"

#include <QTest>
#include <QTimeZone>

using namespace Deskbell;
using namespace Qt::StringLiterals;

class TimeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void written();
    void read_data();
    void read();
    void refused_data();
    void refused();
};

void TimeTest::written()
{
    const QDateTime moment(QDate(2026, 11, 21), QTime(9, 30, 0, 7), Qt::UTC);
    QCOMPARE(timeToWire(moment), u"2026-11-21T09:30:00.007Z"_s);
    QCOMPARE(timeToWire(moment.toTimeZone(QTimeZone(3600))), u"2026-11-21T09:30:00.007Z"_s);
    QCOMPARE(timeFromWire(timeToWire(moment)), moment);
    QCOMPARE(timeToJson(moment), QJsonValue(u"2026-11-21T09:30:00.007Z"_s));
    QVERIFY(timeToJson(QDateTime()).isNull());
}

void TimeTest::read_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDateTime>("time");
    const QDate date(2026, 11, 21);
    QTest::newRow("milliseconds") << u"2026-11-21T09:30:01.123Z"_s
                                  << QDateTime(date, QTime(9, 30, 1, 123), Qt::UTC);
    QTest::newRow("no fraction") << u"2026-11-21T09:30:01Z"_s
                                 << QDateTime(date, QTime(9, 30, 1), Qt::UTC);
    QTest::newRow("tenths") << u"2026-11-21T09:30:01.5Z"_s
                            << QDateTime(date, QTime(9, 30, 1, 500), Qt::UTC);
    QTest::newRow("nanoseconds are cut") << u"2026-11-21T09:30:01.999999999Z"_s
                                         << QDateTime(date, QTime(9, 30, 1, 999), Qt::UTC);
    QTest::newRow("leap day") << u"2028-02-29T00:00:00.000Z"_s
                              << QDateTime(QDate(2028, 2, 29), QTime(0, 0), Qt::UTC);
    QTest::newRow("first year") << u"0001-01-01T00:00:00Z"_s
                                << QDateTime(QDate(1, 1, 1), QTime(0, 0), Qt::UTC);
}

void TimeTest::read()
{
    QFETCH(QString, text);
    QFETCH(QDateTime, time);
    const auto found = timeFromWire(text);
    QVERIFY(found);
    QCOMPARE(*found, time);
    QCOMPARE(found->timeSpec(), Qt::UTC);
}

void TimeTest::refused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",
                             "Z",
                             "2026-11-21",
                             "2026-11-21T09:30:00",
                             "2026-11-21 09:30:00Z",
                             "2026-11-21t09:30:00z",
                             "2026-11-21T09:30Z",
                             "2026-11-21T09:30:00+01:00",
                             "2026-11-21T09:30:00.Z",
                             "2026-11-21T09:30:00,5Z",
                             "2026-11-21T09:30:00.1234567890Z",
                             "2026-11-21T09:30:00.12a4Z",
                             "2026-13-01T00:00:00Z",
                             "2026-02-29T00:00:00Z",
                             "2026-11-21T24:00:00Z",
                             "2026-11-21T23:60:00Z",
                             "2026-12-31T23:59:60Z",
                             "0000-01-01T00:00:00Z",
                             "12026-01-01T00:00:00Z",
                             "-026-01-01T00:00:00Z",
                             "2026-1-01T00:00:000Z",
                             " 2026-11-21T09:30:00Z",
                             "2026-11-21T09:30:00Z ",
                             "2026-11-21T09:30:0\u0663Z"})
        QTest::newRow(*text ? text : "nothing") << QString::fromUtf8(text);
}

void TimeTest::refused()
{
    QFETCH(QString, text);
    QVERIFY(!timeFromWire(text));
}

QTEST_APPLESS_MAIN(TimeTest)
#include "tst_time.moc"
