// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/duration.h"

#include <QTest>

using namespace Deskbell;
using namespace Qt::StringLiterals;

/// Times as people write them.
class DurationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
};

void DurationTest::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("minutes"); // -1: cannot be read
    QTest::newRow("hours") << u"8 h"_s << 480;
    QTest::newRow("hours and minutes") << u"1h 30"_s << 90;
    QTest::newRow("everything said") << u" 1 H 30 Min. "_s << 90;
    QTest::newRow("German") << u"2 Std. 5 min"_s << 125;
    QTest::newRow("minutes") << u"90m"_s << 90;
    QTest::newRow("bare number") << u"45"_s << 45;
    QTest::newRow("clock") << u"1:30"_s << 90;
    QTest::newRow("clock with its unit") << u"0:05 h"_s << 5;
    QTest::newRow("more than an hour behind the colon") << u"1:75"_s << -1;
    QTest::newRow("one digit behind the colon") << u"1:5"_s << -1;
    QTest::newRow("nothing behind the colon") << u"1:"_s << -1;
    QTest::newRow("nothing") << u""_s << -1;
    QTest::newRow("spaces") << u"  "_s << -1;
    QTest::newRow("unit alone") << u"h"_s << -1;
    QTest::newRow("less than nothing") << u"-5"_s << -1;
    QTest::newRow("words") << u"an hour"_s << -1;
    QTest::newRow("digits of another script") << u"٣"_s << -1;
    QTest::newRow("most that is read") << u"99999h 999999m"_s << 99999 * 60 + 999999;
    QTest::newRow("too many digits") << u"1000000h"_s << -1;
}

void DurationTest::reads()
{
    QFETCH(QString, text);
    QFETCH(int, minutes);
    QCOMPARE(minutesFromText(text).value_or(-1), minutes);
}

QTEST_APPLESS_MAIN(DurationTest)
#include "tst_duration.moc"
