// SPDX-License-Identifier: GPL-3.0-or-later
// Long because: who is told of what has a row for each rule.
#include "common/notifications/notification.h"
#include "common/notifications/notificationsettings.h"
#include "server/jobs/housekeeping.h"
#include "tests/support/server/approvalharness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Deskbell;
using namespace Deskbell::Test;

namespace {

NotificationPage pageOf(TicketHarness &api, const Person &person, const QByteArray &query = {})
{
    return decoded<NotificationPage>(api.get("/notifications" + query, person));
}

/// "replied HD-1", the newest first.
QStringList kindsOf(TicketHarness &api, const Person &person)
{
    QStringList kinds;
    for (const Notification &one : pageOf(api, person).data)
        kinds.append(toWire(one.kind));
    return kinds;
}

/// What everybody was told since the last time, as "alex:assigned jane:replied".
QString toldBy(TicketHarness &api, const std::function<void()> &act)
{
    const QString last = api.value(u"SELECT COALESCE(max(created_at)::text, '-infinity')"
                                   " FROM ticket.notification"_s);
    api.clock.advance(1s);
    act();
    return api.value(u"SELECT COALESCE(string_agg(lower(a.username) || ':' || n.kind, ' ' ORDER BY "
                     u"a.username), '')"
                     " FROM ticket.notification n JOIN ticket.account a ON a.id = n.account_id"
                     " WHERE n.created_at > '%1'::timestamptz"_s.arg(last));
}

void watchTicket(TicketHarness &api, const Person &person, TicketId ticket, const QString &mode)
{
    QCOMPARE(api.put(TicketHarness::path(ticket, "/watchers/me"), person, {{u"mode"_s, mode}})
                     .status,
             200);
}

QJsonObject choiceOf(const QString &kind, bool inApp, bool onDesktop)
{
    return {{u"kind"_s, kind}, {u"inApp"_s, inApp}, {u"onDesktop"_s, onDesktop}};
}

} // namespace

class TestNotifications : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_api.emplace(); }
    void cleanup() { m_api.reset(); }

    void whoIsToldOfReplies();
    void whoIsToldOfNotes();
    void whoIsToldOfChanges();
    void whoIsToldByTheWorkflow();
    void whoIsToldOfApprovals();
    void mentionsReachWhoMayRead();
    void oneActTellsOnce();
    void onceUnderRetry();
    void onceUnderRepetition();
    void choicesHold();
    void mutedHearsNothingButTheirName();
    void whoLosesSightFindsNothing();
    void whoLosesNotesFindsNothingOfThem();
    void eventsGoToTheirOwner();
    void reading();
    void listsByPage();
    void settings();
    void settingsRefused_data();
    void settingsRefused();
    void areForgotten();

private:
    std::optional<TicketHarness> m_api;
};

void TestNotifications::whoIsToldOfReplies()
{
    TicketHarness &api = *m_api;
    const TicketId ticket = api.makeTicket(api.jane).id;
    api.post(TicketHarness::path(ticket, "/assign"), api.alex, {{u"assignedTo"_s, u"me"_s}});
    QCOMPARE(toldBy(api, [&] { api.reply(api.jane, ticket, u"Hello?"_s); }), u"alex:replied"_s);
    QCOMPARE(toldBy(api, [&] { api.reply(api.alex, ticket, u"Here"_s); }), u"jane:replied"_s);
    QCOMPARE(toldBy(api, [&] { api.reply(api.emily, ticket, u"So am I"_s); }),
             u"alex:replied jane:replied"_s);
    watchTicket(api, api.emily, ticket, u"replies"_s);
    watchTicket(api, api.lead, ticket, u"all"_s);
    QCOMPARE(toldBy(api, [&] { api.reply(api.jane, ticket, u"Thanks"_s); }),
             u"alex:replied emily:replied lea:replied"_s);
    const Notification newest = pageOf(api, api.emily).data.first();
    QCOMPARE(newest.ticket.number, u"HD-1"_s);
    QCOMPARE(newest.excerpt, u"Thanks"_s);
    QCOMPARE(newest.actor->id, api.jane.id);
    QVERIFY(newest.entryId.isValid());
}

