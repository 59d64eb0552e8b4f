// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/approvals/approvalpanel.h"
#include "app/shell/appcontext.h"
#include "app/shell/mainwindow.h"
#include "app/tickets/ticketheader.h"
#include "app/tickets/ticketpane.h"
#include "app/widgets/confirmdialog.h"
#include "common/workflows/presets.h"
#include "tests/support/e2e/adminhand.h"
#include "tests/support/e2e/drivenapp.h"
#include "tests/support/server/restclient.h"
#include "tests/support/server/runningserver.h"

#include <QComboBox>
#include <QDialog>
#include <QJsonArray>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Deskbell::Test;
using namespace Qt::StringLiterals;

/// The earlier systems, each as a desk of its own, made from its template and used by its people in
/// the real app at the real server.
class TestSystems : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_administrator.reset(); }
    void cleanup();
    void requestsAreApproved();
    void stepsGoRound();
    void levelsOfAdministrators();
    void sevenStates();
    void threeStates();

private:
    /// The administrator makes "Desk KEY" on the page of desks, from the card of that title.
    qint64 makeDesk(const QString &key, const QString &card);
    void giveRole(const QString &person, const QString &role, qint64 desk);
    /// What somebody asks of a desk.
    qint64 makeTicket(const QString &person, qint64 desk, const QString &title,
                      const QJsonObject &more = {});
    /// A script of that person's.
    RestClient &signedIn(const QString &person);
    qint64 idOf(const QString &person);
    /// The app shows a change at once; this waits until the server has it, too.
    bool isStored(qint64 ticket, const QString &status);

    RunningServer m_server;
    std::unique_ptr<DrivenApp> m_administrator;
    QHash<QString, std::shared_ptr<RestClient>> m_scripts;
    QHash<QString, qint64> m_people;
    QHash<QString, qint64> m_roles;
    QString m_said; ///< what the next dialog is told as reason or note
};

namespace {

const QString jane = u"Jane Doe"_s;
const QString john = u"John Smith"_s;
const QString alex = u"Alex Johnson"_s;
const QString emily = u"Emily White"_s;

QString statusShown(DrivenApp &app)
{
    const auto &ticket = app.pane()->ticket();
    return ticket ? ticket->status : QString();
}

bool shows(DrivenApp &app, const QString &status)
{
    return Hand::until([&] { return statusShown(app) == status; });
}

/// Whether the open ticket can go to that status now; waits for it, for what the app shows at once
/// is complete only when the server has answered.
bool canGoTo(DrivenApp &app, const QString &word)
{
    return Hand::until([&] {
        const auto &ticket = app.pane()->ticket();
        if (!ticket || !ticket->details)
            return false;
        const QList<AllowedTransition> &allowed = ticket->details->allowedTransitions;
        return std::any_of(allowed.begin(), allowed.end(),
                           [&](const AllowedTransition &one) { return one.toLabel == word; });
    });
}

/// What the status button of the open ticket offers; nothing when it is switched off.
QStringList offered(DrivenApp &app)
{
    const auto *button = app.window()->findChild<QToolButton *>(u"ticketStatus"_s);
    if (!button->isEnabled())
        return {};
    QStringList words;
    Hand::whileMenuIsOpen([&] { app.pane()->header().openStatusMenu(); },
                          [&](QMenu *menu) {
                              for (const QAction *action : menu->actions())
                                  words.append(action->text().remove(u'…'));
                          });
    return words;
}

/// Chooses a status of the menu by its word.
bool choose(DrivenApp &app, const QString &word)
{
    bool found = false;
    if (!canGoTo(app, word))
        return false;
    Hand::whileMenuIsOpen([&] { app.pane()->header().openStatusMenu(); },
                          [&](QMenu *menu) {
                              for (QAction *action : menu->actions()) {
                                  if (action->text().remove(u'…') != word)
                                      continue;
                                  found = true;
                                  action->trigger();
                              }
                          });
    return found;
}

ApprovalPanel *panel(DrivenApp &app)
{
    return app.pane()->findChild<ApprovalPanel *>();
}

/// The number of the step that waits, from 0; -1 without any.
int stepNow(DrivenApp &app)
{
    const QList<ApprovalProcess> &processes = panel(app)->processes();
    return processes.isEmpty() ? -1 : processes.first().currentStep();
}

bool mayDecide(DrivenApp &app)
{
    const QList<ApprovalProcess> &processes = panel(app)->processes();
    return !processes.isEmpty() && processes.first().mayDecide;
}

/// Presses that button of the open ticket's approval, once, and waits until the server has it.
bool decide(DrivenApp &app, const QString &button)
{
    auto *pressed = Hand::find<QPushButton>(panel(app), button);
    if (!pressed)
        return false;
    const QList<ApprovalProcess> before = panel(app)->processes();
    pressed->click(); // it may be further down than the panel shows
    return Hand::until([&] { return panel(app)->processes() != before; });
}

QStringList turns(DrivenApp &app)
{
    QStringList lines;
    const auto &ticket = app.pane()->ticket();
    if (!ticket || !ticket->details)
        return lines;
    for (const TicketStep &step : ticket->details->steps) {
        lines.append(u"%1 %2 %3"_s.arg(toWire(step.state), step.status,
                                       step.person ? step.person->displayName : u"-"_s));
    }
    return lines;
}

} // namespace

