// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/tickets/ticketdraft.h"
#include "common/tickets/ticketpatch.h"
#include "common/tickets/ticketrequests.h"
#include "tests/support/common/faults.h"

#include <QTest>

using namespace Deskbell;
using namespace Deskbell::Test;
using namespace Qt::StringLiterals;

/// What is asked of the server about tickets: drafts, changes, and the small requests.
class TicketDraftTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void limits_data();
    void limits();
    void least();
    void roundTrip();
    void aliases();
    void textIsKept();
    void patchChangesOnlyWhatIsGiven();
    void patchLimits_data();
    void patchLimits();
    void patchNeeds_data();
    void patchNeeds();
    void requests_data();
    void requests();
    void requestRoundTrips();
};

void TicketDraftTest::limits_data()
{
    QTest::addColumn<QJsonObject>("json");
    QTest::addColumn<QStringList>("faults");
    const QStringList accepted{u"accepted"_s};
    const auto row = [](const char *name, const QString &field, const QJsonValue &value,
                        const QStringList &faults) {
        QJsonObject json{{u"title"_s, u"A printer"_s}};
        json[field] = value;
        QTest::newRow(name) << json << faults;
    };
    const auto listOf = [](int count, const QString &prefix) {
        QJsonArray list;
        for (int i = 0; i < count; ++i)
            list.append(prefix + QString::number(i));
        return list;
    };
    QTest::newRow("nothing") << QJsonObject() << QStringList{u"title:required"_s};
    row("shortest title", u"title"_s, u"abc"_s, accepted);
    row("title one too short", u"title"_s, u"ab"_s, {u"title:too_short{\"min\":3}"_s});
    row("title of spaces", u"title"_s, u"      "_s, {u"title:required"_s});
    row("longest title", u"title"_s, QString(255, u'ä'), accepted);
    row("longest title of four-byte characters", u"title"_s, u"😀"_s.repeated(255), accepted);
    row("title one too long", u"title"_s, QString(256, u'x'), {u"title:too_long{\"max\":255}"_s});
    row("title null", u"title"_s, QJsonValue::Null, {u"title:required"_s});
    row("no description", u"description"_s, u""_s, accepted);
    row("description null", u"description"_s, QJsonValue::Null, accepted);
    row("longest description", u"description"_s, QString(20000, u'x'), accepted);
    row("description one too long", u"description"_s, QString(20001, u'x'),
        {u"description:too_long{\"max\":20000}"_s});
    row("priority unknown", u"priority"_s, u"extreme"_s, {u"priority:unknown_value"_s});
    row("priority null", u"priority"_s, QJsonValue::Null, {u"priority:wrong_type"_s});
    row("visibility unknown", u"visibility"_s, u"public"_s, {u"visibility:unknown_value"_s});
    row("desk by name", u"desk"_s, u"HD"_s, {u"desk:wrong_type"_s});
    row("most tags", u"tags"_s, listOf(20, u"t"_s), accepted);
    row("one tag too many", u"tags"_s, listOf(21, u"t"_s), {u"tags:too_long{\"max\":20}"_s});
    row("longest tag", u"tags"_s, QJsonArray{QString(50, u'x')}, accepted);
    row("tag one too long", u"tags"_s, QJsonArray{QString(51, u'x')},
        {u"tags:too_long{\"max\":50}"_s});
    row("empty tag", u"tags"_s, QJsonArray{u" "_s}, {u"tags:required"_s});
    row("tag twice in other case", u"tags"_s, QJsonArray{u"VPN"_s, u"vpn"_s},
        {u"tags:not_unique"_s});
    row("tag with a line break", u"tags"_s, QJsonArray{u"a\nb"_s}, {u"tags:control_character"_s});
    row("due unreadable", u"dueAt"_s, u"tomorrow"_s, {u"dueAt:invalid"_s});
    row("custom fields of all kinds", u"customFields"_s,
        QJsonObject{{u"room"_s, u"B1"_s},
                    {u"seats"_s, 4},
                    {u"urgent"_s, true},
                    {u"none"_s, QJsonValue::Null}},
        accepted);
    row("custom field as list", u"customFields"_s, QJsonObject{{u"room"_s, QJsonArray{}}},
        {u"customFields.room:wrong_type"_s});
    row("custom field one too long", u"customFields"_s,
        QJsonObject{{u"room"_s, QString(2001, u'x')}},
        {u"customFields.room:too_long{\"max\":2000}"_s});
    row("custom field without a name", u"customFields"_s, QJsonObject{{QString(), 1}},
        {u"customFields.:required"_s});
    row("attachment by number", u"attachmentIds"_s, QJsonArray{7}, {u"attachmentIds:wrong_type"_s});
    row("assigned to a name", u"assignedTo"_s, u"you"_s, {u"assignedTo:invalid"_s});
    row("assigned to zero", u"assignedTo"_s, 0,
        {u"assignedTo:out_of_range{\"max\":9223372036854775807,\"min\":1}"_s});
    row("status is not the client's to choose", u"status"_s, u"closed"_s,
        {u"status:unknown_field"_s});

    QJsonObject many;
    for (int i = 0; i < 51; ++i)
        many[u"f%1"_s.arg(i)] = i;
    row("one custom field too many", u"customFields"_s, many,
        {u"customFields:too_long{\"max\":50}"_s});
    QJsonArray uploads;
    for (int i = 0; i < 51; ++i)
        uploads.append(QUuid::createUuid().toString(QUuid::WithoutBraces));
    row("one attachment too many", u"attachmentIds"_s, uploads,
        {u"attachmentIds:too_long{\"max\":50}"_s});
}

