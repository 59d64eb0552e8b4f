// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/csv.h"

#include <QTest>

using namespace Deskbell;
using namespace Qt::StringLiterals;

class TestCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesRecords_data();
    void writesRecords();
};

void TestCsv::writesRecords_data()
{
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<QByteArray>("record");
    QTest::newRow("plain") << QStringList{u"a"_s, u"b c"_s, u"12"_s} << "a,b c,12\r\n"_ba;
    QTest::newRow("empty values") << QStringList{{}, {}, u"x"_s} << ",,x\r\n"_ba;
    QTest::newRow("comma") << QStringList{u"a,b"_s} << "\"a,b\"\r\n"_ba;
    QTest::newRow("quotes") << QStringList{u"a \"b\""_s} << "\"a \"\"b\"\"\"\r\n"_ba;
    QTest::newRow("lines") << QStringList{u"a\nb"_s} << "\"a\nb\"\r\n"_ba;
    QTest::newRow("umlauts") << QStringList{u"Grüße"_s}
                             << "Gr\xc3\xbc\xc3\x9f"
                                "e\r\n"_ba;
    QTest::newRow("formula") << QStringList{u"=1+2"_s, u"@x"_s, u"+a"_s} << "'=1+2,'@x,'+a\r\n"_ba;
    QTest::newRow("formula in quotes")
            << QStringList{u"=A(\"b\")"_s} << "\"'=A(\"\"b\"\")\"\r\n"_ba;
    QTest::newRow("negative number") << QStringList{u"-3"_s, u"+4.5"_s} << "-3,+4.5\r\n"_ba;
    QTest::newRow("dash") << QStringList{u"-"_s} << "'-\r\n"_ba;
}

void TestCsv::writesRecords()
{
    QFETCH(QStringList, values);
    QFETCH(QByteArray, record);
    QCOMPARE(csvRecord(values), record);
}

QTEST_APPLESS_MAIN(TestCsv)
#include "tst_csv.moc"
