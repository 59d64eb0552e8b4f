// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/accounts/account.h"

namespace Deskbell {

/// POST /auth/signup. There is no role in it: a new account is a requester.
struct SignUp
{
    QString username = {};
    QString email = {};
    QString displayName = {}; ///< empty: the user name
    QString password = {};

    friend bool operator==(const SignUp &, const SignUp &) = default;
};

void read(JsonReader &reader, SignUp &signUp);
QJsonObject toJson(const SignUp &signUp);
QList<FieldError> validate(const SignUp &signUp);

/// A role to be held, everywhere or for one desk: an entry of PUT /users/{id}/roles and of a new
/// account.
struct RoleAssignment
{
    RoleId role = {};
    DeskId desk = {}; ///< none: everywhere

    friend bool operator==(const RoleAssignment &, const RoleAssignment &) = default;
};

void read(JsonReader &reader, RoleAssignment &assignment);
QJsonObject toJson(const RoleAssignment &assignment);

/// PUT /users/{id}/roles: all the roles that an account shall hold. Which of them the person who
/// asks may give or take is Grants::mayGive().
struct RoleAssignments
{
    QList<RoleAssignment> roles = {};

    friend bool operator==(const RoleAssignments &, const RoleAssignments &) = default;
};

void read(JsonReader &reader, RoleAssignments &assignments);
QJsonObject toJson(const RoleAssignments &assignments);
QList<FieldError> validate(const RoleAssignments &assignments);

/// POST /users.
struct AccountDraft
{
    QString username = {};
    QString email = {};
    QString displayName = {};         ///< empty: the user name
    QString password = {};            ///< empty: cannot sign in with one yet
    QList<RoleAssignment> roles = {}; ///< none: Requester
    OrganisationId organisation = {};
    QString locale = {};
    QString timeZone = {};

    friend bool operator==(const AccountDraft &, const AccountDraft &) = default;
};

void read(JsonReader &reader, AccountDraft &draft);
QJsonObject toJson(const AccountDraft &draft);
QList<FieldError> validate(const AccountDraft &draft);

/// PATCH /users/{id}; what is not given stays.
struct AccountPatch
{
    Given<QString> username = {};
    Given<QString> email = {};
    Given<QString> displayName = {};
    Given<QString> password = {};
    Given<AccountStatus> status = {};
    Given<OrganisationId> organisation = {};
    Given<QString> locale = {};
    Given<QString> timeZone = {};
    Given<QDateTime> awayUntil = {}; ///< an invalid one: is there

    friend bool operator==(const AccountPatch &, const AccountPatch &) = default;
};

void read(JsonReader &reader, AccountPatch &patch);
QJsonObject toJson(const AccountPatch &patch);
QList<FieldError> validate(const AccountPatch &patch);

/// PATCH /me: what everybody may change about themselves.
struct MePatch
{
    Given<QString> email = {};
    Given<QString> displayName = {};
    Given<QString> locale = {};
    Given<QString> timeZone = {};
    Given<QDateTime> awayUntil = {}; ///< an invalid one: is there

    friend bool operator==(const MePatch &, const MePatch &) = default;
};

void read(JsonReader &reader, MePatch &patch);
QJsonObject toJson(const MePatch &patch);
QList<FieldError> validate(const MePatch &patch);

/// POST /me/password.
struct PasswordChange
{
    QString currentPassword = {};
    QString newPassword = {};

    friend bool operator==(const PasswordChange &, const PasswordChange &) = default;
};

void read(JsonReader &reader, PasswordChange &change);
QJsonObject toJson(const PasswordChange &change);
QList<FieldError> validate(const PasswordChange &change);

} // namespace Deskbell
