// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/access/builtinroles.h"
#include "common/reports/dashboard.h"
#include "server/events/eventreader.h"
#include "tests/support/server/ticketharness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Server;
using namespace Deskbell::Test;

namespace {

/// A ticket as the rule sees it.
struct Case
{
    TicketId id = {};
    QString number = {};
    QString word = {}; ///< in its title only
    int desk = 0;
    bool restricted = false;
    bool ofTeam = false;
    bool deleted = false;
    QList<int> parts = {}; ///< who is its requester, creator, assignee, approver, proxy or watcher
    QList<int> granted = {}; ///< who was let in by name
    bool roleGranted = false;
    qint64 attachment = 0;
};

/// Somebody as the rule sees them: what they hold on each of the two desks.
struct Somebody
{
    Person person = {};
    QSet<QString> held[2] = {};
    bool inTeam = false;    ///< of the first desk
    bool holdsRole[2] = {}; ///< the role that is granted
};

/// The rule of lifecycles.md in plain words, written without looking at the predicate.
bool maySee(int who, const Somebody &somebody, const Case &ticket)
{
    const QSet<QString> &held = somebody.held[ticket.desk];
    if (ticket.deleted && !held.contains(u"ticket.restore"_s))
        return false;
    if (ticket.parts.contains(who))
        return true;
    if (!ticket.restricted) {
        return held.contains(u"ticket.view_all"_s)
               || (held.contains(u"ticket.view_team"_s) && somebody.inTeam && ticket.ofTeam);
    }
    return ticket.granted.contains(who) || (ticket.roleGranted && somebody.holdsRole[ticket.desk])
           || held.contains(u"ticket.view_restricted"_s);
}

QSet<QString> codesOf(BuiltInRole role)
{
    QSet<QString> codes;
    for (const Permission permission : permissionsOf(role).toList())
        codes.insert(toWire(permission));
    return codes;
}

} // namespace

/// Everybody × every kind of ticket × every way of learning about it: all agree with the plain
/// rule, and so with one another.
class TestVisibilityMatrix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_api.reset(); }
    void oneByOne();
    void inLists();
    void inSearch();
    void inReports();
    void inEvents();
    void inNotifications();
    void inPresence();
    void numbersHaveNoMeaning();

private:
    int add(const QString &name, const QStringList &codes, int desk);
    void makeTicket(bool restricted, int desk, bool ofTeam, bool deleted, const QString &part);
    qint64 scalar(const QString &sql) { return m_api->value(sql).toLongLong(); }
    QString nameOf(int who) const { return m_people[who].person.username; }

    std::optional<TicketHarness> m_api;
    DeskId m_desks[2];
    qint64 m_team = 0;
    qint64 m_role = 0;
    QList<Somebody> m_people;
    QList<Case> m_tickets;
    int m_plain = 0; ///< who makes the tickets: somebody without any further right
};

int TestVisibilityMatrix::add(const QString &name, const QStringList &codes, int desk)
{
    Somebody somebody;
    somebody.person = desk < 0 ? m_api->addPerson(name, codes)
                               : m_api->addPerson(name, codes, m_desks[desk]);
    for (int i = 0; i < 2; ++i) {
        if (desk < 0 || desk == i)
            somebody.held[i] = QSet<QString>(codes.begin(), codes.end());
    }
    m_people.append(somebody);
    return int(m_people.size()) - 1;
}

