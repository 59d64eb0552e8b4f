// SPDX-License-Identifier: GPL-3.0-or-later
// Long because: one class has this many promises; a row each.
#include "common/events/event.h"
#include "server/db/transaction.h"
#include "server/events/eventpump.h"
#include "server/events/eventreader.h"
#include "tests/support/server/streamreader.h"
#include "tests/support/server/testworld.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <random>
#include <thread>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Server;
using Deskbell::Test::StreamReader;
using Deskbell::Test::TestDatabase;
using Deskbell::Test::TestWorld;

namespace {

/// A desk, two requesters with a ticket each, and staff.
struct Stage
{
    TestDatabase database;
    TestWorld world{database};
    DeskId desk = world.makeDesk(u"HD"_s);
    AccountId requester = world.makeAccount(u"requester"_s);
    AccountId stranger = world.makeAccount(u"stranger"_s);
    AccountId agent = world.makeAccount(u"agent"_s);
    AccountId observer = world.makeAccount(u"observer"_s);
    TicketId ticket = world.makeTicket(desk, requester);
    EventPump pump{database.settings()};

    Stage()
    {
        world.grant(agent, {Permission::TicketViewAll, Permission::TicketNote}, desk);
        world.grant(observer, {Permission::TicketViewAll}, desk);
        pump.start();
    }

    StreamReader open(AccountId account, const std::optional<ResumeToken> &after = {})
    {
        return StreamReader(pump.subscribe(account, world.makeSession(account), after));
    }
    void append(const QString &type, const QMap<QString, QString> &columns = {})
    {
        world.appendEvent(ticket, type, columns);
        pump.wake();
    }
};

bool began(StreamReader &reader)
{
    return reader.lastToken().has_value();
}

QByteArrayList typesOf(StreamReader &reader)
{
    return reader.types();
}

} // namespace

class EventPumpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatHappens();
    void whoMayKnow_data();
    void whoMayKnow();
    void everyWayIntoATicket();
    void aHiddenTicketTellsNothingElse();
    void waitsForOlderTransactions();
    void resumesUnderWriters();
    void resumesAClientThatReadsSlowly();
    void resets_data();
    void resets();
    void theMarkOfPruningIsStillGood();
    void endsWithItsSession();
    void endsWithItsAccount();
    void cutsOffWhoDoesNotRead();
    void wakesOtherServers();
    void goesOnWithoutItsConnection();
    void tellsStaffWhoIsThere();
    void closesEveryStreamAtTheEnd();
};

void EventPumpTest::tellsWhatHappens()
{
    Stage stage;
    StreamReader reader = stage.open(stage.agent);
    QTRY_VERIFY(began(reader));
    stage.append(
            u"ticket.updated"_s,
            {{u"actor_id"_s, QString::number(stage.requester.value())},
             {u"created_at"_s, u"'2026-11-21 09:30:00.123456+00'"_s},
             {u"data"_s, u"'{\"id\": 7, \"version\": 3, \"changes\": {\"title\": \"a\\nb\"}}'"_s}});
    QTRY_COMPARE(reader.events().size(), 1);
    const StreamReader::Received event = reader.events().constFirst();
    QCOMPARE(event.type, "ticket.updated");
    const QJsonObject expected{{u"id"_s, 7},
                               {u"ticketId"_s, stage.ticket.value()},
                               {u"version"_s, 3},
                               {u"changes"_s, QJsonObject{{u"title"_s, u"a\nb"_s}}},
                               {u"actor"_s, QJsonObject{{u"id"_s, stage.requester.value()},
                                                        {u"displayName"_s, u"requester"_s}}},
                               {u"at"_s, u"2026-11-21T09:30:00.123Z"_s}};
    QCOMPARE(event.data, expected);
}

