// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/attachments/uploadrepository.h"

namespace Deskbell::Server {

namespace {

Result<> done(const Result<Db::Rows> &rows)
{
    if (!rows)
        return fail(rows.error());
    return {};
}

Result<bool> anyRow(Result<Db::Rows> rows)
{
    if (!rows)
        return fail(rows.error());
    return rows->next();
}

/// For an update of one upload, which may be gone.
Result<> updated(const Result<Db::Rows> &rows)
{
    if (!rows)
        return fail(rows.error());
    if (rows->affected() == 0)
        return fail(Error::notFound(QStringLiteral("upload")));
    return {};
}

QStringList texts(const QList<QUuid> &ids)
{
    QStringList list;
    for (const QUuid &id : ids)
        list.append(id.toString(QUuid::WithoutBraces));
    return list;
}

Result<QList<QByteArray>> readSums(Result<Db::Rows> rows)
{
    if (!rows)
        return fail(rows.error());
    QList<QByteArray> sums;
    while (rows->next())
        sums.append(rows->bytes(0));
    return sums;
}

Upload readUpload(const Db::Rows &rows)
{
    return {.id = QUuid::fromString(rows.text(0)),
            .account = rows.id<AccountId>(1),
            .fileName = rows.text(2),
            .length = rows.number(3),
            .received = rows.number(4),
            .expiresAt = rows.time(5),
            .sha256 = rows.bytes(6),
            .mediaType = rows.text(7)};
}

} // namespace

Result<> insertUpload(Db::Connection &db, const Upload &upload, const QDateTime &now)
{
    return done(db.run("attachments/insert_upload", {{":id", upload.id},
                                                     {":account", upload.account},
                                                     {":file_name", upload.fileName},
                                                     {":length", upload.length},
                                                     {":now", now},
                                                     {":expires", upload.expiresAt}}));
}

Result<std::optional<Upload>> selectUpload(Db::Connection &db, const QUuid &id, AccountId account)
{
    auto rows = db.run("attachments/select_upload", {{":id", id}, {":account", account}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return std::nullopt;
    return readUpload(*rows);
}

Result<QList<Upload>> lockUploads(Db::Connection &db, const QList<QUuid> &ids, AccountId account)
{
    auto rows = db.run("attachments/lock_uploads", {{":ids", texts(ids)}, {":account", account}});
    if (!rows)
        return fail(rows.error());
    QList<Upload> uploads;
    while (rows->next())
        uploads.append(readUpload(*rows));
    return uploads;
}

Result<> updateReceived(Db::Connection &db, const QUuid &id, qint64 received,
                        const QDateTime &expiresAt)
{
    return updated(db.run("attachments/update_upload_received",
                          {{":id", id}, {":received", received}, {":expires", expiresAt}}));
}

Result<> updateComplete(Db::Connection &db, const QUuid &id, const StoredContent &content,
                        const QDateTime &expiresAt)
{
    return updated(db.run("attachments/update_upload_complete", {{":id", id},
                                                                 {":received", content.size},
                                                                 {":sha256", content.sha256},
                                                                 {":media_type", content.mediaType},
                                                                 {":expires", expiresAt}}));
}

Result<> deleteUploads(Db::Connection &db, const QList<QUuid> &ids)
{
    return done(db.run("attachments/delete_uploads", {{":ids", texts(ids)}}));
}

Result<QList<QUuid>> deleteExpiredUploads(Db::Connection &db, const QDateTime &now)
{
    auto rows = db.run("attachments/delete_expired_uploads", {{":now", now}});
    if (!rows)
        return fail(rows.error());
    QList<QUuid> ids;
    while (rows->next())
        ids.append(QUuid::fromString(rows->text(0)));
    return ids;
}

Result<bool> uploadExists(Db::Connection &db, const QUuid &id)
{
    return anyRow(db.run("attachments/select_upload_exists", {{":id", id}}));
}

Result<> lockBlob(Db::Connection &db, const QByteArray &sha256)
{
    return done(db.run("attachments/lock_blob", {{":sha256", sha256}}));
}

Result<> insertBlob(Db::Connection &db, const StoredContent &content, const QDateTime &now)
{
    return done(db.run("attachments/insert_blob", {{":sha256", content.sha256},
                                                   {":size", content.size},
                                                   {":media_type", content.mediaType},
                                                   {":now", now}}));
}

Result<bool> blobExists(Db::Connection &db, const QByteArray &sha256)
{
    return anyRow(db.run("attachments/select_blob_exists", {{":sha256", sha256}}));
}

Result<QList<QByteArray>> selectUnknownBlobs(Db::Connection &db, const QList<QByteArray> &sums)
{
    QStringList hexadecimal;
    for (const QByteArray &sum : sums)
        hexadecimal.append(QString::fromLatin1(sum.toHex()));
    return readSums(db.run("attachments/select_unknown_blobs", {{":sums", hexadecimal}}));
}

Result<QList<QByteArray>> selectUnusedBlobs(Db::Connection &db, const QDateTime &before)
{
    return readSums(db.run("attachments/select_unused_blobs", {{":before", before}}));
}

Result<> deleteUnusedBlob(Db::Connection &db, const QByteArray &sha256)
{
    return done(db.run("attachments/delete_unused_blob", {{":sha256", sha256}}));
}

} // namespace Deskbell::Server
