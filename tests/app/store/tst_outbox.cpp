// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/connectionmonitor.h"
#include "app/store/outbox.h"
#include "tests/support/app/workplace.h"

#include <QDirIterator>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using State = OutboxEntry::State;

/// What waits to reach the server: once, in order, whatever is cut when.
class TestOutbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void isOnTheDiskBeforeItIsSent();
    void isGoneOnceAnswered();
    void keepsTheOrderOfATicket();
    void isTriedAgainWithTheSameKey_data();
    void isTriedAgainWithTheSameKey();
    void waitsUntilTheServerIsBack();
    void outlivesTheProgram();
    void whatIsRefusedStays();
    void sentAgainAfterARefusalItIsAnother();
    void isHeldAndTakenBack();
    void isNotTakenBackWhileUnderWay();
    void whatMayHaveArrivedLongAgoIsNotSentUnasked();
    void whatCannotHaveArrivedIsSentEvenMuchLater();
    void goesOnAfterSigningInAgain();
    void belongsToOnePerson();
    void filesOfOthersAreNotTouched();
    void aFullDiskIsSaid();
    void finishingSendsWhatIsHeld();

private:
    static OutboxItem item(const QString &text, qint64 ticket = 1)
    {
        return {.kind = OutboxKind::Reply,
                .ticket = TicketId(ticket),
                .ticketNumber = u"HD-%1"_s.arg(1000 + ticket),
                .path = u"/tickets/%1/replies"_s.arg(ticket),
                .body = {{u"message"_s, text}},
                .files = {{QUuid::createUuid(), u"a.png"_s, 3}}};
    }
    void answer(const FakeApi::Reply &reply, qint64 ticket = 1)
    {
        m_place->desk.api.on("POST", u"/tickets/%1/replies"_s.arg(ticket), reply);
    }
    void once(const FakeApi::Reply &reply)
    {
        m_place->desk.api.once("POST", u"/tickets/1/replies"_s, reply);
    }
    QList<FakeApi::Request> sent(qint64 ticket = 1) const
    {
        return m_place->desk.api.requests("POST", u"/tickets/%1/replies"_s.arg(ticket));
    }
    QStringList texts(qint64 ticket = 1) const
    {
        QStringList all;
        for (const FakeApi::Request &request : sent(ticket))
            all.append(request.json()["message"_L1].toString());
        return all;
    }
    Outbox &outbox() { return m_place->outbox; }
    QString root() const { return m_place->folder() + u"/outbox"_s; }
    QStringList files() const
    {
        QStringList found;
        QDirIterator all(root(), QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext())
            found.append(all.next());
        return found;
    }
    /// The program's next run, with what this one has left.
    std::unique_ptr<Outbox> nextRun(const Clock &clock = Clock::system()) const
    {
        return std::make_unique<Outbox>(m_place->session, m_place->client, clock, m_place->disk(),
                                        root());
    }
    static FakeApi::Reply done() { return FakeApi::Reply::json({{u"id"_s, 1}}, 201); }

    std::unique_ptr<Workplace> m_place;
};

namespace {

class MovedClock : public Clock
{
public:
    explicit MovedClock(std::chrono::seconds ahead)
        : m_ahead(ahead)
    {}
    QDateTime now() const override { return FakeDesk::noon().addSecs(3 * 3600 + m_ahead.count()); }

private:
    std::chrono::seconds m_ahead;
};

} // namespace

void TestOutbox::init()
{
    m_place = std::make_unique<Workplace>();
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
}

void TestOutbox::cleanup()
{
    m_place.reset();
}

void TestOutbox::isOnTheDiskBeforeItIsSent()
{
    QByteArray onDisk;
    m_place->desk.api.on("POST", u"/tickets/1/replies"_s, [&](const FakeApi::Request &) {
        QFile file(files().value(0));
        if (file.open(QIODevice::ReadOnly))
            onDisk = file.readAll();
        return done();
    });
    const QByteArray key = outbox().add(item(u"safe"_s));
    QTRY_COMPARE(sent().size(), 1);
    QVERIFY(onDisk.contains("safe"));
    QVERIFY(onDisk.contains(key));
    QVERIFY(onDisk.contains("firstTried"));
    QCOMPARE(sent()[0].header("Idempotency-Key"), key);
}

