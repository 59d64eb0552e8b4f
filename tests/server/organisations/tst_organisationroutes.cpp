// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/paging.h"
#include "common/desks/organisation.h"
#include "server/organisations/organisationroutes.h"
#include "tests/support/server/apiharness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Test;

class TestOrganisationRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_api.emplace(Server::organisationRoutes());
        m_admin = m_api->addPerson(u"Admin"_s, BuiltInRole::Administrator);
    }
    void cleanup() { m_api.reset(); }

    void creates();
    void refusesBadDrafts_data();
    void refusesBadDrafts();
    void refusesATakenName();
    void changes();
    void refusesAnOldVersion();
    void removes();
    void lists();
    void letsOnlyManagersChange_data();
    void letsOnlyManagersChange();

private:
    Answer create(const QString &name)
    {
        return m_api->post("/organisations", m_admin, {{u"name"_s, name}});
    }
    static QByteArray path(const Answer &organisation)
    {
        return "/organisations/" + QByteArray::number(organisation.json.value("id"_L1).toInteger());
    }

    std::optional<ApiHarness> m_api;
    Person m_admin;
};

void TestOrganisationRoutes::creates()
{
    const Answer made
            = m_api->post("/organisations", m_admin,
                          {{u"name"_s, u" Acme "_s}, {u"description"_s, u"Makes anvils"_s}});
    QCOMPARE(made.status, 201);
    const auto organisation = fromJson<Organisation>(made.json);
    QVERIFY(organisation);
    QCOMPARE(organisation->name, u"Acme"_s);
    QCOMPARE(organisation->description, u"Makes anvils"_s);
    QCOMPARE(m_api->value(u"SELECT entity || ' ' || action FROM ticket.activity"_s),
             u"organisation create"_s);
}

void TestOrganisationRoutes::refusesBadDrafts_data()
{
    QTest::addColumn<QJsonObject>("json");
    QTest::addColumn<QString>("faults");
    QTest::newRow("nothing") << QJsonObject() << u"name:required"_s;
    QTest::newRow("number") << QJsonObject{{u"name"_s, 7}} << u"name:wrong_type"_s;
    QTest::newRow("long") << QJsonObject{{u"name"_s, QString(101, u'x')}} << u"name:too_long"_s;
    QTest::newRow("control character")
            << QJsonObject{{u"name"_s, u"Ac\u0007me"_s}} << u"name:control_character"_s;
    QTest::newRow("id") << QJsonObject{{u"name"_s, u"Acme"_s}, {u"id"_s, 1}}
                        << u"id:unknown_field"_s;
}

void TestOrganisationRoutes::refusesBadDrafts()
{
    QFETCH(QJsonObject, json);
    const Answer answer = m_api->post("/organisations", m_admin, json);
    QCOMPARE(answer.status, 422);
    QTEST(answer.faults().join(u' '), "faults");
}

void TestOrganisationRoutes::refusesATakenName()
{
    QCOMPARE(create(u"Acme"_s).status, 201);
    const Answer refused = create(u"ACME"_s);
    QCOMPARE(refused.status, 409);
    QCOMPARE(refused.key(), "organisation.name_taken"_ba);
    QCOMPARE(refused.faults().join(u' '), u"name:taken"_s);
    const Answer other = create(u"Other"_s);
    QCOMPARE(m_api->patch(path(other), m_admin, {{u"name"_s, u"acme"_s}}).status, 409);
}

void TestOrganisationRoutes::changes()
{
    const Answer made = create(u"Acme"_s);
    const Answer changed = m_api->patch(path(made), m_admin, {{u"name"_s, u"Acme Ltd"_s}}, 1);
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.headers.value("ETag"), "\"2\""_ba);
    QCOMPARE(changed.json.value("name"_L1).toString(), u"Acme Ltd"_s);
    QCOMPARE(m_api->value(u"SELECT old_value->>'name' || '>' || (new_value->>'name')"
                          " FROM ticket.activity WHERE action = 'update'"_s),
             u"Acme>Acme Ltd"_s);
    // The same again is no change.
    QCOMPARE(m_api->patch(path(made), m_admin, {{u"name"_s, u"Acme Ltd"_s}}).headers.value("ETag"),
             "\"2\""_ba);
    QCOMPARE(m_api->patch("/organisations/4711", m_admin, {}).status, 404);
}

