// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/access/ticketgrant.h"

#include "common/base/jsonwriter.h"
#include "common/tickets/ticketrules.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

namespace {

TextRule neededReason()
{
    TextRule rule = reasonRule;
    rule.min = 1;
    return rule;
}

} // namespace

void read(JsonReader &reader, TicketGrant &grant)
{
    reader.id("id"_L1, grant.id, Presence::Required);
    reader.child("person"_L1, grant.person, Presence::RequiredNullable);
    reader.child("role"_L1, grant.role, Presence::RequiredNullable);
    reader.child("createdBy"_L1, grant.createdBy, Presence::RequiredNullable);
    reader.time("createdAt"_L1, grant.createdAt, Presence::Required);
}

QJsonObject toJson(const TicketGrant &grant)
{
    return {{u"id"_s, grant.id.value()},
            {u"person"_s, toJson(grant.person)},
            {u"role"_s, toJson(grant.role)},
            {u"createdBy"_s, toJson(grant.createdBy)},
            {u"createdAt"_s, timeToJson(grant.createdAt)}};
}

void read(JsonReader &reader, TicketGrantDraft &draft)
{
    reader.id("person"_L1, draft.person, Presence::Nullable);
    reader.text("role"_L1, draft.role, Presence::Nullable);
}

QJsonObject toJson(const TicketGrantDraft &draft)
{
    return {{u"person"_s, idToJson(draft.person)}, {u"role"_s, textToJson(draft.role)}};
}

QList<FieldError> validate(const TicketGrantDraft &draft)
{
    if (!draft.person.isValid() && draft.role.isEmpty())
        return {{.field = u"person"_s, .key = "required"}};
    if (draft.person.isValid() && !draft.role.isEmpty())
        return {{.field = u"role"_s, .key = "invalid"}}; // one of them
    QList<FieldError> faults;
    checkText(u"role"_s, draft.role, {.max = 100, .form = TextForm::Name}, faults);
    return faults;
}

void read(JsonReader &reader, AccessRequestDraft &draft)
{
    constexpr auto name = "ticket"_L1;
    QJsonValue value(QJsonValue::Undefined);
    reader.describe(name, {{u"type"_s, QJsonArray{u"integer"_s, u"string"_s}}}, Presence::Required);
    reader.value(name, value, Presence::Required);
    if (value.isDouble()) {
        TicketId id;
        reader.id(name, id, Presence::Required);
        draft.ticket = QString::number(id.value());
    } else if (!value.isUndefined()) {
        reader.cleanedText(name, draft.ticket, Presence::Required);
    }
    reader.cleanedText("reason"_L1, draft.reason, Presence::Required);
}

QJsonObject toJson(const AccessRequestDraft &draft)
{
    return {{u"ticket"_s, draft.ticket}, {u"reason"_s, draft.reason}};
}

QList<FieldError> validate(const AccessRequestDraft &draft)
{
    QList<FieldError> faults;
    checkText(u"ticket"_s, draft.ticket, {.min = 1, .max = 64, .form = TextForm::Name}, faults);
    checkText(u"reason"_s, draft.reason, neededReason(), faults);
    return faults;
}

void read(JsonReader &reader, AccessRequestReceipt &receipt)
{
    reader.flag("received"_L1, receipt.received, Presence::Required);
}

QJsonObject toJson(const AccessRequestReceipt &receipt)
{
    return {{u"received"_s, receipt.received}};
}

void read(JsonReader &reader, AccessRequest &request)
{
    reader.id("id"_L1, request.id, Presence::Required);
    reader.child("ticket"_L1, request.ticket, Presence::Required);
    reader.child("person"_L1, request.person, Presence::Required);
    reader.text("reason"_L1, request.reason, Presence::Required);
    reader.time("createdAt"_L1, request.createdAt, Presence::Required);
}

QJsonObject toJson(const AccessRequest &request)
{
    return {{u"id"_s, request.id.value()},
            {u"ticket"_s, toJson(request.ticket)},
            {u"person"_s, toJson(request.person)},
            {u"reason"_s, request.reason},
            {u"createdAt"_s, timeToJson(request.createdAt)}};
}

void read(JsonReader &reader, AccessDecision &decision)
{
    reader.enumValue("decision"_L1, decision.decision, Presence::Required);
    reader.cleanedText("comment"_L1, decision.comment, Presence::Nullable);
}

QJsonObject toJson(const AccessDecision &decision)
{
    return {{u"decision"_s, QString(toWire(decision.decision))},
            {u"comment"_s, textToJson(decision.comment)}};
}

QList<FieldError> validate(const AccessDecision &decision)
{
    QList<FieldError> faults;
    checkText(u"comment"_s, decision.comment, reasonRule, faults);
    return faults;
}

void read(JsonReader &reader, TicketSeer &seer)
{
    reader.child("person"_L1, seer.person, Presence::Required);
    reader.enumValues("reasons"_L1, seer.reasons, Presence::Required);
}

QJsonObject toJson(const TicketSeer &seer)
{
    QJsonArray reasons;
    for (const SightReason reason : seer.reasons)
        reasons.append(QString(toWire(reason)));
    return {{u"person"_s, toJson(seer.person)}, {u"reasons"_s, reasons}};
}

} // namespace Deskbell
