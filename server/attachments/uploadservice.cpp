// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/attachments/uploadservice.h"

#include "common/attachments/attachmentlimits.h"
#include "common/base/text.h"
#include "server/attachments/contents.h"
#include "server/attachments/mediatype.h"
#include "server/base/environment.h"
#include "server/db/transaction.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

QDateTime uploadExpiry(const Context &context)
{
    const std::chrono::seconds lifetime = context.environment.settings.uploadLifetime;
    return context.now().addSecs(lifetime.count());
}

Result<Upload> createUpload(Context &context, const QString &fileName, qint64 length)
{
    const AttachmentLimits limits{.maxBytes = context.environment.settings.uploadLimit};
    if (auto fits = checkUpload(limits, length, {}); !fits)
        return fail(fits.error());
    const Upload upload{.id = QUuid::createUuid(),
                        .account = context.principal.account,
                        .fileName = cleanFileName(fileName),
                        .length = length,
                        .expiresAt = uploadExpiry(context)};
    if (auto inserted = insertUpload(context.db, upload, context.now()); !inserted)
        return fail(inserted.error());
    if (length == 0) {
        if (auto completed = completeInterrupted(context, upload); !completed)
            return fail(completed.error());
    }
    return upload;
}

Result<Upload> findUpload(Context &context, const QUuid &id)
{
    auto upload = selectUpload(context.db, id, context.principal.account);
    if (!upload)
        return fail(upload.error());
    if (!*upload)
        return fail(Error::notFound(u"upload"_s));
    if ((*upload)->expiresAt <= context.now()) {
        return fail({.code = ErrorCode::Gone,
                     .key = "upload.expired",
                     .detail = u"This upload was left alone for too long; begin again."_s});
    }
    return std::move(**upload);
}

qint64 resumeOffset(const Context &context, const Upload &upload)
{
    if (upload.isComplete())
        return upload.length;
    const QFileInfo file(context.environment.blobs.uploads().path(upload.id));
    return std::min(upload.received, file.size());
}

Result<> completeUpload(Context &context, const Upload &upload, const Sha256 &sum)
{
    UploadFiles &files = context.environment.blobs.uploads();
    const QString path = files.path(upload.id);
    const StoredContent content{
            .sha256 = sum.result(), .size = upload.length, .mediaType = mediaTypeOf(path)};
    auto completed = Db::inTransaction(context.db, [&]() -> Result<> {
        auto stored
                = storeContent(context.db, context.environment.blobs, path, content, context.now());
        if (!stored)
            return stored;
        return updateComplete(context.db, upload.id, content, uploadExpiry(context));
    });
    if (!completed)
        return completed;
    // The store has the bytes under their own name now.
    return files.remove(upload.id);
}

Result<> completeInterrupted(Context &context, const Upload &upload)
{
    UploadFiles &files = context.environment.blobs.uploads();
    auto file = files.open(upload.id);
    if (!file)
        return fail(file.error());
    auto now = findUpload(context, upload.id);
    if (!now || now->isComplete()) {
        // Somebody else was first; what open() made has no owner.
        if (auto removed = files.remove(upload.id); !removed)
            return removed;
        return now ? Result<>() : fail(now.error());
    }
    auto sum = files.sum(upload.id, *file, upload.length);
    if (!sum)
        return fail(sum.error());
    return completeUpload(context, upload, *sum);
}

Result<> removeUpload(Context &context, const QUuid &id)
{
    auto upload = findUpload(context, id);
    if (!upload)
        return fail(upload.error());
    UploadFiles &files = context.environment.blobs.uploads();
    auto file = files.open(id);
    if (!file)
        return fail(file.error());
    if (auto deleted = deleteUploads(context.db, {id}); !deleted)
        return deleted;
    return files.remove(id);
}

} // namespace Deskbell::Server
