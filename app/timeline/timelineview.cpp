// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/timelineview.h"

#include "app/shell/appcontext.h"
#include "app/shell/theme.h"
#include "app/timeline/eventtext.h"
#include "app/timeline/messagecard.h"
#include "app/timeline/timelinemodel.h"
#include "app/widgets/timetext.h"
#include "common/base/clock.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

/// "──── Today ────"
class DayLine : public QWidget
{
public:
    explicit DayLine(QWidget *parent)
        : QWidget(parent)
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setFixedHeight(QFontMetrics(Fonts::caption()).height() + Metrics::gap);
    }
    void setText(const QString &text)
    {
        m_text = text;
        setAccessibleName(text);
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = Theme::tokens();
        QPainter painter(this);
        painter.setFont(Fonts::caption());
        const int width = painter.fontMetrics().horizontalAdvance(m_text) + 2 * Metrics::margin;
        const int middle = height() / 2;
        const int left = (this->width() - width) / 2;
        painter.fillRect(0, middle, left, 1, tokens.border);
        painter.fillRect(left + width, middle, this->width() - left - width, 1, tokens.border);
        painter.setPen(tokens.faint);
        painter.drawText(rect(), Qt::AlignCenter, m_text);
    }

private:
    QString m_text;
};

} // namespace

TimelineView::TimelineView(AppContext &context, TimelineModel &model, QWidget *parent)
    : QScrollArea(parent)
    , m_context(context)
    , m_model(model)
    , m_content(new QWidget)
    , m_layout(new QVBoxLayout(m_content))
    , m_older(new QPushButton(m_content))
{
    setObjectName(u"timeline"_s);
    setAccessibleName(tr("Timeline"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    setBackgroundRole(QPalette::Base);
    m_content->setBackgroundRole(QPalette::Base);
    m_content->setAutoFillBackground(true);
    m_layout->setContentsMargins(Metrics::pageMargin, Metrics::margin, Metrics::pageMargin,
                                 Metrics::margin);
    m_layout->setSpacing(10);
    m_older->setObjectName(u"olderEntries"_s);
    m_older->setFlat(true);
    m_layout->addWidget(m_older, 0, Qt::AlignHCenter);
    m_layout->addStretch(1);
    setWidget(m_content);

    connect(m_older, &QPushButton::clicked, &m_model, &TimelineModel::fetchOlder);
    connect(&m_model, &TimelineModel::stateChanged, this, &TimelineView::updateOlder);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { insertRows(first, last); });
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { removeRows(first, last); });
    connect(&m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &to) {
                updateRows(from.row(), to.row());
            });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &TimelineView::rebuild);
    // Whoever reads the end goes on reading it when something comes; whoever reads above stays.
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] {
        if (m_followEnd)
            verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    });
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] {
        const QScrollBar *bar = verticalScrollBar();
        m_followEnd = bar->sliderPosition() >= bar->maximum();
    });
    connect(&Ticker::instance(), &Ticker::minutePassed, this,
            [this] { updateRows(0, int(m_items.size()) - 1); });
    rebuild();
}

void TimelineView::setHead(QWidget *head)
{
    if (m_head)
        m_layout->removeWidget(m_head);
    m_head = head;
    if (head)
        m_layout->insertWidget(0, head);
}

void TimelineView::scrollToEnd()
{
    m_followEnd = true;
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

bool TimelineView::isAtEnd() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum();
}

QWidget *TimelineView::makeWidget(const TimelineEntry &entry)
{
    if (entry.kind == TimelineKind::Event) {
        auto *line = new QLabel(m_content);
        line->setObjectName(u"eventLine"_s);
        line->setTextFormat(Qt::PlainText);
        line->setWordWrap(true);
        line->setFont(Fonts::small());
        line->setContentsMargins(Metrics::margin, 0, Metrics::margin, 0);
        line->setForegroundRole(QPalette::PlaceholderText);
        fillEventLine(line, entry);
        return line;
    }
    auto *card = new MessageCard(m_context, entry, m_content);
    connect(card, &MessageCard::linkChosen, this, &TimelineView::linkChosen);
    connect(card, &MessageCard::menuRequested, this, [this, card](const QPoint &position) {
        Q_EMIT entryMenuRequested(card->entry(), position);
    });
    return card;
}

void TimelineView::fillEventLine(QLabel *line, const TimelineEntry &entry)
{
    const QString time
            = QLocale().toString(entry.createdAt.toLocalTime().time(), QLocale::ShortFormat);
    line->setText(time + u" · "_s + EventText::sentence(entry));
    line->setToolTip(TimeText::exact(entry.createdAt));
}

void TimelineView::insertRows(int first, int last)
{
    // What is on screen must not jump when older entries come above it.
    QScrollBar *bar = verticalScrollBar();
    const int fromEnd = bar->maximum() - bar->value();
    const bool above = !m_items.isEmpty() && first == 0;
    const int offset = m_head ? 2 : 1; // head and the button for older ones
    for (int row = first; row <= last; ++row) {
        const Item item{.day = new DayLine(m_content), .entry = makeWidget(m_model.entryAt(row))};
        m_layout->insertWidget(offset + 2 * row, item.day);
        m_layout->insertWidget(offset + 2 * row + 1, item.entry);
        m_items.insert(row, item);
    }
    updateDays();
    if (above && !m_followEnd) {
        m_layout->activate();
        m_content->adjustSize();
        bar->setValue(bar->maximum() - fromEnd);
    }
}

void TimelineView::removeRows(int first, int last)
{
    for (int row = last; row >= first; --row) {
        const Item item = m_items.takeAt(row);
        delete item.day;
        delete item.entry;
    }
    updateDays();
}

void TimelineView::updateRows(int first, int last)
{
    for (int row = first; row <= last && row < m_items.size(); ++row) {
        const TimelineEntry &entry = m_model.entryAt(row);
        if (auto *card = qobject_cast<MessageCard *>(m_items[row].entry))
            card->setEntry(entry);
        else if (auto *line = qobject_cast<QLabel *>(m_items[row].entry))
            fillEventLine(line, entry);
    }
    updateDays();
}

void TimelineView::rebuild()
{
    removeRows(0, int(m_items.size()) - 1);
    m_followEnd = true;
    if (m_model.rowCount() > 0)
        insertRows(0, m_model.rowCount() - 1);
    updateOlder();
}

void TimelineView::updateDays()
{
    const QDate today = m_context.clock.now().toLocalTime().date();
    QDate before;
    for (int row = 0; row < m_items.size(); ++row) {
        const QDate date = m_model.entryAt(row).createdAt.toLocalTime().date();
        auto *line = static_cast<DayLine *>(m_items[row].day);
        line->setVisible(date != before);
        line->setText(TimeText::day(date, today));
        before = date;
    }
}

void TimelineView::updateOlder()
{
    m_older->setText(tr("Show older entries"));
    m_older->setVisible(m_model.hasOlder());
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    const bool follow = m_followEnd || isAtEnd();
    QScrollArea::resizeEvent(event);
    if (follow)
        scrollToEnd();
}

void TimelineView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Timeline"));
        updateOlder();
        updateRows(0, int(m_items.size()) - 1);
    }
    QScrollArea::changeEvent(event);
}

} // namespace Deskbell::App