void TestNotifications::whoIsToldOfNotes()
{
    TicketHarness &api = *m_api;
    const TicketId ticket = api.makeTicket(api.jane).id;
    api.post(TicketHarness::path(ticket, "/assign"), api.alex, {{u"assignedTo"_s, u"me"_s}});
    for (const Person &person : {api.jane, api.observer, api.lead})
        watchTicket(api, person, ticket, u"all"_s);
    // Neither the requester nor an observer who watches learns that there is a note.
    const auto note = [&] {
        api.reply(api.emily, ticket, u"She always does"_s, {{u"isInternal"_s, true}});
    };
    QCOMPARE(toldBy(api, note), u"alex:noted lea:noted"_s);
    const QByteArray seen = api.get("/notifications", api.jane).body;
    QVERIFY(!seen.contains("always"));
    // Not even by a gap in the numbers.
    api.reply(api.alex, ticket, u"The first, which changes the status"_s);
    api.reply(api.alex, ticket, u"One"_s);
    note();
    api.reply(api.alex, ticket, u"Two"_s);
    const QList<Notification> list = pageOf(api, api.jane).data;
    QCOMPARE(list.size(), 3);
    QCOMPARE(list[0].id.value() - list[1].id.value(), 3); // one for each of three watchers
}

void TestNotifications::whoIsToldOfChanges()
{
    TicketHarness &api = *m_api;
    TicketId ticket;
    QCOMPARE(toldBy(api, [&] { ticket = api.makeTicket(api.jane).id; }), QString());
    QCOMPARE(toldBy(api,
                    [&] {
                        api.makeTicket(api.alex, {{u"requester"_s, api.jane.id.value()},
                                                  {u"assignedTo"_s, api.emily.id.value()}});
                    }),
             u"emily:assigned jane:requested"_s);
    const auto assign = [&](const Person &by, const QJsonValue &whom) {
        api.post(TicketHarness::path(ticket, "/assign"), by, {{u"assignedTo"_s, whom}});
    };
    QCOMPARE(toldBy(api, [&] { assign(api.alex, u"me"_s); }), QString());
    QCOMPARE(toldBy(api, [&] { assign(api.alex, api.emily.id.value()); }), u"emily:assigned"_s);
    QCOMPARE(toldBy(api, [&] { api.setStatus(api.alex, ticket, u"in_progress"_s); }),
             u"emily:status_changed jane:status_changed"_s);
    QCOMPARE(pageOf(api, api.jane).data.first().statusLabel, u"In progress"_s);
    watchTicket(api, api.lead, ticket, u"all"_s);
    const auto edit = [&] {
        api.patch(TicketHarness::path(ticket), api.alex, {{u"priority"_s, u"high"_s}});
    };
    QCOMPARE(toldBy(api, edit), u"lea:changed"_s);
}

void TestNotifications::whoIsToldByTheWorkflow()
{
    TicketHarness &api = *m_api;
    const TicketId ticket = api.makeTicket(api.jane).id;
    api.post(TicketHarness::path(ticket, "/assign"), api.alex, {{u"assignedTo"_s, u"me"_s}});
    // "notify" of the transition, in place of what would be said of any other.
    QCOMPARE(toldBy(api, [&] { api.setStatus(api.emily, ticket, u"resolved"_s); }),
             u"alex:status_changed jane:workflow"_s);
    api.forceStatus(ticket, u"in_progress"_s);
    const auto withdraw = [&] {
        const Answer answer
                = api.setStatus(api.jane, ticket, u"withdrawn"_s, {{u"reason"_s, u"Works"_s}});
        QCOMPARE(answer.status, 200);
    };
    QCOMPARE(toldBy(api, withdraw), u"alex:workflow"_s);
}

