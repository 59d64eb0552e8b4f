// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/links/linkspanel.h"

#include "app/links/linktext.h"
#include "app/net/client.h"
#include "app/shell/appcontext.h"
#include "app/shell/icons.h"
#include "app/shell/theme.h"
#include "app/widgets/popups.h"
#include "common/base/paging.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

LinksPanel::LinksPanel(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(u"ticketLinks"_s);
    m_layout->setContentsMargins(Metrics::margin + 4, Metrics::margin, Metrics::margin + 4, 0);
    m_layout->setSpacing(1);
    hide();
}

void LinksPanel::setTicket(const Ticket &ticket)
{
    m_mayChange = ticket.details && ticket.details->allowedActions.contains(TicketAction::EditAll);
    if (m_ticket == ticket.id && m_version == ticket.version)
        return;
    if (m_ticket != ticket.id) {
        m_links.clear();
        fill();
    }
    m_ticket = ticket.id;
    m_version = ticket.version;
    refresh();
}

void LinksPanel::refresh()
{
    if (!m_ticket.isValid())
        return;
    m_call = m_context.client.get<Page<TicketLink>>(u"/tickets/%1/links"_s.arg(m_ticket.value()),
                                                    this,
                                                    [this](const Result<Page<TicketLink>> &page) {
                                                        // What is shown stays; the next version of
                                                        // the ticket asks again.
                                                        if (!page)
                                                            return;
                                                        m_links = page->data;
                                                        fill();
                                                    });
}

void LinksPanel::fill()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (QWidget *widget = item->widget())
            widget->deleteLater();
        delete item;
    }
    setVisible(!m_links.isEmpty());
    for (const TicketLink &link : std::as_const(m_links))
        addLink(link);
}

void LinksPanel::addLink(const TicketLink &link)
{
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, Metrics::unit);
    line->setSpacing(Metrics::unit);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    auto *kind = new QLabel(linkWord(link.kind), row);
    kind->setFont(Fonts::small());
    kind->setForegroundRole(QPalette::PlaceholderText);
    auto *open = new QPushButton(link.ticket.number, row);
    open->setObjectName(u"link-"_s + link.ticket.number);
    open->setFlat(true);
    open->setCursor(Qt::PointingHandCursor);
    open->setToolTip(link.ticket.title);
    open->setAccessibleName(
            tr("%1: %2 %3").arg(linkWord(link.kind), link.ticket.number, link.ticket.title));
    connect(open, &QPushButton::clicked, this,
            [this, number = link.ticket.number] { Q_EMIT ticketChosen(number); });
    words->addWidget(kind);
    words->addWidget(open, 0, Qt::AlignLeft);
    line->addLayout(words, 1);
    if (m_mayChange && isPlain(link.kind)) {
        auto *away = new QToolButton(row);
        away->setObjectName(u"unlink-"_s + link.ticket.number);
        away->setIcon(Icons::icon(u"close", Icons::Ink::Muted));
        away->setAutoRaise(true);
        away->setToolTip(tr("Remove the link"));
        away->setAccessibleName(tr("Remove the link with %1").arg(link.ticket.number));
        connect(away, &QToolButton::clicked, this, [this, link] { remove(link); });
        line->addWidget(away);
    }
    m_layout->addWidget(row);
}

/// At once; where the server refuses, it is there again.
void LinksPanel::remove(const TicketLink &link)
{
    const QList<TicketLink> before = m_links;
    m_links.removeOne(link);
    fill();
    m_context.client.send(
            Api::Request::remove(
                    u"/tickets/%1/links/%2"_s.arg(m_ticket.value()).arg(link.id.value())),
            this, [this, before](const Result<Api::Answer> &answer) {
                if (answer)
                    return;
                m_links = before;
                fill();
                Popups::of(this).error(tr("The link could not be removed"), answer.error());
            });
}

void LinksPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    QWidget::changeEvent(event);
}

} // namespace Deskbell::App
