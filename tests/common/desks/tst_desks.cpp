// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/desks/category.h"
#include "common/desks/desk.h"
#include "common/desks/organisation.h"
#include "common/desks/tag.h"
#include "common/desks/team.h"
#include "tests/support/common/faults.h"

#include <QTest>

using namespace Deskbell;
using namespace Deskbell::Test;
using namespace Qt::StringLiterals;

class DesksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrips();
    void refused_data();
    void refused();
    void makesKeysOfLabels();
};

namespace {

template <class T>
bool comesBack(const T &value)
{
    const auto result = fromJson<T>(toJson(value));
    if (!result)
        qWarning("%s", qPrintable(faultsOf(result).join(u' ')));
    return result && *result == value;
}

template <class T>
QStringList faults(const QByteArray &json)
{
    return faultsOf(fromJsonBytes<T>(json));
}

} // namespace

void DesksTest::roundTrips()
{
    const DeskRef desk{.id = DeskId(1), .key = u"HD"_s, .name = u"Help desk"_s};
    QVERIFY(comesBack(Desk{.id = DeskId(1),
                           .key = u"HD"_s,
                           .name = u"Help desk"_s,
                           .workflow = {.id = WorkflowId(2), .name = u"helpdesk"_s},
                           .version = 3}));
    QVERIFY(comesBack(
            DeskDraft{.key = u"HD"_s, .name = u"Help desk"_s, .workflow = WorkflowId(2)}));
    QVERIFY(comesBack(DeskPatch{.name = u"Other"_s}));
    QVERIFY(comesBack(
            Category{.id = CategoryId(1), .desk = desk, .name = u"VPN"_s, .position = 4}));
    QVERIFY(comesBack(CategoryDraft{.desk = DeskId(1), .name = u"VPN"_s, .description = u"d"_s}));
    QVERIFY(comesBack(CategoryPatch{.position = 7}));
    QVERIFY(comesBack(CategoryPatch{.approvalTemplate = ApprovalTemplateId(2)}));
    QVERIFY(comesBack(DeskPatch{.approvalTemplate = ApprovalTemplateId()}));
    QVERIFY(comesBack(Team{.id = TeamId(1),
                           .desk = desk,
                           .name = u"First line"_s,
                           .members = {{.id = AccountId(3), .displayName = u"Jane"_s}}}));
    QVERIFY(comesBack(
            TeamDraft{.desk = DeskId(1), .name = u"First line"_s, .members = {AccountId(3)}}));
    QVERIFY(comesBack(TeamPatch{.members = QList<AccountId>{}}));
    QVERIFY(comesBack(TeamPatch{.description = QString()}));
    QVERIFY(comesBack(Tag{.id = TagId(1), .name = u"vpn"_s, .color = u"#1f6feb"_s}));
    QVERIFY(comesBack(TagDraft{.name = u"vpn"_s}));
    QVERIFY(comesBack(TagPatch{.color = QString()}));
    QVERIFY(comesBack(Organisation{.id = OrganisationId(1), .name = u"ACME"_s}));
    QVERIFY(comesBack(OrganisationDraft{.name = u"ACME"_s}));
    QVERIFY(comesBack(OrganisationPatch{}));
}

void DesksTest::refused_data()
{
    QTest::addColumn<QStringList>("found");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QStringList &found, const QStringList &expected) {
        QTest::newRow(name) << found << expected;
    };
    row("desk without anything", faults<DeskDraft>("{}"), {u"key:required"_s, u"name:required"_s});
    row("desk key in lower case", faults<DeskDraft>(R"({"key":"hd","name":"x"})"),
        {u"key:invalid"_s});
    row("desk key one too long", faults<DeskDraft>(R"({"key":"ABCDEFGHIJK","name":"x"})"),
        {u"key:invalid"_s});
    row("desk key never changes", faults<DeskPatch>(R"({"key":"XY"})"), {u"key:unknown_field"_s});
    row("name one too long",
        faults<OrganisationDraft>("{\"name\":\"" + QByteArray(101, 'x') + "\"}"),
        {u"name:too_long{\"max\":100}"_s});
    row("name of spaces", faults<OrganisationPatch>(R"({"name":" "})"), {u"name:required"_s});
    row("name with a line break", faults<TeamDraft>(R"({"desk":1,"name":"a\nb"})"),
        {u"name:control_character"_s});
    row("description one too long",
        faults<CategoryDraft>("{\"desk\":1,\"name\":\"x\",\"description\":\""
                              + QByteArray(2001, 'x') + "\"}"),
        {u"description:too_long{\"max\":2000}"_s});
    row("position negative", faults<CategoryPatch>(R"({"position":-1})"),
        {u"position:out_of_range{\"max\":10000,\"min\":0}"_s});
    row("category moves to no other desk", faults<CategoryPatch>(R"({"desk":2})"),
        {u"desk:unknown_field"_s});
    row("turns of nobody",
        faults<DeskPatch>(R"({"assignmentRule":"round_robin","assignmentRole":""})"),
        {u"assignmentRole:required"_s});
    row("member twice", faults<TeamPatch>(R"({"members":[1,1]})"), {u"members:not_unique"_s});
    row("tag one too long", faults<TagDraft>("{\"name\":\"" + QByteArray(51, 'x') + "\"}"),
        {u"name:too_long{\"max\":50}"_s});
    row("colour by name", faults<TagDraft>(R"({"name":"x","color":"red"})"), {u"color:invalid"_s});
    row("colour with more", faults<TagPatch>(R"({"color":"#1f6feb;x"})"), {u"color:invalid"_s});
}

void DesksTest::refused()
{
    QFETCH(QStringList, found);
    QTEST(found, "expected");
}

void DesksTest::makesKeysOfLabels()
{
    QCOMPARE(fieldKeyOf(u" Room (main building) "_s), u"room_main_building"_s);
    QCOMPARE(fieldKeyOf(u"Gerät"_s), u"gerat"_s);
    QCOMPARE(fieldKeyOf(u"2nd choice"_s), u"nd_choice"_s);
    QCOMPARE(fieldKeyOf(u"?"_s), QString()); // which is refused, so that one is thought of
    QCOMPARE(fieldKeyOf(QString(80, u'a')).size(), 64);
}

QTEST_APPLESS_MAIN(DesksTest)
#include "tst_desks.moc"
