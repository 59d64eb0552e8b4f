// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/canned/cannedreply.h"
#include "tests/support/server/ticketharness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Test;

/// Canned replies: who has which, who may make and change them, and which are for a ticket.
class TestCannedReplies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_api.reset(); }

    void keepsOne();
    void changesIt();
    void whoHasWhich();
    void whoMayMakeWhich();
    void othersAreNotThere();
    void ofATicket();
    void isListedInPages();
    void refusals_data();
    void refusals();
    void namesOnlyWhatOneMayKnow();
    void whatItNamedMayGo();
    void versionsMatter();
    void namesAreThereOnce();
    void hasAnEnd();
    void tellsWhoHasIt();
    void goesWithItsDesk();

private:
    Answer make(const Person &by, const QString &name, QJsonObject more = {})
    {
        more[u"name"_s] = name;
        if (!more.contains("text"_L1))
            more[u"text"_s] = u"Hello"_s;
        return m_api->post("/canned-replies", by, more);
    }
    QJsonObject onDesk(DeskId desk = {}, QJsonObject more = {}) const
    {
        more[u"scope"_s] = u"desk"_s;
        more[u"desk"_s] = (desk.isValid() ? desk : m_api->desk).value();
        return more;
    }
    QStringList names(const Person &by, const QByteArray &query = {})
    {
        return m_api->get("/canned-replies" + query, by).column(u"name"_s);
    }
    QStringList namesFor(const Person &by, TicketId ticket)
    {
        return names(by, "?ticket=" + QByteArray::number(ticket.value()));
    }
    qint64 add(const QByteArray &path, const QString &name, DeskId desk)
    {
        return m_api->post(path, m_api->admin, {{u"name"_s, name}, {u"desk"_s, desk.value()}})
                .json["id"_L1]
                .toInteger();
    }
    static QByteArray pathOf(const Answer &reply)
    {
        return "/canned-replies/" + QByteArray::number(reply.json["id"_L1].toInteger());
    }

    std::optional<TicketHarness> m_api;
    Person m_keeper; ///< manages those of the first desk
    DeskId m_other;
    Person m_elsewhere; ///< works on the other desk
};

void TestCannedReplies::init()
{
    m_api.emplace();
    m_other = m_api->addWorkflowDesk(u"OTHER"_s, u"helpdesk"_s);
    m_keeper = m_api->addPerson(u"Kim"_s, {u"canned.manage"_s}, m_api->desk);
    m_elsewhere = m_api->addPerson(u"Else"_s, {u"ticket.reply"_s}, m_other);
}

void TestCannedReplies::keepsOne()
{
    const qint64 team = add("/teams", u"Floor"_s, m_api->desk);
    const qint64 category = add("/categories", u"Network"_s, m_api->desk);
    const QJsonObject actions{{u"priority"_s, u"high"_s},
                              {u"assignedTo"_s, m_api->alex.id.value()},
                              {u"team"_s, team},
                              {u"status"_s, u"resolved"_s},
                              {u"addTags"_s, QJsonArray{u"vpn"_s}}};
    const Answer made = make(m_keeper, u"  Take it "_s,
                             onDesk({}, {{u"category"_s, category},
                                         {u"text"_s, u"Dear {{requester.name}}"_s},
                                         {u"isInternal"_s, true},
                                         {u"actions"_s, actions}}));
    QCOMPARE(made.status, 201);
    const auto reply = decoded<CannedReply>(made);
    QCOMPARE(reply.name, u"Take it"_s);
    QCOMPARE(reply.scope, CannedScope::Desk);
    QVERIFY(!reply.owner);
    QCOMPARE(reply.desk->id, m_api->desk);
    QCOMPARE(reply.category->name, u"Network"_s);
    QCOMPARE(reply.text, u"Dear {{requester.name}}"_s);
    QCOMPARE(reply.isInternal, true);
    QCOMPARE(toJson(reply.actions), actions);
    QCOMPARE(reply.assignee->id, m_api->alex.id);
    QCOMPARE(reply.team->name, u"Floor"_s);
    QCOMPARE(toJson(reply), made.json);
    QCOMPARE(m_api->get("/canned-replies", m_keeper).data().first().toObject(), made.json);

    const auto own = decoded<CannedReply>(make(m_api->alex, u"Mine"_s));
    QCOMPARE(own.scope, CannedScope::Personal);
    QCOMPARE(own.owner->id, m_api->alex.id);
    QVERIFY(!own.desk && !own.assignee && !own.team && own.actions.isEmpty());
}

