// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/actionregistry.h"

#include <QHash>
#include <QMainWindow>

class QSplitter;
class QStackedWidget;

namespace Deskbell::App {

class NavigationPane;
class PageWidget;
class StatusArea;
class ToolRow;
struct AppContext;

/// The frame: menus, tool row, views pane, middle, right pane, status bar. It only assembles; what
/// is in the panes comes from the pages that features registered.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(AppContext &context, const QString &layoutName, QWidget *parent = nullptr);
    ~MainWindow() override;

    ActionRegistry &actions() { return *m_actions; }
    NavigationPane &navigation() { return *m_navigation; }
    ToolRow &toolRow() { return *m_toolRow; }
    StatusArea &statusArea() { return *m_statusArea; }
    AppContext &context() { return m_context; }

    /// Shows the page of an entry of the views pane and tells it the entry.
    void showEntry(const QString &entryId);
    QString currentEntry() const;
    PageWidget *currentPage() const;
    /// The page, made if it was not yet; null for an unknown id.
    PageWidget *page(const QString &pageId);
    /// Asks the pages, current one first, to open something: open("ticket", "HD-1042").
    bool open(const QString &kind, const QString &id);

    /// Under this name its layout is remembered.
    QString layoutName() const { return m_layoutName; }
    void saveLayout();

Q_SIGNALS:
    void entryShown(const QString &entryId);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void buildMenus();
    void buildActions();
    void buildPanes();
    void restoreLayout();
    void showDetail(PageWidget *page);
    void retranslate();
    void accountChanged();

    AppContext &m_context;
    QString m_layoutName;
    ActionRegistry *m_actions = nullptr;
    NavigationPane *m_navigation = nullptr;
    ToolRow *m_toolRow = nullptr;
    StatusArea *m_statusArea = nullptr;
    QSplitter *m_splitter = nullptr;
    QStackedWidget *m_middle = nullptr;
    QStackedWidget *m_right = nullptr;
    QHash<QString, PageWidget *> m_pages;
    QHash<MenuPlace, QMenu *> m_menus;
};

} // namespace Deskbell::App
