// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/assignment/ticketstep.h"

#include "common/base/jsonwriter.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell {

namespace {

TicketStep coming(const WorkflowDefinition &definition, const WorkflowStep &step)
{
    return {.status = step.status,
            .label = definition.status(step.status)->label,
            .role = step.role,
            .instructions = step.instructions};
}

} // namespace

void read(JsonReader &reader, TicketStep &step)
{
    reader.text("status"_L1, step.status, Presence::Required);
    reader.text("label"_L1, step.label, Presence::Required);
    reader.text("role"_L1, step.role, Presence::Required);
    reader.text("instructions"_L1, step.instructions, Presence::Required);
    reader.enumValue("state"_L1, step.state, Presence::Required);
    reader.enumValue("origin"_L1, step.origin, Presence::Required);
    reader.child("person"_L1, step.person, Presence::Nullable);
    reader.enumValue("waiting"_L1, step.waiting, Presence::Optional);
    reader.text("note"_L1, step.note, Presence::Required);
    reader.time("startedAt"_L1, step.startedAt, Presence::Nullable);
    reader.time("endedAt"_L1, step.endedAt, Presence::Nullable);
}

QJsonObject toJson(const TicketStep &step)
{
    QJsonObject object{{u"status"_s, step.status},
                       {u"label"_s, step.label},
                       {u"role"_s, step.role},
                       {u"instructions"_s, step.instructions},
                       {u"state"_s, QString(toWire(step.state))},
                       {u"origin"_s, QString(toWire(step.origin))},
                       {u"person"_s, toJson(step.person)},
                       {u"note"_s, step.note},
                       {u"startedAt"_s, timeToJson(step.startedAt)},
                       {u"endedAt"_s, timeToJson(step.endedAt)}};
    if (step.waiting)
        object[u"waiting"_s] = QString(toWire(*step.waiting));
    return object;
}

QList<TicketStep> completeSteps(const WorkflowDefinition &definition, QList<TicketStep> turns,
                                const QString &status)
{
    for (TicketStep &turn : turns) {
        const WorkflowStatus *known = definition.status(turn.status);
        turn.label = known ? known->label : turn.status;
        if (const WorkflowStep *step = definition.step(turn.status))
            turn.instructions = step->instructions;
        turn.state = turn.endedAt.isValid() ? StepState::Done : StepState::Current;
    }
    QSet<QString> onTheWay{status};
    QString here = status;
    const auto leadsOn = [&](const WorkflowTransition &transition) {
        return transition.from == here && !onTheWay.contains(transition.to)
               && definition.step(transition.to);
    };
    for (;;) {
        const auto next = std::find_if(definition.transitions.cbegin(),
                                       definition.transitions.cend(), leadsOn);
        if (next == definition.transitions.cend())
            return turns;
        here = next->to;
        onTheWay.insert(here);
        turns.append(coming(definition, *definition.step(here)));
    }
}

} // namespace Deskbell
