// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/attachments/diskfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

Error storageError(const char *doing, const QString &path)
{
    const int code = errno;
    if (code == ENOSPC || code == EDQUOT || code == EFBIG) {
        return {.code = ErrorCode::Unavailable,
                .key = "storage.full",
                .detail = u"The server has no room for files left."_s,
                .params = {{u"retryAfter"_s, 60}}};
    }
    return Error::internal(u"%1 %2: %3"_s.arg(QLatin1StringView(doing), path,
                                              QString::fromLocal8Bit(std::strerror(code))));
}

DiskFile::~DiskFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

DiskFile::DiskFile(DiskFile &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{}

DiskFile &DiskFile::operator=(DiskFile &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

Result<DiskFile> DiskFile::open(const QString &path, Mode mode)
{
    const int flags = mode == Mode::Read ? O_RDONLY : O_RDWR | O_CREAT | O_APPEND;
    const int descriptor = ::open(QFile::encodeName(path).constData(),
                                  flags | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (descriptor >= 0)
        return DiskFile(descriptor);
    if (errno == ENOENT && mode == Mode::Read)
        return fail(Error::notFound());
    return fail(storageError("open", path));
}

bool DiskFile::lock()
{
    return ::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0;
}

Result<qint64> DiskFile::size() const
{
    struct stat status;
    if (::fstat(m_descriptor, &status) != 0)
        return fail(storageError("stat", {}));
    return qint64(status.st_size);
}

Result<> DiskFile::append(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(m_descriptor, bytes.data(), size_t(bytes.size()));
        if (written < 0) {
            if (errno == EINTR)
                continue;
            return fail(storageError("write", {}));
        }
        bytes = bytes.sliced(written);
    }
    return {};
}

Result<> DiskFile::truncate(qint64 size)
{
    if (::ftruncate(m_descriptor, size) != 0)
        return fail(storageError("truncate", {}));
    return {};
}

Result<> DiskFile::sync()
{
    if (::fsync(m_descriptor) != 0)
        return fail(storageError("sync", {}));
    return {};
}

Result<QByteArrayView> DiskFile::read(qint64 offset, QByteArray &buffer) const
{
    ssize_t got = 0;
    do {
        got = ::pread(m_descriptor, buffer.data(), size_t(buffer.size()), offset);
    } while (got < 0 && errno == EINTR);
    if (got < 0)
        return fail(storageError("read", {}));
    return QByteArrayView(buffer).first(got);
}

Result<> syncFolder(const QString &path)
{
    auto folder = DiskFile::open(path, DiskFile::Mode::Read);
    if (!folder)
        return fail(folder.error());
    return folder->sync();
}

Result<> makeFolder(const QString &path)
{
    if (QFileInfo(path).isDir())
        return {};
    const QString parent = QFileInfo(path).absolutePath();
    if (auto made = makeFolder(parent); !made)
        return made;
    if (::mkdir(QFile::encodeName(path).constData(), S_IRWXU) != 0 && errno != EEXIST)
        return fail(storageError("make", path));
    return syncFolder(parent);
}

Result<> removeFile(const QString &path)
{
    if (::unlink(QFile::encodeName(path).constData()) != 0 && errno != ENOENT)
        return fail(storageError("remove", path));
    return {};
}

} // namespace Deskbell::Server
