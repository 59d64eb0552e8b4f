// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/pagewidget.h"
#include "common/workflows/workflow.h"

#include <optional>

class QMenu;
class QPushButton;
class QStackedWidget;

namespace Deskbell::App {

class PagedTable;
class Registry;
class WorkflowEditor;
class WorkflowsModel;
struct AppContext;

/// The workflows of the server, for those who manage them: a list with the desks that use each, and
/// the editor in its place while one is edited. New ones begin as one that ships, as a copy, or as
/// a file.
class WorkflowsPage : public PageWidget
{
    Q_OBJECT

public:
    explicit WorkflowsPage(AppContext &context);

    void showEntry(const QString &entryId) override;
    WorkflowEditor &editor() { return *m_editor; }
    void edit(const Workflow &workflow);
    /// Reads a definition from a file and begins a new workflow with it, faulty or not.
    void importFile(const QString &path);
    /// Writes it into a file.
    void exportFile(const QString &path, const WorkflowDefinition &definition);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void reload();
    void updateButtons();
    void fillNewMenu();
    std::optional<Workflow> currentWorkflow() const;
    /// In the editor, with a key that nobody has yet.
    void create(const QString &name, WorkflowDefinition definition);
    void showList();
    void remove();
    void chooseImport();
    void chooseExport(const QString &name, const WorkflowDefinition &definition);

    AppContext &m_context;
    WorkflowsModel *m_model;
    QStackedWidget *m_stack;
    PagedTable *m_table;
    WorkflowEditor *m_editor;
    QPushButton *m_new;
    QMenu *m_newMenu;
    QPushButton *m_edit;
    QPushButton *m_duplicate;
    QPushButton *m_export;
    QPushButton *m_delete;
};

void installWorkflows(Registry &registry);

} // namespace Deskbell::App
