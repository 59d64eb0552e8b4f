// SPDX-License-Identifier: GPL-3.0-or-later
// Long because: one table holds a case for every route there is.
#include "common/workflows/presets.h"
#include "tests/support/server/everyroute.h"
#include "tests/support/server/jsonschema.h"
#include "tests/support/server/ticketharness.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Deskbell;
using namespace Deskbell::Test;

namespace {

/// A trigger of all desks.
QJsonObject triggerOf(const QString &name)
{
    const QJsonObject action{{u"do"_s, u"set_priority"_s}, {u"value"_s, u"high"_s}};
    return {{u"name"_s, name},
            {u"moment"_s, u"created"_s},
            {u"query"_s, u"tag:never"_s},
            {u"actions"_s, QJsonArray{action}}};
}

using Server::Route;

/// What the routes work on: everything of jane's, and one of each thing that administrators manage.
struct Things
{
    TicketId ticket;
    QByteArray reply;
    QByteArray attachment;
    QByteArray upload;
    QByteArray account;
    QByteArray session;
    QByteArray role;
    QByteArray desk;
    QByteArray category;
    QByteArray ticketTemplate;
    QByteArray team;
    QByteArray view;   ///< of everybody who works on tickets
    QByteArray canned; ///< the same
    QByteArray tag;
    QByteArray workflow;
    QByteArray organisation;
    QByteArray approvalTemplate;
    QByteArray calendar; ///< that no policy goes by
    QByteArray policy;
    QByteArray trigger;
    QByteArray waiting;      ///< a ticket of jane's that waits for alex's approval
    QByteArray proxy;        ///< of jane's
    QByteArray closed;       ///< a ticket of jane's
    QByteArray inStep;       ///< a ticket of jane's in a step workflow
    QByteArray secret;       ///< a restricted ticket of jane's
    QByteArray grant;        ///< lets emily into it
    QByteArray request;      ///< alex's wish to see it
    QByteArray notification; ///< of jane's, about it
    QByteArray bulk;         ///< an operation of the lead's, rehearsed
    QByteArray done;         ///< another one, done
    QByteArray link;         ///< of the ticket with another one
    QByteArray merged;       ///< a ticket of jane's that was merged
    QByteArray split;        ///< one that was split off
    QByteArray item;         ///< of the ticket's checklist
    QByteArray entry;        ///< of the time that alex spent on it
};

enum class Who { Jane, Alex, Lead, Admin };

/// How one route is called as it is meant, and what somebody gets whom it does not concern: mike,
/// who may ask for help and nothing else.
struct Case
{
    const char *route;
    Who who;
    int good;
    int stranger; ///< 200 and its like: it is everybody's, and shows or changes only their own
    QByteArray Things::*id = nullptr; ///< of {id}, where that is no ticket
    QJsonObject json = {};
    QByteArray body = {};
    Http::Headers headers = {};
};

Http::Headers tus(std::initializer_list<std::pair<const char *, QByteArray>> more = {})
{
    Http::Headers headers;
    headers.set("Tus-Resumable"_ba, "1.0.0"_ba);
    for (const auto &[name, value] : more)
        headers.set(name, value);
    return headers;
}

Http::Headers fileNamed(const QByteArray &name)
{
    Http::Headers headers;
    headers.set("Content-Disposition"_ba, "attachment; filename=\"" + name + '"');
    return headers;
}

QJsonObject bulkOf(qint64 ticket)
{
    return {{u"ids"_s, QJsonArray{ticket}}, {u"change"_s, QJsonObject{{u"priority"_s, u"high"_s}}}};
}

/// Every route that wants a token or a body of JSON. A new one is added here, or
/// everyRouteHasItsCase() fails.
const QList<Case> &cases()
{
    const QJsonObject named{{u"name"_s, u"Another name"_s}};
    const QJsonArray officeHours{
            QJsonObject{{u"day"_s, u"mon"_s}, {u"from"_s, u"09:00"_s}, {u"to"_s, u"17:00"_s}}};
    static const QList<Case> list{
            {"POST /auth/signup",
             Who::Jane,
             201,
             201,
             nullptr,
             {{u"username"_s, u"somebody"_s},
              {u"email"_s, u"somebody@example.com"_s},
              {u"displayName"_s, u"Somebody"_s},
              {u"password"_s, u"Better2Horse"_s}}},
            {"POST /auth/logout", Who::Jane, 204, 204},
            {"GET /me", Who::Jane, 200, 200},
            {"PATCH /me", Who::Jane, 200, 200, nullptr, {{u"locale"_s, u"de"_s}}},
            {"POST /me/password",
             Who::Jane,
             204,
             204,
             nullptr,
             {{u"currentPassword"_s, QString(ApiHarness::password)},
              {u"newPassword"_s, u"Better2Horse"_s}}},
            {"GET /me/sessions", Who::Jane, 200, 200},
            {"DELETE /me/sessions/{id}", Who::Jane, 204, 404, &Things::session},
            {"GET /users", Who::Admin, 200, 403},
            {"POST /users",
             Who::Admin,
             201,
             403,
             nullptr,
             {{u"username"_s, u"newcomer"_s}, {u"email"_s, u"newcomer@example.com"_s}}},
            {"GET /users/{id}", Who::Admin, 200, 403, &Things::account},
            {"PATCH /users/{id}",
             Who::Admin,
             200,
             403,
             &Things::account,
             {{u"displayName"_s, u"Another name"_s}}},
            {"DELETE /users/{id}", Who::Admin, 204, 403, &Things::account},
            {"GET /users/{id}/roles", Who::Admin, 200, 403, &Things::account},
            {"PUT /users/{id}/roles",
             Who::Admin,
             200,
             403,
             &Things::account,
             {{u"roles"_s, QJsonArray()}}},
            {"GET /users/{id}/permissions", Who::Admin, 200, 403, &Things::account},
            {"GET /roles", Who::Admin, 200, 403},
            {"POST /roles",
             Who::Admin,
             201,
             403,
             nullptr,
             {{u"name"_s, u"Night shift"_s}, {u"permissions"_s, QJsonArray()}}},
            {"PATCH /roles/{id}", Who::Admin, 200, 403, &Things::role, named},
            {"DELETE /roles/{id}", Who::Admin, 204, 403, &Things::role},
            {"GET /permissions", Who::Jane, 200, 200},
            {"GET /organisations", Who::Admin, 200, 403},
            {"POST /organisations", Who::Admin, 201, 403, nullptr, named},
            {"PATCH /organisations/{id}", Who::Admin, 200, 403, &Things::organisation, named},
            {"DELETE /organisations/{id}", Who::Admin, 204, 403, &Things::organisation},
            {"GET /activity", Who::Admin, 200, 403},
            {"GET /reports/dashboard", Who::Lead, 200, 403},
            {"GET /desks", Who::Jane, 200, 200},
            {"POST /desks",
             Who::Admin,
             201,
             403,
             nullptr,
             {{u"key"_s, u"NEW"_s}, {u"name"_s, u"New desk"_s}}},
            {"PATCH /desks/{id}", Who::Admin, 200, 403, &Things::desk, named},
            {"DELETE /desks/{id}", Who::Admin, 204, 403, &Things::desk},
            {"GET /categories", Who::Jane, 200, 200},
            {"POST /categories", Who::Lead, 201, 403, nullptr, named},
            {"PATCH /categories/{id}", Who::Lead, 200, 403, &Things::category, named},
            {"DELETE /categories/{id}", Who::Lead, 204, 403, &Things::category},
            {"GET /ticket-templates", Who::Jane, 200, 200},
            {"POST /ticket-templates", Who::Lead, 201, 403, nullptr, named},
            {"PATCH /ticket-templates/{id}", Who::Lead, 200, 403, &Things::ticketTemplate, named},
            {"DELETE /ticket-templates/{id}", Who::Lead, 204, 403, &Things::ticketTemplate},
            {"GET /views", Who::Jane, 200, 200},
            {"GET /view-counts", Who::Jane, 200, 200},
            {"POST /views",
             Who::Admin,
             201,
             403,
             nullptr,
             {{u"name"_s, u"All that wait"_s}, {u"scope"_s, u"global"_s}}},
            {"PATCH /views/{id}", Who::Admin, 200, 404, &Things::view, named},
            {"DELETE /views/{id}", Who::Admin, 204, 404, &Things::view},
            {"GET /canned-replies", Who::Alex, 200, 200},
            {"POST /canned-replies",
             Who::Alex,
             201,
             403,
             nullptr,
             {{u"name"_s, u"Greeting"_s}, {u"text"_s, u"Hello"_s}}},
            {"PATCH /canned-replies/{id}", Who::Admin, 200, 404, &Things::canned, named},
            {"DELETE /canned-replies/{id}", Who::Admin, 204, 404, &Things::canned},
            {"GET /teams", Who::Alex, 200, 200},
            {"POST /teams", Who::Lead, 201, 403, nullptr, named},
            {"PATCH /teams/{id}", Who::Lead, 200, 403, &Things::team, named},
            {"DELETE /teams/{id}", Who::Lead, 204, 403, &Things::team},
            {"GET /tags", Who::Jane, 200, 200},
            {"POST /tags", Who::Lead, 201, 403, nullptr, {{u"name"_s, u"anothertag"_s}}},
            {"PATCH /tags/{id}", Who::Lead, 200, 403, &Things::tag, {{u"color"_s, u"#336699"_s}}},
            {"DELETE /tags/{id}", Who::Lead, 204, 403, &Things::tag},
            {"GET /workflows", Who::Jane, 200, 200},
            {"POST /workflows", Who::Admin, 201, 403, nullptr, named},
            {"PATCH /workflows/{id}", Who::Admin, 200, 403, &Things::workflow, named},
            {"DELETE /workflows/{id}", Who::Admin, 204, 403, &Things::workflow},
            {"GET /workflows/{id}", Who::Jane, 200, 200, &Things::workflow},
            {"GET /workflows/{id}/versions", Who::Admin, 200, 403, &Things::workflow},
            {"GET /workflows/{id}/versions/{number}", Who::Admin, 200, 403, &Things::workflow},
            {"POST /workflows/{id}/rehearsal", Who::Admin, 200, 403, &Things::workflow},
            {"POST /workflows/{id}/migrate",
             Who::Admin,
             200,
             403,
             &Things::workflow,
             {{u"statusMap"_s, QJsonObject()}}},
            {"GET /desk-templates", Who::Jane, 200, 200},
            {"GET /approval-templates", Who::Admin, 200, 200},
            {"POST /approval-templates", Who::Admin, 201, 403, nullptr, named},
            {"PATCH /approval-templates/{id}", Who::Admin, 200, 403, &Things::approvalTemplate,
             named},
            {"DELETE /approval-templates/{id}", Who::Admin, 204, 403, &Things::approvalTemplate},
            {"GET /calendars", Who::Admin, 200, 200},
            {"POST /calendars",
             Who::Admin,
             201,
             403,
             nullptr,
             {{u"name"_s, u"Office"_s}, {u"timeZone"_s, u"UTC"_s}, {u"periods"_s, officeHours}}},
            {"PATCH /calendars/{id}", Who::Admin, 200, 403, &Things::calendar, named},
            {"DELETE /calendars/{id}", Who::Admin, 204, 403, &Things::calendar},
            {"GET /sla-policies", Who::Admin, 200, 200},
            {"POST /sla-policies", Who::Admin, 201, 403, nullptr, named},
            {"POST /sla-rehearsal", Who::Admin, 200, 403},
            {"PATCH /sla-policies/{id}", Who::Admin, 200, 403, &Things::policy, named},
            {"DELETE /sla-policies/{id}", Who::Admin, 204, 403, &Things::policy},
            {"GET /triggers", Who::Admin, 200, 200},
            {"POST /triggers", Who::Admin, 201, 403, nullptr, triggerOf(u"Trigger"_s)},
            {"PATCH /triggers/{id}", Who::Admin, 200, 403, &Things::trigger, named},
            {"DELETE /triggers/{id}", Who::Admin, 204, 403, &Things::trigger},
            {"GET /triggers/{id}/runs", Who::Admin, 200, 403, &Things::trigger},
            {"GET /tickets/{id}/grants", Who::Jane, 200, 404, &Things::secret},
            {"POST /tickets/{id}/grants",
             Who::Jane,
             201,
             404,
             &Things::secret,
             {{u"role"_s, u"lead"_s}}},
            {"DELETE /tickets/{id}/grants/{grantId}", Who::Jane, 204, 404, &Things::secret},
            {"GET /tickets/{id}/seers", Who::Alex, 200, 404},
            {"GET /access-requests", Who::Jane, 200, 200},
            {"POST /access-requests",
             Who::Alex,
             202,
             202,
             nullptr,
             {{u"ticket"_s, u"HD-1"_s}, {u"reason"_s, u"I need to know"_s}}},
            {"POST /access-requests/{id}/decision",
             Who::Jane,
             204,
             404,
             &Things::request,
             {{u"decision"_s, u"approve"_s}}},
            {"GET /approvals", Who::Alex, 200, 200},
            {"GET /tickets/{id}/approvals", Who::Jane, 200, 404, &Things::waiting},
            {"POST /tickets/{id}/approvals/decision",
             Who::Alex,
             200,
             404,
             &Things::waiting,
             {{u"decision"_s, u"approve"_s}}},
            {"POST /tickets/{id}/approvals/reassign", Who::Admin, 200, 404, &Things::waiting},
            {"GET /me/proxies", Who::Jane, 200, 200},
            {"POST /me/proxies",
             Who::Jane,
             201,
             201,
             nullptr,
             {{u"from"_s, u"2020-01-01T00:00:00.000Z"_s},
              {u"to"_s, u"2099-01-01T00:00:00.000Z"_s}}},
            {"DELETE /me/proxies/{id}", Who::Jane, 204, 404, &Things::proxy},
            {"GET /tickets", Who::Jane, 200, 200},
            {"POST /tickets",
             Who::Jane,
             201,
             201,
             nullptr,
             {{u"title"_s, u"The screen is dark"_s}}},
            {"GET /tickets/{id}", Who::Jane, 200, 404},
            {"PUT /tickets/{id}", Who::Jane, 200, 404, nullptr, {{u"title"_s, u"Still dark"_s}}},
            {"PATCH /tickets/{id}", Who::Jane, 200, 404, nullptr, {{u"title"_s, u"Still dark"_s}}},
            {"DELETE /tickets/{id}", Who::Lead, 204, 404},
            {"POST /tickets/{id}/restore", Who::Lead, 200, 404},
            {"PUT /tickets/{id}/status",
             Who::Alex,
             200,
             404,
             nullptr,
             {{u"status"_s, u"in_progress"_s}}},
            {"POST /tickets/{id}/assign",
             Who::Alex,
             200,
             404,
             nullptr,
             {{u"assignedTo"_s, u"me"_s}}},
            {"POST /tickets/{id}/transfer",
             Who::Alex,
             200,
             404,
             nullptr,
             {{u"assignedTo"_s, u"me"_s}, {u"reason"_s, u"I know it"_s}}},
            {"POST /tickets/{id}/escalate",
             Who::Admin,
             200,
             404,
             &Things::inStep,
             {{u"reason"_s, u"It takes too long"_s}}},
            {"PUT /tickets/{id}/rating", Who::Jane, 200, 404, &Things::closed, {{u"score"_s, 4}}},
            {"POST /tickets/{id}/close", Who::Alex, 200, 404},
            {"POST /tickets/{id}/replies",
             Who::Jane,
             201,
             404,
             nullptr,
             {{u"message"_s, u"It smokes"_s}}},
            {"GET /tickets/{id}/replies", Who::Jane, 200, 404},
            {"PATCH /tickets/{id}/replies/{replyId}",
             Who::Jane,
             200,
             404,
             nullptr,
             {{u"message"_s, u"It burns"_s}}},
            {"DELETE /tickets/{id}/replies/{replyId}", Who::Jane, 204, 404},
            {"GET /tickets/{id}/timeline", Who::Jane, 200, 404},
            {"POST /tickets/{id}/attachments",
             Who::Jane,
             201,
             404,
             nullptr,
             {},
             "a file"_ba,
             fileNamed("a.txt"_ba)},
            {"GET /tickets/{id}/attachments", Who::Jane, 200, 404},
            {"GET /attachments/{id}", Who::Jane, 200, 404, &Things::attachment},
            {"DELETE /attachments/{id}", Who::Jane, 204, 404, &Things::attachment},
            {"POST /uploads",
             Who::Jane,
             201,
             201,
             nullptr,
             {},
             {},
             tus({{"Upload-Length", "4"_ba}})},
            {"HEAD /uploads/{id}", Who::Jane, 200, 404, &Things::upload, {}, {}, tus()},
            {"PATCH /uploads/{id}",
             Who::Jane,
             204,
             404,
             &Things::upload,
             {},
             "file"_ba,
             tus({{"Upload-Offset", "0"_ba},
                  {"Content-Type", "application/offset+octet-stream"_ba}})},
            {"DELETE /uploads/{id}", Who::Jane, 204, 404, &Things::upload, {}, {}, tus()},
            {"PUT /tickets/{id}/replies/{replyId}/reactions/{kind}", Who::Jane, 204, 404},
            {"DELETE /tickets/{id}/replies/{replyId}/reactions/{kind}", Who::Jane, 204, 404},
            {"GET /tickets/{id}/mentionable", Who::Jane, 200, 404},
            {"GET /notifications", Who::Jane, 200, 200},
            {"PATCH /notifications", Who::Jane, 204, 204},
            {"PATCH /notifications/{id}",
             Who::Jane,
             200,
             404,
             &Things::notification,
             {{u"read"_s, true}}},
            {"GET /me/notification-settings", Who::Jane, 200, 200},
            {"PATCH /me/notification-settings",
             Who::Jane,
             200,
             200,
             nullptr,
             {{u"quietUntil"_s, QJsonValue()}}},
            {"GET /tickets/{id}/watchers", Who::Jane, 200, 404},
            {"PUT /tickets/{id}/watchers/{person}", Who::Jane, 200, 404},
            {"DELETE /tickets/{id}/watchers/{person}", Who::Jane, 204, 404},
            {"GET /presence", Who::Alex, 200, 200},
            {"PUT /tickets/{id}/presence",
             Who::Jane,
             204,
             404,
             nullptr,
             {{u"state"_s, u"viewing"_s}}},
            {"DELETE /tickets/{id}/presence", Who::Jane, 204, 404},
            {"POST /tickets/{id}/claim", Who::Alex, 200, 404},
            {"DELETE /tickets/{id}/claim", Who::Alex, 204, 404},
            {"GET /events", Who::Jane, 200, 200},
            {"POST /tickets/{id}/undo", Who::Jane, 200, 404},
            {"GET /tickets/{id}/links", Who::Jane, 200, 404},
            {"POST /tickets/{id}/links",
             Who::Alex,
             200,
             404,
             nullptr,
             {{u"kind"_s, u"child"_s}, {u"ticket"_s, 1}}},
            {"DELETE /tickets/{id}/links/{linkId}", Who::Alex, 204, 404},
            {"GET /tickets/{id}/checklist", Who::Alex, 200, 404},
            {"POST /tickets/{id}/checklist",
             Who::Alex,
             200,
             404,
             nullptr,
             {{u"text"_s, u"Order it"_s}}},
            {"PATCH /tickets/{id}/checklist/{itemId}",
             Who::Alex,
             200,
             404,
             nullptr,
             {{u"done"_s, true}}},
            {"DELETE /tickets/{id}/checklist/{itemId}", Who::Alex, 204, 404},
            {"GET /tickets/{id}/time-entries", Who::Alex, 200, 404},
            {"POST /tickets/{id}/time-entries",
             Who::Alex,
             200,
             404,
             nullptr,
             {{u"minutes"_s, 30}, {u"day"_s, u"2020-01-15"_s}}},
            {"PATCH /tickets/{id}/time-entries/{entryId}",
             Who::Alex,
             200,
             404,
             nullptr,
             {{u"minutes"_s, 45}}},
            {"DELETE /tickets/{id}/time-entries/{entryId}", Who::Alex, 204, 404},
            {"POST /tickets/{id}/merge", Who::Lead, 200, 404, nullptr, {{u"into"_s, 1}}},
            {"POST /tickets/{id}/merge/undo", Who::Lead, 200, 404, &Things::merged},
            {"POST /tickets/{id}/split",
             Who::Lead,
             200,
             404,
             nullptr,
             {{u"title"_s, u"Another thing"_s}, {u"entries"_s, QJsonArray{1}}}},
            {"POST /tickets/{id}/split/undo", Who::Lead, 200, 404, &Things::split},
            {"POST /bulk", Who::Lead, 201, 403, nullptr, bulkOf(1)},
            {"GET /bulk", Who::Lead, 200, 200},
            {"GET /bulk/{id}", Who::Lead, 200, 404, &Things::bulk},
            {"GET /bulk/{id}/tickets", Who::Lead, 200, 404, &Things::bulk},
            {"POST /bulk/{id}/run", Who::Lead, 200, 404, &Things::bulk},
            {"POST /bulk/{id}/cancel", Who::Lead, 200, 404, &Things::bulk},
            {"POST /bulk/{id}/undo", Who::Lead, 200, 404, &Things::done},
    };
    return list;
}

const Case *caseOf(const QByteArray &name)
{
    const auto found = std::find_if(cases().begin(), cases().end(),
                                    [&](const Case &one) { return name == one.route; });
    return found == cases().end() ? nullptr : &*found;
}

bool isJson(const Route &route)
{
    return route.body == Route::Body::Json || route.body == Route::Body::OptionalJson;
}

QByteArray idIn(const Answer &answer)
{
    if (answer.status != 201)
        qFatal("not made: %s", answer.body.constData());
    return QByteArray::number(answer.json.value("id"_L1).toInteger());
}

} // namespace

