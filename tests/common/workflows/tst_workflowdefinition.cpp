// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/workflows/presets.h"
#include "common/workflows/workflow.h"
#include "tests/support/common/faults.h"

#include <QTest>

using namespace Deskbell;
using namespace Deskbell::Test;
using namespace Qt::StringLiterals;

class WorkflowDefinitionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sound();
    void refused_data();
    void refused();
    void everyFaultAtOnce();
    void steps();
    void roundTrip();
    void faultsInADraftNameTheirPlace();
};

namespace {

/// Two statuses and a way between them; each row of the tests breaks one thing of it.
WorkflowDefinition small()
{
    WorkflowDefinition definition{.key = u"small"_s, .label = u"Small"_s};
    definition.statuses = {{.key = u"open"_s, .label = u"Open"_s, .initial = true},
                           {.key = u"hold"_s, .label = u"Hold"_s, .category = StatusCategory::Hold},
                           {.key = u"done"_s,
                            .label = u"Done"_s,
                            .category = StatusCategory::Closed,
                            .final = true}};
    definition.transitions = {{.from = u"open"_s, .to = u"hold"_s, .label = u"Hold"_s},
                              {.from = u"hold"_s, .to = u"open"_s, .label = u"Continue"_s},
                              {.from = u"open"_s, .to = u"done"_s, .label = u"Finish"_s}};
    return definition;
}

QStringList faultsWith(QJsonObject object, const QString &member, const QJsonValue &value)
{
    object[member] = value;
    return faultsOf(fromJson<WorkflowDefinition>(object));
}

} // namespace

Q_DECLARE_METATYPE(WorkflowDefinition)

void WorkflowDefinitionTest::sound()
{
    QCOMPARE(texts(validate(small())), QStringList());
}

void WorkflowDefinitionTest::refused_data()
{
    QTest::addColumn<WorkflowDefinition>("definition");
    QTest::addColumn<QStringList>("faults");
    const auto row = [](const char *name, const std::function<void(WorkflowDefinition &)> &damage,
                        const QStringList &faults) {
        WorkflowDefinition definition = small();
        damage(definition);
        QTest::newRow(name) << definition << faults;
    };
    row("no initial status", [](auto &d) { d.statuses[0].initial = false; },
        {u"statuses:no_initial_status"_s});
    row("two initial statuses", [](auto &d) { d.statuses[1].initial = true; },
        {u"statuses:several_initial_statuses"_s});
    row("unreachable", [](auto &d) { d.transitions.removeAt(0); },
        {u"statuses[1]:unreachable_status{\"status\":\"hold\"}"_s});
    row("reachable only from what cannot be reached",
        [](auto &d) {
            d.statuses.append({.key = u"a"_s, .label = u"A"_s});
            d.statuses.append({.key = u"b"_s, .label = u"B"_s, .final = true});
            d.transitions.append({.from = u"a"_s, .to = u"b"_s, .label = u"x"_s});
        },
        {u"statuses[3]:unreachable_status{\"status\":\"a\"}"_s,
         u"statuses[4]:unreachable_status{\"status\":\"b\"}"_s});
    row("dead end", [](auto &d) { d.transitions.removeAt(1); },
        {u"statuses[1]:dead_end{\"status\":\"hold\"}"_s});
    row("no final status", [](auto &d) { d.statuses[2].final = false; },
        {u"statuses[0]:dead_end{\"status\":\"open\"}"_s,
         u"statuses[1]:dead_end{\"status\":\"hold\"}"_s,
         u"statuses[2]:dead_end{\"status\":\"done\"}"_s});
    row("to itself",
        [](auto &d) {
            d.transitions.append({.from = u"open"_s, .to = u"open"_s, .label = u"Again"_s});
        },
        {u"transitions[3]:self_transition"_s});
    row("automatically to itself",
        [](auto &d) {
            d.automatic.append(
                    {.trigger = Trigger::StaffOpened, .from = u"open"_s, .to = u"open"_s});
        },
        {u"automatic[0]:self_transition"_s});
    row("unknown statuses",
        [](auto &d) { d.transitions.append({.from = u"a"_s, .to = u"b"_s, .label = u"x"_s}); },
        {u"transitions[3].from:unknown_status{\"status\":\"a\"}"_s,
         u"transitions[3].to:unknown_status{\"status\":\"b\"}"_s});
    row("the same pair twice", [](auto &d) { d.transitions.append(d.transitions[0]); },
        {u"transitions[3]:not_unique"_s});
    row("the same status twice",
        [](auto &d) {
            d.statuses[1].key = u"open"_s;
            d.transitions = {d.transitions[2]};
        },
        {u"statuses[1].key:not_unique"_s});
    row("the same trigger twice from one status",
        [](auto &d) {
            d.automatic = {{.trigger = Trigger::StaffReplied, .from = u"open"_s, .to = u"hold"_s},
                           {.trigger = Trigger::StaffReplied, .from = u"open"_s, .to = u"done"_s}};
        },
        {u"automatic[1]:not_unique"_s});
    row("days without a closing",
        [](auto &d) {
            d.transitions[0].allowed = {{.kind = TakerKind::Requester, .withinDays = 3}};
        },
        {u"transitions[0].allowed:invalid"_s});
    row("key with capitals", [](auto &d) { d.key = u"Small"_s; }, {u"key:invalid"_s});
    row("key too long", [](auto &d) { d.key = QString(65, u'a'); },
        {u"key:too_long{\"max\":64}"_s});
    row("no label", [](auto &d) { d.label.clear(); }, {u"label:required"_s});
    row("label one too long", [](auto &d) { d.statuses[1].label = QString(101, u'x'); },
        {u"statuses[1].label:too_long{\"max\":100}"_s});
    row("transition without a label", [](auto &d) { d.transitions[1].label.clear(); },
        {u"transitions[1].label:required"_s});
    row("too many statuses",
        [](auto &d) {
            for (int i = 0; i < 48; ++i)
                d.statuses.append({.key = u"s%1"_s.arg(i), .label = u"x"_s});
        },
        {u"statuses:too_long{\"max\":50}"_s});
    row("unknown role", [](auto &d) { d.steps = {{.status = u"open"_s, .role = u"wizard"_s}}; },
        {u"steps[0].role:unknown_role{\"role\":\"wizard\"}"_s});
}

