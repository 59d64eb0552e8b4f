// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/interrupt.h"

#include <csignal>
#include <initializer_list>

namespace Deskbell::Bench::Interrupt {

namespace {

volatile std::sig_atomic_t wanted = 0;

void note(int signal)
{
    wanted = 1;
    std::signal(signal, SIG_DFL);
}

} // namespace

void install()
{
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        std::signal(signal, &note);
}

bool requested()
{
    return wanted != 0;
}

} // namespace Deskbell::Bench::Interrupt
