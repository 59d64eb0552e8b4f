// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/workflowgraph.h"
#include "app/workflows/workflowinspector.h"
#include "common/workflows/presets.h"
#include "tests/support/common/faults.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::App;

/// A workflow edited in its graph and in the panel beside it, with the mouse and with keys.
class TestWorkflowGraph : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsEveryElement();
    void selectsByMouse();
    void tabGoesThroughAllAndOn();
    void arrowKeysGoToNeighbours();
    void keysAddAndRemove();
    void pullingFromTheHandleMakesATransition();
    void keysMakeATransition();
    void escapeGivesUp();
    void undoAndRedo();
    void typingIsOneStep();
    void renamingAStatusRenamesItEverywhere();
    void aNewStatusGetsItsKeyFromItsName();
    void thereIsOneStart();
    void editsTakersAndRequirements();
    void editsEffects();
    void editsAutomaticTransitions();
    void editsSteps();
    void faultsStandAtTheirElements();
    void zoomsAndFits();
    void saysWhatIsCurrent();
    void ownKeysGoBeforeShortcuts();

private:
    template <class T>
    T *field(const QString &name) const
    {
        // Several forms have a name; one is seen.
        const QList<T *> all = m_inspector->findChildren<T *>(u"inspector."_s + name);
        for (T *one : all) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    int status(const QString &key) const { return m_draft->indexOf(key); }
    QPoint placeOf(int status, bool handle = false) const
    {
        const StatusItem *item = m_graph->statusItems()[status];
        return m_graph->mapFromScene(handle ? item->handle().center() + QPointF(0, 2)
                                            : item->rect().center());
    }
    const WorkflowTransition *transition(const QString &from, const QString &to) const
    {
        return m_draft->definition().transition(from, to);
    }
    void select(const QString &from, const QString &to);

    std::unique_ptr<EditedWorkflow> m_draft;
    std::unique_ptr<QWidget> m_window;
    WorkflowGraph *m_graph = nullptr;
    WorkflowInspector *m_inspector = nullptr;
};

