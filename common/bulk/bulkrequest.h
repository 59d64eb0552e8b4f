// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/tickets/ticketpatch.h"
#include "common/tickets/ticketrequests.h"

namespace Deskbell {

/// What shall be done with each of many tickets; what is not given stays as it is. A ticket gets
/// all of it or nothing.
struct BulkChange
{
    Given<StatusChange> status = {};
    Given<AssigneeChoice> assignedTo = {};
    Given<TeamId> team = {};         ///< an invalid one takes it from its team
    Given<CategoryId> category = {}; ///< the same for its category
    Given<Priority> priority = {};
    QStringList addTags = {};
    QStringList removeTags = {};
    bool remove = false; ///< "delete" on the wire

    bool isEmpty() const { return *this == BulkChange{}; }

    friend bool operator==(const BulkChange &, const BulkChange &) = default;
};

void read(JsonReader &reader, BulkChange &change);
QJsonObject toJson(const BulkChange &change);

/// The fields that it changes in a ticket with these tags, apart from status and removal.
TicketPatch patchFor(const BulkChange &change, const QStringList &tags);

/// POST /bulk: these tickets, or all that a list with this filter shows.
struct BulkRequest
{
    QList<TicketId> ids = {};
    Given<QString> filter = {}; ///< the query of GET /tickets: "status=new&assignee=none"
    BulkChange change = {};
    bool rehearse = false; ///< says what would happen, and waits to be run

    friend bool operator==(const BulkRequest &, const BulkRequest &) = default;
};

/// No operation is about more tickets than this.
constexpr int maxBulkTickets = 10'000;

void read(JsonReader &reader, BulkRequest &request);
QJsonObject toJson(const BulkRequest &request);
QList<FieldError> validate(const BulkRequest &request);

} // namespace Deskbell
