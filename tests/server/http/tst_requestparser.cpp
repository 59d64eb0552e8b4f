// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/limits.h"
#include "server/http/requestparser.h"

#include <QTest>

using namespace Deskbell::Http;
using namespace Qt::StringLiterals;

namespace {

/// What the parser makes of bytes that come `step` at a time.
struct Outcome
{
    int refused = 0;
    bool isComplete = false;
    RequestHead head;
    QByteArray body;
    qsizetype unused = 0;
};

Outcome parse(const QByteArray &bytes, qsizetype step, qint64 bodyLimit = 1024)
{
    const HttpLimits limits;
    RequestParser parser(limits);
    Outcome outcome;
    QByteArray input;
    bool hasHead = false;
    for (qsizetype position = 0; position < bytes.size(); position += step) {
        input += bytes.mid(position, step);
        auto state = RequestParser::Step::NeedMore;
        if (!hasHead) {
            state = parser.parseHead(input);
            if (state == RequestParser::Step::Complete) {
                hasHead = true;
                outcome.head = parser.head();
                input.remove(0, parser.headSize());
                state = parser.setBodyLimit(bodyLimit);
            }
        }
        if (hasHead && state == RequestParser::Step::NeedMore) {
            qsizetype used = 0;
            state = parser.parseBody(input, used, outcome.body);
            input.remove(0, used);
        }
        if (state == RequestParser::Step::Refused) {
            outcome.refused = parser.refusal().status;
            return outcome;
        }
        if (state == RequestParser::Step::Complete) {
            outcome.isComplete = true;
            outcome.unused = input.size() + bytes.size() - std::min(position + step, bytes.size());
            return outcome;
        }
    }
    return outcome;
}

QByteArray headerLines(int count)
{
    QByteArray lines;
    for (int i = 0; i < count; ++i)
        lines += "X-" + QByteArray::number(i) + ": v\r\n";
    return lines;
}

/// A GET whose head is `size` bytes long.
QByteArray headOfSize(qsizetype size)
{
    const QByteArray start = "GET / HTTP/1.1\r\nHost: h\r\nX: ";
    const QByteArray end = "\r\n\r\n";
    return start + QByteArray(size - start.size() - end.size(), 'x') + end;
}

} // namespace

class TestRequestParser : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void target_data();
    void target();
    void refuses_data();
    void refuses();
    void keepsHeadersInOrder();
    void endsWhereTheRequestEnds();
    void refusesWithoutWaitingForTheEnd_data();
    void refusesWithoutWaitingForTheEnd();
};

void TestRequestParser::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("body");

    const QByteArray get = "GET / HTTP/1.1\r\nHost: h\r\n";
    const QByteArray post = "POST / HTTP/1.1\r\nHost: h\r\n";
    const QByteArray chunked = post + "Transfer-Encoding: chunked\r\n\r\n";
    QTest::newRow("no body") << get + "\r\n" << QByteArray();
    QTest::newRow("HTTP/1.0 without Host") << "GET / HTTP/1.0\r\n\r\n"_ba << QByteArray();
    QTest::newRow("a blank line before") << "\r\n" + get + "\r\n" << QByteArray();
    QTest::newRow("empty header value") << get + "X:\r\n\r\n" << QByteArray();
    QTest::newRow("value with a tab and 8-bit") << get + "X: a\t\xe9\r\n\r\n" << QByteArray();
    QTest::newRow("100 headers") << get + headerLines(99) + "\r\n" << QByteArray();
    QTest::newRow("16 KiB of headers") << headOfSize(16 * 1024) << QByteArray();
    QTest::newRow("length") << post + "Content-Length: 5\r\n\r\nhello"
                            << "hello"_ba;
    QTest::newRow("length 0") << post + "Content-Length: 0\r\n\r\n" << QByteArray();
    QTest::newRow("body of NUL and CR")
            << post + "Content-Length: 4\r\n\r\n\0\r\n\r"_ba << QByteArray("\0\r\n\r", 4);
    QTest::newRow("as long as allowed")
            << post + "Content-Length: 1024\r\n\r\n" + QByteArray(1024, 'b')
            << QByteArray(1024, 'b');
    QTest::newRow("chunks") << chunked + "5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n"
                            << "hello world"_ba;
    QTest::newRow("no chunk but the last") << chunked + "0\r\n\r\n" << QByteArray();
    QTest::newRow("upper-case size, zeros before") << chunked + "00A\r\n0123456789\r\n000\r\n\r\n"
                                                   << "0123456789"_ba;
    QTest::newRow("chunk extensions") << chunked + "2;a=b;c=\"d;e\"\r\nhi\r\n0;x\r\n\r\n"
                                      << "hi"_ba;
    QTest::newRow("trailers") << chunked + "2\r\nhi\r\n0\r\nX-Sum: 1\r\nX-Other: 2\r\n\r\n"
                              << "hi"_ba;
    QTest::newRow("Chunked") << post + "transfer-encoding: Chunked\r\n\r\n1\r\n.\r\n0\r\n\r\n"
                             << "."_ba;
    QTest::newRow("chunks as long as allowed")
            << chunked + "200\r\n" + QByteArray(512, 'c') + "\r\n200\r\n" + QByteArray(512, 'c')
                       + "\r\n0\r\n\r\n"
            << QByteArray(1024, 'c');
}

