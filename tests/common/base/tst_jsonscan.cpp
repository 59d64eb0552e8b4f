// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/jsonscan.h"
#include "tests/support/common/faults.h"

#include <QTest>

using namespace Deskbell;
using namespace Deskbell::Test;
using namespace Qt::StringLiterals;

class JsonScanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepted_data();
    void accepted();
    void malformed_data();
    void malformed();
    void faultsNameTheirField_data();
    void faultsNameTheirField();
    void depth();
    void everyPrefixIsRefused();
    void manyNamesAreLinear();
    void topMustBeAnObject_data();
    void topMustBeAnObject();
    void keepsWhatItReads();
};

void JsonScanTest::accepted_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty object") << "{}"_ba;
    QTest::newRow("space around") << " \t\r\n{ } \n"_ba;
    QTest::newRow("all kinds") << R"({"a":[1,-0.5e+3,true,false,null,"x",{}],"b":{"c":[]}})"_ba;
    QTest::newRow("escapes") << R"({"a":"\"\\\/\b\f\n\r\t\u00e4"})"_ba;
    QTest::newRow("a pair of surrogates") << R"({"a":"\ud83d\ude00"})"_ba;
    QTest::newRow("UTF-8 of four bytes") << "{\"a\":\"\xf0\x9f\x98\x80\"}"_ba;
    QTest::newRow("DEL and C1 controls") << "{\"a\":\"\x7f\xc2\x85\"}"_ba;
    QTest::newRow("escaped backslash before u") << R"({"a":"\\ud800"})"_ba;
    QTest::newRow("same name in different objects")
            << R"({"a":{"x":1},"b":{"x":1},"x":[{"x":1},{"x":2}]})"_ba;
    QTest::newRow("largest double") << R"({"a":1.7976931348623157e308})"_ba;
    QTest::newRow("a scalar at the top") << "7"_ba;
}

void JsonScanTest::accepted()
{
    QFETCH(QByteArray, json);
    const Result<> result = scanJson(json);
    QVERIFY2(result, result ? "" : result.error().key.constData());
}

void JsonScanTest::malformed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("offset");
    QTest::newRow("nothing") << ""_ba << 0;
    QTest::newRow("only space") << "  "_ba << 2;
    QTest::newRow("trailing garbage") << "{}x"_ba << 2;
    QTest::newRow("second value") << "{} {}"_ba << 3;
    QTest::newRow("NUL behind") << QByteArray("{}\0", 3) << 2;
    QTest::newRow("byte order mark") << "\xef\xbb\xbf{}"_ba << 0;
    QTest::newRow("open object") << R"({"a":1)"_ba << 6;
    QTest::newRow("comma at the end of an object") << R"({"a":1,})"_ba << 7;
    QTest::newRow("comma at the end of a list") << "[1,]"_ba << 3;
    QTest::newRow("no colon") << R"({"a" 1})"_ba << 5;
    QTest::newRow("name without quotes") << "{a:1}"_ba << 1;
    QTest::newRow("single quotes") << "{'a':1}"_ba << 1;
    QTest::newRow("comment") << "{/**/}"_ba << 1;
    QTest::newRow("open string") << R"({"a":"x)"_ba << 7;
    QTest::newRow("line break in a string") << "{\"a\":\"x\ny\"}"_ba << 7;
    QTest::newRow("unknown escape") << R"({"a":"\x41"})"_ba << 7;
    QTest::newRow("short unicode escape") << R"({"a":"\u12"})"_ba << 8;
    QTest::newRow("sign in a unicode escape") << R"({"a":"\u+041"})"_ba << 8;
    QTest::newRow("leading zero") << R"({"a":01})"_ba << 6;
    QTest::newRow("leading plus") << R"({"a":+1})"_ba << 5;
    QTest::newRow("no digit behind the point") << R"({"a":1.})"_ba << 7;
    QTest::newRow("no digit before the point") << R"({"a":.5})"_ba << 5;
    QTest::newRow("no exponent") << R"({"a":1e})"_ba << 7;
    QTest::newRow("hexadecimal") << R"({"a":0x10})"_ba << 6;
    QTest::newRow("NaN") << R"({"a":NaN})"_ba << 5;
    QTest::newRow("Infinity") << R"({"a":-Infinity})"_ba << 6;
    QTest::newRow("half a word") << R"({"a":tru})"_ba << 5;
    QTest::newRow("raw NUL in a string") << QByteArray("{\"a\":\"\0\"}", 9) << 6;
}

void JsonScanTest::malformed()
{
    QFETCH(QByteArray, json);
    QFETCH(int, offset);
    const Result<> result = scanJson(json);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Malformed);
    QCOMPARE(result.error().key, "json.malformed"_ba);
    QCOMPARE(result.error().params.value("offset"_L1).toInt(), offset);
    QVERIFY(result.error().fields.isEmpty());
}

