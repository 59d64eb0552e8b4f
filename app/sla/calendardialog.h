// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sla/hoursdialog.h"
#include "app/widgets/entitydialog.h"
#include "app/widgets/orderedlist.h"

class QComboBox;
class QLineEdit;

namespace Deskbell::App {

/// Makes a calendar of a desk, or changes one: its hours and holidays.
class CalendarDialog : public DraftDialog<CalendarDraft>
{
    Q_OBJECT

public:
    /// `value`: null for a new one.
    CalendarDialog(AppContext &context, const Calendar *value, QWidget *parent);

protected:
    CalendarDraft typed() const override;

private:
    void editHours(int row);
    void editHoliday(int row);

    QComboBox *m_desk = nullptr; ///< of a new one only: it never changes
    QLineEdit *m_name;
    QComboBox *m_zone;
    OrderedListOf<WorkHours> *m_hours;
    OrderedListOf<Holiday> *m_holidays;
};

} // namespace Deskbell::App
