// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/access/builtinroles.h"
#include "common/workflows/presets.h"
#include "common/workflows/workflowrules.h"
#include "tests/support/common/faults.h"

#include <QTest>

using namespace Deskbell;
using namespace Deskbell::Test;
using namespace Qt::StringLiterals;

/// The tables of lifecycles.md, written out here once more and compared pair by pair and actor by
/// actor with what the presets decide.
class PresetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shipped();
    void statuses_data();
    void statuses();
    void everyPairAndActor_data();
    void everyPairAndActor();
    void automatic_data();
    void automatic();
    void requesterReopensWithinFourteenDays_data();
    void requesterReopensWithinFourteenDays();
    void closing_data();
    void closing();
};

namespace {

constexpr DeskId desk(1);
constexpr DeskId otherDesk(2);
const QDateTime closedAt(QDate(2026, 11, 1), QTime(9, 0), Qt::UTC);
const QDateTime nextDay = closedAt.addDays(1);

/// Somebody, and what the rows below call them: "change", "close" and "reopen" stand for the
/// permissions.
struct Actor
{
    const char *name;
    WorkflowActor actor;
    QStringList is;
};

WorkflowActor with(PermissionSet permissions, TicketRelation relation = {}, DeskId where = desk)
{
    WorkflowActor actor{.desk = desk, .relation = relation};
    actor.grants.addForDesk(where, permissions);
    return actor;
}

QList<Actor> actors()
{
    const auto role = permissionsOf;
    const TicketRelation requester{.requester = true};
    const TicketRelation creator{.creator = true};
    const TicketRelation assignee{.assignee = true};
    const QStringList staff{u"change"_s, u"close"_s, u"reopen"_s};
    WorkflowActor approver = with(role(BuiltInRole::Requester));
    approver.approver = true;
    WorkflowActor globalAgent{.desk = desk};
    globalAgent.grants.addGlobal(role(BuiltInRole::Agent));
    return {
            {"nobody", with({}), {}},
            {"another requester", with(role(BuiltInRole::Requester)), {}},
            {"the requester", with(role(BuiltInRole::Requester), requester), {u"requester"_s}},
            {"the requester without a role", with({}, requester), {u"requester"_s}},
            {"the creator", with(role(BuiltInRole::Requester), creator), {u"creator"_s}},
            {"the assignee without a role", with({}, assignee), {u"assignee"_s}},
            {"an approver", approver, {u"approver"_s}},
            {"an observer", with(role(BuiltInRole::Observer)), {}},
            {"an agent", with(role(BuiltInRole::Agent)), staff},
            {"an agent everywhere", globalAgent, staff},
            {"an agent of another desk", with(role(BuiltInRole::Agent), {}, otherDesk), {}},
            {"the assigned agent", with(role(BuiltInRole::Agent), assignee),
             staff + QStringList{u"assignee"_s}},
            {"an agent who is the requester", with(role(BuiltInRole::Agent), requester),
             staff + QStringList{u"requester"_s}},
            {"an agent of another desk who is the requester",
             with(role(BuiltInRole::Agent), requester, otherDesk),
             {u"requester"_s}},
            {"a lead", with(role(BuiltInRole::Lead)), staff},
            {"an administrator", with(role(BuiltInRole::Administrator)),
             staff + QStringList{u"admin"_s}},
            {"who may only change", with({Permission::TicketChangeStatus}), {u"change"_s}},
            {"who may change and close",
             with({Permission::TicketChangeStatus, Permission::TicketClose}),
             {u"change"_s, u"close"_s}},
            {"who may change and reopen",
             with({Permission::TicketChangeStatus, Permission::TicketReopen}),
             {u"change"_s, u"reopen"_s}},
            {"who may only close", with({Permission::TicketClose}), {u"close"_s}},
            {"who may only edit and reply",
             with({Permission::TicketEdit, Permission::TicketReply}),
             {}},
    };
}

/// A row of a table: who takes it ("change+close" needs both, "|" parts alternatives) and what it
/// asks for.
struct Row
{
    const char *from;
    const char *to;
    const char *who;
    const char *needs = "";
};

const QList<Row> helpdesk{
        {"new", "in_progress", "change"},
        {"new", "resolved", "change"},
        {"new", "rejected", "change+close", "reason"},
        {"new", "withdrawn", "requester", "reason"},
        {"in_progress", "waiting_for_requester", "change"},
        {"in_progress", "on_hold", "change", "reason"},
        {"in_progress", "resolved", "change"},
        {"in_progress", "withdrawn", "requester", "reason"},
        {"waiting_for_requester", "in_progress", "change"},
        {"waiting_for_requester", "resolved", "change"},
        {"waiting_for_requester", "withdrawn", "requester", "reason"},
        {"on_hold", "in_progress", "change"},
        {"on_hold", "resolved", "change"},
        {"on_hold", "withdrawn", "requester", "reason"},
        {"resolved", "closed", "change+close|requester"},
        {"closed", "in_progress", "change+reopen|requester"},
};

const QList<Row> support{
        {"open", "answered", "change"},
        {"open", "in_progress", "change"},
        {"open", "on_hold", "change"},
        {"open", "closed", "change+close"},
        {"answered", "in_progress", "change"},
        {"answered", "on_hold", "change"},
        {"answered", "waiting_for_response", "change"},
        {"answered", "closed", "change+close"},
        {"waiting_for_response", "answered", "change"},
        {"waiting_for_response", "in_progress", "change"},
        {"waiting_for_response", "closed", "change+close"},
        {"on_hold", "in_progress", "change"},
        {"on_hold", "answered", "change"},
        {"on_hold", "closed", "change+close"},
        {"in_progress", "resolved", "change"},
        {"in_progress", "on_hold", "change"},
        {"in_progress", "closed", "change+close"},
        {"resolved", "closed", "change+close"},
        {"closed", "open", "change+reopen"},
};

const QList<Row> approval{
        {"draft", "waiting_approval", "creator"}, {"draft", "cancelled", "creator"},
        {"rejected", "draft", "creator"},         {"open", "in_progress", "assignee"},
        {"open", "cancelled", "creator|admin"},   {"in_progress", "resolved", "assignee"},
        {"resolved", "closed", "creator|admin"},  {"resolved", "in_progress", "creator"},
};

const QList<Row> simple{
        {"in_progress", "on_hold", "change", "reason"}, {"in_progress", "resolved", "change"},
        {"on_hold", "in_progress", "change"},           {"on_hold", "resolved", "change"},
        {"resolved", "in_progress", "change"},
};

const QList<Row> basic{
        {"open", "in_progress", "change"}, {"open", "resolved", "change"},
        {"in_progress", "open", "change"}, {"in_progress", "resolved", "change"},
        {"resolved", "open", "change"},    {"resolved", "in_progress", "change"},
};

const QHash<QString, QList<Row>> tables{{u"helpdesk"_s, helpdesk},
                                        {u"support"_s, support},
                                        {u"approval"_s, approval},
                                        {u"simple"_s, simple},
                                        {u"basic"_s, basic}};

const QHash<QString, QStringList> allStatuses{
        {u"helpdesk"_s,
         {u"new:open"_s, u"in_progress:open"_s, u"waiting_for_requester:waiting"_s,
          u"on_hold:hold"_s, u"resolved:resolved"_s, u"closed:closed"_s, u"rejected:closed"_s,
          u"withdrawn:closed"_s}},
        {u"support"_s,
         {u"open:open"_s, u"answered:waiting"_s, u"waiting_for_response:waiting"_s,
          u"on_hold:hold"_s, u"in_progress:open"_s, u"resolved:resolved"_s, u"closed:closed"_s}},
        {u"approval"_s,
         {u"draft:draft"_s, u"waiting_approval:approval"_s, u"rejected:draft"_s, u"open:open"_s,
          u"in_progress:open"_s, u"resolved:resolved"_s, u"closed:closed"_s,
          u"cancelled:closed"_s}},
        {u"simple"_s,
         {u"pending:open"_s, u"in_progress:open"_s, u"on_hold:hold"_s, u"resolved:resolved"_s}},
        {u"basic"_s, {u"open:open"_s, u"in_progress:open"_s, u"resolved:resolved"_s}},
};

bool takes(const Row &row, const QStringList &is)
{
    for (const QString &alternative : QString::fromLatin1(row.who).split(u'|')) {
        const QStringList all = alternative.split(u'+');
        if (std::all_of(all.cbegin(), all.cend(),
                        [&is](const QString &one) { return is.contains(one); }))
            return true;
    }
    return false;
}

const Row *rowOf(const QList<Row> &table, const QString &from, const QString &to)
{
    for (const Row &row : table) {
        if (QLatin1StringView(row.from) == from && QLatin1StringView(row.to) == to)
            return &row;
    }
    return nullptr;
}

/// What becomes of a wish: "done", or the key of the error and the fields it names.
QString outcome(const Result<WorkflowTransition> &result)
{
    return result ? u"done"_s
                  : (QStringList{QString::fromLatin1(result.error().key)}
                     + texts(result.error().fields))
                            .join(u' ');
}

} // namespace

