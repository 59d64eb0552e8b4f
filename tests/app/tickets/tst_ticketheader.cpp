// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/ticketcommands.h"
#include "app/tickets/ticketheader.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/popups.h"
#include "tests/support/app/workplace.h"

#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

class TestTicketHeader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void saysWhatTheTicketIs();
    void offersTheAllowedTransitions();
    void takesATransition();
    void asksForAReasonWhereOneIsNeeded();
    void doesNothingWhenTheReasonIsRefused();
    void changesThePriority();
    void takesBackWhatTheServerRefuses();
    void offersThePeopleOfTheDesk();
    void saysWhyPeopleAreMissing();
    void assignsAndReleases();
    void showsARequesterOnlyWhatIsTheirs();
    void offersMoreOnlyToWhoMay();

private:
    /// The entries of a menu as it fills itself when it opens; separators are left out.
    QList<QAction *> entries(const char *button);
    QStringList texts(const char *button);
    void choose(const char *button, const QString &text);
    QToolButton *button(const char *name) const
    {
        return m_header->findChild<QToolButton *>(QLatin1StringView(name));
    }
    QList<FakeApi::Request> asked(const QByteArray &method, const QString &path) const
    {
        return m_place->desk.api.requests(method, path);
    }

    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<QWidget> m_window;
    TicketCommands *m_commands = nullptr;
    TicketHeader *m_header = nullptr;
};