void TestRequestParser::reads()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, body);
    for (const qsizetype step : {qsizetype(1), qsizetype(2), qsizetype(7), bytes.size()}) {
        const Outcome outcome = parse(bytes, step);
        QCOMPARE(outcome.refused, 0);
        QVERIFY2(outcome.isComplete, qPrintable(QString::number(step)));
        QCOMPARE(outcome.body, body);
        QCOMPARE(outcome.unused, 0);
    }
}

void TestRequestParser::target_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QString>("path"); // null: refused
    QTest::addColumn<QByteArray>("query");

    QTest::newRow("root") << "/"_ba << u"/"_s << ""_ba;
    QTest::newRow("query") << "/a/b?c=%20d&e"_ba << u"/a/b"_s << "c=%20d&e"_ba;
    QTest::newRow("question in query") << "/a?b?c"_ba << u"/a"_s << "b?c"_ba;
    QTest::newRow("percent") << "/a%20b%2fc"_ba << u"/a b/c"_s << ""_ba;
    QTest::newRow("UTF-8") << "/%C3%A9%F0%9F%98%80"_ba << u"/é😀"_s << ""_ba;
    QTest::newRow("absolute") << "http://host:80/a?b"_ba << u"/a"_s << "b"_ba;
    QTest::newRow("absolute without path") << "HTTPS://host"_ba << u"/"_s << ""_ba;
    QTest::newRow("server") << "*"_ba << u"*"_s << ""_ba;
    QTest::newRow("relative") << "a"_ba << QString() << ""_ba;
    QTest::newRow("authority") << "host:80"_ba << QString() << ""_ba;
    QTest::newRow("fragment") << "/a#b"_ba << QString() << ""_ba;
    QTest::newRow("percent at the end") << "/a%"_ba << QString() << ""_ba;
    QTest::newRow("percent and one digit") << "/a%4"_ba << QString() << ""_ba;
    QTest::newRow("percent and no digits") << "/a%zz"_ba << QString() << ""_ba;
    QTest::newRow("NUL") << "/a%00b"_ba << QString() << ""_ba;
    QTest::newRow("not UTF-8") << "/%ff"_ba << QString() << ""_ba;
    QTest::newRow("overlong") << "/%C0%AF"_ba << QString() << ""_ba;
    QTest::newRow("surrogate") << "/%ED%A0%80"_ba << QString() << ""_ba;
    QTest::newRow("raw 8-bit") << "/\xc3\xa9"_ba << QString() << ""_ba;
}

