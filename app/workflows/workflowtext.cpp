// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/workflowtext.h"

#include "app/access/permissiontext.h"
#include "app/tickets/tickettext.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Deskbell::App::WorkflowText {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(WorkflowText)
};

/// The name of a member of the definition, for people.
QString fieldName(const QString &field)
{
    struct FieldWord
    {
        const char *field;
        const char *word;
    };
    static constexpr FieldWord words[] = {
            {"label", QT_TRANSLATE_NOOP("WorkflowText", "name")},
            {"key", QT_TRANSLATE_NOOP("WorkflowText", "key")},
            {"category", QT_TRANSLATE_NOOP("WorkflowText", "kind")},
            {"initial", QT_TRANSLATE_NOOP("WorkflowText", "start")},
            {"final", QT_TRANSLATE_NOOP("WorkflowText", "end")},
            {"allowed", QT_TRANSLATE_NOOP("WorkflowText", "who may")},
            {"requires", QT_TRANSLATE_NOOP("WorkflowText", "requires")},
            {"effects", QT_TRANSLATE_NOOP("WorkflowText", "effects")},
            {"trigger", QT_TRANSLATE_NOOP("WorkflowText", "when")},
            {"warningHours", QT_TRANSLATE_NOOP("WorkflowText", "hours of warning")},
            {"to", QT_TRANSLATE_NOOP("WorkflowText", "leads to")},
            {"order", QT_TRANSLATE_NOOP("WorkflowText", "order")},
            {"role", QT_TRANSLATE_NOOP("WorkflowText", "role")},
            {"instructions", QT_TRANSLATE_NOOP("WorkflowText", "instructions")},
            {"weight", QT_TRANSLATE_NOOP("WorkflowText", "weight")},
            {"escalationRole", QT_TRANSLATE_NOOP("WorkflowText", "escalation")},
    };
    for (const FieldWord &row : words) {
        if (field == QLatin1StringView(row.field))
            return Words::tr(row.word);
    }
    return field;
}

/// A value as a definition has it, short.
QString valueText(const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return u"–"_s;
    if (value.isBool())
        return value.toBool() ? Words::tr("yes") : Words::tr("no");
    if (value.isString())
        return value.toString().isEmpty() ? u"–"_s : u"“%1”"_s.arg(value.toString());
    if (value.isDouble())
        return QString::number(value.toInt());
    if (value.isArray()) {
        QStringList words;
        for (const QJsonValue &one : value.toArray())
            words.append(valueText(one));
        return words.isEmpty() ? u"–"_s : words.join(u", "_s);
    }
    QStringList words;
    const QJsonObject object = value.toObject();
    for (const QJsonValue &member : object)
        words.append(member.isString() ? member.toString() : valueText(member));
    return words.join(u' ');
}

QString subject(const WorkflowChange &change, const WorkflowDefinition &before,
                const WorkflowDefinition &after)
{
    const WorkflowDefinition &knows = change.kind == ChangeKind::Removed ? before : after;
    const QString from = status(knows, change.status);
    switch (change.part) {
    case WorkflowPart::Workflow: return Words::tr("The workflow");
    case WorkflowPart::Status: return Words::tr("Status %1").arg(from);
    case WorkflowPart::Transition:
        return Words::tr("Transition %1 → %2").arg(from, status(knows, change.to));
    case WorkflowPart::Automatic:
        return Words::tr("Automatic transition %1 → %2").arg(from, status(knows, change.to));
    case WorkflowPart::Step: return Words::tr("Step of %1").arg(from);
    }
    Q_UNREACHABLE();
}

} // namespace

QString status(const WorkflowDefinition &definition, const QString &key)
{
    const WorkflowStatus *found = definition.status(key);
    return TicketText::status(key, found ? found->label : QString());
}

QString taker(const Taker &taker)
{
    const QString who = [&taker] {
        switch (taker.kind) {
        case TakerKind::Staff: return Words::tr("Staff");
        case TakerKind::Requester: return Words::tr("Requester");
        case TakerKind::Assignee: return Words::tr("Assignee");
        case TakerKind::Creator: return Words::tr("Creator");
        case TakerKind::Approver: return Words::tr("Approver");
        case TakerKind::Permission: return PermissionText::description(taker.permission.value());
        }
        Q_UNREACHABLE();
    }();
    if (taker.withinDays == 0)
        return who;
    return Words::tr("%1 within %n day(s)", nullptr, taker.withinDays).arg(who);
}

