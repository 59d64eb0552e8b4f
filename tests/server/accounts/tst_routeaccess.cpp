// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/roleroutes.h"
#include "server/accounts/accountroutes.h"
#include "server/activity/activityroutes.h"
#include "server/organisations/organisationroutes.h"
#include "tests/support/server/apiharness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Deskbell;
using namespace Deskbell::Test;

namespace {

Server::Routes allRoutes()
{
    return Server::accountRoutes() + Server::roleRoutes() + Server::organisationRoutes()
           + Server::activityRoutes();
}

/// "GET /users/{id}"
QByteArray nameOf(const Server::Route &route)
{
    return Server::methodName(route.method) + ' ' + route.path;
}

} // namespace

/// What holds for every route about people: nothing without a token, nothing with somebody else's,
/// and no malformed body gets past the door.
class TestRouteAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_api.emplace(allRoutes());
        m_other = m_api->addPerson(u"Other"_s, BuiltInRole::Agent);
    }
    void cleanupTestCase() { m_api.reset(); }

    void needsAToken_data() { addRoutes(); }
    void needsAToken();
    void refusesPeopleWithoutTheRight_data();
    void refusesPeopleWithoutTheRight();
    void needsJson_data() { addRoutes(); }
    void needsJson();

private:
    void addRoutes();
    /// The path with the id of an account, role or organisation that is there.
    QByteArray path(const Server::Route &route) const
    {
        return QByteArray(route.path).replace("{id}", QByteArray::number(m_other.id.value()));
    }
    static Server::Route find(const QByteArray &name);

    std::optional<ApiHarness> m_api;
    Person m_other;
};

void TestRouteAccess::addRoutes()
{
    QTest::addColumn<QByteArray>("name");
    for (const Server::Route &route : allRoutes())
        QTest::newRow(nameOf(route).constData()) << nameOf(route);
}

Server::Route TestRouteAccess::find(const QByteArray &name)
{
    for (const Server::Route &route : allRoutes()) {
        if (nameOf(route) == name)
            return route;
    }
    qFatal("no route %s", name.constData());
}

void TestRouteAccess::needsAToken()
{
    QFETCH(QByteArray, name);
    const Server::Route route = find(name);
    if (route.access == Server::Route::Access::Public) {
        QVERIFY(name == "POST /auth/signup" || name == "POST /auth/token");
        return;
    }
    const auto call = [&](const QByteArray &authorization) {
        Http::Headers headers;
        headers.set("Content-Type"_ba, "application/json"_ba);
        if (!authorization.isEmpty())
            headers.set("Authorization"_ba, authorization);
        return m_api->send(route.method, path(route), {}, "{}", headers);
    };
    const Answer none = call({});
    QCOMPARE(none.status, 401);
    QCOMPARE(none.key(), "auth.token_missing"_ba);
    QVERIFY(none.headers.contains("WWW-Authenticate"));
    QCOMPARE(call("Bearer nonsense").key(), "auth.token_invalid"_ba);
    QCOMPARE(call("Basic " + m_other.token).key(), "auth.token_invalid"_ba);

    const Person ended = m_api->addSession(m_other);
    m_api->database.execute(u"UPDATE ticket.session SET revoked_at = now() WHERE id = %1"_s.arg(
            ended.session.value()));
    QCOMPARE(call("Bearer " + ended.token).key(), "auth.token_invalid"_ba);

    Person ofSomebodyElse = m_other; // a token that names another person's session
    ofSomebodyElse.session
            = m_api->addPerson(QString::fromLatin1(name), BuiltInRole::Agent).session;
    QCOMPARE(call("Bearer " + m_api->token(ofSomebodyElse)).key(), "auth.token_invalid"_ba);

    const QByteArray old = m_api->token(m_other);
    m_api->clock.advance(10min);
    QCOMPARE(call("Bearer " + old).key(), "auth.token_expired"_ba);
}

