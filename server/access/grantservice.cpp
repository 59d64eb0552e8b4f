// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/grantservice.h"

#include "server/activity/activitylog.h"
#include "server/api/namedpage.h"
#include "server/db/transaction.h"
#include "server/desks/managedentity.h"
#include "server/tickets/ticketrepository.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Deskbell::Server::GrantService {

namespace {

/// NotFound when the caller does not see the ticket, or it was deleted.
Result<> requireGranting(Context &context, TicketId ticket)
{
    auto rows = context.db.run("access/select_may_grant",
                               {{":ticket", ticket}, {":viewer", context.principal.account}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return fail(Error::notFound(u"ticket"_s));
    if (!rows->flag(0))
        return fail(Error::forbidden(codeOf(Permission::TicketViewRestricted)));
    return {};
}

Result<RoleId> roleOf(Context &context, const QString &key)
{
    if (key.isEmpty())
        return RoleId();
    auto rows = context.db.run("access/select_role_id", {{":key", key}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return fail(Error::invalidField(u"role"_s, "unknown"));
    return rows->id<RoleId>(0);
}

Result<> requirePerson(Context &context, AccountId person)
{
    if (!person.isValid())
        return {};
    auto found = TicketRepository::selectPerson(context.db, person, {});
    if (!found)
        return fail(found.error());
    if (!*found)
        return fail(Error::invalidField(u"person"_s, "unknown"));
    return {};
}

/// Timeline, log, and a new version of the ticket: who sees it now hears of it.
Result<> tellGrant(Context &context, const StoredTicket &ticket, TicketGrantId grant,
                   TimelineEvent event, const QJsonObject &whom)
{
    auto written = TimelineRepository::insert(context.db, {.ticket = ticket.id,
                                                           .event = event,
                                                           .author = context.principal.account,
                                                           .details = whom,
                                                           .at = context.now()});
    if (!written)
        return fail(written.error());
    const bool granted = event == TimelineEvent::AccessGranted;
    auto recorded = recordActivity(context, {.entity = "grant",
                                             .action = granted ? "create" : "delete",
                                             .entityId = grant.value(),
                                             .ticket = ticket.id,
                                             .desk = ticket.desk.id,
                                             .oldValue = granted ? QJsonObject() : whom,
                                             .newValue = granted ? whom : QJsonObject()});
    if (!recorded)
        return recorded;
    StoredTicket after = ticket;
    return saveTicket(context, ticket, after, {}, Touch::Always);
}

/// Whom a grant lets in, as the timeline names them. NotFound when the ticket has no such grant.
Result<QJsonObject> whomOf(Context &context, TicketId ticket, TicketGrantId grant)
{
    auto rows = context.db.run("access/select_grant", {{":ticket", ticket}, {":grant", grant}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return fail(Error::notFound(u"grant"_s));
    const int column = rows->isNull(0) ? 1 : 0;
    return QJsonObject{{column == 0 ? u"person"_s : u"role"_s,
                        QJsonDocument::fromJson(rows->utf8(column)).object()}};
}

Result<QByteArrayList> selectGrants(Context &context, TicketId ticket, TicketGrantId grant = {})
{
    auto rows = context.db.run(
            "access/list_grants",
            {{":ticket", ticket}, {":grant", grant}, {":viewer", context.principal.account}});
    if (!rows)
        return fail(rows.error());
    QByteArrayList grants;
    while (rows->next())
        grants.append(rows->utf8(0));
    return grants;
}

} // namespace

Result<StoredTicket> lockForGranting(Context &context, TicketId ticket,
                                     const std::optional<int> &version)
{
    auto locked = lockTicket(context, ticket, version);
    if (!locked)
        return locked;
    if (auto allowed = requireGranting(context, ticket); !allowed)
        return fail(allowed.error());
    return locked;
}

Result<TicketGrantId> letIn(Context &context, const StoredTicket &ticket, AccountId person,
                            RoleId role)
{
    auto made = context.db.run("access/insert_grant", {{":ticket", ticket.id},
                                                       {":person", person},
                                                       {":role", role},
                                                       {":account", context.principal.account},
                                                       {":now", context.now()}});
    if (!made)
        return fail(made.error());
    if (!made->next())
        return TicketGrantId();
    const auto grant = made->id<TicketGrantId>(0);
    auto whom = whomOf(context, ticket.id, grant);
    if (!whom)
        return fail(whom.error());
    auto told = tellGrant(context, ticket, grant, TimelineEvent::AccessGranted, *whom);
    if (!told)
        return fail(told.error());
    return grant;
}

Result<QByteArrayList> list(Context &context, TicketId ticket)
{
    if (auto allowed = requireGranting(context, ticket); !allowed)
        return fail(allowed.error());
    return selectGrants(context, ticket);
}

Result<QByteArray> create(Context &context, TicketId id, const TicketGrantDraft &draft,
                          const std::optional<int> &version)
{
    return Db::inTransaction<QByteArray>(context.db, [&]() -> Result<QByteArray> {
        auto ticket = lockForGranting(context, id, version);
        if (!ticket)
            return fail(ticket.error());
        if (auto there = requirePerson(context, draft.person); !there)
            return fail(there.error());
        auto role = roleOf(context, draft.role);
        if (!role)
            return fail(role.error());
        auto grant = letIn(context, *ticket, draft.person, *role);
        if (!grant)
            return fail(grant.error());
        if (!grant->isValid()) {
            return fail({.code = ErrorCode::Conflict,
                         .key = "grant.exists",
                         .detail = u"They are let in already."_s});
        }
        return selectGrants(context, id, *grant).map([](const QByteArrayList &one) {
            return one.value(0);
        });
    });
}

Result<> remove(Context &context, TicketId id, TicketGrantId grant,
                const std::optional<int> &version)
{
    return Db::inTransaction(context.db, [&]() -> Result<> {
        auto ticket = lockForGranting(context, id, version);
        if (!ticket)
            return fail(ticket.error());
        auto whom = whomOf(context, id, grant);
        if (!whom)
            return fail(whom.error());
        auto candidates = TicketRepository::selectPossibleSeers(context.db, id, context.now());
        if (!candidates)
            return fail(candidates.error());
        auto saw = TicketRepository::selectSeers(context.db, id, *candidates);
        if (!saw)
            return fail(saw.error());
        auto gone = context.db.run("access/delete_grant", {{":ticket", id}, {":grant", grant}});
        if (!gone)
            return fail(gone.error());
        auto told = tellGrant(context, *ticket, grant, TimelineEvent::AccessRevoked, *whom);
        if (!told)
            return told;
        return hideFrom(context, id, *saw);
    });
}

Result<Listed> listSeers(Context &context, TicketId id, const PageRequest &page)
{
    auto ticket
            = TicketRepository::select(context.db, id, context.principal.account, context.now());
    if (!ticket)
        return fail(ticket.error());
    if (!*ticket)
        return fail(Error::notFound(u"ticket"_s));
    if (!context.principal.grants.holds(Permission::TicketEdit, (*ticket)->desk.id))
        return fail(Error::forbidden(codeOf(Permission::TicketEdit)));
    auto start = nameStart(page);
    if (!start)
        return fail(start.error());
    auto rows = context.db.run("access/list_seers", {{":ticket", id},
                                                     {":after_name", start->name},
                                                     {":after_id", start->id},
                                                     {":skipped", start->skipped},
                                                     {":limit", page.pageSize + 1}});
    if (!rows)
        return fail(rows.error());
    return readNamedPage(*rows, page, [&] {
        return countIn(context.db.run("access/count_seers", {{":ticket", id}}));
    });
}

} // namespace Deskbell::Server::GrantService
