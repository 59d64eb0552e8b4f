// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server/slaharness.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Test {

namespace {

void addAll(QJsonObject &draft, const QJsonObject &more)
{
    for (auto it = more.begin(); it != more.end(); ++it)
        draft[it.key()] = it.value();
}

qint64 idOfMade(const Answer &answer)
{
    if (answer.status != 201)
        qFatal("not made: %d %s", answer.status, answer.body.constData());
    return answer.json.value("id"_L1).toInteger();
}

} // namespace

SlaHarness::SlaHarness(const QString &workflow)
    : TicketHarness(workflow)
{
    calendar = idOfMade(post("/calendars", admin, calendarDraft(u"Always"_s)));
}

QJsonObject SlaHarness::calendarDraft(const QString &name, const QJsonObject &more) const
{
    QJsonArray periods;
    for (const QString &day :
         {u"mon"_s, u"tue"_s, u"wed"_s, u"thu"_s, u"fri"_s, u"sat"_s, u"sun"_s})
        periods.append(
                QJsonObject{{u"day"_s, day}, {u"from"_s, u"00:00"_s}, {u"to"_s, u"24:00"_s}});
    QJsonObject draft{{u"desk"_s, desk.value()},
                      {u"name"_s, name},
                      {u"timeZone"_s, u"UTC"_s},
                      {u"periods"_s, periods}};
    addAll(draft, more);
    return draft;
}

QJsonObject SlaHarness::policyDraft(const QString &name, int firstResponse, int resolution,
                                    const QJsonObject &more) const
{
    QJsonObject draft{{u"desk"_s, desk.value()},
                      {u"name"_s, name},
                      {u"calendar"_s, calendar},
                      {u"firstResponseMinutes"_s, firstResponse},
                      {u"resolutionMinutes"_s, resolution}};
    addAll(draft, more);
    return draft;
}

qint64 SlaHarness::promise(const QString &name, int firstResponse, int resolution,
                           const QJsonObject &more)
{
    return idOfMade(
            post("/sla-policies", admin, policyDraft(name, firstResponse, resolution, more)));
}

Server::ServiceLevelWork SlaHarness::work()
{
    const auto done = Server::keepServiceLevels(database.connection(), environment());
    if (!done)
        qFatal("failed: %s", qPrintable(done.error().detail));
    return *done;
}

QStringList SlaHarness::timeline(const Person &by, TicketId ticket)
{
    QStringList types = get(path(ticket, "/timeline?kind=event"), by).column(u"eventType"_s);
    types.removeAll(u"created"_s);
    return types;
}

QStringList SlaHarness::listed(const Person &by, const QByteArray &query)
{
    return get("/tickets?" + query, by).column(u"number"_s);
}

} // namespace Deskbell::Test
