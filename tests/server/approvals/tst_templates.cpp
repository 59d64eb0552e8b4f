// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/approvals/approvaltemplate.h"
#include "tests/support/server/approvalharness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Test;

/// The templates of a desk.
class TestTemplates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areMadeAndChanged();
    void areChecked();
    void belongToTheirDesk();
    void stayAsLongAsTheyAreNeeded();
    void whatBeganStaysAsItIs();
};

namespace {

QByteArray pathOf(ApprovalTemplateId id)
{
    return "/approval-templates/" + QByteArray::number(id.value());
}

} // namespace

void TestTemplates::areMadeAndChanged()
{
    ApprovalHarness api;
    const Answer made = api.post(
            "/approval-templates", api.admin,
            {{u"desk"_s, api.desk.value()},
             {u"name"_s, u"Purchase above 500"_s},
             {u"steps"_s, QJsonArray{ApprovalHarness::step(u"One"_s, {api.carol, api.bob},
                                                           {{u"roles"_s, QJsonArray{u"lead"_s}},
                                                            {u"mode"_s, u"count"_s},
                                                            {u"count"_s, 2},
                                                            {u"remindAfterHours"_s, 8}})}}});
    QCOMPARE(made.status, 201);
    const auto value = decoded<ApprovalTemplate>(made);
    QCOMPARE(value.key, u"purchase_above_500"_s);
    QCOMPARE(value.steps[0].people[0].displayName, u"Carol"_s);
    QCOMPARE(value.steps[0].people[1].displayName, u"Bob"_s);
    QCOMPARE(value.steps[0].count, 2);
    QCOMPARE(value.steps[0].remindAfterHours, 8);

    const Answer changed = api.patch(pathOf(value.id), api.admin, {{u"name"_s, u"Purchase"_s}}, 1);
    QCOMPARE(changed.status, 200);
    QCOMPARE(decoded<ApprovalTemplate>(changed).version, 2);
    QCOMPARE(decoded<ApprovalTemplate>(changed).steps, value.steps);
    QCOMPARE(api.patch(pathOf(value.id), api.admin, {{u"name"_s, u"Else"_s}}, 1).status, 412);
    QCOMPARE(api.value(u"SELECT string_agg(action, ',' ORDER BY id) FROM ticket.activity "
                       "WHERE entity = 'approval_template'"_s),
             u"create,update"_s);
}

void TestTemplates::areChecked()
{
    ApprovalHarness api;
    api.prescribe({ApprovalHarness::step(u"One"_s, {api.bob})}, {{u"name"_s, u"Purchase"_s}});
    const auto make = [&](const QJsonObject &step, const QString &name) {
        return api.post(
                "/approval-templates", api.admin,
                {{u"desk"_s, api.desk.value()}, {u"name"_s, name}, {u"steps"_s, QJsonArray{step}}});
    };
    QCOMPARE(make({{u"name"_s, u"One"_s}, {u"people"_s, QJsonArray{999999}}}, u"A"_s).faults(),
             QStringList{u"steps[0].people:unknown"_s});
    QCOMPARE(make({{u"name"_s, u"One"_s}, {u"roles"_s, QJsonArray{u"gods"_s}}}, u"A"_s).faults(),
             QStringList{u"steps[0].roles:unknown"_s});
    const QJsonObject good = ApprovalHarness::step(u"One"_s, {api.bob});
    QCOMPARE(make(good, u"purchase"_s).status, 409);
    QCOMPARE(make(good, u"Purchase!"_s).key(), "approval_template.key_taken"_ba);
    // Who left meanwhile may stay in what is not changed.
    const auto id = api.prescribe({good});
    api.setAccountStatus(api.bob, u"deactivated"_s);
    QCOMPARE(api.patch(pathOf(id), api.admin, {{u"description"_s, u"For chairs"_s}}).status, 200);
    QCOMPARE(make(good, u"Other"_s).status, 422);
}

void TestTemplates::belongToTheirDesk()
{
    ApprovalHarness api;
    const auto id = api.prescribe({ApprovalHarness::step(u"One"_s, {api.bob})});
    const DeskId other = api.addWorkflowDesk(u"ELSE"_s, u"approval"_s);
    const Person manager = api.addPerson(u"Manager"_s, QStringList{u"approval.manage"_s}, other);
    QCOMPARE(api.get("/approval-templates", manager).data().size(), 0);
    QCOMPARE(api.patch(pathOf(id), manager, {{u"name"_s, u"Mine"_s}}).status, 404);
    QCOMPARE(api.get("/approval-templates", api.alex).data().size(), 1); // chooses one
    QCOMPARE(api.patch(pathOf(id), api.alex, {{u"name"_s, u"Mine"_s}}).status, 403);
    QCOMPARE(api.get("/approval-templates", api.jane).data().size(), 0);
    QCOMPARE(api.patch("/desks/" + QByteArray::number(other.value()), api.admin,
                       {{u"approvalTemplate"_s, id.value()}})
                     .faults(),
             QStringList{u"approvalTemplate:unknown"_s});
}

void TestTemplates::stayAsLongAsTheyAreNeeded()
{
    ApprovalHarness api;
    const auto id = api.prescribe({ApprovalHarness::step(u"One"_s, {api.bob})});
    const Answer refused = api.remove(pathOf(id), api.admin);
    QCOMPARE(refused.status, 409);
    QCOMPARE(refused.key(), "approval_template.in_use"_ba);
    const QByteArray desk = "/desks/" + QByteArray::number(api.desk.value());
    QCOMPARE(api.patch(desk, api.admin, {{u"approvalTemplate"_s, QJsonValue::Null}}).status, 200);
    QCOMPARE(api.remove(pathOf(id), api.admin).status, 204);
    QCOMPARE(api.remove(pathOf(id), api.admin).status, 404);
}

void TestTemplates::whatBeganStaysAsItIs()
{
    ApprovalHarness api;
    const auto id = api.prescribe({ApprovalHarness::step(u"One"_s, {api.bob})});
    const TicketId ticket = api.submitted();
    QCOMPARE(api.patch(pathOf(id), api.admin,
                       {{u"steps"_s, QJsonArray{ApprovalHarness::step(u"Two"_s, {api.carol})}}})
                     .status,
             200);
    QCOMPARE(api.process(api.jane, ticket).steps[0].name, u"One"_s);
    QCOMPARE(api.decide(api.bob, ticket).status, 200);
    QCOMPARE(api.process(api.jane, api.submitted()).steps[0].name, u"Two"_s);
}

QTEST_GUILESS_MAIN(TestTemplates)
#include "tst_templates.moc"
