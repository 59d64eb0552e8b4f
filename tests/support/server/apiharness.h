// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/access/builtinroles.h"
#include "server/accounts/passwordhasher.h"
#include "server/accounts/tokensigner.h"
#include "server/api/api.h"
#include "server/attachments/blobstore.h"
#include "server/base/environment.h"
#include "server/events/eventpump.h"
#include "tests/support/server/fakeclock.h"
#include "tests/support/server/testdatabase.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

#include <map>
#include <memory>
#include <mutex>
#include <thread>

namespace Deskbell::Test {

/// An answer of the server, with its body as JSON where it is some.
struct Answer
{
    int status = 0;
    Http::Headers headers = {};
    QByteArray body = {};
    QJsonObject json = {};

    /// The stable key of a problem, or nothing.
    QByteArray key() const;
    /// The faulty fields of a problem as "title:too_short", in their order.
    QStringList faults() const;
    /// The `data` of a list.
    QJsonArray data() const { return json.value(QLatin1StringView("data")).toArray(); }
    /// A member of each entry of `data` as text, in order.
    QStringList column(const QString &member) const;
};

/// Somebody with an account and a session.
struct Person
{
    AccountId id = {};
    SessionId session = {};
    QString username = {};
    QByteArray token = {}; ///< of the harness's clock; token() of the harness makes a fresh one
};

/// A whole server without its sockets: routes on a database of their own, with the built-in roles
/// and a clock that the test moves. Requests go through the Api as those of the HTTP front do, from
/// any thread; each thread gets a connection of its own. Threads end before the harness
/// does.
///
///     ApiHarness api(ticketRoutes());
///     const Person jane = api.addPerson(u"Jane"_s);
///     const Answer answer = api.post("/tickets", jane, {{u"title"_s, u"No network"_s}});
///     QCOMPARE(answer.status, 201);
class ApiHarness
{
public:
    explicit ApiHarness(Server::Routes routes, Server::ServiceSettings settings = {});
    ApiHarness(const ApiHarness &) = delete;
    ApiHarness &operator=(const ApiHarness &) = delete;

    FakeClock clock;
    TestDatabase database;

    const Server::Environment &environment() const { return m_environment; }
    Server::Api &api() { return m_api; }

    /// A desk with a workflow of one state; `key` also in lower case as its name.
    DeskId addDesk(const QString &key);
    /// An active account with that role, everywhere or for a desk, and an open session. Its e-mail
    /// address is made of the name, its password is `password`.
    Person addPerson(const QString &username, BuiltInRole role = BuiltInRole::Requester,
                     DeskId desk = {});
    /// One that holds exactly these permissions.
    Person addPerson(const QString &username, const QStringList &permissions, DeskId desk = {});
    /// Another session of the same account.
    Person addSession(const Person &person);
    static constexpr QLatin1StringView password{"Correct1Horse"};

    RoleId roleId(BuiltInRole role);
    /// An access token of that session as of now by the clock.
    QByteArray token(const Person &person) const;

    /// `path` below /api/v1, with its query: "/users?q=jane". Headers as they would be sent.
    Answer call(Http::Method method, const QByteArray &path, const QByteArray &token = {},
                const QJsonObject &json = {}, const Http::Headers &headers = {});
    /// Any body of any type.
    Answer send(Http::Method method, const QByteArray &path, const QByteArray &token,
                const QByteArray &body, const Http::Headers &headers);

    Answer get(const QByteArray &path, const Person &person);
    Answer post(const QByteArray &path, const Person &person, const QJsonObject &json = {});
    Answer put(const QByteArray &path, const Person &person, const QJsonObject &json);
    /// With If-Match where a version is given.
    Answer patch(const QByteArray &path, const Person &person, const QJsonObject &json,
                 int version = 0);
    Answer remove(const QByteArray &path, const Person &person, int version = 0);

    /// The first column of the first row as text. A failure ends the program, for it is the test's.
    QString value(const QString &sql);

private:
    /// Takes the way that the HTTP front takes, by the plan for its body. A stream of events that
    /// was opened is a 200 here, and over at once.
    Http::Response dispatch(const Http::Request &request);
    Db::Connection &connection();
    Person addAccount(const QString &username, RoleId role, DeskId desk);

    Server::PasswordHasher m_passwords;
    Server::TokenSigner m_tokens;
    QTemporaryDir m_files;
    Server::BlobStore m_blobs;
    Server::EventPump m_events;
    std::mutex m_mutex; ///< of the map; each connection is its thread's
    std::map<std::thread::id, std::unique_ptr<Db::Connection>> m_connections;
    Server::Environment m_environment;
    Server::Api m_api;
    QString m_passwordHash;
};

} // namespace Deskbell::Test
