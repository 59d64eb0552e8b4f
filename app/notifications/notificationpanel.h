// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QListView;
class QPushButton;

namespace Deskbell::App {

class NotificationCenter;
class StateView;
struct AppContext;

/// The list below the bell: what happened, by day and ticket; Enter or a click opens the ticket.
class NotificationPanel : public QFrame
{
    Q_OBJECT

public:
    explicit NotificationPanel(AppContext &context, QWidget *parent);

Q_SIGNALS:
    void ticketChosen(const QString &number);
    void settingsRequested();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void showState();
    void choose(const QModelIndex &index);
    void retranslate();

    NotificationCenter &m_center;
    QLabel *m_title;
    QPushButton *m_markAll;
    QPushButton *m_settings;
    QListView *m_list;
    StateView *m_state;
};

} // namespace Deskbell::App
