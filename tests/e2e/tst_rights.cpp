// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/session.h"
#include "app/shell/actionregistry.h"
#include "app/shell/appcontext.h"
#include "app/shell/mainwindow.h"
#include "app/shell/navigationmodel.h"
#include "app/tickets/ticketpane.h"
#include "app/timeline/composer.h"
#include "app/timeline/messagecard.h"
#include "common/access/permission.h"
#include "tests/support/e2e/drivenapp.h"
#include "tests/support/server/restclient.h"
#include "tests/support/server/runningserver.h"

#include <QComboBox>
#include <QContextMenuEvent>
#include <QDialog>
#include <QJsonArray>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Deskbell::Test;
using namespace Qt::StringLiterals;

namespace {

/// What is looked at; made once by the administrator.
struct Tickets
{
    QString janes; ///< its number, as all of them
    QString restricted;
    QString own; ///< asked for by Chloe herself
    QString resolved;
    QString closed;
    QString deleted;
    QString asked; ///< the app was told to open it; asking again would begin again
};

/// A permission, and what it shows in the app of somebody who holds `base` besides.
struct Right
{
    Permission permission;
    QStringList base;
    /// Whether it is shown now; asked again until it is as expected.
    std::function<bool(DrivenApp &, Tickets &)> isShown;
};

const QString seesAll = u"ticket.view_all"_s;
const QString requestedView = u"tickets.requested"_s;

bool hasEntry(DrivenApp &app, const QString &id)
{
    const auto *views = app.window()->findChild<QAbstractItemView *>(u"navigation"_s);
    for (int row = 0; row < views->model()->rowCount(); ++row) {
        if (views->model()->index(row, 0).data(NavigationModel::IdRole).toString() == id)
            return true;
    }
    return false;
}

auto entry(const char *id)
{
    return [id](DrivenApp &app, Tickets &) {
        return hasEntry(app, QLatin1StringView(id));
    };
}

auto action(const char *id)
{
    return [id](DrivenApp &app, Tickets &) {
        return app.window()->actions().action(QLatin1StringView(id))->isVisible();
    };
}

/// Whether the ticket is open with all that can be done with it; opens it when another one is.
bool isOpen(DrivenApp &app, Tickets &tickets, QString Tickets::*which)
{
    const QString &number = tickets.*which;
    if (app.window()->currentEntry() != requestedView)
        app.window()->showEntry(requestedView);
    if (std::exchange(tickets.asked, number) != number)
        app.window()->open(u"ticket"_s, number);
    const auto &ticket = app.pane()->ticket();
    return ticket && ticket->details && ticket->number == number;
}

/// What a menu of the ticket's head has now.
QStringList menuOf(DrivenApp &app, const QString &button)
{
    auto *tool = app.pane()->findChild<QToolButton *>(button);
    QStringList words;
    if (!tool->isEnabled())
        return words;
    Q_EMIT tool->menu()->aboutToShow();
    for (const QAction *one : tool->menu()->actions())
        words.append(one->text());
    return words;
}

auto menuEntry(QString Tickets::*ticket, const char *button, const QString &word)
{
    return [=](DrivenApp &app, Tickets &tickets) {
        return isOpen(app, tickets, ticket)
               && menuOf(app, QLatin1StringView(button)).contains(word);
    };
}

/// The status menu has that word, or any when none is given.
auto statusOf(QString Tickets::*ticket, const QString &word = {})
{
    return [=](DrivenApp &app, Tickets &tickets) {
        if (!isOpen(app, tickets, ticket))
            return false;
        const QList<AllowedTransition> &ways = app.pane()->ticket()->details->allowedTransitions;
        return std::any_of(ways.begin(), ways.end(),
                           [&](const AllowedTransition &way) {
                               return word.isEmpty() || way.toLabel == word;
                           })
               && app.pane()->findChild<QToolButton *>(u"ticketStatus"_s)->isEnabled();
    };
}

/// The menu of the message of Jane's ticket that has that text.
auto messageMenu(const QString &text, const QString &word)
{
    return [=](DrivenApp &app, Tickets &tickets) {
        if (!isOpen(app, tickets, &Tickets::janes))
            return false;
        for (MessageCard *card : app.pane()->findChildren<MessageCard *>()) {
            if (!card->entry().message.contains(text))
                continue;
            QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, card->mapToGlobal(QPoint()));
            QApplication::sendEvent(card, &event);
            auto *menu = app.pane()->findChild<QMenu *>(QString(), Qt::FindDirectChildrenOnly);
            if (!menu)
                return false;
            QStringList words;
            for (const QAction *one : menu->actions())
                words.append(one->text());
            delete menu;
            return words.contains(word);
        }
        return false;
    };
}

