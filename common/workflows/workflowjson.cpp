// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/jsonwriter.h"
#include "common/workflows/workflowdefinition.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

namespace {

constexpr int maxWithinDays = 3650;
constexpr int maxBusinessHours = 10000;

/// The takers that are not permissions.
struct TakerName
{
    TakerKind kind;
    QLatin1StringView name;
};
constexpr TakerName takerNames[] = {
        {TakerKind::Staff, "staff"_L1},       {TakerKind::Requester, "requester"_L1},
        {TakerKind::Assignee, "assignee"_L1}, {TakerKind::Creator, "creator"_L1},
        {TakerKind::Approver, "approver"_L1},
};

std::optional<Taker> takerFromText(const QString &text)
{
    for (const TakerName &row : takerNames) {
        if (text == row.name)
            return Taker{.kind = row.kind};
    }
    if (const auto permission = fromWire<Permission>(text))
        return Taker{.kind = TakerKind::Permission, .permission = permission};
    return std::nullopt;
}

QString toText(const Taker &taker)
{
    for (const TakerName &row : takerNames) {
        if (taker.kind == row.kind)
            return row.name;
    }
    return toWire(taker.permission.value());
}

/// The long form of a taker.
struct TakerObject
{
    QString who;
    int withinDays = 0;
};

void read(JsonReader &reader, TakerObject &object)
{
    reader.text("who"_L1, object.who, Presence::Required);
    reader.integer("withinDays"_L1, object.withinDays, Presence::Required, 1, maxWithinDays);
}

std::optional<Taker> takerFromJson(const QJsonValue &value, Unknown unknown)
{
    if (value.isString())
        return takerFromText(value.toString());
    const auto object = fromJson<TakerObject>(value.toObject(), unknown);
    if (!object)
        return std::nullopt;
    auto taker = takerFromText(object->who);
    if (taker)
        taker->withinDays = object->withinDays;
    return taker;
}

QJsonValue toJson(const Taker &taker)
{
    if (taker.withinDays == 0)
        return toText(taker);
    return QJsonObject{{u"who"_s, toText(taker)}, {u"withinDays"_s, taker.withinDays}};
}

void readTakers(JsonReader &reader, QList<Taker> &takers)
{
    QJsonArray list;
    reader.array("allowed"_L1, list, Presence::Optional);
    for (const QJsonValue &value : std::as_const(list)) {
        if (const auto taker = takerFromJson(value, reader.unknown()))
            takers.append(*taker);
        else
            reader.fault("allowed"_L1, "unknown_value");
    }
}

} // namespace

void read(JsonReader &reader, WorkflowStatus &status)
{
    reader.text("key"_L1, status.key, Presence::Required);
    reader.cleanedText("label"_L1, status.label, Presence::Required);
    reader.enumValue("category"_L1, status.category, Presence::Required);
    reader.flag("initial"_L1, status.initial, Presence::Optional);
    reader.flag("final"_L1, status.final, Presence::Optional);
}

QJsonObject toJson(const WorkflowStatus &status)
{
    QJsonObject object{{u"key"_s, status.key},
                       {u"label"_s, status.label},
                       {u"category"_s, QString(toWire(status.category))}};
    if (status.initial)
        object[u"initial"_s] = true;
    if (status.final)
        object[u"final"_s] = true;
    return object;
}

void read(JsonReader &reader, Effect &effect)
{
    reader.enumValue("do"_L1, effect.kind, Presence::Required);
    reader.text("target"_L1, effect.target, Presence::Optional);
    reader.text("value"_L1, effect.value, Presence::Optional);
}

QJsonObject toJson(const Effect &effect)
{
    QJsonObject object{{u"do"_s, QString(toWire(effect.kind))}};
    if (!effect.target.isEmpty())
        object[u"target"_s] = effect.target;
    if (!effect.value.isEmpty())
        object[u"value"_s] = effect.value;
    return object;
}

void read(JsonReader &reader, WorkflowTransition &transition)
{
    reader.text("from"_L1, transition.from, Presence::Required);
    reader.text("to"_L1, transition.to, Presence::Required);
    reader.cleanedText("label"_L1, transition.label, Presence::Required);
    readTakers(reader, transition.allowed);
    readRequirements(reader, transition.requirements, Presence::Optional);
    reader.children("effects"_L1, transition.effects, Presence::Optional);
}

QJsonObject toJson(const WorkflowTransition &transition)
{
    QJsonObject object{
            {u"from"_s, transition.from}, {u"to"_s, transition.to}, {u"label"_s, transition.label}};
    QJsonArray allowed;
    for (const Taker &taker : transition.allowed)
        allowed.append(toJson(taker));
    if (!allowed.isEmpty())
        object[u"allowed"_s] = allowed;
    if (!transition.requirements.isEmpty())
        object[u"requires"_s] = toJson(transition.requirements);
    if (!transition.effects.isEmpty())
        object[u"effects"_s] = listToJson(transition.effects);
    return object;
}

