// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/statements.h"
#include "server/tickets/ticketquery.h"
#include "tests/support/server/ticketharness.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Deskbell;
using namespace Deskbell::Test;

/// GET /tickets: what is found, in which order, page by page, and by whom.
class TestTicketList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_api.reset(); }

    void filters_data();
    void filters();
    void filterRefusals_data();
    void filterRefusals();
    void whoSeesWhat();
    void orders_data();
    void orders();
    void pagesAgreeWithTheWhole_data();
    void pagesAgreeWithTheWhole();
    void cursorStandsStillUnderInserts();
    void cursorRefusals_data();
    void cursorRefusals();
    void answersAreStrict();
    void deletedOnes();
    void ownTicketsWithoutOthers();
    void restrictedByGrant();
    void plansUseAnIndex_data();
    void plansUseAnIndex();

private:
    QStringList titles(const QByteArray &query, const Person &by)
    {
        const Answer answer = m_api->get("/tickets" + query, by);
        if (answer.status != 200)
            qFatal("%s", answer.body.constData());
        return answer.column(u"title"_s);
    }
    Ticket make(const Person &by, const QString &title, const QJsonObject &more);

    std::unique_ptr<TicketHarness> m_api;
    qint64 m_category = 0;
    qint64 m_team = 0;
    qint64 m_otherTeam = 0;
    QHash<QString, Ticket> m_tickets; ///< by title
};

Ticket TestTicketList::make(const Person &by, const QString &title, const QJsonObject &more)
{
    m_api->clock.advance(1h);
    QJsonObject draft = more;
    draft[u"title"_s] = title;
    const Ticket ticket = m_api->makeTicket(by, draft);
    m_tickets.insert(title, ticket);
    return ticket;
}

/// Five tickets of two people, an hour apart: "alpha" is the oldest.
void TestTicketList::initTestCase()
{
    m_api = std::make_unique<TicketHarness>();
    const auto idOf = [&](const QByteArray &route, const QString &name) {
        return m_api
                ->post(route, m_api->admin, {{u"desk"_s, m_api->desk.value()}, {u"name"_s, name}})
                .json["id"_L1]
                .toInteger();
    };
    m_category = idOf("/categories", u"Printers"_s);
    m_team = idOf("/teams", u"Floor"_s);
    m_otherTeam = idOf("/teams", u"Network"_s);
    m_api->patch("/teams/" + QByteArray::number(m_team), m_api->admin,
                 {{u"members"_s, QJsonArray{m_api->alex.id.value()}}});

    make(m_api->jane, u"alpha printer jam"_s,
         {{u"priority"_s, u"low"_s}, {u"category"_s, m_category}});
    make(m_api->jane, u"Bravo network"_s,
         {{u"priority"_s, u"urgent"_s},
          {u"description"_s, u"The printers' cable, 100% C:\\temp"_s},
          {u"tags"_s, QJsonArray{u"VPN"_s}}});
    make(m_api->mike, u"charlie mail"_s, {{u"tags"_s, QJsonArray{u"mail"_s, u"vpn"_s}}});
    make(m_api->alex, u"Delta screen"_s,
         {{u"assignedTo"_s, u"me"_s},
          {u"team"_s, m_team},
          {u"requester"_s, m_api->jane.id.value()},
          {u"dueAt"_s, u"2031-01-01T00:00:00Z"_s}});
    make(m_api->alex, u"echo account"_s,
         {{u"assignedTo"_s, m_api->emily.id.value()},
          {u"team"_s, m_otherTeam},
          {u"priority"_s, u"high"_s},
          {u"dueAt"_s, u"2030-01-01T00:00:00Z"_s}});
    m_api->clock.advance(1h);
    m_api->setStatus(m_api->alex, m_tickets[u"Bravo network"_s].id, u"resolved"_s);
    m_api->clock.advance(1h);
    m_api->setStatus(m_api->alex, m_tickets[u"charlie mail"_s].id, u"rejected"_s,
                     {{u"reason"_s, u"Spam"_s}});
}