auto listed(const char *view, const QString &title)
{
    return [=](DrivenApp &app, Tickets &) {
        if (app.window()->currentEntry() != QLatin1StringView(view))
            app.window()->showEntry(QLatin1StringView(view));
        const QAbstractItemModel *model = app.list()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 0).data(Qt::DisplayRole).toString().contains(title))
                return true;
        }
        return false;
    };
}

/// A button of the page of desks.
auto deskButton(const char *name)
{
    return [=](DrivenApp &app, Tickets &) {
        if (!hasEntry(app, u"desks"_s))
            return false;
        if (app.window()->currentEntry() != "desks"_L1)
            app.window()->showEntry(u"desks"_s);
        const auto *button = app.window()->findChild<QPushButton *>(QLatin1StringView(name));
        return button && !button->isHidden();
    };
}

bool canAskForOthers(DrivenApp &app, Tickets &)
{
    app.window()->actions().action(u"ticket.new"_s)->trigger();
    auto *dialog = Hand::find<QDialog>(app.window(), u"newRequestDialog"_s);
    if (!dialog)
        return false;
    const bool shown = !dialog->findChild<QComboBox *>(u"requester"_s)->isHidden();
    delete dialog;
    return shown;
}

/// The menu asks the server for people each time it opens; so it is given a moment.
bool canChooseJohn(DrivenApp &app, Tickets &tickets)
{
    constexpr int moment = 1000; // ms
    if (!isOpen(app, tickets, &Tickets::janes))
        return false;
    QMenu *menu = app.pane()->findChild<QToolButton *>(u"ticketAssignee"_s)->menu();
    Q_EMIT menu->aboutToShow();
    return QTest::qWaitFor(
            [&] {
                const QList<QAction *> all = menu->actions();
                return std::any_of(all.begin(), all.end(), [](const QAction *one) {
                    return one->text() == "John Smith"_L1;
                });
            },
            moment);
}

