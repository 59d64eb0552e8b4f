// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/links/ticketlink.h"
#include "tests/support/server/ticketharness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Test;

namespace {

QByteArray idOf(const Answer &answer)
{
    if (answer.status != 201)
        qFatal("not made: %s", answer.body.constData());
    return QByteArray::number(answer.json.value("id"_L1).toInteger());
}

} // namespace

/// Links between tickets, merging and splitting.
class TestLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_api.emplace(); }
    void cleanup() { m_api.reset(); }
    void linksFromBothSides();
    void refusesLinks();
    void showsNoLinkToWhatIsHidden();
    void mergesEverythingThatWasSaid();
    void keepsNotesInternal();
    void undoesAMerge();
    void refusesMerges();
    void leaksNothingRestricted();
    void splits();
    void undoesASplit();
    void refusesSplits();

private:
    TicketId make(const Person &by) { return m_api->makeTicket(by).id; }
    Answer link(const Person &by, TicketId ticket, const QString &kind, TicketId other)
    {
        return m_api->post(TicketHarness::path(ticket, "/links"), by,
                           {{u"kind"_s, kind}, {u"ticket"_s, other.value()}});
    }
    Answer merge(const Person &by, TicketId source, TicketId target)
    {
        return m_api->post(TicketHarness::path(source, "/merge"), by,
                           {{u"into"_s, target.value()}});
    }
    /// "child 2, merged_from 3"
    QString links(const Person &by, TicketId ticket)
    {
        QStringList parts;
        for (const TicketLink &link :
             decoded<Page<TicketLink>>(m_api->get(TicketHarness::path(ticket, "/links"), by)).data)
            parts.append(u"%1 %2"_s.arg(toWire(link.kind)).arg(link.ticket.id.value()));
        return parts.join(u", "_s);
    }
    /// The messages of the timeline, oldest first.
    QStringList said(const Person &by, TicketId ticket)
    {
        QStringList messages;
        const Ticket seen = m_api->look(by, ticket);
        for (const TimelineEntry &entry : seen.details->replies)
            messages.append(entry.message);
        return messages;
    }
    QString row(TicketId ticket)
    {
        return m_api->value(
                u"SELECT to_jsonb(t) - 'version' - 'updated_at' - 'updated_by'"
                " - 'view_count' FROM ticket.ticket t WHERE id = %1"_s.arg(ticket.value()));
    }

    std::optional<TicketHarness> m_api;
};

void TestLinks::linksFromBothSides()
{
    const TicketId a = make(m_api->jane);
    const TicketId b = make(m_api->jane);
    const TicketId c = make(m_api->jane);
    QCOMPARE(link(m_api->alex, a, u"child"_s, b).status, 200);
    QCOMPARE(link(m_api->alex, c, u"related"_s, a).status, 200);
    QCOMPARE(links(m_api->alex, a), u"child %1, related %2"_s.arg(b.value()).arg(c.value()));
    QCOMPARE(links(m_api->jane, b), u"parent %1"_s.arg(a.value()));
    QCOMPARE(links(m_api->alex, c), u"related %1"_s.arg(a.value()));
    QVERIFY(m_api->events(b, u"ticket.updated"_s) > 0);

    const auto first
            = decoded<Page<TicketLink>>(m_api->get(TicketHarness::path(b, "/links"), m_api->alex))
                      .data.first();
    const QByteArray path
            = TicketHarness::path(b, "/links/" + QByteArray::number(first.id.value()));
    QCOMPARE(m_api->remove(path, m_api->jane).status, 403);
    QCOMPARE(m_api->remove(path, m_api->alex).status, 204);
    QCOMPARE(m_api->remove(path, m_api->alex).status, 404);
    QCOMPARE(links(m_api->alex, b), QString());
    QCOMPARE(links(m_api->alex, a), u"related %1"_s.arg(c.value()));
}

