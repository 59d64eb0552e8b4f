// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/jsonreader.h"
#include "common/desks/deskref.h"
#include "common/tickets/ticketref.h"

namespace Deskbell {

using TicketTriggerId = Id<struct TicketTriggerTag>;
using TriggerRunId = Id<struct TriggerRunTag>;

/// What must happen to a ticket for a trigger to look at it.
enum class TriggerMoment {
    Created,
    Updated, ///< anything of its fields, the three below included
    StatusChanged,
    Assigned, ///< to somebody
    RequesterReplied,
    StaffReplied, ///< or anybody else but the requester
    NoteAdded,
};

template <>
struct WireEnum<TriggerMoment>
{
    static constexpr auto names = std::to_array<WireName<TriggerMoment>>({
            {TriggerMoment::Created, "created"},
            {TriggerMoment::Updated, "updated"},
            {TriggerMoment::StatusChanged, "status_changed"},
            {TriggerMoment::Assigned, "assigned"},
            {TriggerMoment::RequesterReplied, "requester_replied"},
            {TriggerMoment::StaffReplied, "staff_replied"},
            {TriggerMoment::NoteAdded, "note_added"},
    });
};

enum class TriggerActionKind {
    SetPriority, ///< the priority
    Assign,      ///< the id of an account, or empty: nobody
    SetTeam,     ///< the id of a team, or empty: none
    AddTag,
    RemoveTag,
    SetStatus, ///< the key of a status, by a transition that asks for nothing
    AddNote,   ///< its words; internal
    Notify,    ///< "assignee", "undertaker" (who could take it), "requester", "watcher"
};

template <>
struct WireEnum<TriggerActionKind>
{
    static constexpr auto names = std::to_array<WireName<TriggerActionKind>>({
            {TriggerActionKind::SetPriority, "set_priority"},
            {TriggerActionKind::Assign, "assign"},
            {TriggerActionKind::SetTeam, "set_team"},
            {TriggerActionKind::AddTag, "add_tag"},
            {TriggerActionKind::RemoveTag, "remove_tag"},
            {TriggerActionKind::SetStatus, "set_status"},
            {TriggerActionKind::AddNote, "add_note"},
            {TriggerActionKind::Notify, "notify"},
    });
};

/// `{"do":"set_priority","value":"high"}`.
struct TriggerAction
{
    TriggerActionKind kind = TriggerActionKind::SetPriority;
    QString value = {};

    friend bool operator==(const TriggerAction &, const TriggerAction &) = default;
};

void read(JsonReader &reader, TriggerAction &value);
QJsonObject toJson(const TriggerAction &value);

constexpr qsizetype maxTriggerActions = 20;

/// On an event, if conditions hold, actions.
struct TicketTrigger
{
    TicketTriggerId id = {};
    std::optional<DeskRef> desk = {}; ///< none: of tickets of every desk
    QString name = {};
    bool isEnabled = true;
    int position = 0; ///< among those that look at the same event, the lowest first
    TriggerMoment moment = TriggerMoment::Created;
    QString query = {}; ///< in the language of the search box; empty: always
    QList<TriggerAction> actions = {};
    int version = 1;

    friend bool operator==(const TicketTrigger &, const TicketTrigger &) = default;
};

void read(JsonReader &reader, TicketTrigger &value);
QJsonObject toJson(const TicketTrigger &value);

/// POST /triggers.
struct TicketTriggerDraft
{
    DeskId desk = {};
    QString name = {};
    bool isEnabled = true;
    int position = 0;
    TriggerMoment moment = TriggerMoment::Created;
    QString query = {};
    QList<TriggerAction> actions = {};

    friend bool operator==(const TicketTriggerDraft &, const TicketTriggerDraft &) = default;
};

void read(JsonReader &reader, TicketTriggerDraft &value);
QJsonObject toJson(const TicketTriggerDraft &value);
/// Keys beside those of every validation: `query_needs_viewer` for a query whose answer depends on
/// who asks, for nobody does here.
QList<FieldError> validate(const TicketTriggerDraft &value);

/// PATCH /triggers/{id}; what is not given stays. The desk never changes.
struct TicketTriggerPatch
{
    Given<QString> name = {};
    Given<bool> isEnabled = {};
    Given<int> position = {};
    Given<TriggerMoment> moment = {};
    Given<QString> query = {};
    Given<QList<TriggerAction>> actions = {}; ///< replaces all of them

    friend bool operator==(const TicketTriggerPatch &, const TicketTriggerPatch &) = default;
};

void read(JsonReader &reader, TicketTriggerPatch &value);
QJsonObject toJson(const TicketTriggerPatch &value);

TicketTriggerDraft draftOf(const TicketTrigger &trigger);
/// What is left of the draft when the patch is applied.
void apply(const TicketTriggerPatch &patch, TicketTriggerDraft &draft);

enum class TriggerOutcome {
    Done,
    NotMet,  ///< the conditions did not hold, or the ticket was gone
    Failed,  ///< with a reason; nothing was changed
    Stopped, ///< it would have gone round in a circle, or was switched off meanwhile
};

template <>
struct WireEnum<TriggerOutcome>
{
    static constexpr auto names = std::to_array<WireName<TriggerOutcome>>({
            {TriggerOutcome::Done, "done"},
            {TriggerOutcome::NotMet, "not_met"},
            {TriggerOutcome::Failed, "failed"},
            {TriggerOutcome::Stopped, "stopped"},
    });
};

/// A line of the log of a trigger.
struct TriggerRun
{
    TriggerRunId id = {};
    std::optional<TicketRef> ticket = {};       ///< none: one that the reader does not see
    std::optional<TriggerOutcome> outcome = {}; ///< none: it waits
    QString reason = {}; ///< of Failed: the key of the error; of Stopped: loop, too_deep, disabled
    QDateTime queuedAt = {};
    QDateTime finishedAt = {};

    friend bool operator==(const TriggerRun &, const TriggerRun &) = default;
};

void read(JsonReader &reader, TriggerRun &value);
QJsonObject toJson(const TriggerRun &value);

} // namespace Deskbell