void EventPumpTest::whoMayKnow_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("columns"); // as JSON
    QTest::addColumn<QString>("change");  // SQL, before the event
    QTest::addColumn<QStringList>("receivers");

    const QString plain;
    QTest::newRow("public") << u"ticket.updated"_s << plain << plain
                            << QStringList{u"requester"_s, u"agent"_s, u"observer"_s};
    QTest::newRow("a note") << u"note.created"_s << u"{\"internal\": \"true\"}"_s << plain
                            << QStringList{u"agent"_s};
    QTest::newRow("for one person") << u"reply.created"_s << u"{\"recipients\": \"'{%1}'\"}"_s
                                    << plain << QStringList{u"agent"_s};
    QTest::newRow("for somebody who may not see it")
            << u"reply.created"_s << u"{\"recipients\": \"'{%2}'\"}"_s << plain << QStringList();
    QTest::newRow("a note for somebody who may not read notes")
            << u"note.created"_s << u"{\"internal\": \"true\", \"recipients\": \"'{%3}'\"}"_s
            << plain << QStringList();
    QTest::newRow("restricted") << u"ticket.updated"_s << plain
                                << u"UPDATE ticket.ticket SET visibility = 'restricted'"_s
                                << QStringList{u"requester"_s};
    QTest::newRow("granted") << u"ticket.updated"_s << plain
                             << u"INSERT INTO ticket.ticket_participant (ticket_id, account_id, "
                                "capacity) SELECT t.id, %2, 'watcher' FROM ticket.ticket t"_s
                             << QStringList{u"requester"_s, u"stranger"_s, u"agent"_s,
                                            u"observer"_s};
    QTest::newRow("deleted") << u"ticket.deleted"_s << plain
                             << u"UPDATE ticket.ticket SET deleted_at = now()"_s << QStringList();
    QTest::newRow("hidden from those who lost it")
            << u"ticket.hidden"_s << u"{\"recipients\": \"'{%1,%2,%3}'\"}"_s
            << u"UPDATE ticket.ticket SET visibility = 'restricted'"_s
            << QStringList{u"stranger"_s, u"agent"_s, u"observer"_s};
    QTest::newRow("hidden from nobody in particular")
            << u"ticket.hidden"_s << plain << u"UPDATE ticket.ticket SET deleted_at = now()"_s
            << QStringList();
}

void EventPumpTest::whoMayKnow()
{
    QFETCH(QString, type);
    QFETCH(QString, columns);
    QFETCH(QString, change);
    QFETCH(QStringList, receivers);

    Stage stage;
    const auto filled = [&](QString text) {
        return text.replace(u"%1"_s, QString::number(stage.agent.value()))
                .replace(u"%2"_s, QString::number(stage.stranger.value()))
                .replace(u"%3"_s, QString::number(stage.observer.value()));
    };
    std::map<QString, StreamReader> readers;
    readers.emplace(u"requester"_s, stage.open(stage.requester));
    readers.emplace(u"stranger"_s, stage.open(stage.stranger));
    readers.emplace(u"agent"_s, stage.open(stage.agent));
    readers.emplace(u"observer"_s, stage.open(stage.observer));
    for (auto &[name, reader] : readers)
        QTRY_VERIFY(began(reader));

    if (!change.isEmpty())
        stage.database.execute(filled(change));
    QMap<QString, QString> values;
    const QJsonObject object = QJsonDocument::fromJson(filled(columns).toUtf8()).object();
    for (auto it = object.begin(); it != object.end(); ++it)
        values.insert(it.key(), it.value().toString());
    stage.append(type, values);
    // What everybody gets tells that the event before it has been passed on.
    QString everybody = u"'{%1,%2,%3,"_s + QString::number(stage.requester.value()) + u"}'"_s;
    stage.world.appendEvent({}, u"desk.updated"_s, {{u"recipients"_s, filled(everybody)}});
    stage.pump.wake();

    for (auto &[name, reader] : readers) {
        QTRY_VERIFY(reader.types().contains("desk.updated"));
        const QByteArrayList expected = receivers.contains(name)
                                                ? QByteArrayList{type.toLatin1(), "desk.updated"}
                                                : QByteArrayList{"desk.updated"};
        QCOMPARE(typesOf(reader), expected);
    }
}

