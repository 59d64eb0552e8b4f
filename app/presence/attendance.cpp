// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/presence/attendance.h"

#include "app/net/client.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "common/access/ticketactions.h"

#include <QGuiApplication>
#include <QWidget>
#include <QWindow>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Deskbell::App {

namespace {

/// The server believes it for 45 and 60 seconds (ServiceSettings).
constexpr auto beatEvery = 20s;
constexpr auto settleAfter = 800ms;
constexpr auto typingLasts = 8s;

Api::Request presenceAt(TicketId ticket, PresenceState state)
{
    return Api::Request::put(u"/tickets/%1/presence"_s.arg(ticket.value()),
                             toJson(PresenceReport{.state = state}));
}

} // namespace

Attendance::Attendance(AppContext &context, QWidget *pane)
    : QObject(pane)
    , m_context(context)
    , m_pane(pane)
{
    m_beat.setInterval(beatEvery);
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleAfter);
    m_typingEnds.setSingleShot(true);
    m_typingEnds.setInterval(typingLasts);
    connect(&m_beat, &QTimer::timeout, this, &Attendance::beat);
    connect(&m_settle, &QTimer::timeout, this, [this] {
        if (isLooking())
            Q_EMIT lookedAt(m_ticket->id);
        beat();
    });
    connect(&m_typingEnds, &QTimer::timeout, this, [this] {
        if (m_reported.isValid())
            report(PresenceState::Viewing);
    });
    connect(qGuiApp, &QGuiApplication::focusWindowChanged, &m_settle, qOverload<>(&QTimer::start));
    m_beat.start();
}

Attendance::~Attendance()
{
    leave();
}

void Attendance::setTicket(const std::optional<Ticket> &ticket)
{
    const TicketId before = m_ticket ? m_ticket->id : TicketId();
    const TicketId now = ticket ? ticket->id : TicketId();
    if (before != now) {
        stopAnswering();
        leave();
    }
    m_ticket = ticket;
    if (before != now)
        m_settle.start();
}

bool Attendance::isLooking() const
{
    return m_ticket && m_pane->isVisible() && m_pane->window()->isActiveWindow()
           && !m_pane->window()->isMinimized()
           && m_context.session.state() == Session::State::SignedIn;
}

/// Who answers as staff is in the way of other staff, not who asked.
bool Attendance::mayClaim() const
{
    return m_ticket
           && m_context.session.me().grants.holds(Permission::TicketReply, m_ticket->desk.id);
}

void Attendance::beat()
{
    if (isLooking())
        report(m_typingEnds.isActive() ? PresenceState::Typing : PresenceState::Viewing);
    else
        leave();
    // Whoever looks something up elsewhere is answering all the same.
    if (m_answers && m_context.session.state() == Session::State::SignedIn)
        claim();
}

void Attendance::report(PresenceState state)
{
    if (!m_ticket || m_context.session.state() != Session::State::SignedIn)
        return;
    m_reported = m_ticket->id;
    m_state = state;
    m_context.client.send(presenceAt(m_ticket->id, state), this,
                          [](const Result<Api::Answer> &) {});
}

void Attendance::leave()
{
    m_typingEnds.stop();
    if (!m_reported.isValid())
        return;
    const TicketId left = std::exchange(m_reported, TicketId());
    if (m_context.session.state() != Session::State::SignedIn)
        return;
    // The call goes on when this does not.
    m_context.client.send(Api::Request::remove(u"/tickets/%1/presence"_s.arg(left.value())),
                          &m_context.client, [](const Result<Api::Answer> &) {});
}

void Attendance::typed(const QString &text, bool isReply)
{
    const bool says = !text.trimmed().isEmpty();
    if (!says)
        return stopAnswering();
    if (isLooking()) {
        const bool isNews = !m_typingEnds.isActive();
        m_typingEnds.start();
        if (isNews)
            report(PresenceState::Typing);
    }
    if (isReply && mayClaim() && !m_answers) {
        m_answers = true;
        claim();
    }
}

void Attendance::claim()
{
    m_context.client.send(Api::Request::post(u"/tickets/%1/claim"_s.arg(m_ticket->id.value())),
                          this, [](const Result<Api::Answer> &) {});
}

void Attendance::stopAnswering()
{
    if (m_typingEnds.isActive()) {
        m_typingEnds.stop();
        report(PresenceState::Viewing);
    }
    if (!std::exchange(m_answers, false) || !m_ticket
        || m_context.session.state() != Session::State::SignedIn)
        return;
    m_context.client.send(Api::Request::remove(u"/tickets/%1/claim"_s.arg(m_ticket->id.value())),
                          &m_context.client, [](const Result<Api::Answer> &) {});
}

} // namespace Deskbell::App
