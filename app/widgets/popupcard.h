// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/popups.h"

#include <QFrame>
#include <QTimer>

namespace Deskbell::App {

/// One pop-up: icon, text, advice, at most one action, a cross. Counts its time down while neither
/// the pointer nor the focus is on it.
class PopupCard : public QFrame
{
    Q_OBJECT

public:
    static constexpr int cardWidth = 360;

    PopupCard(int id, const Popup &popup, QWidget *window);

    int id() const { return m_id; }
    const Popup &popup() const { return m_popup; }
    QString spokenText() const;

Q_SIGNALS:
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void updateCountdown();

    int m_id;
    Popup m_popup;
    QTimer m_countdown;
    bool m_hovered = false;
};

} // namespace Deskbell::App
