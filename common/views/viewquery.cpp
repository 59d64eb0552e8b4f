// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/views/viewquery.h"

#include "common/find/findquery.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell {

namespace {

/// Whether these are exactly the categories that are done, or those that are not.
bool areAllOf(const QList<StatusCategory> &categories, bool done)
{
    return std::all_of(WireEnum<StatusCategory>::names.begin(),
                       WireEnum<StatusCategory>::names.end(), [&](const auto &row) {
                           return categories.contains(row.value) == (isDone(row.value) == done);
                       });
}

template <IsWireEnum E>
QStringList wordsOf(const QList<E> &values)
{
    QStringList words;
    for (const E value : values)
        words.append(QString(toWire(value)));
    return words;
}

template <class AnyId>
QStringList wordsOf(const IdFilter<AnyId> &filter)
{
    QStringList words;
    if (filter.me)
        words.append(u"me"_s);
    if (filter.none)
        words.append(u"none"_s);
    return words;
}

} // namespace

QString viewQueryOf(const TicketFilter &filter, const QDateTime &now)
{
    FindQuery query;
    const auto add = [&](FindField field, const QStringList &values) {
        if (!values.isEmpty())
            query.terms.append({.field = field, .values = values});
    };
    if (areAllOf(filter.statusCategories, false))
        add(FindField::Is, {u"open"_s});
    else if (areAllOf(filter.statusCategories, true))
        add(FindField::Is, {u"closed"_s});
    else
        add(FindField::Status, wordsOf(filter.statusCategories));
    add(FindField::Priority, wordsOf(filter.priorities));
    add(FindField::Assignee, wordsOf(filter.assignee));
    add(FindField::Requester, wordsOf(filter.requester));
    add(FindField::Team, wordsOf(filter.team));
    add(FindField::Tag, filter.tags);
    if (filter.nextDueBefore.isValid())
        add(FindField::Is, {u"overdue"_s});
    if (filter.updatedAfter.isValid()) {
        const qint64 days = std::max<qint64>(1, filter.updatedAfter.daysTo(now));
        add(FindField::Updated, {u"%1d"_s.arg(days)});
    }
    QStringList parts;
    if (!query.isEmpty())
        parts.append(toText(query));
    if (!filter.search.isEmpty())
        parts.append(filter.search);
    return parts.join(u' ');
}

} // namespace Deskbell
