// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/workflowgraph.h"

#include "app/shell/theme.h"
#include "app/tickets/tickettext.h"
#include "app/widgets/errortext.h"
#include "app/workflows/graphlayout.h"
#include "app/workflows/workflowtext.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainterPath>
#include <QScrollBar>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr qreal leastZoom = 0.2;
constexpr qreal mostZoom = 3;
constexpr qreal zoomStep = 1.2;
constexpr qreal sceneMargin = 28;

bool isArrowKey(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

} // namespace

WorkflowGraph::WorkflowGraph(EditedWorkflow &draft, QWidget *parent)
    : QGraphicsView(parent)
    , m_draft(draft)
{
    setObjectName(u"workflowGraph"_s);
    setScene(new QGraphicsScene(this));
    setFrameShape(QFrame::NoFrame);
    setTransformationAnchor(QGraphicsView::AnchorUnderMouse);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(320, 240);
    connect(&draft, &EditedWorkflow::changed, this, &WorkflowGraph::rebuild);
    connect(&draft, &EditedWorkflow::currentChanged, this, &WorkflowGraph::showCurrent);
    rebuild();
}

void WorkflowGraph::rebuild()
{
    m_link.reset();
    scene()->clear();
    m_statuses.clear();
    m_arrows.clear();
    const WorkflowDefinition &definition = m_draft.definition();
    QList<GraphBox> boxes;
    for (const WorkflowStatus &status : definition.statuses)
        boxes.append({.size = StatusItem::sizeOf(m_draft.step(status.key).has_value()),
                      .start = status.initial});
    QList<GraphArrow> arrows;
    QList<WorkflowElement> elements;
    QList<QStringList> words;
    const auto add = [&](const WorkflowElement &element, const QString &from, const QString &to,
                         const QStringList &lines) {
        const GraphArrow arrow{m_draft.indexOf(from), m_draft.indexOf(to)};
        if (arrow.from < 0 || arrow.to < 0)
            return; // to nowhere: the list of faults says so
        arrows.append(arrow);
        elements.append(element);
        words.append(lines);
    };
    for (int i = 0; i < definition.transitions.size(); ++i) {
        const WorkflowTransition &transition = definition.transitions[i];
        add({ElementKind::Transition, i}, transition.from, transition.to,
            {transition.label, WorkflowText::arrowLabel(transition)});
    }
    for (int i = 0; i < definition.automatic.size(); ++i) {
        const AutomaticTransition &transition = definition.automatic[i];
        add({ElementKind::Automatic, i}, transition.from, transition.to,
            {WorkflowText::trigger(transition)});
    }
    const GraphLayout layout = layOutGraph(boxes, arrows);
    QList<QRectF> taken = layout.boxes;
    for (int i = 0; i < layout.arrows.size(); ++i) {
        auto *item = new ArrowItem(elements[i], layout.arrows[i], words[i]);
        item->placeLabel(taken);
        scene()->addItem(item);
        m_arrows.append(item);
    }
    for (int i = 0; i < layout.boxes.size(); ++i) {
        const auto step = m_draft.step(definition.statuses[i].key);
        auto *item = new StatusItem(i, definition.statuses[i], step ? step->role : QString(),
                                    layout.boxes[i]);
        scene()->addItem(item);
        m_statuses.append(item);
    }
    scene()->setSceneRect(scene()->itemsBoundingRect().adjusted(-sceneMargin, -sceneMargin,
                                                                sceneMargin, sceneMargin));
    if (m_fits)
        zoomToFit();
    applyLooks();
    setAccessibleName(tr("Workflow %1").arg(definition.label));
    announce();
}

