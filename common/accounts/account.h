// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/access/grants.h"
#include "common/accounts/personref.h"
#include "common/desks/deskref.h"
#include "common/desks/namedref.h"

namespace Deskbell {

enum class AccountStatus {
    Active,
    Pending,     ///< signed up, not yet approved
    Blocked,     ///< by an administrator; may be unblocked
    Deactivated, ///< has left
};

template <>
struct WireEnum<AccountStatus>
{
    static constexpr auto names = std::to_array<WireName<AccountStatus>>({
            {AccountStatus::Active, "active"},
            {AccountStatus::Pending, "pending"},
            {AccountStatus::Blocked, "blocked"},
            {AccountStatus::Deactivated, "deactivated"},
    });
};

/// A role that an account holds, everywhere (`desk` is nothing) or for one desk.
struct HeldRole
{
    RoleId id = {};
    QString key = {};
    QString name = {};
    std::optional<DeskRef> desk = {};

    friend bool operator==(const HeldRole &, const HeldRole &) = default;
};

void read(JsonReader &reader, HeldRole &role);
QJsonObject toJson(const HeldRole &role);

/// An account as answers show it to those who may see people.
struct Account
{
    AccountId id = {};
    QString username = {};
    QString email = {};
    QString displayName = {};
    AccountStatus status = AccountStatus::Active;
    QList<HeldRole> roles = {};
    std::optional<OrganisationRef> organisation = {};
    QString locale = {};      ///< "de"; empty: the system's
    QString timeZone = {};    ///< "Europe/Berlin"; empty: the system's
    QDateTime awayUntil = {}; ///< invalid, or past: is there; until then it is never their turn
    QDateTime createdAt = {};
    QDateTime updatedAt = {};
    QDateTime lastSeenAt = {};
    QDateTime deletedAt = {};
    int version = 1;

    PersonRef ref() const { return {.id = id, .displayName = displayName}; }
    /// Whether they are away at that moment.
    bool isAwayAt(const QDateTime &now) const { return awayUntil.isValid() && awayUntil > now; }

    friend bool operator==(const Account &, const Account &) = default;
};

void read(JsonReader &reader, Account &account);
QJsonObject toJson(const Account &account);

/// The account that is signed in, with what it may do: GET /me and the `user` of a token answer. In
/// JSON the account's members, `grants` and `teams` stand side by side.
struct Me
{
    Account account = {};
    Grants grants = {};
    QList<TeamRef> teams = {};

    friend bool operator==(const Me &, const Me &) = default;
};

void read(JsonReader &reader, Me &me);
QJsonObject toJson(const Me &me);

} // namespace Deskbell