void TestRequestParser::target()
{
    QFETCH(QByteArray, sent);
    QFETCH(QString, path);
    QFETCH(QByteArray, query);
    const QByteArray bytes = "OPTIONS " + sent + " HTTP/1.1\r\nHost: h\r\n\r\n";
    const Outcome outcome = parse(bytes, bytes.size());
    QCOMPARE(outcome.refused, path.isNull() ? 400 : 0);
    if (path.isNull())
        return;
    QCOMPARE(outcome.head.path, path);
    QCOMPARE(outcome.head.query, query);
    QCOMPARE(outcome.head.target, sent);
}

void TestRequestParser::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");

    const QByteArray get = "GET / HTTP/1.1\r\nHost: h\r\n";
    const QByteArray post = "POST / HTTP/1.1\r\nHost: h\r\n";
    const QByteArray chunked = post + "Transfer-Encoding: chunked\r\n\r\n";
    const QByteArray chunks = "1\r\n.\r\n0\r\n\r\n";

    QTest::newRow("one byte over 16 KiB") << headOfSize(16 * 1024 + 1) << 431;
    QTest::newRow("101 headers") << get + headerLines(100) + "\r\n" << 431;
    QTest::newRow("endless request line") << "GET /" + QByteArray(20'000, 'a') << 431;

    QTest::newRow("not HTTP") << "hello there\r\n\r\n"_ba << 400;
    QTest::newRow("HTTP/0.9") << "GET /\r\n\r\n"_ba << 400;
    QTest::newRow("TLS") << "\x16\x03\x01\x02"_ba << 400;
    QTest::newRow("lower-case version") << "GET / http/1.1\r\nHost: h\r\n\r\n"_ba << 400;
    QTest::newRow("HTTP/2") << "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"_ba << 505;
    QTest::newRow("HTTP/1.2") << "GET / HTTP/1.2\r\nHost: h\r\n\r\n"_ba << 505;
    QTest::newRow("two spaces") << "GET  / HTTP/1.1\r\nHost: h\r\n\r\n"_ba << 400;
    QTest::newRow("space in target") << "GET /a b HTTP/1.1\r\nHost: h\r\n\r\n"_ba << 400;
    QTest::newRow("space before method") << " GET / HTTP/1.1\r\nHost: h\r\n\r\n"_ba << 400;
    QTest::newRow("space after version") << "GET / HTTP/1.1 \r\nHost: h\r\n\r\n"_ba << 400;
    QTest::newRow("no method") << "/ HTTP/1.1\r\nHost: h\r\n\r\n"_ba << 400;
    QTest::newRow("unknown method") << "BREW / HTTP/1.1\r\nHost: h\r\n\r\n"_ba << 501;
    QTest::newRow("TRACE") << "TRACE / HTTP/1.1\r\nHost: h\r\n\r\n"_ba << 501;
    QTest::newRow("CONNECT") << "CONNECT h:1 HTTP/1.1\r\nHost: h\r\n\r\n"_ba << 501;
    QTest::newRow("method is case-sensitive") << "get / HTTP/1.1\r\nHost: h\r\n\r\n"_ba << 501;

    QTest::newRow("no Host") << "GET / HTTP/1.1\r\n\r\n"_ba << 400;
    QTest::newRow("two Hosts") << get + "Host: h\r\n\r\n" << 400;
    QTest::newRow("Host with a path") << "GET / HTTP/1.1\r\nHost: h/x\r\n\r\n"_ba << 400;
    QTest::newRow("Host with a space") << "GET / HTTP/1.1\r\nHost: h x\r\n\r\n"_ba << 400;

    QTest::newRow("header without colon") << get + "X\r\n\r\n" << 400;
    QTest::newRow("space before colon") << get + "X : v\r\n\r\n" << 400;
    QTest::newRow("tab before colon") << get + "X\t: v\r\n\r\n" << 400;
    QTest::newRow("space in name") << get + "X Y: v\r\n\r\n" << 400;
    QTest::newRow("empty name") << get + ": v\r\n\r\n" << 400;
    QTest::newRow("folded header") << get + "X: a\r\n b\r\n\r\n" << 400;
    QTest::newRow("folded by tab") << get + "X: a\r\n\tb\r\n\r\n" << 400;
    QTest::newRow("NUL in value") << get + "X: a\0b\r\n\r\n"_ba << 400;
    QTest::newRow("NUL in name") << get + "X\0: b\r\n\r\n"_ba << 400;
    QTest::newRow("control in value") << get + "X: a\x01\r\n\r\n" << 400;
    QTest::newRow("DEL in value") << get + "X: a\x7f\r\n\r\n" << 400;
    QTest::newRow("bare CR in value") << get + "X: a\rb\r\n\r\n" << 400;
    QTest::newRow("bare CR in request line") << "GET / \rHTTP/1.1\r\nHost: h\r\n\r\n"_ba << 400;
    QTest::newRow("CR CR LF") << get + "X: a\r\r\n\r\n" << 400;
    QTest::newRow("bare LF") << get + "X: a\nY: b\r\n\r\n" << 400;
    QTest::newRow("LF only") << "GET / HTTP/1.1\nHost: h\n\n"_ba << 400;
    QTest::newRow("bad Connection") << get + "Connection: @\r\n\r\n" << 400;
    QTest::newRow("unknown Expect") << get + "Expect: tea\r\n\r\n" << 417;

    QTest::newRow("length is no number") << post + "Content-Length: x\r\n\r\n" << 400;
    QTest::newRow("length is empty") << post + "Content-Length:\r\n\r\n" << 400;
    QTest::newRow("negative length") << post + "Content-Length: -1\r\n\r\n" << 400;
    QTest::newRow("length with plus") << post + "Content-Length: +1\r\n\r\n" << 400;
    QTest::newRow("hexadecimal length") << post + "Content-Length: 0x1\r\n\r\n" << 400;
    QTest::newRow("length over 64 bits") << post + "Content-Length: 18446744073709551617\r\n\r\n"
                                         << 400;
    QTest::newRow("two lengths") << post + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n" << 400;
    QTest::newRow("the same length twice")
            << post + "Content-Length: 1\r\nContent-Length: 1\r\n\r\n"
            << 400;
    QTest::newRow("a list of lengths") << post + "Content-Length: 1, 1\r\n\r\n" << 400;
    QTest::newRow("length and chunked")
            << post + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks << 400;
    QTest::newRow("chunked and length")
            << post + "Transfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n" + chunks << 400;
    QTest::newRow("chunked twice")
            << post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks
            << 400;
    QTest::newRow("gzip, chunked")
            << post + "Transfer-Encoding: gzip, chunked\r\n\r\n" + chunks << 400;
    QTest::newRow("chunked, identity")
            << post + "Transfer-Encoding: chunked, identity\r\n\r\n" + chunks << 400;
    QTest::newRow("identity") << post + "Transfer-Encoding: identity\r\n\r\n" << 400;
    QTest::newRow("xchunked") << post + "Transfer-Encoding: xchunked\r\n\r\n" + chunks << 400;
    QTest::newRow("quoted chunked")
            << post + "Transfer-Encoding: \"chunked\"\r\n\r\n" + chunks << 400;
    QTest::newRow("empty transfer encoding") << post + "Transfer-Encoding:\r\n\r\n" << 400;
    QTest::newRow("chunked in HTTP/1.0")
            << "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks << 400;

    QTest::newRow("body over the limit") << post + "Content-Length: 1025\r\n\r\n" << 413;
    QTest::newRow("chunk over the limit") << chunked + "401\r\n" << 413;
    QTest::newRow("chunks over the limit")
            << chunked + "400\r\n" + QByteArray(1024, 'c') + "\r\n1\r\n"
            << 413;
    QTest::newRow("chunk size is no number") << chunked + "x\r\n.\r\n0\r\n\r\n" << 400;
    QTest::newRow("chunk size is empty") << chunked + "\r\n.\r\n0\r\n\r\n" << 400;
    QTest::newRow("chunk size with 0x") << chunked + "0x1\r\n.\r\n0\r\n\r\n" << 400;
    QTest::newRow("negative chunk size") << chunked + "-1\r\n.\r\n0\r\n\r\n" << 400;
    QTest::newRow("chunk size over 64 bits") << chunked + "10000000000000001\r\n.\r\n" << 400;
    QTest::newRow("chunk longer than said") << chunked + "1\r\n..\r\n0\r\n\r\n" << 400;
    QTest::newRow("chunk ends with LF") << chunked + "1\r\n.\n0\r\n\r\n" << 400;
    QTest::newRow("chunk size ends with LF") << chunked + "1\n.\r\n0\r\n\r\n" << 400;
    QTest::newRow("space after chunk size") << chunked + "1 \r\n.\r\n0\r\n\r\n" << 400;
    QTest::newRow("bad chunk extension") << chunked + "1;=\r\n.\r\n0\r\n\r\n" << 400;
    QTest::newRow("LF in quoted extension") << chunked + "1;a=\"\n\"\r\n.\r\n0\r\n\r\n" << 400;
    QTest::newRow("quote left open at the end of a size line") << chunked + "f;a=\"\r\n" << 400;
    QTest::newRow("quote left open in the last chunk") << chunked + "0;a=\"\r\n" << 400;
    QTest::newRow("endless chunk extension") << chunked + "1;a=" + QByteArray(5000, 'x') << 400;
    QTest::newRow("endless trailers") << chunked + "0\r\nX: " + QByteArray(5000, 'x') << 400;
    QTest::newRow("bad trailer") << chunked + "0\r\nX Y: 1\r\n\r\n" << 400;
    QTest::newRow("length in a trailer") << chunked + "0\r\nContent-Length: 1\r\n\r\n" << 400;
}

