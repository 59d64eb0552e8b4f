// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/viewcounters.h"

#include "app/net/client.h"
#include "app/net/session.h"
#include "app/shell/navigationpane.h"
#include "app/tickets/ticketviews.h"
#include "common/base/clock.h"
#include "common/base/paging.h"

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr auto pause = std::chrono::milliseconds(400);

} // namespace

ViewCounters::ViewCounters(Api::Client &client, const Session &session, const Clock &clock,
                           NavigationPane &pane, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_session(session)
    , m_clock(clock)
    , m_pane(pane)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &ViewCounters::refresh);
}

void ViewCounters::refreshSoon()
{
    if (!m_pause.isActive())
        m_pause.start();
}

void ViewCounters::refresh()
{
    if (m_session.state() != Session::State::SignedIn)
        return;
    m_call = m_client.fetch<Page<ViewCount>>(Api::Request::get(u"/view-counts"_s), this,
                                             [this](const Result<Page<ViewCount>> &counts) {
                                                 if (counts)
                                                     show(counts->data);
                                             });
}

void ViewCounters::show(const QList<ViewCount> &counts)
{
    QSet<QString> urgent;
    for (const TicketView &view : standardTicketViews(m_clock.now())) {
        if (view.urgent)
            urgent.insert(view.entry);
    }
    for (const ViewCount &count : counts) {
        const QString entry = entryOf(count.view);
        m_pane.setCounter(entry, count.count,
                          urgent.contains(entry) ? NavigationPane::Urgency::Hot
                                                 : NavigationPane::Urgency::Normal,
                          count.more);
    }
}

} // namespace Deskbell::App
