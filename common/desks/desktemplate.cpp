// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/desks/desktemplate.h"

#include "common/base/jsonwriter.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell {

/// As the files of resources/desks say it.
void read(JsonReader &reader, DeskTemplate &value);

namespace {

/// What a draft of a template cannot say: it belongs to the desk that is made of it.
struct TemplateCategory
{
    QString name = {};
    QString description = {};
};

void read(JsonReader &reader, TemplateCategory &value)
{
    reader.text("name"_L1, value.name, Presence::Required);
    reader.text("description"_L1, value.description, Presence::Optional);
}

struct TemplateApproval
{
    QString key = {};
    QString name = {};
    QList<ApprovalStepDraft> steps = {};
};

void read(JsonReader &reader, TemplateApproval &value)
{
    reader.text("key"_L1, value.key, Presence::Required);
    reader.text("name"_L1, value.name, Presence::Required);
    reader.children("steps"_L1, value.steps, Presence::Required);
}

/// They are a part of the program and tested; one that cannot be read is a broken build.
DeskTemplate loadTemplate(QLatin1StringView key)
{
    QFile file(u":/deskbell/desks/%1.json"_s.arg(key));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The desk template %s is missing from the program.", key.data());
    const auto value = fromJsonBytes<DeskTemplate>(file.readAll());
    if (!value)
        qFatal("The desk template %s is not valid.", key.data());
    return *value;
}

} // namespace

void read(JsonReader &reader, DeskTemplate &value)
{
    reader.text("key"_L1, value.key, Presence::Required);
    reader.text("label"_L1, value.label, Presence::Required);
    reader.text("description"_L1, value.description, Presence::Required);
    reader.text("workflow"_L1, value.workflow, Presence::Required);
    reader.enumValue("assignmentRule"_L1, value.assignmentRule, Presence::Optional);
    reader.text("assignmentRole"_L1, value.assignmentRole, Presence::Optional);
    reader.children("roles"_L1, value.roles, Presence::Optional);
    QList<TemplateCategory> categories;
    reader.children("categories"_L1, categories, Presence::Required);
    for (const TemplateCategory &category : std::as_const(categories)) {
        value.categories.append({.name = category.name,
                                 .description = category.description,
                                 .position = int(value.categories.size()) + 1});
    }
    std::optional<TemplateApproval> approval;
    reader.child("approvalTemplate"_L1, approval, Presence::Optional);
    if (approval) {
        value.approvalTemplate = ApprovalTemplateDraft{
                .key = approval->key, .name = approval->name, .steps = approval->steps};
    }
}

const QList<DeskTemplate> &deskTemplates()
{
    static const QList<DeskTemplate> templates{
            loadTemplate("helpdesk"_L1), loadTemplate("support"_L1), loadTemplate("approval"_L1),
            loadTemplate("steps"_L1),    loadTemplate("simple"_L1),  loadTemplate("basic"_L1)};
    return templates;
}

const DeskTemplate *deskTemplate(QStringView key)
{
    const QList<DeskTemplate> &templates = deskTemplates();
    const auto found = std::find_if(templates.cbegin(), templates.cend(),
                                    [key](const DeskTemplate &value) { return value.key == key; });
    return found == templates.cend() ? nullptr : &*found;
}

DeskTemplateSummary summaryOf(const DeskTemplate &value)
{
    DeskTemplateSummary summary{.key = value.key,
                                .label = value.label,
                                .description = value.description,
                                .workflow = value.workflow};
    for (const CategoryDraft &category : value.categories)
        summary.categories.append(category.name);
    for (const RoleDraft &role : value.roles)
        summary.roles.append(role.name);
    return summary;
}

void read(JsonReader &reader, DeskTemplateSummary &value)
{
    reader.text("key"_L1, value.key, Presence::Required);
    reader.text("label"_L1, value.label, Presence::Required);
    reader.text("description"_L1, value.description, Presence::Required);
    reader.text("workflow"_L1, value.workflow, Presence::Required);
    reader.texts("categories"_L1, value.categories, Presence::Required);
    reader.texts("roles"_L1, value.roles, Presence::Required);
}

QJsonObject toJson(const DeskTemplateSummary &value)
{
    return {{u"key"_s, value.key},
            {u"label"_s, value.label},
            {u"description"_s, value.description},
            {u"workflow"_s, value.workflow},
            {u"categories"_s, QJsonArray::fromStringList(value.categories)},
            {u"roles"_s, QJsonArray::fromStringList(value.roles)}};
}

} // namespace Deskbell
