// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/attachments/contents.h"
#include "server/db/transaction.h"
#include "tests/support/server/testworld.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Server;
using Deskbell::Test::TestDatabase;
using Deskbell::Test::TestWorld;

namespace {

QByteArray sumOf(const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256);
}

/// A store and a database that belong together.
struct Stage
{
    TestDatabase database;
    QTemporaryDir folder;
    BlobStore store{folder.path()};
    Db::Connection &db = database.connection();
    const QDateTime now = QDateTime::currentDateTimeUtc();

    Stage()
    {
        if (!store.prepare())
            qFatal("no store");
    }
    QUuid upload(const QByteArray &content)
    {
        const QUuid id = QUuid::createUuid();
        auto file = store.uploads().open(id);
        if (!file || !file->append(content) || !file->sync())
            qFatal("no upload");
        return id;
    }
    Result<> storeNow(Db::Connection &connection, const QByteArray &content)
    {
        const QString path = store.uploads().path(upload(content));
        return Db::inTransaction(connection, [&] {
            return storeContent(connection, store, path, described(content), now);
        });
    }
    static StoredContent described(const QByteArray &content)
    {
        return {.sha256 = sumOf(content), .size = content.size(), .mediaType = u"text/plain"_s};
    }
    bool hasRow(const QByteArray &content) { return blobExists(db, sumOf(content)).value(); }
    bool hasFile(const QByteArray &content) { return store.contains(sumOf(content)); }
    /// As if so much time had passed.
    Result<> sweepAfter(int hours)
    {
        const QDateTime later = now.addSecs(hours * 3600);
        auto uploads = sweepUploads(db, store.uploads(), later);
        return uploads ? sweepContents(db, store, later) : uploads;
    }
};

} // namespace

class ContentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void storesFileAndRow();
    void aRolledBackRowLeavesAFileToBeSwept();
    void aKilledServerLeavesNoRowWithoutItsFile();
    void sweepsWhatNothingRefersTo();
    void sweepingBesideStoring();
    void sweepsUploads();
};

void ContentsTest::storesFileAndRow()
{
    Stage stage;
    QVERIFY(stage.storeNow(stage.db, "a"));
    QVERIFY(stage.storeNow(stage.db, "a")); // again is the same
    QVERIFY(stage.hasRow("a") && stage.hasFile("a"));
}

void ContentsTest::aRolledBackRowLeavesAFileToBeSwept()
{
    Stage stage;
    const QString path = stage.store.uploads().path(stage.upload("a"));
    {
        auto transaction = Db::Transaction::begin(stage.db);
        QVERIFY(transaction);
        QVERIFY(storeContent(stage.db, stage.store, path, Stage::described("a"), stage.now));
    }
    QVERIFY(!stage.hasRow("a") && stage.hasFile("a"));
    QVERIFY(stage.sweepAfter(1));
    QVERIFY(stage.hasFile("a")); // whoever stores it may only not be done
    QVERIFY(stage.sweepAfter(25));
    QVERIFY(!stage.hasFile("a"));
}

void ContentsTest::aKilledServerLeavesNoRowWithoutItsFile()
{
    Stage stage;
    const Db::ConnectionSettings settings = stage.database.settings();
    const QString path = stage.store.uploads().path(stage.upload("a"));
    const pid_t child = ::fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        // Between the file's rename and the row's commit. No destructor runs, as with kill -9.
        Db::Connection db(settings);
        auto transaction = Db::Transaction::begin(db);
        const bool stored
                = transaction
                  && storeContent(db, stage.store, path, Stage::described("a"), stage.now);
        ::kill(::getpid(), stored ? SIGKILL : SIGTERM);
        ::_exit(1);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QCOMPARE(WTERMSIG(status), SIGKILL);

    QVERIFY(stage.hasFile("a") && !stage.hasRow("a"));
    QVERIFY(QFile::exists(path)); // and the upload can be finished again
    QVERIFY(Db::inTransaction(stage.db, [&] {
        return storeContent(stage.db, stage.store, path, Stage::described("a"), stage.now);
    }));
    QVERIFY(stage.hasFile("a") && stage.hasRow("a"));
}

