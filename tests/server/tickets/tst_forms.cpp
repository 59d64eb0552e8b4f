// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/desks/category.h"
#include "tests/support/server/ticketharness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Test;

/// Forms of categories (T7) and ratings (T10).
class TestForms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formsAreChecked();
    void valuesFitTheForm_data();
    void valuesFitTheForm();
    void changesAreCheckedToo();
    void ratedByTheRequesterOnceClosed();
    void ratingsAreChecked();

private:
    static QJsonArray form();
    static CategoryId makeCategory(TicketHarness &api);
};

QJsonArray TestForms::form()
{
    const auto field = [](const QString &key, const QString &type, bool required) {
        return QJsonObject{{u"key"_s, key},
                           {u"label"_s, u"The "_s + key},
                           {u"type"_s, type},
                           {u"required"_s, required}};
    };
    QJsonObject size = field(u"size"_s, u"choice"_s, false);
    size[u"options"_s] = QJsonArray{u"small"_s, u"large"_s};
    return {field(u"asset"_s, u"text"_s, true), field(u"amount"_s, u"number"_s, false),
            field(u"until"_s, u"date"_s, false), size, field(u"user"_s, u"person"_s, false)};
}

CategoryId TestForms::makeCategory(TicketHarness &api)
{
    const Answer made = api.post(
            "/categories", api.admin,
            {{u"desk"_s, api.desk.value()}, {u"name"_s, u"Assets"_s}, {u"fields"_s, form()}});
    if (made.status != 201)
        qFatal("no category: %s", made.body.constData());
    const auto category = decoded<Category>(made);
    if (category.fields.size() != 5 || category.fields[3].options.size() != 2)
        qFatal("not its form");
    return category.id;
}

void TestForms::formsAreChecked()
{
    TicketHarness api;
    const CategoryId category = makeCategory(api);
    const QByteArray path = "/categories/" + QByteArray::number(category.value());
    const auto change = [&](const QJsonObject &field) {
        return api.patch(path, api.admin, {{u"fields"_s, QJsonArray{field, field}}}).faults();
    };
    QCOMPARE(change({{u"key"_s, u"size"_s}, {u"label"_s, u"Size"_s}, {u"type"_s, u"choice"_s}}),
             (QStringList{u"fields[0].options:required"_s, u"fields[1].options:required"_s,
                          u"fields[1].key:not_unique"_s}));
    QCOMPARE(change({{u"key"_s, u"Big Size"_s}, {u"label"_s, u""_s}, {u"type"_s, u"text"_s}})
                     .value(0),
             u"fields[0].key:invalid"_s);
    QCOMPARE(change({{u"key"_s, u"size"_s}, {u"label"_s, u"Size"_s}, {u"type"_s, u"colour"_s}})
                     .value(0),
             u"fields[0].type:unknown_value"_s);
    QCOMPARE(api.patch(path, api.alex, {{u"fields"_s, QJsonArray()}}).status, 403);
    QCOMPARE(decoded<Category>(api.patch(path, api.admin, {{u"fields"_s, QJsonArray()}})).fields,
             QList<CustomField>());
}

void TestForms::valuesFitTheForm_data()
{
    QTest::addColumn<QJsonObject>("values");
    QTest::addColumn<QStringList>("faults");
    const QJsonObject sound{{u"asset"_s, u"PC-1"_s},
                            {u"amount"_s, 2.5},
                            {u"until"_s, u"2026-12-24"_s},
                            {u"size"_s, u"large"_s},
                            {u"user"_s, 1}};
    const auto with = [&](const QString &key, const QJsonValue &value) {
        QJsonObject values = sound;
        values[key] = value;
        return values;
    };
    const auto row = [](const char *name, const QJsonObject &values, const QStringList &faults) {
        QTest::newRow(name) << values << faults;
    };
    row("sound", sound, {});
    row("only what is required", {{u"asset"_s, u"PC-1"_s}}, {});
    row("nothing", {}, {u"customFields.asset:required"_s});
    row("blank", with(u"asset"_s, u"  "_s), {u"customFields.asset:required"_s});
    row("null", with(u"asset"_s, QJsonValue::Null), {u"customFields.asset:required"_s});
    row("number for text", with(u"asset"_s, 5), {u"customFields.asset:wrong_type"_s});
    row("text for number", with(u"amount"_s, u"5"_s), {u"customFields.amount:wrong_type"_s});
    row("no day", with(u"until"_s, u"2026-02-30"_s), {u"customFields.until:invalid"_s});
    row("no option", with(u"size"_s, u"huge"_s), {u"customFields.size:unknown_value"_s});
    row("nobody", with(u"user"_s, 9999), {u"customFields.user:unknown"_s});
    row("no person", with(u"user"_s, u"jane"_s), {u"customFields.user:wrong_type"_s});
    row("unknown field", with(u"colour"_s, u"red"_s), {u"customFields.colour:unknown_field"_s});
}

