// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/jsonreader.h"

namespace Deskbell {

/// To whom a ticket shall be given: an account, oneself, or nobody. On the wire an id, "me", or
/// null.
struct AssigneeChoice
{
    enum class Kind { Nobody, Me, Account };

    Kind kind = Kind::Nobody;
    AccountId account = {}; ///< for Kind::Account

    /// The account meant when `self` is asking; invalid for nobody.
    AccountId resolve(AccountId self) const;

    friend bool operator==(const AssigneeChoice &, const AssigneeChoice &) = default;
};

/// Reads `assignedTo`. With Presence::Optional it may be absent; null always means nobody.
void readAssignee(JsonReader &reader, Given<AssigneeChoice> &choice, Presence presence);
QJsonValue toJson(const AssigneeChoice &choice);

} // namespace Deskbell
