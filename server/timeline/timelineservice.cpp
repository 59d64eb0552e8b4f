// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/timeline/timelineservice.h"

#include "server/activity/activitylog.h"
#include "server/attachments/attachmentservice.h"
#include "server/base/environment.h"
#include "server/db/transaction.h"
#include "server/events/eventlog.h"
#include "server/presence/claimservice.h"
#include "server/tickets/ticketchange.h"
#include "server/tickets/ticketrepository.h"
#include "server/timeline/timelinerepository.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::TimelineService {

namespace {

using TimelineRepository::Comment;

enum class Happening { Created, Updated, Deleted };

EventType eventOf(Happening happening, bool internal)
{
    switch (happening) {
    case Happening::Created: return internal ? EventType::NoteCreated : EventType::ReplyCreated;
    case Happening::Updated: return internal ? EventType::NoteUpdated : EventType::ReplyUpdated;
    case Happening::Deleted: return internal ? EventType::NoteDeleted : EventType::ReplyDeleted;
    }
    Q_UNREACHABLE();
}

const char *actionOf(Happening happening)
{
    switch (happening) {
    case Happening::Created: return "create";
    case Happening::Updated: return "update";
    case Happening::Deleted: return "delete";
    }
    Q_UNREACHABLE();
}

Result<> announce(Context &context, TicketId ticket, TimelineEntryId entry, int version,
                  EventType type, bool internal, const QList<AccountId> &mentioned = {})
{
    return appendEvent(context, {.type = type,
                                 .ticket = ticket,
                                 .data = {{u"id"_s, entry.value()}, {u"version"_s, version}},
                                 .internal = internal,
                                 .mentioned = mentioned});
}

/// What the log says of a reply. Of a note it says only that there is one: not everybody who reads
/// the log may read notes.
QJsonObject valuesOf(const Comment &comment)
{
    if (comment.internal)
        return {};
    return {{u"message"_s, comment.message}, {u"isSolution"_s, comment.isSolution}};
}

/// Activity log and event of a reply or note.
Result<> tell(Context &context, const StoredTicket &ticket, Happening happening,
              const Comment &before, const Comment &after, const QList<AccountId> &mentioned = {})
{
    auto recorded = recordActivity(
            context,
            {.entity = after.internal ? "note" : "reply",
             .action = actionOf(happening),
             .entityId = after.id.value(),
             .ticket = ticket.id,
             .desk = ticket.desk.id,
             .internal = after.internal,
             .oldValue = happening == Happening::Created ? QJsonObject() : valuesOf(before),
             .newValue = happening == Happening::Deleted ? QJsonObject() : valuesOf(after)});
    if (!recorded)
        return recorded;
    return announce(context, ticket.id, after.id, after.version, eventOf(happening, after.internal),
                    after.internal, mentioned);
}

/// A ticket has one solution.
Result<> unmarkOthers(Context &context, TicketId ticket, TimelineEntryId solution)
{
    auto cleared = TimelineRepository::clearSolutions(context.db, ticket, solution);
    if (!cleared)
        return fail(cleared.error());
    for (const auto &[entry, version] : std::as_const(*cleared)) {
        auto told = announce(context, ticket, entry, version, EventType::ReplyUpdated, false);
        if (!told)
            return told;
    }
    return {};
}

/// Staff say what the solution is, and so does whoever asked.
Result<> requireMarking(const Context &context, const StoredTicket &ticket)
{
    const bool asked = ticket.relationOf(context.principal.account).requester;
    if (asked || context.principal.grants.holds(Permission::TicketReply, ticket.desk.id))
        return {};
    return fail(Error::forbidden(codeOf(Permission::TicketReply)));
}

/// What a reply does to its ticket: a new version in any case.
Result<> touchTicket(Context &context, const StoredTicket &before)
{
    const TicketRelation relation = before.relationOf(context.principal.account);
    StoredTicket after = before;
    if (!relation.requester && !after.firstResponseAt.isValid())
        after.firstResponseAt = context.now();
    ChangeStory story{.action = "update"};
    const auto trigger = replyTrigger(context.principal.grants, before.desk.id, relation);
    if (trigger) {
        auto definition = workflowOf(context, before.workflow);
        if (!definition)
            return fail(definition.error());
        story.trigger = enterAutomatically(after, **definition, *trigger, context.now());
    }
    return saveTicket(context, before, after, story, Touch::Always);
}

/// Who answers while somebody else is doing so says why; and who has answered is no longer doing
/// so. Notes are in nobody's way, and whoever asks may always go on.
Result<> respectClaim(Context &context, const StoredTicket &ticket, const ReplyDraft &draft)
{
    const AccountId author = context.principal.account;
    if (!ticket.claimedBy || draft.isInternal)
        return {};
    if (ticket.claimedBy->id == author)
        return ClaimService::dropOwn(context, ticket.id);
    if (ticket.relationOf(author).isOwn())
        return {};
    if (draft.despiteClaim.isEmpty())
        return fail(ClaimService::claimedBy(*ticket.claimedBy));
    return recordActivity(context, {.entity = "claim",
                                    .action = "override",
                                    .entityId = ticket.claimedBy->id.value(),
                                    .ticket = ticket.id,
                                    .desk = ticket.desk.id,
                                    .newValue = {{u"reason"_s, draft.despiteClaim}}});
}

/// Whom it mentions, as far as they may be.
Result<QList<AccountId>> mention(Context &context, const StoredTicket &ticket,
                                 TimelineEntryId entry, const ReplyDraft &draft)
{
    if (draft.mentions.isEmpty())
        return QList<AccountId>();
    return TimelineRepository::insertMentions(context.db, ticket.id, entry,
                                              context.principal.account, draft.isInternal,
                                              draft.mentions);
}

Result<TimelineEntryId> insert(Context &context, const StoredTicket &ticket,
                               const ReplyDraft &draft)
{
    auto entry = TimelineRepository::insert(
            context.db, {.ticket = ticket.id,
                         .kind = draft.isInternal ? TimelineKind::Note : TimelineKind::Reply,
                         .internal = draft.isInternal,
                         .author = context.principal.account,
                         .message = draft.message,
                         .isSolution = draft.isSolution,
                         .at = context.now()});
    if (!entry)
        return entry;
    auto attached
            = attachUploads(context, ticket.id, *entry, draft.attachmentIds, draft.isInternal);
    if (!attached)
        return fail(attached.error());
    if (draft.isSolution) {
        if (auto unmarked = unmarkOthers(context, ticket.id, *entry); !unmarked)
            return fail(unmarked.error());
    }
    return entry;
}

/// The reply or note, with the version that the caller named. Its ticket is locked.
Result<Comment> selectComment(Context &context, const StoredTicket &ticket, TimelineEntryId entry,
                              const std::optional<int> &version)
{
    auto comment = TimelineRepository::selectComment(
            context.db, ticket.id, entry, seesNotes(context.principal.grants, ticket.desk.id));
    if (!comment)
        return fail(comment.error());
    if (!*comment)
        return fail(Error::notFound(u"reply"_s));
    if (version && *version != (*comment)->version) {
        auto current = TimelineRepository::selectAnswer(context.db, entry);
        if (!current)
            return fail(current.error());
        if (auto same = checkVersion(version, *current); !same)
            return fail(same.error());
    }
    if (ticket.isDeleted()) {
        return fail({.code = ErrorCode::Conflict,
                     .key = "ticket.deleted",
                     .detail = u"The ticket was deleted."_s});
    }
    if ((*comment)->deletedAt.isValid()) {
        return fail({.code = ErrorCode::Conflict,
                     .key = "reply.deleted",
                     .detail = u"The reply was deleted."_s});
    }
    return std::move(**comment);
}

/// One's own words can be changed and taken back for a while, with the right any at any time.
Result<> requireRewriting(const Context &context, const StoredTicket &ticket,
                          const Comment &comment, Permission any,
                          bool (*may)(const Grants &, DeskId, const ReplyRelation &))
{
    const Grants &grants = context.principal.grants;
    const ReplyRelation relation{.author = comment.author == context.principal.account,
                                 .internal = comment.internal};
    if (!may(grants, ticket.desk.id, relation))
        return fail(Error::forbidden(codeOf(any)));
    const std::chrono::minutes window = context.environment.settings.editWindow;
    if (grants.holds(any, ticket.desk.id)
        || context.now() <= comment.createdAt.addSecs(std::chrono::seconds(window).count()))
        return {};
    return fail({.code = ErrorCode::Conflict,
                 .key = "reply.edit_window_over",
                 .detail = u"One's own reply can be changed for a while only."_s,
                 .params = {{u"minutes"_s, qint64(window.count())}}});
}

Result<> apply(Context &context, const StoredTicket &ticket, const ReplyPatch &patch,
               Comment &comment)
{
    if ((patch.message && *patch.message != comment.message) || !patch.attachmentIds.isEmpty()) {
        auto allowed = requireRewriting(context, ticket, comment, Permission::CommentEditAny,
                                        &mayEditReply);
        if (!allowed)
            return allowed;
        comment.message = patch.message.value_or(comment.message);
    }
    if (patch.isSolution && *patch.isSolution != comment.isSolution) {
        if (comment.internal) // the requester could not read what solved it
            return fail(Error::invalidField(u"isSolution"_s, "invalid"));
        if (auto allowed = requireMarking(context, ticket); !allowed)
            return allowed;
        comment.isSolution = *patch.isSolution;
    }
    return attachUploads(context, ticket.id, comment.id, patch.attachmentIds, comment.internal);
}

} // namespace

