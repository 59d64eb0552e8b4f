// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/table.h"
#include "tests/bench/testbed.h"

namespace Deskbell::Bench {

/// What somebody who sits at the app waits for. Needs a screen, and Tour::TourApplication as the
/// application.
void measureApp(TestBed &bed, Table &table);

} // namespace Deskbell::Bench
