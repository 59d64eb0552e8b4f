// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/ticketheader.h"

#include "app/access/seersdialog.h"
#include "app/accounts/people.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/shell/icons.h"
#include "app/shell/theme.h"
#include "app/sla/slatext.h"
#include "app/tickets/ticketcommands.h"
#include "app/tickets/tickettext.h"
#include "app/widgets/avatar.h"
#include "app/widgets/badge.h"
#include "app/widgets/timetext.h"
#include "common/base/clock.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

/// A badge as a picture, for buttons and menus.
QIcon badgeIcon(const BadgeText &badge, qreal ratio)
{
    const QSize size = BadgePainter::sizeOf(badge.text);
    QPixmap pixmap(size * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    BadgePainter::paint(&painter, {0, 0}, badge);
    return pixmap;
}

QIcon personIcon(const QString &name, qreal ratio)
{
    QPixmap pixmap(QSize(Metrics::avatar, Metrics::avatar) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    AvatarPainter::paint(&painter, QRect(0, 0, Metrics::avatar, Metrics::avatar), name);
    return pixmap;
}

} // namespace

TicketHeader::TicketHeader(AppContext &context, TicketCommands &commands, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_commands(commands)
    , m_line(new QLabel(this))
    , m_title(new QLabel(this))
    , m_status(new QToolButton(this))
    , m_priority(new QToolButton(this))
    , m_assignee(new QToolButton(this))
    , m_more(new QToolButton(this))
    , m_due(new Badge(this))
{
    setObjectName(u"ticketHeader"_s);
    m_line->setObjectName(u"ticketLine"_s);
    m_line->setFont(Fonts::tabular(Fonts::small()));
    m_line->setForegroundRole(QPalette::PlaceholderText);
    m_line->setTextFormat(Qt::PlainText);
    m_title->setObjectName(u"ticketTitle"_s);
    m_title->setFont(Fonts::title());
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_status->setObjectName(u"ticketStatus"_s);
    m_priority->setObjectName(u"ticketPriority"_s);
    m_assignee->setObjectName(u"ticketAssignee"_s);
    m_more->setObjectName(u"ticketMore"_s);
    m_more->setIcon(Icons::icon(u"more"));

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Metrics::gap);
    for (QToolButton *button : {m_status, m_priority, m_assignee, m_more}) {
        button->setPopupMode(QToolButton::InstantPopup);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setFixedHeight(Metrics::controlHeight);
        button->setMenu(new QMenu(button));
        buttons->addWidget(button);
    }
    m_assignee->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_due->setObjectName(u"ticketDue"_s);
    buttons->addWidget(m_due);
    buttons->addStretch();
    connect(&Ticker::instance(), &Ticker::minutePassed, this, &TicketHeader::updateDue);
    // Filled when opened: what may be done can have changed a moment ago.
    connect(m_status->menu(), &QMenu::aboutToShow, this, &TicketHeader::fillStatusMenu);
    connect(m_priority->menu(), &QMenu::aboutToShow, this, &TicketHeader::fillPriorityMenu);
    connect(m_assignee->menu(), &QMenu::aboutToShow, this, &TicketHeader::fillAssigneeMenu);
    connect(m_more->menu(), &QMenu::aboutToShow, this, &TicketHeader::fillMoreMenu);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::pageMargin, Metrics::margin, Metrics::pageMargin,
                               Metrics::margin);
    layout->setSpacing(Metrics::unit);
    layout->addWidget(m_line);
    layout->addWidget(m_title);
    layout->addSpacing(Metrics::unit);
    layout->addLayout(buttons);
}

void TicketHeader::setTicket(const Ticket &ticket)
{
    m_ticket = ticket;
    fill();
}

bool TicketHeader::may(TicketAction action) const
{
    return m_ticket.details && m_ticket.details->allowedActions.contains(action);
}

void TicketHeader::fill()
{
    QStringList facts{m_ticket.number};
    if (m_ticket.category)
        facts.append(m_ticket.category->name);
    facts.append(tr("opened %1 by %2")
                         .arg(TimeText::moment(m_ticket.createdAt, m_context.clock.now()),
                              m_ticket.requester.displayName));
    if (m_ticket.deletedAt.isValid())
        facts.append(tr("deleted"));
    m_line->setText(facts.join(u" · "_s));
    m_title->setText(m_ticket.title);

    const qreal ratio = devicePixelRatioF();
    const auto showBadge = [&](QToolButton *button, const BadgeText &badge, const QString &name) {
        button->setIconSize(BadgePainter::sizeOf(badge.text));
        button->setIcon(badgeIcon(badge, ratio));
        button->setAccessibleName(name.arg(badge.text));
        button->setToolTip(name.arg(badge.text));
    };
    showBadge(m_status, TicketText::statusBadge(m_ticket), tr("Status: %1"));
    m_status->setEnabled(m_ticket.details && !m_ticket.details->allowedTransitions.isEmpty());
    showBadge(m_priority, TicketText::priorityBadge(m_ticket.priority), tr("Priority: %1"));
    m_priority->setEnabled(may(TicketAction::EditPriority));
    const QString assignee = m_ticket.assignee ? m_ticket.assignee->displayName : tr("Unassigned");
    m_assignee->setText(assignee);
    m_assignee->setIconSize({Metrics::avatar, Metrics::avatar});
    m_assignee->setIcon(m_ticket.assignee ? personIcon(assignee, ratio)
                                          : Icons::icon(u"user-plus", Icons::Ink::Muted));
    m_assignee->setAccessibleName(tr("Assignee: %1").arg(assignee));
    m_assignee->setEnabled(may(TicketAction::Assign) || may(TicketAction::Take));
    m_more->setAccessibleName(tr("More actions"));
    m_more->setToolTip(tr("More actions"));
    updateDue();
}

