// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/outbox.h"

#include "app/net/client.h"
#include "app/net/connectionmonitor.h"
#include "app/net/session.h"
#include "common/base/clock.h"

#include <QEventLoopLocker>
#include <QRandomGenerator>
#include <QUuid>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Deskbell::App {

namespace {

/// The server knows a key for a day (api.md, "Idempotency"). What may have arrived longer ago is
/// not sent again unasked.
constexpr auto knownFor = 23h;

/// No answer, or one that says nothing about the request: it may be another one later.
bool willPass(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Network:
    case ErrorCode::Timeout:
    case ErrorCode::Unavailable:
    case ErrorCode::TooManyRequests:
    case ErrorCode::Internal:
    case ErrorCode::Unauthenticated:
    case ErrorCode::Cancelled: return true;
    default: return error.key == "idempotency.in_progress";
    }
}

/// Nothing was said to the server at all.
bool cannotHaveArrived(const Error &error)
{
    return error.key == "network.refused" || error.key == "network.host_not_found"
           || error.key.startsWith("tls.");
}

QByteArray newKey()
{
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

} // namespace

Outbox::Outbox(const Session &session, Api::Client &client, const Clock &clock, DiskQueue &disk,
               const QString &folder, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_client(client)
    , m_clock(clock)
    , m_folder(session, client, disk, folder)
{
    m_wake.setSingleShot(true);
    connect(&m_wake, &QTimer::timeout, this, &Outbox::pump);
    connect(&m_folder, &DraftFolder::opened, this, [this] {
        m_entries.clear();
        Q_EMIT changed();
    });
    connect(&m_folder, &DraftFolder::loaded, this, &Outbox::load);
    connect(&m_folder, &DraftFolder::notWritten, this, &Outbox::notKept);
    connect(&session, &Session::stateChanged, this, [this](Session::State state) {
        for (OutboxEntry &one : m_entries) {
            // Calls do not outlive a session.
            if (state == Session::State::SignedOut && one.state == OutboxEntry::State::UnderWay)
                one.state = OutboxEntry::State::Waiting;
        }
        Q_EMIT changed();
        pump();
    });
    connect(&client.connection(), &ConnectionMonitor::stateChanged, this,
            [this](ConnectionMonitor::State state) {
                for (OutboxEntry &one : m_entries) {
                    if (one.state == OutboxEntry::State::Waiting)
                        one.due = {};
                }
                if (state == ConnectionMonitor::State::Online)
                    pump();
                updateStay();
            });
}

Outbox::~Outbox() = default;

OutboxEntry *Outbox::entry(const QByteArray &key)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const OutboxEntry &one) { return one.item.key == key; });
    return found == m_entries.end() ? nullptr : &*found;
}

const OutboxEntry *Outbox::find(const QByteArray &key) const
{
    return const_cast<Outbox *>(this)->entry(key);
}

void Outbox::load(const QList<QByteArray> &contents)
{
    for (const QByteArray &content : contents) {
        const auto item = fromJsonBytes<OutboxItem>(content, Unknown::Ignored);
        if (!item || entry(item->key))
            continue;
        m_entries.append(
                {.item = *item,
                 .state = item->refusal ? OutboxEntry::State::Refused : OutboxEntry::State::Waiting,
                 .isKept = true,
                 .mayBeThere = item->firstTried.isValid()});
        m_lastNumber = std::max(m_lastNumber, item->number);
    }
    std::stable_sort(m_entries.begin(), m_entries.end(),
                     [](const OutboxEntry &a, const OutboxEntry &b) {
                         return a.item.number < b.item.number;
                     });
    Q_EMIT loaded();
    Q_EMIT changed();
    pump();
}

QByteArray Outbox::add(OutboxItem item, std::chrono::milliseconds hold)
{
    item.key = newKey();
    // Above those of an earlier run that are still to be read.
    m_lastNumber = std::max(m_lastNumber + 1, m_clock.now().toMSecsSinceEpoch());
    item.number = m_lastNumber;
    const bool isHeld = hold > 0ms;
    if (!isHeld && maySend() && isFirstOf(item.ticket))
        item.firstTried = m_clock.now(); // it is sent as soon as it is written
    OutboxEntry entry{.item = item,
                      .state = isHeld ? OutboxEntry::State::Held : OutboxEntry::State::Waiting};
    if (isHeld)
        entry.due.setRemainingTime(hold);
    m_entries.append(entry);
    write(m_entries.last());
    Q_EMIT changed();
    return item.key;
}

std::optional<OutboxItem> Outbox::takeBack(const QByteArray &key)
{
    const OutboxEntry *found = entry(key);
    if (!found || found->state == OutboxEntry::State::UnderWay)
        return {};
    const OutboxItem item = found->item;
    m_folder.remove(QString::fromLatin1(key));
    m_entries.removeIf([&](const OutboxEntry &one) { return one.item.key == key; });
    Q_EMIT changed();
    Q_EMIT takenBack(item);
    pump();
    return item;
}

void Outbox::sendNow(const QByteArray &key)
{
    OutboxEntry *found = entry(key);
    if (!found || found->state == OutboxEntry::State::UnderWay)
        return;
    if (found->state == OutboxEntry::State::Refused) {
        // The server remembers what it said to the old key; and it did nothing.
        found->item.key = newKey();
        found->item.refusal = {};
        found->item.firstTried = m_clock.now();
        write(*found);
        m_folder.remove(QString::fromLatin1(key)); // a crash between leaves both, not none
    }
    found->state = OutboxEntry::State::Waiting;
    found->due = {};
    Q_EMIT changed();
    pump();
}