void WorkflowDefinitionTest::refused()
{
    QFETCH(WorkflowDefinition, definition);
    QTEST(texts(validate(definition)), "faults");
    // The same through JSON.
    QTEST(faultsOf(fromJson<WorkflowDefinition>(toJson(definition))), "faults");
}

void WorkflowDefinitionTest::everyFaultAtOnce()
{
    const QJsonObject json = toJson(small());
    const auto transition = [](const QJsonObject &more) {
        QJsonObject object{{u"from"_s, u"open"_s}, {u"to"_s, u"done"_s}, {u"label"_s, u"Finish"_s}};
        for (auto it = more.begin(); it != more.end(); ++it)
            object[it.key()] = it.value();
        return QJsonArray{object};
    };
    const auto fault = [&](const QString &member, const QJsonValue &value) {
        return faultsWith(json, u"transitions"_s, transition({{member, value}})).value(0);
    };
    QCOMPARE(fault(u"allowed"_s, QJsonArray{u"ticket.fly"_s}),
             u"transitions[0].allowed:unknown_value"_s);
    QCOMPARE(fault(u"allowed"_s, QJsonArray{7}), u"transitions[0].allowed:unknown_value"_s);
    QCOMPARE(fault(u"allowed"_s,
                   QJsonArray{QJsonObject{{u"who"_s, u"requester"_s}, {u"withinDays"_s, 0}}}),
             u"transitions[0].allowed:unknown_value"_s);
    QCOMPARE(fault(u"allowed"_s, u"staff"_s), u"transitions[0].allowed:wrong_type"_s);
    QCOMPARE(fault(u"requires"_s, QJsonArray{u"luck"_s}),
             u"transitions[0].requires:unknown_value"_s);
    QCOMPARE(fault(u"requires"_s, QJsonArray{u"approval"_s}),
             u"transitions[0].requires:unknown_value"_s);
    QCOMPARE(fault(u"requires"_s, QJsonArray{u"reason:x"_s}),
             u"transitions[0].requires:unknown_value"_s);
    QCOMPARE(fault(u"requires"_s, QJsonArray{u"reason"_s, u"reason"_s}),
             u"transitions[0].requires:not_unique"_s);
    QCOMPARE(fault(u"effects"_s, QJsonArray{QJsonObject{{u"do"_s, u"explode"_s}}}),
             u"transitions[0].effects[0].do:unknown_value"_s);
    QCOMPARE(fault(u"speed"_s, 1), u"transitions[0].speed:unknown_field"_s);

    const auto trigger = [&](const QString &text) {
        return faultsWith(json, u"automatic"_s,
                          QJsonArray{QJsonObject{{u"trigger"_s, text},
                                                 {u"from"_s, u"open"_s},
                                                 {u"to"_s, u"done"_s}}})
                .value(0);
    };
    QCOMPARE(trigger(u"fullMoon"_s), u"automatic[0].trigger:unknown_value"_s);
    QCOMPARE(trigger(u"after"_s), u"automatic[0].trigger:unknown_value"_s);
    QCOMPARE(trigger(u"staffOpened:4"_s), u"automatic[0].trigger:unknown_value"_s);
    QCOMPARE(trigger(u"after:0"_s),
             u"automatic[0].trigger:out_of_range{\"max\":10000,\"min\":1}"_s);
    QCOMPARE(trigger(u"after:soon"_s),
             u"automatic[0].trigger:out_of_range{\"max\":10000,\"min\":1}"_s);
    QCOMPARE(trigger(u"after:40"_s), u"accepted"_s);

    // Faults of shape and of sense together.
    QJsonObject broken = json;
    broken[u"transitions"_s] = transition({{u"speed"_s, 1}});
    broken[u"label"_s] = u""_s;
    QCOMPARE(faultsOf(fromJson<WorkflowDefinition>(broken)),
             QStringList({u"transitions[0].speed:unknown_field"_s, u"label:required"_s,
                          u"statuses[1]:unreachable_status{\"status\":\"hold\"}"_s}));
}