void WorkflowGraph::applyLooks()
{
    QList<WorkflowElement> faulty;
    for (const FieldError &fault : m_draft.faults())
        faulty.append(EditedWorkflow::elementOf(fault, m_draft.definition()));
    const auto apply = [&](WorkflowItem *item) {
        const bool current = item->element() == m_draft.current();
        const bool target = m_link && item->element().kind == ElementKind::Status
                            && item->element().index == m_link->target;
        item->setLook({.current = current,
                       .focused = current && hasFocus(),
                       .faulty = faulty.contains(item->element()),
                       .target = target});
    };
    for (ArrowItem *item : std::as_const(m_arrows))
        apply(item);
    for (StatusItem *item : std::as_const(m_statuses))
        apply(item);
    viewport()->update();
}

void WorkflowGraph::showCurrent()
{
    applyLooks();
    if (const WorkflowItem *item = itemOf(m_draft.current())) {
        const auto *arrow = dynamic_cast<const ArrowItem *>(item);
        ensureVisible(arrow ? arrow->label() : item->boundingRect(), 24, 24);
    }
    announce();
}

/// A graph has no widgets for screen readers to go through: what is current is told.
void WorkflowGraph::announce()
{
    const QString text = spoken(m_draft.current());
    if (text == accessibleDescription())
        return;
    setAccessibleDescription(text);
    if (hasFocus()) {
        QAccessibleEvent event(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    }
}

QString WorkflowGraph::spoken(const WorkflowElement &element) const
{
    const WorkflowDefinition &definition = m_draft.definition();
    const auto name = [&definition](const QString &key) {
        return WorkflowText::status(definition, key);
    };
    QString text;
    switch (element.kind) {
    case ElementKind::None:
        return tr("%n status(es)", nullptr, int(definition.statuses.size())) + u", "_s
               + tr("%n transition(s)", nullptr,
                    int(definition.transitions.size() + definition.automatic.size()));
    case ElementKind::Status: {
        const WorkflowStatus &status = definition.statuses[element.index];
        const auto leaves = [&status](const auto &way) {
            return way.from == status.key;
        };
        const auto ways = std::count_if(definition.transitions.cbegin(),
                                        definition.transitions.cend(), leaves)
                          + std::count_if(definition.automatic.cbegin(),
                                          definition.automatic.cend(), leaves);
        text = tr("Status %1, %2").arg(name(status.key), TicketText::category(status.category));
        if (status.initial)
            text += u", "_s + tr("start");
        if (status.final)
            text += u", "_s + tr("end");
        text += u", "_s + tr("%n way(s) on", nullptr, int(ways));
        break;
    }
    case ElementKind::Transition: {
        const WorkflowTransition &transition = definition.transitions[element.index];
        text = tr("Transition %1 from %2 to %3, %4")
                       .arg(transition.label, name(transition.from), name(transition.to),
                            WorkflowText::arrowLabel(transition));
        break;
    }
    case ElementKind::Automatic: {
        const AutomaticTransition &transition = definition.automatic[element.index];
        text = tr("Automatic transition from %1 to %2, %3")
                       .arg(name(transition.from), name(transition.to),
                            WorkflowText::trigger(transition));
        break;
    }
    }
    const QList<FieldError> faults = m_draft.faultsOf(element);
    for (const FieldError &fault : faults)
        text += u". "_s + describe(fault);
    return text;
}

WorkflowItem *WorkflowGraph::itemOf(const WorkflowElement &element) const
{
    for (StatusItem *item : m_statuses) {
        if (item->element() == element)
            return item;
    }
    for (ArrowItem *item : m_arrows) {
        if (item->element() == element)
            return item;
    }
    return nullptr;
}

WorkflowItem *WorkflowGraph::itemUnder(const QPoint &position) const
{
    const QList<QGraphicsItem *> found = items(position);
    const auto isHit = [&](QGraphicsItem *item) {
        const auto *status = dynamic_cast<StatusItem *>(item);
        return !status || status->rect().contains(mapToScene(position));
    };
    for (QGraphicsItem *item : found) {
        if (isHit(item))
            return static_cast<WorkflowItem *>(item);
    }
    return nullptr;
}

StatusItem *WorkflowGraph::statusUnder(const QPoint &position) const
{
    return dynamic_cast<StatusItem *>(itemUnder(position));
}

/// Each status, and behind it the ways that lead on from there.
QList<WorkflowElement> WorkflowGraph::tabOrder() const
{
    const WorkflowDefinition &definition = m_draft.definition();
    QList<WorkflowElement> order;
    for (int status = 0; status < definition.statuses.size(); ++status) {
        order.append({ElementKind::Status, status});
        const QString &key = definition.statuses[status].key;
        for (int i = 0; i < definition.transitions.size(); ++i) {
            if (definition.transitions[i].from == key)
                order.append({ElementKind::Transition, i});
        }
        for (int i = 0; i < definition.automatic.size(); ++i) {
            if (definition.automatic[i].from == key)
                order.append({ElementKind::Automatic, i});
        }
    }
    return order;
}

/// Through the elements, and behind the last one on to the next widget.
bool WorkflowGraph::focusNextPrevChild(bool next)
{
    const QList<WorkflowElement> order = tabOrder();
    const qsizetype at = order.indexOf(m_draft.current());
    const qsizetype to = at < 0 ? (next ? 0 : order.size() - 1) : at + (next ? 1 : -1);
    if (m_link || to < 0 || to >= order.size()) {
        m_link.reset();
        return QGraphicsView::focusNextPrevChild(next);
    }
    m_draft.setCurrent(order[to]);
    return true;
}

int WorkflowGraph::neighbour(int status, int key) const
{
    if (status < 0 || status >= m_statuses.size())
        return m_statuses.isEmpty() ? -1 : 0;
    const QPointF from = m_statuses[status]->rect().center();
    int best = -1;
    qreal least = std::numeric_limits<qreal>::max();
    for (int i = 0; i < m_statuses.size(); ++i) {
        const QPointF way = m_statuses[i]->rect().center() - from;
        const bool across = key == Qt::Key_Left || key == Qt::Key_Right;
        const qreal sign = key == Qt::Key_Right || key == Qt::Key_Down ? 1 : -1;
        const qreal along = sign * (across ? way.x() : way.y());
        const qreal aside = std::abs(across ? way.y() : way.x());
        const qreal distance = along + 2 * aside;
        if (i != status && along > 1 && distance < least) {
            least = distance;
            best = i;
        }
    }
    return best;
}

void WorkflowGraph::beginTransition()
{
    const WorkflowElement current = m_draft.current();
    if (current.kind != ElementKind::Status || m_statuses.size() < 2)
        return;
    int target = neighbour(current.index, Qt::Key_Down);
    if (target < 0)
        target = current.index == 0 ? 1 : 0;
    m_link = Link{.from = current.index, .target = target, .byKeys = true};
    setFocus(Qt::OtherFocusReason);
    applyLooks();
    setAccessibleDescription(
            tr("Transition to %1")
                    .arg(WorkflowText::status(m_draft.definition(),
                                              m_draft.definition().statuses[target].key)));
}

void WorkflowGraph::finishLink()
{
    const Link link = *m_link;
    m_link.reset();
    applyLooks();
    if (link.target >= 0)
        m_draft.addTransition(link.from, link.target);
}

bool WorkflowGraph::linkKey(int key)
{
    if (key == Qt::Key_Escape) {
        m_link.reset();
    } else if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        finishLink();
        return true;
    } else if (isArrowKey(key)) {
        int next = neighbour(m_link->target, key);
        if (next == m_link->from)
            next = neighbour(next, key);
        if (next >= 0)
            m_link->target = next;
        setAccessibleDescription(
                tr("Transition to %1")
                        .arg(WorkflowText::status(
                                m_draft.definition(),
                                m_draft.definition().statuses[m_link->target].key)));
    } else {
        return false;
    }
    applyLooks();
    return true;
}

