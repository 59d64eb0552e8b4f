// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/ticketcommands.h"

#include "app/bulk/bulkoperations.h"
#include "app/net/client.h"
#include "app/net/session.h"
#include "app/store/outbox.h"
#include "app/tickets/tickettext.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/popups.h"

#include <QJsonDocument>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

/// So many commands can be taken back.
constexpr qsizetype maxHistory = 50;

QString pathOf(const Ticket &ticket, const QString &rest = {})
{
    return u"/tickets/%1%2"_s.arg(ticket.id.value()).arg(rest);
}

/// The ticket of an answer; nothing when one lost sight of it by what was done.
std::optional<Ticket> ticketOf(const Api::Answer &answer)
{
    auto ticket = Api::decode<Ticket>(answer);
    return ticket ? std::optional(*ticket) : std::nullopt;
}

/// What was changed since stays.
Api::Request undoLastChange(const Ticket &before, const std::optional<Ticket> &now)
{
    Api::Request request = Api::Request::post(pathOf(before, u"/undo"_s));
    if (now)
        request.ifVersion(now->version);
    return request;
}

/// What commands alter, as it was.
PendingChanges::Change backTo(const Ticket &before)
{
    return [before](Ticket &shown) {
        shown.title = before.title;
        shown.description = before.description;
        shown.status = before.status;
        shown.statusLabel = before.statusLabel;
        shown.statusCategory = before.statusCategory;
        shown.statusReason = before.statusReason;
        shown.priority = before.priority;
        shown.category = before.category;
        shown.assignee = before.assignee;
        shown.team = before.team;
        shown.tags = before.tags;
        shown.dueAt = before.dueAt;
    };
}

} // namespace

TicketCommands::TicketCommands(Outbox &outbox, const Session &session, QWidget *window)
    : QObject(window)
    , m_outbox(outbox)
    , m_session(session)
    , m_window(window)
{
    const auto tell = [this] {
        Q_EMIT pendingChanged(m_changes.count());
    };
    connect(&m_changes, &PendingChanges::begun, this, tell);
    connect(&m_changes, &PendingChanges::ended, this, tell);
    connect(&outbox, &Outbox::sent, this,
            [this](const OutboxItem &item, const Api::Answer &answer) {
                if (const Answered answered = m_waiting.take(item.key))
                    answered(answer);
            });
    connect(&outbox, &Outbox::refused, this, [this](const OutboxItem &item) {
        const Answered answered = m_waiting.take(item.key);
        if (!answered)
            return;
        m_outbox.takeBack(item.key); // it is said here, and what was shown is taken back
        answered(fail(*item.refusal));
    });
    connect(&outbox, &Outbox::takenBack, this, [this](const OutboxItem &item) {
        if (const Answered answered = m_waiting.take(item.key))
            answered(fail({.code = ErrorCode::Cancelled, .key = "command.void"}));
    });
}

QByteArray TicketCommands::enqueue(const Ticket &ticket, const QString &title,
                                   const Api::Request &request, const Answered &answered)
{
    const QByteArray key = m_outbox.add({.kind = OutboxKind::Change,
                                         .ticket = ticket.id,
                                         .ticketNumber = ticket.number,
                                         .title = title,
                                         .method = request.method,
                                         .path = request.path,
                                         .body = QJsonDocument::fromJson(request.body).object(),
                                         .version = request.version});
    m_waiting.insert(key, answered);
    return key;
}

void TicketCommands::act(const Tickets &tickets, const Deed &deed)
{
    if (tickets.size() > 1 && m_bulk && !deed.bulk.isEmpty()
        && m_session.can(Permission::TicketBulk))
        return actOnMany(tickets, deed);
    const auto done = std::make_shared<Done>();
    done->text = deed.done;
    done->undo = deed.undo ? deed.undo : &undoLastChange;
    done->waiting = int(tickets.size());
    for (const Ticket &ticket : tickets)
        done->parts.append({.before = m_changes.applied(ticket)});
    if (deed.undoable)
        remember(done);
    for (qsizetype part = 0; part < tickets.size(); ++part)
        actOn(tickets[part], deed, done, part);
}