void TestVisibilityMatrix::makeTicket(bool restricted, int desk, bool ofTeam, bool deleted,
                                      const QString &part)
{
    TicketHarness &api = *m_api;
    Case ticket{.word = u"word%1x"_s.arg(m_tickets.size()),
                .desk = desk,
                .restricted = restricted,
                .ofTeam = ofTeam,
                .deleted = deleted};
    const Person maker = m_people[m_plain].person;
    const Ticket made = api.makeTicket(
            maker, {{u"title"_s, u"About "_s + ticket.word}, {u"desk"_s, m_desks[desk].value()}});
    ticket.id = made.id;
    ticket.number = made.number;
    Http::Headers headers;
    headers.set("Content-Disposition", "attachment; filename=\"a.txt\"");
    headers.set("Content-Type", "text/plain");
    const Answer file = api.send(Http::Method::Post, TicketHarness::path(made.id, "/attachments"),
                                 maker.token, "content", headers);
    if (file.status != 201)
        qFatal("no file: %s", file.body.constData());
    ticket.attachment = file.json.value("id"_L1).toInteger();

    // The rest straight into the tables: the rule is about what is there, however it came there.
    const QString id = QString::number(made.id.value());
    const auto account = [&](int who) {
        return QString::number(m_people[who].person.id.value());
    };
    // Nobody of the matrix has made it, unless that is the part.
    const int outsider = int(m_people.size()) - 1;
    const int other = outsider - 1; // whoever has the part
    int requester = outsider;
    int creator = outsider;
    if (part == "requester"_L1)
        requester = other;
    else if (part == "creator"_L1)
        creator = other;
    api.database.execute(
            u"UPDATE ticket.ticket SET visibility = '%2', team_id = %3, requester_id = %4,"
            " created_by = %5, assignee_id = %6, deleted_at = %7 WHERE id = %1"_s.arg(
                    id, restricted ? u"restricted"_s : u"internal"_s,
                    ofTeam ? QString::number(m_team) : u"NULL"_s, account(requester),
                    account(creator), part == "assignee"_L1 ? account(other) : u"NULL"_s,
                    deleted ? u"now()"_s : u"NULL"_s));
    ticket.parts = {outsider};
    if (part == "requester"_L1 || part == "creator"_L1 || part == "assignee"_L1)
        ticket.parts.append(other);
    for (const QString &capacity : {u"watcher"_s, u"approver"_s, u"proxy"_s}) {
        if (part != capacity)
            continue;
        api.database.execute(u"INSERT INTO ticket.ticket_participant VALUES (%1, %2, '%3')"_s.arg(
                id, account(other), capacity));
        ticket.parts.append(other);
    }
    if (part == "granted"_L1) {
        api.database.execute(u"INSERT INTO ticket.ticket_view_permission (ticket_id, account_id)"
                             " VALUES (%1, %2)"_s.arg(id, account(other)));
        ticket.granted.append(other);
    }
    if (part == "role"_L1) {
        api.database.execute(u"INSERT INTO ticket.ticket_view_permission (ticket_id, role_id)"
                             " VALUES (%1, %2)"_s.arg(id)
                                     .arg(m_role));
        ticket.roleGranted = true;
    }
    m_tickets.append(ticket);
}