const QList<Right> &rights()
{
    using P = Permission;
    static const QList<Right> list{
            {P::TicketCreate, {}, action("ticket.new")},
            {P::TicketCreateForOthers, {u"ticket.create"_s}, canAskForOthers},
            {P::TicketViewTeam, {}, entry("tickets.team")},
            {P::TicketViewAll, {}, entry("tickets.all")},
            {P::TicketViewRestricted, {seesAll}, listed("tickets.all", u"Only for some"_s)},
            {P::TicketEditOwn, {}, menuEntry(&Tickets::own, "ticketMore", u"Edit…"_s)},
            {P::TicketEdit, {seesAll}, menuEntry(&Tickets::janes, "ticketMore", u"Edit…"_s)},
            {P::TicketReply,
             {seesAll},
             [](DrivenApp &app, Tickets &tickets) {
                 return isOpen(app, tickets, &Tickets::janes) && app.pane()->composer().isVisible();
             }},
            {P::TicketNote, {seesAll}, action("ticket.note")},
            {P::TicketAssign,
             {seesAll},
             menuEntry(&Tickets::janes, "ticketAssignee", u"Take it myself"_s)},
            {P::TicketTransfer,
             {seesAll},
             menuEntry(&Tickets::janes, "ticketMore", u"Transfer…"_s)},
            {P::TicketChangeStatus, {seesAll}, statusOf(&Tickets::janes)},
            {P::TicketClose,
             {seesAll, u"ticket.change_status"_s},
             statusOf(&Tickets::resolved, u"Closed"_s)},
            {P::TicketReopen, {seesAll, u"ticket.change_status"_s}, statusOf(&Tickets::closed)},
            {P::TicketDelete, {seesAll}, menuEntry(&Tickets::janes, "ticketMore", u"Delete…"_s)},
            {P::TicketMerge, {seesAll}, menuEntry(&Tickets::janes, "ticketMore", u"Merge…"_s)},
            {P::TicketBulk, {seesAll}, action("ticket.changeMany")},
            {P::TicketRestore, {seesAll}, menuEntry(&Tickets::deleted, "ticketMore", u"Restore"_s)},
            {P::CommentEditOwn, {seesAll}, messageMenu(u"Chloe looks"_s, u"Edit…"_s)},
            {P::CommentEditAny, {seesAll}, messageMenu(u"Jane asks"_s, u"Edit…"_s)},
            {P::CommentDeleteAny, {seesAll}, messageMenu(u"Jane asks"_s, u"Delete…"_s)},
            {P::UserView, {seesAll, u"ticket.assign"_s}, canChooseJohn},
            {P::UserManage, {u"user.view"_s}, entry("people")},
            {P::RoleManage, {}, entry("roles")},
            {P::TeamManage, {}, deskButton("teamsAdd")},
            {P::DeskManage, {}, deskButton("desksAdd")},
            {P::CategoryManage, {}, deskButton("categoriesAdd")},
            {P::WorkflowManage, {}, entry("workflows")},
            {P::ApprovalDecide, {}, entry("approvals")},
            {P::ApprovalManage, {}, entry("approvalTemplates")},
            {P::ReportView, {}, entry("dashboard")},
            {P::SlaManage, {}, entry("slaPolicies")},
            {P::CannedManage, {}, entry("cannedReplies")},
            {P::AuditView, {}, entry("activity")},
    };
    return list;
}

/// The app has nothing yet that they would show, and `ticket.view_own` says only what everybody
/// sees who has to do with a ticket.
const QList<Permission> showNothing{
        Permission::TicketViewOwn,  Permission::TicketExport,  Permission::AuditManage,
        Permission::SettingsManage, Permission::SystemOperate,
};

} // namespace

/// Each permission in the open app of somebody whose role gets and loses it while they look: what
/// it allows comes and goes at once. That the server refuses it is server.access.permissions.
class TestRights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_app.reset(); }
    void everyPermissionIsLookedAt();
    void showsAndHides_data();
    void showsAndHides();

private:
    /// Chloe's only role holds that now, and her app knows it.
    void give(const QStringList &codes);
    QString makeTicket(RestClient &by, const QString &title, const QJsonObject &more = {});

    RunningServer m_server;
    std::unique_ptr<RestClient> m_admin;
    std::unique_ptr<DrivenApp> m_app;
    Tickets m_tickets;
    qint64 m_role = 0;
};

