// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/timelineview.h"

#include "app/net/client.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/shell/theme.h"
#include "app/timeline/eventtext.h"
#include "app/timeline/messagecard.h"
#include "app/timeline/timelinemodel.h"
#include "app/widgets/errortext.h"
#include "app/widgets/timetext.h"
#include "common/base/clock.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

/// "──── Today ────"; in the accent colour where something new begins.
class Divider : public QWidget
{
public:
    explicit Divider(QWidget *parent)
        : QWidget(parent)
    {
        setObjectName(u"divider"_s);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setFixedHeight(QFontMetrics(Fonts::caption()).height() + Metrics::gap);
    }
    void setText(const QString &text, bool isNew)
    {
        m_text = text;
        m_isNew = isNew;
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
        const QColor line = m_isNew ? tokens.accent : tokens.border;
        painter.fillRect(0, middle, left, 1, line);
        painter.fillRect(left + width, middle, this->width() - left - width, 1, line);
        painter.setPen(m_isNew ? tokens.link : tokens.faint);
        painter.drawText(rect(), Qt::AlignCenter, m_text);
    }

private:
    QString m_text;
    bool m_isNew = false;
};

} // namespace

TimelineView::TimelineView(AppContext &context, TimelineModel &model, QWidget *parent)
    : ScrollPane(parent)
    , m_context(context)
    , m_model(model)
    , m_content(new QWidget)
    , m_visits(context.settings, u"%1/%2"_s.arg(context.client.server().hostAndPort())
                                         .arg(context.session.me().account.id.value()))
    , m_layout(new QVBoxLayout(m_content))
    , m_older(new QPushButton(m_content))
    , m_note(new QLabel(m_content))
    , m_retry(new QPushButton(m_content))
{
    setObjectName(u"timeline"_s);
    setAccessibleName(tr("Timeline"));
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
    m_note->setObjectName(u"timelineState"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setAlignment(Qt::AlignCenter);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_retry->setObjectName(u"timelineRetry"_s);
    m_layout->addWidget(m_older, 0, Qt::AlignHCenter);
    m_layout->addWidget(m_note);
    m_layout->addWidget(m_retry, 0, Qt::AlignHCenter);
    m_layout->addStretch(1);
    setWidget(m_content);

    connect(m_older, &QPushButton::clicked, this, [this] {
        m_olderFailed = false;
        updateOlder();
        m_model.fetchOlder();
    });
    connect(m_retry, &QPushButton::clicked, &m_model, &TimelineModel::refresh);
    connect(&m_model, &TimelineModel::olderFailed, this, [this] {
        m_olderFailed = true;
        updateOlder();
    });
    connect(&m_model, &TimelineModel::stateChanged, this, &TimelineView::showState);
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
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &TimelineView::keepPlace);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &TimelineView::noteAnchor);
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

void TimelineView::setTakesReactions(bool takes)
{
    if (std::exchange(m_takesReactions, takes) == takes)
        return;
    for (const Item &item : std::as_const(m_items)) {
        if (auto *card = qobject_cast<MessageCard *>(item.entry))
            card->setTakesReactions(takes);
    }
}