void PresetsTest::shipped()
{
    QStringList keys;
    for (const WorkflowDefinition &preset : workflowPresets()) {
        keys.append(preset.key);
        QCOMPARE(texts(validate(preset)), QStringList());
        QCOMPARE(fromJson<WorkflowDefinition>(toJson(preset)).value(), preset);
        QCOMPARE(workflowPreset(preset.key), &preset);
    }
    QCOMPARE(keys, QStringList({u"helpdesk"_s, u"support"_s, u"approval"_s, u"simple"_s, u"basic"_s,
                                u"steps"_s}));
    QVERIFY(!workflowPreset(u"unknown"));
}

void PresetsTest::statuses_data()
{
    QTest::addColumn<QString>("preset");
    QTest::addColumn<QString>("initial");
    QTest::addColumn<QStringList>("final");
    QTest::newRow("helpdesk") << u"helpdesk"_s << u"new"_s
                              << QStringList{u"closed"_s, u"rejected"_s, u"withdrawn"_s};
    QTest::newRow("support") << u"support"_s << u"open"_s << QStringList{u"closed"_s};
    QTest::newRow("approval") << u"approval"_s << u"draft"_s
                              << QStringList{u"closed"_s, u"cancelled"_s};
    QTest::newRow("simple") << u"simple"_s << u"pending"_s << QStringList{u"resolved"_s};
    QTest::newRow("basic") << u"basic"_s << u"open"_s << QStringList{u"resolved"_s};
}

