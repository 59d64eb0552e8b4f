// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/access/permission.h"
#include "common/base/jsonreader.h"
#include "common/tickets/statuscategory.h"

namespace Deskbell {

/// A state that a ticket can be in.
struct WorkflowStatus
{
    QString key = {};   ///< stable: lower-case letters, digits, '_'
    QString label = {}; ///< English; the app translates the ones of the presets by key
    StatusCategory category = StatusCategory::Open;
    bool initial = false;
    bool final = false; ///< a ticket may stay here for good

    friend bool operator==(const WorkflowStatus &, const WorkflowStatus &) = default;
};

/// Who may take a transition.
enum class TakerKind {
    Staff, ///< holders of ticket.change_status, and of ticket.close into or ticket.reopen out of
           ///< `closed`
    Requester,
    Assignee,
    Creator,
    Approver,
    Permission, ///< holders of the permission named
};

/// On the wire a text ("staff", "requester", "ticket.close"), or
/// `{"who":"requester","withinDays":14}`.
struct Taker
{
    TakerKind kind = TakerKind::Staff;
    std::optional<Permission> permission = {}; ///< for TakerKind::Permission
    int withinDays = 0; ///< if not 0: only so many days after the ticket was closed

    friend bool operator==(const Taker &, const Taker &) = default;
};

/// What must be there before a transition can be taken.
enum class RequirementKind { Reason, Comment, Assignee, Solution, Approval };

template <>
struct WireEnum<RequirementKind>
{
    static constexpr auto names = std::to_array<WireName<RequirementKind>>({
            {RequirementKind::Reason, "reason"},
            {RequirementKind::Comment, "comment"},
            {RequirementKind::Assignee, "assignee"},
            {RequirementKind::Solution, "solution"},
            {RequirementKind::Approval, "approval"},
    });
};

/// On the wire a text: "reason", "approval:purchase".
struct Requirement
{
    RequirementKind kind = RequirementKind::Reason;
    QString approvalTemplate = {}; ///< for RequirementKind::Approval

    friend bool operator==(const Requirement &, const Requirement &) = default;
};

QString toText(const Requirement &requirement);
std::optional<Requirement> requirementFromText(QStringView text);

/// The member `requires`, a list of such texts.
void readRequirements(JsonReader &reader, QList<Requirement> &requirements, Presence presence);
QJsonArray toJson(const QList<Requirement> &requirements);

/// The target of an `assign` that takes the ticket from whoever has it.
inline constexpr QLatin1StringView effectNobody{"nobody"};

/// What a transition causes.
enum class EffectKind { Assign, Notify, SetField, StartApproval, CancelApproval };

template <>
struct WireEnum<EffectKind>
{
    static constexpr auto names = std::to_array<WireName<EffectKind>>({
            {EffectKind::Assign, "assign"},
            {EffectKind::Notify, "notify"},
            {EffectKind::SetField, "set_field"},
            {EffectKind::StartApproval, "start_approval"},
            {EffectKind::CancelApproval, "cancel_approval"},
    });
};

/// `{"do":"notify","target":"creator"}`; `{"do":"set_field","target":"priority","value":"high"}`,
/// or of "visibility"; `{"do":"assign","target":"lead"}`: to whose turn it is of that role, or
/// "nobody".
struct Effect
{
    EffectKind kind = EffectKind::Notify;
    QString target = {}; ///< whom to notify or assign (a rule), which field to set
    QString value = {};  ///< for SetField

    friend bool operator==(const Effect &, const Effect &) = default;
};

/// A way from one status to another that a person can take.
struct WorkflowTransition
{
    QString from = {};
    QString to = {};
    QString label = {};
    QList<Taker> allowed = {}; ///< any of them; none named means staff
    QList<Requirement> requirements = {};
    QList<Effect> effects = {};

