// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/actionregistry.h"
#include "common/access/permission.h"

#include <QList>

class QWidget;

namespace Deskbell::App {

class MainWindow;
class PageWidget;
class Session;
struct AppContext;

/// Whether the person who is signed in gets an entry or action at all.
using Visible = std::function<bool(const Session &)>;
/// For those who hold a permission on any desk.
Visible holding(Permission permission);
/// Shows an action to those who get it, and follows when their rights change. An action that is not
/// shown does nothing by its keys either.
void showTo(QAction *action, const Session &session, const Visible &visible);

/// An entry of the views pane.
struct EntrySpec
{
    enum class Section { MyWork, Desk, SavedViews, Tools };

    QString id;   ///< "tickets.unassigned"
    QString page; ///< id of the page that shows it
    Section section = Section::MyWork;
    Text title;
    QString icon = {};
    Visible visible = {}; ///< asked at sign-in and when rights change; none: for everybody
};

struct PageSpec
{
    QString id;
    std::function<PageWidget *(AppContext &, MainWindow &)> create;
};

/// A page of the settings dialog; the dialog owns what it makes.
struct SettingsPageSpec
{
    QString id;
    Text title;
    std::function<QWidget *(AppContext &)> create;
};

/// What the program consists of, filled by every feature at start, read by each main window.
class Registry
{
public:
    using Installer = std::function<void(AppContext &, MainWindow &)>;

    void registerPage(const PageSpec &page) { m_pages.append(page); }
    void registerEntry(const EntrySpec &entry) { m_entries.append(entry); }
    /// A page with one entry of the same id.
    void registerPage(const QString &id, EntrySpec::Section section, const Text &title,
                      const QString &icon, const Visible &visible,
                      std::function<PageWidget *(AppContext &, MainWindow &)> create);
    void registerSettingsPage(const SettingsPageSpec &page) { m_settingsPages.append(page); }
    /// Called for each new main window, to add actions and the like.
    void onWindow(Installer installer) { m_installers.append(std::move(installer)); }

    const QList<PageSpec> &pages() const { return m_pages; }
    const QList<EntrySpec> &entries() const { return m_entries; }
    const QList<SettingsPageSpec> &settingsPages() const { return m_settingsPages; }
    const QList<Installer> &installers() const { return m_installers; }

private:
    QList<PageSpec> m_pages;
    QList<EntrySpec> m_entries;
    QList<SettingsPageSpec> m_settingsPages;
    QList<Installer> m_installers;
};

} // namespace Deskbell::App