void TestLinks::refusesLinks()
{
    const TicketId a = make(m_api->jane);
    const TicketId b = make(m_api->jane);
    const TicketId c = make(m_api->jane);
    QCOMPARE(link(m_api->jane, a, u"related"_s, b).status, 403);
    QCOMPARE(link(m_api->alex, a, u"related"_s, a).faults(), QStringList{u"ticket:same_ticket"_s});
    QCOMPARE(link(m_api->alex, a, u"merged_into"_s, b).faults(), QStringList{u"kind:invalid"_s});
    QCOMPARE(link(m_api->alex, a, u"related"_s, TicketId(9999)).status, 404);
    link(m_api->alex, a, u"child"_s, b);
    QCOMPARE(link(m_api->alex, b, u"related"_s, a).faults(), QStringList{u"ticket:linked"_s});
    link(m_api->alex, b, u"child"_s, c);
    QCOMPARE(link(m_api->alex, c, u"child"_s, a).faults(), QStringList{u"ticket:would_circle"_s});
    const TicketId d = make(m_api->jane);
    QCOMPARE(link(m_api->alex, d, u"child"_s, c).faults(), QStringList{u"ticket:has_parent"_s});
    QCOMPARE(link(m_api->alex, c, u"parent"_s, d).faults(), QStringList{u"ticket:has_parent"_s});
}

void TestLinks::showsNoLinkToWhatIsHidden()
{
    const TicketId mine = make(m_api->jane);
    const TicketId other = make(m_api->mike);
    link(m_api->alex, mine, u"parent"_s, other);
    QCOMPARE(links(m_api->alex, mine), u"parent %1"_s.arg(other.value()));
    QCOMPARE(links(m_api->jane, mine), QString());
    QCOMPARE(m_api->get(TicketHarness::path(other, "/links"), m_api->jane).status, 404);
    // Nor does the timeline tell of it.
    const Answer timeline = m_api->get(TicketHarness::path(mine, "/timeline"), m_api->jane);
    QVERIFY(!timeline.body.contains("linked"));
    QVERIFY(m_api->get(TicketHarness::path(mine, "/timeline"), m_api->alex)
                    .body.contains("linked"));
}

void TestLinks::mergesEverythingThatWasSaid()
{
    TicketHarness &api = *m_api;
    const TicketId source = make(api.jane);
    const TicketId target = make(api.jane);
    api.reply(api.jane, source, u"It smokes"_s, {});
    api.reply(api.alex, source, u"Unplug it"_s, {{u"isSolution"_s, true}});
    api.reply(api.jane, target, u"And it stinks"_s);
    Http::Headers file;
    file.set("Content-Disposition"_ba, "attachment; filename=\"a.txt\""_ba);
    api.send(Http::Method::Post, TicketHarness::path(source, "/attachments"), api.token(api.jane),
             "bytes"_ba, file);
    api.database.execute(u"INSERT INTO ticket.ticket_participant (ticket_id, account_id, capacity)"
                         " VALUES (%1, %2, 'watcher')"_s.arg(source.value())
                                 .arg(api.mike.id.value()));

    const Answer merged = merge(api.lead, source, target);
    QVERIFY2(merged.status == 200, merged.body.constData());
    QCOMPARE(decoded<Ticket>(merged).id, target);
    QCOMPARE(said(api.jane, target),
             (QStringList{u"It smokes"_s, u"Unplug it"_s, u"And it stinks"_s}));
    QCOMPARE(api.look(api.jane, target).details->attachments.size(), 1);
    QVERIFY(said(api.alex, source).isEmpty());
    const Ticket closed = api.look(api.jane, source);
    QCOMPARE(closed.status, u"closed"_s);
    QVERIFY(closed.statusReason.contains(api.look(api.jane, target).number));
    QCOMPARE(links(api.jane, source), u"merged_into %1"_s.arg(target.value()));
    QCOMPARE(links(api.jane, target), u"merged_from %1"_s.arg(source.value()));
    QCOMPARE(api.get(TicketHarness::path(target), api.mike).status, 200); // watches it now
    // What was the solution of another question is none here.
    const Ticket whole = api.look(api.alex, target);
    for (const TimelineEntry &entry : whole.details->replies)
        QVERIFY(!entry.isSolution);
    QVERIFY(api.events(target, u"ticket.updated"_s) > 0);
}

void TestLinks::keepsNotesInternal()
{
    TicketHarness &api = *m_api;
    const TicketId source = make(api.jane);
    const TicketId target = make(api.jane);
    api.reply(api.alex, source, u"Between us"_s, {{u"isInternal"_s, true}});
    QCOMPARE(merge(api.lead, source, target).status, 200);
    QCOMPARE(said(api.alex, target), QStringList{u"Between us"_s});
    QVERIFY(said(api.jane, target).isEmpty());
}

