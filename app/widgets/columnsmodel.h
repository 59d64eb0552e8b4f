// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/pagedmodel.h"

namespace Deskbell::App {

/// A list of the server whose cells are texts only, each column a title and what it says of an
/// entry.
template <Readable T>
class ColumnsModel final : public PagedModel<T>
{
public:
    struct Column
    {
        std::function<QString()> title; ///< asked again in another language
        std::function<QString(const T &)> text;
        int width = 180; ///< at first, in pixels; the last one takes what is left
    };

    ColumnsModel(Api::Client &client, const QList<Column> &columns, QObject *parent)
        : PagedModel<T>(client, parent)
        , m_columns(columns)
    {}

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_columns.size());
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        const bool known = orientation == Qt::Horizontal && role == Qt::DisplayRole && section >= 0
                           && section < m_columns.size();
        return known ? m_columns[section].title() : QVariant();
    }

protected:
    QVariant cell(const T &entry, int column, int role) const override
    {
        return role == Qt::DisplayRole ? m_columns[column].text(entry) : QVariant();
    }

private:
    const QList<Column> m_columns;
};

} // namespace Deskbell::App
