// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/approvals/approvalcounter.h"

#include "app/net/client.h"
#include "app/net/eventstream.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/shell/mainwindow.h"
#include "app/shell/navigationpane.h"
#include "common/access/ticketgrant.h"
#include "common/approvals/approvalrequests.h"
#include "common/base/paging.h"
#include "common/events/event.h"

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr auto bundling = std::chrono::milliseconds(400);

bool changesApprovals(EventType type)
{
    switch (type) {
    case EventType::ApprovalRequested:
    case EventType::ApprovalDecided:
    case EventType::ApprovalStuck:
    case EventType::AccessRequested:
    case EventType::TicketUpdated: // an approval was called off, a ticket restricted
    case EventType::TicketDeleted:
    case EventType::TicketRestored:
    case EventType::TicketHidden: return true;
    default: return false;
    }
}

} // namespace

ApprovalCounter::ApprovalCounter(AppContext &context, MainWindow &window)
    : QObject(&window)
    , m_context(context)
    , m_window(window)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(bundling);
    connect(&m_pause, &QTimer::timeout, this, &ApprovalCounter::refresh);
    connect(&context.events, &EventStream::received, this, [this](const Event &event) {
        if (changesApprovals(event.type))
            refreshSoon();
    });
    connect(&context.events, &EventStream::resetRequired, this, &ApprovalCounter::refreshSoon);
    connect(&context.session, &Session::accountChanged, this, &ApprovalCounter::refreshSoon);
    refreshSoon();
}

void ApprovalCounter::refreshSoon()
{
    if (!m_pause.isActive())
        m_pause.start();
}

template <class T>
void ApprovalCounter::count(const Api::Request &list, int &part)
{
    // The smallest page there is: its total is what counts.
    Api::Request request = list;
    request.query.append({u"page"_s, u"1"_s});
    request.query.append({u"pageSize"_s, u"1"_s});
    m_context.client.fetch<Page<T>>(
            request, this, [this, &part, generation = m_generation](const Result<Page<T>> &answer) {
                if (!answer || generation != m_generation)
                    return;
                part = int(answer->pagination.total.value_or(0));
                m_window.navigation().setCounter(u"approvals"_s, m_decisions + m_requests,
                                                 NavigationPane::Urgency::Normal);
            });
}

void ApprovalCounter::refresh()
{
    if (m_context.session.state() != Session::State::SignedIn
        || !m_context.session.can(Permission::ApprovalDecide))
        return;
    ++m_generation;
    count<ApprovalTask>(
            Api::Request::get(u"/approvals"_s, {{u"state"_s, toWire(ApprovalTasks::Pending)}}),
            m_decisions);
    count<AccessRequest>(Api::Request::get(u"/access-requests"_s), m_requests);
}

} // namespace Deskbell::App
