// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QKeySequenceEdit;
class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace Deskbell::App {

class ActionRegistry;
struct AppContext;

/// Which key does what, to be changed: at once, in all windows. Where two actions would have the
/// same key, it says so before and marks both.
class KeysDialog : public QDialog
{
    Q_OBJECT

public:
    KeysDialog(AppContext &context, const ActionRegistry &actions, QWidget *parent);

private:
    void fill();
    void showChosen();
    void showConflict();
    void use();
    void reset();
    void resetAll();
    QAction *chosen() const;
    void showRow(QTreeWidgetItem *item, const QAction *action) const;

    AppContext &m_context;
    const ActionRegistry &m_actions;
    QTreeWidget *m_list;
    QLabel *m_name;
    QKeySequenceEdit *m_key;
    QLabel *m_conflict;
    QPushButton *m_use;
    QPushButton *m_remove;
    QPushButton *m_reset;
};

} // namespace Deskbell::App
