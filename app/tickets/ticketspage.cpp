// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/ticketspage.h"

#include "app/bulk/bulkbar.h"
#include "app/bulk/bulkchangedialog.h"
#include "app/bulk/bulkoperations.h"
#include "app/find/findassistant.h"
#include "app/net/client.h"
#include "app/net/eventstream.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/shell/mainwindow.h"
#include "app/shell/navigationpane.h"
#include "app/shell/registry.h"
#include "app/shell/settings.h"
#include "app/shell/statusarea.h"
#include "app/shell/toolrow.h"
#include "app/shell/windows.h"
#include "app/tickets/listheader.h"
#include "app/tickets/newrequest.h"
#include "app/tickets/savedviews.h"
#include "app/tickets/ticketcommands.h"
#include "app/tickets/ticketheader.h"
#include "app/tickets/ticketlistmodel.h"
#include "app/tickets/ticketlistview.h"
#include "app/tickets/ticketpane.h"
#include "app/tickets/triage.h"
#include "app/tickets/viewcounters.h"
#include "app/widgets/popups.h"
#include "app/widgets/searchfield.h"
#include "app/widgets/stateview.h"
#include "common/base/clock.h"
#include "common/views/viewquery.h"

#include <QCoreApplication>
#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

/// For those who can do that with some ticket; whether the chosen one allows it shows when they
/// try.
Visible able(TicketAction action)
{
    return [action](const Session &session) {
        return mayEver(session.me().grants, action);
    };
}

/// The title of the entry of the views pane.
QString titleOf(const MainWindow &window, const QString &entryId)
{
    for (const EntrySpec &entry : window.entries()) {
        if (entry.id == entryId)
            return entry.title();
    }
    return {};
}

/// What a query says beside its words.
QString fieldsOf(FindQuery query)
{
    query.terms.removeIf([](const FindTerm &term) { return term.field == FindField::Text; });
    return toText(query);
}

} // namespace

TicketsPage::TicketsPage(AppContext &context, MainWindow &window)
    : m_context(context)
    , m_window(window)
    , m_commands(new TicketCommands(context.outbox, context.session, &window))
    , m_model(new TicketListModel(context.client, this))
    , m_header(new ListHeader(this))
    , m_list(new TicketListView(context.clock))
    , m_state(new StateView(m_list, this))
    , m_pane(new TicketPane(context, *m_commands))
    , m_looks(context.settings, SavedViews::of(window))
    , m_assistant(new FindAssistant(context, window.toolRow().search()))
    , m_triage(new Triage(context, *m_list, *m_model, *m_pane, *m_commands))
    , m_bulk(new BulkOperations(context, &window))
{
    setObjectName(u"ticketsPage"_s);
    m_model->showPresence(context.presence);
    m_list->setModel(m_model);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_state, 1);

    connect(m_header, &ListHeader::filterChosen, this, &TicketsPage::filterChosen);
    connect(m_header, &ListHeader::saveRequested, this, &TicketsPage::saveView);
    connect(m_header, &ListHeader::columnsChosen, this, &TicketsPage::columnsChosen);
    connect(&SavedViews::of(window), &SavedViews::changed, this, &TicketsPage::showTitle);
    connect(&SavedViews::of(window), &SavedViews::saved, this,
            [this](const QString &entry) { m_window.showEntry(entry); });
    connect(m_model, &TicketListModel::totalChanged, m_header, &ListHeader::setTotal);
    connect(m_model, &TicketListModel::stateChanged, this, &TicketsPage::showState);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &TicketsPage::showState);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &TicketsPage::showState);
    connect(m_state, &StateView::retryRequested, m_model, &TicketListModel::refresh);
    connect(m_state, &StateView::actionRequested, this, [this] {
        if (m_search.isEmpty())
            askForRequest(m_context, m_window);
        else
            searchForWordsAlone();
    });
    connect(m_list, &TicketListView::currentRowChanged, this, &TicketsPage::currentChanged);
    connect(m_list, &TicketListView::detachRequested, this,
            [this](const QModelIndex &index) { detach(m_model->ticketAt(index.row()).number); });
    connect(m_list, &TicketListView::orderChosen, m_header, &ListHeader::chooseOrder);
    connect(m_list, &TicketListView::columnsChanged, this,
            [this](const QList<ViewColumn> &columns) {
                m_header->setColumns(columns);
                m_looks.keepColumns(m_view.entry, columns);
            });
    connect(m_pane, &TicketPane::ticketLinkChosen, m_pane, &TicketPane::open);
    connect(m_pane, &TicketPane::titleChanged, this, &TicketsPage::showState);
    connect(m_pane, &TicketPane::detachRequested, this, [this] {
        if (const auto &ticket = m_pane->ticket())
            detach(ticket->number);
    });
    m_model->follow(m_commands->changes());
    m_commands->setBulk(m_bulk);
    window.statusArea().addWidget(new BulkBar(context, *m_bulk));
    connect(m_bulk, &BulkOperations::ticketChosen, this,
            [this](const QString &number) { m_window.open(u"ticket"_s, number); });
    connect(m_list, &TicketListView::chosenChanged, this, &TicketsPage::showKeyHints);
    connect(m_list, &TicketListView::undoRequested, m_commands, qOverload<>(&TicketCommands::undo));
    connect(m_commands, &TicketCommands::pendingChanged, this,
            [this](int pending) { m_window.statusArea().setPending(pending); });
    connect(&context.events, &EventStream::received, this, &TicketsPage::eventReceived);
    connect(&context.events, &EventStream::resetRequired, m_model, &TicketListModel::refresh);
    connect(&window.toolRow().search(), &SearchField::searchChanged, this, &TicketsPage::search);
    connect(&context.settings, &Settings::changed, this, [this](const QByteArray &key) {
        if (key == Keys::singleKeys.key)
            showKeyHints();
    });
    buildActions();
}