void TicketDraftTest::limits()
{
    QFETCH(QJsonObject, json);
    QTEST(faultsOf(fromJson<TicketDraft>(json)), "faults");
}

void TicketDraftTest::least()
{
    const auto draft = fromJsonBytes<TicketDraft>(R"({"title":"A printer"})");
    QVERIFY(draft);
    QCOMPARE(*draft, (TicketDraft{.title = u"A printer"_s}));
    QCOMPARE(draft->priority, Priority::Medium);
    QVERIFY(!draft->assignedTo);
    QVERIFY(!draft->visibility);
}

void TicketDraftTest::roundTrip()
{
    const TicketDraft draft{.title = u"A printer"_s,
                            .description = u"It **burns**"_s,
                            .priority = Priority::Urgent,
                            .desk = DeskId(1),
                            .category = CategoryId(2),
                            .requester = AccountId(3),
                            .team = TeamId(4),
                            .assignedTo = AssigneeChoice{.kind = AssigneeChoice::Kind::Account,
                                                         .account = AccountId(5)},
                            .visibility = Visibility::Restricted,
                            .tags = {u"fire"_s},
                            .dueAt = QDateTime(QDate(2026, 11, 22), QTime(8, 0), Qt::UTC),
                            .customFields = {{u"room"_s, u"B1"_s}},
                            .attachmentIds = {QUuid::createUuid()}};
    QCOMPARE(fromJson<TicketDraft>(toJson(draft)).value(), draft);
    const TicketDraft least{.title = u"abc"_s};
    QCOMPARE(fromJson<TicketDraft>(toJson(least)).value(), least);
}

void TicketDraftTest::aliases()
{
    const auto draft
            = fromJsonBytes<TicketDraft>(R"({"title":"abc","customerId":9,"assignedTo":"me"})");
    QVERIFY(draft);
    QCOMPARE(draft->requester, AccountId(9));
    QCOMPARE(draft->assignedTo->resolve(AccountId(4)), AccountId(4));
    QCOMPARE(
            faultsOf(fromJsonBytes<TicketDraft>(R"({"title":"abc","customerId":9,"requester":8})")),
            QStringList{u"customerId:invalid"_s});
}

void TicketDraftTest::textIsKept()
{
    const QString title = u"\u0007 <b>'; DROP\u202e TABLE 😀"_s;
    const auto draft = fromJson<TicketDraft>({{u"title"_s, u"  "_s + title + u"\n"_s}});
    QVERIFY(draft);
    QCOMPARE(draft->title, title);
}

