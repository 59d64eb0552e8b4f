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
/// English that GET /permissions gives and the role editor shows (translated by code).
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
            {Permission::TicketCreate, "ticket.create", "Create tickets for oneself"},
            {Permission::TicketCreateForOthers, "ticket.create_for_others",
             "Create tickets on behalf of somebody else"},
            {Permission::TicketViewOwn, "ticket.view_own",
             "See the tickets one has created or requested"},
            {Permission::TicketViewTeam, "ticket.view_team", "See the tickets of one's own teams"},
            {Permission::TicketViewAll, "ticket.view_all",
             "See every ticket of the desk that is not restricted"},
            {Permission::TicketViewRestricted, "ticket.view_restricted",
             "See restricted tickets, too"},
            {Permission::TicketEditOwn, "ticket.edit_own",
             "Edit and answer one's own tickets and change their priority"},
            {Permission::TicketEdit, "ticket.edit", "Edit every ticket one can see"},
            {Permission::TicketReply, "ticket.reply", "Reply as staff"},
            {Permission::TicketNote, "ticket.note", "Read and write internal notes"},
            {Permission::TicketAssign, "ticket.assign", "Take tickets and assign them"},
            {Permission::TicketTransfer, "ticket.transfer",
             "Transfer tickets to other people and teams"},
            {Permission::TicketChangeStatus, "ticket.change_status",
             "Change the status of tickets"},
            {Permission::TicketClose, "ticket.close", "Close tickets"},
            {Permission::TicketReopen, "ticket.reopen", "Reopen closed tickets"},
            {Permission::TicketDelete, "ticket.delete", "Delete tickets"},
            {Permission::TicketRestore, "ticket.restore", "See deleted tickets and restore them"},
            {Permission::TicketMerge, "ticket.merge", "Merge and split tickets"},
            {Permission::TicketBulk, "ticket.bulk", "Change many tickets at once"},
            {Permission::TicketExport, "ticket.export", "Export tickets"},
            {Permission::CommentEditOwn, "comment.edit_own",
             "Edit and delete one's own replies and notes"},
            {Permission::CommentEditAny, "comment.edit_any", "Edit everybody's replies and notes"},
            {Permission::CommentDeleteAny, "comment.delete_any",
             "Delete everybody's replies and notes"},
            {Permission::ApprovalDecide, "approval.decide",
             "Approve and reject what one is asked for"},
            {Permission::ApprovalManage, "approval.manage",
             "Manage approval templates and processes"},
            {Permission::UserView, "user.view", "See people and their names"},
            {Permission::UserManage, "user.manage", "Create, change, block and remove accounts"},
            {Permission::RoleManage, "role.manage", "Create, change and remove roles"},
            {Permission::TeamManage, "team.manage", "Create, change and remove teams"},
            {Permission::DeskManage, "desk.manage", "Create, change and remove desks"},
            {Permission::WorkflowManage, "workflow.manage", "Create and change workflows"},
            {Permission::CategoryManage, "category.manage",
             "Create, change and remove categories and tags"},
            {Permission::SlaManage, "sla.manage", "Manage service levels and calendars"},
            {Permission::CannedManage, "canned.manage", "Manage canned replies for everybody"},
            {Permission::ReportView, "report.view", "See dashboards and reports"},
            {Permission::AuditView, "audit.view", "See the activity log"},
            {Permission::AuditManage, "audit.manage", "Verify, export and prune the activity log"},
            {Permission::SettingsManage, "settings.manage", "Change the settings of the server"},
            {Permission::SystemOperate, "system.operate",
             "Back up, restore and operate the server"},
    });
};

/// The code as bytes, for Error::forbidden() and log lines.
QByteArray codeOf(Permission permission);

QString descriptionOf(Permission permission);

/// The whole table as GET /permissions answers it: `[{"code","description"}]`.
QJsonArray permissionsToJson();

} // namespace Deskbell
