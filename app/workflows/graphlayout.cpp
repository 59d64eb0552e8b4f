// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/graphlayout.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace Deskbell::App {

namespace {

constexpr qreal columnGap = 120; ///< room for the words on the arrows
constexpr qreal rowGap = 36;
constexpr qreal laneHeight = 30; ///< what a passing arrow takes of a column
constexpr int sweeps = 12;

/// A box, or the place where a long arrow passes a column.
struct Vertex
{
    QSizeF size;
    int column = 0;
    qreal y = 0; ///< of its middle
    std::vector<int> left;
    std::vector<int> right;
};

/// Columns become rows.
void turn(GraphLayout &layout)
{
    for (QRectF &box : layout.boxes) {
        box = QRectF(box.y(), box.x(), box.height(), box.width());
        layout.bounds |= box;
    }
    for (QPolygonF &arrow : layout.arrows) {
        for (QPointF &point : arrow)
            point = point.transposed();
        layout.bounds |= arrow.boundingRect();
    }
}

/// The layered layout after Sugiyama: break cycles, choose columns, order them, place them. It
/// works from left to right; what it is given and what it makes is turned by 90 degrees.
class Layering
{
public:
    Layering(const QList<GraphBox> &boxes, const QList<GraphArrow> &arrows)
        : m_boxes(boxes)
        , m_arrows(arrows)
        , m_forward(size_t(arrows.size()), true)
    {
        for (const GraphBox &box : boxes)
            m_vertices.push_back({.size = box.size.transposed()});
    }

    GraphLayout run()
    {
        breakCycles();
        chooseColumns();
        addLanes();
        order();
        place();
        return result();
    }

private:
    bool isLoop(int arrow) const { return m_arrows[arrow].from == m_arrows[arrow].to; }
    /// The ends as they stand from left to right.
    int leftOf(int arrow) const
    {
        return m_forward[size_t(arrow)] ? m_arrows[arrow].from : m_arrows[arrow].to;
    }
    int rightOf(int arrow) const
    {
        return m_forward[size_t(arrow)] ? m_arrows[arrow].to : m_arrows[arrow].from;
    }

    void breakCycles();
    void visit(int box, std::vector<int> &state);
    void chooseColumns();
    void addLanes();
    void order();
    int crossings() const;
    void sortColumn(std::vector<int> &column, std::vector<int> Vertex::*side);
    void place();
    void settle(std::vector<int> &column, std::vector<int> Vertex::*side);
    GraphLayout result() const;
    std::vector<qreal> ports(int box, bool onTheRight, const std::vector<int> &arrows) const;