void TestSystems::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
    RestClient &admin = signedIn(u"Admin"_s);
    for (const QJsonValue &person : admin.get("/users?pageSize=100").json["data"_L1].toArray())
        m_people[person["displayName"_L1].toString()] = person["id"_L1].toInteger();
    for (const QJsonValue &role : admin.get("/roles").json["data"_L1].toArray())
        m_roles[role["key"_L1].toString()] = role["id"_L1].toInteger();
    m_administrator = std::make_unique<DrivenApp>();
    QVERIFY(m_administrator->signIn(m_server.address(), u"Admin"_s));
    ConfirmDialog::setAnswerer([this](const Question &question) {
        return Decision{.accepted = true,
                        .reason = question.reasonLabel.isEmpty() ? QString() : m_said};
    });
}

void TestSystems::cleanup()
{
    m_said.clear();
}

RestClient &TestSystems::signedIn(const QString &person)
{
    std::shared_ptr<RestClient> &client = m_scripts[person];
    if (!client) {
        client = std::make_shared<RestClient>(m_server.port());
        if (!client->signIn(person, demoPassword).isSuccess())
            qFatal("%s cannot sign in", qPrintable(person));
    }
    return *client;
}

qint64 TestSystems::idOf(const QString &person)
{
    return m_people.value(person);
}

bool TestSystems::isStored(qint64 ticket, const QString &status)
{
    RestClient &admin = signedIn(u"Admin"_s);
    return Hand::until([&] {
        return admin.get("/tickets/" + QByteArray::number(ticket)).json["status"_L1] == status;
    });
}

qint64 TestSystems::makeDesk(const QString &key, const QString &card)
{
    RestClient &admin = signedIn(u"Admin"_s);
    if (!AdminHand::makeDesk(*m_administrator, card, key, u"Desk "_s + key))
        return 0;
    for (const QJsonValue &role : admin.get("/roles").json["data"_L1].toArray())
        m_roles[role["key"_L1].toString()] = role["id"_L1].toInteger();
    for (const QJsonValue &desk : admin.get("/desks?pageSize=100").json["data"_L1].toArray()) {
        if (desk["key"_L1] == key)
            return desk["id"_L1].toInteger();
    }
    return 0;
}

void TestSystems::giveRole(const QString &person, const QString &role, qint64 desk)
{
    RestClient &admin = signedIn(u"Admin"_s);
    const QByteArray path = "/users/" + QByteArray::number(idOf(person)) + "/roles";
    QJsonArray roles;
    for (const QJsonValue &held : admin.get(path).json["data"_L1].toArray()) {
        roles.append(QJsonObject{{u"role"_s, held["id"_L1]},
                                 {u"desk"_s, held["desk"_L1]["id"_L1].isDouble()
                                                     ? held["desk"_L1]["id"_L1]
                                                     : QJsonValue::Null}});
    }
    roles.append(QJsonObject{{u"role"_s, m_roles.value(role)}, {u"desk"_s, desk}});
    const RestClient::Answer given = admin.put(path, {{u"roles"_s, roles}});
    if (!given.isSuccess())
        qFatal("%s does not get %s: %s", qPrintable(person), qPrintable(role),
               qPrintable(given.key()));
}

