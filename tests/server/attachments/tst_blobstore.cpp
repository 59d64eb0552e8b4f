// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/attachments/blobstore.h"
#include "tests/support/server/filesizelimit.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Server;
using Deskbell::Test::FileSizeLimit;

namespace {

QByteArray sumOf(const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : "(unreadable)"_ba;
}

int filesBelow(const QString &folder)
{
    int count = 0;
    for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
         it.hasNext(); it.next())
        ++count;
    return count;
}

} // namespace

class BlobStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsContent();
    void keepsTheSameContentOnce();
    void replacesDamagedContent();
    void leavesNothingHalfWhenItFails();
    void visitsWhatIsOld();
    void givesAFileToOneAtATime();
    void remembersSums();
    void tellsAFullDisk();
    void refusesLinks();

private:
    /// A finished upload with that content.
    QUuid upload(const QByteArray &content);
    QString files() const { return m_folder->path() + u"/files"_s; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<BlobStore> m_store;
};

void BlobStoreTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<BlobStore>(m_folder->path());
    QVERIFY(m_store->prepare());
    QVERIFY(m_store->prepare()); // a second start
}

QUuid BlobStoreTest::upload(const QByteArray &content)
{
    const QUuid id = QUuid::createUuid();
    auto file = m_store->uploads().open(id);
    if (!file || !file->append(content) || !file->sync())
        qFatal("no upload");
    return id;
}

void BlobStoreTest::keepsContent()
{
    const QByteArray content("hello");
    const QUuid id = upload(content);
    QVERIFY(!m_store->contains(sumOf(content)));
    QVERIFY(m_store->keep(m_store->uploads().path(id), sumOf(content)));
    QVERIFY(m_store->contains(sumOf(content)));
    const QString path = m_store->path(sumOf(content));
    QCOMPARE(path,
             files() + u"/2c/f24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"_s);
    QCOMPARE(contentOf(path), content);
    // Whoever was interrupted now can begin again.
    QCOMPARE(contentOf(m_store->uploads().path(id)), content);
    QVERIFY(m_store->keep(m_store->uploads().path(id), sumOf(content)));
    QVERIFY(m_store->uploads().remove(id));
    QCOMPARE(contentOf(path), content);
    QCOMPARE(filesBelow(files()), 1);
    const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(path) & others));

    QVERIFY(m_store->remove(sumOf(content)));
    QVERIFY(!m_store->contains(sumOf(content)));
    QVERIFY(m_store->remove(sumOf(content))); // is not there: fine
}

void BlobStoreTest::keepsTheSameContentOnce()
{
    const QByteArray content("twice");
    for (int i = 0; i < 2; ++i) {
        const QUuid id = upload(content);
        QVERIFY(m_store->keep(m_store->uploads().path(id), sumOf(content)));
        QVERIFY(m_store->uploads().remove(id));
    }
    QCOMPARE(filesBelow(files()), 1);
    QCOMPARE(contentOf(m_store->path(sumOf(content))), content);
}

void BlobStoreTest::replacesDamagedContent()
{
    const QByteArray content("good");
    QVERIFY(m_store->keep(m_store->uploads().path(upload(content)), sumOf(content)));
    QVERIFY(QFile::remove(m_store->path(sumOf(content))));
    QFile damaged(m_store->path(sumOf(content)));
    QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("ba") == 2);
    damaged.close();
    QVERIFY(m_store->keep(m_store->uploads().path(upload(content)), sumOf(content)));
    QCOMPARE(contentOf(m_store->path(sumOf(content))), content);
}

void BlobStoreTest::leavesNothingHalfWhenItFails()
{
    const QByteArray sum = sumOf("never there");
    const auto kept = m_store->keep(m_store->uploads().path(QUuid::createUuid()), sum);
    QVERIFY(!kept);
    QCOMPARE(kept.error().code, ErrorCode::Internal);
    QVERIFY(!m_store->contains(sum));
    QCOMPARE(filesBelow(files()), 0);
}