    const QList<GraphBox> &m_boxes;
    const QList<GraphArrow> &m_arrows;
    std::vector<bool> m_forward; ///< by arrow: drawn from left to right
    std::vector<Vertex> m_vertices;
    std::vector<std::vector<int>> m_lanes; ///< by arrow: the vertices it passes, from the left
    std::vector<std::vector<int>> m_columns;
};

/// Whatever leads back to where one came from points to the left.
void Layering::breakCycles()
{
    std::vector<int> state(size_t(m_boxes.size()), 0);
    for (const bool start : {true, false}) {
        for (int box = 0; box < m_boxes.size(); ++box) {
            if (m_boxes[box].start == start && state[size_t(box)] == 0)
                visit(box, state);
        }
    }
}

void Layering::visit(int box, std::vector<int> &state)
{
    constexpr int onTheWay = 1;
    constexpr int finished = 2;
    state[size_t(box)] = onTheWay;
    for (int arrow = 0; arrow < m_arrows.size(); ++arrow) {
        const int to = m_arrows[arrow].to;
        if (m_arrows[arrow].from != box || to == box)
            continue;
        if (state[size_t(to)] == onTheWay)
            m_forward[size_t(arrow)] = false;
        else if (state[size_t(to)] == 0)
            visit(to, state);
    }
    state[size_t(box)] = finished;
}

/// One column behind the last that leads here.
void Layering::chooseColumns()
{
    for (int round = 0; round < m_boxes.size(); ++round) {
        bool moved = false;
        for (int arrow = 0; arrow < m_arrows.size(); ++arrow) {
            if (isLoop(arrow))
                continue;
            const int needed = m_vertices[size_t(leftOf(arrow))].column + 1;
            int &column = m_vertices[size_t(rightOf(arrow))].column;
            moved = moved || column < needed;
            column = std::max(column, needed);
        }
        if (!moved)
            break;
    }
}

void Layering::addLanes()
{
    m_lanes.resize(size_t(m_arrows.size()));
    const auto join = [this](int left, int right) {
        m_vertices[size_t(left)].right.push_back(right);
        m_vertices[size_t(right)].left.push_back(left);
    };
    for (int arrow = 0; arrow < m_arrows.size(); ++arrow) {
        if (isLoop(arrow))
            continue;
        int at = leftOf(arrow);
        const int end = rightOf(arrow);
        for (int column = m_vertices[size_t(at)].column + 1;
             column < m_vertices[size_t(end)].column; ++column) {
            const int lane = int(m_vertices.size());
            m_vertices.push_back({.size = QSizeF(0, laneHeight), .column = column});
            m_lanes[size_t(arrow)].push_back(lane);
            join(at, lane);
            at = lane;
        }
        join(at, end);
    }
    for (int vertex = 0; vertex < int(m_vertices.size()); ++vertex) {
        const auto column = size_t(m_vertices[size_t(vertex)].column);
        if (m_columns.size() <= column)
            m_columns.resize(column + 1);
        m_columns[column].push_back(vertex);
    }
}

void Layering::sortColumn(std::vector<int> &column, std::vector<int> Vertex::*side)
{
    std::vector<qreal> weight(m_vertices.size(), 0);
    std::vector<qreal> rank(m_vertices.size(), 0);
    for (const std::vector<int> &one : m_columns) {
        for (size_t i = 0; i < one.size(); ++i)
            rank[size_t(one[i])] = qreal(i);
    }
    for (const int vertex : column) {
        const std::vector<int> &neighbours = m_vertices[size_t(vertex)].*side;
        qreal sum = 0;
        for (const int neighbour : neighbours)
            sum += rank[size_t(neighbour)];
        weight[size_t(vertex)]
                = neighbours.empty() ? rank[size_t(vertex)] : sum / qreal(neighbours.size());
    }
    std::stable_sort(column.begin(), column.end(), [&weight](int one, int other) {
        return weight[size_t(one)] < weight[size_t(other)];
    });
}

int Layering::crossings() const
{
    int count = 0;
    std::vector<int> rank(m_vertices.size(), 0);
    for (const std::vector<int> &one : m_columns) {
        for (size_t i = 0; i < one.size(); ++i)
            rank[size_t(one[i])] = int(i);
    }
    for (const std::vector<int> &column : m_columns) {
        std::vector<std::pair<int, int>> lines;
        for (const int vertex : column) {
            for (const int right : m_vertices[size_t(vertex)].right)
                lines.emplace_back(rank[size_t(vertex)], rank[size_t(right)]);
        }
        for (size_t i = 0; i < lines.size(); ++i) {
            for (size_t j = i + 1; j < lines.size(); ++j) {
                const int above = lines[i].first - lines[j].first;
                const int behind = lines[i].second - lines[j].second;
                count += (above < 0 && behind > 0) || (above > 0 && behind < 0) ? 1 : 0;
            }
        }
    }
    return count;
}

/// To and fro, each vertex among those it is joined with; the best order of all is kept.
void Layering::order()
{
    std::vector<std::vector<int>> best = m_columns;
    int fewest = crossings();
    for (int sweep = 0; sweep < sweeps && fewest > 0; ++sweep) {
        if (sweep % 2 == 0) {
            for (size_t i = 1; i < m_columns.size(); ++i)
                sortColumn(m_columns[i], &Vertex::left);
        } else {
            for (size_t i = m_columns.size() - 1; i-- > 0;)
                sortColumn(m_columns[i], &Vertex::right);
        }
        if (const int now = crossings(); now < fewest) {
            fewest = now;
            best = m_columns;
        }
    }
    m_columns = best;
}

/// As near as can be to the middle of the neighbours, in order and without touching: those that
/// would overlap form a block that settles where its members want to be on average.
void Layering::settle(std::vector<int> &column, std::vector<int> Vertex::*side)
{
    struct Block
    {
        qreal sum;
        int count;
        qreal mean() const { return sum / count; }
    };
    std::vector<Block> blocks;
    std::vector<qreal> offsets;
    qreal offset = 0;
    for (size_t i = 0; i < column.size(); ++i) {
        const Vertex &vertex = m_vertices[size_t(column[i])];
        if (i > 0) {
            offset += (m_vertices[size_t(column[i - 1])].size.height() + vertex.size.height()) / 2
                      + rowGap;
        }
        offsets.push_back(offset);
        const std::vector<int> &neighbours = vertex.*side;
        qreal wanted = vertex.y;
        if (!neighbours.empty()) {
            wanted = 0;
            for (const int neighbour : neighbours)
                wanted += m_vertices[size_t(neighbour)].y;
            wanted /= qreal(neighbours.size());
        }
        blocks.push_back({.sum = wanted - offset, .count = 1});
        while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() > blocks.back().mean()) {
            blocks[blocks.size() - 2].sum += blocks.back().sum;
            blocks[blocks.size() - 2].count += blocks.back().count;
            blocks.pop_back();
        }
    }
    size_t at = 0;
    for (const Block &block : blocks) {
        for (int i = 0; i < block.count; ++i, ++at)
            m_vertices[size_t(column[at])].y = std::round(block.mean() + offsets[at]);
    }
}

