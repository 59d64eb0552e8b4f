// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/table.h"
#include "tests/bench/testbed.h"

namespace Deskbell::Bench {

/// How much more memory deskbelld needs while a file of 1 GiB comes and goes.
void measureTransfers(TestBed &bed, Table &table);

} // namespace Deskbell::Bench
