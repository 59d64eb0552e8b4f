// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QByteArrayView>
#include <QString>

namespace Deskbell::Server {

/// A file descriptor that says what went wrong: unlike QFile it tells a full disk (Unavailable,
/// key "storage.full") from broken storage (Internal), and syncs. Moves, closes by scope.
class DiskFile
{
public:
    enum class Mode {
        Read,
        Append, ///< made when it is not there; read and written
    };

    DiskFile() = default;
    ~DiskFile();
    DiskFile(DiskFile &&other) noexcept;
    DiskFile &operator=(DiskFile &&other) noexcept;

    /// NotFound when a file to read is not there.
    [[nodiscard]] static Result<DiskFile> open(const QString &path, Mode mode);

    /// Takes the file for this descriptor alone, until it is closed or the process dies. False:
    /// somebody else has it.
    [[nodiscard]] bool lock();
    [[nodiscard]] Result<qint64> size() const;
    /// Behind what is there.
    [[nodiscard]] Result<> append(QByteArrayView bytes);
    [[nodiscard]] Result<> truncate(qint64 size);
    /// Returns when the bytes are on the disk.
    [[nodiscard]] Result<> sync();
    /// Reads from `offset`; empty at the end.
    [[nodiscard]] Result<QByteArrayView> read(qint64 offset, QByteArray &buffer) const;

private:
    explicit DiskFile(int descriptor)
        : m_descriptor(descriptor)
    {}

    int m_descriptor = -1;
};

/// Makes the entries of a folder durable: a file that was made, renamed or linked in it.
[[nodiscard]] Result<> syncFolder(const QString &path);

/// Makes a folder (mode 0700) and the ones above it, durably.
[[nodiscard]] Result<> makeFolder(const QString &path);

/// Removes a file; that it is not there is fine.
[[nodiscard]] Result<> removeFile(const QString &path);

/// A failed system call as an Error, by errno: "storage.full" or an internal one.
Error storageError(const char *doing, const QString &path);

} // namespace Deskbell::Server