void TestNotifications::whoIsToldOfApprovals()
{
    m_api.reset();
    ApprovalHarness api;
    api.prescribe({ApprovalHarness::step(u"One"_s, {api.bob, api.carol})});
    TicketId ticket;
    QCOMPARE(toldBy(api, [&] { ticket = api.submitted(); }),
             u"bob:approval_wanted carol:approval_wanted"_s);
    // Each act once: that it was rejected is told, not that the status changed by it as well.
    const auto reject = [&] {
        api.decide(api.bob, ticket, u"reject"_s, {{u"reason"_s, u"Too dear"_s}});
    };
    QCOMPARE(toldBy(api, reject), u"jane:approval_decided"_s);
}

void TestNotifications::mentionsReachWhoMayRead()
{
    TicketHarness &api = *m_api;
    const TicketId ticket = api.makeTicket(api.jane).id;
    const auto mention = [&](const Person &by, const QList<AccountId> &whom, bool isInternal) {
        QJsonArray ids;
        for (const AccountId id : whom)
            ids.append(id.value());
        return decoded<TimelineEntry>(
                api.reply(by, ticket, u"@Emily, look"_s,
                          {{u"mentions"_s, ids}, {u"isInternal"_s, isInternal}}));
    };
    // Mike does not see the ticket: nobody is told of him, and nothing tells him.
    TimelineEntry entry;
    QCOMPARE(toldBy(api,
                    [&] {
                        entry = mention(api.alex, {api.emily.id, api.mike.id}, false);
                    }),
             u"emily:mentioned jane:replied"_s);
    QCOMPARE(entry.mentions.size(), 1);
    QCOMPARE(entry.mentions.first().displayName, u"Emily"_s);
    // In a note only who reads notes.
    QCOMPARE(toldBy(api,
                    [&] {
                        mention(api.alex, {api.emily.id, api.jane.id, api.observer.id}, true);
                    }),
             u"emily:mentioned"_s);
    // Who may not look people up can address who has answered, and nobody else.
    QCOMPARE(toldBy(api,
                    [&] {
                        entry = mention(api.jane, {api.alex.id, api.emily.id}, false);
                    }),
             u"alex:mentioned"_s);
    QCOMPARE(entry.mentions.size(), 1);
    const auto names = [&](const Person &by, const QByteArray &query) {
        const Answer answer = api.get(TicketHarness::path(ticket, "/mentionable" + query), by);
        return answer.status == 200 ? answer.column(u"displayName"_s).join(u' ')
                                    : QString::number(answer.status);
    };
    QCOMPARE(names(api.alex, "?q=e"), u"Emily"_s);
    QCOMPARE(names(api.alex, "?q=j"), u"Jane"_s);
    QCOMPARE(names(api.alex, "?q=j&isInternal=true"), QString());
    QCOMPARE(names(api.jane, ""), u"Alex"_s);
    QCOMPARE(names(api.jane, "?isInternal=true"), u"403"_s);
    QCOMPARE(names(api.mike, ""), u"404"_s);
}

void TestNotifications::oneActTellsOnce()
{
    TicketHarness &api = *m_api;
    const TicketId ticket = api.makeTicket(api.jane).id;
    // The reply makes it "in progress": one thing has happened.
    QCOMPARE(toldBy(api, [&] { api.reply(api.alex, ticket, u"We look at it"_s); }),
             u"jane:replied"_s);
    QCOMPARE(api.look(api.alex, ticket).status, u"in_progress"_s);
    // Of several reasons the one that matters most.
    watchTicket(api, api.emily, ticket, u"all"_s);
    const auto give = [&] {
        api.post(TicketHarness::path(ticket, "/assign"), api.alex,
                 {{u"assignedTo"_s, api.emily.id.value()}});
    };
    QCOMPARE(toldBy(api, give), u"emily:assigned"_s);
}

void TestNotifications::onceUnderRetry()
{
    TicketHarness &api = *m_api;
    const TicketId ticket = api.makeTicket(api.jane).id;
    // The first try fails as a deadlock would, after the notification was made.
    api.database.execute(
            u"CREATE SEQUENCE tries;"
            "CREATE FUNCTION fail_once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            "  IF NEW.type = 'notification.created' AND nextval('tries') = 1 THEN"
            "    RAISE EXCEPTION 'try again' USING ERRCODE = 'serialization_failure'; END IF;"
            "  RETURN NEW; END $$;"
            "CREATE TRIGGER fail_once AFTER INSERT ON ticket.event"
            " FOR EACH ROW EXECUTE FUNCTION fail_once();"_s);
    QCOMPARE(toldBy(api, [&] { api.reply(api.alex, ticket, u"We look at it"_s); }),
             u"jane:replied"_s);
    QCOMPARE(api.value(u"SELECT last_value FROM tries"_s), u"2"_s);
    QCOMPARE(api.events(ticket, u"notification.created"_s), 1);
}

