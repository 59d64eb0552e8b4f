// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/timeline/replydraft.h"
#include "common/timeline/timelineentry.h"
#include "tests/support/common/faults.h"

#include <QTest>

using namespace Deskbell;
using namespace Deskbell::Test;
using namespace Qt::StringLiterals;

class TimelineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drafts_data();
    void drafts();
    void draftRoundTrip();
    void patches_data();
    void patches();
    void entriesAsTheInterfaceShowsThem_data();
    void entriesAsTheInterfaceShowsThem();
    void entriesStrictly_data();
    void entriesStrictly();
};

namespace {

const char *const note = R"({
    "id":3,"ticketId":1,"kind":"note","eventType":null,"author":{"id":8,"displayName":"John Smith"},
    "message":"Ask **Jane**","isInternal":true,"isSolution":false,"details":{},
    "mentions":[{"id":9,"displayName":"Jane Doe"}],"reactions":[{"kind":"eyes","people":[{"id":9,"displayName":"Jane Doe"}]}],
    "attachments":[{"id":4,"ticketId":1,"entryId":3,"fileName":"a.txt","mediaType":"text/plain","size":0,
        "sha256":"e3b0","isInternal":true,"createdAt":"2026-11-21T09:30:00.000Z","createdBy":null}],
    "createdAt":"2026-11-21T09:30:00.000Z","editedAt":"2026-11-21T09:31:00.000Z","deletedAt":null,"version":2})";

const char *const statusEvent = R"({
    "id":5,"ticketId":1,"kind":"event","eventType":"status","author":null,"message":null,"isInternal":false,
    "isSolution":false,"details":{"old":"new","new":"in_progress","trigger":"staffReplied"},"mentions":[],"reactions":[],"attachments":[],
    "createdAt":"2026-11-21T09:30:00.000Z","editedAt":null,"deletedAt":null,"version":1})";

} // namespace

void TimelineTest::drafts_data()
{
    QTest::addColumn<QJsonObject>("json");
    QTest::addColumn<QStringList>("faults");
    const QStringList accepted{u"accepted"_s};
    const auto message = [](const QString &text) {
        return QJsonObject{{u"message"_s, text}};
    };
    QTest::newRow("shortest") << message(u"x"_s) << accepted;
    QTest::newRow("longest") << message(QString(20000, u'x')) << accepted;
    QTest::newRow("longest of four-byte characters") << message(u"😀"_s.repeated(20000)) << accepted;
    QTest::newRow("one too long") << message(QString(20001, u'x'))
                                  << QStringList{u"message:too_long{\"max\":20000}"_s};
    QTest::newRow("empty") << message(QString()) << QStringList{u"message:required"_s};
    QTest::newRow("only white space") << message(u" \n\t "_s) << QStringList{u"message:required"_s};
    QTest::newRow("missing") << QJsonObject() << QStringList{u"message:required"_s};
    QTest::newRow("control characters") << message(u"a\u0007\u001b[31m\r\nb"_s) << accepted;
    QTest::newRow("internal as text") << object(R"({"message":"x","isInternal":"yes"})")
                                      << QStringList{u"isInternal:wrong_type"_s};
    QTest::newRow("a note that solves")
            << object(R"({"message":"x","isInternal":true,"isSolution":true})")
            << QStringList{u"isSolution:invalid"_s};
    QTest::newRow("unknown") << object(R"({"message":"x","internal":true})")
                             << QStringList{u"internal:unknown_field"_s};
    QTest::newRow("attachment malformed") << object(R"({"message":"x","attachmentIds":["1"]})")
                                          << QStringList{u"attachmentIds:invalid"_s};
    QTest::newRow("everything wrong")
            << object(R"({"message":1,"isInternal":1,"attachmentIds":1,"x":1})")
            << QStringList({u"message:wrong_type"_s, u"isInternal:wrong_type"_s,
                            u"attachmentIds:wrong_type"_s, u"x:unknown_field"_s});
}

void TimelineTest::drafts()
{
    QFETCH(QJsonObject, json);
    QTEST(faultsOf(fromJson<ReplyDraft>(json)), "faults");
}

void TimelineTest::draftRoundTrip()
{
    const ReplyDraft draft{
            .message = u"Try again"_s, .isSolution = true, .attachmentIds = {QUuid::createUuid()}};
    QCOMPARE(fromJson<ReplyDraft>(toJson(draft)).value(), draft);
    QVERIFY(!fromJsonBytes<ReplyDraft>(R"({"message":"x"})").value().isInternal);
}

void TimelineTest::patches_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("faults");
    QTest::newRow("nothing") << "{}"_ba << QStringList{u"accepted"_s};
    QTest::newRow("message") << R"({"message":"new"})"_ba << QStringList{u"accepted"_s};
    QTest::newRow("empty message") << R"({"message":""})"_ba << QStringList{u"message:required"_s};
    QTest::newRow("a note cannot become a reply")
            << R"({"isInternal":false})"_ba << QStringList{u"isInternal:unknown_field"_s};
}

void TimelineTest::patches()
{
    QFETCH(QByteArray, json);
    const auto patch = fromJsonBytes<ReplyPatch>(json);
    QTEST(faultsOf(patch), "faults");
    if (patch)
        QCOMPARE(fromJson<ReplyPatch>(toJson(*patch)).value(), *patch);
}

void TimelineTest::entriesAsTheInterfaceShowsThem_data()
{
    QTest::addColumn<QJsonObject>("json");
    QTest::newRow("note") << object(note);
    QTest::newRow("event") << object(statusEvent);
}

void TimelineTest::entriesAsTheInterfaceShowsThem()
{
    QFETCH(QJsonObject, json);
    const auto entry = fromJson<TimelineEntry>(json);
    QVERIFY2(entry, qPrintable(faultsOf(entry).join(u' ')));
    QCOMPARE(toJson(*entry), json);
    QCOMPARE(entry->event.has_value(), entry->kind == TimelineKind::Event);
}

void TimelineTest::entriesStrictly_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *name, const char *base, const QString &member,
                        const QJsonValue &value, const QString &fault) {
        QTest::newRow(name) << QByteArray(base) << member << value << fault;
    };
    row("unknown kind", statusEvent, u"kind"_s, u"rumour"_s, u"kind:unknown_value"_s);
    row("unknown event", statusEvent, u"eventType"_s, u"exploded"_s, u"eventType:unknown_value"_s);
    row("event without a type", statusEvent, u"eventType"_s, QJsonValue::Null,
        u"eventType:required"_s);
    row("event with a message", statusEvent, u"message"_s, u"x"_s, u"message:invalid"_s);
    row("note with a type", note, u"eventType"_s, u"status"_s, u"eventType:invalid"_s);
    row("note without a message", note, u"message"_s, QJsonValue::Null, u"message:required"_s);
    row("note that everybody sees", note, u"isInternal"_s, false, u"isInternal:invalid"_s);
    row("unknown member", note, u"mood"_s, u"good"_s, u"mood:unknown_field"_s);
}

void TimelineTest::entriesStrictly()
{
    QFETCH(QByteArray, base);
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    QFETCH(QString, fault);
    QJsonObject json = object(base.constData());
    json[member] = value;
    QVERIFY(faultsOf(fromJson<TimelineEntry>(json)).contains(fault));
}

QTEST_APPLESS_MAIN(TimelineTest)
#include "tst_timeline.moc"