qint64 TestSystems::makeTicket(const QString &person, qint64 desk, const QString &title,
                               const QJsonObject &more)
{
    QJsonObject draft = more;
    draft[u"title"_s] = title;
    draft[u"desk"_s] = desk;
    const RestClient::Answer made = signedIn(person).post("/tickets", draft);
    if (!made.isSuccess())
        qFatal("no ticket: %s", qPrintable(made.key()));
    return made.id();
}

/// E0: a draft goes through approval before anybody works on it.
void TestSystems::requestsAreApproved()
{
    const qint64 desk = makeDesk(u"AP"_s, u"Requests with approval"_s);
    QVERIFY(desk > 0);
    for (const QString &approver : {alex, emily})
        giveRole(approver, u"approver"_s, desk);
    const QStringList both{alex, emily};
    QVERIFY(AdminHand::makeApprovalTemplate(
            *m_administrator, u"Desk AP"_s, u"Three steps"_s,
            {{.name = u"Heads"_s, .mode = ApprovalMode::All, .people = both},
             {.name = u"Finance"_s, .mode = ApprovalMode::Any, .people = both},
             {.name = u"Board"_s, .mode = ApprovalMode::Any, .role = u"pprover"_s}}));
    QVERIFY(AdminHand::chooseApproval(*m_administrator, u"Desk AP"_s, u"Three steps"_s));
    // John is asked for nothing; he stands in for Alex, whose place he finds at the last step.
    const QJsonObject period{{u"person"_s, idOf(john)},
                             {u"from"_s, u"2020-01-01T00:00:00.000Z"_s},
                             {u"to"_s, u"2099-01-01T00:00:00.000Z"_s}};
    QVERIFY(signedIn(alex).post("/me/proxies", period).isSuccess());

    DrivenApp requester;
    DrivenApp first;
    DrivenApp second;
    DrivenApp standIn;
    QVERIFY(requester.signIn(m_server.address(), jane));
    QVERIFY(first.signIn(m_server.address(), alex));
    QVERIFY(second.signIn(m_server.address(), emily));
    QVERIFY(standIn.signIn(m_server.address(), john));
    for (const bool passes : {true, false}) {
        const QString title = passes ? u"A new press"_s : u"A golden pen"_s;
        const qint64 ticket = makeTicket(jane, desk, title);
        const QByteArray path = "/tickets/" + QByteArray::number(ticket);
        QVERIFY(requester.openTicket(title));
        QCOMPARE(statusShown(requester), u"draft"_s);
        // Nobody but its author submits it.
        QVERIFY(signedIn(john).put(path + "/status", {{u"status"_s, u"waiting_approval"_s}}).status
                >= 403);
        QVERIFY(choose(requester, u"Waiting for approval"_s));
        QVERIFY(shows(requester, u"waiting_approval"_s));
        QVERIFY(isStored(ticket, u"waiting_approval"_s));
        // Not her own: the app has no button, and the server says no.
        QVERIFY(Hand::until([&] { return panel(requester)->processes().size() == 1; }));
        QVERIFY(!panel(requester)->findChild<QPushButton *>(u"approvalApprove"_s));
        QCOMPARE(signedIn(jane)
                         .post(path + "/approvals/decision", {{u"decision"_s, u"approve"_s}})
                         .status,
                 403);
        for (DrivenApp *app : {&first, &second, &standIn}) {
            QVERIFY(app->showEntry(u"tickets.all"_s));
            QVERIFY(app->openTicket(title));
        }
        m_said = u"We need it."_s;
        QVERIFY(decide(first, u"approvalApprove"_s));
        if (!passes) {
            m_said = u"Too dear."_s;
            QVERIFY(decide(second, u"approvalReject"_s));
            QVERIFY(shows(requester, u"rejected"_s));
            QVERIFY(choose(requester, u"Draft"_s)); // and may be revised
            QVERIFY(shows(requester, u"draft"_s));
            continue;
        }
        // Alex has had his say at this step: no second one.
        QVERIFY(Hand::until([&] { return !mayDecide(first); }));
        QVERIFY(signedIn(alex)
                        .post(path + "/approvals/decision", {{u"decision"_s, u"approve"_s}})
                        .status
                >= 400);
        QVERIFY(decide(second, u"approvalApprove"_s)); // all of them: the next step begins
        QVERIFY(decide(second, u"approvalApprove"_s)); // any of them
        QVERIFY(Hand::until([&] { return stepNow(requester) == 2; }));
        QCOMPARE(statusShown(requester), u"waiting_approval"_s);
        QVERIFY(decide(standIn, u"approvalApprove"_s));
        QVERIFY(shows(requester, u"open"_s));
        // Both names are kept.
        QVERIFY(Hand::until([&] { return stepNow(requester) == -1; }));
        const ApprovalProcessStep board = panel(requester)->processes().first().steps.last();
        const auto place
                = std::find_if(board.approvers.begin(), board.approvers.end(),
                               [](const Approver &one) { return one.person.displayName == alex; });
        QVERIFY(place != board.approvers.end() && place->decidedBy);
        QCOMPARE(place->decidedBy->displayName, john);
        // Then somebody has it: the desk's rule gave it to whose turn it was.
        QVERIFY(Hand::until([&] { return requester.pane()->ticket()->assignee.has_value(); }));
    }
}

