// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/ticketviews.h"

#include "app/net/session.h"
#include "app/shell/registry.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

const QList<StatusCategory> unfinished{StatusCategory::Draft, StatusCategory::Approval,
                                       StatusCategory::Open, StatusCategory::Waiting,
                                       StatusCategory::Hold};
const QList<StatusCategory> finished{StatusCategory::Resolved, StatusCategory::Closed};
constexpr int recentDays = 14;

} // namespace

bool isStaff(const Session &session)
{
    return session.can(Permission::TicketViewAll) || session.can(Permission::TicketViewTeam);
}

QList<TicketView> standardViews(const QDateTime &now)
{
    QList<TicketView> views;
    const auto add = [&](const QString &entry, const TicketFilter &filter) -> TicketView & {
        views.append({.entry = entry, .filter = filter});
        return views.last();
    };
    add(u"tickets.mine"_s, {.statusCategories = unfinished, .assignee = {.me = true}}).counted
            = true;
    add(u"tickets.waiting"_s,
        {.statusCategories = {StatusCategory::Waiting}, .assignee = {.me = true}})
            .counted
            = true;
    TicketView &overdue = add(u"tickets.overdue"_s, {.statusCategories = unfinished,
                                                     .nextDueBefore = now,
                                                     .sort = TicketSort::NextDueAt,
                                                     .order = Qt::AscendingOrder});
    overdue.counted = overdue.urgent = true;
    TicketView &requested = add(requestedEntry, {.requester = {.me = true}});
    requested.counted = true;
    requested.forStaff = false;
    add(u"tickets.unassigned"_s, {.statusCategories = unfinished, .assignee = {.none = true}})
            .counted
            = true;
    add(u"tickets.team"_s, {.statusCategories = unfinished, .team = {.me = true}}).counted = true;
    add(u"tickets.open"_s, {.statusCategories = unfinished}).counted = true;
    add(u"tickets.closed"_s,
        {.statusCategories = finished, .updatedAfter = now.addDays(-recentDays)});
    add(u"tickets.all"_s, {});
    return views;
}

TicketView standardView(const QString &entry, const QDateTime &now)
{
    const QList<TicketView> views = standardViews(now);
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
