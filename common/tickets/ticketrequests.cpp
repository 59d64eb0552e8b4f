// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/tickets/ticketrequests.h"

#include "common/base/jsonwriter.h"
#include "common/tickets/ticketrules.h"
#include "common/timeline/replydraft.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, StatusChange &change)
{
    reader.text("status"_L1, change.status, Presence::Required);
    reader.cleanedText("reason"_L1, change.reason, Presence::Nullable);
    reader.cleanedText("comment"_L1, change.comment, Presence::Nullable);
}

QJsonObject toJson(const StatusChange &change)
{
    QJsonObject object{{u"status"_s, change.status}};
    if (!change.reason.isEmpty())
        object[u"reason"_s] = change.reason;
    if (!change.comment.isEmpty())
        object[u"comment"_s] = change.comment;
    return object;
}

QList<FieldError> validate(const StatusChange &change)
{
    constexpr TextRule commentRule{.min = 0, .max = replyMessageRule.max};
    QList<FieldError> faults;
    checkText(u"status"_s, change.status, {.min = 1, .max = 64, .form = TextForm::Name}, faults);
    checkText(u"reason"_s, change.reason, reasonRule, faults);
    checkText(u"comment"_s, change.comment, commentRule, faults);
    return faults;
}

void read(JsonReader &reader, Assignment &assignment)
{
    Given<AssigneeChoice> choice;
    readAssignee(reader, choice, Presence::Required);
    assignment.assignedTo = choice.value_or(AssigneeChoice{});
}

QJsonObject toJson(const Assignment &assignment)
{
    return {{u"assignedTo"_s, toJson(assignment.assignedTo)}};
}

void read(JsonReader &reader, Transfer &transfer)
{
    readAssignee(reader, transfer.assignedTo, Presence::Optional);
    reader.id("team"_L1, transfer.team, Presence::Nullable);
    reader.cleanedText("reason"_L1, transfer.reason, Presence::Required);
}

QJsonObject toJson(const Transfer &transfer)
{
    QJsonObject object{{u"reason"_s, transfer.reason}};
    if (transfer.assignedTo)
        object[u"assignedTo"_s] = toJson(*transfer.assignedTo);
    if (transfer.team)
        object[u"team"_s] = idToJson(*transfer.team);
    return object;
}

QList<FieldError> validate(const Transfer &transfer)
{
    QList<FieldError> faults;
    if (!transfer.assignedTo && !transfer.team)
        faults.append({.field = u"assignedTo"_s, .key = "required"});
    checkText(u"reason"_s, transfer.reason, {.min = 1, .max = reasonRule.max}, faults);
    return faults;
}

void read(JsonReader &reader, Escalation &escalation)
{
    reader.cleanedText("reason"_L1, escalation.reason, Presence::Required);
}

QJsonObject toJson(const Escalation &escalation)
{
    return {{u"reason"_s, escalation.reason}};
}

QList<FieldError> validate(const Escalation &escalation)
{
    QList<FieldError> faults;
    checkText(u"reason"_s, escalation.reason, {.min = 1, .max = reasonRule.max}, faults);
    return faults;
}

void read(JsonReader &reader, Closing &closing)
{
    reader.cleanedText("reason"_L1, closing.reason, Presence::Nullable);
}

QJsonObject toJson(const Closing &closing)
{
    return closing.reason.isEmpty() ? QJsonObject{} : QJsonObject{{u"reason"_s, closing.reason}};
}

QList<FieldError> validate(const Closing &closing)
{
    QList<FieldError> faults;
    checkText(u"reason"_s, closing.reason, reasonRule, faults);
    return faults;
}

} // namespace Deskbell
