// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/jsonreader.h"
#include "common/desks/assignmentrule.h"
#include "common/desks/namedref.h"

namespace Deskbell {

/// A desk: a system of tickets with its own key, workflow, categories and teams.
struct Desk
{
    DeskId id = {};
    QString key = {}; ///< first part of its ticket numbers; never changes
    QString name = {};
    QString description = {};
    WorkflowRef workflow = {}; ///< whose newest version new tickets get
    /// What requests go through that have none of their own and whose category has none.
    std::optional<ApprovalTemplateRef> approvalTemplate = {};
    AssignmentRule assignmentRule = AssignmentRule::None;
    QString assignmentRole = {}; ///< the key of the role whose turn it is by that rule
    int version = 1;

    friend bool operator==(const Desk &, const Desk &) = default;
};

void read(JsonReader &reader, Desk &value);
QJsonObject toJson(const Desk &value);

/// POST /desks.
struct DeskDraft
{
    QString key = {};
    QString name = {};
    QString description = {};
    WorkflowId workflow = {};  ///< none: the template's, or helpdesk
    QString deskTemplate = {}; ///< `template` on the wire: what it begins with; none: nothing

    friend bool operator==(const DeskDraft &, const DeskDraft &) = default;
};

void read(JsonReader &reader, DeskDraft &value);
QJsonObject toJson(const DeskDraft &value);
QList<FieldError> validate(const DeskDraft &value);

/// PATCH /desks/{id}; what is not given stays.
struct DeskPatch
{
    Given<QString> name = {};
    Given<QString> description = {};
    Given<WorkflowId> workflow = {}; ///< none: helpdesk
    Given<ApprovalTemplateId> approvalTemplate = {};
    Given<AssignmentRule> assignmentRule = {};
    Given<QString> assignmentRole = {};

    friend bool operator==(const DeskPatch &, const DeskPatch &) = default;
};

void read(JsonReader &reader, DeskPatch &value);
QJsonObject toJson(const DeskPatch &value);
QList<FieldError> validate(const DeskPatch &value);

} // namespace Deskbell
