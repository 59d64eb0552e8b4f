// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/workflows/workflowdefinition.h"

#include <QObject>
#include <QUndoStack>

namespace Deskbell::App {

/// One thing of a workflow that can be selected: by its place in the list of its kind.
struct WorkflowElement
{
    enum class Kind { None, Status, Transition, Automatic };

    Kind kind = Kind::None;
    int index = -1;

    bool isValid() const { return kind != Kind::None; }
    friend bool operator==(const WorkflowElement &, const WorkflowElement &) = default;
};

using ElementKind = WorkflowElement::Kind;

/// A workflow definition that is being edited: what it is now, what is wrong with it, which part
/// of it is looked at, and how to take back what was done. Graph, inspector and list of faults show
/// the same draft.
class EditedWorkflow : public QObject
{
    Q_OBJECT

public:
    explicit EditedWorkflow(QObject *parent = nullptr);
    ~EditedWorkflow() override;

    /// Begins anew: `saved` is what the server has, `now` what is being made of it.
    void start(const WorkflowDefinition &saved, const WorkflowDefinition &now);
    const WorkflowDefinition &definition() const { return m_definition; }
    const WorkflowDefinition &saved() const { return m_saved; }
    /// The server has taken what is there now.
    void setSaved(const WorkflowDefinition &saved);
    bool isModified() const { return m_definition != m_saved; }
    QUndoStack &history() { return *m_history; }

    const WorkflowElement &current() const { return m_current; }
    void setCurrent(const WorkflowElement &element);

    /// Every fault, as validateDefinition() names them.
    const QList<FieldError> &faults() const { return m_faults; }
    /// Those of one element, fields within it: "key", "label"; empty: it as a whole.
    QList<FieldError> faultsOf(const WorkflowElement &element) const;
    /// What a fault is about; none for those of the whole.
    static WorkflowElement elementOf(const FieldError &fault, const WorkflowDefinition &definition);

    // Each is one step back in the history; those that add make it current.
    void setLabel(const QString &label);
    /// Of a workflow that is not saved yet: it stays for good.
    void setKey(const QString &key);
    /// Another definition in place of all of it, as one step; the key stays.
    void replaceAll(const WorkflowDefinition &definition);
    void addStatus();
    /// What is there already between the two is made current.
    void addTransition(int from, int to);
    void addAutomatic(int from, int to);
    void remove(const WorkflowElement &element);
    /// A new key goes into everything that names the status. `field` is what was typed in: the
    /// same one again is the same step.
    void setStatus(int index, const WorkflowStatus &status, const QByteArray &field);
    void setTransition(int index, const WorkflowTransition &transition, const QByteArray &field);
    void setAutomatic(int index, const AutomaticTransition &transition, const QByteArray &field);
    /// The step of a status, or none any more.
    void setStep(const QString &status, const std::optional<WorkflowStep> &step,
                 const QByteArray &field);
    std::optional<WorkflowStep> step(const QString &status) const;
    /// The place of a status in the list; -1.
    int indexOf(const QString &status) const;

Q_SIGNALS:
    void changed();
    void currentChanged();

private:
    class Step;
    friend class Step;
    struct State
    {
        WorkflowDefinition definition;
        WorkflowElement current;
    };

    void edit(const QString &text, const WorkflowDefinition &definition,
              const WorkflowElement &current, const QByteArray &field = {});
    void apply(const State &state);
    bool exists(const WorkflowElement &element) const;

    WorkflowDefinition m_saved;
    WorkflowDefinition m_definition;
    WorkflowElement m_current;
    QList<FieldError> m_faults;
    QUndoStack *m_history;
};

} // namespace Deskbell::App
