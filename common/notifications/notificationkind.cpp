// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/notifications/notificationkind.h"

namespace Deskbell {

const NotificationRow &rowOf(NotificationKind kind)
{
    for (const NotificationRow &row : WireEnum<NotificationKind>::names) {
        if (row.value == kind)
            return row;
    }
    Q_UNREACHABLE();
}

QString descriptionOf(NotificationKind kind)
{
    const std::string_view text = rowOf(kind).description;
    return QString::fromLatin1(text.data(), qsizetype(text.size()));
}

} // namespace Deskbell
