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
constexpr double batchBudget = 1000; // ms, for which a ticket can be locked

Result<WorkflowId> helpdeskWorkflow(TestBed &bed)
{
    auto rows = bed.db().runText(u"SELECT id FROM ticket.workflow WHERE key = 'helpdesk'"_s);
    if (!rows)
        return fail(rows.error());
    rows->next();
    return rows->id<WorkflowId>(0);
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

QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// Saves the definition, and moves all tickets to it, each into another status.
void measureMove(TestBed &bed, Table &table, const QByteArray &workflow)
{
    const QString name
            = u"moving all of %1 open tickets to that version and status"_s.arg(bed.tickets());
    if (!bed.ask(0, "PATCH", workflow,
                 bytesOf(toJson(WorkflowPatch{.definition = strandingDefinition()}))))
        return table.add(failedRow(name, u"not saved"_s));
    MigrationRequest request{.statusMap = {{u"in_progress"_s, u"working"_s}}};
    std::vector<double> times;
    double all = 0;
    qint64 moved = 0;
    for (qint64 remaining = 1; remaining > 0;) {
        QElapsedTimer clock;
        clock.start();
        const auto answer = bed.ask(0, "POST", workflow + "/migrate", bytesOf(toJson(request)));
        request.continued = true;
        times.push_back(double(clock.nsecsElapsed()) / 1e6);
        all += times.back();
        const qint64 now = answer ? answer->value("moved"_L1).toInteger() : 0;
        if (now == 0)
            return table.add(failedRow(name, u"not answered"_s));
        moved += now;
        remaining = answer->value("remaining"_L1).toInteger();
    }
    table.add({.measure = name,
               .ours = u"%1, in %2 batches of %3, slowest %4, %5 moved"_s.arg(
                       inMs(all), QString::number(times.size()), inMs(median(times)),
                       inMs(percentile(times, 1)), QString::number(moved)),
               .floor = shareOfCore(),
               .budget = u"<= %1 a batch"_s.arg(inMs(batchBudget)),
               .verdict = verdictOf(percentile(times, 1) <= batchBudget)});
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
    const QByteArray target = path + "/rehearsal";
    const QByteArray body = bytesOf(toJson(RehearsalRequest{.definition = strandingDefinition()}));
    std::vector<double> times;
    qint64 stranded = 0;
    for (int i = 0; i < rehearsals; ++i) {
        QElapsedTimer clock;
        clock.start();
        const auto answer = bed.ask(0, "POST", target, body);
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
    measureMove(bed, table, path);
}

} // namespace Deskbell::Bench
