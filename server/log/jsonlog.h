// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QtGlobal>

namespace Deskbell::Server::Log {

/// Sends every qDebug(), qCInfo() … of the process to standard error, one JSON object a line:
/// {"ts":"2026-11-21T09:30:00.123Z","level":"info","category":"deskbell.db","msg":"…","requestId":"…"}.
/// `level` is debug, info, warning or error. A line is one write, so lines of threads don't mix.
void install(const QString &level);

/// While it lives, the lines of this thread carry its request id. Scopes may nest.
class RequestScope
{
public:
    explicit RequestScope(const QByteArray &requestId);
    ~RequestScope();
    RequestScope(const RequestScope &) = delete;
    RequestScope &operator=(const RequestScope &) = delete;

private:
    QByteArray m_outer;
};

/// The line for one message, without its end.
QByteArray formatLine(const QDateTime &time, QtMsgType type, const char *category,
                      const QString &message, const QByteArray &requestId);

} // namespace Deskbell::Server::Log
