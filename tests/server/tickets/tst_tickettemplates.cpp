// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/desks/category.h"
#include "common/tickets/tickettemplate.h"
#include "tests/support/server/ticketharness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Test;

/// What new requests begin with (T2). Who may read and change it is asked with everything of a desk
/// in server.desks.desks.
class TestTicketTemplates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatItIsGiven();
    void badInput_data();
    void badInput();
    void changesOnlyWhatIsGiven();
    void oldVersionsAreRefused();
    void belongsToADesk();
    void aCategoryThatGoesIsNotOfferedAnyMore();
    void isLoggedAndTold();

private:
    static QByteArray path(const Answer &made)
    {
        return "/ticket-templates/" + QByteArray::number(made.json["id"_L1].toInteger());
    }
    static CategoryId makeCategory(TicketHarness &api);
    static QJsonObject laptop(TicketHarness &api, CategoryId category);
};

CategoryId TestTicketTemplates::makeCategory(TicketHarness &api)
{
    const QJsonArray form{
            QJsonObject{{u"key"_s, u"asset"_s},
                        {u"label"_s, u"Asset"_s},
                        {u"type"_s, u"text"_s},
                        {u"required"_s, true}},
            QJsonObject{{u"key"_s, u"user"_s}, {u"label"_s, u"For"_s}, {u"type"_s, u"person"_s}},
            QJsonObject{{u"key"_s, u"size"_s},
                        {u"label"_s, u"Size"_s},
                        {u"type"_s, u"choice"_s},
                        {u"options"_s, QJsonArray{u"small"_s, u"large"_s}}}};
    return decoded<Category>(api.post("/categories", api.admin,
                                      {{u"desk"_s, api.desk.value()},
                                       {u"name"_s, u"Hardware"_s},
                                       {u"fields"_s, form}}))
            .id;
}

QJsonObject TestTicketTemplates::laptop(TicketHarness &api, CategoryId category)
{
    return {{u"desk"_s, api.desk.value()},
            {u"name"_s, u"New laptop"_s},
            {u"title"_s, u"A laptop for somebody new"_s},
            {u"description"_s, u"Who, from when, which programs?"_s},
            {u"category"_s, category.value()},
            {u"priority"_s, u"high"_s},
            {u"tags"_s, QJsonArray{u"Onboarding"_s}},
            {u"customFields"_s, QJsonObject{{u"size"_s, u"large"_s}}}};
}

void TestTicketTemplates::keepsWhatItIsGiven()
{
    TicketHarness api;
    const CategoryId category = makeCategory(api);
    api.post("/tags", api.admin, {{u"name"_s, u"onboarding"_s}});
    const Answer made = api.post("/ticket-templates", api.lead, laptop(api, category));
    QCOMPARE(made.status, 201);
    const auto value = decoded<TicketTemplate>(made);
    QCOMPARE(value.desk.id, api.desk);
    QCOMPARE(value.name, u"New laptop"_s);
    QCOMPARE(value.title, u"A laptop for somebody new"_s);
    QCOMPARE(value.category, (CategoryRef{.id = category, .name = u"Hardware"_s}));
    QCOMPARE(value.priority, Priority::High);
    QCOMPARE(value.tags, QStringList{u"onboarding"_s}); // as the list of tags spells it
    // The asset is needed, but not yet.
    QCOMPARE(value.customFields, (QJsonObject{{u"size"_s, u"large"_s}}));
    // Whoever may ask for help there can begin with it.
    QCOMPARE(decoded<Page<TicketTemplate>>(api.get("/ticket-templates", api.jane)).data,
             QList<TicketTemplate>{value});
    // A name is enough.
    const auto bare = decoded<TicketTemplate>(
            api.post("/ticket-templates", api.lead,
                     {{u"desk"_s, api.desk.value()}, {u"name"_s, u"Anything"_s}}));
    QVERIFY(bare.title.isEmpty() && !bare.category && bare.tags.isEmpty());
    QCOMPARE(bare.priority, Priority::Medium);
    QCOMPARE(api.get("/ticket-templates", api.jane).column(u"name"_s),
             (QStringList{u"Anything"_s, u"New laptop"_s}));
    QCOMPARE(api.remove(path(made), api.lead).status, 204);
    QCOMPARE(api.get("/ticket-templates", api.jane).column(u"name"_s), QStringList{u"Anything"_s});
    QCOMPARE(api.patch(path(made), api.lead, {{u"name"_s, u"Again"_s}}).status, 404);
}

void TestTicketTemplates::badInput_data()
{
    QTest::addColumn<QJsonObject>("change");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *name, const QJsonObject &change, const QString &fault) {
        QTest::newRow(name) << change << fault;
    };
    row("no name", {{u"name"_s, u" "_s}}, u"name:required"_s);
    row("long title", {{u"title"_s, QString(256, u'a')}}, u"title:too_long"_s);
    row("long description", {{u"description"_s, QString(20001, u'a')}}, u"description:too_long"_s);
    row("no category", {{u"category"_s, 9999}}, u"category:unknown"_s);
    row("no priority", {{u"priority"_s, u"burning"_s}}, u"priority:unknown_value"_s);
    row("tags twice", {{u"tags"_s, QJsonArray{u"a"_s, u"A"_s}}}, u"tags:not_unique"_s);
    row("no option", {{u"customFields"_s, QJsonObject{{u"size"_s, u"huge"_s}}}},
        u"customFields.size:unknown_value"_s);
    row("nobody", {{u"customFields"_s, QJsonObject{{u"user"_s, 9999}}}},
        u"customFields.user:unknown"_s);
    row("unknown field of the form", {{u"customFields"_s, QJsonObject{{u"colour"_s, u"red"_s}}}},
        u"customFields.colour:unknown_field"_s);
    row("unknown field", {{u"assignedTo"_s, 1}}, u"assignedTo:unknown_field"_s);
}

