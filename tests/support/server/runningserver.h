// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/db/connectionsettings.h"

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace Deskbell::Test {

/// The real deskbelld of this build as a process of its own, with the demo desk (or with further
/// arguments in place of --demo) in a data folder of its own at a port that was free. Gone with
/// this object, and with this process if that crashes. Needs the application object; waits with the
/// event loop running, so windows stay alive.
class RunningServer
{
public:
    explicit RunningServer(const QStringList &arguments = {QStringLiteral("--demo")});
    ~RunningServer();
    RunningServer(const RunningServer &) = delete;
    RunningServer &operator=(const RunningServer &) = delete;

    /// Starts it, again after kill() or stop() at the same port with the same data; returns when
    /// it is ready. False when it is not: failure() says why.
    [[nodiscard]] bool start();
    /// The last words of a server that did not become ready.
    QString failure() const;
    /// What it ended with.
    int exitCode() const { return m_process.exitCode(); }
    bool isReady() const;

    /// Asks it to end and waits until it has.
    void stop();
    /// kill -9: it gets no chance to do anything.
    void kill();
    /// kill -9 of its PostgreSQL, of every process of it. False when there is none.
    [[nodiscard]] bool killDatabase();
    /// Of deskbelld; 0 while it does not run.
    qint64 processId() const { return m_process.processId(); }

    quint16 port() const { return m_port; }
    /// As people type it into the sign-in window.
    QString address() const { return QStringLiteral("127.0.0.1:%1").arg(m_port); }
    QString dataFolder() const { return m_folder.filePath(QStringLiteral("data")); }
    /// How to get to its private cluster past it. Valid while that runs.
    Db::ConnectionSettings database() const;

private:
    qint64 databaseProcess() const;

    QTemporaryDir m_folder;
    quint16 m_port = 0;
    QProcess m_process;
};

/// The password of everybody at the demo desk.
inline constexpr QLatin1StringView demoPassword{"Hello123."};

} // namespace Deskbell::Test
