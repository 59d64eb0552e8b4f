// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/workflows/workflowdiff.h"

#include "common/base/jsonwriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell {

namespace {

/// A part of a definition in the form that all parts share.
struct ComparedPart
{
    QString identity;
    WorkflowChange about; ///< names it
    QJsonObject json;
};

QList<ComparedPart> statusParts(const WorkflowDefinition &definition)
{
    QList<ComparedPart> parts;
    for (const WorkflowStatus &status : definition.statuses) {
        parts.append({.identity = status.key,
                      .about
                      = {.part = WorkflowPart::Status, .status = status.key, .label = status.label},
                      .json = toJson(status)});
    }
    return parts;
}

QList<ComparedPart> transitionParts(const WorkflowDefinition &definition)
{
    QList<ComparedPart> parts;
    for (const WorkflowTransition &transition : definition.transitions) {
        parts.append({.identity = transition.from + u'>' + transition.to,
                      .about = {.part = WorkflowPart::Transition,
                                .status = transition.from,
                                .to = transition.to,
                                .label = transition.label},
                      .json = toJson(transition)});
    }
    return parts;
}

QList<ComparedPart> automaticParts(const WorkflowDefinition &definition)
{
    QList<ComparedPart> parts;
    for (const AutomaticTransition &transition : definition.automatic) {
        parts.append({.identity = transition.from + u'>' + toWire(transition.trigger),
                      .about = {.part = WorkflowPart::Automatic,
                                .status = transition.from,
                                .to = transition.to,
                                .label = triggerText(transition)},
                      .json = toJson(transition)});
    }
    return parts;
}

QList<ComparedPart> stepParts(const WorkflowDefinition &definition)
{
    QList<ComparedPart> parts;
    for (const WorkflowStep &step : definition.steps) {
        parts.append(
                {.identity = step.status,
                 .about = {.part = WorkflowPart::Step, .status = step.status, .label = step.role},
                 .json = toJson(step)});
    }
    return parts;
}

QList<WorkflowFieldChange> fieldChanges(const QJsonObject &before, const QJsonObject &after)
{
    const auto valueIn = [](const QJsonObject &object, const QString &field) {
        const QJsonValue value = object.value(field);
        return value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
    };
    QStringList fields = before.keys() + after.keys();
    fields.removeDuplicates();
    fields.sort();
    QList<WorkflowFieldChange> changes;
    for (const QString &field : std::as_const(fields)) {
        const QJsonValue old = valueIn(before, field);
        const QJsonValue now = valueIn(after, field);
        if (old != now)
            changes.append({.field = field, .before = old, .after = now});
    }
    return changes;
}

/// Takes the first part of that identity out of the list: a faulty definition may have several.
std::optional<ComparedPart> takePart(QList<ComparedPart> &parts, const QString &identity)
{
    const auto found
            = std::find_if(parts.begin(), parts.end(), [&identity](const ComparedPart &part) {
                  return part.identity == identity;
              });
    if (found == parts.end())
        return std::nullopt;
    ComparedPart part = *found;
    parts.erase(found);
    return part;
}

/// Whether what is in both comes in another order.
bool isReordered(const QList<ComparedPart> &before, const QList<ComparedPart> &after)
{
    const auto common = [](const QList<ComparedPart> &parts, const QList<ComparedPart> &others) {
        QStringList identities;
        for (const ComparedPart &part : parts) {
            const bool shared = std::any_of(
                    others.cbegin(), others.cend(),
                    [&part](const ComparedPart &other) { return other.identity == part.identity; });
            if (shared)
                identities.append(part.identity);
        }
        return identities;
    };
    const QStringList old = common(before, after);
    const QStringList now = common(after, before);
    return old.size() == now.size() && old != now;
}

void compare(const QList<ComparedPart> &before, const QList<ComparedPart> &after,
             QList<WorkflowChange> &changes)
{
    QList<ComparedPart> left = before;
    for (const ComparedPart &part : after) {
        WorkflowChange change = part.about;
        const auto old = takePart(left, part.identity);
        if (old && old->json == part.json)
            continue;
        change.kind = old ? ChangeKind::Changed : ChangeKind::Added;
        if (old)
            change.fields = fieldChanges(old->json, part.json);
        changes.append(change);
    }
    for (const ComparedPart &part : std::as_const(left)) {
        WorkflowChange change = part.about;
        change.kind = ChangeKind::Removed;
        changes.append(change);
    }
}

} // namespace

QList<WorkflowChange> diffWorkflows(const WorkflowDefinition &before,
                                    const WorkflowDefinition &after)
{
    struct Parts
    {
        QString name;
        QList<ComparedPart> before;
        QList<ComparedPart> after;
    };
    const QList<Parts> all{
            {u"statuses"_s, statusParts(before), statusParts(after)},
            {u"transitions"_s, transitionParts(before), transitionParts(after)},
            {u"automatic"_s, automaticParts(before), automaticParts(after)},
            {u"steps"_s, stepParts(before), stepParts(after)},
    };
    QList<WorkflowChange> changes;
    WorkflowChange whole{.part = WorkflowPart::Workflow, .label = after.label};
    whole.fields = fieldChanges({{u"key"_s, before.key}, {u"label"_s, before.label}},
                                {{u"key"_s, after.key}, {u"label"_s, after.label}});
    for (const Parts &parts : all) {
        if (isReordered(parts.before, parts.after))
            whole.fields.append({.field = u"order"_s, .after = parts.name});
    }
    if (!whole.fields.isEmpty())
        changes.append(whole);
    for (const Parts &parts : all)
        compare(parts.before, parts.after, changes);
    return changes;
}

void read(JsonReader &reader, WorkflowFieldChange &change)
{
    reader.text("field"_L1, change.field, Presence::Required);
    reader.value("before"_L1, change.before, Presence::RequiredNullable);
    reader.value("after"_L1, change.after, Presence::RequiredNullable);
}

QJsonObject toJson(const WorkflowFieldChange &change)
{
    return {{u"field"_s, change.field}, {u"before"_s, change.before}, {u"after"_s, change.after}};
}

void read(JsonReader &reader, WorkflowChange &change)
{
    reader.enumValue("part"_L1, change.part, Presence::Required);
    reader.enumValue("change"_L1, change.kind, Presence::Required);
    reader.text("status"_L1, change.status, Presence::Required);
    reader.text("to"_L1, change.to, Presence::Required);
    reader.text("label"_L1, change.label, Presence::Required);
    reader.children("fields"_L1, change.fields, Presence::Required);
}

QJsonObject toJson(const WorkflowChange &change)
{
    return {{u"part"_s, QString(toWire(change.part))},
            {u"change"_s, QString(toWire(change.kind))},
            {u"status"_s, change.status},
            {u"to"_s, change.to},
            {u"label"_s, change.label},
            {u"fields"_s, listToJson(change.fields)}};
}

} // namespace Deskbell
