// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/call.h"
#include "common/workflows/workflow.h"
#include "common/workflows/workflowversion.h"

#include <QDialog>
#include <QHash>

class QComboBox;
class QListWidget;
class QPushButton;
class QTableWidget;

namespace Deskbell::App {

class StateView;
struct AppContext;

/// The versions of a workflow: who made them when, how many tickets live by them, and what differs
/// between any two. One of them can be taken into the editor.
class VersionsDialog : public QDialog
{
    Q_OBJECT

public:
    VersionsDialog(AppContext &context, const Workflow &workflow, QWidget *parent);

Q_SIGNALS:
    void chosen(const Deskbell::WorkflowDefinition &definition);

private:
    void load();
    void showVersions(const QList<WorkflowVersion> &versions);
    /// Reads a definition once.
    void need(int number, const std::function<void()> &done);
    void compare();

    AppContext &m_context;
    Workflow m_workflow;
    QHash<int, WorkflowDefinition> m_definitions;
    QTableWidget *m_table;
    QComboBox *m_before;
    QComboBox *m_after;
    QListWidget *m_changes;
    QPushButton *m_use;
    StateView *m_state;
};

} // namespace Deskbell::App
