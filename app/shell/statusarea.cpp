// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/statusarea.h"

#include "app/net/client.h"
#include "app/net/connectionmonitor.h"
#include "app/shell/appcontext.h"
#include "app/shell/theme.h"
#include "app/widgets/statusdot.h"
#include "app/widgets/timetext.h"
#include "common/base/clock.h"

#include <QLabel>

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
    , m_hints(smallLabel(u"keyHints"_s, this))
{
    setSizeGripEnabled(false);
    setFixedHeight(26);
    setContentsMargins(Metrics::gap, 0, Metrics::gap, 0);
    addWidget(m_dot);
    addWidget(m_connection);
    m_saved->setContentsMargins(Metrics::gap, 0, 0, 0);
    addWidget(m_saved);
    addPermanentWidget(m_hints);
    connect(&context.client.connection(), &ConnectionMonitor::stateChanged, this,
            &StatusArea::connectionChanged);
    connectionChanged();
    setPending(0);
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
}

} // namespace Deskbell::App