void ContentsTest::sweepsWhatNothingRefersTo()
{
    Stage stage;
    TestWorld world(stage.database);
    const AccountId account = world.makeAccount(u"somebody"_s);
    const TicketId ticket = world.makeTicket(world.makeDesk(u"HD"_s), account);
    for (const char *content : {"attached", "removed", "uploaded", "unwanted"})
        QVERIFY(stage.storeNow(stage.db, content));
    const auto attach = [&](const QByteArray &content, const QString &deletedAt) {
        stage.database.execute(
                u"INSERT INTO ticket.attachment (ticket_id, sha256, file_name, media_type, size,"
                " created_by, deleted_at) VALUES (%1, decode('%2', 'hex'), 'f', 't', 1, %3, %4)"_s
                        .arg(ticket.value())
                        .arg(QString::fromLatin1(sumOf(content).toHex()))
                        .arg(account.value())
                        .arg(deletedAt));
    };
    attach("attached", u"NULL"_s);
    attach("removed", u"now()"_s); // softly: it can be restored
    stage.database.execute(
            u"INSERT INTO ticket.upload (account_id, file_name, length, expires_at, sha256)"
            " VALUES (%1, 'f', 1, now() + interval '10 days', decode('%2', 'hex'))"_s
                    .arg(account.value())
                    .arg(QString::fromLatin1(sumOf("uploaded").toHex())));
    QVERIFY(stage.sweepAfter(23));
    QVERIFY(stage.hasRow("unwanted") && stage.hasFile("unwanted"));
    QVERIFY(stage.sweepAfter(25));
    for (const char *content : {"attached", "removed", "uploaded"})
        QVERIFY(stage.hasRow(content) && stage.hasFile(content));
    QVERIFY(!stage.hasRow("unwanted") && !stage.hasFile("unwanted"));
    QVERIFY(stage.sweepAfter(24 * 11)); // the upload has expired
    QVERIFY(!stage.hasRow("uploaded") && !stage.hasFile("uploaded"));
}

/// Somebody uploads a content again and again while it is swept away: as long as there is a row,
/// its file is there.
void ContentsTest::sweepingBesideStoring()
{
    Stage stage;
    std::atomic<bool> done = false;
    int sweeps = 0;
    std::thread sweeper([&] {
        Db::Connection db(stage.database.settings());
        while (!done) {
            if (!sweepContents(db, stage.store, stage.now.addDays(2)))
                qFatal("a sweep failed");
            ++sweeps;
        }
    });
    const auto joined = qScopeGuard([&] {
        done = true;
        sweeper.join();
        QVERIFY(sweeps > 1);
    });
    for (int i = 0; i < 60; ++i) {
        QVERIFY(stage.storeNow(stage.db, "a"));
        // What has the row may rely on the file as long as it keeps the row from being removed.
        const auto checked = Db::inTransaction(stage.db, [&]() -> Result<> {
            if (auto locked = lockBlob(stage.db, sumOf("a")); !locked)
                return locked;
            if (blobExists(stage.db, sumOf("a")).value() && !stage.hasFile("a"))
                return fail(Error::internal(u"a row without its file"_s));
            return {};
        });
        QVERIFY2(checked, checked ? "" : qPrintable(checked.error().detail));
    }
}

void ContentsTest::sweepsUploads()
{
    Stage stage;
    TestWorld world(stage.database);
    const AccountId account = world.makeAccount(u"somebody"_s);
    const QUuid known = stage.upload("known");
    const QUuid orphan = stage.upload("orphan");
    QVERIFY(insertUpload(stage.db,
                         {.id = known,
                          .account = account,
                          .fileName = u"f"_s,
                          .length = 10,
                          .expiresAt = stage.now.addSecs(30 * 3600)},
                         stage.now));
    const auto exists = [&](const QUuid &id) {
        return QFile::exists(stage.store.uploads().path(id));
    };
    QVERIFY(stage.sweepAfter(23));
    QVERIFY(exists(known) && exists(orphan));
    QVERIFY(stage.sweepAfter(25));
    QVERIFY(exists(known) && !exists(orphan));
    QVERIFY(stage.sweepAfter(31));
    QVERIFY(!exists(known));
    QVERIFY(!uploadExists(stage.db, known).value());
}

QTEST_GUILESS_MAIN(ContentsTest)
#include "tst_contents.moc"