void TestVisibilityMatrix::initTestCase()
{
    m_api.emplace();
    TicketHarness &api = *m_api;
    m_desks[0] = api.desk;
    m_desks[1] = api.addWorkflowDesk(u"OTHER"_s, u"helpdesk"_s);
    m_team = scalar(u"INSERT INTO ticket.team (desk_id, name) VALUES (%1, 'T') RETURNING id"_s.arg(
            api.desk.value()));
    m_role = scalar(u"INSERT INTO ticket.role (key, name) VALUES ('let_in', 'Let in')"
                    " RETURNING id"_s);

    const QStringList plain{u"ticket.create"_s, u"ticket.view_own"_s, u"ticket.edit_own"_s};
    m_plain = add(u"plain"_s, plain, -1);
    for (const auto &[name, role] :
         {std::pair(u"observer"_s, BuiltInRole::Observer),
          std::pair(u"agent"_s, BuiltInRole::Agent), std::pair(u"lead"_s, BuiltInRole::Lead),
          std::pair(u"administrator"_s, BuiltInRole::Administrator)}) {
        const QSet<QString> codes = codesOf(role);
        for (const int desk : {-1, 0})
            add(name + QString::number(desk + 1), codes.values(), desk);
    }
    for (const QString &code : {u"ticket.view_all"_s, u"ticket.view_team"_s,
                                u"ticket.view_restricted"_s, u"ticket.restore"_s})
        add(u"only_"_s + code.section(u'.', 1), plain + QStringList{code}, 0);
    add(u"restorer"_s, plain + QStringList{u"ticket.restore"_s, u"ticket.view_all"_s}, 1);
    const int member = add(u"member"_s, plain + QStringList{u"ticket.view_team"_s}, 0);
    const int memberWithout = add(u"idle_member"_s, plain, 0);
    for (const int who : {member, memberWithout}) {
        m_people[who].inTeam = true;
        api.database.execute(u"INSERT INTO ticket.team_member VALUES (%1, %2)"_s.arg(m_team).arg(
                m_people[who].person.id.value()));
    }
    const int everywhere = add(u"let_in_everywhere"_s, plain, -1);
    const int onDesk = add(u"let_in_on_desk"_s, plain, -1);
    const auto letIn = [&](int who, const QString &desk) {
        api.database.execute(u"INSERT INTO ticket.account_role (account_id, role_id, desk_id)"
                             " VALUES (%1, %2, %3)"_s.arg(m_people[who].person.id.value())
                                     .arg(m_role)
                                     .arg(desk));
    };
    letIn(everywhere, u"NULL"_s);
    m_people[everywhere].holdsRole[0] = m_people[everywhere].holdsRole[1] = true;
    letIn(onDesk, QString::number(m_desks[1].value()));
    m_people[onDesk].holdsRole[1] = true;
    add(u"other"_s, plain, -1);    // whoever has a part
    add(u"outsider"_s, plain, -1); // requester and creator of all the others

    for (const bool restricted : {false, true}) {
        for (const bool deleted : {false, true}) {
            for (const int desk : {0, 1}) {
                for (const QString &part :
                     {u""_s, u"requester"_s, u"creator"_s, u"assignee"_s, u"watcher"_s,
                      u"approver"_s, u"proxy"_s, u"granted"_s, u"role"_s})
                    makeTicket(restricted, desk, false, deleted, part);
            }
            makeTicket(restricted, 0, true, deleted, {}); // teams are of their desk
        }
    }
    QCOMPARE(m_tickets.size(), 2 * 2 * (2 * 9 + 1));
}

void TestVisibilityMatrix::oneByOne()
{
    for (int who = 0; who < m_people.size(); ++who) {
        const Person &person = m_people[who].person;
        for (const Case &ticket : std::as_const(m_tickets)) {
            const bool sees = maySee(who, m_people[who], ticket);
            const int expected = sees ? 200 : 404;
            const QByteArray what = nameOf(who).toUtf8() + " " + ticket.number.toUtf8() + " ";
            QVERIFY2(m_api->get(TicketHarness::path(ticket.id), person).status == expected,
                     (what + "by id").constData());
            QVERIFY2(m_api->get("/tickets/" + ticket.number.toUtf8(), person).status == expected,
                     (what + "by number").constData());
            QVERIFY2(m_api->get(TicketHarness::path(ticket.id, "/timeline"), person).status
                             == expected,
                     (what + "timeline").constData());
            QVERIFY2(m_api->get(TicketHarness::path(ticket.id, "/attachments"), person).status
                             == expected,
                     (what + "files").constData());
            QVERIFY2(m_api->get("/canned-replies?ticket=" + QByteArray::number(ticket.id.value()),
                                person)
                                     .status
                             == expected,
                     (what + "canned replies").constData());
            QVERIFY2(m_api->get("/attachments/" + QByteArray::number(ticket.attachment), person)
                                     .status
                             == expected,
                     (what + "file").constData());
            // What is internal answers who sees the ticket and reads no notes that it is not
            // theirs.
            const bool notes = m_people[who].held[ticket.desk].contains(u"ticket.note"_s);
            for (const char *part : {"/checklist", "/time-entries"}) {
                QVERIFY2(m_api->get(TicketHarness::path(ticket.id, part), person).status
                                 == (sees && !notes ? 403 : expected),
                         (what + part).constData());
            }
        }
    }
}

