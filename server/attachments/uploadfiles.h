// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "server/attachments/diskfile.h"
#include "server/attachments/sha256.h"

#include <QDateTime>
#include <QHash>
#include <QString>
#include <QUuid>

#include <functional>
#include <mutex>
#include <optional>

namespace Deskbell::Server {

/// The bytes of uploads on their way, <data>/uploads/<id>, and their running sums, so that an
/// upload that comes in many pieces is read only once. Sums are lost with the process; the file is
/// then read again. Usable from any thread.
class UploadFiles
{
public:
    explicit UploadFiles(const QString &folder);

    [[nodiscard]] Result<> prepare();

    /// The file of an upload, made when it is new, for the caller alone while it is open. Locked
    /// ("upload.in_use") when somebody else has it.
    [[nodiscard]] Result<DiskFile> open(const QUuid &id);
    [[nodiscard]] Result<> remove(const QUuid &id);
    QString path(const QUuid &id) const;

    /// The sum over the first `size` bytes, from memory or from the file.
    [[nodiscard]] Result<Sha256> sum(const QUuid &id, const DiskFile &file, qint64 size);
    /// Remembers the sum over the first `size` bytes for the next piece.
    void rememberSum(const QUuid &id, const Sha256 &sum, qint64 size);

    /// Every upload whose file was last written before `before`.
    void forEach(const QDateTime &before, const std::function<void(const QUuid &)> &visit);

private:
    struct KnownSum
    {
        Sha256 sum;
        qint64 size = 0;
    };

    const QString m_folder;
    std::mutex m_mutex;
    QHash<QUuid, KnownSum> m_sums;
};

} // namespace Deskbell::Server
