// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/query.h"
#include "tests/support/common/faults.h"

#include <QTest>

using namespace Deskbell;
using namespace Deskbell::Test;
using namespace Qt::StringLiterals;

class QueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsed_data();
    void parsed();
    void malformed_data();
    void malformed();
    void roundTrip();
    void paging_data();
    void paging();
    void paginationJson();
};

void QueryTest::parsed_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QueryItems>("items");
    QTest::newRow("nothing") << ""_ba << QueryItems{};
    QTest::newRow("two") << "a=1&b=2"_ba << QueryItems{{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}};
    QTest::newRow("no value") << "a&b="_ba << QueryItems{{u"a"_s, u""_s}, {u"b"_s, u""_s}};
    QTest::newRow("equals in the value") << "a=b=c"_ba << QueryItems{{u"a"_s, u"b=c"_s}};
    QTest::newRow("empty parts") << "&&a=1&"_ba << QueryItems{{u"a"_s, u"1"_s}};
    QTest::newRow("escapes") << "q=a%20b%26c%3d%C3%A4"_ba << QueryItems{{u"q"_s, u"a b&c=ä"_s}};
    QTest::newRow("plus is a space") << "q=a+b%2Bc"_ba << QueryItems{{u"q"_s, u"a b+c"_s}};
    QTest::newRow("order and repetition kept")
            << "b=1&a=2&b=3"_ba << QueryItems{{u"b"_s, u"1"_s}, {u"a"_s, u"2"_s}, {u"b"_s, u"3"_s}};
}

void QueryTest::parsed()
{
    QFETCH(QByteArray, query);
    QFETCH(QueryItems, items);
    const auto result = parseQuery(query);
    QVERIFY(result);
    QCOMPARE(*result, items);
}

void QueryTest::malformed_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::newRow("half an escape") << "a=%2"_ba;
    QTest::newRow("escape at the end") << "a=%"_ba;
    QTest::newRow("no hexadecimal") << "a=%zz"_ba;
    QTest::newRow("a sign is no digit") << "a=%-1"_ba;
    QTest::newRow("NUL") << "a=%00"_ba;
    QTest::newRow("NUL in a name") << "a%00=1"_ba;
    QTest::newRow("not UTF-8") << "a=%ff"_ba;
    QTest::newRow("not UTF-8, raw") << "a=\xff"_ba;
}

void QueryTest::malformed()
{
    QFETCH(QByteArray, query);
    const auto result = parseQuery(query);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Malformed);
    QCOMPARE(result.error().key, "query.malformed"_ba);
}

void QueryTest::roundTrip()
{
    const QueryItems items{
            {u"q"_s, u"a+b & c=d% ä😀"_s}, {u"tag"_s, u"x,y"_s}, {u"empty"_s, QString()}};
    const auto result = parseQuery(formatQuery(items));
    QVERIFY(result);
    QCOMPARE(*result, items);
}

void QueryTest::paging_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QStringList>("faults");
    QTest::newRow("defaults") << ""_ba << QStringList{};
    QTest::newRow("largest page") << "page=3&pageSize=100"_ba << QStringList{};
    QTest::newRow("cursor") << "cursor=abc"_ba << QStringList{};
    QTest::newRow("empty cursor") << "cursor="_ba << QStringList{};
    QTest::newRow("one past the largest page")
            << "pageSize=101"_ba << QStringList{u"pageSize:out_of_range{\"max\":100,\"min\":1}"_s};
    QTest::newRow("page size zero")
            << "pageSize=0"_ba << QStringList{u"pageSize:out_of_range{\"max\":100,\"min\":1}"_s};
    QTest::newRow("page zero") << "page=0"_ba
                               << QStringList{u"page:out_of_range{\"max\":2147483647,\"min\":1}"_s};
    QTest::newRow("no number") << "page=two"_ba << QStringList{u"page:wrong_type"_s};
    QTest::newRow("page and cursor") << "page=1&cursor=abc"_ba << QStringList{u"page:invalid"_s};
    QTest::newRow("twice") << "page=1&page=2"_ba << QStringList{u"page:not_unique"_s};
    QTest::newRow("unknown") << "pagesize=10"_ba << QStringList{u"pagesize:unknown_field"_s};
    QTest::newRow("cursor too long") << "cursor="_ba + QByteArray(501, 'x')
                                     << QStringList{u"cursor:too_long{\"max\":500}"_s};
}

void QueryTest::paging()
{
    QFETCH(QByteArray, query);
    QFETCH(QStringList, faults);
    const auto items = parseQuery(query);
    QVERIFY(items);
    QueryReader reader(*items);
    PageRequest page;
    reader.paging(page);
    QCOMPARE(texts(reader.finish()), faults);
    if (!faults.isEmpty())
        return;
    QueryItems written;
    appendPaging(written, page);
    QueryReader again(written);
    PageRequest readAgain;
    again.paging(readAgain);
    QCOMPARE(readAgain, page);
}

void QueryTest::paginationJson()
{
    const Pagination numbered = numberedPagination({.page = 2, .pageSize = 20}, 41, u"c"_s);
    QCOMPARE(numbered.totalPages, 3);
    QCOMPARE(numberedPagination({.pageSize = 20}, 40, {}).totalPages, 2);
    QCOMPARE(numberedPagination({.pageSize = 20}, 0, {}).totalPages, 0);
    const auto readBack = fromJson<Pagination>(toJson(numbered));
    QVERIFY(readBack);
    QCOMPARE(*readBack, numbered);

    const Pagination byCursor{.pageSize = 50};
    QVERIFY(!toJson(byCursor).contains("total"_L1));
    QVERIFY(toJson(byCursor).value("nextCursor"_L1).isNull());
    QCOMPARE(fromJson<Pagination>(toJson(byCursor)).value(), byCursor);
}

QTEST_APPLESS_MAIN(QueryTest)
#include "tst_query.moc"