void TestCannedReplies::changesIt()
{
    const Answer made = make(m_api->alex, u"One"_s, {{u"text"_s, u"Text"_s}});
    const Answer changed = m_api->patch(pathOf(made), m_api->alex,
                                        {{u"name"_s, u"Two"_s},
                                         {u"text"_s, u""_s},
                                         {u"actions"_s, QJsonObject{{u"assignedTo"_s, u"me"_s}}}});
    QCOMPARE(changed.status, 200);
    const auto reply = decoded<CannedReply>(changed);
    QCOMPARE(reply.name, u"Two"_s);
    QCOMPARE(reply.text, QString());
    QCOMPARE(reply.actions.assignedTo->kind, AssigneeChoice::Kind::Me);
    QCOMPARE(reply.version, 2);
    // Without a text and without actions it would be nothing; the same again is no change.
    QCOMPARE(m_api->patch(pathOf(made), m_api->alex, {{u"actions"_s, QJsonObject()}}).faults(),
             QStringList{u"text:required"_s});
    QCOMPARE(m_api->patch(pathOf(made), m_api->alex, {{u"text"_s, u"{{no}}"_s}}).faults(),
             QStringList{u"text:unknown_variable"_s});
    QCOMPARE(m_api->patch(pathOf(made), m_api->alex, {{u"category"_s, 1}}).faults(),
             QStringList{u"category:invalid"_s});
    QCOMPARE(m_api->patch(pathOf(made), m_api->alex, {{u"name"_s, u"Two"_s}}).json["version"_L1],
             QJsonValue(2));
    QCOMPARE(m_api->remove(pathOf(made), m_api->alex).status, 204);
    QVERIFY(names(m_api->alex).isEmpty());
    QCOMPARE(m_api->value(u"SELECT string_agg(action, ' ' ORDER BY id) FROM ticket.activity"
                          " WHERE entity = 'canned_reply'"_s),
             u"create update delete"_s);
}

void TestCannedReplies::whoHasWhich()
{
    make(m_api->alex, u"of alex"_s);
    QCOMPARE(make(m_keeper, u"of the desk"_s, onDesk()).status, 201);
    QCOMPARE(make(m_api->admin, u"of the other"_s, onDesk(m_other)).status, 201);
    QCOMPARE(make(m_api->admin, u"of all"_s, {{u"scope"_s, u"global"_s}}).status, 201);
    QCOMPARE(names(m_api->alex),
             (QStringList{u"of alex"_s, u"of all"_s, u"of the desk"_s, u"of the other"_s}));
    QCOMPARE(names(m_api->observer),
             (QStringList{u"of all"_s, u"of the desk"_s, u"of the other"_s}));
    QCOMPARE(names(m_keeper), (QStringList{u"of all"_s, u"of the desk"_s}));
    QCOMPARE(names(m_elsewhere), (QStringList{u"of all"_s, u"of the other"_s}));
    QCOMPARE(names(m_api->jane), QStringList());
}

void TestCannedReplies::whoMayMakeWhich()
{
    const QJsonObject global{{u"scope"_s, u"global"_s}};
    QCOMPARE(make(m_api->jane, u"a"_s).status, 403);
    QCOMPARE(make(m_api->jane, u"a"_s, onDesk()).status, 403);
    QCOMPARE(make(m_api->alex, u"a"_s, onDesk()).status, 403);
    QCOMPARE(make(m_api->alex, u"a"_s, global).status, 403);
    QCOMPARE(make(m_keeper, u"a"_s, global).status, 403);
    QCOMPARE(make(m_keeper, u"a"_s, onDesk(m_other)).faults(), QStringList{u"desk:unknown"_s});
    QCOMPARE(make(m_keeper, u"a"_s, onDesk(DeskId(999))).faults(), QStringList{u"desk:unknown"_s});
    QCOMPARE(make(m_keeper, u"a"_s).status, 201);
    // Who has it need not be who may change it.
    for (const Answer &shared :
         {make(m_keeper, u"b"_s, onDesk()), make(m_api->admin, u"c"_s, global)}) {
        QCOMPARE(shared.status, 201);
        QCOMPARE(m_api->patch(pathOf(shared), m_api->alex, {{u"name"_s, u"d"_s}}).status, 403);
        QCOMPARE(m_api->remove(pathOf(shared), m_api->alex).status, 403);
    }
}

