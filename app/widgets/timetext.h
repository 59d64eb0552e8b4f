// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>
#include <QString>

#include <chrono>

namespace Deskbell::App::TimeText {

/// Age at a glance, for lists: "now", "4 min", "3 h", "2 d", "5 wk", then the date.
QString age(const QDateTime &then, const QDateTime &now);
/// "in 26 min", "in 3 h", "12 min ago", "3 d ago".
QString distance(const QDateTime &time, const QDateTime &now);
/// "0 h 40", "8 h", "2 d 4 h"; hours and minutes below a day.
QString duration(std::chrono::milliseconds length);
/// "45 min", "1 h 30 min", "30 h": of working hours, which make no days.
QString workingTime(int minutes);
/// Clock time for today, "yesterday 09:12", "tomorrow 10:15", else date and time, in the person's
/// zone and locale.
QString moment(const QDateTime &time, const QDateTime &now);
/// Full date and time with seconds, for tooltips.
QString exact(const QDateTime &time);
/// Title of a day separator: "Today", "Yesterday", "Friday, 20 November 2026".
QString day(const QDate &date, const QDate &today);
/// "184 KB", "1.2 MB" by locale.
QString fileSize(qint64 bytes);

} // namespace Deskbell::App::TimeText

namespace Deskbell::App {

/// One ticking clock for all that shows ages, so that they change together, on each full minute.
class Ticker : public QObject
{
    Q_OBJECT

public:
    /// The one of the process, on the window thread.
    static Ticker &instance();

Q_SIGNALS:
    void minutePassed();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    Ticker();
    void arm();
    int m_timer = 0;
};

} // namespace Deskbell::App
