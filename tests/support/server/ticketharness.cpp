// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server/ticketharness.h"

#include "server/workflows/workflowseeder.h"
#include "tests/support/server/everyroute.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Test {

TicketHarness::TicketHarness(const QString &workflow, Server::ServiceSettings settings)
    : ApiHarness(everyRoute(), std::move(settings))
{
    if (auto seeded = Server::seedWorkflows(database.connection(), clock.now()); !seeded)
        qFatal("no workflows: %s", qPrintable(seeded.error().detail));
    desk = addWorkflowDesk(u"HD"_s, workflow);
    jane = addPerson(u"Jane"_s);
    mike = addPerson(u"Mike"_s);
    alex = addPerson(u"Alex"_s, BuiltInRole::Agent);
    emily = addPerson(u"Emily"_s, BuiltInRole::Agent);
    lead = addPerson(u"Lea"_s, BuiltInRole::Lead);
    admin = addPerson(u"Ada"_s, BuiltInRole::Administrator);
    observer = addPerson(u"Otto"_s, BuiltInRole::Observer);
}

DeskId TicketHarness::addWorkflowDesk(const QString &key, const QString &workflow)
{
    return DeskId(value(u"INSERT INTO ticket.desk (key, name, workflow_id)"
                        " SELECT '%1', 'Desk %1', id FROM ticket.workflow WHERE key = '%2'"
                        " RETURNING id"_s.arg(key, workflow))
                          .toLongLong());
}

Ticket TicketHarness::makeTicket(const Person &by, const QJsonObject &more)
{
    QJsonObject draft{{u"title"_s, u"The printer is on fire"_s}, {u"desk"_s, desk.value()}};
    for (auto it = more.begin(); it != more.end(); ++it)
        draft[it.key()] = it.value();
    const Answer answer = post("/tickets", by, draft);
    if (answer.status != 201)
        qFatal("no ticket: %d %s", answer.status, answer.body.constData());
    return decoded<Ticket>(answer);
}

Ticket TicketHarness::look(const Person &by, TicketId ticket)
{
    return decoded<Ticket>(get(path(ticket), by));
}

Answer TicketHarness::reply(const Person &by, TicketId ticket, const QString &message,
                            const QJsonObject &more)
{
    QJsonObject draft = more;
    draft[u"message"_s] = message;
    return post(path(ticket, "/replies"), by, draft);
}

Answer TicketHarness::setStatus(const Person &by, TicketId ticket, const QString &status,
                                const QJsonObject &more)
{
    QJsonObject change = more;
    change[u"status"_s] = status;
    return put(path(ticket, "/status"), by, change);
}

void TicketHarness::forceStatus(TicketId ticket, const QString &status)
{
    database.execute(
            u"UPDATE ticket.ticket t SET status = s ->> 'key',"
            " status_category = (s ->> 'category')::ticket.status_category,"
            " resolved_at = CASE WHEN s ->> 'category' IN ('resolved', 'closed') THEN "
            "'%3'::timestamptz END,"
            " closed_at = CASE WHEN s ->> 'category' = 'closed' THEN '%3'::timestamptz END"
            " FROM ticket.workflow_version v, jsonb_array_elements(v.definition -> 'statuses') s"
            " WHERE v.id = t.workflow_version_id AND s ->> 'key' = '%2' AND t.id = %1"_s.arg(
                    QString::number(ticket.value()), status,
                    clock.now().toString(Qt::ISODateWithMs)));
}

QByteArray TicketHarness::path(TicketId ticket, const QByteArray &rest)
{
    return "/tickets/" + QByteArray::number(ticket.value()) + rest;
}

int TicketHarness::events(TicketId ticket, const QString &type)
{
    return value(u"SELECT count(*) FROM ticket.event WHERE ticket_id = %1 AND type = '%2'"_s.arg(
                         QString::number(ticket.value()), type))
            .toInt();
}

} // namespace Deskbell::Test
