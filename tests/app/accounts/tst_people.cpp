// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/accountdialog.h"
#include "app/accounts/accountsmodel.h"
#include "app/accounts/heldpermissionsdialog.h"
#include "app/accounts/peoplepage.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/popups.h"
#include "app/widgets/searchfield.h"
#include "app/widgets/stateview.h"
#include "common/accounts/heldpermission.h"
#include "tests/support/app/workplace.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

class TestPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void listsThePeople();
    void saysWhatFailedAndTriesAgain();
    void saysWhenNobodyMatches();
    void readsOnAsOneScrolls();
    void keepsRowsAndSelectionOverARefresh();
    void narrowsByStateAndSearch();
    void blocksAndLetsIn();
    void saysWhenBlockingFails();
    void makesAnAccount();
    void judgesFieldsHereFirst();
    void showsTheServersFaultsAtTheirFields();
    void saysAllElseAboveTheForm();
    void changesOnlyWhatWasChanged();
    void changesRoles();
    void saysWhenRolesCannotBeLoaded();
    void showsWhatAPersonMayDo();

private:
    QTableView *table() const { return m_page->findChild<QTableView *>(u"pageTable"_s); }
    StateView *state() const { return m_page->findChild<StateView *>(); }
    QPushButton *button(const char *name) const
    {
        return m_page->findChild<QPushButton *>(QLatin1StringView(name));
    }
    AccountDialog *dialog() const { return m_page->findChild<AccountDialog *>(); }
    template <class T>
    T *field(const char *name) const
    {
        return dialog()->findChild<T *>(QLatin1StringView(name));
    }
    QStringList names() const;
    void select(int row) { table()->setCurrentIndex(table()->model()->index(row, 0)); }
    void waitForRoles() { QTRY_COMPARE(dialog()->findChildren<QCheckBox *>().size(), 2); }

    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<PeoplePage> m_page;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestPeople::init()
{
    m_place = std::make_unique<Workplace>();
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
    m_page = std::make_unique<PeoplePage>(m_place->context);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_page->findChild<AccountsModel *>());
    m_page->resize(1000, 500);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->showEntry(u"people"_s);
}

void TestPeople::cleanup()
{
    ConfirmDialog::setAnswerer({});
    m_tester.reset();
    m_page.reset();
    m_place.reset();
}

QStringList TestPeople::names() const
{
    QStringList found;
    for (int row = 0; row < table()->model()->rowCount(); ++row)
        found.append(table()->model()->index(row, 0).data().toString());
    return found;
}

void TestPeople::listsThePeople()
{
    QCOMPARE(state()->state(), StateView::State::Loading);
    QVERIFY(!button("peopleEdit")->isEnabled());
    QTRY_COMPARE(names(), (QStringList{u"John Smith"_s, u"Jane Doe"_s}));
    QCOMPARE(state()->state(), StateView::State::Content);
    const QAbstractItemModel *model = table()->model();
    QCOMPARE(model->headerData(AccountsModel::EmailColumn, Qt::Horizontal).toString(), u"E-mail"_s);
    QCOMPARE(model->index(1, AccountsModel::EmailColumn).data().toString(), u"jane@example.com"_s);
    QCOMPARE(model->index(1, AccountsModel::StatusColumn).data().toString(), u"Active"_s);
}

void TestPeople::saysWhatFailedAndTriesAgain()
{
    QTRY_COMPARE(names().size(), 2);
    m_place->desk.api.once("GET", u"/users"_s, FakeApi::Reply::problem(500, "internal"));
    m_page->showEntry(u"people"_s);
    QTRY_COMPARE(state()->state(), StateView::State::Failed);
    button("stateAction")->click();
    QTRY_COMPARE(state()->state(), StateView::State::Content);
}

