// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/pagewidget.h"
#include "common/events/event.h"

class QLabel;

namespace Deskbell::App {

class MainWindow;
class OpenTicket;
class Registry;
class RequestCard;
class RequestOffers;
class StateView;
class TicketCommands;
class TicketListModel;
class TicketListView;
struct AppContext;

/// Where somebody begins who wants something: what they can ask for, their requests in plain words,
/// newest first, and what they can do with the chosen one.
class HomePage : public PageWidget
{
    Q_OBJECT

public:
    HomePage(AppContext &context, MainWindow &window);

    void showEntry(const QString &entryId) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeList();
    void showState();
    void showCard();
    void selectFirst();
    void eventReceived(const Event &event);
    void openTicket(const QString &number);
    void retranslate();

    AppContext &m_context;
    MainWindow &m_window;
    TicketCommands *m_commands;
    TicketListModel *m_model;
    OpenTicket *m_ticket; ///< the chosen one, as a whole
    RequestOffers *m_offers;
    QLabel *m_title;
    TicketListView *m_list;
    StateView *m_state;
    RequestCard *m_card;
    bool m_begun = false;
};

/// Registers the page, and after it the list of one's requests.
void installHome(Registry &registry);

} // namespace Deskbell::App
