// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/activity/activitymodel.h"

#include "app/widgets/timetext.h"

#include <QJsonDocument>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

/// A value of the log in one line: "title: VPN drops, priority: high".
QString inWords(const QJsonValue &value)
{
    if (!value.isObject())
        return value.toVariant().toString();
    QStringList parts;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString text
                = it.value().isObject() || it.value().isArray()
                          ? QString::fromUtf8(QJsonDocument::fromVariant(it.value().toVariant())
                                                      .toJson(QJsonDocument::Compact))
                          : it.value().toVariant().toString();
        parts.append(it.key() + u": "_s + text);
    }
    return parts.join(u", "_s);
}

QString changeOf(const ActivityEntry &entry)
{
    const QString before = inWords(entry.oldValue);
    const QString after = inWords(entry.newValue);
    if (before.isEmpty())
        return after;
    return before + u" → "_s + after;
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
