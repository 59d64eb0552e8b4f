// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/access/builtinroles.h"
#include "common/access/role.h"
#include "common/access/ticketactions.h"
#include "tests/support/common/faults.h"

#include <QTest>

using namespace Deskbell;
using namespace Deskbell::Test;
using namespace Qt::StringLiterals;

class AccessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPermissionIsDescribed();
    void builtInRoles_data();
    void builtInRoles();
    void holding();
    void giving_data();
    void giving();
    void grantsJson();
    void actions_data();
    void actions();
    void actionsFollowOnePermissionEach_data();
    void actionsFollowOnePermissionEach();
    void whatOneMayEverDo();
    void replies_data();
    void replies();
    void roleJson();
};

namespace {

constexpr DeskId desk(1);
constexpr DeskId otherDesk(2);

const QStringList requesterCodes{u"ticket.create"_s, u"ticket.view_own"_s, u"ticket.edit_own"_s,
                                 u"comment.edit_own"_s, u"approval.decide"_s};
const QStringList agentCodes = requesterCodes
                               + QStringList{u"ticket.create_for_others"_s,
                                             u"ticket.view_team"_s,
                                             u"ticket.view_all"_s,
                                             u"ticket.edit"_s,
                                             u"ticket.reply"_s,
                                             u"ticket.note"_s,
                                             u"ticket.assign"_s,
                                             u"ticket.transfer"_s,
                                             u"ticket.change_status"_s,
                                             u"ticket.close"_s,
                                             u"ticket.reopen"_s,
                                             u"user.view"_s};
const QStringList leadCodes
        = agentCodes
          + QStringList{u"ticket.delete"_s,      u"ticket.restore"_s, u"ticket.merge"_s,
                        u"ticket.bulk"_s,        u"ticket.export"_s,  u"comment.edit_any"_s,
                        u"comment.delete_any"_s, u"user.manage"_s,    u"team.manage"_s,
                        u"category.manage"_s,    u"report.view"_s};

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

QStringList names(const QList<TicketAction> &actions)
{
    QStringList list;
    for (const TicketAction action : actions)
        list.append(QString(toWire(action)));
    return list;
}

Grants onDesk(PermissionSet permissions, DeskId where = desk)
{
    Grants grants;
    grants.addForDesk(where, permissions);
    return grants;
}

} // namespace

void AccessTest::everyPermissionIsDescribed()
{
    const QJsonArray table = permissionsToJson();
    QCOMPARE(table.size(), 39);
    QSet<QString> descriptions;
    for (const QJsonValue &row : table) {
        const QString description = row[u"description"].toString();
        QVERIFY2(description.size() > 10, qPrintable(row[u"code"].toString()));
        descriptions.insert(description);
    }
    QCOMPARE(descriptions.size(), table.size());
    QCOMPARE(codeOf(Permission::TicketCreateForOthers), "ticket.create_for_others"_ba);
}

void AccessTest::builtInRoles_data()
{
    QTest::addColumn<BuiltInRole>("role");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("codes");
    QTest::newRow("requester") << BuiltInRole::Requester << u"Requester"_s << requesterCodes;
    QTest::newRow("observer") << BuiltInRole::Observer << u"Observer"_s
                              << QStringList{u"ticket.view_all"_s, u"user.view"_s,
                                             u"report.view"_s};
    QTest::newRow("agent") << BuiltInRole::Agent << u"Agent"_s << agentCodes;
    QTest::newRow("lead") << BuiltInRole::Lead << u"Lead"_s << leadCodes;
}

void AccessTest::builtInRoles()
{
    QFETCH(BuiltInRole, role);
    QFETCH(QStringList, codes);
    QTEST(nameOf(role), "name");
    QCOMPARE(sorted(codesOf(permissionsOf(role))), sorted(codes));
    QCOMPARE(codesOf(permissionsOf(BuiltInRole::Administrator)).size(), 39);
    QVERIFY(permissionsOf(BuiltInRole::Administrator).containsAll(permissionsOf(role)));
}

