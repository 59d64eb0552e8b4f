// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/timeline/timelineentry.h"
#include "server/api/entity.h"
#include "server/db/connection.h"

#include <optional>

/// The rows of timelines.
namespace Deskbell::Server::TimelineRepository {

/// An entry to be written.
struct NewEntry
{
    TicketId ticket = {};
    TimelineKind kind = TimelineKind::Event;
    std::optional<TimelineEvent> event = {}; ///< of Kind::Event
    bool internal = false;
    AccountId author = {}; ///< nobody: the system
    QString message = {};
    bool isSolution = false;
    QJsonObject details = {};
    QDateTime at = {};
};
Result<TimelineEntryId> insert(Db::Connection &db, const NewEntry &entry);

/// Writes down whom it mentions, as far as the author may mention them on the ticket; who that is.
Result<QList<AccountId>> insertMentions(Db::Connection &db, TicketId ticket, TimelineEntryId entry,
                                        AccountId author, bool internal,
                                        const QList<AccountId> &people);

Result<Entity> selectAnswer(Db::Connection &db, TimelineEntryId entry);

/// A reply or note as the service works with it.
struct Comment
{
    TimelineEntryId id = {};
    bool internal = false;
    AccountId author = {};
    QString message = {};
    bool isSolution = false;
    int version = 1;
    QDateTime createdAt = {};
    QDateTime deletedAt = {};
};
/// Nothing when this ticket has no such reply, or it is a note and `seesNotes` is false.
Result<std::optional<Comment>> selectComment(Db::Connection &db, TicketId ticket,
                                             TimelineEntryId entry, bool seesNotes);

/// Stores message and mark; what it said before is kept when the message is another one.
Result<> updateComment(Db::Connection &db, const Comment &before, const Comment &after,
                       AccountId account, const QDateTime &now);
/// Takes its words and files away; they are kept for the record.
Result<> removeComment(Db::Connection &db, TimelineEntryId entry, AccountId account,
                       const QDateTime &now);
/// Takes the mark from all other replies of the ticket; answers which they were, with their
/// versions.
Result<QList<std::pair<TimelineEntryId, int>>> clearSolutions(Db::Connection &db, TicketId ticket,
                                                              TimelineEntryId except);

} // namespace Deskbell::Server::TimelineRepository