void TestTicketTemplates::badInput()
{
    QFETCH(const QJsonObject, change);
    QFETCH(const QString, fault);
    TicketHarness api;
    QJsonObject body = laptop(api, makeCategory(api));
    const Answer made = api.post("/ticket-templates", api.lead, body);
    QCOMPARE(made.status, 201);
    body[u"name"_s] = u"Another"_s;
    for (auto field = change.begin(); field != change.end(); ++field)
        body[field.key()] = field.value();
    for (const Answer &refused :
         {api.post("/ticket-templates", api.lead, body), api.patch(path(made), api.lead, change)}) {
        QCOMPARE(refused.status, 422);
        QCOMPARE(refused.faults(), QStringList{fault});
    }
    QCOMPARE(api.get("/ticket-templates", api.lead).data().size(), 1);
}

void TestTicketTemplates::changesOnlyWhatIsGiven()
{
    TicketHarness api;
    const CategoryId category = makeCategory(api);
    const Answer made = api.post("/ticket-templates", api.lead, laptop(api, category));
    const auto before = decoded<TicketTemplate>(made);
    auto after = decoded<TicketTemplate>(
            api.patch(path(made), api.lead, {{u"title"_s, QJsonValue::Null}}));
    QVERIFY(after.title.isEmpty());
    QCOMPARE(after.description, before.description);
    QCOMPARE(after.customFields, before.customFields);
    QCOMPARE(after.version, before.version + 1);
    // Nothing changed: no new version.
    QCOMPARE(decoded<TicketTemplate>(api.patch(path(made), api.lead, {{u"name"_s, before.name}}))
                     .version,
             after.version);
    // The form became another one: what was there does not hinder another name.
    api.patch("/categories/" + QByteArray::number(category.value()), api.lead,
              {{u"fields"_s, QJsonArray()}});
    QCOMPARE(api.patch(path(made), api.lead, {{u"name"_s, u"Old laptop"_s}}).status, 200);
    after = decoded<TicketTemplate>(
            api.patch(path(made), api.lead, {{u"category"_s, QJsonValue::Null}}));
    QVERIFY(!after.category);
}

void TestTicketTemplates::oldVersionsAreRefused()
{
    TicketHarness api;
    const Answer made = api.post("/ticket-templates", api.lead, laptop(api, makeCategory(api)));
    QCOMPARE(api.patch(path(made), api.lead, {{u"name"_s, u"One"_s}}, 1).status, 200);
    const Answer late = api.patch(path(made), api.lead, {{u"name"_s, u"Two"_s}}, 1);
    QCOMPARE(late.status, 412);
    QCOMPARE(late.json["current"_L1].toObject()["name"_L1].toString(), u"One"_s);
}

void TestTicketTemplates::belongsToADesk()
{
    TicketHarness api;
    const CategoryId category = makeCategory(api);
    const DeskId second = api.addDesk(u"FM"_s);
    QJsonObject body = laptop(api, category);
    body[u"desk"_s] = second.value();
    QCOMPARE(api.post("/ticket-templates", api.admin, body).faults(),
             QStringList{u"category:unknown"_s}); // another desk's
    body[u"category"_s] = QJsonValue::Null;
    body[u"customFields"_s] = QJsonObject();
    QCOMPARE(api.post("/ticket-templates", api.admin, body).status, 201);
    QCOMPARE(api.post("/ticket-templates", api.admin, laptop(api, category)).status, 201);
    const auto ofDesk = [&](DeskId desk) {
        return api.get("/ticket-templates?desk=" + QByteArray::number(desk.value()), api.admin)
                .data()
                .size();
    };
    QCOMPARE(ofDesk(second), 1);
    QCOMPARE(ofDesk(api.desk), 1);
    QCOMPARE(api.get("/ticket-templates", api.admin).data().size(), 2);
}

void TestTicketTemplates::aCategoryThatGoesIsNotOfferedAnyMore()
{
    TicketHarness api;
    const CategoryId category = makeCategory(api);
    const Answer made = api.post("/ticket-templates", api.lead, laptop(api, category));
    QCOMPARE(api.remove("/categories/" + QByteArray::number(category.value()), api.lead).status,
             204);
    const auto left = decoded<Page<TicketTemplate>>(api.get("/ticket-templates", api.jane)).data;
    QCOMPARE(left.size(), 1);
    QVERIFY(!left.first().category);
    QCOMPARE(api.patch(path(made), api.lead, {{u"title"_s, u"Something else"_s}}).status, 200);
}

void TestTicketTemplates::isLoggedAndTold()
{
    TicketHarness api;
    const Answer made = api.post("/ticket-templates", api.lead, laptop(api, makeCategory(api)));
    api.patch(path(made), api.lead, {{u"name"_s, u"Laptop"_s}});
    api.remove(path(made), api.lead);
    const QJsonArray log = api.get("/activity?entity=ticket_template", api.admin).data();
    QCOMPARE(log.size(), 3);
    QCOMPARE(log[0].toObject()["action"_L1].toString(), u"delete"_s);
    QCOMPARE(log[1].toObject()["newValue"_L1].toObject()["name"_L1].toString(), u"Laptop"_s);
    QCOMPARE(log[1].toObject()["oldValue"_L1].toObject()["name"_L1].toString(), u"New laptop"_s);
    QCOMPARE(log[2].toObject()["action"_L1].toString(), u"create"_s);
}

QTEST_GUILESS_MAIN(TestTicketTemplates)
#include "tst_tickettemplates.moc"
