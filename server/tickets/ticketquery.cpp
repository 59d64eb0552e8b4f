// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tickets/ticketquery.h"

#include "common/tickets/ticketnumber.h"
#include "server/api/listing.h"
#include "server/tickets/conditions.h"
#include "server/tickets/ticketsearch.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

/// One part of an order. Where there may be no value, it comes last in either direction.
struct SortPart
{
    QString ascending;
    QString descending;
    QString type; ///< to which a cursor's value is cast
};

struct SortPlan
{
    QString join; ///< what the parts need besides the ticket
    QList<SortPart> parts;
};

SortPart part(const QString &expression, const QString &type)
{
    return {expression, expression, type};
}

/// Of what somebody set and of what is promised, the earlier.
QString nextDue()
{
    return u"COALESCE(LEAST(t.due_at, t.sla_due_at), 'infinity')"_s;
}

/// Expressions as the indexes of ticket.ticket have them.
SortPlan planOf(TicketSort sort)
{
    const auto person = u" JOIN ticket.account p ON p.id = t.%1"_s;
    switch (sort) {
    case TicketSort::CreatedAt: return {{}, {part(u"t.created_at"_s, u"timestamptz"_s)}};
    case TicketSort::UpdatedAt: return {{}, {part(u"t.updated_at"_s, u"timestamptz"_s)}};
    case TicketSort::ClosedAt:
        return {{},
                {{u"COALESCE(t.closed_at, 'infinity')"_s, u"COALESCE(t.closed_at, '-infinity')"_s,
                  u"timestamptz"_s}}};
    case TicketSort::DueAt:
        return {{},
                {{u"COALESCE(t.due_at, 'infinity')"_s, u"COALESCE(t.due_at, '-infinity')"_s,
                  u"timestamptz"_s}}};
    case TicketSort::NextDueAt:
        return {{},
                {{nextDue(), u"COALESCE(LEAST(t.due_at, t.sla_due_at), '-infinity')"_s,
                  u"timestamptz"_s}}};
    case TicketSort::Number:
        return {{}, {part(u"t.desk_id"_s, u"bigint"_s), part(u"t.number"_s, u"bigint"_s)}};
    case TicketSort::Title: return {{}, {part(u"left(lower(t.title), 60)"_s, u"text"_s)}};
    case TicketSort::Status:
        return {{},
                {part(u"t.status_category"_s, u"ticket.status_category"_s),
                 part(u"t.status"_s, u"text"_s)}};
    case TicketSort::Priority: return {{}, {part(u"t.priority"_s, u"ticket.priority"_s)}};
    case TicketSort::Requester:
        return {person.arg("requester_id"_L1),
                {part(u"left(lower(p.display_name), 60)"_s, u"text"_s)}};
    case TicketSort::Assignee:
        return {u" LEFT"_s + person.arg("assignee_id"_L1),
                {{u"(p.id IS NULL)"_s, u"(p.id IS NOT NULL)"_s, u"boolean"_s},
                 part(u"COALESCE(left(lower(p.display_name), 60), '')"_s, u"text"_s)}};
    case TicketSort::Relevance: return {{}, {part(u"t.score"_s, u"bigint"_s)}};
    }
    Q_UNREACHABLE();
}

/// Without words nothing is more relevant than anything else: then the newest come first.
SortPlan planOf(const TicketFilter &filter, const TicketSearch &search)
{
    return planOf(filter.sort == TicketSort::Relevance && !search.query.hasWords()
                          ? TicketSort::UpdatedAt
                          : filter.sort);
}

/// The name that a cursor bears, so that one of another order is noticed.
QString orderName(const TicketFilter &filter)
{
    return toText(TicketOrder{filter.sort, filter.order});
}

template <class E>
QStringList namesOf(const QList<E> &values)
{
    QStringList names;
    for (const E value : values)
        names.append(QString(toWire(value)));
    return names;
}

