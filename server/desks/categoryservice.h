// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/desks/category.h"
#include "server/desks/managedentity.h"

/// What requests are about, desk by desk. Tickets keep the category that they have when it is
/// removed; new ones can't have it any more.
namespace Deskbell::Server::CategoryService {

/// Of the desks that the caller has to do with, or of those of them that are named; in the order in
/// which they are offered.
Result<Listed> list(Context &context, const QList<DeskId> &desks, const PageRequest &page);

/// For holders of category.manage on the desk. Conflict (category.name_taken).
Result<Entity> create(Context &context, const CategoryDraft &draft);
Result<Entity> change(Context &context, CategoryId category, const CategoryPatch &patch,
                      const std::optional<int> &version);
Result<> remove(Context &context, CategoryId category, const std::optional<int> &version);

} // namespace Deskbell::Server::CategoryService
