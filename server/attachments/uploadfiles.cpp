// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/attachments/uploadfiles.h"

#include <QDirIterator>
#include <QFile>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

/// How many sums are kept: a few hundred bytes each, and only uploads in pieces need one.
constexpr qsizetype sumLimit = 4096;
constexpr qsizetype readSize = 256 * 1024;

} // namespace

UploadFiles::UploadFiles(const QString &folder)
    : m_folder(folder)
{}

Result<> UploadFiles::prepare()
{
    return makeFolder(m_folder);
}

QString UploadFiles::path(const QUuid &id) const
{
    return m_folder + u'/' + id.toString(QUuid::WithoutBraces);
}

Result<DiskFile> UploadFiles::open(const QUuid &id)
{
    const QString path = this->path(id);
    const bool isNew = !QFile::exists(path);
    auto file = DiskFile::open(path, DiskFile::Mode::Append);
    if (!file)
        return file;
    if (!file->lock()) {
        return fail({.code = ErrorCode::Locked,
                     .key = "upload.in_use",
                     .detail = u"Another request is writing to this upload."_s});
    }
    if (isNew) {
        if (auto synced = syncFolder(m_folder); !synced)
            return fail(synced.error());
    }
    return file;
}

Result<> UploadFiles::remove(const QUuid &id)
{
    {
        const std::lock_guard lock(m_mutex);
        m_sums.remove(id);
    }
    return removeFile(path(id));
}

Result<Sha256> UploadFiles::sum(const QUuid &id, const DiskFile &file, qint64 size)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto known = m_sums.constFind(id);
        if (known != m_sums.constEnd() && known->size == size)
            return known->sum;
    }
    Sha256 sum;
    QByteArray buffer(readSize, Qt::Uninitialized);
    for (qint64 offset = 0; offset < size;) {
        auto piece = file.read(offset, buffer);
        if (!piece)
            return fail(piece.error());
        if (piece->isEmpty())
            return fail(Error::internal(u"upload %1 is shorter than %2"_s.arg(path(id)).arg(size)));
        const QByteArrayView wanted = piece->first(std::min(piece->size(), size - offset));
        sum.add(wanted);
        offset += wanted.size();
    }
    return sum;
}

void UploadFiles::rememberSum(const QUuid &id, const Sha256 &sum, qint64 size)
{
    const std::lock_guard lock(m_mutex);
    if (m_sums.size() >= sumLimit && !m_sums.contains(id))
        m_sums.erase(m_sums.begin());
    m_sums.insert(id, {.sum = sum, .size = size});
}

void UploadFiles::forEach(const QDateTime &before, const std::function<void(const QUuid &)> &visit)
{
    QDirIterator files(m_folder, QDir::Files);
    while (files.hasNext()) {
        const QFileInfo file = files.nextFileInfo();
        const QUuid id = QUuid::fromString(file.fileName());
        if (!id.isNull() && file.lastModified() < before)
            visit(id);
    }
}

} // namespace Deskbell::Server
