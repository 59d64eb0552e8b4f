// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/client.h"
#include "common/base/paging.h"
#include "common/base/query.h"

#include <QAbstractTableModel>

#include <algorithm>

namespace Deskbell::App {

/// The signals of PagedModel, which as a template can have none itself.
class PagedModelBase : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class State { Loading, Ready, Failed };

    using QAbstractTableModel::QAbstractTableModel;

    State state() const { return m_state; }
    const Error &error() const { return m_error; }
    /// Reads what is shown again and corrects it in place; Retry after a failure.
    virtual void refresh() = 0;
    /// The same values in other words.
    void retranslate()
    {
        if (columnCount() == 0)
            return;
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        if (rowCount() == 0)
            return;
        Q_EMIT headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }

Q_SIGNALS:
    void stateChanged();

protected:
    void setState(State state, const Error &error = {})
    {
        m_state = state;
        m_error = error;
        Q_EMIT stateChanged();
    }

private:
    State m_state = State::Loading;
    Error m_error;
};

/// A list of the server as a table: T is an entity with an `id`, read page by page as one scrolls.
/// What its columns are says the subclass. Owns its values.
template <Readable T>
class PagedModel : public PagedModelBase
{
public:
    explicit PagedModel(Api::Client &client, QObject *parent)
        : PagedModelBase(parent)
        , m_client(client)
    {}

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_entries.size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        return cell(m_entries[index.row()], index.column(), role);
    }
    bool canFetchMore(const QModelIndex &parent) const override
    {
        return !parent.isValid() && !m_nextCursor.isEmpty() && !m_running;
    }
    void fetchMore(const QModelIndex &parent) override
    {
        if (canFetchMore(parent))
            request(m_nextCursor);
    }

    const T &entryAt(int row) const { return m_entries[row]; }

    /// Shows this list from its beginning. `query` without paging.
    void setSource(const QString &path, const QueryItems &query)
    {
        beginResetModel();
        m_path = path;
        m_query = query;
        m_entries.clear();
        m_nextCursor.clear();
        endResetModel();
        setState(State::Loading);
        refresh();
    }
    void refresh() override { request({}); }

    /// The list without this entry, before the server has agreed; however often it is read until
    /// settle(). Returns what was there.
    T takeOut(int row)
    {
        T entry = m_entries[row];
        m_takenOut.append(entry.id);
        removeRowsHere(row, row);
        return entry;
    }
    enum class Outcome { Agreed, Refused };
    /// The server has answered: refused, the entry is where it was. Reads what counts now.
    void settle(int row, const T &entry, Outcome outcome)
    {
        m_takenOut.removeOne(entry.id);
        if (outcome == Outcome::Refused && indexIn(m_entries, entry) < 0) {
            const int place = std::min(row, int(m_entries.size()));
            beginInsertRows({}, place, place);
            m_entries.insert(place, entry);
            endInsertRows();
        }
        refresh();
    }

protected:
    virtual QVariant cell(const T &entry, int column, int role) const = 0;

private:
    static constexpr int pageSize = 50;

    void request(const QString &cursor)
    {
        Api::Request request = Api::Request::get(m_path);
        for (const auto &[name, value] : m_query)
            request.query.append({name, value});
        request.query.append({QStringLiteral("pageSize"), QString::number(pageSize)});
        request.query.append({QStringLiteral("cursor"), cursor});
        m_running = true;
        m_call = m_client.fetch<Page<T>>(
                request, this, [this, cursor](const Result<Page<T>> &page) {
                    m_running = false;
                    if (!page) {
                        // What is shown stays.
                        setState(m_entries.isEmpty() ? State::Failed : State::Ready, page.error());
                        return;
                    }
                    m_nextCursor = page->pagination.nextCursor;
                    QList<T> entries = page->data;
                    entries.removeIf(
                            [this](const T &entry) { return m_takenOut.contains(entry.id); });
                    if (cursor.isEmpty())
                        replaceAll(entries);
                    else
                        append(entries);
                    setState(State::Ready);
                });
    }

    void append(const QList<T> &entries)
    {
        if (entries.isEmpty())
            return;
        beginInsertRows({}, int(m_entries.size()), int(m_entries.size() + entries.size()) - 1);
        m_entries.append(entries);
        endInsertRows();
    }

    static int indexIn(const QList<T> &list, const T &wanted)
    {
        const auto found = std::find_if(list.begin(), list.end(),
                                        [&](const T &entry) { return entry.id == wanted.id; });
        return found == list.end() ? -1 : int(found - list.begin());
    }

    /// Row by row, so that selection and scroll stay where they are.
    void replaceAll(const QList<T> &entries)
    {
        for (int row = int(m_entries.size()) - 1; row >= 0; --row) {
            if (indexIn(entries, m_entries[row]) < 0)
                removeRowsHere(row, row);
        }
        for (int row = 0; row < entries.size(); ++row) {
            const int old = indexIn(m_entries, entries[row]);
            if (old < 0) {
                beginInsertRows({}, row, row);
                m_entries.insert(row, entries[row]);
                endInsertRows();
                continue;
            }
            if (old != row) {
                beginMoveRows({}, old, old, {}, old > row ? row : row + 1);
                m_entries.move(old, row);
                endMoveRows();
            }
            m_entries[row] = entries[row];
            Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
        }
    }

    void removeRowsHere(int first, int last)
    {
        beginRemoveRows({}, first, last);
        m_entries.remove(first, last - first + 1);
        endRemoveRows();
    }

    Api::Client &m_client;
    QString m_path;
    QueryItems m_query;
    QList<T> m_entries;
    QList<decltype(T::id)> m_takenOut;
    QString m_nextCursor;
    bool m_running = false;
    Api::ScopedCall m_call;
};

} // namespace Deskbell::App