bool WorkflowGraph::moveKey(int key)
{
    if (!isArrowKey(key))
        return false;
    const WorkflowElement current = m_draft.current();
    const WorkflowDefinition &definition = m_draft.definition();
    if (current.kind == ElementKind::Status || !current.isValid()) {
        if (const int next = neighbour(current.index, key); next >= 0)
            m_draft.setCurrent({ElementKind::Status, next});
        return true;
    }
    // From an arrow up and down lead to its ends, left and right to the next one.
    const bool automatic = current.kind == ElementKind::Automatic;
    const int from = m_draft.indexOf(automatic ? definition.automatic[current.index].from
                                               : definition.transitions[current.index].from);
    const int to = m_draft.indexOf(automatic ? definition.automatic[current.index].to
                                             : definition.transitions[current.index].to);
    if (from < 0 || to < 0)
        return true;
    const bool down = m_statuses[from]->rect().y() <= m_statuses[to]->rect().y();
    if (key == Qt::Key_Up || key == Qt::Key_Down) {
        m_draft.setCurrent({ElementKind::Status, (key == Qt::Key_Down) == down ? to : from});
        return true;
    }
    const QList<WorkflowElement> order = tabOrder();
    const qsizetype next = order.indexOf(current) + (key == Qt::Key_Right ? 1 : -1);
    if (next >= 0 && next < order.size())
        m_draft.setCurrent(order[next]);
    return true;
}

