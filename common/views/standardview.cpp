// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/views/standardview.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

QList<StandardView> standardViews(const QDateTime &now)
{
    const QList<StatusCategory> unfinished{StatusCategory::Draft, StatusCategory::Approval,
                                           StatusCategory::Open, StatusCategory::Waiting,
                                           StatusCategory::Hold};
    const QList<StatusCategory> finished{StatusCategory::Resolved, StatusCategory::Closed};
    constexpr int recentDays = 14;
    return {
            {.key = u"mine"_s,
             .filter = {.statusCategories = unfinished, .assignee = {.me = true}},
             .counted = true},
            {.key = u"waiting"_s,
             .filter = {.statusCategories = {StatusCategory::Waiting}, .assignee = {.me = true}},
             .counted = true},
            {.key = u"overdue"_s,
             .filter = {.statusCategories = unfinished,
                        .nextDueBefore = now,
                        .sort = TicketSort::NextDueAt,
                        .order = Qt::AscendingOrder},
             .counted = true,
             .urgent = true},
            {.key = u"requested"_s,
             .filter = {.requester = {.me = true}},
             .counted = true,
             .forStaff = false},
            {.key = u"unassigned"_s,
             .filter = {.statusCategories = unfinished, .assignee = {.none = true}},
             .counted = true},
            {.key = u"team"_s,
             .filter = {.statusCategories = unfinished, .team = {.me = true}},
             .counted = true},
            {.key = u"open"_s, .filter = {.statusCategories = unfinished}, .counted = true},
            {.key = u"closed"_s,
             .filter = {.statusCategories = finished, .updatedAfter = now.addDays(-recentDays)}},
            {.key = u"all"_s, .filter = {}},
    };
}

} // namespace Deskbell
