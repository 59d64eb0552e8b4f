// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sla/slarehearsalbox.h"

#include "app/net/client.h"
#include "app/shell/appcontext.h"
#include "app/shell/theme.h"
#include "app/sla/slatext.h"
#include "app/widgets/errortext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

void add(TargetOutcome &sum, const TargetOutcome &part)
{
    sum.met += part.met;
    sum.missed += part.missed;
}

void add(SlaOutcome &sum, const SlaOutcome &part)
{
    add(sum.firstResponse, part.firstResponse);
    add(sum.resolution, part.resolution);
}

QString share(const TargetOutcome &outcome)
{
    const int all = outcome.met + outcome.missed;
    if (all == 0)
        return SlaRehearsalBox::tr("nothing promised");
    return SlaRehearsalBox::tr("%1 of %2 kept (%3 %)")
            .arg(QLocale().toString(outcome.met), QLocale().toString(all),
                 QLocale().toString(100 * outcome.met / all));
}

QString compared(ServiceTarget target, const TargetOutcome &before, const TargetOutcome &after)
{
    return SlaRehearsalBox::tr("%1: until now %2, then %3")
            .arg(SlaText::target(target), share(before), share(after));
}

} // namespace

SlaRehearsalBox::SlaRehearsalBox(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_start(new QPushButton(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(this))
    , m_outcome(new QLabel(this))
{
    setObjectName(u"slaRehearsal"_s);
    m_start->setObjectName(u"rehearse"_s);
    m_start->setAutoDefault(false);
    m_progress->setObjectName(u"rehearsalProgress"_s);
    m_cancel->setObjectName(u"rehearsalCancel"_s);
    m_cancel->setAutoDefault(false);
    m_outcome->setObjectName(u"rehearsalOutcome"_s);
    m_outcome->setWordWrap(true);
    m_outcome->setTextFormat(Qt::PlainText);
    auto *row = new QHBoxLayout;
    row->addWidget(m_start);
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    row->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Metrics::gap, 0, 0);
    layout->addLayout(row);
    layout->addWidget(m_outcome);
    connect(m_start, &QPushButton::clicked, this, &SlaRehearsalBox::start);
    connect(m_cancel, &QPushButton::clicked, this, &SlaRehearsalBox::stop);
    retranslate();
    clear();
}

void SlaRehearsalBox::setRequest(std::function<SlaRehearsalRequest()> request)
{
    m_request = std::move(request);
}

void SlaRehearsalBox::clear()
{
    m_call = {};
    m_outcome->hide();
    setRunning(false);
}

void SlaRehearsalBox::start()
{
    clear();
    m_running = m_request();
    m_sum = {};
    m_progress->setRange(0, 0); // until it is known how many there are
    setRunning(true);
    m_cancel->setFocus();
    askForPart();
}

void SlaRehearsalBox::stop()
{
    clear();
    m_start->setFocus();
}

void SlaRehearsalBox::askForPart()
{
    m_call = m_context.client.fetch<SlaRehearsal>(
            Api::Request::post(u"/sla-rehearsal"_s, toJson(m_running)), this,
            [this](const Result<SlaRehearsal> &part) { partArrived(part); });
}

void SlaRehearsalBox::partArrived(const Result<SlaRehearsal> &part)
{
    if (!part) {
        setRunning(false);
        m_outcome->setText(tr("It could not be tried. %1").arg(sentence(part.error())));
        m_outcome->show();
        return;
    }
    m_sum.tickets += part->tickets;
    add(m_sum.before, part->before);
    add(m_sum.after, part->after);
    if (part->total)
        m_progress->setRange(0, std::max(1, *part->total));
    m_progress->setValue(m_sum.tickets);
    m_running.cursor = part->nextCursor;
    if (!m_running.cursor.isEmpty())
        return askForPart();
    setRunning(false);
    showOutcome();
}

void SlaRehearsalBox::showOutcome()
{
    if (m_sum.tickets == 0) {
        m_outcome->setText(
                tr("No ticket was finished in the last %n day(s).", nullptr, m_running.days));
    } else {
        const QStringList lines{
                tr("%n ticket(s) were finished in the last %1 days.", nullptr, m_sum.tickets)
                        .arg(m_running.days),
                compared(ServiceTarget::FirstResponse, m_sum.before.firstResponse,
                         m_sum.after.firstResponse),
                compared(ServiceTarget::Resolution, m_sum.before.resolution,
                         m_sum.after.resolution)};
        m_outcome->setText(lines.join(u'\n'));
    }
    m_outcome->show();
    m_start->setFocus();
}

void SlaRehearsalBox::setRunning(bool running)
{
    m_start->setVisible(!running);
    m_progress->setVisible(running);
    m_cancel->setVisible(running);
}

void SlaRehearsalBox::retranslate()
{
    m_start->setText(tr("&Try it on past tickets"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Stop trying it"));
    m_progress->setAccessibleName(tr("Tickets tried"));
}

void SlaRehearsalBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace Deskbell::App
