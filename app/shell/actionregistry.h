// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>

#include <functional>

class QMenu;

namespace Deskbell::App {

/// The menus of the main window, in order.
enum class MenuPlace { None, File, Edit, View, Ticket, Go, Tools, Help };

/// Text that is asked again when the language changes.
using Text = std::function<QString()>;

/// What an action is, apart from what it does.
struct ActionSpec
{
    QString id; ///< "ticket.take"; also the objectName
    Text text;  ///< with mnemonic: "&Take"
    QList<QKeySequence> shortcuts = {};
    MenuPlace menu = MenuPlace::None;
    int section = 0; ///< separators stand between sections of a menu
    QString icon = {};
    bool checkable = false;
    /// Where a shortcut works. Single keys belong to a list: give WidgetWithChildrenShortcut and
    /// add the action to that widget too.
    Qt::ShortcutContext context = Qt::WindowShortcut;
};

/// All actions of one window: menus, tool row, command palette and shortcut sheet read them here.
class ActionRegistry : public QObject
{
    Q_OBJECT

public:
    explicit ActionRegistry(QWidget *window);

    /// Makes the action; it belongs to the registry. An id may be added once.
    QAction *add(const ActionSpec &spec);
    /// Makes it and connects triggered() to `run` as long as `context` lives.
    QAction *add(const ActionSpec &spec, QObject *context, std::function<void()> run);
    QAction *action(const QString &id) const;
    /// In the order they were added.
    QList<QAction *> actions() const;
    const ActionSpec &spec(const QAction *action) const;

    /// Fills a menu with the actions of its place, with separators; called when actions were added.
    void fill(QMenu *menu, MenuPlace place) const;
    void retranslate();
    /// The keys of an action as they would be without a person's own; with them, where they have
    /// chosen some.
    QList<QKeySequence> defaultKeys(const QAction *action) const;
    QList<QKeySequence> keys(const QAction *action) const;
    /// Keys that a person has given to actions, by id, in place of the default ones; an empty list
    /// takes them away.
    void setOwnKeys(const QHash<QString, QList<QKeySequence>> &keys);
    /// The other actions that a key would set off, too, if `action` had it.
    QList<QAction *> conflicts(const QAction *action, const QKeySequence &key) const;

    /// Whether keys without Ctrl or Alt (J, A, ?) do anything; those who dictate switch them off.
    void setSingleKeys(bool on);

Q_SIGNALS:
    void actionAdded(QAction *action);

private:
    void setText(QAction *action);
    void setKeys(QAction *action);
    void setAllKeys();

    QWidget *m_window;
    QList<QAction *> m_actions;
    QHash<QString, QAction *> m_byId;
    QHash<const QAction *, ActionSpec> m_specs;
    QHash<QString, QList<QKeySequence>> m_ownKeys;
    bool m_singleKeys = true;
};

} // namespace Deskbell::App
