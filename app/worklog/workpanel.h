// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/call.h"
#include "common/tickets/ticket.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace Deskbell::App {

namespace Api {
struct Request;
}
struct AppContext;

/// A part of the properties of a ticket that is there for those who read its notes: a caption with
/// what it comes to, a list, and below what adds to it. Says that it loads, or what failed. What
/// it is a list of know its subclasses.
class WorkPanel : public QWidget
{
    Q_OBJECT

public:
    /// Reads when it is another ticket than before.
    void setTicket(const Ticket &ticket);
    /// Reads again; what is shown stays until the answer is there.
    void refresh();
    /// To where one types what is to be added, or says why one cannot.
    void beginAdding();

protected:
    /// `name` begins the names of its widgets, `route` is what the server calls its list.
    WorkPanel(AppContext &context, const QString &name, const QString &route, QWidget *parent);

    virtual void load() = 0;
    /// Another ticket is shown: what was read is of no use.
    virtual void forget() = 0;
    virtual void fill() = 0;
    virtual void translate() = 0;
    virtual QWidget *adder() const = 0;
    virtual void removeCurrent() = 0;

    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

    /// Of the list, or of a part of it.
    QString path(qint64 part = 0) const;
    /// The list was read.
    void loaded();
    void failed(const Error &error);
    void setCaption(const QString &caption, const QString &sum);
    /// As high as what is in it, and there only if something is.
    void fitList();

    AppContext &m_context;
    TicketId m_ticket; ///< none while it is nobody's business here
    DeskId m_desk;
    bool m_mayChange = false;
    Api::ScopedCall m_call;
    int m_changes = 0; ///< that were sent; an answer to anything older is out of date
    QListWidget *m_list;
    QVBoxLayout *m_layout;

private:
    enum class State { Loading, Ready, Failed };
    void showState();
    void fitHeight();

    const QString m_route;
    State m_state = State::Loading;
    std::optional<Error> m_error;
    QLabel *m_caption;
    QLabel *m_sum;
    QLabel *m_status;
    QPushButton *m_retry;
};

} // namespace Deskbell::App
