// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/editedworkflow.h"

#include <QRegularExpression>
#include <QUndoCommand>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

/// "statuses[2].key" taken apart.
struct FaultPlace
{
    WorkflowElement element;
    int step = -1; ///< for those of steps, which belong to their status
    QString field;
};

FaultPlace placeOf(const QString &path)
{
    static const QRegularExpression form(
            uR"(\A(statuses|transitions|automatic|steps)\[(\d+)\](?:\.(.*))?\z)"_s);
    const QRegularExpressionMatch match = form.match(path);
    if (!match.hasMatch())
        return {.field = path};
    const QString list = match.captured(1);
    const int index = match.captured(2).toInt();
    FaultPlace place{.field = match.captured(3)};
    if (list == "statuses"_L1)
        place.element = {ElementKind::Status, index};
    else if (list == "transitions"_L1)
        place.element = {ElementKind::Transition, index};
    else if (list == "automatic"_L1)
        place.element = {ElementKind::Automatic, index};
    else
        place.step = index;
    return place;
}

int statusIndex(const WorkflowDefinition &definition, const QString &key)
{
    for (int i = 0; i < definition.statuses.size(); ++i) {
        if (definition.statuses[i].key == key)
            return i;
    }
    return -1;
}

template <class Ways>
void renameStatus(Ways &ways, const QString &from, const QString &to)
{
    for (auto &way : ways) {
        if (way.from == from)
            way.from = to;
        if (way.to == from)
            way.to = to;
    }
}

} // namespace

/// A change as the states before and after it: definitions are small, and nothing can go wrong.
class EditedWorkflow::Step : public QUndoCommand
{
public:
    Step(EditedWorkflow &draft, const QString &text, State before, State after,
         const QByteArray &field)
        : QUndoCommand(text)
        , m_draft(draft)
        , m_before(std::move(before))
        , m_after(std::move(after))
        , m_field(field)
    {}

    void undo() override { m_draft.apply(m_before); }
    void redo() override { m_draft.apply(m_after); }
    int id() const override { return m_field.isEmpty() ? -1 : 1; }
    /// Typing in one field of one element is one step.
    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *next = static_cast<const Step *>(other);
        if (next->m_field != m_field || next->m_before.current != m_after.current)
            return false;
        m_after = next->m_after;
        setObsolete(m_after.definition == m_before.definition);
        return true;
    }

private:
    EditedWorkflow &m_draft;
    State m_before;
    State m_after;
    QByteArray m_field;
};

EditedWorkflow::EditedWorkflow(QObject *parent)
    : QObject(parent)
    , m_history(new QUndoStack(this))
{}

/// The history tells at its end that it is empty; what it would tell is half gone by then.
EditedWorkflow::~EditedWorkflow()
{
    m_history->disconnect();
}

void EditedWorkflow::start(const WorkflowDefinition &saved, const WorkflowDefinition &now)
{
    m_history->clear();
    m_saved = saved;
    apply({.definition = now, .current = {}});
}

void EditedWorkflow::setSaved(const WorkflowDefinition &saved)
{
    m_saved = saved;
    Q_EMIT changed();
}

bool EditedWorkflow::exists(const WorkflowElement &element) const
{
    switch (element.kind) {
    case ElementKind::None: return true;
    case ElementKind::Status: return element.index < m_definition.statuses.size();
    case ElementKind::Transition: return element.index < m_definition.transitions.size();
    case ElementKind::Automatic: return element.index < m_definition.automatic.size();
    }
    Q_UNREACHABLE();
}

void EditedWorkflow::setCurrent(const WorkflowElement &element)
{
    const WorkflowElement wanted = exists(element) ? element : WorkflowElement();
    if (wanted == m_current)
        return;
    m_current = wanted;
    Q_EMIT currentChanged();
}

