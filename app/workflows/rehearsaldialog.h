// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/call.h"
#include "common/workflows/workflow.h"
#include "common/workflows/workflowrehearsal.h"

#include <QDialog>

class QCheckBox;
class QFormLayout;
class QLabel;
class QListWidget;
class QPushButton;

namespace Deskbell::App {

class NoticeBox;
class StateView;
struct AppContext;

/// What saving a definition would do, before it is saved: what is different, how many tickets there
/// are in which status, and which of them would be stranded if they were moved. Asks the server,
/// and again whenever a status is mapped.
class RehearsalDialog : public QDialog
{
    Q_OBJECT

public:
    RehearsalDialog(AppContext &context, const Workflow &workflow,
                    const WorkflowDefinition &definition, QWidget *parent);

    /// Whether tickets that are there shall come under the new version, and by which map.
    bool movesTickets() const;
    const StatusMap &statusMap() const { return m_map; }
    /// The server refused to save it.
    void refuse(const Error &error);

Q_SIGNALS:
    void saveRequested();

private:
    void rehearse();
    void showRehearsal();
    void showStatuses();
    void updateButtons();

    AppContext &m_context;
    Workflow m_workflow;
    WorkflowDefinition m_definition;
    StatusMap m_map;
    Rehearsal m_rehearsal;
    bool m_ready = false;
    bool m_saving = false;
    NoticeBox *m_notice;
    StateView *m_state;
    QListWidget *m_changes;
    QLabel *m_summary;
    QWidget *m_statuses;
    QFormLayout *m_statusRows;
    QLabel *m_strandedTitle;
    QListWidget *m_stranded;
    QCheckBox *m_move;
    QPushButton *m_save;
    Api::ScopedCall m_call;
};

} // namespace Deskbell::App