/// Who is asked about is chosen beforehand; nobody whom the rule lets in may be missing.
void EventPumpTest::everyWayIntoATicket()
{
    Stage stage;
    Db::Connection &db = stage.database.connection();
    const DeskId otherDesk = stage.world.makeDesk(u"XX"_s);
    const QList<QList<Permission>> sets = {
            {},
            {Permission::TicketViewOwn},
            {Permission::TicketViewTeam},
            {Permission::TicketViewAll},
            {Permission::TicketViewRestricted},
            {Permission::TicketViewAll, Permission::TicketRestore},
            {Permission::TicketRestore},
    };
    QList<AccountId> accounts{stage.requester, stage.stranger, stage.agent, stage.observer};
    for (qsizetype i = 0; i < sets.size() * 3; ++i) {
        const AccountId account = stage.world.makeAccount(u"somebody-%1"_s.arg(i));
        stage.world.grant(account, sets[i % sets.size()],
                          QList<DeskId>{{}, stage.desk, otherDesk}[i / sets.size()]);
        accounts.append(account);
    }
    for (int i = 0; i < 60; ++i)
        stage.world.makeTicket(i % 2 ? stage.desk : otherDesk, accounts[i % 5]);
    stage.database.execute(
            u"SELECT setseed(0.5);"
            "INSERT INTO ticket.team (desk_id, name) SELECT id, key FROM ticket.desk;"
            "INSERT INTO ticket.team_member (team_id, account_id)"
            "  SELECT t.id, a.id FROM ticket.team t, ticket.account a WHERE random() < 0.5;"
            "UPDATE ticket.ticket t SET"
            "  visibility = CASE WHEN random() < 0.5 THEN 'restricted'::ticket.visibility"
            "                    ELSE 'internal' END,"
            "  deleted_at = CASE WHEN random() < 0.2 THEN now() END,"
            "  team_id = (SELECT m.id FROM ticket.team m"
            "             WHERE m.desk_id = t.desk_id AND t.id % 2 = 0),"
            "  assignee_id = (SELECT a.id FROM ticket.account a WHERE a.id % 25 = t.id % 25 LIMIT "
            "1);"
            "INSERT INTO ticket.ticket_participant (ticket_id, account_id, capacity)"
            "  SELECT t.id, a.id, 'approver' FROM ticket.ticket t, ticket.account a"
            "  WHERE random() < 0.05;"
            "INSERT INTO ticket.ticket_view_permission (ticket_id, account_id)"
            "  SELECT t.id, a.id FROM ticket.ticket t, ticket.account a WHERE random() < 0.05;"
            "INSERT INTO ticket.ticket_view_permission (ticket_id, role_id)"
            "  SELECT t.id, r.id FROM ticket.ticket t, ticket.role r WHERE random() < 0.05;"
            "INSERT INTO ticket.event (type, ticket_id) SELECT 'ticket.updated', id FROM ticket.ticket"_s);

    auto receivers = selectReceivers(db, {},
                                     {.transaction = std::numeric_limits<quint64>::max(),
                                      .id = std::numeric_limits<qint64>::max()},
                                     accounts);
    QVERIFY(receivers);
    QHash<qint64, QSet<qint64>> found; // by event
    qsizetype pairs = 0;
    for (const Receivers &told : std::as_const(*receivers)) {
        found.insert(told.token.id, QSet<qint64>(told.accounts.begin(), told.accounts.end()));
        pairs += told.accounts.size();
    }
    QVERIFY(pairs > 300);
    auto rows = db.runText(u"SELECT e.id, array_agg(a.id) "
                           "FROM ticket.event e CROSS JOIN ticket.account a "
                           "WHERE e.ticket_id IN (SELECT t.id FROM ticket.visible_tickets(a.id) t) "
                           "GROUP BY e.id"_s);
    QVERIFY(rows);
    QHash<qint64, QSet<qint64>> expected;
    while (rows->next()) {
        const QList<qint64> ids = rows->numbers(1);
        expected.insert(rows->number(0), QSet<qint64>(ids.begin(), ids.end()));
    }
    QCOMPARE(found, expected);
}

void EventPumpTest::aHiddenTicketTellsNothingElse()
{
    Stage stage;
    StreamReader reader = stage.open(stage.stranger);
    QTRY_VERIFY(began(reader));
    stage.append(u"ticket.hidden"_s,
                 {{u"recipients"_s, u"'{%1}'"_s.arg(stage.stranger.value())},
                  {u"actor_id"_s, QString::number(stage.agent.value())},
                  {u"data"_s, u"'{\"version\": 3, \"changes\": {\"title\": \"secret\"}}'"_s}});
    QTRY_COMPARE(reader.events().size(), 1);
    QJsonObject data = reader.events().constFirst().data;
    data.remove(u"at"_s);
    QCOMPARE(data, (QJsonObject{{u"id"_s, stage.ticket.value()},
                                {u"ticketId"_s, stage.ticket.value()},
                                {u"actor"_s, QJsonValue::Null}}));
}

