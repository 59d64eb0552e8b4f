// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/approvals/approvalprocess.h"
#include "common/approvals/approvalproxy.h"
#include "common/approvals/approvalrequests.h"
#include "common/approvals/approvaltemplate.h"

#include <QJsonDocument>
#include <QTest>

using namespace Deskbell;
using namespace Qt::StringLiterals;

namespace {

QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

template <class T>
QString faultsOf(const QByteArray &json)
{
    const auto value = fromJson<T>(object(json.constData()));
    QStringList faults;
    if (!value) {
        for (const FieldError &fault : value.error().fields)
            faults.append(fault.field + u':' + QString::fromLatin1(fault.key));
    }
    return faults.join(u' ');
}

/// A template's draft with this one step.
QByteArray withStep(const QByteArray &step)
{
    return R"({"desk":1,"name":"Purchase","steps":[)" + step + "]}";
}

} // namespace

/// Approvals on the wire.
class ApprovalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void templates();
    void faults_data();
    void faults();
    void keys();
    void processes();
    void requests();
};

void ApprovalsTest::templates()
{
    const QJsonObject answer = object(R"({
        "id":4,"desk":{"id":1,"key":"HD","name":"Help desk"},"key":"purchase","name":"Purchase",
        "description":"Above 500","allowSelfApproval":true,"version":2,
        "steps":[{"name":"Manager","people":[{"id":7,"displayName":"Jane"}],"roles":["lead"],
                  "mode":"count","count":2,"remindAfterHours":8,"expireAfterHours":null}]})");
    const auto value = fromJson<ApprovalTemplate>(answer);
    QVERIFY(value);
    QCOMPARE(toJson(*value), answer);
    const ApprovalStepDraft draft = draftOf(value->steps[0]);
    QCOMPARE(draft.people, QList{AccountId(7)});
    QCOMPARE(draft.count, 2);
    QCOMPARE(draft.remindAfterHours, 8);
    QVERIFY(!draft.expireAfterHours);

    const auto patch = fromJson<ApprovalTemplatePatch>(object(R"({"name":"Shopping"})"));
    QVERIFY(patch);
    QVERIFY(!patch->steps);
    QCOMPARE(toJson(*patch), object(R"({"name":"Shopping"})"));
    const auto minimal = fromJson<ApprovalTemplateDraft>(
            object(withStep(R"({"name":"Boss","people":[3]})").constData()));
    QVERIFY(minimal);
    QCOMPARE(minimal->steps[0].mode, ApprovalMode::All);
    QCOMPARE(*fromJson<ApprovalTemplateDraft>(toJson(*minimal)), *minimal);
}

void ApprovalsTest::faults_data()
{
    QTest::addColumn<QString>("faults");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &faults, const QString &expected) {
        QTest::newRow(name) << faults << expected;
    };
    const auto step = [](const QByteArray &json) {
        return faultsOf<ApprovalTemplateDraft>(withStep(json));
    };
    row("a good step", step(R"({"name":"A","roles":["lead"],"mode":"count","count":3})"), {});
    row("no steps", faultsOf<ApprovalTemplateDraft>(R"({"desk":1,"name":"Buy","steps":[]})"),
        u"steps:required"_s);
    row("too many steps",
        faultsOf<ApprovalTemplateDraft>(
                withStep(R"({"name":"A","people":[1]})"
                         + QByteArray(R"(,{"name":"A","people":[1]})").repeated(20))),
        u"steps:too_many"_s);
    row("a name of nothing", step(R"({"name":" ","people":[1]})"), u"steps[0].name:required"_s);
    row("nobody", step(R"({"name":"A"})"), u"steps[0].people:required"_s);
    row("somebody twice", step(R"({"name":"A","people":[1,1]})"), u"steps[0].people:not_unique"_s);
    row("a role twice", step(R"({"name":"A","roles":["x","x"]})"), u"steps[0].roles:not_unique"_s);
    row("how many is not said", step(R"({"name":"A","people":[1],"mode":"count"})"),
        u"steps[0].count:required"_s);
    row("more than there are", step(R"({"name":"A","people":[1],"mode":"count","count":2})"),
        u"steps[0].count:out_of_range"_s);
    row("how many of all", step(R"({"name":"A","people":[1],"count":1})"),
        u"steps[0].count:invalid"_s);
    row("unknown mode", step(R"({"name":"A","people":[1],"mode":"most"})"),
        u"steps[0].mode:unknown_value"_s);
    row("over before the reminder",
        step(R"({"name":"A","people":[1],"remindAfterHours":8,"expireAfterHours":8})"),
        u"steps[0].expireAfterHours:out_of_range"_s);
    row("no time", step(R"({"name":"A","people":[1],"remindAfterHours":0})"),
        u"steps[0].remindAfterHours:out_of_range"_s);
    row("a key of other letters",
        faultsOf<ApprovalTemplateDraft>(
                R"({"desk":1,"key":"Buy it","name":"Buy","steps":[{"name":"A","people":[1]}]})"),
        u"key:invalid"_s);
    row("an approval", faultsOf<ApprovalVote>(R"({"decision":"approve"})"), {});
    row("a rejection without a reason",
        faultsOf<ApprovalVote>(R"({"decision":"reject","comment":"No"})"), u"reason:required"_s);
    row("a rejection for no reason",
        faultsOf<ApprovalVote>(R"({"decision":"reject","reason":"  "})"), u"reason:required"_s);
    row("no decision", faultsOf<ApprovalVote>(R"({})"), u"decision:required"_s);
    row("a proxy for no time",
        faultsOf<ApprovalProxyDraft>(
                R"({"person":2,"from":"2026-01-02T00:00:00Z","to":"2026-01-02T00:00:00Z"})"),
        u"to:not_after_start"_s);
    row("to nobody", faultsOf<ApprovalReassignment>(R"({"from":2})"), u"to:required"_s);
}