QString takers(const QList<Taker> &takers)
{
    if (takers.isEmpty())
        return Words::tr("Staff");
    QStringList words;
    for (const Taker &one : takers)
        words.append(taker(one));
    return words.join(u", "_s);
}

QString requirement(const Requirement &requirement)
{
    switch (requirement.kind) {
    case RequirementKind::Reason: return Words::tr("Reason");
    case RequirementKind::Comment: return Words::tr("Comment");
    case RequirementKind::Assignee: return Words::tr("Somebody assigned");
    case RequirementKind::Solution: return Words::tr("Solution");
    case RequirementKind::Approval:
        return requirement.approvalTemplate.isEmpty()
                       ? Words::tr("Approval")
                       : Words::tr("Approval %1").arg(requirement.approvalTemplate);
    }
    Q_UNREACHABLE();
}

QString triggerKind(Trigger trigger)
{
    switch (trigger) {
    case Trigger::StaffOpened: return Words::tr("Staff opens it");
    case Trigger::StaffReplied: return Words::tr("Staff replies");
    case Trigger::RequesterReplied: return Words::tr("The requester replies");
    case Trigger::ApprovalGranted: return Words::tr("It is approved");
    case Trigger::ApprovalRejected: return Words::tr("Approval is refused");
    case Trigger::After: return Words::tr("Time has passed");
    }
    Q_UNREACHABLE();
}

QString trigger(const AutomaticTransition &transition)
{
    if (transition.trigger != Trigger::After)
        return triggerKind(transition.trigger);
    return Words::tr("After %n business hour(s)", nullptr, transition.businessHours);
}

QString effectKind(EffectKind kind)
{
    switch (kind) {
    case EffectKind::Assign: return Words::tr("Assign by");
    case EffectKind::Notify: return Words::tr("Notify");
    case EffectKind::SetField: return Words::tr("Set field");
    case EffectKind::StartApproval: return Words::tr("Start approval");
    case EffectKind::CancelApproval: return Words::tr("Cancel approval");
    }
    Q_UNREACHABLE();
}

QString arrowLabel(const WorkflowTransition &transition)
{
    QString text = takers(transition.allowed);
    QStringList needed;
    for (const Requirement &one : transition.requirements)
        needed.append(requirement(one));
    if (!needed.isEmpty())
        text += u" · "_s + needed.join(u", "_s);
    return text;
}

QString element(const WorkflowDefinition &definition, const WorkflowElement &element)
{
    WorkflowChange named{.part = WorkflowPart::Workflow};
    switch (element.kind) {
    case ElementKind::None: break;
    case ElementKind::Status:
        named = {.part = WorkflowPart::Status, .status = definition.statuses[element.index].key};
        break;
    case ElementKind::Transition:
        named = {.part = WorkflowPart::Transition,
                 .status = definition.transitions[element.index].from,
                 .to = definition.transitions[element.index].to};
        break;
    case ElementKind::Automatic:
        named = {.part = WorkflowPart::Automatic,
                 .status = definition.automatic[element.index].from,
                 .to = definition.automatic[element.index].to};
        break;
    }
    return subject(named, definition, definition);
}

QString change(const WorkflowChange &change, const WorkflowDefinition &before,
               const WorkflowDefinition &after)
{
    const QString what = subject(change, before, after);
    if (change.kind == ChangeKind::Added)
        return Words::tr("%1 is new").arg(what);
    if (change.kind == ChangeKind::Removed)
        return Words::tr("%1 is removed").arg(what);
    QStringList fields;
    for (const WorkflowFieldChange &field : change.fields) {
        fields.append(field.field == "order"_L1
                              ? fieldName(field.field)
                              : Words::tr("%1 %2 → %3")
                                        .arg(fieldName(field.field), valueText(field.before),
                                             valueText(field.after)));
    }
    return Words::tr("%1: %2").arg(what, fields.join(u"; "_s));
}

QString stranding(Stranding stranding)
{
    switch (stranding) {
    case Stranding::None: return {};
    case Stranding::UnknownStatus: return Words::tr("The status is gone");
    case Stranding::DeadEnd: return Words::tr("Nobody could take it on from there");
    }
    Q_UNREACHABLE();
}

} // namespace Deskbell::App::WorkflowText
