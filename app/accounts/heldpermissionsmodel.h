// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/pagedmodel.h"
#include "common/accounts/heldpermission.h"

namespace Deskbell::App {

/// What an account may do, where, and by which roles: a row for each right and place.
class HeldPermissionsModel : public PagedModelBase
{
    Q_OBJECT

public:
    enum Column { PermissionColumn, PlaceColumn, RolesColumn, ColumnCount };

    HeldPermissionsModel(Api::Client &client, AccountId account, QObject *parent);

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    void refresh() override;

private:
    struct Row
    {
        Permission permission = Permission::TicketCreate;
        std::optional<DeskRef> desk = {}; ///< none: everywhere
        QList<HeldRole> roles = {};
    };
    void setHeld(const QList<HeldPermission> &held);

    Api::Client &m_client;
    const AccountId m_account;
    QList<Row> m_rows;
    Api::ScopedCall m_call;
};

} // namespace Deskbell::App