void EventPumpTest::waitsForOlderTransactions()
{
    Stage stage;
    StreamReader reader = stage.open(stage.agent);
    QTRY_VERIFY(began(reader));

    Db::Connection older(stage.database.settings());
    auto transaction = Db::Transaction::begin(older);
    QVERIFY(transaction);
    QVERIFY(older.runText(
            u"INSERT INTO ticket.event (type, ticket_id) VALUES ('reply.created', :ticket)"_s,
            {{":ticket", stage.ticket}}));
    stage.append(u"ticket.updated"_s);
    stage.append(u"ticket.updated"_s);
    // Were the later ones passed on, the older one would be missed: nothing asks for it again.
    QVERIFY(transaction->commit());
    QTRY_COMPARE(reader.events().size(), 3);
    QCOMPARE(reader.types(), (QByteArrayList{"reply.created", "ticket.updated", "ticket.updated"}));
    QVERIFY(std::is_sorted(reader.poll().cbegin(), reader.poll().cend(),
                           [](const auto &a, const auto &b) { return a.token < b.token; }));
}

namespace {

/// Writes events about these tickets as business transactions do: several at once, out of step with
/// each other, some rolled back, some internal.
void writeEvents(const Db::ConnectionSettings &settings, const QList<TicketId> &tickets, int seed,
                 EventPump &pump)
{
    Db::Connection db(settings);
    std::minstd_rand random(static_cast<unsigned>(seed));
    for (int i = 0; i < 100; ++i) {
        auto transaction = Db::Transaction::begin(db);
        if (!transaction)
            qFatal("%s", qPrintable(transaction.error().detail));
        const int count = 1 + int(random() % 3);
        for (int n = 0; n < count; ++n) {
            auto done = db.runText(
                    u"INSERT INTO ticket.event (type, ticket_id, internal) "
                    "SELECT 'ticket.updated', :ticket, :internal FROM pg_sleep(:pause)"_s,
                    {{":ticket", tickets[qsizetype(random() % size_t(tickets.size()))]},
                     {":internal", random() % 4 == 0},
                     {":pause", double(random() % 4) / 1000}});
            if (!done)
                qFatal("%s", qPrintable(done.error().detail));
        }
        if (random() % 8 == 0)
            continue; // rolled back
        if (auto committed = transaction->commit(); !committed)
            qFatal("%s", qPrintable(committed.error().detail));
        pump.wake();
    }
}

QList<ResumeToken> tokensOf(StreamReader &reader)
{
    QList<ResumeToken> tokens;
    for (const StreamReader::Received &event : reader.events())
        tokens.append(event.token);
    return tokens;
}

/// Everything in the table that this account may know of, by the plain rule.
QList<ResumeToken> expectedTokens(Db::Connection &db, AccountId account)
{
    auto rows = db.runText(u"SELECT e.txid, e.id FROM ticket.event e "
                           "JOIN ticket.visible_tickets(:account) t ON t.id = e.ticket_id "
                           "WHERE NOT e.internal OR t.desk_id IN (SELECT "
                           "ticket.desks_where(:account, 'ticket.note')) "
                           "ORDER BY e.txid, e.id"_s,
                           {{":account", account}});
    if (!rows)
        qFatal("%s", qPrintable(rows.error().detail));
    QList<ResumeToken> tokens;
    while (rows->next())
        tokens.append({.transaction = rows->view(0).toULongLong(), .id = rows->number(1)});
    return tokens;
}

} // namespace