QWidget *TicketsPage::detailPane()
{
    return m_pane;
}

void TicketsPage::buildActions()
{
    addTicketAction(u"ticket.next"_s, QT_TR_NOOP("&Next ticket"), {Qt::Key_J}, {},
                    [this] { m_list->step(1); });
    addTicketAction(u"ticket.previous"_s, QT_TR_NOOP("P&revious ticket"), {Qt::Key_K}, {},
                    [this] { m_list->step(-1); });
    addTicketAction(u"ticket.open"_s, QT_TR_NOOP("Go to the tic&ket"),
                    {Qt::Key_Return, Qt::Key_Enter}, {}, [this] { m_pane->focusTimeline(); });
    addTicketAction(u"ticket.detach"_s, QT_TR_NOOP("Open in a &window of its own"),
                    {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter}, {}, [this] {
                        withCurrent([this](const Ticket &ticket) { detach(ticket.number); });
                    });
    addTicketAction(u"ticket.mark"_s, QT_TR_NOOP("Sele&ct or unselect"), {Qt::Key_X}, {},
                    [this] { m_list->toggleMark(); });
    addTicketAction(u"ticket.take"_s, QT_TR_NOOP("&Take"), {Qt::Key_A}, TicketAction::Take,
                    [this] { m_triage->take(); });
    addTicketAction(u"ticket.assign"_s, QT_TR_NOOP("&Assign…"), {Qt::SHIFT | Qt::Key_A},
                    TicketAction::Assign, [this] { m_triage->assign(); });
    addTicketAction(u"ticket.status"_s, QT_TR_NOOP("&Status…"), {Qt::Key_S},
                    TicketAction::ChangeStatus, [this] { m_triage->changeStatus(); });
    addTicketAction(u"ticket.priority"_s, QT_TR_NOOP("&Priority…"), {Qt::Key_P},
                    TicketAction::EditPriority, [this] { m_triage->setPriority(); });
    addTicketAction(u"ticket.tags"_s, QT_TR_NOOP("Ta&gs…"), {Qt::Key_T}, TicketAction::EditAll,
                    [this] { m_triage->changeTags(); });
    addOpenTicketAction(u"ticket.reply"_s, QT_TR_NOOP("R&eply"), Qt::Key_R, TicketAction::Reply,
                        [this] { m_pane->composer().begin(Composer::Mode::Reply); });
    addOpenTicketAction(u"ticket.note"_s, QT_TR_NOOP("Internal n&ote"), Qt::Key_N,
                        TicketAction::Note,
                        [this] { m_pane->composer().begin(Composer::Mode::Note); });
    QAction *canned = addTicketAction(
            u"ticket.canned"_s, QT_TR_NOOP("Canned reply or macro…"), {Qt::Key_C}, {},
            [this] {
                m_triage->withOpen(TicketAction::Reply,
                                   [this] { m_pane->composer().offerCanned(); });
            },
            MenuPlace::None);
    showTo(canned, m_context.session,
           [](const Session &session) { return usesCannedReplies(session.me().grants); });
    addTicketAction(u"ticket.resolve"_s, QT_TR_NOOP("Resol&ve or close"), {Qt::Key_E},
                    TicketAction::ChangeStatus, [this] { m_triage->finish(); });
    addTicketAction(
            u"ticket.watch"_s, QT_TR_NOOP("&Watch"), {Qt::Key_W}, {},
            [this] { m_pane->toggleWatch(); }, MenuPlace::None);
    addOpenTicketAction(u"ticket.edit"_s, QT_TR_NOOP("Ed&it…"), Qt::Key_F2, TicketAction::Edit,
                        [this] { m_pane->editTicket(); });
    addOpenTicketAction(u"ticket.transfer"_s, QT_TR_NOOP("Trans&fer…"), Qt::SHIFT | Qt::Key_T,
                        TicketAction::Transfer, [this] { m_pane->transferTicket(); });
    addOpenTicketAction(u"ticket.escalate"_s, QT_TR_NOOP("Esca&late…"), Qt::SHIFT | Qt::Key_E,
                        TicketAction::Escalate, [this] { m_pane->escalateTicket(); });
    addOpenTicketAction(
            u"ticket.merge"_s, QT_TR_NOOP("Merge…"), Qt::Key_M, TicketAction::Merge,
            [this] { m_pane->mergeTicket(); }, MenuPlace::None);
    addOpenTicketAction(
            u"ticket.link"_s, QT_TR_NOOP("Link…"), Qt::SHIFT | Qt::Key_L, TicketAction::EditAll,
            [this] { m_pane->linkTicket(); }, MenuPlace::None);
    addOpenTicketAction(
            u"ticket.checklist"_s, QT_TR_NOOP("Add to the checklist"), Qt::SHIFT | Qt::Key_C,
            TicketAction::Note, [this] { m_pane->addToChecklist(); }, MenuPlace::None);
    addOpenTicketAction(
            u"ticket.time"_s, QT_TR_NOOP("Add time spent"), Qt::Key_D, TicketAction::Note,
            [this] { m_pane->addTime(); }, MenuPlace::None);
    addTicketAction(u"ticket.delete"_s, QT_TR_NOOP("&Delete…"), {QKeySequence::Delete},
                    TicketAction::Delete, [this] { m_triage->remove(); });
    addTicketAction(u"ticket.undo"_s, QT_TR_NOOP("&Undo"), {Qt::Key_Z}, {},
                    [this] { m_commands->undo(); });
    QAction *many = addTicketAction(u"ticket.changeMany"_s, QT_TR_NOOP("Change man&y…"),
                                    {Qt::SHIFT | Qt::Key_X}, {}, [this] { changeMany(); });
    showTo(many, m_context.session, holding(Permission::TicketBulk));
    addTicketAction(u"ticket.search"_s, QT_TR_NOOP("Searc&h"), {Qt::Key_Slash}, {},
                    [this] { m_window.toolRow().search().setFocus(Qt::ShortcutFocusReason); });
    // The composer knows this key by itself; the menu and the sheet of keys show it.
    QAction *send = m_window.actions().add({.id = u"ticket.send"_s,
                                            .text = [] { return tr("Send &message"); },
                                            .shortcuts = {QKeySequence(Qt::CTRL | Qt::Key_Return)},
                                            .menu = MenuPlace::Ticket,
                                            .section = 1,
                                            .context = Qt::WidgetWithChildrenShortcut},
                                           this, [this] { m_pane->composer().send(); });
    m_pane->composer().addAction(send);
    showTo(send, m_context.session, able(TicketAction::Reply));
}

