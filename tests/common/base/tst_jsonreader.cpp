// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/jsonreader.h"
#include "common/tickets/priority.h"
#include "tests/support/common/faults.h"

#include <QTest>

using namespace Deskbell;
using namespace Deskbell::Test;
using namespace Qt::StringLiterals;

namespace {

/// One of everything the reader reads.
struct Part
{
    int number = 0;
};

void read(JsonReader &reader, Part &part)
{
    reader.integer("number"_L1, part.number, Presence::Required, 1, 9);
}

struct Sample
{
    QString title;
    int count = 5;
    bool flag = false;
    TicketId ticket;
    Given<AccountId> person;
    QDateTime at;
    Priority priority = Priority::Low;
    QList<Priority> priorities;
    QStringList words;
    QList<TicketId> tickets;
    QList<QUuid> uploads;
    QJsonObject object;
    std::optional<Part> part;
    QList<Part> parts;
};

void read(JsonReader &reader, Sample &sample)
{
    reader.cleanedText("title"_L1, sample.title, Presence::Required);
    reader.integer("count"_L1, sample.count, Presence::Optional, 0, 10);
    reader.flag("flag"_L1, sample.flag, Presence::Optional);
    reader.id("ticket"_L1, sample.ticket, Presence::Optional);
    reader.id("person"_L1, sample.person, Presence::Nullable);
    reader.time("at"_L1, sample.at, Presence::Nullable);
    reader.enumValue("priority"_L1, sample.priority, Presence::Optional);
    reader.enumValues("priorities"_L1, sample.priorities, Presence::Optional);
    reader.texts("words"_L1, sample.words, Presence::Optional);
    reader.ids("tickets"_L1, sample.tickets, Presence::Optional);
    reader.uuids("uploads"_L1, sample.uploads, Presence::Optional);
    reader.object("object"_L1, sample.object, Presence::Optional);
    reader.child("part"_L1, sample.part, Presence::Nullable);
    reader.children("parts"_L1, sample.parts, Presence::Optional);
}

QList<FieldError> validate(const Sample &sample)
{
    QList<FieldError> faults;
    if (sample.title.size() < 3)
        faults.append({.field = u"title"_s, .key = "too_short"});
    return faults;
}

} // namespace

class JsonReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refused_data();
    void refused();
    void everyFaultAtOnce();
    void values();
    void givenOrNot();
    void unknownMembersMayBeIgnored();
    void tellsWhatItReads();
    void hostileBodiesAreAnsweredShortly_data();
    void hostileBodiesAreAnsweredShortly();
};

void JsonReaderTest::refused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("faults");
    const auto row = [](const char *name, const char *member, const char *fault) {
        QTest::newRow(name) << R"({"title":"ok!",)"_ba + member + '}'
                            << QStringList{QString::fromLatin1(fault)};
    };
    QTest::newRow("missing") << "{}"_ba << QStringList{u"title:required"_s};
    QTest::newRow("required is null") << R"({"title":null})"_ba << QStringList{u"title:required"_s};
    QTest::newRow("wrong type, not too short as well")
            << R"({"title":1})"_ba << QStringList{u"title:wrong_type"_s};
    QTest::newRow("too short") << R"({"title":" ab "})"_ba << QStringList{u"title:too_short"_s};
    row("null where none may be", R"("flag":null)", "flag:wrong_type");
    row("flag as number", R"("flag":1)", "flag:wrong_type");
    row("flag as text", R"("flag":"true")", "flag:wrong_type");
    row("number as text", R"("count":"1")", "count:wrong_type");
    row("number with a fraction", R"("count":1.5)", "count:wrong_type");
    row("number below", R"("count":-1)", R"(count:out_of_range{"max":10,"min":0})");
    row("number above", R"("count":11)", R"(count:out_of_range{"max":10,"min":0})");
    row("number beyond 64 bits", R"("count":1e300)", R"(count:out_of_range{"max":10,"min":0})");
    row("id zero", R"("ticket":0)", R"(ticket:out_of_range{"max":9223372036854775807,"min":1})");
    row("id negative", R"("ticket":-5)",
        R"(ticket:out_of_range{"max":9223372036854775807,"min":1})");
    row("id beyond 64 bits", R"("ticket":9223372036854775808)",
        R"(ticket:out_of_range{"max":9223372036854775807,"min":1})");
    row("id as text", R"("ticket":"1")", "ticket:wrong_type");
    row("id null where it must be one", R"("ticket":null)", "ticket:wrong_type");
    row("time as number", R"("at":1)", "at:wrong_type");
    row("time unreadable", R"("at":"yesterday")", "at:invalid");
    row("enum unknown", R"("priority":"huge")", "priority:unknown_value");
    row("enum as number", R"("priority":1)", "priority:wrong_type");
    row("enum in a list unknown", R"("priorities":["low","huge"])", "priorities:unknown_value");
    row("enum in a list twice", R"("priorities":["low","low"])", "priorities:not_unique");
    row("list as text", R"("words":"a,b")", "words:wrong_type");
    row("list with a number", R"("words":["a",1])", "words:wrong_type");
    row("ids with a text", R"("tickets":[1,"2"])", "tickets:wrong_type");
    row("ids with a fraction", R"("tickets":[1.5])", "tickets:out_of_range");
    row("ids twice", R"("tickets":[1,2,1])", "tickets:not_unique");
    row("UUID malformed", R"("uploads":["67c8770b-44f1-410a-ab9a-f9b5446f13e"])",
        "uploads:invalid");
    row("UUID in braces", R"("uploads":["{67c8770b-44f1-410a-ab9a-f9b5446f13ee}"])",
        "uploads:invalid");
    row("object as list", R"("object":[])", "object:wrong_type");
    row("child as number", R"("part":1)", "part:wrong_type");
    row("fault in a child", R"("part":{"number":10})",
        R"(part.number:out_of_range{"max":9,"min":1})");
    row("unknown member in a child", R"("part":{"number":1,"x":1})", "part.x:unknown_field");
    row("fault in a list's child", R"("parts":[{"number":1},{}])", "parts[1].number:required");
    row("no object in a list", R"("parts":[1])", "parts[0]:wrong_type");
    row("unknown member", R"("titel":"x")", "titel:unknown_field");
    row("unknown member in other case", R"("Title":"x")", "Title:unknown_field");
}

