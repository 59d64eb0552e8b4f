// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/actionregistry.h"
#include "app/shell/pagewidget.h"
#include "app/tickets/listlooks.h"
#include "app/tickets/ticketviews.h"
#include "common/events/event.h"
#include "common/tickets/ticket.h"

namespace Deskbell::App {

class BulkOperations;
class FindAssistant;
class ListHeader;
class MainWindow;
class Registry;
class StateView;
class TicketCommands;
class TicketListModel;
class TicketListView;
class TicketPane;
class Triage;
struct AppContext;

/// The heart of the program: the list of the chosen view, and beside it the open ticket. Wires keys
/// and menu actions to the current ticket.
class TicketsPage : public PageWidget
{
    Q_OBJECT

public:
    TicketsPage(AppContext &context, MainWindow &window);

    QWidget *detailPane() override;
    void showEntry(const QString &entryId) override;
    bool open(const QString &kind, const QString &id) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildActions();
    /// `needs`: whoever can never do that does not get it; without one everybody does.
    QAction *addTicketAction(const QString &id, const char *text, const QList<QKeySequence> &keys,
                             std::optional<TicketAction> needs, std::function<void()> run,
                             MenuPlace menu = MenuPlace::Ticket);
    void addOpenTicketAction(const QString &id, const char *text, const QKeySequence &key,
                             TicketAction needs, const std::function<void()> &run,
                             MenuPlace menu = MenuPlace::Ticket);
    void showState();
    void showTitle();
    void showKeyHints();
    void showNothingFound();
    void showFilter(const TicketFilter &filter);
    void filterChosen(const TicketFilter &filter);
    void columnsChosen(const QList<ViewColumn> &columns);
    void saveView();
    void search(const QString &text);
    void searchForWordsAlone();
    void showRequestsOf(const QString &account);
    void eventReceived(const Event &event);
    void currentChanged(const QModelIndex &index);
    /// What is open beside the list, if it is in it.
    void selectOpenOrFirst();
    void detach(const QString &number);
    void withCurrent(const std::function<void(const Ticket &)> &run);
    /// The chosen tickets, or all that the list shows.
    void changeMany();

    AppContext &m_context;
    MainWindow &m_window;
    TicketView m_view;
    QString m_search;
    TicketCommands *m_commands;
    TicketListModel *m_model;
    ListHeader *m_header;
    TicketListView *m_list;
    StateView *m_state;
    TicketPane *m_pane;
    ListLooks m_looks;
    FindAssistant *m_assistant;
    Triage *m_triage;
    BulkOperations *m_bulk;
};

/// Registers the page, its views and its actions.
void installTickets(Registry &registry);

} // namespace Deskbell::App
