// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QObject>

class QMenu;
class QSystemTrayIcon;

namespace Deskbell::App {

struct AppContext;

/// The program in the tray of the desktop, where there is one: how much is unread, the newest of
/// it, quiet for a while, and the way out. Shown while somebody is signed in.
class TrayIcon : public QObject
{
    Q_OBJECT

public:
    explicit TrayIcon(AppContext &context, QObject *parent = nullptr);
    ~TrayIcon() override;

    bool isShown() const;
    /// Filled each time it is opened.
    QMenu &menu() { return *m_menu; }
    /// The program's icon, with a number on it unless that is 0.
    static QIcon badged(int unread);

Q_SIGNALS:
    void ticketChosen(const QString &number);
    void windowWanted();

private:
    void showUnread();
    void showIfSignedIn();
    void fillMenu();
    void beQuiet(bool quiet);

    AppContext &m_context;
    QMenu *m_menu;
    QSystemTrayIcon *m_icon;
};

} // namespace Deskbell::App