void TestTicketList::filters_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("found"); // first letters, oldest first
    const auto row = [](const char *name, const QByteArray &query, const QString &found) {
        QTest::newRow(name) << query << found;
    };
    row("none", "", u"aBcDe"_s);
    row("status", "status=new", u"aDe"_s);
    row("statuses", "status=resolved,rejected", u"Bc"_s);
    row("status category", "statusCategory=open", u"aDe"_s);
    row("status categories", "statusCategory=resolved,closed", u"Bc"_s);
    row("priority", "priority=urgent", u"B"_s);
    row("priorities", "priority=low,high", u"ae"_s);
    row("desk", "desk=%desk", u"aBcDe"_s);
    row("other desk", "desk=999", {});
    row("category", "category=%category", u"a"_s);
    row("team", "team=%team", u"D"_s);
    row("my teams", "team=me", u"D"_s);
    row("no team", "team=none", u"aBc"_s);
    row("mine or none", "team=me,none", u"aBcD"_s);
    row("mine or that", "team=me,%other", u"De"_s);
    row("assigned to me", "assignee=me", u"D"_s);
    row("to nobody", "assignee=none", u"aBc"_s);
    row("to me or nobody", "assignee=me,none", u"aBcD"_s);
    row("to somebody", "assignee=%emily", u"e"_s);
    row("to one of two", "assignee=me,%emily", u"De"_s);
    row("requester", "requester=%jane", u"aBD"_s);
    row("requester me", "requester=me", u"e"_s);
    row("requester none", "requester=none", {});
    row("requester list", "requester=me,%mike", u"ce"_s);
    row("tag", "tag=vpn", u"Bc"_s);
    row("tags are alternatives", "tag=MAIL,nothing", u"c"_s);
    row("unknown tag", "tag=nothing", {});
    row("created after", "createdAfter=%charlieAt", u"cDe"_s);
    row("created before", "createdBefore=%charlieAt", u"aB"_s);
    row("created between", "createdAfter=%bravoAt&createdBefore=%charlieAt", u"B"_s);
    row("updated after", "updatedAfter=%echoAt", u"Bce"_s);
    row("updated before", "updatedBefore=%echoAt", u"aD"_s);
    row("due before", "dueBefore=2030-06-01T00:00:00Z", u"e"_s);
    row("due after", "dueAfter=2030-06-01T00:00:00Z", u"D"_s);
    row("ids", "id=%alphaId,%echoId", u"ae"_s);
    row("one id", "id=%alphaId", u"a"_s);
    row("numbers", "number=hd-1,HD-3,XX-2", u"ac"_s);
    row("word", "q=printer", u"aB"_s);
    row("beginning of a word", "q=print", u"aB"_s);
    row("two words", "q=printer%20jam", u"a"_s);
    row("in any case", "q=BRAVO", u"B"_s);
    row("number", "q=HD-4", u"D"_s);
    row("counter", "q=4", u"D"_s);
    row("quotes", "q=printers%27%20cable", u"B"_s);
    row("backslash", "q=C:%5Ctemp", u"B"_s);
    row("wildcards are words", "q=%25", {});
    row("operators are words", "q=printer%20%26%20!jam%20%7C%20(", u"a"_s);
    row("nothing found", "q=zebra", {});
    row("together", "requester=%jane&statusCategory=open&priority=low", u"a"_s);
    row("contradicting", "status=new&statusCategory=closed", {});
}

void TestTicketList::filters()
{
    QFETCH(QByteArray, query);
    QFETCH(const QString, found);
    const auto id = [](auto value) {
        return QByteArray::number(qint64(value));
    };
    const auto at = [&](const QString &title) {
        return timeToWire(m_tickets[title].createdAt).toLatin1();
    };
    query.replace("%desk", id(m_api->desk.value()))
            .replace("%category", id(m_category))
            .replace("%team", id(m_team))
            .replace("%other", id(m_otherTeam))
            .replace("%emily", id(m_api->emily.id.value()))
            .replace("%jane", id(m_api->jane.id.value()))
            .replace("%mike", id(m_api->mike.id.value()))
            .replace("%alphaId", id(m_tickets[u"alpha printer jam"_s].id.value()))
            .replace("%echoId", id(m_tickets[u"echo account"_s].id.value()))
            .replace("%bravoAt", at(u"Bravo network"_s))
            .replace("%charlieAt", at(u"charlie mail"_s))
            .replace("%echoAt", at(u"echo account"_s));
    QString letters;
    for (const QString &title : titles("?sort=createdAt&" + query, m_api->alex))
        letters += title[0];
    QCOMPARE(letters, found);
    const Answer numbered = m_api->get("/tickets?" + query, m_api->alex);
    QCOMPARE(numbered.json["pagination"_L1]["total"_L1].toInt(), int(found.size()));
}

