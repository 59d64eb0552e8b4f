// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/attachments/blobstore.h"
#include "server/attachments/uploadrepository.h"

namespace Deskbell::Server {

/// What joins the store of contents and the database: a row of ticket.blob exists only while its
/// file does, whatever is interrupted when.

/// Takes the finished file at `path` into the store and writes its row, in the caller's
/// transaction. Rolled back, the file waits for somebody else or for sweepContents().
[[nodiscard]] Result<> storeContent(Db::Connection &db, BlobStore &blobs, const QString &path,
                                    const StoredContent &content, const QDateTime &now);

/// Removes expired uploads, and files of uploads that have no row (a crash left them).
[[nodiscard]] Result<> sweepUploads(Db::Connection &db, UploadFiles &uploads, const QDateTime &now);

/// Removes contents that nothing has referred to for a day, and files without a row. Looks at every
/// file in the store. Safe beside running requests and other servers, as is sweepUploads().
[[nodiscard]] Result<> sweepContents(Db::Connection &db, BlobStore &blobs, const QDateTime &now);

} // namespace Deskbell::Server
