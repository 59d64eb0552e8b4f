// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/events/eventpump.h"

#include "common/base/clock.h"
#include "common/events/event.h"
#include "server/access/principalrepository.h"
#include "server/events/streamset.h"
#include "server/events/wakeup.h"
#include "server/presence/claimservice.h"

#include <QJsonDocument>
#include <QLoggingCategory>

#include <algorithm>
#include <deque>
#include <mutex>
#include <thread>

using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(eventLog, "deskbell.events")

namespace Deskbell::Server {

namespace {

using SteadyClock = std::chrono::steady_clock;
using std::chrono::milliseconds;

/// How often it looks without being woken: for a wake-up that was lost, and for ended sessions.
constexpr milliseconds lookEvery = 1s;
/// How often streams are told their place when nothing was for them.
constexpr milliseconds markEvery = 60s;
/// Commits that come together are read together; this is what an event may wait for that.
constexpr milliseconds pace = 4ms;
/// While an older transaction runs, its end tells nobody.
constexpr milliseconds unsettledPause = 5ms;
constexpr milliseconds longUnsettledPause = 50ms;
constexpr int unsettledPatience = 40;
constexpr milliseconds stalledPause = 20ms;
constexpr milliseconds errorPause = 500ms;
/// Other servers are told at most this often.
constexpr milliseconds notifyEvery = 10ms;

constexpr int batchSize = 500;
/// A resumed stream gets the past in slices, between what is new for everybody else, and no faster
/// than its client reads.
constexpr int sliceSize = 250;
constexpr int slicesPerRound = 8;
constexpr qsizetype unreadLimit = 64 * 1024;

QByteArray dataOf(const Event &event)
{
    return QJsonDocument(toJson(event)).toJson(QJsonDocument::Compact);
}

} // namespace

class EventPump::Worker
{
public:
    Worker(Db::ConnectionSettings settings, Counters &counters)
        : m_settings(std::move(settings))
        , m_counters(counters)
    {}

    void start();
    void stop();
    void wake();
    void add(EventStream stream, bool resumes);
    void announce(TicketId ticket, const QList<PresentPerson> &people);

private:
    struct NewStream
    {
        EventStream stream;
        bool resumes = false;
    };

    void run();
    /// One look at everything; how long it may wait until the next one.
    Result<milliseconds> round(Db::Connection &db);
    Result<> lookAround(Db::Connection &db);
    Result<> endSessions(Db::Connection &db);
    Result<> admit(Db::Connection &db);
    Result<> findPlace(Db::Connection &db);
    Result<> begin(Db::Connection &db, NewStream incoming);
    /// False when there is nothing left to read now.
    Result<bool> passOn(Db::Connection &db);
    Result<> replay(Db::Connection &db);
    Result<bool> replaySlice(Db::Connection &db, EventStream &stream);
    Result<> tellPresence(Db::Connection &db);
    Result<> notifyOthers(Db::Connection &db);
    void countStreams();
    bool isIdle() const { return m_live.isEmpty() && m_replaying.empty(); }

    const Db::ConnectionSettings m_settings;
    Counters &m_counters;
    std::thread m_thread;
    WakeUp m_wakeUp;

    std::mutex m_mutex; ///< of the next five
    std::vector<NewStream> m_incoming;
    QHash<TicketId, QList<PresentPerson>> m_present; ///< to be told
    bool m_woken = false;
    bool m_stopping = false;
    bool m_stopped = false;

    // The thread's own.
    ResumeToken m_position; ///< everything up to here was passed on
    StreamSet m_live;
    std::deque<EventStream> m_replaying;
    bool m_stalled = false; ///< a replaying client does not read
    int m_unsettled = 0;    ///< rounds in a row that ended before what is not settled
    bool m_notify = false;  ///< other servers are to be told
    bool m_failing = false; ///< the last round failed
    SteadyClock::time_point m_lastLook;
    SteadyClock::time_point m_lastMark = SteadyClock::now();
    SteadyClock::time_point m_lastNotify;
};

void EventPump::Worker::start()
{
    m_thread = std::thread([this] { run(); });
}

void EventPump::Worker::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wakeUp.wake();
    if (m_thread.joinable())
        m_thread.join();
    const std::lock_guard lock(m_mutex);
    for (const NewStream &incoming : m_incoming)
        incoming.stream.channel->close();
    m_incoming.clear();
    m_stopped = true;
}

