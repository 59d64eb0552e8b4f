// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/ticketlistmodel.h"

#include "app/net/client.h"
#include "app/presence/presencefeed.h"
#include "app/tickets/ticketorder.h"
#include "app/tickets/tickettext.h"
#include "common/base/clock.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Deskbell::App {

namespace {

constexpr int pageSize = 50;
/// After an answer, so that a stream of events becomes few questions. The first is asked at once.
constexpr auto changedPause = 15ms;

Api::Request listRequest(const TicketFilter &filter)
{
    Api::Request request = Api::Request::get(u"/tickets"_s);
    for (const auto &[name, value] : toQuery(filter))
        request.query.append({name, value});
    return request;
}

} // namespace

TicketListModel::TicketListModel(Api::Client &client, QObject *parent)
    : QAbstractListModel(parent)
    , m_client(client)
{
    m_changedPause.setSingleShot(true);
    connect(&m_changedPause, &QTimer::timeout, this, &TicketListModel::requestChanged);
}

void TicketListModel::showPresence(const PresenceFeed &presence)
{
    m_presence = &presence;
    connect(&presence, &PresenceFeed::changed, this, [this](TicketId ticket) {
        if (const int row = rowOf(ticket); row >= 0)
            Q_EMIT dataChanged(index(row), index(row), {PresentRole});
    });
}

int TicketListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QStringList TicketListModel::presentAt(TicketId ticket) const
{
    QStringList names;
    if (m_presence) {
        for (const PresentPerson &one : m_presence->othersAt(ticket))
            names.append(one.person.displayName);
    }
    return names;
}

QVariant TicketListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Ticket &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: return QString(row.number + u' ' + row.title);
    case Qt::AccessibleTextRole:
        return TicketText::spoken(ticketAt(index.row()), Clock::system().now());
    case TicketRole: return QVariant::fromValue(ticketAt(index.row()));
    case IdRole: return row.id.value();
    case PresentRole: return presentAt(row.id);
    case Qt::AccessibleDescriptionRole: {
        const QStringList names = presentAt(row.id);
        return names.isEmpty() ? QString() : tr("There now: %1").arg(names.join(u", "_s));
    }
    case PendingRole: return m_changes && m_changes->isPending(row.id);
    default: return {};
    }
}

Ticket TicketListModel::ticketAt(int row) const
{
    return m_changes ? m_changes->applied(m_rows[row]) : m_rows[row];
}

void TicketListModel::follow(PendingChanges &changes)
{
    m_changes = &changes;
    connect(&changes, &PendingChanges::begun, this, &TicketListModel::showAgain);
    connect(&changes, &PendingChanges::confirmed, this, &TicketListModel::confirmed);
    connect(&changes, &PendingChanges::ended, this, [this](TicketId id) {
        showAgain(id);
        ticketChanged(id); // whether it belongs to the list any more
    });
}

/// The rest of what changed by it comes with the event.
void TicketListModel::confirmed(const Ticket &now)
{
    if (!m_ids.contains(now.id))
        return;
    Ticket row = now;
    row.details.reset(); // lists go without
    place(row, Source::Change);
}

void TicketListModel::showAgain(TicketId id)
{
    if (const int row = rowOf(id); row >= 0)
        Q_EMIT dataChanged(index(row), index(row));
}

bool TicketListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_state == State::Ready && !m_complete && !m_pageRunning;
}

void TicketListModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        requestPage();
}

void TicketListModel::setFilter(const TicketFilter &filter)
{
    m_pageCall = {};
    m_changedCall = {};
    m_pageRunning = m_changedRunning = false;
    m_changed.clear();
    m_changedPause.stop();
    beginResetModel();
    m_filter = filter;
    m_filter.page = {.pageSize = pageSize};
    m_rows.clear();
    m_ids.clear();
    m_nextCursor.clear();
    m_complete = false;
    m_refreshing = false;
    endResetModel();
    setTotal(-1);
    setState(State::Loading);
    requestPage();
}

void TicketListModel::refresh()
{
    m_pageCall = {};
    m_refreshing = true;
    m_nextCursor.clear();
    if (m_rows.isEmpty())
        setState(State::Loading);
    requestPage();
}

void TicketListModel::requestPage()
{
    TicketFilter filter = m_filter;
    filter.page.pageSize
            = m_refreshing ? std::clamp(int(m_rows.size()), pageSize, maxPageSize) : pageSize;
    if (!m_nextCursor.isEmpty()) {
        filter.page.cursor = m_nextCursor;
        filter.page.byCursor = true;
    }
    m_pageRunning = true;
    m_pageCall = m_client.fetch<Page<Ticket>>(
            listRequest(filter), this, [this](const Answer &answer) { pageArrived(answer); });
}

void TicketListModel::pageArrived(const Answer &answer)
{
    m_pageRunning = false;
    if (!answer) {
        m_error = answer.error();
        m_refreshing = false;
        // What is shown stays; a list that has rows does not vanish because a reading failed.
        if (m_rows.isEmpty())
            setState(State::Failed);
        return;
    }
    const Pagination &pagination = answer->pagination;
    m_nextCursor = pagination.nextCursor;
    m_complete = m_nextCursor.isEmpty();
    if (pagination.total)
        setTotal(*pagination.total);
    if (m_refreshing)
        mergePage(answer->data);
    else
        for (const Ticket &ticket : answer->data)
            place(ticket, Source::Page);
    setState(State::Ready);
}

