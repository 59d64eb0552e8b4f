// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/links/linkservice.h"

#include "server/activity/activitylog.h"
#include "server/db/transaction.h"
#include "server/desks/managedentity.h"
#include "server/links/ticketmove.h"
#include "server/tickets/ticketchange.h"
#include "server/tickets/ticketsight.h"
#include "server/tickets/ticketundo.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::LinkService {

namespace {

using TicketMove::Kind;
using TicketMove::Moved;

Error refused(const char *key, const QString &detail)
{
    return {.code = ErrorCode::Conflict, .key = key, .detail = detail};
}

QString numberOf(const StoredTicket &ticket)
{
    return u"%1-%2"_s.arg(ticket.desk.key).arg(ticket.number);
}

/// What a timeline tells of another ticket; of its words nothing.
QJsonObject pointerTo(const StoredTicket &ticket)
{
    return {{u"id"_s, ticket.id.value()}, {u"number"_s, numberOf(ticket)}};
}

struct Pair
{
    StoredTicket first;
    StoredTicket second;
};

/// Both, locked in the order in which everybody locks.
Result<Pair> lockBoth(Context &context, TicketId first, TicketId second,
                      const std::optional<int> &version)
{
    const auto lockOne = [&](TicketId ticket) {
        return lockTicket(context, ticket, ticket == first ? version : std::optional<int>());
    };
    auto lower = lockOne(std::min(first, second));
    if (!lower)
        return fail(lower.error());
    auto upper = lockOne(std::max(first, second));
    if (!upper)
        return fail(upper.error());
    return first < second ? Pair{*lower, *upper} : Pair{*upper, *lower};
}

Result<> requireMerging(const Context &context, const Pair &pair)
{
    for (const StoredTicket *ticket : {&pair.first, &pair.second}) {
        if (auto may = requireAction(context, *ticket, TicketAction::Merge); !may)
            return may;
    }
    return {};
}

Result<> tell(Context &context, TicketId ticket, TimelineEvent event, const QJsonObject &details,
              bool internal = false)
{
    auto entry = TimelineRepository::insert(context.db, {.ticket = ticket,
                                                         .event = event,
                                                         .internal = internal,
                                                         .author = context.principal.account,
                                                         .details = details,
                                                         .at = context.now()});
    if (!entry)
        return fail(entry.error());
    return {};
}

/// In both timelines, and in the log of the source.
Result<> tellBoth(Context &context, TimelineEvent event, const char *action,
                  const StoredTicket &source, const StoredTicket &target)
{
    if (auto told = tell(context, source.id, event, {{u"into"_s, pointerTo(target)}}); !told)
        return told;
    if (auto told = tell(context, target.id, event, {{u"from"_s, pointerTo(source)}}); !told)
        return told;
    return recordActivity(context, {.entity = "ticket",
                                    .action = action,
                                    .entityId = source.id.value(),
                                    .ticket = source.id,
                                    .desk = source.desk.id,
                                    .newValue = {{u"into"_s, pointerTo(target)}}});
}

/// A new version, so that whoever looks at it reads it again.
Result<> touch(Context &context, const StoredTicket &ticket)
{
    StoredTicket after = ticket;
    return saveTicket(context, ticket, after, {.action = "update"}, Touch::Always);
}

Result<Answer> answerOf(Context &context, TicketId ticket)
{
    auto sight = selectSight(context, ticket);
    if (sight)
        return Answer(std::move(sight->answer));
    if (sight.error().code == ErrorCode::NotFound)
        return Answer();
    return fail(sight.error());
}

Result<> requireMergeable(Context &context, const StoredTicket &source, const StoredTicket &target)
{
    if (source.requester.id != target.requester.id) {
        return fail(refused("merge.requesters_differ",
                            u"What one person asked would be shown to another one."_s));
    }
    auto rows = context.db.run("links/select_merge_obstacles",
                               {{":source", source.id}, {":target", target.id}});
    if (!rows)
        return fail(rows.error());
    rows->next();
    if (rows->flag(0)) {
        return fail(refused("merge.audiences_differ",
                            u"One of them is restricted, and others see it than the other one."_s));
    }
    if (rows->flag(1))
        return fail(refused("merge.approval_running", u"An approval of the ticket runs."_s));
    if (rows->flag(2))
        return fail(refused("merge.already_merged", u"One of them was merged already."_s));
    return {};
}

/// Where tickets of the workflow end; none: it has no status that is over.
const WorkflowStatus *lastStatus(const WorkflowDefinition &definition)
{
    for (const StatusCategory category : {StatusCategory::Closed, StatusCategory::Resolved}) {
        for (const WorkflowStatus &status : definition.statuses) {
            // To be merged is not to be rejected or withdrawn.
            if (status.category == category
                && (status.key == "closed"_L1 || category == StatusCategory::Resolved))
                return &status;
        }
    }
    for (const WorkflowStatus &status : definition.statuses) {
        if (status.category == StatusCategory::Closed)
            return &status;
    }
    return nullptr;
}

/// Closed by the merge and not by a step of its workflow; the reason names the other ticket.
Result<StoredTicket> closeMerged(Context &context, const StoredTicket &source,
                                 const StoredTicket &target)
{
    auto definition = workflowOf(context, source.workflow);
    if (!definition)
        return fail(definition.error());
    StoredTicket after = source;
    const WorkflowStatus *last = lastStatus(**definition);
    if (last && source.statusCategory != StatusCategory::Closed && source.status != last->key)
        enterStatus(after, **definition, last->key, u"→ "_s + numberOf(target), context.now());
    auto saved = saveTicket(context, source, after, {.action = "merge", .restores = true},
                            Touch::Always);
    if (!saved)
        return fail(saved.error());
    return after;
}

Result<QList<qint64>> copyWatchers(Context &context, TicketId source, TicketId target)
{
    auto rows = context.db.run("links/copy_watchers",
                               {{":source", source}, {":target", target}, {":now", context.now()}});
    if (!rows)
        return fail(rows.error());
    QList<qint64> watchers;
    while (rows->next())
        watchers.append(rows->number(0));
    return watchers;
}

Result<> mergeLocked(Context &context, const StoredTicket &source, const StoredTicket &target)
{
    auto moved = TicketMove::carry(context, source.id, target.id, {});
    if (!moved)
        return fail(moved.error());
    auto watchers = copyWatchers(context, source.id, target.id);
    if (!watchers)
        return fail(watchers.error());
    auto closed = closeMerged(context, source, target);
    if (!closed)
        return fail(closed.error());
    moved->watchers = *watchers;
    moved->was = TicketUndo::valuesOf(source);
    moved->version = closed->version;
    if (auto stored = TicketMove::store(context, Kind::Merge, *moved); !stored)
        return stored;
    if (auto told = tellBoth(context, TimelineEvent::Merged, "merge", source, target); !told)
        return told;
    return touch(context, target);
}

Result<StoredTicket> makeSplit(Context &context, const StoredTicket &source, const QString &title)
{
    const TicketDraft draft{.title = title,
                            .priority = source.priority,
                            .desk = source.desk.id,
                            .category = source.category ? source.category->id : CategoryId(),
                            .requester = source.requester.id,
                            .team = source.team ? source.team->id : TeamId(),
                            .visibility = source.visibility,
                            .customFields = source.customFields};
    auto made = TicketService::create(context, draft);
    if (!made)
        return fail(made.error());
    auto json = parseObject((*made)->json);
    if (!json)
        return fail(Error::internal(json.error().detail));
    const TicketId target(json->value("id"_L1).toInteger());
    if (source.visibility == Visibility::Restricted) {
        auto copied = context.db.run("links/copy_grants", {{":source", source.id},
                                                           {":target", target},
                                                           {":account", context.principal.account},
                                                           {":now", context.now()}});
        if (!copied)
            return fail(copied.error());
    }
    if (auto watchers = copyWatchers(context, source.id, target); !watchers)
        return fail(watchers.error());
    return lockTicket(context, target);
}

/// All of them are replies and notes of the ticket that the caller can read.
Result<> requireEntries(Context &context, const StoredTicket &ticket,
                        const QList<TimelineEntryId> &entries)
{
    auto count = countIn(
            context.db.run("links/count_movable",
                           {{":ticket", ticket.id},
                            {":entries", entries},
                            {":sees_notes", seesNotes(context.principal.grants, ticket.desk.id)}}));
    if (!count)
        return fail(count.error());
    return *count == entries.size() ? Result<>()
                                    : fail(Error::invalidField(u"entries"_s, "not_found"));
}

/// The move that is to be undone, with its tickets, locked in the order of their ids first.
struct Undoing
{
    Moved moved;
    StoredTicket source;
    StoredTicket target;
};
Result<Undoing> lockUndoing(Context &context, Kind kind, TicketId ticket,
                            const std::optional<int> &version)
{
    // Who may not see the ticket learns nothing of what was done with it.
    if (auto seen = selectSight(context, ticket); !seen)
        return fail(seen.error());
    auto moved = TicketMove::lock(context, kind, ticket);
    if (!moved)
        return fail(moved.error());
    if (!*moved) {
        return fail(kind == Kind::Merge
                            ? refused("merge.not_merged", u"The ticket was not merged."_s)
                            : refused("split.not_split", u"The ticket was not split off."_s));
    }
    const bool ofSource = kind == Kind::Merge;
    auto pair = lockBoth(context, ofSource ? (*moved)->source : (*moved)->target,
                         ofSource ? (*moved)->target : (*moved)->source, version);
    if (!pair)
        return fail(pair.error());
    if (auto may = requireMerging(context, *pair); !may)
        return fail(may.error());
    if (pair->first.version != (*moved)->version)
        return fail(refused("ticket.changed_since", u"The ticket was changed since."_s));
    return ofSource ? Undoing{**moved, pair->first, pair->second}
                    : Undoing{**moved, pair->second, pair->first};
}

struct PlainLink
{
    TicketId ticket; ///< the one above
    TicketId other;
    QString kind;
};
PlainLink plainLink(TicketId ticket, const TicketLinkDraft &draft)
{
    if (draft.kind == LinkKind::Parent)
        return {draft.ticket, ticket, u"child"_s};
    return {ticket, draft.ticket, draft.kind == LinkKind::Child ? u"child"_s : u"related"_s};
}

Result<> requireLinkable(Context &context, const PlainLink &link)
{
    auto rows = context.db.run("links/select_pair",
                               {{":parent", link.ticket}, {":child", link.other}});
    if (!rows)
        return fail(rows.error());
    rows->next();
    const bool above = link.kind == "child"_L1;
    const char *fault = rows->flag(0)            ? "linked"
                        : above && rows->flag(1) ? "would_circle"
                        : above && rows->flag(2) ? "has_parent"
                                                 : nullptr;
    return fault ? fail(Error::invalidField(u"ticket"_s, fault)) : Result<>();
}

LinkKind otherWay(LinkKind kind)
{
    return kind == LinkKind::Parent  ? LinkKind::Child
           : kind == LinkKind::Child ? LinkKind::Parent
                                     : kind;
}

/// In both timelines, for those who work there: who asked need not know of other tickets.
Result<> tellLink(Context &context, TimelineEvent event, LinkKind kind, const Pair &pair)
{
    const auto one = [&](const StoredTicket &ticket, const StoredTicket &other, LinkKind what) {
        return tell(context, ticket.id, event,
                    {{u"kind"_s, QString(toWire(what))}, {u"ticket"_s, pointerTo(other)}}, true);
    };
    if (auto told = one(pair.first, pair.second, kind); !told)
        return told;
    if (auto told = one(pair.second, pair.first, otherWay(kind)); !told)
        return told;
    auto recorded
            = recordActivity(context, {.entity = "ticket",
                                       .action = event == TimelineEvent::Linked ? "link" : "unlink",
                                       .entityId = pair.first.id.value(),
                                       .ticket = pair.first.id,
                                       .desk = pair.first.desk.id,
                                       .newValue = {{u"kind"_s, QString(toWire(kind))},
                                                    {u"ticket"_s, pointerTo(pair.second)}}});
    if (!recorded)
        return recorded;
    if (auto touched = touch(context, pair.first); !touched)
        return touched;
    return touch(context, pair.second);
}

} // namespace

