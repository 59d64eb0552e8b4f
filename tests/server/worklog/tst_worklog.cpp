// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/worklog/checklist.h"
#include "common/worklog/timeentry.h"
#include "tests/support/server/ticketharness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Test;

/// Checklists and time spent: internal, whole, and no part of the ticket.
class TestWorklog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_api.emplace();
        m_ticket = m_api->makeTicket(m_api->jane).id;
    }
    void cleanup() { m_api.reset(); }

    void keepsAChecklistInOrder();
    void saysWhoHasDoneIt();
    void addsWithinTheList();
    void refusesOneTooMany();
    void findsOnlyItsOwnItems();
    void countsTime();
    void refusesTime();
    void correctsOnesOwnTime();
    void leavesOthersTheirTime();
    void goesOnWhenTheTicketIsDeleted();
    void tellsThoseWhoReadNotes();
    void tellsRequestersNothing();

private:
    QByteArray checklist(qint64 item = 0) const { return path("/checklist", item); }
    QByteArray times(qint64 entry = 0) const { return path("/time-entries", entry); }
    QByteArray path(const QByteArray &part, qint64 id) const
    {
        return TicketHarness::path(m_ticket, id > 0 ? part + '/' + QByteArray::number(id) : part);
    }
    /// "Order it, ✓Pay it"
    static QString shown(const Answer &answer)
    {
        QStringList items;
        for (const ChecklistItem &item : decoded<Page<ChecklistItem>>(answer).data)
            items.append((item.done ? u"✓"_s : QString()) + item.text);
        return items.join(u", "_s);
    }
    QString shown() { return shown(m_api->get(checklist(), m_api->alex)); }
    qint64 add(const QString &text)
    {
        const Answer answer = m_api->post(checklist(), m_api->alex, {{u"text"_s, text}});
        return decoded<Page<ChecklistItem>>(answer).data.last().id.value();
    }
    Answer spend(const Person &by, int minutes, const QString &day = u"2020-01-15"_s,
                 const QString &note = {})
    {
        return m_api->post(times(), by,
                           {{u"minutes"_s, minutes}, {u"day"_s, day}, {u"note"_s, note}});
    }
    /// "2020-01-15 alex 30"
    QStringList spent()
    {
        QStringList entries;
        const auto page = decoded<Page<TimeEntry>>(m_api->get(times(), m_api->alex));
        for (const TimeEntry &entry : page.data)
            entries.append(u"%1 %2 %3"_s.arg(entry.day.toString(Qt::ISODate))
                                   .arg(entry.person.id.value())
                                   .arg(entry.minutes));
        return entries;
    }
    QString ofAlex(const QString &day, int minutes) const
    {
        return u"%1 %2 %3"_s.arg(day).arg(m_api->alex.id.value()).arg(minutes);
    }

    std::optional<TicketHarness> m_api;
    TicketId m_ticket;
};

void TestWorklog::keepsAChecklistInOrder()
{
    QCOMPARE(shown(), QString());
    const qint64 order = add(u"Order it"_s);
    add(u"Pay it"_s);
    const qint64 unpack = add(u"Unpack it"_s);
    QCOMPARE(shown(), u"Order it, Pay it, Unpack it"_s);
    TicketHarness &api = *m_api;
    QCOMPARE(shown(api.patch(checklist(unpack), api.alex, {{u"position"_s, 0}})),
             u"Unpack it, Order it, Pay it"_s);
    QCOMPARE(shown(api.patch(checklist(unpack), api.emily, {{u"position"_s, 99}})),
             u"Order it, Pay it, Unpack it"_s);
    QCOMPARE(shown(api.patch(checklist(order), api.alex,
                             {{u"text"_s, u" Order two "_s}, {u"position"_s, 1}})),
             u"Pay it, Order two, Unpack it"_s);
    QCOMPARE(api.remove(checklist(order), api.alex).status, 204);
    QCOMPARE(api.remove(checklist(order), api.alex).status, 404);
    QCOMPARE(shown(), u"Pay it, Unpack it"_s);
}

void TestWorklog::saysWhoHasDoneIt()
{
    TicketHarness &api = *m_api;
    const qint64 item = add(u"Order it"_s);
    const auto only = [](const Answer &answer) {
        return decoded<Page<ChecklistItem>>(answer).data.first();
    };
    const ChecklistItem done = only(api.patch(checklist(item), api.alex, {{u"done"_s, true}}));
    QVERIFY(done.done);
    QCOMPARE(done.doneBy->id, api.alex.id);
    QVERIFY(done.doneAt.isValid());
    // Who corrects the words, or ticks it again, has not done it.
    QCOMPARE(only(api.patch(checklist(item), api.emily,
                            {{u"done"_s, true}, {u"text"_s, u"Order them"_s}}))
                     .doneBy->id,
             api.alex.id);
    QVERIFY(!only(api.patch(checklist(item), api.emily, {{u"done"_s, false}})).doneBy);
    QCOMPARE(api.value(u"SELECT string_agg(event_type || ' ' || (details->>'text'), ', ' ORDER BY "
                       u"id) FROM ticket.timeline_entry WHERE event_type LIKE 'checklist%'"_s),
             u"checklist_done Order it, checklist_reopened Order them"_s);
}

