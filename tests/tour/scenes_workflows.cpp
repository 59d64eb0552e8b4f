// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/mainwindow.h"
#include "app/workflows/workfloweditor.h"
#include "app/workflows/workflowgraph.h"
#include "tests/tour/scenes.h"

#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Deskbell::Tour {

using namespace App;
using namespace Test;

namespace {

/// The page of the workflows with one of them chosen.
QWidget *pageAt(DrivenApp &app, const QString &workflow)
{
    if (!app.showEntry(u"workflows"_s))
        return nullptr;
    auto *page = Hand::find<QWidget>(app.window(), u"workflowsPage"_s);
    auto *table = page ? Hand::find<QAbstractItemView>(page, u"pageTable"_s) : nullptr;
    if (!table || !Hand::click(table, Hand::findRow(table, Qt::DisplayRole, workflow)))
        return nullptr;
    return page;
}

} // namespace

bool workflows(Stage &stage)
{
    DrivenApp *administrator = stage.administrator();
    QWidget *page = administrator ? pageAt(*administrator, u"Help desk"_s) : nullptr;
    if (!page)
        return false;
    stage.camera().take(u"workflows"_s, administrator->window());
    return true;
}

bool workflowEditor(Stage &stage)
{
    DrivenApp *administrator = stage.administrator();
    QWidget *page = administrator ? pageAt(*administrator, u"Help desk"_s) : nullptr;
    auto *edit = page ? Hand::find<QPushButton>(page, u"workflowsEdit"_s) : nullptr;
    if (!edit)
        return false;
    MainWindow *window = administrator->window();
    Hand::click(edit);
    auto *graph = Hand::find<WorkflowGraph>(page);
    auto *editor = Hand::find<WorkflowEditor>(page);
    if (!graph || !editor)
        return false;
    stage.camera().take(u"workflow-editor"_s, window);
    editor->draft().setCurrent({ElementKind::Status, 1});
    stage.camera().take(u"workflow-status"_s, window);
    editor->draft().setCurrent({ElementKind::Transition, 5});
    stage.camera().take(u"workflow-transition"_s, window);

    // A status that leads nowhere yet.
    QTest::keyClick(graph, Qt::Key_N);
    stage.camera().take(u"workflow-faults"_s, window);
    QTest::keyClick(graph, Qt::Key_Z, Qt::ControlModifier);
    editor->draft().history().setIndex(0);

    // Without "on hold", what is on hold would be stranded.
    editor->draft().remove({ElementKind::Status, 3});
    Hand::click(Hand::find<QPushButton>(page, u"editorSave"_s));
    auto *rehearsal = Hand::find<QDialog>(window, u"rehearsalDialog"_s);
    if (!rehearsal || !Hand::activate(rehearsal)
        || !Hand::find<QWidget>(rehearsal, u"rehearsalStatuses"_s))
        return false;
    stage.camera().take(u"workflow-rehearsal"_s, window);
    QTest::keyClick(rehearsal, Qt::Key_Escape);
    editor->draft().history().setIndex(0);

    Hand::click(Hand::find<QPushButton>(page, u"editorVersions"_s));
    auto *versions = Hand::find<QDialog>(window, u"versionsDialog"_s);
    if (!versions || !Hand::activate(versions)
        || !Hand::find<QWidget>(versions, u"versionsTable"_s))
        return false;
    stage.camera().take(u"workflow-versions"_s, window);
    QTest::keyClick(versions, Qt::Key_Escape);
    Hand::click(Hand::find<QToolButton>(page, u"editorBack"_s));
    return Hand::find<QAbstractItemView>(page, u"pageTable"_s) != nullptr;
}

} // namespace Deskbell::Tour
