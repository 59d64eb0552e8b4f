// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/jobs/servicelevels.h"
#include "tests/support/server/ticketharness.h"

namespace Deskbell::Test {

/// A TicketHarness whose desk can promise something, by a calendar that is open round the clock.
class SlaHarness : public TicketHarness
{
public:
    explicit SlaHarness(const QString &workflow = QStringLiteral("helpdesk"));

    qint64 calendar = 0; ///< its id

    /// A calendar of a desk, open all the time but for what `more` says.
    QJsonObject calendarDraft(const QString &name, const QJsonObject &more = {}) const;
    /// Times in minutes.
    QJsonObject policyDraft(const QString &name, int firstResponse, int resolution,
                            const QJsonObject &more = {}) const;
    /// The id of a policy that was made; the test ends when it cannot be.
    qint64 promise(const QString &name, int firstResponse, int resolution,
                   const QJsonObject &more = {});
    /// What the job does by itself; the test ends when it cannot.
    Server::ServiceLevelWork work();
    /// The types of the events in the ticket's timeline as somebody sees it, in order.
    QStringList timeline(const Person &by, TicketId ticket);
    /// What a list query yields, by number, in its order.
    QStringList listed(const Person &by, const QByteArray &query);
};

} // namespace Deskbell::Test