void TestCannedReplies::othersAreNotThere()
{
    const Answer own = make(m_api->alex, u"a"_s);
    const Answer ofDesk = make(m_keeper, u"b"_s, onDesk());
    for (const auto &[reply, other] :
         {std::pair(own, m_api->emily), std::pair(own, m_api->admin), std::pair(own, m_keeper),
          std::pair(own, m_api->jane), std::pair(ofDesk, m_elsewhere),
          std::pair(ofDesk, m_api->jane)}) {
        QCOMPARE(m_api->patch(pathOf(reply), other, {{u"name"_s, u"b"_s}}).status, 404);
        QCOMPARE(m_api->remove(pathOf(reply), other).status, 404);
    }
}

void TestCannedReplies::ofATicket()
{
    const qint64 category = add("/categories", u"Network"_s, m_api->desk);
    make(m_api->alex, u"mine"_s);
    make(m_api->admin, u"all"_s, {{u"scope"_s, u"global"_s}});
    make(m_api->admin, u"desk"_s, onDesk());
    make(m_api->admin, u"network"_s, onDesk({}, {{u"category"_s, category}}));
    make(m_api->admin, u"other"_s, onDesk(m_other));
    const TicketId plain = m_api->makeTicket(m_api->jane).id;
    const TicketId network = m_api->makeTicket(m_api->jane, {{u"category"_s, category}}).id;
    const TicketId other = m_api->makeTicket(m_api->jane, {{u"desk"_s, m_other.value()}}).id;
    QCOMPARE(namesFor(m_api->alex, plain), (QStringList{u"all"_s, u"desk"_s, u"mine"_s}));
    QCOMPARE(namesFor(m_api->alex, network),
             (QStringList{u"all"_s, u"desk"_s, u"mine"_s, u"network"_s}));
    QCOMPARE(namesFor(m_api->alex, other), (QStringList{u"all"_s, u"mine"_s, u"other"_s}));
    // Their own ticket is theirs to see; the words of staff are not.
    QCOMPARE(namesFor(m_api->jane, plain), QStringList());
    for (const auto &[who, status] :
         {std::pair(m_api->jane, 200), std::pair(m_api->mike, 404), std::pair(m_keeper, 404)}) {
        QCOMPARE(m_api->get("/canned-replies?ticket=" + QByteArray::number(plain.value()), who)
                         .status,
                 status);
    }
    QCOMPARE(m_api->get("/canned-replies?ticket=1,2", m_api->alex).faults(),
             QStringList{u"ticket:invalid"_s});
    QCOMPARE(m_api->get("/canned-replies?color=1", m_api->alex).faults(),
             QStringList{u"color:unknown_field"_s});
}

void TestCannedReplies::isListedInPages()
{
    for (const QString &name : {u"b"_s, u"A"_s, u"c"_s})
        make(m_api->alex, name);
    const Answer first = m_api->get("/canned-replies?pageSize=2", m_api->alex);
    QCOMPARE(first.column(u"name"_s), (QStringList{u"A"_s, u"b"_s}));
    const QByteArray cursor = first.json["pagination"_L1]["nextCursor"_L1].toString().toLatin1();
    QCOMPARE(names(m_api->alex, "?pageSize=2&cursor=" + cursor), QStringList{u"c"_s});
    const Answer second = m_api->get("/canned-replies?pageSize=2&page=2", m_api->alex);
    QCOMPARE(second.column(u"name"_s), QStringList{u"c"_s});
    QCOMPARE(second.json["pagination"_L1]["total"_L1].toInt(), 3);
}

