// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/views/savedview.h"
#include "server/desks/managedentity.h"

/// Saved views, and the counters of all views.
namespace Deskbell::Server::ViewService {

Result<QByteArrayList> list(Context &context);

/// Counted afresh: nothing is kept that could go wrong (docs/adr/0030). A view whose query cannot
/// be read any more has no counter.
Result<QByteArrayList> counts(Context &context);

Result<Entity> create(Context &context, const ViewDraft &draft);
Result<Entity> change(Context &context, ViewId id, const ViewPatch &patch,
                      const std::optional<int> &version);
Result<> remove(Context &context, ViewId id, const std::optional<int> &version);

} // namespace Deskbell::Server::ViewService