void TicketCommands::actOn(const Ticket &ticket, const Deed &deed, const DoneRef &done,
                           qsizetype part)
{
    const auto number = m_changes.begin(ticket.id, deed.change);
    done->parts[part].key = enqueue(
            ticket, deed.done, deed.request(ticket), [=, this](const Result<Api::Answer> &answer) {
                --done->waiting;
                Done::Part &what = done->parts[part];
                what.key.clear();
                if (answer) {
                    what.now = ticketOf(*answer);
                    m_changes.confirm(number, what.now);
                } else {
                    what.refused = true;
                    m_changes.refuse(number);
                }
                if (const auto next = std::exchange(what.whenAnswered, {}))
                    return next();
                if (answer)
                    return answered(done, deed);
                if (answer.error().code != ErrorCode::Cancelled)
                    Popups::of(m_window).error(deed.failed.arg(ticket.number), answer.error(),
                                               [=, this] { act({ticket}, deed); });
            });
}

/// Says it once, when all of it is done.
void TicketCommands::answered(const DoneRef &done, const Deed &deed)
{
    if (deed.done.isEmpty() || done->waiting > 0)
        return;
    PopupAction action;
    if (deed.undoable) {
        action = {.text = tr("Undo"), .run = [this, done] {
                      if (m_history.removeOne(done))
                          undo(done);
                  }};
    }
    // One for all that is done in a row: earlier ones can still be undone by key.
    Popups::of(m_window).show({.kind = Popup::Kind::Success,
                               .text = deed.done,
                               .action = action,
                               .key = u"ticket.done"_s});
}

void TicketCommands::actOnMany(const Tickets &tickets, const Deed &deed)
{
    QList<TicketId> ids;
    QList<PendingChanges::Number> numbers;
    for (const Ticket &ticket : tickets) {
        ids.append(ticket.id);
        numbers.append(m_changes.begin(ticket.id, deed.change));
    }
    const auto done = std::make_shared<Done>();
    done->text = deed.done;
    m_bulk->run({.ids = ids, .change = deed.bulk}, deed.done,
                {.begun =
                         [this, done](BulkId id) {
                             done->undoAll = [this, id] {
                                 m_bulk->undo(id);
                             };
                             remember(done);
                         },
                 .ended =
                         [this, numbers] {
                             for (const auto number : numbers)
                                 m_changes.confirm(number);
                         }});
}

void TicketCommands::remember(const QString &text, const std::function<void()> &undo)
{
    const auto done = std::make_shared<Done>();
    done->text = text;
    done->undoAll = undo;
    remember(done);
}

void TicketCommands::remember(const DoneRef &done)
{
    m_history.append(done);
    if (m_history.size() > maxHistory)
        m_history.removeFirst();
}

void TicketCommands::undo()
{
    const auto isVoid = [](const DoneRef &done) {
        return !done->undoAll
               && std::all_of(done->parts.cbegin(), done->parts.cend(),
                              [](const Done::Part &part) { return part.refused; });
    };
    m_history.removeIf(isVoid);
    if (m_history.isEmpty())
        Popups::of(m_window).info(tr("There is nothing to undo"));
    else
        undo(m_history.takeLast());
}

void TicketCommands::undo(const DoneRef &done)
{
    if (done->undoAll)
        return done->undoAll();
    done->undoing = int(done->parts.size());
    for (qsizetype part = 0; part < done->parts.size(); ++part)
        undoPart(done, part);
}

void TicketCommands::undoPart(const DoneRef &done, qsizetype part)
{
    Done::Part &what = done->parts[part];
    // What has not been sent need not be undone on the server.
    if (!what.key.isEmpty() && m_outbox.takeBack(what.key))
        return undone(done);
    if (what.key.isEmpty())
        return sendUndo(done, part);
    const auto number = m_changes.begin(what.before.id, backTo(what.before));
    what.whenAnswered = [=, this] {
        m_changes.refuse(number);
        sendUndo(done, part);
    };
}

void TicketCommands::sendUndo(const DoneRef &done, qsizetype part)
{
    const Done::Part &what = done->parts[part];
    if (what.refused) { // it was not done, after all
        --done->undoing;
        return;
    }
    const Ticket before = what.before;
    const auto number = m_changes.begin(before.id, backTo(before));
    enqueue(before, tr("Undo: %1").arg(done->text), done->undo(before, what.now),
            [=, this](const Result<Api::Answer> &answer) {
                if (answer) {
                    m_changes.confirm(number, ticketOf(*answer));
                    return undone(done);
                }
                --done->undoing;
                m_changes.refuse(number);
                if (answer.error().code != ErrorCode::Cancelled)
                    Popups::of(m_window).error(tr("%1 could not be undone").arg(before.number),
                                               answer.error());
            });
}

