// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/activity/activityrepository.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::ActivityRepository {

namespace {

/// The conditions that a request asks for and no others, so that PostgreSQL plans each kind of
/// request for itself: the log is long, and the right index depends on what is asked.
class Conditions
{
public:
    void add(const QString &sql) { m_conditions.append(sql); }
    void add(const QString &sql, const Db::Bind &bind)
    {
        m_conditions.append(sql);
        m_binds.append(bind);
    }
    void bind(const Db::Bind &bind) { m_binds.append(bind); }

    QString where() const
    {
        return m_conditions.isEmpty() ? QString() : u" WHERE "_s + m_conditions.join(u" AND "_s);
    }
    const QList<Db::Bind> &binds() const { return m_binds; }

private:
    QStringList m_conditions;
    QList<Db::Bind> m_binds;
};

Conditions seen(const Sight &sight)
{
    Conditions conditions;
    if (sight.desks)
        conditions.add(u"a.desk_id = ANY (:sight_desks::bigint[])"_s,
                       {":sight_desks", *sight.desks});
    if (sight.noteDesks)
        conditions.add(u"(NOT a.internal OR a.desk_id = ANY (:note_desks::bigint[]))"_s,
                       {":note_desks", *sight.noteDesks});
    return conditions;
}

void addActor(Conditions &conditions, AccountId viewer, const IdFilter<AccountId> &actor)
{
    if (!actor.isActive())
        return;
    QList<AccountId> ids = actor.ids;
    if (actor.me)
        ids.append(viewer);
    conditions.add(actor.none ? u"(a.actor_id = ANY (:actors::bigint[]) OR a.actor_id IS NULL)"_s
                              : u"a.actor_id = ANY (:actors::bigint[])"_s,
                   {":actors", ids});
}

Conditions matching(const Sight &sight, const ActivityFilter &filter)
{
    Conditions conditions = seen(sight);
    addActor(conditions, sight.viewer, filter.actor);
    if (!filter.actions.isEmpty())
        conditions.add(u"a.action = ANY (:actions::text[])"_s, {":actions", filter.actions});
    if (!filter.entities.isEmpty())
        conditions.add(u"a.entity = ANY (:entities::text[])"_s, {":entities", filter.entities});
    if (!filter.tickets.isEmpty())
        conditions.add(u"a.ticket_id = ANY (:tickets::bigint[])"_s, {":tickets", filter.tickets});
    if (!filter.desks.isEmpty())
        conditions.add(u"a.desk_id = ANY (:desks::bigint[])"_s, {":desks", filter.desks});
    if (filter.after.isValid())
        conditions.add(u"a.at >= :after"_s, {":after", filter.after});
    if (filter.before.isValid())
        conditions.add(u"a.at < :before"_s, {":before", filter.before});
    if (!filter.search.isEmpty())
        conditions.add(u"(strpos(lower(a.actor_name), lower(:search)) > 0"
                       " OR strpos(lower(a.action), lower(:search)) > 0)"_s,
                       {":search", filter.search});
    return conditions;
}

Result<qint64> count(Db::Connection &db, const Conditions &conditions)
{
    auto rows = db.runText(u"SELECT count(*) FROM ticket.activity a"_s + conditions.where(),
                           conditions.binds());
    if (!rows)
        return fail(rows.error());
    return rows->next() ? rows->number(0) : 0;
}

/// Limits the conditions to what follows the cursor, and tells how much more to skip.
Result<qint64> startAt(Conditions &conditions, const PageRequest &page)
{
    if (!page.byCursor)
        return qint64(page.page - 1) * page.pageSize;
    if (page.cursor.isEmpty())
        return 0;
    const auto key = decodeCursor(page.cursor, 2);
    if (!key)
        return fail(key.error());
    conditions.add(u"(a.at, a.id) < (:cursor_at::text::timestamptz, :cursor_id)"_s,
                   {":cursor_at", key->at(0).toString()});
    conditions.bind({":cursor_id", key->at(1).toInteger()});
    return 0;
}

} // namespace

Result<Listed> selectPage(Db::Connection &db, const Sight &sight, const ActivityFilter &filter)
{
    const int size = filter.page.pageSize;
    const Conditions matches = matching(sight, filter);
    Conditions wanted = matches;
    const auto skipped = startAt(wanted, filter.page);
    if (!skipped)
        return fail(skipped.error());
    wanted.bind({":skipped", *skipped});
    wanted.bind({":limit", size + 1});
    // Which lines first, then what they say: the JSON is made for one page only.
    auto rows = db.runText(
            u"WITH page AS (SELECT a.id, a.at FROM ticket.activity a"_s + wanted.where()
                    + u" ORDER BY a.at DESC, a.id DESC"
                      " OFFSET :skipped::bigint LIMIT :limit::bigint)"
                      " SELECT answer.body, page.at, page.id"
                      " FROM page JOIN ticket.activity_answer answer ON answer.id = page.id"
                      " ORDER BY page.at DESC, page.id DESC"_s,
            wanted.binds());
    if (!rows) {
        const bool isOfCursor = filter.page.byCursor && rows.error().key == "database.value";
        return fail(isOfCursor ? Error::invalidField(u"cursor"_s, "invalid") : rows.error());
    }
    Listed listed;
    QString nextCursor;
    while (listed.data.size() < size && rows->next()) {
        listed.data.append(rows->utf8(0));
        if (listed.data.size() == size && rows->count() > size)
            nextCursor = encodeCursor({rows->text(1), rows->number(2)});
    }
    if (filter.page.byCursor) {
        listed.pagination = {.pageSize = size, .nextCursor = nextCursor};
        return listed;
    }
    return count(db, matches).map([&](qint64 total) {
        listed.pagination = numberedPagination(filter.page, total, nextCursor);
        return listed;
    });
}

} // namespace Deskbell::Server::ActivityRepository
