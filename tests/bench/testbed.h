// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accounts/tokensigner.h"
#include "server/db/connection.h"
#include "tests/support/server/runningserver.h"

#include <QJsonObject>

#include <optional>

namespace Deskbell::Bench {

/// The ids in the data set (tests/bench/sql), by which it is asked.
namespace DataSet {

constexpr qint64 firstAgent = 1001;
constexpr int globalAgents = 16; ///< who work on all desks
constexpr qint64 firstRequester = 2001;
constexpr qint64 firstSession = 500001;
constexpr int agents = 20;
constexpr int people = 1020; ///< with a session: the agents, then requesters

/// One ticket in a hundred has sixty replies.
constexpr int longStoryEvery = 100;
constexpr int longStory = 7;
/// Between these shares of all ids agents are at work: a reply changes nothing but its ticket.
constexpr double workedFrom = 0.92;
constexpr double workedTo = 0.99;

} // namespace DataSet

/// A running deskbelld on a fresh private cluster that holds the data set, and the keys to both.
class TestBed
{
public:
    explicit TestBed(qint64 tickets);

    /// Starts the server and loads the data set; says on standard error what it is doing.
    [[nodiscard]] Result<> prepare();

    qint64 tickets() const { return m_tickets; }
    quint16 port() const { return m_server.port(); }
    Test::RunningServer &server() { return m_server; }
    Db::Connection &db() { return *m_db; }

    static qint64 account(int person);
    static qint64 session(int person) { return DataSet::firstSession + person; }
    /// A token of somebody's session: agents are 0 to 19, requesters follow.
    QByteArray token(int person) const;

    /// One request by somebody; null unless it was answered with success.
    std::optional<QJsonObject> ask(int person, QByteArrayView method, const QByteArray &target,
                                   const QByteArray &json = {}) const;

    /// Resident memory of deskbelld, in MB.
    double memory() const;

private:
    [[nodiscard]] Result<> load(const QString &name);
    [[nodiscard]] Result<> tidy();

    qint64 m_tickets;
    Test::RunningServer m_server;
    std::unique_ptr<Db::Connection> m_db;
    std::optional<Server::TokenSigner> m_signer;
};

} // namespace Deskbell::Bench
