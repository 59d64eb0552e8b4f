// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/tickets/ticketnumber.h"

#include <QTest>

using namespace Deskbell;
using namespace Qt::StringLiterals;

class TicketNumberTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void read_data();
    void read();
    void refused_data();
    void refused();
};

void TicketNumberTest::read_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("key");
    QTest::addColumn<qint64>("counter");
    QTest::newRow("usual") << u"HD-1042"_s << u"HD"_s << qint64(1042);
    QTest::newRow("digits in the key") << u"A1B2-1"_s << u"A1B2"_s << qint64(1);
    QTest::newRow("longest key") << u"ABCDEFGHIJ-9"_s << u"ABCDEFGHIJ"_s << qint64(9);
    QTest::newRow("as people type it") << u"hd-7"_s << u"HD"_s << qint64(7);
    QTest::newRow("largest") << u"HD-9223372036854775807"_s << u"HD"_s
                             << std::numeric_limits<qint64>::max();
}

void TicketNumberTest::read()
{
    QFETCH(QString, text);
    const auto number = ticketNumberFromText(text);
    QVERIFY(number);
    QTEST(number->deskKey, "key");
    QTEST(number->counter, "counter");
    QCOMPARE(toText(*number), text.toUpper());
}

void TicketNumberTest::refused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",
                             "-",
                             "HD",
                             "HD-",
                             "-1",
                             "1042",
                             "H-1",
                             "1HD-1",
                             "ABCDEFGHIJK-1",
                             "HD-0",
                             "HD-01",
                             "HD--1",
                             "HD-1-2",
                             "HD-+1",
                             "HD- 1",
                             " HD-1",
                             "HD-1 ",
                             "HD-1x",
                             "H_D-1",
                             "ÄH-1",
                             "ß1-1",
                             "HD-١",
                             "HD-9223372036854775808"})
        QTest::newRow(*text ? text : "nothing") << QString::fromUtf8(text);
}

void TicketNumberTest::refused()
{
    QFETCH(QString, text);
    QVERIFY(!ticketNumberFromText(text));
}

QTEST_APPLESS_MAIN(TicketNumberTest)
#include "tst_ticketnumber.moc"