void AccessTest::holding()
{
    Grants grants;
    QVERIFY(!grants.holdsAnywhere(Permission::TicketNote));
    grants.addForDesk(desk, {Permission::TicketNote});
    grants.addForDesk(desk, {Permission::TicketReply});
    grants.addGlobal({Permission::UserView});
    QVERIFY(grants.holds(Permission::TicketNote, desk));
    QVERIFY(grants.holds(Permission::TicketReply, desk));
    QVERIFY(!grants.holds(Permission::TicketNote, otherDesk));
    QVERIFY(!grants.holds(Permission::TicketNote, DeskId()));
    QVERIFY(!grants.holdsGlobally(Permission::TicketNote));
    QVERIFY(grants.holdsAnywhere(Permission::TicketNote));
    QCOMPARE(grants.desksWith(Permission::TicketNote), QList{desk});
    QVERIFY(grants.holds(Permission::UserView, otherDesk));
    QVERIFY(grants.holdsGlobally(Permission::UserView));
    QVERIFY(grants.desksWith(Permission::UserView).isEmpty());
}

void AccessTest::giving_data()
{
    QTest::addColumn<bool>("holdsGlobally");
    QTest::addColumn<BuiltInRole>("gives");
    QTest::addColumn<DeskId>("where");
    QTest::addColumn<bool>("may");
    QTest::newRow("a lead gives Agent on the desk") << false << BuiltInRole::Agent << desk << true;
    QTest::newRow("a lead gives Lead on the desk") << false << BuiltInRole::Lead << desk << true;
    QTest::newRow("a lead gives Administrator on the desk")
            << false << BuiltInRole::Administrator << desk << false;
    QTest::newRow("a lead gives Requester on another desk")
            << false << BuiltInRole::Requester << otherDesk << false;
    QTest::newRow("a lead of one desk gives everywhere")
            << false << BuiltInRole::Requester << DeskId() << false;
    QTest::newRow("a global lead gives everywhere")
            << true << BuiltInRole::Agent << DeskId() << true;
    QTest::newRow("a global lead gives on a desk")
            << true << BuiltInRole::Agent << otherDesk << true;
    QTest::newRow("a global lead gives Administrator")
            << true << BuiltInRole::Administrator << DeskId() << false;
}

void AccessTest::giving()
{
    QFETCH(bool, holdsGlobally);
    QFETCH(BuiltInRole, gives);
    QFETCH(DeskId, where);
    Grants giver;
    if (holdsGlobally)
        giver.addGlobal(permissionsOf(BuiltInRole::Lead));
    else
        giver.addForDesk(desk, permissionsOf(BuiltInRole::Lead));
    QTEST(giver.mayGive(permissionsOf(gives), where), "may");
}

void AccessTest::grantsJson()
{
    Grants grants;
    grants.addGlobal({Permission::UserView});
    grants.addForDesk(otherDesk, {Permission::TicketNote});
    grants.addForDesk(desk, permissionsOf(BuiltInRole::Agent));
    QCOMPARE(fromJson<Grants>(toJson(grants)).value(), grants);
    QCOMPARE(
            toJson(onDesk({Permission::TicketNote, Permission::TicketReply})),
            object(R"({"global":[],"desks":[{"desk":1,"permissions":["ticket.reply","ticket.note"]}]})"));

    const char *newer = R"({"global":["user.view","coffee.make"],"desks":[]})";
    QCOMPARE(faultsOf(fromJson<Grants>(object(newer))), QStringList{u"global:unknown_value"_s});
    const auto tolerant = fromJson<Grants>(object(newer), Unknown::Ignored);
    QVERIFY(tolerant);
    QVERIFY(tolerant->holdsGlobally(Permission::UserView));
}

