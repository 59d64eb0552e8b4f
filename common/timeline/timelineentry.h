// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/accounts/personref.h"
#include "common/attachments/attachment.h"

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
    Status,       ///< old, new: status keys; oldLabel, newLabel; reason?, comment?, trigger?
    Assignment,   ///< old, new: PersonRef or null; role? or team? when it was this person's turn
    Transfer,     ///< old, new: {assignee, team}; reason
    Escalation,   ///< old, new: PersonRef or null; role, reason, waiting?
    NobodyChosen, ///< old, new; role or team; waiting: why it could be nobody's turn
    Team,         ///< old, new: TeamRef or null
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
    Rated,             ///< score, comment?
    Deleted,
    Restored,
    Worked, ///< of an imported history: somebody worked on it, the source does not say what
    ApprovalTemplate, ///< old, new: ApprovalTemplateRef or null
    ApprovalStarted,  ///< template: its name
    ApprovalVoted,    ///< step, decision, reason?, comment?; for?: [PersonRef] whose proxy decided
    ApprovalStepDone, ///< step
    ApprovalEnded,    ///< template, state: approved, rejected, expired, cancelled
    ApprovalStuck,    ///< step, stuck: why it cannot be completed
    ApprovalReassigned, ///< step, old: PersonRef or null, new: PersonRef; comment?
    ApprovalReminded,   ///< step
    AccessGranted,      ///< person: PersonRef, or role: RoleRef
    AccessRevoked,      ///< the same
    SlaWarning,         ///< target, dueAt, policy: its name
    SlaBreached,        ///< the same
    ClosingSoon,        ///< dueAt: when the system closes it, if nothing comes between
    Merged,            ///< into or from: {id, number}; what was said went there, or came from there
    MergeUndone,       ///< the same
    Split,             ///< the same, of a part of it
    SplitUndone,       ///< the same
    Linked,            ///< kind: a LinkKind, ticket: {id, number}; internal
    Unlinked,          ///< the same
    ChecklistDone,     ///< text; internal, as the next two
    ChecklistReopened, ///< text
    TimeSpent,         ///< minutes, note?
};

template <>
struct WireEnum<TimelineEvent>
{
    static constexpr auto names = std::to_array<WireName<TimelineEvent>>({
            {TimelineEvent::Created, "created"},
            {TimelineEvent::Status, "status"},
            {TimelineEvent::Assignment, "assignment"},
            {TimelineEvent::Transfer, "transfer"},
            {TimelineEvent::Escalation, "escalation"},
            {TimelineEvent::NobodyChosen, "nobody_chosen"},
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
            {TimelineEvent::Rated, "rated"},
            {TimelineEvent::Deleted, "deleted"},
            {TimelineEvent::Restored, "restored"},
            {TimelineEvent::Worked, "worked"},
            {TimelineEvent::ApprovalTemplate, "approval_template"},
            {TimelineEvent::ApprovalStarted, "approval_started"},
            {TimelineEvent::ApprovalVoted, "approval_voted"},
            {TimelineEvent::ApprovalStepDone, "approval_step_done"},
            {TimelineEvent::ApprovalEnded, "approval_ended"},
            {TimelineEvent::ApprovalStuck, "approval_stuck"},
            {TimelineEvent::ApprovalReassigned, "approval_reassigned"},
            {TimelineEvent::ApprovalReminded, "approval_reminded"},
            {TimelineEvent::AccessGranted, "access_granted"},
            {TimelineEvent::AccessRevoked, "access_revoked"},
            {TimelineEvent::SlaWarning, "sla_warning"},
            {TimelineEvent::SlaBreached, "sla_breached"},
            {TimelineEvent::ClosingSoon, "closing_soon"},
            {TimelineEvent::Merged, "merged"},
            {TimelineEvent::MergeUndone, "merge_undone"},
            {TimelineEvent::Split, "split"},
            {TimelineEvent::SplitUndone, "split_undone"},
            {TimelineEvent::Linked, "linked"},
            {TimelineEvent::Unlinked, "unlinked"},
            {TimelineEvent::ChecklistDone, "checklist_done"},
            {TimelineEvent::ChecklistReopened, "checklist_reopened"},
            {TimelineEvent::TimeSpent, "time_spent"},
    });
};

/// What one can say of a reply or note with a single sign.
enum class ReactionKind { ThumbsUp, Heart, Celebrate, Done, Eyes, Question };

template <>
struct WireEnum<ReactionKind>
{
    static constexpr auto names = std::to_array<WireName<ReactionKind>>({
            {ReactionKind::ThumbsUp, "thumbs_up"},
            {ReactionKind::Heart, "heart"},
            {ReactionKind::Celebrate, "celebrate"},
            {ReactionKind::Done, "done"},
            {ReactionKind::Eyes, "eyes"},
            {ReactionKind::Question, "question"},
    });
};

/// Who said it.
struct Reaction
{
    ReactionKind kind = ReactionKind::ThumbsUp;
    QList<PersonRef> people = {};

    friend bool operator==(const Reaction &, const Reaction &) = default;
};

void read(JsonReader &reader, Reaction &reaction);
QJsonObject toJson(const Reaction &reaction);

/// One entry of a ticket's timeline, and one of the `replies` of a ticket. What is of no meaning
/// for its kind is empty: events have no message, replies and notes no event.
struct TimelineEntry
{
    TimelineEntryId id = {};
    TicketId ticketId = {};
    TimelineKind kind = TimelineKind::Event;
    std::optional<TimelineEvent> event = {}; ///< `eventType` on the wire
    std::optional<PersonRef> author = {};    ///< nobody: the system
    QString message = {};                    ///< Markdown; empty once deleted
    bool isInternal = false;                 ///< only holders of ticket.note get it
    bool isSolution = false;
    QJsonObject details = {};
    QList<PersonRef> mentions = {}; ///< who was addressed by "@" and their name
    QList<Reaction> reactions = {};
    QList<Attachment> attachments = {};
    QDateTime createdAt = {};
    QDateTime editedAt = {};  ///< invalid while it is as it was written
    QDateTime deletedAt = {}; ///< invalid unless deleted
    int version = 1;

    friend bool operator==(const TimelineEntry &, const TimelineEntry &) = default;
};

void read(JsonReader &reader, TimelineEntry &entry);
QJsonObject toJson(const TimelineEntry &entry);

} // namespace Deskbell
