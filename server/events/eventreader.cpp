// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/events/eventreader.h"

namespace Deskbell::Server {

namespace {

ResumeToken tokenOf(const Db::Rows &rows)
{
    return {.transaction = rows.view(0).toULongLong(), .id = rows.number(1)};
}

} // namespace

Result<EventBatch> readEvents(Db::Connection &db, const ResumeToken &after, int limit)
{
    auto rows = db.run("events/select_events",
                       {{":txid", after.transaction}, {":id", after.id}, {":limit", limit}});
    if (!rows)
        return fail(rows.error());
    EventBatch batch;
    while (rows->next()) {
        if (!rows->flag(3)) {
            batch.waiting = true;
            return batch;
        }
        const ResumeToken token = tokenOf(*rows);
        batch.events.append({.token = token,
                             .type = rows->utf8(2),
                             .block = eventBlock(token, rows->view(2), rows->view(4))});
    }
    batch.more = batch.events.size() == limit;
    return batch;
}

Result<QList<Receivers>> selectReceivers(Db::Connection &db, const ResumeToken &after,
                                         const ResumeToken &last, const QList<AccountId> &accounts)
{
    auto rows = db.run("events/select_receivers", {{":after_txid", after.transaction},
                                                   {":after_id", after.id},
                                                   {":last_txid", last.transaction},
                                                   {":last_id", last.id},
                                                   {":accounts", accounts}});
    if (!rows)
        return fail(rows.error());
    QList<Receivers> receivers;
    while (rows->next())
        receivers.append({.token = tokenOf(*rows), .accounts = rows->numbers(2)});
    return receivers;
}

Result<ResumeToken> currentPosition(Db::Connection &db)
{
    auto rows = db.run("events/select_position");
    if (!rows)
        return fail(rows.error());
    rows->next();
    return ResumeToken{.transaction = rows->view(0).toULongLong()};
}

Result<bool> isResumable(Db::Connection &db, const ResumeToken &token)
{
    auto rows
            = db.run("events/select_resumable", {{":txid", token.transaction}, {":id", token.id}});
    if (!rows)
        return fail(rows.error());
    rows->next();
    return rows->flag(0);
}

Result<> pruneEvents(Db::Connection &db, const QDateTime &before)
{
    auto rows = db.run("events/prune_events", {{":before", before}});
    if (!rows)
        return fail(rows.error());
    return {};
}

QByteArray eventBlock(const ResumeToken &token, QByteArrayView type, QByteArrayView data)
{
    QByteArray block = "id: " + toText(token) + "\nevent: ";
    block += type;
    block += "\ndata: ";
    block += data;
    block += "\n\n";
    return block;
}

} // namespace Deskbell::Server
