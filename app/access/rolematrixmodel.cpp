// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/rolematrixmodel.h"

#include "app/accounts/accountsmodel.h"
#include "app/net/session.h"
#include "app/shell/icons.h"
#include "app/shell/theme.h"

#include <QBrush>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

/// An entry of GET /permissions; nothing for one that this program does not know.
struct ListedPermission
{
    std::optional<Permission> permission = {};
};

void read(JsonReader &reader, ListedPermission &listed)
{
    QString code;
    reader.text("code"_L1, code, Presence::Required);
    listed.permission = fromWire<Permission>(code);
}

} // namespace

RoleMatrixModel::RoleMatrixModel(Api::Client &client, const Session &session, QObject *parent)
    : PagedModelBase(parent)
    , m_client(client)
    , m_session(session)
{}

void RoleMatrixModel::refresh()
{
    if (m_rows.isEmpty())
        setState(State::Loading);
    using Answer = Page<ListedPermission>;
    m_call = m_client.get<Answer>(u"/permissions"_s, this, [this](const Result<Answer> &answer) {
        if (!answer) {
            setState(m_rows.isEmpty() ? State::Failed : State::Ready, answer.error());
            return;
        }
        QList<Permission> known;
        for (const ListedPermission &listed : answer->data) {
            if (listed.permission)
                known.append(*listed.permission);
        }
        // The roles first: without them there is nothing to see.
        fetchRoles(known);
    });
}

void RoleMatrixModel::fetchRoles(const QList<Permission> &permissions)
{
    const Api::Request request
            = Api::Request::get(u"/roles"_s, {{u"pageSize"_s, QString::number(maxPageSize)}});
    m_call = m_client.fetch<Page<Role>>(
            request, this, [this, permissions](const Result<Page<Role>> &roles) {
                if (!roles) {
                    setState(m_rows.isEmpty() ? State::Failed : State::Ready, roles.error());
                    return;
                }
                setRoles(roles->data);
                setPermissions(permissions);
                setState(State::Ready);
            });
}

void RoleMatrixModel::setPermissions(const QList<Permission> &permissions)
{
    QList<Row> rows;
    for (const Permission permission : permissions) {
        const PermissionGroup group = PermissionText::groupOf(permission);
        if (rows.isEmpty() || rows.last().group != group)
            rows.append({.group = group});
        rows.append({.group = group, .permission = permission});
    }
    if (rows == m_rows)
        return;
    beginResetModel(); // another server, or a newer one
    m_rows = rows;
    endResetModel();
}

/// Column by column, so that the place where one is stays.
void RoleMatrixModel::setRoles(const QList<Role> &roles)
{
    const auto isIn = [](const QList<Role> &list, RoleId id) {
        return std::any_of(list.begin(), list.end(),
                           [id](const Role &one) { return one.id == id; });
    };
    for (int i = int(m_roles.size()) - 1; i >= 0; --i) {
        if (isIn(roles, m_roles[i].id))
            continue;
        beginRemoveColumns({}, i + 1, i + 1);
        m_roles.removeAt(i);
        endRemoveColumns();
    }
    for (int i = 0; i < roles.size(); ++i) {
        const int old = columnOf(roles[i].id) - 1;
        if (old >= 0 && old != i) {
            beginRemoveColumns({}, old + 1, old + 1);
            m_roles.removeAt(old);
            endRemoveColumns();
        }
        if (old != i) {
            beginInsertColumns({}, i + 1, i + 1);
            m_roles.insert(i, roles[i]);
            endInsertColumns();
            continue;
        }
        if (m_roles[i] != roles[i]) {
            // What is ticked here stays; what they have ticked alike is done.
            m_ticks[roles[i].id] = m_ticks.value(roles[i].id)
                                           .without(m_roles[i].permissions ^ roles[i].permissions);
            m_roles[i] = roles[i];
            roleChanged(roles[i].id);
        }
    }
    m_ticks.removeIf([&](const auto &tick) { return !isIn(roles, tick.key()); });
    Q_EMIT draftsChanged();
}

const Role *RoleMatrixModel::roleAt(int column) const
{
    return column >= 1 && column <= m_roles.size() ? &m_roles[column - 1] : nullptr;
}

int RoleMatrixModel::columnOf(RoleId role) const
{
    const auto found = std::find_if(m_roles.begin(), m_roles.end(),
                                    [role](const Role &one) { return one.id == role; });
    return found == m_roles.end() ? -1 : 1 + int(found - m_roles.begin());
}

QVariant RoleMatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const Role *shown = roleAt(section);
    if (!shown)
        return role == Qt::DisplayRole && section == 0 ? tr("Right") : QVariant();
    const QString name = AccountText::role(shown->key, shown->name);
    switch (role) {
    case Qt::DisplayRole: return isChanged(shown->id) ? tr("%1 – not saved").arg(name) : name;
    case Qt::ToolTipRole:
        return shown->builtIn ? tr("Built-in roles cannot be changed.") : shown->description;
    case Qt::DecorationRole:
        return shown->builtIn ? QVariant(Icons::icon(u"lock", Icons::Ink::Muted)) : QVariant();
    case Qt::TextAlignmentRole: return int(Qt::AlignCenter);
    default: return {};
    }
}

