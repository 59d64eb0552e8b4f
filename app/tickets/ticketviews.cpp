// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/ticketviews.h"

#include "app/net/session.h"
#include "app/shell/registry.h"
#include "common/views/standardview.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

bool isStaff(const Session &session)
{
    return session.can(Permission::TicketViewAll) || session.can(Permission::TicketViewTeam);
}

QString entryOf(const QString &viewKey)
{
    return u"tickets."_s + viewKey;
}

QList<TicketView> standardTicketViews(const QDateTime &now)
{
    QList<TicketView> views;
    for (const StandardView &view : standardViews(now)) {
        views.append({.entry = entryOf(view.key),
                      .filter = view.filter,
                      .counted = view.counted,
                      .urgent = view.urgent,
                      .forStaff = view.forStaff});
    }
    return views;
}

TicketView standardView(const QString &entry, const QDateTime &now)
{
    const QList<TicketView> views = standardTicketViews(now);
    for (const TicketView &view : views) {
        if (view.entry == entry)
            return view;
    }
    return views.first();
}

void registerTicketViews(Registry &registry)
{
    using Section = EntrySpec::Section;
    const auto add = [&](const char *entry, Section section, const char *title, const char *icon) {
        registry.registerEntry(
                {.id = QLatin1StringView(entry),
                 .page = ticketsPageId,
                 .section = section,
                 .title = [title] { return QCoreApplication::translate("TicketViews", title); },
                 .icon = QLatin1StringView(icon),
                 .visible = isStaff});
    };
    add("tickets.mine", Section::MyWork, QT_TRANSLATE_NOOP("TicketViews", "My open"), "inbox");
    add("tickets.waiting", Section::MyWork,
        QT_TRANSLATE_NOOP("TicketViews", "Waiting on requester"), "waiting");
    add("tickets.overdue", Section::MyWork, QT_TRANSLATE_NOOP("TicketViews", "Overdue"), "overdue");
    add("tickets.unassigned", Section::Desk, QT_TRANSLATE_NOOP("TicketViews", "Unassigned"),
        "user-plus");
    add("tickets.team", Section::Desk, QT_TRANSLATE_NOOP("TicketViews", "My team"), "team");
    add("tickets.open", Section::Desk, QT_TRANSLATE_NOOP("TicketViews", "All open"), "list");
    add("tickets.closed", Section::Desk, QT_TRANSLATE_NOOP("TicketViews", "Recently closed"),
        "check");
    add("tickets.all", Section::Desk, QT_TRANSLATE_NOOP("TicketViews", "All tickets"), "archive");
}

void registerRequestedView(Registry &registry)
{
    registry.registerEntry(
            {.id = requestedEntry,
             .page = ticketsPageId,
             .section = EntrySpec::Section::MyWork,
             .title = [] { return QCoreApplication::translate("TicketViews", "My requests"); },
             .icon = u"user"_s});
}

} // namespace Deskbell::App
