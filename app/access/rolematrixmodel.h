// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/permissiontext.h"
#include "app/widgets/pagedmodel.h"
#include "common/access/role.h"

#include <QHash>

#include <optional>

namespace Deskbell::App {

class Session;

/// What each role allows: a row for each permission of the server, below a row for each group of
/// them, and a column for each role. Ticks stay here as a draft of their role until the page has
/// saved them.
class RoleMatrixModel : public PagedModelBase
{
    Q_OBJECT

public:
    enum DataRole {
        GroupRole = Qt::UserRole, ///< bool: the row is the title of a group
        ReasonRole,               ///< QString: why this cell cannot be changed; empty: it can
    };

    RoleMatrixModel(Api::Client &client, const Session &session, QObject *parent);

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : 1 + int(m_roles.size());
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// Reads permissions and roles again. Drafts stay.
    void refresh() override;

    bool isGroup(int row) const { return !m_rows[row].permission; }
    /// The role of a column; null for that of the permissions.
    const Role *roleAt(int column) const;
    int columnOf(RoleId role) const;
    const QList<Role> &roles() const { return m_roles; }

    /// What a role is to allow once it is saved.
    PermissionSet draft(const Role &role) const
    {
        return role.permissions ^ m_ticks.value(role.id);
    }
    bool isChanged(RoleId role) const { return !m_ticks.value(role).isEmpty(); }
    QList<RoleId> changedRoles() const;
    void discardDrafts();
    /// The role as the server has it now, after it was saved.
    void putSaved(const Role &role);
    /// The role as somebody else has made it: what they changed is marked, what was ticked here
    /// stays ticked.
    void putTheirs(const Role &role);

Q_SIGNALS:
    /// Something was ticked, saved or thrown away.
    void draftsChanged();

private:
    struct Row
    {
        PermissionGroup group;
        std::optional<Permission> permission = {}; ///< none: the title of the group

        friend bool operator==(const Row &, const Row &) = default;
    };

    void setPermissions(const QList<Permission> &permissions);
    void setRoles(const QList<Role> &roles);
    void fetchRoles(const QList<Permission> &permissions);
    QString reason(int row, const Role &role) const;
    bool isMarked(int row, const Role &role) const;
    void roleChanged(RoleId role);

    Api::Client &m_client;
    const Session &m_session;
    QList<Row> m_rows;
    QList<Role> m_roles;
    QHash<RoleId, PermissionSet> m_ticks;  ///< what differs from what the server has
    QHash<RoleId, PermissionSet> m_theirs; ///< what somebody else changed meanwhile
    Api::ScopedCall m_call;
};

} // namespace Deskbell::App