void EventPump::Worker::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        if (std::exchange(m_woken, true))
            return;
    }
    m_wakeUp.wake();
}

void EventPump::Worker::add(EventStream stream, bool resumes)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopped)
            return stream.channel->close();
        m_incoming.push_back({.stream = std::move(stream), .resumes = resumes});
    }
    m_wakeUp.wake();
}

void EventPump::Worker::announce(TicketId ticket, const QList<PresentPerson> &people)
{
    {
        const std::lock_guard lock(m_mutex);
        m_present[ticket] = people;
    }
    m_wakeUp.wake();
}

void EventPump::Worker::run()
{
    Db::Connection db(m_settings);
    for (;;) {
        const auto began = SteadyClock::now();
        {
            const std::lock_guard lock(m_mutex);
            if (m_stopping)
                break;
            m_notify |= std::exchange(m_woken, false);
        }
        auto pause = round(db);
        countStreams();
        if (!pause) {
            m_counters.errors.fetch_add(1, std::memory_order_relaxed);
            if (!std::exchange(m_failing, true))
                qCWarning(eventLog).noquote() << "events wait:" << pause.error().detail;
        } else if (std::exchange(m_failing, false)) {
            qCInfo(eventLog) << "events flow again";
        }
        // Not even a wake-up begins a round sooner.
        m_wakeUp.rest(pause ? pace : errorPause, began);
        m_wakeUp.wait(pause ? *pause : 0ms, db);
    }
    m_live.closeAll();
    for (const EventStream &stream : m_replaying)
        stream.channel->close();
    m_replaying.clear();
    countStreams();
}

Result<milliseconds> EventPump::Worker::round(Db::Connection &db)
{
    if (SteadyClock::now() - m_lastLook >= lookEvery) {
        if (auto looked = lookAround(db); !looked)
            return fail(looked.error());
        m_lastLook = SteadyClock::now();
    }
    if (auto admitted = admit(db); !admitted)
        return fail(admitted.error());
    auto more = isIdle() ? Result<bool>(false) : passOn(db);
    if (!more)
        return fail(more.error());
    if (auto replayed = replay(db); !replayed)
        return fail(replayed.error());
    if (auto told = tellPresence(db); !told)
        return fail(told.error());
    if (auto notified = notifyOthers(db); !notified)
        return fail(notified.error());

    milliseconds pause = lookEvery;
    if (m_unsettled > 0)
        pause = m_unsettled < unsettledPatience ? unsettledPause : longUnsettledPause;
    if (!m_replaying.empty())
        pause = std::min(pause, m_stalled ? stalledPause : 0ms);
    if (m_notify)
        pause = std::min(pause, notifyEvery);
    return *more ? 0ms : pause;
}

/// What is not urgent.
Result<> EventPump::Worker::lookAround(Db::Connection &db)
{
    // Each time: a connection that was reopened meanwhile knows nothing of it. Planning who may
    // know takes longer than asking, and the plan is always the same.
    auto ready = db.script(
            QStringLiteral("LISTEN deskbell_event; SET plan_cache_mode = force_generic_plan"));
    if (!ready)
        return ready;
    m_live.sweep();
    if (SteadyClock::now() - m_lastMark >= markEvery) {
        m_live.mark(m_position);
        m_lastMark = SteadyClock::now();
    }
    return endSessions(db);
}

Result<> EventPump::Worker::endSessions(Db::Connection &db)
{
    QList<SessionId> sessions = m_live.sessions();
    for (const EventStream &stream : m_replaying)
        sessions.append(stream.session);
    if (sessions.isEmpty())
        return {};
    auto ended = selectEndedSessions(db, sessions);
    if (!ended)
        return fail(ended.error());
    // Who is still reading the past learns of it with the last of what they missed.
    for (const SessionId session : std::as_const(*ended)) {
        m_live.end(session, m_position,
                   dataOf({.id = AnyEntityId(session.value()), .at = Clock::system().now()}));
    }
    return {};
}

