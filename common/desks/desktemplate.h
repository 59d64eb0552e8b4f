// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/access/role.h"
#include "common/approvals/approvaltemplate.h"
#include "common/desks/category.h"
#include "common/desks/desk.h"

namespace Deskbell {

/// Everything that a kind of desk begins with; the ones that ship stand for the earlier systems (E0
/// to E4) and the help desk. A part of the program (`resources/desks`).
struct DeskTemplate
{
    QString key = {};
    QString label = {};       ///< English; the app translates those that ship by key
    QString description = {}; ///< a line of explanation on its card
    QString workflow = {};    ///< the key of a preset
    AssignmentRule assignmentRule = AssignmentRule::None;
    QString assignmentRole = {};
    QList<CategoryDraft> categories = {};
    QList<RoleDraft> roles = {}; ///< made where there is none of that name
    std::optional<ApprovalTemplateDraft> approvalTemplate = {};

    friend bool operator==(const DeskTemplate &, const DeskTemplate &) = default;
};

const QList<DeskTemplate> &deskTemplates();
/// The template of that key, or null.
const DeskTemplate *deskTemplate(QStringView key);

/// What GET /desk-templates says of one, to choose by: names, not drafts.
struct DeskTemplateSummary
{
    QString key = {};
    QString label = {};
    QString description = {};
    QString workflow = {};
    QStringList categories = {};
    QStringList roles = {};

    friend bool operator==(const DeskTemplateSummary &, const DeskTemplateSummary &) = default;
};

DeskTemplateSummary summaryOf(const DeskTemplate &value);
void read(JsonReader &reader, DeskTemplateSummary &value);
QJsonObject toJson(const DeskTemplateSummary &value);

} // namespace Deskbell
