// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/attachments/attachmentservice.h"

#include "common/access/ticketactions.h"
#include "server/activity/activitylog.h"
#include "server/attachments/contents.h"
#include "server/base/environment.h"
#include "server/db/transaction.h"
#include "server/events/eventlog.h"
#include "server/tickets/ticketchange.h"
#include "server/tickets/ticketrepository.h"
#include "server/timeline/timelinerepository.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

/// The ticket as the caller sees it now; it may be another one in a moment.
Result<StoredTicket> visibleTicket(Context &context, TicketId id)
{
    auto ticket
            = TicketRepository::select(context.db, id, context.principal.account, context.now());
    if (!ticket)
        return fail(ticket.error());
    if (!*ticket)
        return fail(Error::notFound(u"ticket"_s));
    return std::move(**ticket);
}

enum class Happening { Added, Removed };

/// Timeline, activity log and events of a file that came or went.
Result<> record(Context &context, const StoredTicket &ticket, const StoredAttachment &attachment,
                Happening happening)
{
    const bool added = happening == Happening::Added;
    const QJsonObject details{{u"attachmentId"_s, attachment.id.value()},
                              {u"fileName"_s, attachment.fileName}};
    auto entry = TimelineRepository::insert(
            context.db,
            {.ticket = ticket.id,
             .event = added ? TimelineEvent::AttachmentAdded : TimelineEvent::AttachmentRemoved,
             .internal = attachment.internal,
             .author = context.principal.account,
             .details = details,
             .at = context.now()});
    if (!entry)
        return fail(entry.error());

    QJsonObject value = details;
    value.insert("size"_L1, attachment.content.size);
    value.insert("sha256"_L1, QString::fromLatin1(attachment.content.sha256.toHex()));
    if (auto logged = recordActivity(context, {.entity = "attachment",
                                               .action = added ? "create" : "delete",
                                               .entityId = attachment.id.value(),
                                               .ticket = ticket.id,
                                               .desk = ticket.desk.id,
                                               .internal = attachment.internal,
                                               .oldValue = added ? QJsonObject() : value,
                                               .newValue = added ? value : QJsonObject()});
        !logged)
        return logged;

    auto told = appendEvent(
            context, {.type = added ? EventType::AttachmentCreated : EventType::AttachmentDeleted,
                      .ticket = ticket.id,
                      .data = {{u"id"_s, attachment.id.value()}},
                      .internal = attachment.internal});
    // The ticket is another one now, but nothing of it may tell that a note has a file.
    if (!told || attachment.internal)
        return told;
    StoredTicket after = ticket;
    return saveTicket(context, ticket, after, {}, Touch::Always);
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

Result<> checkMayAttach(Context &context, TicketId id)
{
    auto ticket = visibleTicket(context, id);
    if (!ticket)
        return fail(ticket.error());
    return requireAction(context, *ticket, TicketAction::Attach);
}

Result<AttachmentId> addAttachment(Context &context, TicketId ticketId, const QString &fileName,
                                   const QString &path, const StoredContent &content)
{
    return Db::inTransaction<AttachmentId>(context.db, [&]() -> Result<AttachmentId> {
        auto ticket = lockTicket(context, ticketId);
        if (!ticket)
            return fail(ticket.error());
        if (auto may = requireAction(context, *ticket, TicketAction::Attach); !may)
            return fail(may.error());
        auto stored
                = storeContent(context.db, context.environment.blobs, path, content, context.now());
        if (!stored)
            return fail(stored.error());
        auto id = insertAttachment(context.db,
                                   {.ticket = ticketId, .fileName = fileName, .content = content},
                                   context.principal.account, context.now());
        if (!id)
            return id;
        auto recorded = record(context, *ticket,
                               {.id = *id,
                                .ticket = ticketId,
                                .desk = ticket->desk.id,
                                .fileName = fileName,
                                .content = content},
                               Happening::Added);
        if (!recorded)
            return fail(recorded.error());
        return id;
    });
}

Result<Listed> listAttachments(Context &context, TicketId ticket, const PageRequest &page)
{
    if (auto visible = visibleTicket(context, ticket); !visible)
        return fail(visible.error());
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
    const AccountId caller = context.principal.account;
    const auto visible = [&]() -> Result<StoredAttachment> {
        auto attachment = selectAttachment(context.db, id, caller);
        if (!attachment)
            return fail(attachment.error());
        if (!*attachment)
            return fail(Error::notFound(u"attachment"_s));
        return std::move(**attachment);
    };
    return Db::inTransaction(context.db, [&]() -> Result<> {
        auto attachment = visible();
        if (!attachment)
            return fail(attachment.error());
        auto ticket = lockTicket(context, attachment->ticket);
        if (!ticket)
            return fail(ticket.error());
        // Somebody else may have removed it while we waited for the ticket.
        if (attachment = visible(); !attachment)
            return fail(attachment.error());
        if (ticket->isDeleted())
            return requireAction(context, *ticket, TicketAction::Attach);
        const ReplyRelation relation{.author = attachment->createdBy == caller,
                                     .internal = attachment->internal};
        if (!mayDeleteReply(context.principal.grants, ticket->desk.id, relation))
            return fail(Error::forbidden(codeOf(Permission::CommentDeleteAny)));

        if (auto marked = markAttachmentDeleted(context.db, id, caller, context.now()); !marked)
            return marked;
        return record(context, *ticket, *attachment, Happening::Removed);
    });
}

} // namespace Deskbell::Server
