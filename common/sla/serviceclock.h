// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/desks/namedref.h"
#include "common/sla/businesscalendar.h"
#include "common/sla/servicelevel.h"
#include "common/sla/slapolicy.h"
#include "common/tickets/statuscategory.h"

#include <memory>

/// The service clock: a pure function of what happened to a ticket and of what was promised.
namespace Deskbell {

/// What a ticket was from some moment on.
struct ServiceMoment
{
    QDateTime at = {};
    StatusCategory status = StatusCategory::Open;
    Priority priority = Priority::Medium;
    CategoryId category = {};

    friend bool operator==(const ServiceMoment &, const ServiceMoment &) = default;
};

/// What happened to a ticket, as far as it counts for service levels.
struct ServiceHistory
{
    QList<ServiceMoment> moments = {}; ///< in order; the first is its creation
    QDateTime firstResponseAt = {};

    friend bool operator==(const ServiceHistory &, const ServiceHistory &) = default;
};

/// A policy with the calendar that it goes by.
struct ServiceRule
{
    SlaPolicyId id = {};
    QString name = {};
    CategoryId category = {};              ///< none: of every category
    std::optional<Priority> priority = {}; ///< none: of every priority
    std::optional<int> firstResponseMinutes = {};
    std::optional<int> resolutionMinutes = {};
    int warnPercent = 75;
    bool escalates = false;
    std::shared_ptr<const BusinessCalendar> calendar = {};
};

/// What a desk promises. Of all rules that fit the one that says most holds; what is said of the
/// category says more than what is said of the priority.
using ServiceRules = QList<ServiceRule>;
const ServiceRule *ruleFor(const ServiceRules &rules, CategoryId category, Priority priority);

/// Whether time counts while a ticket is so: only while it is the desk's turn.
bool clockRuns(StatusCategory category);

/// How the ticket stands at `now`. First response: until somebody else than the requester answered,
/// or it was done without. Resolution: until it is done; what is reopened runs on where it stopped.
/// Each is measured from the creation by the rule that fits the ticket, or fitted it when the
/// target was reached. Costs as much as there are moments, however long it took.
ServiceClocks reckonClocks(const ServiceHistory &history, const ServiceRules &rules,
                           const QDateTime &now);

} // namespace Deskbell
