// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/canned/cannedreply.h"
#include "common/canned/cannedvariable.h"
#include "tests/support/common/faults.h"

#include <QTest>

using namespace Deskbell;
using namespace Deskbell::Test;
using namespace Qt::StringLiterals;

/// Canned replies: what they say of a ticket, what makes them valid, and how they travel.
class TestCanned : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expands_data();
    void expands();
    void firstNames_data();
    void firstNames();
    void everyVariableHasAPlace();
    void faults_data();
    void faults();
    void travels();
    void changesWhatIsGiven();
    void whoMayKeepWhich();
};

void TestCanned::expands_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << u"Hello {name}, {{"_s << u"Hello {name}, {{"_s;
    QTest::newRow("one") << u"Dear {{requester.name}},"_s << u"Dear Jane Doe,"_s;
    QTest::newRow("spaces") << u"{{ ticket.number\t}}!"_s << u"HD-7!"_s;
    QTest::newRow("twice") << u"{{desk.name}}{{desk.name}}"_s << u"DeskDesk"_s;
    QTest::newRow("nothing there") << u"[{{category.name}}]"_s << u"[]"_s;
    QTest::newRow("unknown stays")
            << u"{{ticket.colour}} {{ticket.number}}"_s << u"{{ticket.colour}} HD-7"_s;
    QTest::newRow("values are not expanded again, and are one line")
            << u"{{ticket.title}}"_s << u"{{ticket.number}} two lines"_s;
    QTest::newRow("three braces") << u"{{{ticket.number}}}"_s << u"{HD-7}"_s;
}

void TestCanned::expands()
{
    QFETCH(const QString, text);
    const auto valueOf = [](CannedVariable variable) {
        switch (variable) {
        case CannedVariable::RequesterName: return u"Jane Doe"_s;
        case CannedVariable::TicketNumber: return u"HD-7"_s;
        case CannedVariable::TicketTitle: return u"{{ticket.number}}  two\nlines "_s;
        case CannedVariable::DeskName: return u"Desk"_s;
        default: return QString();
        }
    };
    QTEST(expandCanned(text, valueOf), "expected");
}

void TestCanned::firstNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("first");
    QTest::newRow("usual") << u"Jane Doe"_s << u"Jane"_s;
    QTest::newRow("family first") << u"Doe,  Jane Ann"_s << u"Jane"_s;
    QTest::newRow("one word") << u" Jane "_s << u"Jane"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void TestCanned::firstNames()
{
    QFETCH(const QString, name);
    QTEST(firstNameOf(name), "first");
}

void TestCanned::everyVariableHasAPlace()
{
    for (const auto &row : WireEnum<CannedVariable>::names) {
        const QString text = placeholderOf(row.value);
        QVERIFY(!variableFault(u"text"_s, text));
        QCOMPARE(expandCanned(text,
                              [&](CannedVariable asked) {
                                  return asked == row.value ? u"x"_s : QString();
                              }),
                 u"x"_s);
    }
}

void TestCanned::faults_data()
{
    QTest::addColumn<CannedDraft>("draft");
    QTest::addColumn<QStringList>("expected");
    const CannedDraft good{.name = u"Greeting"_s, .text = u"Hello {{requester.name}}"_s};
    const auto with = [good](const auto &change) {
        CannedDraft draft = good;
        change(draft);
        return draft;
    };
    QTest::newRow("good") << good << QStringList();
    QTest::newRow("a macro needs no text") << with([](CannedDraft &one) {
        one.text.clear();
        one.actions.assignedTo = AssigneeChoice{};
    }) << QStringList();
    QTest::newRow("nothing at all")
            << with([](CannedDraft &one) { one.text.clear(); }) << QStringList{u"text:required"_s};
    QTest::newRow("no name") << with([](CannedDraft &one) { one.name.clear(); })
                             << QStringList{u"name:required"_s};
    QTest::newRow("unknown variable")
            << with([](CannedDraft &one) { one.text = u"{{desk.name}} {{ticket.colour }}"_s; })
            << QStringList{u"text:unknown_variable{\"variable\":\"ticket.colour\"}"_s};
    QTest::newRow("empty variable") << with([](CannedDraft &one) { one.text = u"{{}}"_s; })
                                    << QStringList{u"text:unknown_variable{\"variable\":\"\"}"_s};
    QTest::newRow("long") << with([](CannedDraft &one) { one.text = u"x"_s.repeated(20001); })
                          << QStringList{u"text:too_long{\"max\":20000}"_s};
    QTest::newRow("a desk of a personal one")
            << with([](CannedDraft &one) { one.desk = DeskId(1); })
            << QStringList{u"desk:invalid"_s};
    QTest::newRow("no desk") << with([](CannedDraft &one) { one.scope = CannedScope::Desk; })
                             << QStringList{u"desk:required"_s};
    QTest::newRow("a category for everybody") << with([](CannedDraft &one) {
        one.scope = CannedScope::Global;
        one.category = CategoryId(1);
    }) << QStringList{u"category:invalid"_s};
    QTest::newRow("tags") << with([](CannedDraft &one) {
        one.actions.addTags = {u"a"_s, u"A"_s};
        one.actions.removeTags = {QString()};
    }) << QStringList{u"actions.addTags:not_unique"_s, u"actions.removeTags:required"_s};
}

