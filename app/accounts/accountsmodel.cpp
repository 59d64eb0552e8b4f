// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/accountsmodel.h"

#include "app/widgets/timetext.h"
#include "common/access/builtinroles.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

QString AccountText::status(AccountStatus status)
{
    switch (status) {
    case AccountStatus::Active: return QCoreApplication::translate("AccountText", "Active");
    case AccountStatus::Pending:
        return QCoreApplication::translate("AccountText", "Waiting for approval");
    case AccountStatus::Blocked: return QCoreApplication::translate("AccountText", "Blocked");
    case AccountStatus::Deactivated:
        return QCoreApplication::translate("AccountText", "Deactivated");
    }
    Q_UNREACHABLE();
}

QString AccountText::role(const QString &key, const QString &name)
{
    const auto builtIn = fromWire<BuiltInRole>(key);
    if (!builtIn)
        return name;
    switch (*builtIn) {
    case BuiltInRole::Requester: return QCoreApplication::translate("AccountText", "Requester");
    case BuiltInRole::Observer: return QCoreApplication::translate("AccountText", "Observer");
    case BuiltInRole::Agent: return QCoreApplication::translate("AccountText", "Agent");
    case BuiltInRole::Lead: return QCoreApplication::translate("AccountText", "Lead");
    case BuiltInRole::Administrator:
        return QCoreApplication::translate("AccountText", "Administrator");
    }
    Q_UNREACHABLE();
}

QString AccountText::roles(const QList<HeldRole> &roles)
{
    QStringList words;
    for (const HeldRole &held : roles) {
        const QString name = role(held.key, held.name);
        words.append(held.desk ? QCoreApplication::translate("AccountText", "%1 (%2)")
                                         .arg(name, held.desk->name)
                               : name);
    }
    return words.join(u", "_s);
}

QVariant AccountsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case NameColumn: return tr("Name");
    case UsernameColumn: return tr("User name");
    case EmailColumn: return tr("E-mail");
    case RolesColumn: return tr("Roles");
    case StatusColumn: return tr("State");
    case SeenColumn: return tr("Last seen");
    case ColumnCount: break;
    }
    return {};
}

QVariant AccountsModel::cell(const Account &account, int column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(column)) {
    case NameColumn: return account.displayName;
    case UsernameColumn: return account.username;
    case EmailColumn: return account.email;
    case RolesColumn: return AccountText::roles(account.roles);
    case StatusColumn: return AccountText::status(account.status);
    case SeenColumn:
        return account.lastSeenAt.isValid()
                       ? QLocale().toString(account.lastSeenAt.toLocalTime(), QLocale::ShortFormat)
                       : tr("Never");
    case ColumnCount: break;
    }
    return {};
}

} // namespace Deskbell::App
