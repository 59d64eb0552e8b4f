// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QByteArray>
#include <QString>

#include <sys/types.h>
#include <vector>

class QProcess;

namespace Deskbell::Db {

/// A user of the operating system. PostgreSQL refuses to run as root, so root runs it as another.
struct OsUser
{
    QByteArray name;
    uid_t uid = 0;
    gid_t gid = 0;
    std::vector<gid_t> groups;

    static OsUser current();
    [[nodiscard]] static Result<OsUser> byName(const QByteArray &name);
    [[nodiscard]] static Result<OsUser> byUid(uid_t uid);

    bool isCurrent() const;
    bool isRoot() const { return uid == 0; }
    /// May this user reach `folder`, through all that lie above it?
    bool canEnter(const QString &folder) const;
};

/// Makes `process` start as `user`, in a session of its own (a Ctrl-C at the terminal is for us to
/// pass on), and end when the thread that starts it ends, however that happens: it then gets
/// SIGINT, which is PostgreSQL's fast shutdown.
void runAs(QProcess &process, const OsUser &user);

} // namespace Deskbell::Db
