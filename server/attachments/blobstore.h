// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "server/attachments/uploadfiles.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <functional>

namespace Deskbell::Server {

/// The contents of all files, each under its SHA-256: <data>/files/ab/cdef…. A content appears
/// whole and durable or not at all, is never changed, and is there once however often it was
/// uploaded. Which of them are wanted is the database's business (ticket.blob); a row is written
/// only for content that is there, under lockBlob(), so a content may lack its row but never a row
/// its content. Usable from any thread.
class BlobStore
{
public:
    explicit BlobStore(const QString &dataFolder);

    /// Makes the folders. Call once before anything else.
    [[nodiscard]] Result<> prepare();

    /// Takes the finished and synced file at `path`, which must lie in uploads(), as the content
    /// with that sum. The file keeps its own name, too, until its owner removes it: whoever is
    /// interrupted here can begin again. Unavailable ("storage.full") when there is no room.
    [[nodiscard]] Result<> keep(const QString &path, const QByteArray &sha256);

    /// Where the bytes are.
    QString path(const QByteArray &sha256) const;
    bool contains(const QByteArray &sha256) const;
    [[nodiscard]] Result<> remove(const QByteArray &sha256);

    /// Every content that has been there since before `before`, in no order. Whatever else lies in
    /// the store (left by a crash) is removed on the way.
    void forEach(const QDateTime &before, const std::function<void(const QByteArray &)> &visit);

    /// Where contents arrive, on the same file system.
    UploadFiles &uploads() { return m_uploads; }

private:
    const QString m_folder;
    UploadFiles m_uploads;
};

} // namespace Deskbell::Server