void TestOutbox::isGoneOnceAnswered()
{
    answer(done());
    QSignalSpy sentOnes(&outbox(), &Outbox::sent);
    outbox().add(item(u"x"_s));
    QCOMPARE(outbox().entries().size(), 1);
    QTRY_COMPARE(sentOnes.size(), 1);
    QVERIFY(outbox().entries().isEmpty());
    QTRY_COMPARE(files(), QStringList());
    const QFile::Permissions others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther;
    answer(FakeApi::Reply::hang());
    outbox().add(item(u"y"_s));
    QTRY_COMPARE(files().size(), 1);
    QCOMPARE(QFile::permissions(files().first()) & others, QFile::Permissions());
}

void TestOutbox::keepsTheOrderOfATicket()
{
    once(FakeApi::Reply::problem(503, "overload"));
    answer(done());
    answer(done(), 2);
    for (int i = 1; i <= 5; ++i)
        outbox().add(item(QString::number(i)));
    outbox().add(item(u"other"_s, 2));
    QTRY_VERIFY(outbox().entries().isEmpty());
    QCOMPARE(texts(), (QStringList{u"1"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s}));
    QCOMPARE(texts(2), QStringList(u"other"_s)); // it waits for nobody
}

void TestOutbox::isTriedAgainWithTheSameKey_data()
{
    QTest::addColumn<FakeApi::Reply>("first");
    QTest::newRow("our fault") << FakeApi::Reply::problem(500, "internal");
    QTest::newRow("overload") << FakeApi::Reply::problem(503, "overload");
    QTest::newRow("too many") << FakeApi::Reply::problem(429, "rate_limited");
    QTest::newRow("hung up") << FakeApi::Reply::drop();
    QTest::newRow("cut short, which may count as an answer") << FakeApi::Reply{
            .status = 201, .body = "{\"id\": 1}", .manner = FakeApi::Reply::Manner::CutShort};
    QTest::newRow("still running") << FakeApi::Reply::problem(409, "idempotency.in_progress");
}

void TestOutbox::isTriedAgainWithTheSameKey()
{
    QFETCH(FakeApi::Reply, first);
    once(first);
    answer(done());
    QSignalSpy refused(&outbox(), &Outbox::refused);
    outbox().add(item(u"once"_s));
    QTRY_VERIFY(!sent().isEmpty());
    // A lost connection is looked for in its own time.
    QTRY_VERIFY(outbox().entries().isEmpty()
                || m_place->client.connection().state() == ConnectionMonitor::State::Offline);
    m_place->client.connection().retryNow();
    QTRY_VERIFY(outbox().entries().isEmpty());
    if (first.manner != FakeApi::Reply::Manner::CutShort)
        QCOMPARE(sent().size(), 2);
    for (const FakeApi::Request &request : sent()) {
        QCOMPARE(request.header("Idempotency-Key"), sent()[0].header("Idempotency-Key"));
        QCOMPARE(request.body, sent()[0].body);
    }
    QCOMPARE(refused.size(), 0);
}

void TestOutbox::waitsUntilTheServerIsBack()
{
    answer(done());
    m_place->desk.api.goAway();
    QTRY_COMPARE(m_place->client.connection().state(), ConnectionMonitor::State::Offline);
    outbox().add(item(u"on the train"_s));
    QTRY_COMPARE(files().size(), 1);
    QCOMPARE(outbox().entries()[0].state, State::Waiting);
    m_place->desk.api.comeBack();
    m_place->client.connection().retryNow();
    QTRY_VERIFY(outbox().entries().isEmpty());
    QCOMPARE(texts(), QStringList(u"on the train"_s));
}

