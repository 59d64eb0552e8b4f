// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server/approvalharness.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::Test {

namespace {

/// Business hours are hours.
Server::ServiceSettings roundTheClock()
{
    Server::ServiceSettings settings;
    settings.calendar = businessCalendarFromText(u"Mon-Sun 00:00-24:00"_s, u"UTC"_s).value();
    return settings;
}

} // namespace

ApprovalHarness::ApprovalHarness()
    : TicketHarness(u"approval"_s, roundTheClock())
    , bob(addPerson(u"Bob"_s))
    , carol(addPerson(u"Carol"_s))
{}

QJsonObject ApprovalHarness::step(const QString &name, const QList<Person> &people,
                                  const QJsonObject &more)
{
    QJsonArray ids;
    for (const Person &person : people)
        ids.append(person.id.value());
    QJsonObject step{{u"name"_s, name}, {u"people"_s, ids}};
    for (auto it = more.begin(); it != more.end(); ++it)
        step[it.key()] = it.value();
    return step;
}

ApprovalTemplateId ApprovalHarness::prescribe(const QJsonArray &steps, const QJsonObject &more)
{
    QJsonObject draft{{u"desk"_s, desk.value()},
                      {u"name"_s, u"Template %1"_s.arg(++m_templates)},
                      {u"steps"_s, steps}};
    for (auto it = more.begin(); it != more.end(); ++it)
        draft[it.key()] = it.value();
    const Answer made = post("/approval-templates", admin, draft);
    if (made.status != 201)
        qFatal("no template: %s", made.body.constData());
    const qint64 id = made.json.value("id"_L1).toInteger();
    const Answer set = patch("/desks/" + QByteArray::number(desk.value()), admin,
                             {{u"approvalTemplate"_s, id}});
    if (set.status != 200)
        qFatal("not prescribed: %s", set.body.constData());
    return ApprovalTemplateId(id);
}

TicketId ApprovalHarness::submitted(const QJsonObject &more)
{
    const TicketId ticket = makeTicket(jane, more).id;
    const Answer answer = setStatus(jane, ticket, u"waiting_approval"_s);
    if (answer.status != 200)
        qFatal("not submitted: %s", answer.body.constData());
    return ticket;
}

Answer ApprovalHarness::decide(const Person &by, TicketId ticket, const QString &decision,
                               const QJsonObject &more)
{
    QJsonObject vote = more;
    vote[u"decision"_s] = decision;
    return post(path(ticket, "/approvals/decision"), by, vote);
}

Answer ApprovalHarness::reassign(const Person &by, TicketId ticket, const Person *from,
                                 const Person &to)
{
    QJsonObject json{{u"to"_s, to.id.value()}};
    if (from)
        json[u"from"_s] = from->id.value();
    return post(path(ticket, "/approvals/reassign"), by, json);
}

QList<ApprovalProcess> ApprovalHarness::processes(const Person &by, TicketId ticket)
{
    const Answer answer = get(path(ticket, "/approvals"), by);
    if (answer.status != 200)
        qFatal("no approvals: %s", answer.body.constData());
    QList<ApprovalProcess> list;
    for (const QJsonValue &value : answer.data()) {
        auto process = fromJson<ApprovalProcess>(value.toObject());
        if (!process)
            qFatal("not a process: %s", answer.body.constData());
        list.append(*process);
    }
    return list;
}

ApprovalProcess ApprovalHarness::process(const Person &by, TicketId ticket)
{
    return processes(by, ticket).value(0);
}

int ApprovalHarness::pending(const Person &by)
{
    const Answer answer = get("/approvals?state=pending&pageSize=100", by);
    if (answer.status != 200)
        qFatal("no tasks: %s", answer.body.constData());
    const int total = answer.json["pagination"_L1]["total"_L1].toInt();
    return total == answer.data().size() ? total : -1;
}

Answer ApprovalHarness::standIn(const Person &principal, const Person &proxy, int days)
{
    return post("/me/proxies", principal,
                {{u"person"_s, proxy.id.value()},
                 {u"from"_s, timeToJson(clock.now())},
                 {u"to"_s, timeToJson(clock.now().addDays(days))}});
}

void ApprovalHarness::setAccountStatus(const Person &person, const QString &status)
{
    const Answer answer = patch("/users/" + QByteArray::number(person.id.value()), admin,
                                {{u"status"_s, status}});
    if (answer.status != 200)
        qFatal("account not changed: %s", answer.body.constData());
}

QStringList ApprovalHarness::timeline(const Person &by, TicketId ticket)
{
    return get(path(ticket, "/timeline?pageSize=100"), by).column(u"eventType"_s);
}

QJsonObject ApprovalHarness::lastEntry(const Person &by, TicketId ticket, const QString &type)
{
    QJsonObject last;
    for (const QJsonValue &entry : get(path(ticket, "/timeline?pageSize=100"), by).data()) {
        if (entry["eventType"_L1].toString() == type)
            last = entry.toObject();
    }
    return last;
}

QList<qint64> ApprovalHarness::recipients(TicketId ticket, const QString &type)
{
    const QString text
            = value(u"SELECT array_to_string(recipients, ',') FROM ticket.event "
                    "WHERE ticket_id = %1 AND type = '%2' ORDER BY id DESC LIMIT 1"_s.arg(
                            QString::number(ticket.value()), type));
    QList<qint64> accounts;
    for (const QString &word : text.split(u',', Qt::SkipEmptyParts))
        accounts.append(word.toLongLong());
    std::sort(accounts.begin(), accounts.end());
    return accounts;
}

} // namespace Deskbell::Test
