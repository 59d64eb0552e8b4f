// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/unsentstrip.h"

#include "app/net/client.h"
#include "app/net/connectionmonitor.h"
#include "app/shell/appcontext.h"
#include "app/shell/theme.h"
#include "app/store/outbox.h"
#include "app/timeline/unsentrow.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Deskbell::App {

UnsentStrip::UnsentStrip(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    setObjectName(u"unsentStrip"_s);
    setAccessibleName(tr("Not sent yet"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::unit);
    m_tick.setInterval(250ms);
    m_late.setSingleShot(true);
    m_late.setInterval(400ms);
    connect(&m_tick, &QTimer::timeout, this, &UnsentStrip::fill);
    connect(&m_late, &QTimer::timeout, this, [this] {
        for (const OutboxEntry &entry : m_context.outbox.entries())
            m_known.insert(entry.item.key);
        fill();
    });
    connect(&context.outbox, &Outbox::changed, this, &UnsentStrip::fill);
    connect(&context.client.connection(), &ConnectionMonitor::stateChanged, this,
            &UnsentStrip::fill);
    hide();
}

void UnsentStrip::setTicket(TicketId ticket)
{
    m_ticket = ticket;
    fill();
}

void UnsentStrip::showAll()
{
    m_isAll = true;
    fill();
}

/// One that was not held is answered within moments, as a rule.
bool UnsentStrip::isShown(const OutboxEntry &entry)
{
    using State = OutboxEntry::State;
    const bool isOnItsWay = entry.state == State::UnderWay || entry.state == State::Waiting;
    if (!isOnItsWay || entry.lastFailure
        || m_context.client.connection().state() == ConnectionMonitor::State::Offline)
        m_known.insert(entry.item.key);
    if (m_known.contains(entry.item.key))
        return true;
    if (!m_late.isActive())
        m_late.start();
    return false;
}

void UnsentStrip::fill()
{
    QList<UnsentRow *> rows;
    bool counts = false;
    const bool isOffline
            = m_context.client.connection().state() == ConnectionMonitor::State::Offline;
    for (const OutboxEntry &entry : m_context.outbox.entries()) {
        // What was done to a ticket is marked in its head and row.
        const bool isHere
                = m_isAll
                  || (entry.item.ticket == m_ticket && entry.item.kind != OutboxKind::Change);
        if (!isHere || !isShown(entry))
            continue;
        const auto known = std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const UnsentRow *row) {
            return row->key() == entry.item.key;
        });
        UnsentRow *row = known == m_rows.cend() ? nullptr : *known;
        if (!row) {
            row = new UnsentRow(entry.item.key, this);
            connect(row, &UnsentRow::takeBackWanted, this,
                    [this, row] { Q_EMIT takenBack(row->key()); });
            connect(row, &UnsentRow::sendWanted, this,
                    [this, row] { m_context.outbox.sendNow(row->key()); });
            layout()->addWidget(row);
        }
        row->show(entry, isOffline, m_isAll);
        row->QWidget::show();
        rows.append(row);
        counts = counts || entry.state == OutboxEntry::State::Held;
    }
    for (UnsentRow *row : std::as_const(m_rows)) {
        if (!rows.contains(row)) {
            row->hide();
            row->deleteLater(); // it may be its own button that was pressed
        }
    }
    m_rows = rows;
    if (counts != m_tick.isActive())
        counts ? m_tick.start() : m_tick.stop();
    setVisible(!m_rows.isEmpty());
    Q_EMIT changed();
}

void UnsentStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        fill();
    QWidget::changeEvent(event);
}

} // namespace Deskbell::App
