// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/workflows/migrationservice.h"

#include "common/workflows/workflowrules.h"
#include "server/activity/activitylog.h"
#include "server/workflows/workflowservice.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::MigrationService {

namespace {

/// So many tickets are moved by one statement: long enough to be quick, short enough for its
/// time limit.
constexpr int migrationBatch = 5000;

/// What ticket.workflow_fates() is told of a definition.
QJsonArray waysOf(const WorkflowDefinition &definition)
{
    QJsonArray list;
    for (const WorkflowStatus &status : definition.statuses) {
        const WaysOn ways = waysOn(definition, status.key);
        QJsonArray holders;
        for (const QList<Permission> &permissions : ways.holders) {
            QJsonArray codes;
            for (const Permission permission : permissions)
                codes.append(QString(toWire(permission)));
            holders.append(codes);
        }
        list.append(QJsonObject{{u"status"_s, status.key},
                                {u"always"_s, ways.always || status.final},
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

/// Turns are chosen ticket by ticket, and nobody must lose theirs: tickets of step workflows keep
/// the version they started with.
Result<> refuseTurns(Context &context, const Workflow &workflow, qint64 newest)
{
    auto rows = context.db.run("workflows/select_open_turns",
                               {{":workflow", workflow.id}, {":newest", newest}});
    if (!rows)
        return fail(rows.error());
    rows->next();
    if (workflow.definition.steps.isEmpty() && !rows->flag(0))
        return {};
    return fail({.code = ErrorCode::Conflict,
                 .key = "workflow.has_steps",
                 .detail = u"Tickets of step workflows keep their version."_s});
}

Result<> moveTickets(Context &context, qint64 newest, const StatusMap &map, Migration &migration)
{
    for (bool more = true; more;) {
        auto rows = context.db.run("workflows/migrate_tickets",
                                   {{":newest", newest},
                                    {":status_map", statusMapToJson(map)},
                                    {":limit", migrationBatch},
                                    {":account", context.principal.account},
                                    {":actor_name", context.principal.displayName},
                                    {":peer", context.peer},
                                    {":request_id", QString::fromLatin1(context.requestId)},
                                    {":now", context.now()}});
        if (!rows)
            return fail(rows.error());
        rows->next();
        migration.moved += int(rows->number(0));
        migration.changed += int(rows->number(1));
        more = rows->number(0) == migrationBatch;
    }
    context.wroteEvents = context.wroteEvents || migration.changed > 0;
    return {};
}

Result<Migration> migrateLocked(Context &context, const Workflow &workflow, const StatusMap &map)
{
    const QList<FieldError> unknown = statusMapFaults(map, workflow.definition);
    if (!unknown.isEmpty())
        return fail(invalidInput(unknown));
    Migration migration{.number = workflow.definitionNumber};
    auto locked = context.db.run("workflows/lock_migrating_tickets", {{":workflow", workflow.id}});
    if (!locked)
        return fail(locked.error());
    locked->next();
    if (locked->number(0) == 0)
        return migration;
    const qint64 newest = locked->number(1);
    if (auto free = refuseTurns(context, workflow, newest); !free)
        return fail(free.error());
    auto statuses = FateQuery(context, workflow.id, workflow.definition, map)
                            .statuses(workflow.definitionNumber);
    if (!statuses)
        return fail(statuses.error());
    if (const QList<FieldError> faults = strandingFaults(*statuses); !faults.isEmpty())
        return fail(invalidInput(faults));
    if (auto moved = moveTickets(context, newest, map, migration); !moved)
        return fail(moved.error());
    auto recorded = recordActivity(context, {.entity = "workflow",
                                             .action = "migrate",
                                             .entityId = workflow.id.value(),
                                             .oldValue = {},
                                             .newValue = {{u"number"_s, migration.number},
                                                          {u"statusMap"_s, statusMapToJson(map)},
                                                          {u"moved"_s, migration.moved},
                                                          {u"changed"_s, migration.changed}}});
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
                return migrateLocked(context, workflow, request.statusMap)
                        .map([&](const Migration &moved) { migration = moved; });
            });
    if (!done)
        return fail(done.error());
    return migration;
}

} // namespace Deskbell::Server::MigrationService
