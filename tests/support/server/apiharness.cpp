// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server/apiharness.h"

#include "server/access/roleseeder.h"
#include "server/accounts/randomtoken.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Deskbell::Test {

namespace {

/// As cheap as Argon2id gets: its strength is not what these tests are about.
constexpr Server::HashingCost cheapHashing{.passes = 1, .memory = 8192};

template <class T>
T orDie(Result<T> result)
{
    if (!result)
        qFatal("%s: %s", result.error().key.constData(), qPrintable(result.error().detail));
    return std::move(*result);
}

QJsonObject objectIn(const QByteArray &body)
{
    return QJsonDocument::fromJson(body).object();
}

Http::Headers ifMatch(int version)
{
    Http::Headers headers;
    if (version > 0)
        headers.set("If-Match"_ba, '"' + QByteArray::number(version) + '"');
    return headers;
}

} // namespace

QByteArray Answer::key() const
{
    return status < 400 ? QByteArray() : json.value("key"_L1).toString().toLatin1();
}

QStringList Answer::faults() const
{
    QStringList list;
    for (const QJsonValue &fault : json.value("errors"_L1).toArray())
        list.append(fault["field"_L1].toString() + u':' + fault["key"_L1].toString());
    return list;
}

QStringList Answer::column(const QString &member) const
{
    QStringList list;
    for (const QJsonValue &entry : data())
        list.append(entry[member].toVariant().toString());
    return list;
}

ApiHarness::ApiHarness(Server::Routes routes, Server::ServiceSettings settings)
    : m_passwords(cheapHashing, {.atOnce = 4, .waiting = 64})
    , m_tokens(Server::randomBytes(32))
    , m_blobs(m_files.path())
    , m_events(database.settings())
    , m_environment{.clock = clock,
                    .settings = settings,
                    .blobs = m_blobs,
                    .events = m_events,
                    .passwords = m_passwords,
                    .tokens = m_tokens,
                    .connection = [this]() -> Db::Connection & {
                        return connection();
                    }}
    , m_api(m_environment, Server::RouteTable(std::move(routes)))
    , m_passwordHash(orDie(m_passwords.hash(password)))
{
    if (auto prepared = m_blobs.prepare(); !prepared)
        qFatal("no file store: %s", qPrintable(prepared.error().detail));
    if (auto seeded = Server::seedRoles(database.connection()); !seeded)
        qFatal("no roles: %s", qPrintable(seeded.error().detail));
}

Db::Connection &ApiHarness::connection()
{
    const std::lock_guard lock(m_mutex);
    std::unique_ptr<Db::Connection> &own = m_connections[std::this_thread::get_id()];
    if (!own)
        own = std::make_unique<Db::Connection>(database.settings());
    return *own;
}

DeskId ApiHarness::addDesk(const QString &key)
{
    auto rows = orDie(connection().runText(
            u"WITH w AS (INSERT INTO ticket.workflow (key, name) VALUES (lower(:key), :key) "
            u"RETURNING id),"
            " v AS (INSERT INTO ticket.workflow_version (workflow_id, number, definition)"
            "       SELECT id, 1, '{}' FROM w)"
            " INSERT INTO ticket.desk (key, name, workflow_id) SELECT :key, lower(:key), id FROM w"
            " RETURNING id"_s,
            {{":key", key}}));
    rows.next();
    return rows.id<DeskId>(0);
}

Person ApiHarness::addPerson(const QString &username, BuiltInRole role, DeskId desk)
{
    return addAccount(username, roleId(role), desk);
}

Person ApiHarness::addPerson(const QString &username, const QStringList &permissions, DeskId desk)
{
    auto rows = orDie(connection().runText(
            u"WITH r AS (INSERT INTO ticket.role (key, name) VALUES (:name, :name) RETURNING id)"
            " INSERT INTO ticket.role_permission (role_id, permission)"
            " SELECT id, unnest(:permissions::text[]) FROM r RETURNING role_id"_s,
            {{":name", u"role of "_s + username}, {":permissions", permissions}}));
    if (!rows.next())
        qFatal("A person with a role of their own needs at least one permission.");
    return addAccount(username, rows.id<RoleId>(0), desk);
}

Person ApiHarness::addAccount(const QString &username, RoleId role, DeskId desk)
{
    const QString email = username.toLower().replace(u' ', u'.') + u"@example.com"_s;
    auto rows = orDie(connection().runText(
            u"WITH a AS (INSERT INTO ticket.account (username, email, display_name, password_hash,"
            "                                        created_at, updated_at)"
            "            VALUES (:username, :email, :username, :hash, :now, :now) RETURNING id),"
            " r AS (INSERT INTO ticket.account_role (account_id, role_id, desk_id)"
            "       SELECT id, :role, :desk FROM a)"
            " SELECT id FROM a"_s,
            {{":username", username},
             {":email", email},
             {":hash", m_passwordHash},
             {":role", role},
             {":desk", desk},
             {":now", clock.now()}}));
    rows.next();
    return addSession({.id = rows.id<AccountId>(0), .username = username});
}

