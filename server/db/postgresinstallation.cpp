// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/postgresinstallation.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::Db {

namespace {

constexpr int oldestVersion = 15;

QList<PostgresInstallation> installations()
{
    QList<PostgresInstallation> found;
    // Debian and its kin, then Red Hat and its kin.
    for (const QString &pattern : {u"/usr/lib/postgresql/*"_s, u"/usr/pgsql-*"_s}) {
        const QFileInfo path(pattern);
        for (const QString &name :
             QDir(path.path()).entryList({path.fileName()}, QDir::Dirs | QDir::NoDotAndDotDot)) {
            const int version = name.sliced(name.lastIndexOf(u'-') + 1).toInt();
            const QString folder = path.path() + u'/' + name + u"/bin"_s;
            if (QFileInfo(folder + u"/postgres"_s).isExecutable()
                && QFileInfo(folder + u"/initdb"_s).isExecutable())
                found.append({.version = version, .folder = folder});
        }
    }
    // Anybody else: what is in the path says its version itself.
    if (const QString postgres = QStandardPaths::findExecutable(u"postgres"_s);
        !postgres.isEmpty()) {
        QProcess process;
        process.start(postgres, {u"--version"_s});
        process.waitForFinished(5000);
        static const QRegularExpression number(u"\\(PostgreSQL\\) (\\d+)"_s);
        const auto match = number.match(QString::fromUtf8(process.readAllStandardOutput()));
        if (match.hasMatch())
            found.append({.version = match.captured(1).toInt(),
                          .folder = QFileInfo(QFileInfo(postgres).canonicalFilePath()).path()});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto &a, const auto &b) { return a.version > b.version; });
    return found;
}

Error notInstalled(const QString &what)
{
    return {.code = ErrorCode::Unavailable,
            .key = "database.not_installed",
            .detail
            = u"%1 is not installed; install it, or name a database with --database."_s.arg(what)};
}

} // namespace

Result<PostgresInstallation> PostgresInstallation::newest()
{
    const QList<PostgresInstallation> all = installations();
    if (all.isEmpty() || all.first().version < oldestVersion)
        return fail(notInstalled(u"PostgreSQL %1 or newer"_s.arg(oldestVersion)));
    return all.first();
}

Result<PostgresInstallation> PostgresInstallation::ofVersion(int version)
{
    for (const PostgresInstallation &installation : installations())
        if (installation.version == version)
            return installation;
    return fail(
            notInstalled(u"PostgreSQL %1, which the data folder was made with,"_s.arg(version)));
}

} // namespace Deskbell::Db
