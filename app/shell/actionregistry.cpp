// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/actionregistry.h"

#include "app/shell/icons.h"

#include <QMenu>

#include <algorithm>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

namespace {

/// A key that writes something, without a modifier that would keep it from doing so.
bool isSingleKey(const QKeySequence &sequence)
{
    const QKeyCombination key = sequence[0];
    const bool writes = key.key() > Qt::Key_Space && key.key() <= Qt::Key_ydiaeresis;
    return writes && !(key.keyboardModifiers() & ~Qt::ShiftModifier);
}

} // namespace

ActionRegistry::ActionRegistry(QWidget *window)
    : QObject(window)
    , m_window(window)
{}

QAction *ActionRegistry::add(const ActionSpec &spec)
{
    Q_ASSERT_X(!m_byId.contains(spec.id), "ActionRegistry", qPrintable(spec.id));
    auto *action = new QAction(this);
    action->setObjectName(spec.id);
    action->setShortcutContext(spec.context);
    action->setCheckable(spec.checkable);
    action->setMenuRole(QAction::NoRole);
    if (!spec.icon.isEmpty())
        action->setIcon(Icons::icon(spec.icon));
    m_actions.append(action);
    m_byId.insert(spec.id, action);
    m_specs.insert(action, spec);
    setKeys(action);
    setText(action);
    // A shortcut works where its action is; one of a list belongs to the list alone.
    if (spec.context == Qt::WindowShortcut)
        m_window->addAction(action);
    Q_EMIT actionAdded(action);
    return action;
}

QAction *ActionRegistry::add(const ActionSpec &spec, QObject *context, std::function<void()> run)
{
    QAction *action = add(spec);
    connect(action, &QAction::triggered, context, [run = std::move(run)] { run(); });
    return action;
}

void ActionRegistry::setText(QAction *action)
{
    const ActionSpec &spec = m_specs[action];
    const QString text = spec.text();
    action->setText(text);
    QString plain = text;
    plain.remove(u'&').remove(u'…');
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(key.isEmpty() ? plain : u"%1 (%2)"_s.arg(plain, key));
}

void ActionRegistry::setKeys(QAction *action)
{
    QList<QKeySequence> keys = this->keys(action);
    if (!m_singleKeys)
        keys.removeIf(&isSingleKey);
    action->setShortcuts(keys);
}

QList<QKeySequence> ActionRegistry::defaultKeys(const QAction *action) const
{
    return spec(action).shortcuts;
}

QList<QKeySequence> ActionRegistry::keys(const QAction *action) const
{
    return m_ownKeys.value(action->objectName(), defaultKeys(action));
}

void ActionRegistry::setOwnKeys(const QHash<QString, QList<QKeySequence>> &keys)
{
    m_ownKeys = keys;
    setAllKeys();
}

QList<QAction *> ActionRegistry::conflicts(const QAction *action, const QKeySequence &key) const
{
    const auto meets = [&](const QKeySequence &other) {
        return !other.isEmpty()
               && (key.matches(other) != QKeySequence::NoMatch
                   || other.matches(key) != QKeySequence::NoMatch);
    };
    QList<QAction *> found;
    for (QAction *other : m_actions) {
        // What belongs to different widgets is never asked for at the same time.
        const bool together = spec(other).context == Qt::WindowShortcut
                              || spec(action).context == Qt::WindowShortcut
                              || spec(other).context == spec(action).context;
        const QList<QKeySequence> theirs = keys(other);
        if (other != action && together && std::any_of(theirs.begin(), theirs.end(), meets))
            found.append(other);
    }
    return found;
}

void ActionRegistry::setSingleKeys(bool on)
{
    m_singleKeys = on;
    setAllKeys();
}

void ActionRegistry::setAllKeys()
{
    for (QAction *action : m_actions) {
        setKeys(action);
        setText(action);
    }
}

QAction *ActionRegistry::action(const QString &id) const
{
    return m_byId.value(id);
}

QList<QAction *> ActionRegistry::actions() const
{
    return m_actions;
}

const ActionSpec &ActionRegistry::spec(const QAction *action) const
{
    const auto found = m_specs.constFind(action);
    Q_ASSERT(found != m_specs.constEnd());
    return *found;
}

void ActionRegistry::fill(QMenu *menu, MenuPlace place) const
{
    menu->clear();
    QList<QAction *> here;
    std::copy_if(m_actions.begin(), m_actions.end(), std::back_inserter(here),
                 [&](const QAction *action) { return spec(action).menu == place; });
    std::stable_sort(here.begin(), here.end(), [this](const QAction *a, const QAction *b) {
        return spec(a).section < spec(b).section;
    });
    for (qsizetype i = 0; i < here.size(); ++i) {
        if (i > 0 && spec(here[i]).section != spec(here[i - 1]).section)
            menu->addSeparator();
        menu->addAction(here[i]);
    }
    menu->menuAction()->setVisible(!here.isEmpty());
}

void ActionRegistry::retranslate()
{
    for (QAction *action : m_actions)
        setText(action);
}

} // namespace Deskbell::App
