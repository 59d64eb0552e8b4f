// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sla/calendarspage.h"

#include "app/net/session.h"
#include "app/shell/registry.h"
#include "app/sla/calendardialog.h"
#include "app/sla/hoursdialog.h"

#include <QCoreApplication>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

CalendarsPage::CalendarsPage(AppContext &context)
    : m_list(new ManagedListOf<Calendar>(context, kind(context), this))
{
    setObjectName(u"calendarsPage"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
}

void CalendarsPage::showEntry(const QString &)
{
    m_list->load(u"/calendars"_s);
}

ManagedKind<Calendar> CalendarsPage::kind(AppContext &context)
{
    const auto hours = [](const Calendar &one) {
        QStringList lines;
        for (const WorkHours &some : workHoursOf(one.periods))
            lines.append(HoursDialog::line(some));
        return lines.join(u"; "_s);
    };
    return {.name = u"calendars"_s,
            .path = u"/calendars"_s,
            .columns = {{.title = [] { return tr("Name"); },
                         .text = [](const Calendar &one) { return one.name; },
                         .width = 200},
                        {.title = [] { return tr("Desk"); },
                         .text = [](const Calendar &one) { return one.desk.name; },
                         .width = 140},
                        {.title = [] { return tr("Time zone"); },
                         .text = [](const Calendar &one) { return one.timeZone; },
                         .width = 140},
                        {.title = [] { return tr("Hours"); }, .text = hours}},
            .needed = Permission::SlaManage,
            .words =
                    [] {
                        return ManagedList::Words{
                                .table = {.title = tr("Calendars"),
                                          .searchHint = tr("Search calendars"),
                                          .emptyTitle = tr("No calendar found"),
                                          .emptyText = tr("New calendar makes one."),
                                          .failed = tr("The calendars could not be loaded")},
                                .add = tr("New calendar…"),
                                .deletionText = tr("One that a service level goes by stays."),
                                .deletionVerb = tr("Delete calendar")};
                    },
            .dialog = [&context](const Calendar *one, QWidget *parent) -> EntityDialog * {
                return new CalendarDialog(context, one, parent);
            },
            .events = {EventType::DeskUpdated}};
}

void installCalendars(Registry &registry)
{
    registry.registerPage(
            u"calendars"_s, EntrySpec::Section::Tools,
            [] { return QCoreApplication::translate("CalendarsPage", "Calendars"); }, u"calendar"_s,
            holding(Permission::SlaManage),
            [](AppContext &context, MainWindow &) -> PageWidget * {
                return new CalendarsPage(context);
            });
}

} // namespace Deskbell::App
