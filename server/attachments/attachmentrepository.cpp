// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/attachments/attachmentrepository.h"

namespace Deskbell::Server {

namespace {

Result<qint64> countAttachments(Db::Connection &db, TicketId ticket, AccountId viewer)
{
    auto rows = db.run("attachments/count_attachments", {{":ticket", ticket}, {":viewer", viewer}});
    if (!rows)
        return fail(rows.error());
    rows->next();
    return rows->number(0);
}

} // namespace

Result<AttachmentId> insertAttachment(Db::Connection &db, const NewAttachment &attachment,
                                      AccountId account, const QDateTime &now)
{
    auto rows = db.run("attachments/insert_attachment",
                       {{":ticket", attachment.ticket},
                        {":entry", attachment.entry},
                        {":internal", attachment.internal},
                        {":sha256", attachment.content.sha256},
                        {":file_name", attachment.fileName},
                        {":media_type", attachment.content.mediaType},
                        {":size", attachment.content.size},
                        {":upload", attachment.upload},
                        {":account", account},
                        {":now", now}});
    if (!rows)
        return fail(rows.error());
    rows->next();
    return rows->id<AttachmentId>(0);
}

Result<std::optional<StoredAttachment>> selectAttachment(Db::Connection &db, AttachmentId id,
                                                         AccountId viewer)
{
    auto rows = db.run("attachments/select_attachment", {{":id", id}, {":viewer", viewer}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return std::nullopt;
    return StoredAttachment{
            .id = rows->id<AttachmentId>(0),
            .ticket = rows->id<TicketId>(1),
            .desk = rows->id<DeskId>(2),
            .fileName = rows->text(3),
            .content
            = {.sha256 = rows->bytes(4), .size = rows->number(5), .mediaType = rows->text(6)},
            .internal = rows->flag(7),
            .createdBy = rows->id<AccountId>(8),
            .createdAt = rows->time(9)};
}

Result<QByteArray> selectAttachmentAnswer(Db::Connection &db, AttachmentId id)
{
    auto rows = db.run("attachments/select_attachment_answer", {{":id", id}});
    if (!rows)
        return fail(rows.error());
    rows->next();
    return rows->utf8(0);
}

Result<Listed> selectAttachments(Db::Connection &db, TicketId ticket, AccountId viewer,
                                 const PageRequest &page)
{
    qint64 after = 0;
    if (!page.cursor.isEmpty()) {
        auto key = decodeCursor(page.cursor, 1);
        if (!key)
            return fail(key.error());
        after = key->first().toInteger();
    }
    // One more than asked for tells whether there is a next page.
    auto rows = db.run("attachments/select_attachments",
                       {{":ticket", ticket},
                        {":viewer", viewer},
                        {":after", after},
                        {":skip", page.byCursor ? 0 : (page.page - 1) * page.pageSize},
                        {":limit", page.pageSize + 1}});
    if (!rows)
        return fail(rows.error());
    Listed listed{.pagination = {.pageSize = page.pageSize}};
    qint64 last = 0;
    while (rows->next() && listed.data.size() < page.pageSize) {
        last = rows->number(0);
        listed.data.append(rows->utf8(1));
    }
    if (rows->count() > page.pageSize)
        listed.pagination.nextCursor = encodeCursor({last});
    if (!page.byCursor) {
        auto total = countAttachments(db, ticket, viewer);
        if (!total)
            return fail(total.error());
        listed.pagination = numberedPagination(page, *total, listed.pagination.nextCursor);
    }
    return listed;
}

Result<> markAttachmentDeleted(Db::Connection &db, AttachmentId id, AccountId account,
                               const QDateTime &now)
{
    auto rows = db.run("attachments/update_attachment_deleted",
                       {{":id", id}, {":account", account}, {":now", now}});
    if (!rows)
        return fail(rows.error());
    return {};
}

} // namespace Deskbell::Server