/// E1: four steps, each with a role; a transfer and an escalation on the way.
void TestSystems::stepsGoRound()
{
    const qint64 desk = makeDesk(u"ST"_s, u"Steps and roles"_s);
    QVERIFY(desk > 0);
    giveRole(emily, u"lead"_s, desk);
    const QString title = u"A laptop for the new colleague"_s;
    makeTicket(jane, desk, title);
    DrivenApp requester;
    DrivenApp agent;
    DrivenApp other;
    DrivenApp lead;
    QVERIFY(requester.signIn(m_server.address(), jane));
    QVERIFY(agent.signIn(m_server.address(), john));
    QVERIFY(other.signIn(m_server.address(), alex));
    QVERIFY(lead.signIn(m_server.address(), emily));
    QVERIFY(requester.openTicket(title));
    QCOMPARE(offered(requester), QStringList{u"Withdrawn"_s});

    // John has the first turn. Whoever has not may not go on.
    QVERIFY(agent.showEntry(u"tickets.mine"_s));
    QVERIFY(agent.openTicket(title));
    QVERIFY(other.showEntry(u"tickets.open"_s));
    QVERIFY(other.openTicket(title));
    QCOMPARE(offered(other), QStringList());
    QCOMPARE(turns(agent), (QStringList{u"current intake John Smith"_s, u"coming assessment -"_s,
                                        u"coming procurement -"_s, u"coming delivery -"_s}));
    m_said = u"All that is needed is there."_s;
    QVERIFY(choose(agent, u"Assessment"_s));
    QVERIFY(shows(requester, u"assessment"_s));

    QVERIFY(lead.showEntry(u"tickets.mine"_s));
    QVERIFY(lead.openTicket(title));
    m_said = u"It may cost 1,200."_s;
    QVERIFY(choose(lead, u"Procurement"_s));
    QVERIFY(shows(other, u"procurement"_s));
    QVERIFY(Hand::until([&] { return other.pane()->ticket()->assignee->displayName == alex; }));

    // Alex hands it over to John, who escalates it to the lead, once.
    Hand::activate(other.window());
    other.pressInList(Qt::Key_T, Qt::ShiftModifier);
    auto *dialog = Hand::find<QDialog>(other.window(), u"transferDialog"_s);
    QVERIFY(dialog);
    auto *person = dialog->findChild<QComboBox *>(u"assignedTo"_s);
    QVERIFY(Hand::until([&] { return person->findText(john) > 0; }));
    person->setCurrentIndex(person->findText(john));
    Hand::type(dialog->findChild<QPlainTextEdit *>(u"reason"_s), u"I am on holiday."_s);
    Hand::click(dialog->findChild<QPushButton *>(u"transferSend"_s));
    QVERIFY(agent.showEntry(u"tickets.mine"_s));
    QVERIFY(agent.openTicket(title));
    m_said = u"The supplier does not answer."_s;
    Hand::activate(agent.window());
    agent.pressInList(Qt::Key_E, Qt::ShiftModifier);
    QVERIFY(lead.openTicket(title)); // it is in her list again
    QVERIFY(Hand::until([&] { return lead.pane()->ticket()->assignee->displayName == emily; }));
    const auto mayEscalate = [](DrivenApp &app) {
        return app.pane()->ticket()->details->allowedActions.contains(TicketAction::Escalate);
    };
    QVERIFY(Hand::until([&] { return statusShown(lead) == "procurement"_L1; }));
    QVERIFY(Hand::until([&] { return !mayEscalate(lead); }));

    m_said = u"Ordered by telephone."_s;
    QVERIFY(choose(lead, u"Delivery"_s));
    QVERIFY(shows(requester, u"delivery"_s));
    QVERIFY(Hand::until([&] { return requester.pane()->ticket()->assignee.has_value(); }));
    const bool isJohns = requester.pane()->ticket()->assignee->displayName == john;
    DrivenApp &last = isJohns                                                     ? agent
                      : requester.pane()->ticket()->assignee->displayName == alex ? other
                                                                                  : lead;
    QVERIFY(last.showEntry(u"tickets.mine"_s));
    QVERIFY(last.openTicket(title));
    m_said = u"Handed over and signed."_s;
    QVERIFY(choose(last, u"Completed"_s));
    QVERIFY(shows(requester, u"completed"_s));
    QVERIFY(Hand::until([&] { return turns(requester).size() == 6; }));
    QCOMPARE(turns(requester).mid(0, 5),
             (QStringList{u"done intake John Smith"_s, u"done assessment Emily White"_s,
                          u"done procurement Alex Johnson"_s, u"done procurement John Smith"_s,
                          u"done procurement Emily White"_s}));
}

