// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/id.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

namespace Deskbell::App {

class UnsentRow;
struct AppContext;
struct OutboxEntry;

/// What was written to a ticket and has not reached the server: each a row that says what it waits
/// for and lets it be taken back or sent now. Hidden while there is none.
class UnsentStrip : public QWidget
{
    Q_OBJECT

public:
    explicit UnsentStrip(AppContext &context, QWidget *parent = nullptr);

    void setTicket(TicketId ticket);
    /// All of it, whatever ticket it was written to.
    void showAll();
    bool isEmpty() const { return m_rows.isEmpty(); }

Q_SIGNALS:
    /// The person wants to write on at it.
    void takenBack(const QByteArray &key);
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    bool isShown(const OutboxEntry &entry);

    AppContext &m_context;
    TicketId m_ticket;
    bool m_isAll = false;
    QList<UnsentRow *> m_rows;
    QSet<QByteArray> m_known; ///< what has been there for a while
    QTimer m_tick;            ///< while something counts down
    QTimer m_late;            ///< what is answered at once does not flicker
};

} // namespace Deskbell::App