/// Single keys work while the list has the focus; the menu shows them all the same.
QAction *TicketsPage::addTicketAction(const QString &id, const char *text,
                                      const QList<QKeySequence> &keys,
                                      std::optional<TicketAction> needs, std::function<void()> run,
                                      MenuPlace menu)
{
    QAction *action = m_window.actions().add({.id = id,
                                              .text = [text] { return tr(text); },
                                              .shortcuts = keys,
                                              .menu = menu,
                                              .context = Qt::WidgetShortcut},
                                             this, std::move(run));
    m_list->addAction(action);
    if (needs)
        showTo(action, m_context.session, able(*needs));
    return action;
}

/// For what is done in the open ticket: where it does not allow that, the key says why.
void TicketsPage::addOpenTicketAction(const QString &id, const char *text, const QKeySequence &key,
                                      TicketAction needs, const std::function<void()> &run,
                                      MenuPlace menu)
{
    addTicketAction(
            id, text, {key}, needs, [this, needs, run] { m_triage->withOpen(needs, run); }, menu);
}

void TicketsPage::changeMany()
{
    if (m_model->rowCount() == 0)
        return;
    BulkChangeDialog::Target target{.ways = m_triage->knownWays()};
    const QList<int> rows = m_list->chosenRows();
    target.desk = m_model->ticketAt(rows.value(0)).desk.id;
    if (rows.size() > 1) {
        for (const int row : rows)
            target.request.ids.append(m_model->ticketAt(row).id);
        target.count = rows.size();
    } else {
        TicketFilter filter = m_model->filter();
        filter.page = {};
        target.request.filter = QString::fromUtf8(formatQuery(toQuery(filter)));
        target.count = m_model->total();
    }
    auto *dialog = new BulkChangeDialog(m_context, *m_bulk, target, this);
    connect(dialog, &BulkChangeDialog::begun, m_list, &TicketListView::clearMarks);
    dialog->open();
}

