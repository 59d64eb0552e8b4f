// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/reports/dashboard.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(QueryReader &reader, DashboardFilter &filter)
{
    reader.ids("desk"_L1, filter.desks);
    reader.integer("days"_L1, filter.days, DashboardFilter::leastDays, DashboardFilter::mostDays);
}

QueryItems toQuery(const DashboardFilter &filter)
{
    QueryItems items;
    appendIds(items, u"desk"_s, filter.desks);
    if (filter.days != DashboardFilter().days)
        items.append({u"days"_s, QString::number(filter.days)});
    return items;
}

void read(JsonReader &reader, StatusLoad &load)
{
    reader.enumValue("category"_L1, load.category, Presence::Required);
    reader.text("status"_L1, load.status, Presence::Required);
    reader.text("label"_L1, load.label, Presence::Required);
    reader.integer("tickets"_L1, load.tickets, Presence::Required, 0);
}

void read(JsonReader &reader, PriorityLoad &load)
{
    reader.enumValue("priority"_L1, load.priority, Presence::Required);
    reader.integer("tickets"_L1, load.tickets, Presence::Required, 0);
}

void read(JsonReader &reader, TeamLoad &load)
{
    reader.child("team"_L1, load.team, Presence::RequiredNullable);
    reader.integer("tickets"_L1, load.tickets, Presence::Required, 0);
}

void read(JsonReader &reader, AssigneeLoad &load)
{
    reader.child("assignee"_L1, load.assignee, Presence::RequiredNullable);
    reader.integer("tickets"_L1, load.tickets, Presence::Required, 0);
    reader.integer("waiting"_L1, load.waiting, Presence::Required, 0);
    reader.integer("urgent"_L1, load.urgent, Presence::Required, 0);
    reader.integer("overdue"_L1, load.overdue, Presence::Required, 0);
}

void read(JsonReader &reader, AgeLoad &load)
{
    reader.integer("fromDays"_L1, load.fromDays, Presence::Required, 0);
    reader.integer("untilDays"_L1, load.untilDays, Presence::Required, 0);
    reader.integer("tickets"_L1, load.tickets, Presence::Required, 0);
}

void read(JsonReader &reader, DayFlow &day)
{
    reader.time("begins"_L1, day.begins, Presence::Required);
    reader.integer("created"_L1, day.created, Presence::Required, 0);
    reader.integer("solved"_L1, day.solved, Presence::Required, 0);
    reader.integer("open"_L1, day.open, Presence::Required, 0);
}

void read(JsonReader &reader, Dashboard &dashboard)
{
    reader.time("asOf"_L1, dashboard.asOf, Presence::Required);
    reader.integer("open"_L1, dashboard.open, Presence::Required, 0);
    reader.integer("unassigned"_L1, dashboard.unassigned, Presence::Required, 0);
    reader.integer("waiting"_L1, dashboard.waiting, Presence::Required, 0);
    reader.integer("overdue"_L1, dashboard.overdue, Presence::Required, 0);
    reader.integer("dueToday"_L1, dashboard.dueToday, Presence::Required, 0);
    reader.integer("answeredToday"_L1, dashboard.answeredToday, Presence::Required, 0);
    reader.children("statuses"_L1, dashboard.statuses, Presence::Required);
    reader.children("priorities"_L1, dashboard.priorities, Presence::Required);
    reader.children("teams"_L1, dashboard.teams, Presence::Required);
    reader.children("assignees"_L1, dashboard.assignees, Presence::Required);
    reader.children("ages"_L1, dashboard.ages, Presence::Required);
    reader.children("days"_L1, dashboard.days, Presence::Required);
}

} // namespace Deskbell
