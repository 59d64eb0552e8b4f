// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/permissiontext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

PermissionGroup PermissionText::groupOf(Permission permission)
{
    static constexpr std::pair<QLatin1StringView, PermissionGroup> groups[] = {
            {"ticket."_L1, PermissionGroup::Tickets},
            {"comment."_L1, PermissionGroup::Comments},
            {"approval."_L1, PermissionGroup::Approvals},
            {"user."_L1, PermissionGroup::People},
            {"role."_L1, PermissionGroup::People},
            {"report."_L1, PermissionGroup::Reports},
            {"audit."_L1, PermissionGroup::Reports},
            {"settings."_L1, PermissionGroup::Server},
            {"system."_L1, PermissionGroup::Server},
    };
    const QLatin1StringView code = toWire(permission);
    for (const auto &[prefix, group] : groups) {
        if (code.startsWith(prefix))
            return group;
    }
    return PermissionGroup::Desks; // teams, workflows, categories and what else a desk consists of
}

QString PermissionText::group(PermissionGroup group)
{
    switch (group) {
    case PermissionGroup::Tickets: return QCoreApplication::translate("PermissionText", "Tickets");
    case PermissionGroup::Comments:
        return QCoreApplication::translate("PermissionText", "Replies and notes");
    case PermissionGroup::Approvals:
        return QCoreApplication::translate("PermissionText", "Approvals");
    case PermissionGroup::People:
        return QCoreApplication::translate("PermissionText", "People and roles");
    case PermissionGroup::Desks: return QCoreApplication::translate("PermissionText", "Desks");
    case PermissionGroup::Reports:
        return QCoreApplication::translate("PermissionText", "Reports and log");
    case PermissionGroup::Server: return QCoreApplication::translate("PermissionText", "Server");
    }
    Q_UNREACHABLE();
}

QString PermissionText::description(Permission permission)
{
    const QByteArray english = descriptionOf(permission).toLatin1();
    return QCoreApplication::translate("Permission", english.constData());
}

} // namespace Deskbell::App