namespace {

void readTrigger(JsonReader &reader, AutomaticTransition &transition)
{
    QString text;
    reader.text("trigger"_L1, text, Presence::Required);
    if (!reader.isSound("trigger"_L1))
        return;
    const auto trigger = fromWire<Trigger>(text.section(u':', 0, 0));
    const bool timed = text.contains(u':');
    if (!trigger || timed != (trigger == Trigger::After))
        return reader.fault("trigger"_L1, "unknown_value", {{u"allowed"_s, wireNames<Trigger>()}});
    transition.trigger = *trigger;
    if (!timed)
        return;
    bool isNumber = false;
    transition.businessHours = text.section(u':', 1).toInt(&isNumber);
    if (!isNumber || transition.businessHours < 1 || transition.businessHours > maxBusinessHours)
        reader.fault("trigger"_L1, "out_of_range", {{u"min"_s, 1}, {u"max"_s, maxBusinessHours}});
}

} // namespace

void read(JsonReader &reader, AutomaticTransition &transition)
{
    readTrigger(reader, transition);
    reader.text("from"_L1, transition.from, Presence::Required);
    reader.text("to"_L1, transition.to, Presence::Required);
    reader.integer("warningHours"_L1, transition.warningHours, Presence::Optional, 0,
                   maxBusinessHours);
}

QJsonObject toJson(const AutomaticTransition &transition)
{
    QJsonObject object{{u"trigger"_s, triggerText(transition)},
                       {u"from"_s, transition.from},
                       {u"to"_s, transition.to}};
    if (transition.warningHours != AutomaticTransition().warningHours)
        object[u"warningHours"_s] = transition.warningHours;
    return object;
}

void read(JsonReader &reader, WorkflowStep &step)
{
    reader.text("status"_L1, step.status, Presence::Required);
    reader.text("role"_L1, step.role, Presence::Required);
    reader.cleanedText("instructions"_L1, step.instructions, Presence::Optional);
    reader.integer("weight"_L1, step.weight, Presence::Optional, 1, 1000);
    reader.text("escalationRole"_L1, step.escalationRole, Presence::Optional);
}

QJsonObject toJson(const WorkflowStep &step)
{
    return {{u"status"_s, step.status},
            {u"role"_s, step.role},
            {u"instructions"_s, step.instructions},
            {u"weight"_s, step.weight},
            {u"escalationRole"_s, step.escalationRole}};
}

QString toText(const Requirement &requirement)
{
    const QString kind = toWire(requirement.kind);
    return requirement.kind == RequirementKind::Approval
                   ? kind + u':' + requirement.approvalTemplate
                   : kind;
}

std::optional<Requirement> requirementFromText(QStringView text)
{
    const qsizetype colon = text.indexOf(u':');
    const auto kind = fromWire<RequirementKind>(colon < 0 ? text : text.first(colon));
    const QStringView approvalTemplate = colon < 0 ? QStringView() : text.sliced(colon + 1);
    if (!kind || approvalTemplate.isEmpty() == (kind == RequirementKind::Approval)
        || (kind != RequirementKind::Approval && colon >= 0))
        return std::nullopt;
    return Requirement{.kind = *kind, .approvalTemplate = approvalTemplate.toString()};
}

void readRequirements(JsonReader &reader, QList<Requirement> &requirements, Presence presence)
{
    QStringList texts;
    reader.texts("requires"_L1, texts, presence);
    for (const QString &text : std::as_const(texts)) {
        const auto requirement = requirementFromText(text);
        if (!requirement)
            reader.fault("requires"_L1, "unknown_value",
                         {{u"allowed"_s, wireNames<RequirementKind>()}});
        else if (requirements.contains(*requirement))
            reader.fault("requires"_L1, "not_unique");
        else
            requirements.append(*requirement);
    }
}

QJsonArray toJson(const QList<Requirement> &requirements)
{
    QJsonArray array;
    for (const Requirement &requirement : requirements)
        array.append(toText(requirement));
    return array;
}

QString triggerText(const AutomaticTransition &transition)
{
    const QString name = toWire(transition.trigger);
    return transition.trigger == Trigger::After
                   ? name + u':' + QString::number(transition.businessHours)
                   : name;
}

void read(JsonReader &reader, WorkflowDefinition &definition)
{
    reader.text("key"_L1, definition.key, Presence::Required);
    reader.cleanedText("label"_L1, definition.label, Presence::Required);
    reader.children("statuses"_L1, definition.statuses, Presence::Required);
    reader.children("transitions"_L1, definition.transitions, Presence::Required);
    reader.children("automatic"_L1, definition.automatic, Presence::Optional);
    reader.children("steps"_L1, definition.steps, Presence::Optional);
}

QJsonObject toJson(const WorkflowDefinition &definition)
{
    QJsonObject object{{u"key"_s, definition.key},
                       {u"label"_s, definition.label},
                       {u"statuses"_s, listToJson(definition.statuses)},
                       {u"transitions"_s, listToJson(definition.transitions)}};
    if (!definition.automatic.isEmpty())
        object[u"automatic"_s] = listToJson(definition.automatic);
    if (!definition.steps.isEmpty())
        object[u"steps"_s] = listToJson(definition.steps);
    return object;
}

} // namespace Deskbell
