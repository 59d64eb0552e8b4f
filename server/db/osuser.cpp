// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/osuser.h"

#include <QFileInfo>
#include <QProcess>

#include <algorithm>
#include <csignal>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Deskbell::Db {

namespace {

OsUser fromEntry(const passwd &entry)
{
    OsUser user{.name = entry.pw_name, .uid = entry.pw_uid, .gid = entry.pw_gid, .groups = {}};
    int count = 64;
    user.groups.resize(size_t(count));
    if (getgrouplist(entry.pw_name, entry.pw_gid, user.groups.data(), &count) < 0)
        count = 0;
    user.groups.resize(size_t(count));
    return user;
}

/// Looks up with `ask` (getpwnam_r or getpwuid_r).
template <class Ask>
Result<OsUser> lookUp(Ask ask, const QString &what)
{
    passwd entry = {};
    passwd *found = nullptr;
    std::vector<char> buffer(16384);
    ask(&entry, buffer.data(), buffer.size(), &found);
    if (!found)
        return fail(Error{.code = ErrorCode::Unavailable,
                          .key = "database.user_missing",
                          .detail = u"There is no user %1 on this system."_s.arg(what)});
    return fromEntry(entry);
}

} // namespace

OsUser OsUser::current()
{
    // An id without an entry happens in containers; PostgreSQL will say that it needs one.
    return byUid(geteuid()).value_or(OsUser{.name = QByteArray::number(geteuid()),
                                            .uid = geteuid(),
                                            .gid = getegid(),
                                            .groups = {}});
}

Result<OsUser> OsUser::byName(const QByteArray &name)
{
    return lookUp([&](auto... out) { return getpwnam_r(name.constData(), out...); },
                  QString::fromLocal8Bit(name));
}

Result<OsUser> OsUser::byUid(uid_t uid)
{
    return lookUp([&](auto... out) { return getpwuid_r(uid, out...); }, QString::number(uid));
}

bool OsUser::isCurrent() const
{
    return uid == geteuid();
}

bool OsUser::canEnter(const QString &folder) const
{
    QString path = QFileInfo(folder).canonicalFilePath();
    while (!path.isEmpty()) {
        struct stat info = {};
        if (stat(path.toLocal8Bit().constData(), &info) != 0)
            return false;
        const bool ofGroup
                = info.st_gid == gid
                  || std::find(groups.begin(), groups.end(), info.st_gid) != groups.end();
        const mode_t needed = info.st_uid == uid ? S_IXUSR : ofGroup ? S_IXGRP : S_IXOTH;
        if ((info.st_mode & needed) == 0)
            return false;
        if (path == "/"_L1)
            return true;
        path = QFileInfo(path).path();
    }
    return false;
}

void runAs(QProcess &process, const OsUser &user)
{
    const bool change = !user.isCurrent();
    process.setChildProcessModifier([user, change, parent = ::getpid()] {
        ::setsid();
        if (change
            && (::setgroups(user.groups.size(), user.groups.data()) != 0 || ::setgid(user.gid) != 0
                || ::setuid(user.uid) != 0))
            ::_exit(126);
        ::prctl(PR_SET_PDEATHSIG, SIGINT); // after setuid(), which clears it
        if (::getppid() != parent)
            ::_exit(126); // it died before it could be watched
    });
    if (change)
        process.setWorkingDirectory(u"/"_s);
}

} // namespace Deskbell::Db
