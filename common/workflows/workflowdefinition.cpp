// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/workflows/workflowdefinition.h"

#include "common/access/builtinroles.h"
#include "common/base/text.h"
#include "common/tickets/priority.h"
#include "common/tickets/visibility.h"

#include <QMultiHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell {

const WorkflowStatus *WorkflowDefinition::status(QStringView statusKey) const
{
    const auto found
            = std::find_if(statuses.cbegin(), statuses.cend(),
                           [statusKey](const WorkflowStatus &s) { return s.key == statusKey; });
    return found == statuses.cend() ? nullptr : &*found;
}

const WorkflowTransition *WorkflowDefinition::transition(QStringView from, QStringView to) const
{
    const auto found = std::find_if(
            transitions.cbegin(), transitions.cend(),
            [from, to](const WorkflowTransition &t) { return t.from == from && t.to == to; });
    return found == transitions.cend() ? nullptr : &*found;
}

const WorkflowStep *WorkflowDefinition::step(QStringView statusKey) const
{
    const auto found
            = std::find_if(steps.cbegin(), steps.cend(), [statusKey](const WorkflowStep &step) {
                  return step.status == statusKey;
              });
    return found == steps.cend() ? nullptr : &*found;
}

const WorkflowStatus &WorkflowDefinition::initialStatus() const
{
    const auto found = std::find_if(statuses.cbegin(), statuses.cend(),
                                    [](const WorkflowStatus &s) { return s.initial; });
    Q_ASSERT(found != statuses.cend());
    return *found;
}

namespace {

constexpr int maxStatuses = 50;
constexpr int maxTransitions = 1000;
constexpr TextRule keyRule{.min = 1, .max = 64};
constexpr TextRule labelRule{.min = 1, .max = 100, .form = TextForm::Name};

/// Collects the faults of one definition.
class Check
{
public:
    Check(const WorkflowDefinition &definition, const QStringList &roles)
        : m_definition(definition)
        , m_roles(roles)
    {}

    QList<FieldError> run()
    {
        key(u"key"_s, m_definition.key);
        text(u"label"_s, m_definition.label, labelRule);
        if (!tooMany(u"statuses"_s, m_definition.statuses.size(), maxStatuses)
            && !tooMany(u"transitions"_s, m_definition.transitions.size(), maxTransitions)
            && !tooMany(u"automatic"_s, m_definition.automatic.size(), maxTransitions)
            && !tooMany(u"steps"_s, m_definition.steps.size(), maxStatuses)) {
            statuses();
            transitions();
            automatic();
            steps();
            ways();
        }
        return m_faults;
    }

private:
    void add(const QString &field, const QByteArray &faultKey, const QJsonObject &params = {})
    {
        m_faults.append({.field = field, .key = faultKey, .params = params});
    }

    void text(const QString &field, const QString &value, const TextRule &rule)
    {
        if (const auto fault = textFault(field, value, rule))
            m_faults.append(*fault);
    }

    void key(const QString &field, const QString &value)
    {
        static const QRegularExpression form(uR"(\A[a-z][a-z0-9_]*\z)"_s);
        if (const auto fault = textFault(field, value, keyRule))
            m_faults.append(*fault);
        else if (!form.match(value).hasMatch())
            add(field, "invalid");
    }

    bool tooMany(const QString &field, qsizetype count, int max)
    {
        if (count > max)
            add(field, "too_long", {{u"max"_s, max}});
        return count > max;
    }

    void statuses()
    {
        qsizetype initials = 0;
        for (qsizetype i = 0; i < m_definition.statuses.size(); ++i) {
            const WorkflowStatus &status = m_definition.statuses[i];
            const QString field = u"statuses[%1]"_s.arg(i);
            key(field + u".key"_s, status.key);
            text(field + u".label"_s, status.label, labelRule);
            if (m_definition.status(status.key) != &status)
                add(field + u".key"_s, "not_unique");
            initials += status.initial ? 1 : 0;
        }
        if (initials == 0)
            add(u"statuses"_s, "no_initial_status");
        else if (initials > 1)
            add(u"statuses"_s, "several_initial_statuses");
    }

    bool knownStatus(const QString &field, const QString &statusKey)
    {
        if (m_definition.status(statusKey))
            return true;
        add(field, "unknown_status", {{u"status"_s, statusKey}});
        return false;
    }

    /// Both ends known, and different.
    bool ends(const QString &field, const QString &from, const QString &to)
    {
        const bool fromKnown = knownStatus(field + u".from"_s, from);
        const bool toKnown = knownStatus(field + u".to"_s, to);
        if (fromKnown && from == to)
            add(field, "self_transition");
        return fromKnown && toKnown;
    }

    void effect(const QString &field, const Effect &effect)
    {
        if (effect.kind == EffectKind::Assign && effect.target != effectNobody
            && !m_roles.contains(effect.target))
            add(field + u".target"_s, "unknown_role", {{u"role"_s, effect.target}});
        if (effect.kind != EffectKind::SetField)
            return;
        const bool isPriority = effect.target == "priority"_L1;
        if (!isPriority && effect.target != "visibility"_L1)
            add(field + u".target"_s, "unknown_value");
        else if (isPriority ? !fromWire<Priority>(effect.value)
                            : !fromWire<Visibility>(effect.value))
            add(field + u".value"_s, "unknown_value");
    }