void TestVisibilityMatrix::inLists()
{
    for (int who = 0; who < m_people.size(); ++who) {
        for (const auto &[deleted, query] :
             {std::pair(false, QByteArray()), std::pair(true, QByteArray("&deleted=true"))}) {
            QSet<qint64> expected;
            for (const Case &ticket : std::as_const(m_tickets)) {
                if (ticket.deleted == deleted && maySee(who, m_people[who], ticket))
                    expected.insert(ticket.id.value());
            }
            QSet<qint64> found;
            int page = 0;
            for (qint64 total = 1; found.size() < total;) {
                const Answer answer = m_api->get(
                        "/tickets?pageSize=100&page=" + QByteArray::number(++page) + query,
                        m_people[who].person);
                QCOMPARE(answer.status, 200);
                // The count is of what they may see, and of nothing else.
                total = answer.json["pagination"_L1]["total"_L1].toInteger();
                QVERIFY2(total == expected.size(), qPrintable(nameOf(who)));
                for (const QJsonValue &one : answer.data())
                    found.insert(one["id"_L1].toInteger());
            }
            QVERIFY2(found == expected, qPrintable(nameOf(who)));
        }
    }
}

void TestVisibilityMatrix::inSearch()
{
    for (int who = 0; who < m_people.size(); ++who) {
        for (const Case &ticket : std::as_const(m_tickets)) {
            const QByteArray query = "/tickets?q=" + ticket.word.toUtf8()
                                     + (ticket.deleted ? "&deleted=true" : "");
            const Answer answer = m_api->get(query, m_people[who].person);
            QCOMPARE(answer.status, 200);
            QVERIFY2(answer.data().size() == (maySee(who, m_people[who], ticket) ? 1 : 0),
                     qPrintable(nameOf(who) + u' ' + ticket.number));
        }
    }
}

void TestVisibilityMatrix::inReports()
{
    for (int who = 0; who < m_people.size(); ++who) {
        const Somebody &somebody = m_people[who];
        const QString reports = u"report.view"_s;
        qint64 expected = 0; // nothing of a desk of which they see tickets but have no reports
        for (const Case &ticket : std::as_const(m_tickets)) {
            if (!ticket.deleted && somebody.held[ticket.desk].contains(reports)
                && maySee(who, somebody, ticket))
                ++expected;
        }
        const bool may = somebody.held[0].contains(reports) || somebody.held[1].contains(reports);
        const Answer answer = m_api->get("/reports/dashboard", somebody.person);
        QVERIFY2(answer.status == (may ? 200 : 403), qPrintable(nameOf(who)));
        if (!may)
            continue;
        const Dashboard dashboard = decoded<Dashboard>(answer);
        QVERIFY2(dashboard.open == expected, qPrintable(nameOf(who)));
        QVERIFY2(dashboard.days.last().created == expected, qPrintable(nameOf(who)));
        qint64 ofPriorities = 0;
        for (const PriorityLoad &load : dashboard.priorities)
            ofPriorities += load.tickets;
        QVERIFY2(ofPriorities == expected, qPrintable(nameOf(who)));
    }
}

