// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/responses.h"
#include "tests/support/server/apiharness.h"
#include "tests/support/server/everyroute.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Server;
using namespace Deskbell::Test;

/// The forms of answers, apart from any route.
class TestResponses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheFrontRefuses_data();
    void whatTheFrontRefuses();
    void everyCodeHasItsStatus_data();
    void everyCodeHasItsStatus();
    void namesTags_data();
    void namesTags();
};

void TestResponses::whatTheFrontRefuses_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("title");
    QTest::newRow("malformed") << 400 << u"Bad Request"_s;
    QTest::newRow("slow") << 408 << u"Request Timeout"_s;
    QTest::newRow("large body") << 413 << u"Content Too Large"_s;
    QTest::newRow("large header") << 431 << u"Request Header Fields Too Large"_s;
    QTest::newRow("unknown method") << 501 << u"Not Implemented"_s;
    QTest::newRow("overload") << 503 << u"Service Unavailable"_s;
    QTest::newRow("version") << 505 << u"HTTP Version Not Supported"_s;
}

void TestResponses::whatTheFrontRefuses()
{
    QFETCH(int, status);
    QFETCH(QString, title);
    ApiHarness harness(everyRoute());
    const Http::Response response = harness.api().refusal(status, "http.some_key", "abc");
    QCOMPARE(response.status, status);
    QCOMPARE(response.headers.value("Content-Type"), "application/problem+json"_ba);
    QCOMPARE(response.headers.contains("Retry-After"), status == 503);
    const QJsonObject problem = QJsonDocument::fromJson(response.body).object();
    QCOMPARE(problem["status"_L1].toInt(), status);
    QCOMPARE(problem["title"_L1].toString(), title);
    QCOMPARE(problem["key"_L1].toString(), u"http.some_key"_s);
    QCOMPARE(problem["requestId"_L1].toString(), u"abc"_s);
    QVERIFY(!problem["detail"_L1].toString().contains(u"went wrong"_s));
}

void TestResponses::everyCodeHasItsStatus_data()
{
    QTest::addColumn<int>("code");
    for (int code = 0; code <= int(ErrorCode::Internal); ++code)
        QTest::addRow("%d", code) << code;
}

void TestResponses::everyCodeHasItsStatus()
{
    QFETCH(int, code);
    const Http::Response response = problemResponse({.code = ErrorCode(code), .key = "k"}, "id");
    const QJsonObject problem = QJsonDocument::fromJson(response.body).object();
    QCOMPARE(problem["status"_L1].toInt(), response.status);
    QCOMPARE(response.headers.contains("WWW-Authenticate"), response.status == 401);
    QVERIFY(response.status >= 400);
    QCOMPARE(problem["title"_L1] == "Internal Server Error"_L1, response.status == 500);
}

void TestResponses::namesTags_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("expected");
    QTest::newRow("nothing") << ""_ba << false;
    QTest::newRow("it") << "\"7\""_ba << true;
    QTest::newRow("weak") << "W/\"7\""_ba << true;
    QTest::newRow("any") << "*"_ba << true;
    QTest::newRow("in a list") << "\"6\" , \"7\""_ba << true;
    QTest::newRow("others") << "\"6\", W/\"8\", \"77\""_ba << false;
    QTest::newRow("bare") << "7"_ba << false;
}

void TestResponses::namesTags()
{
    QFETCH(QByteArray, header);
    QTEST(namesTag(header, "\"7\""), "expected");
}

QTEST_GUILESS_MAIN(TestResponses)
#include "tst_responses.moc"