/// Lets new streams in.
Result<> EventPump::Worker::admit(Db::Connection &db)
{
    std::vector<NewStream> incoming;
    {
        const std::lock_guard lock(m_mutex);
        incoming.swap(m_incoming);
    }
    if (incoming.empty())
        return {};
    Result<> result = isIdle() ? findPlace(db) : Result<>();
    auto next = incoming.begin();
    while (result && next != incoming.end()) {
        if (result = begin(db, *next); result)
            ++next;
    }
    const std::lock_guard lock(m_mutex);
    m_incoming.insert(m_incoming.end(), next, incoming.end());
    return result;
}

/// Without streams nobody reads, and the place is not kept.
Result<> EventPump::Worker::findPlace(Db::Connection &db)
{
    auto position = currentPosition(db);
    if (!position)
        return fail(position.error());
    m_position = *position;
    return {};
}

Result<> EventPump::Worker::begin(Db::Connection &db, NewStream incoming)
{
    EventStream &stream = incoming.stream;
    if (incoming.resumes) {
        auto resumable = isResumable(db, stream.position);
        if (!resumable)
            return fail(resumable.error());
        if (*resumable && stream.position < m_position) {
            m_replaying.push_back(std::move(stream));
            return {};
        }
        if (!*resumable) {
            stream.channel->send(eventBlock(m_position, toWire(EventType::Reset),
                                            dataOf({.at = Clock::system().now()})));
            stream.position = m_position;
            m_counters.resets.fetch_add(1, std::memory_order_relaxed);
        }
    } else {
        stream.position = m_position;
        stream.channel->send("id: " + toText(m_position) + "\n\n");
    }
    stream.told = stream.position;
    m_live.add(std::move(stream));
    return {};
}

Result<bool> EventPump::Worker::passOn(Db::Connection &db)
{
    auto batch = readEvents(db, m_position, batchSize);
    if (!batch)
        return fail(batch.error());
    m_unsettled = batch->waiting ? m_unsettled + 1 : 0;
    if (batch->events.isEmpty())
        return false;
    const ResumeToken last = batch->events.constLast().token;
    if (!m_live.isEmpty()) {
        auto receivers = selectReceivers(db, m_position, last, m_live.accounts());
        if (!receivers)
            return fail(receivers.error());
        qint64 sent = 0;
        auto next = receivers->constBegin();
        for (const EventRow &event : std::as_const(batch->events)) {
            if (next != receivers->constEnd() && next->token == event.token)
                sent += m_live.send(event, (next++)->accounts);
        }
        m_counters.blocks.fetch_add(sent, std::memory_order_relaxed);
    }
    m_counters.events.fetch_add(batch->events.size(), std::memory_order_relaxed);
    m_position = last;

    const bool concernsSessions = std::any_of(
            batch->events.constBegin(), batch->events.constEnd(), [](const EventRow &event) {
                return event.type == QByteArrayView(toWire(EventType::SessionEnded))
                       || event.type == QByteArrayView(toWire(EventType::AccountUpdated));
            });
    if (concernsSessions) {
        if (auto ended = endSessions(db); !ended)
            return fail(ended.error());
    }
    return batch->more;
}

Result<> EventPump::Worker::replay(Db::Connection &db)
{
    m_stalled = !m_replaying.empty();
    const int slices = int(std::min<size_t>(m_replaying.size(), slicesPerRound));
    for (int i = 0; i < slices; ++i) {
        EventStream stream = std::move(m_replaying.front());
        m_replaying.pop_front();
        if (stream.channel->isClosed())
            continue;
        auto behind = replaySlice(db, stream);
        if (!behind) {
            m_replaying.push_front(std::move(stream));
            return fail(behind.error());
        }
        if (*behind)
            m_replaying.push_back(std::move(stream));
        else
            m_live.add(std::move(stream));
    }
    return {};
}

