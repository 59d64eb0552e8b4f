// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/accounts/personref.h"
#include "common/base/jsonreader.h"

namespace Deskbell {

/// Of what of a ticket somebody wants to be told.
enum class WatchMode {
    All,
    Replies,
    Muted, ///< of nothing, not even as its requester or assignee, unless they are addressed by name
};

template <>
struct WireEnum<WatchMode>
{
    static constexpr auto names = std::to_array<WireName<WatchMode>>({
            {WatchMode::All, "all"},
            {WatchMode::Replies, "replies"},
            {WatchMode::Muted, "muted"},
    });
};

/// Somebody who follows a ticket.
struct Watcher
{
    PersonRef person = {};
    WatchMode mode = WatchMode::All;
    bool wasAdded = false; ///< by somebody else, and so may see the ticket

    friend bool operator==(const Watcher &, const Watcher &) = default;
};

void read(JsonReader &reader, Watcher &watcher);
QJsonObject toJson(const Watcher &watcher);

/// PUT /tickets/{id}/watchers/{person}
struct WatchRequest
{
    WatchMode mode = WatchMode::All;
};

void read(JsonReader &reader, WatchRequest &request);
QJsonObject toJson(const WatchRequest &request);

} // namespace Deskbell
