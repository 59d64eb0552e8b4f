// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/attachments/attachmentrepository.h"

#include <QJsonDocument>

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

Result<QByteArray> selectAttachmentList(Db::Connection &db, TicketId ticket, AccountId viewer,
                                        const PageRequest &page)
{
    // One more than asked for tells whether there is a next page.
    auto rows = db.run("attachments/select_attachment_list",
                       {{":ticket", ticket},
                        {":viewer", viewer},
                        {":after", page.cursor.toLongLong()},
                        {":skip", page.byCursor ? 0 : (page.page - 1) * page.pageSize},
                        {":limit", page.pageSize + 1}});
    if (!rows)
        return fail(rows.error());
    QByteArray json = "{\"data\":[";
    QString nextCursor;
    qint64 last = 0;
    for (int row = 0; rows->next(); ++row) {
        if (row == page.pageSize) {
            nextCursor = QString::number(last);
            break;
        }
        if (row > 0)
            json += ',';
        json += rows->view(1);
        last = rows->number(0);
    }
    Pagination pagination{.pageSize = page.pageSize, .nextCursor = nextCursor};
    if (!page.byCursor) {
        auto total = countAttachments(db, ticket, viewer);
        if (!total)
            return fail(total.error());
        pagination = numberedPagination(page, *total, nextCursor);
    }
    json += "],\"pagination\":";
    json += QJsonDocument(toJson(pagination)).toJson(QJsonDocument::Compact);
    json += '}';
    return json;
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
