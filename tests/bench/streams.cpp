// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/streams.h"

#include "tests/bench/clients.h"
#include "tests/bench/interrupt.h"
#include "tests/bench/samples.h"
#include "tests/support/server/rawhttp.h"

#include <QHash>
#include <QJsonDocument>
#include <QRandomGenerator>

#include <arpa/inet.h>
#include <array>
#include <atomic>
#include <mutex>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Deskbell::Bench {

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr int streamCount = 1000;
/// More at once would be refused: the server's queue is shorter than that. Apps come again.
constexpr int atOnce = 100;
constexpr int events = 300;
constexpr std::chrono::milliseconds betweenEvents{30};
constexpr double latencyBudget = 50; // ms
constexpr double memoryBudget = 150; // MB
constexpr auto patience = std::chrono::seconds(60);

/// A thousand event streams, read by a thread that notes when each reply arrived where.
class Streams
{
public:
    explicit Streams(const TestBed &bed);
    ~Streams();
    Streams(const Streams &) = delete;
    Streams &operator=(const Streams &) = delete;

    /// Waits until that many streams have said their place; false when they do not.
    bool areReady(int count = streamCount) const;
    /// When the event of this reply reached each of its receivers so far.
    std::vector<SteadyClock::time_point> arrivals(qint64 reply) const;
    int broken() const { return m_broken; }

private:
    void run();
    void read(int index);
    void note(QByteArrayView block);

    std::array<int, streamCount> m_sockets;
    std::array<QByteArray, streamCount> m_unread;
    std::array<bool, streamCount> m_began = {};
    int m_poll = -1;
    std::atomic<bool> m_stopping = false;
    std::atomic<int> m_ready = 0;
    std::atomic<int> m_broken = 0;
    mutable std::mutex m_mutex; ///< of the arrivals
    QHash<qint64, std::vector<SteadyClock::time_point>> m_arrivals;
    std::thread m_thread;
};

Streams::Streams(const TestBed &bed)
    : m_poll(::epoll_create1(EPOLL_CLOEXEC))
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(bed.port());
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    m_sockets.fill(-1);
    m_thread = std::thread([this] { run(); });
    for (int i = 0; i < streamCount && areReady(i - atOnce); ++i) {
        m_sockets[size_t(i)] = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const int socket = m_sockets[size_t(i)];
        const QByteArray request = makeRequest("GET", "/events", bed.token(i));
        epoll_event event = {.events = EPOLLIN, .data = {.u32 = uint32_t(i)}};
        if (::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0
            || ::send(socket, request.constData(), size_t(request.size()), MSG_NOSIGNAL)
                       != request.size()
            || ::epoll_ctl(m_poll, EPOLL_CTL_ADD, socket, &event) != 0)
            ++m_broken;
    }
}

Streams::~Streams()
{
    m_stopping = true;
    m_thread.join();
    for (const int socket : m_sockets)
        ::close(socket);
    ::close(m_poll);
}

bool Streams::areReady(int count) const
{
    const auto end = SteadyClock::now() + patience;
    while (m_ready < count && m_broken == 0) {
        if (SteadyClock::now() > end || Interrupt::requested())
            return false;
        std::this_thread::sleep_until(SteadyClock::now() + 1ms);
    }
    return m_broken == 0;
}

std::vector<SteadyClock::time_point> Streams::arrivals(qint64 reply) const
{
    const std::lock_guard lock(m_mutex);
    return m_arrivals.value(reply);
}

void Streams::run()
{
    while (!m_stopping) {
        std::array<epoll_event, 256> ready;
        const int count = ::epoll_wait(m_poll, ready.data(), int(ready.size()), 100);
        for (int i = 0; i < count; ++i)
            read(int(ready[size_t(i)].data.u32));
    }
}

