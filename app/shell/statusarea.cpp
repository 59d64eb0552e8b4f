// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/statusarea.h"

#include "app/net/client.h"
#include "app/net/connectionmonitor.h"
#include "app/shell/appcontext.h"
#include "app/shell/theme.h"
#include "app/store/outbox.h"
#include "app/widgets/statusdot.h"
#include "app/widgets/timetext.h"
#include "common/base/clock.h"

#include <QLabel>
#include <QToolButton>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

namespace {

QLabel *smallLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setFont(Fonts::small());
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

StatusArea::StatusArea(AppContext &context, QWidget *parent)
    : QStatusBar(parent)
    , m_context(context)
    , m_dot(new StatusDot(this))
    , m_connection(smallLabel(u"connectionState"_s, this))
    , m_saved(smallLabel(u"savedState"_s, this))
    , m_unsent(new QToolButton(this))
    , m_hints(smallLabel(u"keyHints"_s, this))
{
    setSizeGripEnabled(false);
    setFixedHeight(26);
    setContentsMargins(Metrics::gap, 0, Metrics::gap, 0);
    addWidget(m_dot);
    addWidget(m_connection);
    m_saved->setContentsMargins(Metrics::gap, 0, 0, 0);
    addWidget(m_saved);
    m_unsent->setObjectName(u"unsentState"_s);
    m_unsent->setFont(Fonts::small());
    m_unsent->setAutoRaise(true);
    addWidget(m_unsent);
    addPermanentWidget(m_hints);
    connect(m_unsent, &QToolButton::clicked, this, &StatusArea::unsentWanted);
    connect(&context.outbox, &Outbox::changed, this, &StatusArea::showUnsent);
    connect(&context.client.connection(), &ConnectionMonitor::stateChanged, this,
            &StatusArea::showUnsent);
    connect(&context.client.connection(), &ConnectionMonitor::stateChanged, this,
            &StatusArea::connectionChanged);
    connectionChanged();
    setPending(0);
    showUnsent();
}

/// What only waits for its turn is as good as sent.
void StatusArea::showUnsent()
{
    using State = OutboxEntry::State;
    const bool isOffline
            = m_context.client.connection().state() == ConnectionMonitor::State::Offline;
    int waiting = 0;
    int refused = 0;
    for (const OutboxEntry &entry : m_context.outbox.entries()) {
        if (entry.state == State::Refused)
            ++refused;
        else if (isOffline || entry.lastFailure)
            ++waiting;
    }
    m_unsent->setVisible(waiting + refused > 0);
    m_saved->setVisible(waiting + refused == 0);
    m_unsent->setText(refused > 0 ? tr("%n change(s) not accepted", nullptr, refused)
                                  : tr("%n change(s) not sent yet", nullptr, waiting));
}

void StatusArea::connectionChanged()
{
    const ConnectionMonitor &connection = m_context.client.connection();
    const QString server = m_context.client.server().display();
    switch (connection.state()) {
    case ConnectionMonitor::State::Online:
        m_dot->setTone(Tone::Green);
        m_connection->setText(tr("Connected to %1").arg(server));
        break;
    case ConnectionMonitor::State::Offline:
        m_dot->setTone(Tone::Red);
        m_connection->setText(tr("No connection to %1 since %2")
                                      .arg(server, TimeText::moment(connection.offlineSince(),
                                                                    m_context.clock.now())));
        break;
    case ConnectionMonitor::State::Unknown:
        m_dot->setTone(Tone::Slate);
        m_connection->setText(tr("Connecting to %1…").arg(server));
        break;
    }
}

void StatusArea::setPending(int changes)
{
    m_pending = changes;
    m_saved->setText(changes == 0 ? tr("All changes saved")
                                  : tr("%n change(s) being saved…", nullptr, changes));
}

void StatusArea::setKeyHints(const QString &hints)
{
    m_hints->setText(hints);
}

void StatusArea::retranslate()
{
    connectionChanged();
    setPending(m_pending);
    showUnsent();
}

} // namespace Deskbell::App
