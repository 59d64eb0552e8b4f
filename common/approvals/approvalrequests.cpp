// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/approvals/approvalrequests.h"

#include "common/base/jsonwriter.h"
#include "common/tickets/ticketrules.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, ApprovalVote &vote)
{
    reader.enumValue("decision"_L1, vote.decision, Presence::Required);
    reader.cleanedText("comment"_L1, vote.comment, Presence::Nullable);
    reader.cleanedText("reason"_L1, vote.reason, Presence::Nullable);
}

QJsonObject toJson(const ApprovalVote &vote)
{
    return {{u"decision"_s, QString(toWire(vote.decision))},
            {u"comment"_s, textToJson(vote.comment)},
            {u"reason"_s, textToJson(vote.reason)}};
}

QList<FieldError> validate(const ApprovalVote &vote)
{
    QList<FieldError> faults;
    checkText(u"comment"_s, vote.comment, reasonRule, faults);
    TextRule rule = reasonRule;
    if (vote.decision == ApprovalDecision::Reject)
        rule.min = 1;
    checkText(u"reason"_s, vote.reason, rule, faults);
    return faults;
}

void read(JsonReader &reader, ApprovalReassignment &reassignment)
{
    reader.id("from"_L1, reassignment.from, Presence::Nullable);
    reader.id("to"_L1, reassignment.to, Presence::Required);
    reader.cleanedText("comment"_L1, reassignment.comment, Presence::Nullable);
}

QJsonObject toJson(const ApprovalReassignment &reassignment)
{
    return {{u"from"_s, idToJson(reassignment.from)},
            {u"to"_s, reassignment.to.value()},
            {u"comment"_s, textToJson(reassignment.comment)}};
}

QList<FieldError> validate(const ApprovalReassignment &reassignment)
{
    QList<FieldError> faults;
    checkText(u"comment"_s, reassignment.comment, reasonRule, faults);
    return faults;
}

void read(QueryReader &reader, ApprovalTaskFilter &filter)
{
    reader.enumValue("state"_L1, filter.state);
    reader.paging(filter.page);
}

QueryItems toQuery(const ApprovalTaskFilter &filter)
{
    QueryItems items{{u"state"_s, QString(toWire(filter.state))}};
    appendPaging(items, filter.page);
    return items;
}

void read(JsonReader &reader, ApprovalTask &task)
{
    reader.id("id"_L1, task.id, Presence::Required);
    reader.id("process"_L1, task.process, Presence::Required);
    reader.child("ticket"_L1, task.ticket, Presence::Required);
    reader.text("template"_L1, task.templateName, Presence::Required);
    reader.text("step"_L1, task.step, Presence::Required);
    reader.children("approvers"_L1, task.approvers, Presence::Required);
    reader.time("requestedAt"_L1, task.requestedAt, Presence::Required);
    reader.enumValue("decision"_L1, task.decision, Presence::RequiredNullable);
    reader.child("decidedBy"_L1, task.decidedBy, Presence::RequiredNullable);
    reader.time("decidedAt"_L1, task.decidedAt, Presence::RequiredNullable);
    reader.text("comment"_L1, task.comment, Presence::Required);
}

QJsonObject toJson(const ApprovalTask &task)
{
    return {{u"id"_s, task.id.value()},
            {u"process"_s, task.process.value()},
            {u"ticket"_s, toJson(task.ticket)},
            {u"template"_s, task.templateName},
            {u"step"_s, task.step},
            {u"approvers"_s, listToJson(task.approvers)},
            {u"requestedAt"_s, timeToJson(task.requestedAt)},
            {u"decision"_s, task.decision ? QJsonValue(QString(toWire(*task.decision)))
                                          : QJsonValue(QJsonValue::Null)},
            {u"decidedBy"_s, toJson(task.decidedBy)},
            {u"decidedAt"_s, timeToJson(task.decidedAt)},
            {u"comment"_s, task.comment}};
}

} // namespace Deskbell