void TestTicketList::filterRefusals_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("fault");
    QTest::newRow("unknown") << "colour=red"_ba << u"colour:unknown_field"_s;
    QTest::newRow("priority") << "priority=high,asap"_ba << u"priority:unknown_value"_s;
    QTest::newRow("time") << "createdAfter=yesterday"_ba << u"createdAfter:invalid"_s;
    QTest::newRow("sort") << "sort=colour"_ba << u"sort:unknown_value"_s;
    QTest::newRow("page 0") << "page=0"_ba << u"page:out_of_range"_s;
    QTest::newRow("page size") << "pageSize=101"_ba << u"pageSize:out_of_range"_s;
    QTest::newRow("page and cursor") << "page=1&cursor="_ba << u"page:invalid"_s;
    QTest::newRow("id") << "id=1;DROP"_ba << u"id:invalid"_s;
    QTest::newRow("number") << "number=HD"_ba << u"number:invalid"_s;
    QTest::newRow("deleted") << "deleted=yes"_ba << u"deleted:unknown_value"_s;
    QTest::newRow("twice") << "status=new&status=closed"_ba << u"status:not_unique"_s;
}

void TestTicketList::filterRefusals()
{
    QFETCH(const QByteArray, query);
    QFETCH(const QString, fault);
    const Answer answer = m_api->get("/tickets?" + query, m_api->alex);
    QCOMPARE(answer.status, 422);
    QCOMPARE(answer.faults(), QStringList{fault});
    QCOMPARE(m_api->call(Http::Method::Get, "/tickets?" + query).status, 401);
}

void TestTicketList::whoSeesWhat()
{
    const auto letters = [&](const Person &by) {
        QString text;
        for (const QString &title : titles("?sort=createdAt", by))
            text += title[0];
        return text;
    };
    QCOMPARE(letters(m_api->jane), u"aBD"_s);
    QCOMPARE(letters(m_api->mike), u"c"_s);
    for (const Person &all :
         {m_api->alex, m_api->emily, m_api->lead, m_api->admin, m_api->observer})
        QCOMPARE(letters(all), u"aBcDe"_s);
    // Neither by filter, number, search nor count.
    for (const QByteArray &query :
         {"?q=mail"_ba, "?q=3"_ba, "?number=HD-3"_ba, "?tag=mail"_ba,
          "?requester="_ba + QByteArray::number(m_api->mike.id.value())}) {
        const Answer answer = m_api->get("/tickets" + query, m_api->jane);
        QVERIFY2(answer.data().isEmpty(), query.constData());
        QCOMPARE(answer.json["pagination"_L1]["total"_L1].toInt(), 0);
    }
    // The team's tickets, for those who see what is their team's and nothing else.
    const Person member = m_api->addPerson(u"Tea"_s, {u"ticket.view_team"_s});
    QCOMPARE(letters(member), QString());
    m_api->database.execute(u"INSERT INTO ticket.team_member VALUES (%1, %2)"_s.arg(
            QString::number(m_team), QString::number(member.id.value())));
    QCOMPARE(letters(member), u"D"_s);
    m_api->database.execute(
            u"DELETE FROM ticket.team_member WHERE account_id = %1"_s.arg(member.id.value()));
}