Result<Entity> write(Context &context, TicketId id, const ReplyDraft &draft)
{
    return Db::inTransaction<Entity>(context.db, [&]() -> Result<Entity> {
        auto ticket = lockTicket(context, id);
        if (!ticket)
            return fail(ticket.error());
        auto allowed = requireAction(context, *ticket,
                                     draft.isInternal ? TicketAction::Note : TicketAction::Reply);
        if (allowed && draft.isSolution)
            allowed = requireMarking(context, *ticket);
        if (!allowed)
            return fail(allowed.error());
        if (auto free = respectClaim(context, *ticket, draft); !free)
            return fail(free.error());
        auto entry = insert(context, *ticket, draft);
        if (!entry)
            return fail(entry.error());
        auto mentioned = mention(context, *ticket, *entry, draft);
        if (!mentioned)
            return fail(mentioned.error());
        const Comment written{.id = *entry,
                              .internal = draft.isInternal,
                              .message = draft.message,
                              .isSolution = draft.isSolution};
        if (auto told = tell(context, *ticket, Happening::Created, {}, written, *mentioned); !told)
            return fail(told.error());
        if (!draft.isInternal) {
            if (auto touched = touchTicket(context, *ticket); !touched)
                return fail(touched.error());
        }
        return TimelineRepository::selectAnswer(context.db, *entry);
    });
}