void TicketsPage::showEntry(const QString &entryId)
{
    if (const SavedView *saved = SavedViews::of(m_window).viewOf(entryId))
        m_view = {.entry = entryId, .filter = filterOf(*saved)};
    else
        m_view = standardView(entryId, m_context.clock.now());
    m_search.clear();
    {
        const QSignalBlocker blocker(m_window.toolRow().search());
        m_window.toolRow().search().clear();
        m_window.toolRow().search().clearFault();
    }
    const ListLook look = m_looks.of(m_view.entry, m_view.filter);
    m_view.filter.sort = look.order.sort;
    m_view.filter.order = look.order.order;
    m_header->setColumns(look.columns);
    m_list->setColumns(look.columns);
    showTitle();
    showFilter(m_view.filter);
    m_header->setSavable(false);
    m_list->setFocus();
    showKeyHints();
}

/// Shows these tickets, with a line about why where words were looked for.
void TicketsPage::showFilter(const TicketFilter &filter)
{
    m_header->setFilter(filter);
    m_list->showOrder({.sort = filter.sort, .order = filter.order});
    m_list->setShowsMatches(parseFind(filter.search).query.hasWords());
    m_model->setFilter(filter);
}

void TicketsPage::filterChosen(const TicketFilter &filter)
{
    m_model->setFilter(filter);
    m_list->showOrder({.sort = filter.sort, .order = filter.order});
    if (m_search.isEmpty())
        m_looks.keepOrder(m_view.entry, {.sort = filter.sort, .order = filter.order});
    TicketFilter unsorted = filter;
    unsorted.sort = m_view.filter.sort;
    unsorted.order = m_view.filter.order;
    m_header->setSavable(!m_search.isEmpty() || unsorted != m_view.filter);
}