void ApprovalsTest::faults()
{
    QFETCH(const QString, faults);
    QTEST(faults, "expected");
}

void ApprovalsTest::keys()
{
    QCOMPARE(approvalKeyOf(u"Purchase above 500 €"_s), u"purchase_above_500"_s);
    QCOMPARE(approvalKeyOf(u"  Öl!  "_s), u"l"_s);
    QCOMPARE(approvalKeyOf(u"€"_s), u"approval"_s);
}

void ApprovalsTest::processes()
{
    const QJsonObject answer = object(R"({
        "id":1,"ticketId":2,"template":{"id":4,"name":"Purchase"},"key":"purchase",
        "allowSelfApproval":false,"state":"pending","stuck":"approver_unavailable","mayDecide":true,
        "startedBy":{"id":7,"displayName":"Jane"},"startedAt":"2026-11-21T09:30:00.000Z",
        "endedAt":null,
        "steps":[{"id":3,"name":"Manager","mode":"all","count":null,"remindAfterHours":null,
                  "expireAfterHours":16,"state":"pending","people":[],"roles":["lead"],
                  "approvers":[{"person":{"id":8,"displayName":"Bob"},"role":"lead",
                                "available":false,"decision":"approve",
                                "decidedBy":{"id":9,"displayName":"Carol"},
                                "decidedAt":"2026-11-21T09:31:00.000Z","comment":"Fine",
                                "replacedAt":null},
                               {"person":{"id":9,"displayName":"Carol"},"role":null,
                                "available":true,"decision":null,"decidedBy":null,
                                "decidedAt":null,"comment":"","replacedAt":null}],
                  "startedAt":"2026-11-21T09:30:00.000Z","endedAt":null,"remindedAt":null}]})");
    const auto process = fromJson<ApprovalProcess>(answer);
    QVERIFY(process);
    QCOMPARE(toJson(*process), answer);
    QCOMPARE(process->stuck, ApprovalStuck::ApproverUnavailable);
    QVERIFY(!process->steps[0].approvers[1].decision);
}

void ApprovalsTest::requests()
{
    const ApprovalTaskFilter filter{.state = ApprovalTasks::Decided, .page = {.page = 2}};
    QCOMPARE(*fromQuery<ApprovalTaskFilter>(toQuery(filter)), filter);
    const ApprovalVote vote{.decision = ApprovalDecision::Reject, .reason = u"No"_s};
    QCOMPARE(*fromJson<ApprovalVote>(toJson(vote)), vote);
    QCOMPARE(vote.words(), u"No"_s);
    const ApprovalReassignment more{.to = AccountId(3)};
    QCOMPARE(*fromJson<ApprovalReassignment>(toJson(more)), more);
    const ApprovalTask task{.id = ApprovalStepId(1),
                            .process = ApprovalProcessId(2),
                            .ticket = {.id = TicketId(3), .number = u"HD-3"_s, .title = u"It"_s},
                            .templateName = u"Purchase"_s,
                            .step = u"Manager"_s,
                            .approvers = {{.id = AccountId(4), .displayName = u"Bob"_s}},
                            .requestedAt = QDateTime::fromSecsSinceEpoch(1, Qt::UTC)};
    QCOMPARE(*fromJson<ApprovalTask>(toJson(task)), task);
    const ApprovalProxy proxy{.id = ApprovalProxyId(1),
                              .principal = {.id = AccountId(4), .displayName = u"Bob"_s},
                              .person = {.id = AccountId(5), .displayName = u"Carol"_s},
                              .from = QDateTime::fromSecsSinceEpoch(1, Qt::UTC),
                              .to = QDateTime::fromSecsSinceEpoch(2, Qt::UTC),
                              .active = true};
    QCOMPARE(*fromJson<ApprovalProxy>(toJson(proxy)), proxy);
}

QTEST_APPLESS_MAIN(ApprovalsTest)
#include "tst_approvals.moc"