/// Says it once, when all of it is.
void TicketCommands::undone(const DoneRef &done)
{
    if (--done->undoing == 0)
        Popups::of(m_window).show({.kind = Popup::Kind::Success,
                                   .text = tr("Undone: %1").arg(done->text),
                                   .key = u"ticket.done"_s});
}

void TicketCommands::take(const Tickets &tickets)
{
    assign(tickets, m_session.me().account.ref());
}

void TicketCommands::assign(const Tickets &tickets, const std::optional<PersonRef> &assignee)
{
    const bool mine = assignee && assignee->id == m_session.me().account.id;
    const AssigneeChoice choice = assignee ? AssigneeChoice{.kind = AssigneeChoice::Kind::Account,
                                                            .account = assignee->id}
                                           : AssigneeChoice{};
    const int count = int(tickets.size());
    const QString number = count == 1 ? tickets.first().number : QString();
    const QString done = count > 1  ? (mine       ? tr("You took %n ticket(s)", nullptr, count)
                                       : assignee ? tr("%n ticket(s) assigned to %1", nullptr, count)
                                                           .arg(assignee->displayName)
                                                  : tr("%n ticket(s) released", nullptr, count))
                         : mine     ? tr("You took %1").arg(number)
                         : assignee ? tr("%1 is assigned to %2").arg(number, assignee->displayName)
                                    : tr("%1 is released").arg(number);
    act(tickets, {.request =
                          [choice](const Ticket &ticket) {
                              return Api::Request::post(pathOf(ticket, u"/assign"_s),
                                                        toJson(Assignment{.assignedTo = choice}));
                          },
                  .change = [assignee](Ticket &shown) { shown.assignee = assignee; },
                  .bulk = {.assignedTo = choice},
                  .done = done,
                  .failed = tr("The assignee of %1 could not be changed")});
}

void TicketCommands::setPriority(const Tickets &tickets, Priority priority)
{
    Tickets others = tickets;
    others.removeIf([priority](const Ticket &ticket) { return ticket.priority == priority; });
    if (others.isEmpty())
        return;
    const int count = int(others.size());
    const QString word = TicketText::priority(priority);
    act(others, {.request =
                         [priority](const Ticket &ticket) {
                             return Api::Request::patch(pathOf(ticket),
                                                        toJson(TicketPatch{.priority = priority}));
                         },
                 .change = [priority](Ticket &shown) { shown.priority = priority; },
                 .bulk = {.priority = priority},
                 .done = count == 1 ? tr("%1 has priority %2").arg(others.first().number, word)
                                    : tr("%n ticket(s) have priority %1", nullptr, count).arg(word),
                 .failed = tr("The priority of %1 could not be changed")});
}

void TicketCommands::changeTags(const Tickets &tickets, const QStringList &add,
                                const QStringList &remove)
{
    const BulkChange bulk{.addTags = add, .removeTags = remove};
    if (bulk.isEmpty())
        return;
    const int count = int(tickets.size());
    act(tickets, {.request =
                          [bulk](const Ticket &ticket) {
                              TicketPatch patch = patchFor(bulk, ticket.tags);
                              patch.tags = patch.tags.value_or(ticket.tags);
                              return Api::Request::patch(pathOf(ticket), toJson(patch));
                          },
                  .change =
                          [bulk](Ticket &shown) {
                              shown.tags = patchFor(bulk, shown.tags).tags.value_or(shown.tags);
                          },
                  .bulk = bulk,
                  .done = count == 1 ? tr("The tags of %1 are changed").arg(tickets.first().number)
                                     : tr("The tags of %n ticket(s) are changed", nullptr, count),
                  .failed = tr("The tags of %1 could not be changed")});
}

void TicketCommands::takeTransition(const Tickets &tickets, const AllowedTransition &transition,
                                    const std::function<void()> &begun)
{
    completeStatus(tickets, transition, {.status = transition.to}, begun);
}

