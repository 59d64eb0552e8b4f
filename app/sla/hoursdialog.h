// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/sla/calendar.h"

#include <QDialog>

#include <bitset>

class QCheckBox;
class QTimeEdit;

namespace Deskbell::App {

class FieldMessage;

/// The same hours on some days of the week, Monday first: how people say when they work.
struct WorkHours
{
    std::bitset<7> days = {};
    OpenHours hours = {};

    friend bool operator==(const WorkHours &, const WorkHours &) = default;
};

QList<WorkHours> workHoursOf(const QList<CalendarPeriod> &periods);
QList<CalendarPeriod> periodsOf(const QList<WorkHours> &hours);

/// Hours of some days. Sends nothing; the form of the calendar takes what it yields.
class HoursDialog : public QDialog
{
    Q_OBJECT

public:
    HoursDialog(const WorkHours &hours, QWidget *parent);

    /// "Mon–Fri 09:00–17:00".
    static QString line(const WorkHours &hours);

Q_SIGNALS:
    void hoursAccepted(const Deskbell::App::WorkHours &hours);

private:
    WorkHours typed() const;
    void finish();

    QList<QCheckBox *> m_days;
    QTimeEdit *m_from;
    QTimeEdit *m_to;
    FieldMessage *m_fault;
};

} // namespace Deskbell::App
