// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server/streamfollower.h"

#include "tests/support/server/runningserver.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Deskbell::Test {

namespace {

constexpr int streamPatience = 60'000; // ms without anything new

} // namespace

StreamFollower::StreamFollower(Options options)
    : m_options(std::move(options))
{}

StreamFollower::~StreamFollower()
{
    wait();
}

void StreamFollower::start()
{
    m_thread = std::thread([this] { run(); });
}

void StreamFollower::wait()
{
    if (m_thread.joinable())
        m_thread.join();
}

void StreamFollower::run()
{
    RestClient client(m_options.port);
    while (!client.signIn(m_options.user, demoPassword).isSuccess())
        QTest::qWait(20); // the server may be away
    qsizetype before = 0;
    QDeadlineTimer patience(streamPatience);
    while (!m_isComplete && !patience.hasExpired()) {
        follow(client.token());
        if (m_received.size() > before)
            patience.setRemainingTime(streamPatience);
        before = m_received.size();
        QTest::qWait(20); // the server may be away
    }
}

void StreamFollower::follow(const QByteArray &token)
{
    Testing::RawHttp stream(m_options.port);
    QByteArray request = "GET /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                         + token + "\r\n";
    if (m_isFollowing)
        request += "Last-Event-ID: " + toText(m_last) + "\r\n";
    if (!stream.send(request + "\r\n") || !stream.readTo("\r\n\r\n").startsWith("HTTP/1.1 200 "))
        return;
    ++m_connections;
    while (!m_isComplete) {
        const QByteArray block = stream.readTo("\n\n");
        if (block.isEmpty())
            return; // what was cut off comes again
        take(block);
    }
}

void StreamFollower::take(const QByteArray &block)
{
    Received received;
    for (const QByteArray &line : block.split('\n')) {
        const QByteArray value = line.mid(line.indexOf(": ") + 2);
        if (line.startsWith("id: "))
            received.token = resumeTokenFromText(value).value_or(ResumeToken());
        else if (line.startsWith("event: "))
            received.type = value;
        else if (line.startsWith("data: "))
            received.data = QJsonDocument::fromJson(value).object();
    }
    if (received.token == ResumeToken())
        return; // a sign of life
    m_last = received.token;
    if (received.type.isEmpty()) {
        if (!m_isFollowing)
            m_place = received.token;
        m_isFollowing = true;
        return;
    }
    m_received.append(received);
    m_isComplete = received.type == "reply.created"
                   && received.data.value("ticketId"_L1).toInteger() == m_options.lastTicket;
}

} // namespace Deskbell::Test