void TicketsPage::columnsChosen(const QList<ViewColumn> &columns)
{
    m_list->setColumns(columns);
    m_looks.keepColumns(m_view.entry, columns);
}

void TicketsPage::saveView()
{
    const TicketFilter &filter = m_header->filter();
    SavedViews::of(m_window).askToSave({.q = viewQueryOf(filter, m_context.clock.now()),
                                        .order = {.sort = filter.sort, .order = filter.order},
                                        .columns = m_list->columns()});
}

void TicketsPage::showKeyHints()
{
    const int chosen = int(m_list->chosenRows().size());
    if (!m_context.settings.value(Keys::singleKeys))
        Q_EMIT keyHintsChanged({});
    else if (chosen > 1)
        Q_EMIT keyHintsChanged(tr("%n selected", nullptr, chosen)
                               + tr(" · A take · S status · E resolve · Esc none"));
    else if (isStaff(m_context.session))
        Q_EMIT keyHintsChanged(tr("J/K move · A take · R reply · N note · E resolve"));
    else
        Q_EMIT keyHintsChanged(tr("J/K move · R reply · E close"));
}

void TicketsPage::showTitle()
{
    m_header->setTitle(m_search.isEmpty() ? titleOf(m_window, m_view.entry) : tr("Search"));
}

void TicketsPage::search(const QString &text)
{
    const auto query = m_assistant->check();
    // What cannot be read yet is not asked; what was found last stays.
    if (!query)
        return;
    m_search = text.trimmed();
    TicketFilter filter = m_view.filter;
    if (!m_search.isEmpty()) {
        filter = {.search = m_search.left(maxSearchLength)};
        if (query->hasWords())
            filter.sort = TicketSort::Relevance;
    }
    showTitle();
    showFilter(filter);
    m_header->setSavable(!m_search.isEmpty());
}

/// Without what the words were narrowed down by.
void TicketsPage::searchForWordsAlone()
{
    FindQuery query = parseFind(m_search).query;
    query.terms.removeIf([](const FindTerm &term) { return term.field != FindField::Text; });
    SearchField &field = m_window.toolRow().search();
    field.setText(toText(query));
    field.announceNow();
}

/// Everything that somebody has asked for.
void TicketsPage::showRequestsOf(const QString &account)
{
    m_window.showEntry(u"tickets.all"_s);
    TicketFilter filter = m_view.filter;
    filter.requester.ids = {AccountId(account.toLongLong())};
    m_header->setFilter(filter);
    m_model->setFilter(filter);
}

bool TicketsPage::open(const QString &kind, const QString &id)
{
    if (kind == "requester"_L1) {
        showRequestsOf(id);
        return true;
    }
    if (kind != "ticket"_L1)
        return false;
    // The first that is seen of the page: beside the ticket stands a list all the same.
    if (m_view.entry.isEmpty())
        m_window.showEntry(isStaff(m_context.session) ? standardTicketViews({}).first().entry
                                                      : requestedEntry);
    m_pane->open(id);
    return true;
}

void TicketsPage::showState()
{
    if (m_model->rowCount() > 0) {
        m_state->showContent();
        if (!m_list->currentIndex().isValid())
            selectOpenOrFirst();
        return;
    }
    switch (m_model->state()) {
    case TicketListModel::State::Loading: m_state->showLoading(); break;
    case TicketListModel::State::Failed:
        m_state->showError(tr("The tickets could not be loaded"), m_model->error());
        break;
    case TicketListModel::State::Ready:
        if (!m_search.isEmpty())
            showNothingFound();
        else if (m_header->filter() != m_view.filter || m_view.forStaff)
            m_state->showEmpty(tr("Nothing here"),
                               tr("No ticket belongs to this view at the moment."));
        else
            m_state->showEmpty(tr("You have no requests yet"),
                               tr("Tell us what you need, and follow it here."), tr("New request"));
        break;
    }
}

