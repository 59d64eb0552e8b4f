// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/accounts/personref.h"
#include "common/base/query.h"
#include "common/desks/namedref.h"
#include "common/tickets/priority.h"
#include "common/tickets/statuscategory.h"

#include <optional>

namespace Deskbell {

/// Of which desks (all that the person reports on, when none is named) and how far back: the query
/// of GET /reports/dashboard.
struct DashboardFilter
{
    static constexpr int leastDays = 7;
    static constexpr int mostDays = 90;

    QList<DeskId> desks = {};
    int days = 30; ///< of the flow, today included

    friend bool operator==(const DashboardFilter &, const DashboardFilter &) = default;
};

void read(QueryReader &reader, DashboardFilter &filter);
QueryItems toQuery(const DashboardFilter &filter);

/// How many unfinished tickets are in a status; statuses of several workflows that have the same
/// key and label are one.
struct StatusLoad
{
    StatusCategory category = StatusCategory::Open;
    QString status = {};
    QString label = {};
    int tickets = 0;

    friend bool operator==(const StatusLoad &, const StatusLoad &) = default;
};
void read(JsonReader &reader, StatusLoad &load);

/// How many unfinished tickets have a priority. Every priority is there.
struct PriorityLoad
{
    Priority priority = Priority::Medium;
    int tickets = 0;

    friend bool operator==(const PriorityLoad &, const PriorityLoad &) = default;
};
void read(JsonReader &reader, PriorityLoad &load);

/// How many unfinished tickets a team has; no team: those of none.
struct TeamLoad
{
    std::optional<TeamRef> team = {};
    int tickets = 0;

    friend bool operator==(const TeamLoad &, const TeamLoad &) = default;
};
void read(JsonReader &reader, TeamLoad &load);

/// What somebody has on their desk; nobody: what is not assigned.
struct AssigneeLoad
{
    std::optional<PersonRef> assignee = {};
    int tickets = 0; ///< unfinished, all of them
    int waiting = 0; ///< of these: for the requester or on hold
    int urgent = 0;  ///< of these: of high or urgent priority
    int overdue = 0; ///< of these: past their due time

    friend bool operator==(const AssigneeLoad &, const AssigneeLoad &) = default;
};
void read(JsonReader &reader, AssigneeLoad &load);

/// How many unfinished tickets were made that long ago: from `fromDays` times 24 hours, up to
/// `untilDays` (0: any longer).
struct AgeLoad
{
    int fromDays = 0;
    int untilDays = 0;
    int tickets = 0;

    friend bool operator==(const AgeLoad &, const AgeLoad &) = default;
};
void read(JsonReader &reader, AgeLoad &load);

/// One day by the clocks of the server's business hours.
struct DayFlow
{
    QDateTime begins = {};
    int created = 0;
    int solved = 0; ///< resolved, or closed without that; counted where they stand now
    int open = 0;   ///< unfinished at its end (now, for today)

    friend bool operator==(const DayFlow &, const DayFlow &) = default;
};
void read(JsonReader &reader, DayFlow &day);

/// Where the day stands: what is unfinished and who has it, and what came and went. Only of tickets
/// that the person sees, on desks on which they hold `report.view`.
struct Dashboard
{
    QDateTime asOf = {};
    int open = 0; ///< unfinished tickets, as all the others
    int unassigned = 0;
    int waiting = 0;
    int overdue = 0;
    int dueToday = 0;
    int answeredToday = 0; ///< first response given today
    QList<StatusLoad> statuses = {};
    QList<PriorityLoad> priorities = {}; ///< the most urgent first
    QList<TeamLoad> teams = {};          ///< the most tickets first
    QList<AssigneeLoad> assignees = {};  ///< the most tickets first; at most maxAssignees
    QList<AgeLoad> ages = {};            ///< the youngest first
    QList<DayFlow> days = {};            ///< the oldest first, today last

    static constexpr int maxAssignees = 100;

    friend bool operator==(const Dashboard &, const Dashboard &) = default;
};
void read(JsonReader &reader, Dashboard &dashboard);

} // namespace Deskbell
