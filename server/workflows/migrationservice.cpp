// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/workflows/migrationservice.h"

#include "common/workflows/workflowrules.h"
#include "server/activity/activitylog.h"
#include "server/workflows/workflowservice.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::Server::MigrationService {

namespace {

/// So many tickets are moved by one request, while nobody else can change them.
constexpr int migrationBatch = 2000;

/// What ticket.workflow_fates() is told of a definition.
QJsonArray waysOf(const WorkflowDefinition &definition)
{
    QJsonArray list;
    for (const WorkflowStatus &status : definition.statuses) {
        const WaysOn ways = waysOn(definition, status.key);
        // Somebody is looked for at every step: there it is never for want of an assignee.
        const bool finds = ways.assignee && definition.step(status.key);
        QJsonArray holders;
        for (const QList<Permission> &permissions : ways.holders) {
            QJsonArray codes;
            for (const Permission permission : permissions)
                codes.append(QString(toWire(permission)));
            holders.append(codes);
        }
        list.append(QJsonObject{{u"status"_s, status.key},
                                {u"always"_s, ways.always || status.final || finds},
                                {u"assignee"_s, ways.assignee},
                                {u"approver"_s, ways.approver},
                                {u"holders"_s, holders}});
    }
    return list;
}

/// The questions of one definition, map and workflow to the database.
class FateQuery
{
public:
    FateQuery(Context &context, WorkflowId workflow, const WorkflowDefinition &definition,
              const StatusMap &map)
        : m_context(context)
        , m_workflow(workflow)
        , m_ways(waysOf(definition))
        , m_map(statusMapToJson(map))
    {}

