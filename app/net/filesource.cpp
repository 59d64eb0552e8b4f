// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/filesource.h"

#include "app/net/files.h"

#include <QCryptographicHash>
#include <QFileInfo>

#include <algorithm>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

Result<FileSource> FileSource::fromFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isFile() || !info.isReadable())
        return fail(fileError("file.unreadable", info.fileName(), path));
    FileSource source;
    source.m_name = info.fileName();
    source.m_path = path;
    source.m_size = info.size();
    source.m_modified = info.lastModified();
    return source;
}

FileSource FileSource::fromBytes(const QByteArray &bytes, const QString &name)
{
    FileSource source;
    source.m_name = name;
    source.m_bytes = bytes;
    source.m_size = bytes.size();
    return source;
}

FileSource FileSource::arrived(const QString &name, qint64 size)
{
    FileSource source;
    source.m_name = name;
    source.m_size = size;
    return source;
}

Result<FileSource::Piece> FileSource::read(qint64 offset, qint64 length) const
{
    Piece piece;
    if (m_path.isEmpty()) {
        piece.bytes = m_bytes.sliced(offset, std::min(length, m_size - offset));
    } else {
        QFile file(m_path);
        if (!file.open(QIODevice::ReadOnly) || !file.seek(offset))
            return fail(fileError("file.unreadable", m_name, file.errorString()));
        const QFileInfo now(file);
        if (now.size() != m_size || now.lastModified() != m_modified)
            return fail(fileError("file.changed", m_name, u"size or time differ"_s));
        const qint64 wanted = std::min(length, m_size - offset);
        piece.bytes = file.read(wanted);
        if (piece.bytes.size() != wanted)
            return fail(fileError("file.unreadable", m_name, file.errorString()));
    }
    piece.sha256 = QCryptographicHash::hash(piece.bytes, QCryptographicHash::Sha256);
    return piece;
}

} // namespace Deskbell::App