void WorkflowDefinitionTest::steps()
{
    WorkflowDefinition definition = small();
    definition.steps = {{.status = u"open"_s,
                         .role = u"first_line"_s,
                         .weight = 2,
                         .escalationRole = u"lead"_s},
                        {.status = u"gone"_s, .role = u"lead"_s}};
    QCOMPARE(texts(validateDefinition(definition, {u"first_line"_s, u"lead"_s})),
             QStringList{u"steps[1].status:unknown_status{\"status\":\"gone\"}"_s});
    QCOMPARE(texts(validateDefinition(definition, {u"lead"_s})),
             QStringList({u"steps[0].role:unknown_role{\"role\":\"first_line\"}"_s,
                          u"steps[1].status:unknown_status{\"status\":\"gone\"}"_s}));
}

void WorkflowDefinitionTest::roundTrip()
{
    WorkflowDefinition definition = small();
    definition.transitions[2].allowed
            = {{.kind = TakerKind::Staff},
               {.kind = TakerKind::Approver},
               {.kind = TakerKind::Permission, .permission = Permission::TicketMerge}};
    definition.transitions[2].requirements
            = {{.kind = RequirementKind::Solution},
               {.kind = RequirementKind::Approval, .approvalTemplate = u"buy"_s}};
    definition.transitions[2].effects
            = {{.kind = EffectKind::SetField, .target = u"priority"_s, .value = u"low"_s},
               {.kind = EffectKind::Notify, .target = u"creator"_s}};
    definition.transitions.append({.from = u"done"_s,
                                   .to = u"open"_s,
                                   .label = u"Reopen"_s,
                                   .allowed = {{.kind = TakerKind::Requester, .withinDays = 14}}});
    definition.automatic = {
            {.trigger = Trigger::After, .businessHours = 40, .from = u"open"_s, .to = u"done"_s}};
    definition.steps
            = {{.status = u"open"_s, .role = u"agent"_s, .instructions = u"Look"_s, .weight = 3}};
    const auto result = fromJson<WorkflowDefinition>(toJson(definition));
    QVERIFY2(result, qPrintable(faultsOf(result).join(u' ')));
    QCOMPARE(*result, definition);
}

void WorkflowDefinitionTest::faultsInADraftNameTheirPlace()
{
    WorkflowDraft draft{.name = u"Mine"_s, .definition = small()};
    QCOMPARE(fromJson<WorkflowDraft>(toJson(draft)).value(), draft);
    draft.definition.statuses[0].initial = false;
    QCOMPARE(faultsOf(fromJson<WorkflowDraft>(toJson(draft))),
             QStringList{u"definition.statuses:no_initial_status"_s});
    const WorkflowPatch patch{.name = u"Other"_s};
    QCOMPARE(fromJson<WorkflowPatch>(toJson(patch)).value(), patch);
    const Workflow stored{
            .id = WorkflowId(1), .name = u"Mine"_s, .definition = small(), .definitionNumber = 4};
    QCOMPARE(fromJson<Workflow>(toJson(stored)).value(), stored);
}

QTEST_APPLESS_MAIN(WorkflowDefinitionTest)
#include "tst_workflowdefinition.moc"