void TestWorkflowGraph::init()
{
    m_draft = std::make_unique<EditedWorkflow>();
    m_draft->start(*workflowPreset(u"helpdesk"), *workflowPreset(u"helpdesk"));
    m_window = std::make_unique<QWidget>();
    m_graph = new WorkflowGraph(*m_draft, m_window.get());
    m_inspector = new WorkflowInspector(*m_draft, m_window.get());
    m_graph->setGeometry(0, 0, 900, 800);
    m_inspector->setGeometry(900, 0, 320, 800);
    connect(m_inspector, &WorkflowInspector::transitionRequested, m_graph,
            &WorkflowGraph::beginTransition);
    m_window->resize(1220, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_graph->setFocus();
    QTRY_VERIFY(m_graph->hasFocus());
}

void TestWorkflowGraph::cleanup()
{
    m_window.reset();
    m_draft.reset();
}

void TestWorkflowGraph::select(const QString &from, const QString &to)
{
    for (int i = 0; i < m_draft->definition().transitions.size(); ++i) {
        const WorkflowTransition &one = m_draft->definition().transitions[i];
        if (one.from == from && one.to == to)
            m_draft->setCurrent({ElementKind::Transition, i});
    }
}

void TestWorkflowGraph::showsEveryElement()
{
    for (const WorkflowDefinition &preset : workflowPresets()) {
        m_draft->start(preset, preset);
        QCOMPARE(m_graph->statusItems().size(), preset.statuses.size());
        QCOMPARE(m_graph->arrowItems().size(), preset.transitions.size() + preset.automatic.size());
        // No words lie over a status.
        for (const ArrowItem *arrow : m_graph->arrowItems()) {
            for (const StatusItem *box : m_graph->statusItems())
                QVERIFY(!arrow->label().intersects(box->rect()));
        }
    }
}

void TestWorkflowGraph::selectsByMouse()
{
    QTest::mouseClick(m_graph->viewport(), Qt::LeftButton, {}, placeOf(status(u"on_hold"_s)));
    QCOMPARE(m_draft->current(), (WorkflowElement{ElementKind::Status, status(u"on_hold"_s)}));
    QVERIFY(field<QLineEdit>(u"label"_s));
    const ArrowItem *arrow = m_graph->arrowItems().first();
    QTest::mouseClick(m_graph->viewport(), Qt::LeftButton, {},
                      m_graph->mapFromScene(arrow->label().center()));
    QCOMPARE(m_draft->current(), arrow->element());
    QTest::mouseClick(m_graph->viewport(), Qt::LeftButton, {}, QPoint(3, 3));
    QVERIFY(!m_draft->current().isValid());
    QSignalSpy edit(m_graph, &WorkflowGraph::editRequested);
    QTest::mouseDClick(m_graph->viewport(), Qt::LeftButton, {}, placeOf(0));
    QCOMPARE(edit.size(), 1);
}

void TestWorkflowGraph::tabGoesThroughAllAndOn()
{
    const qsizetype all = m_graph->statusItems().size() + m_graph->arrowItems().size();
    QList<WorkflowElement> seen;
    for (qsizetype i = 0; i < all; ++i) {
        QTest::keyClick(m_graph, Qt::Key_Tab);
        QVERIFY(m_graph->hasFocus());
        QVERIFY(!seen.contains(m_draft->current()));
        seen.append(m_draft->current());
    }
    QCOMPARE(seen.first(), (WorkflowElement{ElementKind::Status, 0}));
    QTest::keyClick(m_graph, Qt::Key_Backtab);
    QCOMPARE(m_draft->current(), seen[all - 2]);
    QTest::keyClick(m_graph, Qt::Key_Tab);
    QTest::keyClick(m_graph, Qt::Key_Tab);
    QVERIFY(!m_graph->hasFocus());
}

void TestWorkflowGraph::arrowKeysGoToNeighbours()
{
    QTest::keyClick(m_graph, Qt::Key_Down);
    QCOMPARE(m_draft->current(), (WorkflowElement{ElementKind::Status, 0}));
    QTest::keyClick(m_graph, Qt::Key_Down);
    const int below = m_draft->current().index;
    QVERIFY(m_graph->statusItems()[below]->rect().top()
            > m_graph->statusItems()[0]->rect().bottom());
    QTest::keyClick(m_graph, Qt::Key_Up);
    QCOMPARE(m_draft->current(), (WorkflowElement{ElementKind::Status, 0}));
    // At an arrow they lead to its ends.
    select(u"resolved"_s, u"closed"_s);
    QTest::keyClick(m_graph, Qt::Key_Down);
    QCOMPARE(m_draft->current(), (WorkflowElement{ElementKind::Status, status(u"closed"_s)}));
    select(u"closed"_s, u"in_progress"_s);
    QTest::keyClick(m_graph, Qt::Key_Up);
    QCOMPARE(m_draft->current(), (WorkflowElement{ElementKind::Status, status(u"in_progress"_s)}));
}

void TestWorkflowGraph::keysAddAndRemove()
{
    const qsizetype before = m_graph->statusItems().size();
    QTest::keyClick(m_graph, Qt::Key_Insert);
    QTest::keyClick(m_graph, Qt::Key_N);
    QCOMPARE(m_graph->statusItems().size(), before + 2);
    QCOMPARE(m_draft->current(), (WorkflowElement{ElementKind::Status, int(before) + 1}));
    QTest::keyClick(m_graph, Qt::Key_Delete);
    QTest::keyClick(m_graph, Qt::Key_Delete);
    QCOMPARE(m_draft->definition(), *workflowPreset(u"helpdesk"));
    // With a status goes what leads to it and from it.
    m_draft->setCurrent({ElementKind::Status, status(u"on_hold"_s)});
    QTest::keyClick(m_graph, Qt::Key_Delete);
    QVERIFY(!m_draft->definition().status(u"on_hold"));
    QVERIFY(!transition(u"in_progress"_s, u"on_hold"_s));
    QVERIFY(m_draft->faults().isEmpty());
    select(u"new"_s, u"rejected"_s);
    QTest::keyClick(m_graph, Qt::Key_Delete);
    QVERIFY(!transition(u"new"_s, u"rejected"_s));
    QCOMPARE(m_draft->current(), (WorkflowElement{ElementKind::Status, 0}));
}

void TestWorkflowGraph::pullingFromTheHandleMakesATransition()
{
    QVERIFY(!transition(u"resolved"_s, u"on_hold"_s));
    const int from = status(u"resolved"_s);
    const int to = status(u"on_hold"_s);
    QTest::mousePress(m_graph->viewport(), Qt::LeftButton, {}, placeOf(from, true));
    QTest::mouseMove(m_graph->viewport(), placeOf(to));
    QTRY_COMPARE(m_graph->linkTarget(), to);
    QTest::mouseRelease(m_graph->viewport(), Qt::LeftButton, {}, placeOf(to));
    QVERIFY(transition(u"resolved"_s, u"on_hold"_s));
    QCOMPARE(m_draft->current().kind, ElementKind::Transition);
    QVERIFY(field<QLineEdit>(u"label"_s));
    // Onto the ground it makes nothing.
    const qsizetype count = m_draft->definition().transitions.size();
    QTest::mousePress(m_graph->viewport(), Qt::LeftButton, {}, placeOf(from, true));
    QTest::mouseMove(m_graph->viewport(), QPoint(3, 3));
    QTest::mouseRelease(m_graph->viewport(), Qt::LeftButton, {}, QPoint(3, 3));
    QCOMPARE(m_draft->definition().transitions.size(), count);
}

void TestWorkflowGraph::keysMakeATransition()
{
    m_draft->setCurrent({ElementKind::Status, status(u"withdrawn"_s)});
    field<QPushButton>(u"connect"_s)->click();
    QVERIFY(m_graph->hasFocus());
    QVERIFY(m_graph->linkTarget() >= 0);
    for (int i = 0; i < 8 && m_graph->linkTarget() != status(u"new"_s); ++i)
        QTest::keyClick(m_graph, Qt::Key_Up);
    QCOMPARE(m_graph->linkTarget(), status(u"new"_s));
    QTest::keyClick(m_graph, Qt::Key_Return);
    QVERIFY(transition(u"withdrawn"_s, u"new"_s));
    QCOMPARE(m_graph->linkTarget(), -1);
    // What is there already is only made current.
    const qsizetype count = m_draft->definition().transitions.size();
    m_draft->addTransition(status(u"withdrawn"_s), status(u"new"_s));
    QCOMPARE(m_draft->definition().transitions.size(), count);
}

void TestWorkflowGraph::escapeGivesUp()
{
    m_draft->setCurrent({ElementKind::Status, 0});
    QTest::keyClick(m_graph, Qt::Key_T);
    QVERIFY(m_graph->linkTarget() >= 0);
    QTest::keyClick(m_graph, Qt::Key_Escape);
    QCOMPARE(m_graph->linkTarget(), -1);
    QVERIFY(!m_draft->isModified());
}

void TestWorkflowGraph::undoAndRedo()
{
    QTest::keyClick(m_graph, Qt::Key_N);
    m_draft->addTransition(0, int(m_draft->definition().statuses.size()) - 1);
    const WorkflowDefinition after = m_draft->definition();
    QVERIFY(QMetaObject::invokeMethod(m_graph, "undo")); // as the Edit menu does
    QMetaObject::invokeMethod(m_graph, "undo");
    QCOMPARE(m_draft->definition(), *workflowPreset(u"helpdesk"));
    QVERIFY(!m_draft->isModified());
    QMetaObject::invokeMethod(m_graph, "redo");
    QMetaObject::invokeMethod(m_graph, "redo");
    QCOMPARE(m_draft->definition(), after);
    QCOMPARE(m_draft->current().kind, ElementKind::Transition);
}

void TestWorkflowGraph::typingIsOneStep()
{
    m_draft->setCurrent({ElementKind::Status, 1});
    auto *label = field<QLineEdit>(u"label"_s);
    label->selectAll();
    QTest::keyClicks(label, u"Being done"_s);
    QCOMPARE(m_draft->definition().statuses[1].label, u"Being done"_s);
    QCOMPARE(m_draft->history().count(), 1);
    m_draft->history().undo();
    QCOMPARE(m_draft->definition(), *workflowPreset(u"helpdesk"));
    QCOMPARE(label->text(), u"In progress"_s);
}

void TestWorkflowGraph::renamingAStatusRenamesItEverywhere()
{
    m_draft->setCurrent({ElementKind::Status, status(u"on_hold"_s)});
    auto *key = field<QLineEdit>(u"key"_s);
    key->selectAll();
    QTest::keyClicks(key, u"parked"_s);
    QVERIFY(transition(u"in_progress"_s, u"parked"_s));
    QVERIFY(transition(u"parked"_s, u"resolved"_s));
    QVERIFY(m_draft->faults().isEmpty());
}

void TestWorkflowGraph::aNewStatusGetsItsKeyFromItsName()
{
    QTest::keyClick(m_graph, Qt::Key_N);
    auto *label = field<QLineEdit>(u"label"_s);
    label->selectAll();
    QTest::keyClicks(label, u"Waits for the 2nd line!"_s);
    QCOMPARE(m_draft->definition().statuses.last().key, u"waits_for_the_2nd_line"_s);
    // One that tickets may be in keeps it.
    m_draft->setCurrent({ElementKind::Status, 1});
    label->selectAll();
    QTest::keyClicks(label, u"Doing"_s);
    QCOMPARE(m_draft->definition().statuses[1].key, u"in_progress"_s);
}

void TestWorkflowGraph::thereIsOneStart()
{
    m_draft->setCurrent({ElementKind::Status, 1});
    field<QCheckBox>(u"initial"_s)->click();
    QVERIFY(m_draft->definition().statuses[1].initial);
    QVERIFY(!m_draft->definition().statuses[0].initial);
}

void TestWorkflowGraph::editsTakersAndRequirements()
{
    select(u"closed"_s, u"in_progress"_s);
    const QList<Taker> before = transition(u"closed"_s, u"in_progress"_s)->allowed;
    QCOMPARE(field<QSpinBox>(u"withinDays"_s)->value(), 14);
    field<QSpinBox>(u"withinDays"_s)->setValue(30);
    QList<Taker> expected = before;
    expected[1].withinDays = 30;
    QCOMPARE(transition(u"closed"_s, u"in_progress"_s)->allowed, expected);
    field<QCheckBox>(u"taker2"_s)->click(); // the assignee, too
    expected.append({.kind = TakerKind::Assignee});
    QCOMPARE(transition(u"closed"_s, u"in_progress"_s)->allowed, expected);
    field<QCheckBox>(u"requires0"_s)->click();
    field<QCheckBox>(u"requires4"_s)->click();
    auto *name = field<QLineEdit>(u"approvalTemplate"_s);
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, u"purchase"_s);
    const QList<Requirement> requirements{
            {.kind = RequirementKind::Reason},
            {.kind = RequirementKind::Approval, .approvalTemplate = u"purchase"_s}};
    QCOMPARE(transition(u"closed"_s, u"in_progress"_s)->requirements, requirements);
    // Looking at a transition changes nothing of it.
    for (const WorkflowDefinition &preset : workflowPresets()) {
        m_draft->start(preset, preset);
        for (int i = 0; i < preset.transitions.size(); ++i)
            m_draft->setCurrent({ElementKind::Transition, i});
        QVERIFY(!m_draft->isModified());
    }
}