Result<Entity> change(Context &context, TicketId id, TimelineEntryId entry, const ReplyPatch &patch,
                      const std::optional<int> &version)
{
    return Db::inTransaction<Entity>(context.db, [&]() -> Result<Entity> {
        auto ticket = lockTicket(context, id);
        if (!ticket)
            return fail(ticket.error());
        auto before = selectComment(context, *ticket, entry, version);
        if (!before)
            return fail(before.error());
        Comment after = *before;
        if (auto applied = apply(context, *ticket, patch, after); !applied)
            return fail(applied.error());
        const bool changed = after.message != before->message
                             || after.isSolution != before->isSolution
                             || !patch.attachmentIds.isEmpty();
        if (!changed)
            return TimelineRepository::selectAnswer(context.db, entry);
        auto updated = TimelineRepository::updateComment(context.db, *before, after,
                                                         context.principal.account, context.now());
        if (!updated)
            return fail(updated.error());
        ++after.version;
        if (after.isSolution && !before->isSolution) {
            if (auto unmarked = unmarkOthers(context, id, entry); !unmarked)
                return fail(unmarked.error());
        }
        if (auto told = tell(context, *ticket, Happening::Updated, *before, after); !told)
            return fail(told.error());
        return TimelineRepository::selectAnswer(context.db, entry);
    });
}

Result<> remove(Context &context, TicketId id, TimelineEntryId entry,
                const std::optional<int> &version)
{
    return Db::inTransaction(context.db, [&]() -> Result<> {
        auto ticket = lockTicket(context, id);
        if (!ticket)
            return fail(ticket.error());
        auto comment = selectComment(context, *ticket, entry, version);
        if (!comment)
            return fail(comment.error());
        auto allowed = requireRewriting(context, *ticket, *comment, Permission::CommentDeleteAny,
                                        &mayDeleteReply);
        if (!allowed)
            return allowed;
        auto removed = TimelineRepository::removeComment(context.db, entry,
                                                         context.principal.account, context.now());
        if (!removed)
            return removed;
        Comment after = *comment;
        ++after.version;
        return tell(context, *ticket, Happening::Deleted, *comment, after);
    });
}

Result<> react(Context &context, TicketId id, TimelineEntryId entry, ReactionKind kind,
               Reacting reacting)
{
    return Db::inTransaction(context.db, [&]() -> Result<> {
        auto ticket = lockTicket(context, id);
        if (!ticket)
            return fail(ticket.error());
        auto comment = selectComment(context, *ticket, entry, {});
        if (!comment)
            return fail(comment.error());
        auto allowed = requireAction(context, *ticket,
                                     comment->internal ? TicketAction::Note : TicketAction::Reply);
        if (!allowed)
            return allowed;
        const AccountId person = context.principal.account;
        auto rows = reacting == Reacting::Add
                            ? context.db.run("timeline/insert_reaction", {{":entry", entry},
                                                                          {":account", person},
                                                                          {":kind", toWire(kind)},
                                                                          {":now", context.now()}})
                            : context.db.run("timeline/delete_reaction", {{":entry", entry},
                                                                          {":account", person},
                                                                          {":kind", toWire(kind)}});
        if (!rows)
            return fail(rows.error());
        if (rows->affected() == 0)
            return {};
        return announce(context, id, entry, comment->version, EventType::ReactionChanged,
                        comment->internal);
    });
}

Result<MentionablePeople> listMentionable(Context &context, TicketId id, const MentionQuery &query)
{
    auto ticket
            = TicketRepository::select(context.db, id, context.principal.account, context.now());
    if (!ticket)
        return fail(ticket.error());
    if (!*ticket)
        return fail(Error::notFound(u"ticket"_s));
    auto allowed = requireAction(context, **ticket,
                                 query.isInternal.value_or(false) ? TicketAction::Note
                                                                  : TicketAction::Reply);
    if (!allowed)
        return fail(allowed.error());
    auto rows = context.db.run("timeline/list_mentionable",
                               {{":viewer", context.principal.account},
                                {":ticket", id},
                                {":internal", query.isInternal.value_or(false)},
                                {":search", query.search}});
    if (!rows)
        return fail(rows.error());
    MentionablePeople people;
    while (rows->next())
        people.data.append({.id = rows->id<AccountId>(0), .displayName = rows->text(1)});
    return people;
}

} // namespace Deskbell::Server::TimelineService
