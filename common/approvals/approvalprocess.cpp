// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/approvals/approvalprocess.h"

#include "common/base/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

namespace {

template <IsWireEnum E>
QJsonValue wireOrNull(const std::optional<E> &value)
{
    return value ? QJsonValue(QString(toWire(*value))) : QJsonValue(QJsonValue::Null);
}

QJsonValue countOrNull(const std::optional<int> &number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

} // namespace

qsizetype ApprovalProcess::currentStep() const
{
    for (qsizetype i = 0; i < steps.size(); ++i) {
        if (steps[i].state == ApprovalState::Pending)
            return i;
    }
    return -1;
}

void read(JsonReader &reader, Approver &approver)
{
    reader.child("person"_L1, approver.person, Presence::Required);
    reader.text("role"_L1, approver.role, Presence::RequiredNullable);
    reader.flag("available"_L1, approver.available, Presence::Required);
    reader.enumValue("decision"_L1, approver.decision, Presence::RequiredNullable);
    reader.child("decidedBy"_L1, approver.decidedBy, Presence::RequiredNullable);
    reader.time("decidedAt"_L1, approver.decidedAt, Presence::RequiredNullable);
    reader.text("comment"_L1, approver.comment, Presence::Required);
    reader.time("replacedAt"_L1, approver.replacedAt, Presence::RequiredNullable);
}

QJsonObject toJson(const Approver &approver)
{
    return {{u"person"_s, toJson(approver.person)},
            {u"role"_s, textToJson(approver.role)},
            {u"available"_s, approver.available},
            {u"decision"_s, wireOrNull(approver.decision)},
            {u"decidedBy"_s, toJson(approver.decidedBy)},
            {u"decidedAt"_s, timeToJson(approver.decidedAt)},
            {u"comment"_s, approver.comment},
            {u"replacedAt"_s, timeToJson(approver.replacedAt)}};
}

void read(JsonReader &reader, ApprovalProcessStep &step)
{
    reader.id("id"_L1, step.id, Presence::Required);
    reader.text("name"_L1, step.name, Presence::Required);
    reader.enumValue("mode"_L1, step.mode, Presence::Required);
    reader.integer("count"_L1, step.count, Presence::RequiredNullable);
    reader.integer("remindAfterHours"_L1, step.remindAfterHours, Presence::RequiredNullable);
    reader.integer("expireAfterHours"_L1, step.expireAfterHours, Presence::RequiredNullable);
    reader.enumValue("state"_L1, step.state, Presence::Required);
    reader.children("people"_L1, step.people, Presence::Required);
    reader.texts("roles"_L1, step.roles, Presence::Required);
    reader.children("approvers"_L1, step.approvers, Presence::Required);
    reader.time("startedAt"_L1, step.startedAt, Presence::RequiredNullable);
    reader.time("endedAt"_L1, step.endedAt, Presence::RequiredNullable);
    reader.time("remindedAt"_L1, step.remindedAt, Presence::RequiredNullable);
}

QJsonObject toJson(const ApprovalProcessStep &step)
{
    return {{u"id"_s, step.id.value()},
            {u"name"_s, step.name},
            {u"mode"_s, QString(toWire(step.mode))},
            {u"count"_s, countOrNull(step.count)},
            {u"remindAfterHours"_s, countOrNull(step.remindAfterHours)},
            {u"expireAfterHours"_s, countOrNull(step.expireAfterHours)},
            {u"state"_s, QString(toWire(step.state))},
            {u"people"_s, listToJson(step.people)},
            {u"roles"_s, QJsonArray::fromStringList(step.roles)},
            {u"approvers"_s, listToJson(step.approvers)},
            {u"startedAt"_s, timeToJson(step.startedAt)},
            {u"endedAt"_s, timeToJson(step.endedAt)},
            {u"remindedAt"_s, timeToJson(step.remindedAt)}};
}

void read(JsonReader &reader, ApprovalProcess &process)
{
    reader.id("id"_L1, process.id, Presence::Required);
    reader.id("ticketId"_L1, process.ticketId, Presence::Required);
    reader.child("template"_L1, process.approvalTemplate, Presence::Required);
    reader.text("key"_L1, process.key, Presence::Required);
    reader.flag("allowSelfApproval"_L1, process.allowSelfApproval, Presence::Required);
    reader.enumValue("state"_L1, process.state, Presence::Required);
    reader.enumValue("stuck"_L1, process.stuck, Presence::RequiredNullable);
    reader.flag("mayDecide"_L1, process.mayDecide, Presence::Required);
    reader.child("startedBy"_L1, process.startedBy, Presence::RequiredNullable);
    reader.time("startedAt"_L1, process.startedAt, Presence::Required);
    reader.time("endedAt"_L1, process.endedAt, Presence::RequiredNullable);
    reader.children("steps"_L1, process.steps, Presence::Required);
}

QJsonObject toJson(const ApprovalProcess &process)
{
    return {{u"id"_s, process.id.value()},
            {u"ticketId"_s, process.ticketId.value()},
            {u"template"_s, toJson(process.approvalTemplate)},
            {u"key"_s, process.key},
            {u"allowSelfApproval"_s, process.allowSelfApproval},
            {u"state"_s, QString(toWire(process.state))},
            {u"stuck"_s, wireOrNull(process.stuck)},
            {u"mayDecide"_s, process.mayDecide},
            {u"startedBy"_s, toJson(process.startedBy)},
            {u"startedAt"_s, timeToJson(process.startedAt)},
            {u"endedAt"_s, timeToJson(process.endedAt)},
            {u"steps"_s, listToJson(process.steps)}};
}

} // namespace Deskbell
