// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

/// How long a test waits for what must come: five seconds, as Qt has it, are short for a sanitizer
/// on a machine that compiles meanwhile. What comes in time waits no longer for it.
namespace Deskbell::Test {
inline constexpr int testPatience = 30'000; // ms
}

#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(expression)                                                                    \
    QTRY_VERIFY_WITH_TIMEOUT((expression), ::Deskbell::Test::testPatience)
#define QTRY_VERIFY2(expression, text)                                                             \
    QTRY_VERIFY2_WITH_TIMEOUT((expression), (text), ::Deskbell::Test::testPatience)
#define QTRY_COMPARE(value, expected)                                                              \
    QTRY_COMPARE_WITH_TIMEOUT((value), (expected), ::Deskbell::Test::testPatience)
