// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/desks/tag.h"
#include "server/desks/managedentity.h"

/// The words that tickets carry, the same for all desks.
namespace Deskbell::Server::TagService {

/// For everybody, by name.
Result<Listed> list(Context &context, const PageRequest &page);

/// For holders of category.manage on any desk. Conflict (tag.name_taken).
Result<Entity> create(Context &context, const TagDraft &draft);
/// A new name is the tag's name on its tickets, too.
Result<Entity> change(Context &context, TagId tag, const TagPatch &patch,
                      const std::optional<int> &version);
/// Tickets that carry it keep the word.
Result<> remove(Context &context, TagId tag, const std::optional<int> &version);

/// The tags as the list of tags spells them; those it does not have yet are added to it. Part of
/// the caller's transaction.
Result<QStringList> spellTags(Context &context, const QStringList &tags);

} // namespace Deskbell::Server::TagService
