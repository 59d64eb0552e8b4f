// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/import/incidentimport.h"

#include "common/timeline/timelineentry.h"
#include "common/workflows/workflowdefinition.h"
#include "server/activity/activitylog.h"
#include "server/db/transaction.h"
#include "server/events/eventlog.h"
#include "server/import/incidentreplay.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

constexpr auto source = "servicenow-incidents"_L1;

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString compact(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

/// "Opened by 8" → "opened.by.8"
QString handleOf(const QString &name)
{
    return name.toLower().replace(u' ', u'.');
}

TimelineEvent eventOf(ReplayedEvent::Subject subject)
{
    using Subject = ReplayedEvent::Subject;
    switch (subject) {
    case Subject::Created: return TimelineEvent::Created;
    case Subject::Status: return TimelineEvent::Status;
    case Subject::Priority: return TimelineEvent::Priority;
    case Subject::Category: return TimelineEvent::Category;
    case Subject::Team: return TimelineEvent::Team;
    case Subject::Assignment: return TimelineEvent::Assignment;
    case Subject::CustomFields: return TimelineEvent::CustomFields;
    case Subject::Worked: return TimelineEvent::Worked;
    }
    Q_UNREACHABLE();
}

/// The log has no texts; what it knows makes a title one can tell apart.
QString titleOf(const IncidentRow &row)
{
    QStringList parts;
    for (const QString &part :
         {row.category, row.others.value(u"subcategory"_s), row.others.value(u"u_symptom"_s)}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.isEmpty() ? u"Incident without category"_s : parts.join(u" · "_s);
}

QString descriptionOf(const Incident &incident)
{
    QString text = u"Imported from the incident log as **%1**. The log records what happened, not "
                   "what was said.\n\n"_s.arg(incident.id);
    const QHash<QString, QString> &others = incident.rows.last().others;
    QStringList columns = others.keys();
    columns.sort();
    for (const QString &column : std::as_const(columns))
        text += u"- %1: %2\n"_s.arg(column, others.value(column));
    return text;
}

/// One run: the ids that names stand for, and the definition to look statuses up in.
class Import
{
public:
    Import(Context &context, const IncidentLog &log)
        : m_context(context)
        , m_log(log)
    {}

    Result<ImportReport> run(const ImportProgress &progress);

private:
    using IdByName = QHash<QString, qint64>;

    Result<> prepare();
    Result<> prepareDesk();
    Result<> preparePeople();
    Result<IdByName> prepareNames(const char *upsert, const char *select,
                                  const QSet<QString> &names);
    Result<QHash<QString, qint64>> references();
    Result<> importOne(const Incident &incident);
    Result<TicketId> insertTicket(const Incident &incident, const ReplayedIncident &history);
    Result<> insertHistory(TicketId ticket, const ReplayedIncident &history);

    AccountId account(const QString &name) const
    {
        return AccountId(m_accounts.value(handleOf(name)));
    }
    QJsonValue person(const QString &name) const;
    QJsonObject detailsOf(const ReplayedEvent &event) const;
    QString label(const QString &status) const { return m_workflow.status(status)->label; }

    Context &m_context;
    const IncidentLog &m_log;
    WorkflowDefinition m_workflow;
    qint64 m_workflowVersion = 0;
    DeskId m_desk;
    IdByName m_accounts; ///< by handle
    IdByName m_teams;
    IdByName m_categories;
};

QJsonValue Import::person(const QString &name) const
{
    if (name.isEmpty())
        return QJsonValue::Null;
    return QJsonObject{{u"id"_s, account(name).value()}, {u"displayName"_s, name}};
}

QJsonObject Import::detailsOf(const ReplayedEvent &event) const
{
    using Subject = ReplayedEvent::Subject;
    const auto named = [](const IdByName &ids, const QString &name) -> QJsonValue {
        if (name.isEmpty())
            return QJsonValue::Null;
        return QJsonObject{{u"id"_s, ids.value(name)}, {u"name"_s, name}};
    };
    switch (event.subject) {
    case Subject::Created: return {{u"status"_s, event.newValue}};
    case Subject::Status:
        return {{u"old"_s, event.oldValue},
                {u"new"_s, event.newValue},
                {u"oldLabel"_s, label(event.oldValue)},
                {u"newLabel"_s, label(event.newValue)}};
    case Subject::Priority: return {{u"old"_s, event.oldValue}, {u"new"_s, event.newValue}};
    case Subject::Category:
        return {{u"old"_s, named(m_categories, event.oldValue)},
                {u"new"_s, named(m_categories, event.newValue)}};
    case Subject::Team:
        return {{u"old"_s, named(m_teams, event.oldValue)},
                {u"new"_s, named(m_teams, event.newValue)}};
    case Subject::Assignment:
        return {{u"old"_s, person(event.oldValue)}, {u"new"_s, person(event.newValue)}};
    case Subject::CustomFields: return {{u"fields"_s, event.fields}};
    case Subject::Worked: return {};
    }
    Q_UNREACHABLE();
}

Result<> Import::prepareDesk()
{
    QFile file(u":/import/incident.workflow.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::internal(u"The import's workflow is missing from the program."_s));
    const QByteArray definition = file.readAll();
    auto workflow = fromJsonBytes<WorkflowDefinition>(definition);
    if (!workflow)
        return fail(workflow.error());
    m_workflow = std::move(*workflow);

    auto version = m_context.db.run("import/upsert_workflow",
                                    {{":key", m_workflow.key},
                                     {":name", m_workflow.label},
                                     {":definition", QString::fromUtf8(definition)}});
    if (!version)
        return fail(version.error());
    version->next();
    const qint64 workflowId = version->number(0);
    m_workflowVersion = version->number(1);

    auto desk = m_context.db.run("import/upsert_desk",
                                 {{":key", u"INC"_s},
                                  {":name", u"Incidents"_s},
                                  {":description", u"Imported from a ServiceNow incident log."_s},
                                  {":workflow", workflowId}});
    if (!desk)
        return fail(desk.error());
    desk->next();
    m_desk = desk->id<DeskId>(0);
    return {};
}

Result<> Import::preparePeople()
{
    QSet<QString> callers;
    QSet<QString> staff;
    for (const Incident &incident : m_log.incidents) {
        callers.insert(incident.caller);
        staff << incident.openedBy << incident.createdBy;
        for (const IncidentRow &row : incident.rows)
            staff << row.updatedBy << row.assignee;
    }
    staff.remove(QString());
    const QStringList names = (callers + staff).values();
    const auto handlesOf = [](const QStringList &people) {
        QStringList handles;
        for (const QString &name : people)
            handles.append(handleOf(name));
        return handles;
    };
    const QStringList handles = handlesOf(names);
    if (auto rows
        = m_context.db.run("import/upsert_accounts", {{":names", names}, {":handles", handles}});
        !rows)
        return fail(rows.error());
    for (const auto &[role, people] : {std::pair(u"requester"_s, handlesOf(callers.values())),
                                       std::pair(u"agent"_s, handlesOf(staff.values()))}) {
        auto rows = m_context.db.run("import/grant_roles",
                                     {{":desk", m_desk}, {":role", role}, {":handles", people}});
        if (!rows)
            return fail(rows.error());
    }
    auto rows = m_context.db.run("import/select_accounts", {{":handles", handles}});
    if (!rows)
        return fail(rows.error());
    while (rows->next())
        m_accounts.insert(rows->text(0).toLower(), rows->number(1));
    return {};
}

Result<Import::IdByName> Import::prepareNames(const char *upsert, const char *select,
                                              const QSet<QString> &names)
{
    QStringList sorted = names.values();
    sorted.sort();
    if (auto rows = m_context.db.run(upsert, {{":desk", m_desk}, {":names", sorted}}); !rows)
        return fail(rows.error());
    auto rows = m_context.db.run(select, {{":desk", m_desk}});
    if (!rows)
        return fail(rows.error());
    IdByName ids;
    while (rows->next())
        ids.insert(rows->text(0), rows->number(1));
    return ids;
}

Result<> Import::prepare()
{
    return Db::inTransaction<void>(m_context.db, [this]() -> Result<> {
        if (auto desk = prepareDesk(); !desk)
            return desk;
        if (auto people = preparePeople(); !people)
            return people;
        QSet<QString> teams;
        QSet<QString> categories;
        for (const Incident &incident : m_log.incidents) {
            for (const IncidentRow &row : incident.rows) {
                teams.insert(row.team);
                categories.insert(row.category);
            }
        }
        teams.remove(QString());
        categories.remove(QString());
        auto teamIds = prepareNames("import/upsert_teams", "import/select_teams", teams);
        if (!teamIds)
            return fail(teamIds.error());
        m_teams = std::move(*teamIds);
        auto categoryIds
                = prepareNames("import/upsert_categories", "import/select_categories", categories);
        if (!categoryIds)
            return fail(categoryIds.error());
        m_categories = std::move(*categoryIds);
        return {};
    });
}

Result<QHash<QString, qint64>> Import::references()
{
    auto rows = m_context.db.run("import/select_references", {{":source", QString(source)}});
    if (!rows)
        return fail(rows.error());
    QHash<QString, qint64> known;
    while (rows->next())
        known.insert(rows->text(0), rows->number(1));
    return known;
}

Result<TicketId> Import::insertTicket(const Incident &incident, const ReplayedIncident &history)
{
    const IncidentRow &last = incident.rows.last();
    QJsonObject customFields;
    for (auto it = last.others.cbegin(); it != last.others.cend(); ++it)
        customFields.insert(it.key(), it.value());
    // The first update by somebody is the nearest that the log has to a first response.
    const QDateTime firstResponse
            = incident.rows.size() > 1 ? incident.rows[1].updatedAt : QDateTime();
    auto rows = m_context.db.run(
            "import/insert_ticket",
            {{":desk", m_desk},
             {":number", incident.number},
             {":title", titleOf(last)},
             {":description", descriptionOf(incident)},
             {":workflow_version", m_workflowVersion},
             {":status", history.status},
             {":status_category", QString(toWire(m_workflow.status(history.status)->category))},
             {":status_changed_at", history.statusChangedAt},
             {":priority", QString(toWire(last.priority))},
             {":category", CategoryId(m_categories.value(last.category))},
             {":requester", account(incident.caller)},
             {":assignee", account(last.assignee)},
             {":team", TeamId(m_teams.value(last.team))},
             {":tags", QStringList{u"imported"_s}},
             {":custom_fields", compact(customFields)},
             {":first_response_at", firstResponse},
             {":resolved_at", history.resolvedAt},
             {":closed_at", history.closedAt},
             {":reopen_count", history.reopenCount},
             {":created_by",
              account(history.events.first().author.isEmpty() ? incident.caller
                                                              : history.events.first().author)},
             {":created_at", incident.openedAt},
             {":updated_by",
              account(history.updatedBy.isEmpty() ? incident.caller : history.updatedBy)},
             {":updated_at", history.updatedAt}});
    if (!rows)
        return fail(rows.error());
    rows->next();
    return rows->id<TicketId>(0);
}

Result<> Import::insertHistory(TicketId ticket, const ReplayedIncident &history)
{
    QJsonArray events;
    QJsonArray changes;
    for (const ReplayedEvent &event : history.events) {
        const QJsonValue author
                = event.author.isEmpty() ? QJsonValue() : account(event.author).value();
        const QString at = event.at.toString(Qt::ISODateWithMs);
        events.append(QJsonObject{{u"type"_s, QString(toWire(eventOf(event.subject)))},
                                  {u"author"_s, author},
                                  {u"details"_s, detailsOf(event)},
                                  {u"at"_s, at}});
        if (event.subject == ReplayedEvent::Subject::Status) {
            changes.append(QJsonObject{{u"old"_s, event.oldValue},
                                       {u"new"_s, event.newValue},
                                       {u"author"_s, author},
                                       {u"at"_s, at}});
        }
    }
    auto inserted = m_context.db.run("import/insert_events",
                                     {{":ticket", ticket}, {":events", compact(events)}});
    if (!inserted)
        return fail(inserted.error());
    auto logged = m_context.db.run("import/insert_status_changes",
                                   {{":ticket", ticket}, {":changes", compact(changes)}});
    if (!logged)
        return fail(logged.error());
    return {};
}

Result<> Import::importOne(const Incident &incident)
{
    return Db::inTransaction<void>(m_context.db, [&]() -> Result<> {
        const ReplayedIncident history = replay(incident);
        const auto ticket = insertTicket(incident, history);
        if (!ticket)
            return fail(ticket.error());
        if (auto done = insertHistory(*ticket, history); !done)
            return done;
        auto noted = m_context.db.run("import/insert_reference",
                                      {{":source", QString(source)},
                                       {":external_id", incident.id},
                                       {":ticket", *ticket},
                                       {":rows", qint64(incident.rows.size())}});
        if (!noted)
            return fail(noted.error());
        auto logged = recordActivity(m_context, {.entity = "ticket",
                                                 .action = "import",
                                                 .entityId = ticket->value(),
                                                 .ticket = *ticket,
                                                 .desk = m_desk,
                                                 .newValue = {{u"source"_s, QString(source)},
                                                              {u"externalId"_s, incident.id}}});
        if (!logged)
            return logged;
        return appendEvent(m_context, {.type = EventType::TicketCreated, .ticket = *ticket});
    });
}

Result<ImportReport> Import::run(const ImportProgress &progress)
{
    if (auto ready = prepare(); !ready)
        return fail(ready.error());
    const auto known = references();
    if (!known)
        return fail(known.error());

    ImportReport report{.rowsRead = m_log.rowsRead,
                        .incidentsRead = m_log.incidents.size(),
                        .refusals = m_log.refusals};
    qint64 done = 0;
    for (const Incident &incident : m_log.incidents) {
        const auto earlier = known->constFind(incident.id);
        if (earlier == known->constEnd()) {
            if (auto imported = importOne(incident); !imported)
                return fail(imported.error());
            ++report.ticketsCreated;
            report.rowsTaken += incident.rows.size();
        } else if (*earlier == incident.rows.size()) {
            ++report.ticketsThere;
            report.rowsTaken += incident.rows.size();
        } else {
            report.refusals.append(
                    {.id = incident.id,
                     .line = incident.rows.first().line,
                     .reason = u"was imported with %1 rows, the file has %2"_s.arg(*earlier).arg(
                             incident.rows.size())});
        }
        if (!progress(++done, report.incidentsRead))
            break;
    }
    if (auto raised = m_context.db.run("import/raise_desk_sequence", {{":desk", m_desk}}); !raised)
        return fail(raised.error());
    auto events = m_context.db.run("import/count_events", {{":source", QString(source)}});
    if (!events)
        return fail(events.error());
    events->next();
    report.events = events->number(0);
    return report;
}

} // namespace

QStringList ImportReport::lines() const
{
    QStringList lines{u"Rows read:            %1"_s.arg(rowsRead),
                      u"Rows in tickets:      %1"_s.arg(rowsTaken),
                      u"Incidents read:       %1"_s.arg(incidentsRead),
                      u"Tickets created now:  %1"_s.arg(ticketsCreated),
                      u"Tickets from before:  %1"_s.arg(ticketsThere),
                      u"Timeline events:      %1"_s.arg(events),
                      u"Incidents refused:    %1"_s.arg(refusals.size())};
    for (const ImportRefusal &refusal : refusals)
        lines.append(u"  line %1, %2: %3"_s.arg(refusal.line).arg(refusal.id, refusal.reason));
    lines.append(reconciles() ? u"The import matches the file."_s
                              : u"The import does not match the file yet."_s);
    return lines;
}

Result<ImportReport> importIncidents(Context &context, const IncidentLog &log,
                                     const ImportProgress &progress)
{
    return Import(context, log).run(progress);
}

} // namespace Deskbell::Server
