// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/attachments/contentdisposition.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Deskbell::Server;

class ContentDispositionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void writesWhatItReads_data();
    void writesWhatItReads();
};

void ContentDispositionTest::reads_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("name"); // null: none

    const QString none;
    QTest::newRow("nothing") << ""_ba << none;
    QTest::newRow("no name") << "attachment"_ba << none;
    QTest::newRow("quoted") << "attachment; filename=\"a b.txt\""_ba << u"a b.txt"_s;
    QTest::newRow("token") << "attachment; filename=plain.txt"_ba << u"plain.txt"_s;
    QTest::newRow("any type") << "inline;filename=plain.txt;size=3"_ba << u"plain.txt"_s;
    QTest::newRow("escapes") << R"(attachment; filename="a\"b\\c.txt")"_ba << u"a\"b\\c.txt"_s;
    QTest::newRow("semicolon inside")
            << R"(attachment; filename="a;b.txt"; x=1)"_ba << u"a;b.txt"_s;
    QTest::newRow("spaces around") << "attachment ; FileName = \"a.txt\" "_ba << u"a.txt"_s;
    QTest::newRow("extended") << "attachment; filename*=UTF-8''na%C3%AFve%20%E2%82%AC.txt"_ba
                              << u"naïve €.txt"_s;
    QTest::newRow("extended with language")
            << "attachment; filename*=utf-8'de'%C3%BCber.txt"_ba << u"über.txt"_s;
    QTest::newRow("extended wins")
            << "attachment; filename=\"x.txt\"; filename*=UTF-8''y.txt"_ba << u"y.txt"_s;
    QTest::newRow("broken extended, plain counts")
            << "attachment; filename*=UTF-8''%FF; filename=\"x.txt\""_ba << u"x.txt"_s;
    QTest::newRow("another character set")
            << "attachment; filename*=ISO-8859-1''a.txt; filename=x.txt"_ba << u"x.txt"_s;
    QTest::newRow("raw UTF-8") << "attachment; filename=\"naïve.txt\""_ba << u"naïve.txt"_s;
    QTest::newRow("not UTF-8") << "attachment; filename=\"\xE4.txt\""_ba << none;
    QTest::newRow("NUL") << "attachment; filename*=UTF-8''a%00b"_ba << none;
    QTest::newRow("empty") << "attachment; filename=\"\""_ba << none;
    QTest::newRow("open quote") << "attachment; filename=\"a.txt"_ba << u"a.txt"_s;
    QTest::newRow("first of two") << "attachment; filename=a.txt; filename=b.txt"_ba << u"a.txt"_s;
    QTest::newRow("only an equals sign") << "attachment; ="_ba << none;
}

void ContentDispositionTest::reads()
{
    QFETCH(QByteArray, header);
    QFETCH(QString, name);
    const auto found = fileNameOf(header);
    QCOMPARE(found.has_value(), !name.isNull());
    QCOMPARE(found.value_or(QString()), name);
}

void ContentDispositionTest::writesWhatItReads_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("ascii");
    QTest::newRow("plain") << u"report.pdf"_s << "\"report.pdf\""_ba;
    QTest::newRow("spaces and quotes") << u"a \"b\" c.txt"_s << "\"a _b_ c.txt\""_ba;
    QTest::newRow("backslash") << u"a\\b.txt"_s << "\"a_b.txt\""_ba;
    QTest::newRow("percent") << u"100%25.txt"_s << "\"100_25.txt\""_ba;
    QTest::newRow("umlauts") << u"Übergrößenträger.txt"_s << "\"_bergr__entr_ger.txt\""_ba;
    QTest::newRow("one character beyond the BMP") << u"😀.png"_s << "\"_.png\""_ba;
    QTest::newRow("line break") << u"a\r\nSet-Cookie: x=1"_s << "\"a__Set-Cookie: x=1\""_ba;
    QTest::newRow("parameter signs") << u"a'b*c;d=e.txt"_s << "\"a'b*c;d=e.txt\""_ba;
}

void ContentDispositionTest::writesWhatItReads()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, ascii);
    const QByteArray header = attachmentDisposition(name);
    QVERIFY(header.startsWith("attachment; filename=" + ascii + "; "));
    QVERIFY(std::all_of(header.begin(), header.end(),
                        [](char c) { return c >= 0x20 && c < 0x7f; }));
    QCOMPARE(fileNameOf(header).value_or(QString()), name);
}

QTEST_APPLESS_MAIN(ContentDispositionTest)
#include "tst_contentdisposition.moc"