void TestRequestParser::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    for (const qsizetype step : {qsizetype(1), qsizetype(5), bytes.size()}) {
        const Outcome outcome = parse(bytes, step);
        QVERIFY2(!outcome.isComplete, qPrintable(QString::number(step)));
        QCOMPARE(outcome.refused, status);
    }
}

void TestRequestParser::keepsHeadersInOrder()
{
    const QByteArray bytes = "PUT /p HTTP/1.1\r\nHost: h\r\nb: 1\r\nA:  2 \r\nB: 3\r\n\r\n";
    const Outcome outcome = parse(bytes, bytes.size());
    QCOMPARE(outcome.head.method, Method::Put);
    const QList<std::pair<QByteArray, QByteArray>> expected
            = {{"Host", "h"}, {"b", "1"}, {"A", "2"}, {"B", "3"}};
    QCOMPARE(outcome.head.headers.all(), expected);
    QCOMPARE(outcome.head.headers.value("B"), "1"_ba);
    QVERIFY(!outcome.head.headers.contains("C"));
    QCOMPARE(outcome.head.contentLength, -1);
}

void TestRequestParser::endsWhereTheRequestEnds()
{
    const QByteArray next = "GET /next";
    const QByteArray post = "POST / HTTP/1.1\r\nHost: h\r\n";
    for (const QByteArray &request :
         {"GET / HTTP/1.1\r\nHost: h\r\n\r\n"_ba, post + "Content-Length: 2\r\n\r\nhi",
          post + "Transfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n"}) {
        const Outcome outcome = parse(request + next, request.size() + next.size());
        QVERIFY2(outcome.isComplete, request.constData());
        QCOMPARE(outcome.unused, next.size());
    }
}

void TestRequestParser::refusesWithoutWaitingForTheEnd_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("TLS") << "\x16"_ba;
    QTest::newRow("garbage line") << "EHLO mail.example\r\n"_ba;
    QTest::newRow("NUL") << QByteArray("GET /\0", 6);
    QTest::newRow("folding") << "GET / HTTP/1.1\r\nX: y\r\n "_ba;
}

void TestRequestParser::refusesWithoutWaitingForTheEnd()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(parse(bytes, bytes.size()).refused, 400);
}

QTEST_GUILESS_MAIN(TestRequestParser)
#include "tst_requestparser.moc"