void TestWorkflowGraph::editsEffects()
{
    select(u"new"_s, u"in_progress"_s);
    field<QPushButton>(u"addEffect"_s)->click();
    const auto effects = [this] {
        return transition(u"new"_s, u"in_progress"_s)->effects;
    };
    QCOMPARE(effects().size(), 1);
    QTRY_VERIFY(field<QComboBox>(u"effect0.kind"_s)); // laid out when it is time
    auto *kind = field<QComboBox>(u"effect0.kind"_s);
    kind->setCurrentIndex(kind->findData(u"set_field"_s));
    Q_EMIT kind->activated(kind->currentIndex());
    // The first field that there is, and its first value.
    QCOMPARE(effects().first(),
             (Effect{.kind = EffectKind::SetField, .target = u"priority"_s, .value = u"low"_s}));
    QTRY_VERIFY(field<QComboBox>(u"effect0.value"_s));
    auto *value = field<QComboBox>(u"effect0.value"_s);
    QCOMPARE(value->currentText(), u"Low"_s);
    value->setCurrentIndex(value->findText(u"High"_s));
    Q_EMIT value->activated(value->currentIndex());
    QCOMPARE(effects().first(),
             (Effect{.kind = EffectKind::SetField, .target = u"priority"_s, .value = u"high"_s}));
    auto *target = field<QComboBox>(u"effect0.target"_s);
    QCOMPARE(target->count(), 2);
    kind->setCurrentIndex(kind->findData(u"assign"_s));
    Q_EMIT kind->activated(kind->currentIndex());
    QCOMPARE(effects().first(), (Effect{.kind = EffectKind::Assign, .target = u"nobody"_s}));
    QVERIFY(target->findText(u"Agent"_s) > 0);
    m_inspector->findChild<QAbstractButton *>(u"inspector.effect0.remove"_s)->click();
    QVERIFY(effects().isEmpty());
}

