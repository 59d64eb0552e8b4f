// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/navigationmodel.h"

#include <QLocale>

#include <algorithm>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

QString NavigationModel::title(EntrySpec::Section section)
{
    switch (section) {
    case EntrySpec::Section::MyWork: return tr("My work");
    case EntrySpec::Section::Desk: return tr("Desk");
    case EntrySpec::Section::SavedViews: return tr("Saved views");
    case EntrySpec::Section::Tools: return tr("Tools");
    }
    Q_UNREACHABLE();
}

QString NavigationModel::counterText(int count, bool more)
{
    const QString text = QLocale().toString(count);
    return more ? text + u'+' : text;
}

void NavigationModel::setEntries(const QList<EntrySpec> &entries)
{
    QList<EntrySpec> sorted = entries;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const EntrySpec &a, const EntrySpec &b) { return a.section < b.section; });
    beginResetModel(); // another person: another list altogether
    m_rows.clear();
    for (const EntrySpec &entry : sorted) {
        if (m_rows.isEmpty() || m_rows.last().section != entry.section)
            m_rows.append({.section = entry.section});
        m_rows.append({.section = entry.section, .entry = entry});
    }
    endResetModel();
}

void NavigationModel::setCounter(const QString &entryId, int count, NavigationPane::Urgency urgency,
                                 bool more)
{
    m_counters.insert(
            entryId,
            {.count = count, .hot = urgency == NavigationPane::Urgency::Hot, .more = more});
    const QModelIndex index = indexOf(entryId);
    if (index.isValid())
        Q_EMIT dataChanged(index, index, {CounterRole, MoreRole, HotRole, Qt::AccessibleTextRole});
}

QModelIndex NavigationModel::indexOf(const QString &entryId) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (!entryId.isEmpty() && m_rows[row].entry.id == entryId)
            return index(row);
    }
    return {};
}

void NavigationModel::retranslate()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
}

int NavigationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant NavigationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    const bool isTitle = row.entry.id.isEmpty();
    const Counter counter = m_counters.value(row.entry.id);
    const QString text = isTitle ? title(row.section) : row.entry.title();
    switch (role) {
    case Qt::DisplayRole: return text;
    case Qt::ToolTipRole: return isTitle ? QVariant() : text;
    case Qt::AccessibleTextRole:
        return counter.count < 0 ? text
                                 : tr("%1, %2").arg(text, counterText(counter.count, counter.more));
    case IsTitleRole: return isTitle;
    case IdRole: return row.entry.id;
    case CounterRole: return counter.count;
    case MoreRole: return counter.more;
    case HotRole: return counter.hot;
    case IconRole: return row.entry.icon;
    default: return {};
    }
}

Qt::ItemFlags NavigationModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || m_rows[index.row()].entry.id.isEmpty())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace Deskbell::App
