// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/query.h"
#include "common/sla/servicelevel.h"
#include "common/tickets/priority.h"
#include "common/tickets/statuscategory.h"

namespace Deskbell {

/// By what a ticket list can be sorted.
enum class TicketSort {
    CreatedAt,
    UpdatedAt,
    ClosedAt,
    DueAt,
    NextDueAt, ///< the earlier of dueAt and what is promised
    Number,    ///< by desk and counter
    Title,
    Status, ///< by category, then key
    Priority,
    Requester, ///< by display name
    Assignee,  ///< by display name, unassigned last
    Relevance, ///< how well it fits the words of `q`, and how new it is
};

template <>
struct WireEnum<TicketSort>
{
    static constexpr auto names = std::to_array<WireName<TicketSort>>({
            {TicketSort::CreatedAt, "createdAt"},
            {TicketSort::UpdatedAt, "updatedAt"},
            {TicketSort::ClosedAt, "closedAt"},
            {TicketSort::DueAt, "dueAt"},
            {TicketSort::NextDueAt, "nextDueAt"},
            {TicketSort::Number, "number"},
            {TicketSort::Title, "title"},
            {TicketSort::Status, "status"},
            {TicketSort::Priority, "priority"},
            {TicketSort::Requester, "requester"},
            {TicketSort::Assignee, "assignee"},
            {TicketSort::Relevance, "relevance"},
    });
};

/// By what and in which direction; on the wire the field, with '-' before it for descending.
struct TicketOrder
{
    TicketSort sort = TicketSort::UpdatedAt;
    Qt::SortOrder order = Qt::DescendingOrder;

    friend bool operator==(const TicketOrder &, const TicketOrder &) = default;
};

std::optional<TicketOrder> ticketOrderFromText(QStringView text);
QString toText(const TicketOrder &order);
/// Each field, and each with '-' before it.
QJsonArray ticketOrderNames();

enum class DeletedTickets { Without, Only, With };

template <>
struct WireEnum<DeletedTickets>
{
    static constexpr auto names = std::to_array<WireName<DeletedTickets>>({
            {DeletedTickets::Without, "false"},
            {DeletedTickets::Only, "true"},
            {DeletedTickets::With, "all"},
    });
};

/// Which tickets, in which order, and which part of them: the query of GET /tickets. Values within
/// a list are alternatives, filters together must all hold. `…After` includes its moment, `…Before`
/// does not.
struct TicketFilter
{
    QList<TicketId> ids = {};
    QStringList numbers = {};  ///< "HD-1042"
    QStringList statuses = {}; ///< status keys
    QList<StatusCategory> statusCategories = {};
    QList<Priority> priorities = {};
    QList<DeskId> desks = {};
    QList<CategoryId> categories = {};
    IdFilter<AccountId> assignee = {};
    IdFilter<AccountId> requester = {};
    IdFilter<TeamId> team = {}; ///< me: the teams one is in
    QStringList tags = {};
    QDateTime createdAfter = {};
    QDateTime createdBefore = {};
    QDateTime updatedAfter = {};
    QDateTime updatedBefore = {};
    QDateTime dueAfter = {};
    QDateTime dueBefore = {};
    QDateTime nextDueBefore = {}; ///< by what is promised, too
    QList<SlaState> slaStates = {};
    DeletedTickets deleted = DeletedTickets::Without;
    QString search = {}; ///< `q`: a query of the language of common/find
    TicketSort sort = TicketSort::UpdatedAt;
    Qt::SortOrder order = Qt::DescendingOrder;
    PageRequest page = {};
    /// Nobody wants to know more than that there are more than so many: `total` goes no further.
    /// 0: it is exact.
    int countUpTo = 0;

    friend bool operator==(const TicketFilter &, const TicketFilter &) = default;
};

constexpr int maxSearchLength = 500;
constexpr int maxCountUpTo = 100'000;

void read(QueryReader &reader, TicketFilter &filter);
/// What fromQuery() reads back the same; defaults are left out.
QueryItems toQuery(const TicketFilter &filter);

} // namespace Deskbell
