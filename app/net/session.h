// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/request.h"
#include "app/net/serveraddress.h"
#include "common/accounts/account.h"
#include "common/accounts/accountrequests.h"
#include "common/serverinfo/serverinfo.h"

#include <QObject>

namespace Deskbell::App {

namespace Api {
class Client;
}
class SecretStore;
class Settings;

/// Who is signed in where. Signs in and out, keeps the refresh token in the keychain, and says when
/// the person has to sign in again.
class Session : public QObject
{
    Q_OBJECT

public:
    enum class State {
        SignedOut,
        SigningIn,
        SignedIn,
        Expired, ///< still on screen, calls wait; reauthenticate() goes on
    };
    enum class Keep { No, InKeychain };
    using Done = std::function<void(Result<>)>;

    Session(Api::Client &client, SecretStore &secrets, Settings &settings,
            QObject *parent = nullptr);

    State state() const { return m_state; }
    const Me &me() const { return m_me; }
    /// Where the event stream goes on from what was read since signing in; empty without a sign-in.
    const QByteArray &eventPosition() const { return m_eventPosition; }
    const ServerInfo &server() const { return m_server; }
    /// Whether the person holds a permission on any desk; what a ticket allows says the ticket.
    bool can(Permission permission) const;

    /// Asks a server what it is and whether this program can talk to it (keys "server.too_old",
    /// "server.too_new", "server.not_deskbell"). Makes it the client's server.
    void probe(const ServerAddress &server, QObject *guard,
               std::function<void(Result<ServerInfo>)> callback);
    /// probe(), then name and password. On success the account and server are remembered.
    void signIn(const ServerAddress &server, const QString &user, const QString &password,
                Keep keep, QObject *guard, Done callback);
    /// A new requester's account, then signIn().
    void signUp(const ServerAddress &server, const SignUp &account, QObject *guard, Done callback);
    /// The remembered account of the last server, by the keychain, without a password. Key
    /// "session.none_kept" when there is nothing to resume.
    void resume(QObject *guard, Done callback);
    /// Reads the account anew, when its rights may have changed.
    void reloadAccount();
    /// The password again, over the window, after Expired.
    void reauthenticate(const QString &password, QObject *guard, Done callback);
    /// Ends the session here and on the server, as far as it can be reached, and forgets the token.
    void signOut();

    QList<ServerAddress> knownServers() const;
    ServerAddress lastServer() const;
    /// The user name last used there; empty when none was.
    QString lastUser(const ServerAddress &server) const;
    void forgetServer(const ServerAddress &server);

Q_SIGNALS:
    void stateChanged(Deskbell::App::Session::State state);
    /// Name or rights changed, or another person signed in.
    void accountChanged();
    /// Somebody changed the rights of who is signed in: what they see is another thing now.
    void grantsChanged();
    /// The token could not be kept: the person has to sign in again at the next start.
    void notRemembered(const Deskbell::Error &error);

private:
    void setState(State state);
    Result<ServerInfo> readServerInfo(const Result<Api::Answer> &answer) const;
    void requestToken(const QString &password, const Done &done);
    void readMe(const Done &done);
    void keepToken();
    void forgetToken();
    void remember();
    /// `callback`, unless `guard` died; a failure while signing in leads back to SignedOut.
    Done finishing(QObject *guard, Done callback);
    QString secretName() const;

    Api::Client &m_client;
    SecretStore &m_secrets;
    Settings &m_settings;
    State m_state = State::SignedOut;
    Keep m_keep = Keep::No;
    QString m_user; ///< the name as it was typed at sign-in
    Me m_me;
    QByteArray m_eventPosition;
    ServerInfo m_server;
};

} // namespace Deskbell::App
