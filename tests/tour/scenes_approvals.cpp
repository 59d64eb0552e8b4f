// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/actionregistry.h"
#include "app/shell/mainwindow.h"
#include "app/tickets/ticketpane.h"
#include "tests/support/server/restclient.h"
#include "tests/tour/scenes.h"

#include <QDialog>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Deskbell::Tour {

using namespace App;
using namespace Test;

namespace {

const QString laptop = u"A laptop for the new colleague"_s;
const QString salaries = u"Wrong salary in October"_s;

/// Says what the server refused.
bool went(const RestClient::Answer &answer, const char *what)
{
    if (!answer.isSuccess())
        qWarning("%s: %d %s", what, answer.status, qPrintable(answer.key()));
    return answer.isSuccess();
}

/// Scripts of people, and a desk where purchases go from the manager to the board. Made once.
class Purchases
{
public:
    explicit Purchases(RunningServer &server)
        : m_server(server)
    {}

    /// False when the server refuses something.
    bool make();

private:
    RestClient &as(const QString &person);
    qint64 idOf(const QString &person);
    bool makeTemplate(qint64 desk);
    bool request(qint64 desk, const QString &title);

    RunningServer &m_server;
    QHash<QString, std::shared_ptr<RestClient>> m_scripts;
};

RestClient &Purchases::as(const QString &person)
{
    std::shared_ptr<RestClient> &script = m_scripts[person];
    if (!script) {
        script = std::make_shared<RestClient>(m_server.port());
        if (!script->signIn(person, demoPassword).isSuccess())
            qWarning("%s cannot sign in", qPrintable(person));
    }
    return *script;
}

qint64 Purchases::idOf(const QString &person)
{
    return as(person).get("/me").id();
}

bool Purchases::makeTemplate(qint64 desk)
{
    const QJsonArray both{idOf(u"John Smith"_s), idOf(u"Emily White"_s)};
    const QJsonArray steps{
            QJsonObject{{u"name"_s, u"Manager"_s}, {u"mode"_s, u"all"_s}, {u"people"_s, both}},
            QJsonObject{{u"name"_s, u"Purchasing"_s},
                        {u"mode"_s, u"any"_s},
                        {u"roles"_s, QJsonArray{u"approver"_s}}},
            QJsonObject{{u"name"_s, u"Board"_s},
                        {u"mode"_s, u"count"_s},
                        {u"count"_s, 1},
                        {u"people"_s, both}}};
    return went(as(u"Admin"_s)
                        .post("/approval-templates", {{u"desk"_s, desk},
                                                      {u"name"_s, u"Purchase above 500 €"_s},
                                                      {u"steps"_s, steps}}),
                "the template");
}

/// Of Jane's, submitted; Emily has approved.
bool Purchases::request(qint64 desk, const QString &title)
{
    RestClient &admin = as(u"Admin"_s);
    qint64 purchase = 0;
    const QByteArray query = "/approval-templates?desk=" + QByteArray::number(desk);
    for (const QJsonValue &one : admin.get(query).json["data"_L1].toArray()) {
        if (one["key"_L1].toString().startsWith("purchase"_L1))
            purchase = one["id"_L1].toInteger();
    }
    RestClient &jane = as(u"Jane Doe"_s);
    const qint64 ticket = jane.post("/tickets", {{u"desk"_s, desk}, {u"title"_s, title}}).id();
    const QByteArray path = "/tickets/" + QByteArray::number(ticket);
    return ticket > 0 && went(admin.put(path, {{u"approvalTemplate"_s, purchase}}), "its template")
           && went(jane.put(path + "/status", {{u"status"_s, u"waiting_approval"_s}}), "submitting")
           && went(as(u"Emily White"_s)
                           .post(path + "/approvals/decision",
                                 {{u"decision"_s, u"approve"_s},
                                  {u"comment"_s, u"She starts on Monday."_s}}),
                   "Emily's approval");
}

bool Purchases::make()
{
    const RestClient::Answer desk = as(u"Admin"_s)
                                            .post("/desks", {{u"key"_s, u"PUR"_s},
                                                             {u"name"_s, u"Purchases"_s},
                                                             {u"template"_s, u"approval"_s}});
    if (desk.status == 409)
        return true; // an earlier scene has
    const RestClient::Answer secret
            = as(u"Jane Doe"_s)
                      .post("/tickets", {{u"title"_s, salaries},
                                         {u"description"_s, u"Please keep it to you."_s}});
    return went(desk, "the desk") && makeTemplate(desk.id()) && request(desk.id(), laptop)
           && request(desk.id(), u"Two monitors"_s)
           && request(desk.id(), u"A chair that does not squeak"_s)
           && went(secret, "the restricted ticket")
           && went(as(u"Admin"_s)
                           .put("/tickets/" + QByteArray::number(secret.id()),
                                {{u"visibility"_s, u"restricted"_s}}),
                   "restricting")
           && went(as(u"John Smith"_s)
                           .post("/access-requests",
                                 {{u"ticket"_s, secret.json["number"_L1]},
                                  {u"reason"_s, u"I look after payroll this week"_s}}),
                   "asking for access");
}

bool takeOpenDialog(Stage &stage, DrivenApp &app, const QString &dialogName, const QString &picture)
{
    auto *dialog = Hand::find<QDialog>(app.window(), dialogName);
    if (!dialog || !Hand::activate(dialog))
        return false;
    stage.camera().take(picture, app.window());
    const QPointer<QDialog> open(dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    return Hand::until([&] { return !open || !open->isVisible(); });
}

/// The list of one's approvals with a row of that title chosen.
QAbstractItemView *listAt(DrivenApp *app, const QString &table, const QString &title)
{
    if (!app || !app->showEntry(u"approvals"_s))
        return nullptr;
    auto *part = Hand::find<QWidget>(app->window(), table);
    auto *list = part ? Hand::find<QAbstractItemView>(part, u"pageTable"_s) : nullptr;
    if (!list || !Hand::until([list] { return list->model()->rowCount() > 0; }))
        return nullptr;
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        const QModelIndex index = list->model()->index(row, 1);
        if (index.data().toString() == title) {
            Hand::click(list, index);
            return list;
        }
    }
    return nullptr;
}

} // namespace

