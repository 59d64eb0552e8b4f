// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

namespace Deskbell::Bench {

/// The smallest value that is not exceeded by `share` of them (0.99: p99); 0 of none.
inline double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    const auto rank = std::size_t(std::ceil(share * double(values.size())));
    const auto place = values.begin() + std::ptrdiff_t(std::max<std::size_t>(rank, 1) - 1);
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

inline double median(std::vector<double> values)
{
    return percentile(std::move(values), 0.5);
}

} // namespace Deskbell::Bench