bool WorkflowGraph::editKey(int key)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2: Q_EMIT editRequested(); return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace: m_draft.remove(m_draft.current()); return true;
    case Qt::Key_Insert:
    case Qt::Key_N: m_draft.addStatus(); return true;
    case Qt::Key_T: beginTransition(); return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomBy(zoomStep); return true;
    case Qt::Key_Minus: zoomBy(1 / zoomStep); return true;
    case Qt::Key_0: resetZoom(); return true;
    case Qt::Key_F: zoomToFit(); return true;
    default: return false;
    }
}

bool WorkflowGraph::isOwnKey(const QKeyEvent &event) const
{
    constexpr std::array keys{Qt::Key_Return,    Qt::Key_Enter,  Qt::Key_F2,    Qt::Key_Delete,
                              Qt::Key_Backspace, Qt::Key_Insert, Qt::Key_N,     Qt::Key_T,
                              Qt::Key_Plus,      Qt::Key_Equal,  Qt::Key_Minus, Qt::Key_0,
                              Qt::Key_F};
    const bool plain = !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    return plain
           && (isArrowKey(event.key()) || (m_link && event.key() == Qt::Key_Escape)
               || std::find(keys.begin(), keys.end(), Qt::Key(event.key())) != keys.end());
}

bool WorkflowGraph::event(QEvent *event)
{
    // Else a shortcut of the window of the same letter would get it.
    if (event->type() == QEvent::ShortcutOverride && isOwnKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QGraphicsView::event(event);
}

void WorkflowGraph::keyPressEvent(QKeyEvent *event)
{
    const bool taken
            = isOwnKey(*event)
              && (m_link ? linkKey(event->key()) : moveKey(event->key()) || editKey(event->key()));
    if (!taken)
        QGraphicsView::keyPressEvent(event);
}

void WorkflowGraph::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QPointF at = mapToScene(event->pos());
    if (m_link && m_link->byKeys) {
        if (StatusItem *status = statusUnder(event->pos()); status) {
            m_link->target = status->element().index;
            finishLink();
            return;
        }
        m_link.reset();
    }
    for (StatusItem *status : std::as_const(m_statuses)) {
        if (status->handle().contains(at)) {
            m_draft.setCurrent(status->element());
            m_link = Link{.from = status->element().index, .end = at};
            return;
        }
    }
    WorkflowItem *item = itemUnder(event->pos());
    m_draft.setCurrent(item ? item->element() : WorkflowElement());
    if (!item)
        m_panFrom = event->pos();
}