    friend bool operator==(const WorkflowTransition &, const WorkflowTransition &) = default;
};

/// What makes the system change a status by itself.
enum class Trigger {
    StaffOpened,
    StaffReplied,
    RequesterReplied,
    ApprovalGranted,
    ApprovalRejected,
    After, ///< so many business hours in a status
};

template <>
struct WireEnum<Trigger>
{
    static constexpr auto names = std::to_array<WireName<Trigger>>({
            {Trigger::StaffOpened, "staffOpened"},
            {Trigger::StaffReplied, "staffReplied"},
            {Trigger::RequesterReplied, "requesterReplied"},
            {Trigger::ApprovalGranted, "approvalGranted"},
            {Trigger::ApprovalRejected, "approvalRejected"},
            {Trigger::After, "after"},
    });
};

/// On the wire the trigger is a text: "staffReplied", "after:40"; `warningHours` is there when it
/// is not the usual business day.
struct AutomaticTransition
{
    Trigger trigger = Trigger::StaffOpened;
    int businessHours = 0; ///< for Trigger::After
    QString from = {};
    QString to = {};
    /// For Trigger::After into `closed`: so many business hours before, the requester and watchers
    /// are told; 0: nobody is.
    int warningHours = 8;

    friend bool operator==(const AutomaticTransition &, const AutomaticTransition &) = default;
};

/// The trigger as the wire and the timeline name it: "after:40".
QString triggerText(const AutomaticTransition &transition);

/// A step of a step workflow: who acts while a ticket is in it.
struct WorkflowStep
{
    QString status = {};
    QString role = {};
    QString instructions = {};
    int weight = 1; ///< its share of the service level's time
    QString escalationRole = {};

    friend bool operator==(const WorkflowStep &, const WorkflowStep &) = default;
};

/// The life cycle of tickets as data.
struct WorkflowDefinition
{
    QString key = {};
    QString label = {};
    QList<WorkflowStatus> statuses = {};
    QList<WorkflowTransition> transitions = {};
    QList<AutomaticTransition> automatic = {};
    QList<WorkflowStep> steps = {};

    /// The status of that key, or null. Points into this definition.
    const WorkflowStatus *status(QStringView statusKey) const;
    /// The transition between two statuses, or null.
    const WorkflowTransition *transition(QStringView from, QStringView to) const;
    /// What is to be done in a status by whom, or null when it is no step.
    const WorkflowStep *step(QStringView statusKey) const;
    /// The status in which tickets start. The definition must be valid.
    const WorkflowStatus &initialStatus() const;

    friend bool operator==(const WorkflowDefinition &, const WorkflowDefinition &) = default;
};

void read(JsonReader &reader, WorkflowStatus &status);
void read(JsonReader &reader, Effect &effect);
void read(JsonReader &reader, WorkflowTransition &transition);
void read(JsonReader &reader, AutomaticTransition &transition);
void read(JsonReader &reader, WorkflowStep &step);
void read(JsonReader &reader, WorkflowDefinition &definition);
QJsonObject toJson(const WorkflowStatus &status);
QJsonObject toJson(const Effect &effect);
QJsonObject toJson(const WorkflowTransition &transition);
QJsonObject toJson(const AutomaticTransition &transition);
QJsonObject toJson(const WorkflowStep &step);
QJsonObject toJson(const WorkflowDefinition &definition);

/// Every fault of a definition; none means it can be used. Keys, beside those of every validation:
/// no_initial_status, several_initial_statuses, unreachable_status, dead_end (a status that is not
/// final and from which no final one can be reached), self_transition, unknown_status,
/// unknown_role, not_unique. `roles` are the keys of the roles that steps may name.
QList<FieldError> validateDefinition(const WorkflowDefinition &definition,
                                     const QStringList &roles);

/// The same with the built-in roles; fromJson<WorkflowDefinition>() asks it.
QList<FieldError> validate(const WorkflowDefinition &definition);

/// The same for a definition that is the member `definition` of a body: "definition.statuses[2]".
QList<FieldError> validateMember(const WorkflowDefinition &definition);

} // namespace Deskbell
