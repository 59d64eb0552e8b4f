// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/clock.h"
#include "server/base/servicesettings.h"
#include "server/db/connection.h"
#include "server/presence/presenceboard.h"
#include "server/sla/servicerules.h"
#include "server/workflows/workflowcache.h"

#include <functional>
#include <memory>

namespace Deskbell::Server {

class BlobStore;
class EventPump;
class PasswordHasher;
class TokenSigner;

/// The parts of the running server that services use. Owned by the Host, alive as long as any
/// worker runs; every part may be used from any thread.
struct Environment
{
    const Clock &clock;
    const ServiceSettings settings;
    BlobStore &blobs;
    EventPump &events;
    PasswordHasher &passwords;
    const TokenSigner &tokens;
    /// The calling worker's own connection. What outlives one call (a body sink) asks anew each
    /// time, for its next call may run on another worker.
    std::function<Db::Connection &()> connection;
    const std::shared_ptr<PresenceBoard> presence = std::make_shared<PresenceBoard>();
    const std::shared_ptr<WorkflowCache> workflows = std::make_shared<WorkflowCache>();
    const std::shared_ptr<ServiceRulesCache> serviceRules = std::make_shared<ServiceRulesCache>();
};

} // namespace Deskbell::Server