void TestTicketList::orders_data()
{
    QTest::addColumn<QByteArray>("sort");
    QTest::addColumn<QString>("found");
    QTest::newRow("default") << ""_ba << u"cBeDa"_s;
    QTest::newRow("created") << "createdAt"_ba << u"aBcDe"_s;
    QTest::newRow("-created") << "-createdAt"_ba << u"eDcBa"_s;
    QTest::newRow("updated") << "updatedAt"_ba << u"aDeBc"_s;
    QTest::newRow("-updated") << "-updatedAt"_ba << u"cBeDa"_s;
    QTest::newRow("number") << "number"_ba << u"aBcDe"_s;
    QTest::newRow("-number") << "-number"_ba << u"eDcBa"_s;
    QTest::newRow("title") << "title"_ba << u"aBcDe"_s;
    QTest::newRow("-title") << "-title"_ba << u"eDcBa"_s;
    QTest::newRow("priority") << "priority"_ba << u"acDeB"_s;
    QTest::newRow("-priority") << "-priority"_ba << u"BeDca"_s;
    QTest::newRow("status") << "status"_ba << u"aDeBc"_s;
    QTest::newRow("-status") << "-status"_ba << u"cBeDa"_s;
    QTest::newRow("due: none last") << "dueAt"_ba << u"eDaBc"_s;
    QTest::newRow("-due: none last") << "-dueAt"_ba << u"DecBa"_s;
    QTest::newRow("closed: open last") << "closedAt"_ba << u"caBDe"_s;
    QTest::newRow("-closed: open last") << "-closedAt"_ba << u"ceDBa"_s;
    QTest::newRow("requester") << "requester"_ba << u"eaBDc"_s;
    QTest::newRow("-requester") << "-requester"_ba << u"cDBae"_s;
    QTest::newRow("assignee: nobody last") << "assignee"_ba << u"DeaBc"_s;
    QTest::newRow("-assignee: nobody last") << "-assignee"_ba << u"eDcBa"_s;
}

void TestTicketList::orders()
{
    QFETCH(const QByteArray, sort);
    QFETCH(const QString, found);
    QString letters;
    for (const QString &title : titles(sort.isEmpty() ? sort : "?sort=" + sort, m_api->alex))
        letters += title[0];
    QCOMPARE(letters, found);
}

void TestTicketList::pagesAgreeWithTheWhole_data()
{
    QTest::addColumn<QByteArray>("sort");
    for (const auto &[sort, name] : WireEnum<TicketSort>::names) {
        for (const char *sign : {"", "-"}) {
            const QByteArray word = sign + QByteArray(name.data(), qsizetype(name.size()));
            QTest::newRow(word.constData()) << word;
        }
    }
}

void TestTicketList::pagesAgreeWithTheWhole()
{
    QFETCH(const QByteArray, sort);
    for (const Person &by : {m_api->alex, m_api->jane}) {
        const QByteArray query = "?sort=" + sort + "&pageSize=2";
        const QStringList whole = titles("?sort=" + sort, by);
        QStringList byPage;
        QStringList byCursor;
        QString cursorOfFirst;
        for (int page = 1; page <= (whole.size() + 1) / 2; ++page) {
            const Answer answer
                    = m_api->get("/tickets" + query + "&page=" + QByteArray::number(page), by);
            byPage += answer.column(u"title"_s);
            const auto pagination
                    = fromJson<Pagination>(answer.json["pagination"_L1].toObject()).value();
            QCOMPARE(pagination.total, whole.size());
            QCOMPARE(pagination.totalPages, int(whole.size() + 1) / 2);
            if (page == 1)
                cursorOfFirst = pagination.nextCursor;
        }
        QCOMPARE(byPage, whole);

        QString cursor;
        do {
            const Answer answer
                    = m_api->get("/tickets" + query + "&cursor=" + cursor.toLatin1(), by);
            QCOMPARE(answer.status, 200);
            const bool first = cursor.isEmpty();
            byCursor += answer.column(u"title"_s);
            const QJsonObject pagination = answer.json["pagination"_L1].toObject();
            QVERIFY(!pagination.contains("total"_L1));
            cursor = pagination.value("nextCursor"_L1).toString();
            if (first)
                QCOMPARE(cursor, cursorOfFirst);
        } while (!cursor.isEmpty() && byCursor.size() < 20);
        QCOMPARE(byCursor, whole);
    }
}

