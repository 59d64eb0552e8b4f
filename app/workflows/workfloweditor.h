// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/call.h"
#include "app/workflows/editedworkflow.h"
#include "common/workflows/workflow.h"
#include "common/workflows/workflowrehearsal.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSplitter;
class QTimer;
class QToolButton;

namespace Deskbell::App {

class FieldMessage;
class NoticeBox;
class RehearsalDialog;
class WorkflowGraph;
class WorkflowInspector;
struct AppContext;

/// The editor of one workflow: its graph, the panel beside it, what is wrong below it. What is
/// changed is written down on this computer as one works and is there again the next time, until
/// it is saved or thrown away.
class WorkflowEditor : public QWidget
{
    Q_OBJECT

public:
    WorkflowEditor(AppContext &context, QWidget *parent = nullptr);
    ~WorkflowEditor() override;

    /// Shows a workflow of the server, with what was not saved of it.
    void edit(const Workflow &workflow);
    /// Begins one that the server does not have yet, made of a definition. `name` is the proposed
    /// one.
    void create(const QString &name, const WorkflowDefinition &definition);
    /// Goes on with a new one that was begun and not saved; false: there is none.
    bool resumeNew();
    /// Writes down what is not saved yet; done by itself while one works.
    void keepDraft();

    EditedWorkflow &draft() { return *m_draft; }
    const Workflow &workflow() const { return m_workflow; }
    bool isModified() const;
    /// Whether something of that workflow (none: of a new one) waits to be saved.
    static bool hasDraft(AppContext &context, WorkflowId workflow);

Q_SIGNALS:
    void closed();
    /// The server has it.
    void saved();
    void exportRequested(const QString &name, const Deskbell::WorkflowDefinition &definition);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void begin(const Workflow &workflow, const WorkflowDefinition &saved);
    void retranslate();
    void showState();
    void showFaults();
    void jumpTo(int row);
    void discard();
    void save();
    void create();
    void rehearse();
    void store(RehearsalDialog *dialog);
    void storeRefused(const Error &error, RehearsalDialog *dialog);
    void stored(const Workflow &workflow);
    /// `before`: so many are moved already.
    void move(const StatusMap &map, int before = 0);
    void showVersions();
    static QString draftName(AppContext &context, WorkflowId workflow);

    AppContext &m_context;
    Workflow m_workflow; ///< as the server has it; no id: not there yet
    EditedWorkflow *m_draft;
    WorkflowGraph *m_graph;
    WorkflowInspector *m_inspector;
    QToolButton *m_back;
    QLineEdit *m_name;
    FieldMessage *m_nameError;
    QLabel *m_version;
    QToolButton *m_undo;
    QToolButton *m_redo;
    QToolButton *m_zoomIn;
    QToolButton *m_zoomOut;
    QToolButton *m_fit;
    QPushButton *m_add;
    QPushButton *m_versions;
    QPushButton *m_export;
    QPushButton *m_discard;
    QPushButton *m_save;
    NoticeBox *m_notice;
    QLabel *m_faultTitle;
    QListWidget *m_faults;
    QSplitter *m_splitter;
    QTimer *m_journal;
    bool m_saving = false;
};

} // namespace Deskbell::App
