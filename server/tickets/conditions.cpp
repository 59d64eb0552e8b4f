// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tickets/conditions.h"

#include <vector>

namespace Deskbell::Server {

/// A bind keeps its name by pointer, so each name is there for good.
const char *Conditions::nextName()
{
    static const std::vector<QByteArray> names = [] {
        constexpr int most = 200;
        std::vector<QByteArray> all;
        all.reserve(most);
        for (int i = 0; i < most; ++i)
            all.push_back(":value_" + QByteArray::number(i));
        return all;
    }();
    return names.at(m_named++).constData();
}

} // namespace Deskbell::Server
