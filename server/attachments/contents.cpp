// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/attachments/contents.h"

#include "server/db/transaction.h"

namespace Deskbell::Server {

namespace {

/// How long something without an owner is left alone: longer than any request runs.
constexpr qint64 graceSeconds = 24 * 3600;
constexpr qsizetype askedAtOnce = 500;

/// Removes a content's file unless it has a row by now.
Result<> removeWithoutRow(Db::Connection &db, BlobStore &blobs, const QByteArray &sha256)
{
    return Db::inTransaction(db, [&]() -> Result<> {
        if (auto locked = lockBlob(db, sha256); !locked)
            return locked;
        auto wanted = blobExists(db, sha256);
        if (!wanted)
            return fail(wanted.error());
        return *wanted ? Result<>() : blobs.remove(sha256);
    });
}

/// First the row, then, in a transaction of its own, the file: a crash between them leaves a file
/// that the next sweep finds, never a row without its file.
Result<> removeUnused(Db::Connection &db, BlobStore &blobs, const QByteArray &sha256)
{
    auto deleted = Db::inTransaction(db, [&]() -> Result<> {
        if (auto locked = lockBlob(db, sha256); !locked)
            return locked;
        return deleteUnusedBlob(db, sha256);
    });
    return deleted ? removeWithoutRow(db, blobs, sha256) : deleted;
}

/// Removes those of the contents that have no row.
Result<> removeOrphans(Db::Connection &db, BlobStore &blobs, const QList<QByteArray> &candidates)
{
    auto orphans = selectUnknownBlobs(db, candidates);
    if (!orphans)
        return fail(orphans.error());
    for (const QByteArray &sha256 : std::as_const(*orphans)) {
        if (auto removed = removeWithoutRow(db, blobs, sha256); !removed)
            return removed;
    }
    return {};
}

} // namespace

Result<> storeContent(Db::Connection &db, BlobStore &blobs, const QString &path,
                      const StoredContent &content, const QDateTime &now)
{
    if (auto locked = lockBlob(db, content.sha256); !locked)
        return locked;
    if (auto kept = blobs.keep(path, content.sha256); !kept)
        return kept;
    return insertBlob(db, content, now);
}

Result<> sweepUploads(Db::Connection &db, UploadFiles &uploads, const QDateTime &now)
{
    auto expired = deleteExpiredUploads(db, now);
    if (!expired)
        return fail(expired.error());
    for (const QUuid &id : *expired) {
        if (auto removed = uploads.remove(id); !removed)
            return removed;
    }
    Result<> result;
    uploads.forEach(now.addSecs(-graceSeconds), [&](const QUuid &id) {
        if (!result)
            return;
        auto known = uploadExists(db, id);
        if (!known)
            result = fail(known.error());
        else if (!*known)
            result = uploads.remove(id);
    });
    return result;
}

Result<> sweepContents(Db::Connection &db, BlobStore &blobs, const QDateTime &now)
{
    const QDateTime before = now.addSecs(-graceSeconds);
    auto unused = selectUnusedBlobs(db, before);
    if (!unused)
        return fail(unused.error());
    for (const QByteArray &sha256 : std::as_const(*unused)) {
        if (auto removed = removeUnused(db, blobs, sha256); !removed)
            return removed;
    }
    Result<> result;
    QList<QByteArray> candidates;
    const auto look = [&] {
        if (result)
            result = removeOrphans(db, blobs, std::exchange(candidates, {}));
    };
    blobs.forEach(before, [&](const QByteArray &sha256) {
        candidates.append(sha256);
        if (candidates.size() >= askedAtOnce)
            look();
    });
    look();
    return result;
}

} // namespace Deskbell::Server
