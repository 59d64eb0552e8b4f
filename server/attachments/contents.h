// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/attachments/blobstore.h"
#include "server/attachments/uploadrepository.h"

namespace Deskbell::Server {

/// What joins the store of contents and the database: a row of ticket.blob exists only while its
/// file does, whatever is interrupted when.

/// Takes the finished file at `path` into the store and writes its row, in the caller's
/// transaction. Rolled back, the file waits for somebody else or for sweepFiles().
[[nodiscard]] Result<> storeContent(Db::Connection &db, BlobStore &blobs, const QString &path,
                                    const StoredContent &content, const QDateTime &now);

/// Removes what nobody wants any more: expired uploads, contents that nothing has referred to for a
/// day, and what crashes left behind. Safe beside running requests and other servers.
[[nodiscard]] Result<> sweepFiles(Db::Connection &db, BlobStore &blobs, const QDateTime &now);

} // namespace Deskbell::Server
