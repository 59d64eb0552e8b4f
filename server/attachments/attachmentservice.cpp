// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/attachments/attachmentservice.h"

#include "common/access/ticketactions.h"
#include "common/timeline/timelineentry.h"
#include "server/activity/activitylog.h"
#include "server/attachments/contents.h"
#include "server/base/environment.h"
#include "server/db/transaction.h"
#include "server/events/eventlog.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

/// What deciding about a ticket's files needs to know of it.
struct Subject
{
    TicketId id;
    DeskId desk;
    TicketRelation relation;
    bool deleted = false;
};

Result<Subject> visibleTicket(Context &context, TicketId ticket)
{
    auto rows = context.db.run("attachments/select_ticket",
                               {{":ticket", ticket}, {":viewer", context.principal.account}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return fail(Error::notFound(u"ticket"_s));
    return Subject{
            .id = ticket,
            .desk = rows->id<DeskId>(0),
            .relation
            = {.requester = rows->flag(1), .creator = rows->flag(2), .assignee = rows->flag(3)},
            .deleted = rows->flag(4)};
}

/// The same, after every other writer of this ticket.
Result<Subject> lockedTicket(Context &context, TicketId ticket)
{
    auto locked = context.db.run("attachments/lock_ticket", {{":ticket", ticket}});
    if (!locked)
        return fail(locked.error());
    return visibleTicket(context, ticket);
}

Result<> refuseDeleted(const Subject &subject)
{
    if (!subject.deleted)
        return {};
    return fail({.code = ErrorCode::Conflict,
                 .key = "ticket.deleted",
                 .detail = u"The ticket was deleted."_s});
}

Result<> refuseAttaching(const Context &context, const Subject &subject)
{
    if (auto refused = refuseDeleted(subject); !refused)
        return refused;
    const QList<TicketAction> actions
            = allowedActions(context.principal.grants, subject.desk, subject.relation, {});
    if (!actions.contains(TicketAction::Attach))
        return fail(Error::forbidden(codeOf(Permission::TicketReply)));
    return {};
}

/// The ticket is another one now, and everybody has to know its version. Not for a file of a note:
/// nothing of the ticket may tell that there is one.
Result<> touchTicket(Context &context, TicketId ticket)
{
    auto rows = context.db.run("attachments/update_ticket_touched",
                               {{":ticket", ticket},
                                {":account", context.principal.account},
                                {":now", context.now()}});
    if (!rows)
        return fail(rows.error());
    rows->next();
    return appendEvent(context,
                       {.type = EventType::TicketUpdated,
                        .ticket = ticket,
                        .data = {{u"id"_s, ticket.value()}, {u"version"_s, int(rows->number(0))}}});
}

/// Timeline, activity log and event of one file that came or went.
Result<> record(Context &context, const StoredAttachment &attachment, TimelineEvent event,
                const char *action)
{
    const QJsonObject details{{u"attachmentId"_s, attachment.id.value()},
                              {u"fileName"_s, attachment.fileName}};
    auto entry = context.db.run("attachments/insert_timeline_event",
                                {{":ticket", attachment.ticket},
                                 {":event", toWire(event)},
                                 {":internal", attachment.internal},
                                 {":account", context.principal.account},
                                 {":details", details},
                                 {":now", context.now()}});
    if (!entry)
        return fail(entry.error());

    QJsonObject value = details;
    value.insert("size"_L1, attachment.content.size);
    value.insert("sha256"_L1, QString::fromLatin1(attachment.content.sha256.toHex()));
    const bool added = event == TimelineEvent::AttachmentAdded;
    if (auto logged = recordActivity(context, {.entity = "attachment",
                                               .action = action,
                                               .entityId = attachment.id.value(),
                                               .ticket = attachment.ticket,
                                               .desk = attachment.desk,
                                               .internal = attachment.internal,
                                               .oldValue = added ? QJsonObject() : value,
                                               .newValue = added ? value : QJsonObject()});
        !logged)
        return logged;

    auto told = appendEvent(
            context, {.type = added ? EventType::AttachmentCreated : EventType::AttachmentDeleted,
                      .ticket = attachment.ticket,
                      .data = {{u"id"_s, attachment.id.value()}},
                      .internal = attachment.internal});
    if (!told || attachment.internal)
        return told;
    return touchTicket(context, attachment.ticket);
}

FieldError unusable(const QUuid &id, const QByteArray &key)
{
    return {.field = u"attachmentIds"_s,
            .key = key,
            .params = {{u"id"_s, id.toString(QUuid::WithoutBraces)}}};
}

/// What is wrong with these ids, one by one.
QList<FieldError> faultsOf(const QList<QUuid> &ids, const QHash<QUuid, Upload> &known,
                           const QDateTime &now)
{
    QList<FieldError> faults;
    QSet<QUuid> seen;
    for (const QUuid &id : ids) {
        const auto upload = known.constFind(id);
        if (seen.contains(id))
            faults.append(unusable(id, "not_unique"));
        else if (upload == known.constEnd() || upload->expiresAt <= now)
            faults.append(unusable(id, "not_found"));
        else if (!upload->isComplete())
            faults.append(unusable(id, "not_finished"));
        seen.insert(id);
    }
    return faults;
}

} // namespace

Result<> attachUploads(Context &context, TicketId ticket, std::optional<TimelineEntryId> entry,
                       const QList<QUuid> &uploadIds, bool internal)
{
    if (uploadIds.isEmpty())
        return {};
    auto uploads = lockUploads(context.db, uploadIds, context.principal.account);
    if (!uploads)
        return fail(uploads.error());
    QHash<QUuid, Upload> known;
    for (const Upload &upload : *uploads)
        known.insert(upload.id, upload);
    const QList<FieldError> faults = faultsOf(uploadIds, known, context.now());
    if (!faults.isEmpty())
        return fail(invalidInput(faults));

    for (const QUuid &id : uploadIds) {
        const Upload &upload = known[id];
        auto inserted = insertAttachment(
                context.db,
                {.ticket = ticket,
                 .entry = entry,
                 .internal = internal,
                 .fileName = upload.fileName,
                 .content
                 = {.sha256 = upload.sha256, .size = upload.length, .mediaType = upload.mediaType},
                 .upload = upload.id},
                context.principal.account, context.now());
        if (!inserted)
            return fail(inserted.error());
    }
    return deleteUploads(context.db, uploadIds);
}

Result<> checkMayAttach(Context &context, TicketId ticket)
{
    auto subject = visibleTicket(context, ticket);
    if (!subject)
        return fail(subject.error());
    return refuseAttaching(context, *subject);
}

Result<AttachmentId> addAttachment(Context &context, TicketId ticket, const QString &fileName,
                                   const QString &path, const StoredContent &content)
{
    return Db::inTransaction<AttachmentId>(context.db, [&]() -> Result<AttachmentId> {
        auto subject = lockedTicket(context, ticket);
        if (!subject)
            return fail(subject.error());
        if (auto refused = refuseAttaching(context, *subject); !refused)
            return fail(refused.error());
        auto stored
                = storeContent(context.db, context.environment.blobs, path, content, context.now());
        if (!stored)
            return fail(stored.error());
        auto id = insertAttachment(context.db,
                                   {.ticket = ticket, .fileName = fileName, .content = content},
                                   context.principal.account, context.now());
        if (!id)
            return id;
        auto recorded = record(context,
                               {.id = *id,
                                .ticket = ticket,
                                .desk = subject->desk,
                                .fileName = fileName,
                                .content = content},
                               TimelineEvent::AttachmentAdded, "create");
        if (!recorded)
            return fail(recorded.error());
        return id;
    });
}

Result<Listed> listAttachments(Context &context, TicketId ticket, const PageRequest &page)
{
    if (auto subject = visibleTicket(context, ticket); !subject)
        return fail(subject.error());
    return selectAttachments(context.db, ticket, context.principal.account, page);
}

Result<StoredAttachment> viewAttachment(Context &context, AttachmentId id)
{
    auto attachment = selectAttachment(context.db, id, context.principal.account);
    if (!attachment)
        return fail(attachment.error());
    if (!*attachment)
        return fail(Error::notFound(u"attachment"_s));
    auto logged = recordActivity(context, {.entity = "attachment",
                                           .action = "view",
                                           .entityId = id.value(),
                                           .ticket = (*attachment)->ticket,
                                           .desk = (*attachment)->desk,
                                           .internal = (*attachment)->internal,
                                           .newValue = {{u"fileName"_s, (*attachment)->fileName}}});
    if (!logged)
        return fail(logged.error());
    return std::move(**attachment);
}

Result<> removeAttachment(Context &context, AttachmentId id)
{
    return Db::inTransaction(context.db, [&]() -> Result<> {
        const AccountId caller = context.principal.account;
        auto seen = selectAttachment(context.db, id, caller);
        if (!seen)
            return fail(seen.error());
        if (!*seen)
            return fail(Error::notFound(u"attachment"_s));
        auto subject = lockedTicket(context, (*seen)->ticket);
        if (!subject)
            return fail(subject.error());
        // Somebody else may have removed it while we waited for the ticket.
        auto attachment = selectAttachment(context.db, id, caller);
        if (!attachment)
            return fail(attachment.error());
        if (!*attachment)
            return fail(Error::notFound(u"attachment"_s));
        if (auto refused = refuseDeleted(*subject); !refused)
            return refused;
        const ReplyRelation relation{.author = (*attachment)->createdBy == caller,
                                     .internal = (*attachment)->internal};
        if (!mayDeleteReply(context.principal.grants, subject->desk, relation))
            return fail(Error::forbidden(codeOf(Permission::CommentDeleteAny)));

        if (auto marked = markAttachmentDeleted(context.db, id, caller, context.now()); !marked)
            return marked;
        return record(context, **attachment, TimelineEvent::AttachmentRemoved, "delete");
    });
}

} // namespace Deskbell::Server
