// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/message.h"

#include <QFile>

namespace Deskbell::Http {

/// Reads the part of a file that an answer consists of, a piece at a time. Used by one thread at a
/// time, not always the same.
class FileReader
{
public:
    /// How much of a file is in memory at once, per answer; two pieces while one is being sent.
    static constexpr qint64 pieceSize = 256 * 1024;

    explicit FileReader(const FileBody &body);

    /// Blocks on the disk. False when the file is not there or shorter than it should be.
    [[nodiscard]] bool open();
    /// The next piece; empty at the end, or when the file turned out shorter.
    QByteArray next();
    qint64 remaining() const { return m_remaining; }

private:
    QFile m_file;
    const qint64 m_offset;
    qint64 m_remaining;
};

} // namespace Deskbell::Http
