// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/call.h"
#include "common/links/ticketlink.h"
#include "common/tickets/ticket.h"

#include <QWidget>

class QVBoxLayout;

namespace Deskbell::App {

struct AppContext;

/// The tickets that a ticket has to do with. Hidden while there are none.
class LinksPanel : public QWidget
{
    Q_OBJECT

public:
    explicit LinksPanel(AppContext &context, QWidget *parent = nullptr);

    void setTicket(const Ticket &ticket);
    void refresh();

Q_SIGNALS:
    void ticketChosen(const QString &number);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void addLink(const TicketLink &link);
    void remove(const TicketLink &link);

    AppContext &m_context;
    TicketId m_ticket;
    int m_version = 0;
    bool m_mayChange = false;
    QList<TicketLink> m_links;
    QVBoxLayout *m_layout;
    Api::ScopedCall m_call;
};

} // namespace Deskbell::App
