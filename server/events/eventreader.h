// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/events/resumetoken.h"
#include "server/db/connection.h"

#include <QList>

namespace Deskbell::Server {

/// An event as it goes out, before anybody asked who may know of it.
struct EventRow
{
    ResumeToken token;
    QByteArray type;  ///< on the wire
    QByteArray block; ///< of the event stream: id, event, data
};

/// Part of the event table, in order, only what no running transaction can still precede.
struct EventBatch
{
    QList<EventRow> events;
    bool more = false;    ///< there are further ones that could be read at once
    bool waiting = false; ///< there are further ones that are not settled yet
};

/// Who may know of an event.
struct Receivers
{
    ResumeToken token;
    QList<qint64> accounts;
};

/// What follows `after`, up to `limit` events.
[[nodiscard]] Result<EventBatch> readEvents(Db::Connection &db, const ResumeToken &after,
                                            int limit);

/// Which of `accounts` may know of which events after `after` up to `last`, by the visibility rule
/// at this moment. Events that none of them may know of are left out.
[[nodiscard]] Result<QList<Receivers>> selectReceivers(Db::Connection &db, const ResumeToken &after,
                                                       const ResumeToken &last,
                                                       const QList<AccountId> &accounts);

/// The place before everything that is not settled now.
[[nodiscard]] Result<ResumeToken> currentPosition(Db::Connection &db);

/// Whether everything that followed `token` is still there.
[[nodiscard]] Result<bool> isResumable(Db::Connection &db, const ResumeToken &token);

/// Removes events from before `before`; tokens from before the newest of them are too old then.
[[nodiscard]] Result<> pruneEvents(Db::Connection &db, const QDateTime &before);

/// One block of an event stream. `data`: one line of JSON.
QByteArray eventBlock(const ResumeToken &token, QByteArrayView type, QByteArrayView data);

} // namespace Deskbell::Server
