// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemView>
#include <QTest>
#include <QWidget>

#include <functional>

class QMenu;
class QToolButton;

/// What a person does at a window: looks for something, presses, types. Everything waits until what
/// it needs is there, and answers false or null when that does not come.
namespace Deskbell::Test::Hand {

inline constexpr int patience = 30'000; ///< ms; a busy machine is slow

/// The visible, enabled widget of that name below `root`, once there is one. Without a name: of
/// that type.
template <class T>
T *find(const QWidget *root, const QString &name = {})
{
    T *found = nullptr;
    const auto look = [&] {
        const QList<T *> all = root->findChildren<T *>(name);
        for (T *one : all) {
            if (one->isVisible() && one->isEnabled()) {
                found = one;
                return true;
            }
        }
        return false;
    };
    if (!QTest::qWaitFor(look, patience))
        qWarning("there is no %s \"%s\"", T::staticMetaObject.className(), qPrintable(name));
    return found;
}

/// Waits until it is so.
bool until(const std::function<bool()> &condition);

/// The window gets the keys.
bool activate(QWidget *window);

void click(QWidget *widget);
/// Scrolls there first.
bool click(QAbstractItemView *view, const QModelIndex &index);
/// The row of the column-0 index whose `role` is or contains that, once there is one.
QModelIndex findRow(const QAbstractItemView *view, int role, const QString &text);
/// Puts text in place of what is there, as if typed.
void type(QWidget *field, const QString &text);
/// Types into the file dialog that is open below `parent`, and accepts.
bool chooseFile(const QWidget *parent, const QString &path);

/// Does something that opens a menu, and `look` while it is open; then closes it. QToolButton runs
/// a loop of its own while its menu is open, hence the inversion. False when none opened.
bool whileMenuIsOpen(const std::function<void()> &open, const std::function<void(QMenu *)> &look);

} // namespace Deskbell::Test::Hand