/// What holds for every route there is, over the table that the server dispatches on.
class TestRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_api.reset(); }

    void everyRouteHasItsCase();
    void needsAToken_data() { addRoutes(); }
    void needsAToken();
    void isNothingForStrangers_data() { addRoutes(); }
    void isNothingForStrangers();
    void answersAsDescribed_data() { addRoutes(); }
    void answersAsDescribed();
    void refusesBadBodies_data();
    void refusesBadBodies();
    void refusesBadQueries_data() { addRoutes(); }
    void refusesBadQueries();
    void knowsNoSuchThing_data() { addRoutes(); }
    void knowsNoSuchThing();
    void knowsOtherMethods_data() { addRoutes(); }
    void knowsOtherMethods();

private:
    void addRoutes();
    Things makeThings();
    void makeApprovals(Things &things);
    void makeSecret(Things &things);
    void makeServiceLevels(Things &things);
    QByteArray makeCalendar();
    QJsonObject policyOf(const QByteArray &calendar, const QString &name);
    void makeBulks(Things &things);
    void makeLinks(Things &things);
    void makeWorklog(Things &things);
    QByteArray makeProxy(const Person &by, const Things &things);
    Person person(Who who) const;
    QByteArray pathOf(const Case &one, const Things &things) const;
    QJsonObject jsonOf(const Case &one);
    Answer call(const Route &route, const QByteArray &path, const QByteArray &authorization,
                const QByteArray &body, Http::Headers headers);
    /// As it is meant, by somebody.
    Answer callWell(const Route &route, const Case &one, const Things &things, const Person &by);

    const Server::Routes m_routes = everyRoute();
    QHash<QByteArray, const Route *> m_byName;
    std::optional<TicketHarness> m_api;
    QJsonObject m_document;
    Things m_untouched; ///< for what changes nothing
    int m_made = 0;
    QJsonArray m_steps; ///< of templates: alex is asked
};

