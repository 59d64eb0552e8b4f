// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canned/cannedtext.h"

#include "app/tickets/tickettext.h"
#include "app/widgets/timetext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::App::CannedText {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CannedText)
};

/// What the open ticket calls a status that it can go to; else what its key says.
QString statusName(const QString &key, const Ticket *ticket)
{
    if (ticket && ticket->details) {
        for (const AllowedTransition &way : ticket->details->allowedTransitions) {
            if (way.to == key)
                return TicketText::status(key, way.toLabel);
        }
    }
    return TicketText::status(key);
}

QString assignment(const CannedReply &reply)
{
    switch (reply.actions.assignedTo->kind) {
    case AssigneeChoice::Kind::Nobody: return Words::tr("Release");
    case AssigneeChoice::Kind::Me: return Words::tr("Assign to me");
    case AssigneeChoice::Kind::Account: break;
    }
    return Words::tr("Assign to %1")
            .arg(reply.assignee ? reply.assignee->displayName : Words::tr("somebody who has gone"));
}

} // namespace

CannedValues values(const Ticket &ticket, const Me &writer, const QDateTime &now)
{
    return [ticket, agent = writer.account.displayName, now](CannedVariable variable) -> QString {
        const QDateTime due = ticket.nextDueAt();
        switch (variable) {
        case CannedVariable::RequesterName: return ticket.requester.displayName;
        case CannedVariable::RequesterFirstName: return firstNameOf(ticket.requester.displayName);
        case CannedVariable::AgentName: return agent;
        case CannedVariable::AgentFirstName: return firstNameOf(agent);
        case CannedVariable::AssigneeName:
            return ticket.assignee ? ticket.assignee->displayName : QString();
        case CannedVariable::TicketNumber: return ticket.number;
        case CannedVariable::TicketTitle: return ticket.title;
        case CannedVariable::TicketStatus:
            return TicketText::status(ticket.status, ticket.statusLabel);
        case CannedVariable::TicketDue:
            return due.isValid() ? TimeText::moment(due, now) : QString();
        case CannedVariable::DeskName: return ticket.desk.name;
        case CannedVariable::CategoryName:
            return ticket.category ? ticket.category->name : QString();
        }
        Q_UNREACHABLE();
    };
}

Ticket example(const QDateTime &now)
{
    return {.number = u"HD-1042"_s,
            .desk = {.name = Words::tr("Help desk")},
            .title = Words::tr("The printer is broken"),
            .status = u"open"_s,
            .category = CategoryRef{.name = Words::tr("Hardware")},
            .requester = {.displayName = u"Jane Doe"_s},
            .assignee = PersonRef{.displayName = u"John Smith"_s},
            .dueAt = now.addDays(1)};
}

QString variable(CannedVariable variable)
{
    switch (variable) {
    case CannedVariable::RequesterName: return Words::tr("Name of the requester");
    case CannedVariable::RequesterFirstName: return Words::tr("First name of the requester");
    case CannedVariable::AgentName: return Words::tr("Your name");
    case CannedVariable::AgentFirstName: return Words::tr("Your first name");
    case CannedVariable::AssigneeName: return Words::tr("Name of the assignee");
    case CannedVariable::TicketNumber: return Words::tr("Number of the ticket");
    case CannedVariable::TicketTitle: return Words::tr("Title of the ticket");
    case CannedVariable::TicketStatus: return Words::tr("Status of the ticket");
    case CannedVariable::TicketDue: return Words::tr("When the ticket is due");
    case CannedVariable::DeskName: return Words::tr("Name of the desk");
    case CannedVariable::CategoryName: return Words::tr("Name of the category");
    }
    Q_UNREACHABLE();
}

QString scope(const CannedReply &reply)
{
    switch (reply.scope) {
    case CannedScope::Personal: return Words::tr("Only me");
    case CannedScope::Global: return Words::tr("Everybody");
    case CannedScope::Desk: break;
    }
    const QString desk = reply.desk ? reply.desk->name : QString();
    return reply.category ? Words::tr("%1, %2").arg(desk, reply.category->name) : desk;
}

QString actions(const CannedReply &reply, const Ticket *ticket)
{
    const MacroActions &does = reply.actions;
    QStringList words;
    if (does.priority)
        words.append(Words::tr("Priority %1").arg(TicketText::priority(*does.priority)));
    if (does.assignedTo)
        words.append(assignment(reply));
    if (does.team.isValid())
        words.append(Words::tr("Team %1").arg(reply.team ? reply.team->name
                                                         : Words::tr("that is gone")));
    if (!does.status.isEmpty())
        words.append(Words::tr("Status %1").arg(statusName(does.status, ticket)));
    if (!does.addTags.isEmpty())
        words.append(Words::tr("Add %1").arg(does.addTags.join(u", "_s)));
    if (!does.removeTags.isEmpty())
        words.append(Words::tr("Remove %1").arg(does.removeTags.join(u", "_s)));
    return words.join(u" · "_s);
}

} // namespace Deskbell::App::CannedText
