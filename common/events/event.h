// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/accounts/personref.h"
#include "common/presence/ticketpresence.h"

namespace Deskbell {

/// What the event stream tells, as its `event:` line names it.
enum class EventType {
    TicketCreated,
    TicketUpdated,
    TicketDeleted,
    TicketRestored,
    TicketHidden, ///< the receiver lost sight of it; only id and ticketId are told
    ReplyCreated,
    ReplyUpdated,
    ReplyDeleted,
    NoteCreated, ///< notes only go to holders of ticket.note
    NoteUpdated,
    NoteDeleted,
    AttachmentCreated,
    AttachmentDeleted,
    ApprovalRequested, ///< to whoever is asked, by their name or as a proxy; again as a reminder
    ApprovalDecided,   ///< to whom it concerns: who asked, and who was asked
    ApprovalStuck,     ///< to holders of approval.manage on the desk
    SlaWarning,        ///< to holders of ticket.note: little is left of what was promised
    SlaBreached,       ///< to the same: it was not kept
    TicketClosing,     ///< the system is going to close it; with when
    AccessRequested,   ///< to whoever may let somebody into the ticket
    BulkUpdated,       ///< to whoever began it: it went on, or its state is another one
    AccountUpdated,
    DeskUpdated, ///< a desk, or something of it: categories, teams, workflow
    RoleUpdated, ///< made, changed or removed, as the two below: to whoever may list them
    OrganisationUpdated,
    TagUpdated,         ///< to whoever manages desks or parts of them
    CannedReplyUpdated, ///< to whoever has it
    WatcherAdded,       ///< to who follows the ticket now because somebody else added them
    ReactionChanged,
    ChecklistChanged, ///< these two to holders of ticket.note, as notes
    TimeSpentChanged,
    NotificationCreated, ///< these two to their owner alone
    NotificationUpdated, ///< some were read, or not yet after all
    PresenceChanged,     ///< to staff; not numbered, for what was is of no use to who comes later
    SessionEnded,
    Reset, ///< the past is gone: read afresh
};

template <>
struct WireEnum<EventType>
{
    static constexpr auto names = std::to_array<WireName<EventType>>({
            {EventType::TicketCreated, "ticket.created"},
            {EventType::TicketUpdated, "ticket.updated"},
            {EventType::TicketDeleted, "ticket.deleted"},
            {EventType::TicketRestored, "ticket.restored"},
            {EventType::TicketHidden, "ticket.hidden"},
            {EventType::ReplyCreated, "reply.created"},
            {EventType::ReplyUpdated, "reply.updated"},
            {EventType::ReplyDeleted, "reply.deleted"},
            {EventType::NoteCreated, "note.created"},
            {EventType::NoteUpdated, "note.updated"},
            {EventType::NoteDeleted, "note.deleted"},
            {EventType::AttachmentCreated, "attachment.created"},
            {EventType::AttachmentDeleted, "attachment.deleted"},
            {EventType::ApprovalRequested, "approval.requested"},
            {EventType::ApprovalDecided, "approval.decided"},
            {EventType::ApprovalStuck, "approval.stuck"},
            {EventType::SlaWarning, "sla.warning"},
            {EventType::SlaBreached, "sla.breached"},
            {EventType::TicketClosing, "ticket.closing"},
            {EventType::AccessRequested, "access.requested"},
            {EventType::BulkUpdated, "bulk.updated"},
            {EventType::AccountUpdated, "account.updated"},
            {EventType::DeskUpdated, "desk.updated"},
            {EventType::RoleUpdated, "role.updated"},
            {EventType::OrganisationUpdated, "organisation.updated"},
            {EventType::TagUpdated, "tag.updated"},
            {EventType::CannedReplyUpdated, "canned_reply.updated"},
            {EventType::WatcherAdded, "watcher.added"},
            {EventType::ReactionChanged, "reaction.changed"},
            {EventType::ChecklistChanged, "checklist.changed"},
            {EventType::TimeSpentChanged, "time_spent.changed"},
            {EventType::NotificationCreated, "notification.created"},
            {EventType::NotificationUpdated, "notification.updated"},
            {EventType::PresenceChanged, "presence.changed"},
            {EventType::SessionEnded, "session.ended"},
            {EventType::Reset, "reset"},
    });
};

/// Whether a ticket, or what is written on it, is another one after an event of this type that is
/// about one: whoever shows it reads it again.
bool changesTicket(EventType type);

/// The `data:` of an event. The type stands in the `event:` line beside it, the resume token in
/// `id:`.
struct Event
{
    EventType type = EventType::Reset;
    AnyEntityId id = {};      ///< of what the type is about: ticket, reply, account, …
    TicketId ticketId = {};   ///< none for what is not about a ticket
    int version = 0;          ///< of the entity; 0: it has none
    QJsonObject changes = {}; ///< by field: {"old": …, "new": …}, as the ticket shows them
    std::optional<PersonRef> actor = {}; ///< nobody: the system
    QDateTime at = {};
    std::optional<TicketPresence> presence = {}; ///< of PresenceChanged

    friend bool operator==(const Event &, const Event &) = default;
};

/// Reads the data; the type is the caller's business.
void read(JsonReader &reader, Event &event);
/// The data, without the type.
QJsonObject toJson(const Event &event);

/// Reads a whole event as the stream delivers it. Malformed (`event.unknown_type`) for a type that
/// this program does not know, which a client skips.
[[nodiscard]] Result<Event> eventFromStream(QByteArrayView type, const QJsonObject &data,
                                            Unknown unknown = Unknown::Refused);

} // namespace Deskbell