void TestTicketList::cursorStandsStillUnderInserts()
{
    TicketHarness api;
    for (int i = 0; i < 6; ++i)
        api.makeTicket(api.jane, {{u"title"_s, u"Ticket %1"_s.arg(i)}});
    // All at the same moment: the id alone tells them apart.
    QStringList seen;
    QString cursor;
    int inserted = 0;
    do {
        const Answer answer = api.get(
                "/tickets?sort=-createdAt&pageSize=2&cursor=" + cursor.toLatin1(), api.alex);
        seen += answer.column(u"title"_s);
        cursor = answer.json["pagination"_L1]["nextCursor"_L1].toString();
        api.clock.advance(1s);
        api.makeTicket(api.jane, {{u"title"_s, u"Later %1"_s.arg(++inserted)}});
    } while (!cursor.isEmpty());
    QCOMPARE(seen, (QStringList{u"Ticket 5"_s, u"Ticket 4"_s, u"Ticket 3"_s, u"Ticket 2"_s,
                                u"Ticket 1"_s, u"Ticket 0"_s}));
}

void TestTicketList::cursorRefusals_data()
{
    QTest::addColumn<QByteArray>("query");
    const QByteArray good
            = Server::ticketCursor({.sort = TicketSort::Priority, .order = Qt::AscendingOrder},
                                   TicketId(5), {u"high"_s})
                      .toLatin1();
    QTest::newRow("no cursor") << "cursor=abc"_ba;
    QTest::newRow("not base64") << "cursor=%25%25"_ba;
    QTest::newRow("of another order") << "sort=title&cursor="_ba + good;
    QTest::newRow("of the other direction") << "sort=-priority&cursor="_ba + good;
    QTest::newRow("forged value") << "sort=priority&cursor="_ba
                                             + Server::ticketCursor({.sort = TicketSort::Priority,
                                                                     .order = Qt::AscendingOrder},
                                                                    TicketId(5),
                                                                    {u"'; DROP TABLE"_s})
                                                       .toLatin1();
    QTest::newRow("forged time")
            << "cursor="_ba
                       + Server::ticketCursor({}, TicketId(5), {u"yesterday at noon"_s}).toLatin1();
}

void TestTicketList::cursorRefusals()
{
    QFETCH(const QByteArray, query);
    const Answer answer = m_api->get("/tickets?" + query, m_api->alex);
    QCOMPARE(answer.status, 422);
    QCOMPARE(answer.faults(), QStringList{u"cursor:invalid"_s});
}

void TestTicketList::answersAreStrict()
{
    const auto page = decoded<Page<Ticket>>(m_api->get("/tickets", m_api->alex));
    QCOMPARE(page.data.size(), 5);
    QVERIFY(!page.data.first().details);
    QCOMPARE(page.pagination.total, 5);
    const auto empty = decoded<Page<Ticket>>(m_api->get("/tickets?page=9", m_api->alex));
    QVERIFY(empty.data.isEmpty());
    QCOMPARE(empty.pagination.total, 5);
    QVERIFY(empty.pagination.nextCursor.isEmpty());
    const auto counted = [this](const QByteArray &query) {
        return m_api->get("/tickets?" + query, m_api->alex).json["pagination"_L1]["total"_L1];
    };
    QCOMPARE(counted("countUpTo=3").toInt(), 3);
    QCOMPARE(counted("countUpTo=100").toInt(), 5);
    decoded<Page<Ticket>>(m_api->get("/tickets?cursor=", m_api->jane));
    // Far beyond the end is nothing special.
    QCOMPARE(m_api->get("/tickets?page=2147483647&pageSize=100", m_api->alex).status, 200);
}

void TestTicketList::deletedOnes()
{
    TicketHarness api;
    const Ticket gone = api.makeTicket(api.jane, {{u"title"_s, u"Gone"_s}});
    api.makeTicket(api.jane, {{u"title"_s, u"Here"_s}});
    api.remove(TicketHarness::path(gone.id), api.lead);
    const auto found = [&](const QByteArray &query, const Person &by) {
        return api.get("/tickets?sort=createdAt&" + query, by).column(u"title"_s);
    };
    QCOMPARE(found("", api.lead), QStringList{u"Here"_s});
    QCOMPARE(found("deleted=true", api.lead), QStringList{u"Gone"_s});
    QCOMPARE(found("deleted=all", api.lead), (QStringList{u"Gone"_s, u"Here"_s}));
    for (const Person &by : {api.jane, api.alex}) {
        QCOMPARE(found("deleted=true", by), QStringList());
        QCOMPARE(found("deleted=all", by), QStringList{u"Here"_s});
    }
}