void TestCanned::faults()
{
    QFETCH(const CannedDraft, draft);
    QTEST(texts(validate(draft)), "expected");
}

void TestCanned::travels()
{
    const CannedReply reply{.id = CannedReplyId(3),
                            .name = u"Take it"_s,
                            .scope = CannedScope::Desk,
                            .desk = DeskRef{.id = DeskId(1), .key = u"HD"_s, .name = u"Desk"_s},
                            .category = CategoryRef{.id = CategoryId(2), .name = u"Network"_s},
                            .text = u"Hi"_s,
                            .isInternal = true,
                            .actions
                            = {.priority = Priority::High,
                               .assignedTo = AssigneeChoice{.kind = AssigneeChoice::Kind::Account,
                                                            .account = AccountId(5)},
                               .team = TeamId(6),
                               .status = u"resolved"_s,
                               .addTags = {u"vpn"_s},
                               .removeTags = {u"new"_s}},
                            .assignee = PersonRef{.id = AccountId(5), .displayName = u"Ann"_s},
                            .team = TeamRef{.id = TeamId(6), .name = u"Floor"_s},
                            .version = 4};
    const auto read = fromJson<CannedReply>(toJson(reply));
    QVERIFY(read);
    QCOMPARE(*read, reply);
    const CannedDraft draft = draftOf(reply);
    const auto readDraft = fromJson<CannedDraft>(toJson(draft));
    QVERIFY(readDraft);
    QCOMPARE(*readDraft, draft);
    QCOMPARE(faultsOf(fromJson<CannedDraft>(object(R"({"name":"a","text":"b","colour":"red"})"))),
             QStringList{u"colour:unknown_field"_s});
    QCOMPARE(faultsOf(fromJson<CannedDraft>(
                     object(R"({"name":"a","text":"b","actions":{"delete":true}})"))),
             QStringList{u"actions.delete:unknown_field"_s});
    // Nobody is something else than nothing.
    QCOMPARE(toJson(MacroActions{}), QJsonObject());
    QCOMPARE(toJson(MacroActions{.assignedTo = AssigneeChoice{}}),
             object(R"({"assignedTo":null})"));
}

void TestCanned::changesWhatIsGiven()
{
    CannedDraft draft{.name = u"One"_s, .category = CategoryId(2), .text = u"Text"_s};
    const auto patch = fromJson<CannedPatch>(
            object(R"({"category":null,"isInternal":true,"actions":{"status":"closed"}})"));
    QVERIFY(patch);
    QCOMPARE(*fromJson<CannedPatch>(toJson(*patch)), *patch);
    apply(*patch, draft);
    QCOMPARE(draft, (CannedDraft{.name = u"One"_s,
                                 .text = u"Text"_s,
                                 .isInternal = true,
                                 .actions = {.status = u"closed"_s}}));
    QCOMPARE(faultsOf(fromJson<CannedPatch>(object(R"({"scope":"global"})"))),
             QStringList{u"scope:unknown_field"_s});
}

void TestCanned::whoMayKeepWhich()
{
    Grants requester;
    requester.addGlobal({Permission::TicketCreate});
    Grants agent;
    agent.addForDesk(DeskId(1), {Permission::TicketReply});
    Grants lead;
    lead.addForDesk(DeskId(1), {Permission::CannedManage});
    Grants admin;
    admin.addGlobal({Permission::CannedManage});
    QVERIFY(!mayKeepCanned(requester, CannedScope::Personal, {}));
    QVERIFY(mayKeepCanned(agent, CannedScope::Personal, {}));
    QVERIFY(!mayKeepCanned(agent, CannedScope::Desk, DeskId(1)));
    QVERIFY(mayKeepCanned(lead, CannedScope::Personal, {}));
    QVERIFY(mayKeepCanned(lead, CannedScope::Desk, DeskId(1)));
    QVERIFY(!mayKeepCanned(lead, CannedScope::Desk, DeskId(2)));
    QVERIFY(!mayKeepCanned(lead, CannedScope::Global, {}));
    QVERIFY(mayKeepCanned(admin, CannedScope::Desk, DeskId(2)));
    QVERIFY(mayKeepCanned(admin, CannedScope::Global, {}));
}

Q_DECLARE_METATYPE(Deskbell::CannedDraft)

QTEST_APPLESS_MAIN(TestCanned)
#include "tst_canned.moc"
