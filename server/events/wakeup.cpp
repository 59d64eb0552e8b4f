// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/events/wakeup.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <thread>
#include <unistd.h>

namespace Deskbell::Server {

WakeUp::WakeUp()
    : m_descriptor(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    if (m_descriptor < 0)
        qFatal("eventfd: no file descriptor left");
}

WakeUp::~WakeUp()
{
    ::close(m_descriptor);
}

void WakeUp::wake()
{
    const uint64_t one = 1;
    // It can only fail when it counts to 2^64: then somebody is awake already.
    [[maybe_unused]] const ssize_t written = ::write(m_descriptor, &one, sizeof one);
}

void WakeUp::wait(std::chrono::milliseconds timeout, Db::Connection &db)
{
    // A notification may have come with the answer to a statement.
    if (db.takeNotifications())
        return;
    pollfd waited[] = {
            {.fd = m_descriptor, .events = POLLIN, .revents = 0},
            {.fd = db.descriptor(), .events = POLLIN, .revents = 0}, // negative: ignored
    };
    ::poll(waited, 2, int(timeout.count()));
    uint64_t count = 0;
    [[maybe_unused]] const ssize_t taken = ::read(m_descriptor, &count, sizeof count);
    // What woke us is seen to in the next round, whatever it was.
    [[maybe_unused]] const bool notified = db.takeNotifications();
}

void WakeUp::rest(std::chrono::milliseconds duration, std::chrono::steady_clock::time_point since)
{
    std::this_thread::sleep_until(since + duration);
}

} // namespace Deskbell::Server
