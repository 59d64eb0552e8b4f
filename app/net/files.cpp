// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/files.h"

#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

Error fileError(const QByteArray &key, const QString &name, const QString &detail)
{
    return {.code = ErrorCode::Gone, .key = key, .detail = detail, .params = {{u"file"_s, name}}};
}

Result<> writeWholeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(fileError("file.unwritable", QFileInfo(path).fileName(), file.errorString()));
    return {};
}

} // namespace Deskbell::App
