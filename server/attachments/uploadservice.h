// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/attachments/sha256.h"
#include "server/attachments/uploadrepository.h"
#include "server/base/context.h"

namespace Deskbell::Server {

/// Until when an upload is kept after a piece came now, or, finished, waits to be attached.
QDateTime uploadExpiry(const Context &context);

/// Begins an upload of the caller; one without any bytes is complete at once. TooLarge
/// ("upload.too_large").
[[nodiscard]] Result<Upload> createUpload(Context &context, const QString &fileName, qint64 length);

/// The caller's upload. NotFound; Gone ("upload.expired") once its time is over.
[[nodiscard]] Result<Upload> findUpload(Context &context, const QUuid &id);

/// Where the next byte goes: behind what the table and the disk both have.
qint64 resumeOffset(const Context &context, const Upload &upload);

/// Ends an upload that has every byte: its content goes into the store. `sum` is over all of them,
/// which are on the disk. Whoever calls has the file open, and so for himself. UnsupportedMedia
/// ("upload.type_refused") removes it.
[[nodiscard]] Result<> completeUpload(Context &context, const Upload &upload, const Sha256 &sum);

/// Ends an upload that has every byte but was interrupted before it became complete.
[[nodiscard]] Result<> completeInterrupted(Context &context, const Upload &upload);

/// Locked ("upload.in_use") while bytes arrive.
[[nodiscard]] Result<> removeUpload(Context &context, const QUuid &id);

} // namespace Deskbell::Server
