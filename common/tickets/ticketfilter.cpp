// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/tickets/ticketfilter.h"

#include "common/tickets/ticketnumber.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

namespace {

void readNumbers(QueryReader &reader, QStringList &numbers)
{
    QStringList words;
    reader.texts("number"_L1, words);
    for (const QString &word : std::as_const(words)) {
        if (const auto number = ticketNumberFromText(word))
            numbers.append(toText(*number));
        else
            reader.fault("number"_L1, "invalid");
    }
}

/// Each field, and each with '-' before it.
QJsonArray sortWords()
{
    QJsonArray words;
    for (const QJsonValue &name : wireNames<TicketSort>()) {
        words.append(name);
        words.append(QString(u'-' + name.toString()));
    }
    return words;
}

void readSort(QueryReader &reader, TicketFilter &filter)
{
    if (reader.isDescribing())
        return reader.describe("sort"_L1, JsonShapes::oneOf(sortWords()));
    QString word;
    reader.text("sort"_L1, word, 50);
    if (!reader.has("sort"_L1))
        return;
    if (word.isEmpty())
        return reader.fault("sort"_L1, "required");
    const bool descending = word.startsWith(u'-');
    if (const auto sort = fromWire<TicketSort>(QStringView(word).sliced(descending ? 1 : 0))) {
        filter.sort = *sort;
        filter.order = descending ? Qt::DescendingOrder : Qt::AscendingOrder;
    } else {
        reader.fault("sort"_L1, "unknown_value", {{u"allowed"_s, wireNames<TicketSort>()}});
    }
}

} // namespace

void read(QueryReader &reader, TicketFilter &filter)
{
    reader.ids("id"_L1, filter.ids);
    readNumbers(reader, filter.numbers);
    reader.texts("status"_L1, filter.statuses);
    reader.enumValues("statusCategory"_L1, filter.statusCategories);
    reader.enumValues("priority"_L1, filter.priorities);
    reader.ids("desk"_L1, filter.desks);
    reader.ids("category"_L1, filter.categories);
    reader.idFilter("assignee"_L1, filter.assignee);
    reader.idFilter("requester"_L1, filter.requester);
    reader.idFilter("team"_L1, filter.team);
    reader.texts("tag"_L1, filter.tags);
    reader.time("createdAfter"_L1, filter.createdAfter);
    reader.time("createdBefore"_L1, filter.createdBefore);
    reader.time("updatedAfter"_L1, filter.updatedAfter);
    reader.time("updatedBefore"_L1, filter.updatedBefore);
    reader.time("dueAfter"_L1, filter.dueAfter);
    reader.time("dueBefore"_L1, filter.dueBefore);
    reader.time("nextDueBefore"_L1, filter.nextDueBefore);
    reader.enumValues("slaState"_L1, filter.slaStates);
    reader.enumValue("deleted"_L1, filter.deleted);
    reader.text("q"_L1, filter.search, maxSearchLength);
    readSort(reader, filter);
    reader.paging(filter.page);
    reader.integer("countUpTo"_L1, filter.countUpTo, 1, maxCountUpTo);
}

QueryItems toQuery(const TicketFilter &filter)
{
    const TicketFilter defaults;
    QueryItems items;
    appendIds(items, u"id"_s, filter.ids);
    appendWords(items, u"number"_s, filter.numbers);
    appendWords(items, u"status"_s, filter.statuses);
    appendEnums(items, u"statusCategory"_s, filter.statusCategories);
    appendEnums(items, u"priority"_s, filter.priorities);
    appendIds(items, u"desk"_s, filter.desks);
    appendIds(items, u"category"_s, filter.categories);
    appendIds(items, u"assignee"_s, filter.assignee);
    appendIds(items, u"requester"_s, filter.requester);
    appendIds(items, u"team"_s, filter.team);
    appendWords(items, u"tag"_s, filter.tags);
    appendTime(items, u"createdAfter"_s, filter.createdAfter);
    appendTime(items, u"createdBefore"_s, filter.createdBefore);
    appendTime(items, u"updatedAfter"_s, filter.updatedAfter);
    appendTime(items, u"updatedBefore"_s, filter.updatedBefore);
    appendTime(items, u"dueAfter"_s, filter.dueAfter);
    appendTime(items, u"dueBefore"_s, filter.dueBefore);
    appendTime(items, u"nextDueBefore"_s, filter.nextDueBefore);
    appendEnums(items, u"slaState"_s, filter.slaStates);
    if (filter.deleted != defaults.deleted)
        items.append({u"deleted"_s, QString(toWire(filter.deleted))});
    if (!filter.search.isEmpty())
        items.append({u"q"_s, filter.search});
    if (filter.sort != defaults.sort || filter.order != defaults.order) {
        const QString sign = filter.order == Qt::DescendingOrder ? u"-"_s : QString();
        items.append({u"sort"_s, sign + toWire(filter.sort)});
    }
    appendPaging(items, filter.page);
    if (filter.countUpTo > 0)
        items.append({u"countUpTo"_s, QString::number(filter.countUpTo)});
    return items;
}

} // namespace Deskbell
