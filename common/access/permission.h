// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/enumtable.h"

#include <QJsonArray>
#include <QString>

namespace Deskbell {

/// What somebody may be allowed to do. A permission is held globally or for one desk.
enum class Permission {
    TicketCreate,
    TicketCreateForOthers,
    TicketViewOwn,
    TicketViewTeam,
    TicketViewAll,
    TicketViewRestricted,
    TicketEditOwn,
    TicketEdit,
    TicketReply,
    TicketNote,
    TicketAssign,
    TicketTransfer,
    TicketChangeStatus,
    TicketClose,
    TicketReopen,
    TicketDelete,
    TicketRestore,
    TicketMerge,
    TicketBulk,
    TicketExport,
    CommentEditOwn,
    CommentEditAny,
    CommentDeleteAny,
    ApprovalDecide,
    ApprovalManage,
    UserView,
    UserManage,
    RoleManage,
    TeamManage,
    DeskManage,
    WorkflowManage,
    CategoryManage,
    SlaManage,
    CannedManage,
    ReportView,
    AuditView,
    AuditManage,
    SettingsManage,
    SystemOperate,
};

/// A row of the one table of permissions: the code on the wire and in the database, and the line in
/// English that GET /permissions gives and the role editor shows, translated.
struct PermissionRow
{
    Permission value;
    std::string_view name;
    std::string_view description;
};

template <>
struct WireEnum<Permission>
{
    static constexpr auto names = std::to_array<PermissionRow>({
            {Permission::TicketCreate, "ticket.create",
             QT_TRANSLATE_NOOP("Permission", "Create tickets for oneself")},
            {Permission::TicketCreateForOthers, "ticket.create_for_others",
             QT_TRANSLATE_NOOP("Permission", "Create tickets on behalf of somebody else")},
            {Permission::TicketViewOwn, "ticket.view_own",
             QT_TRANSLATE_NOOP("Permission", "See the tickets one has created or requested")},
            {Permission::TicketViewTeam, "ticket.view_team",
             QT_TRANSLATE_NOOP("Permission", "See the tickets of one's own teams")},
            {Permission::TicketViewAll, "ticket.view_all",
             QT_TRANSLATE_NOOP("Permission",
                               "See every ticket of the desk that is not restricted")},
            {Permission::TicketViewRestricted, "ticket.view_restricted",
             QT_TRANSLATE_NOOP("Permission", "See restricted tickets, too")},
            {Permission::TicketEditOwn, "ticket.edit_own",
             QT_TRANSLATE_NOOP("Permission",
                               "Edit and answer one's own tickets and change their priority")},
            {Permission::TicketEdit, "ticket.edit",
             QT_TRANSLATE_NOOP("Permission", "Edit every ticket one can see")},
            {Permission::TicketReply, "ticket.reply",
             QT_TRANSLATE_NOOP("Permission", "Reply as staff")},
            {Permission::TicketNote, "ticket.note",
             QT_TRANSLATE_NOOP("Permission", "Read and write internal notes")},
            {Permission::TicketAssign, "ticket.assign",
             QT_TRANSLATE_NOOP("Permission", "Take tickets and assign them")},
            {Permission::TicketTransfer, "ticket.transfer",
             QT_TRANSLATE_NOOP("Permission", "Transfer tickets to other people and teams")},
            {Permission::TicketChangeStatus, "ticket.change_status",
             QT_TRANSLATE_NOOP("Permission", "Change the status of tickets")},
            {Permission::TicketClose, "ticket.close",
             QT_TRANSLATE_NOOP("Permission", "Close tickets")},
            {Permission::TicketReopen, "ticket.reopen",
             QT_TRANSLATE_NOOP("Permission", "Reopen closed tickets")},
            {Permission::TicketDelete, "ticket.delete",
             QT_TRANSLATE_NOOP("Permission", "Delete tickets")},
            {Permission::TicketRestore, "ticket.restore",
             QT_TRANSLATE_NOOP("Permission", "See deleted tickets and restore them")},
            {Permission::TicketMerge, "ticket.merge",
             QT_TRANSLATE_NOOP("Permission", "Merge and split tickets")},
            {Permission::TicketBulk, "ticket.bulk",
             QT_TRANSLATE_NOOP("Permission", "Change many tickets at once")},
            {Permission::TicketExport, "ticket.export",
             QT_TRANSLATE_NOOP("Permission", "Export tickets")},
            {Permission::CommentEditOwn, "comment.edit_own",
             QT_TRANSLATE_NOOP("Permission", "Edit and delete one's own replies and notes")},
            {Permission::CommentEditAny, "comment.edit_any",
             QT_TRANSLATE_NOOP("Permission", "Edit everybody's replies and notes")},
            {Permission::CommentDeleteAny, "comment.delete_any",
             QT_TRANSLATE_NOOP("Permission", "Delete everybody's replies and notes")},
            {Permission::ApprovalDecide, "approval.decide",
             QT_TRANSLATE_NOOP("Permission", "Approve and reject what one is asked for")},
            {Permission::ApprovalManage, "approval.manage",
             QT_TRANSLATE_NOOP("Permission", "Manage approval templates and processes")},
            {Permission::UserView, "user.view",
             QT_TRANSLATE_NOOP("Permission", "See people and their names")},
            {Permission::UserManage, "user.manage",
             QT_TRANSLATE_NOOP("Permission", "Create, change, block and remove accounts")},
            {Permission::RoleManage, "role.manage",
             QT_TRANSLATE_NOOP("Permission", "Create, change and remove roles")},
            {Permission::TeamManage, "team.manage",
             QT_TRANSLATE_NOOP("Permission", "Create, change and remove teams")},
            {Permission::DeskManage, "desk.manage",
             QT_TRANSLATE_NOOP("Permission", "Create, change and remove desks")},
            {Permission::WorkflowManage, "workflow.manage",
             QT_TRANSLATE_NOOP("Permission", "Create and change workflows")},
            {Permission::CategoryManage, "category.manage",
             QT_TRANSLATE_NOOP("Permission", "Create, change and remove categories and tags")},
            {Permission::SlaManage, "sla.manage",
             QT_TRANSLATE_NOOP("Permission", "Manage service levels and calendars")},
            {Permission::CannedManage, "canned.manage",
             QT_TRANSLATE_NOOP("Permission", "Manage canned replies for everybody")},
            {Permission::ReportView, "report.view",
             QT_TRANSLATE_NOOP("Permission", "See dashboards and reports")},
            {Permission::AuditView, "audit.view",
             QT_TRANSLATE_NOOP("Permission", "See the activity log")},
            {Permission::AuditManage, "audit.manage",
             QT_TRANSLATE_NOOP("Permission", "Verify, export and prune the activity log")},
            {Permission::SettingsManage, "settings.manage",
             QT_TRANSLATE_NOOP("Permission", "Change the settings of the server")},
            {Permission::SystemOperate, "system.operate",
             QT_TRANSLATE_NOOP("Permission", "Back up, restore and operate the server")},
    });
};

/// The code as bytes, for Error::forbidden() and log lines.
QByteArray codeOf(Permission permission);

QString descriptionOf(Permission permission);

/// The whole table as GET /permissions answers it: `[{"code","description"}]`.
QJsonArray permissionsToJson();

} // namespace Deskbell
