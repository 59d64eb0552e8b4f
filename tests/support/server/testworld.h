// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/access/permission.h"
#include "common/base/id.h"
#include "tests/support/server/testdatabase.h"

namespace Deskbell::Test {

/// A desk with people and tickets, written straight into the tables: for tests of what stands below
/// the services. Every maker ends the program when the database refuses.
class TestWorld
{
public:
    explicit TestWorld(TestDatabase &database);

    /// A desk with a workflow and no people.
    DeskId makeDesk(const QString &key);
    /// An active account; its name is its user name, too.
    AccountId makeAccount(const QString &name);
    SessionId makeSession(AccountId account);
    /// Gives permissions by a role of their own; without a desk for every one.
    void grant(AccountId account, const QList<Permission> &permissions, DeskId desk = {});
    TicketId makeTicket(DeskId desk, AccountId requester);
    /// Appends an event in a transaction of its own. `columns`: further columns and their values
    /// as SQL, such as {"internal", "true"}.
    void appendEvent(TicketId ticket, const QString &type,
                     const QMap<QString, QString> &columns = {});

private:
    qint64 insert(const QString &sql, const QList<Db::Bind> &binds);

    TestDatabase &m_database;
    int m_count = 0; ///< of what needs a name of its own
};

} // namespace Deskbell::Test