void TestTicketList::ownTicketsWithoutOthers()
{
    // Everything by which a ticket can be somebody's, for a person who sees no others.
    TicketHarness api;
    const Person uma = api.addPerson(
            u"Uma"_s, {u"ticket.view_own"_s, u"ticket.reply"_s, u"ticket.create_for_others"_s});
    const QJsonValue id = uma.id.value();
    api.makeTicket(api.alex, {{u"title"_s, u"requester"_s}, {u"requester"_s, id}});
    api.makeTicket(api.alex, {{u"title"_s, u"assignee"_s}, {u"assignedTo"_s, id}});
    api.makeTicket(uma, {{u"title"_s, u"creator"_s}, {u"requester"_s, api.jane.id.value()}});
    const Ticket watched = api.makeTicket(api.jane, {{u"title"_s, u"watcher"_s}});
    api.database.execute(u"INSERT INTO ticket.ticket_participant (ticket_id, account_id, capacity)"
                         " VALUES (%1, %2, 'watcher')"_s.arg(QString::number(watched.id.value()),
                                                             QString::number(uma.id.value())));
    api.makeTicket(api.jane, {{u"title"_s, u"not theirs"_s}});
    QCOMPARE(api.get("/tickets?sort=title", uma).column(u"title"_s),
             (QStringList{u"assignee"_s, u"creator"_s, u"requester"_s, u"watcher"_s}));
    QCOMPARE(api.get("/tickets", uma).json["pagination"_L1]["total"_L1].toInt(), 4);
}

void TestTicketList::restrictedByGrant()
{
    TicketHarness api;
    const Ticket secret = api.makeTicket(
            api.alex, {{u"title"_s, u"Secret"_s}, {u"visibility"_s, u"restricted"_s}});
    const auto sees = [&](const Person &by) {
        return !api.get("/tickets", by).data().isEmpty();
    };
    QVERIFY(sees(api.alex));
    QVERIFY(sees(api.admin));
    QVERIFY(!sees(api.emily));
    QVERIFY(!sees(api.jane));
    api.database.execute(u"INSERT INTO ticket.ticket_view_permission (ticket_id, account_id)"
                         " VALUES (%1, %2)"_s.arg(QString::number(secret.id.value()),
                                                  QString::number(api.jane.id.value())));
    QVERIFY(sees(api.jane));
    api.database.execute(
            u"INSERT INTO ticket.ticket_view_permission (ticket_id, role_id) VALUES (%1, %2)"_s.arg(
                    QString::number(secret.id.value()),
                    QString::number(api.roleId(BuiltInRole::Observer).value())));
    QVERIFY(sees(api.observer));
    QVERIFY(!sees(api.emily));
}

void TestTicketList::plansUseAnIndex_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("index");
    const auto row = [](const char *name, const QByteArray &query, const QString &index) {
        QTest::newRow(name) << query << index;
    };
    row("updated", "sort=-updatedAt", u"ticket_updated"_s);
    row("created", "sort=createdAt", u"ticket_created"_s);
    row("priority", "sort=-priority", u"ticket_priority"_s);
    row("title", "sort=title", u"ticket_title"_s);
    row("status", "sort=status", u"ticket_status"_s);
    row("due", "sort=dueAt", u"ticket_due"_s);
    row("closed", "sort=-closedAt", u"ticket_closed"_s);
    row("number", "sort=-number", u"ticket_desk_id_number_key"_s);
    row("one assignee", "assignee=me", u"ticket_assignee"_s);
    row("one status category", "statusCategory=open", u"ticket_category_updated"_s);
    row("unfinished", "statusCategory=draft,approval,open,waiting,hold",
        u"ticket_unfinished_updated"_s);
    row("unfinished of nobody", "statusCategory=open,waiting&assignee=none",
        u"ticket_unassigned_updated"_s);
    row("unfinished of somebody", "statusCategory=open,waiting&assignee=me",
        u"ticket_unfinished_assignee"_s);
    row("next due", "sort=nextDueAt", u"ticket_next_due"_s);
    row("overdue", "statusCategory=open,waiting&nextDueBefore=2030-01-01T00:00:00Z&sort=nextDueAt",
        u"ticket_unfinished_next_due"_s);
    row("finished", "statusCategory=resolved,closed", u"ticket_finished_updated"_s);
    row("one requester", "requester=1", u"ticket_requester"_s);
}