void Layering::place()
{
    for (std::vector<int> &column : m_columns) {
        qreal y = 0;
        for (const int vertex : column) {
            m_vertices[size_t(vertex)].y = y;
            y += m_vertices[size_t(vertex)].size.height() + rowGap;
        }
    }
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        if (sweep % 2 == 0) {
            for (size_t i = 1; i < m_columns.size(); ++i)
                settle(m_columns[i], &Vertex::left);
        } else {
            for (size_t i = m_columns.size() - 1; i-- > 0;)
                settle(m_columns[i], &Vertex::right);
        }
    }
}

/// Where on its side of the box each of these arrows ends: in the order of where they go to.
std::vector<qreal> Layering::ports(int box, bool onTheRight, const std::vector<int> &arrows) const
{
    const auto neighbourY = [&](int arrow) {
        const std::vector<int> &lanes = m_lanes[size_t(arrow)];
        if (!lanes.empty())
            return m_vertices[size_t(onTheRight ? lanes.front() : lanes.back())].y;
        return m_vertices[size_t(onTheRight ? rightOf(arrow) : leftOf(arrow))].y;
    };
    std::vector<size_t> order(arrows.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](size_t one, size_t other) {
        return neighbourY(arrows[one]) < neighbourY(arrows[other]);
    });
    const Vertex &vertex = m_vertices[size_t(box)];
    std::vector<qreal> y(arrows.size());
    for (size_t i = 0; i < order.size(); ++i) {
        const qreal share = qreal(i + 1) / qreal(order.size() + 1);
        y[order[i]] = vertex.y - vertex.size.height() / 2 + share * vertex.size.height();
    }
    return y;
}

GraphLayout Layering::result() const
{
    std::vector<qreal> x;
    std::vector<qreal> widths;
    qreal at = 0;
    for (const std::vector<int> &column : m_columns) {
        qreal width = 0;
        for (const int vertex : column)
            width = std::max(width, m_vertices[size_t(vertex)].size.width());
        x.push_back(at);
        widths.push_back(width);
        at += width + columnGap;
    }
    GraphLayout layout;
    for (int box = 0; box < m_boxes.size(); ++box) {
        const Vertex &vertex = m_vertices[size_t(box)];
        const auto column = size_t(vertex.column);
        QRectF rect(QPointF(), vertex.size);
        rect.moveCenter({x[column] + widths[column] / 2, vertex.y});
        layout.boxes.append(rect);
    }
    std::vector<qreal> leave(size_t(m_arrows.size()), 0);
    std::vector<qreal> arrive(size_t(m_arrows.size()), 0);
    for (int box = 0; box < m_boxes.size(); ++box) {
        for (const bool onTheRight : {true, false}) {
            std::vector<int> arrows;
            for (int arrow = 0; arrow < m_arrows.size(); ++arrow) {
                if (!isLoop(arrow) && (onTheRight ? leftOf(arrow) : rightOf(arrow)) == box)
                    arrows.push_back(arrow);
            }
            const std::vector<qreal> y = ports(box, onTheRight, arrows);
            for (size_t i = 0; i < arrows.size(); ++i)
                (onTheRight ? leave : arrive)[size_t(arrows[i])] = y[i];
        }
    }
    for (int arrow = 0; arrow < m_arrows.size(); ++arrow) {
        QPolygonF points;
        if (isLoop(arrow)) {
            const QRectF &box = layout.boxes[m_arrows[arrow].from];
            points = {{box.right(), box.center().y()},
                      {box.right() + rowGap, box.bottom()},
                      {box.right(), box.bottom() - 8}};
        } else {
            points.append({layout.boxes[leftOf(arrow)].right(), leave[size_t(arrow)]});
            for (const int lane : m_lanes[size_t(arrow)]) {
                const Vertex &vertex = m_vertices[size_t(lane)];
                const auto column = size_t(vertex.column);
                points.append({x[column], vertex.y});
                points.append({x[column] + widths[column], vertex.y});
            }
            points.append({layout.boxes[rightOf(arrow)].left(), arrive[size_t(arrow)]});
            if (!m_forward[size_t(arrow)])
                std::reverse(points.begin(), points.end());
        }
        layout.arrows.append(points);
    }
    turn(layout);
    return layout;
}

} // namespace

GraphLayout layOutGraph(const QList<GraphBox> &boxes, const QList<GraphArrow> &arrows)
{
    return boxes.isEmpty() ? GraphLayout() : Layering(boxes, arrows).run();
}

} // namespace Deskbell::App
