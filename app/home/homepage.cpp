// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/home/homepage.h"

#include "app/home/draftlist.h"
#include "app/home/requestcard.h"
#include "app/home/requestoffers.h"
#include "app/home/requestrowdelegate.h"
#include "app/home/requestsmodel.h"
#include "app/net/client.h"
#include "app/net/eventstream.h"
#include "app/shell/appcontext.h"
#include "app/shell/mainwindow.h"
#include "app/shell/registry.h"
#include "app/shell/theme.h"
#include "app/tickets/newrequest.h"
#include "app/tickets/newrequestdialog.h"
#include "app/tickets/openticket.h"
#include "app/tickets/ticketcommands.h"
#include "app/tickets/ticketlistmodel.h"
#include "app/tickets/ticketlistview.h"
#include "app/tickets/ticketviews.h"
#include "app/widgets/popups.h"
#include "app/widgets/stateview.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr auto homeId = "home"_L1;
constexpr int offersWidth = 340;

} // namespace

HomePage::HomePage(AppContext &context, MainWindow &window)
    : m_context(context)
    , m_window(window)
    , m_commands(new TicketCommands(context.outbox, context.session, &window))
    , m_model(new TicketListModel(context.client, this))
    , m_ticket(new OpenTicket(context.client, this))
    , m_offers(new RequestOffers(context, this))
    , m_title(new QLabel(this))
    , m_list(new TicketListView(context.clock))
{
    setObjectName(u"homePage"_s);
    m_offers->setMaximumWidth(offersWidth);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_offers, 2);
    layout->addWidget(makeList(), 3);

    connect(m_offers, &RequestOffers::requestWanted, this,
            [this] { askForRequest(m_context, m_window); });
    connect(m_offers, &RequestOffers::categoryChosen, this,
            [this](const Desk &desk, const Category &category) {
                askForRequest(m_context, m_window)->begin(desk, category);
            });
    connect(m_model, &TicketListModel::stateChanged, this, &HomePage::showState);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &HomePage::showState);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &HomePage::showState);
    connect(m_state, &StateView::retryRequested, m_model, &TicketListModel::refresh);
    connect(m_list, &TicketListView::currentRowChanged, this, &HomePage::showCard);
    connect(m_list, &TicketListView::detachRequested, this, [this](const QModelIndex &index) {
        openTicket(m_model->ticketAt(index.row()).number);
    });
    connect(m_ticket, &OpenTicket::changed, this, &HomePage::showCard);
    connect(m_card, &RequestCard::openRequested, this, &HomePage::openTicket);
    m_model->follow(m_commands->changes());
    m_ticket->follow(m_commands->changes());
    connect(&context.events, &EventStream::received, this, &HomePage::eventReceived);
    connect(&context.events, &EventStream::resetRequired, this, [this] {
        m_model->refresh();
        m_ticket->refresh();
        m_offers->load();
    });
    retranslate();
}

QWidget *HomePage::makeList()
{
    auto *requests = new RequestsModel(m_context.clock, this);
    requests->setSourceModel(m_model);
    m_list->setModel(requests);
    m_list->setObjectName(u"requestList"_s);
    m_list->setItemDelegate(new RequestRowDelegate(m_context.clock, m_list));
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_state = new StateView(m_list, this);
    m_title->setFont(Fonts::heading());
    m_title->setContentsMargins(Metrics::margin, Metrics::margin, Metrics::margin, Metrics::gap);
    m_card = new RequestCard(m_context.clock, *m_commands, this); // after the list for Tab, too
    m_card->hide();
    Popups::of(&m_window).keepClear(m_card);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *open = new QShortcut(QKeySequence(key), m_list);
        open->setContext(Qt::WidgetShortcut);
        connect(open, &QShortcut::activated, this, [this] {
            if (m_list->currentIndex().isValid())
                openTicket(m_model->ticketAt(m_list->currentIndex().row()).number);
        });
    }
    auto *drafts = new DraftList(m_context, this);
    connect(drafts, &DraftList::continued, this, [this](const RequestDraft &draft) {
        askForRequest(m_context, m_window)->resume(draft);
    });
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(drafts);
    column->addWidget(m_title);
    column->addWidget(m_state, 1);
    column->addWidget(m_card);
    return side;
}

void HomePage::showEntry(const QString &)
{
    m_offers->load();
    if (!std::exchange(m_begun, true))
        m_model->setFilter({.requester = {.me = true}});
    if (m_list->isVisible())
        m_list->setFocus();
    else
        m_offers->setFocus();
    Q_EMIT keyHintsChanged(tr("Enter open"));
}

void HomePage::showState()
{
    if (m_model->rowCount() > 0) {
        m_state->showContent();
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_list->model()->index(0, 0));
        return;
    }
    m_card->hide();
    switch (m_model->state()) {
    case TicketListModel::State::Loading: m_state->showLoading(); break;
    case TicketListModel::State::Failed:
        m_state->showError(tr("Your requests could not be loaded"), m_model->error());
        break;
    case TicketListModel::State::Ready:
        m_state->showEmpty(tr("You have no requests yet"),
                           tr("Tell us what you need, and follow it here."));
        break;
    }
}

/// At once as the list knows it; with what can be done as soon as the ticket is read.
void HomePage::showCard()
{
    const QModelIndex current = m_list->currentIndex();
    m_card->setVisible(current.isValid());
    if (!current.isValid()) {
        m_ticket->close();
        return;
    }
    const Ticket listed = m_model->ticketAt(current.row());
    if (m_ticket->id() == listed.id) {
        m_card->setTicket(*m_ticket->ticket());
        return;
    }
    m_card->setTicket(listed);
    m_ticket->open(QString::number(listed.id.value()));
}

void HomePage::eventReceived(const Event &event)
{
    if (event.type == EventType::DeskUpdated && isVisible())
        m_offers->load();
    if (!m_begun || !event.ticketId.isValid() || !changesTicket(event.type))
        return;
    if (event.type == EventType::TicketHidden)
        m_model->ticketGone(event.ticketId);
    else
        m_model->ticketChanged(event.ticketId);
    if (event.ticketId == m_ticket->id())
        m_ticket->refresh();
}

/// In the list of one's requests, where it can be read and answered.
void HomePage::openTicket(const QString &number)
{
    m_window.showEntry(requestedEntry);
    m_window.open(u"ticket"_s, number);
}

void HomePage::retranslate()
{
    m_title->setText(tr("My requests"));
    m_list->setAccessibleName(tr("My requests"));
    Q_EMIT keyHintsChanged(tr("Enter open"));
    showState();
}

void HomePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    PageWidget::changeEvent(event);
}

void installHome(Registry &registry)
{
    registry.registerPage(
            homeId, EntrySpec::Section::MyWork,
            [] { return QCoreApplication::translate("HomePage", "Home"); }, u"home"_s,
            holding(Permission::TicketCreate),
            [](AppContext &context, MainWindow &window) -> PageWidget * {
                return new HomePage(context, window);
            });
    registerRequestedView(registry);
}

} // namespace Deskbell::App