void AccessTest::actions_data()
{
    QTest::addColumn<PermissionSet>("permissions");
    QTest::addColumn<TicketRelation>("relation");
    QTest::addColumn<TicketSituation>("situation");
    QTest::addColumn<QStringList>("expected");
    const auto requester = permissionsOf(BuiltInRole::Requester);
    const auto agent = permissionsOf(BuiltInRole::Agent);
    const QStringList own{u"edit"_s, u"editPriority"_s, u"reply"_s, u"attach"_s};
    const QStringList agents{u"edit"_s,   u"editPriority"_s, u"editAll"_s, u"reply"_s,   u"note"_s,
                             u"attach"_s, u"assign"_s,       u"take"_s,    u"transfer"_s};
    QStringList assigned = agents;
    assigned.removeOne(u"take"_s);

    QTest::newRow("nobody") << PermissionSet{} << TicketRelation{} << TicketSituation{}
                            << QStringList{};
    QTest::newRow("requester of it")
            << requester << TicketRelation{.requester = true} << TicketSituation{} << own;
    QTest::newRow("creator of it")
            << requester << TicketRelation{.creator = true} << TicketSituation{} << own;
    QTest::newRow("another requester")
            << requester << TicketRelation{} << TicketSituation{} << QStringList{};
    QTest::newRow("requester without a role")
            << PermissionSet{} << TicketRelation{.requester = true} << TicketSituation{}
            << QStringList{};
    QTest::newRow("the requester may confirm")
            << requester << TicketRelation{.requester = true}
            << TicketSituation{.hasTransitions = true, .hasClosingTransition = true}
            << own + QStringList{u"changeStatus"_s, u"close"_s};
    QTest::newRow("observer") << permissionsOf(BuiltInRole::Observer) << TicketRelation{}
                              << TicketSituation{} << QStringList{};
    QTest::newRow("observer as the requester")
            << permissionsOf(BuiltInRole::Observer) << TicketRelation{.requester = true}
            << TicketSituation{} << QStringList{};
    QTest::newRow("agent") << agent << TicketRelation{} << TicketSituation{} << agents;
    QTest::newRow("assigned agent")
            << agent << TicketRelation{.assignee = true} << TicketSituation{} << assigned;
    QTest::newRow("lead") << permissionsOf(BuiltInRole::Lead) << TicketRelation{}
                          << TicketSituation{} << agents + QStringList{u"delete"_s, u"merge"_s};
    QTest::newRow("agent on a deleted one")
            << agent << TicketRelation{} << TicketSituation{.deleted = true} << QStringList{};
    QTest::newRow("lead on a deleted one")
            << permissionsOf(BuiltInRole::Lead) << TicketRelation{.requester = true}
            << TicketSituation{.deleted = true, .hasTransitions = true}
            << QStringList{u"restore"_s};
}

void AccessTest::actions()
{
    QFETCH(PermissionSet, permissions);
    QFETCH(TicketRelation, relation);
    QFETCH(TicketSituation, situation);
    QTEST(names(allowedActions(onDesk(permissions), desk, relation, situation)), "expected");
    // What is held for another desk counts for nothing here.
    const QStringList elsewhere
            = names(allowedActions(onDesk(permissions, otherDesk), desk, relation, situation));
    QVERIFY(!elsewhere.contains(u"edit"_s) && !elsewhere.contains(u"note"_s)
            && !elsewhere.contains(u"restore"_s));
}

void AccessTest::actionsFollowOnePermissionEach_data()
{
    QTest::addColumn<Permission>("permission");
    QTest::addColumn<QStringList>("actions");
    const QHash<Permission, QStringList> given{
            {Permission::TicketEdit, {u"edit"_s, u"editPriority"_s, u"editAll"_s, u"attach"_s}},
            {Permission::TicketReply, {u"reply"_s, u"attach"_s}},
            {Permission::TicketNote, {u"note"_s}},
            {Permission::TicketAssign, {u"assign"_s, u"take"_s}},
            {Permission::TicketTransfer, {u"transfer"_s}},
            {Permission::TicketDelete, {u"delete"_s}},
            {Permission::TicketMerge, {u"merge"_s}},
    };
    for (const PermissionRow &row : WireEnum<Permission>::names)
        QTest::newRow(row.name.data()) << row.value << given.value(row.value);
}

void AccessTest::actionsFollowOnePermissionEach()
{
    QFETCH(Permission, permission);
    QTEST(names(allowedActions(onDesk({permission}), desk, {}, {})), "actions");
}