void TestLinks::undoesAMerge()
{
    TicketHarness &api = *m_api;
    const TicketId source = make(api.jane);
    const TicketId target = make(api.jane);
    api.reply(api.jane, source, u"It smokes"_s);
    api.reply(api.alex, source, u"Unplug it"_s, {{u"isSolution"_s, true}});
    const QString before = row(source);
    const QByteArray path = TicketHarness::path(source, "/merge/undo");
    QCOMPARE(api.post(path, api.lead).key(), "merge.not_merged"_ba);
    merge(api.lead, source, target);
    api.reply(api.jane, target, u"It burns"_s); // goes on meanwhile, and stays
    QCOMPARE(api.post(path, api.alex).status, 403);
    const Answer undone = api.post(path, api.lead);
    QVERIFY2(undone.status == 200, undone.body.constData());
    QCOMPARE(row(source), before);
    QCOMPARE(said(api.jane, source), (QStringList{u"It smokes"_s, u"Unplug it"_s}));
    QVERIFY(api.look(api.jane, source).details->replies.last().isSolution);
    QCOMPARE(said(api.jane, target), QStringList{u"It burns"_s});
    QCOMPARE(links(api.jane, source), QString());
    QCOMPARE(api.post(path, api.lead).key(), "merge.not_merged"_ba);

    merge(api.lead, source, target);
    api.setStatus(api.alex, source, u"in_progress"_s);
    QCOMPARE(api.post(path, api.lead).key(), "ticket.changed_since"_ba);
}

void TestLinks::refusesMerges()
{
    TicketHarness &api = *m_api;
    const TicketId a = make(api.jane);
    const TicketId b = make(api.jane);
    QCOMPARE(merge(api.alex, a, b).status, 403);
    QCOMPARE(merge(api.jane, a, b).status, 403);
    QCOMPARE(merge(api.lead, a, a).faults(), QStringList{u"into:same_ticket"_s});
    QCOMPARE(merge(api.lead, a, TicketId(9999)).status, 404);
    QCOMPARE(merge(api.lead, a, make(api.mike)).key(), "merge.requesters_differ"_ba);
    merge(api.lead, a, b);
    QCOMPARE(merge(api.lead, a, make(api.jane)).key(), "merge.already_merged"_ba);
    QCOMPARE(merge(api.lead, make(api.jane), a).key(), "merge.already_merged"_ba);
    const TicketId gone = make(api.jane);
    api.remove(TicketHarness::path(gone), api.lead);
    QCOMPARE(merge(api.lead, gone, b).key(), "ticket.deleted"_ba);
    // On both desks.
    const DeskId other = api.addWorkflowDesk(u"OTHER"_s, u"helpdesk"_s);
    const Person half = api.addPerson(u"half"_s, BuiltInRole::Agent);
    api.database.execute(
            u"INSERT INTO ticket.account_role (account_id, role_id, desk_id) VALUES (%1, %2, %3)"_s
                    .arg(half.id.value())
                    .arg(api.roleId(BuiltInRole::Lead).value())
                    .arg(api.desk.value()));
    const TicketId there = api.makeTicket(api.jane, {{u"desk"_s, other.value()}}).id;
    QCOMPARE(merge(half, b, there).status, 403);
    QCOMPARE(merge(half, there, b).status, 403);
    QCOMPARE(merge(api.admin, there, b).status, 200);
}

void TestLinks::leaksNothingRestricted()
{
    TicketHarness &api = *m_api;
    const TicketId secret = make(api.jane);
    const TicketId open = make(api.jane);
    api.patch(TicketHarness::path(secret), api.admin, {{u"visibility"_s, u"restricted"_s}});
    QCOMPARE(merge(api.lead, secret, open).status, 404);
    QCOMPARE(merge(api.lead, open, secret).status, 404);
    for (const auto &[source, target] : {std::pair(secret, open), std::pair(open, secret)})
        QCOMPARE(merge(api.admin, source, target).key(), "merge.audiences_differ"_ba);
    // The same people see both: then nobody learns anything.
    const TicketId other = make(api.jane);
    api.patch(TicketHarness::path(other), api.admin, {{u"visibility"_s, u"restricted"_s}});
    const QByteArray grants = TicketHarness::path(other, "/grants");
    const QByteArray grant
            = idOf(api.post(grants, api.jane, {{u"person"_s, api.emily.id.value()}}));
    QCOMPARE(merge(api.admin, secret, other).key(), "merge.audiences_differ"_ba);
    api.remove(grants + '/' + grant, api.jane);
    QCOMPARE(merge(api.admin, secret, other).status, 200);
}

