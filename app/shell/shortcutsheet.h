// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace Deskbell::App {

class ActionRegistry;

/// Every action of a window that has a key, by menu.
class ShortcutSheet : public QDialog
{
    Q_OBJECT

public:
    static void open(const ActionRegistry &actions, QWidget *parent);

private:
    ShortcutSheet(const ActionRegistry &actions, QWidget *parent);
};

} // namespace Deskbell::App
