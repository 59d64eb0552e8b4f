// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/canned/cannedreply.h"

#include "common/canned/cannedvariable.h"
#include "common/desks/deskrules.h"
#include "common/tickets/ticketrules.h"
#include "common/timeline/replydraft.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

namespace {

constexpr TextRule statusKeyRule{.max = 100, .form = TextForm::Name};

void checkActionTags(const QString &field, const QStringList &tags, QList<FieldError> &faults)
{
    QList<FieldError> found;
    checkTags(tags, found);
    for (FieldError &fault : found) {
        fault.field = field;
        faults.append(fault);
    }
}

void checkText(const CannedDraft &draft, QList<FieldError> &faults)
{
    const auto field = u"text"_s;
    if (draft.text.isEmpty() && draft.actions.isEmpty())
        faults.append({.field = field, .key = "required"});
    else if (const auto fault = textFault(field, draft.text, {.max = replyMessageRule.max}))
        faults.append(*fault);
    else if (const auto unknown = variableFault(field, draft.text))
        faults.append(*unknown);
}

} // namespace

void read(JsonReader &reader, MacroActions &actions)
{
    reader.enumValue("priority"_L1, actions.priority, Presence::Optional);
    readAssignee(reader, actions.assignedTo, Presence::Optional);
    reader.id("team"_L1, actions.team, Presence::Optional);
    reader.cleanedText("status"_L1, actions.status, Presence::Optional);
    reader.texts("addTags"_L1, actions.addTags, Presence::Optional);
    reader.texts("removeTags"_L1, actions.removeTags, Presence::Optional);
}

QJsonObject toJson(const MacroActions &actions)
{
    QJsonObject object;
    if (actions.priority)
        object[u"priority"_s] = QString(toWire(*actions.priority));
    if (actions.assignedTo)
        object[u"assignedTo"_s] = toJson(*actions.assignedTo);
    if (actions.team.isValid())
        object[u"team"_s] = actions.team.value();
    if (!actions.status.isEmpty())
        object[u"status"_s] = actions.status;
    if (!actions.addTags.isEmpty())
        object[u"addTags"_s] = QJsonArray::fromStringList(actions.addTags);
    if (!actions.removeTags.isEmpty())
        object[u"removeTags"_s] = QJsonArray::fromStringList(actions.removeTags);
    return object;
}

void read(JsonReader &reader, CannedReply &reply)
{
    reader.id("id"_L1, reply.id, Presence::Required);
    reader.text("name"_L1, reply.name, Presence::Required);
    reader.enumValue("scope"_L1, reply.scope, Presence::Required);
    reader.child("owner"_L1, reply.owner, Presence::RequiredNullable);
    reader.child("desk"_L1, reply.desk, Presence::RequiredNullable);
    reader.child("category"_L1, reply.category, Presence::RequiredNullable);
    reader.text("text"_L1, reply.text, Presence::Required);
    reader.flag("isInternal"_L1, reply.isInternal, Presence::Required);
    reader.child("actions"_L1, reply.actions, Presence::Required);
    reader.child("assignee"_L1, reply.assignee, Presence::RequiredNullable);
    reader.child("team"_L1, reply.team, Presence::RequiredNullable);
    reader.integer("version"_L1, reply.version, Presence::Required, 1);
}

QJsonObject toJson(const CannedReply &reply)
{
    return {{u"id"_s, reply.id.value()},
            {u"name"_s, reply.name},
            {u"scope"_s, QString(toWire(reply.scope))},
            {u"owner"_s, toJson(reply.owner)},
            {u"desk"_s, toJson(reply.desk)},
            {u"category"_s, toJson(reply.category)},
            {u"text"_s, reply.text},
            {u"isInternal"_s, reply.isInternal},
            {u"actions"_s, toJson(reply.actions)},
            {u"assignee"_s, toJson(reply.assignee)},
            {u"team"_s, toJson(reply.team)},
            {u"version"_s, reply.version}};
}