void TestTicketHeader::init()
{
    m_place = std::make_unique<Workplace>();
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
    m_window = std::make_unique<QWidget>();
    m_window->resize(700, 500);
    m_commands = new TicketCommands(m_place->outbox, m_place->session, m_window.get());
    m_header = new TicketHeader(m_place->context, *m_commands, m_window.get());
    m_header->resize(700, 120);
    m_header->setTicket(FakeDesk::ticket(1));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestTicketHeader::cleanup()
{
    ConfirmDialog::setAnswerer({});
    m_window.reset();
    m_place.reset();
}

QList<QAction *> TestTicketHeader::entries(const char *name)
{
    Q_EMIT button(name)->menu()->aboutToShow();
    QList<QAction *> found = button(name)->menu()->actions();
    found.removeIf([](const QAction *action) { return action->isSeparator(); });
    return found;
}

QStringList TestTicketHeader::texts(const char *name)
{
    QStringList found;
    for (const QAction *action : entries(name))
        found.append(action->text().remove(u'&'));
    return found;
}

void TestTicketHeader::choose(const char *name, const QString &text)
{
    for (QAction *action : entries(name)) {
        if (action->text().remove(u'&') == text) {
            action->trigger();
            return;
        }
    }
    QFAIL(qPrintable(u"there is no "_s + text));
}

void TestTicketHeader::saysWhatTheTicketIs()
{
    QCOMPARE(m_header->findChild<QLabel *>(u"ticketTitle"_s)->text(), u"The printer is broken"_s);
    const QString line = m_header->findChild<QLabel *>(u"ticketLine"_s)->text();
    QVERIFY2(line.startsWith(u"HD-1 · "_s) && line.contains("by Jane Doe"_L1), qPrintable(line));
    QCOMPARE(button("ticketStatus")->accessibleName(), u"Status: New"_s);
    QCOMPARE(button("ticketPriority")->accessibleName(), u"Priority: Medium"_s);
    QCOMPARE(button("ticketAssignee")->accessibleName(), u"Assignee: Unassigned"_s);
    Ticket hostile = FakeDesk::ticket(2, u"<b>bold</b>"_s);
    m_header->setTicket(hostile);
    QCOMPARE(m_header->findChild<QLabel *>(u"ticketTitle"_s)->textFormat(), Qt::PlainText);
}

void TestTicketHeader::offersTheAllowedTransitions()
{
    QCOMPARE(texts("ticketStatus"), (QStringList{u"In progress"_s, u"On hold…"_s, u"Resolved"_s}));
    Ticket ticket = FakeDesk::ticket(1);
    ticket.details->allowedTransitions = {};
    m_header->setTicket(ticket);
    QVERIFY(!button("ticketStatus")->isEnabled());
    m_header->openStatusMenu();
    QVERIFY(!button("ticketStatus")->menu()->isVisible());
}

void TestTicketHeader::takesATransition()
{
    m_place->desk.api.on("PUT", u"/tickets/1/status"_s,
                         FakeApi::Reply::json(toJson(FakeDesk::ticket(1))));
    QSignalSpy applied(&m_commands->changes(), &PendingChanges::begun);
    QSignalSpy settled(&m_commands->changes(), &PendingChanges::ended);
    choose("ticketStatus", u"In progress"_s);
    QCOMPARE(applied.size(), 1); // at once
    QTRY_COMPARE(settled.size(), 1);
    QCOMPARE(asked("PUT", u"/tickets/1/status"_s).first().json()[u"status"].toString(),
             u"in_progress"_s);
    QCOMPARE(Popups::of(m_header).texts(), QStringList{u"HD-1: In progress"_s});
}

void TestTicketHeader::asksForAReasonWhereOneIsNeeded()
{
    Question asked;
    ConfirmDialog::setAnswerer([&](const Question &question) -> Decision {
        asked = question;
        return {.accepted = true, .reason = u"waits for a part"_s};
    });
    m_place->desk.api.on("PUT", u"/tickets/1/status"_s,
                         FakeApi::Reply::json(toJson(FakeDesk::ticket(1))));
    choose("ticketStatus", u"On hold…"_s);
    QVERIFY(!asked.reasonLabel.isEmpty());
    QTRY_COMPARE(this->asked("PUT", u"/tickets/1/status"_s).size(), 1);
    const QJsonObject sent = this->asked("PUT", u"/tickets/1/status"_s).first().json();
    QCOMPARE(sent[u"status"].toString(), u"on_hold"_s);
    QCOMPARE(sent[u"reason"].toString(), u"waits for a part"_s);
}

void TestTicketHeader::doesNothingWhenTheReasonIsRefused()
{
    ConfirmDialog::setAnswerer([](const Question &) -> Decision { return {}; });
    QSignalSpy applied(&m_commands->changes(), &PendingChanges::begun);
    choose("ticketStatus", u"On hold…"_s);
    QCOMPARE(applied.size(), 0);
    QCOMPARE(m_commands->changes().count(), 0);
}

void TestTicketHeader::changesThePriority()
{
    m_place->desk.api.on("PATCH", u"/tickets/1"_s,
                         FakeApi::Reply::json(toJson(FakeDesk::ticket(1))));
    QCOMPARE(texts("ticketPriority"), (QStringList{u"Urgent"_s, u"High"_s, u"Medium"_s, u"Low"_s}));
    for (const QAction *action : entries("ticketPriority"))
        QCOMPARE(action->isChecked(), action->text() == "Medium"_L1);
    choose("ticketPriority", u"Urgent"_s);
    QTRY_COMPARE(asked("PATCH", u"/tickets/1"_s).size(), 1);
    QCOMPARE(asked("PATCH", u"/tickets/1"_s).first().json(),
             (QJsonObject{{u"priority"_s, u"urgent"_s}}));
    QTRY_COMPARE(Popups::of(m_header).texts(), QStringList{u"HD-1 has priority Urgent"_s});
    // Undo names the version that came of it: what was changed since stays.
    m_place->desk.api.on("POST", u"/tickets/1/undo"_s,
                         FakeApi::Reply::json(toJson(FakeDesk::ticket(1))));
    m_window->findChild<QAbstractButton *>(u"popupAction"_s)->click();
    QTRY_COMPARE(asked("POST", u"/tickets/1/undo"_s).size(), 1);
    QCOMPARE(asked("POST", u"/tickets/1/undo"_s).last().header("If-Match"), "\"1\""_ba);
    QTRY_COMPARE(Popups::of(m_header).texts(), QStringList{u"Undone: HD-1 has priority Urgent"_s});
}

void TestTicketHeader::takesBackWhatTheServerRefuses()
{
    m_place->desk.api.on("PATCH", u"/tickets/1"_s, FakeApi::Reply::problem(403, "access.denied"));
    QSignalSpy settled(&m_commands->changes(), &PendingChanges::ended);
    choose("ticketPriority", u"High"_s);
    QTRY_COMPARE(settled.size(), 1);
    QVERIFY(Popups::of(m_header).texts().first().startsWith(
            "The priority of HD-1 could not be changed"_L1));
}

void TestTicketHeader::offersThePeopleOfTheDesk()
{
    QVERIFY(entries("ticketAssignee").last()->text().startsWith("Loading"_L1));
    QTRY_COMPARE(button("ticketAssignee")->menu()->actions().last()->text(), u"Jane Doe"_s);
    const auto query = asked("GET", u"/users"_s).last().query;
    QCOMPARE(query.queryItemValue(u"desk"_s), u"1"_s);
    QVERIFY(query.queryItemValue(u"role"_s, QUrl::FullyDecoded).contains("agent"_L1));
}

void TestTicketHeader::saysWhyPeopleAreMissing()
{
    m_place->desk.api.once("GET", u"/users"_s, FakeApi::Reply::problem(500, "internal"));
    QAction *line = entries("ticketAssignee").last();
    QTRY_VERIFY(!line->text().startsWith("Loading"_L1));
    QVERIFY(!line->isEnabled());
    QVERIFY(!line->text().isEmpty());
    m_place->desk.accounts.clear();
    line = entries("ticketAssignee").last();
    QTRY_COMPARE(line->text(), u"Nobody works for this desk yet"_s);
}

void TestTicketHeader::assignsAndReleases()
{
    m_place->desk.api.on("POST", u"/tickets/1/assign"_s,
                         FakeApi::Reply::json(toJson(FakeDesk::ticket(1))));
    QVERIFY(!texts("ticketAssignee").contains(u"Release"_s));
    choose("ticketAssignee", u"Take it myself"_s);
    QTRY_COMPARE(asked("POST", u"/tickets/1/assign"_s).size(), 1);
    Ticket mine = FakeDesk::ticket(1);
    mine.assignee = FakeDesk::john();
    m_header->setTicket(mine);
    QCOMPARE(button("ticketAssignee")->text(), u"John Smith"_s);
    QVERIFY(!texts("ticketAssignee").contains(u"Take it myself"_s));
    choose("ticketAssignee", u"Release"_s);
    QTRY_COMPARE(asked("POST", u"/tickets/1/assign"_s).size(), 2);
    const QJsonObject released = asked("POST", u"/tickets/1/assign"_s).last().json();
    QVERIFY(released.contains("assignedTo"_L1) && released[u"assignedTo"].isNull());
}

/// Priority and the transitions that name the requester; nobody else's name to choose.
void TestTicketHeader::showsARequesterOnlyWhatIsTheirs()
{
    m_place->session.signOut();
    QVERIFY(m_place->signIn(FakeDesk::janeHerself()));
    Ticket ticket = FakeDesk::ticket(1);
    ticket.details->allowedTransitions = {{.to = u"withdrawn"_s,
                                           .label = u"Withdraw"_s,
                                           .requirements = {{.kind = RequirementKind::Reason}}}};
    ticket.details->allowedActions
            = {TicketAction::Edit, TicketAction::EditPriority, TicketAction::Reply,
               TicketAction::Attach, TicketAction::ChangeStatus};
    m_header->setTicket(ticket);
    QCOMPARE(texts("ticketStatus"), QStringList{u"Withdrawn…"_s});
    QVERIFY(button("ticketPriority")->isEnabled());
    QVERIFY(!button("ticketAssignee")->isEnabled());
    QVERIFY(asked("GET", u"/users"_s).isEmpty());
    QCOMPARE(texts("ticketMore"),
             (QStringList{u"Edit…"_s, u"Watch"_s, u"Open in a window of its own"_s,
                          u"Copy number"_s}));
}

void TestTicketHeader::offersMoreOnlyToWhoMay()
{
    QVERIFY(texts("ticketMore").contains(u"Delete…"_s));
    QVERIFY(texts("ticketMore").contains(u"Transfer…"_s));
    QVERIFY(!texts("ticketMore").contains(u"Restore"_s));
    Ticket deleted = FakeDesk::ticket(1);
    deleted.deletedAt = FakeDesk::noon();
    deleted.details->allowedActions = {TicketAction::Restore};
    m_header->setTicket(deleted);
    QVERIFY(texts("ticketMore").contains(u"Restore"_s));
    QVERIFY(!texts("ticketMore").contains(u"Delete…"_s));
    QVERIFY(m_header->findChild<QLabel *>(u"ticketLine"_s)->text().contains("deleted"_L1));
}

QTEST_MAIN(TestTicketHeader)
#include "tst_ticketheader.moc"
