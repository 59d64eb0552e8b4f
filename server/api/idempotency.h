// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/context.h"
#include "server/http/message.h"

#include <functional>

namespace Deskbell::Server {

/// Runs `work` at most once for the request's Idempotency-Key (api.md, "Idempotency"). The answer
/// is recorded in the same transaction as what the work did, so neither exists without the other;
/// work that failed did nothing, and its refusal is recorded on its own. Without the header, work
/// simply runs.
Result<Http::Response> runOnce(Context &context, const Http::Request &request,
                               const std::function<Result<Http::Response>()> &work);

} // namespace Deskbell::Server