Result<QByteArrayList> list(Context &context, TicketId ticket)
{
    if (auto seen = selectSight(context, ticket); !seen)
        return fail(seen.error());
    auto rows = context.db.run("links/list_links",
                               {{":ticket", ticket}, {":viewer", context.principal.account}});
    if (!rows)
        return fail(rows.error());
    QByteArrayList links;
    while (rows->next())
        links.append(rows->utf8(0));
    return links;
}

Result<QByteArrayList> link(Context &context, TicketId ticket, const TicketLinkDraft &draft)
{
    if (draft.ticket == ticket)
        return fail(Error::invalidField(u"ticket"_s, "same_ticket"));
    return Db::inTransaction<QByteArrayList>(context.db, [&]() -> Result<QByteArrayList> {
        auto pair = lockBoth(context, ticket, draft.ticket, {});
        if (!pair)
            return fail(pair.error());
        if (auto may = requireAction(context, pair->first, TicketAction::EditAll); !may)
            return fail(may.error());
        const PlainLink link = plainLink(ticket, draft);
        if (auto free = requireLinkable(context, link); !free)
            return fail(free.error());
        auto inserted
                = context.db.run("links/insert_link", {{":ticket", link.ticket},
                                                       {":other", link.other},
                                                       {":kind", link.kind},
                                                       {":account", context.principal.account},
                                                       {":now", context.now()}});
        if (!inserted)
            return fail(inserted.error());
        if (auto told = tellLink(context, TimelineEvent::Linked, draft.kind, *pair); !told)
            return fail(told.error());
        return list(context, ticket);
    });
}

