// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/tickets/ticketfilter.h"

#include "common/find/findquery.h"
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

void readSearch(QueryReader &reader, QString &search)
{
    reader.text("q"_L1, search, maxSearchLength);
    if (const auto fault = parseFind(search).fault) {
        const FieldError error = fault->toFieldError(u"q"_s);
        reader.fault("q"_L1, error.key, error.params);
    }
}

void readSort(QueryReader &reader, TicketFilter &filter)
{
    if (reader.isDescribing())
        return reader.describe("sort"_L1, JsonShapes::oneOf(ticketOrderNames()));
    QString word;
    reader.text("sort"_L1, word, 50);
    if (!reader.has("sort"_L1))
        return;
    if (word.isEmpty())
        return reader.fault("sort"_L1, "required");
    if (const auto order = ticketOrderFromText(word)) {
        filter.sort = order->sort;
        filter.order = order->order;
    } else {
        reader.fault("sort"_L1, "unknown_value", {{u"allowed"_s, wireNames<TicketSort>()}});
    }
}

} // namespace

std::optional<TicketOrder> ticketOrderFromText(QStringView text)
{
    const bool descending = text.startsWith(u'-');
    const auto sort = fromWire<TicketSort>(text.sliced(descending ? 1 : 0));
    if (!sort)
        return std::nullopt;
    return TicketOrder{.sort = *sort,
                       .order = descending ? Qt::DescendingOrder : Qt::AscendingOrder};
}

QString toText(const TicketOrder &order)
{
    return (order.order == Qt::DescendingOrder ? u"-"_s : QString()) + toWire(order.sort);
}

QJsonArray ticketOrderNames()
{
    QJsonArray words;
    for (const QJsonValue &name : wireNames<TicketSort>()) {
        words.append(name);
        words.append(QString(u'-' + name.toString()));
    }
    return words;
}

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
    readSearch(reader, filter.search);
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
    if (filter.sort != defaults.sort || filter.order != defaults.order)
        items.append({u"sort"_s, toText(TicketOrder{filter.sort, filter.order})});
    appendPaging(items, filter.page);
    if (filter.countUpTo > 0)
        items.append({u"countUpTo"_s, QString::number(filter.countUpTo)});
    return items;
}

} // namespace Deskbell