template <class AnyId>
QList<qint64> numbersOf(const QList<AnyId> &ids)
{
    QList<qint64> numbers;
    for (const AnyId id : ids)
        numbers.append(id.value());
    return numbers;
}

/// People: ids, oneself, nobody.
void addPeople(Conditions &conditions, const QString &column, const char *name,
               const IdFilter<AccountId> &filter, AccountId self)
{
    if (!filter.isActive())
        return;
    QList<AccountId> ids = filter.ids;
    if (filter.me && !ids.contains(self))
        ids.append(self);
    if (!filter.none)
        return conditions.addOneOf(column, name, numbersOf(ids), u"bigint"_s);
    if (ids.isEmpty())
        return conditions.add(column + u" IS NULL"_s);
    conditions.add(
            u"(%1 IS NULL OR %1 = ANY (%2::bigint[]))"_s.arg(column, QString::fromLatin1(name)),
            name, numbersOf(ids));
}

void addTeams(Conditions &conditions, const IdFilter<TeamId> &filter)
{
    if (!filter.isActive())
        return;
    if (!filter.me && !filter.none)
        return conditions.addOneOf(u"t.team_id"_s, ":teams", numbersOf(filter.ids), u"bigint"_s);
    QStringList choices;
    if (filter.me) {
        choices.append(u"t.team_id IN (SELECT m.team_id FROM ticket.team_member m"
                       " WHERE m.account_id = :viewer)"_s);
    }
    if (filter.none)
        choices.append(u"t.team_id IS NULL"_s);
    if (!filter.ids.isEmpty()) {
        choices.append(u"t.team_id = ANY (:teams::bigint[])"_s);
        conditions.bind(":teams", numbersOf(filter.ids));
    }
    conditions.add(u'(' + choices.join(" OR "_L1) + u')');
}

void addNumbers(Conditions &conditions, const QStringList &numbers)
{
    if (numbers.isEmpty())
        return;
    QStringList keys;
    QList<qint64> counters;
    for (const QString &text : numbers) {
        // The filter holds only what is a number.
        const TicketNumber number = ticketNumberFromText(text).value_or(TicketNumber{});
        keys.append(number.deskKey);
        counters.append(number.counter);
    }
    conditions.add(u"(t.desk_id, t.number) IN"
                   " (SELECT d.id, n.counter"
                   " FROM unnest(:number_keys::text[], :number_counters::bigint[])"
                   " n (desk_key, counter)"
                   " JOIN ticket.desk d ON d.key = n.desk_key)"_s,
                   ":number_keys", keys);
    conditions.bind(":number_counters", counters);
}

/// What is unfinished, or what is done, is said as the indexes of ticket.ticket have it; the
/// categories only where that is not all of it.
void addStatusCategories(Conditions &conditions, const QList<StatusCategory> &categories)
{
    struct Kind
    {
        int asked = 0;
        int all = 0;
    };
    Kind unfinished;
    Kind done;
    for (const auto &[category, name] : WireEnum<StatusCategory>::names) {
        Kind &kind = isDone(category) ? done : unfinished;
        ++kind.all;
        kind.asked += categories.contains(category) ? 1 : 0;
    }
    const bool ofOneKind = (unfinished.asked == 0) != (done.asked == 0);
    if (ofOneKind)
        conditions.add(done.asked == 0 ? u"t.status_category < 'resolved'"_s
                                       : u"t.status_category >= 'resolved'"_s);
    if (ofOneKind && (unfinished.asked == unfinished.all || done.asked == done.all))
        return;
    conditions.addOneOf(u"t.status_category"_s, ":categories_of_status", namesOf(categories),
                        u"ticket.status_category"_s);
}

