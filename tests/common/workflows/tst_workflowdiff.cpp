// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/workflows/presets.h"
#include "common/workflows/workflowrehearsal.h"
#include "common/workflows/workflowversion.h"
#include "tests/support/common/faults.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Test;

namespace {

using Edit = std::function<void(WorkflowDefinition &)>;

/// "changed transition new>closed: label, requires"
QString textOf(const WorkflowChange &change)
{
    QString text = QString(toWire(change.kind)) + u' ' + toWire(change.part);
    if (!change.status.isEmpty())
        text += u' ' + change.status;
    if (!change.to.isEmpty())
        text += u'>' + change.to;
    QStringList fields;
    for (const WorkflowFieldChange &field : change.fields)
        fields.append(field.field);
    return fields.isEmpty() ? text : text + u": "_s + fields.join(u", "_s);
}

QStringList textsOf(const QList<WorkflowChange> &changes)
{
    QStringList list;
    for (const WorkflowChange &change : changes)
        list.append(textOf(change));
    return list;
}

WorkflowTransition &transitionOf(WorkflowDefinition &definition, const QString &from,
                                 const QString &to)
{
    for (WorkflowTransition &transition : definition.transitions) {
        if (transition.from == from && transition.to == to)
            return transition;
    }
    qFatal("no such transition");
}

} // namespace

Q_DECLARE_METATYPE(Edit)

/// What differs between two definitions, and what goes over the wire about it.
class TestWorkflowDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatDiffers_data();
    void tellsWhatDiffers();
    void saysOldAndNew();
    void equalOnesDoNotDiffer();
    void isReadAsItIsWritten();
    void statusMaps();
};

void TestWorkflowDiff::tellsWhatDiffers_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QStringList>("changes");
    const auto row = [](const char *name, const Edit &edit, const QStringList &changes) {
        QTest::newRow(name) << edit << changes;
    };
    using D = WorkflowDefinition;
    row("label", [](D &d) { d.label = u"Ours"_s; }, {u"changed workflow: label"_s});
    row("status renamed", [](D &d) { d.statuses[1].label = u"Doing"_s; },
        {u"changed status in_progress: label"_s});
    row("status becomes final", [](D &d) { d.statuses[4].final = true; },
        {u"changed status resolved: final"_s});
    row("status added", [](D &d) { d.statuses.append({.key = u"parked"_s, .label = u"Parked"_s}); },
        {u"added status parked"_s});
    row("status removed", [](D &d) { d.statuses.removeAt(3); }, {u"removed status on_hold"_s});
    row("statuses in another order", [](D &d) { d.statuses.move(5, 7); },
        {u"changed workflow: order"_s});
    row("transition changed",
        [](D &d) {
            WorkflowTransition &transition = transitionOf(d, u"new"_s, u"resolved"_s);
            transition.label = u"Done"_s;
            transition.requirements = {{.kind = RequirementKind::Solution}};
        },
        {u"changed transition new>resolved: label, requires"_s});
    row("takers and effects",
        [](D &d) {
            WorkflowTransition &transition = transitionOf(d, u"resolved"_s, u"closed"_s);
            transition.allowed = {{.kind = TakerKind::Assignee}};
            transition.effects = {{.kind = EffectKind::Notify, .target = u"creator"_s}};
        },
        {u"changed transition resolved>closed: allowed, effects"_s});
    row("transition goes elsewhere",
        [](D &d) { transitionOf(d, u"closed"_s, u"in_progress"_s).to = u"new"_s; },
        {u"added transition closed>new"_s, u"removed transition closed>in_progress"_s});
    row("automatic waits longer", [](D &d) { d.automatic[3].businessHours = 80; },
        {u"changed automatic resolved>closed: trigger"_s});
    row("automatic leads elsewhere", [](D &d) { d.automatic[0].to = u"on_hold"_s; },
        {u"changed automatic new>on_hold: to"_s});
    row("automatic removed", [](D &d) { d.automatic.removeFirst(); },
        {u"removed automatic new>in_progress"_s});
    row("step", [](D &d) { d.steps.append({.status = u"new"_s, .role = u"agent"_s}); },
        {u"added step new"_s});
    row("everything in its order",
        [](D &d) {
            d.automatic.removeFirst();
            d.transitions.removeFirst();
            d.statuses[0].label = u"Fresh"_s;
            d.statuses.append({.key = u"parked"_s, .label = u"Parked"_s});
        },
        {u"changed status new: label"_s, u"added status parked"_s,
         u"removed transition new>in_progress"_s, u"removed automatic new>in_progress"_s});
}

