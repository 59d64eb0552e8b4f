// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/access/permission.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Deskbell {

QByteArray codeOf(Permission permission)
{
    const QLatin1StringView code = toWire(permission);
    return QByteArray(code.data(), code.size());
}

QString descriptionOf(Permission permission)
{
    for (const PermissionRow &row : WireEnum<Permission>::names) {
        if (row.value == permission)
            return QString::fromLatin1(row.description);
    }
    Q_UNREACHABLE();
}

QJsonArray permissionsToJson()
{
    QJsonArray permissions;
    for (const PermissionRow &row : WireEnum<Permission>::names)
        permissions.append(QJsonObject{{u"code"_s, QString(toWire(row.value))},
                                       {u"description"_s, descriptionOf(row.value)}});
    return permissions;
}

} // namespace Deskbell