bool approvals(Stage &stage)
{
    if (!Purchases(stage.server()).make())
        return false;
    DrivenApp *agent = stage.agent();
    QAbstractItemView *list = listAt(agent, u"approvalTasks"_s, laptop);
    if (!list)
        return false;
    stage.camera().take(u"approvals"_s, agent->window());
    QTest::keyClick(list, Qt::Key_X);
    if (!takeOpenDialog(stage, *agent, u"confirmDialog"_s, u"approval-reject"_s))
        return false;
    agent->window()->actions().action(u"account.proxies"_s)->trigger();
    if (!takeOpenDialog(stage, *agent, u"proxiesDialog"_s, u"stand-ins"_s))
        return false;
    agent->window()->actions().action(u"account.away"_s)->trigger();
    return takeOpenDialog(stage, *agent, u"awayDialog"_s, u"away"_s);
}

bool approvalInATicket(Stage &stage)
{
    if (!Purchases(stage.server()).make())
        return false;
    DrivenApp *agent = stage.agent();
    QAbstractItemView *list = listAt(agent, u"approvalTasks"_s, laptop);
    if (!list)
        return false;
    QTest::keyClick(list, Qt::Key_Return);
    if (!Hand::find<QPushButton>(agent->pane(), u"approvalApprove"_s))
        return false;
    stage.camera().take(u"approval-in-a-ticket"_s, agent->window());
    Hand::click(Hand::find<QPushButton>(agent->pane(), u"approvalApprove"_s));
    return takeOpenDialog(stage, *agent, u"confirmDialog"_s, u"approval-approve"_s);
}

bool whoCanSeeThis(Stage &stage)
{
    if (!Purchases(stage.server()).make())
        return false;
    DrivenApp *administrator = stage.administrator();
    if (!listAt(administrator, u"accessRequests"_s, salaries))
        return false;
    stage.camera().take(u"access-requests"_s, administrator->window());
    if (!administrator->showEntry(u"tickets.open"_s) || !administrator->openTicket(salaries))
        return false;
    administrator->pane()->showSeers();
    if (!takeOpenDialog(stage, *administrator, u"seersDialog"_s, u"who-can-see-this"_s))
        return false;
    administrator->window()->actions().action(u"access.request"_s)->trigger();
    return takeOpenDialog(stage, *administrator, u"accessRequestDialog"_s, u"request-access"_s);
}

} // namespace Deskbell::Tour
