// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/table.h"
#include "tests/bench/testbed.h"

namespace Deskbell::Bench {

/// Rehearsing a change of the help desk's workflow that strands every ticket there is. Opens all of
/// them for it, and moves them to that version afterwards: nothing else can be measured on this bed
/// after it.
void measureRehearsal(TestBed &bed, Table &table);

} // namespace Deskbell::Bench
