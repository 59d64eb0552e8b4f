// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/appcontext.h"
#include "app/shell/mainwindow.h"
#include "app/tickets/ticketheader.h"
#include "app/tickets/ticketpane.h"
#include "app/widgets/confirmdialog.h"
#include "common/workflows/presets.h"
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
    void cleanup();
    void requestsAreApproved();
    void stepsGoRound();
    void levelsOfAdministrators();
    void sevenStates();
    void threeStates();

private:
    /// The id of a new desk, by its template.
    qint64 makeDesk(const QString &key, const QString &deskTemplate);
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

/// What the status button of the open ticket offers; nothing when it is switched off.
QStringList offered(DrivenApp &app)
{
    const auto *button = app.window()->findChild<QToolButton *>(u"ticketStatus"_s);
    if (!button->isEnabled())
        return {};
    QStringList words;
    Hand::activate(app.window());
    Hand::whileMenuIsOpen([&] { app.pressInList(Qt::Key_S); },
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
    Hand::activate(app.window());
    Hand::whileMenuIsOpen([&] { app.pressInList(Qt::Key_S); },
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

qint64 TestSystems::makeDesk(const QString &key, const QString &deskTemplate)
{
    RestClient &admin = signedIn(u"Admin"_s);
    const RestClient::Answer made = admin.post(
            "/desks",
            {{u"key"_s, key}, {u"name"_s, u"Desk "_s + key}, {u"template"_s, deskTemplate}});
    if (!made.isSuccess())
        qFatal("no desk: %s", qPrintable(made.key()));
    for (const QJsonValue &role : admin.get("/roles").json["data"_L1].toArray())
        m_roles[role["key"_L1].toString()] = role["id"_L1].toInteger();
    return made.id();
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
    const qint64 desk = makeDesk(u"AP"_s, u"approval"_s);
    for (const QString &approver : {alex, emily})
        giveRole(approver, u"approver"_s, desk);
    RestClient &admin = signedIn(u"Admin"_s);
    // Three steps: all of two people, any of them, and a role of which one has a stand-in.
    const auto step = [](const QString &name, const QString &mode, const QJsonArray &people,
                         const QJsonArray &roles) {
        return QJsonObject{
                {u"name"_s, name}, {u"mode"_s, mode}, {u"people"_s, people}, {u"roles"_s, roles}};
    };
    const QJsonArray both{idOf(alex), idOf(emily)};
    const RestClient::Answer made = admin.post(
            "/approval-templates",
            {{u"desk"_s, desk},
             {u"name"_s, u"Three steps"_s},
             {u"steps"_s, QJsonArray{step(u"Heads"_s, u"all"_s, both, {}),
                                     step(u"Finance"_s, u"any"_s, both, {}),
                                     step(u"Board"_s, u"any"_s, {}, {u"approver"_s})}}});
    QVERIFY2(made.isSuccess(), qPrintable(made.key()));
    RestClient &janeScript = signedIn(jane);
    RestClient &alexScript = signedIn(alex);
    RestClient &emilyScript = signedIn(emily);
    RestClient &johnScript = signedIn(john);
    giveRole(john, u"approver"_s, desk); // may decide, yet is asked only as a stand-in
    const QJsonObject period{{u"person"_s, idOf(john)},
                             {u"from"_s, u"2020-01-01T00:00:00.000Z"_s},
                             {u"to"_s, u"2099-01-01T00:00:00.000Z"_s}};
    QVERIFY(alexScript.post("/me/proxies", period).isSuccess());

    DrivenApp requester;
    QVERIFY(requester.signIn(m_server.address(), jane));
    const auto decide = [](RestClient &by, qint64 ticket, const QString &decision) {
        return by.post("/tickets/" + QByteArray::number(ticket) + "/approvals/decision",
                       {{u"decision"_s, decision}, {u"reason"_s, u"Because"_s}});
    };
    for (const bool passes : {true, false}) {
        const QString title = passes ? u"A new press"_s : u"A golden pen"_s;
        const qint64 ticket = makeTicket(jane, desk, title);
        QVERIFY(admin.put("/tickets/" + QByteArray::number(ticket),
                          {{u"approvalTemplate"_s, made.id()}})
                        .isSuccess());
        QVERIFY(requester.openTicket(title));
        QCOMPARE(statusShown(requester), u"draft"_s);
        // Nobody but its author submits it.
        QCOMPARE(johnScript
                         .put("/tickets/" + QByteArray::number(ticket) + "/status",
                              {{u"status"_s, u"waiting_approval"_s}})
                         .status,
                 403);
        QVERIFY(choose(requester, u"Waiting for approval"_s));
        QVERIFY(shows(requester, u"waiting_approval"_s));
        QVERIFY(isStored(ticket, u"waiting_approval"_s));
        QCOMPARE(decide(janeScript, ticket, u"approve"_s).status, 403); // her own
        QVERIFY(decide(alexScript, ticket, u"approve"_s).isSuccess());
        if (!passes) {
            QVERIFY(decide(emilyScript, ticket, u"reject"_s).isSuccess());
            QVERIFY(shows(requester, u"rejected"_s));
            QVERIFY(choose(requester, u"Draft"_s)); // and may be revised
            QVERIFY(shows(requester, u"draft"_s));
            continue;
        }
        QVERIFY(decide(alexScript, ticket, u"approve"_s).status >= 400); // not twice
        QVERIFY(decide(emilyScript, ticket, u"approve"_s).isSuccess());
        QVERIFY(decide(emilyScript, ticket, u"approve"_s).isSuccess()); // any of them
        QCOMPARE(statusShown(requester), u"waiting_approval"_s);
        QVERIFY(decide(johnScript, ticket, u"approve"_s).isSuccess()); // as a stand-in, or himself
        QVERIFY(shows(requester, u"open"_s));
        // Then somebody has it: the desk's rule gave it to whose turn it was.
        QVERIFY(Hand::until([&] { return requester.pane()->ticket()->assignee.has_value(); }));
    }
}

/// E1: four steps, each with a role; a transfer and an escalation on the way.
void TestSystems::stepsGoRound()
{
    const qint64 desk = makeDesk(u"ST"_s, u"steps"_s);
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
    const qint64 desk = makeDesk(u"AL"_s, u"simple"_s);
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
    const qint64 desk = makeDesk(u"SU"_s, u"support"_s);
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
        QStringList words = offered(agent);
        words.sort();
        allowed.sort();
        QCOMPARE(words, allowed);
        QVERIFY(choose(agent, definition.status(next)->label));
        QVERIFY(shows(agent, next));
        QVERIFY(isStored(ticket, next));
    }
}

/// E4: three states, every one from every other, by staff alone.
void TestSystems::threeStates()
{
    const qint64 desk = makeDesk(u"BA"_s, u"basic"_s);
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