void TestRouteAccess::refusesPeopleWithoutTheRight_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("permission"); // empty: everybody may who is signed in
    QTest::newRow("me") << "GET /me"_ba
                        << ""_ba;
    QTest::newRow("change me") << "PATCH /me"_ba
                               << ""_ba;
    QTest::newRow("password") << "POST /me/password"_ba
                              << ""_ba;
    QTest::newRow("sessions") << "GET /me/sessions"_ba
                              << ""_ba;
    QTest::newRow("end session") << "DELETE /me/sessions/{id}"_ba
                                 << ""_ba;
    QTest::newRow("sign out") << "POST /auth/logout"_ba
                              << ""_ba;
    QTest::newRow("people") << "GET /users"_ba
                            << "user.view"_ba;
    QTest::newRow("person") << "GET /users/{id}"_ba
                            << "user.view"_ba;
    QTest::newRow("roles of a person") << "GET /users/{id}/roles"_ba
                                       << "user.view"_ba;
    QTest::newRow("create person") << "POST /users"_ba
                                   << "user.manage"_ba;
    QTest::newRow("change person") << "PATCH /users/{id}"_ba
                                   << "user.manage"_ba;
    QTest::newRow("remove person") << "DELETE /users/{id}"_ba
                                   << "user.manage"_ba;
    QTest::newRow("give roles") << "PUT /users/{id}/roles"_ba
                                << "user.manage"_ba;
    QTest::newRow("roles") << "GET /roles"_ba
                           << "user.view"_ba;
    QTest::newRow("permissions") << "GET /permissions"_ba
                                 << ""_ba;
    QTest::newRow("create role") << "POST /roles"_ba
                                 << "role.manage"_ba;
    QTest::newRow("change role") << "PATCH /roles/{id}"_ba
                                 << "role.manage"_ba;
    QTest::newRow("remove role") << "DELETE /roles/{id}"_ba
                                 << "role.manage"_ba;
    QTest::newRow("organisations") << "GET /organisations"_ba
                                   << "user.view"_ba;
    QTest::newRow("create organisation") << "POST /organisations"_ba
                                         << "user.manage"_ba;
    QTest::newRow("change organisation") << "PATCH /organisations/{id}"_ba
                                         << "user.manage"_ba;
    QTest::newRow("remove organisation") << "DELETE /organisations/{id}"_ba
                                         << "user.manage"_ba;
    QTest::newRow("log") << "GET /activity"_ba
                         << "audit.view"_ba;
}

void TestRouteAccess::refusesPeopleWithoutTheRight()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, permission);
    const Server::Route route = find(name);
    // Everything but the one permission that it takes.
    QStringList others;
    for (const auto &row : WireEnum<Permission>::names) {
        const QString code = toWire(row.value);
        // Who manages people also sees them.
        const bool implies = permission == "user.view"
                             && (code == "user.manage"_L1 || code == "role.manage"_L1);
        if (code.toLatin1() != permission && !implies)
            others.append(code);
    }
    const Person person = m_api->addPerson(
            u"Without %1"_s.arg(QString::fromLatin1(QTest::currentDataTag())), others);
    const QHash<QByteArray, QJsonObject> bodies{
            {"POST /users",
             {{u"username"_s, u"Somebody"_s}, {u"email"_s, u"somebody@example.com"_s}}},
            {"PUT /users/{id}/roles", {{u"roles"_s, QJsonArray()}}},
            {"POST /roles", {{u"name"_s, u"New"_s}, {u"permissions"_s, QJsonArray()}}},
            {"POST /organisations", {{u"name"_s, u"New"_s}}}};
    const Answer answer
            = m_api->call(route.method, path(route), m_api->token(person), bodies.value(name));
    if (permission.isEmpty()) {
        QVERIFY2(answer.status != 403 && answer.status != 401, answer.body.constData());
        return;
    }
    QCOMPARE(answer.status, 403);
    QCOMPARE(answer.key(), "access.denied"_ba);
    QCOMPARE(answer.json.value("permission"_L1).toString().toLatin1(), permission);
}

void TestRouteAccess::needsJson()
{
    QFETCH(QByteArray, name);
    const Server::Route route = find(name);
    if (route.body != Server::Route::Body::Json)
        return;
    const auto call = [&](const QByteArray &body, const QByteArray &type) {
        Http::Headers headers;
        headers.set("Content-Type"_ba, type);
        return m_api->send(route.method, path(route), m_api->token(m_other), body, headers).status;
    };
    QCOMPARE(call("{}", "text/plain"), 415);
    QCOMPARE(call("", "application/json"), 400);
    QCOMPARE(call("{", "application/json"), 400);
    QCOMPARE(call("[]", "application/json"), 400);
    QCOMPARE(call(R"({"a":1,"a":2})", "application/json"), 400);
    QCOMPARE(call(R"({"surprise":1})", "application/json; charset=utf-8"), 422);
}

QTEST_GUILESS_MAIN(TestRouteAccess)
#include "tst_routeaccess.moc"
