// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/id.h"
#include "server/db/connection.h"

#include <QUuid>

#include <optional>

namespace Deskbell::Server {

/// An upload on its way, or finished and waiting to be attached to something.
struct Upload
{
    QUuid id;
    AccountId account;
    QString fileName;    ///< cleaned
    qint64 length = 0;   ///< bytes, announced
    qint64 received = 0; ///< bytes, durable
    QDateTime expiresAt;
    QByteArray sha256 = {}; ///< of the whole content once it is complete; else empty
    QString mediaType = {}; ///< with it

    bool isComplete() const { return !sha256.isEmpty(); }
};

/// A content as the store has it.
struct StoredContent
{
    QByteArray sha256;
    qint64 size = 0;
    QString mediaType; ///< by content
};

[[nodiscard]] Result<> insertUpload(Db::Connection &db, const Upload &upload, const QDateTime &now);
/// Of that account only.
[[nodiscard]] Result<std::optional<Upload>> selectUpload(Db::Connection &db, const QUuid &id,
                                                         AccountId account);
/// The same for several, locked until the transaction ends. Missing ones are left out.
[[nodiscard]] Result<QList<Upload>> lockUploads(Db::Connection &db, const QList<QUuid> &ids,
                                                AccountId account);
/// NotFound when the upload was removed meanwhile; the same for updateComplete().
[[nodiscard]] Result<> updateReceived(Db::Connection &db, const QUuid &id, qint64 received,
                                      const QDateTime &expiresAt);
[[nodiscard]] Result<> updateComplete(Db::Connection &db, const QUuid &id,
                                      const StoredContent &content, const QDateTime &expiresAt);
[[nodiscard]] Result<> deleteUploads(Db::Connection &db, const QList<QUuid> &ids);
/// Uploads that expired before `now`; they are gone from the table.
[[nodiscard]] Result<QList<QUuid>> deleteExpiredUploads(Db::Connection &db, const QDateTime &now);
[[nodiscard]] Result<bool> uploadExists(Db::Connection &db, const QUuid &id);

/// Whoever adds or removes a content, file and row, holds this until the transaction ends.
[[nodiscard]] Result<> lockBlob(Db::Connection &db, const QByteArray &sha256);
[[nodiscard]] Result<> insertBlob(Db::Connection &db, const StoredContent &content,
                                  const QDateTime &now);
[[nodiscard]] Result<bool> blobExists(Db::Connection &db, const QByteArray &sha256);
/// Those that have no row.
[[nodiscard]] Result<QList<QByteArray>> selectUnknownBlobs(Db::Connection &db,
                                                           const QList<QByteArray> &sums);
/// Contents older than `before` that nothing refers to.
[[nodiscard]] Result<QList<QByteArray>> selectUnusedBlobs(Db::Connection &db,
                                                          const QDateTime &before);
/// Unless something refers to it now.
[[nodiscard]] Result<> deleteUnusedBlob(Db::Connection &db, const QByteArray &sha256);

} // namespace Deskbell::Server