void PresetsTest::statuses()
{
    QFETCH(QString, preset);
    QFETCH(QStringList, final);
    const WorkflowDefinition *definition = workflowPreset(preset);
    QVERIFY(definition);
    QTEST(definition->initialStatus().key, "initial");
    QStringList found;
    QStringList foundFinal;
    for (const WorkflowStatus &status : definition->statuses) {
        found.append(status.key + u':' + toWire(status.category));
        if (status.final)
            foundFinal.append(status.key);
    }
    QCOMPARE(found, allStatuses.value(preset));
    QCOMPARE(foundFinal, final);
}

void PresetsTest::everyPairAndActor_data()
{
    QTest::addColumn<QString>("preset");
    QTest::addColumn<int>("actorIndex");
    const QList<Actor> everybody = actors();
    for (const QString &preset :
         {u"helpdesk"_s, u"support"_s, u"approval"_s, u"simple"_s, u"basic"_s}) {
        for (int i = 0; i < everybody.size(); ++i)
            QTest::addRow("%s, %s", qPrintable(preset), everybody[i].name) << preset << i;
    }
}

void PresetsTest::everyPairAndActor()
{
    QFETCH(QString, preset);
    QFETCH(int, actorIndex);
    const WorkflowDefinition &definition = *workflowPreset(preset);
    const QList<Row> table = tables.value(preset);
    const Actor actor = actors().at(actorIndex);
    QStringList keys;
    for (const QString &status : allStatuses.value(preset))
        keys.append(status.section(u':', 0, 0));

    for (const QString &from : keys) {
        const WorkflowState state{.status = from, .closedAt = closedAt};
        QStringList expectedAllowed;
        for (const Row &row : table) {
            if (QLatin1StringView(row.from) == from && takes(row, actor.is))
                expectedAllowed.append(QString::fromLatin1(row.to));
        }
        QStringList allowed;
        for (const AllowedTransition &transition :
             allowedTransitions(definition, state, actor.actor, nextDay))
            allowed.append(transition.to);
        expectedAllowed.sort();
        QStringList sorted = allowed;
        sorted.sort();
        QCOMPARE(sorted, expectedAllowed);

        for (const QString &to : keys + QStringList{u"no_such_status"_s, QString()}) {
            const Row *row = rowOf(table, from, to);
            const bool needsReason = row && qstrcmp(row->needs, "reason") == 0;
            const QString expected = !row                     ? u"workflow.transition_not_allowed"_s
                                     : !takes(*row, actor.is) ? u"workflow.not_permitted"_s
                                     : needsReason ? u"validation.failed reason:required"_s
                                                   : u"done"_s;
            const auto bare = decideTransition(definition, state, to, actor.actor, {}, nextDay);
            QVERIFY2(outcome(bare) == expected, qPrintable(u"%1 -> %2: %3 instead of %4"_s.arg(
                                                        from, to, outcome(bare), expected)));
            if (needsReason && takes(*row, actor.is))
                QCOMPARE(outcome(decideTransition(definition, state, to, actor.actor,
                                                  {.reason = u"so"_s}, nextDay)),
                         u"done"_s);
            if (!row) {
                QCOMPARE(bare.error().code, ErrorCode::Conflict);
                QCOMPARE(bare.error().params.value("allowed"_L1).toArray(),
                         QJsonArray::fromStringList(allowed));
            } else if (!takes(*row, actor.is)) {
                QCOMPARE(bare.error().code, ErrorCode::Forbidden);
            }
        }
    }
}

