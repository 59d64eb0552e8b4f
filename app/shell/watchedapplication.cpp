// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/watchedapplication.h"

#include <QMetaEnum>
#include <QThread>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    if (QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    const int loopLevel = QThread::currentThread()->loopLevel();
    const bool isPart = !m_running.isEmpty() && m_running.last().loopLevel == loopLevel;
    if (isPart)
        return QApplication::notify(receiver, event);

    // An event that runs a loop of its own (an open menu) does not keep anybody waiting.
    forgive();
    m_running.append({.clock = {}, .loopLevel = loopLevel, .counts = true});
    m_running.last().clock.start();
    // Read now: the event may delete its receiver.
    const char *className = receiver->metaObject()->className();
    const QString name = receiver->objectName();
    const int type = event->type();
    const bool result = QApplication::notify(receiver, event);
    const Running done = m_running.takeLast();
    const qint64 ms = done.clock.elapsed();
    if (done.counts && ms > stallLimit) {
        const char *typeName = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
        stalled(ms, u"%1 %2: %3"_s.arg(QLatin1StringView(className), name,
                                       QLatin1StringView(typeName ? typeName : "?")));
    }
    return result;
}

void WatchedApplication::forgive()
{
    for (Running &running : m_running)
        running.counts = false;
}

void WatchedApplication::stalled(qint64 ms, const QString &what)
{
#ifdef NDEBUG
    Q_UNUSED(ms)
    Q_UNUSED(what)
#else
    qWarning().noquote() << "The window thread was busy for" << ms << "ms with" << what;
#endif
}

} // namespace Deskbell::App
