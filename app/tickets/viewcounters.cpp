// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/viewcounters.h"

#include "app/net/client.h"
#include "app/net/session.h"
#include "app/shell/navigationpane.h"
#include "app/tickets/ticketviews.h"
#include "common/base/clock.h"
#include "common/tickets/ticket.h"

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
    ++m_generation;
    for (const TicketView &view : standardTicketViews(m_clock.now())) {
        if (!view.counted || (view.forStaff && !isStaff(m_session)))
            continue;
        // The smallest page there is: its total is what counts.
        TicketFilter filter = view.filter;
        filter.page = {.page = 1, .pageSize = 1};
        filter.countUpTo = NavigationPane::mostCounted;
        Api::Request request = Api::Request::get(u"/tickets"_s);
        for (const auto &[name, value] : toQuery(filter))
            request.query.append({name, value});
        m_client.fetch<Page<Ticket>>(
                request, this,
                [this, view, generation = m_generation](const Result<Page<Ticket>> &page) {
                    if (!page || generation != m_generation)
                        return;
                    m_pane.setCounter(view.entry, int(page->pagination.total.value_or(0)),
                                      view.urgent ? NavigationPane::Urgency::Hot
                                                  : NavigationPane::Urgency::Normal);
                });
    }
}

} // namespace Deskbell::App