void TicketDraftTest::patchChangesOnlyWhatIsGiven()
{
    const auto empty = fromJsonBytes<TicketPatch>("{}");
    QVERIFY(empty);
    QCOMPARE(*empty, TicketPatch{});
    QVERIFY(empty->fields().isEmpty());
    QVERIFY(empty->neededActions().isEmpty());

    const auto patch = fromJsonBytes<TicketPatch>(
            R"({"category":null,"dueAt":null,"assignedTo":null,"description":null,"tags":[],"customerId":3})");
    QVERIFY2(patch, qPrintable(faultsOf(patch).join(u' ')));
    QVERIFY(!patch->title && !patch->priority && !patch->team);
    QVERIFY(!patch->category.value().isValid());
    QVERIFY(!patch->dueAt.value().isValid());
    QCOMPARE(patch->assignedTo.value().kind, AssigneeChoice::Kind::Nobody);
    QCOMPARE(patch->description.value(), QString());
    QCOMPARE(patch->tags.value(), QStringList());
    QCOMPARE(patch->requester.value(), AccountId(3));
    QCOMPARE(fromJson<TicketPatch>(toJson(*patch)).value(), *patch);
    QCOMPARE(patch->fields(), QStringList({u"assignedTo"_s, u"category"_s, u"description"_s,
                                           u"dueAt"_s, u"requester"_s, u"tags"_s}));
}

void TicketDraftTest::patchLimits_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("faults");
    QTest::newRow("title too short")
            << R"({"title":"ab"})"_ba << QStringList{u"title:too_short{\"min\":3}"_s};
    QTest::newRow("title null") << R"({"title":null})"_ba << QStringList{u"title:wrong_type"_s};
    QTest::newRow("requester null")
            << R"({"requester":null})"_ba << QStringList{u"requester:wrong_type"_s};
    QTest::newRow("status has its own route")
            << R"({"status":"closed"})"_ba << QStringList{u"status:unknown_field"_s};
    QTest::newRow("several") << R"({"title":"ab","priority":"x","tags":["a","A"],"id":1})"_ba
                             << QStringList({u"priority:unknown_value"_s,
                                             u"title:too_short{\"min\":3}"_s, u"tags:not_unique"_s,
                                             u"id:unknown_field"_s});
}

void TicketDraftTest::patchLimits()
{
    QFETCH(QByteArray, json);
    QTEST(faultsOf(fromJsonBytes<TicketPatch>(json)), "faults");
}

void TicketDraftTest::patchNeeds_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QList<TicketAction>>("actions");
    QTest::newRow("title") << R"({"title":"abc"})"_ba << QList{TicketAction::Edit};
    QTest::newRow("priority") << R"({"priority":"low"})"_ba << QList{TicketAction::EditPriority};
    QTest::newRow("title and tags") << R"({"title":"abc","tags":[]})"_ba
                                    << QList{TicketAction::Edit, TicketAction::EditAll};
    QTest::newRow("assign") << R"({"assignedTo":4})"_ba << QList{TicketAction::Assign};
    QTest::newRow("release") << R"({"assignedTo":null})"_ba << QList{TicketAction::Assign};
    QTest::newRow("take") << R"({"assignedTo":"me"})"_ba << QList{TicketAction::Take};
    for (const char *field : {R"("team":1)", R"("visibility":"internal")", R"("requester":1)",
                              R"("dueAt":null)", R"("resolvedAt":"2026-11-21T09:30:00Z")"})
        QTest::newRow(field) << '{' + QByteArray(field) + '}' << QList{TicketAction::EditAll};
}

void TicketDraftTest::patchNeeds()
{
    QFETCH(QByteArray, json);
    const auto patch = fromJsonBytes<TicketPatch>(json);
    QVERIFY2(patch, qPrintable(faultsOf(patch).join(u' ')));
    QTEST(patch->neededActions(), "actions");
}

