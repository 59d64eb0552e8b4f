// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/timeline/reply.h"

namespace Deskbell {

enum class TimelineKind {
    Reply,
    Note, ///< internal: only for holders of ticket.note
    Event,
};

template <>
struct WireEnum<TimelineKind>
{
    static constexpr auto names = std::to_array<WireName<TimelineKind>>({
            {TimelineKind::Reply, "reply"},
            {TimelineKind::Note, "note"},
            {TimelineKind::Event, "event"},
    });
};

/// What happened to a ticket. `details` of the entry hold what people want to know:
/// for changes `old` and `new` (as the ticket shows them: a status key, a PersonRef, a list of tags
/// …), further a `reason`, a `comment`, and for what the system did by itself a `trigger`.
enum class TimelineEvent {
    Created,
    Status,     ///< old, new: status keys; oldLabel, newLabel; reason?, comment?, trigger?
    Assignment, ///< old, new: PersonRef or null; reason?
    Transfer,   ///< old, new: {assignee, team}; reason
    Team,       ///< old, new: TeamRef or null
    Priority,
    Category,
    Title,
    Description, ///< without old and new
    Requester,
    Tags,
    DueDate,
    Visibility,
    CustomFields,
    AttachmentAdded,   ///< attachmentId, fileName
    AttachmentRemoved, ///< attachmentId, fileName
    Deleted,
    Restored,
};

template <>
struct WireEnum<TimelineEvent>
{
    static constexpr auto names = std::to_array<WireName<TimelineEvent>>({
            {TimelineEvent::Created, "created"},
            {TimelineEvent::Status, "status"},
            {TimelineEvent::Assignment, "assignment"},
            {TimelineEvent::Transfer, "transfer"},
            {TimelineEvent::Team, "team"},
            {TimelineEvent::Priority, "priority"},
            {TimelineEvent::Category, "category"},
            {TimelineEvent::Title, "title"},
            {TimelineEvent::Description, "description"},
            {TimelineEvent::Requester, "requester"},
            {TimelineEvent::Tags, "tags"},
            {TimelineEvent::DueDate, "due_date"},
            {TimelineEvent::Visibility, "visibility"},
            {TimelineEvent::CustomFields, "custom_fields"},
            {TimelineEvent::AttachmentAdded, "attachment_added"},
            {TimelineEvent::AttachmentRemoved, "attachment_removed"},
            {TimelineEvent::Deleted, "deleted"},
            {TimelineEvent::Restored, "restored"},
    });
};

/// One entry of a ticket's timeline: `reply` is there for replies and notes, `event` for events.
struct TimelineEntry
{
    TimelineEntryId id = {};
    TimelineKind kind = TimelineKind::Event;
    std::optional<PersonRef> author = {}; ///< nobody: the system
    QDateTime createdAt = {};
    std::optional<Reply> reply = {};
    std::optional<TimelineEvent> event = {};
    QJsonObject details = {};

    friend bool operator==(const TimelineEntry &, const TimelineEntry &) = default;
};

void read(JsonReader &reader, TimelineEntry &entry);
QJsonObject toJson(const TimelineEntry &entry);

} // namespace Deskbell
