// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/log/jsonlog.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Deskbell::Server;
using namespace Qt::StringLiterals;

class TestJsonLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesOneObject_data();
    void writesOneObject();
};

void TestJsonLog::writesOneObject_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QByteArray>("requestId");

    QTest::newRow("plain") << u"started"_s << QByteArray();
    QTest::newRow("with a request") << u"failed"_s << QByteArray("r-1");
    QTest::newRow("quotes and lines")
            << u"say \"hi\"\\\n{\"level\":\"fatal\"}\r\t"_s << QByteArray("r\"1");
    QTest::newRow("control characters") << u"a\u0001\u001b[31m"_s << QByteArray();
    QTest::newRow("four bytes") << u"🎫"_s << QByteArray();
    QTest::newRow("empty") << QString() << QByteArray();
}

void TestJsonLog::writesOneObject()
{
    QFETCH(QString, message);
    QFETCH(QByteArray, requestId);
    const QDateTime time(QDate(2026, 11, 21), QTime(9, 30, 0, 5), Qt::UTC);
    const QByteArray line = Log::formatLine(time, QtWarningMsg, "deskbell.db", message, requestId);
    QVERIFY(!line.contains('\n') && !line.contains('\r') && !line.contains('\x1b'));
    QVERIFY(line.startsWith(R"({"ts":"2026-11-21T09:30:00.005Z","level":"warning",)"));
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(line, &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(object.value(u"msg"_s).toString(), message);
    QCOMPARE(object.value(u"category"_s).toString(), u"deskbell.db"_s);
    QCOMPARE(object.value(u"requestId"_s).toString().toUtf8(), requestId);
    QCOMPARE(object.contains(u"requestId"_s), !requestId.isEmpty());
}

QTEST_APPLESS_MAIN(TestJsonLog)
#include "tst_jsonlog.moc"
