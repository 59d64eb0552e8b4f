// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/activity/activitymodel.h"

#include "app/widgets/timetext.h"

#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

/// A value of the log in one line: "title: VPN drops, category: Network". What has a name is told
/// by its name.
QString inWords(const QJsonValue &value)
{
    QStringList parts;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &element : array)
            parts.append(inWords(element));
        return parts.join(u", "_s);
    }
    if (!value.isObject())
        return value.toVariant().toString();
    const QJsonObject object = value.toObject();
    for (const auto name : {"displayName"_L1, "name"_L1, "role"_L1}) {
        if (object.contains(name) && object[name].isString())
            return object[name].toString();
    }
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString text = inWords(it.value());
        if (!text.isEmpty())
            parts.append(it.key() + u": "_s + text);
    }
    return parts.join(u", "_s);
}

/// What an entry changed: "status: new → in_progress, tags: nothing → vpn".
QString changeOf(const ActivityEntry &entry)
{
    const QJsonObject before = entry.oldValue.toObject();
    const QJsonObject after = entry.newValue.toObject();
    QStringList fields = before.keys();
    for (const QString &field : after.keys()) {
        if (!before.contains(field))
            fields.append(field);
    }
    const QString nothing = ActivityModel::tr("nothing");
    QStringList parts;
    for (const QString &field : std::as_const(fields)) {
        const QString is = inWords(after[field]);
        if (before.contains(field)) {
            const QString was = inWords(before[field]);
            parts.append(u"%1: %2 → %3"_s.arg(field, was.isEmpty() ? nothing : was,
                                              is.isEmpty() ? nothing : is));
        } else if (!is.isEmpty()) {
            parts.append(field + u": "_s + is);
        }
    }
    return parts.join(u", "_s);
}

} // namespace

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case TimeColumn: return tr("Time");
    case PersonColumn: return tr("Person");
    case ActionColumn: return tr("Action");
    case ThingColumn: return tr("What");
    case ChangeColumn: return tr("Change");
    case PeerColumn: return tr("From");
    case ColumnCount: break;
    }
    return {};
}

QVariant ActivityModel::cell(const ActivityEntry &entry, int column, int role) const
{
    if (role == Qt::ToolTipRole)
        return column == TimeColumn     ? TimeText::exact(entry.at)
               : column == ChangeColumn ? changeOf(entry)
                                        : QString();
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(column)) {
    case TimeColumn: return QLocale().toString(entry.at.toLocalTime(), QLocale::ShortFormat);
    case PersonColumn: return entry.actorName.isEmpty() ? tr("The system") : entry.actorName;
    // Stable words of the log, the same in every language, as scripts and exports have them.
    case ActionColumn: return entry.action;
    case ThingColumn:
        return entry.entityId.isValid() ? u"%1 %2"_s.arg(entry.entity).arg(entry.entityId.value())
                                        : entry.entity;
    case ChangeColumn: return changeOf(entry);
    case PeerColumn: return entry.peer;
    case ColumnCount: break;
    }
    return {};
}

} // namespace Deskbell::App