Result<> unlink(Context &context, TicketId ticket, TicketLinkId link)
{
    return Db::inTransaction(context.db, [&]() -> Result<> {
        if (auto seen = selectSight(context, ticket); !seen)
            return fail(seen.error());
        auto rows = context.db.run("links/select_link", {{":link", link}, {":ticket", ticket}});
        if (!rows)
            return fail(rows.error());
        if (!rows->next())
            return fail(Error::notFound(u"link"_s));
        const auto kind = fromWire<LinkKind>(rows->text(1)).value_or(LinkKind::Related);
        auto pair = lockBoth(context, ticket, rows->id<TicketId>(0), {});
        if (!pair)
            return fail(pair.error());
        if (auto may = requireAction(context, pair->first, TicketAction::EditAll); !may)
            return may;
        auto removed = context.db.run("links/delete_link", {{":link", link}});
        if (!removed)
            return fail(removed.error());
        return tellLink(context, TimelineEvent::Unlinked, kind, *pair);
    });
}

Result<Answer> merge(Context &context, TicketId source, const MergeRequest &request,
                     const std::optional<int> &version)
{
    if (source == request.into)
        return fail(Error::invalidField(u"into"_s, "same_ticket"));
    return Db::inTransaction<Answer>(context.db, [&]() -> Result<Answer> {
        auto pair = lockBoth(context, source, request.into, version);
        if (!pair)
            return fail(pair.error());
        if (auto may = requireMerging(context, *pair); !may)
            return fail(may.error());
        if (auto fits = requireMergeable(context, pair->first, pair->second); !fits)
            return fail(fits.error());
        if (auto merged = mergeLocked(context, pair->first, pair->second); !merged)
            return fail(merged.error());
        return answerOf(context, request.into);
    });
}

