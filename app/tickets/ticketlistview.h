// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace Deskbell {
class Clock;
}

namespace Deskbell::App {

/// The list itself: two-line rows, kept selection, single keys. Emits what the person wants; what
/// it means is decided by the page.
class TicketListView : public QListView
{
    Q_OBJECT

public:
    TicketListView(const Clock &clock, QWidget *parent = nullptr);

    /// The row by `step` from the current one, selected and in sight.
    void step(int step);

Q_SIGNALS:
    /// Double click: in a window of its own.
    void detachRequested(const QModelIndex &index);
    void currentRowChanged(const QModelIndex &current);

protected:
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
};

} // namespace Deskbell::App