void TestVisibilityMatrix::inEvents()
{
    Db::Connection &db = m_api->database.connection();
    QList<AccountId> accounts;
    for (const Somebody &somebody : std::as_const(m_people))
        accounts.append(somebody.person.id);
    for (const Case &ticket : std::as_const(m_tickets)) {
        const auto before = currentPosition(db);
        QVERIFY(before);
        m_api->database.execute(u"INSERT INTO ticket.event (type, ticket_id, data)"
                                " VALUES ('ticket.updated', %1, '{}')"_s.arg(ticket.id.value()));
        const auto after = currentPosition(db);
        QVERIFY(after);
        const auto receivers = selectReceivers(db, *before, *after, accounts);
        QVERIFY(receivers);
        QList<qint64> told;
        for (const Receivers &row : *receivers)
            told += row.accounts;
        for (int who = 0; who < m_people.size(); ++who) {
            QVERIFY2(told.contains(m_people[who].person.id.value())
                             == maySee(who, m_people[who], ticket),
                     qPrintable(nameOf(who) + u' ' + ticket.number));
        }
    }
}

/// Everybody is told of everything, straight in the table: what they find of it is what they may
/// see.
void TestVisibilityMatrix::inNotifications()
{
    m_api->database.execute(u"INSERT INTO ticket.notification (account_id, ticket_id, act, kind, "
                            u"weight, created_at)"
                            " SELECT a.id, t.id, pg_current_xact_id(), 'replied', 9, now()"
                            " FROM ticket.account a CROSS JOIN ticket.ticket t"
                            " ON CONFLICT DO NOTHING"_s);
    for (int who = 0; who < m_people.size(); ++who) {
        QSet<qint64> expected;
        for (const Case &ticket : std::as_const(m_tickets)) {
            if (maySee(who, m_people[who], ticket))
                expected.insert(ticket.id.value());
        }
        const Answer answer
                = m_api->get("/notifications?kind=replied&pageSize=100", m_people[who].person);
        QSet<qint64> found;
        for (const QJsonValue &one : answer.data())
            found.insert(one["ticket"_L1]["id"_L1].toInteger());
        QVERIFY2(found == expected, qPrintable(nameOf(who)));
        QVERIFY2(answer.json["unread"_L1].toInteger() >= expected.size(), qPrintable(nameOf(who)));
        QCOMPARE(answer.json["pagination"_L1]["total"_L1].toInteger(), expected.size());
    }
}

/// Who is where is for staff of the desk, and only as far as they see the ticket.
void TestVisibilityMatrix::inPresence()
{
    for (const Case &ticket : std::as_const(m_tickets)) {
        m_api->environment().presence->report(
                ticket.id, {.person = {.id = m_people[m_plain].person.id, .displayName = u"x"_s}},
                m_api->clock.now().addSecs(60));
    }
    for (int who = 0; who < m_people.size(); ++who) {
        QSet<qint64> expected;
        for (const Case &ticket : std::as_const(m_tickets)) {
            const QSet<QString> &held = m_people[who].held[ticket.desk];
            if (maySee(who, m_people[who], ticket)
                && (held.contains(u"ticket.view_all"_s) || held.contains(u"ticket.view_team"_s)))
                expected.insert(ticket.id.value());
        }
        QSet<qint64> found;
        for (const QJsonValue &one : m_api->get("/presence", m_people[who].person).data())
            found.insert(one["ticketId"_L1].toInteger());
        QVERIFY2(found == expected, qPrintable(nameOf(who)));
    }
}

/// A number that somebody may not see answers as one that never was.
void TestVisibilityMatrix::numbersHaveNoMeaning()
{
    const Person &person = m_people[m_plain].person;
    const auto withoutRequest = [](QJsonObject problem) {
        problem.remove(u"requestId"_s);
        return problem;
    };
    const QJsonObject never = withoutRequest(m_api->get("/tickets/HD-99999", person).json);
    for (const Case &ticket : std::as_const(m_tickets)) {
        if (!maySee(m_plain, m_people[m_plain], ticket))
            QCOMPARE(withoutRequest(m_api->get("/tickets/" + ticket.number.toUtf8(), person).json),
                     never);
    }
}

QTEST_GUILESS_MAIN(TestVisibilityMatrix)
#include "tst_visibilitymatrix.moc"
