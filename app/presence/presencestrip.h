// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/presence/ticketpresence.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace Deskbell::App {

struct AppContext;

/// Who else is at the ticket: their initials, and in words what they do. Hidden while nobody is.
class PresenceStrip : public QWidget
{
    Q_OBJECT

public:
    explicit PresenceStrip(AppContext &context, QWidget *parent = nullptr);

    void setTicket(TicketId ticket);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fill();

    AppContext &m_context;
    TicketId m_ticket;
    QHBoxLayout *m_avatars;
    QLabel *m_words;
    bool m_isClaimed = false;
};

} // namespace Deskbell::App