void TestWorklog::addsWithinTheList()
{
    add(u"One"_s);
    add(u"Three"_s);
    QCOMPARE(shown(m_api->post(checklist(), m_api->alex,
                               {{u"text"_s, u"Two"_s}, {u"position"_s, 1}, {u"done"_s, true}})),
             u"One, ✓Two, Three"_s);
    QCOMPARE(shown(m_api->post(checklist(), m_api->alex,
                               {{u"text"_s, u"Four"_s}, {u"position"_s, 50}})),
             u"One, ✓Two, Three, Four"_s);
}

void TestWorklog::refusesOneTooMany()
{
    TicketHarness &api = *m_api;
    api.database.execute(u"INSERT INTO ticket.checklist_item (ticket_id, position, body, "
                         u"created_by, created_at) SELECT %1, n, 'x', %2, now() "
                         u"FROM generate_series(1, 99) n"_s.arg(m_ticket.value())
                                 .arg(api.alex.id.value()));
    add(u"The last one"_s);
    const Answer refused = api.post(checklist(), api.alex, {{u"text"_s, u"More"_s}});
    QCOMPARE(refused.status, 409);
    QCOMPARE(refused.key(), "checklist.full"_ba);
    QCOMPARE(refused.json["max"_L1].toInt(), maxChecklistItems);

    api.database.execute(u"INSERT INTO ticket.time_entry (ticket_id, account_id, minutes, day, "
                         u"note, created_at) SELECT %1, %2, 1, '2020-01-15', '', now() "
                         u"FROM generate_series(1, 500)"_s.arg(m_ticket.value())
                                 .arg(api.alex.id.value()));
    QCOMPARE(spend(api.alex, 5).key(), "time_entries.full"_ba);
}

void TestWorklog::findsOnlyItsOwnItems()
{
    TicketHarness &api = *m_api;
    const qint64 item = add(u"Order it"_s);
    spend(api.alex, 5);
    const qint64 entry = api.value(u"SELECT max(id) FROM ticket.time_entry"_s).toLongLong();
    m_ticket = api.makeTicket(api.jane).id;
    QCOMPARE(api.patch(checklist(item), api.alex, {{u"done"_s, true}}).status, 404);
    QCOMPARE(api.remove(checklist(item), api.alex).status, 404);
    QCOMPARE(api.patch(times(entry), api.alex, {{u"minutes"_s, 6}}).status, 404);
    QCOMPARE(api.remove(times(entry), api.alex).status, 404);
}

void TestWorklog::countsTime()
{
    TicketHarness &api = *m_api;
    QCOMPARE(spend(api.alex, 30, u"2020-01-15"_s, u"On the phone"_s).status, 200);
    QCOMPARE(spend(api.alex, 1440, u"2020-01-17"_s).status, 200);
    QCOMPARE(spend(api.alex, 1, u"2020-01-16"_s).status, 200);
    QCOMPARE(spent(), (QStringList{ofAlex(u"2020-01-17"_s, 1440), ofAlex(u"2020-01-16"_s, 1),
                                   ofAlex(u"2020-01-15"_s, 30)}));
    QCOMPARE(api.value(u"SELECT details::text FROM ticket.timeline_entry "
                       u"WHERE event_type = 'time_spent' ORDER BY id LIMIT 1"_s),
             uR"({"note": "On the phone", "minutes": 30})"_s);
}

void TestWorklog::refusesTime()
{
    QCOMPARE(spend(m_api->alex, 0).faults(), QStringList{u"minutes:out_of_range"_s});
    QCOMPARE(spend(m_api->alex, 1441).faults(), QStringList{u"minutes:out_of_range"_s});
    const QDate today = m_api->clock.now().date();
    QCOMPARE(spend(m_api->alex, 5, today.addDays(2).toString(Qt::ISODate)).faults(),
             QStringList{u"day:invalid"_s});
    QCOMPARE(spend(m_api->alex, 5, today.addDays(1).toString(Qt::ISODate)).status, 200);
}

void TestWorklog::correctsOnesOwnTime()
{
    TicketHarness &api = *m_api;
    spend(api.alex, 30);
    const qint64 entry = api.value(u"SELECT max(id) FROM ticket.time_entry"_s).toLongLong();
    const auto corrected = decoded<Page<TimeEntry>>(api.patch(
            times(entry), api.alex,
            {{u"minutes"_s, 45}, {u"day"_s, u"2020-01-14"_s}, {u"note"_s, u"Two calls"_s}}));
    QCOMPARE(corrected.data.first().note, u"Two calls"_s);
    QCOMPARE(spent(), QStringList{ofAlex(u"2020-01-14"_s, 45)});
    const int told = api.events(m_ticket, u"time_spent.changed"_s);
    QCOMPARE(api.patch(times(entry), api.alex, {{u"minutes"_s, 45}}).status, 200);
    QCOMPARE(api.events(m_ticket, u"time_spent.changed"_s), told);
    QCOMPARE(api.remove(times(entry), api.alex).status, 204);
    QVERIFY(spent().isEmpty());
}