void TestOutbox::outlivesTheProgram()
{
    answer(FakeApi::Reply::hang());
    auto run = nextRun();
    const QByteArray first = run->add(item(u"1"_s));
    run->add(item(u"2"_s));
    run->add(item(u"3"_s, 2), 1h);
    QTRY_COMPARE(sent().size(), 1);
    QTRY_COMPARE(files().size(), 3);
    answer(done());
    answer(done(), 2);
    m_place->desk.api.forgetRequests();
    run = nullptr;
    run = nextRun();
    QTRY_VERIFY(sent().size() == 2 && sent(2).size() == 1);
    QTRY_VERIFY(run->entries().isEmpty());
    QCOMPARE(texts(), (QStringList{u"1"_s, u"2"_s}));
    QCOMPARE(sent()[0].header("Idempotency-Key"), first); // it may have arrived
    QTRY_COMPARE(files(), QStringList());
}

void TestOutbox::whatIsRefusedStays()
{
    answer(FakeApi::Reply::problem(409, "ticket.closed", {{u"number"_s, u"HD-1001"_s}}));
    QSignalSpy refused(&outbox(), &Outbox::refused);
    outbox().add(item(u"too late"_s));
    QTRY_COMPARE(refused.size(), 1);
    QCOMPARE(outbox().entries()[0].state, State::Refused);
    // The next one of the ticket is asked for all the same.
    once(done());
    outbox().add(item(u"next"_s));
    QTRY_COMPARE(outbox().entries().size(), 1);
    QTRY_COMPARE(files().size(), 1);
    const auto next = nextRun();
    QTRY_COMPARE(next->entries().size(), 1);
    QCOMPARE(next->entries()[0].state, State::Refused);
    QCOMPARE(next->entries()[0].item, outbox().entries()[0].item);
    QCOMPARE(next->entries()[0].item.refusal->code, ErrorCode::Conflict);
    QCOMPARE(next->entries()[0].item.refusal->key, "ticket.closed"_ba);
    QCOMPARE(next->entries()[0].item.refusal->params["number"_L1].toString(), u"HD-1001"_s);
}

/// The server would give its old answer to the old key.
void TestOutbox::sentAgainAfterARefusalItIsAnother()
{
    once(FakeApi::Reply::problem(409, "ticket.closed"));
    answer(done());
    const QByteArray key = outbox().add(item(u"x"_s));
    QTRY_COMPARE(outbox().entries()[0].state, State::Refused);
    outbox().sendNow(key);
    QTRY_VERIFY(outbox().entries().isEmpty());
    QCOMPARE(sent().size(), 2);
    QVERIFY(sent()[1].header("Idempotency-Key") != key);
    QTRY_COMPARE(files(), QStringList());
}

void TestOutbox::isHeldAndTakenBack()
{
    answer(done());
    const OutboxItem given = item(u"hm"_s);
    const QByteArray key = outbox().add(given, 1h);
    outbox().add(item(u"after it"_s)); // in their order
    QTRY_COMPARE(files().size(), 2);
    QVERIFY(sent().isEmpty());
    const auto back = outbox().takeBack(key);
    QVERIFY(back);
    QCOMPARE(back->body, given.body);
    QCOMPARE(back->files, given.files);
    QTRY_VERIFY(outbox().entries().isEmpty());
    QCOMPARE(texts(), QStringList(u"after it"_s));
    QVERIFY(!outbox().takeBack(key));
    outbox().add(item(u"soon"_s), 20ms);
    QTRY_COMPARE(texts(), (QStringList{u"after it"_s, u"soon"_s}));
}

void TestOutbox::isNotTakenBackWhileUnderWay()
{
    answer(FakeApi::Reply::hang());
    const QByteArray key = outbox().add(item(u"x"_s));
    QTRY_COMPARE(sent().size(), 1);
    QVERIFY(!outbox().takeBack(key));
    QCOMPARE(outbox().entries().size(), 1);
}

