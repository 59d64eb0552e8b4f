// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/home/requestwords.h"

#include "app/tickets/tickettext.h"
#include "app/widgets/timetext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::App::RequestWords {

namespace {

struct PlainStatus
{
    StatusCategory category;
    const char *key; ///< of the workflows that ship; empty: whatever else has this category
    const char *words;
};
constexpr PlainStatus plainStatuses[] = {
        {StatusCategory::Draft, "draft", QT_TRANSLATE_NOOP("RequestWords", "Not sent yet")},
        {StatusCategory::Draft, "rejected", QT_TRANSLATE_NOOP("RequestWords", "Not approved")},
        {StatusCategory::Draft, "", QT_TRANSLATE_NOOP("RequestWords", "Not sent yet")},
        {StatusCategory::Approval, "waiting_approval",
         QT_TRANSLATE_NOOP("RequestWords", "Waiting for approval")},
        {StatusCategory::Approval, "", QT_TRANSLATE_NOOP("RequestWords", "Waiting for approval")},
        {StatusCategory::Open, "new", QT_TRANSLATE_NOOP("RequestWords", "We have received it")},
        {StatusCategory::Open, "open", QT_TRANSLATE_NOOP("RequestWords", "We have received it")},
        {StatusCategory::Open, "pending", QT_TRANSLATE_NOOP("RequestWords", "We have received it")},
        {StatusCategory::Open, "intake", QT_TRANSLATE_NOOP("RequestWords", "We have received it")},
        {StatusCategory::Open, "in_progress",
         QT_TRANSLATE_NOOP("RequestWords", "Somebody is working on it")},
        {StatusCategory::Open, "", QT_TRANSLATE_NOOP("RequestWords", "Somebody is working on it")},
        {StatusCategory::Waiting, "answered",
         QT_TRANSLATE_NOOP("RequestWords", "We have answered you")},
        {StatusCategory::Waiting, "waiting_for_requester",
         QT_TRANSLATE_NOOP("RequestWords", "Waiting for your answer")},
        {StatusCategory::Waiting, "waiting_for_response",
         QT_TRANSLATE_NOOP("RequestWords", "Waiting for your answer")},
        {StatusCategory::Waiting, "", QT_TRANSLATE_NOOP("RequestWords", "Waiting for your answer")},
        {StatusCategory::Hold, "on_hold",
         QT_TRANSLATE_NOOP("RequestWords", "It has to rest for now")},
        {StatusCategory::Hold, "", QT_TRANSLATE_NOOP("RequestWords", "It has to rest for now")},
        {StatusCategory::Resolved, "resolved",
         QT_TRANSLATE_NOOP("RequestWords", "Solved: please confirm")},
        {StatusCategory::Resolved, "", QT_TRANSLATE_NOOP("RequestWords", "Solved: please confirm")},
        {StatusCategory::Closed, "closed", QT_TRANSLATE_NOOP("RequestWords", "Closed")},
        {StatusCategory::Closed, "completed", QT_TRANSLATE_NOOP("RequestWords", "Done")},
        {StatusCategory::Closed, "rejected", QT_TRANSLATE_NOOP("RequestWords", "Declined")},
        {StatusCategory::Closed, "withdrawn",
         QT_TRANSLATE_NOOP("RequestWords", "You have withdrawn it")},
        {StatusCategory::Closed, "cancelled", QT_TRANSLATE_NOOP("RequestWords", "Cancelled")},
        {StatusCategory::Closed, "", QT_TRANSLATE_NOOP("RequestWords", "Closed")},
};

QString words(const char *text)
{
    return QCoreApplication::translate("RequestWords", text);
}

/// The ticket is read and its workflow leaves nothing to confirm.
bool isBeyondConfirming(const Ticket &ticket)
{
    return ticket.statusCategory == StatusCategory::Resolved && ticket.details
           && ticket.details->allowedTransitions.isEmpty();
}

} // namespace

QString status(const Ticket &ticket)
{
    if (isBeyondConfirming(ticket))
        return QCoreApplication::translate("RequestWords", "Solved");
    // A status of a workflow of one's own may have a well-known key and mean something else.
    const QString own = TicketText::status(ticket.status, ticket.statusLabel);
    const bool ships = own == TicketText::status(ticket.status);
    for (const PlainStatus &plain : plainStatuses) {
        const bool any = *plain.key == '\0';
        if (plain.category != ticket.statusCategory
            || (!any && (!ships || ticket.status != QLatin1StringView(plain.key))))
            continue;
        return any ? QCoreApplication::translate("RequestWords", "%1: %2")
                               .arg(words(plain.words), own)
                   : words(plain.words);
    }
    return own;
}

BadgeText statusBadge(const Ticket &ticket)
{
    return {.text = status(ticket), .tone = TicketText::tone(ticket.statusCategory)};
}

bool waitsForRequester(const Ticket &ticket)
{
    switch (ticket.statusCategory) {
    case StatusCategory::Draft:
    case StatusCategory::Waiting: return true;
    case StatusCategory::Resolved: return !isBeyondConfirming(ticket);
    case StatusCategory::Approval:
    case StatusCategory::Open:
    case StatusCategory::Hold:
    case StatusCategory::Closed: return false;
    }
    Q_UNREACHABLE();
}

QString explanation(const Ticket &ticket)
{
    QStringList sentences;
    if (ticket.assignee)
        sentences.append(QCoreApplication::translate("RequestWords", "%1 takes care of it.")
                                 .arg(ticket.assignee->displayName));
    if (!ticket.statusReason.isEmpty())
        sentences.append(QCoreApplication::translate("RequestWords", "Reason: %1")
                                 .arg(ticket.statusReason.simplified()));
    return sentences.join(u' ');
}

QString step(const Ticket &ticket, const AllowedTransition &transition)
{
    if (ticket.statusCategory == StatusCategory::Resolved) {
        if (transition.to == "closed"_L1)
            return QCoreApplication::translate("RequestWords", "Yes, it is solved");
        if (transition.to == "in_progress"_L1 || transition.to == "open"_L1)
            return QCoreApplication::translate("RequestWords", "It is not solved yet");
    }
    return TicketText::transition(transition);
}

QString spoken(const Ticket &ticket, const QDateTime &now)
{
    return QStringList{ticket.title, status(ticket), ticket.number,
                       TimeText::age(ticket.updatedAt, now)}
            .join(u", "_s);
}

} // namespace Deskbell::App::RequestWords