void TestForms::valuesFitTheForm()
{
    QFETCH(const QJsonObject, values);
    QFETCH(const QStringList, faults);
    TicketHarness api;
    const CategoryId category = makeCategory(api);
    const Answer answer = api.post("/tickets", api.jane,
                                   {{u"title"_s, u"A new screen"_s},
                                    {u"category"_s, category.value()},
                                    {u"customFields"_s, values}});
    QCOMPARE(answer.faults(), faults);
    QCOMPARE(answer.status, faults.isEmpty() ? 201 : 422);
    QCOMPARE(api.value(u"SELECT count(*) FROM ticket.ticket"_s),
             faults.isEmpty() ? u"1"_s : u"0"_s);
}

void TestForms::changesAreCheckedToo()
{
    TicketHarness api;
    const CategoryId category = makeCategory(api);
    const Ticket ticket
            = api.makeTicket(api.jane, {{u"category"_s, category.value()},
                                        {u"customFields"_s, QJsonObject{{u"asset"_s, u"PC-1"_s}}}});
    const auto change = [&](const QJsonObject &values) {
        return api.patch(TicketHarness::path(ticket.id), api.alex, {{u"customFields"_s, values}});
    };
    QCOMPARE(change({{u"size"_s, u"large"_s}}).faults(),
             QStringList{u"customFields.asset:required"_s});
    QCOMPARE(change({{u"asset"_s, u"PC-2"_s}}).status, 200);
    QCOMPARE(api.look(api.jane, ticket.id).customFields, (QJsonObject{{u"asset"_s, u"PC-2"_s}}));
    // A category without a form takes what it is given.
    const Ticket free = api.makeTicket(
            api.jane, {{u"customFields"_s, QJsonObject{{u"anything"_s, u"goes"_s}}}});
    QCOMPARE(free.customFields.size(), 1);
}

void TestForms::ratedByTheRequesterOnceClosed()
{
    TicketHarness api;
    const TicketId id = api.makeTicket(api.jane).id;
    const QByteArray path = TicketHarness::path(id, "/rating");
    const QJsonObject rating{{u"score"_s, 4}, {u"comment"_s, u"Quick, thank you"_s}};
    const Answer early = api.put(path, api.jane, rating);
    QCOMPARE(early.status, 409);
    QCOMPARE(early.key(), "ticket.not_closed"_ba);
    QVERIFY(!api.look(api.jane, id).details->allowedActions.contains(TicketAction::Rate));

    api.forceStatus(id, u"closed"_s);
    for (const Person &other : {api.alex, api.lead, api.admin}) {
        QCOMPARE(api.put(path, other, rating).status, 403);
        QVERIFY(!api.look(other, id).details->allowedActions.contains(TicketAction::Rate));
    }
    QCOMPARE(api.put(path, api.mike, rating).status, 404);
    QVERIFY(api.look(api.jane, id).details->allowedActions.contains(TicketAction::Rate));
    const int version = api.look(api.jane, id).version;
    QCOMPARE(api.put(path, api.jane, rating).status, 200);
    const Ticket rated = api.look(api.alex, id);
    QCOMPARE(rated.details->rating->score, 4);
    QCOMPARE(rated.details->rating->comment, u"Quick, thank you"_s);
    QCOMPARE(rated.version, version + 1);
    const auto events = decoded<Page<TimelineEntry>>(
            api.get(TicketHarness::path(id, "/timeline?kind=event&order=desc"), api.alex));
    QCOMPARE(events.data.first().event, TimelineEvent::Rated);
    QCOMPARE(api.value(u"SELECT actor_name FROM ticket.activity WHERE action = 'rate'"_s),
             u"Jane"_s);
    // They may think again.
    QCOMPARE(api.put(path, api.jane, {{u"score"_s, 2}}).status, 200);
    QCOMPARE(api.look(api.alex, id).details->rating->score, 2);
}

void TestForms::ratingsAreChecked()
{
    TicketHarness api;
    const TicketId id = api.makeTicket(api.jane).id;
    api.forceStatus(id, u"closed"_s);
    const QByteArray path = TicketHarness::path(id, "/rating");
    QCOMPARE(api.put(path, api.jane, {}).faults(), QStringList{u"score:required"_s});
    for (const int score : {0, 6, -1})
        QCOMPARE(api.put(path, api.jane, {{u"score"_s, score}}).status, 422);
    QVERIFY(!api.look(api.jane, id).details->rating);
}

QTEST_GUILESS_MAIN(TestForms)
#include "tst_forms.moc"
