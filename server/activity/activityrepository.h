// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/activity/activityentry.h"
#include "server/api/listing.h"
#include "server/db/connection.h"

#include <optional>

/// Reading the activity log.
namespace Deskbell::Server::ActivityRepository {

/// What of the log somebody may read: of every desk and of what has no desk, or of some desks only;
/// and where the lines about internal notes are among it.
struct Sight
{
    AccountId viewer = {};
    std::optional<QList<DeskId>> desks = {};     ///< nothing: all of it
    std::optional<QList<DeskId>> noteDesks = {}; ///< nothing: those of every desk
};

/// One page, newest first. Invalid (field "cursor").
Result<Listed> selectPage(Db::Connection &db, const Sight &sight, const ActivityFilter &filter);

} // namespace Deskbell::Server::ActivityRepository