void TestNotifications::onceUnderRepetition()
{
    TicketHarness &api = *m_api;
    const TicketId ticket = api.makeTicket(api.jane).id;
    Http::Headers headers;
    headers.set("Idempotency-Key", "0b0e6b7e-6c0f-4c8e-9f1e-2f7f4d9f1a01");
    for (int i = 0; i < 2; ++i) {
        const Answer answer
                = api.call(Http::Method::Post, TicketHarness::path(ticket, "/replies"),
                           api.alex.token, {{u"message"_s, u"We look at it"_s}}, headers);
        QCOMPARE(answer.status, 201);
    }
    QCOMPARE(kindsOf(api, api.jane), QStringList{u"replied"_s});
}

void TestNotifications::choicesHold()
{
    TicketHarness &api = *m_api;
    const TicketId ticket = api.makeTicket(api.jane).id;
    QCOMPARE(api.patch("/me/notification-settings", api.jane,
                       {{u"choices"_s, QJsonArray{choiceOf(u"replied"_s, false, false)}}})
                     .status,
             200);
    // What is not wanted as a reply is a change of status still, if that is wanted.
    QCOMPARE(toldBy(api, [&] { api.reply(api.alex, ticket, u"We look at it"_s); }),
             u"jane:status_changed"_s);
    QCOMPARE(toldBy(api, [&] { api.reply(api.alex, ticket, u"Still"_s); }), QString());
}

void TestNotifications::mutedHearsNothingButTheirName()
{
    TicketHarness &api = *m_api;
    const TicketId ticket = api.makeTicket(api.jane).id;
    watchTicket(api, api.jane, ticket, u"muted"_s);
    QCOMPARE(toldBy(api, [&] { api.reply(api.alex, ticket, u"We look at it"_s); }), QString());
    const auto mention = [&] {
        api.reply(api.alex, ticket, u"@Jane?"_s,
                  {{u"mentions"_s, QJsonArray{api.jane.id.value()}}});
    };
    QCOMPARE(toldBy(api, mention), u"jane:mentioned"_s);
}

void TestNotifications::whoLosesSightFindsNothing()
{
    TicketHarness &api = *m_api;
    const TicketId ticket = api.makeTicket(api.jane).id;
    watchTicket(api, api.emily, ticket, u"all"_s);
    api.reply(api.jane, ticket, u"Hello?"_s);
    QCOMPARE(pageOf(api, api.emily).unread, 1);
    const auto setVisibility = [&](const QString &visibility) {
        QCOMPARE(api.patch(TicketHarness::path(ticket), api.admin, {{u"visibility"_s, visibility}})
                         .status,
                 200);
    };
    const NotificationId id = pageOf(api, api.emily).data.first().id;
    setVisibility(u"restricted"_s);
    const NotificationPage hidden = pageOf(api, api.emily);
    QCOMPARE(hidden.unread, 0);
    QCOMPARE(hidden.pagination.total, 0);
    QVERIFY(hidden.data.isEmpty());
    QCOMPARE(api.patch("/notifications/" + QByteArray::number(id.value()), api.emily,
                       {{u"read"_s, true}})
                     .status,
             404);
    // Nor is a watcher told of what they do not see.
    QCOMPARE(toldBy(api, [&] { api.reply(api.jane, ticket, u"Anybody?"_s); }), QString());
    setVisibility(u"internal"_s);
    QVERIFY(pageOf(api, api.emily).unread >= 1);
    // Deleted is gone for who may not restore.
    api.remove(TicketHarness::path(ticket), api.lead);
    QCOMPARE(pageOf(api, api.emily).unread, 0);
}

