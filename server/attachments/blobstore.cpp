// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/attachments/blobstore.h"

#include "server/attachments/diskfile.h"

#include <QDirIterator>
#include <QFile>
#include <QUuid>

#include <cerrno>
#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

constexpr auto temporarySuffix = ".part"_L1;
constexpr int renameAttempts = 5;

} // namespace

BlobStore::BlobStore(const QString &dataFolder)
    : m_folder(dataFolder + "/files"_L1)
    , m_uploads(dataFolder + "/uploads"_L1)
{}

Result<> BlobStore::prepare()
{
    if (auto made = makeFolder(m_folder); !made)
        return made;
    return m_uploads.prepare();
}

Result<> BlobStore::keep(const QString &path, const QByteArray &sha256)
{
    const QString target = this->path(sha256);
    const QString folder = target.left(target.lastIndexOf(u'/'));
    if (auto made = makeFolder(folder); !made)
        return made;
    // A link and a rename, so that an older file under this name is replaced in one step: it has
    // the same content, or was damaged.
    const QString temporary
            = target + u'.' + QUuid::createUuid().toString(QUuid::WithoutBraces) + temporarySuffix;
    const QByteArray from = QFile::encodeName(path);
    const QByteArray between = QFile::encodeName(temporary);
    for (int attempt = 1;; ++attempt) {
        if (::link(from.constData(), between.constData()) != 0)
            return fail(storageError("link", path));
        if (std::rename(between.constData(), QFile::encodeName(target).constData()) == 0)
            break;
        // A sweep whose clock is ahead of this one's may have taken the link for a leftover.
        if (errno == ENOENT && attempt < renameAttempts)
            continue;
        const Error error = storageError("rename", temporary);
        ::unlink(between.constData());
        return fail(error);
    }
    // When both names were one file already, POSIX has rename() do nothing.
    if (auto removed = removeFile(temporary); !removed)
        return removed;
    return syncFolder(folder);
}

QString BlobStore::path(const QByteArray &sha256) const
{
    const QString name = QString::fromLatin1(sha256.toHex());
    return m_folder + u'/' + name.left(2) + u'/' + name.mid(2);
}

bool BlobStore::contains(const QByteArray &sha256) const
{
    return QFile::exists(path(sha256));
}

Result<> BlobStore::remove(const QByteArray &sha256)
{
    return removeFile(path(sha256));
}

void BlobStore::forEach(const QDateTime &before,
                        const std::function<void(const QByteArray &)> &visit)
{
    QDirIterator files(m_folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo file = files.nextFileInfo();
        // The change time: a link to an older upload is as young as the link.
        if (file.metadataChangeTime() >= before)
            continue;
        const QByteArray sha256
                = QByteArray::fromHex(file.dir().dirName().toLatin1() + file.fileName().toLatin1());
        if (path(sha256) == file.filePath())
            visit(sha256);
        else if (file.fileName().endsWith(temporarySuffix))
            QFile::remove(file.filePath());
    }
}

} // namespace Deskbell::Server