QString RoleMatrixModel::reason(int row, const Role &role) const
{
    if (role.builtIn)
        return tr("Built-in roles cannot be changed. Make a role of your own in their place.");
    if (!m_session.me().grants.holdsGlobally(*m_rows[row].permission))
        return tr("You do not hold this right everywhere. Nobody can give or take a right that "
                  "they do not hold.");
    return {};
}

bool RoleMatrixModel::isMarked(int row, const Role &role) const
{
    return m_theirs.value(role.id).contains(*m_rows[row].permission);
}

QVariant RoleMatrixModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    if (role == GroupRole)
        return !row.permission;
    const Role *shown = roleAt(index.column());
    if (!row.permission) {
        if (shown)
            return {};
        switch (role) {
        case Qt::DisplayRole: return PermissionText::group(row.group);
        case Qt::FontRole: return Fonts::bodyBold();
        default: return {};
        }
    }
    if (!shown) {
        switch (role) {
        case Qt::DisplayRole: return PermissionText::description(*row.permission);
        case Qt::ToolTipRole: return QString(toWire(*row.permission));
        default: return {};
        }
    }
    const bool allowed = draft(*shown).contains(*row.permission);
    switch (role) {
    case Qt::CheckStateRole: return int(allowed ? Qt::Checked : Qt::Unchecked);
    case Qt::ToolTipRole:
        return isMarked(index.row(), *shown) ? tr("Somebody else has changed this.")
                                             : reason(index.row(), *shown);
    case Qt::BackgroundRole:
        return isMarked(index.row(), *shown)
                       ? QVariant(QBrush(Theme::tokens().tone(Tone::Amber).background))
                       : QVariant();
    case Qt::AccessibleTextRole: {
        const QString name = AccountText::role(shown->key, shown->name);
        const QString right = PermissionText::description(*row.permission);
        return allowed ? tr("%1: allowed – %2").arg(name, right)
                       : tr("%1: not allowed – %2").arg(name, right);
    }
    case Qt::AccessibleDescriptionRole:
    case ReasonRole: return reason(index.row(), *shown);
    default: return {};
    }
}

bool RoleMatrixModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    const Role &shown = *roleAt(index.column());
    const Permission permission = *m_rows[index.row()].permission;
    if (draft(shown).contains(permission) == (value.toInt() == Qt::Checked))
        return true;
    m_ticks[shown.id] = m_ticks.value(shown.id) ^ PermissionSet { permission };
    Q_EMIT dataChanged(index, index);
    Q_EMIT headerDataChanged(Qt::Horizontal, index.column(), index.column());
    Q_EMIT draftsChanged();
    return true;
}

Qt::ItemFlags RoleMatrixModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    if (isGroup(index.row()))
        return Qt::ItemIsEnabled;
    // What cannot be changed can be looked at, and says why.
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const Role *role = roleAt(index.column());
    if (role && reason(index.row(), *role).isEmpty())
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QList<RoleId> RoleMatrixModel::changedRoles() const
{
    QList<RoleId> changed;
    for (const Role &role : m_roles) {
        if (isChanged(role.id))
            changed.append(role.id);
    }
    return changed;
}

void RoleMatrixModel::discardDrafts()
{
    const QList<RoleId> changed = m_ticks.keys() + m_theirs.keys();
    m_ticks.clear();
    m_theirs.clear();
    for (const RoleId role : changed)
        roleChanged(role);
    Q_EMIT draftsChanged();
}

void RoleMatrixModel::putSaved(const Role &role)
{
    const int column = columnOf(role.id);
    if (column < 0)
        return;
    m_roles[column - 1] = role;
    m_ticks.remove(role.id);
    m_theirs.remove(role.id);
    roleChanged(role.id);
    Q_EMIT draftsChanged();
}

void RoleMatrixModel::putTheirs(const Role &role)
{
    const int column = columnOf(role.id);
    if (column < 0)
        return;
    Role &shown = m_roles[column - 1];
    const PermissionSet theirs = shown.permissions ^ role.permissions;
    m_ticks[role.id] = m_ticks.value(role.id).without(theirs);
    m_theirs[role.id] = m_theirs.value(role.id) | theirs;
    shown = role;
    roleChanged(role.id);
    Q_EMIT draftsChanged();
}

void RoleMatrixModel::roleChanged(RoleId role)
{
    const int column = columnOf(role);
    if (column < 0)
        return;
    Q_EMIT headerDataChanged(Qt::Horizontal, column, column);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column));
}

} // namespace Deskbell::App
