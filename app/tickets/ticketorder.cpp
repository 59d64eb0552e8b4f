// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/ticketorder.h"

#include "common/tickets/ticketnumber.h"

namespace Deskbell::App {

namespace {

template <class T>
int compare(const T &a, const T &b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

int compareText(const QString &a, const QString &b)
{
    return QString::compare(a, b, Qt::CaseInsensitive);
}

/// What is not there stands last when ascending, as PostgreSQL has it.
int compareTimes(const QDateTime &a, const QDateTime &b)
{
    if (a.isValid() != b.isValid())
        return a.isValid() ? -1 : 1;
    return a.isValid() ? compare(a, b) : 0;
}

int compareNumbers(const Ticket &a, const Ticket &b)
{
    const auto first = ticketNumberFromText(a.number);
    const auto second = ticketNumberFromText(b.number);
    if (!first || !second)
        return compareText(a.number, b.number);
    const int desks = compareText(first->deskKey, second->deskKey);
    return desks != 0 ? desks : compare(first->counter, second->counter);
}

int comparePeople(const std::optional<PersonRef> &a, const std::optional<PersonRef> &b)
{
    if (a.has_value() != b.has_value())
        return a ? -1 : 1;
    return a ? compareText(a->displayName, b->displayName) : 0;
}

int compareBy(const Ticket &a, const Ticket &b, TicketSort sort)
{
    switch (sort) {
    case TicketSort::CreatedAt: return compareTimes(a.createdAt, b.createdAt);
    case TicketSort::UpdatedAt: return compareTimes(a.updatedAt, b.updatedAt);
    case TicketSort::ClosedAt: return compareTimes(a.closedAt, b.closedAt);
    case TicketSort::DueAt: return compareTimes(a.dueAt, b.dueAt);
    case TicketSort::NextDueAt: return compareTimes(a.nextDueAt(), b.nextDueAt());
    case TicketSort::Number: return compareNumbers(a, b);
    case TicketSort::Title: return compareText(a.title, b.title);
    case TicketSort::Status: {
        const int categories = compare(a.statusCategory, b.statusCategory);
        return categories != 0 ? categories : compareText(a.status, b.status);
    }
    case TicketSort::Priority: return compare(a.priority, b.priority);
    case TicketSort::Requester: return comparePeople(a.requester, b.requester);
    case TicketSort::Assignee: return comparePeople(a.assignee, b.assignee);
    case TicketSort::Relevance:
        return compare(a.match ? a.match->score : 0, b.match ? b.match->score : 0);
    }
    Q_UNREACHABLE();
}

} // namespace

bool standsBefore(const Ticket &a, const Ticket &b, TicketSort sort, Qt::SortOrder order)
{
    int result = compareBy(a, b, sort);
    if (result == 0)
        result = compare(a.id, b.id);
    return order == Qt::AscendingOrder ? result < 0 : result > 0;
}

} // namespace Deskbell::App
