// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/ticketpane.h"

#include "app/access/seersdialog.h"
#include "app/accounts/people.h"
#include "app/approvals/approvalpanel.h"
#include "app/canned/macro.h"
#include "app/links/linkspanel.h"
#include "app/net/client.h"
#include "app/net/eventstream.h"
#include "app/net/session.h"
#include "app/notifications/notificationcenter.h"
#include "app/presence/attendance.h"
#include "app/presence/presencestrip.h"
#include "app/shell/appcontext.h"
#include "app/shell/theme.h"
#include "app/tickets/editticketdialog.h"
#include "app/tickets/openticket.h"
#include "app/tickets/propertiespanel.h"
#include "app/tickets/ticketcommands.h"
#include "app/tickets/ticketheader.h"
#include "app/tickets/transferdialog.h"
#include "app/timeline/editmessagedialog.h"
#include "app/timeline/messagecard.h"
#include "app/timeline/timelinemodel.h"
#include "app/timeline/timelineview.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/popups.h"
#include "app/widgets/stateview.h"
#include "common/access/ticketactions.h"
#include "common/tickets/ticketnumber.h"
#include "common/timeline/replydraft.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

/// The description, shown as the first message of the conversation.
TimelineEntry descriptionOf(const Ticket &ticket)
{
    return {.ticketId = ticket.id,
            .kind = TimelineKind::Reply,
            .author = ticket.requester,
            .message = ticket.description,
            .createdAt = ticket.createdAt};
}

} // namespace

TicketPane::TicketPane(AppContext &context, TicketCommands &commands, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_commands(commands)
    , m_ticket(new OpenTicket(context.client, this))
    , m_timeline(new TimelineModel(context.client, this))
{
    setObjectName(u"ticketPane"_s);
    auto *content = new QWidget;
    m_state = new StateView(content, this);
    m_header = new TicketHeader(context, commands, content);
    m_timelineView = new TimelineView(context, *m_timeline, content);
    m_properties = new PropertiesPanel(context, content);
    m_presence = new PresenceStrip(context, content);
    m_attendance = new Attendance(context, this);
    m_composer = new Composer(context, content);
    m_description = new MessageCard(context, {}, this);
    m_timelineView->setHead(m_description);

    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_timelineView, 1);
    middle->addWidget(m_properties);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_presence);
    layout->addLayout(middle, 1);
    layout->addWidget(m_composer);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_state);

    connect(m_ticket, &OpenTicket::changed, this, &TicketPane::showTicket);
    connect(m_ticket, &OpenTicket::stateChanged, this, &TicketPane::showState);
    connect(m_ticket, &OpenTicket::gone, this, &TicketPane::showState);
    connect(m_state, &StateView::retryRequested, m_ticket, &OpenTicket::refresh);
    connect(m_header, &TicketHeader::editRequested, this, &TicketPane::editTicket);
    connect(m_header, &TicketHeader::transferRequested, this, &TicketPane::transferTicket);
    connect(m_header, &TicketHeader::escalateRequested, this, &TicketPane::escalateTicket);
    connect(m_header, &TicketHeader::mergeRequested, this, &TicketPane::mergeTicket);
    connect(m_header, &TicketHeader::linkRequested, this, &TicketPane::linkTicket);
    connect(&m_properties->links(), &LinksPanel::ticketChosen, this, &TicketPane::ticketLinkChosen);
    connect(m_header, &TicketHeader::seersRequested, this, &TicketPane::showSeers);
    connect(m_header, &TicketHeader::detachRequested, this, &TicketPane::detachRequested);
    m_ticket->follow(m_commands.changes());
    connect(&m_commands.changes(), &PendingChanges::ended, this, [this](TicketId id) {
        if (id != m_ticket->id())
            return;
        m_timeline->refresh();
        m_properties->approvals().refresh();
        m_properties->links().refresh();
    });
    connect(&m_properties->approvals(), &ApprovalPanel::changed, this, [this] {
        m_ticket->refresh();
        m_timeline->refresh();
    });
    connect(m_composer, &Composer::typed, m_attendance, &Attendance::typed);
    connect(m_attendance, &Attendance::lookedAt, &context.notifications,
            &NotificationCenter::markRead);
    connect(m_timeline, &QAbstractItemModel::rowsInserted, this, &TicketPane::tellComposer);
    connect(m_timeline, &TimelineModel::stateChanged, this, &TicketPane::tellComposer);
    connect(m_header, &TicketHeader::watchRequested, this, &TicketPane::setWatch);
    connect(m_header, &TicketHeader::watcherRequested, this, &TicketPane::addWatcher);
    connect(m_composer, &Composer::queued, &m_commands,
            qOverload<const QString &, const std::function<void()> &>(&TicketCommands::remember));
    connect(m_composer, &Composer::macroChosen, this, [this](const CannedReply &macro) {
        if (const auto &ticket = m_ticket->ticket())
            runMacro(macro, *ticket, m_commands, m_context.session, this);
    });
    connect(m_composer, &Composer::sent, this, [this](TicketId id) {
        if (id == m_ticket->id())
            m_attendance->stopAnswering();
        if (id == m_ticket->id()) {
            m_timeline->refresh();
            m_ticket->refresh();
            m_timelineView->scrollToEnd();
        }
    });
    connect(m_timelineView, &TimelineView::linkChosen, this, &TicketPane::followLink);
    connect(m_description, &MessageCard::linkChosen, this, &TicketPane::followLink);
    connect(m_timelineView, &TimelineView::entryMenuRequested, this, &TicketPane::showEntryMenu);
    connect(&context.events, &EventStream::received, this, &TicketPane::eventReceived);
    connect(&context.events, &EventStream::resetRequired, this, [this] {
        refresh();
        refreshWork();
    });
    showState();
}

