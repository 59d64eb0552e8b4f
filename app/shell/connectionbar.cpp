// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/connectionbar.h"

#include "app/net/client.h"
#include "app/net/connectionmonitor.h"
#include "app/shell/appcontext.h"
#include "app/shell/icons.h"
#include "app/shell/theme.h"
#include "app/widgets/errortext.h"
#include "app/widgets/timetext.h"
#include "common/base/clock.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

ConnectionBar::ConnectionBar(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_text(new QLabel(this))
    , m_retry(new QPushButton(this))
{
    m_text->setObjectName(u"offlineText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_retry->setObjectName(u"offlineRetry"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Metrics::margin, Metrics::unit, Metrics::margin, Metrics::unit);
    row->addSpacing(32); // for the icon; unlike a margin it changes sides with the direction
    row->addWidget(m_text, 1);
    row->addWidget(m_retry);
    connect(m_retry, &QPushButton::clicked, &context.client.connection(),
            &ConnectionMonitor::retryNow);
    connect(&context.client.connection(), &ConnectionMonitor::stateChanged, this,
            &ConnectionBar::retranslate);
    retranslate();
}

void ConnectionBar::retranslate()
{
    const ConnectionMonitor &connection = m_context.client.connection();
    const bool offline = connection.state() == ConnectionMonitor::State::Offline;
    setVisible(offline);
    m_retry->setText(tr("Try now"));
    if (!offline)
        return;
    m_text->setText(tr("No connection since %1: %2 What you see may be out of date.")
                            .arg(TimeText::moment(connection.offlineSince(), m_context.clock.now()),
                                 describe(connection.lastError()).reason));
}

void ConnectionBar::paintEvent(QPaintEvent *)
{
    const Tokens &t = Theme::tokens();
    const TonePair &pair = t.tone(Tone::Amber);
    QPainter painter(this);
    painter.fillRect(rect(), pair.background);
    painter.fillRect(0, height() - 1, width(), 1, t.border);
    const int x = layoutDirection() == Qt::RightToLeft ? width() - 34 : 14;
    painter.drawPixmap(x, (height() - 20) / 2,
                       Icons::pixmap(u"offline", 20, pair.text, devicePixelRatioF()));
}

} // namespace Deskbell::App
