// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/config/settingvalues.h"

#include <QTest>

using namespace Deskbell::Server;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

class TestSettingValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBytes_data();
    void readsBytes();
    void readsTimes_data();
    void readsTimes();
    void readsSwitches_data();
    void readsSwitches();
    void writesWhatItReads_data();
    void writesWhatItReads();
};

void TestSettingValues::readsBytes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("bytes"); ///< -1: refused

    QTest::newRow("plain") << u"4096"_s << qint64(4096);
    QTest::newRow("zero") << u"0"_s << qint64(0);
    QTest::newRow("KiB") << u"16KiB"_s << qint64(16384);
    QTest::newRow("KB is the same") << u"16KB"_s << qint64(16384);
    QTest::newRow("one letter, small, spaced") << u" 2 g "_s << (qint64(2) << 30);
    QTest::newRow("TiB") << u"1TiB"_s << (qint64(1) << 40);
    QTest::newRow("too large") << u"9999999999TiB"_s << qint64(-1);
    QTest::newRow("negative") << u"-1"_s << qint64(-1);
    QTest::newRow("fraction") << u"1.5GiB"_s << qint64(-1);
    QTest::newRow("unknown unit") << u"5 apples"_s << qint64(-1);
    QTest::newRow("empty") << u""_s << qint64(-1);
    QTest::newRow("unit alone") << u"KiB"_s << qint64(-1);
}

void TestSettingValues::readsBytes()
{
    QFETCH(QString, text);
    QTEST(SettingValues::toBytes(text).value_or(-1), "bytes");
}

void TestSettingValues::readsTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("milliseconds"); ///< -1: refused

    QTest::newRow("ms") << u"250ms"_s << qint64(250);
    QTest::newRow("s") << u"10s"_s << qint64(10000);
    QTest::newRow("min") << u"5min"_s << qint64(300000);
    QTest::newRow("h") << u"24h"_s << qint64(86400000);
    QTest::newRow("d") << u"30 d"_s << qint64(2592000000);
    QTest::newRow("no unit") << u"10"_s << qint64(-1);
    QTest::newRow("m could be months") << u"5m"_s << qint64(-1);
    QTest::newRow("negative") << u"-5s"_s << qint64(-1);
    QTest::newRow("two units") << u"1h30min"_s << qint64(-1);
}

void TestSettingValues::readsTimes()
{
    QFETCH(QString, text);
    QTEST(qint64(SettingValues::toTime(text).value_or(milliseconds(-1)).count()), "milliseconds");
}

void TestSettingValues::readsSwitches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("value"); ///< -1: refused

    for (const QString &text : {u"on"_s, u"true"_s, u"Yes"_s, u" 1 "_s})
        QTest::addRow("%s", qPrintable(text)) << text << 1;
    for (const QString &text : {u"off"_s, u"FALSE"_s, u"no"_s, u"0"_s})
        QTest::addRow("%s", qPrintable(text)) << text << 0;
    for (const QString &text : {u""_s, u"2"_s, u"maybe"_s})
        QTest::addRow("refused '%s'", qPrintable(text)) << text << -1;
}

void TestSettingValues::readsSwitches()
{
    QFETCH(QString, text);
    const std::optional<bool> value = SettingValues::toSwitch(text);
    QTEST(value ? int(*value) : -1, "value");
}

void TestSettingValues::writesWhatItReads_data()
{
    QTest::addColumn<qint64>("value");
    QTest::addColumn<QString>("bytes");
    QTest::addColumn<QString>("time");

    QTest::newRow("zero") << qint64(0) << u"0"_s << u"0ms"_s;
    QTest::newRow("odd") << qint64(1025) << u"1025"_s << u"1025ms"_s;
    QTest::newRow("1000") << qint64(1000) << u"1000"_s << u"1s"_s;
    QTest::newRow("3 MiB") << (qint64(3) << 20) << u"3MiB"_s << u"3145728ms"_s;
    QTest::newRow("a day") << qint64(86400000) << u"84375KiB"_s << u"1d"_s;
}

void TestSettingValues::writesWhatItReads()
{
    QFETCH(qint64, value);
    QTEST(SettingValues::fromBytes(value), "bytes");
    QTEST(SettingValues::fromTime(milliseconds(value)), "time");
    QCOMPARE(SettingValues::toBytes(SettingValues::fromBytes(value)), std::optional(value));
    QCOMPARE(SettingValues::toTime(SettingValues::fromTime(milliseconds(value))),
             std::optional(milliseconds(value)));
}

QTEST_APPLESS_MAIN(TestSettingValues)
#include "tst_settingvalues.moc"
