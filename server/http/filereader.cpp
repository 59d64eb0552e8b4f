// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/filereader.h"

#include <algorithm>

namespace Deskbell::Http {

FileReader::FileReader(const FileBody &body)
    : m_file(body.path)
    , m_offset(body.offset)
    , m_remaining(body.length)
{}

bool FileReader::open()
{
    return m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)
           && m_offset + m_remaining <= m_file.size() && m_file.seek(m_offset);
}

QByteArray FileReader::next()
{
    QByteArray piece(std::min(pieceSize, m_remaining), Qt::Uninitialized);
    piece.resize(std::max<qint64>(m_file.read(piece.data(), piece.size()), 0));
    m_remaining -= piece.size();
    return piece;
}

} // namespace Deskbell::Http