namespace {

/// How PostgreSQL would run it as a prepared statement, whatever the values.
QString genericPlan(const Db::ConnectionSettings &settings, const Server::TicketQuery &query)
{
    Db::Connection db(settings);
    const Db::Statement statement = Db::Statement::parse(query.sql.toUtf8());
    QStringList values;
    for (const QByteArray &placeholder : statement.placeholders) {
        const auto bind = std::find_if(
                query.binds.begin(), query.binds.end(),
                [&](const Db::Bind &candidate) { return candidate.name() == placeholder; });
        values.append(u'\'' + QString::fromUtf8(bind->value()) + u'\'');
    }
    if (!db.script(u"PREPARE composed AS "_s + QString::fromUtf8(statement.sql)))
        qFatal("not prepared");
    auto rows = db.runText(u"EXPLAIN EXECUTE composed(%1)"_s.arg(values.join(u',')));
    if (!rows)
        qFatal("%s", qPrintable(rows.error().detail));
    QString plan;
    while (rows->next())
        plan += rows->text(0) + u'\n';
    return plan;
}

} // namespace

/// What makes a page cost the same at any size and depth: with the table no longer tiny, the page
/// comes from an index in its order, without sorting.
void TestTicketList::plansUseAnIndex()
{
    QFETCH(const QByteArray, query);
    QFETCH(const QString, index);
    static std::unique_ptr<TicketHarness> large;
    if (!large) {
        large = std::make_unique<TicketHarness>();
        large->database.execute(
                u"INSERT INTO ticket.ticket (desk_id, number, title, workflow_version_id, status,"
                " status_category, requester_id, assignee_id, created_by, updated_by, created_at,"
                " updated_at, priority)"
                " SELECT d.id, n, md5(n::text), v.id, 'new',"
                " (ARRAY['open', 'waiting', 'hold', 'closed'])[1 + n % 4]::ticket.status_category, "
                "a.id, b.id, a.id, a.id,"
                " now() - n * interval '1 min', now() - n * interval '1 min', 'low'"
                " FROM generate_series(1, 20000) n, ticket.desk d, ticket.workflow_version v,"
                " LATERAL (SELECT id FROM ticket.account ORDER BY id OFFSET n % 7 LIMIT 1) a,"
                " LATERAL (SELECT id FROM ticket.account ORDER BY id OFFSET n % 5 LIMIT 1) b"
                " WHERE v.workflow_id = d.workflow_id"_s);
        large->database.execute(u"ANALYZE"_s);
    }
    const auto filter = fromQuery<TicketFilter>(parseQuery(query + "&cursor=").value()).value();
    Grants grants;
    grants.addGlobal(permissionsOf(BuiltInRole::Agent));
    auto composed = Server::ticketPageQuery(filter, Server::TicketViewer::of(large->alex.id, grants,
                                                                             large->clock.now()))
                            .value();
    const QString plan = genericPlan(large->database.settings(), composed);
    const QString page = plan.mid(plan.indexOf(u"CTE page"_s), 400);
    QVERIFY2(page.contains(u"using "_s + index + u' '), qPrintable(plan));
    QVERIFY2(!page.contains(u"Sort"_s) || page.contains(u"Incremental Sort"_s), qPrintable(plan));
    if (QByteArrayView(QTest::currentDataTag()) == "one requester")
        large.reset();
}

QTEST_GUILESS_MAIN(TestTicketList)
#include "tst_ticketlist.moc"