void EditedWorkflow::apply(const State &state)
{
    m_definition = state.definition;
    m_faults = validate(m_definition);
    const WorkflowElement before = m_current;
    m_current = exists(state.current) ? state.current : WorkflowElement();
    Q_EMIT changed();
    if (before != m_current)
        Q_EMIT currentChanged();
}

void EditedWorkflow::edit(const QString &text, const WorkflowDefinition &definition,
                          const WorkflowElement &current, const QByteArray &field)
{
    if (definition == m_definition) {
        setCurrent(current);
        return;
    }
    m_history->push(new Step(*this, text, {.definition = m_definition, .current = m_current},
                             {.definition = definition, .current = current}, field));
}

WorkflowElement EditedWorkflow::elementOf(const FieldError &fault,
                                          const WorkflowDefinition &definition)
{
    const FaultPlace place = placeOf(fault.field);
    if (place.step < 0)
        return place.element;
    const int status = place.step < definition.steps.size()
                               ? statusIndex(definition, definition.steps[place.step].status)
                               : -1;
    return status < 0 ? WorkflowElement() : WorkflowElement{ElementKind::Status, status};
}

QList<FieldError> EditedWorkflow::faultsOf(const WorkflowElement &element) const
{
    QList<FieldError> list;
    for (const FieldError &fault : m_faults) {
        if (elementOf(fault, m_definition) != element)
            continue;
        const FaultPlace place = placeOf(fault.field);
        FieldError own = fault;
        own.field = place.step < 0 ? place.field : u"step."_s + place.field;
        list.append(own);
    }
    return list;
}

int EditedWorkflow::indexOf(const QString &status) const
{
    return statusIndex(m_definition, status);
}

void EditedWorkflow::setLabel(const QString &label)
{
    WorkflowDefinition definition = m_definition;
    definition.label = label;
    edit(tr("Rename the workflow"), definition, m_current, "label");
}

void EditedWorkflow::setKey(const QString &key)
{
    WorkflowDefinition definition = m_definition;
    definition.key = key;
    edit(tr("Change the key"), definition, m_current, "key");
}

void EditedWorkflow::replaceAll(const WorkflowDefinition &definition)
{
    WorkflowDefinition taken = definition;
    taken.key = m_definition.key;
    edit(tr("Take another version"), taken, {});
}

void EditedWorkflow::addStatus()
{
    WorkflowDefinition definition = m_definition;
    int number = 1;
    while (definition.status(u"status_%1"_s.arg(number)))
        ++number;
    definition.statuses.append({.key = u"status_%1"_s.arg(number),
                                .label = tr("New status"),
                                .initial = definition.statuses.isEmpty()});
    edit(tr("Add a status"), definition,
         {ElementKind::Status, int(definition.statuses.size()) - 1});
}

void EditedWorkflow::addTransition(int from, int to)
{
    const QList<WorkflowStatus> &statuses = m_definition.statuses;
    if (from < 0 || to < 0 || from == to || from >= statuses.size() || to >= statuses.size())
        return;
    WorkflowDefinition definition = m_definition;
    for (int i = 0; i < definition.transitions.size(); ++i) {
        if (definition.transitions[i].from == statuses[from].key
            && definition.transitions[i].to == statuses[to].key) {
            setCurrent({ElementKind::Transition, i});
            return;
        }
    }
    definition.transitions.append(
            {.from = statuses[from].key, .to = statuses[to].key, .label = statuses[to].label});
    edit(tr("Add a transition"), definition,
         {ElementKind::Transition, int(definition.transitions.size()) - 1});
}

void EditedWorkflow::addAutomatic(int from, int to)
{
    const QList<WorkflowStatus> &statuses = m_definition.statuses;
    if (from < 0 || to < 0 || from == to || from >= statuses.size() || to >= statuses.size())
        return;
    WorkflowDefinition definition = m_definition;
    definition.automatic.append({.trigger = Trigger::After,
                                 .businessHours = 40,
                                 .from = statuses[from].key,
                                 .to = statuses[to].key});
    edit(tr("Add an automatic transition"), definition,
         {ElementKind::Automatic, int(definition.automatic.size()) - 1});
}

