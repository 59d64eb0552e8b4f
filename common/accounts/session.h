// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/jsonreader.h"

namespace Deskbell {

/// Where somebody is signed in: an entry of GET /me/sessions.
struct Session
{
    SessionId id = {};
    QString userAgent = {};
    QString peer = {}; ///< the address it was last used from
    QDateTime createdAt = {};
    QDateTime lastUsedAt = {};
    QDateTime expiresAt = {};
    bool current = false; ///< the one that asks

    friend bool operator==(const Session &, const Session &) = default;
};

void read(JsonReader &reader, Session &session);
QJsonObject toJson(const Session &session);

} // namespace Deskbell