Person ApiHarness::addSession(const Person &person)
{
    auto rows = orDie(connection().runText(
            u"INSERT INTO ticket.session (account_id, created_at, last_used_at, expires_at)"
            " VALUES (:account, :now, :now, :end) RETURNING id"_s,
            {{":account", person.id}, {":now", clock.now()}, {":end", clock.now().addDays(30)}}));
    rows.next();
    Person other = person;
    other.session = rows.id<SessionId>(0);
    other.token = token(other);
    return other;
}

RoleId ApiHarness::roleId(BuiltInRole role)
{
    auto rows = orDie(connection().runText(u"SELECT id FROM ticket.role WHERE key = :key"_s,
                                           {{":key", toWire(role)}}));
    rows.next();
    return rows.id<RoleId>(0);
}

QByteArray ApiHarness::token(const Person &person) const
{
    return m_tokens.issue({.account = person.id, .session = person.session}, clock.now());
}

Http::Response ApiHarness::dispatch(const Http::Request &request)
{
    using Kind = Http::BodyPlan::Kind;
    const Http::BodyPlan plan = m_api.plan(request.head);
    switch (plan.kind) {
    case Kind::Refused: return plan.refusal;
    case Kind::Buffered: return m_api.handle(request);
    case Kind::Events: {
        const Http::Subscription subscription = m_api.subscribe(request.head);
        const auto *answer = std::get_if<Http::Response>(&subscription);
        return answer ? *answer : Http::Response{.status = 200};
    }
    case Kind::Streamed: break;
    }
    auto opened = m_api.openSink(request.head);
    if (const auto *answer = std::get_if<Http::Response>(&opened))
        return *answer;
    const auto sink = std::move(std::get<std::unique_ptr<Http::BodySink>>(opened));
    if (!request.body.isEmpty())
        sink->write(request.body);
    return sink->finish();
}

Answer ApiHarness::send(Http::Method method, const QByteArray &path, const QByteArray &token,
                        const QByteArray &body, const Http::Headers &headers)
{
    Http::Request request;
    request.head.method = method;
    request.head.target = "/api/v1" + path;
    const qsizetype question = request.head.target.indexOf('?');
    const QByteArray rawPath
            = request.head.target.first(question < 0 ? request.head.target.size() : question);
    request.head.path = QString::fromUtf8(QByteArray::fromPercentEncoding(rawPath));
    request.head.query = question < 0 ? QByteArray() : request.head.target.sliced(question + 1);
    request.head.headers = headers;
    request.head.peer = QHostAddress(QHostAddress::LocalHost);
    request.head.requestId = "test"_ba;
    request.head.contentLength = body.size();
    if (!token.isEmpty())
        request.head.headers.set("Authorization"_ba, "Bearer " + token);
    request.body = body;
    const Http::Response response = dispatch(request);
    return {.status = response.status,
            .headers = response.headers,
            .body = response.body,
            .json = objectIn(response.body)};
}

Answer ApiHarness::call(Http::Method method, const QByteArray &path, const QByteArray &token,
                        const QJsonObject &json, const Http::Headers &headers)
{
    const bool hasBody = method == Http::Method::Post || method == Http::Method::Put
                         || method == Http::Method::Patch;
    if (!hasBody)
        return send(method, path, token, {}, headers);
    Http::Headers all = headers;
    all.set("Content-Type"_ba, "application/json"_ba);
    return send(method, path, token, QJsonDocument(json).toJson(QJsonDocument::Compact), all);
}

Answer ApiHarness::get(const QByteArray &path, const Person &person)
{
    return call(Http::Method::Get, path, token(person));
}

Answer ApiHarness::post(const QByteArray &path, const Person &person, const QJsonObject &json)
{
    return call(Http::Method::Post, path, token(person), json);
}

Answer ApiHarness::put(const QByteArray &path, const Person &person, const QJsonObject &json)
{
    return call(Http::Method::Put, path, token(person), json);
}

Answer ApiHarness::patch(const QByteArray &path, const Person &person, const QJsonObject &json,
                         int version)
{
    return call(Http::Method::Patch, path, token(person), json, ifMatch(version));
}

Answer ApiHarness::remove(const QByteArray &path, const Person &person, int version)
{
    return call(Http::Method::Delete, path, token(person), {}, ifMatch(version));
}

QString ApiHarness::value(const QString &sql)
{
    auto rows = orDie(connection().runText(sql));
    return rows.next() ? rows.text(0) : QString();
}

} // namespace Deskbell::Test