bool Outbox::finish()
{
    m_isFinishing = true;
    for (OutboxEntry &one : m_entries) {
        if (one.state == OutboxEntry::State::Held) {
            one.state = OutboxEntry::State::Waiting;
            one.due = {};
        }
    }
    pump();
    updateStay();
    return m_stay != nullptr;
}

/// The program waits for what can be sent, not for a server that is away.
void Outbox::updateStay()
{
    const bool stays
            = m_isFinishing && m_session.state() == Session::State::SignedIn && maySend()
              && std::any_of(m_entries.cbegin(), m_entries.cend(), [](const OutboxEntry &one) {
                     return one.state == OutboxEntry::State::UnderWay
                            || (one.state == OutboxEntry::State::Waiting && one.failures == 0);
                 });
    if (stays && !m_stay)
        m_stay = std::make_unique<QEventLoopLocker>();
    else if (!stays)
        m_stay.reset();
}

bool Outbox::maySend() const
{
    const Session::State session = m_session.state();
    return (session == Session::State::SignedIn || session == Session::State::Expired)
           && m_client.connection().state() != ConnectionMonitor::State::Offline;
}

bool Outbox::isFirstOf(TicketId ticket) const
{
    return std::none_of(m_entries.cbegin(), m_entries.cend(), [&](const OutboxEntry &one) {
        return one.item.ticket == ticket && one.state != OutboxEntry::State::Refused;
    });
}

void Outbox::write(OutboxEntry &entry)
{
    entry.isKept = false;
    const QByteArray key = entry.item.key;
    m_folder.write(QString::fromLatin1(key), toJson(entry.item), [this, key](const Result<> &) {
        if (OutboxEntry *written = this->entry(key)) {
            written->isKept = true;
            pump();
        }
    });
}

void Outbox::pump()
{
    if (!maySend())
        return;
    std::set<TicketId> taken;
    QList<QByteArray> due;
    std::chrono::milliseconds pause = std::chrono::milliseconds::max();
    for (const OutboxEntry &one : std::as_const(m_entries)) {
        if (one.state == OutboxEntry::State::Refused || !taken.insert(one.item.ticket).second)
            continue;
        if (one.state == OutboxEntry::State::UnderWay || !one.isKept)
            continue;
        if (one.due.hasExpired())
            due.append(one.item.key);
        else
            pause = std::min(pause, std::chrono::milliseconds(one.due.remainingTime()) + 1ms);
    }
    if (pause != std::chrono::milliseconds::max())
        m_wake.start(pause);
    for (const QByteArray &key : std::as_const(due))
        attempt(key); // whoever hears of it may add and take back
}

void Outbox::attempt(const QByteArray &key)
{
    OutboxEntry *found = entry(key);
    if (!found)
        return;
    OutboxItem &item = found->item;
    if (!item.firstTried.isValid()) {
        item.firstTried = m_clock.now();
        found->state = OutboxEntry::State::Waiting;
        write(*found);
        return;
    }
    if (found->mayBeThere && item.firstTried.addSecs(knownFor / 1s) < m_clock.now())
        return refuse(*found, {.code = ErrorCode::Gone, .key = "outbox.too_long_ago"});
    found->state = OutboxEntry::State::UnderWay;
    m_client.send(requestOf(item), this,
                  [this, key](const Result<Api::Answer> &answer) { answered(key, answer); });
    Q_EMIT changed();
}

void Outbox::answered(const QByteArray &key, const Result<Api::Answer> &answer)
{
    OutboxEntry *found = entry(key);
    if (!found || found->state != OutboxEntry::State::UnderWay)
        return;
    if (answer) {
        const OutboxItem item = found->item;
        m_folder.remove(QString::fromLatin1(key));
        m_entries.removeIf([&](const OutboxEntry &one) { return one.item.key == key; });
        Q_EMIT changed();
        Q_EMIT sent(item, *answer);
    } else if (willPass(answer.error())) {
        found->state = OutboxEntry::State::Waiting;
        found->lastFailure = answer.error();
        if (!cannotHaveArrived(answer.error()))
            found->mayBeThere = true;
        else if (!found->mayBeThere)
            found->item.firstTried = {};
        found->due.setRemainingTime(pauseAfter(found->failures++));
        Q_EMIT changed();
    } else {
        refuse(*found, answer.error());
    }
    pump();
    updateStay();
}

void Outbox::refuse(OutboxEntry &entry, const Error &error)
{
    entry.state = OutboxEntry::State::Refused;
    entry.item.refusal = error;
    const OutboxItem item = entry.item;
    write(entry);
    Q_EMIT changed();
    Q_EMIT refused(item);
}

/// Not in step with everybody else who lost the server at the same moment.
std::chrono::milliseconds Outbox::pauseAfter(int failures) const
{
    const auto grown = std::min<std::chrono::milliseconds>(
            m_patience.firstPause * (1 << std::min(failures, 16)), m_patience.longestPause);
    const double jitter = 0.5 + QRandomGenerator::global()->generateDouble();
    return std::chrono::milliseconds(qint64(double(grown.count()) * jitter));
}

} // namespace Deskbell::App
