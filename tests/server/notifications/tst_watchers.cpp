// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/notifications/watcher.h"
#include "tests/support/server/ticketharness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Test;

class TestWatchers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_api.emplace();
        m_ticket = m_api->makeTicket(m_api->jane).id;
    }
    void cleanup() { m_api.reset(); }

    void followsAndUnfollows();
    void addingLetsIn();
    void addingNeedsTheRight();
    void addingToARestrictedTicket();
    void showsOthersToStaffOnly();

private:
    QByteArray path(const Person &whom) const
    {
        return TicketHarness::path(m_ticket, "/watchers/" + QByteArray::number(whom.id.value()));
    }
    QByteArray mine() const { return TicketHarness::path(m_ticket, "/watchers/me"); }
    QStringList names(const Person &by)
    {
        QStringList names;
        for (const QJsonValue &one :
             m_api->get(TicketHarness::path(m_ticket, "/watchers"), by).data())
            names.append(one["person"_L1]["displayName"_L1].toString());
        return names;
    }

    std::optional<TicketHarness> m_api;
    TicketId m_ticket;
};

void TestWatchers::followsAndUnfollows()
{
    TicketHarness &api = *m_api;
    QVERIFY(!api.look(api.emily, m_ticket).details->watching);
    const int version = api.look(api.emily, m_ticket).version;
    for (const WatchMode mode : {WatchMode::All, WatchMode::Replies, WatchMode::Muted}) {
        const auto watcher = decoded<Watcher>(
                api.put(mine(), api.emily, {{u"mode"_s, QString(toWire(mode))}}));
        QCOMPARE(watcher.mode, mode);
        QVERIFY(!watcher.wasAdded);
        QCOMPARE(api.look(api.emily, m_ticket).details->watching, mode);
    }
    QVERIFY(!api.look(api.alex, m_ticket).details->watching);
    QCOMPARE(api.look(api.emily, m_ticket).version, version); // the ticket is as it was
    QCOMPARE(api.remove(mine(), api.emily).status, 204);
    QCOMPARE(api.remove(mine(), api.emily).status, 204); // again is nothing
    QVERIFY(!api.look(api.emily, m_ticket).details->watching);
    // Who does not see it cannot follow it.
    QCOMPARE(api.put(mine(), api.mike, {}).status, 404);
    QCOMPARE(api.remove(mine(), api.mike).status, 404);
}

void TestWatchers::addingLetsIn()
{
    TicketHarness &api = *m_api;
    QCOMPARE(api.get(TicketHarness::path(m_ticket), api.mike).status, 404);
    const auto watcher = decoded<Watcher>(api.put(path(api.mike), api.alex, {}));
    QVERIFY(watcher.wasAdded);
    QCOMPARE(api.get(TicketHarness::path(m_ticket), api.mike).status, 200);
    QCOMPARE(api.get("/notifications", api.mike).column(u"kind"_s),
             QStringList{u"watcher_added"_s});
    // How they follow is theirs to say; being added again changes nothing.
    QCOMPARE(api.put(path(api.mike), api.alex, {{u"mode"_s, u"muted"_s}}).faults(),
             QStringList{u"mode:invalid"_s});
    api.put(mine(), api.mike, {{u"mode"_s, u"replies"_s}});
    QCOMPARE(decoded<Watcher>(api.put(path(api.mike), api.alex, {})).mode, WatchMode::Replies);
    // Who leaves by themselves may come back, who is removed sees it no more.
    api.remove(mine(), api.mike);
    QCOMPARE(api.get(TicketHarness::path(m_ticket), api.mike).status, 200);
    QCOMPARE(api.remove(path(api.mike), api.alex).status, 204);
    QCOMPARE(api.get(TicketHarness::path(m_ticket), api.mike).status, 404);
    QCOMPARE(api.value(u"SELECT recipients::text FROM ticket.event WHERE type = 'ticket.hidden'"_s),
             u"{%1}"_s.arg(api.mike.id.value()));
}

void TestWatchers::addingNeedsTheRight()
{
    TicketHarness &api = *m_api;
    QCOMPARE(api.put(path(api.mike), api.jane, {}).status, 403);
    QCOMPARE(api.put(path(api.mike), api.observer, {}).status, 403);
    QCOMPARE(api.remove(path(api.alex), api.jane).status, 403);
    QCOMPARE(api.put(path({.id = AccountId(999)}), api.alex, {}).status, 404);
    QCOMPARE(api.put(TicketHarness::path(m_ticket, "/watchers/you"), api.alex, {}).status, 404);
}

void TestWatchers::addingToARestrictedTicket()
{
    TicketHarness &api = *m_api;
    api.patch(TicketHarness::path(m_ticket), api.admin, {{u"visibility"_s, u"restricted"_s}});
    api.post(TicketHarness::path(m_ticket, "/grants"), api.admin,
             {{u"person"_s, api.alex.id.value()}});
    // Editing it is not letting people in.
    QCOMPARE(api.put(path(api.mike), api.alex, {}).status, 403);
    QCOMPARE(api.put(path(api.mike), api.admin, {}).status, 200);
}

void TestWatchers::showsOthersToStaffOnly()
{
    TicketHarness &api = *m_api;
    for (const Person &person : {api.jane, api.emily, api.observer})
        api.put(mine(), person, {});
    QCOMPARE(names(api.alex), (QStringList{u"Emily"_s, u"Jane"_s, u"Otto"_s}));
    QCOMPARE(names(api.jane), QStringList{u"Jane"_s});
    QCOMPARE(names(api.observer), QStringList{u"Otto"_s});
    QCOMPARE(api.get(TicketHarness::path(m_ticket, "/watchers"), api.mike).status, 404);
}

QTEST_GUILESS_MAIN(TestWatchers)
#include "tst_watchers.moc"
