// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/notifications/notificationsettings.h"

#include <QHash>
#include <QWidget>

class QCheckBox;
class QGridLayout;
class QLabel;
class QTimeEdit;

namespace Deskbell::App {

class NoticeBox;
class StateView;
struct AppContext;

/// The page of the settings dialog.
inline const QString notificationSettingsPage = QStringLiteral("notifications");

/// Which kinds of things one wants to be told, in the list and on the desktop, and when it is to be
/// quiet. Everything is stored at once; what the server refuses goes back to what it was.
class NotificationSettingsForm : public QWidget
{
    Q_OBJECT

public:
    explicit NotificationSettingsForm(AppContext &context, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Choice
    {
        QLabel *name;
        QCheckBox *inApp;
        QCheckBox *onDesktop;
    };
    void load();
    void showSettings(const NotificationSettings &settings);
    void choose(NotificationKind kind);
    void changeQuietHours();
    void store(const NotificationSettingsPatch &patch);
    void retranslate();

    AppContext &m_context;
    StateView *m_state;
    NoticeBox *m_fault;
    QGridLayout *m_grid;
    QHash<NotificationKind, Choice> m_choices;
    QLabel *m_inAppTitle;
    QLabel *m_desktopTitle;
    QCheckBox *m_quiet;
    QTimeEdit *m_from;
    QLabel *m_between;
    QTimeEdit *m_to;
    QCheckBox *m_keepInTray;
};

} // namespace Deskbell::App