void EditedWorkflow::remove(const WorkflowElement &element)
{
    if (!element.isValid() || !exists(element))
        return;
    WorkflowDefinition definition = m_definition;
    if (element.kind == ElementKind::Transition) {
        const int from = indexOf(definition.transitions[element.index].from);
        definition.transitions.removeAt(element.index);
        edit(tr("Remove a transition"), definition, {ElementKind::Status, from});
    } else if (element.kind == ElementKind::Automatic) {
        const int from = indexOf(definition.automatic[element.index].from);
        definition.automatic.removeAt(element.index);
        edit(tr("Remove an automatic transition"), definition, {ElementKind::Status, from});
    } else {
        const QString key = definition.statuses[element.index].key;
        definition.statuses.removeAt(element.index);
        // Another status of the same key, by mistake, keeps what leads to it.
        if (!definition.status(key)) {
            const auto concerns = [&key](const auto &way) {
                return way.from == key || way.to == key;
            };
            definition.transitions.removeIf(concerns);
            definition.automatic.removeIf(concerns);
            definition.steps.removeIf([&key](const WorkflowStep &s) { return s.status == key; });
        }
        const int next = std::min(element.index, int(definition.statuses.size()) - 1);
        edit(tr("Remove a status"), definition,
             next < 0 ? WorkflowElement() : WorkflowElement{ElementKind::Status, next});
    }
}

void EditedWorkflow::setStatus(int index, const WorkflowStatus &status, const QByteArray &field)
{
    WorkflowDefinition definition = m_definition;
    const QString before = definition.statuses[index].key;
    definition.statuses[index] = status;
    if (before != status.key && !definition.status(before)) {
        renameStatus(definition.transitions, before, status.key);
        renameStatus(definition.automatic, before, status.key);
        for (WorkflowStep &one : definition.steps) {
            if (one.status == before)
                one.status = status.key;
        }
    }
    // There is one start.
    if (status.initial && !m_definition.statuses[index].initial) {
        for (int i = 0; i < definition.statuses.size(); ++i)
            definition.statuses[i].initial = i == index;
    }
    edit(tr("Change a status"), definition, {ElementKind::Status, index}, field);
}

void EditedWorkflow::setTransition(int index, const WorkflowTransition &transition,
                                   const QByteArray &field)
{
    WorkflowDefinition definition = m_definition;
    definition.transitions[index] = transition;
    edit(tr("Change a transition"), definition, {ElementKind::Transition, index}, field);
}

void EditedWorkflow::setAutomatic(int index, const AutomaticTransition &transition,
                                  const QByteArray &field)
{
    WorkflowDefinition definition = m_definition;
    definition.automatic[index] = transition;
    edit(tr("Change an automatic transition"), definition, {ElementKind::Automatic, index}, field);
}

std::optional<WorkflowStep> EditedWorkflow::step(const QString &status) const
{
    const auto found = std::find_if(m_definition.steps.cbegin(), m_definition.steps.cend(),
                                    [&](const WorkflowStep &one) { return one.status == status; });
    return found == m_definition.steps.cend() ? std::nullopt : std::optional(*found);
}

void EditedWorkflow::setStep(const QString &status, const std::optional<WorkflowStep> &step,
                             const QByteArray &field)
{
    WorkflowDefinition definition = m_definition;
    const auto found = std::find_if(definition.steps.begin(), definition.steps.end(),
                                    [&](const WorkflowStep &one) { return one.status == status; });
    if (found == definition.steps.end() && step)
        definition.steps.append(*step);
    else if (found != definition.steps.end() && step)
        *found = *step;
    else if (found != definition.steps.end())
        definition.steps.erase(found);
    edit(tr("Change a step"), definition, m_current, field);
}

} // namespace Deskbell::App
