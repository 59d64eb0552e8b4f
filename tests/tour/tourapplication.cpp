// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/tourapplication.h"

#include <QMetaEnum>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::Tour {

namespace {

constexpr int kept = 8;

} // namespace

TourApplication &TourApplication::instance()
{
    return *static_cast<TourApplication *>(QCoreApplication::instance());
}

bool TourApplication::notify(QObject *receiver, QEvent *event)
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
    const char *className = receiver->metaObject()->className();
    const QString name = receiver->objectName();
    const int type = event->type();
    const bool result = QApplication::notify(receiver, event);
    const Running done = m_running.takeLast();
    if (done.counts)
        record(done.clock.elapsed(), className, name, type);
    return result;
}

void TourApplication::forgive()
{
    for (Running &running : m_running)
        running.counts = false;
}

void TourApplication::record(qint64 ms, const char *className, const QString &name, int eventType)
{
    if (m_longest.size() == kept && ms <= m_longest.last().ms)
        return;
    const char *type = QMetaEnum::fromType<QEvent::Type>().valueToKey(eventType);
    const auto place = std::find_if(m_longest.begin(), m_longest.end(),
                                    [ms](const Stall &stall) { return stall.ms < ms; });
    m_longest.insert(place, {.ms = ms,
                             .what = u"%1 %2: %3"_s.arg(QLatin1StringView(className), name,
                                                        QLatin1StringView(type ? type : "?"))});
    if (m_longest.size() > kept)
        m_longest.removeLast();
}

} // namespace Deskbell::Tour
