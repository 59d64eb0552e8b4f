// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QDateTime>
#include <QString>

namespace Deskbell::App {

/// What is uploaded: a file on the disk, or bytes from the clipboard. A value without a thread;
/// read() blocks and belongs into the background.
class FileSource
{
public:
    struct Piece
    {
        QByteArray bytes;
        QByteArray sha256;
    };

    /// Looks at the file; what it says about size and time must stay so. Key "file.unreadable".
    static Result<FileSource> fromFile(const QString &path);
    static FileSource fromBytes(const QByteArray &bytes, const QString &name);
    /// One that is not to be read any more: the server has all of it.
    static FileSource arrived(const QString &name, qint64 size);

    QString name() const { return m_name; }
    qint64 size() const { return m_size; }
    /// The part from `offset` on, at most `length` bytes. Keys "file.unreadable", "file.changed".
    Result<Piece> read(qint64 offset, qint64 length) const;

private:
    QString m_name;
    QString m_path; ///< empty: the bytes are here
    QByteArray m_bytes;
    qint64 m_size = 0;
    QDateTime m_modified;
};

} // namespace Deskbell::App