    /// Without those of the version `except`.
    Result<QList<RehearsedStatus>> statuses(int except = 0);
    Result<QList<StrandedTicket>> stranded();
    /// How many of these.
    Result<qint64> stranded(const QList<qint64> &tickets);

private:
    Context &m_context;
    const WorkflowId m_workflow;
    const QJsonArray m_ways;
    const QJsonObject m_map;
};

Result<QList<RehearsedStatus>> FateQuery::statuses(int except)
{
    auto rows = m_context.db.run("workflows/list_fates", {{":workflow", m_workflow},
                                                          {":ways", m_ways},
                                                          {":status_map", m_map},
                                                          {":except", except}});
    if (!rows)
        return fail(rows.error());
    QList<RehearsedStatus> statuses;
    while (rows->next()) {
        const int number = int(rows->number(0));
        const QString status = rows->text(1);
        const Stranding stranding = fromWire<Stranding>(rows->text(4)).value_or(Stranding::None);
        const int tickets = int(rows->number(5));
        if (statuses.isEmpty() || statuses.last().number != number
            || statuses.last().status != status) {
            statuses.append({.number = number,
                             .status = status,
                             .label = rows->text(2),
                             .to = rows->text(3)});
        }
        RehearsedStatus &last = statuses.last();
        last.tickets += tickets;
        if (stranding != Stranding::None) {
            last.stranded += tickets;
            last.stranding = stranding;
        }
    }
    return statuses;
}

Result<QList<StrandedTicket>> FateQuery::stranded()
{
    auto rows = m_context.db.run("workflows/list_stranded_tickets",
                                 {{":workflow", m_workflow},
                                  {":ways", m_ways},
                                  {":status_map", m_map},
                                  {":viewer", m_context.principal.account},
                                  {":limit", maxStrandedTickets}});
    if (!rows)
        return fail(rows.error());
    QList<StrandedTicket> tickets;
    while (rows->next()) {
        tickets.append({.id = rows->id<TicketId>(0),
                        .number = rows->text(1),
                        .title = rows->text(2),
                        .status = rows->text(3),
                        .stranding = fromWire<Stranding>(rows->text(4)).value_or(Stranding::None)});
    }
    return tickets;
}

Result<qint64> FateQuery::stranded(const QList<qint64> &tickets)
{
    auto rows = m_context.db.run("workflows/count_stranded", {{":workflow", m_workflow},
                                                              {":ways", m_ways},
                                                              {":status_map", m_map},
                                                              {":tickets", tickets}});
    if (!rows)
        return fail(rows.error());
    rows->next();
    return rows->number(0);
}

/// One fault for each status whose tickets would be stranded.
QList<FieldError> strandingFaults(const QList<RehearsedStatus> &statuses)
{
    QMap<QString, qint64> stranded;
    for (const RehearsedStatus &status : statuses) {
        if (status.stranded > 0)
            stranded[status.status] += status.stranded;
    }
    QList<FieldError> faults;
    for (auto status = stranded.cbegin(); status != stranded.cend(); ++status) {
        faults.append({.field = u"statusMap."_s + status.key(),
                       .key = "stranded",
                       .params = {{u"tickets"_s, status.value()}}});
    }
    return faults;
}

/// The tickets that are moved by one request.
struct Batch
{
    QList<qint64> tickets;
    qint64 newest = 0; ///< the version they come to live by
    QDateTime now;     ///< by it turns that ended just now are known
};

Result<Batch> lockBatch(Context &context, WorkflowId workflow)
{
    auto rows = context.db.run("workflows/lock_migrating_tickets",
                               {{":workflow", workflow}, {":limit", migrationBatch}});
    if (!rows)
        return fail(rows.error());
    rows->next();
    if (rows->isNull(0))
        return Batch();
    return Batch{.tickets = rows->numbers(0), .newest = rows->number(1), .now = context.now()};
}

/// Before the tickets are moved: while they still have the status that their turn is for.
Result<> endTurns(Context &context, const WorkflowDefinition &definition, const StatusMap &map,
                  const Batch &batch)
{
    QStringList steps;
    for (const WorkflowStep &step : definition.steps)
        steps.append(step.status);
    auto rows = context.db.run("workflows/end_left_turns", {{":tickets", batch.tickets},
                                                            {":status_map", statusMapToJson(map)},
                                                            {":steps", steps},
                                                            {":now", batch.now}});
    if (!rows)
        return fail(rows.error());
    return {};
}

Result<> beginTurns(Context &context, const WorkflowDefinition &definition, const Batch &batch)
{
    if (definition.steps.isEmpty())
        return {};
    QJsonArray steps;
    for (const WorkflowStep &step : definition.steps)
        steps.append(QJsonObject{{u"status"_s, step.status}, {u"role"_s, step.role}});
    auto rows
            = context.db.run("workflows/begin_turns",
                             {{":tickets", batch.tickets}, {":steps", steps}, {":now", batch.now}});
    if (!rows)
        return fail(rows.error());
    return {};
}

Result<> moveTickets(Context &context, const WorkflowDefinition &definition, const StatusMap &map,
                     const Batch &batch, Migration &migration)
{
    if (auto ended = endTurns(context, definition, map, batch); !ended)
        return ended;
    auto rows = context.db.run("workflows/migrate_tickets",
                               {{":newest", batch.newest},
                                {":tickets", batch.tickets},
                                {":status_map", statusMapToJson(map)},
                                {":account", context.principal.account},
                                {":actor_name", context.principal.displayName},
                                {":peer", context.peer},
                                {":request_id", QString::fromLatin1(context.requestId)},
                                {":now", batch.now}});
    if (!rows)
        return fail(rows.error());
    rows->next();
    migration.moved = int(rows->number(0));
    migration.changed = int(rows->number(1));
    context.wroteEvents = context.wroteEvents || migration.changed > 0;
    return beginTurns(context, definition, batch);
}

/// How many are to be moved, when none of them would be stranded. It takes long, so no ticket is
/// locked for it.
Result<int> movable(FateQuery &query, int newest)
{
    auto statuses = query.statuses(newest);
    if (!statuses)
        return fail(statuses.error());
    if (const QList<FieldError> faults = strandingFaults(*statuses); !faults.isEmpty())
        return fail(invalidInput(faults));
    int count = 0;
    for (const RehearsedStatus &status : *statuses)
        count += status.tickets;
    return count;
}

/// How many are left under older versions.
Result<int> countLeft(Context &context, const Workflow &workflow)
{
    auto rows
            = context.db.run("workflows/count_migrating_tickets",
                             {{":workflow", workflow.id}, {":newest", workflow.definitionNumber}});
    if (!rows)
        return fail(rows.error());
    rows->next();
    return int(rows->number(0));
}

Result<Migration> migrateLocked(Context &context, const Workflow &workflow,
                                const MigrationRequest &request)
{
    const StatusMap &map = request.statusMap;
    const QList<FieldError> unknown = statusMapFaults(map, workflow.definition);
    if (!unknown.isEmpty())
        return fail(invalidInput(unknown));
    Migration migration{.number = workflow.definitionNumber};
    FateQuery query(context, workflow.id, workflow.definition, map);
    const auto left = request.continued ? countLeft(context, workflow)
                                        : movable(query, workflow.definitionNumber);
    if (!left)
        return fail(left.error());
    if (*left == 0)
        return migration;
    const auto batch = lockBatch(context, workflow.id);
    if (!batch)
        return fail(batch.error());
    if (batch->tickets.isEmpty())
        return migration;
    // Before they were locked somebody may have changed one of them.
    auto stranded = query.stranded(batch->tickets);
    if (!stranded)
        return fail(stranded.error());
    if (*stranded > 0) {
        if (auto named = movable(query, workflow.definitionNumber); !named)
            return fail(named.error());
    }
    if (auto moved = moveTickets(context, workflow.definition, map, *batch, migration); !moved)
        return fail(moved.error());
    migration.remaining = std::max(0, *left - migration.moved);
    auto recorded = recordActivity(context, {.entity = "workflow",
                                             .action = "migrate",
                                             .entityId = workflow.id.value(),
                                             .oldValue = {},
                                             .newValue = {{u"number"_s, migration.number},
                                                          {u"statusMap"_s, statusMapToJson(map)},
                                                          {u"moved"_s, migration.moved},
                                                          {u"changed"_s, migration.changed},
                                                          {u"remaining"_s, migration.remaining}}});
    if (!recorded)
        return fail(recorded.error());
    return migration;
}

} // namespace