/// What no ticket would let one do is not offered; what one ticket would let one do is.
void AccessTest::whatOneMayEverDo()
{
    const auto able = [](const Grants &grants) {
        QList<TicketAction> actions;
        for (const auto &row : WireEnum<TicketAction>::names) {
            if (mayEver(grants, row.value))
                actions.append(row.value);
        }
        return names(actions);
    };
    const QStringList everybody{u"changeStatus"_s, u"close"_s, u"rate"_s};
    QCOMPARE(able({}), (QStringList{u"escalate"_s} + everybody));
    QCOMPARE(able(onDesk({Permission::TicketAssign})),
             (QStringList{u"assign"_s, u"take"_s, u"escalate"_s} + everybody));
    QCOMPARE(able(onDesk({Permission::TicketRestore})),
             (QStringList{u"escalate"_s} + everybody + QStringList{u"restore"_s}));
    QCOMPARE(able(onDesk({Permission::TicketEditOwn})),
             (QStringList{u"edit"_s, u"editPriority"_s, u"reply"_s, u"attach"_s, u"escalate"_s}
              + everybody));
    Grants globally;
    globally.addGlobal({Permission::TicketNote});
    QVERIFY(mayEver(globally, TicketAction::Note));
    QVERIFY(!mayEver(globally, TicketAction::Delete));
}

void AccessTest::replies_data()
{
    QTest::addColumn<PermissionSet>("permissions");
    QTest::addColumn<bool>("author");
    QTest::addColumn<bool>("internal");
    QTest::addColumn<bool>("edits");
    QTest::addColumn<bool>("deletes");
    const auto requester = permissionsOf(BuiltInRole::Requester);
    const auto agent = permissionsOf(BuiltInRole::Agent);
    const auto lead = permissionsOf(BuiltInRole::Lead);
    QTest::newRow("one's own") << requester << true << false << true << true;
    QTest::newRow("somebody else's") << requester << false << false << false << false;
    QTest::newRow("agent, somebody else's") << agent << false << false << false << false;
    QTest::newRow("agent, own note") << agent << true << true << true << true;
    QTest::newRow("own note, the right to notes lost")
            << requester << true << true << false << false;
    QTest::newRow("lead, somebody else's") << lead << false << false << true << true;
    QTest::newRow("lead, somebody else's note") << lead << false << true << true << true;
    QTest::newRow("may edit any, sees no notes")
            << PermissionSet{Permission::CommentEditAny, Permission::CommentDeleteAny} << false
            << true << false << false;
    QTest::newRow("may only edit any")
            << PermissionSet{Permission::CommentEditAny} << false << false << true << false;
    QTest::newRow("may only delete any")
            << PermissionSet{Permission::CommentDeleteAny} << false << false << false << true;
}

void AccessTest::replies()
{
    QFETCH(PermissionSet, permissions);
    QFETCH(bool, author);
    QFETCH(bool, internal);
    const ReplyRelation relation{.author = author, .internal = internal};
    QTEST(mayEditReply(onDesk(permissions), desk, relation), "edits");
    QTEST(mayDeleteReply(onDesk(permissions), desk, relation), "deletes");
    QVERIFY(!mayEditReply(onDesk(permissions, otherDesk), desk, relation));
    QVERIFY(!mayDeleteReply(onDesk(permissions, otherDesk), desk, relation));
}

void AccessTest::roleJson()
{
    const Role role{.id = RoleId(1),
                    .key = u"agent"_s,
                    .name = u"Agent"_s,
                    .description = u"d"_s,
                    .builtIn = true,
                    .permissions = permissionsOf(BuiltInRole::Agent)};
    QCOMPARE(fromJson<Role>(toJson(role)).value(), role);
    const RoleDraft draft{.name = u"Night shift"_s, .permissions = {Permission::TicketReply}};
    QCOMPARE(fromJson<RoleDraft>(toJson(draft)).value(), draft);
    const RolePatch patch{.permissions = PermissionSet{}};
    QCOMPARE(fromJson<RolePatch>(toJson(patch)).value(), patch);
    QVERIFY(!fromJsonBytes<RolePatch>("{}").value().permissions);
    QCOMPARE(faultsOf(fromJsonBytes<RoleDraft>(
                     R"({"name":"","permissions":["ticket.fly"],"builtIn":true})")),
             QStringList({u"permissions:unknown_value"_s, u"name:required"_s,
                          u"builtIn:unknown_field"_s}));
    QCOMPARE(faultsOf(fromJson<RoleDraft>(
                     {{u"name"_s, QString(101, u'x')}, {u"permissions"_s, QJsonArray{}}})),
             QStringList{u"name:too_long{\"max\":100}"_s});
}

QTEST_APPLESS_MAIN(AccessTest)
#include "tst_access.moc"