void TicketCommands::completeStatus(const Tickets &tickets, const AllowedTransition &transition,
                                    const StatusChange &change, const std::function<void()> &begun)
{
    QString StatusChange::*missing = nullptr;
    const QString verb = TicketText::transition(transition);
    const QString what = tickets.size() == 1 ? tickets.first().number
                                             : tr("%n ticket(s)", nullptr, int(tickets.size()));
    Question question{.title = tr("%1: %2").arg(what, verb), .verb = verb, .destructive = false};
    if (transition.needs(RequirementKind::Reason) && change.reason.isEmpty()) {
        missing = &StatusChange::reason;
        question.text = tr("The reason is shown in the ticket.");
        question.reasonLabel = tr("Reason");
    } else if (transition.needs(RequirementKind::Comment) && change.comment.isEmpty()) {
        missing = &StatusChange::comment;
        question.text = tr("What was done? The note is shown in the ticket.");
        question.reasonLabel = tr("Note");
    }
    if (!missing) {
        sendStatus(tickets, transition, change);
        if (begun)
            begun();
        return;
    }
    ConfirmDialog::ask(m_window, question, [=, this](const Decision &decision) {
        StatusChange completed = change;
        completed.*missing = decision.reason;
        if (decision.accepted)
            completeStatus(tickets, transition, completed, begun);
    });
}

void TicketCommands::sendStatus(const Tickets &tickets, const AllowedTransition &transition,
                                const StatusChange &change)
{
    const int count = int(tickets.size());
    const QString status = TicketText::status(transition.to, transition.toLabel);
    act(tickets, {.request =
                          [change](const Ticket &ticket) {
                              return Api::Request::put(pathOf(ticket, u"/status"_s),
                                                       toJson(change));
                          },
                  .change =
                          [transition, change](Ticket &shown) {
                              shown.status = transition.to;
                              shown.statusLabel = transition.toLabel;
                              shown.statusCategory = transition.category;
                              shown.statusReason = change.reason;
                          },
                  .bulk = {.status = change},
                  .done = count == 1 ? tr("%1: %2").arg(tickets.first().number, status)
                                     : tr("%n ticket(s): %1", nullptr, count).arg(status),
                  .failed = tr("The status of %1 could not be changed")});
}

void TicketCommands::transfer(const Ticket &ticket, const Transfer &transfer)
{
    act({ticket}, {.request =
                           [transfer](const Ticket &it) {
                               return Api::Request::post(pathOf(it, u"/transfer"_s),
                                                         toJson(transfer));
                           },
                   .change = [](Ticket &) {},
                   .done = tr("%1 is transferred").arg(ticket.number),
                   .failed = tr("%1 could not be transferred")});
}

void TicketCommands::escalate(const Ticket &ticket)
{
    const Question question{
            .title = tr("Escalate %1").arg(ticket.number),
            .text
            = tr("It goes to whoever is next of the step's escalation role. The due date stays."),
            .verb = tr("Escalate ticket"),
            .destructive = false,
            .reasonLabel = tr("Reason")};
    ConfirmDialog::ask(m_window, question, [this, ticket](const Decision &decision) {
        if (!decision.accepted)
            return;
        act({ticket},
            {.request =
                     [decision](const Ticket &it) {
                         return Api::Request::post(pathOf(it, u"/escalate"_s),
                                                   toJson(Escalation{.reason = decision.reason}));
                     },
             .change = [](Ticket &) {},
             .done = tr("%1 is escalated").arg(ticket.number),
             .failed = tr("%1 could not be escalated"),
             .undoable = false});
    });
}

void TicketCommands::rate(const Ticket &ticket, int score, const QString &comment)
{
    act({ticket}, {.request =
                           [score, comment](const Ticket &it) {
                               return Api::Request::put(
                                       pathOf(it, u"/rating"_s),
                                       toJson(RatingDraft{.score = score, .comment = comment}));
                           },
                   .change =
                           [score, comment](Ticket &shown) {
                               if (shown.details)
                                   shown.details->rating
                                           = Rating{.score = score, .comment = comment};
                           },
                   .done = tr("Thank you for rating %1").arg(ticket.number),
                   .failed = tr("%1 could not be rated"),
                   .undoable = false});
}

