// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server/ticketharness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Test;

/// What belongs to no desk is told to those who may list it, and to nobody else.
class TestAdminEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhoMayListIt_data();
    void tellsWhoMayListIt();
    void tellsOfTagsThatTicketsBring();
    void tellsNothingThatWasRefused();

private:
    static QString told(TicketHarness &api, const QString &type);
};

/// How often, and to whom: "3 Ada Lea".
QString TestAdminEvents::told(TicketHarness &api, const QString &type)
{
    return api.value(u"SELECT concat_ws(' ', count(DISTINCT e.id), string_agg(DISTINCT a.username, "
                     "' ' ORDER BY a.username)) FROM ticket.event e"
                     " CROSS JOIN unnest(e.recipients) r JOIN ticket.account a ON a.id = r"
                     " WHERE e.ticket_id IS NULL AND e.type = '%1'"_s.arg(type));
}

void TestAdminEvents::tellsWhoMayListIt_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QJsonObject>("draft");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("expected");
    const QJsonObject named{{u"name"_s, u"Night"_s}};
    QTest::newRow("tag") << "/tags"_ba << named << u"tag.updated"_s << u"3 Ada Lea"_s;
    QTest::newRow("role") << "/roles"_ba
                          << QJsonObject{{u"name"_s, u"Night"_s}, {u"permissions"_s, QJsonArray()}}
                          << u"role.updated"_s << u"3 Ada Alex Emily Lea Otto"_s;
    QTest::newRow("organisation") << "/organisations"_ba << named << u"organisation.updated"_s
                                  << u"3 Ada Alex Emily Lea Otto"_s;
}

void TestAdminEvents::tellsWhoMayListIt()
{
    QFETCH(QByteArray, path);
    QFETCH(QJsonObject, draft);
    QFETCH(QString, type);
    QFETCH(QString, expected);
    TicketHarness api;
    const Answer made = api.post(path, api.admin, draft);
    QCOMPARE(made.status, 201);
    const QByteArray one = path + '/' + QByteArray::number(made.json[u"id"].toInteger());
    QCOMPARE(api.patch(one, api.admin, {{u"name"_s, u"Day"_s}}).status, 200);
    QCOMPARE(api.patch(one, api.admin, {{u"name"_s, u"Day"_s}}).status, 200); // no change
    QCOMPARE(api.remove(one, api.admin).status, 204);
    QCOMPARE(told(api, type), expected);
    QCOMPARE(api.value(u"SELECT DISTINCT data ->> 'id' FROM ticket.event WHERE type = '%1'"_s.arg(
                     type)),
             QString::number(made.json[u"id"].toInteger()));
}

void TestAdminEvents::tellsOfTagsThatTicketsBring()
{
    TicketHarness api;
    api.makeTicket(api.lead, {{u"tags"_s, QJsonArray{u"vpn"_s, u"wifi"_s}}});
    QCOMPARE(told(api, u"tag.updated"_s), u"2 Ada Lea"_s);
    api.makeTicket(api.lead, {{u"tags"_s, QJsonArray{u"vpn"_s}}}); // there already
    QCOMPARE(told(api, u"tag.updated"_s), u"2 Ada Lea"_s);
}

void TestAdminEvents::tellsNothingThatWasRefused()
{
    TicketHarness api;
    for (const char *path : {"/tags", "/roles", "/organisations"})
        QCOMPARE(api.post(path, api.jane, {{u"name"_s, u"Night"_s}}).status / 100, 4);
    QCOMPARE(api.value(u"SELECT count(*) FROM ticket.event WHERE type IN ('tag.updated',"
                       " 'role.updated', 'organisation.updated')"_s),
             u"0"_s);
}

QTEST_GUILESS_MAIN(TestAdminEvents)
#include "tst_adminevents.moc"
