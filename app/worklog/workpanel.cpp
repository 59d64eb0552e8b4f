// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worklog/workpanel.h"

#include "app/shell/appcontext.h"
#include "app/shell/theme.h"
#include "app/widgets/errortext.h"
#include "app/widgets/popups.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

WorkPanel::WorkPanel(AppContext &context, const QString &name, const QString &route,
                     QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_list(new QListWidget(this))
    , m_layout(new QVBoxLayout(this))
    , m_route(route)
    , m_caption(new QLabel(this))
    , m_sum(new QLabel(this))
    , m_status(new QLabel(this))
    , m_retry(new QPushButton(this))
{
    setObjectName(name);
    m_layout->setContentsMargins(Metrics::margin + 4, Metrics::margin, Metrics::margin + 4, 0);
    m_layout->setSpacing(Metrics::unit);
    m_caption->setFont(Fonts::caption());
    m_caption->setForegroundRole(QPalette::PlaceholderText);
    m_sum->setObjectName(name + u"Sum"_s);
    m_sum->setFont(Fonts::small());
    auto *head = new QHBoxLayout;
    head->addWidget(m_caption, 1);
    head->addWidget(m_sum);
    m_layout->addLayout(head);
    m_status->setObjectName(name + u"Status"_s);
    m_status->setWordWrap(true);
    m_status->setFont(Fonts::small());
    m_status->setForegroundRole(QPalette::PlaceholderText);
    m_layout->addWidget(m_status);
    m_retry->setObjectName(name + u"Retry"_s);
    m_layout->addWidget(m_retry, 0, Qt::AlignLeft);
    connect(m_retry, &QPushButton::clicked, this, [this] {
        m_state = State::Loading;
        showState();
        refresh();
    });
    m_list->setObjectName(name + u"List"_s);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setSpacing(2);
    m_list->setWordWrap(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTabKeyNavigation(false);
    m_list->installEventFilter(this);
    m_layout->addWidget(m_list);
    hide();
}

void WorkPanel::setTicket(const Ticket &ticket)
{
    const QList<TicketAction> actions
            = ticket.details ? ticket.details->allowedActions : QList<TicketAction>();
    const bool mayRead = actions.contains(TicketAction::Note);
    const bool mayChange = mayRead && actions.contains(TicketAction::EditAll);
    const bool another = ticket.id != m_ticket || mayRead == isHidden();
    if (!another && mayChange == m_mayChange)
        return;
    m_mayChange = mayChange;
    m_desk = ticket.desk.id;
    m_ticket = mayRead ? ticket.id : TicketId();
    setVisible(mayRead);
    if (another) {
        ++m_changes;
        m_state = State::Loading;
        forget();
        refresh();
    }
    showState();
}

void WorkPanel::refresh()
{
    if (m_ticket.isValid())
        load();
}

void WorkPanel::beginAdding()
{
    if (m_ticket.isValid() && m_mayChange)
        adder()->setFocus(Qt::ShortcutFocusReason);
    else
        Popups::of(this).info(tr("You cannot add to this ticket"));
}

QString WorkPanel::path(qint64 part) const
{
    const QString whole = u"/tickets/%1/%2"_s.arg(m_ticket.value()).arg(m_route);
    return part > 0 ? whole + u'/' + QString::number(part) : whole;
}

void WorkPanel::loaded()
{
    m_state = State::Ready;
    m_error.reset();
    showState();
}

/// What is shown already stays; the next change asks again.
void WorkPanel::failed(const Error &error)
{
    if (m_state == State::Ready)
        return;
    m_state = State::Failed;
    m_error = error;
    showState();
}

void WorkPanel::showState()
{
    const bool ready = m_state == State::Ready;
    m_status->setText(m_state == State::Loading ? tr("Loading…")
                      : m_error                 ? sentence(*m_error)
                                                : QString());
    m_status->setVisible(!ready);
    m_retry->setText(tr("Retry"));
    m_retry->setVisible(m_state == State::Failed);
    m_sum->setVisible(ready);
    adder()->setVisible(ready && m_mayChange);
    translate();
    fill();
    if (ready && m_list->count() == 0 && !m_mayChange) {
        m_status->setText(tr("Nothing yet"));
        m_status->show();
    }
    fitList();
}

void WorkPanel::setCaption(const QString &caption, const QString &sum)
{
    m_caption->setText(caption);
    m_sum->setText(sum);
    m_list->setAccessibleName(sum.isEmpty() ? caption : caption + u": "_s + sum);
}

void WorkPanel::fitList()
{
    m_list->setVisible(m_state == State::Ready && m_list->count() > 0);
    fitHeight();
}

void WorkPanel::fitHeight()
{
    const int count = m_list->count();
    if (count == 0)
        return;
    m_list->doItemsLayout();
    m_list->setFixedHeight(m_list->visualItemRect(m_list->item(count - 1)).bottom() + 1
                           + m_list->spacing());
}

/// Its words take more lines where there is less room; what is shown is no matter of that.
void WorkPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHeight();
}

void WorkPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showState();
    else if (event->type() == QEvent::PaletteChange && m_ticket.isValid())
        fill(); // what is done is in another colour
    QWidget::changeEvent(event);
}

bool WorkPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && m_mayChange) {
        if (static_cast<QKeyEvent *>(event)->matches(QKeySequence::Delete)) {
            removeCurrent();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Deskbell::App