void TestRoutes::initTestCase()
{
    for (const Route &route : m_routes)
        m_byName.insert(nameOf(route), &route);
    m_api.emplace();
    m_document = m_api->call(Http::Method::Get, "/openapi.json").json;
    m_steps = {
            QJsonObject{{u"name"_s, u"One"_s}, {u"people"_s, QJsonArray{m_api->alex.id.value()}}}};
    m_untouched = makeThings();
}

/// Routes that want a token; what is open is listed in everyRouteHasItsCase().
void TestRoutes::addRoutes()
{
    QTest::addColumn<QByteArray>("name");
    for (const Route &route : m_routes) {
        if (route.access == Route::Access::SignedIn)
            QTest::newRow(nameOf(route).constData()) << nameOf(route);
    }
}

Things TestRoutes::makeThings()
{
    TicketHarness &api = *m_api;
    const QString number = QString::number(++m_made);
    Things things;
    things.ticket = api.makeTicket(api.jane).id;
    things.reply = idIn(api.reply(api.jane, things.ticket, u"It smokes"_s));
    things.attachment
            = idIn(api.send(Http::Method::Post, TicketHarness::path(things.ticket, "/attachments"),
                            api.token(api.jane), "bytes"_ba, fileNamed("b.txt"_ba)));
    things.upload = api.send(Http::Method::Post, "/uploads", api.token(api.jane), {},
                             tus({{"Upload-Length", "4"_ba}}))
                            .headers.value("Location")
                            .split('/')
                            .last();
    things.account = QByteArray::number(api.addPerson(u"person "_s + number).id.value());
    things.session = QByteArray::number(api.addSession(api.jane).session.value());
    things.role
            = idIn(api.post("/roles", api.admin,
                            {{u"name"_s, u"Role "_s + number}, {u"permissions"_s, QJsonArray()}}));
    things.desk = idIn(api.post("/desks", api.admin,
                                {{u"key"_s, u"D"_s + number}, {u"name"_s, u"Desk "_s + number}}));
    const QJsonObject named{{u"name"_s, u"Thing "_s + number}, {u"desk"_s, api.desk.value()}};
    things.category = idIn(api.post("/categories", api.admin, named));
    things.ticketTemplate = idIn(api.post("/ticket-templates", api.admin, named));
    things.team = idIn(api.post("/teams", api.admin, named));
    things.view = idIn(api.post("/views", api.admin,
                                {{u"name"_s, u"View "_s + number}, {u"scope"_s, u"global"_s}}));
    things.canned = idIn(api.post("/canned-replies", api.admin,
                                  {{u"name"_s, u"Reply "_s + number},
                                   {u"scope"_s, u"global"_s},
                                   {u"text"_s, u"Hello"_s}}));
    things.tag = idIn(api.post("/tags", api.admin, {{u"name"_s, u"tag"_s + number}}));
    QJsonObject definition
            = api.get("/workflows", api.admin).data().first()["definition"_L1].toObject();
    definition[u"key"_s] = u"workflow_"_s + number;
    things.workflow
            = idIn(api.post("/workflows", api.admin,
                            {{u"name"_s, u"Workflow "_s + number}, {u"definition"_s, definition}}));
    makeApprovals(things);
    makeSecret(things);
    makeServiceLevels(things);
    makeBulks(things);
    makeLinks(things);
    makeWorklog(things);
    things.organisation
            = idIn(api.post("/organisations", api.admin, {{u"name"_s, u"Firm "_s + number}}));
    return things;
}

