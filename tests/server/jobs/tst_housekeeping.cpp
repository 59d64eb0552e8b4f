// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jobs/housekeeping.h"
#include "tests/support/server/testworld.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Server;
using Deskbell::Test::TestDatabase;
using Deskbell::Test::TestWorld;

class HousekeepingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void removesWhatHasServedItsTime();
    void stopsAtOnce();
};

void HousekeepingTest::removesWhatHasServedItsTime()
{
    TestDatabase database;
    TestWorld world(database);
    QTemporaryDir folder;
    BlobStore blobs(folder.path());
    QVERIFY(blobs.prepare());
    const AccountId account = world.makeAccount(u"somebody"_s);

    // Each once new and once old; the text says until when it is to be there.
    const SessionId open = world.makeSession(account);
    const SessionId ended = world.makeSession(account);
    const SessionId longOver = world.makeSession(account);
    database.execute(
            u"UPDATE ticket.session SET revoked_at = now() - interval '29 days' WHERE id = %2;"
            "UPDATE ticket.session SET expires_at = now() - interval '31 days' WHERE id = %3;"
            "INSERT INTO ticket.refresh_token (token_hash, session_id, expires_at)"
            "  SELECT decode(md5(id::text), 'hex'), id, now() FROM ticket.session;"
            "INSERT INTO ticket.idempotency"
            "  (account_id, key, route, body_hash, status, headers, body, created_at)"
            "  SELECT %1, gen_random_uuid(), 'POST /', '', 200, '{}', '',"
            "         now() - n * interval '1 hour' FROM unnest('{23,25}'::int[]) n;"
            "INSERT INTO ticket.event (type, created_at)"
            "  SELECT 'desk.updated', now() - n * interval '1 hour' FROM "
            "unnest('{26,25,2,1}'::int[]) n;"
            "INSERT INTO ticket.upload (account_id, file_name, length, expires_at)"
            "  SELECT %1, 'f', 1, now() + n * interval '1 hour' FROM unnest('{-1,1}'::int[]) n"_s
                    .arg(account.value())
                    .arg(ended.value())
                    .arg(longOver.value()));

    Db::Connection &db = database.connection();
    const auto count = [&](const QString &from) {
        auto rows = db.runText(u"SELECT count(*) FROM ticket."_s + from);
        return rows && rows->next() ? int(rows->number(0)) : -1;
    };
    for (int i = 0; i < 2; ++i) { // a second time there is nothing to do
        QVERIFY(keepHouse(db, blobs.uploads(), {}, QDateTime::currentDateTimeUtc()));
        QCOMPARE(count(u"session"_s), 2);
        QCOMPARE(count(u"session WHERE id = %1"_s.arg(open.value())), 1);
        QCOMPARE(count(u"refresh_token"_s), 2);
        QCOMPARE(count(u"idempotency"_s), 1);
        QCOMPARE(count(u"event WHERE type <> 'pruned'"_s), 2);
        QCOMPARE(count(u"event"_s), 3); // and the mark of how far the past is gone
        QCOMPARE(count(u"upload"_s), 1);
    }
}

void HousekeepingTest::stopsAtOnce()
{
    TestDatabase database;
    QTemporaryDir folder;
    BlobStore blobs(folder.path());
    Housekeeping housekeeping(database.settings(), blobs, {});
    housekeeping.start();
    QElapsedTimer timer;
    timer.start();
    housekeeping.stop();
    housekeeping.stop();
    QVERIFY(timer.elapsed() < 60'000); // and not when it is time to keep house
}

QTEST_GUILESS_MAIN(HousekeepingTest)
#include "tst_housekeeping.moc"
