// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/call.h"
#include "common/views/savedview.h"

#include <QObject>

namespace Deskbell::App {

class MainWindow;

/// The views that people saved, in the views pane of one window: read from the server, and made,
/// changed, moved and removed there.
class SavedViews : public QObject
{
    Q_OBJECT

public:
    explicit SavedViews(MainWindow &window);
    /// Those of a window.
    static SavedViews &of(MainWindow &window);

    const QList<SavedView> &views() const { return m_views; }
    /// The view behind an entry of the views pane; null when there is none.
    const SavedView *viewOf(const QString &entry) const;
    /// Whether the person may change it.
    bool mayChange(const SavedView &view) const;

    void refresh();
    /// Asks for a name and who shall have it.
    void askToSave(const ViewDraft &draft);
    void edit(const SavedView &view);
    /// Asks first: what is shared is gone for others, too.
    void remove(const SavedView &view);
    /// Up or down among those of its scope.
    void move(const SavedView &view, int step);
    /// How its list looks from now on.
    void keepLook(const SavedView &view, const TicketOrder &order,
                  const QList<ViewColumn> &columns);

Q_SIGNALS:
    void changed();
    /// What was saved as a new one, or changed by its form.
    void saved(const QString &entry);

private:
    void arrived(const QList<SavedView> &views);
    void openForm(const ViewDraft &draft, const SavedView *view);
    void showMenu(const QPoint &place);
    void patch(ViewId id, const ViewPatch &patch);

    MainWindow &m_window;
    QList<SavedView> m_views;
    Api::ScopedCall m_call;
};

} // namespace Deskbell::App
