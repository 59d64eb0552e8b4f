// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/log/jsonlog.h"

#include "common/base/clock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>

#include <cerrno>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace Deskbell::Server::Log {

namespace {

thread_local QByteArray currentRequestId;

const char *levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg: return "debug";
    case QtInfoMsg: return "info";
    case QtWarningMsg: return "warning";
    case QtCriticalMsg: return "error";
    case QtFatalMsg: return "fatal";
    }
    Q_UNREACHABLE();
}

/// A JSON text with its quotes.
QByteArray quoted(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

void writeLine(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QByteArray line
            = formatLine(Clock::system().now(), type, context.category, message, currentRequestId)
              + '\n';
    qsizetype written = 0;
    while (written < line.size()) {
        const ssize_t count
                = ::write(STDERR_FILENO, line.constData() + written, size_t(line.size() - written));
        if (count < 0 && errno != EINTR)
            return; // nobody to tell
        written += qMax(ssize_t(0), count);
    }
}

} // namespace

void install(const QString &level)
{
    QString rules;
    for (const auto &[type, least] : {std::pair{"debug", u"debug"_s}, std::pair{"info", u"info"_s},
                                      std::pair{"warning", u"warning"_s}}) {
        static const QStringList order{u"debug"_s, u"info"_s, u"warning"_s, u"error"_s};
        const bool isOn = order.indexOf(least) >= order.indexOf(level);
        rules += u"*.%1=%2\n"_s.arg(QLatin1StringView(type), isOn ? u"true"_s : u"false"_s);
    }
    // Qt's own debug output is for those who debug Qt.
    rules += u"qt.*.debug=false\n"_s;
    QLoggingCategory::setFilterRules(rules);
    qInstallMessageHandler(writeLine);
}

RequestScope::RequestScope(const QByteArray &requestId)
    : m_outer(std::exchange(currentRequestId, requestId))
{}

RequestScope::~RequestScope()
{
    currentRequestId = m_outer;
}

QByteArray formatLine(const QDateTime &time, QtMsgType type, const char *category,
                      const QString &message, const QByteArray &requestId)
{
    // By hand, so that the time comes first: people read these, too.
    QByteArray line = "{\"ts\":\"" + time.toUTC().toString(Qt::ISODateWithMs).toLatin1()
                      + "\",\"level\":\"" + levelName(type) + "\",\"category\":"
                      + quoted(QString::fromUtf8(category ? category : "default"))
                      + ",\"msg\":" + quoted(message);
    if (!requestId.isEmpty())
        line += ",\"requestId\":" + quoted(QString::fromUtf8(requestId));
    return line + '}';
}

} // namespace Deskbell::Server::Log