void PresetsTest::automatic_data()
{
    QTest::addColumn<QString>("preset");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("helpdesk") << u"helpdesk"_s
                              << QStringList{
                                         u"staffReplied new in_progress"_s,
                                         u"requesterReplied waiting_for_requester in_progress"_s,
                                         u"requesterReplied resolved in_progress"_s,
                                         u"after:40 resolved closed"_s};
    QTest::newRow("support") << u"support"_s << QStringList{};
    QTest::newRow("approval") << u"approval"_s
                              << QStringList{u"approvalRejected waiting_approval rejected"_s,
                                             u"approvalGranted waiting_approval open"_s};
    QTest::newRow("simple") << u"simple"_s << QStringList{u"staffOpened pending in_progress"_s};
    QTest::newRow("basic") << u"basic"_s << QStringList{};
}

void PresetsTest::automatic()
{
    QFETCH(QString, preset);
    QFETCH(QStringList, expected);
    const WorkflowDefinition &definition = *workflowPreset(preset);
    QStringList found;
    for (const AutomaticTransition &transition : definition.automatic)
        found.append(triggerText(transition) + u' ' + transition.from + u' ' + transition.to);
    QCOMPARE(found, expected);

    // Every trigger in every status: what is not in the list does nothing.
    for (const WireName<Trigger> &trigger : WireEnum<Trigger>::names) {
        for (const WorkflowStatus &status : definition.statuses) {
            const AutomaticTransition *transition
                    = automaticTransition(definition, trigger.value, status.key);
            const QString start = QString::fromLatin1(trigger.name);
            const bool listed
                    = std::any_of(expected.cbegin(), expected.cend(), [&](const QString &line) {
                          return line.section(u' ', 0, 0).section(u':', 0, 0) == start
                                 && line.section(u' ', 1, 1) == status.key;
                      });
            QCOMPARE(transition != nullptr, listed);
        }
    }
}