void TestNotifications::whoLosesNotesFindsNothingOfThem()
{
    TicketHarness &api = *m_api;
    const TicketId ticket = api.makeTicket(api.jane).id;
    const Person nora = api.addPerson(u"Nora"_s, {u"ticket.view_all"_s, u"ticket.note"_s});
    watchTicket(api, nora, ticket, u"all"_s);
    api.reply(api.alex, ticket, u"She always does"_s, {{u"isInternal"_s, true}});
    QCOMPARE(kindsOf(api, nora), QStringList{u"noted"_s});
    api.database.execute(
            u"DELETE FROM ticket.role_permission WHERE permission = 'ticket.note'"
            " AND role_id = (SELECT id FROM ticket.role WHERE key = 'role of Nora')"_s);
    QCOMPARE(kindsOf(api, nora), QStringList());
    QCOMPARE(pageOf(api, nora).unread, 0);
}

void TestNotifications::eventsGoToTheirOwner()
{
    TicketHarness &api = *m_api;
    const TicketId ticket = api.makeTicket(api.jane).id;
    api.reply(api.alex, ticket, u"We look at it"_s);
    QCOMPARE(api.value(u"SELECT recipients::text FROM ticket.event"
                       " WHERE type = 'notification.created'"_s),
             u"{%1}"_s.arg(api.jane.id.value()));
    api.patch("/notifications", api.jane, {});
    QCOMPARE(api.value(u"SELECT recipients::text FROM ticket.event"
                       " WHERE type = 'notification.updated'"_s),
             u"{%1}"_s.arg(api.jane.id.value()));
}

void TestNotifications::reading()
{
    TicketHarness &api = *m_api;
    const TicketId one = api.makeTicket(api.jane).id;
    const TicketId other = api.makeTicket(api.jane).id;
    for (const TicketId ticket : {one, one, other}) {
        api.clock.advance(1s);
        api.reply(api.alex, ticket, u"We look at it"_s);
    }
    QCOMPARE(pageOf(api, api.jane).unread, 3);
    const Notification newest = pageOf(api, api.jane).data.first();
    const QByteArray path = "/notifications/" + QByteArray::number(newest.id.value());
    const auto mark = [&](const Person &person, bool read) {
        return api.patch(path, person, {{u"read"_s, read}});
    };
    QVERIFY(decoded<Notification>(mark(api.jane, true)).readAt.isValid());
    QCOMPARE(pageOf(api, api.jane).unread, 2);
    QVERIFY(!decoded<Notification>(mark(api.jane, false)).readAt.isValid());
    QCOMPARE(mark(api.mike, true).status, 404); // somebody else's
    QCOMPARE(api.patch("/notifications", api.jane, {{u"ticket"_s, one.value()}}).status, 204);
    QCOMPARE(pageOf(api, api.jane).unread, 1);
    QCOMPARE(pageOf(api, api.jane, "?unread=true").data.size(), 1);
    QCOMPARE(pageOf(api, api.jane, "?ticket=" + QByteArray::number(one.value())).data.size(), 2);
    QCOMPARE(pageOf(api, api.jane, "?kind=mentioned").data.size(), 0);
    QCOMPARE(api.patch("/notifications", api.jane, {}).status, 204);
    QCOMPARE(pageOf(api, api.jane).unread, 0);
    QCOMPARE(pageOf(api, api.jane).data.size(), 3);
}

void TestNotifications::listsByPage()
{
    TicketHarness &api = *m_api;
    const TicketId ticket = api.makeTicket(api.jane).id;
    for (int i = 0; i < 5; ++i)
        api.reply(api.alex, ticket, u"Reply %1"_s.arg(i));
    QStringList seen;
    QByteArray cursor;
    do {
        const NotificationPage page = pageOf(api, api.jane, "?pageSize=2&cursor=" + cursor);
        for (const Notification &one : page.data)
            seen.append(one.excerpt);
        cursor = page.pagination.nextCursor.toLatin1();
    } while (!cursor.isEmpty());
    QCOMPARE(seen.size(), 5);
    QCOMPARE(seen.first(), u"Reply 4"_s);
    const NotificationPage second = pageOf(api, api.jane, "?pageSize=2&page=2");
    QCOMPARE(second.pagination.total, 5);
    QCOMPARE(second.data.first().excerpt, seen[2]);
    QCOMPARE(api.get("/notifications?cursor=x", api.jane).faults(),
             QStringList{u"cursor:invalid"_s});
}