/// The server has forgotten its key by then.
void TestOutbox::whatMayHaveArrivedLongAgoIsNotSentUnasked()
{
    answer(FakeApi::Reply::hang());
    outbox().add(item(u"x"_s));
    QTRY_COMPARE(sent().size(), 1);
    answer(done());
    const MovedClock nextDay(24h);
    const auto next = nextRun(nextDay);
    QTRY_COMPARE(next->entries().size(), 1);
    QTRY_COMPARE(next->entries()[0].state, State::Refused);
    QCOMPARE(next->entries()[0].item.refusal->key, "outbox.too_long_ago"_ba);
    QCOMPARE(sent().size(), 1);
    next->sendNow(next->entries()[0].item.key); // when the person says so
    QTRY_COMPARE(sent().size(), 2);
}

void TestOutbox::whatCannotHaveArrivedIsSentEvenMuchLater()
{
    answer(done());
    m_place->desk.api.goAway();
    QTRY_COMPARE(m_place->client.connection().state(), ConnectionMonitor::State::Offline);
    outbox().add(item(u"on holiday"_s));
    QTRY_COMPARE(files().size(), 1);
    const MovedClock muchLater(14 * 24h);
    const auto next = nextRun(muchLater);
    QTRY_COMPARE(next->entries().size(), 1);
    m_place->desk.api.comeBack();
    m_place->client.connection().retryNow();
    QTRY_VERIFY(next->entries().isEmpty());
    QVERIFY(!sent().isEmpty());
}

void TestOutbox::goesOnAfterSigningInAgain()
{
    answer(FakeApi::Reply::hang());
    outbox().add(item(u"x"_s));
    QTRY_COMPARE(sent().size(), 1);
    m_place->session.signOut();
    QCOMPARE(outbox().entries().size(), 1);
    answer(done());
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
    QTRY_VERIFY(outbox().entries().isEmpty());
    QCOMPARE(sent()[0].header("Idempotency-Key"), sent().last().header("Idempotency-Key"));
}

void TestOutbox::belongsToOnePerson()
{
    answer(FakeApi::Reply::hang());
    outbox().add(item(u"John's"_s), 1h);
    QTRY_COMPARE(files().size(), 1);
    m_place->session.signOut();
    QVERIFY(m_place->signIn(FakeDesk::janeHerself()));
    QVERIFY(outbox().entries().isEmpty());
    QVERIFY(sent().isEmpty());
    m_place->session.signOut();
    answer(done());
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
    QTRY_COMPARE(texts(), QStringList(u"John's"_s));
}

/// What this program cannot read may be a newer program's.
void TestOutbox::filesOfOthersAreNotTouched()
{
    answer(done());
    outbox().add(item(u"x"_s), 1h);
    QTRY_COMPARE(files().size(), 1);
    QFile odd{QFileInfo(files()[0]).absolutePath() + u"/odd.json"_s};
    QVERIFY(odd.open(QIODevice::WriteOnly));
    odd.write("{\"kind\": \"of tomorrow\"}");
    odd.close();
    const auto next = nextRun();
    QTRY_COMPARE(sent().size(), 1);
    QTRY_COMPARE(next->entries().size(), 0);
    QVERIFY(odd.exists());
}

void TestOutbox::aFullDiskIsSaid()
{
    answer(done());
    QFile inTheWay(root()); // where the folder should be
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    QSignalSpy failed(&outbox(), &Outbox::notKept);
    outbox().add(item(u"nowhere"_s));
    QTRY_VERIFY(outbox().entries().isEmpty()); // it is sent all the same
    QVERIFY(failed.size() >= 1);
    QCOMPARE(sent().size(), 1);
}

void TestOutbox::finishingSendsWhatIsHeld()
{
    answer(done());
    outbox().add(item(u"good night"_s), 1h);
    outbox().finish();
    QTRY_COMPARE(texts(), QStringList(u"good night"_s));
    QTRY_VERIFY(outbox().entries().isEmpty());
}

QTEST_MAIN(TestOutbox)
#include "tst_outbox.moc"