void TestWorkflowDiff::tellsWhatDiffers()
{
    QFETCH(Edit, edit);
    QFETCH(QStringList, changes);
    const WorkflowDefinition before = *workflowPreset(u"helpdesk");
    WorkflowDefinition after = before;
    edit(after);
    QCOMPARE(textsOf(diffWorkflows(before, after)), changes);
    // Backwards it is the same with added and removed exchanged.
    QCOMPARE(diffWorkflows(after, before).size(), changes.size());
}

void TestWorkflowDiff::saysOldAndNew()
{
    const WorkflowDefinition before = *workflowPreset(u"helpdesk");
    WorkflowDefinition after = before;
    after.statuses[4].label = u"Solved"_s;
    after.statuses[4].final = true;
    const QList<WorkflowChange> changes = diffWorkflows(before, after);
    QCOMPARE(changes.size(), 1);
    const WorkflowChange expected{
            .part = WorkflowPart::Status,
            .kind = ChangeKind::Changed,
            .status = u"resolved"_s,
            .label = u"Solved"_s,
            .fields = {{.field = u"final"_s, .before = QJsonValue::Null, .after = true},
                       {.field = u"label"_s, .before = u"Resolved"_s, .after = u"Solved"_s}}};
    QCOMPARE(changes.first(), expected);
}

void TestWorkflowDiff::equalOnesDoNotDiffer()
{
    for (const WorkflowDefinition &preset : workflowPresets()) {
        QCOMPARE(diffWorkflows(preset, preset).size(), 0);
        for (const WorkflowDefinition &other : workflowPresets())
            QCOMPARE(diffWorkflows(preset, other).isEmpty(), preset == other);
    }
}

void TestWorkflowDiff::isReadAsItIsWritten()
{
    const Rehearsal rehearsal{
            .number = 3,
            .changes = diffWorkflows(*workflowPreset(u"helpdesk"), *workflowPreset(u"basic")),
            .statuses = {{.number = 2,
                          .status = u"on_hold"_s,
                          .label = u"On hold"_s,
                          .to = u"on_hold"_s,
                          .tickets = 7,
                          .stranded = 5,
                          .stranding = Stranding::UnknownStatus}},
            .tickets = 7,
            .stranded = 5,
            .strandedTickets = {{.id = TicketId(4),
                                 .number = u"HD-4"_s,
                                 .title = u"Smoke"_s,
                                 .status = u"on_hold"_s,
                                 .stranding = Stranding::DeadEnd}}};
    QCOMPARE(fromJson<Rehearsal>(toJson(rehearsal)).value(), rehearsal);
    const Migration migration{.number = 2, .moved = 9, .changed = 4};
    QCOMPARE(fromJson<Migration>(toJson(migration)).value(), migration);
    const WorkflowVersion version{.number = 2,
                                  .createdAt = QDateTime(QDate(2026, 11, 21), QTime(9, 0), Qt::UTC),
                                  .createdBy = PersonRef{AccountId(3), u"Ada"_s},
                                  .tickets = 5,
                                  .openTickets = 2,
                                  .definition = *workflowPreset(u"simple")};
    QCOMPARE(fromJson<WorkflowVersion>(toJson(version)).value(), version);
}

void TestWorkflowDiff::statusMaps()
{
    RehearsalRequest request{.definition = *workflowPreset(u"basic"),
                             .statusMap = {{u"on_hold"_s, u"open"_s}}};
    QCOMPARE(fromJson<RehearsalRequest>(toJson(request)).value(), request);
    request.statusMap[u"new"_s] = u"nowhere"_s;
    QCOMPARE(faultsOf(fromJson<RehearsalRequest>(toJson(request))),
             QStringList{uR"(statusMap.new:unknown_status{"status":"nowhere"})"_s});
    request.definition.statuses[0].initial = false;
    QVERIFY(faultsOf(fromJson<RehearsalRequest>(toJson(request)))
                    .contains(u"definition.statuses:no_initial_status"_s));
    QCOMPARE(faultsOf(fromJson<MigrationRequest>(object(R"({"statusMap":{"a":1}})"))),
             QStringList{u"statusMap:wrong_type"_s});
}

QTEST_APPLESS_MAIN(TestWorkflowDiff)
#include "tst_workflowdiff.moc"
