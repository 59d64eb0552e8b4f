// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/links/ticketlink.h"

#include "common/base/jsonwriter.h"
#include "common/tickets/ticketrules.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, TicketLink &link)
{
    reader.id("id"_L1, link.id, Presence::RequiredNullable);
    reader.enumValue("kind"_L1, link.kind, Presence::Required);
    reader.child("ticket"_L1, link.ticket, Presence::Required);
    reader.enumValue("statusCategory"_L1, link.statusCategory, Presence::Required);
}

QJsonObject toJson(const TicketLink &link)
{
    return {{u"id"_s, idToJson(link.id)},
            {u"kind"_s, QString(toWire(link.kind))},
            {u"ticket"_s, toJson(link.ticket)},
            {u"statusCategory"_s, QString(toWire(link.statusCategory))}};
}

void read(JsonReader &reader, TicketLinkDraft &draft)
{
    reader.enumValue("kind"_L1, draft.kind, Presence::Required);
    reader.id("ticket"_L1, draft.ticket, Presence::Required);
}

QJsonObject toJson(const TicketLinkDraft &draft)
{
    return {{u"kind"_s, QString(toWire(draft.kind))}, {u"ticket"_s, draft.ticket.value()}};
}

QList<FieldError> validate(const TicketLinkDraft &draft)
{
    QList<FieldError> faults;
    if (!isPlain(draft.kind))
        faults.append({.field = u"kind"_s, .key = "invalid"});
    return faults;
}

void read(JsonReader &reader, MergeRequest &request)
{
    reader.id("into"_L1, request.into, Presence::Required);
}

QJsonObject toJson(const MergeRequest &request)
{
    return {{u"into"_s, request.into.value()}};
}

void read(JsonReader &reader, SplitRequest &request)
{
    reader.cleanedText("title"_L1, request.title, Presence::Required);
    reader.ids("entries"_L1, request.entries, Presence::Required);
}

QJsonObject toJson(const SplitRequest &request)
{
    return {{u"title"_s, request.title}, {u"entries"_s, idsToJson(request.entries)}};
}

QList<FieldError> validate(const SplitRequest &request)
{
    QList<FieldError> faults;
    checkText(u"title"_s, request.title, titleRule, faults);
    if (request.entries.isEmpty())
        faults.append({.field = u"entries"_s, .key = "required"});
    else if (request.entries.size() > maxSplitEntries)
        faults.append({.field = u"entries"_s,
                       .key = "too_many",
                       .params = {{u"max"_s, maxSplitEntries}}});
    return faults;
}

} // namespace Deskbell