void TestCannedReplies::refusals_data()
{
    QTest::addColumn<QJsonObject>("more");
    QTest::addColumn<QString>("fault");
    const auto acts = [](const QJsonObject &actions) {
        return QJsonObject{{u"actions"_s, actions}};
    };
    QTest::newRow("name") << QJsonObject{{u"name"_s, u" "_s}} << u"name:required"_s;
    QTest::newRow("nothing") << QJsonObject{{u"text"_s, u" "_s}} << u"text:required"_s;
    QTest::newRow("variable") << QJsonObject{{u"text"_s, u"{{soul}}"_s}}
                              << u"text:unknown_variable"_s;
    QTest::newRow("scope") << QJsonObject{{u"scope"_s, u"team"_s}} << u"scope:unknown_value"_s;
    QTest::newRow("no desk") << QJsonObject{{u"scope"_s, u"desk"_s}} << u"desk:required"_s;
    QTest::newRow("category") << QJsonObject{{u"category"_s, 1}} << u"category:invalid"_s;
    QTest::newRow("priority") << acts({{u"priority"_s, u"extreme"_s}})
                              << u"actions.priority:unknown_value"_s;
    QTest::newRow("assignee") << acts({{u"assignedTo"_s, 999}}) << u"actions.assignedTo:unknown"_s;
    QTest::newRow("word for an assignee")
            << acts({{u"assignedTo"_s, u"you"_s}}) << u"actions.assignedTo:invalid"_s;
    QTest::newRow("team") << acts({{u"team"_s, 999}}) << u"actions.team:unknown"_s;
    QTest::newRow("tag") << acts({{u"addTags"_s, QJsonArray{u""_s}}})
                         << u"actions.addTags:required"_s;
    QTest::newRow("action") << acts({{u"delete"_s, true}}) << u"actions.delete:unknown_field"_s;
    QTest::newRow("member") << QJsonObject{{u"colour"_s, u"red"_s}} << u"colour:unknown_field"_s;
}

void TestCannedReplies::refusals()
{
    QFETCH(const QJsonObject, more);
    QFETCH(const QString, fault);
    QJsonObject draft = more;
    const Answer answer = draft.contains("name"_L1)
                                  ? m_api->post("/canned-replies", m_api->alex, draft)
                                  : make(m_api->alex, u"a"_s, draft);
    QCOMPARE(answer.status, 422);
    QCOMPARE(answer.faults().first(), fault);
}

/// What one names comes back with its name: nobody learns by it whom else there is.
void TestCannedReplies::namesOnlyWhatOneMayKnow()
{
    const auto naming = [](const char *what, qint64 id) {
        return QJsonObject{{u"actions"_s, QJsonObject{{QLatin1StringView(what), id}}}};
    };
    const qint64 team = add("/teams", u"Floor"_s, m_api->desk);
    const qint64 otherTeam = add("/teams", u"Cellar"_s, m_other);
    const Person onlyHere = m_api->addPerson(u"Here"_s, {u"ticket.reply"_s}, m_api->desk);
    const QStringList noTeam{u"actions.team:unknown"_s};
    const QStringList nobody{u"actions.assignedTo:unknown"_s};
    QCOMPARE(make(m_elsewhere, u"a"_s, naming("team", team)).faults(), noTeam);
    QCOMPARE(make(m_elsewhere, u"a"_s, naming("team", otherTeam)).faults(), noTeam);
    QCOMPARE(make(m_keeper, u"a"_s, onDesk({}, naming("team", otherTeam))).faults(), noTeam);
    QCOMPARE(make(m_keeper, u"a"_s, onDesk({}, naming("team", team))).status, 201);
    QCOMPARE(make(m_api->alex, u"a"_s, naming("team", otherTeam)).status, 201);
    const auto person = [&](const Person &one) {
        return naming("assignedTo", one.id.value());
    };
    QCOMPARE(make(m_elsewhere, u"b"_s, person(onlyHere)).faults(), nobody);
    QCOMPARE(make(m_keeper, u"b"_s, onDesk({}, person(m_elsewhere))).faults(), nobody);
    QCOMPARE(make(m_keeper, u"b"_s, onDesk({}, person(m_api->jane))).faults(), nobody);
    QCOMPARE(make(m_keeper, u"b"_s, onDesk({}, person(onlyHere))).status, 201);
    QCOMPARE(make(m_api->alex, u"b"_s, person(m_elsewhere)).status, 201);
    m_api->database.execute(u"UPDATE ticket.account SET status = 'blocked' WHERE id = %1"_s.arg(
            onlyHere.id.value()));
    QCOMPARE(make(m_keeper, u"c"_s, onDesk({}, person(onlyHere))).faults(), nobody);
}

void TestCannedReplies::whatItNamedMayGo()
{
    const qint64 team = add("/teams", u"Floor"_s, m_api->desk);
    const qint64 category = add("/categories", u"Network"_s, m_api->desk);
    const QJsonObject actions{{u"team"_s, team}, {u"assignedTo"_s, m_api->emily.id.value()}};
    const Answer made = make(m_keeper, u"a"_s,
                             onDesk({}, {{u"actions"_s, actions}, {u"category"_s, category}}));
    QCOMPARE(made.status, 201);
    for (const QString &table : {u"team"_s, u"category"_s})
        m_api->database.execute(u"UPDATE ticket.%1 SET deleted_at = now()"_s.arg(table));
    m_api->database.execute(u"UPDATE ticket.account SET status = 'blocked' WHERE id = %1"_s.arg(
            m_api->emily.id.value()));
    QCOMPARE(m_api->patch(pathOf(made), m_keeper, {{u"name"_s, u"b"_s}}).status, 200);
}