void TestWorkflowGraph::editsAutomaticTransitions()
{
    m_draft->setCurrent({ElementKind::Automatic, 3});
    QCOMPARE(field<QSpinBox>(u"hours"_s)->value(), 40);
    field<QSpinBox>(u"hours"_s)->setValue(80);
    QCOMPARE(m_draft->definition().automatic[3].businessHours, 80);
    QCOMPARE(field<QSpinBox>(u"warning"_s)->value(), 8); // it closes
    field<QSpinBox>(u"warning"_s)->setValue(0);
    QCOMPARE(m_draft->definition().automatic[3].warningHours, 0);
    QCOMPARE(field<QSpinBox>(u"hours"_s)->value(), 80);
    auto *trigger = field<QComboBox>(u"trigger"_s);
    trigger->setCurrentIndex(trigger->findData(u"staffReplied"_s));
    Q_EMIT trigger->activated(trigger->currentIndex());
    QCOMPARE(m_draft->definition().automatic[3].trigger, Trigger::StaffReplied);
    QCOMPARE(m_draft->definition().automatic[3].businessHours, 0);
    QVERIFY(!field<QSpinBox>(u"warning"_s));
    // A transition can be had by itself, too.
    m_draft->setCurrent({ElementKind::Status, 0});
    field<QPushButton>(u"automatic"_s)->click();
    QCOMPARE(m_draft->current().kind, ElementKind::Automatic);
    QCOMPARE(m_draft->definition().automatic.last().from, u"new"_s);
}

