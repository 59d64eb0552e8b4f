// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server/ticketharness.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Deskbell;
using namespace Deskbell::Test;

/// GET /tickets?q=…: what is found in German and English texts, how it is ranked and marked, and
/// that nothing of it says what somebody may not read.
class TestSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_api.reset(); }

    void finds_data();
    void finds();
    void fields_data();
    void fields();
    void faultsNameTheWord();
    void titleBeforeReply();
    void newBeforeOld();
    void pagesByRelevance();
    void marksWhatItFinds();
    void similarWordsAreMarked();
    void hiddenTicketsLeakNothing();
    void notesLeakNothing();
    void namesOfPeopleLeakNothing();
    void hiddenWordsAreNoSuggestion();
    void followsEveryChange();
    void longStoriesAreKept();
    void documentsAreAsIfMadeAnew();

private:
    Answer ask(const QString &q, const Person &by, const QByteArray &more = {})
    {
        const Answer answer
                = m_api->get("/tickets?sort=-relevance&q=" + QUrl::toPercentEncoding(q) + more, by);
        if (answer.status != 200)
            qFatal("%s", answer.body.constData());
        return answer;
    }
    QStringList found(const QString &q, const Person &by)
    {
        QStringList keys;
        for (const QString &number : ask(q, by).column(u"number"_s))
            keys.append(m_keys.value(number, number));
        return keys;
    }
    void attach(const Person &by, TicketId ticket, const QString &name)
    {
        Http::Headers headers;
        headers.set("Content-Disposition",
                    "attachment; filename*=UTF-8''" + QUrl::toPercentEncoding(name));
        headers.set("Content-Type", "text/plain");
        const Answer file
                = m_api->send(Http::Method::Post, TicketHarness::path(ticket, "/attachments"),
                              m_api->token(by), "content of " + name.toUtf8(), headers);
        if (file.status != 201)
            qFatal("no file: %s", file.body.constData());
    }
    Ticket make(const QString &title, const QString &description = {})
    {
        m_api->clock.advance(1h);
        return m_api->makeTicket(m_api->jane,
                                 {{u"title"_s, title}, {u"description"_s, description}});
    }
    QString documents(const QString &from)
    {
        return m_api->value(u"SELECT md5(string_agg(ticket_id || ' ' || array_to_string("
                            "tsvector_to_array(body), ' ') || ' / ' || COALESCE(array_to_string("
                            "tsvector_to_array(internal), ' '), '-'), ';' ORDER BY ticket_id))"
                            " FROM %1"_s.arg(from));
    }

    std::unique_ptr<TicketHarness> m_api;
    QJsonArray m_searches;
    QHash<QString, QString> m_keys; ///< of the numbers
    QHash<QString, TicketId> m_ids; ///< of the keys
};