void TestLinks::splits()
{
    TicketHarness &api = *m_api;
    const TicketId ticket = make(api.jane);
    api.reply(api.jane, ticket, u"It smokes"_s);
    const QByteArray other = idOf(api.reply(api.jane, ticket, u"And my mouse is broken"_s));
    const QByteArray note
            = idOf(api.reply(api.alex, ticket, u"Which mouse?"_s, {{u"isInternal"_s, true}}));
    const Answer made
            = api.post(TicketHarness::path(ticket, "/split"), api.lead,
                       {{u"title"_s, u"Broken mouse"_s},
                        {u"entries"_s, QJsonArray{other.toLongLong(), note.toLongLong()}}});
    QVERIFY2(made.status == 200, made.body.constData());
    const Ticket split = decoded<Ticket>(made);
    QCOMPARE(split.title, u"Broken mouse"_s);
    QCOMPARE(split.requester.id, api.jane.id);
    QCOMPARE(said(api.jane, split.id), QStringList{u"And my mouse is broken"_s});
    QCOMPARE(said(api.alex, split.id).size(), 2);
    QCOMPARE(said(api.alex, ticket), QStringList{u"It smokes"_s});
    QCOMPARE(links(api.jane, ticket), u"split_into %1"_s.arg(split.id.value()));
    QCOMPARE(links(api.jane, split.id), u"split_from %1"_s.arg(ticket.value()));
}

void TestLinks::undoesASplit()
{
    TicketHarness &api = *m_api;
    const TicketId ticket = make(api.jane);
    const QByteArray other = idOf(api.reply(api.jane, ticket, u"And my mouse is broken"_s));
    const auto split = [&] {
        return decoded<Ticket>(api.post(TicketHarness::path(ticket, "/split"), api.lead,
                                        {{u"title"_s, u"Broken mouse"_s},
                                         {u"entries"_s, QJsonArray{other.toLongLong()}}}))
                .id;
    };
    const TicketId first = split();
    const Answer undone = api.post(TicketHarness::path(first, "/split/undo"), api.lead);
    QVERIFY2(undone.status == 200, undone.body.constData());
    QCOMPARE(decoded<Ticket>(undone).id, ticket);
    QCOMPARE(said(api.jane, ticket), QStringList{u"And my mouse is broken"_s});
    QCOMPARE(api.get(TicketHarness::path(first), api.jane).status, 404);
    const TicketId second = split();
    api.reply(api.alex, second, u"Here is another one"_s);
    QCOMPARE(api.post(TicketHarness::path(second, "/split/undo"), api.lead).key(),
             "ticket.changed_since"_ba);
    QCOMPARE(api.post(TicketHarness::path(ticket, "/split/undo"), api.lead).key(),
             "split.not_split"_ba);
}

void TestLinks::refusesSplits()
{
    TicketHarness &api = *m_api;
    const TicketId ticket = make(api.jane);
    const QByteArray reply = idOf(api.reply(api.jane, ticket, u"It smokes"_s));
    const QByteArray elsewhere = idOf(api.reply(api.jane, make(api.jane), u"Hm"_s));
    const auto split = [&](const Person &by, const QByteArray &entry) {
        return api.post(
                TicketHarness::path(ticket, "/split"), by,
                {{u"title"_s, u"Another"_s}, {u"entries"_s, QJsonArray{entry.toLongLong()}}});
    };
    QCOMPARE(split(api.alex, reply).status, 403);
    QCOMPARE(split(api.mike, reply).status, 404);
    QCOMPARE(split(api.lead, elsewhere).faults(), QStringList{u"entries:not_found"_s});
}

QTEST_GUILESS_MAIN(TestLinks)
#include "tst_links.moc"
