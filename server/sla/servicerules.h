// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/sla/serviceclock.h"
#include "server/db/connection.h"

#include <QHash>
#include <QReadWriteLock>

#include <memory>

namespace Deskbell::Server {

/// What a desk promises at one time.
struct DeskRules
{
    int revision = 0; ///< how often that has changed
    ServiceRules rules = {};
};

/// What desks promise, with calendars ready for arithmetic; read from the database when a desk's
/// count of changes is another than before. Any thread.
class ServiceRulesCache
{
public:
    /// `revision` is what the caller has just read of the desk; what comes back is of that or
    /// newer.
    Result<std::shared_ptr<const DeskRules>> rulesOf(Db::Connection &db, DeskId desk, int revision);

private:
    QReadWriteLock m_lock;
    QHash<DeskId, std::shared_ptr<const DeskRules>> m_rules;
};

} // namespace Deskbell::Server