void JsonScanTest::faultsNameTheirField_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QStringList>("faults");
    const auto invalid = ErrorCode::Invalid;
    const auto malformed = ErrorCode::Malformed;
    QTest::newRow("name twice") << R"({"a":1,"b":2,"a":3})"_ba << malformed
                                << QStringList{u"a:duplicate_name"_s};
    QTest::newRow("name twice, deep") << R"({"a":[{},{"b":{"c":1,"c":1}}]})"_ba << malformed
                                      << QStringList{u"a[1].b.c:duplicate_name"_s};
    QTest::newRow("name twice, once escaped") << R"({"title":1,"t\u0069tle":2})"_ba << malformed
                                              << QStringList{u"title:duplicate_name"_s};
    QTest::newRow("not UTF-8") << "{\"a\":\"\xff\"}"_ba << malformed << QStringList{u"a:invalid"_s};
    QTest::newRow("overlong UTF-8")
            << "{\"a\":\"\xc0\xaf\"}"_ba << malformed << QStringList{u"a:invalid"_s};
    QTest::newRow("surrogate in UTF-8")
            << "{\"a\":\"\xed\xa0\x80\"}"_ba << malformed << QStringList{u"a:invalid"_s};
    QTest::newRow("NUL escaped") << R"({"title":"a\u0000b"})"_ba << invalid
                                 << QStringList{u"title:contains_nul"_s};
    QTest::newRow("first half alone")
            << R"({"title":"\ud83d"})"_ba << invalid << QStringList{u"title:invalid"_s};
    QTest::newRow("second half alone")
            << R"({"title":"\ude00"})"_ba << invalid << QStringList{u"title:invalid"_s};
    QTest::newRow("halves in the wrong order")
            << R"({"title":"\ude00\ud83d"})"_ba << invalid << QStringList{u"title:invalid"_s};
    QTest::newRow("two first halves")
            << R"({"title":"\ud83d\ud83d\ude00"})"_ba << invalid << QStringList{u"title:invalid"_s};
    QTest::newRow("first half at the end of an escape")
            << R"({"title":"\ud83d\n"})"_ba << invalid << QStringList{u"title:invalid"_s};
    QTest::newRow("number too large")
            << R"({"a":{"n":1e400}})"_ba << invalid << QStringList{u"a.n:out_of_range"_s};
    QTest::newRow("number too small")
            << R"({"a":[0,-1e400]})"_ba << invalid << QStringList{u"a[1]:out_of_range"_s};
    QTest::newRow("number that vanishes")
            << R"({"a":1e-400})"_ba << invalid << QStringList{u"a:out_of_range"_s};
    QTest::newRow("all at once, one each")
            << R"({"a":"\u0000\ud800","b":1e999,"c":"\udc00"})"_ba << invalid
            << QStringList{u"a:contains_nul"_s, u"b:out_of_range"_s, u"c:invalid"_s};
}

void JsonScanTest::faultsNameTheirField()
{
    QFETCH(QByteArray, json);
    QFETCH(ErrorCode, code);
    QFETCH(QStringList, faults);
    const Result<> result = scanJson(json);
    QCOMPARE(faultsOf(result), faults);
    QCOMPARE(result.error().code, code);
}

void JsonScanTest::depth()
{
    const auto nested = [](int levels) {
        return QByteArray(R"({"a":)").repeated(levels - 1) + "[]"
               + QByteArray("}").repeated(levels - 1);
    };
    QVERIFY(scanJson(nested(32)));
    const Result<> result = scanJson(nested(33));
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Malformed);
    QCOMPARE(result.error().fields.size(), 1);
    QCOMPARE(result.error().fields.first().key, "too_deep"_ba);
    QCOMPARE(result.error().fields.first().field, QStringList(32, u"a"_s).join(u'.'));

    // The stack does not grow with what a stranger sends.
    QVERIFY(!scanJson(QByteArray(1'000'000, '[')));
    QVERIFY(!scanJson(QByteArray(R"({"a":)").repeated(200'000)));
}

void JsonScanTest::everyPrefixIsRefused()
{
    const QByteArray json
            = R"({"title":"\u00e4\ud83d\ude00","list":[1.5e3,true,null],"o":{"x":-1}})";
    QVERIFY(scanJson(json));
    for (qsizetype length = 0; length < json.size(); ++length)
        QVERIFY2(!scanJson(json.first(length)), json.first(length).constData());
}

void JsonScanTest::manyNamesAreLinear()
{
    QByteArray json = "{\"n\":0";
    for (int i = 0; i < 100'000; ++i)
        json += ",\"n" + QByteArray::number(i) + "\":0";
    QVERIFY(scanJson(json + '}'));
    QVERIFY(!scanJson(json + ",\"n5\":0}"));
}

void JsonScanTest::topMustBeAnObject_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("list") << "[]"_ba;
    QTest::newRow("text") << "\"x\""_ba;
    QTest::newRow("number") << "1"_ba;
    QTest::newRow("null") << "null"_ba;
}

void JsonScanTest::topMustBeAnObject()
{
    QFETCH(QByteArray, json);
    const auto result = parseObject(json);
    QVERIFY(!result);
    QCOMPARE(result.error().key, "json.malformed"_ba);
}

void JsonScanTest::keepsWhatItReads()
{
    const auto result = parseObject(
            "{\"a\":\"\xe2\x80\xae\x01\\u0007\xf0\x9f\x98\x80 e\xcc\x81\",\"n\":9007199254740993}");
    QVERIFY(!result); // a raw control character is not JSON
    const auto escaped = parseObject(
            "{\"a\":\"\xe2\x80\xae\\u0001\\u0007\xf0\x9f\x98\x80\",\"n\":9007199254740993}");
    QVERIFY(escaped);
    QCOMPARE(escaped->value("a"_L1).toString(),
             QString::fromUtf8("\xe2\x80\xae\x01\x07\xf0\x9f\x98\x80"));
    QCOMPARE(escaped->value("n"_L1).toInteger(), 9007199254740993);
}

QTEST_APPLESS_MAIN(JsonScanTest)
#include "tst_jsonscan.moc"