/// Approvals happen on a desk of their own.
void TestRoutes::makeApprovals(Things &things)
{
    TicketHarness &api = *m_api;
    const QString number = QString::number(m_made);
    const auto draft = [&](DeskId desk) {
        return QJsonObject{{u"name"_s, u"Template "_s + number},
                           {u"desk"_s, desk.value()},
                           {u"steps"_s, m_steps}};
    };
    things.approvalTemplate = idIn(api.post("/approval-templates", api.admin, draft(api.desk)));
    const DeskId desk = api.addWorkflowDesk(u"W"_s + number, u"approval"_s);
    const QByteArray chosen = idIn(api.post("/approval-templates", api.admin, draft(desk)));
    const TicketId waiting = api.makeTicket(api.jane, {{u"desk"_s, desk.value()}}).id;
    api.patch(TicketHarness::path(waiting), api.admin,
              {{u"approvalTemplate"_s, chosen.toLongLong()}});
    api.setStatus(api.jane, waiting, u"waiting_approval"_s);
    things.waiting = QByteArray::number(waiting.value());
    const TicketId closed = api.makeTicket(api.jane).id;
    api.forceStatus(closed, u"closed"_s);
    things.closed = QByteArray::number(closed.value());
    const DeskId stepDesk = api.addWorkflowDesk(u"T"_s + number, u"steps"_s);
    things.inStep = QByteArray::number(
            api.makeTicket(api.jane, {{u"desk"_s, stepDesk.value()}}).id.value());
    things.proxy = makeProxy(api.jane, things);
}