Result<Answer> undoMerge(Context &context, TicketId source, const std::optional<int> &version)
{
    return Db::inTransaction<Answer>(context.db, [&]() -> Result<Answer> {
        auto undoing = lockUndoing(context, Kind::Merge, source, version);
        if (!undoing)
            return fail(undoing.error());
        const Moved &moved = undoing->moved;
        if (auto back = TicketMove::carryBack(context, moved); !back)
            return fail(back.error());
        auto restored = TicketUndo::restore(context, source, moved.version, moved.was);
        if (!restored)
            return fail(restored.error());
        auto told = tellBoth(context, TimelineEvent::MergeUndone, "undo_merge", undoing->source,
                             undoing->target);
        if (!told)
            return fail(told.error());
        if (auto touched = touch(context, undoing->target); !touched)
            return fail(touched.error());
        if (auto noted = TicketMove::noteUndone(context, moved); !noted)
            return fail(noted.error());
        return answerOf(context, source);
    });
}

Result<Answer> split(Context &context, TicketId source, const SplitRequest &request,
                     const std::optional<int> &version)
{
    return Db::inTransaction<Answer>(context.db, [&]() -> Result<Answer> {
        auto ticket = lockTicket(context, source, version);
        if (!ticket)
            return fail(ticket.error());
        if (auto may = requireAction(context, *ticket, TicketAction::Merge); !may)
            return fail(may.error());
        if (auto there = requireEntries(context, *ticket, request.entries); !there)
            return fail(there.error());
        auto target = makeSplit(context, *ticket, request.title);
        if (!target)
            return fail(target.error());
        auto moved = TicketMove::carry(context, source, target->id, request.entries);
        if (!moved)
            return fail(moved.error());
        auto told = tellBoth(context, TimelineEvent::Split, "split", *ticket, *target);
        if (!told)
            return fail(told.error());
        if (auto touched = touch(context, *ticket); !touched)
            return fail(touched.error());
        moved->version = target->version;
        if (auto stored = TicketMove::store(context, Kind::Split, *moved); !stored)
            return fail(stored.error());
        return answerOf(context, target->id);
    });
}

Result<Answer> undoSplit(Context &context, TicketId target, const std::optional<int> &version)
{
    return Db::inTransaction<Answer>(context.db, [&]() -> Result<Answer> {
        auto undoing = lockUndoing(context, Kind::Split, target, version);
        if (!undoing)
            return fail(undoing.error());
        if (auto back = TicketMove::carryBack(context, undoing->moved); !back)
            return fail(back.error());
        auto told = tellBoth(context, TimelineEvent::SplitUndone, "undo_split", undoing->source,
                             undoing->target);
        if (!told)
            return fail(told.error());
        StoredTicket gone = undoing->target;
        gone.deletedAt = context.now();
        if (auto saved = saveTicket(context, undoing->target, gone, {.action = "undo_split"});
            !saved)
            return fail(saved.error());
        if (auto touched = touch(context, undoing->source); !touched)
            return fail(touched.error());
        if (auto noted = TicketMove::noteUndone(context, undoing->moved); !noted)
            return fail(noted.error());
        return answerOf(context, undoing->source.id);
    });
}

} // namespace Deskbell::Server::LinkService
