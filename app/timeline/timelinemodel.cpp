// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/timelinemodel.h"

#include "app/net/client.h"
#include "app/timeline/eventtext.h"
#include "app/widgets/markdown.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr int pageSize = 50;

bool isBefore(const TimelineEntry &a, const TimelineEntry &b)
{
    return a.createdAt != b.createdAt ? a.createdAt < b.createdAt : a.id < b.id;
}

} // namespace

TimelineModel::TimelineModel(Api::Client &client, QObject *parent)
    : QAbstractListModel(parent)
    , m_client(client)
{}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TimelineEntry &entry = m_entries[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return entry.kind == TimelineKind::Event ? EventText::sentence(entry)
                                                 : Markdown::toPlainText(entry.message);
    case EntryRole: return QVariant::fromValue(entry);
    default: return {};
    }
}

void TimelineModel::setTicket(TicketId ticket)
{
    if (m_ticket == ticket)
        return;
    m_newestCall = {};
    m_olderCall = {};
    beginResetModel();
    m_ticket = ticket;
    m_entries.clear();
    m_olderCursor.clear();
    endResetModel();
    setState(ticket.isValid() ? State::Loading : State::None);
    refresh();
}

void TimelineModel::request(const QString &cursor, std::function<void(const Answer &)> callback)
{
    Api::Request request = Api::Request::get(u"/tickets/%1/timeline"_s.arg(m_ticket.value()));
    request.query = {{u"order"_s, u"desc"_s},
                     {u"pageSize"_s, QString::number(pageSize)},
                     {u"cursor"_s, cursor}};
    Api::Call call = m_client.fetch<Page<TimelineEntry>>(request, this, std::move(callback));
    (cursor.isEmpty() ? m_newestCall : m_olderCall) = call;
}

void TimelineModel::refresh()
{
    if (!m_ticket.isValid())
        return;
    if (m_state == State::Failed)
        setState(State::Loading);
    request({}, [this](const Answer &answer) {
        if (!answer) {
            m_error = answer.error();
            if (m_entries.isEmpty())
                setState(State::Failed);
            return;
        }
        removeMissing(*answer);
        if (m_entries.isEmpty())
            m_olderCursor = answer->pagination.nextCursor;
        merge(answer->data);
        setState(State::Ready);
    });
}

void TimelineModel::fetchOlder()
{
    if (!hasOlder() || m_olderCall->isRunning())
        return;
    request(m_olderCursor, [this](const Answer &answer) {
        if (!answer) {
            Q_EMIT olderFailed(answer.error());
            return;
        }
        m_olderCursor = answer->pagination.nextCursor;
        merge(answer->data);
        Q_EMIT stateChanged();
    });
}

/// What the newest page covers but does not have any more is not to be seen any more. When more has
/// come than a page holds, what was shown before goes as well and can be fetched as older entries:
/// there must be no hole in the middle.
void TimelineModel::removeMissing(const Page<TimelineEntry> &newest)
{
    if (m_entries.isEmpty())
        return;
    const bool isAll = newest.pagination.nextCursor.isEmpty();
    const bool isHole = !isAll && isBefore(m_entries.last(), newest.data.last());
    for (int row = int(m_entries.size()) - 1; row >= 0; --row) {
        if (!isAll && !isHole && isBefore(m_entries[row], newest.data.last()))
            return;
        const TimelineEntryId id = m_entries[row].id;
        const bool there = std::any_of(newest.data.begin(), newest.data.end(),
                                       [id](const TimelineEntry &entry) { return entry.id == id; });
        if (!there) {
            beginRemoveRows({}, row, row);
            m_entries.removeAt(row);
            endRemoveRows();
        }
    }
}

void TimelineModel::merge(const QList<TimelineEntry> &entries)
{
    for (const TimelineEntry &entry : entries) {
        const auto place = std::lower_bound(m_entries.begin(), m_entries.end(), entry, isBefore);
        const int row = int(place - m_entries.begin());
        if (place != m_entries.end() && place->id == entry.id) {
            if (*place == entry)
                continue;
            *place = entry;
            Q_EMIT dataChanged(index(row), index(row));
        } else {
            beginInsertRows({}, row, row);
            m_entries.insert(row, entry);
            endInsertRows();
        }
    }
}

void TimelineModel::setState(State state)
{
    if (m_state == state && state != State::Failed)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace Deskbell::App
