// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/approvals/approvaltemplate.h"

#include "common/base/jsonwriter.h"
#include "common/desks/deskrules.h"
#include "common/tickets/ticketrules.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Deskbell {

namespace {

constexpr TextRule stepNameRule{.min = 1, .max = 100, .form = TextForm::Name};

QJsonValue numberToJson(const std::optional<int> &number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

/// What steps and their drafts have in common: everything but the people.
template <class Step>
void readStep(JsonReader &reader, Step &step, Presence presence, Presence nullable)
{
    reader.cleanedText("name"_L1, step.name, Presence::Required);
    reader.texts("roles"_L1, step.roles, presence);
    reader.enumValue("mode"_L1, step.mode, presence);
    reader.integer("count"_L1, step.count, nullable, 1, maxApproversOfStep);
    reader.integer("remindAfterHours"_L1, step.remindAfterHours, nullable, 1, maxApprovalHours);
    reader.integer("expireAfterHours"_L1, step.expireAfterHours, nullable, 1, maxApprovalHours);
}

template <class Step>
QJsonObject stepToJson(const Step &step, const QJsonArray &people)
{
    return {{u"name"_s, step.name},
            {u"people"_s, people},
            {u"roles"_s, QJsonArray::fromStringList(step.roles)},
            {u"mode"_s, QString(toWire(step.mode))},
            {u"count"_s, numberToJson(step.count)},
            {u"remindAfterHours"_s, numberToJson(step.remindAfterHours)},
            {u"expireAfterHours"_s, numberToJson(step.expireAfterHours)}};
}

void checkApprovers(const QString &path, const ApprovalStepDraft &step, QList<FieldError> &faults)
{
    const qsizetype approvers = step.people.size() + step.roles.size();
    if (approvers == 0)
        faults.append({.field = path + u"people"_s, .key = "required"});
    else if (approvers > maxApproversOfStep)
        faults.append({.field = path + u"people"_s,
                       .key = "too_many",
                       .params = {{u"max"_s, maxApproversOfStep}}});
    if (QSet<QString>(step.roles.begin(), step.roles.end()).size() != step.roles.size())
        faults.append({.field = path + u"roles"_s, .key = "not_unique"});
    if (step.roles.contains(QString()))
        faults.append({.field = path + u"roles"_s, .key = "required"});
}

/// How many must fit those who are asked; how many hold a role is known only later.
void checkCount(const QString &path, const ApprovalStepDraft &step, QList<FieldError> &faults)
{
    const QString field = path + u"count"_s;
    if (step.mode != ApprovalMode::Count) {
        if (step.count)
            faults.append({.field = field, .key = "invalid"});
        return;
    }
    if (!step.count)
        faults.append({.field = field, .key = "required"});
    else if (step.roles.isEmpty() && *step.count > step.people.size())
        faults.append({.field = field,
                       .key = "out_of_range",
                       .params = {{u"min"_s, 1}, {u"max"_s, step.people.size()}}});
}

void checkStep(const QString &path, const ApprovalStepDraft &step, QList<FieldError> &faults)
{
    checkText(path + u"name"_s, step.name, stepNameRule, faults);
    checkApprovers(path, step, faults);
    checkCount(path, step, faults);
    if (step.remindAfterHours && step.expireAfterHours
        && *step.expireAfterHours <= *step.remindAfterHours) {
        faults.append(
                {.field = path + u"expireAfterHours"_s,
                 .key = "out_of_range",
                 .params = {{u"min"_s, *step.remindAfterHours + 1}, {u"max"_s, maxApprovalHours}}});
    }
}

void checkSteps(const QList<ApprovalStepDraft> &steps, QList<FieldError> &faults)
{
    if (steps.isEmpty())
        faults.append({.field = u"steps"_s, .key = "required"});
    if (steps.size() > maxApprovalSteps) {
        faults.append(
                {.field = u"steps"_s, .key = "too_many", .params = {{u"max"_s, maxApprovalSteps}}});
        return;
    }
    for (qsizetype i = 0; i < steps.size(); ++i)
        checkStep(u"steps[%1]."_s.arg(i), steps[i], faults);
}

} // namespace

void read(JsonReader &reader, ApprovalStep &step)
{
    readStep(reader, step, Presence::Required, Presence::RequiredNullable);
    reader.children("people"_L1, step.people, Presence::Required);
}

QJsonObject toJson(const ApprovalStep &step)
{
    return stepToJson(step, listToJson(step.people));
}

void read(JsonReader &reader, ApprovalStepDraft &step)
{
    readStep(reader, step, Presence::Optional, Presence::Nullable);
    reader.ids("people"_L1, step.people, Presence::Optional);
}

QJsonObject toJson(const ApprovalStepDraft &step)
{
    return stepToJson(step, idsToJson(step.people));
}

QList<FieldError> validate(const ApprovalStepDraft &step)
{
    QList<FieldError> faults;
    checkStep({}, step, faults);
    return faults;
}

void read(JsonReader &reader, ApprovalTemplate &value)
{
    reader.id("id"_L1, value.id, Presence::Required);
    reader.child("desk"_L1, value.desk, Presence::Required);
    reader.text("key"_L1, value.key, Presence::Required);
    reader.text("name"_L1, value.name, Presence::Required);
    reader.text("description"_L1, value.description, Presence::Required);
    reader.children("steps"_L1, value.steps, Presence::Required);
    reader.flag("allowSelfApproval"_L1, value.allowSelfApproval, Presence::Required);
    reader.integer("version"_L1, value.version, Presence::Required, 1);
}

QJsonObject toJson(const ApprovalTemplate &value)
{
    return {{u"id"_s, value.id.value()},
            {u"desk"_s, toJson(value.desk)},
            {u"key"_s, value.key},
            {u"name"_s, value.name},
            {u"description"_s, value.description},
            {u"steps"_s, listToJson(value.steps)},
            {u"allowSelfApproval"_s, value.allowSelfApproval},
            {u"version"_s, value.version}};
}

void read(JsonReader &reader, ApprovalTemplateDraft &value)
{
    reader.id("desk"_L1, value.desk, Presence::Required);
    reader.cleanedText("key"_L1, value.key, Presence::Nullable);
    reader.cleanedText("name"_L1, value.name, Presence::Required);
    reader.cleanedText("description"_L1, value.description, Presence::Nullable);
    reader.children("steps"_L1, value.steps, Presence::Required);
    reader.flag("allowSelfApproval"_L1, value.allowSelfApproval, Presence::Optional);
}

QJsonObject toJson(const ApprovalTemplateDraft &value)
{
    return {{u"desk"_s, value.desk.value()},
            {u"key"_s, textToJson(value.key)},
            {u"name"_s, value.name},
            {u"description"_s, value.description},
            {u"steps"_s, listToJson(value.steps)},
            {u"allowSelfApproval"_s, value.allowSelfApproval}};
}

QList<FieldError> validate(const ApprovalTemplateDraft &value)
{
    static const QRegularExpression keyForm(uR"(\A[a-z0-9_]{1,64}\z)"_s);
    QList<FieldError> faults;
    checkName(value.name, faults);
    checkShortDescription(value.description, faults);
    if (!value.key.isEmpty() && !keyForm.match(value.key).hasMatch())
        faults.append({.field = u"key"_s, .key = "invalid"});
    checkSteps(value.steps, faults);
    return faults;
}

void read(JsonReader &reader, ApprovalTemplatePatch &value)
{
    reader.cleanedText("name"_L1, value.name, Presence::Optional);
    reader.cleanedText("description"_L1, value.description, Presence::Nullable);
    QList<ApprovalStepDraft> steps;
    reader.children("steps"_L1, steps, Presence::Optional);
    if (reader.has("steps"_L1) && reader.isSound("steps"_L1))
        value.steps = steps;
    reader.flag("allowSelfApproval"_L1, value.allowSelfApproval, Presence::Optional);
}

QJsonObject toJson(const ApprovalTemplatePatch &value)
{
    QJsonObject object;
    if (value.name)
        object[u"name"_s] = *value.name;
    if (value.description)
        object[u"description"_s] = *value.description;
    if (value.steps)
        object[u"steps"_s] = listToJson(*value.steps);
    if (value.allowSelfApproval)
        object[u"allowSelfApproval"_s] = *value.allowSelfApproval;
    return object;
}

QList<FieldError> validate(const ApprovalTemplatePatch &value)
{
    QList<FieldError> faults;
    if (value.name)
        checkName(*value.name, faults);
    if (value.description)
        checkShortDescription(*value.description, faults);
    if (value.steps)
        checkSteps(*value.steps, faults);
    return faults;
}

QString approvalKeyOf(const QString &name)
{
    static const QRegularExpression others(u"[^a-z0-9]+"_s);
    static const QRegularExpression edges(u"^_+|_+$"_s);
    QString key = name.toLower().replace(others, u"_"_s).remove(edges).left(64);
    return key.isEmpty() ? u"approval"_s : key;
}

ApprovalStepDraft draftOf(const ApprovalStep &step)
{
    ApprovalStepDraft draft{.name = step.name,
                            .roles = step.roles,
                            .mode = step.mode,
                            .count = step.count,
                            .remindAfterHours = step.remindAfterHours,
                            .expireAfterHours = step.expireAfterHours};
    for (const PersonRef &person : step.people)
        draft.people.append(person.id);
    return draft;
}

} // namespace Deskbell