void addTimes(Conditions &conditions, const TicketFilter &filter)
{
    const auto add = [&](const QString &condition, const char *name, const QDateTime &time) {
        if (time.isValid())
            conditions.add(condition, name, time);
    };
    add(u"t.created_at >= :created_after"_s, ":created_after", filter.createdAfter);
    add(u"t.created_at < :created_before"_s, ":created_before", filter.createdBefore);
    add(u"t.updated_at >= :updated_after"_s, ":updated_after", filter.updatedAfter);
    add(u"t.updated_at < :updated_before"_s, ":updated_before", filter.updatedBefore);
    add(u"t.due_at >= :due_after"_s, ":due_after", filter.dueAfter);
    // As the indexes have it; without a due date it is never before anything.
    add(u"COALESCE(t.due_at, 'infinity') < :due_before"_s, ":due_before", filter.dueBefore);
    add(nextDue() + u" < :next_due_before"_s, ":next_due_before", filter.nextDueBefore);
}

Conditions conditionsOf(const TicketFilter &filter, const TicketViewer &viewer,
                        const TicketSearch &search)
{
    Conditions conditions;
    conditions.bind(":viewer", viewer.account);
    switch (filter.deleted) {
    case DeletedTickets::Without: conditions.add(u"t.deleted_at IS NULL"_s); break;
    case DeletedTickets::Only: conditions.add(u"t.deleted_at IS NOT NULL"_s); break;
    case DeletedTickets::With:
        if (!viewer.seesDeleted) // says what is so anyway, and lets the indexes be used
            conditions.add(u"t.deleted_at IS NULL"_s);
        break;
    }
    conditions.addOneOf(u"t.id"_s, ":ids", numbersOf(filter.ids), u"bigint"_s);
    addNumbers(conditions, filter.numbers);
    conditions.addOneOf(u"t.status"_s, ":statuses", filter.statuses, u"text"_s);
    addStatusCategories(conditions, filter.statusCategories);
    conditions.addOneOf(u"t.priority"_s, ":priorities", namesOf(filter.priorities),
                        u"ticket.priority"_s);
    conditions.addOneOf(u"t.desk_id"_s, ":desks", numbersOf(filter.desks), u"bigint"_s);
    conditions.addOneOf(u"t.category_id"_s, ":categories", numbersOf(filter.categories),
                        u"bigint"_s);
    addPeople(conditions, u"t.assignee_id"_s, ":assignees", filter.assignee, viewer.account);
    addPeople(conditions, u"t.requester_id"_s, ":requesters", filter.requester, viewer.account);
    addTeams(conditions, filter.team);
    if (!filter.tags.isEmpty()) {
        // Any spelling of the tag; "<> '{}'" is what the index on tags is about.
        conditions.add(u"t.tags <> '{}' AND t.tags && ARRAY(SELECT g.name FROM ticket.tag g"
                       " WHERE lower(g.name) IN (SELECT lower(n) FROM unnest(:tags::text[]) n)"
                       " UNION SELECT unnest(:tags::text[]))"_s,
                       ":tags", filter.tags);
    }
    addTimes(conditions, filter);
    if (!filter.slaStates.isEmpty())
        conditions.add(slaCondition(conditions, filter.slaStates, viewer.now));
    addSearch(conditions, search, viewer);
    return conditions;
}

/// The tickets that somebody sees who sees no others: a superset, found by indexes.
QString ownTickets()
{
    return u"SELECT o.id FROM ticket.ticket o WHERE o.requester_id = :viewer AND o.deleted_at IS "
           u"NULL"
           " UNION SELECT o.id FROM ticket.ticket o"
           " WHERE o.created_by = :viewer AND o.created_by <> o.requester_id AND o.deleted_at IS "
           "NULL"
           " UNION SELECT o.id FROM ticket.ticket o WHERE o.assignee_id = :viewer AND o.deleted_at "
           "IS NULL"
           " UNION SELECT o.id FROM ticket.team_member m JOIN ticket.ticket o ON o.team_id = "
           "m.team_id"
           " WHERE m.account_id = :viewer AND o.deleted_at IS NULL"
           " UNION SELECT p.ticket_id FROM ticket.ticket_participant p WHERE p.account_id = :viewer"
           " UNION SELECT g.ticket_id FROM ticket.ticket_view_permission g WHERE g.account_id = "
           ":viewer"
           " UNION SELECT g.ticket_id FROM ticket.account_role r"
           " JOIN ticket.ticket_view_permission g ON g.role_id = r.role_id"
           " WHERE r.account_id = :viewer"_s;
}