/// On a desk of its own: there is one policy for the same tickets.
QByteArray TestRoutes::makeCalendar()
{
    const DeskId desk = m_api->addWorkflowDesk(u"K%1"_s.arg(++m_made), u"helpdesk"_s);
    const QJsonObject hours{{u"day"_s, u"mon"_s}, {u"from"_s, u"09:00"_s}, {u"to"_s, u"17:00"_s}};
    return idIn(m_api->post("/calendars", m_api->admin,
                            {{u"desk"_s, desk.value()},
                             {u"name"_s, u"Calendar"_s},
                             {u"timeZone"_s, u"UTC"_s},
                             {u"periods"_s, QJsonArray{hours}}}));
}

QJsonObject TestRoutes::policyOf(const QByteArray &calendar, const QString &name)
{
    const QString desk = m_api->value(u"SELECT desk_id FROM ticket.calendar WHERE id = %1"_s.arg(
            QString::fromLatin1(calendar)));
    return {{u"desk"_s, desk.toLongLong()},
            {u"name"_s, name},
            {u"calendar"_s, calendar.toLongLong()},
            {u"resolutionMinutes"_s, 480}};
}

void TestRoutes::makeServiceLevels(Things &things)
{
    things.trigger
            = idIn(m_api->post("/triggers", m_api->admin, triggerOf(u"Made %1"_s.arg(++m_made))));
    things.calendar = makeCalendar();
    things.policy = idIn(
            m_api->post("/sla-policies", m_api->admin, policyOf(makeCalendar(), u"Standard"_s)));
}

void TestRoutes::makeSecret(Things &things)
{
    TicketHarness &api = *m_api;
    const TicketId secret = api.makeTicket(api.jane).id;
    api.patch(TicketHarness::path(secret), api.admin, {{u"visibility"_s, u"restricted"_s}});
    things.secret = QByteArray::number(secret.value());
    things.grant = idIn(api.post(TicketHarness::path(secret, "/grants"), api.jane,
                                 {{u"person"_s, api.emily.id.value()}}));
    api.post("/access-requests", api.alex,
             {{u"ticket"_s, secret.value()}, {u"reason"_s, u"I need to know"_s}});
    things.request = api.value(u"SELECT max(id) FROM ticket.access_request"_s).toLatin1();
    things.notification
            = api.value(u"SELECT max(id) FROM ticket.notification"
                        " WHERE account_id = %1 AND NOT internal"_s.arg(api.jane.id.value()))
                      .toLatin1();
}

void TestRoutes::makeBulks(Things &things)
{
    TicketHarness &api = *m_api;
    const auto make = [&](const QString &state) {
        const QByteArray id = idIn(api.post("/bulk", api.lead, bulkOf(things.ticket.value())));
        api.database.execute(u"UPDATE ticket.bulk SET state = '%1' WHERE id = %2"_s.arg(
                state, QString::fromLatin1(id)));
        return id;
    };
    things.bulk = make(u"rehearsed"_s);
    things.done = make(u"done"_s);
}