void TestWorkflowGraph::editsSteps()
{
    m_draft->setCurrent({ElementKind::Status, 1});
    field<QCheckBox>(u"isStep"_s)->click();
    QCOMPARE(m_draft->step(u"in_progress"_s).value().role, u"agent"_s);
    QVERIFY(m_draft->faults().isEmpty());
    field<QPlainTextEdit>(u"step.instructions"_s)->setPlainText(u"Look at the cable."_s);
    field<QSpinBox>(u"step.weight"_s)->setValue(3);
    QCOMPARE(m_draft->step(u"in_progress"_s).value().instructions, u"Look at the cable."_s);
    QCOMPARE(m_draft->step(u"in_progress"_s).value().weight, 3);
    QVERIFY(m_graph->statusItems()[1]->rect().height()
            > m_graph->statusItems()[0]->rect().height());
    field<QCheckBox>(u"isStep"_s)->click();
    QVERIFY(!m_draft->step(u"in_progress"_s));
}

void TestWorkflowGraph::faultsStandAtTheirElements()
{
    QTest::keyClick(m_graph, Qt::Key_N);
    const WorkflowElement added = m_draft->current();
    QCOMPARE(Test::texts(m_draft->faultsOf(added)).size(), 2);
    QVERIFY(m_graph->statusItems().last()->look().faulty);
    QVERIFY(!m_graph->statusItems().first()->look().faulty);
    QVERIFY(field<QLabel>(u"whole"_s)->text().contains(u"No way leads here from the start."_s));
    auto *label = field<QLineEdit>(u"label"_s);
    label->selectAll();
    QTest::keyClick(label, Qt::Key_Delete);
    QVERIFY(label->property("faulty").toBool());
    QVERIFY(m_graph->accessibleDescription().contains(u"No way leads here from the start."_s));
}

void TestWorkflowGraph::zoomsAndFits()
{
    const auto zoom = [this] {
        return m_graph->transform().m11();
    };
    const qreal fitting = zoom();
    QVERIFY(m_graph->mapFromScene(m_graph->sceneRect()).boundingRect().height() <= 800);
    QTest::keyClick(m_graph, Qt::Key_Plus);
    QVERIFY(zoom() > fitting);
    QTest::keyClick(m_graph, Qt::Key_0);
    QCOMPARE(zoom(), 1.0);
    QTest::keyClick(m_graph, Qt::Key_F);
    QCOMPARE(zoom(), fitting);
    for (int i = 0; i < 40; ++i)
        QTest::keyClick(m_graph, Qt::Key_Minus);
    QVERIFY(zoom() >= 0.19);
}

void TestWorkflowGraph::saysWhatIsCurrent()
{
    QCOMPARE(m_graph->accessibleName(), u"Workflow Help desk"_s);
    m_draft->setCurrent({ElementKind::Status, 0});
    QVERIFY(m_graph->accessibleDescription().startsWith(u"Status New, Open, start"_s));
    select(u"resolved"_s, u"closed"_s);
    QCOMPARE(m_graph->accessibleDescription(),
             u"Transition Close from Resolved to Closed, Staff, Requester"_s);
    m_draft->setCurrent({ElementKind::Automatic, 0});
    QCOMPARE(m_graph->accessibleDescription(),
             u"Automatic transition from New to In progress, Staff replies"_s);
}

void TestWorkflowGraph::ownKeysGoBeforeShortcuts()
{
    QAction note(m_window.get());
    note.setShortcut(QKeySequence(Qt::Key_N));
    m_window->addAction(&note);
    QSignalSpy triggered(&note, &QAction::triggered);
    const qsizetype before = m_graph->statusItems().size();
    QTest::keyClick(m_graph, Qt::Key_N);
    QCOMPARE(triggered.size(), 0);
    QCOMPARE(m_graph->statusItems().size(), before + 1);
}

QTEST_MAIN(TestWorkflowGraph)
#include "tst_workflowgraph.moc"