/// WITH clause (or nothing) and FROM clause.
struct Source
{
    QString with;
    QString from;
};

Source sourceOf(const TicketViewer &viewer, const TicketSearch &search)
{
    const QString words = search.query.hasText() ? searchJoin() : QString();
    if (viewer.seesOthers || viewer.seesDeleted)
        return {{}, u" FROM ticket.visible_tickets(:viewer) t"_s + words};
    return {u"own AS MATERIALIZED ("_s + ownTickets() + u")"_s,
            u" FROM own JOIN ticket.visible_tickets(:viewer) t ON t.id = own.id"_s + words};
}

/// How many hits are weighed against each other: the newest. To weigh all that a frequent word
/// finds would mean to read them all.
constexpr int mostRanked = 300;

/// The newest tickets that match, each with its score, as "t".
Source rankedSource(const Source &source, Conditions &conditions, const TicketViewer &viewer,
                    const TicketSearch &search)
{
    QString with = source.with;
    if (!with.isEmpty())
        with += u", "_s;
    with += u"hits AS MATERIALIZED (SELECT t.id, t.desk_id, t.number, t.updated_at"_s + source.from
            + conditions.where()
            + u" ORDER BY t.updated_at DESC, t.id DESC LIMIT %1)"_s.arg(mostRanked);
    with += u", ranked AS MATERIALIZED (SELECT t.id, %1 AS score FROM hits t%2)"_s.arg(
            searchScore(conditions, viewer, search), searchJoin());
    return {with, u" FROM ranked t"_s};
}

/// Whether to read along the order until a page is full, or to sort what an index of the words
/// yields, depends on how frequent the words are.
Db::Planning planningOf(const TicketSearch &search)
{
    return search.query.hasWords() ? Db::Planning::EachTime : Db::Planning::Once;
}

/// Binds of the cursor's values; there are never more of them than of these names.
constexpr std::array placeNames{":place_0", ":place_1"};

/// "What follows the cursor" as one comparison of rows, which an index answers directly.
Result<> addCursor(Conditions &conditions, const TicketFilter &filter, const SortPlan &plan)
{
    if (!filter.page.byCursor || filter.page.cursor.isEmpty())
        return {};
    const Error invalid = Error::invalidField(u"cursor"_s, "invalid");
    auto key = decodeCursor(filter.page.cursor, plan.parts.size() + 2);
    if (!key || key->first().toString() != orderName(filter))
        return fail(invalid);
    bool isId = false;
    const qint64 id = key->last().toString().toLongLong(&isId);
    if (!isId)
        return fail(invalid);

    const bool descending = filter.order == Qt::DescendingOrder;
    QStringList columns;
    QStringList values;
    for (qsizetype i = 0; i < plan.parts.size(); ++i) {
        const SortPart &sortPart = plan.parts[i];
        columns.append(descending ? sortPart.descending : sortPart.ascending);
        values.append(QString::fromLatin1(placeNames.at(size_t(i))) + u"::text::"_s
                      + sortPart.type);
        conditions.bind(placeNames.at(size_t(i)), key->at(i + 1).toString());
    }
    conditions.add(u"(%1, t.id) %2 (%3, :place_id::bigint)"_s.arg(columns.join(", "_L1),
                                                                  descending ? u"<"_s : u">"_s,
                                                                  values.join(", "_L1)),
                   ":place_id", id);
    return {};
}

} // namespace

TicketViewer TicketViewer::of(AccountId account, const Grants &grants, const QDateTime &now)
{
    return {.account = account,
            .seesOthers = grants.holdsAnywhere(Permission::TicketViewAll)
                          || grants.holdsAnywhere(Permission::TicketViewRestricted),
            .seesDeleted = grants.holdsAnywhere(Permission::TicketRestore),
            .seesNotes = grants.holdsAnywhere(Permission::TicketNote),
            .seesPeople = grants.holdsAnywhere(Permission::UserView),
            .now = now};
}

