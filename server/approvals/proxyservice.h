// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/approvals/approvalproxy.h"
#include "server/base/context.h"

/// Who decides in whose place, and when. Everybody does this for themselves alone.
namespace Deskbell::Server::ProxyService {

/// Those that the caller gave, and those given to them, the last first; each as JSON.
Result<QByteArrayList> list(Context &context);

/// Invalid: `person` (unknown, self), `to` (past). Conflict (proxy.overlaps) when the same person
/// stands in for a part of that time already.
Result<QByteArray> create(Context &context, const ApprovalProxyDraft &draft);

/// NotFound for another's. What was decided by it stays.
Result<> remove(Context &context, ApprovalProxyId proxy);

} // namespace Deskbell::Server::ProxyService