void TestRights::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
    m_admin = std::make_unique<RestClient>(m_server.port());
    QVERIFY(m_admin->signIn(u"Admin"_s, demoPassword).isSuccess());
    const auto first = [this](const QByteArray &path) {
        return m_admin->get(path).json["data"_L1][0]["id"_L1].toInteger();
    };
    const qint64 chloe = first("/users?q=Chloe");
    const qint64 jane = first("/users?q=Jane");
    QVERIFY(chloe > 0 && jane > 0);
    // All that is needed to make what is looked at later.
    RestClient janes(m_server.port());
    RestClient chloes(m_server.port());
    QVERIFY(janes.signIn(u"Jane Doe"_s, demoPassword).isSuccess());
    QVERIFY(chloes.signIn(u"Chloe Taylor"_s, demoPassword).isSuccess());
    const RestClient::Answer role = m_admin->post(
            "/roles", {{u"name"_s, u"On trial"_s},
                       {u"permissions"_s, QJsonArray{u"ticket.create"_s, seesAll, u"ticket.reply"_s,
                                                     u"ticket.edit_own"_s}}});
    QVERIFY2(role.isSuccess(), qPrintable(role.key()));
    m_role = role.id();
    const RestClient::Answer given = m_admin->put(
            "/users/" + QByteArray::number(chloe) + "/roles",
            {{u"roles"_s,
              QJsonArray{QJsonObject{{u"role"_s, m_role}, {u"desk"_s, QJsonValue::Null}}}}});
    QVERIFY2(given.isSuccess(), qPrintable(given.key()));

    m_tickets = {.janes = makeTicket(janes, u"For everybody"_s),
                 .restricted = makeTicket(janes, u"Only for some"_s),
                 .own = makeTicket(chloes, u"For myself"_s),
                 .resolved = makeTicket(janes, u"It works again"_s),
                 .closed = makeTicket(janes, u"All is done"_s),
                 .deleted = makeTicket(janes, u"Never mind"_s)};
    const auto say = [this](RestClient &by, const QString &text) {
        return by.post("/tickets/" + m_tickets.janes.toUtf8() + "/replies", {{u"message"_s, text}})
                .isSuccess();
    };
    QVERIFY(say(janes, u"Jane asks"_s));
    QVERIFY(say(chloes, u"Chloe looks"_s));
    const QByteArray restricted = "/tickets/" + m_tickets.restricted.toUtf8();
    QVERIFY(m_admin->put(restricted, {{u"visibility"_s, u"restricted"_s}}).isSuccess());
    for (const QString &number : {m_tickets.resolved, m_tickets.closed}) {
        const QByteArray path = "/tickets/" + number.toUtf8() + "/status";
        QVERIFY(m_admin->put(path, {{u"status"_s, u"in_progress"_s}}).isSuccess());
        QVERIFY(m_admin->put(path, {{u"status"_s, u"resolved"_s}}).isSuccess());
    }
    QVERIFY(m_admin->put("/tickets/" + m_tickets.closed.toUtf8() + "/status",
                         {{u"status"_s, u"closed"_s}})
                    .isSuccess());
    QVERIFY(m_admin->remove("/tickets/" + m_tickets.deleted.toUtf8()).isSuccess());

    m_app = std::make_unique<DrivenApp>();
    QVERIFY(m_app->signIn(m_server.address(), u"Chloe Taylor"_s));
}

QString TestRights::makeTicket(RestClient &by, const QString &title, const QJsonObject &more)
{
    QJsonObject draft = more;
    draft[u"title"_s] = title;
    const RestClient::Answer made = by.post("/tickets", draft);
    if (!made.isSuccess())
        qFatal("no ticket: %s", qPrintable(made.key()));
    return made.json["number"_L1].toString();
}

void TestRights::give(const QStringList &codes)
{
    const RestClient::Answer given
            = m_admin->patch("/roles/" + QByteArray::number(m_role),
                             {{u"permissions"_s, QJsonArray::fromStringList(codes)}});
    QVERIFY2(given.isSuccess(), qPrintable(given.key()));
    QVERIFY(Hand::until([&] {
        QStringList held = codesOf(m_app->context().session.me().grants.global());
        QStringList wanted = codes;
        held.sort();
        wanted.sort();
        return held == wanted;
    }));
}

void TestRights::everyPermissionIsLookedAt()
{
    for (const PermissionRow &row : WireEnum<Permission>::names) {
        const bool looked = std::any_of(rights().begin(), rights().end(), [&](const Right &right) {
            return right.permission == row.value;
        });
        QVERIFY2(looked != showNothing.contains(row.value), row.name.data());
    }
}

void TestRights::showsAndHides_data()
{
    QTest::addColumn<int>("number");
    for (int i = 0; i < rights().size(); ++i)
        QTest::newRow(codeOf(rights()[i].permission).constData()) << i;
}

void TestRights::showsAndHides()
{
    QFETCH(int, number);
    const Right &right = rights()[number];
    const auto becomes = [&](bool shown) {
        return Hand::until([&] { return right.isShown(*m_app, m_tickets) == shown; });
    };
    m_tickets.asked.clear();
    give(right.base);
    QVERIFY(becomes(false));
    give(right.base + QStringList{QString::fromLatin1(codeOf(right.permission))});
    QVERIFY(becomes(true));
    give(right.base);
    QVERIFY(becomes(false));
}

QTEST_MAIN(TestRights)
#include "tst_rights.moc"