/// E2: a Junior Admin only looks, and by looking starts the ticket.
void TestSystems::levelsOfAdministrators()
{
    const qint64 desk = makeDesk(u"AL"_s, u"Tickets with admin levels"_s);
    QVERIFY(desk > 0);
    const QString junior = u"Chloe Taylor"_s;
    giveRole(junior, u"observer"_s, desk);
    giveRole(john, u"lead"_s, desk);
    const QString title = u"The invoice cannot be paid"_s;
    const qint64 ticket = makeTicket(jane, desk, title);
    const QByteArray path = "/tickets/" + QByteArray::number(ticket);
    DrivenApp requester;
    DrivenApp observer;
    DrivenApp lead;
    QVERIFY(requester.signIn(m_server.address(), jane));
    QVERIFY(observer.signIn(m_server.address(), junior));
    QVERIFY(lead.signIn(m_server.address(), john));
    QVERIFY(requester.openTicket(title));
    QCOMPARE(statusShown(requester), u"pending"_s);

    QVERIFY(observer.showEntry(u"tickets.all"_s));
    QVERIFY(observer.openTicket(title));
    QVERIFY(shows(requester, u"in_progress"_s));
    QVERIFY(shows(observer, u"in_progress"_s));
    // The app offers nothing, and the server refuses it anyway.
    QCOMPARE(offered(observer), QStringList());
    QCOMPARE(observer.pane()->ticket()->details->allowedActions, QList<TicketAction>());
    RestClient &script = signedIn(junior);
    QCOMPARE(script.put(path + "/status", {{u"status"_s, u"resolved"_s}}).status, 403);
    QCOMPARE(script.put(path, {{u"title"_s, u"Mine now"_s}}).status, 403);
    QCOMPARE(script.put(path, {{u"priority"_s, u"low"_s}}).status, 403);
    QCOMPARE(script.post(path + "/assign", {{u"assignedTo"_s, u"me"_s}}).status, 403);
    QCOMPARE(script.post(path + "/transfer", {{u"assignedTo"_s, u"me"_s}, {u"reason"_s, u"x"_s}})
                     .status,
             403);
    QCOMPARE(script.post(path + "/replies", {{u"message"_s, u"Hello"_s}}).status, 403);
    QCOMPARE(script.post(path + "/replies", {{u"message"_s, u"Hello"_s}, {u"isInternal"_s, true}})
                     .status,
             403);
    QCOMPARE(script.postFile(path + "/attachments", u"a.txt"_s, "x").status, 403);
    QCOMPARE(script.post(path + "/close", {}).status, 403);
    QCOMPARE(script.remove(path).status, 403);
    QCOMPARE(statusShown(requester), u"in_progress"_s);

    // Sub and Senior Admins work on it; a hold has a reason that everybody sees.
    QVERIFY(lead.showEntry(u"tickets.open"_s));
    QVERIFY(lead.openTicket(title));
    QCOMPARE(offered(lead), (QStringList{u"On hold"_s, u"Resolved"_s}));
    QCOMPARE(signedIn(john).put(path + "/status", {{u"status"_s, u"on_hold"_s}}).status, 422);
    m_said = u"The bank is closed."_s;
    QVERIFY(choose(lead, u"On hold"_s));
    QVERIFY(shows(requester, u"on_hold"_s));
    QVERIFY(Hand::until(
            [&] { return requester.pane()->ticket()->statusReason == "The bank is closed."_L1; }));
    QVERIFY(choose(lead, u"In progress"_s));
    QVERIFY(shows(requester, u"in_progress"_s));
    QVERIFY(choose(lead, u"Resolved"_s));
    QVERIFY(shows(requester, u"resolved"_s));
    QCOMPARE(offered(requester), QStringList());
}

