// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/editedworkflow.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace Deskbell::App {

class AutomaticForm;
class StatusForm;
class TransitionForm;
class WorkflowForm;

/// The panel beside the graph: the fields of what is current, edited in place, with faults at the
/// fields that they are about. Nothing current: the workflow as a whole.
class WorkflowInspector : public QWidget
{
    Q_OBJECT

public:
    explicit WorkflowInspector(EditedWorkflow &draft, QWidget *parent = nullptr);

    /// Puts the cursor into the first field.
    void focusFirst();

Q_SIGNALS:
    /// An arrow is to be drawn from the current status.
    void transitionRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showCurrent();
    void retranslate();

    EditedWorkflow &m_draft;
    QLabel *m_title;
    QPushButton *m_remove;
    QStackedWidget *m_forms;
    WorkflowForm *m_workflow;
    StatusForm *m_status;
    TransitionForm *m_transition;
    AutomaticForm *m_automatic;
};

} // namespace Deskbell::App