void TicketDraftTest::requests_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("faults");
    const QStringList accepted{u"accepted"_s};
    const auto row = [](const char *name, const QString &kind, const QByteArray &json,
                        const QStringList &faults) {
        QTest::newRow(name) << kind << json << faults;
    };
    const QByteArray long2000(2000, 'x');
    row("status", u"status"_s, R"({"status":"on_hold","reason":"x","comment":"y"})", accepted);
    row("status missing", u"status"_s, "{}", {u"status:required"_s});
    row("status empty", u"status"_s, R"({"status":""})", {u"status:required"_s});
    row("status as number", u"status"_s, R"({"status":1})", {u"status:wrong_type"_s});
    row("status with more", u"status"_s, R"({"status":"a","when":"now"})",
        {u"when:unknown_field"_s});
    row("longest reason", u"status"_s, R"({"status":"a","reason":")" + long2000 + "\"}", accepted);
    row("reason one too long", u"status"_s, R"({"status":"a","reason":"x)" + long2000 + "\"}",
        {u"reason:too_long{\"max\":2000}"_s});
    row("assign", u"assign"_s, R"({"assignedTo":3})", accepted);
    row("take", u"assign"_s, R"({"assignedTo":"me"})", accepted);
    row("release", u"assign"_s, R"({"assignedTo":null})", accepted);
    row("assign nothing", u"assign"_s, "{}", {u"assignedTo:required"_s});
    row("assign to a name", u"assign"_s, R"({"assignedTo":"jane"})", {u"assignedTo:invalid"_s});
    row("assign to a flag", u"assign"_s, R"({"assignedTo":true})", {u"assignedTo:wrong_type"_s});
    row("transfer to a team", u"transfer"_s, R"({"team":2,"reason":"x"})", accepted);
    row("transfer out of a team", u"transfer"_s, R"({"team":null,"reason":"x"})", accepted);
    row("transfer to nobody and nowhere", u"transfer"_s, R"({"reason":"x"})",
        {u"assignedTo:required"_s});
    row("transfer without a reason", u"transfer"_s, R"({"team":2})", {u"reason:required"_s});
    row("transfer with an empty reason", u"transfer"_s, R"({"team":2,"reason":"  "})",
        {u"reason:required"_s});
    row("close", u"close"_s, "{}", accepted);
    row("close with a reason", u"close"_s, R"({"reason":"done"})", accepted);
    row("close with a status", u"close"_s, R"({"status":"closed"})", {u"status:unknown_field"_s});
}

void TicketDraftTest::requests()
{
    QFETCH(QString, kind);
    QFETCH(QByteArray, json);
    QFETCH(QStringList, faults);
    if (kind == "status"_L1)
        QCOMPARE(faultsOf(fromJsonBytes<StatusChange>(json)), faults);
    else if (kind == "assign"_L1)
        QCOMPARE(faultsOf(fromJsonBytes<Assignment>(json)), faults);
    else if (kind == "transfer"_L1)
        QCOMPARE(faultsOf(fromJsonBytes<Transfer>(json)), faults);
    else
        QCOMPARE(faultsOf(fromJsonBytes<Closing>(json)), faults);
}

void TicketDraftTest::requestRoundTrips()
{
    const StatusChange status{.status = u"on_hold"_s, .reason = u"parts"_s, .comment = u"c"_s};
    QCOMPARE(fromJson<StatusChange>(toJson(status)).value(), status);
    for (const auto kind :
         {AssigneeChoice::Kind::Nobody, AssigneeChoice::Kind::Me, AssigneeChoice::Kind::Account}) {
        const AccountId account(kind == AssigneeChoice::Kind::Account ? 8 : 0);
        const Assignment assignment{.assignedTo = {.kind = kind, .account = account}};
        QCOMPARE(fromJson<Assignment>(toJson(assignment)).value(), assignment);
    }
    const Transfer transfer{.team = TeamId(), .reason = u"r"_s};
    QCOMPARE(fromJson<Transfer>(toJson(transfer)).value(), transfer);
    QCOMPARE(fromJson<Closing>(toJson(Closing{.reason = u"r"_s})).value(),
             Closing{.reason = u"r"_s});
}

QTEST_APPLESS_MAIN(TicketDraftTest)
#include "tst_ticketdraft.moc"