/// Says what one can do: drop what narrows the search, or write it otherwise.
void TicketsPage::showNothingFound()
{
    const FindQuery query = parseFind(m_search).query;
    const bool isNarrowed
            = std::any_of(query.terms.cbegin(), query.terms.cend(),
                          [](const FindTerm &term) { return term.field != FindField::Text; });
    const QString advice
            = query.hasWords() && isNarrowed
                      ? tr("Perhaps it is among what “%1” leaves out.").arg(fieldsOf(query))
              : query.hasWords()
                      ? tr("Try fewer words, or the beginning of one with a * behind it.")
                      : tr("Try other values, or fewer of them.");
    m_state->showEmpty(
            tr("Nothing found"), tr("No ticket matches “%1”.").arg(m_search) + u' ' + advice,
            query.hasWords() && isNarrowed ? tr("Search for the words alone") : QString(),
            u"search"_s);
}

void TicketsPage::selectOpenOrFirst()
{
    const auto &open = m_pane->ticket();
    const int row = open ? m_model->rowOf(open->id) : m_pane->isEmpty() ? 0 : -1;
    if (row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
}

void TicketsPage::currentChanged(const QModelIndex &index)
{
    if (index.isValid())
        m_pane->open(QString::number(m_model->ticketAt(index.row()).id.value()));
}

void TicketsPage::eventReceived(const Event &event)
{
    if (!event.ticketId.isValid() || !changesTicket(event.type))
        return;
    if (event.type == EventType::TicketHidden)
        m_model->ticketGone(event.ticketId);
    else
        m_model->ticketChanged(event.ticketId);
}

void TicketsPage::withCurrent(const std::function<void(const Ticket &)> &run)
{
    const QModelIndex current = m_list->currentIndex();
    if (current.isValid())
        run(m_model->ticketAt(current.row()));
}

void TicketsPage::detach(const QString &number)
{
    const QString key = u"ticket/"_s + number;
    if (m_context.windows.raiseDetached(key))
        return;
    auto *pane = new TicketPane(m_context, *m_commands);
    pane->resize(900, 700);
    pane->open(number);
    connect(pane, &TicketPane::ticketLinkChosen, this, &TicketsPage::detach);
    m_context.windows.openDetached(key, number, pane);
}

void TicketsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        showTitle();
        showState();
        showKeyHints();
    }
    PageWidget::changeEvent(event);
}

void installTickets(Registry &registry)
{
    registry.registerPage({.id = ticketsPageId,
                           .create = [](AppContext &context, MainWindow &window) -> PageWidget * {
                               return new TicketsPage(context, window);
                           }});
    registerTicketViews(registry);
    registry.onWindow([](AppContext &context, MainWindow &window) {
        auto *views = new SavedViews(window);
        auto *counters = new ViewCounters(context.client, context.session, context.clock,
                                          window.navigation(), &window);
        QObject::connect(&context.events, &EventStream::received, counters,
                         [counters](const Event &event) {
                             if (event.ticketId.isValid() && changesTicket(event.type))
                                 counters->refreshSoon();
                         });
        QObject::connect(&context.events, &EventStream::resetRequired, counters,
                         &ViewCounters::refreshSoon);
        QObject::connect(views, &SavedViews::changed, counters, &ViewCounters::refreshSoon);
        counters->refreshSoon();
        QAction *action = window.actions().add(
                {.id = u"ticket.new"_s,
                 .text = [] { return QCoreApplication::translate("TicketsPage", "&New ticket"); },
                 .shortcuts = {QKeySequence(QKeySequence::New)},
                 .menu = MenuPlace::File,
                 .icon = u"plus"_s},
                &window, [&context, &window] { askForRequest(context, window); });
        showTo(action, context.session, holding(Permission::TicketCreate));
        window.toolRow().setMainAction(action);
    });
}

} // namespace Deskbell::App
