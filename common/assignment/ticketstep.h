// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/accounts/personref.h"
#include "common/workflows/workflowdefinition.h"

#include <QDateTime>

namespace Deskbell {

/// How somebody came to a step.
enum class StepOrigin {
    Entered,     ///< it was their turn when the ticket came into the step
    Transferred, ///< the one before handed it over, or was relieved of it
    Escalated,   ///< to the step's escalation role
};

template <>
struct WireEnum<StepOrigin>
{
    static constexpr auto names = std::to_array<WireName<StepOrigin>>({
            {StepOrigin::Entered, "entered"},
            {StepOrigin::Transferred, "transferred"},
            {StepOrigin::Escalated, "escalated"},
    });
};

/// Why nobody has a step.
enum class StepWaiting {
    NoHolders,  ///< nobody who is active holds its role
    AllAway,    ///< everybody who does is away
    Released,   ///< whoever had it let go of it
    ToBeChosen, ///< the ticket was moved here with its workflow; somebody will be, in a moment
};

template <>
struct WireEnum<StepWaiting>
{
    static constexpr auto names = std::to_array<WireName<StepWaiting>>({
            {StepWaiting::NoHolders, "no_holders"},
            {StepWaiting::AllAway, "all_away"},
            {StepWaiting::Released, "released"},
            {StepWaiting::ToBeChosen, "to_be_chosen"},
    });
};

enum class StepState { Done, Current, Coming };

template <>
struct WireEnum<StepState>
{
    static constexpr auto names = std::to_array<WireName<StepState>>({
            {StepState::Done, "done"},
            {StepState::Current, "current"},
            {StepState::Coming, "coming"},
    });
};

/// One turn at a step of a step workflow (capability W4): who had it, has it or will have it. A
/// step that was transferred or escalated has a turn for each person. `steps` of a single ticket
/// are its turns, the oldest first, and then what is to come.
struct TicketStep
{
    QString status = {};
    QString label = {};
    QString role = {};         ///< the key of the role whose turn it is
    QString instructions = {}; ///< what is to be done
    StepState state = StepState::Coming;
    StepOrigin origin = StepOrigin::Entered;
    std::optional<PersonRef> person = {};
    std::optional<StepWaiting> waiting = {}; ///< why there is no person
    QString note = {};                       ///< what was said at its end
    QDateTime startedAt = {};
    QDateTime endedAt = {};

    friend bool operator==(const TicketStep &, const TicketStep &) = default;
};

void read(JsonReader &reader, TicketStep &step);
QJsonObject toJson(const TicketStep &step);

/// The turns that there were, completed by what the definition says about them, and the steps to
/// come: the way that follows the first transition into a step not yet on it, as long as there is
/// one. Empty for a workflow without steps.
QList<TicketStep> completeSteps(const WorkflowDefinition &definition, QList<TicketStep> turns,
                                const QString &status);

} // namespace Deskbell
