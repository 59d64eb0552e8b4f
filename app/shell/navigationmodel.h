// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/navigationpane.h"

#include <QAbstractListModel>
#include <QHash>

namespace Deskbell::App {

/// Section titles and entries of the views pane in one flat list.
class NavigationModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IsTitleRole = Qt::UserRole, ///< bool: a section title, not an entry
        IdRole,                     ///< QString: id of the entry
        CounterRole,                ///< int: -1 when it is not known
        MoreRole,                   ///< bool: there are more than that
        HotRole,                    ///< bool: paint the counter as urgent
        IconRole,                   ///< QString: name of the icon
    };

    using QAbstractListModel::QAbstractListModel;

    /// As people read it: "17", "999+".
    /// "12", "1.234", "99+" when there are more than were counted.
    static QString counterText(int count, bool more);

    void setEntries(const QList<EntrySpec> &entries);
    void setCounter(const QString &entryId, int count, NavigationPane::Urgency urgency,
                    bool more = false);
    int counter(const QString &entryId) const { return m_counters.value(entryId).count; }
    QModelIndex indexOf(const QString &entryId) const;
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        EntrySpec::Section section;
        EntrySpec entry = {}; ///< without an id: the title of the section
    };
    struct Counter
    {
        int count = -1;
        bool hot = false;
        bool more = false;
    };
    static QString title(EntrySpec::Section section);

    QList<Row> m_rows;
    QHash<QString, Counter> m_counters;
};

} // namespace Deskbell::App