void TestOrganisationRoutes::refusesAnOldVersion()
{
    const Answer made = create(u"Acme"_s);
    QCOMPARE(m_api->patch(path(made), m_admin, {{u"name"_s, u"Acme Ltd"_s}}, 1).status, 200);
    const Answer refused = m_api->patch(path(made), m_admin, {{u"name"_s, u"Acme Inc"_s}}, 1);
    QCOMPARE(refused.status, 412);
    QCOMPARE(refused.json.value("current"_L1).toObject().value("name"_L1).toString(),
             u"Acme Ltd"_s);
    QCOMPARE(m_api->remove(path(made), m_admin, 1).status, 412);
}

void TestOrganisationRoutes::removes()
{
    const Answer made = create(u"Acme"_s);
    QCOMPARE(m_api->remove(path(made), m_admin, 1).status, 204);
    QCOMPARE(m_api->remove(path(made), m_admin).status, 404);
    QCOMPARE(m_api->get("/organisations", m_admin).data().size(), 0);
    QCOMPARE(create(u"Acme"_s).status, 201);
}

void TestOrganisationRoutes::lists()
{
    for (const QString &name : {u"zebra"_s, u"Acme"_s, u"Metal & Co"_s, u"Beta"_s})
        create(name);
    const Answer all = m_api->get("/organisations", m_admin);
    QVERIFY(fromJson<Page<Organisation>>(all.json));
    QCOMPARE(all.column(u"name"_s),
             (QStringList{u"Acme"_s, u"Beta"_s, u"Metal & Co"_s, u"zebra"_s}));
    QCOMPARE(m_api->get("/organisations?q=ET", m_admin).column(u"name"_s),
             (QStringList{u"Beta"_s, u"Metal & Co"_s}));
    const auto first = fromJson<Page<Organisation>>(
            m_api->get("/organisations?cursor=&pageSize=3", m_admin).json);
    QVERIFY(first);
    QCOMPARE(first->data.size(), 3);
    QCOMPARE(m_api->get("/organisations?pageSize=3&cursor="
                                + first->pagination.nextCursor.toLatin1(),
                        m_admin)
                     .column(u"name"_s),
             QStringList{u"zebra"_s});
    QCOMPARE(m_api->get("/organisations?sort=name", m_admin).status, 422);
}

void TestOrganisationRoutes::letsOnlyManagersChange_data()
{
    QTest::addColumn<QStringList>("held");
    QTest::addColumn<bool>("onOneDesk");
    QTest::addColumn<int>("list");
    QTest::addColumn<int>("change");
    QTest::newRow("user.view") << QStringList{u"user.view"_s} << false << 200 << 403;
    QTest::newRow("user.manage") << QStringList{u"user.manage"_s} << false << 200 << 200;
    QTest::newRow("user.manage of a desk") << QStringList{u"user.manage"_s} << true << 200 << 403;
    QTest::newRow("neither") << QStringList{u"ticket.create"_s} << false << 403 << 403;
}

void TestOrganisationRoutes::letsOnlyManagersChange()
{
    QFETCH(QStringList, held);
    QFETCH(bool, onOneDesk);
    QFETCH(int, list);
    QFETCH(int, change);
    const Answer made = create(u"Acme"_s);
    const DeskId desk = onOneDesk ? m_api->addDesk(u"HD"_s) : DeskId();
    const Person person = m_api->addPerson(u"Jane"_s, held, desk);
    QCOMPARE(m_api->get("/organisations", person).status, list);
    QCOMPARE(m_api->post("/organisations", person, {{u"name"_s, u"Other"_s}}).status,
             change == 200 ? 201 : 403);
    QCOMPARE(m_api->patch(path(made), person, {{u"name"_s, u"Acme Ltd"_s}}).status, change);
    QCOMPARE(m_api->remove(path(made), person).status, change == 200 ? 204 : 403);
}

QTEST_GUILESS_MAIN(TestOrganisationRoutes)
#include "tst_organisationroutes.moc"
