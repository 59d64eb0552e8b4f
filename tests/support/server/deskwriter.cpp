// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server/deskwriter.h"

#include "tests/support/server/runningserver.h"

#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Deskbell::Test {

namespace {

constexpr int writerPatience = 60'000; // ms without a success

QByteArray pathTo(qint64 ticket, const QByteArray &rest)
{
    return "/tickets/" + QByteArray::number(ticket) + rest;
}

} // namespace

void DeskWriter::Ledger::add(const Ledger &other)
{
    tickets += other.tickets;
    comments += other.comments;
    files += other.files;
    statuses += other.statuses;
    keys += other.keys;
    ticketIds += other.ticketIds;
}

DeskWriter::DeskWriter(Options options)
    : m_options(std::move(options))
    , m_client(m_options.port)
{}

DeskWriter::~DeskWriter()
{
    m_givingUp = true;
    stop();
}

void DeskWriter::start()
{
    m_thread = std::thread([this] { run(); });
}

void DeskWriter::stop()
{
    m_stopping = true;
    if (m_thread.joinable())
        m_thread.join();
}

void DeskWriter::run()
{
    m_patience.setRemainingTime(writerPatience);
    const auto signIn = [this](const QByteArray &) {
        return m_client.signIn(m_options.user, demoPassword);
    };
    insist("sign-in", signIn);
    m_ledger = {};
    m_refused = 0; // only so many passwords are checked at once
    for (int number = 1; !m_stopping && m_surprises.isEmpty(); ++number)
        handleRequest(number);
}

/// From the first word to the end, and a word to a ticket at which others write as well.
void DeskWriter::handleRequest(int number)
{
    const QString mark = u"%1-%2"_s.arg(m_options.mark).arg(number);
    const qint64 ticket = insist("POST /tickets", [&](const QByteArray &key) {
        return m_client.post("/tickets"_ba, {{u"title"_s, mark}}, key);
    });
    if (ticket == 0)
        return;
    m_ledger.tickets.append(u"%1=%2"_s.arg(mark).arg(ticket));
    m_ledger.ticketIds.append(ticket);
    const bool isStaff = m_options.role == Role::Staff;
    if (isStaff)
        setStatus(ticket, u"in_progress"_s);
    comment(ticket, mark + u"-reply"_s, false);
    if (isStaff)
        comment(ticket, mark + u"-note"_s, true);
    attach(ticket, mark + u".txt"_s);
    comment(m_options.sharedTicket, mark + u"-shared"_s, false);
    look(ticket);
    if (isStaff)
        setStatus(ticket, u"resolved"_s);
    else
        setStatus(ticket, u"withdrawn"_s, u"It works again"_s);
}

void DeskWriter::comment(qint64 ticket, const QString &message, bool isInternal)
{
    const qint64 id = insist("POST replies", [&](const QByteArray &key) {
        return m_client.post(pathTo(ticket, "/replies"_ba),
                             {{u"message"_s, message}, {u"isInternal"_s, isInternal}}, key);
    });
    if (id > 0)
        m_ledger.comments.append(u"%1=%2"_s.arg(message).arg(id));
}

void DeskWriter::attach(qint64 ticket, const QString &name)
{
    const qint64 id = insist("POST attachments", [&](const QByteArray &key) {
        return m_client.postFile(pathTo(ticket, "/attachments"_ba), name,
                                 "what is in " + name.toUtf8(), key);
    });
    if (id > 0)
        m_ledger.files.append(u"%1=%2"_s.arg(name).arg(id));
}

void DeskWriter::look(qint64 ticket)
{
    while (mustRepeat(m_client.get(pathTo(ticket, {})), "GET ticket")) {
    }
}

/// A PUT has no key. Whoever was not answered sees that it was done when it cannot be done again.
void DeskWriter::setStatus(qint64 ticket, const QString &status, const QString &reason)
{
    QJsonObject change{{u"status"_s, status}};
    if (!reason.isEmpty())
        change[u"reason"_s] = reason;
    RestClient::Answer answer;
    do {
        answer = m_client.put(pathTo(ticket, "/status"_ba), change);
        if (answer.status == 409 && answer.key() == "workflow.transition_not_allowed"_L1) {
            const RestClient::Answer now = m_client.get(pathTo(ticket, {}));
            if (now.json.value("status"_L1).toString() == status || !now.isSuccess())
                answer = now;
        }
    } while (mustRepeat(answer, "PUT status"));
    if (answer.isSuccess()) {
        ++m_acknowledged;
        m_ledger.statuses.append(u"%1:%2"_s.arg(ticket).arg(status));
    }
}

qint64 DeskWriter::insist(const char *what, const Send &send)
{
    const QByteArray key = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    RestClient::Answer answer;
    do
        answer = send(key);
    while (mustRepeat(answer, what));
    if (!answer.isSuccess())
        return 0;
    ++m_acknowledged;
    m_ledger.keys.append(key);
    return answer.id();
}

bool DeskWriter::mustRepeat(const RestClient::Answer &answer, const char *what)
{
    if (answer.isSuccess()) {
        m_patience.setRemainingTime(writerPatience);
        return false;
    }
    const bool isComeAgain = answer.status == 503 && !answer.retryAfter.isEmpty()
                             && answer.json.value("status"_L1).toInt() == 503;
    if ((answer.status != 0 && !isComeAgain) || m_patience.hasExpired() || m_givingUp) {
        m_surprises.append(u"%1 %2: %3"_s.arg(QString::number(answer.status), answer.key(),
                                              QLatin1StringView(what)));
        return false;
    }
    if (isComeAgain)
        ++m_refused;
    QTest::qWait(20); // a program that is told to come again does not do so at once
    return true;
}

} // namespace Deskbell::Test