    void transitions()
    {
        for (qsizetype i = 0; i < m_definition.transitions.size(); ++i) {
            const WorkflowTransition &transition = m_definition.transitions[i];
            const QString field = u"transitions[%1]"_s.arg(i);
            text(field + u".label"_s, transition.label, labelRule);
            if (!ends(field, transition.from, transition.to))
                continue;
            if (m_definition.transition(transition.from, transition.to) != &transition)
                add(field, "not_unique");
            for (qsizetype j = 0; j < transition.effects.size(); ++j)
                effect(field + u".effects[%1]"_s.arg(j), transition.effects[j]);
            // Days are counted from the closing, so that only what is closed has any.
            const bool closed
                    = m_definition.status(transition.from)->category == StatusCategory::Closed;
            const bool counts
                    = std::any_of(transition.allowed.cbegin(), transition.allowed.cend(),
                                  [](const Taker &taker) { return taker.withinDays > 0; });
            if (counts && !closed)
                add(field + u".allowed"_s, "invalid");
        }
    }

    void automatic()
    {
        for (qsizetype i = 0; i < m_definition.automatic.size(); ++i) {
            const AutomaticTransition &transition = m_definition.automatic[i];
            const QString field = u"automatic[%1]"_s.arg(i);
            if (!ends(field, transition.from, transition.to))
                continue;
            const auto same = [&transition](const AutomaticTransition &other) {
                return other.from == transition.from && other.trigger == transition.trigger;
            };
            const auto first = std::find_if(m_definition.automatic.cbegin(),
                                            m_definition.automatic.cend(), same);
            if (&*first != &transition)
                add(field, "not_unique");
        }
    }

    void steps()
    {
        for (qsizetype i = 0; i < m_definition.steps.size(); ++i) {
            const WorkflowStep &step = m_definition.steps[i];
            const QString field = u"steps[%1]"_s.arg(i);
            knownStatus(field + u".status"_s, step.status);
            if (!m_roles.contains(step.role))
                add(field + u".role"_s, "unknown_role", {{u"role"_s, step.role}});
            if (!step.escalationRole.isEmpty() && !m_roles.contains(step.escalationRole))
                add(field + u".escalationRole"_s, "unknown_role",
                    {{u"role"_s, step.escalationRole}});
        }
    }

    using Graph = QMultiHash<QString, QString>;

    /// Everything that can be reached from `starts` along the edges, the starts included.
    static QSet<QString> reached(const QStringList &starts, const Graph &edges)
    {
        QSet<QString> found(starts.cbegin(), starts.cend());
        QStringList open = starts;
        while (!open.isEmpty()) {
            const QString at = open.takeLast();
            for (auto edge = edges.constFind(at); edge != edges.cend() && edge.key() == at;
                 ++edge) {
                if (!found.contains(edge.value())) {
                    found.insert(edge.value());
                    open.append(edge.value());
                }
            }
        }
        return found;
    }

    /// A way from the start to every status, and from every status to an end.
    void ways()
    {
        Graph forward;
        Graph backward;
        const auto edge = [&](const QString &from, const QString &to) {
            forward.insert(from, to);
            backward.insert(to, from);
        };
        for (const WorkflowTransition &transition : m_definition.transitions)
            edge(transition.from, transition.to);
        for (const AutomaticTransition &transition : m_definition.automatic)
            edge(transition.from, transition.to);

        QStringList initial;
        QStringList final;
        for (const WorkflowStatus &status : m_definition.statuses) {
            if (status.initial)
                initial.append(status.key);
            if (status.final)
                final.append(status.key);
        }
        const QSet<QString> reachable = reached(initial, forward);
        const QSet<QString> ending = reached(final, backward);
        for (qsizetype i = 0; i < m_definition.statuses.size(); ++i) {
            const QString &statusKey = m_definition.statuses[i].key;
            if (!initial.isEmpty() && !reachable.contains(statusKey))
                add(u"statuses[%1]"_s.arg(i), "unreachable_status", {{u"status"_s, statusKey}});
            if (!ending.contains(statusKey))
                add(u"statuses[%1]"_s.arg(i), "dead_end", {{u"status"_s, statusKey}});
        }
    }

    const WorkflowDefinition &m_definition;
    const QStringList &m_roles;
    QList<FieldError> m_faults;
};

} // namespace

QList<FieldError> validateDefinition(const WorkflowDefinition &definition, const QStringList &roles)
{
    return Check(definition, roles).run();
}

QList<FieldError> validate(const WorkflowDefinition &definition)
{
    QStringList roles;
    for (const WireName<BuiltInRole> &row : WireEnum<BuiltInRole>::names)
        roles.append(QString::fromLatin1(row.name));
    return validateDefinition(definition, roles);
}

QList<FieldError> validateMember(const WorkflowDefinition &definition)
{
    QList<FieldError> faults = validate(definition);
    for (FieldError &fault : faults)
        fault.field.prepend(u"definition.");
    return faults;
}

} // namespace Deskbell
