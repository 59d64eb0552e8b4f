// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/client.h"

#include "app/net/connectionmonitor.h"
#include "app/net/exchange.h"
#include "app/net/tokenkeeper.h"
#include "app/net/truststore.h"

#include <QNetworkAccessManager>

namespace Deskbell::App::Api {

using namespace Qt::StringLiterals;

Client::Client(TrustStore &trust, QObject *parent)
    : QObject(parent)
    , m_trust(trust)
    , m_network(std::make_unique<QNetworkAccessManager>())
    , m_connection(std::make_unique<ConnectionMonitor>())
    , m_tokens(std::make_unique<TokenKeeper>(*this))
{
    connect(m_connection.get(), &ConnectionMonitor::probeWanted, this, &Client::probe);
}

Client::~Client()
{
    dropAll();
}

void Client::dropAll()
{
    const auto running = findChildren<Exchange *>(Qt::FindDirectChildrenOnly);
    for (Exchange *exchange : running)
        exchange->drop();
}

void Client::setServer(const ServerAddress &server)
{
    if (m_server == server)
        return;
    dropAll();
    m_tokens->clear();
    m_server = server;
    m_network->clearConnectionCache();
    m_connection->reset();
}

Call Client::send(const Request &request, QObject *guard, Callback<Answer> callback)
{
    return Call(new Exchange(*this, request, guard, std::move(callback)));
}

void Client::probe()
{
    Request request = Request::get(u"/server"_s);
    request.identity = Identity::Nobody;
    request.repeat = Repeat::Never;
    // The exchange itself tells the monitor how it went.
    send(request, this, [](const Result<Answer> &) {});
}

} // namespace Deskbell::App::Api