void TicketHeader::updateDue()
{
    const SlaText::Countdown due = SlaText::countdown(m_ticket, m_context.clock.now());
    m_due->setVisible(!due.text.isEmpty());
    m_due->setBadge({.text = due.text, .tone = due.tone.value_or(Tone::Slate)});
    m_due->setAccessibleName(due.text);
}

void TicketHeader::fillStatusMenu()
{
    QMenu *menu = m_status->menu();
    menu->clear();
    if (!m_ticket.details)
        return;
    for (const AllowedTransition &transition : m_ticket.details->allowedTransitions) {
        QString text = TicketText::status(transition.to, transition.toLabel);
        if (transition.needs(RequirementKind::Reason) || transition.needs(RequirementKind::Comment))
            text += u'…';
        menu->addAction(text, this,
                        [this, transition] { m_commands.takeTransition({m_ticket}, transition); });
    }
}

void TicketHeader::fillPriorityMenu()
{
    QMenu *menu = m_priority->menu();
    menu->clear();
    for (const Priority priority :
         {Priority::Urgent, Priority::High, Priority::Medium, Priority::Low}) {
        QAction *action = menu->addAction(TicketText::priority(priority), this, [this, priority] {
            m_commands.setPriority({m_ticket}, priority);
        });
        action->setCheckable(true);
        action->setChecked(m_ticket.priority == priority);
    }
}

void TicketHeader::fillAssigneeMenu()
{
    QMenu *menu = m_assignee->menu();
    menu->clear();
    const AccountId me = m_context.session.me().account.id;
    if (may(TicketAction::Take) && !(m_ticket.assignee && m_ticket.assignee->id == me))
        menu->addAction(tr("Take it myself"), this, [this] { m_commands.take({m_ticket}); });
    if (!may(TicketAction::Assign))
        return;
    if (m_ticket.assignee)
        menu->addAction(tr("Release"), this,
                        [this] { m_commands.assign({m_ticket}, std::nullopt); });
    menu->addSeparator();
    fillWithPeople(menu, m_context, {.desk = m_ticket.desk.id, .staffOnly = true},
                   [this](const PersonRef &person) { m_commands.assign({m_ticket}, person); });
}

void TicketHeader::fillMoreMenu()
{
    QMenu *menu = m_more->menu();
    menu->clear();
    if (may(TicketAction::Edit))
        menu->addAction(tr("Edit…"), this, &TicketHeader::editRequested);
    if (may(TicketAction::Transfer))
        menu->addAction(tr("Transfer…"), this, &TicketHeader::transferRequested);
    if (may(TicketAction::Escalate))
        menu->addAction(tr("Escalate…"), this, &TicketHeader::escalateRequested);
    if (may(TicketAction::Merge))
        menu->addAction(tr("Merge…"), this, &TicketHeader::mergeRequested);
    if (may(TicketAction::EditAll))
        menu->addAction(tr("Link…"), this, &TicketHeader::linkRequested);
    fillWatchMenu(menu->addMenu(tr("Watch")));
    if (SeersDialog::isFor(m_context, m_ticket))
        menu->addAction(tr("Who can see this, and why…"), this, &TicketHeader::seersRequested);
    if (may(TicketAction::Rate)) {
        QMenu *rating = menu->addMenu(tr("Rate"));
        for (int score = bestRating; score >= 1; --score) {
            const QString stars = QString(score, u'★') + QString(bestRating - score, u'☆');
            rating->addAction(tr("%1  %2 of %3").arg(stars).arg(score).arg(bestRating), this,
                              [this, score] { m_commands.rate(m_ticket, score); });
        }
    }
    menu->addAction(tr("Open in a window of its own"), this, &TicketHeader::detachRequested);
    menu->addAction(tr("Copy number"), this,
                    [this] { QGuiApplication::clipboard()->setText(m_ticket.number); });
    if (may(TicketAction::Restore))
        menu->addAction(tr("Restore"), this, [this] { m_commands.restore(m_ticket); });
    if (may(TicketAction::Delete)) {
        menu->addSeparator();
        menu->addAction(tr("Delete…"), this, [this] { m_commands.remove({m_ticket}); });
    }
}

void TicketHeader::fillWatchMenu(QMenu *menu)
{
    menu->setObjectName(u"watchMenu"_s);
    const QString now
            = TicketText::watch(m_ticket.details ? m_ticket.details->watching : std::nullopt);
    const auto add = [&](const QString &text, std::optional<WatchMode> mode) {
        QAction *action
                = menu->addAction(text, this, [this, mode] { Q_EMIT watchRequested(mode); });
        action->setCheckable(true);
        action->setChecked(text == now);
    };
    add(TicketText::watch(std::nullopt), std::nullopt);
    for (const auto &row : WireEnum<WatchMode>::names)
        add(TicketText::watch(row.value), row.value);
    if (may(TicketAction::EditAll)) {
        menu->addSeparator();
        menu->addAction(tr("Add a watcher…"), this, &TicketHeader::watcherRequested);
    }
}

void TicketHeader::openStatusMenu()
{
    if (m_status->isEnabled())
        m_status->showMenu();
}

void TicketHeader::openPriorityMenu()
{
    if (m_priority->isEnabled())
        m_priority->showMenu();
}

void TicketHeader::openAssigneeMenu()
{
    if (m_assignee->isEnabled())
        m_assignee->showMenu();
}

void TicketHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        fill();
    QWidget::changeEvent(event);
}

void TicketHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::tokens().base);
    painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::tokens().border);
}

} // namespace Deskbell::App
