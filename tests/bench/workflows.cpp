// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/workflows.h"

#include "common/base/paging.h"
#include "common/workflows/presets.h"
#include "common/workflows/workflow.h"
#include "common/workflows/workflowrehearsal.h"
#include "tests/bench/samples.h"

#include <QElapsedTimer>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Deskbell::Bench {

namespace {

constexpr double rehearsalBudget = 2000; // ms, for 100,000 tickets
constexpr int rehearsals = 7;

Result<WorkflowId> helpdeskWorkflow(TestBed &bed)
{
    auto rows = bed.db().runText(u"SELECT id FROM ticket.workflow WHERE key = 'helpdesk'"_s);
    if (!rows)
        return fail(rows.error());
    rows->next();
    return rows->id<WorkflowId>(0);
}

QByteArray bytesOf(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

/// The help desk in which nothing is in progress any more: that is where all tickets are.
WorkflowDefinition strandingDefinition()
{
    WorkflowDefinition definition = *workflowPreset(u"helpdesk");
    for (WorkflowStatus &status : definition.statuses) {
        if (status.key == u"in_progress"_s)
            status.key = u"working"_s;
    }
    const auto rename = [](auto &ways) {
        for (auto &way : ways) {
            way.from.replace(u"in_progress"_s, u"working"_s);
            way.to.replace(u"in_progress"_s, u"working"_s);
        }
    };
    rename(definition.transitions);
    rename(definition.automatic);
    return definition;
}

/// Each gets another status, with everything that is written about that.
void measureMoving(TestBed &bed, const QByteArray &workflow, Table &table)
{
    const QString name = u"moving all of them to another status of a new version"_s;
    const WorkflowPatch patch{.definition = strandingDefinition()};
    const MigrationRequest request{.statusMap = {{u"in_progress"_s, u"working"_s}}};
    const bool saved = bed.ask(0, "PATCH", workflow, bytesOf(toJson(patch))).has_value();
    QElapsedTimer clock;
    clock.start();
    const auto moved = saved ? bed.ask(0, "POST", workflow + "/migrate", bytesOf(toJson(request)))
                             : std::nullopt;
    if (!moved)
        return table.add(failedRow(name, u"not answered"_s));
    table.add({.measure = name,
               .ours = u"%1 s for %2"_s.arg(double(clock.elapsed()) / 1000, 0, 'f', 1)
                               .arg(moved->value("changed"_L1).toInteger()),
               .floor = shareOfCore()});
}

} // namespace

void measureRehearsal(TestBed &bed, Table &table)
{
    const QString name = u"rehearsing a workflow change that strands all of %1 open tickets"_s.arg(
            bed.tickets());
    // The first agent gets to manage workflows, too, and every ticket is worked on.
    auto ready = bed.db().script(
            u"INSERT INTO ticket.account_role (account_id, role_id)"
            " SELECT %1, id FROM ticket.role WHERE key = 'administrator' ON CONFLICT DO NOTHING;"
            "UPDATE ticket.ticket SET status = 'in_progress', status_category = 'open',"
            " resolved_at = NULL, closed_at = NULL"_s.arg(TestBed::account(0)));
    if (ready)
        ready = bed.db().script(u"VACUUM (ANALYZE) ticket.ticket"_s);
    const auto workflow = helpdeskWorkflow(bed);
    if (!ready || !workflow)
        return table.add(failedRow(name, ready ? workflow.error().detail : ready.error().detail));
    const QByteArray path = "/workflows/" + QByteArray::number(workflow->value());
    const QByteArray body = bytesOf(toJson(RehearsalRequest{.definition = strandingDefinition()}));
    std::vector<double> times;
    qint64 stranded = 0;
    for (int i = 0; i < rehearsals; ++i) {
        QElapsedTimer clock;
        clock.start();
        const auto answer = bed.ask(0, "POST", path + "/rehearsal", body);
        times.push_back(double(clock.nsecsElapsed()) / 1e6);
        if (!answer)
            return table.add(failedRow(name, u"not answered"_s));
        stranded = answer->value("stranded"_L1).toInteger();
    }
    table.add({.measure = name,
               .ours = u"%1, slowest %2, %3 stranded"_s
                               .arg(inMs(median(times)), inMs(percentile(times, 1)))
                               .arg(stranded),
               .floor = shareOfCore(),
               .budget = u"<= %1"_s.arg(inMs(rehearsalBudget)),
               .verdict = verdictOf(percentile(times, 1) <= rehearsalBudget)});
    measureMoving(bed, path, table);
}

} // namespace Deskbell::Bench
