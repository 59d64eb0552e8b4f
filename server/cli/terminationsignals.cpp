// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cli/terminationsignals.h"

#include <QSocketNotifier>

#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace Deskbell::Server {

namespace {

constexpr int terminating[] = {SIGTERM, SIGINT, SIGHUP};
int signalPipe[2] = {-1, -1};
std::atomic<bool> signalled = false;
static_assert(std::atomic<bool>::is_always_lock_free, "used in a signal handler");

/// Only what a signal handler may do: everything else happens where the pipe is read.
void onSignal(int number)
{
    if (signalled.exchange(true))
        ::_exit(128 + number);
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(signalPipe[1], &byte, 1);
}

} // namespace

TerminationSignals::TerminationSignals()
{
    if (::pipe2(signalPipe, O_CLOEXEC | O_NONBLOCK) != 0)
        qFatal("no pipe for signals");
    m_notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &TerminationSignals::read);
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    for (const int number : terminating)
        ::sigaction(number, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

TerminationSignals::~TerminationSignals()
{
    for (const int number : terminating)
        std::signal(number, SIG_DFL);
    ::close(signalPipe[0]);
    ::close(signalPipe[1]);
    signalled = false;
}

void TerminationSignals::read()
{
    char byte = 0;
    if (::read(signalPipe[0], &byte, 1) == 1)
        Q_EMIT received();
}

} // namespace Deskbell::Server
