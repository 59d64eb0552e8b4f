// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/approvals/approvalprocess.h"
#include "tests/support/server/ticketharness.h"

namespace Deskbell::Test {

/// A TicketHarness whose desk lives by the workflow "approval", open round the clock, with two more
/// people who are asked. jane writes the tickets.
class ApprovalHarness : public TicketHarness
{
public:
    ApprovalHarness();

    Person bob;   ///< an approver
    Person carol; ///< another one

    /// A step as a request says it.
    static QJsonObject step(const QString &name, const QList<Person> &people,
                            const QJsonObject &more = {});
    /// A template of the desk that its tickets go through; the test ends when it cannot be made.
    ApprovalTemplateId prescribe(const QJsonArray &steps, const QJsonObject &more = {});
    /// A ticket of jane's that was submitted.
    TicketId submitted(const QJsonObject &more = {});

    Answer decide(const Person &by, TicketId ticket,
                  const QString &decision = QStringLiteral("approve"),
                  const QJsonObject &more = {});
    Answer reassign(const Person &by, TicketId ticket, const Person *from, const Person &to);
    /// What somebody sees of the ticket's approvals, the newest first; read strictly.
    QList<ApprovalProcess> processes(const Person &by, TicketId ticket);
    ApprovalProcess process(const Person &by, TicketId ticket);
    /// How many tasks wait for somebody, as the list says and as it counts; -1 when they differ.
    int pending(const Person &by);
    /// POST /me/proxies for `days` from now.
    Answer standIn(const Person &principal, const Person &proxy, int days = 7);
    void setAccountStatus(const Person &person, const QString &status);
    /// The types of the events in the ticket's timeline, in order.
    QStringList timeline(const Person &by, TicketId ticket);
    QJsonObject lastEntry(const Person &by, TicketId ticket, const QString &type);
    /// Whom the last event of that type about the ticket is for.
    QList<qint64> recipients(TicketId ticket, const QString &type);

private:
    int m_templates = 0;
};

} // namespace Deskbell::Test