const std::optional<Ticket> &TicketPane::ticket() const
{
    return m_ticket->ticket();
}

bool TicketPane::isEmpty() const
{
    return m_ticket->state() == OpenTicket::State::None;
}

void TicketPane::open(const QString &idOrNumber)
{
    if (idOrNumber.isEmpty())
        m_ticket->close();
    else
        m_ticket->open(idOrNumber);
}

void TicketPane::showState()
{
    switch (m_ticket->state()) {
    case OpenTicket::State::None:
        m_timeline->setTicket({});
        m_composer->setTicket({});
        m_attendance->setTicket({});
        m_presence->setTicket({});
        m_state->showEmpty(tr("No ticket is open"), tr("Choose one from the list."), {},
                           u"ticket"_s);
        break;
    case OpenTicket::State::Loading: m_state->showLoading(); break;
    case OpenTicket::State::Failed:
        m_state->showError(tr("The ticket could not be opened"), m_ticket->error());
        break;
    case OpenTicket::State::Ready: m_state->showContent(); break;
    }
}

void TicketPane::showTicket()
{
    const Ticket &ticket = *m_ticket->ticket();
    m_header->setTicket(ticket);
    m_properties->setTicket(ticket);
    m_composer->setTicket(ticket);
    m_attendance->setTicket(ticket);
    m_presence->setTicket(ticket.id);
    const QList<TicketAction> actions
            = ticket.details ? ticket.details->allowedActions : QList<TicketAction>();
    m_timelineView->setTakesReactions(actions.contains(TicketAction::Reply)
                                      || actions.contains(TicketAction::Note));
    m_description->setEntry(descriptionOf(ticket));
    m_description->setVisible(!ticket.description.isEmpty());
    m_timeline->setTicket(ticket.id);
    Q_EMIT titleChanged(ticket.number + u' ' + ticket.title);
}

void TicketPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showState();
    QWidget::changeEvent(event);
}

void TicketPane::eventReceived(const Event &event)
{
    if (!event.ticketId.isValid() || event.ticketId != m_ticket->id())
        return;
    if (changesTicket(event.type))
        refresh();
    else if (event.type == EventType::ReactionChanged)
        m_timeline->refresh();
    else if (event.type == EventType::ChecklistChanged || event.type == EventType::TimeSpentChanged)
        refreshWork();
}

void TicketPane::refresh()
{
    m_ticket->refresh();
    m_timeline->refresh();
    m_properties->approvals().refresh();
}

/// Checklist and time are no part of the ticket; its timeline tells of them.
void TicketPane::refreshWork()
{
    m_timeline->refresh();
    m_properties->checklist().refresh();
    m_properties->timeSpent().refresh();
}

void TicketPane::addToChecklist()
{
    m_properties->checklist().beginAdding();
}

void TicketPane::addTime()
{
    m_properties->timeSpent().beginAdding();
}

/// The newest message of somebody, for what came since one began to write.
void TicketPane::tellComposer()
{
    if (m_timeline->state() != TimelineModel::State::Ready)
        return;
    for (int row = m_timeline->rowCount() - 1; row >= 0; --row) {
        const TimelineEntry &entry = m_timeline->entryAt(row);
        if (entry.kind != TimelineKind::Event)
            return m_composer->setNewest(entry);
    }
    m_composer->setNewest({.ticketId = m_timeline->ticket()});
}