void TestNotifications::settings()
{
    TicketHarness &api = *m_api;
    const auto read = [&](const Person &person) {
        return decoded<NotificationSettings>(api.get("/me/notification-settings", person));
    };
    const NotificationSettings defaults = read(api.jane);
    QCOMPARE(defaults.choices.size(), qsizetype(WireEnum<NotificationKind>::names.size()));
    QVERIFY(defaults.choice(NotificationKind::Mentioned).onDesktop);
    const QJsonObject patch{
            {u"choices"_s, QJsonArray{choiceOf(u"noted"_s, false, false)}},
            {u"quietHours"_s,
             QJsonObject{{u"enabled"_s, true}, {u"from"_s, u"22:00"_s}, {u"to"_s, u"06:30"_s}}},
            {u"quietUntil"_s, u"2026-11-21T12:00:00.000Z"_s}};
    const auto changed = decoded<NotificationSettings>(
            api.patch("/me/notification-settings", api.jane, patch));
    QVERIFY(!changed.choice(NotificationKind::Noted).inApp);
    QCOMPARE(changed.quietHours.to, QTime(6, 30));
    QCOMPARE(read(api.jane), changed);
    QCOMPARE(read(api.mike), defaults); // everybody's own
    const auto later = decoded<NotificationSettings>(
            api.patch("/me/notification-settings", api.jane, {{u"quietUntil"_s, QJsonValue()}}));
    QVERIFY(!later.quietUntil.isValid());
    QVERIFY(later.quietHours.enabled);
}

void TestNotifications::settingsRefused_data()
{
    QTest::addColumn<QJsonObject>("json");
    QTest::addColumn<QStringList>("faults");
    const auto choices = [](const QJsonArray &list) {
        return QJsonObject{{u"choices"_s, list}};
    };
    QTest::newRow("only on the desktop") << choices({choiceOf(u"noted"_s, false, true)})
                                         << QStringList{u"choices[0].onDesktop:needs_app"_s};
    QTest::newRow("twice") << choices(
            {choiceOf(u"noted"_s, true, true), choiceOf(u"noted"_s, true, false)})
                           << QStringList{u"choices[1].kind:not_unique"_s};
    QTest::newRow("unknown kind") << choices({choiceOf(u"birthday"_s, true, true)})
                                  << QStringList{u"choices[0].kind:unknown_value"_s};
    QTest::newRow("no clock") << QJsonObject{{u"quietHours"_s, QJsonObject{{u"enabled"_s, true},
                                                                           {u"from"_s, u"25:00"_s},
                                                                           {u"to"_s, u"06:30"_s}}}}
                              << QStringList{u"quietHours.from:invalid"_s};
}

void TestNotifications::settingsRefused()
{
    QFETCH(QJsonObject, json);
    QTEST(m_api->patch("/me/notification-settings", m_api->jane, json).faults(), "faults");
}

void TestNotifications::areForgotten()
{
    TicketHarness &api = *m_api;
    const TicketId ticket = api.makeTicket(api.jane).id;
    api.reply(api.alex, ticket, u"We look at it"_s);
    const auto keep = [&](int days) {
        return Server::keepHouse(api.database.connection(), api.environment().blobs.uploads(), {},
                                 api.clock.now().addDays(days));
    };
    QVERIFY(keep(89));
    QCOMPARE(api.value(u"SELECT count(*) FROM ticket.notification"_s), u"1"_s);
    QVERIFY(keep(91));
    QCOMPARE(api.value(u"SELECT count(*) FROM ticket.notification"_s), u"0"_s);
}

QTEST_GUILESS_MAIN(TestNotifications)
#include "tst_notifications.moc"
