// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/access/builtinroles.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

namespace {

constexpr PermissionSet requester{
        Permission::TicketCreate,   Permission::TicketViewOwn,  Permission::TicketEditOwn,
        Permission::CommentEditOwn, Permission::ApprovalDecide,
};

constexpr PermissionSet observer{
        Permission::TicketViewAll,
        Permission::UserView,
        Permission::ReportView,
};

// An agent who could not see people's names could not assign, and takes requests on the telephone.
constexpr PermissionSet agent
        = requester
          | PermissionSet{
                  Permission::TicketCreateForOthers, Permission::TicketViewTeam,
                  Permission::TicketViewAll,         Permission::TicketEdit,
                  Permission::TicketReply,           Permission::TicketNote,
                  Permission::TicketAssign,          Permission::TicketTransfer,
                  Permission::TicketChangeStatus,    Permission::TicketClose,
                  Permission::TicketReopen,          Permission::UserView,
          };

constexpr PermissionSet lead = agent
                               | PermissionSet{
                                       Permission::TicketDelete,     Permission::TicketRestore,
                                       Permission::TicketMerge,      Permission::TicketBulk,
                                       Permission::TicketExport,     Permission::CommentEditAny,
                                       Permission::CommentDeleteAny, Permission::UserManage,
                                       Permission::TeamManage,       Permission::CategoryManage,
                                       Permission::ReportView,
                               };

} // namespace

PermissionSet permissionsOf(BuiltInRole role)
{
    switch (role) {
    case BuiltInRole::Requester: return requester;
    case BuiltInRole::Observer: return observer;
    case BuiltInRole::Agent: return agent;
    case BuiltInRole::Lead: return lead;
    case BuiltInRole::Administrator: return PermissionSet::all();
    }
    Q_UNREACHABLE();
}

QString nameOf(BuiltInRole role)
{
    QString name = toWire(role);
    name[0] = name[0].toUpper();
    return name;
}

} // namespace Deskbell
