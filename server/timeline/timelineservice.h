// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/timeline/mentionquery.h"
#include "common/timeline/replydraft.h"
#include "common/timeline/timelineentry.h"
#include "server/api/entity.h"
#include "server/base/context.h"

#include <optional>

/// What people write on a ticket. Replies are read by everybody who sees the ticket; they stamp the
/// first response, may mark the solution and may make the workflow act. Notes are for holders of
/// ticket.note on the desk, and nothing of the ticket may tell anybody else that there is one: they
/// change nothing but the timeline.
namespace Deskbell::Server::TimelineService {

/// NotFound, Forbidden, Conflict (ticket.deleted; ticket.claimed, see ClaimService), Invalid
/// (attachmentIds). Mentions of who could not read it are left out.
Result<Entity> write(Context &context, TicketId ticket, const ReplyDraft &draft);

/// The author may change words and files for a while (ServiceSettings::editWindow, then Conflict,
/// reply.edit_window_over), holders of comment.edit_any at any time. The solution is marked by
/// staff and by the requester. Conflict (reply.deleted), VersionMismatch.
Result<Entity> change(Context &context, TicketId ticket, TimelineEntryId entry,
                      const ReplyPatch &patch, const std::optional<int> &version);

/// The same for removing: the entry keeps its place without words and files.
Result<> remove(Context &context, TicketId ticket, TimelineEntryId entry,
                const std::optional<int> &version);

enum class Reacting { Add, Take };
/// A sign on a reply or note, by who may write such a one; given or taken back twice is once.
/// NotFound, Forbidden, Conflict (ticket.deleted, reply.deleted).
Result<> react(Context &context, TicketId ticket, TimelineEntryId entry, ReactionKind kind,
               Reacting reacting);

/// Whom a reply or note could mention. NotFound, Forbidden.
Result<MentionablePeople> listMentionable(Context &context, TicketId ticket,
                                          const MentionQuery &query);

} // namespace Deskbell::Server::TimelineService
