// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/import/csvreader.h"

#include <QBuffer>
#include <QTest>

using namespace Deskbell;
using namespace Deskbell::Server;
using namespace Qt::StringLiterals;

class TestCsvReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QList<QStringList>>("records");
        QTest::newRow("plain") << "a,b\n1,2\n"_ba
                               << QList<QStringList>{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}};
        QTest::newRow("no line end at the end") << "a,b"_ba << QList<QStringList>{{u"a"_s, u"b"_s}};
        QTest::newRow("CRLF") << "a,b\r\n1,2\r\n"_ba
                              << QList<QStringList>{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}};
        QTest::newRow("byte order mark") << "\xEF\xBB\xBF"
                                            "a,b\n"_ba
                                         << QList<QStringList>{{u"a"_s, u"b"_s}};
        QTest::newRow("empty fields")
                << ",,\n"_ba
                << QList<QStringList>{{QString(u""_s), QString(u""_s), QString(u""_s)}};
        QTest::newRow("quotes") << "\"a,b\",\"say \"\"hi\"\"\"\n"_ba
                                << QList<QStringList>{{u"a,b"_s, u"say \"hi\""_s}};
        QTest::newRow("line break in quotes")
                << "\"a\nb\",c\n"_ba << QList<QStringList>{{u"a\nb"_s, u"c"_s}};
        QTest::newRow("empty lines") << "\na\n\nb\n"_ba << QList<QStringList>{{u"a"_s}, {u"b"_s}};
        QTest::newRow("letters") << "Größe,€\n"_ba << QList<QStringList>{{u"Größe"_s, u"€"_s}};
        QTest::newRow("nothing") << ""_ba << QList<QStringList>{};
    }
    void reads()
    {
        QFETCH(QByteArray, text);
        QFETCH(QList<QStringList>, records);
        QBuffer buffer(&text);
        buffer.open(QIODevice::ReadOnly);
        CsvReader reader(buffer);
        QList<QStringList> found;
        for (;;) {
            const auto record = reader.next();
            QVERIFY(record);
            if (!*record)
                break;
            found.append(**record);
        }
        QCOMPARE(found, records);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<int>("line");
        QTest::newRow("open quote") << "a\n\"b\nc"_ba
                                    << "csv.unterminated_quote"_ba << 2;
        QTest::newRow("Latin-1") << "a\n\xFC\n"_ba
                                 << "csv.not_utf8"_ba << 2;
        QTest::newRow("endless record")
                << QByteArray(2 * 1024 * 1024, 'x') << "csv.record_too_long"_ba << 1;
    }
    void refuses()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, key);
        QFETCH(int, line);
        QBuffer buffer(&text);
        buffer.open(QIODevice::ReadOnly);
        CsvReader reader(buffer);
        Result<std::optional<QStringList>> record;
        do
            record = reader.next();
        while (record && *record);
        QVERIFY(!record);
        QCOMPARE(record.error().key, key);
        QCOMPARE(record.error().params.value(u"line"_s).toInt(), line);
    }
};

QTEST_GUILESS_MAIN(TestCsvReader)
#include "tst_csvreader.moc"
