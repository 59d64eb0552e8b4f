// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tickets/ticketsight.h"

#include "common/base/jsonwriter.h"
#include "common/workflows/workflowrules.h"
#include "server/assignment/steprepository.h"
#include "server/assignment/steps.h"
#include "server/base/environment.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

enum Column {
    Body,
    Attachments,
    Replies,
    Version,
    Desk,
    Workflow,
    Status,
    Category,
    ClosedAt,
    IsRequester,
    IsCreator,
    IsAssignee,
    HasAssignee,
    IsDeleted,
    HasSolution,
    SeenToday,
    IsApprover,
    IsRestricted,
    GivenRating,
    Clocks,
    Watching,
};

/// What of the answer depends on who asks and what the workflow says: two members, and the steps of
/// a step workflow.
Result<QByteArray> choicesJson(Context &context, const TicketSight &sight, const Db::Rows &rows)
{
    auto definition = context.environment.workflows->definition(context.db, sight.workflow);
    if (!definition)
        return fail(definition.error());
    const WorkflowState state{.status = sight.status,
                              .closedAt = rows.time(ClosedAt),
                              .hasAssignee = rows.flag(HasAssignee),
                              .hasSolution = rows.flag(HasSolution)};
    const WorkflowActor actor{.grants = context.principal.grants,
                              .desk = sight.desk,
                              .relation = sight.relation,
                              .approver = rows.flag(IsApprover)};
    const bool deleted = rows.flag(IsDeleted);
    const QDateTime now = context.now();
    const QList<AllowedTransition> transitions
            = deleted ? QList<AllowedTransition>()
                      : allowedTransitions(**definition, state, actor, now);
    QList<TicketStep> turns;
    if (!(*definition)->steps.isEmpty()) {
        auto listed = StepRepository::list(context.db, sight.ticket);
        if (!listed)
            return fail(listed.error());
        turns = std::move(*listed);
    }
    const TicketSituation situation{
            .deleted = deleted,
            .done = isDone(fromWire<StatusCategory>(rows.text(Category)).value()),
            .closed = rows.text(Category) == toWire(StatusCategory::Closed),
            .hasTransitions = !transitions.isEmpty(),
            .hasClosingTransition = hasClosingTransition(**definition, state, actor, now),
            .canEscalate = canEscalate(**definition, sight.status, turns)};
    QJsonArray actions;
    for (const TicketAction action :
         allowedActions(actor.grants, sight.desk, sight.relation, situation))
        actions.append(QString(toWire(action)));
    QByteArray json
            = ",\"allowedTransitions\":"
              + QJsonDocument(listToJson(transitions)).toJson(QJsonDocument::Compact)
              + ",\"allowedActions\":" + QJsonDocument(actions).toJson(QJsonDocument::Compact);
    if (!(*definition)->steps.isEmpty()) {
        const QList<TicketStep> steps = completeSteps(**definition, std::move(turns), sight.status);
        json += ",\"steps\":" + QJsonDocument(listToJson(steps)).toJson(QJsonDocument::Compact);
    }
    return json;
}

} // namespace

Result<TicketSight> selectSight(Context &context, TicketId ticket)
{
    auto rows = context.db.run("tickets/select_ticket_answer",
                               {{":ticket", ticket},
                                {":viewer", context.principal.account},
                                {":day", context.now().date()},
                                {":now", context.now()}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return fail(Error::notFound(u"ticket"_s));
    TicketSight sight{.ticket = ticket,
                      .answer = {.version = int(rows->number(Version))},
                      .desk = rows->id<DeskId>(Desk),
                      .workflow = rows->id<WorkflowVersionId>(Workflow),
                      .status = rows->text(Status),
                      .relation = {.requester = rows->flag(IsRequester),
                                   .creator = rows->flag(IsCreator),
                                   .assignee = rows->flag(IsAssignee)},
                      .seenToday = rows->flag(SeenToday),
                      .restricted = rows->flag(IsRestricted)};
    auto choices = choicesJson(context, sight, *rows);
    if (!choices)
        return fail(choices.error());
    // PostgreSQL has written everything else; the object only stays open a little longer.
    QByteArray &json = sight.answer.json;
    json.reserve(rows->view(Body).size() + rows->view(Replies).size()
                 + rows->view(Attachments).size() + rows->view(Clocks).size() + choices->size()
                 + 64);
    json += rows->view(Body).chopped(1);
    json += *choices;
    json += ",\"attachments\":";
    json += rows->view(Attachments);
    json += ",\"replies\":";
    json += rows->view(Replies);
    if (!rows->isNull(GivenRating)) {
        json += ",\"rating\":";
        json += rows->view(GivenRating);
    }
    if (!rows->isNull(Clocks)) {
        json += ",\"serviceClocks\":";
        json += rows->view(Clocks);
    }
    if (!rows->isNull(Watching)) {
        json += ",\"watching\":\"";
        json += rows->view(Watching);
        json += '"';
    }
    json += '}';
    return sight;
}

} // namespace Deskbell::Server