void TimelineView::scrollToEnd()
{
    m_followEnd = true;
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void TimelineView::focusNewest()
{
    QWidget *newest = m_head && m_head->isVisible() ? m_head : this;
    for (const Item &item : std::as_const(m_items)) {
        if (qobject_cast<MessageCard *>(item.entry))
            newest = item.entry;
    }
    newest->show(); // the layout shows what has just come a moment later; hidden takes no focus
    newest->setFocus(Qt::ShortcutFocusReason);
    if (newest != this)
        ensureWidgetVisible(newest);
}

void TimelineView::noteAnchor()
{
    if (m_keepingPlace)
        return;
    const int top = verticalScrollBar()->value();
    const auto item = std::find_if(m_items.begin(), m_items.end(), [top](const Item &one) {
        return one.entry->geometry().bottom() >= top;
    });
    m_anchor = item == m_items.end() ? nullptr : item->entry;
    m_anchorOffset = m_anchor ? top - m_anchor->y() : 0;
}

/// The layout has changed: what comes above, or grows there, does not move what is being read.
void TimelineView::keepPlace()
{
    m_keepingPlace = true;
    if (m_followEnd)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    else if (m_anchor)
        verticalScrollBar()->setValue(m_anchor->y() + m_anchorOffset);
    m_keepingPlace = false;
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
    card->setTakesReactions(m_takesReactions);
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
    const int offset = m_head ? 2 : 1; // head and the button for older ones
    for (int row = first; row <= last; ++row) {
        const Item item{.divider = new Divider(m_content),
                        .entry = makeWidget(m_model.entryAt(row))};
        m_layout->insertWidget(offset + 2 * row, item.divider);
        m_layout->insertWidget(offset + 2 * row + 1, item.entry);
        m_items.insert(row, item);
    }
    updateDividers();
    markRead();
}

void TimelineView::removeRows(int first, int last)
{
    for (int row = last; row >= first; --row) {
        const Item item = m_items.takeAt(row);
        delete item.divider;
        delete item.entry;
    }
    updateDividers();
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
    updateDividers();
}

void TimelineView::rebuild()
{
    removeRows(0, int(m_items.size()) - 1);
    m_followEnd = true;
    m_olderFailed = false;
    m_readUntil = m_visits.readUntil(m_model.ticket());
    m_markedUntil = {};
    if (m_model.rowCount() > 0)
        insertRows(0, m_model.rowCount() - 1);
    showState();
}

/// Nobody's own words are news to them.
bool TimelineView::isNew(const TimelineEntry &entry) const
{
    const AccountId me = m_context.session.me().account.id;
    return m_readUntil.isValid() && entry.createdAt > m_readUntil
           && !(entry.author && entry.author->id == me);
}

void TimelineView::updateDividers()
{
    const QDate today = m_context.clock.now().toLocalTime().date();
    QDate before;
    bool newBegan = false;
    for (int row = 0; row < m_items.size(); ++row) {
        const TimelineEntry &entry = m_model.entryAt(row);
        const QDate date = entry.createdAt.toLocalTime().date();
        QStringList words;
        if (date != before)
            words.append(TimeText::day(date, today));
        const bool newBegins = !newBegan && isNew(entry);
        if (newBegins)
            words.append(tr("New since your last visit"));
        auto *divider = static_cast<Divider *>(m_items[row].divider);
        divider->setVisible(!words.isEmpty());
        divider->setText(words.join(u" · "_s), newBegins);
        before = date;
        newBegan = newBegan || newBegins;
    }
}

void TimelineView::markRead()
{
    if (!isVisible() || m_items.isEmpty())
        return;
    const QDateTime newest = m_model.entryAt(int(m_items.size()) - 1).createdAt;
    if (newest == m_markedUntil)
        return;
    m_markedUntil = newest;
    m_visits.markRead(m_model.ticket(), newest);
}

void TimelineView::updateOlder()
{
    m_older->setText(m_olderFailed ? tr("The older entries could not be loaded. Try again")
                                   : tr("Show older entries"));
    m_older->setVisible(m_model.hasOlder());
}

void TimelineView::showState()
{
    updateOlder();
    const bool loading = m_model.state() == TimelineModel::State::Loading;
    const bool failed = m_model.state() == TimelineModel::State::Failed;
    m_note->setVisible(loading || failed);
    if (loading)
        m_note->setText(tr("Loading…"));
    else if (failed)
        m_note->setText(tr("The timeline could not be loaded") + u". "_s
                        + sentence(m_model.error()));
    m_retry->setText(tr("Retry"));
    m_retry->setVisible(failed);
}

void TimelineView::showEvent(QShowEvent *event)
{
    ScrollPane::showEvent(event);
    markRead();
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    const bool follow = m_followEnd || isAtEnd();
    ScrollPane::resizeEvent(event);
    if (follow)
        scrollToEnd();
}

void TimelineView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Timeline"));
        showState();
        updateRows(0, int(m_items.size()) - 1);
    }
    ScrollPane::changeEvent(event);
}

} // namespace Deskbell::App
