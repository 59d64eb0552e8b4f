// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server/testcluster.h"

#include "server/db/migrator.h"
#include "server/db/postgresinstallation.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QLockFile>
#include <QProcess>

#include <cerrno>
#include <csignal>
#include <memory>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Deskbell::Test {

namespace {

const QString folderPattern = u"deskbell-test-%1-XXXXXX"_s;
std::unique_ptr<TestCluster> theCluster;

void require(const Result<> &result, const char *what)
{
    if (!result)
        qFatal("%s: %s", what, qPrintable(result.error().detail));
}

/// With owners and modes, and without copying blocks where the file system can share them.
void copyFolder(const QString &from, const QString &to)
{
    if (QProcess::execute(u"cp"_s, {u"-a"_s, u"--reflink=auto"_s, from, to}) != 0)
        qFatal("%s cannot be copied to %s", qPrintable(from), qPrintable(to));
}

/// What the template depends on: another one of these makes another template.
QString templateName()
{
    const Result<Db::PostgresInstallation> installation = Db::PostgresInstallation::newest();
    if (!installation)
        qFatal("%s", qPrintable(installation.error().detail));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::number(installation->version));
    hash.addData(QByteArray::number(geteuid())); // another user could not read the files
    for (const Db::Migration &migration : Db::Migration::embedded())
        hash.addData(migration.checksum());
    return QString::fromLatin1(hash.result().toHex().left(16));
}

void makeTemplate(const QString &path)
{
    QTemporaryDir folder(
            QDir::temp().filePath(folderPattern.arg(QCoreApplication::applicationPid())));
    Db::PrivateCluster cluster({.dataFolder = folder.path(), .durability = Db::Durability::None});
    require(cluster.start(), "a test cluster cannot be made");
    const Result<int> migrated = Db::Migrator(cluster.settings()).migrate();
    if (!migrated)
        qFatal("migrations: %s", qPrintable(migrated.error().detail));
    cluster.stop();
    copyFolder(folder.filePath(u"pg"_s), path + u".new"_s);
    QDir().rename(path + u".new"_s, path);
}

/// Folders of test programs that were killed.
void sweep()
{
    QDir temp = QDir::temp();
    for (const QString &name :
         temp.entryList({folderPattern.arg(u'*').replace(u"XXXXXX"_s, u"*"_s)}, QDir::Dirs)) {
        const pid_t pid = name.section(u'-', 2, 2).toInt();
        if (pid > 0 && kill(pid, 0) != 0 && errno == ESRCH)
            QDir(temp.filePath(name)).removeRecursively();
    }
}

} // namespace

TestCluster &TestCluster::instance()
{
    if (!theCluster) {
        sweep();
        theCluster.reset(new TestCluster);
        // Its thread needs the application, which ends before static objects do.
        qAddPostRoutine([] { theCluster.reset(); });
    }
    return *theCluster;
}

TestCluster::TestCluster()
    : m_folder(QDir::temp().filePath(folderPattern.arg(QCoreApplication::applicationPid())))
    , m_cluster({.dataFolder = m_folder.path(), .durability = Db::Durability::None})
{
    copyTemplate(m_folder.filePath(u"pg"_s));
    require(m_cluster.start(), "the test cluster does not start");
    m_administration = std::make_unique<Db::Connection>(settings().withDatabase("postgres"));
}

Result<> TestCluster::administer(const QString &sql)
{
    return m_administration->script(sql);
}

void TestCluster::copyTemplate(const QString &to)
{
    const QDir templates(QStringLiteral(DESKBELL_BINARY_DIR "/test-clusters"));
    templates.mkpath(u"."_s);
    const QString name = templateName();
    QLockFile lock(templates.filePath(u"lock"_s));
    lock.setStaleLockTime(0);
    if (!lock.tryLock(180000))
        qFatal("waited in vain for another test to make the test cluster");
    if (!templates.exists(name)) {
        for (const QString &old : templates.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QDir(templates.filePath(old)).removeRecursively();
        makeTemplate(templates.filePath(name));
    }
    copyFolder(templates.filePath(name), to);
}

} // namespace Deskbell::Test
