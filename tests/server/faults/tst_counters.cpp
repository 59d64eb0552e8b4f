// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/connection.h"
#include "tests/support/server/restclient.h"
#include "tests/support/server/runningserver.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

using namespace Deskbell;
using namespace Deskbell::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr int writerCount = 16;
constexpr int rounds = 3;
constexpr int workPerRound = 160;
constexpr int stormPatience = 120'000; // ms

const QStringList staff{u"John Smith"_s, u"Alex Johnson"_s, u"Emily White"_s, u"Admin"_s};

/// Somebody who does one random thing after the other to tickets, whatever the server says to it.
class Writer
{
public:
    Writer(quint16 port, int number, const QList<qint64> &people, std::atomic<int> &done)
        : m_port(port)
        , m_user(number % 4 == 0 ? u"Jane Doe"_s : staff[number % staff.size()])
        , m_people(people)
        , m_random(quint32(number) + 1)
        , m_done(done)
        , m_thread([this] { run(); })
    {}
    ~Writer()
    {
        m_stopping = true;
        m_thread.join();
    }

private:
    void run()
    {
        RestClient client(m_port);
        bool signedIn = false;
        while (!m_stopping) {
            signedIn = signedIn || client.signIn(m_user, demoPassword).isSuccess();
            if (!signedIn || !act(client)) {
                signedIn = signedIn && client.get("/me"_ba).status != 401;
                std::this_thread::yield();
                continue;
            }
            ++m_done;
        }
    }

    bool act(RestClient &client)
    {
        if (m_tickets.isEmpty() || roll(4) == 0) {
            const auto made = client.post(
                    "/tickets"_ba, {{u"title"_s, u"Storm %1"_s.arg(roll(1000))},
                                    {u"description"_s, u"word%1 of the storm"_s.arg(roll(50))}});
            if (made.isSuccess())
                m_tickets.append(made.id());
            return made.isSuccess();
        }
        const QByteArray path
                = "/tickets/" + QByteArray::number(m_tickets[roll(int(m_tickets.size()))]);
        switch (roll(8)) {
        case 0: return client.post(path + "/assign", {{u"assignedTo"_s, u"me"_s}}).isSuccess();
        case 1:
            return client
                    .post(path + "/assign",
                          {{u"assignedTo"_s,
                            roll(3) == 0 ? QJsonValue(QJsonValue::Null)
                                         : QJsonValue(m_people[roll(int(m_people.size()))])}})
                    .isSuccess();
        case 2:
        case 3: {
            static const QStringList statuses{u"in_progress"_s, u"waiting_for_requester"_s,
                                              u"on_hold"_s, u"resolved"_s, u"closed"_s};
            return client
                    .put(path + "/status", {{u"status"_s, statuses[roll(int(statuses.size()))]},
                                            {u"reason"_s, u"It storms"_s}})
                    .isSuccess();
        }
        case 4: {
            const QDateTime due = QDateTime::currentDateTimeUtc().addDays(roll(2) == 0 ? -2 : 20);
            return client.patch(path, {{u"dueAt"_s, due.toString(Qt::ISODateWithMs)}}).isSuccess();
        }
        case 5:
            return client
                    .patch(path,
                           {{u"visibility"_s, roll(2) == 0 ? u"restricted"_s : u"internal"_s}})
                    .isSuccess();
        case 6:
            return client
                    .post(path + "/replies",
                          {{u"message"_s, u"word%1 in a reply"_s.arg(roll(50))},
                           {u"isInternal"_s, m_user != "Jane Doe"_L1 && roll(2) == 0}})
                    .isSuccess();
        default:
            return client.patch(path, {{u"title"_s, u"Storm again %1"_s.arg(roll(1000))}})
                    .isSuccess();
        }
    }

    int roll(int sides) { return int(m_random.bounded(sides)); }

    const quint16 m_port;
    const QString m_user;
    const QList<qint64> m_people;
    QRandomGenerator m_random;
    QList<qint64> m_tickets;
    std::atomic<int> &m_done;
    std::atomic<bool> m_stopping = false;
    std::thread m_thread; // the last: it begins when all else is there
};

} // namespace

/// Sixteen who write at random, and a server that is ended and killed in between: afterwards each
/// counter is what one counts, and each search document what one would make of the texts.
class TestCounters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalARecountAfterAStorm();

private:
    QStringList column(const QString &sql, const QList<Db::Bind> &binds = {});
    void compareCounters(const QString &user);

    RunningServer m_server;
};