void TestRoutes::makeLinks(Things &things)
{
    TicketHarness &api = *m_api;
    const TicketId other = api.makeTicket(api.jane).id;
    const Answer linked = api.post(TicketHarness::path(things.ticket, "/links"), api.alex,
                                   {{u"kind"_s, u"related"_s}, {u"ticket"_s, other.value()}});
    things.link = QByteArray::number(linked.data().first()["id"_L1].toInteger());
    const TicketId merged = api.makeTicket(api.jane).id;
    api.post(TicketHarness::path(merged, "/merge"), api.lead, {{u"into"_s, other.value()}});
    things.merged = QByteArray::number(merged.value());
    const QByteArray reply = idIn(api.reply(api.jane, other, u"And another thing"_s));
    const Answer split = api.post(
            TicketHarness::path(other, "/split"), api.lead,
            {{u"title"_s, u"Another thing"_s}, {u"entries"_s, QJsonArray{reply.toLongLong()}}});
    things.split = QByteArray::number(split.json["id"_L1].toInteger());
}

void TestRoutes::makeWorklog(Things &things)
{
    TicketHarness &api = *m_api;
    const Answer item = api.post(TicketHarness::path(things.ticket, "/checklist"), api.alex,
                                 {{u"text"_s, u"Look at it"_s}});
    things.item = QByteArray::number(item.data().first()["id"_L1].toInteger());
    const Answer entry = api.post(TicketHarness::path(things.ticket, "/time-entries"), api.alex,
                                  {{u"minutes"_s, 15}, {u"day"_s, u"2020-01-15"_s}});
    things.entry = QByteArray::number(entry.data().first()["id"_L1].toInteger());
}

QByteArray TestRoutes::makeProxy(const Person &by, const Things &things)
{
    return idIn(m_api->post("/me/proxies", by,
                            {{u"person"_s, things.account.toLongLong()},
                             {u"from"_s, u"2020-01-01T00:00:00.000Z"_s},
                             {u"to"_s, u"2099-01-01T00:00:00.000Z"_s}}));
}

Person TestRoutes::person(Who who) const
{
    switch (who) {
    case Who::Jane: return m_api->jane;
    case Who::Alex: return m_api->alex;
    case Who::Lead: return m_api->lead;
    case Who::Admin: return m_api->admin;
    }
    Q_UNREACHABLE();
}

QByteArray TestRoutes::pathOf(const Case &one, const Things &things) const
{
    QByteArray path = m_byName.value(one.route)->path;
    path.replace("{replyId}", things.reply).replace("{number}", "1");
    path.replace("{grantId}", things.grant).replace("{person}", "me").replace("{kind}", "eyes");
    path.replace("{linkId}", things.link).replace("{itemId}", things.item);
    path.replace("{entryId}", things.entry);
    return path.replace("{id}",
                        one.id ? things.*one.id : QByteArray::number(things.ticket.value()));
}

/// With what can only be said when the test runs: names are there once.
QJsonObject TestRoutes::jsonOf(const Case &one)
{
    QJsonObject json = one.json;
    const QByteArray name = one.route;
    const QString number = QString::number(m_made);
    if (json.contains("name"_L1))
        json[u"name"_s] = json["name"_L1].toString() + number;
    if (json.contains("username"_L1)) {
        json[u"username"_s] = json["username"_L1].toString() + number;
        json[u"email"_s] = number + json["email"_L1].toString();
    }
    if (json.contains("key"_L1))
        json[u"key"_s] = json["key"_L1].toString() + number;
    if (name == "POST /tickets" || name == "POST /categories" || name == "POST /teams"
        || name == "POST /ticket-templates" || name == "POST /calendars")
        json[u"desk"_s] = m_api->desk.value();
    if (name == "POST /approval-templates") {
        json[u"desk"_s] = m_api->desk.value();
        json[u"steps"_s] = m_steps;
    }
    if (name == "POST /sla-policies")
        json = policyOf(makeCalendar(), json["name"_L1].toString());
    if (name == "POST /sla-rehearsal")
        json = {{u"policy"_s, policyOf(makeCalendar(), u"Tried"_s)}};
    if (name == "POST /tickets/{id}/approvals/reassign")
        json[u"to"_s] = m_api->emily.id.value();
    if (name == "POST /tickets/{id}/links")
        json[u"ticket"_s] = m_api->makeTicket(m_api->jane).id.value();
    if (name == "POST /tickets/{id}/merge")
        json[u"into"_s] = m_api->makeTicket(m_api->jane).id.value();
    if (name == "POST /me/proxies")
        json[u"person"_s] = m_api->addPerson(u"Proxy %1"_s.arg(++m_made)).id.value();
    if (name == "POST /workflows") {
        QJsonObject definition
                = m_api->get("/workflows", m_api->admin).data().first()["definition"_L1].toObject();
        definition[u"key"_s] = u"another_key"_s + number;
        json[u"definition"_s] = definition;
    }
    if (name == "POST /workflows/{id}/rehearsal")
        json[u"definition"_s] = toJson(*workflowPreset(u"helpdesk"));
    return json;
}

Answer TestRoutes::call(const Route &route, const QByteArray &path, const QByteArray &authorization,
                        const QByteArray &body, Http::Headers headers)
{
    if (!authorization.isEmpty())
        headers.set("Authorization"_ba, authorization);
    return m_api->send(route.method, path, {}, body, headers);
}

Answer TestRoutes::callWell(const Route &route, const Case &one, const Things &things,
                            const Person &by)
{
    const QByteArray name = one.route;
    if (name.endsWith("/restore"))
        m_api->remove(TicketHarness::path(things.ticket), m_api->lead);
    if (name == "POST /tickets/{id}/undo")
        m_api->patch(TicketHarness::path(things.ticket), m_api->jane, {{u"priority"_s, u"high"_s}});
    if (name.endsWith("/close"))
        m_api->forceStatus(things.ticket, u"resolved"_s);
    Http::Headers headers = one.headers;
    QByteArray body = one.body;
    if (isJson(route)) {
        headers.set("Content-Type"_ba, "application/json"_ba);
        QJsonObject json = jsonOf(one);
        if (name == "POST /tickets/{id}/split")
            json[u"entries"_s] = QJsonArray{things.reply.toLongLong()};
        body = QJsonDocument(json).toJson(QJsonDocument::Compact);
    }
    return call(route, pathOf(one, things), "Bearer " + m_api->token(by), body, headers);
}

