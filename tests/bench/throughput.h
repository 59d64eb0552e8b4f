// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/table.h"
#include "tests/bench/testbed.h"

#include <chrono>

namespace Deskbell::Bench {

/// How much time a run spends.
struct Pace
{
    int rounds = 3;                ///< each measures ours, then the floor; the median counts
    std::chrono::seconds slice{4}; ///< of each
    static constexpr int clients = 16;
};

/// Requests a second beside their floor: creating, replying, reading, listing.
void measureThroughput(TestBed &bed, const Pace &pace, Table &table);

} // namespace Deskbell::Bench