Result<TicketQuery> ticketPageQuery(const TicketFilter &filter, const TicketViewer &viewer,
                                    const TicketSearch &search)
{
    const SortPlan plan = planOf(filter, search);
    Conditions conditions = conditionsOf(filter, viewer, search);
    Source source = sourceOf(viewer, search);
    if (filter.sort == TicketSort::Relevance && search.query.hasWords()) {
        const Source ranked = rankedSource(source, conditions, viewer, search);
        conditions = Conditions(conditions.binds());
        source = ranked;
    }
    if (auto cursor = addCursor(conditions, filter, plan); !cursor)
        return fail(cursor.error());

    const bool descending = filter.order == Qt::DescendingOrder;
    const QString direction = descending ? u" DESC"_s : QString();
    QStringList keys;    // "expression AS k0"
    QStringList inner;   // the order of the page
    QStringList outer;   // the same once more, for the join may lose it
    QStringList answers; // the values, as text
    for (qsizetype i = 0; i < plan.parts.size(); ++i) {
        const QString expression = descending ? plan.parts[i].descending : plan.parts[i].ascending;
        keys.append(u"%1 AS k%2"_s.arg(expression).arg(i));
        inner.append(expression + direction);
        outer.append(u"page.k%1"_s.arg(i) + direction);
        answers.append(u"page.k%1::text"_s.arg(i));
    }
    // The number of rows stands in the text: with a placeholder PostgreSQL plans for a tenth of
    // the table.
    QString limit = u" LIMIT "_s + QString::number(filter.page.pageSize + 1);
    if (!filter.page.byCursor && filter.page.page > 1) {
        limit += u" OFFSET :offset"_s;
        conditions.bind(":offset", qint64(filter.page.page - 1) * filter.page.pageSize);
    }
    // First the ids, by an index; then what the ids stand for. In one step PostgreSQL would put
    // together the answer of every ticket before it sorts them.
    const QString sql = u"WITH "_s + source.with + (source.with.isEmpty() ? u""_s : u", "_s)
                        + u"page AS MATERIALIZED (SELECT t.id, "_s + keys.join(", "_L1)
                        + source.from + plan.join + conditions.where() + u" ORDER BY "_s
                        + inner.join(", "_L1) + u", t.id"_s + direction + limit
                        + u") SELECT a.body, page.id, "_s + answers.join(", "_L1)
                        + u" FROM page JOIN ticket.ticket_answer a ON a.id = page.id ORDER BY "_s
                        + outer.join(", "_L1) + u", page.id"_s + direction;
    return TicketQuery{sql, conditions.binds(), planningOf(search)};
}

TicketQuery ticketCountQuery(const TicketFilter &filter, const TicketViewer &viewer,
                             const TicketSearch &search)
{
    const Conditions conditions = conditionsOf(filter, viewer, search);
    const Source source = sourceOf(viewer, search);
    const QString with = source.with.isEmpty() ? QString() : u"WITH "_s + source.with + u' ';
    const QString matching = source.from + conditions.where();
    if (filter.countUpTo == 0)
        return {with + u"SELECT count(*)"_s + matching, conditions.binds(), planningOf(search)};
    return {with
                    + u"SELECT count(*) FROM (SELECT 1%1 LIMIT %2) counted"_s.arg(matching).arg(
                            filter.countUpTo),
            conditions.binds(), planningOf(search)};
}

QString ticketCursor(const TicketFilter &filter, TicketId ticket, const QStringList &place)
{
    QJsonArray key{orderName(filter)};
    for (const QString &value : place)
        key.append(value);
    // As a text: JSON has no whole numbers of 64 bits.
    key.append(QString::number(ticket.value()));
    return encodeCursor(key);
}

int ticketPlaceSize(const TicketFilter &filter, const TicketSearch &search)
{
    return int(planOf(filter, search).parts.size());
}

} // namespace Deskbell::Server
