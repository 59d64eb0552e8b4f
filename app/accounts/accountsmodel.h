// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/pagedmodel.h"
#include "common/accounts/account.h"

namespace Deskbell::App {

/// How accounts are put into words.
namespace AccountText {
QString status(AccountStatus status);
/// "Agent, Lead (Help desk)"
QString roles(const QList<HeldRole> &roles);
QString role(const QString &key, const QString &name);
} // namespace AccountText

/// People as a table, by name.
class AccountsModel : public PagedModel<Account>
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        UsernameColumn,
        EmailColumn,
        RolesColumn,
        StatusColumn,
        SeenColumn,
        ColumnCount
    };

    using PagedModel::PagedModel;

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QVariant cell(const Account &account, int column, int role) const override;
};

} // namespace Deskbell::App
