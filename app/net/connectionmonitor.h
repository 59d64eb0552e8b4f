// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/error.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

namespace Deskbell::App {

/// Whether the server answers. Every call tells it how it went; while nothing answers, it asks
/// for a probe with growing, jittered pauses, so that the way back is noticed without a click.
class ConnectionMonitor : public QObject
{
    Q_OBJECT

public:
    enum class State { Unknown, Online, Offline };

    explicit ConnectionMonitor(QObject *parent = nullptr);

    State state() const { return m_state; }
    /// When the server was first missed; invalid while it answers.
    QDateTime offlineSince() const { return m_offlineSince; }
    /// Why the last call did not reach it.
    const Error &lastError() const { return m_lastError; }

    void reached();
    void missed(const Error &error);
    /// Forgets all; for another server.
    void reset();
    /// Probes at once, when a person does not want to wait.
    void retryNow();

Q_SIGNALS:
    void stateChanged(Deskbell::App::ConnectionMonitor::State state);
    /// Somebody should try whether the server is there again.
    void probeWanted();

private:
    void scheduleProbe();

    State m_state = State::Unknown;
    QDateTime m_offlineSince;
    Error m_lastError;
    QTimer m_probe;
    int m_missedProbes = 0;
};

} // namespace Deskbell::App