Result<Rehearsal> rehearse(Context &context, WorkflowId id, const RehearsalRequest &request)
{
    auto workflow = WorkflowService::managed(context, id);
    if (!workflow)
        return fail(workflow.error());
    Rehearsal rehearsal{.number = workflow->definitionNumber,
                        .changes = diffWorkflows(workflow->definition, request.definition)};
    FateQuery query(context, id, request.definition, request.statusMap);
    auto statuses = query.statuses();
    if (!statuses)
        return fail(statuses.error());
    rehearsal.statuses = *statuses;
    for (const RehearsedStatus &status : std::as_const(rehearsal.statuses)) {
        rehearsal.tickets += status.tickets;
        rehearsal.stranded += status.stranded;
    }
    if (rehearsal.stranded == 0)
        return rehearsal;
    auto tickets = query.stranded();
    if (!tickets)
        return fail(tickets.error());
    rehearsal.strandedTickets = *tickets;
    return rehearsal;
}

Result<Migration> migrate(Context &context, WorkflowId id, const MigrationRequest &request,
                          const std::optional<int> &version)
{
    Migration migration;
    auto done = WorkflowService::withLocked(
            context, id, version, [&](const Workflow &workflow) -> Result<> {
                return migrateLocked(context, workflow, request).map([&](const Migration &moved) {
                    migration = moved;
                });
            });
    if (!done)
        return fail(done.error());
    return migration;
}

} // namespace Deskbell::Server::MigrationService