void Streams::read(int index)
{
    const auto place = size_t(index);
    std::array<char, 16 * 1024> buffer;
    const auto got = ::recv(m_sockets[place], buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (got <= 0) {
        ++m_broken;
        ::epoll_ctl(m_poll, EPOLL_CTL_DEL, m_sockets[place], nullptr);
        return;
    }
    QByteArray &unread = m_unread[place];
    unread.append(buffer.data(), got);
    qsizetype end = 0;
    while ((end = unread.indexOf("\n\n")) >= 0) {
        note(QByteArrayView(unread).first(end));
        if (!m_began[place] && unread.first(end).contains("id: ")) {
            m_began[place] = true;
            ++m_ready;
        }
        unread.remove(0, end + 2);
    }
}

void Streams::note(QByteArrayView block)
{
    if (!block.contains("event: reply.created"))
        return;
    const auto now = SteadyClock::now();
    const QByteArray data = block.sliced(block.indexOf("data: ") + 6).toByteArray();
    const qint64 reply = QJsonDocument::fromJson(data)["id"_L1].toInteger();
    const std::lock_guard lock(m_mutex);
    m_arrivals[reply].push_back(now);
}

QByteArray replyTo(const TestBed &bed, QByteArrayView token)
{
    const auto first = qint64(DataSet::workedFrom * double(bed.tickets())) + 1;
    const auto last = qint64(DataSet::workedTo * double(bed.tickets()));
    const qint64 ticket = QRandomGenerator::global()->bounded(first, last + 1);
    return makeRequest("POST", "/tickets/" + QByteArray::number(ticket) + "/replies", token,
                       R"({"message":"The new drum unit is in, please try again."})");
}

/// Replies one after the other, and how long each took to everybody who hears of it. The time
/// begins when the request is sent, for when PostgreSQL commits cannot be seen from outside; the
/// request itself is therefore part of it.
Row measureLatency(const TestBed &bed, const Streams &streams)
{
    const QString name = u"event to a client's socket, 1000 streams, with the whole request"_s;
    Testing::RawHttp http(bed.port());
    const QByteArray token = bed.token(0);
    QHash<qint64, SteadyClock::time_point> sent;
    for (int i = 0; i < events && !Interrupt::requested(); ++i) {
        const auto begin = SteadyClock::now();
        const Testing::RawAnswer answer = http.ask(replyTo(bed, token));
        if (answer.status != 201)
            return failedRow(name, u"answered %1"_s.arg(answer.status));
        sent.insert(QJsonDocument::fromJson(answer.body)["id"_L1].toInteger(), begin);
        std::this_thread::sleep_until(begin + betweenEvents);
    }
    // The agents who work everywhere hear of all of them.
    const auto end = SteadyClock::now() + patience;
    std::vector<double> ms;
    for (auto reply = sent.cbegin(); reply != sent.cend(); ++reply) {
        auto arrivals = streams.arrivals(reply.key());
        while (arrivals.size() < size_t(DataSet::globalAgents)) {
            if (SteadyClock::now() > end || Interrupt::requested())
                return failedRow(name, u"an event does not come"_s);
            std::this_thread::sleep_until(SteadyClock::now() + 10ms);
            arrivals = streams.arrivals(reply.key());
        }
        for (const auto arrival : arrivals)
            ms.push_back(
                    std::chrono::duration<double, std::milli>(arrival - reply.value()).count());
    }
    return {.measure = name,
            .ours = u"p50 %1, p99 %2"_s.arg(inMs(median(ms)), inMs(percentile(ms, 0.99))),
            .floor = shareOfCore(),
            .budget = u"p99 <= %1"_s.arg(inMs(latencyBudget)),
            .verdict = verdictOf(percentile(ms, 0.99) <= latencyBudget)};
}

Row measureMemory(const TestBed &bed, const Pace &pace, const Streams &streams)
{
    const QString name = u"memory of deskbelld, 1000 streams and 16 writers"_s;
    QByteArrayList tokens;
    for (int person = 0; person < Pace::clients; ++person)
        tokens.append(bed.token(person));
    std::atomic<double> most = bed.memory();
    std::atomic<bool> over = false;
    std::thread watch([&] {
        while (!over) {
            most = std::max(most.load(), bed.memory());
            std::this_thread::sleep_until(SteadyClock::now() + 50ms);
        }
    });
    const Burst burst = press(bed.port(), Pace::clients, 2 * pace.slice, 201,
                              [&](int person) { return replyTo(bed, tokens[person]); });
    over = true;
    watch.join();
    if (burst.wrong > 0 || streams.broken() > 0)
        return failedRow(
                name,
                u"%1 wrong answers, %2 broken streams: "_s.arg(burst.wrong).arg(streams.broken())
                        + QString::fromUtf8(burst.firstWrong));
    return {.measure = name,
            .ours = u"%1 MB at %2"_s.arg(most.load(), 0, 'f', 0).arg(perSecond(burst.rate())),
            .budget = u"<= %1 MB"_s.arg(memoryBudget),
            .verdict = verdictOf(most <= memoryBudget)};
}

} // namespace

void measureStreams(TestBed &bed, const Pace &pace, Table &table)
{
    const Streams streams(bed);
    if (!streams.areReady())
        return table.add(failedRow(u"1000 event streams"_s,
                                   u"%1 broke before they began"_s.arg(streams.broken())));
    table.add(measureLatency(bed, streams));
    if (!Interrupt::requested())
        table.add(measureMemory(bed, pace, streams));
}

} // namespace Deskbell::Bench