void TestCannedReplies::versionsMatter()
{
    const Answer made = make(m_api->alex, u"a"_s);
    QCOMPARE(m_api->patch(pathOf(made), m_api->alex, {{u"name"_s, u"b"_s}}, 1).status, 200);
    QCOMPARE(m_api->patch(pathOf(made), m_api->alex, {{u"name"_s, u"c"_s}}, 1).status, 412);
    QCOMPARE(m_api->remove(pathOf(made), m_api->alex, 1).status, 412);
    QCOMPARE(m_api->remove(pathOf(made), m_api->alex, 2).status, 204);
}

void TestCannedReplies::namesAreThereOnce()
{
    const Answer made = make(m_api->alex, u"Hello"_s);
    const Answer again = make(m_api->alex, u"hello"_s);
    QCOMPARE(again.status, 409);
    QCOMPARE(again.key(), "canned_reply.name_taken"_ba);
    QCOMPARE(again.faults(), QStringList{u"name:taken"_s});
    QCOMPARE(make(m_api->emily, u"Hello"_s).status, 201);
    QCOMPARE(make(m_keeper, u"Hello"_s, onDesk()).status, 201);
    const Answer other = make(m_api->alex, u"Other"_s);
    QCOMPARE(m_api->patch(pathOf(other), m_api->alex, {{u"name"_s, u"HELLO"_s}}).status, 409);
    QCOMPARE(m_api->remove(pathOf(made), m_api->alex).status, 204);
    QCOMPARE(make(m_api->alex, u"hello"_s).status, 201);
}

void TestCannedReplies::hasAnEnd()
{
    m_api->database.execute(u"INSERT INTO ticket.canned_reply (name, scope, owner_id)"
                            " SELECT n::text, 'personal', %1 FROM generate_series(1, %2) n"_s
                                    .arg(m_api->alex.id.value())
                                    .arg(maxCannedReplies));
    const Answer answer = make(m_api->alex, u"one more"_s);
    QCOMPARE(answer.status, 409);
    QCOMPARE(answer.key(), "canned_reply.too_many"_ba);
}

void TestCannedReplies::tellsWhoHasIt()
{
    const auto told = [&](const Answer &reply) {
        return m_api->value(
                u"SELECT concat_ws(' ', count(DISTINCT e.id), string_agg(DISTINCT a.username, ' '"
                " ORDER BY a.username)) FROM ticket.event e CROSS JOIN unnest(e.recipients) r"
                " JOIN ticket.account a ON a.id = r WHERE e.type = 'canned_reply.updated'"
                " AND (e.data ->> 'id')::bigint = %1"_s.arg(reply.json["id"_L1].toInteger()));
    };
    const Answer own = make(m_api->alex, u"a"_s);
    QCOMPARE(told(own), u"1 Alex"_s);
    const Answer ofDesk = make(m_keeper, u"a"_s, onDesk());
    QCOMPARE(m_api->patch(pathOf(ofDesk), m_keeper, {{u"name"_s, u"b"_s}}).status, 200);
    QCOMPARE(m_api->remove(pathOf(ofDesk), m_keeper).status, 204);
    QCOMPARE(told(ofDesk), u"3 Ada Alex Emily Kim Lea Otto"_s);
    QCOMPARE(told(make(m_api->admin, u"a"_s, {{u"scope"_s, u"global"_s}})),
             u"1 Ada Alex Else Emily Kim Lea Otto"_s);
}

void TestCannedReplies::goesWithItsDesk()
{
    const Answer made = make(m_api->admin, u"a"_s, onDesk(m_other));
    m_api->database.execute(
            u"UPDATE ticket.desk SET deleted_at = now() WHERE id = %1"_s.arg(m_other.value()));
    QCOMPARE(names(m_api->admin), QStringList());
    QCOMPARE(m_api->patch(pathOf(made), m_api->admin, {{u"name"_s, u"b"_s}}).status, 404);
}

QTEST_GUILESS_MAIN(TestCannedReplies)
#include "tst_canned.moc"