void TestWorklog::leavesOthersTheirTime()
{
    TicketHarness &api = *m_api;
    spend(api.alex, 30);
    const qint64 entry = api.value(u"SELECT max(id) FROM ticket.time_entry"_s).toLongLong();
    QCOMPARE(api.patch(times(entry), api.emily, {{u"minutes"_s, 45}}).status, 403);
    QCOMPARE(api.remove(times(entry), api.emily).status, 403);
    // Who corrects it has not spent it.
    QCOMPARE(api.patch(times(entry), api.admin, {{u"minutes"_s, 45}}).status, 200);
    QCOMPARE(spent(), QStringList{ofAlex(u"2020-01-15"_s, 45)});
    QCOMPARE(api.remove(times(entry), api.admin).status, 204);
}

void TestWorklog::goesOnWhenTheTicketIsDeleted()
{
    TicketHarness &api = *m_api;
    const qint64 item = add(u"Order it"_s);
    api.remove(TicketHarness::path(m_ticket), api.lead);
    QCOMPARE(api.get(checklist(), api.alex).status, 404);
    QCOMPARE(shown(api.get(checklist(), api.admin)), u"Order it"_s);
    QCOMPARE(api.patch(checklist(item), api.admin, {{u"done"_s, true}}).key(), "ticket.deleted"_ba);
    QCOMPARE(spend(api.admin, 5).key(), "ticket.deleted"_ba);
}

void TestWorklog::tellsThoseWhoReadNotes()
{
    TicketHarness &api = *m_api;
    const int version = api.look(api.alex, m_ticket).version;
    const QString before = api.value(u"SELECT count(*) FROM ticket.notification"_s);
    const qint64 item = add(u"Order it"_s);
    api.patch(checklist(item), api.alex, {{u"done"_s, true}});
    api.patch(checklist(item), api.alex, {{u"done"_s, true}}); // nothing changes by it
    api.remove(checklist(item), api.alex);
    spend(api.alex, 30);
    QCOMPARE(api.events(m_ticket, u"checklist.changed"_s), 3);
    QCOMPARE(api.events(m_ticket, u"time_spent.changed"_s), 1);
    QCOMPARE(api.value(u"SELECT count(*) FROM ticket.event WHERE NOT internal AND "
                       u"type IN ('checklist.changed', 'time_spent.changed')"_s),
             u"0"_s);
    QCOMPARE(api.value(u"SELECT string_agg(entity || ' ' || action, ', ' ORDER BY id) FROM "
                       u"ticket.activity WHERE internal"_s),
             u"checklist_item create, checklist_item update, checklist_item delete, "
             u"time_entry create"_s);
    QCOMPARE(api.value(u"SELECT count(*) FROM ticket.notification"_s), before);
    QCOMPARE(api.look(api.alex, m_ticket).version, version);
}

void TestWorklog::tellsRequestersNothing()
{
    TicketHarness &api = *m_api;
    const qint64 item = add(u"Ask the wizard"_s);
    api.patch(checklist(item), api.alex, {{u"done"_s, true}});
    spend(api.alex, 77, u"2020-01-15"_s, u"Asked the wizard"_s);
    for (const QByteArray &path :
         {TicketHarness::path(m_ticket), TicketHarness::path(m_ticket, "/timeline"),
          TicketHarness::path(m_ticket, "/replies"), QByteArray("/tickets?q=wizard"),
          QByteArray("/tickets"), QByteArray("/notifications")}) {
        const Answer answer = api.get(path, api.jane);
        QCOMPARE(answer.status, 200);
        for (const char *word : {"wizard", "hecklist", "time_spent", "minutes"})
            QVERIFY2(!answer.body.contains(word), path.constData());
    }
    QCOMPARE(api.get("/tickets?q=wizard", api.jane).data().size(), 0);
    for (const QByteArray &path : {checklist(), times()}) {
        QCOMPARE(api.get(path, api.jane).status, 403);
        QCOMPARE(api.get(path, api.mike).status, 404);
    }
    QCOMPARE(api.post(checklist(), api.jane, {{u"text"_s, u"Hurry"_s}}).status, 403);
    QCOMPARE(spend(api.jane, 5).status, 403);
    QVERIFY(api.get(TicketHarness::path(m_ticket, "/timeline"), api.alex).body.contains("wizard"));
}

QTEST_GUILESS_MAIN(TestWorklog)
#include "tst_worklog.moc"
