// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/assignment/ticketstep.h"
#include "server/tickets/storedticket.h"
#include "server/timeline/timelinerepository.h"

/// What a change of a ticket has to tell, found by comparing. Pure.
namespace Deskbell::Server {

/// A field that is another one now; values as the ticket shows them.
struct FieldChange
{
    QString field;
    QJsonValue before;
    QJsonValue after;
    bool isText = false; ///< words of people: for the log, not for the event stream

    friend bool operator==(const FieldChange &, const FieldChange &) = default;
};
QList<FieldChange> fieldChanges(const StoredTicket &before, const StoredTicket &after);

/// The `changes` of an event: by field `{"old","new"}`, without what people wrote.
QJsonObject eventChanges(const QList<FieldChange> &changes);
/// One side of the changes for the activity log, by field.
QJsonObject valuesBefore(const QList<FieldChange> &changes);
QJsonObject valuesAfter(const QList<FieldChange> &changes);

/// What was said about a change and why it came.
struct ChangeStory
{
    const char *action = "update"; ///< its word in the activity log
    QString transferReason = {};   ///< not empty: assignee and team changed as a transfer
    QString escalationReason = {}; ///< not empty: the assignee changed because of an escalation
    QString role = {};             ///< not empty: the assignee is who of this role had their turn
    std::optional<TeamRef> team = {};        ///< as `role`: who of this team
    std::optional<StepWaiting> waiting = {}; ///< why nobody of that role or team could be chosen
    QString comment = {};                    ///< of a change of status
    QStringList notify = {}; ///< whom the workflow wants to be told, as its effects name them
    QString trigger = {};    ///< not empty: the system changed the status, because of this
    bool restores = false;   ///< puts back what was: by that nobody has a turn

    bool isTurn() const { return !role.isEmpty() || team; }
};

/// The events that the timeline shall show, in order, without ticket and time. `person` is who made
/// the change; what the system did by itself has nobody.
QList<TimelineRepository::NewEntry> timelineOf(const StoredTicket &before,
                                               const StoredTicket &after, const ChangeStory &story,
                                               const WorkflowDefinition &definition,
                                               AccountId person);

/// That it was somebody's turn, or that it could be nobody's, without ticket and time.
TimelineRepository::NewEntry turnEntry(const std::optional<PersonRef> &before,
                                       const std::optional<PersonRef> &after,
                                       const ChangeStory &story);

/// Whether somebody may see the ticket now who could not, or the other way round.
bool changesSight(const StoredTicket &before, const StoredTicket &after);

} // namespace Deskbell::Server
