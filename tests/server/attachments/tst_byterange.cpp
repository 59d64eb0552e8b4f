// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/attachments/byterange.h"

#include <QTest>

using namespace Deskbell::Server;

Q_DECLARE_METATYPE(Deskbell::Server::RangeRequest)

class ByteRangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
};

void ByteRangeTest::reads_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<RangeRequest>("expected");

    const auto part = [](qint64 offset, qint64 length) {
        return RangeRequest{.kind = RangeKind::Part, .part = {.offset = offset, .length = length}};
    };
    const RangeRequest whole;
    const RangeRequest none{.kind = RangeKind::Unsatisfiable};
    const auto row = [](const char *header, qint64 size, const RangeRequest &expected) {
        QTest::addRow("%s of %lld", header, size) << QByteArray(header) << size << expected;
    };
    row("", 10, whole);
    row("bytes=0-0", 10, part(0, 1));
    row("bytes=0-9", 10, part(0, 10));
    row("bytes=3-", 10, part(3, 7));
    row("bytes=9-", 10, part(9, 1));
    row("bytes=-3", 10, part(7, 3));
    row("bytes=-99", 10, part(0, 10));
    row("bytes=5-99", 10, part(5, 5));
    row("bytes=5-99999999999999999999999", 10, part(5, 5));
    row(" Bytes = 2-3", 10, part(2, 2));
    row("bytes=10-", 10, none);
    row("bytes=10-12", 10, none);
    row("bytes=99999999999999999999-", 10, none);
    row("bytes=-0", 10, none);
    row("bytes=0-", 0, none);
    row("bytes=-5", 0, none);
    // What a server may ignore.
    row("bytes=5-3", 10, whole);
    row("bytes=0-1,4-5", 10, whole);
    row("bytes=-", 10, whole);
    row("bytes=", 10, whole);
    row("bytes=a-b", 10, whole);
    row("bytes=1-b", 10, whole);
    row("bytes=+1-2", 10, whole);
    row("bytes=--1", 10, whole);
    row("items=0-1", 10, whole);
    row("0-1", 10, whole);
}

void ByteRangeTest::reads()
{
    QFETCH(QByteArray, header);
    QFETCH(qint64, size);
    QFETCH(RangeRequest, expected);
    const RangeRequest range = parseRange(header, size);
    QVERIFY2(range == expected, qPrintable(QStringLiteral("%1: %2 + %3")
                                                   .arg(int(range.kind))
                                                   .arg(range.part.offset)
                                                   .arg(range.part.length)));
}

QTEST_APPLESS_MAIN(ByteRangeTest)
#include "tst_byterange.moc"
