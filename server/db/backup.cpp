// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/backup.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>

#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Deskbell::Db {

namespace {

Error backupError(const QString &why)
{
    return {.code = ErrorCode::Unavailable,
            .key = "database.backup_failed",
            .detail = u"The backup before the migration failed: %1"_s.arg(why)};
}

/// key='value' for libpq, without the password: that does not belong on a command line.
QString connectionText(const ConnectionSettings &settings)
{
    QStringList parts;
    for (auto it = settings.parameters.cbegin(); it != settings.parameters.cend(); ++it) {
        if (it.key() == "password")
            continue;
        QString value = QString::fromUtf8(it.value());
        value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
        parts.append(u"%1='%2'"_s.arg(QString::fromUtf8(it.key()), value));
    }
    return parts.join(u' ');
}

/// The content of a file, or the names in a folder, to the disk.
bool sync(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0)
        ::close(descriptor);
    return synced;
}

} // namespace

Result<> backUp(const ConnectionSettings &settings, const QString &pgDump, const QString &path)
{
    const QString folder = QFileInfo(path).path();
    if (!QDir().mkpath(folder))
        return fail(backupError(u"%1 cannot be made"_s.arg(folder)));
    const QString unfinished = path + u".part"_s;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (const QByteArray password = settings.parameters.value("password"); !password.isEmpty())
        environment.insert(u"PGPASSWORD"_s, QString::fromUtf8(password));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(pgDump, {u"--format=custom"_s, u"--no-password"_s, u"--file"_s, unfinished,
                           u"--dbname"_s, connectionText(settings)});
    process.waitForFinished(-1);
    if (process.error() == QProcess::FailedToStart || process.exitStatus() != QProcess::NormalExit
        || process.exitCode() != 0) {
        QFile::remove(unfinished);
        return fail(backupError(u"%1 %2"_s.arg(process.errorString(),
                                               QString::fromUtf8(process.readAll()).trimmed())));
    }
    QFile::setPermissions(unfinished, QFile::ReadOwner | QFile::WriteOwner);
    if (!sync(unfinished)
        || std::rename(QFile::encodeName(unfinished).constData(),
                       QFile::encodeName(path).constData())
                   != 0
        || !sync(folder))
        return fail(backupError(u"%1 cannot be written"_s.arg(path)));
    return {};
}

} // namespace Deskbell::Db
