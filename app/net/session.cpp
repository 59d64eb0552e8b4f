// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/session.h"

#include "app/net/client.h"
#include "app/net/secretstore.h"
#include "app/net/tokenkeeper.h"
#include "app/net/truststore.h"
#include "app/shell/settings.h"

#include <QPointer>
#include <QTimer>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxKnownServers = 10;

Api::Request asNobody(Api::Request request)
{
    request.identity = Api::Identity::Nobody;
    return request;
}

} // namespace

Session::Session(Api::Client &client, SecretStore &secrets, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_secrets(secrets)
    , m_settings(settings)
{
    connect(&client.tokens(), &TokenKeeper::refreshed, this, &Session::keepToken);
    connect(&client.tokens(), &TokenKeeper::sessionEnded, this, [this] {
        if (m_state == State::SignedIn)
            setState(State::Expired);
    });
}

bool Session::can(Permission permission) const
{
    return m_me.grants.holdsAnywhere(permission);
}

void Session::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    const bool working = state == State::SignedIn || state == State::Expired;
    m_client.tokens().setWhenEnded(working ? TokenKeeper::WhenEnded::Wait
                                           : TokenKeeper::WhenEnded::Fail);
    Q_EMIT stateChanged(state);
}

QString Session::secretName() const
{
    return u"refresh-token/%1/%2"_s.arg(m_client.server().hostAndPort(), m_user);
}

Session::Done Session::finishing(QObject *guard, Done callback)
{
    return [this, guard = QPointer(guard), callback = std::move(callback)](const Result<> &result) {
        if (!result && m_state == State::SigningIn) {
            m_client.tokens().clear();
            setState(State::SignedOut);
        }
        if (guard)
            callback(result);
    };
}

void Session::probe(const ServerAddress &server, QObject *guard,
                    std::function<void(Result<ServerInfo>)> callback)
{
    m_client.setServer(server);
    Api::Request request = asNobody(Api::Request::get(u"/server"_s));
    request.repeat = Api::Repeat::Never; // the person waits, and sees at once what is wrong
    request.timeout = std::chrono::seconds(10);
    m_client.send(request, guard,
                  [this, alive = QPointer(this),
                   callback = std::move(callback)](const Result<Api::Answer> &answer) {
                      if (!alive)
                          return;
                      const Result<ServerInfo> info = readServerInfo(answer);
                      if (info)
                          m_server = *info;
                      callback(info);
                  });
}

Result<ServerInfo> Session::readServerInfo(const Result<Api::Answer> &answer) const
{
    const auto notDeskbell = [this](const Error &why) {
        return fail({.code = ErrorCode::Network,
                     .key = "server.not_deskbell",
                     .detail = why.detail,
                     .params = {{u"server"_s, m_client.server().hostAndPort()}}});
    };
    if (!answer) {
        // Something answers, but not the way a Deskbell server does.
        const ErrorCode code = answer.error().code;
        if (code == ErrorCode::NotFound || code == ErrorCode::Forbidden
            || code == ErrorCode::MethodNotAllowed) {
            return notDeskbell(answer.error());
        }
        return fail(answer.error());
    }
    const Result<QJsonObject> json = answer->json();
    if (!json || !(*json)[u"apiVersion"].isDouble())
        return notDeskbell(json ? Error() : json.error());
    // Asked first: one of another version may say everything else in another way.
    const int version = (*json)[u"apiVersion"].toInt();
    if (version != currentApiVersion) {
        return fail({.code = ErrorCode::Conflict,
                     .key = version < currentApiVersion ? "server.too_old"_ba : "server.too_new"_ba,
                     .detail = u"The server speaks version %1."_s.arg(version),
                     .params = {{u"version"_s, (*json)[u"version"]}}});
    }
    return Api::decode<ServerInfo>(*answer);
}

void Session::signIn(const ServerAddress &server, const QString &user, const QString &password,
                     Keep keep, QObject *guard, Done callback)
{
    setState(State::SigningIn);
    m_user = user;
    m_keep = keep;
    probe(server, this,
          [this, password,
           done = finishing(guard, std::move(callback))](const Result<ServerInfo> &info) {
              if (info)
                  requestToken(password, done);
              else
                  done(fail(info.error()));
          });
}

void Session::requestToken(const QString &password, const Done &done)
{
    const Api::Request request = Api::Request::form(
            u"/auth/token"_s,
            {{u"grant_type"_s, u"password"_s}, {u"username"_s, m_user}, {u"password"_s, password}});
    m_client.fetch<TokenAnswer>(request, this, [this, done](const Result<TokenAnswer> &grant) {
        if (!grant) {
            done(fail(grant.error()));
            return;
        }
        m_client.tokens().accept(*grant);
        if (m_keep == Keep::InKeychain)
            keepToken();
        else
            forgetToken();
        readMe(done);
    });
}

