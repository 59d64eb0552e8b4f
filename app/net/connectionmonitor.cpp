// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/connectionmonitor.h"

#include <QRandomGenerator>

#include <algorithm>

namespace Deskbell::App {

namespace {

using namespace std::chrono_literals;
constexpr std::chrono::milliseconds firstProbePause = 1s;
constexpr std::chrono::milliseconds longestProbePause = 30s;

} // namespace

ConnectionMonitor::ConnectionMonitor(QObject *parent)
    : QObject(parent)
{
    m_probe.setSingleShot(true);
    connect(&m_probe, &QTimer::timeout, this, &ConnectionMonitor::probeWanted);
}

void ConnectionMonitor::reached()
{
    m_probe.stop();
    m_missedProbes = 0;
    if (m_state == State::Online)
        return;
    m_state = State::Online;
    m_offlineSince = {};
    m_lastError = {};
    Q_EMIT stateChanged(m_state);
}

void ConnectionMonitor::missed(const Error &error)
{
    m_lastError = error;
    if (!m_probe.isActive())
        scheduleProbe();
    if (m_state == State::Offline)
        return;
    m_state = State::Offline;
    m_offlineSince = QDateTime::currentDateTimeUtc();
    Q_EMIT stateChanged(m_state);
}

void ConnectionMonitor::scheduleProbe()
{
    const auto grown = firstProbePause * (1 << std::min(m_missedProbes++, 5));
    const auto pause = std::min<std::chrono::milliseconds>(grown, longestProbePause);
    const double jitter = 0.5 + QRandomGenerator::global()->generateDouble() / 2;
    m_probe.start(std::chrono::milliseconds(qint64(double(pause.count()) * jitter)));
}

void ConnectionMonitor::reset()
{
    m_probe.stop();
    m_missedProbes = 0;
    m_offlineSince = {};
    m_lastError = {};
    if (m_state == State::Unknown)
        return;
    m_state = State::Unknown;
    Q_EMIT stateChanged(m_state);
}

void ConnectionMonitor::retryNow()
{
    m_probe.stop();
    m_missedProbes = 0;
    Q_EMIT probeWanted();
}

} // namespace Deskbell::App