void TestPeople::saysWhenNobodyMatches()
{
    QTRY_COMPARE(names().size(), 2);
    auto *search = m_page->findChild<SearchField *>(u"pageSearch"_s);
    QTest::keyClicks(search, u"xyz"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(state()->state(), StateView::State::Empty);
    QVERIFY(!button("stateAction")->isVisible());
}

void TestPeople::readsOnAsOneScrolls()
{
    m_tester.reset(); // it fetches all by itself
    m_place->desk.accounts.clear();
    for (int i = 1; i <= 120; ++i)
        m_place->desk.accounts.append(FakeDesk::account(i, u"Person %1"_s.arg(i)));
    m_page->showEntry(u"people"_s);
    QTRY_COMPARE(names().size(), 50);
    table()->scrollToBottom();
    QTRY_COMPARE(names().size(), 100);
    table()->scrollToBottom();
    QTRY_COMPARE(names().size(), 120);
    QVERIFY(!table()->model()->canFetchMore({}));
}

void TestPeople::keepsRowsAndSelectionOverARefresh()
{
    QTRY_COMPARE(names().size(), 2);
    select(1);
    QSignalSpy reset(table()->model(), &QAbstractItemModel::modelReset);
    m_place->desk.accounts.prepend(FakeDesk::account(9, u"Ann Other"_s));
    m_place->desk.accounts.removeAt(1);
    m_page->findChild<AccountsModel *>()->refresh();
    QTRY_COMPARE(names(), (QStringList{u"Ann Other"_s, u"Jane Doe"_s}));
    QVERIFY(reset.isEmpty());
    QCOMPARE(table()->currentIndex().data().toString(), u"Jane Doe"_s);
}

void TestPeople::narrowsByStateAndSearch()
{
    QTRY_COMPARE(names().size(), 2);
    m_place->desk.accounts.append(FakeDesk::account(8, u"Bob Blocked"_s, AccountStatus::Blocked));
    auto *status = m_page->findChild<QComboBox *>(u"peopleStatus"_s);
    status->setCurrentIndex(status->findText(u"Blocked"_s));
    Q_EMIT status->activated(status->currentIndex());
    QTRY_COMPARE(names(), QStringList{u"Bob Blocked"_s});
}

void TestPeople::blocksAndLetsIn()
{
    QTRY_COMPARE(names().size(), 2);
    m_place->desk.api.on("PATCH", u"/users/7"_s, [this](const FakeApi::Request &request) {
        m_place->desk.accounts[1].status
                = *fromWire<AccountStatus>(request.json()[u"status"].toString());
        m_place->desk.accounts[1].version++;
        return FakeApi::Reply::json(toJson(m_place->desk.accounts[1]));
    });
    int questions = 0;
    ConfirmDialog::setAnswerer([&](const Question &question) -> Decision {
        ++questions;
        return {.accepted = question.verb == "Block account"_L1};
    });
    select(1);
    QCOMPARE(button("peopleBlock")->text(), u"Block…"_s);
    button("peopleBlock")->click();
    QTRY_COMPARE(button("peopleBlock")->text(), u"Let in"_s);
    QCOMPARE(questions, 1);
    QCOMPARE(m_place->desk.api.requests("PATCH", u"/users/7"_s).first().header("If-Match"),
             "\"1\""_ba);
    QTRY_VERIFY(button("peopleBlock")->isEnabled());
    button("peopleBlock")->click();
    QTRY_COMPARE(button("peopleBlock")->text(), u"Block…"_s);
    QCOMPARE(questions, 1); // letting in takes nothing from anybody
}

void TestPeople::saysWhenBlockingFails()
{
    QTRY_COMPARE(names().size(), 2);
    m_place->desk.api.on("PATCH", u"/users/2"_s,
                         FakeApi::Reply::problem(409, "account.last_administrator"));
    ConfirmDialog::setAnswerer([](const Question &) -> Decision { return {.accepted = true}; });
    select(0);
    button("peopleBlock")->click();
    QTRY_COMPARE(Popups::of(m_page.get()).count(), 1);
    QVERIFY(Popups::of(m_page.get())
                    .texts()
                    .first()
                    .startsWith("John Smith could not be changed"_L1));
    QCOMPARE(button("peopleBlock")->text(), u"Block…"_s);
}

void TestPeople::makesAnAccount()
{
    m_place->desk.api.on("POST", u"/users"_s,
                         FakeApi::Reply::json(toJson(FakeDesk::account(9, u"Ann Other"_s)), 201));
    button("peopleAdd")->click();
    QVERIFY(dialog());
    waitForRoles();
    QVERIFY(field<QCheckBox>("role.requester")->isChecked());
    field<QLineEdit>("username")->setText(u"ann"_s);
    field<QLineEdit>("displayName")->setText(u"Ann Other"_s);
    field<QLineEdit>("email")->setText(u"ann@example.com"_s);
    field<QLineEdit>("password")->setText(u"Correct horse 7!"_s);
    field<QCheckBox>("role.agent")->setChecked(true);
    m_place->desk.accounts.append(FakeDesk::account(9, u"Ann Other"_s));
    field<QPushButton>("save")->click();
    QTRY_VERIFY(!dialog());
    const QJsonObject sent = m_place->desk.api.requests("POST", u"/users"_s).first().json();
    QCOMPARE(sent[u"username"].toString(), u"ann"_s);
    QCOMPARE(sent[u"roles"].toArray().size(), 2);
    QTRY_COMPARE(names().size(), 3);
    QCOMPARE(Popups::of(m_page.get()).texts(), QStringList{u"The account is made"_s});
}

void TestPeople::judgesFieldsHereFirst()
{
    button("peopleAdd")->click();
    waitForRoles();
    field<QLineEdit>("displayName")->setFocus();
    field<QPushButton>("save")->click();
    QVERIFY(field<QLabel>("usernameError")->isVisible());
    QVERIFY(field<QLabel>("emailError")->isVisible());
    QVERIFY(field<QLineEdit>("username")->hasFocus());
    QVERIFY(m_place->desk.api.requests("POST", u"/users"_s).isEmpty());
}

void TestPeople::showsTheServersFaultsAtTheirFields()
{
    m_place->desk.api.on("POST", u"/users"_s,
                         FakeApi::Reply::problem(
                                 409, "email.taken",
                                 {{u"errors"_s, QJsonArray{QJsonObject{{u"field"_s, u"email"_s},
                                                                       {u"key"_s, u"taken"_s}}}}}));
    button("peopleAdd")->click();
    waitForRoles();
    field<QLineEdit>("username")->setText(u"ann"_s);
    field<QLineEdit>("email")->setText(u"jane@example.com"_s);
    field<QLineEdit>("password")->setText(u"Correct horse 7!"_s);
    field<QPushButton>("save")->click();
    QTRY_VERIFY(field<QLabel>("emailError")->isVisible());
    QVERIFY(!field<QLabel>("notice")->isVisible());
    QVERIFY(field<QLineEdit>("email")->hasFocus());
    QVERIFY(field<QPushButton>("save")->isEnabled());
    field<QLineEdit>("email")->setText(u"ann@example.com"_s);
    QVERIFY(!field<QLabel>("emailError")->isVisible());
}

void TestPeople::saysAllElseAboveTheForm()
{
    m_place->desk.api.on("POST", u"/users"_s, FakeApi::Reply::problem(403, "access.denied"));
    button("peopleAdd")->click();
    waitForRoles();
    field<QLineEdit>("username")->setText(u"ann"_s);
    field<QLineEdit>("email")->setText(u"ann@example.com"_s);
    field<QLineEdit>("password")->setText(u"Correct horse 7!"_s);
    field<QPushButton>("save")->click();
    QTRY_VERIFY(field<QLabel>("notice")->isVisible());
    QVERIFY(dialog());
    QCOMPARE(field<QLineEdit>("username")->text(), u"ann"_s);
}

void TestPeople::changesOnlyWhatWasChanged()
{
    QTRY_COMPARE(names().size(), 2);
    m_place->desk.api.on("PATCH", u"/users/7"_s,
                         FakeApi::Reply::json(toJson(m_place->desk.accounts[1])));
    select(1);
    button("peopleEdit")->click();
    waitForRoles();
    QCOMPARE(field<QLineEdit>("displayName")->text(), u"Jane Doe"_s);
    field<QLineEdit>("displayName")->setText(u"Jane Roe"_s);
    field<QPushButton>("save")->click();
    QTRY_VERIFY(!dialog());
    QCOMPARE(m_place->desk.api.requests("PATCH", u"/users/7"_s).first().json(),
             (QJsonObject{{u"displayName"_s, u"Jane Roe"_s}}));
    QVERIFY(m_place->desk.api.requests("PUT", u"/users/7/roles"_s).isEmpty());
}

void TestPeople::changesRoles()
{
    m_place->desk.accounts[1].roles
            = {{.id = RoleId(1), .key = u"requester"_s, .name = u"Requester"_s},
               {.id = RoleId(2),
                .key = u"agent"_s,
                .name = u"Agent"_s,
                .desk = DeskRef{.id = DeskId(1), .key = u"HD"_s, .name = u"Help desk"_s}}};
    m_page->showEntry(u"people"_s);
    QTRY_COMPARE(table()->model()->index(1, AccountsModel::RolesColumn).data().toString(),
                 u"Requester, Agent (Help desk)"_s);
    m_place->desk.api.on("PUT", u"/users/7/roles"_s, FakeApi::Reply{.status = 204});
    select(1);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Return); // by keys alone
    QVERIFY(dialog());
    waitForRoles();
    QVERIFY(field<QCheckBox>("role.requester")->isChecked());
    QVERIFY(!field<QCheckBox>("role.agent")->isChecked()); // held for one desk only
    field<QCheckBox>("role.requester")->setChecked(false);
    field<QPushButton>("save")->click();
    QTRY_VERIFY(!dialog());
    QVERIFY(m_place->desk.api.requests("PATCH", u"/users/7"_s).isEmpty());
    const QJsonArray sent = m_place->desk.api.requests("PUT", u"/users/7/roles"_s)
                                    .first()
                                    .json()[u"roles"]
                                    .toArray();
    QCOMPARE(sent.size(), 1); // the role for the desk stays as it was
    QCOMPARE(sent.first()[u"role"].toInt(), 2);
    QCOMPARE(sent.first()[u"desk"].toInt(), 1);
}

