// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPolygonF>
#include <QRectF>

namespace Deskbell::App {

/// A box of a graph that is to be laid out.
struct GraphBox
{
    QSizeF size;
    bool start = false; ///< stands at the top
};

/// An arrow between two boxes, by their place in the list.
struct GraphArrow
{
    int from = 0;
    int to = 0;
};

struct GraphLayout
{
    QList<QRectF> boxes;
    /// For each arrow the points it goes through, from its box to the other; it enters and leaves
    /// every one of them vertically.
    QList<QPolygonF> arrows;
    QRectF bounds;
};

/// Lays a directed graph out in rows from the top down, so that most arrows point down, few cross,
/// and none runs through a box. The same graph always looks the same. Cycles, parallel arrows and
/// parts that hang together with nothing are fine. Pure.
GraphLayout layOutGraph(const QList<GraphBox> &boxes, const QList<GraphArrow> &arrows);

} // namespace Deskbell::App