void read(JsonReader &reader, CannedDraft &draft)
{
    reader.cleanedText("name"_L1, draft.name, Presence::Required);
    reader.enumValue("scope"_L1, draft.scope, Presence::Optional);
    reader.id("desk"_L1, draft.desk, Presence::Nullable);
    reader.id("category"_L1, draft.category, Presence::Nullable);
    reader.cleanedText("text"_L1, draft.text, Presence::Optional);
    reader.flag("isInternal"_L1, draft.isInternal, Presence::Optional);
    reader.child("actions"_L1, draft.actions, Presence::Optional);
}

QJsonObject toJson(const CannedDraft &draft)
{
    return {{u"name"_s, draft.name},
            {u"scope"_s, QString(toWire(draft.scope))},
            {u"desk"_s, idToJson(draft.desk)},
            {u"category"_s, idToJson(draft.category)},
            {u"text"_s, draft.text},
            {u"isInternal"_s, draft.isInternal},
            {u"actions"_s, toJson(draft.actions)}};
}

QList<FieldError> validate(const CannedDraft &draft)
{
    QList<FieldError> faults;
    checkName(draft.name, faults);
    if ((draft.scope == CannedScope::Desk) != draft.desk.isValid())
        faults.append({.field = u"desk"_s, .key = draft.desk.isValid() ? "invalid" : "required"});
    if (draft.category.isValid() && draft.scope != CannedScope::Desk)
        faults.append({.field = u"category"_s, .key = "invalid"});
    checkText(draft, faults);
    if (const auto fault = textFault(u"actions.status"_s, draft.actions.status, statusKeyRule))
        faults.append(*fault);
    checkActionTags(u"actions.addTags"_s, draft.actions.addTags, faults);
    checkActionTags(u"actions.removeTags"_s, draft.actions.removeTags, faults);
    return faults;
}

void read(JsonReader &reader, CannedPatch &patch)
{
    reader.cleanedText("name"_L1, patch.name, Presence::Optional);
    reader.id("category"_L1, patch.category, Presence::Nullable);
    reader.cleanedText("text"_L1, patch.text, Presence::Optional);
    reader.flag("isInternal"_L1, patch.isInternal, Presence::Optional);
    reader.child("actions"_L1, patch.actions, Presence::Optional);
}

QJsonObject toJson(const CannedPatch &patch)
{
    QJsonObject object;
    if (patch.name)
        object[u"name"_s] = *patch.name;
    if (patch.category)
        object[u"category"_s] = idToJson(*patch.category);
    if (patch.text)
        object[u"text"_s] = *patch.text;
    if (patch.isInternal)
        object[u"isInternal"_s] = *patch.isInternal;
    if (patch.actions)
        object[u"actions"_s] = toJson(*patch.actions);
    return object;
}

CannedDraft draftOf(const CannedReply &reply)
{
    return {.name = reply.name,
            .scope = reply.scope,
            .desk = reply.desk ? reply.desk->id : DeskId(),
            .category = reply.category ? reply.category->id : CategoryId(),
            .text = reply.text,
            .isInternal = reply.isInternal,
            .actions = reply.actions};
}

void apply(const CannedPatch &patch, CannedDraft &draft)
{
    draft.name = patch.name.value_or(draft.name);
    draft.category = patch.category.value_or(draft.category);
    draft.text = patch.text.value_or(draft.text);
    draft.isInternal = patch.isInternal.value_or(draft.isInternal);
    draft.actions = patch.actions.value_or(draft.actions);
}

bool usesCannedReplies(const Grants &grants)
{
    constexpr std::array permissions = {Permission::TicketViewTeam, Permission::TicketViewAll,
                                        Permission::TicketReply, Permission::CannedManage};
    return std::any_of(permissions.begin(), permissions.end(),
                       [&](Permission permission) { return grants.holdsAnywhere(permission); });
}

bool mayKeepCanned(const Grants &grants, CannedScope scope, DeskId desk)
{
    switch (scope) {
    case CannedScope::Personal: return usesCannedReplies(grants);
    case CannedScope::Desk: return grants.holds(Permission::CannedManage, desk);
    case CannedScope::Global: return grants.holdsGlobally(Permission::CannedManage);
    }
    Q_UNREACHABLE();
}

} // namespace Deskbell