void TestRoutes::everyRouteHasItsCase()
{
    const QSet<QByteArray> open{"GET /healthz",      "GET /readyz",      "GET /metrics",
                                "GET /server",       "OPTIONS /uploads", "GET /openapi.json",
                                "POST /auth/signup", "POST /auth/token"};
    QSet<QByteArray> expected = open;
    for (const Case &one : cases())
        expected.insert(one.route);
    QSet<QByteArray> found;
    for (const Route &route : m_routes) {
        found.insert(nameOf(route));
        QCOMPARE(route.access == Route::Access::Public, open.contains(nameOf(route)));
    }
    QCOMPARE(found - expected, QSet<QByteArray>());
    QCOMPARE(expected - found, QSet<QByteArray>());
}

void TestRoutes::needsAToken()
{
    QFETCH(QByteArray, name);
    const Route &route = *m_byName.value(name);
    const QByteArray path = pathOf(*caseOf(name), m_untouched);
    const Person &jane = m_api->jane;
    const QByteArray good = m_api->token(jane);

    const Answer none = call(route, path, {}, "{}", {});
    QCOMPARE(none.status, 401);
    QCOMPARE(none.key(), "auth.token_missing"_ba);
    QVERIFY(none.headers.value("WWW-Authenticate").startsWith("Bearer"));

    QByteArray altered = good;
    altered[altered.size() - 3] = altered[altered.size() - 3] == 'A' ? 'B' : 'A';
    const QByteArray unsigned_
            = QByteArray(R"({"alg":"none","typ":"JWT"})")
                      .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
              + '.' + good.split('.').value(1) + '.';
    const Person ended = m_api->addSession(jane);
    const QByteArray endedToken = m_api->token(ended);
    m_api->database.execute(u"UPDATE ticket.session SET revoked_at = now() WHERE id = %1"_s.arg(
            ended.session.value()));
    Person mixed = jane; // a token that names another person's session
    mixed.session = m_api->mike.session;
    for (const QByteArray &bad :
         {QByteArray("Bearer nonsense"), "Basic " + good, "Bearer " + altered,
          "Bearer " + unsigned_, "Bearer " + endedToken, "Bearer " + m_api->token(mixed)}) {
        const Answer answer = call(route, path, bad, "{}", {});
        QVERIFY2(answer.status == 401, bad.constData());
        QCOMPARE(answer.key(), "auth.token_invalid"_ba);
        QVERIFY(answer.headers.contains("WWW-Authenticate"));
    }
    m_api->clock.advance(10min);
    QCOMPARE(call(route, path, "Bearer " + good, "{}", {}).key(), "auth.token_expired"_ba);
}

void TestRoutes::isNothingForStrangers()
{
    QFETCH(QByteArray, name);
    const Route &route = *m_byName.value(name);
    const Case &one = *caseOf(name);
    const Things things = makeThings();
    // Not their last session, which some routes end.
    const Answer answer = callWell(route, one, things, m_api->addSession(m_api->mike));
    QVERIFY2(answer.status == one.stranger, answer.body.constData());
    if (answer.status == 403) {
        QCOMPARE(answer.key(), "access.denied"_ba);
        QVERIFY(answer.json.contains("permission"_L1));
    }
    // Nothing of it is shown, and nothing is done: jane can do it still.
    QVERIFY2(!answer.body.contains("The printer is on fire"), answer.body.constData());
    if (name != "POST /me/password") {
        const Answer after = callWell(route, one, things, m_api->addSession(person(one.who)));
        QVERIFY2(after.status == one.good, after.body.constData());
    }
}

void TestRoutes::answersAsDescribed()
{
    QFETCH(QByteArray, name);
    const Route &route = *m_byName.value(name);
    const Case &one = *caseOf(name);
    const Things things = makeThings();
    const Person by = name.contains("/me/") || name.contains("/auth/")
                              ? m_api->addPerson(QString::fromLatin1(name).remove(u'/'))
                              : m_api->addSession(person(one.who));
    Things own = things;
    if (name == "DELETE /me/sessions/{id}")
        own.session = QByteArray::number(m_api->addSession(by).session.value());
    if (name == "DELETE /me/proxies/{id}")
        own.proxy = makeProxy(by, things);
    const Answer answer = callWell(route, one, own, by);
    QVERIFY2(answer.status == one.good, answer.body.constData());

    const QString path = QString(Server::RouteTable::prefix) + QString::fromLatin1(route.path);
    const QString method = QString::fromLatin1(Server::methodName(route.method).toLower());
    const QJsonObject content
            = m_document["paths"_L1][path][method]["responses"_L1]["2XX"_L1]["content"_L1]
                      .toObject();
    QCOMPARE(content.isEmpty(), !route.answers.shape && route.answers.mediaType.isEmpty());
    if (content.contains("application/json"_L1)) {
        QCOMPARE(schemaFaults(m_document, content["application/json"_L1]["schema"_L1].toObject(),
                              answer.json),
                 QStringList());
    } else if (content.isEmpty()) {
        QVERIFY2(answer.body.isEmpty(), answer.body.constData());
    }
    // What is described of the body is what was sent.
    if (isJson(route)) {
        const QJsonObject body = m_document["paths"_L1][path][method]["requestBody"_L1]
                                           ["content"_L1]["application/json"_L1]["schema"_L1]
                                                   .toObject();
        QVERIFY(!body.isEmpty());
        QCOMPARE(schemaFaults(m_document, body, jsonOf(one)), QStringList());
    }
}

void TestRoutes::refusesBadBodies_data()
{
    addRoutes();
    QTest::newRow("POST /auth/signup") << "POST /auth/signup"_ba;
}