/// E3: every pair of states is tried, and the app offers exactly what the table has.
void TestSystems::sevenStates()
{
    const qint64 desk = makeDesk(u"SU"_s, u"Customer support"_s);
    QVERIFY(desk > 0);
    const WorkflowDefinition &definition = *workflowPreset(u"support");
    const QString title = u"The order has not come"_s;
    const qint64 ticket = makeTicket(jane, desk, title);
    const QByteArray path = "/tickets/" + QByteArray::number(ticket) + "/status";
    DrivenApp agent;
    QVERIFY(agent.signIn(m_server.address(), john));
    QVERIFY(agent.showEntry(u"tickets.all"_s));
    QVERIFY(agent.openTicket(title));
    RestClient &script = signedIn(john);
    RestClient &requester = signedIn(jane);
    // A way through all seven.
    for (const QString &next :
         {u"answered"_s, u"waiting_for_response"_s, u"in_progress"_s, u"on_hold"_s,
          u"in_progress"_s, u"resolved"_s, u"closed"_s, u"open"_s}) {
        const QString here = statusShown(agent);
        QStringList allowed;
        for (const WorkflowStatus &status : definition.statuses) {
            if (definition.transition(here, status.key)) {
                allowed.append(status.label);
                QCOMPARE(requester.put(path, {{u"status"_s, status.key}}).status, 403);
            } else {
                const RestClient::Answer refused = script.put(path, {{u"status"_s, status.key}});
                QCOMPARE(refused.status, 409);
                QCOMPARE(refused.key(), u"workflow.transition_not_allowed"_s);
            }
        }
        allowed.sort();
        QStringList words;
        QVERIFY2(Hand::until([&] {
                     words.clear();
                     for (const AllowedTransition &one :
                          agent.pane()->ticket()->details->allowedTransitions)
                         words.append(one.toLabel);
                     words.sort();
                     return words == allowed;
                 }),
                 qPrintable(here + u": "_s + words.join(u' ')));
        words = offered(agent);
        words.sort();
        QCOMPARE(words, allowed);
        QVERIFY(choose(agent, definition.status(next)->label));
        QVERIFY(shows(agent, next));
        QVERIFY(isStored(ticket, next));
    }
}

/// E4: three states, every one from every other, by staff alone.
void TestSystems::threeStates()
{
    const qint64 desk = makeDesk(u"BA"_s, u"Three states"_s);
    QVERIFY(desk > 0);
    const QString title = u"My chair squeaks"_s;
    const qint64 ticket = makeTicket(jane, desk, title);
    DrivenApp requester;
    DrivenApp agent;
    QVERIFY(requester.signIn(m_server.address(), jane));
    QVERIFY(agent.signIn(m_server.address(), john));
    QVERIFY(requester.openTicket(title));
    QVERIFY(agent.showEntry(u"tickets.all"_s));
    QVERIFY(agent.openTicket(title));
    RestClient &script = signedIn(jane);
    const std::pair<QString, QString> way[]
            = {{u"in_progress"_s, u"In progress"_s}, {u"open"_s, u"Open"_s},
               {u"resolved"_s, u"Resolved"_s},       {u"open"_s, u"Open"_s},
               {u"in_progress"_s, u"In progress"_s}, {u"resolved"_s, u"Resolved"_s},
               {u"in_progress"_s, u"In progress"_s}};
    for (const auto &[key, word] : way) {
        QCOMPARE(offered(requester), QStringList());
        QCOMPARE(script.put("/tickets/" + QByteArray::number(ticket) + "/status",
                            {{u"status"_s, key}})
                         .status,
                 403);
        QVERIFY(choose(agent, word));
        QVERIFY(shows(requester, key));
        QCOMPARE(requester.pane()->ticket()->resolvedAt.isValid(), key == "resolved"_L1);
        QVERIFY(shows(agent, key));
    }
}

QTEST_MAIN(TestSystems)
#include "tst_systems.moc"