QStringList TestCounters::column(const QString &sql, const QList<Db::Bind> &binds)
{
    Db::Connection connection(m_server.database());
    auto rows = connection.runText(sql, binds);
    if (!rows)
        qFatal("%s: %s", qPrintable(sql), qPrintable(rows.error().detail));
    QStringList values;
    while (rows->next())
        values.append(rows->text(0));
    return values;
}

/// The recount looks at every ticket that the person sees, and knows nothing of the filters.
void TestCounters::compareCounters(const QString &user)
{
    RestClient client(m_server.port());
    QVERIFY(client.signIn(user, demoPassword).isSuccess());
    const auto saved = client.post("/views"_ba, {{u"name"_s, u"Mine with words"_s},
                                                 {u"q"_s, u"assignee:me storm* -is:closed"_s}});
    QCOMPARE(saved.status, 201);

    const QString own = QString::number(client.get("/me"_ba).id());
    const QString unfinished = u"t.status_category NOT IN ('resolved', 'closed')"_s;
    const bool isStaff = user != "Jane Doe"_L1;
    QMap<QString, QString> conditions{
            {u"requested"_s, u"t.requester_id = "_s + own},
            {QString::number(saved.id()),
             unfinished + u" AND t.assignee_id = "_s + own
                     + u" AND (t.title ~* '\\mstorm' OR t.description ~* '\\mstorm' OR EXISTS "
                       u"(SELECT"
                       " FROM ticket.timeline_entry e WHERE e.ticket_id = t.id AND e.deleted_at IS"
                       " NULL AND e.body ~* '\\mstorm'))"_s}};
    if (isStaff) {
        conditions.insert(u"mine"_s, unfinished + u" AND t.assignee_id = "_s + own);
        conditions.insert(u"waiting"_s,
                          u"t.status_category = 'waiting' AND t.assignee_id = "_s + own);
        conditions.insert(u"overdue"_s, unfinished + u" AND t.due_at < now()"_s);
        conditions.insert(u"unassigned"_s, unfinished + u" AND t.assignee_id IS NULL"_s);
        conditions.insert(
                u"team"_s,
                unfinished
                        + u" AND EXISTS (SELECT FROM ticket.team_member m"
                          " WHERE m.team_id = t.team_id AND m.account_id = %1)"_s.arg(own));
        conditions.insert(u"open"_s, unfinished);
    }
    QMap<QString, int> expected;
    for (auto it = conditions.cbegin(); it != conditions.cend(); ++it) {
        expected[it.key()] = column(u"SELECT count(*) FROM ticket.visible_tickets(%1) t"
                                    " WHERE t.deleted_at IS NULL AND (%2)"_s.arg(own, it.value()))
                                     .first()
                                     .toInt();
    }
    QMap<QString, int> counted;
    for (const QJsonValue &one : client.get("/view-counts"_ba).json["data"_L1].toArray()) {
        QVERIFY(!one["more"_L1].toBool());
        counted[one["view"_L1].toString()] = one["count"_L1].toInt();
    }
    QCOMPARE(counted, expected);
    qInfo() << user << counted;
}

void TestCounters::equalARecountAfterAStorm()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
    QList<qint64> people;
    for (const QString &id : column(u"SELECT id FROM ticket.account WHERE display_name = ANY"
                                    " (:names::text[])"_s,
                                    {{":names", staff}}))
        people.append(id.toLongLong());
    QVERIFY(!people.isEmpty());

    std::atomic<int> done = 0;
    {
        std::vector<std::unique_ptr<Writer>> writers;
        for (int i = 0; i < writerCount; ++i)
            writers.push_back(std::make_unique<Writer>(m_server.port(), i, people, done));
        for (int round = 0; round < rounds; ++round) {
            const int before = done;
            QTRY_VERIFY_WITH_TIMEOUT(done > before + workPerRound, stormPatience);
            if (round + 1 == rounds)
                break;
            if (round % 2 == 0)
                m_server.kill();
            else
                m_server.stop();
            QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
        }
    }
    qInfo("%d things were done", int(done));

    for (const QString &user : staff + QStringList{u"Jane Doe"_s})
        compareCounters(user);

    const QString words
            = u"SELECT d.ticket_id || ' ' || array_to_string(tsvector_to_array(d.body), ' ')"
              " || ' / ' || COALESCE(array_to_string(tsvector_to_array(d.internal), ' '), '')"
              " FROM %1 d ORDER BY d.ticket_id"_s;
    QCOMPARE(column(words.arg(u"ticket.search_document"_s)),
             column(words.arg(
                     u"ticket.search_documents(ARRAY(SELECT t.id FROM ticket.ticket t))"_s)));
}

QTEST_GUILESS_MAIN(TestCounters)
#include "tst_counters.moc"