void JsonReaderTest::refused()
{
    QFETCH(QByteArray, json);
    QFETCH(QStringList, faults);
    const auto result = fromJsonBytes<Sample>(json);
    QCOMPARE(faultsOf(result), faults);
    QCOMPARE(result.error().code, ErrorCode::Invalid);
    QCOMPARE(result.error().key, "validation.failed"_ba);
}

void JsonReaderTest::everyFaultAtOnce()
{
    const auto result = fromJsonBytes<Sample>(
            R"({"title":"a","count":99,"flag":7,"part":{"number":0,"x":1},"parts":[{},{"number":2}],"other":1})");
    QCOMPARE(faultsOf(result),
             QStringList({u"count:out_of_range{\"max\":10,\"min\":0}"_s, u"flag:wrong_type"_s,
                          u"part.number:out_of_range{\"max\":9,\"min\":1}"_s,
                          u"part.x:unknown_field"_s, u"parts[0].number:required"_s,
                          u"title:too_short"_s, u"other:unknown_field"_s}));
}

void JsonReaderTest::values()
{
    const auto result = fromJsonBytes<Sample>(R"({
        "title":"  e\u0301tude  ","count":10,"flag":true,"ticket":9223372036854775807,"person":3,
        "at":"2026-11-21T09:30:00.123Z","priority":"urgent","priorities":["low","high"],"words":[" a "],
        "tickets":[2,1],"uploads":["67C8770B-44F1-410A-AB9A-F9B5446F13EE"],"object":{"x":[1]},
        "part":{"number":9},"parts":[{"number":1},{"number":2}]})");
    QVERIFY2(result, qPrintable(faultsOf(result).join(u' ')));
    QCOMPARE(result->title, u"étude"_s);
    QCOMPARE(result->count, 10);
    QVERIFY(result->flag);
    QCOMPARE(result->ticket, TicketId(std::numeric_limits<qint64>::max()));
    QCOMPARE(result->person, AccountId(3));
    QCOMPARE(result->at, QDateTime(QDate(2026, 11, 21), QTime(9, 30, 0, 123), Qt::UTC));
    QCOMPARE(result->priority, Priority::Urgent);
    QCOMPARE(result->priorities, QList({Priority::Low, Priority::High}));
    QCOMPARE(result->words, QStringList{u"a"_s});
    QCOMPARE(result->tickets, QList({TicketId(2), TicketId(1)}));
    QCOMPARE(result->uploads.first().toString(QUuid::WithoutBraces),
             u"67c8770b-44f1-410a-ab9a-f9b5446f13ee"_s);
    QCOMPARE(result->object.value("x"_L1).toArray().size(), 1);
    QCOMPARE(result->part->number, 9);
    QCOMPARE(result->parts.size(), 2);
}

