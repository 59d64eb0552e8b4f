// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/heldpermissionsmodel.h"

#include "app/access/permissiontext.h"
#include "app/accounts/accountsmodel.h"

using namespace Qt::StringLiterals;

namespace Deskbell::App {

HeldPermissionsModel::HeldPermissionsModel(Api::Client &client, AccountId account, QObject *parent)
    : PagedModelBase(parent)
    , m_client(client)
    , m_account(account)
{}

void HeldPermissionsModel::refresh()
{
    setState(State::Loading);
    using Answer = Page<HeldPermission>;
    m_call = m_client.get<Answer>(u"/users/%1/permissions"_s.arg(m_account.value()), this,
                                  [this](const Result<Answer> &answer) {
                                      if (!answer) {
                                          setState(State::Failed, answer.error());
                                          return;
                                      }
                                      setHeld(answer->data);
                                      setState(State::Ready);
                                  });
}

void HeldPermissionsModel::setHeld(const QList<HeldPermission> &held)
{
    beginResetModel();
    m_rows.clear();
    for (const HeldPermission &one : held) {
        const auto row = std::find_if(m_rows.begin(), m_rows.end(), [&one](const Row &known) {
            return known.permission == one.permission && known.desk == one.role.desk;
        });
        if (row == m_rows.end())
            m_rows.append({one.permission, one.role.desk, {one.role}});
        else
            row->roles.append(one.role);
    }
    endResetModel();
}

QVariant HeldPermissionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case PermissionColumn: return tr("Right");
    case PlaceColumn: return tr("Where");
    case RolesColumn: return tr("By the role");
    case ColumnCount: break;
    }
    return {};
}

QVariant HeldPermissionsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    if (role == Qt::ToolTipRole && index.column() == PermissionColumn)
        return QString(toWire(row.permission));
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case PermissionColumn: return PermissionText::description(row.permission);
    case PlaceColumn: return row.desk ? row.desk->name : tr("Everywhere");
    case RolesColumn: {
        QStringList names;
        for (const HeldRole &held : row.roles)
            names.append(AccountText::role(held.key, held.name));
        return names.join(u", "_s);
    }
    case ColumnCount: break;
    }
    return {};
}

} // namespace Deskbell::App
