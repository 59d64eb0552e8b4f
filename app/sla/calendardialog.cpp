// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sla/calendardialog.h"

#include "app/shell/appcontext.h"
#include "app/sla/holidaydialog.h"
#include "app/sla/slachoices.h"
#include "common/base/clock.h"

#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QLineEdit>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr int listHeight = 96;

/// A new one begins with what most people work.
CalendarDraft draftOfCalendar(const Calendar *value)
{
    if (value) {
        return {.desk = value->desk.id,
                .name = value->name,
                .timeZone = value->timeZone,
                .periods = value->periods,
                .holidays = value->holidays};
    }
    return {.timeZone = QString::fromLatin1(QTimeZone::systemTimeZoneId()),
            .periods = periodsOf({{.days = 0b0011111}})};
}

} // namespace

CalendarDialog::CalendarDialog(AppContext &context, const Calendar *value, QWidget *parent)
    : DraftDialog(context, u"/calendars"_s,
                  value ? std::optional(Target{.id = value->id.value(), .version = value->version})
                        : std::nullopt,
                  draftOfCalendar(value), parent)
    , m_name(new QLineEdit(before().name, this))
    , m_zone(new QComboBox(this))
    , m_hours(new OrderedListOf<WorkHours>(
              {.name = u"hours"_s,
               .words = {.name = tr("Hours of the week"), .remove = tr("Remove hours")},
               .most = maxCalendarPeriods,
               .line = &HoursDialog::line,
               .edit =
                       [this](int row) {
                           editHours(row);
                       }},
              workHoursOf(before().periods), this))
    , m_holidays(new OrderedListOf<Holiday>(
              {.name = u"holiday"_s,
               .words = {.name = tr("Holidays"), .remove = tr("Remove holiday")},
               .most = maxHolidays,
               .line = &HolidayDialog::line,
               .edit =
                       [this](int row) {
                           editHoliday(row);
                       }},
              before().holidays, this))
{
    setObjectName(u"calendarDialog"_s);
    setWindowTitle(value ? tr("Edit %1").arg(value->name) : tr("New calendar"));
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    for (const QByteArray &zone : QTimeZone::availableTimeZoneIds())
        m_zone->addItem(QString::fromLatin1(zone));
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_zone->setEditText(before().timeZone);
    m_hours->setFixedHeight(listHeight);
    m_holidays->setFixedHeight(listHeight);
    if (isNew()) {
        m_desk = new QComboBox(this);
        addField(u"desk"_s, tr("D&esk"), m_desk);
        fillWithSlaDesks(context, m_desk, &notice());
    }
    addField(u"name"_s, tr("&Name"), m_name);
    addField(u"timeZone"_s, tr("Time &zone"), m_zone);
    addField(u"periods"_s, tr("&Hours"), m_hours);
    form().addRow({}, m_hours->buttons());
    addField(u"holidays"_s, tr("Ho&lidays"), m_holidays);
    form().addRow({}, m_holidays->buttons());
}

void CalendarDialog::editHours(int row)
{
    auto *dialog = new HoursDialog(row < 0 ? WorkHours{} : m_hours->things()[row], this);
    connect(dialog, &HoursDialog::hoursAccepted, m_hours,
            [this, row](const WorkHours &hours) { m_hours->put(row, hours); });
    dialog->open();
}

void CalendarDialog::editHoliday(int row)
{
    const Holiday before = row < 0 ? Holiday{.date = context().clock.now().toLocalTime().date()}
                                   : m_holidays->things()[row];
    auto *dialog = new HolidayDialog(before, this);
    connect(dialog, &HolidayDialog::holidayAccepted, m_holidays,
            [this, row](const Holiday &holiday) { m_holidays->put(row, holiday); });
    dialog->open();
}

CalendarDraft CalendarDialog::typed() const
{
    CalendarDraft draft = before();
    if (m_desk)
        draft.desk = DeskId(m_desk->currentData().toLongLong());
    draft.name = m_name->text().trimmed();
    draft.timeZone = m_zone->currentText().trimmed();
    // In the order in which they were, as long as they say the same.
    if (m_hours->things() != workHoursOf(before().periods))
        draft.periods = periodsOf(m_hours->things());
    draft.holidays = m_holidays->things();
    return draft;
}

} // namespace Deskbell::App