void TestPeople::saysWhenRolesCannotBeLoaded()
{
    m_place->desk.api.once("GET", u"/roles"_s, FakeApi::Reply::problem(500, "internal"));
    button("peopleAdd")->click();
    QTRY_VERIFY(field<QLabel>("notice")->isVisible());
}

void TestPeople::showsWhatAPersonMayDo()
{
    const HeldRole agent{.id = RoleId(2), .key = u"agent"_s, .name = u"Agent"_s};
    const HeldRole night{.id = RoleId(9), .key = u"night"_s, .name = u"Night"_s};
    HeldRole there = agent;
    there.desk = DeskRef{.id = DeskId(1), .key = u"HD"_s, .name = u"Help desk"_s};
    const QList<HeldPermission> held{{Permission::TicketReply, agent},
                                     {Permission::TicketReply, night},
                                     {Permission::TicketReply, there},
                                     {Permission::TicketNote, night}};
    QTRY_COMPARE(names().size(), 2);
    FakeApi &api = m_place->desk.api;
    api.on("GET", u"/users/7/permissions"_s,
           FakeApi::Reply::json(
                   {{u"data"_s, listToJson(held)}, {u"pagination"_s, toJson(Pagination())}}));
    api.once("GET", u"/users/7/permissions"_s, FakeApi::Reply::problem(403, "access.denied"));
    select(1);
    button("peopleRights")->click();
    auto *rights = m_page->findChild<HeldPermissionsDialog *>();
    QVERIFY(rights);
    auto *shown = rights->findChild<QTableView *>();
    const QAbstractItemModelTester tester(shown->model());
    auto *state = rights->findChild<StateView *>();
    QCOMPARE(state->state(), StateView::State::Loading);
    QTRY_COMPARE(state->state(), StateView::State::Failed);
    rights->findChild<QPushButton *>(u"stateAction"_s)->click();
    QTRY_COMPARE(shown->model()->rowCount(), 3);
    const auto line = [shown](int row) {
        QStringList cells;
        for (int column = 0; column < 3; ++column)
            cells.append(shown->model()->index(row, column).data().toString());
        return cells.join(u" | "_s);
    };
    QCOMPARE(line(0), u"Reply as staff | Everywhere | Agent, Night"_s);
    QCOMPARE(line(1), u"Reply as staff | Help desk | Agent"_s);
    QCOMPARE(line(2), u"Read and write internal notes | Everywhere | Night"_s);
    auto *search = rights->findChild<SearchField *>();
    search->setText(u"help desk"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_VERIFY(shown->isRowHidden(0));
    QVERIFY(!shown->isRowHidden(1));
}

QTEST_MAIN(TestPeople)
#include "tst_people.moc"