void PresetsTest::requesterReopensWithinFourteenDays_data()
{
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<QDateTime>("closed");
    QTest::addColumn<QString>("expected");
    QTest::newRow("at once") << closedAt << closedAt << u"done"_s;
    QTest::newRow("on the last moment") << closedAt.addDays(14) << closedAt << u"done"_s;
    QTest::newRow("a moment too late")
            << closedAt.addDays(14).addMSecs(1) << closedAt << u"workflow.not_permitted"_s;
    QTest::newRow("never closed") << closedAt << QDateTime() << u"workflow.not_permitted"_s;
}

void PresetsTest::requesterReopensWithinFourteenDays()
{
    QFETCH(QDateTime, now);
    QFETCH(QDateTime, closed);
    const WorkflowDefinition &definition = *workflowPreset(u"helpdesk");
    const WorkflowState state{.status = u"closed"_s, .closedAt = closed};
    const WorkflowActor requester
            = with(permissionsOf(BuiltInRole::Requester), {.requester = true});
    const auto result = decideTransition(definition, state, u"in_progress"_s, requester, {}, now);
    QTEST(outcome(result), "expected");
    QCOMPARE(allowedTransitions(definition, state, requester, now).isEmpty(), !result);

    // Staff reopens at any time.
    const WorkflowActor agent = with(permissionsOf(BuiltInRole::Agent));
    QVERIFY(decideTransition(definition, state, u"in_progress"_s, agent, {}, now));
}

void PresetsTest::closing_data()
{
    QTest::addColumn<QString>("preset");
    QTest::addColumn<QString>("from");
    QTest::addColumn<bool>("byRequester");
    QTest::addColumn<QString>("expected");
    const QString conflict = u"workflow.transition_not_allowed"_s;
    QTest::newRow("support, open") << u"support"_s << u"open"_s << false << u"closed"_s;
    QTest::newRow("support, resolved") << u"support"_s << u"resolved"_s << false << u"closed"_s;
    QTest::newRow("support, closed already") << u"support"_s << u"closed"_s << false << conflict;
    QTest::newRow("support, by the requester")
            << u"support"_s << u"resolved"_s << true << u"workflow.not_permitted"_s;
    QTest::newRow("helpdesk, resolved") << u"helpdesk"_s << u"resolved"_s << false << u"closed"_s;
    QTest::newRow("helpdesk, the requester confirms")
            << u"helpdesk"_s << u"resolved"_s << true << u"closed"_s;
    QTest::newRow("helpdesk, new is not rejected by it")
            << u"helpdesk"_s << u"new"_s << false << conflict;
    QTest::newRow("helpdesk, in progress")
            << u"helpdesk"_s << u"in_progress"_s << false << conflict;
    QTest::newRow("basic resolves") << u"basic"_s << u"open"_s << false << u"resolved"_s;
}

void PresetsTest::closing()
{
    QFETCH(QString, preset);
    QFETCH(QString, from);
    QFETCH(bool, byRequester);
    QFETCH(QString, expected);
    const WorkflowDefinition &definition = *workflowPreset(preset);
    const WorkflowState state{.status = from, .closedAt = closedAt};
    const WorkflowActor actor
            = byRequester ? with(permissionsOf(BuiltInRole::Requester), {.requester = true})
                          : with(permissionsOf(BuiltInRole::Agent));
    const auto result = decideClosing(definition, state, actor, {}, nextDay);
    QCOMPARE(result ? result->to : outcome(result), expected);
    QCOMPARE(hasClosingTransition(definition, state, actor, nextDay), result.has_value());
}

QTEST_APPLESS_MAIN(PresetsTest)
#include "tst_presets.moc"
