// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "server/db/clusterfolder.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <atomic>

namespace Deskbell::Db {

/// PostgreSQL's main process, kept running. Every function but processId() is for the thread it
/// lives on, which it may block; that thread must live longer than the process.
class Postmaster : public QObject
{
    Q_OBJECT

public:
    explicit Postmaster(ClusterFolder folder);
    ~Postmaster() override;

    /// Clears what a former run left, starts, and waits until it answers (a recovery after a crash
    /// is part of that).
    [[nodiscard]] Result<> start();
    /// Fast shutdown; returns when it is gone.
    void stop();

    qint64 processId() const { return m_processId; }

private:
    [[nodiscard]] Result<> launch();
    [[nodiscard]] Result<> waitUntilItAnswers();
    void onFinished();
    void restart();

    ClusterFolder m_folder;
    QProcess m_process;
    QTimer m_restart;
    int m_restarts = 0;    ///< in a row, without having answered in between
    qint64 m_logBegin = 0; ///< where the present process's lines begin
    bool m_wanted = false;
    std::atomic<qint64> m_processId = 0;
};

} // namespace Deskbell::Db
