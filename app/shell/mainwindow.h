// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/registry.h"

#include <QHash>
#include <QMainWindow>

class QSplitter;
class QStackedWidget;

namespace Deskbell::App {

class ConnectionBar;
class NavigationPane;
class PageWidget;
class StatusArea;
class ToolRow;
struct AppContext;
struct EntrySpec;

/// The frame: menus, tool row, views pane, middle, right pane, status bar. It only assembles; what
/// is in the panes comes from the pages that features registered.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// Under `layoutName` its size and panes are remembered.
    MainWindow(AppContext &context, const QString &layoutName);
    ~MainWindow() override;

    ActionRegistry &actions() { return *m_actions; }
    NavigationPane &navigation() { return *m_navigation; }
    ToolRow &toolRow() { return *m_toolRow; }
    StatusArea &statusArea() { return *m_statusArea; }
    AppContext &context() { return m_context; }
    const QString &layoutName() const { return m_layoutName; }

    /// Shows the page of an entry of the views pane and tells it the entry.
    void showEntry(const QString &entryId);
    QString currentEntry() const;
    /// Entries beside the registered ones, such as views that people save; in the place of those of
    /// an earlier call.
    void setFurtherEntries(const QList<EntrySpec> &entries);
    /// All that this person has.
    QList<EntrySpec> entries() const;
    PageWidget *currentPage() const;
    /// The page, made if it was not yet; null for an unknown id.
    PageWidget *page(const QString &pageId);
    /// Asks the pages, current one first, to open something: open("ticket", "HD-1042").
    bool open(const QString &kind, const QString &id);

    void saveLayout();

Q_SIGNALS:
    void entryShown(const QString &entryId);
    void activated();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void buildPanes();
    void buildMenus();
    void buildActions();
    void addPaneToggle(const QString &id, const Text &text, const QKeySequence &key,
                       const QString &icon, QWidget *pane);
    void restoreLayout();
    void showPage(PageWidget *page);
    void step(int direction);
    void retranslate();
    void signOut();
    void accountChanged();
    void showEntries();

    AppContext &m_context;
    QString m_layoutName;
    ActionRegistry *m_actions;
    NavigationPane *m_navigation;
    ToolRow *m_toolRow;
    ConnectionBar *m_connectionBar;
    StatusArea *m_statusArea;
    QSplitter *m_splitter;
    QStackedWidget *m_middle;
    QStackedWidget *m_right;
    QList<EntrySpec> m_furtherEntries;
    QHash<QString, PageWidget *> m_pages;
    QHash<PageWidget *, QString> m_hints;
    QHash<MenuPlace, QMenu *> m_menus;
    bool m_wantsRight = true; ///< the person wants the right pane, when there is something for it
};

} // namespace Deskbell::App
