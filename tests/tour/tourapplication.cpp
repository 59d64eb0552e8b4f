// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/tourapplication.h"

#include <algorithm>

namespace Deskbell::Tour {

namespace {

constexpr int kept = 8;

} // namespace

TourApplication &TourApplication::instance()
{
    return *static_cast<TourApplication *>(QCoreApplication::instance());
}

void TourApplication::stalled(qint64 ms, const QString &what)
{
    const auto place = std::find_if(m_longest.begin(), m_longest.end(),
                                    [ms](const Stall &stall) { return stall.ms < ms; });
    m_longest.insert(place, {.ms = ms, .what = what});
    if (m_longest.size() > kept)
        m_longest.removeLast();
}

} // namespace Deskbell::Tour
