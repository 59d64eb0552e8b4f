// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/workflowitems.h"

#include <QGraphicsView>

#include <optional>

namespace Deskbell::App {

/// The draft as a drawn graph that lays itself out, edited with mouse and keys.
///
/// Keys: Tab and Shift+Tab go from one element to the next, arrows to the neighbour there; Enter
/// edits, Del removes, Ins or N adds a status; T begins a transition from the current status,
/// arrows choose where to, Enter makes it, Esc gives up; + − zoom, 0 is 100 %, F fits. Mouse: click
/// selects, a pull from the handle of a status to another makes a transition, a pull on the ground
/// moves the view, Ctrl and the wheel zoom.
class WorkflowGraph : public QGraphicsView
{
    Q_OBJECT

public:
    explicit WorkflowGraph(EditedWorkflow &draft, QWidget *parent = nullptr);

    EditedWorkflow &draft() { return m_draft; }
    const QList<StatusItem *> &statusItems() const { return m_statuses; }
    const QList<ArrowItem *> &arrowItems() const { return m_arrows; }
    /// The element in one sentence, for screen readers.
    QString spoken(const WorkflowElement &element) const;
    /// The status to which an arrow is being drawn by keys or mouse; -1: none is being drawn.
    int linkTarget() const { return m_link ? m_link->target : -1; }

    void zoomBy(qreal factor);
    void zoomToFit();
    void resetZoom();

public Q_SLOTS:
    /// Named as the Edit menu of the window looks for them.
    void undo();
    void redo();
    /// From the current status to the one that is chosen next.
    void beginTransition();

Q_SIGNALS:
    /// The person wants to type in what is current.
    void editRequested();

protected:
    bool event(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    /// An arrow that is being drawn.
    struct Link
    {
        int from = -1;
        int target = -1;
        QPointF end = {};
        bool byKeys = false;
    };

    void rebuild();
    void showCurrent();
    void applyLooks();
    void announce();
    QList<WorkflowElement> tabOrder() const;
    bool isOwnKey(const QKeyEvent &event) const;
    bool linkKey(int key);
    bool moveKey(int key);
    bool editKey(int key);
    void finishLink();
    /// The status that lies next in that direction; -1.
    int neighbour(int status, int key) const;
    WorkflowItem *itemOf(const WorkflowElement &element) const;
    WorkflowItem *itemUnder(const QPoint &position) const;
    StatusItem *statusUnder(const QPoint &position) const;

    EditedWorkflow &m_draft;
    QList<StatusItem *> m_statuses;
    QList<ArrowItem *> m_arrows;
    std::optional<Link> m_link;
    std::optional<QPoint> m_panFrom;
    bool m_fits = true; ///< nobody has zoomed: the whole stays in view
};

} // namespace Deskbell::App
