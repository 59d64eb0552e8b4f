// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/approvals/proxyservice.h"

#include "server/activity/activitylog.h"
#include "server/approvals/approvalflow.h"
#include "server/db/transaction.h"
#include "server/tickets/ticketrepository.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::ProxyService {

namespace {

Result<QByteArrayList> select(Context &context, ApprovalProxyId proxy)
{
    auto rows = context.db.run(
            "approvals/list_proxies",
            {{":viewer", context.principal.account}, {":proxy", proxy}, {":now", context.now()}});
    if (!rows)
        return fail(rows.error());
    QByteArrayList proxies;
    while (rows->next())
        proxies.append(rows->utf8(0));
    return proxies;
}

Result<> check(Context &context, const ApprovalProxyDraft &draft)
{
    if (draft.person == context.principal.account)
        return fail(Error::invalidField(u"person"_s, "self"));
    if (draft.to <= context.now())
        return fail(Error::invalidField(u"to"_s, "past"));
    auto person = TicketRepository::selectPerson(context.db, draft.person, {});
    if (!person)
        return fail(person.error());
    if (!*person)
        return fail(Error::invalidField(u"person"_s, "unknown"));
    auto overlapping = context.db.run("approvals/select_overlapping_proxy",
                                      {{":principal", context.principal.account},
                                       {":proxy", draft.person},
                                       {":from", draft.from},
                                       {":to", draft.to}});
    if (!overlapping)
        return fail(overlapping.error());
    if (overlapping->next()) {
        return fail({.code = ErrorCode::Conflict,
                     .key = "proxy.overlaps",
                     .detail = u"This person stands in for a part of that time already."_s});
    }
    return {};
}

} // namespace

Result<QByteArrayList> list(Context &context)
{
    return select(context, {});
}

Result<QByteArray> create(Context &context, const ApprovalProxyDraft &draft)
{
    return Db::inTransaction<QByteArray>(context.db, [&]() -> Result<QByteArray> {
        const AccountId principal = context.principal.account;
        auto locked = context.db.run("approvals/lock_principal", {{":account", principal}});
        if (!locked)
            return fail(locked.error());
        if (auto sound = check(context, draft); !sound)
            return fail(sound.error());
        auto made = context.db.run("approvals/insert_proxy", {{":principal", principal},
                                                              {":proxy", draft.person},
                                                              {":from", draft.from},
                                                              {":to", draft.to},
                                                              {":now", context.now()}});
        if (!made)
            return fail(made.error());
        made->next();
        const auto id = made->id<ApprovalProxyId>(0);
        auto recorded = recordActivity(context, {.entity = "proxy",
                                                 .action = "create",
                                                 .entityId = id.value(),
                                                 .newValue = toJson(draft)});
        if (!recorded)
            return fail(recorded.error());
        if (auto asked = ApprovalFlow::askNewProxies(context, principal); !asked)
            return fail(asked.error());
        return select(context, id).map([](const QByteArrayList &one) { return one.value(0); });
    });
}

Result<> remove(Context &context, ApprovalProxyId proxy)
{
    return Db::inTransaction(context.db, [&]() -> Result<> {
        auto gone = context.db.run("approvals/delete_proxy",
                                   {{":proxy", proxy},
                                    {":principal", context.principal.account},
                                    {":now", context.now()}});
        if (!gone)
            return fail(gone.error());
        if (!gone->next())
            return fail(Error::notFound(u"proxy"_s));
        return recordActivity(context,
                              {.entity = "proxy", .action = "delete", .entityId = proxy.value()});
    });
}

} // namespace Deskbell::Server::ProxyService