void TestSearch::initTestCase()
{
    m_api = std::make_unique<TicketHarness>();
    QFile file(QStringLiteral(DESKBELL_SOURCE_DIR "/tests/data/search_texts.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject data = QJsonDocument::fromJson(file.readAll()).object();
    m_searches = data["searches"_L1].toArray();
    for (const QJsonValue &one : data["tickets"_L1].toArray()) {
        const QString key = one["key"_L1].toString();
        const Ticket ticket = make(one["title"_L1].toString(), one["description"_L1].toString());
        m_keys.insert(ticket.number, key);
        m_ids.insert(key, ticket.id);
        for (const QJsonValue &text : one["replies"_L1].toArray())
            QCOMPARE(m_api->reply(m_api->alex, ticket.id, text.toString()).status, 201);
        for (const QJsonValue &text : one["notes"_L1].toArray()) {
            QCOMPARE(
                    m_api->reply(m_api->alex, ticket.id, text.toString(), {{u"isInternal"_s, true}})
                            .status,
                    201);
        }
        for (const QJsonValue &name : one["files"_L1].toArray())
            attach(m_api->jane, ticket.id, name.toString());
        if (one["visibility"_L1].toString() == "restricted"_L1) {
            m_api->database.execute(
                    u"UPDATE ticket.ticket SET visibility = 'restricted' WHERE id = %1"_s.arg(
                            ticket.id.value()));
        }
    }
}

void TestSearch::finds_data()
{
    QTest::addColumn<QString>("q");
    QTest::addColumn<QStringList>("keys");
    for (const QJsonValue &one : std::as_const(m_searches)) {
        QStringList keys;
        for (const QJsonValue &key : one["found"_L1].toArray())
            keys.append(key.toString());
        const QString q = one["q"_L1].toString();
        QTest::newRow(qPrintable(q + u": "_s + one["why"_L1].toString())) << q << keys;
    }
}

void TestSearch::finds()
{
    QFETCH(const QString, q);
    QFETCH(QStringList, keys);
    QStringList there = found(q, m_api->alex);
    std::sort(keys.begin(), keys.end());
    std::sort(there.begin(), there.end());
    QCOMPARE(there, keys);
    QCOMPARE(ask(q, m_api->alex).json["pagination"_L1]["total"_L1].toInt(), keys.size());
}

void TestSearch::fields_data()
{
    QTest::addColumn<QString>("q");
    QTest::addColumn<QString>("found"); // first letters, in order of time
    const auto row = [](const QString &q, const QString &found) {
        QTest::newRow(qPrintable(q)) << q << found;
    };
    row(u"tag:fieldtest"_s, u"abc"_s);
    row(u"tag:fieldtest -tag:extra"_s, u"bc"_s);
    row(u"tag:fieldtest status:new"_s, u"ab"_s);
    row(u"tag:fieldtest status:New"_s, u"ab"_s);
    row(u"tag:fieldtest status:open"_s, u"ab"_s);
    row(u"tag:fieldtest status:resolved,waiting"_s, u"c"_s);
    row(u"tag:fieldtest is:open"_s, u"ab"_s);
    row(u"tag:fieldtest is:closed"_s, u"c"_s);
    row(u"tag:fieldtest -is:open"_s, u"c"_s);
    row(u"tag:fieldtest is:unassigned"_s, u"a"_s);
    row(u"tag:fieldtest is:assigned"_s, u"bc"_s);
    row(u"tag:fieldtest is:unassigned,closed"_s, u"ac"_s);
    row(u"tag:fieldtest priority:urgent,high"_s, u"ab"_s);
    row(u"tag:fieldtest desk:hd"_s, u"abc"_s);
    row(u"tag:fieldtest desk:XX,hd"_s, u"abc"_s);
    row(u"tag:fieldtest -desk:hd"_s, {});
    row(u"tag:fieldtest assignee:me"_s, u"b"_s);
    row(u"tag:fieldtest assignee:none,emily"_s, u"ac"_s);
    row(u"tag:fieldtest -assignee:me"_s, u"ac"_s);
    row(u"tag:fieldtest assignee:emi"_s, u"c"_s);
    row(u"tag:fieldtest requester:jane"_s, u"abc"_s);
    row(u"tag:fieldtest requester:%"_s, {});
    row(u"tag:fieldtest team:\"first line\""_s, u"a"_s);
    row(u"tag:fieldtest team:none"_s, u"bc"_s);
    row(u"tag:fieldtest team:me"_s, u"a"_s);
    row(u"tag:fieldtest has:team"_s, u"a"_s);
    row(u"tag:fieldtest has:due"_s, u"b"_s);
    row(u"tag:fieldtest is:overdue"_s, u"b"_s);
    row(u"tag:fieldtest has:attachment"_s, u"a"_s);
    row(u"tag:fieldtest has:reply"_s, u"b"_s);
    row(u"tag:fieldtest has:note"_s, u"c"_s);
    row(u"tag:fieldtest -has:note"_s, u"ab"_s);
    row(u"tag:fieldtest older:10d"_s, u"a"_s);
    row(u"tag:fieldtest newer:10d"_s, u"bc"_s);
    row(u"tag:fieldtest -newer:10d"_s, u"a"_s);
    row(u"tag:fieldtest created:today"_s, {});
    row(u"tag:fieldtest category:cables"_s, u"b"_s);
    row(u"tag:fieldtest -category:cables"_s, u"ac"_s);
    row(u"tag:fieldtest closed:1y"_s, {});
    row(u"fieldwords tag:fieldtest is:open"_s, u"a"_s);
    row(u"tag:fieldtest -fieldwords"_s, u"bc"_s);
    row(u"tag:fieldtest is:restricted"_s, {});
    row(u"tag:fieldtest is:watching"_s, u"b"_s);
    row(u"tag:fieldtest -is:watching"_s, u"ac"_s);
    row(u"tag:fieldtest sla:paused"_s, u"a"_s);
    row(u"tag:fieldtest sla:paused,met"_s, u"ac"_s);
    row(u"tag:fieldtest -sla:paused"_s, u"bc"_s);
    row(u"tag:fieldtest sla:running,warning,breached"_s, {});

    static bool made = false;
    if (std::exchange(made, true))
        return;
    const auto idOf = [&](const QByteArray &route, const QString &name) {
        return m_api
                ->post(route, m_api->admin, {{u"desk"_s, m_api->desk.value()}, {u"name"_s, name}})
                .json["id"_L1]
                .toInteger();
    };
    const qint64 team = idOf("/teams", u"First line"_s);
    m_api->patch("/teams/" + QByteArray::number(team), m_api->admin,
                 {{u"members"_s, QJsonArray{m_api->alex.id.value()}}});
    const qint64 category = idOf("/categories", u"Cables"_s);
    const auto ticket = [&](const QString &title, QJsonObject more) {
        more[u"title"_s] = title;
        more[u"requester"_s] = m_api->jane.id.value();
        if (!more.contains(u"tags"_s))
            more[u"tags"_s] = QJsonArray{u"fieldtest"_s};
        return m_api->makeTicket(m_api->alex, more);
    };
    const Ticket a
            = ticket(u"a fieldwords"_s, {{u"priority"_s, u"urgent"_s},
                                         {u"team"_s, team},
                                         {u"tags"_s, QJsonArray{u"fieldtest"_s, u"extra"_s}}});
    attach(m_api->jane, a.id, u"x.txt"_s);
    m_api->database.execute(
            u"UPDATE ticket.ticket SET created_at = created_at - interval '20 days' WHERE id = %1"_s
                    .arg(a.id.value()));
    const Ticket b = ticket(u"b"_s + u" other"_s,
                            {{u"priority"_s, u"high"_s},
                             {u"assignedTo"_s, u"me"_s},
                             {u"category"_s, category},
                             {u"dueAt"_s, timeToWire(m_api->clock.now().addSecs(60))}});
    QCOMPARE(m_api->reply(m_api->jane, b.id, u"Thanks"_s).status, 201);
    const Ticket c = ticket(u"c last"_s, {{u"assignedTo"_s, m_api->emily.id.value()}});
    QCOMPARE(m_api->reply(m_api->emily, c.id, u"Hm"_s, {{u"isInternal"_s, true}}).status, 201);
    m_api->clock.advance(24h * 2);
    m_api->forceStatus(c.id, u"resolved"_s);
    m_api->forceStatus(b.id, u"new"_s);
    for (const Ticket *each : {&a, &b, &c}) {
        const QString mode = each == &b ? u"all"_s : u"muted"_s;
        m_api->put(TicketHarness::path(each->id, "/watchers/me"), m_api->alex, {{u"mode"_s, mode}});
    }
    const auto stands = [&](const Ticket &which, const QString &state) {
        m_api->database.execute(
                u"UPDATE ticket.ticket SET sla_state = '%2' WHERE id = %1"_s.arg(which.id.value())
                        .arg(state));
    };
    stands(a, u"paused"_s);
    stands(c, u"met"_s);
}

void TestSearch::fields()
{
    QFETCH(const QString, q);
    QFETCH(const QString, found);
    const Answer answer
            = m_api->get("/tickets?sort=createdAt&q=" + QUrl::toPercentEncoding(q), m_api->alex);
    QCOMPARE(answer.status, 200);
    QString letters;
    for (const QString &title : answer.column(u"title"_s))
        letters += title.front();
    QCOMPARE(letters, found);
}

void TestSearch::faultsNameTheWord()
{
    const Answer answer = m_api->get("/tickets?q=vpn%20statsu:open", m_api->alex);
    QCOMPARE(answer.status, 422);
    QCOMPARE(answer.faults(), QStringList{u"q:query_unknown_field"_s});
    const QJsonObject params = answer.json["errors"_L1].toArray().first()["params"_L1].toObject();
    QCOMPARE(params["position"_L1].toInt(), 4);
    QCOMPARE(params["length"_L1].toInt(), 6);
    QCOMPARE(params["value"_L1].toString(), u"statsu"_s);
}

void TestSearch::titleBeforeReply()
{
    const Ticket title = make(u"Quokka enclosure"_s);
    const Ticket said = make(u"Something else"_s);
    QCOMPARE(m_api->reply(m_api->alex, said.id, u"It is about the quokka"_s).status, 201);
    QCOMPARE(ask(u"quokka"_s, m_api->alex).column(u"number"_s),
             (QStringList{title.number, said.number}));
}

void TestSearch::newBeforeOld()
{
    const Ticket old = make(u"Axolotl tank"_s);
    m_api->database.execute(
            u"UPDATE ticket.ticket SET updated_at = updated_at - interval '400 days' WHERE id = %1"_s
                    .arg(old.id.value()));
    const Ticket fresh = make(u"Axolotl tank"_s);
    QCOMPARE(ask(u"axolotl"_s, m_api->alex).column(u"number"_s),
             (QStringList{fresh.number, old.number}));
}

void TestSearch::pagesByRelevance()
{
    QStringList numbers;
    for (int i = 0; i < 5; ++i)
        numbers.prepend(make(u"Narwhal %1"_s.arg(i)).number);
    QStringList paged;
    QByteArray cursor;
    do {
        const Answer answer = ask(u"narwhal"_s, m_api->alex, "&pageSize=2&cursor=" + cursor);
        paged += answer.column(u"number"_s);
        cursor = answer.json["pagination"_L1]["nextCursor"_L1].toString().toLatin1();
    } while (!cursor.isEmpty());
    QCOMPARE(paged, numbers);
    QCOMPARE(ask(u"narwhal"_s, m_api->alex, "&pageSize=2&page=2").column(u"number"_s),
             numbers.mid(2, 2));
}

void TestSearch::marksWhatItFinds()
{
    const Answer answer = ask(u"testseite drucker"_s, m_api->alex);
    const auto ticket = fromJson<Ticket>(answer.data().first().toObject());
    QVERIFY(ticket);
    QVERIFY(ticket->match);
    const TicketMatch &match = *ticket->match;
    QCOMPARE(match.source, MatchSource::Reply);
    QVERIFY(match.entryId.isValid());
    QCOMPARE(match.titleRanges,
             (QList<TextRange>{{.start = 0, .length = 7}, {.start = 25, .length = 6}}));
    QStringList words;
    for (const TextRange &range : match.ranges)
        words.append(match.snippet.mid(range.start, range.length));
    QCOMPARE(words, (QStringList{u"drucken"_s, u"Testseite"_s}));
    // Nothing to mark where no words were asked for.
    QVERIFY(!ask(u"is:open"_s, m_api->alex).data().first().toObject().contains("match"_L1));
}

void TestSearch::similarWordsAreMarked()
{
    const Answer answer = ask(u"pritner"_s, m_api->alex);
    const auto ticket = fromJson<Ticket>(answer.data().first().toObject());
    QVERIFY(ticket && ticket->match);
    QCOMPARE(ticket->match->titleRanges, (QList<TextRange>{{.start = 0, .length = 7}}));
}

/// A ticket that somebody does not see is not found, counted, ranked or marked, by any of its
/// words.
void TestSearch::hiddenTicketsLeakNothing()
{
    QCOMPARE(found(u"Goldfischhaltung"_s, m_api->jane), QStringList{u"secret"_s}); // hers
    for (const Person &person : {m_api->mike, m_api->alex, m_api->observer}) {
        for (const QString &q : {u"Goldfischhaltung"_s, u"goldfisch*"_s, u"\"Goldfische sind\""_s,
                                 u"Goldfischaltung"_s, u"Abmahnung"_s, u"umgezogen"_s,
                                 u"number:%1"_s.arg(m_keys.key(u"secret"_s))}) {
            const Answer answer = ask(q, person);
            QVERIFY2(answer.data().isEmpty(), qPrintable(q));
            QCOMPARE(answer.json["pagination"_L1]["total"_L1].toInt(), 0);
            QVERIFY2(!answer.body.contains("oldfisch"), qPrintable(q));
        }
    }
}

/// Notes are found and shown by holders of ticket.note alone; for the others neither the place nor
/// the score of a ticket depends on them.
void TestSearch::notesLeakNothing()
{
    const Ticket one = make(u"Ocelot one"_s);
    const Ticket other = make(u"Ocelot other"_s);
    const auto scoresFor = [&](const Person &person) {
        QHash<QString, qint64> scores;
        for (const QJsonValue &row : ask(u"ocelot"_s, person).data())
            scores.insert(row["number"_L1].toString(), row["match"_L1]["score"_L1].toInteger());
        return scores;
    };
    const auto before = scoresFor(m_api->jane);
    const auto updated = m_api->value(
            u"SELECT updated_at FROM ticket.ticket WHERE id = %1"_s.arg(one.id.value()));
    QCOMPARE(m_api->reply(m_api->alex, one.id, u"ocelot ocelot ocelot pangolin"_s,
                          {{u"isInternal"_s, true}})
                     .status,
             201);
    m_api->database.execute(
            u"UPDATE ticket.ticket SET updated_at = '%2' WHERE id = %1"_s.arg(one.id.value())
                    .arg(updated));

    QCOMPARE(scoresFor(m_api->jane), before);
    QVERIFY(scoresFor(m_api->alex)[one.number] != before[one.number]);
    QCOMPARE(scoresFor(m_api->alex)[other.number], before[other.number]);

    QCOMPARE(ask(u"pangolin"_s, m_api->alex).column(u"number"_s), QStringList{one.number});
    QCOMPARE(ask(u"-pangolin ocelot"_s, m_api->alex).column(u"number"_s),
             QStringList{other.number});
    for (const Person &person : {m_api->jane, m_api->observer}) {
        for (const QString &q : {u"pangolin"_s, u"pango*"_s, u"\"ocelot pangolin\""_s,
                                 u"pangolim"_s, u"ocelot pangolin"_s, u"ocelot has:note"_s}) {
            const Answer answer = ask(q, person);
            QVERIFY2(answer.data().isEmpty(), qPrintable(person.username + u' ' + q));
            QCOMPARE(answer.json["pagination"_L1]["total"_L1].toInt(), 0);
        }
        // That it must not be there hides nothing either.
        QCOMPARE(ask(u"-pangolin ocelot"_s, person).data().size(), 2);
        QCOMPARE(ask(u"-has:note ocelot"_s, person).data().size(), 2);
        QVERIFY(!ask(u"ocelot"_s, person).body.contains("pangolin"));
    }
    QVERIFY(ask(u"ocelot pangolin"_s, m_api->alex).body.contains("\"source\":\"note\""));
}

/// User names and addresses are for those who may see people.
void TestSearch::namesOfPeopleLeakNothing()
{
    m_api->database.execute(
            u"UPDATE ticket.account SET display_name = 'Jane Doe',"
            " email = 'private@example.com' WHERE id = %1"_s.arg(m_api->jane.id.value()));
    QVERIFY(!found(u"requester:private@example.com"_s, m_api->alex).isEmpty());
    QVERIFY(!found(u"requester:doe"_s, m_api->jane).isEmpty());
    QVERIFY(found(u"requester:private@example.com"_s, m_api->jane).isEmpty());
}

/// What is like a mistyped word comes from all tickets, but what is found by it does not.
void TestSearch::hiddenWordsAreNoSuggestion()
{
    const Ticket hidden = make(u"Wombat burrow"_s);
    m_api->database.execute(
            u"UPDATE ticket.ticket SET visibility = 'restricted' WHERE id = %1"_s.arg(
                    hidden.id.value()));
    const Answer answer = ask(u"wonbat"_s, m_api->mike);
    QVERIFY(answer.data().isEmpty());
    QVERIFY(!answer.body.contains("ombat"));
    QCOMPARE(ask(u"wonbat"_s, m_api->jane).data().size(), 1);
}

void TestSearch::followsEveryChange()
{
    const Ticket ticket = make(u"Capybara"_s, u"first text"_s);
    const auto finds = [&](const QString &q) {
        return !ask(q, m_api->alex).data().isEmpty();
    };
    QCOMPARE(m_api->patch(TicketHarness::path(ticket.id), m_api->alex, {{u"title"_s, u"Tapir"_s}})
                     .status,
             200);
    QVERIFY(finds(u"tapir"_s) && !finds(u"capybara"_s) && finds(u"\"first text\""_s));

    const Answer reply = m_api->reply(m_api->alex, ticket.id, u"manatee"_s);
    const QByteArray path = TicketHarness::path(
            ticket.id, "/replies/" + QByteArray::number(reply.json["id"_L1].toInteger()));
    QVERIFY(finds(u"manatee"_s));
    QCOMPARE(m_api->patch(path, m_api->alex, {{u"message"_s, u"dugong"_s}}).status, 200);
    QVERIFY(finds(u"dugong"_s) && !finds(u"manatee"_s) && finds(u"tapir"_s));
    QCOMPARE(m_api->remove(path, m_api->alex).status, 204);
    QVERIFY(!finds(u"dugong"_s));

    attach(m_api->alex, ticket.id, u"Okapi-Foto.png"_s);
    QVERIFY(finds(u"okapi"_s));
    QCOMPARE(m_api->remove("/attachments/"
                                   + m_api->value(u"SELECT max(id) FROM ticket.attachment"_s)
                                             .toLatin1(),
                           m_api->alex)
                     .status,
             204);
    QVERIFY(!finds(u"okapi"_s));
}

/// A tsvector has an end; a story has not.
void TestSearch::longStoriesAreKept()
{
    const Ticket ticket = make(u"Endless story"_s);
    m_api->database.execute(
            u"INSERT INTO ticket.timeline_entry (ticket_id, kind, author_id, body, internal)"
            " SELECT %1, CASE WHEN n % 3 = 0 THEN 'note' ELSE 'reply' END::ticket.entry_kind, %2,"
            " (SELECT string_agg(md5((n * 1000 + m)::text), ' ') FROM generate_series(1, 600) m),"
            " n % 3 = 0 FROM generate_series(1, 40) n"_s.arg(ticket.id.value())
                    .arg(m_api->alex.id.value()));
    QCOMPARE(m_api->reply(m_api->alex, ticket.id, u"and on"_s).status, 201);
    QCOMPARE(m_api->patch(TicketHarness::path(ticket.id), m_api->alex,
                          {{u"title"_s, u"Endless saga"_s}})
                     .status,
             200);
    QCOMPARE(ask(u"saga"_s, m_api->alex).column(u"number"_s), QStringList{ticket.number});
    m_api->database.execute(u"DELETE FROM ticket.timeline_entry WHERE ticket_id = %1"
                            " AND length(body) > 1000"_s.arg(ticket.id.value()));
    m_api->database.execute(u"SELECT ticket.renew_document(%1)"_s.arg(ticket.id.value()));
}

/// After all of the above: what was kept step by step is what one would make of the tables now.
void TestSearch::documentsAreAsIfMadeAnew()
{
    const QString kept = documents(u"ticket.search_document"_s);
    QCOMPARE(kept, documents(u"ticket.search_documents(ARRAY(SELECT id FROM ticket.ticket))"_s));
    m_api->database.execute(u"SELECT ticket.renew_search()"_s);
    QCOMPARE(documents(u"ticket.search_document"_s), kept);
}

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
