// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/editedworkflow.h"

#include <QGraphicsItem>

namespace Deskbell::App {

/// How an item of the graph stands out.
struct ItemLook
{
    bool current = false;
    bool focused = false; ///< current, and the keys go to the graph
    bool faulty = false;
    bool target = false; ///< where an arrow that is being drawn would end
};

/// What the graph is made of: something that stands for an element of the workflow. Paints with
/// the colours of the theme as they are at the moment.
class WorkflowItem : public QGraphicsItem
{
public:
    explicit WorkflowItem(const WorkflowElement &element)
        : m_element(element)
    {}

    const WorkflowElement &element() const { return m_element; }
    void setLook(const ItemLook &look);
    const ItemLook &look() const { return m_look; }

private:
    WorkflowElement m_element;
    ItemLook m_look;
};

/// A status: a box in the colours of its category, with its name and kind, and at its foot the
/// handle from which an arrow is drawn.
class StatusItem : public WorkflowItem
{
public:
    /// `role` names who acts there in a step workflow; empty without a step.
    StatusItem(int index, const WorkflowStatus &status, const QString &role, const QRectF &rect);

    static QSizeF sizeOf(bool hasStep);

    const QRectF &rect() const { return m_rect; }
    /// Where pressing begins an arrow, in the scene.
    QRectF handle() const;
    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    WorkflowStatus m_status;
    QString m_role;
    QRectF m_rect;
};

/// A transition: an arrow through points, dashed when the system takes it, with words on it.
class ArrowItem : public WorkflowItem
{
public:
    /// Enters and leaves each point vertically.
    ArrowItem(const WorkflowElement &element, const QPolygonF &points, const QStringList &lines);

    /// Puts the words where they cover nothing of `taken`, as far as there is such a place, and
    /// adds that place to it.
    void placeLabel(QList<QRectF> &taken);
    const QRectF &label() const { return m_label; }
    /// The words; apart, so that no other arrow runs over them.
    void paintLabel(QPainter *painter) const;
    QRectF boundingRect() const override;
    QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    QPainterPath m_path;
    QPolygonF m_head;
    QStringList m_lines;
    QRectF m_label;
};

} // namespace Deskbell::App
