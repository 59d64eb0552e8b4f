// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace Deskbell::App {

class MainWindow;
class NotificationPanel;
class Registry;
struct AppContext;

/// The bell of a window: how much is unread, and the list when it is pressed.
class Bell : public QToolButton
{
    Q_OBJECT

public:
    Bell(AppContext &context, MainWindow &window);

    void openPanel();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showUnread();

    AppContext &m_context;
    MainWindow &m_window;
    NotificationPanel *m_panel;
};

/// The bell of each window, the page of the settings, and messages of what could not be marked.
void installNotifications(Registry &registry);

} // namespace Deskbell::App