void JsonReaderTest::givenOrNot()
{
    const auto absent = fromJsonBytes<Sample>(R"({"title":"abc"})");
    QVERIFY(absent);
    QVERIFY(!absent->person.has_value());
    QVERIFY(!absent->part.has_value());
    QCOMPARE(absent->count, 5);

    const auto null
            = fromJsonBytes<Sample>(R"({"title":"abc","person":null,"part":null,"at":null})");
    QVERIFY(null);
    QVERIFY(null->person.has_value());
    QVERIFY(!null->person->isValid());
    QVERIFY(!null->part.has_value());
    QVERIFY(!null->at.isValid());
}

void JsonReaderTest::unknownMembersMayBeIgnored()
{
    const char *json
            = R"({"title":"abc","new":1,"priorities":["low","cosmic"],"part":{"number":1,"new":2}})";
    const auto result = fromJsonBytes<Sample>(json, Unknown::Ignored);
    QVERIFY2(result, qPrintable(faultsOf(result).join(u' ')));
    QCOMPARE(result->part->number, 1);
    QCOMPARE(result->priorities, QList{Priority::Low});
    // What is known stays strict.
    QCOMPARE(faultsOf(fromJsonBytes<Sample>(R"({"title":1,"new":1})", Unknown::Ignored)),
             QStringList{u"title:wrong_type"_s});
}

void JsonReaderTest::tellsWhatItReads()
{
    const QJsonObject shape = shapeOf<Sample>();
    const QJsonObject properties = shape["properties"_L1].toObject();
    QCOMPARE(properties.size(), 14);
    QCOMPARE(shape["required"_L1].toArray(), QJsonArray{u"title"_s});
    QCOMPARE(shape["additionalProperties"_L1], QJsonValue(false));
    const auto member = [&](QLatin1StringView name) {
        return QJsonDocument(properties[name].toObject()).toJson(QJsonDocument::Compact);
    };
    QCOMPARE(member("title"_L1), R"({"type":"string"})"_ba);
    QCOMPARE(member("count"_L1), R"({"maximum":10,"minimum":0,"type":"integer"})"_ba);
    QCOMPARE(member("flag"_L1), R"({"type":"boolean"})"_ba);
    QCOMPARE(member("person"_L1), R"({"minimum":1,"type":["integer","null"]})"_ba);
    QCOMPARE(member("at"_L1), R"({"format":"date-time","type":["string","null"]})"_ba);
    QCOMPARE(member("priority"_L1),
             R"({"enum":["low","medium","high","urgent"],"type":"string"})"_ba);
    QCOMPARE(member("uploads"_L1),
             R"({"items":{"format":"uuid","type":"string"},"type":"array"})"_ba);
    QCOMPARE(properties["part"_L1]["type"_L1].toArray(), (QJsonArray{u"object"_s, u"null"_s}));
    QCOMPARE(properties["parts"_L1]["items"_L1].toObject(), shapeOf<Part>());
}

void JsonReaderTest::hostileBodiesAreAnsweredShortly_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto repeated = [](const QByteArray &part, int count, bool numbered) {
        QByteArray text;
        for (int i = 0; i < count; ++i)
            text += (i ? "," : "") + (numbered ? "\"n" + QByteArray::number(i) + "\":0" : part);
        return text;
    };
    QTest::newRow("unknown members") << '{' + repeated({}, 80'000, true) + '}';
    QTest::newRow("faulty children")
            << R"({"title":"abc","parts":[)" + repeated("{}", 300'000, false) + "]}";
    QTest::newRow("no children at all")
            << R"({"title":"abc","parts":[)" + repeated("0", 500'000, false) + "]}";
    QTest::newRow("texts with NUL")
            << R"({"title":"abc","words":[)" + repeated(R"("\u0000")", 100'000, false) + "]}";
}

/// These bodies pass the limit of a body; the time of the test run would tell of anything that
/// grows with their square.
void JsonReaderTest::hostileBodiesAreAnsweredShortly()
{
    QFETCH(QByteArray, json);
    const auto result = fromJsonBytes<Sample>(json);
    QVERIFY(!result);
    QCOMPARE(result.error().fields.size(), maxFieldErrors);
}

QTEST_APPLESS_MAIN(JsonReaderTest)
#include "tst_jsonreader.moc"