void TicketPane::toggleWatch()
{
    if (const auto &ticket = m_ticket->ticket(); ticket && ticket->details)
        setWatch(ticket->details->watching ? std::nullopt : std::optional(WatchMode::All));
}

void TicketPane::setWatch(std::optional<WatchMode> mode)
{
    const auto &ticket = m_ticket->ticket();
    if (!ticket)
        return;
    const QString path = u"/tickets/%1/watchers/me"_s.arg(ticket->id.value());
    const Api::Request request = mode ? Api::Request::put(path, toJson(WatchRequest{.mode = *mode}))
                                      : Api::Request::remove(path);
    PendingChanges &changes = m_commands.changes();
    const auto number = changes.begin(ticket->id, [mode](Ticket &changed) {
        if (changed.details)
            changed.details->watching = mode;
    });
    m_context.client.send(request, this, [this, mode, number](const Result<Api::Answer> &answer) {
        if (answer)
            m_commands.changes().confirm(number);
        else
            m_commands.changes().refuse(number);
        if (!answer)
            Popups::of(this).error(tr("Whether you follow the ticket could not be stored"),
                                   answer.error());
        else if (!mode)
            Popups::of(this).info(tr("You do not follow the ticket any more"));
        else if (*mode == WatchMode::Muted)
            Popups::of(this).info(tr("You hear nothing of the ticket any more"));
        else
            Popups::of(this).info(tr("You follow the ticket"));
    });
}

void TicketPane::addWatcher()
{
    const auto &ticket = m_ticket->ticket();
    if (!ticket)
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"watcherMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillWithPeople(menu, m_context, {}, [this, id = ticket->id](const PersonRef &person) {
        const QString path = u"/tickets/%1/watchers/%2"_s.arg(id.value()).arg(person.id.value());
        m_context.client.send(
                Api::Request::put(path, toJson(WatchRequest{})), this,
                [this, person](const Result<Api::Answer> &answer) {
                    if (answer)
                        Popups::of(this).info(
                                tr("%1 follows the ticket now").arg(person.displayName));
                    else
                        Popups::of(this).error(tr("%1 could not be added").arg(person.displayName),
                                               answer.error());
                });
    });
    menu->popup(m_header->mapToGlobal(QPoint(m_header->width() / 3, m_header->height())));
}

void TicketPane::followLink(const QUrl &url)
{
    if (url.scheme() != "deskbell"_L1)
        return; // the view itself has opened it
    const QString number = url.fileName();
    if (ticketNumberFromText(number))
        Q_EMIT ticketLinkChosen(number);
}

