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

/// The help desk in which nothing is in progress any more: that is where all tickets are.
QByteArray strandingRequest()
{
    RehearsalRequest request{.definition = *workflowPreset(u"helpdesk")};
    for (WorkflowStatus &status : request.definition.statuses) {
        if (status.key == u"in_progress"_s)
            status.key = u"working"_s;
    }
    const auto rename = [](auto &ways) {
        for (auto &way : ways) {
            way.from.replace(u"in_progress"_s, u"working"_s);
            way.to.replace(u"in_progress"_s, u"working"_s);
        }
    };
    rename(request.definition.transitions);
    rename(request.definition.automatic);
    return QJsonDocument(toJson(request)).toJson(QJsonDocument::Compact);
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
    const QByteArray target = "/workflows/" + QByteArray::number(workflow->value()) + "/rehearsal";
    const QByteArray body = strandingRequest();
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
}

} // namespace Deskbell::Bench
