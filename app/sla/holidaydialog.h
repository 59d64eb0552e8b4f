// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/sla/calendar.h"

#include <QDialog>

class QCheckBox;
class QDateEdit;
class QLineEdit;

namespace Deskbell::App {

class FormErrors;

/// A day without work. Sends nothing; the form of the calendar takes what it yields.
class HolidayDialog : public QDialog
{
    Q_OBJECT

public:
    HolidayDialog(const Holiday &holiday, QWidget *parent);

    /// "25 December every year: Christmas Day".
    static QString line(const Holiday &holiday);

Q_SIGNALS:
    void holidayAccepted(const Deskbell::Holiday &holiday);

private:
    Holiday typed() const;
    void finish();

    QDateEdit *m_date;
    QLineEdit *m_name;
    QCheckBox *m_yearly;
    FormErrors *m_errors;
};

} // namespace Deskbell::App
