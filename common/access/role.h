// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/access/grants.h"

namespace Deskbell {

/// A named set of permissions, as GET /roles shows it.
struct Role
{
    RoleId id = {};
    QString key = {};
    QString name = {};
    QString description = {};
    bool builtIn = false; ///< can be neither changed nor removed
    PermissionSet permissions = {};
    int version = 1;

    friend bool operator==(const Role &, const Role &) = default;
};

void read(JsonReader &reader, Role &role);
QJsonObject toJson(const Role &role);

/// POST /roles.
struct RoleDraft
{
    QString name = {};
    QString description = {};
    PermissionSet permissions = {};

    friend bool operator==(const RoleDraft &, const RoleDraft &) = default;
};

void read(JsonReader &reader, RoleDraft &draft);
QJsonObject toJson(const RoleDraft &draft);
QList<FieldError> validate(const RoleDraft &draft);

/// A key made of a name, in plain letters: "Ticket coordinator" becomes "ticket_coordinator".
QString roleKeyOf(const QString &name);

/// PATCH /roles/{id}; what is not given stays.
struct RolePatch
{
    Given<QString> name = {};
    Given<QString> description = {};
    Given<PermissionSet> permissions = {};

    friend bool operator==(const RolePatch &, const RolePatch &) = default;
};

void read(JsonReader &reader, RolePatch &patch);
QJsonObject toJson(const RolePatch &patch);
QList<FieldError> validate(const RolePatch &patch);

} // namespace Deskbell