void EventPumpTest::resumesUnderWriters()
{
    constexpr int writers = 16;
    Stage stage;
    QList<TicketId> tickets;
    for (int i = 0; i < 6; ++i)
        tickets.append(
                stage.world.makeTicket(stage.desk, i % 2 ? stage.requester : stage.stranger));

    // A second server that nobody wakes: clients go to and fro between both.
    EventPump otherPump(stage.database.settings());
    otherPump.start();
    struct Client
    {
        AccountId account;
        SessionId session;
        QList<ResumeToken> received = {};
        std::optional<ResumeToken> last = {};
        int connections = 0;
    };
    std::vector<Client> clients;
    for (const AccountId account : {stage.agent, stage.observer, stage.requester, stage.stranger}) {
        for (int i = 0; i < 2; ++i)
            clients.push_back({.account = account, .session = stage.world.makeSession(account)});
    }
    // Each begins before the first event, so that it must get every one.
    for (Client &client : clients) {
        StreamReader reader(stage.pump.subscribe(client.account, client.session, {}));
        QTRY_VERIFY(began(reader));
        client.last = reader.lastToken();
        reader.channel().close();
    }

    std::atomic<int> writing = writers;
    std::vector<std::thread> threads;
    for (int i = 0; i < writers; ++i) {
        threads.emplace_back([&, i] {
            writeEvents(stage.database.settings(), tickets, i + 1, stage.pump);
            --writing;
        });
    }
    const auto joinAll = qScopeGuard([&] {
        for (std::thread &thread : threads)
            thread.join();
    });

    std::minstd_rand random(99);
    const auto mustGoOn = [&] { // a slow machine may have read once when all is written
        return writing > 0 || std::any_of(clients.begin(), clients.end(), [](const Client &client) {
                   return client.connections < 2;
               });
    };
    while (mustGoOn()) {
        std::vector<StreamReader> readers;
        for (const Client &client : clients) {
            EventPump &pump = random() % 2 ? stage.pump : otherPump;
            readers.emplace_back(pump.subscribe(client.account, client.session, client.last));
        }
        // Until one has got something new, or the writers are done; then all connections break.
        const auto oneHasSome = [&] {
            return std::any_of(readers.begin(), readers.end(),
                               [](StreamReader &reader) { return !reader.events().isEmpty(); });
        };
        QTRY_VERIFY_WITH_TIMEOUT(oneHasSome() || writing == 0, 20'000);
        for (size_t i = 0; i < clients.size(); ++i) {
            readers[i].channel().close(); // nothing comes any more, so both of these see the same
            clients[i].received += tokensOf(readers[i]);
            if (const auto last = readers[i].lastToken())
                clients[i].last = last;
            ++clients[i].connections;
        }
    }
    for (Client &client : clients) {
        const QList<ResumeToken> expected
                = expectedTokens(stage.database.connection(), client.account);
        StreamReader reader(stage.pump.subscribe(client.account, client.session, client.last));
        QTRY_VERIFY_WITH_TIMEOUT(
                client.received.size() + tokensOf(reader).size() >= expected.size(), 20'000);
        client.received += tokensOf(reader);
        QCOMPARE(client.received, expected);
        QVERIFY(client.connections > 1);
    }
}

void EventPumpTest::resumesAClientThatReadsSlowly()
{
    constexpr int count = 4000;
    Stage stage;
    StreamReader first = stage.open(stage.agent);
    QTRY_VERIFY(began(first));
    const auto place = first.lastToken();
    // Somebody keeps the pump reading, so that all of this is the past for who comes later.
    stage.database.execute(
            u"INSERT INTO ticket.event (type, ticket_id, data) "
            "SELECT 'ticket.updated', %1, jsonb_build_object('id', n) FROM generate_series(1, %2) n"_s
                    .arg(stage.ticket.value())
                    .arg(count));
    stage.pump.wake();
    StreamReader reader = stage.open(stage.agent, place);
    // Far more than the channel holds; it is told no faster than it takes.
    qsizetype most = 0;
    while (reader.events().size() < count) {
        QVERIFY2(!reader.isClosed(), "cut off although it reads");
        QTRY_VERIFY(reader.channel().pendingSize() > 0);
        most = std::max(most, reader.channel().pendingSize());
    }
    QVERIFY(most < 256 * 1024);
    const QList<StreamReader::Received> events = reader.events();
    for (qsizetype i = 0; i < events.size(); ++i)
        QCOMPARE(events[i].data.value(u"id"_s).toInteger(), i + 1);
    // And it is live then.
    stage.append(u"ticket.updated"_s, {{u"data"_s, u"'{\"id\": 0}'"_s}});
    QTRY_COMPARE(reader.events().size(), count + 1);
}

void EventPumpTest::resets_data()
{
    QTest::addColumn<ResumeToken>("token");
    QTest::newRow("before what was pruned") << ResumeToken{.transaction = 3, .id = 1};
    QTest::newRow("a future that this database never had")
            << ResumeToken{.transaction = 1'000'000'000, .id = 1};
    QTest::newRow("the largest") << ResumeToken{.transaction = std::numeric_limits<quint64>::max(),
                                                .id = std::numeric_limits<qint64>::max()};
}

void EventPumpTest::resets()
{
    QFETCH(ResumeToken, token);
    Stage stage;
    stage.append(u"ticket.created"_s, {{u"created_at"_s, u"now() - interval '3 days'"_s}});
    stage.append(u"ticket.updated"_s);
    QVERIFY(pruneEvents(stage.database.connection(), QDateTime::currentDateTimeUtc().addDays(-1)));
    StreamReader reader = stage.open(stage.agent, token);
    QTRY_COMPARE(reader.types(), QByteArrayList{"reset"});
    stage.append(u"ticket.updated"_s);
    QTRY_COMPARE(reader.types(), (QByteArrayList{"reset", "ticket.updated"}));
    QCOMPARE(stage.pump.counters().resets, 1);
    // Its id is a place to resume from.
    StreamReader again = stage.open(stage.agent, reader.events().constFirst().token);
    QTRY_COMPARE(again.types(), QByteArrayList{"ticket.updated"});
}

void EventPumpTest::theMarkOfPruningIsStillGood()
{
    Stage stage;
    Db::Connection &db = stage.database.connection();
    StreamReader reader = stage.open(stage.agent);
    QTRY_VERIFY(began(reader));
    const auto begin = reader.lastToken();
    stage.append(u"ticket.created"_s, {{u"created_at"_s, u"now() - interval '3 days'"_s}});
    stage.append(u"ticket.updated"_s, {{u"created_at"_s, u"now() - interval '2 days'"_s}});
    stage.append(u"reply.created"_s);
    QTRY_COMPARE(reader.events().size(), 3);
    const QList<StreamReader::Received> events = reader.events();

    const QDateTime before = QDateTime::currentDateTimeUtc().addDays(-1);
    for (int i = 0; i < 2; ++i) { // twice changes nothing
        QVERIFY(pruneEvents(db, before));
        const auto good = [&](const ResumeToken &token) {
            return isResumable(db, token).value();
        };
        QVERIFY(!good(*begin));
        QVERIFY(!good(events[0].token));
        QVERIFY(good(events[1].token)); // the last that was pruned: nothing after it is gone
        QVERIFY(good(events[2].token));
    }
    StreamReader resumed = stage.open(stage.agent, events[1].token);
    QTRY_COMPARE(resumed.types(), QByteArrayList{"reply.created"});
    auto rows = db.runText(u"SELECT count(*) FROM ticket.event"_s);
    QVERIFY(rows && rows->next());
    QCOMPARE(rows->number(0), 2);
}

void EventPumpTest::endsWithItsSession()
{
    Stage stage;
    const SessionId session = stage.world.makeSession(stage.agent);
    StreamReader ending(stage.pump.subscribe(stage.agent, session, {}));
    StreamReader staying = stage.open(stage.agent);
    QTRY_VERIFY(began(ending) && began(staying));
    stage.database.execute(
            u"UPDATE ticket.session SET revoked_at = now() WHERE id = %1"_s.arg(session.value()));
    QTRY_VERIFY(ending.isClosed());
    QCOMPARE(ending.types(), QByteArrayList{"session.ended"});
    QCOMPARE(ending.events().constFirst().data.value(u"id"_s).toInteger(), session.value());
    stage.append(u"ticket.updated"_s);
    QTRY_COMPARE(staying.types(), QByteArrayList{"ticket.updated"});
    QCOMPARE(ending.types(), QByteArrayList{"session.ended"});
    QVERIFY(!staying.isClosed());
}

void EventPumpTest::endsWithItsAccount()
{
    Stage stage;
    StreamReader reader = stage.open(stage.observer);
    QTRY_VERIFY(began(reader));
    stage.database.execute(u"UPDATE ticket.account SET status = 'blocked' WHERE id = %1"_s.arg(
            stage.observer.value()));
    QTRY_VERIFY(reader.isClosed());
    QCOMPARE(reader.types(), QByteArrayList{"session.ended"});
}

void EventPumpTest::cutsOffWhoDoesNotRead()
{
    Stage stage;
    const auto idle = stage.pump.subscribe(stage.agent, stage.world.makeSession(stage.agent), {});
    StreamReader reader = stage.open(stage.agent);
    QTRY_VERIFY(began(reader));
    // In portions that fit, so that whoever reads keeps up.
    for (int portion = 1; portion <= 5; ++portion) {
        stage.database.execute(u"INSERT INTO ticket.event (type, ticket_id) "
                               "SELECT 'ticket.updated', %1 FROM generate_series(1, 800)"_s.arg(
                                       stage.ticket.value()));
        stage.pump.wake();
        QTRY_COMPARE(reader.events().size(), portion * 800);
    }
    QVERIFY(idle->isClosed());
    QTRY_COMPARE(stage.pump.counters().streams, 1);
}

void EventPumpTest::wakesOtherServers()
{
    Stage stage;
    Db::Connection other(stage.database.settings());
    QVERIFY(other.script(u"LISTEN deskbell_event"_s));
    stage.pump.wake();
    bool notified = false; // taking changes what is there, and QTRY asks again
    QTRY_VERIFY(notified = notified || other.takeNotifications());

    // And is woken by them, without any wake() of its own.
    StreamReader reader = stage.open(stage.agent);
    QTRY_VERIFY(began(reader));
    stage.world.appendEvent(stage.ticket, u"ticket.updated"_s);
    QVERIFY(other.script(u"NOTIFY deskbell_event"_s));
    QTRY_COMPARE(reader.types(), QByteArrayList{"ticket.updated"});
}

void EventPumpTest::goesOnWithoutItsConnection()
{
    Stage stage;
    StreamReader reader = stage.open(stage.agent);
    QTRY_VERIFY(began(reader));
    stage.append(u"ticket.created"_s);
    QTRY_COMPARE(reader.types(), QByteArrayList{"ticket.created"});
    stage.database.execute(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                           "WHERE datname = current_database() AND pid <> pg_backend_pid()"_s);
    stage.append(u"ticket.updated"_s);
    QTRY_COMPARE(reader.types(), (QByteArrayList{"ticket.created", "ticket.updated"}));
    QVERIFY(!reader.isClosed());
}

void EventPumpTest::closesEveryStreamAtTheEnd()
{
    Stage stage;
    StreamReader reader = stage.open(stage.agent);
    QTRY_VERIFY(began(reader));
    stage.pump.stop();
    QVERIFY(reader.isClosed());
    QVERIFY(stage.open(stage.agent).isClosed());
    QCOMPARE(stage.pump.counters().streams, 0);
}

void EventPumpTest::tellsStaffWhoIsThere()
{
    Stage stage;
    StreamReader agent = stage.open(stage.agent);
    StreamReader observer = stage.open(stage.observer);
    StreamReader requester = stage.open(stage.requester);
    StreamReader stranger = stage.open(stage.stranger);
    for (StreamReader *reader : {&agent, &observer, &requester, &stranger})
        QTRY_VERIFY(began(*reader));
    stage.database.execute(
            u"INSERT INTO ticket.claim VALUES (%1, %2, now(), now() + interval '1 h')"_s.arg(
                    QString::number(stage.ticket.value()), QString::number(stage.agent.value())));
    stage.pump.announcePresence(stage.ticket,
                                {{.person = {.id = stage.requester, .displayName = u"requester"_s},
                                  .state = PresenceState::Typing}});
    for (StreamReader *reader : {&agent, &observer})
        QTRY_COMPARE(typesOf(*reader), QByteArrayList{"presence.changed"});
    const StreamReader::Received received = agent.events().constFirst();
    // It has no place among the events: a client resumes from where it was.
    QCOMPARE(received.token, ResumeToken());
    const auto event = eventFromStream("presence.changed", received.data);
    QVERIFY(event);
    QCOMPARE(event->presence->ticketId, stage.ticket);
    QCOMPARE(event->presence->people.first().state, PresenceState::Typing);
    QCOMPARE(event->presence->claim->person.id, stage.agent);
    stage.append(u"ticket.updated"_s);
    QTRY_COMPARE(typesOf(requester), QByteArrayList{"ticket.updated"});
    QVERIFY(typesOf(stranger).isEmpty());
}

QTEST_GUILESS_MAIN(EventPumpTest)
#include "tst_eventpump.moc"
