// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/table.h"
#include "tests/bench/testbed.h"
#include "tests/bench/throughput.h"

namespace Deskbell::Bench {

/// A thousand connected people: how long an event takes to their sockets, and how much memory
/// deskbelld needs for them while everybody works.
void measureStreams(TestBed &bed, const Pace &pace, Table &table);

} // namespace Deskbell::Bench