void TicketPane::showEntryMenu(const TimelineEntry &entry, const QPoint &position)
{
    const auto &ticket = m_ticket->ticket();
    if (!ticket || entry.deletedAt.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Quote"), this, [this, entry] { m_composer->quote(entry.message); });
    menu->addAction(tr("Copy text"), this,
                    [entry] { QGuiApplication::clipboard()->setText(entry.message); });
    const Me &me = m_context.session.me();
    const ReplyRelation relation{.author = entry.author && entry.author->id == me.account.id,
                                 .internal = entry.isInternal};
    if (!entry.isInternal && !entry.isSolution
        && me.grants.holds(Permission::TicketReply, ticket->desk.id))
        menu->addAction(tr("Mark as the solution"), this, [this, entry] { markSolution(entry); });
    if (ticket->details && ticket->details->allowedActions.contains(TicketAction::Merge))
        menu->addAction(tr("Split off into a ticket…"), this, [this, entry] { splitOff(entry); });
    if (mayEditReply(me.grants, ticket->desk.id, relation))
        menu->addAction(tr("Edit…"), this, [this, entry] { editEntry(entry); });
    if (mayDeleteReply(me.grants, ticket->desk.id, relation))
        menu->addAction(tr("Delete…"), this, [this, entry] { removeEntry(entry); });
    menu->popup(position);
}

void TicketPane::changeEntry(const TimelineEntry &entry, const QJsonObject &patch,
                             const QString &failed)
{
    Api::Request request = Api::Request::patch(
            u"/tickets/%1/replies/%2"_s.arg(entry.ticketId.value()).arg(entry.id.value()), patch);
    request.ifVersion(entry.version);
    m_context.client.send(request, this, [this, failed](const Result<Api::Answer> &answer) {
        m_timeline->refresh();
        if (!answer)
            Popups::of(this).error(failed, answer.error());
    });
}

void TicketPane::markSolution(const TimelineEntry &entry)
{
    changeEntry(entry, toJson(ReplyPatch{.isSolution = true}),
                tr("The reply could not be marked as the solution"));
}

void TicketPane::editEntry(const TimelineEntry &entry)
{
    auto *dialog = new EditMessageDialog(entry, this);
    connect(dialog, &EditMessageDialog::messageAccepted, this,
            [this, entry](const QString &message) {
                changeEntry(entry, toJson(ReplyPatch{.message = message}),
                            tr("The message could not be changed"));
            });
    dialog->open();
}

void TicketPane::removeEntry(const TimelineEntry &entry)
{
    const Question question{.title
                            = entry.isInternal ? tr("Delete this note?") : tr("Delete this reply?"),
                            .text = tr("Its words disappear for everybody. That cannot be undone."),
                            .verb = tr("Delete")};
    ConfirmDialog::ask(this, question, [this, entry](const Decision &decision) {
        if (!decision.accepted)
            return;
        const QString path
                = u"/tickets/%1/replies/%2"_s.arg(entry.ticketId.value()).arg(entry.id.value());
        m_context.client.send(Api::Request::remove(path), this,
                              [this](const Result<Api::Answer> &answer) {
                                  m_timeline->refresh();
                                  if (!answer)
                                      Popups::of(this).error(tr("The message could not be deleted"),
                                                             answer.error());
                              });
    });
}

void TicketPane::focusTimeline()
{
    m_timelineView->focusNewest();
}

void TicketPane::editTicket()
{
    const auto &ticket = m_ticket->ticket();
    if (!ticket || !ticket->details
        || !ticket->details->allowedActions.contains(TicketAction::Edit))
        return;
    auto *dialog = new EditTicketDialog(m_context, *ticket, this);
    connect(dialog, &EditTicketDialog::saved, m_ticket, &OpenTicket::refresh);
    dialog->open();
}

void TicketPane::showSeers()
{
    if (!ticket())
        return;
    auto *dialog = new SeersDialog(m_context, *ticket(), this);
    connect(dialog, &SeersDialog::changed, this, &TicketPane::refresh);
    dialog->open();
}

void TicketPane::escalateTicket()
{
    const auto &ticket = m_ticket->ticket();
    if (ticket && ticket->details
        && ticket->details->allowedActions.contains(TicketAction::Escalate))
        m_commands.escalate(*ticket);
}

void TicketPane::splitOff(const TimelineEntry &entry)
{
    const Question question{.title = tr("Split off into a ticket of its own"),
                            .text = tr("The message moves there with its files. It can be undone."),
                            .verb = tr("Split off"),
                            .destructive = false,
                            .reasonLabel = tr("Title of the new ticket")};
    ConfirmDialog::ask(this, question, [this, entry](const Decision &decision) {
        const auto &ticket = m_ticket->ticket();
        if (decision.accepted && ticket && ticket->id == entry.ticketId)
            m_commands.split(*ticket, {entry.id}, decision.reason.simplified());
    });
}

void TicketPane::pickTicket(PickTicketDialog::Purpose purpose,
                            const std::function<void(const Ticket &, LinkKind)> &then)
{
    const auto &ticket = m_ticket->ticket();
    if (!ticket)
        return;
    auto *dialog = new PickTicketDialog(m_context, *ticket, purpose, this);
    connect(dialog, &PickTicketDialog::chosen, this, then);
    dialog->open();
}

void TicketPane::mergeTicket()
{
    pickTicket(PickTicketDialog::Purpose::Merge, [this](const Ticket &other, LinkKind) {
        m_commands.merge({*m_ticket->ticket()}, other);
    });
}

void TicketPane::linkTicket()
{
    pickTicket(PickTicketDialog::Purpose::Link, [this](const Ticket &other, LinkKind kind) {
        m_commands.link(*m_ticket->ticket(), other, kind);
    });
}

void TicketPane::transferTicket()
{
    const auto &ticket = m_ticket->ticket();
    if (!ticket || !ticket->details
        || !ticket->details->allowedActions.contains(TicketAction::Transfer))
        return;
    auto *dialog = new TransferDialog(m_context, *ticket, this);
    connect(dialog, &TransferDialog::transferChosen, this, [this](const Transfer &transfer) {
        m_commands.transfer(*m_ticket->ticket(), transfer);
    });
    dialog->open();
}

} // namespace Deskbell::App