void WorkflowGraph::mouseMoveEvent(QMouseEvent *event)
{
    if (m_panFrom) {
        const QPoint moved = event->pos() - *m_panFrom;
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - moved.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - moved.y());
        m_panFrom = event->pos();
    } else if (m_link && !m_link->byKeys) {
        m_link->end = mapToScene(event->pos());
        const StatusItem *status = statusUnder(event->pos());
        const bool other = status && status->element().index != m_link->from;
        m_link->target = other ? status->element().index : -1;
        applyLooks();
    } else {
        const QPointF at = mapToScene(event->pos());
        const bool pulls = std::any_of(
                m_statuses.cbegin(), m_statuses.cend(),
                [&at](const StatusItem *status) { return status->handle().contains(at); });
        viewport()->setCursor(pulls                     ? Qt::CrossCursor
                              : itemUnder(event->pos()) ? Qt::PointingHandCursor
                                                        : Qt::ArrowCursor);
    }
}

void WorkflowGraph::mouseReleaseEvent(QMouseEvent *)
{
    m_panFrom.reset();
    if (m_link && !m_link->byKeys)
        finishLink();
}

void WorkflowGraph::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (itemUnder(event->pos()))
        Q_EMIT editRequested();
}

void WorkflowGraph::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        zoomBy(std::pow(zoomStep, event->angleDelta().y() / 120.0));
        event->accept();
        return;
    }
    QGraphicsView::wheelEvent(event);
}

void WorkflowGraph::zoomBy(qreal factor)
{
    m_fits = false;
    const qreal now = transform().m11();
    const qreal wanted = std::clamp(now * factor, leastZoom, mostZoom);
    scale(wanted / now, wanted / now);
}

void WorkflowGraph::resetZoom()
{
    m_fits = false;
    setTransform({});
}

void WorkflowGraph::zoomToFit()
{
    m_fits = true;
    const QSizeF room = QSizeF(viewport()->size());
    const QSizeF needed = scene()->sceneRect().size();
    if (needed.isEmpty() || room.isEmpty())
        return;
    const qreal zoom
            = std::clamp(std::min(room.width() / needed.width(), room.height() / needed.height()),
                         leastZoom, 1.0);
    setTransform(QTransform::fromScale(zoom, zoom));
}

void WorkflowGraph::undo()
{
    m_draft.history().undo();
}

void WorkflowGraph::redo()
{
    m_draft.history().redo();
}

void WorkflowGraph::focusInEvent(QFocusEvent *event)
{
    QGraphicsView::focusInEvent(event);
    const bool byTab
            = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (byTab && !m_draft.current().isValid() && !m_statuses.isEmpty())
        m_draft.setCurrent({ElementKind::Status, 0});
    applyLooks();
}

void WorkflowGraph::focusOutEvent(QFocusEvent *event)
{
    m_link.reset();
    QGraphicsView::focusOutEvent(event);
    applyLooks();
}

void WorkflowGraph::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    if (m_fits)
        zoomToFit();
}

void WorkflowGraph::changeEvent(QEvent *event)
{
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    else if (event->type() == QEvent::PaletteChange)
        scene()->update();
}

void WorkflowGraph::drawBackground(QPainter *painter, const QRectF &rect)
{
    painter->fillRect(rect, Theme::tokens().base);
}

void WorkflowGraph::drawForeground(QPainter *painter, const QRectF &)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const ArrowItem *current = nullptr;
    for (const ArrowItem *arrow : std::as_const(m_arrows)) {
        if (arrow->look().current)
            current = arrow;
        else
            arrow->paintLabel(painter);
    }
    if (current)
        current->paintLabel(painter);
    if (!m_link)
        return;
    const QRectF from = m_statuses[m_link->from]->rect();
    const QPointF start(from.center().x(), from.bottom() + 4);
    const QPointF end
            = m_link->target >= 0 ? m_statuses[m_link->target]->rect().center() : m_link->end;
    QPen pen(Theme::tokens().accent, 2);
    pen.setDashPattern({3, 3});
    painter->setPen(pen);
    painter->drawLine(start, end);
}

} // namespace Deskbell::App
