// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/attachments/mediatype.h"

#include <QFile>

#include <magic.h>
#include <memory>
#include <mutex>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

/// libmagic's database is large and a handle is not thread-safe: one of them, used in turn.
class Magic
{
public:
    Magic()
        : m_handle(magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS), &magic_close)
    {
        if (m_handle && magic_load(m_handle.get(), nullptr) != 0)
            m_handle.reset();
        if (!m_handle)
            qWarning("The database of file types cannot be read; files are shown without a type.");
    }

    QString ask(const QString &path)
    {
        const std::lock_guard lock(m_mutex);
        const char *type = m_handle
                                   ? magic_file(m_handle.get(), QFile::encodeName(path).constData())
                                   : nullptr;
        return type ? QString::fromLatin1(type) : u"application/octet-stream"_s;
    }

private:
    std::mutex m_mutex;
    std::unique_ptr<std::remove_pointer_t<magic_t>, decltype(&magic_close)> m_handle;
};

} // namespace

QString mediaTypeOf(const QString &path)
{
    static Magic magic;
    return magic.ask(path);
}

} // namespace Deskbell::Server
