// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/accounts/personref.h"
#include "common/base/jsonreader.h"
#include "common/desks/assignmentrule.h"
#include "common/desks/deskref.h"

namespace Deskbell {

/// A support group of a desk.
struct Team
{
    TeamId id = {};
    DeskRef desk = {};
    QString name = {};
    QString description = {};
    QList<PersonRef> members = {};
    AssignmentRule assignmentRule = AssignmentRule::None; ///< to which of them its tickets go
    int version = 1;

    friend bool operator==(const Team &, const Team &) = default;
};

void read(JsonReader &reader, Team &value);
QJsonObject toJson(const Team &value);

/// POST /teams.
struct TeamDraft
{
    DeskId desk = {};
    QString name = {};
    QString description = {};
    QList<AccountId> members = {};
    AssignmentRule assignmentRule = AssignmentRule::None;

    friend bool operator==(const TeamDraft &, const TeamDraft &) = default;
};

void read(JsonReader &reader, TeamDraft &value);
QJsonObject toJson(const TeamDraft &value);
QList<FieldError> validate(const TeamDraft &value);

/// PATCH /teams/{id}; what is not given stays.
struct TeamPatch
{
    Given<QString> name = {};
    Given<QString> description = {};
    Given<QList<AccountId>> members = {};
    Given<AssignmentRule> assignmentRule = {};

    friend bool operator==(const TeamPatch &, const TeamPatch &) = default;
};

void read(JsonReader &reader, TeamPatch &value);
QJsonObject toJson(const TeamPatch &value);
QList<FieldError> validate(const TeamPatch &value);

} // namespace Deskbell