void Session::signUp(const ServerAddress &server, const SignUp &account, QObject *guard,
                     Done callback)
{
    setState(State::SigningIn);
    m_user = account.username;
    m_keep = Keep::No;
    probe(server, this,
          [this, account,
           done = finishing(guard, std::move(callback))](const Result<ServerInfo> &info) {
              if (!info) {
                  done(fail(info.error()));
                  return;
              }
              const Api::Request request
                      = asNobody(Api::Request::post(u"/auth/signup"_s, toJson(account)));
              m_client.send(request, this,
                            [this, account, done](const Result<Api::Answer> &answer) {
                                if (answer)
                                    requestToken(account.password, done);
                                else
                                    done(fail(answer.error()));
                            });
          });
}

void Session::resume(QObject *guard, Done callback)
{
    const Done done = finishing(guard, std::move(callback));
    const Error noneKept{.code = ErrorCode::Unauthenticated,
                         .key = "session.none_kept",
                         .detail = u"No session is remembered on this computer."_s};
    setState(State::SigningIn);
    const ServerAddress server = lastServer();
    m_user = lastUser(server);
    m_keep = Keep::InKeychain;
    if (server.isEmpty() || m_user.isEmpty()) {
        QTimer::singleShot(0, this, [done, noneKept] { done(fail(noneKept)); });
        return;
    }
    m_client.setServer(server);
    m_secrets.read(secretName(), this, [=, this](const Result<QByteArray> &token) {
        if (!token || token->isEmpty()) {
            done(fail(token ? noneKept : token.error()));
            return;
        }
        probe(server, this, [=, this, secret = *token](const Result<ServerInfo> &info) {
            if (!info) {
                done(fail(info.error()));
                return;
            }
            m_client.tokens().acceptRefreshToken(secret);
            readMe(done);
        });
    });
}

void Session::readMe(const Done &done)
{
    const Api::Request request = Api::Request::get(u"/me"_s);
    m_client.send(request, this, [this, done](const Result<Api::Answer> &answer) {
        const Result<Me> me = answer.and_then(&Api::decode<Me>);
        if (!me) {
            done(fail(me.error()));
            return;
        }
        const bool others = m_state == State::SignedIn && m_me.grants != me->grants;
        m_me = *me;
        m_eventPosition = answer->header("Last-Event-ID");
        remember();
        setState(State::SignedIn);
        Q_EMIT accountChanged();
        if (others)
            Q_EMIT grantsChanged();
        done({});
    });
}

void Session::reloadAccount()
{
    if (m_state == State::SignedIn)
        readMe([](const Result<> &) {}); // a failure leaves what is known
}

void Session::reauthenticate(const QString &password, QObject *guard, Done callback)
{
    requestToken(password, finishing(guard, std::move(callback)));
}

void Session::signOut()
{
    if (!m_client.tokens().accessToken().isEmpty()) {
        // As nobody with the token in hand: it is forgotten here before the answer comes.
        Api::Request request = asNobody(Api::Request::post(u"/auth/logout"_s));
        request.headers.append({"Authorization"_ba, "Bearer " + m_client.tokens().accessToken()});
        m_client.send(request, this, [](const Result<Api::Answer> &) {});
    }
    forgetToken();
    m_client.tokens().clear();
    m_me = {};
    setState(State::SignedOut);
    Q_EMIT accountChanged();
}

void Session::keepToken()
{
    if (m_keep != Keep::InKeychain)
        return;
    m_secrets.write(secretName(), m_client.tokens().refreshToken(), this,
                    [this](const Result<> &written) {
                        if (written)
                            return;
                        m_keep = Keep::No; // said once, not at every refresh
                        Q_EMIT notRemembered(written.error());
                    });
}

void Session::forgetToken()
{
    m_secrets.remove(secretName(), this, [](const Result<> &) {});
}

void Session::remember()
{
    const QString server = m_client.server().display();
    QStringList known = m_settings.value(Keys::servers);
    known.removeAll(server);
    known.prepend(server);
    known.resize(std::min<qsizetype>(known.size(), maxKnownServers));
    m_settings.set(Keys::servers, known);
    m_settings.set(Keys::lastUsers, m_client.server().hostAndPort(), m_user);
}

QList<ServerAddress> Session::knownServers() const
{
    QList<ServerAddress> servers;
    const QStringList known = m_settings.value(Keys::servers);
    for (const QString &text : known) {
        if (const Result<ServerAddress> server = ServerAddress::parse(text))
            servers.append(*server);
    }
    return servers;
}

ServerAddress Session::lastServer() const
{
    const QList<ServerAddress> known = knownServers();
    return known.isEmpty() ? ServerAddress() : known.first();
}

QString Session::lastUser(const ServerAddress &server) const
{
    return m_settings.value(Keys::lastUsers, server.hostAndPort());
}

void Session::forgetServer(const ServerAddress &server)
{
    QStringList known = m_settings.value(Keys::servers);
    known.removeAll(server.display());
    m_settings.set(Keys::servers, known);
    m_settings.set(Keys::lastUsers, server.hostAndPort(), {});
    m_client.trust().forget(server);
}

} // namespace Deskbell::App
