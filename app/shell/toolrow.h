// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;
class QToolButton;

namespace Deskbell::App {

class SearchField;
struct AppContext;

/// The row below the menus: New ticket, the search field, the bell, the account.
class ToolRow : public QWidget
{
    Q_OBJECT

public:
    explicit ToolRow(AppContext &context, QWidget *parent = nullptr);

    SearchField &search() { return *m_search; }
    /// The main button does what this action does and has its text.
    void setMainAction(QAction *action);
    void setUnread(int count);
    /// Entries of the account's menu beside the built-in ones.
    void addAccountAction(QAction *action);
    void retranslate();

Q_SIGNALS:
    void bellPressed();

private:
    void accountChanged();

    AppContext &m_context;
    QPushButton *m_main;
    SearchField *m_search;
    QToolButton *m_bell;
    QToolButton *m_account;
    QMenu *m_accountMenu;
    int m_unread = 0;
};

} // namespace Deskbell::App