/// The next of what a stream missed; whether there is more.
Result<bool> EventPump::Worker::replaySlice(Db::Connection &db, EventStream &stream)
{
    if (stream.channel->pendingSize() > unreadLimit)
        return true;
    m_stalled = false;
    auto batch = readEvents(db, stream.position, sliceSize);
    if (!batch)
        return fail(batch.error());
    QList<EventRow> &events = batch->events;
    bool behind = batch->more;
    while (!events.isEmpty() && events.constLast().token > m_position) {
        events.removeLast();
        behind = false;
    }
    if (!events.isEmpty()) {
        auto receivers
                = selectReceivers(db, stream.position, events.constLast().token, {stream.account});
        if (!receivers)
            return fail(receivers.error());
        auto next = receivers->constBegin();
        for (const EventRow &event : std::as_const(events)) {
            if (next != receivers->constEnd() && next->token == event.token) {
                if (stream.channel->pendingSize() > unreadLimit)
                    return true;
                ++next;
                stream.channel->send(event.block);
                stream.told = event.token;
                m_counters.blocks.fetch_add(1, std::memory_order_relaxed);
            }
            stream.position = event.token;
        }
    }
    if (!behind)
        stream.position = m_position;
    return behind;
}

/// To staff who are up to date; whoever still reads the past asks for the whole when they are.
Result<> EventPump::Worker::tellPresence(Db::Connection &db)
{
    QHash<TicketId, QList<PresentPerson>> present;
    {
        const std::lock_guard lock(m_mutex);
        present.swap(m_present);
    }
    if (present.isEmpty() || m_live.isEmpty())
        return {};
    const QDateTime now = Clock::system().now();
    auto claims = ClaimService::claims(db, present.keys(), now);
    if (!claims)
        return fail(claims.error());
    auto rows = db.run("events/select_attendants",
                       {{":tickets", present.keys()}, {":accounts", m_live.accounts()}});
    if (!rows)
        return fail(rows.error());
    qint64 sent = 0;
    while (rows->next()) {
        const auto ticket = rows->id<TicketId>(0);
        TicketPresence presence{.ticketId = ticket, .people = present.value(ticket)};
        if (const auto claim = claims->constFind(ticket); claim != claims->cend())
            presence.claim = *claim;
        const Event event{.ticketId = ticket, .at = now, .presence = presence};
        // Without an id: a client that resumes is told the events from where it was.
        sent += m_live.sendAside("event: " + QByteArray(toWire(EventType::PresenceChanged).data())
                                         + "\ndata: " + dataOf(event) + "\n\n",
                                 rows->numbers(1));
    }
    m_counters.blocks.fetch_add(sent, std::memory_order_relaxed);
    return {};
}

Result<> EventPump::Worker::notifyOthers(Db::Connection &db)
{
    if (!m_notify || SteadyClock::now() - m_lastNotify < notifyEvery)
        return {};
    auto notified = db.run("events/notify_readers");
    if (!notified)
        return fail(notified.error());
    m_notify = false;
    m_lastNotify = SteadyClock::now();
    return {};
}

void EventPump::Worker::countStreams()
{
    m_counters.streams.store(m_live.size() + qint64(m_replaying.size()), std::memory_order_relaxed);
}

EventPump::EventPump(Db::ConnectionSettings settings)
    : m_worker(std::make_unique<Worker>(std::move(settings), m_counters))
{}

EventPump::~EventPump()
{
    stop();
}

void EventPump::start()
{
    m_worker->start();
}

void EventPump::stop()
{
    m_worker->stop();
}

void EventPump::wake()
{
    m_worker->wake();
}

void EventPump::announcePresence(TicketId ticket, const QList<PresentPerson> &people)
{
    m_worker->announce(ticket, people);
}

std::shared_ptr<Http::EventChannel> EventPump::subscribe(AccountId account, SessionId session,
                                                         const std::optional<ResumeToken> &after)
{
    auto channel = std::make_shared<Http::EventChannel>();
    m_worker->add({.account = account,
                   .session = session,
                   .channel = channel,
                   .position = after.value_or(ResumeToken())},
                  after.has_value());
    return channel;
}

} // namespace Deskbell::Server
