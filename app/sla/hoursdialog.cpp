// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sla/hoursdialog.h"

#include "app/widgets/formerrors.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLocale>
#include <QPushButton>
#include <QTimeEdit>

using namespace Qt::StringLiterals;
using std::chrono::minutes;

namespace Deskbell::App {

namespace {

constexpr minutes wholeDay{24 * 60};

QTime clockTimeOf(minutes time)
{
    return QTime(0, 0).addSecs(int(std::chrono::seconds(time).count())); // 24:00 is 00:00 there
}

minutes minutesOf(const QTime &time)
{
    return minutes(time.hour() * 60 + time.minute());
}

QString dayName(int day)
{
    return QLocale().standaloneDayName(day + 1, QLocale::ShortFormat);
}

QString shown(minutes time)
{
    return time == wholeDay ? u"24:00"_s
                            : QLocale().toString(clockTimeOf(time), QLocale::ShortFormat);
}

} // namespace

QList<WorkHours> workHoursOf(const QList<CalendarPeriod> &periods)
{
    QList<WorkHours> all;
    for (const CalendarPeriod &period : periods) {
        const auto same = std::find_if(all.begin(), all.end(), [&](const WorkHours &some) {
            return some.hours == period.hours;
        });
        if (same != all.end()) {
            same->days.set(size_t(period.day));
        } else {
            all.append({.hours = period.hours});
            all.last().days.set(size_t(period.day));
        }
    }
    return all;
}

QList<CalendarPeriod> periodsOf(const QList<WorkHours> &hours)
{
    QList<CalendarPeriod> periods;
    for (const WorkHours &some : hours) {
        for (size_t day = 0; day < some.days.size(); ++day) {
            if (some.days.test(day))
                periods.append({.day = Weekday(day), .hours = some.hours});
        }
    }
    return periods;
}

HoursDialog::HoursDialog(const WorkHours &hours, QWidget *parent)
    : QDialog(parent)
    , m_from(new QTimeEdit(clockTimeOf(hours.hours.opens), this))
    , m_to(new QTimeEdit(clockTimeOf(hours.hours.closes), this))
    , m_fault(new FieldMessage(this))
{
    setObjectName(u"hoursDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Hours of the week"));
    m_from->setObjectName(u"from"_s);
    m_to->setObjectName(u"to"_s);
    m_to->setToolTip(tr("00:00 is the end of the day."));
    auto *days = new QGridLayout;
    for (int day = 0; day < 7; ++day) {
        auto *box = new QCheckBox(QLocale().standaloneDayName(day + 1), this);
        box->setObjectName(u"day."_s + toWire(Weekday(day)));
        box->setChecked(hours.days.test(size_t(day)));
        days->addWidget(box, day % 4, day / 4);
        m_days.append(box);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"cancel"_s);
    buttons->button(QDialogButtonBox::Ok)->setObjectName(u"hoursOk"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &HoursDialog::finish);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *form = new QFormLayout(this);
    form->addRow(tr("Days"), days);
    form->addRow(tr("&From"), m_from);
    form->addRow(tr("&To"), m_to);
    form->addRow({}, m_fault);
    form->addRow(buttons);
}

WorkHours HoursDialog::typed() const
{
    WorkHours hours{.hours
                    = {.opens = minutesOf(m_from->time()), .closes = minutesOf(m_to->time())}};
    if (hours.hours.closes == minutes(0))
        hours.hours.closes = wholeDay;
    for (qsizetype day = 0; day < m_days.size(); ++day)
        hours.days.set(size_t(day), m_days[day]->isChecked());
    return hours;
}

void HoursDialog::finish()
{
    const WorkHours hours = typed();
    if (hours.days.none()) {
        m_fault->showError(tr("Choose a day."));
        m_days.first()->setFocus();
    } else if (hours.hours.opens >= hours.hours.closes) {
        m_fault->showError(tr("The end must come after the start."));
        m_to->setFocus();
    } else {
        Q_EMIT hoursAccepted(hours);
        accept();
    }
}

QString HoursDialog::line(const WorkHours &hours)
{
    QStringList days;
    for (int day = 0; day < 7;) {
        int last = day;
        while (last < 7 && hours.days.test(size_t(last)))
            ++last;
        if (last - day > 2)
            days.append(dayName(day) + u'–' + dayName(last - 1));
        else if (last > day)
            days.append(dayName(day));
        day = last - day > 2 ? last : day + 1;
    }
    return u"%1 %2–%3"_s.arg(days.join(u", "_s), shown(hours.hours.opens),
                             shown(hours.hours.closes));
}

} // namespace Deskbell::App