void TestRoutes::refusesBadBodies()
{
    QFETCH(QByteArray, name);
    const Route &route = *m_byName.value(name);
    const Case &one = *caseOf(name);
    if (!isJson(route)) {
        // No body is asked for, or it is a file: any byte will do.
        QVERIFY(!route.takes.shape);
        return;
    }
    const QByteArray path = pathOf(one, m_untouched);
    const QByteArray authorization = "Bearer " + m_api->token(person(one.who));
    const auto send = [&](const QByteArray &body, const QByteArray &type = "application/json"_ba) {
        Http::Headers headers;
        headers.set("Content-Type"_ba, type);
        return call(route, path, authorization, body, headers);
    };
    QCOMPARE(send("{}", "text/plain").status, 415);
    QCOMPARE(send("{}", "application/x-www-form-urlencoded").status, 415);
    for (const char *malformed :
         {"{", "[]", "null", "7", R"({"a":1,"a":2})", R"({"a":01})", "{\"a\":\"\xff\"}", "{}{}"}) {
        const Answer answer = send(malformed);
        QVERIFY2(answer.status == 400, malformed);
        QCOMPARE(answer.headers.value("Content-Type"), "application/problem+json"_ba);
    }
    QCOMPARE(send(QByteArray(40, '[') + QByteArray(40, ']')).status, 400);
    if (route.body == Route::Body::Json)
        QCOMPARE(send("").status, 400);
    const Answer halfCharacter = send(R"({"a":"\ud800"})");
    QCOMPARE(halfCharacter.status, 422);
    QVERIFY(halfCharacter.faults().join(u' ').contains(u"a:"_s));

    // Every field that is described is known, and none else.
    QJsonObject wrong{{u"surprise"_s, 1}};
    const QJsonObject properties = route.takes.shape()["properties"_L1].toObject();
    for (const QString &property : properties.keys())
        wrong[property] = QJsonArray{QJsonObject{{u"wrong"_s, true}}};
    const Answer answer = send(QJsonDocument(wrong).toJson(QJsonDocument::Compact),
                               "application/json; charset=utf-8"_ba);
    QCOMPARE(answer.status, 422);
    const QStringList faults = answer.faults();
    QCOMPARE(faults.filter(u":unknown_field"_s).filter(QRegularExpression(u"^[^.\\[]*$"_s)),
             QStringList{u"surprise:unknown_field"_s});
    for (const QString &property : properties.keys()) {
        QVERIFY2(std::any_of(faults.begin(), faults.end(),
                             [&](const QString &fault) { return fault.startsWith(property); }),
                 qPrintable(property));
    }
}

void TestRoutes::refusesBadQueries()
{
    QFETCH(QByteArray, name);
    const Route &route = *m_byName.value(name);
    const Case &one = *caseOf(name);
    if (!route.parameters || route.method != Http::Method::Get)
        return;
    const QByteArray path = pathOf(one, m_untouched);
    const QByteArray authorization = "Bearer " + m_api->token(person(one.who));
    const auto ask = [&](const QByteArray &query) {
        return call(route, path + '?' + query, authorization, {}, {});
    };
    const Answer unknown = ask("surprise=1");
    QCOMPARE(unknown.status, 422);
    QCOMPARE(unknown.faults(), QStringList{u"surprise:unknown_field"_s});
    QCOMPARE(ask("%zz").status, 400);
    for (const QJsonValue &parameter : route.parameters()) {
        const QByteArray known = parameter["name"_L1].toString().toLatin1();
        const Answer answer = ask(known + "=%20&" + known + "=x");
        if (answer.status == 422)
            QVERIFY2(!answer.faults().join(u' ').contains(u"unknown_field"_s), known.constData());
        QVERIFY2(answer.status == 422 || answer.status == 400, known.constData());
    }
    if (!route.answers.isPage)
        return;
    for (const char *page : {"page=0", "page=-1", "page=x", "pageSize=0", "pageSize=101",
                             "page=1&cursor=", "cursor=nonsense"})
        QVERIFY2(ask(page).status == 422, page);
    const Answer counted = ask("page=1&pageSize=1");
    QCOMPARE(counted.status, 200);
    for (const auto member :
         {"total"_L1, "page"_L1, "pageSize"_L1, "totalPages"_L1, "nextCursor"_L1})
        QVERIFY(counted.json["pagination"_L1].toObject().contains(member));
    QVERIFY(counted.data().size() <= 1);
    // By key, without a total, until the end.
    QByteArray query = "pageSize=1&cursor=";
    const qint64 total = counted.json["pagination"_L1]["total"_L1].toInteger();
    QSet<QString> seen;
    for (qint64 i = 0; i < std::min(total, qint64(5)); ++i) {
        const Answer page = ask(query);
        QVERIFY2(page.status == 200, page.body.constData());
        QVERIFY(!page.json["pagination"_L1].toObject().contains("total"_L1));
        QCOMPARE(page.data().size(), 1);
        seen.insert(QString::fromUtf8(page.body));
        const QString next = page.json["pagination"_L1]["nextCursor"_L1].toString();
        QCOMPARE(next.isEmpty(), i + 1 == total);
        query = "pageSize=1&cursor=" + next.toLatin1();
    }
    QCOMPARE(seen.size(), std::min(total, qint64(5)));
}

void TestRoutes::knowsNoSuchThing()
{
    QFETCH(QByteArray, name);
    const Route &route = *m_byName.value(name);
    const Case &one = *caseOf(name);
    if (!route.path.contains("{id}"))
        return;
    for (const char *id : {"0", "-1", "abc", "999999999999", "99999999999999999999", "HD-999999",
                           "1%2F2", "%00", "00000000-0000-4000-8000-000000000000"}) {
        Http::Headers headers = one.headers;
        QByteArray body = one.body;
        if (isJson(route)) {
            headers.set("Content-Type"_ba, "application/json"_ba);
            body = QJsonDocument(jsonOf(one)).toJson(QJsonDocument::Compact);
        }
        QByteArray path = route.path;
        path.replace("{id}", id).replace("{replyId}", "1").replace("{number}", "1");
        const Answer answer
                = call(route, path, "Bearer " + m_api->token(person(one.who)), body, headers);
        QVERIFY2(answer.status == 404, (QByteArray(id) + ": " + answer.body).constData());
        if (route.method != Http::Method::Head)
            QCOMPARE(answer.key(), "not_found"_ba);
    }
}

void TestRoutes::knowsOtherMethods()
{
    QFETCH(QByteArray, name);
    const Route &route = *m_byName.value(name);
    QSet<QByteArray> there;
    for (const Route &other : m_routes) {
        if (other.path == route.path)
            there.insert(Server::methodName(other.method));
    }
    if (there.contains("GET"))
        there.insert("HEAD");
    using Http::Method;
    for (const Method method : {Method::Get, Method::Head, Method::Post, Method::Put, Method::Patch,
                                Method::Delete, Method::Options}) {
        if (there.contains(Server::methodName(method)))
            continue;
        const Answer answer = m_api->send(method, pathOf(*caseOf(name), m_untouched), {}, {}, {});
        QCOMPARE(answer.status, 405);
        QCOMPARE(answer.key(), "request.method_not_allowed"_ba);
        const QByteArrayList allowed = answer.headers.value("Allow").split(',');
        QSet<QByteArray> named;
        for (const QByteArray &one : allowed)
            named.insert(one.trimmed());
        QCOMPARE(named, there);
    }
}

QTEST_GUILESS_MAIN(TestRoutes)
#include "tst_routes.moc"