void BlobStoreTest::visitsWhatIsOld()
{
    const QByteArray content("old");
    QVERIFY(m_store->keep(m_store->uploads().path(upload(content)), sumOf(content)));
    // What a crash between link and rename leaves, and something that is none of ours.
    const QString folder = files() + u"/2c"_s;
    QVERIFY(QDir().mkpath(folder));
    const QString left = folder + u"/f24d.0e0f.part"_s;
    const QString foreign = folder + u"/README"_s;
    for (const QString &name : {left, foreign}) {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QList<QByteArray> visited;
    const auto visit = [&](const QByteArray &sum) {
        visited.append(sum);
    };
    m_store->forEach(now.addSecs(-60), visit);
    QCOMPARE(visited, QList<QByteArray>());
    QVERIFY(QFile::exists(left)); // it may still be on its way
    m_store->forEach(now.addSecs(60), visit);
    QCOMPARE(visited, QList<QByteArray>{sumOf(content)});
    QVERIFY(!QFile::exists(left));
    QVERIFY(QFile::exists(foreign));
}

void BlobStoreTest::givesAFileToOneAtATime()
{
    UploadFiles &uploads = m_store->uploads();
    const QUuid id = QUuid::createUuid();
    {
        auto first = uploads.open(id);
        QVERIFY(first);
        const auto second = uploads.open(id);
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::Locked);
        QCOMPARE(second.error().key, "upload.in_use");
        QVERIFY(uploads.open(QUuid::createUuid())); // another one is nobody's business
        QVERIFY(!uploads.open(id));                 // asking does not set it free
    }
    QVERIFY(uploads.open(id));
}

void BlobStoreTest::remembersSums()
{
    UploadFiles &uploads = m_store->uploads();
    const QByteArray content = QByteArray(600'000, 'x') + "end";
    const QUuid id = upload(content);
    auto file = uploads.open(id);
    QVERIFY(file);
    QCOMPARE(uploads.sum(id, *file, content.size())->result(), sumOf(content));
    QCOMPARE(uploads.sum(id, *file, 5)->result(), sumOf(content.first(5)));
    QCOMPARE(uploads.sum(id, *file, 0)->result(), sumOf({}));
    QVERIFY(!uploads.sum(id, *file, content.size() + 1)); // bytes that are not there

    // What is remembered is believed for exactly that size, until the upload is gone.
    Sha256 other;
    other.add("something else");
    uploads.rememberSum(id, other, 7);
    QCOMPARE(uploads.sum(id, *file, 7)->result(), other.result());
    QCOMPARE(uploads.sum(id, *file, 8)->result(), sumOf(content.first(8)));
    QVERIFY(uploads.remove(id));
    QCOMPARE(uploads.sum(id, *file, 7)->result(), sumOf(content.first(7)));
}

void BlobStoreTest::tellsAFullDisk()
{
    auto file = m_store->uploads().open(QUuid::createUuid());
    QVERIFY(file);
    QVERIFY(file->append(QByteArray(1000, 'a')));
    {
        const FileSizeLimit limit(1500);
        const auto appended = file->append(QByteArray(1000, 'b'));
        QVERIFY(!appended);
        QCOMPARE(appended.error().code, ErrorCode::Unavailable);
        QCOMPARE(appended.error().key, "storage.full");
    }
    // It took half of it; whoever appends has to cut that off again.
    QCOMPARE(file->size().value(), 1500);
    QVERIFY(file->truncate(1000));
    QVERIFY(file->append("c"));
    QCOMPARE(file->size().value(), 1001);
}

void BlobStoreTest::refusesLinks()
{
    const QUuid id = QUuid::createUuid();
    QFile secret(m_folder->path() + u"/secret"_s);
    QVERIFY(secret.open(QIODevice::WriteOnly) && secret.write("secret") == 6);
    secret.close();
    QVERIFY(QFile::link(secret.fileName(), m_store->uploads().path(id)));
    QVERIFY(!m_store->uploads().open(id));
    QCOMPARE(contentOf(secret.fileName()), "secret");
}

QTEST_APPLESS_MAIN(BlobStoreTest)
#include "tst_blobstore.moc"
