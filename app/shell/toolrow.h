// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;
class QMenu;
class QPushButton;
class QToolButton;

namespace Deskbell::App {

class SearchField;
struct AppContext;

/// The row below the menus: the main action (New ticket), the search field, tools of features, the
/// account.
class ToolRow : public QWidget
{
    Q_OBJECT

public:
    explicit ToolRow(AppContext &context, QWidget *parent = nullptr);

    SearchField &search() { return *m_search; }
    /// The main button at the left does what this action does and has its text.
    void setMainAction(QAction *action);
    /// Stands before the account button (the bell); ownership passes.
    void addTool(QWidget *tool);
    /// An entry of the menu of the account button.
    void addAccountAction(QAction *action);
    void retranslate();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void accountChanged();

    AppContext &m_context;
    QPushButton *m_main;
    SearchField *m_search;
    QToolButton *m_account;
    QMenu *m_accountMenu;
    QHBoxLayout *m_row = nullptr;
};

} // namespace Deskbell::App
