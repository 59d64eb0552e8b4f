// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace Deskbell::App {

/// What the middle of a main window shows: the ticket list, an admin page. Made once per window, at
/// first use.
class PageWidget : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Shown beside the page in the right pane; the window takes ownership. Without one the page
    /// has the whole width.
    virtual QWidget *detailPane() { return nullptr; }
    /// An entry of the views pane that leads here was chosen ("tickets.unassigned").
    virtual void showEntry(const QString &entryId) { Q_UNUSED(entryId) }
    /// What a deskbell:// link or the palette asks for: open("ticket", "HD-1042"). False: not mine.
    virtual bool open(const QString &kind, const QString &id)
    {
        Q_UNUSED(kind)
        Q_UNUSED(id)
        return false;
    }

Q_SIGNALS:
    /// "J/K move · A take": for the status bar while this page is in front.
    void keyHintsChanged(const QString &hints);
};

} // namespace Deskbell::App