/// What is shown becomes exactly this page, row by row, so that selection and scroll stay. Rows
/// below it are dropped; scrolling reads them again.
void TicketListModel::mergePage(const QList<Ticket> &tickets)
{
    m_refreshing = false;
    QSet<TicketId> kept;
    for (const Ticket &ticket : tickets)
        kept.insert(ticket.id);
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (!kept.contains(m_rows[row].id))
            removeAt(row);
    }
    for (const Ticket &ticket : tickets)
        place(ticket, Source::Page);
}

void TicketListModel::ticketChanged(TicketId id)
{
    m_changed.insert(id);
    if (!m_changedPause.isActive() && !m_changedRunning)
        m_changedPause.start(0ms);
}

void TicketListModel::ticketGone(TicketId id)
{
    m_changed.remove(id);
    if (const int row = rowOf(id); row >= 0) {
        removeAt(row);
        if (m_total > 0)
            setTotal(m_total - 1);
    }
}

/// Asks for the changed tickets through the same filter: those in the answer belong to the list,
/// the others do not. The rule of what belongs is the server's alone.
void TicketListModel::requestChanged()
{
    QSet<TicketId> asked;
    for (auto it = m_changed.begin(); it != m_changed.end() && asked.size() < maxPageSize;) {
        asked.insert(*it);
        it = m_changed.erase(it);
    }
    if (asked.isEmpty())
        return;
    TicketFilter filter = m_filter;
    filter.ids = asked.values();
    filter.page = {.pageSize = maxPageSize, .byCursor = true};
    m_changedRunning = true;
    m_changedCall = m_client.fetch<Page<Ticket>>(
            listRequest(filter), this,
            [this, asked](const Answer &answer) { changedArrived(asked, answer); });
}

void TicketListModel::changedArrived(const QSet<TicketId> &asked, const Answer &answer)
{
    m_changedRunning = false;
    if (answer) {
        qint64 difference = 0;
        QSet<TicketId> there;
        for (const Ticket &ticket : answer->data) {
            there.insert(ticket.id);
            if (!m_ids.contains(ticket.id))
                ++difference;
            place(ticket, Source::Change);
        }
        for (const TicketId id : asked) {
            const int row = there.contains(id) ? -1 : rowOf(id);
            if (row >= 0) {
                removeAt(row);
                --difference;
            }
        }
        // Below the rows that were read a ticket may have been counted already; the next reading
        // of a first page corrects that.
        if (m_total >= 0 && difference != 0)
            setTotal(std::max<qint64>(m_total + difference, m_rows.size()));
    }
    // A failed question is asked again with the next event, or by refresh() after the gap.
    m_changedPause.start(changedPause);
}

/// Inserts, updates or moves the row of a ticket.
void TicketListModel::place(const Ticket &ticket, Source source)
{
    const int old = rowOf(ticket.id);
    if (old >= 0) {
        const Ticket before = std::exchange(m_rows[old], ticket);
        const bool inOrder
                = (old == 0 || standsBefore(m_rows[old - 1], ticket, m_filter.sort, m_filter.order))
                  && (old + 1 == m_rows.size()
                      || standsBefore(ticket, m_rows[old + 1], m_filter.sort, m_filter.order));
        if (!inOrder) {
            const Ticket moving = m_rows[old];
            m_rows.removeAt(old);
            const int target = rowFor(ticket);
            m_rows.insert(old, moving);
            // beginMoveRows() counts the target with the moving row still in its place.
            const int destination = target > old ? target + 1 : target;
            if (target != old && beginMoveRows({}, old, old, {}, destination)) {
                m_rows.move(old, target);
                endMoveRows();
            }
        }
        if (before != ticket) {
            const QModelIndex changed = index(rowOf(ticket.id));
            Q_EMIT dataChanged(changed, changed);
        }
        return;
    }
    const int row = rowFor(ticket);
    // Below the last row that was read come others not read yet; scrolling will bring this one too.
    if (source == Source::Change && row == m_rows.size() && !m_complete)
        return;
    beginInsertRows({}, row, row);
    m_rows.insert(row, ticket);
    m_ids.insert(ticket.id);
    endInsertRows();
}

void TicketListModel::removeAt(int row)
{
    beginRemoveRows({}, row, row);
    m_ids.remove(m_rows[row].id);
    m_rows.removeAt(row);
    endRemoveRows();
}

int TicketListModel::rowOf(TicketId id) const
{
    if (!m_ids.contains(id))
        return -1;
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].id == id)
            return row;
    }
    return -1;
}

int TicketListModel::rowFor(const Ticket &ticket) const
{
    const auto place = std::lower_bound(
            m_rows.begin(), m_rows.end(), ticket, [this](const Ticket &row, const Ticket &wanted) {
                return standsBefore(row, wanted, m_filter.sort, m_filter.order);
            });
    return int(place - m_rows.begin());
}

void TicketListModel::setState(State state)
{
    if (m_state == state && state != State::Failed)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

void TicketListModel::setTotal(qint64 total)
{
    if (m_total == total)
        return;
    m_total = total;
    Q_EMIT totalChanged(total);
}

} // namespace Deskbell::App
