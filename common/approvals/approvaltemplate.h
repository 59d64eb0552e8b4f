// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/accounts/personref.h"
#include "common/approvals/approvalstate.h"
#include "common/desks/deskref.h"

namespace Deskbell {

constexpr int maxApprovalSteps = 20;
constexpr int maxApproversOfStep = 50; ///< people and roles together
constexpr int maxApprovalHours = 24 * 365;

/// One step of a template: who is asked, and how many of them have to approve.
struct ApprovalStep
{
    QString name = {};
    QList<PersonRef> people = {};
    QStringList roles = {}; ///< keys; whoever holds one when the step starts is asked
    ApprovalMode mode = ApprovalMode::All;
    std::optional<int> count = {};            ///< for ApprovalMode::Count
    std::optional<int> remindAfterHours = {}; ///< business hours
    std::optional<int> expireAfterHours = {}; ///< business hours

    friend bool operator==(const ApprovalStep &, const ApprovalStep &) = default;
};

void read(JsonReader &reader, ApprovalStep &step);
QJsonObject toJson(const ApprovalStep &step);

/// The same in a request, which names people by id.
struct ApprovalStepDraft
{
    QString name = {};
    QList<AccountId> people = {};
    QStringList roles = {};
    ApprovalMode mode = ApprovalMode::All;
    std::optional<int> count = {};
    std::optional<int> remindAfterHours = {};
    std::optional<int> expireAfterHours = {};

    friend bool operator==(const ApprovalStepDraft &, const ApprovalStepDraft &) = default;
};

void read(JsonReader &reader, ApprovalStepDraft &step);
QJsonObject toJson(const ApprovalStepDraft &step);
QList<FieldError> validate(const ApprovalStepDraft &step);

/// Who has to approve requests of a desk, step after step. A process that has begun keeps the steps
/// that it began with.
struct ApprovalTemplate
{
    ApprovalTemplateId id = {};
    DeskRef desk = {};
    QString key = {}; ///< by which workflows name it ("approval:purchase"); never changes
    QString name = {};
    QString description = {};
    QList<ApprovalStep> steps = {};
    bool allowSelfApproval = false; ///< whether those who ask may be among those who approve
    int version = 1;

    friend bool operator==(const ApprovalTemplate &, const ApprovalTemplate &) = default;
};

void read(JsonReader &reader, ApprovalTemplate &value);
QJsonObject toJson(const ApprovalTemplate &value);

/// POST /approval-templates.
struct ApprovalTemplateDraft
{
    DeskId desk = {};
    QString key = {}; ///< none: made of the name
    QString name = {};
    QString description = {};
    QList<ApprovalStepDraft> steps = {};
    bool allowSelfApproval = false;

    friend bool operator==(const ApprovalTemplateDraft &, const ApprovalTemplateDraft &) = default;
};

void read(JsonReader &reader, ApprovalTemplateDraft &value);
QJsonObject toJson(const ApprovalTemplateDraft &value);
QList<FieldError> validate(const ApprovalTemplateDraft &value);

/// PATCH /approval-templates/{id}; what is not given stays.
struct ApprovalTemplatePatch
{
    Given<QString> name = {};
    Given<QString> description = {};
    Given<QList<ApprovalStepDraft>> steps = {};
    Given<bool> allowSelfApproval = {};

    friend bool operator==(const ApprovalTemplatePatch &, const ApprovalTemplatePatch &) = default;
};

void read(JsonReader &reader, ApprovalTemplatePatch &value);
QJsonObject toJson(const ApprovalTemplatePatch &value);
QList<FieldError> validate(const ApprovalTemplatePatch &value);

/// A key made of a name: "Purchase above 500 €" becomes "purchase_above_500".
QString approvalKeyOf(const QString &name);

/// The step as a request would say it.
ApprovalStepDraft draftOf(const ApprovalStep &step);

} // namespace Deskbell
