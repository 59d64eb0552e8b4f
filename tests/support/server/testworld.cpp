// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server/testworld.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Test {

TestWorld::TestWorld(TestDatabase &database)
    : m_database(database)
{}

qint64 TestWorld::insert(const QString &sql, const QList<Db::Bind> &binds)
{
    auto rows = m_database.connection().runText(sql, binds);
    if (!rows)
        qFatal("%s: %s", qPrintable(sql), qPrintable(rows.error().detail));
    return rows->next() ? rows->number(0) : 0;
}

DeskId TestWorld::makeDesk(const QString &key)
{
    const qint64 workflow
            = insert(u"INSERT INTO ticket.workflow (key, name) VALUES (:key, :key) RETURNING id"_s,
                     {{":key", key.toLower()}});
    insert(u"INSERT INTO ticket.workflow_version (workflow_id, number, definition) "
           "VALUES (:workflow, 1, '{}')"_s,
           {{":workflow", workflow}});
    return DeskId(insert(u"INSERT INTO ticket.desk (key, name, workflow_id) "
                         "VALUES (:key, :key, :workflow) RETURNING id"_s,
                         {{":key", key}, {":workflow", workflow}}));
}

AccountId TestWorld::makeAccount(const QString &name)
{
    return AccountId(insert(u"INSERT INTO ticket.account (username, email, display_name) "
                            "VALUES (:name, :name || '@example.test', :name) RETURNING id"_s,
                            {{":name", name}}));
}

SessionId TestWorld::makeSession(AccountId account)
{
    return SessionId(insert(u"INSERT INTO ticket.session (account_id, expires_at) "
                            "VALUES (:account, now() + interval '1 day') RETURNING id"_s,
                            {{":account", account}}));
}

void TestWorld::grant(AccountId account, const QList<Permission> &permissions, DeskId desk)
{
    const qint64 role
            = insert(u"INSERT INTO ticket.role (key, name) VALUES (:key, :key) RETURNING id"_s,
                     {{":key", u"role-%1"_s.arg(++m_count)}});
    for (const Permission permission : permissions) {
        insert(u"INSERT INTO ticket.role_permission (role_id, permission) VALUES (:role, :code)"_s,
               {{":role", role}, {":code", toWire(permission)}});
    }
    insert(u"INSERT INTO ticket.account_role (account_id, role_id, desk_id) "
           "VALUES (:account, :role, :desk)"_s,
           {{":account", account}, {":role", role}, {":desk", desk}});
}

TicketId TestWorld::makeTicket(DeskId desk, AccountId requester)
{
    return TicketId(insert(
            u"INSERT INTO ticket.ticket (desk_id, number, title, workflow_version_id, status, "
            "status_category, requester_id, created_by, updated_by) "
            "SELECT :desk, :number, 'A ticket', v.id, 'new', 'open', :account, :account, :account "
            "FROM ticket.workflow_version v "
            "JOIN ticket.desk d ON d.workflow_id = v.workflow_id WHERE d.id = :desk "
            "RETURNING id"_s,
            {{":desk", desk}, {":number", ++m_count}, {":account", requester}}));
}

void TestWorld::appendEvent(TicketId ticket, const QString &type,
                            const QMap<QString, QString> &columns)
{
    QStringList names{u"type"_s, u"ticket_id"_s};
    QStringList values{u":type"_s, u":ticket"_s};
    for (auto it = columns.cbegin(); it != columns.cend(); ++it) {
        names.append(it.key());
        values.append(it.value());
    }
    insert(u"INSERT INTO ticket.event (%1) VALUES (%2)"_s.arg(names.join(u", "),
                                                              values.join(u", ")),
           {{":type", type}, {":ticket", ticket}});
}

} // namespace Deskbell::Test
