// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/query.h"

namespace Deskbell {

/// One line of the activity log: who did what to what, from where.
struct ActivityEntry
{
    ActivityId id = {};
    QDateTime at = {};
    AccountId actorId = {};    ///< none: the system, or somebody unknown who tried to sign in
    QString actorName = {};    ///< as it was then
    QString action = {};       ///< what was done to it: "create", "view", "signin", "refuse"
    QString entity = {};       ///< "ticket", "account", "session"
    AnyEntityId entityId = {}; ///< what kind of id it is, `entity` says
    TicketId ticketId = {};
    DeskId deskId = {};
    QJsonValue oldValue = {};
    QJsonValue newValue = {};
    QString peer = {}; ///< network address
    QString requestId = {};

    friend bool operator==(const ActivityEntry &, const ActivityEntry &) = default;
};

void read(JsonReader &reader, ActivityEntry &entry);
QJsonObject toJson(const ActivityEntry &entry);

/// The query of GET /activity; newest first.
struct ActivityFilter
{
    IdFilter<AccountId> actor = {};
    QStringList actions = {};
    QStringList entities = {};
    QList<TicketId> tickets = {};
    QList<DeskId> desks = {};
    QDateTime after = {};
    QDateTime before = {};
    QString search = {}; ///< `q`: a part of the actor's name or of the action
    PageRequest page = {};

    friend bool operator==(const ActivityFilter &, const ActivityFilter &) = default;
};

void read(QueryReader &reader, ActivityFilter &filter);
QueryItems toQuery(const ActivityFilter &filter);

} // namespace Deskbell
