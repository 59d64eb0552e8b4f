// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/desks/customfield.h"
#include "common/tickets/ticketnumber.h"
#include "server/tickets/storedticket.h"

#include <optional>

/// The rows of tickets.
namespace Deskbell::Server::TicketRepository {

/// Who writes (nobody: the system), and when.
struct Author
{
    AccountId account = {};
    QDateTime now = {};
};

/// The ticket of that number, seen or unseen.
Result<std::optional<TicketId>> selectId(Db::Connection &db, const TicketNumber &number);

/// Holds off every other writer of this ticket until the transaction ends.
Result<> lock(Db::Connection &db, TicketId ticket);
/// Nothing when it is not there or `viewer` may not see it.
Result<std::optional<StoredTicket>> select(Db::Connection &db, TicketId ticket, AccountId viewer,
                                           const QDateTime &now);

/// Stores a new ticket and completes it with its id and number.
Result<> insert(Db::Connection &db, StoredTicket &ticket, const Author &author);
/// Stores everything of it that can change, as a new version, and completes it with that one.
Result<> update(Db::Connection &db, StoredTicket &ticket, const Author &author);

/// One change of state for the status log; `author` nobody: the system, because of `trigger`.
struct StatusLogLine
{
    QString from = {};
    QString to = {};
    QString reason = {};
    QString trigger = {};
};
Result<> insertStatusChange(Db::Connection &db, TicketId ticket, const StatusLogLine &line,
                            const Author &author);

/// Notes that the account has looked at the ticket that day; true at the first look, which is
/// counted.
Result<bool> countView(Db::Connection &db, TicketId ticket, AccountId account, QDate day);

/// Those of the accounts that may see the ticket now.
Result<QList<AccountId>> selectSeers(Db::Connection &db, TicketId ticket,
                                     const QList<AccountId> &accounts);
/// Who is signed in and could be one of them.
Result<QList<AccountId>> selectPossibleSeers(Db::Connection &db, TicketId ticket,
                                             const QDateTime &now);

/// A desk on which a ticket can be made, and by which rules it would live.
struct TicketDesk
{
    DeskRef desk = {};
    WorkflowVersionId workflow = {};
    int serviceRevision = 0; ///< of what it promises
};
/// The desk, or all desks for none.
Result<QList<TicketDesk>> selectDesks(Db::Connection &db, DeskId desk);

Result<std::optional<CategoryRef>> selectCategory(Db::Connection &db, CategoryId category,
                                                  DeskId desk);
/// The form of a category; empty when it has none.
Result<QList<CustomField>> selectForm(Db::Connection &db, CategoryId category);
Result<std::optional<TeamRef>> selectTeam(Db::Connection &db, TeamId team, DeskId desk);

/// Somebody a ticket can be for; nothing for what is no active account.
struct Candidate
{
    PersonRef person = {};
    bool assignable = false; ///< may answer on the desk
};
Result<std::optional<Candidate>> selectPerson(Db::Connection &db, AccountId account, DeskId desk);

} // namespace Deskbell::Server::TicketRepository
