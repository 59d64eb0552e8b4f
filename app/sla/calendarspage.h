// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/pagewidget.h"
#include "app/widgets/managedlist.h"
#include "common/sla/calendar.h"

namespace Deskbell::App {

class Registry;

/// The calendars of the desks whose service levels one manages.
class CalendarsPage : public PageWidget
{
    Q_OBJECT

public:
    explicit CalendarsPage(AppContext &context);

    void showEntry(const QString &entry) override;

private:
    static ManagedKind<Calendar> kind(AppContext &context);

    ManagedListOf<Calendar> *m_list;
};

void installCalendars(Registry &registry);

} // namespace Deskbell::App
