// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/textformat.h"

#include <QTest>
#include <QTimeZone>

using namespace Deskbell::Db;
using namespace Qt::StringLiterals;

class TestTextFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTimes_data();
    void readsTimes();
    void writesTimesInUtc();
    void writesArrays_data();
    void writesArrays();
    void readsArrays_data();
    void readsArrays();
};

void TestTextFormat::readsTimes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QDateTime>("time");

    const auto at = [](int hour, int minute, int second, int millisecond) {
        return QDateTime(QDate(2026, 11, 21), QTime(hour, minute, second, millisecond), Qt::UTC);
    };
    QTest::newRow("whole second") << QByteArray("2026-11-21 09:30:00+00") << at(9, 30, 0, 0);
    QTest::newRow("one digit") << QByteArray("2026-11-21 09:30:00.5+00") << at(9, 30, 0, 500);
    QTest::newRow("microseconds are cut")
            << QByteArray("2026-11-21 09:30:07.123999+00") << at(9, 30, 7, 123);
    QTest::newRow("leading zeros") << QByteArray("2026-11-21 00:00:00.001+00") << at(0, 0, 0, 1);
    QTest::newRow("infinity") << QByteArray("infinity") << QDateTime();
    QTest::newRow("before Christ") << QByteArray("0044-03-15 12:00:00+00 BC") << QDateTime();
    QTest::newRow("five-digit year") << QByteArray("12026-11-21 09:30:00+00") << QDateTime();
    QTest::newRow("another zone") << QByteArray("2026-11-21 09:30:00+02") << QDateTime();
    QTest::newRow("empty") << QByteArray() << QDateTime();
    QTest::newRow("no time") << QByteArray("2026-02-31 09:30:00+00") << QDateTime();
}

void TestTextFormat::readsTimes()
{
    QFETCH(QByteArray, text);
    const QDateTime time = TextFormat::toTime(text);
    QTEST(time, "time");
    if (time.isValid())
        QCOMPARE(time.timeSpec(), Qt::UTC);
}

void TestTextFormat::writesTimesInUtc()
{
    const QDateTime berlin(QDate(2026, 7, 1), QTime(11, 30, 0, 5), QTimeZone("Europe/Berlin"));
    QCOMPARE(TextFormat::fromTime(berlin), "2026-07-01T09:30:00.005Z");
}

void TestTextFormat::writesArrays_data()
{
    QTest::addColumn<QStringList>("texts");
    QTest::addColumn<QByteArray>("array");

    QTest::newRow("empty") << QStringList{} << QByteArray("{}");
    QTest::newRow("plain") << QStringList{u"a"_s, u"b"_s} << QByteArray(R"({"a","b"})");
    QTest::newRow("empty text") << QStringList{u""_s} << QByteArray(R"({""})");
    QTest::newRow("NULL is a word") << QStringList{u"NULL"_s} << QByteArray(R"({"NULL"})");
    QTest::newRow("comma and brace") << QStringList{u"a,b}"_s} << QByteArray(R"({"a,b}"})");
    QTest::newRow("quote and backslash")
            << QStringList{uR"(a"b\c)"_s} << QByteArray(R"({"a\"b\\c"})");
    QTest::newRow("four bytes") << QStringList{u"🎫é"_s} << QByteArray("{\"🎫é\"}");
}

void TestTextFormat::writesArrays()
{
    QFETCH(QStringList, texts);
    QTEST(TextFormat::fromTexts(texts), "array");
    QCOMPARE(TextFormat::toTexts(TextFormat::fromTexts(texts)), std::optional(texts));
    QCOMPARE(TextFormat::fromNumbers({1, -2}), "{1,-2}");
    QCOMPARE(TextFormat::fromNumbers({}), "{}");
}

void TestTextFormat::readsArrays_data()
{
    QTest::addColumn<QByteArray>("array");
    QTest::addColumn<bool>("readable");
    QTest::addColumn<QStringList>("texts");

    QTest::newRow("unquoted") << QByteArray("{a,b c}") << true << QStringList{u"a"_s, u"b c"_s};
    QTest::newRow("numbers") << QByteArray("{1,22}") << true << QStringList{u"1"_s, u"22"_s};
    QTest::newRow("NULL element") << QByteArray("{NULL,a}") << true << QStringList{u""_s, u"a"_s};
    QTest::newRow("no array") << QByteArray("a") << false << QStringList{};
    QTest::newRow("two dimensions") << QByteArray("{{1},{2}}") << false << QStringList{};
    QTest::newRow("not closed") << QByteArray(R"({"a})") << false << QStringList{};
    QTest::newRow("garbage after a quote") << QByteArray(R"({"a"b})") << false << QStringList{};
}

void TestTextFormat::readsArrays()
{
    QFETCH(QByteArray, array);
    const std::optional<QStringList> texts = TextFormat::toTexts(array);
    QTEST(texts.has_value(), "readable");
    QTEST(texts.value_or(QStringList()), "texts");
}

QTEST_APPLESS_MAIN(TestTextFormat)
#include "tst_textformat.moc"
