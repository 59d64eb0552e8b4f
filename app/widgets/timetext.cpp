// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/timetext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimerEvent>

#include <algorithm>

namespace Deskbell::App {

using namespace std::chrono;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace TimeText {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TimeText)
};

using Days = std::chrono::duration<qint64, std::ratio<86400>>;
using Weeks = std::chrono::duration<qint64, std::ratio<7 * 86400>>;

/// The largest unit alone; empty from `limit` on.
QString coarse(milliseconds length, Weeks limit)
{
    if (length < 1min)
        return {};
    if (length < 1h)
        return Words::tr("%1 min").arg(duration_cast<minutes>(length).count());
    if (length < Days(1))
        return Words::tr("%1 h").arg(duration_cast<hours>(length).count());
    if (length < Weeks(2))
        return Words::tr("%1 d").arg(duration_cast<Days>(length).count());
    if (length < limit)
        return Words::tr("%1 wk").arg(duration_cast<Weeks>(length).count());
    return {};
}

QString shortDate(const QDate &date, const QDate &today)
{
    if (date.year() != today.year())
        return QLocale().toString(date, QLocale::ShortFormat);
    return QLocale().toString(
            date, Words::tr("MMM d", "short date without year, as in QLocale::toString()"));
}

QString clockTime(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime().time(), QLocale::ShortFormat);
}

} // namespace

QString age(const QDateTime &then, const QDateTime &now)
{
    const milliseconds length(std::max<qint64>(0, then.msecsTo(now)));
    if (length < 1min)
        return Words::tr("now");
    const QString text = coarse(length, Weeks(9));
    return text.isEmpty() ? shortDate(then.toLocalTime().date(), now.toLocalTime().date()) : text;
}

QString distance(const QDateTime &time, const QDateTime &now)
{
    const milliseconds length(now.msecsTo(time));
    const milliseconds size(std::abs(length.count()));
    const QString text = coarse(size, Weeks(10'000));
    if (text.isEmpty())
        return Words::tr("now");
    return length.count() > 0 ? Words::tr("in %1").arg(text) : Words::tr("%1 ago").arg(text);
}

QString duration(milliseconds length)
{
    const auto total = duration_cast<minutes>(std::max(length, 0ms));
    const auto days = duration_cast<Days>(total);
    const auto restHours = duration_cast<hours>(total - days);
    const auto restMinutes = total - days - restHours;
    if (days.count() > 0)
        return restHours.count() > 0
                       ? Words::tr("%1 d %2 h").arg(days.count()).arg(restHours.count())
                       : Words::tr("%1 d").arg(days.count());
    if (restHours.count() > 0)
        return restMinutes.count() > 0 ? Words::tr("%1 h %2")
                                                 .arg(restHours.count())
                                                 .arg(restMinutes.count(), 2, 10, QChar(u'0'))
                                       : Words::tr("%1 h").arg(restHours.count());
    return Words::tr("%1 min").arg(restMinutes.count());
}

QString workingTime(int total)
{
    const int rest = total % 60;
    const QString restText = Words::tr("%1 min").arg(rest);
    if (total < 60)
        return restText;
    const QString hoursText = Words::tr("%1 h").arg(total / 60);
    return rest == 0 ? hoursText : u"%1 %2"_s.arg(hoursText, restText);
}

QString moment(const QDateTime &time, const QDateTime &now)
{
    const QDateTime local = time.toLocalTime();
    const qint64 days = now.toLocalTime().date().daysTo(local.date());
    if (days == 0)
        return clockTime(time);
    if (days == -1)
        return Words::tr("yesterday %1").arg(clockTime(time));
    if (days == 1)
        return Words::tr("tomorrow %1").arg(clockTime(time));
    return u"%1 %2"_s.arg(shortDate(local.date(), now.toLocalTime().date()), clockTime(time));
}

QString exact(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::LongFormat);
}

QString day(const QDate &date, const QDate &today)
{
    const qint64 days = date.daysTo(today);
    if (days == 0)
        return Words::tr("Today");
    if (days == 1)
        return Words::tr("Yesterday");
    return QLocale().toString(date, QLocale::LongFormat);
}

QString fileSize(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 1'000'000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

} // namespace TimeText

Ticker &Ticker::instance()
{
    static Ticker ticker;
    return ticker;
}

Ticker::Ticker()
{
    arm();
}

void Ticker::arm()
{
    // Onto the next full minute, so that all clocks of the desktop change together.
    const qint64 past = QDateTime::currentMSecsSinceEpoch() % 60'000;
    m_timer = startTimer(milliseconds(60'000 - past + 5));
}

void Ticker::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer)
        return;
    killTimer(m_timer);
    arm();
    Q_EMIT minutePassed();
}

} // namespace Deskbell::App
