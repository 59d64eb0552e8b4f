// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/home/requestcard.h"

#include "app/home/ratingform.h"
#include "app/home/requestwords.h"
#include "app/shell/icons.h"
#include "app/shell/theme.h"
#include "app/tickets/ticketcommands.h"
#include "app/widgets/badge.h"
#include "app/widgets/flowlayout.h"
#include "app/widgets/timetext.h"
#include "common/base/clock.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

RequestCard::RequestCard(const Clock &clock, TicketCommands &commands, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_commands(commands)
    , m_line(new QLabel(this))
    , m_title(new QLabel(this))
    , m_status(new Badge(this))
    , m_explanation(new QLabel(this))
    , m_steps(new QWidget(this))
    , m_open(new QPushButton(Icons::icon(u"ticket"), {}, m_steps))
    , m_rating(new RatingForm(this))
{
    setObjectName(u"requestCard"_s);
    m_line->setObjectName(u"requestLine"_s);
    m_line->setFont(Fonts::tabular(Fonts::small()));
    m_line->setForegroundRole(QPalette::PlaceholderText);
    m_title->setObjectName(u"requestTitle"_s);
    m_title->setFont(Fonts::heading());
    m_status->setObjectName(u"requestStatus"_s);
    m_explanation->setObjectName(u"requestExplanation"_s);
    for (QLabel *label : {m_line, m_title, m_explanation}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_open->setObjectName(u"requestOpen"_s);
    auto *steps = new FlowLayout(m_steps, Metrics::gap);
    steps->setContentsMargins(0, 0, 0, 0);
    steps->addWidget(m_open);
    auto *status = new QHBoxLayout;
    status->setSpacing(Metrics::gap);
    status->addWidget(m_status, 0, Qt::AlignTop);
    status->addWidget(m_explanation, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::pageMargin, Metrics::margin, Metrics::pageMargin,
                               Metrics::margin);
    layout->setSpacing(Metrics::gap);
    layout->addWidget(m_line);
    layout->addWidget(m_title);
    layout->addLayout(status);
    layout->addWidget(m_steps);
    layout->addWidget(m_rating);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openRequested(m_ticket.number); });
    connect(m_rating, &RatingForm::rated, this, [this](int score, const QString &comment) {
        m_commands.rate(m_ticket, score, comment);
    });
}

void RequestCard::setTicket(const Ticket &ticket)
{
    const bool sameRequest = m_ticket.id == ticket.id;
    const auto ratingOf = [](const Ticket &one) {
        return one.details ? one.details->rating : std::nullopt;
    };
    // Half a word about it stays while the ticket is read again.
    if (!sameRequest || ratingOf(m_ticket) != ratingOf(ticket))
        m_rating->setRating(ratingOf(ticket));
    m_ticket = ticket;
    fill();
}

void RequestCard::fill()
{
    const QDateTime now = m_clock.now();
    QStringList facts{m_ticket.number};
    if (m_ticket.category)
        facts.append(m_ticket.category->name);
    facts.append(tr("sent %1").arg(TimeText::moment(m_ticket.createdAt, now)));
    m_line->setText(facts.join(u" · "_s));
    m_title->setText(m_ticket.title);
    const BadgeText status = RequestWords::statusBadge(m_ticket);
    m_status->setBadge(status);
    m_status->setAccessibleName(status.text);
    m_explanation->setText(RequestWords::explanation(m_ticket));
    const bool rates
            = m_ticket.details && m_ticket.details->allowedActions.contains(TicketAction::Rate);
    m_rating->setVisible(rates);
    const bool replies
            = m_ticket.details && m_ticket.details->allowedActions.contains(TicketAction::Reply);
    QString open = tr("&Open");
    if (replies && m_ticket.statusCategory == StatusCategory::Waiting)
        open = tr("&Answer…");
    else if (replies && m_ticket.statusCategory == StatusCategory::Resolved)
        open = tr("&Not solved? Answer…");
    m_open->setText(open);
    m_open->setAccessibleName(
            tr("%1: %2").arg(m_ticket.number, QString(open).remove(u'&').remove(u'…')));
    fillSteps();
}

/// The buttons stay where they are as long as they say the same: one of them may have the focus.
void RequestCard::fillSteps()
{
    QList<AllowedTransition> steps;
    if (m_ticket.details)
        steps = m_ticket.details->allowedTransitions;
    QList<QPushButton *> buttons;
    for (auto *button : m_steps->findChildren<QPushButton *>(u"requestStep"_s))
        buttons.append(button);
    while (buttons.size() > steps.size())
        delete buttons.takeLast();
    QWidget *before = m_open;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        if (i == buttons.size()) {
            auto *made = new QPushButton(m_steps);
            made->setObjectName(u"requestStep"_s);
            m_steps->layout()->addWidget(made);
            made->show();
            buttons.append(made);
        }
        QPushButton *button = buttons[i];
        const AllowedTransition step = steps[i];
        const bool asks
                = step.needs(RequirementKind::Reason) || step.needs(RequirementKind::Comment);
        const QString words = RequestWords::step(m_ticket, step);
        button->setText(asks ? words + u'…' : words);
        button->setAccessibleName(tr("%1: %2").arg(m_ticket.number, words));
        // What the whole card asks for.
        const bool confirms
                = m_ticket.statusCategory == StatusCategory::Resolved && step.to == "closed"_L1;
        button->setDefault(confirms);
        button->disconnect(this);
        connect(button, &QPushButton::clicked, this,
                [this, step] { m_commands.takeTransition({m_ticket}, step); });
        QWidget::setTabOrder(before, button);
        before = button;
    }
}

void RequestCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    QWidget::changeEvent(event);
}

void RequestCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::tokens().base);
    painter.fillRect(QRect(0, 0, width(), 1), Theme::tokens().border);
}

} // namespace Deskbell::App