void TicketCommands::patch(const Ticket &ticket, const TicketPatch &patch, const QString &done)
{
    act({ticket}, {.request =
                           [patch](const Ticket &it) {
                               Api::Request request
                                       = Api::Request::patch(pathOf(it), toJson(patch));
                               // What somebody else wrote meanwhile is not overwritten unseen.
                               request.ifVersion(it.version);
                               return request;
                           },
                   .change =
                           [patch](Ticket &shown) {
                               if (patch.title)
                                   shown.title = *patch.title;
                               if (patch.description)
                                   shown.description = *patch.description;
                               if (patch.tags)
                                   shown.tags = *patch.tags;
                               if (patch.dueAt)
                                   shown.dueAt = *patch.dueAt;
                           },
                   .done = done,
                   .failed = tr("%1 could not be changed")});
}

void TicketCommands::remove(const Tickets &tickets, const std::function<void()> &begun)
{
    const int count = int(tickets.size());
    const QString number = tickets.first().number;
    const Question question{
            .title = count == 1 ? tr("Delete %1?").arg(number)
                                : tr("Delete %n ticket(s)?", nullptr, count),
            .text = count == 1 ? tr("It disappears from all lists. People with the right to do so "
                                    "can restore it.")
                               : tr("They disappear from all lists. People with the right to do so "
                                    "can restore them."),
            .verb = tr("Delete ticket(s)", nullptr, count)};
    ConfirmDialog::ask(m_window, question, [=, this](const Decision &decision) {
        if (!decision.accepted)
            return;
        act(tickets,
            {.request = [](const Ticket &ticket) { return Api::Request::remove(pathOf(ticket)); },
             .change = [](Ticket &) {},
             .bulk = {.remove = true},
             .done = count == 1 ? tr("%1 is deleted").arg(number)
                                : tr("%n ticket(s) deleted", nullptr, count),
             .failed = tr("%1 could not be deleted"),
             .undoable = m_session.can(Permission::TicketRestore),
             .undo =
                     [](const Ticket &before, const std::optional<Ticket> &) {
                         return Api::Request::post(pathOf(before, u"/restore"_s));
                     }});
        if (begun)
            begun();
    });
}

void TicketCommands::restore(const Ticket &ticket)
{
    act({ticket},
        {.request = [](const Ticket &it) { return Api::Request::post(pathOf(it, u"/restore"_s)); },
         .change = [](Ticket &) {},
         .done = tr("%1 is restored").arg(ticket.number),
         .failed = tr("%1 could not be restored"),
         .undoable = false});
}

void TicketCommands::merge(const Tickets &tickets, const Ticket &into)
{
    Tickets others = tickets;
    others.removeIf([&](const Ticket &ticket) { return ticket.id == into.id; });
    if (others.isEmpty())
        return;
    const int count = int(others.size());
    act(others,
        {.request =
                 [into](const Ticket &ticket) {
                     return Api::Request::post(pathOf(ticket, u"/merge"_s),
                                               toJson(MergeRequest{.into = into.id}));
                 },
         .change = [](Ticket &) {},
         .done = count == 1 ? tr("%1 is merged into %2").arg(others.first().number, into.number)
                            : tr("%n ticket(s) merged into %1", nullptr, count).arg(into.number),
         .failed = tr("%1 could not be merged"),
         .undo =
                 [](const Ticket &before, const std::optional<Ticket> &) {
                     return Api::Request::post(pathOf(before, u"/merge/undo"_s));
                 }});
}

void TicketCommands::split(const Ticket &ticket, const QList<TimelineEntryId> &entries,
                           const QString &title)
{
    act({ticket},
        {.request =
                 [entries, title](const Ticket &it) {
                     return Api::Request::post(
                             pathOf(it, u"/split"_s),
                             toJson(SplitRequest{.title = title, .entries = entries}));
                 },
         .change = [](Ticket &) {},
         .done = tr("A ticket was split off from %1").arg(ticket.number),
         .failed = tr("%1 could not be split"),
         .undo =
                 [](const Ticket &before, const std::optional<Ticket> &now) {
                     return Api::Request::post(pathOf(now.value_or(before), u"/split/undo"_s));
                 }});
}

void TicketCommands::link(const Ticket &ticket, const Ticket &other, LinkKind kind)
{
    act({ticket}, {.request =
                           [other, kind](const Ticket &it) {
                               return Api::Request::post(
                                       pathOf(it, u"/links"_s),
                                       toJson(TicketLinkDraft{.kind = kind, .ticket = other.id}));
                           },
                   .change = [](Ticket &) {},
                   .done = tr("%1 is linked with %2").arg(ticket.number, other.number),
                   .failed = tr("%1 could not be linked"),
                   .undoable = false});
}

} // namespace Deskbell::App
