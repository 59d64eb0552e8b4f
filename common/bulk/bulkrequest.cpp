// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/bulk/bulkrequest.h"

#include "common/base/jsonwriter.h"
#include "common/tickets/ticketrules.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, BulkChange &change)
{
    reader.child("status"_L1, change.status, Presence::Optional);
    readAssignee(reader, change.assignedTo, Presence::Optional);
    reader.id("team"_L1, change.team, Presence::Nullable);
    reader.id("category"_L1, change.category, Presence::Nullable);
    reader.enumValue("priority"_L1, change.priority, Presence::Optional);
    reader.texts("addTags"_L1, change.addTags, Presence::Optional);
    reader.texts("removeTags"_L1, change.removeTags, Presence::Optional);
    reader.flag("delete"_L1, change.remove, Presence::Optional);
}

QJsonObject toJson(const BulkChange &change)
{
    QJsonObject object;
    if (change.status)
        object[u"status"_s] = toJson(*change.status);
    if (change.assignedTo)
        object[u"assignedTo"_s] = toJson(*change.assignedTo);
    if (change.team)
        object[u"team"_s] = idToJson(*change.team);
    if (change.category)
        object[u"category"_s] = idToJson(*change.category);
    if (change.priority)
        object[u"priority"_s] = QString(toWire(*change.priority));
    if (!change.addTags.isEmpty())
        object[u"addTags"_s] = QJsonArray::fromStringList(change.addTags);
    if (!change.removeTags.isEmpty())
        object[u"removeTags"_s] = QJsonArray::fromStringList(change.removeTags);
    if (change.remove)
        object[u"delete"_s] = true;
    return object;
}

TicketPatch patchFor(const BulkChange &change, const QStringList &tags)
{
    TicketPatch patch{.priority = change.priority,
                      .category = change.category,
                      .team = change.team,
                      .assignedTo = change.assignedTo};
    QStringList wanted = tags;
    for (const QString &tag : change.removeTags)
        wanted.removeIf(
                [&](const QString &has) { return has.compare(tag, Qt::CaseInsensitive) == 0; });
    for (const QString &tag : change.addTags) {
        if (!wanted.contains(tag, Qt::CaseInsensitive))
            wanted.append(tag);
    }
    if (wanted != tags)
        patch.tags = wanted;
    return patch;
}

void read(JsonReader &reader, BulkRequest &request)
{
    reader.ids("ids"_L1, request.ids, Presence::Optional);
    reader.text("filter"_L1, request.filter, Presence::Optional);
    reader.child("change"_L1, request.change, Presence::Required);
    reader.flag("rehearse"_L1, request.rehearse, Presence::Optional);
}

QJsonObject toJson(const BulkRequest &request)
{
    QJsonObject object{{u"change"_s, toJson(request.change)}};
    if (!request.ids.isEmpty())
        object[u"ids"_s] = idsToJson(request.ids);
    if (request.filter)
        object[u"filter"_s] = *request.filter;
    if (request.rehearse)
        object[u"rehearse"_s] = true;
    return object;
}

QList<FieldError> validate(const BulkRequest &request)
{
    QList<FieldError> faults;
    if (request.ids.isEmpty() == !request.filter) // either, and not both
        faults.append({.field = u"ids"_s, .key = request.filter ? "invalid" : "required"});
    if (request.ids.size() > maxBulkTickets)
        faults.append(
                {.field = u"ids"_s, .key = "too_many", .params = {{u"max"_s, maxBulkTickets}}});
    if (request.change.isEmpty())
        faults.append({.field = u"change"_s, .key = "required"});
    if (request.change.status) {
        for (FieldError fault : validate(*request.change.status)) {
            fault.field.prepend(u"change.status."_s);
            faults.append(fault);
        }
    }
    QList<FieldError> tags;
    checkTags(request.change.addTags, tags);
    for (FieldError fault : std::as_const(tags)) {
        fault.field = u"change.addTags"_s;
        faults.append(fault);
    }
    return faults;
}

} // namespace Deskbell
