// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/links/pickticketdialog.h"
#include "app/timeline/composer.h"
#include "common/base/id.h"
#include "common/events/event.h"

#include <QWidget>

namespace Deskbell {
struct TimelineEntry;
}

namespace Deskbell::App {

class MessageCard;
class Attendance;
class OpenTicket;
class PresenceStrip;
class PropertiesPanel;
class StateView;
class TicketCommands;
class TicketHeader;
class TimelineModel;
class TimelineView;
struct AppContext;

/// One open ticket: head, timeline, properties, composer. In the right pane of the main window or
/// in a window of its own.
class TicketPane : public QWidget
{
    Q_OBJECT

public:
    TicketPane(AppContext &context, TicketCommands &commands, QWidget *parent = nullptr);

    /// By id or number; empty closes what is open.
    void open(const QString &idOrNumber);
    const std::optional<Ticket> &ticket() const;
    /// Nothing is open nor about to be.
    bool isEmpty() const;
    TicketHeader &header() { return *m_header; }
    Composer &composer() { return *m_composer; }

    /// The newest message, from where one reads on by keys.
    void focusTimeline();
    void editTicket();
    void transferTicket();
    void escalateTicket();
    /// Asks for the other ticket.
    void mergeTicket();
    void linkTicket();
    /// Who can see the ticket, and why.
    void showSeers();
    /// Follows the ticket, or does not any more.
    void toggleWatch();
    void setWatch(std::optional<WatchMode> mode);
    void addWatcher();
    /// To where one types what is to be added.
    void addToChecklist();
    void addTime();

Q_SIGNALS:
    /// A link to another ticket was followed.
    void ticketLinkChosen(const QString &number);
    void detachRequested();
    /// Number and title, for window titles.
    void titleChanged(const QString &title);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showTicket();
    void showState();
    void eventReceived(const Event &event);
    void refresh();
    void refreshWork();
    void followLink(const QUrl &url);
    void tellComposer();
    void showEntryMenu(const TimelineEntry &entry, const QPoint &position);
    void editEntry(const TimelineEntry &entry);
    void removeEntry(const TimelineEntry &entry);
    void markSolution(const TimelineEntry &entry);
    void splitOff(const TimelineEntry &entry);
    void pickTicket(PickTicketDialog::Purpose purpose,
                    const std::function<void(const Ticket &, LinkKind)> &then);
    void changeEntry(const TimelineEntry &entry, const QJsonObject &patch, const QString &failed);

    AppContext &m_context;
    TicketCommands &m_commands;
    OpenTicket *m_ticket;
    TimelineModel *m_timeline;
    StateView *m_state;
    TicketHeader *m_header;
    TimelineView *m_timelineView;
    PropertiesPanel *m_properties;
    PresenceStrip *m_presence;
    Attendance *m_attendance;
    Composer *m_composer;
    MessageCard *m_description;
};

} // namespace Deskbell::App
