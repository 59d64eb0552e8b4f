// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/tickets/ticket.h"
#include "tests/support/server/apiharness.h"

namespace Deskbell::Test {

/// An ApiHarness with every route, the workflows that ship, and one help desk "HD" with the people
/// that most tests are about.
class TicketHarness : public ApiHarness
{
public:
    /// The workflow is the key of a preset.
    explicit TicketHarness(const QString &workflow = QStringLiteral("helpdesk"),
                           Server::ServiceSettings settings = {});

    DeskId desk;
    Person jane;  ///< a requester
    Person mike;  ///< another one
    Person alex;  ///< an agent
    Person emily; ///< another one
    Person lead;
    Person admin;
    Person observer;

    /// One more desk with that workflow.
    DeskId addWorkflowDesk(const QString &key, const QString &workflow);

    /// A ticket made by somebody, read strictly. The test ends when it cannot be made.
    Ticket makeTicket(const Person &by, const QJsonObject &more = {});
    /// The ticket as somebody sees it, read strictly.
    Ticket look(const Person &by, TicketId ticket);
    /// POST of a reply; its answer.
    Answer reply(const Person &by, TicketId ticket, const QString &message,
                 const QJsonObject &more = {});
    Answer setStatus(const Person &by, TicketId ticket, const QString &status,
                     const QJsonObject &more = {});
    /// Puts a ticket into a status without asking anybody.
    void forceStatus(TicketId ticket, const QString &status);

    static QByteArray path(TicketId ticket, const QByteArray &rest = {});
    /// What events of that type were told about the ticket so far.
    int events(TicketId ticket, const QString &type);
};

/// Reads an answer strictly as its type of common; ends the test program with what is wrong.
template <class T>
T decoded(const Answer &answer)
{
    auto value = fromJson<T>(answer.json);
    if (!value) {
        qFatal("not a valid answer (%d): %s\n%s", answer.status,
               qPrintable(
                       value.error().fields.isEmpty()
                               ? value.error().detail
                               : value.error().fields.first().field + QLatin1Char(' ')
                                         + QString::fromLatin1(value.error().fields.first().key)),
               answer.body.constData());
    }
    return *value;
}

} // namespace Deskbell::Test
