// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bulk/bulkbar.h"

#include "app/bulk/bulkoperations.h"
#include "app/bulk/bulktext.h"
#include "app/shell/appcontext.h"
#include "app/shell/theme.h"
#include "common/base/clock.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

BulkBar::BulkBar(AppContext &context, BulkOperations &operations, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_operations(operations)
    , m_text(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_details(new QToolButton(this))
    , m_cancel(new QToolButton(this))
{
    setObjectName(u"bulkBar"_s);
    m_text->setFont(Fonts::small());
    m_text->setTextFormat(Qt::PlainText);
    m_progress->setFixedSize(120, 8);
    m_progress->setTextVisible(false);
    for (QToolButton *button : {m_details, m_cancel}) {
        button->setFont(Fonts::small());
        button->setAutoRaise(true);
        button->setFixedHeight(22);
    }
    m_details->setObjectName(u"bulkBarDetails"_s);
    m_cancel->setObjectName(u"bulkBarCancel"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Metrics::gap, 0, Metrics::gap, 0);
    row->setSpacing(Metrics::gap);
    row->addWidget(m_text);
    row->addWidget(m_progress);
    row->addWidget(m_details);
    row->addWidget(m_cancel);
    connect(&operations, &BulkOperations::changed, this, &BulkBar::showFirst);
    connect(m_details, &QToolButton::clicked, this, [this] { m_operations.showOutcome(m_shown); });
    connect(m_cancel, &QToolButton::clicked, this, [this] { m_operations.cancel(m_shown.id); });
    showFirst();
}

void BulkBar::showFirst()
{
    const QList<Bulk> bulks = m_operations.atWork();
    setVisible(!bulks.isEmpty());
    if (bulks.isEmpty())
        return;
    m_shown = bulks.first();
    m_text->setText(tr("%1: %2").arg(BulkText::title(m_shown),
                                     BulkText::progress(m_shown, m_context.clock.now())));
    m_progress->setMaximum(std::max(1, BulkText::total(m_shown)));
    m_progress->setValue(BulkText::over(m_shown));
    m_progress->setAccessibleName(m_text->text());
    m_details->setText(tr("Details"));
    m_cancel->setText(tr("Cancel"));
}

void BulkBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showFirst();
    QWidget::changeEvent(event);
}

} // namespace Deskbell::App
