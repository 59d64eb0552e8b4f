// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/graphlayout.h"
#include "common/workflows/presets.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::App;

namespace {

struct Graph
{
    QList<GraphBox> boxes;
    QList<GraphArrow> arrows;
};

Graph graphOf(int boxes, const QList<GraphArrow> &arrows)
{
    Graph graph{.arrows = arrows};
    for (int i = 0; i < boxes; ++i)
        graph.boxes.append({.size = QSizeF(160, 50 + (i % 3) * 20), .start = i == 0});
    return graph;
}

Graph graphOf(const WorkflowDefinition &definition)
{
    Graph graph;
    const auto indexOf = [&definition](const QString &key) {
        return int(definition.status(key) - definition.statuses.constData());
    };
    for (const WorkflowStatus &status : definition.statuses)
        graph.boxes.append({.size = {176, 54}, .start = status.initial});
    for (const WorkflowTransition &transition : definition.transitions)
        graph.arrows.append({indexOf(transition.from), indexOf(transition.to)});
    for (const AutomaticTransition &transition : definition.automatic)
        graph.arrows.append({indexOf(transition.from), indexOf(transition.to)});
    return graph;
}

} // namespace

Q_DECLARE_METATYPE(Graph)

/// What holds for every layout of a graph, whatever it looks like.
class TestGraphLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holds_data();
    void holds();
    void pointsDown();
    void isNothingForNothing();
};

void TestGraphLayout::holds_data()
{
    QTest::addColumn<Graph>("graph");
    for (const WorkflowDefinition &preset : workflowPresets())
        QTest::newRow(qPrintable(preset.key)) << graphOf(preset);
    QTest::newRow("one") << graphOf(1, {});
    QTest::newRow("nothing joined") << graphOf(6, {});
    QTest::newRow("to and fro") << graphOf(2, {{0, 1}, {1, 0}});
    QTest::newRow("parallel") << graphOf(2, {{0, 1}, {0, 1}, {0, 1}});
    QTest::newRow("a loop") << graphOf(2, {{0, 0}, {0, 1}});
    QTest::newRow("a circle") << graphOf(5, {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 0}});
    QTest::newRow("a circle without a start") << graphOf(4, {{1, 2}, {2, 3}, {3, 1}});
    QTest::newRow("past all") << graphOf(5, {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {0, 4}, {4, 1}});
    Graph full = graphOf(12, {});
    for (int from = 0; from < 12; ++from) {
        for (int to = 0; to < 12; ++to) {
            if (from != to)
                full.arrows.append({from, to});
        }
    }
    QTest::newRow("every one to every other") << full;
    std::mt19937 random(7);
    for (int i = 0; i < 20; ++i) {
        const int boxes = 2 + int(random() % 49);
        Graph graph = graphOf(boxes, {});
        for (int arrow = 0; arrow < boxes * 2; ++arrow)
            graph.arrows.append({int(random() % unsigned(boxes)), int(random() % unsigned(boxes))});
        QTest::addRow("random %d", i) << graph;
    }
}

void TestGraphLayout::holds()
{
    QFETCH(Graph, graph);
    const GraphLayout layout = layOutGraph(graph.boxes, graph.arrows);
    QCOMPARE(layout.boxes.size(), graph.boxes.size());
    QCOMPARE(layout.arrows.size(), graph.arrows.size());
    for (int i = 0; i < layout.boxes.size(); ++i) {
        QCOMPARE(layout.boxes[i].size(), graph.boxes[i].size);
        QVERIFY(layout.bounds.contains(layout.boxes[i]));
        for (int j = i + 1; j < layout.boxes.size(); ++j) {
            QVERIFY2(!layout.boxes[i].adjusted(-4, -4, 4, 4).intersects(layout.boxes[j]),
                     qPrintable(u"%1 and %2 overlap"_s.arg(i).arg(j)));
        }
    }
    for (int i = 0; i < layout.arrows.size(); ++i) {
        const QPolygonF &points = layout.arrows[i];
        QVERIFY(points.size() >= 2);
        // It begins and ends at the edge of its boxes…
        const auto touches = [&](int box, const QPointF &point) {
            return layout.boxes[box].adjusted(-1, -1, 1, 1).contains(point)
                   && !layout.boxes[box].adjusted(1, 1, -1, -1).contains(point);
        };
        QVERIFY(touches(graph.arrows[i].from, points.first()));
        if (graph.arrows[i].from == graph.arrows[i].to)
            continue;
        QVERIFY(touches(graph.arrows[i].to, points.last()));
        // …and where it passes a row of boxes it goes through none.
        for (qsizetype point = 1; point + 1 < points.size(); ++point) {
            for (const QRectF &box : layout.boxes)
                QVERIFY(!box.contains(points[point]));
        }
    }
    // The same always looks the same.
    const GraphLayout again = layOutGraph(graph.boxes, graph.arrows);
    QCOMPARE(again.boxes, layout.boxes);
    QCOMPARE(again.arrows, layout.arrows);
}

void TestGraphLayout::pointsDown()
{
    const GraphLayout line = layOutGraph(graphOf(3, {}).boxes, {{0, 1}, {1, 2}, {0, 2}, {2, 0}});
    QVERIFY(line.boxes[0].bottom() < line.boxes[1].top());
    QVERIFY(line.boxes[1].bottom() < line.boxes[2].top());
    // The way back begins below.
    QVERIFY(line.arrows[3].first().y() > line.arrows[3].last().y());
    // The start stands at the top though it comes last in the list.
    QList<GraphBox> boxes = graphOf(2, {}).boxes;
    boxes[0].start = false;
    boxes[1].start = true;
    const GraphLayout turned = layOutGraph(boxes, {{0, 1}, {1, 0}});
    QVERIFY(turned.boxes[1].bottom() < turned.boxes[0].top());
}

void TestGraphLayout::isNothingForNothing()
{
    const GraphLayout layout = layOutGraph({}, {});
    QVERIFY(layout.boxes.isEmpty());
    QVERIFY(layout.bounds.isEmpty());
}

QTEST_APPLESS_MAIN(TestGraphLayout)
#include "tst_graphlayout.moc"
