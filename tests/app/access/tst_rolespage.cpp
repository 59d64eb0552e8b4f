// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/roledialog.h"
#include "app/access/rolematrixmodel.h"
#include "app/access/rolespage.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/noticebox.h"
#include "app/widgets/popups.h"
#include "app/widgets/searchfield.h"
#include "app/widgets/stateview.h"
#include "common/access/builtinroles.h"
#include "tests/support/app/workplace.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

/// The matrix of roles before a server that answers, refuses, and is not there.
class TestRolesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsGroupsAndRoles();
    void saysWhatFailedAndTriesAgain_data();
    void saysWhatFailedAndTriesAgain();
    void searchesRights();
    void ticksWithPointerAndSpace();
    void followsWhatOthersDo();
    void savesWhatWasTicked();
    void savesEachRole();
    void undoesAll();
    void leavesBuiltInRolesAlone();
    void givesNothingThatOneDoesNotHold();
    void showsWhatSomebodyElseChanged();
    void showsRefusals_data();
    void showsRefusals();
    void keepsTicksWithoutAConnection();
    void keepsTicksWhenItIsReadAgain();
    void makesARole();
    void judgesNames();
    void renamesARole();
    void deletesARole();
    void saysWhyItIsNotDeleted();

private:
    static Role role(qint64 id, const QString &name, PermissionSet permissions);
    template <class T>
    T *find(const char *name) const
    {
        return m_page->findChild<T *>(QLatin1StringView(name));
    }
    QTableView *table() const { return find<QTableView>("pageTable"); }
    QPushButton *button(const char *name) const { return find<QPushButton>(name); }
    void press(const char *name) { button(name)->click(); }
    RoleMatrixModel *model() const { return m_page->findChild<RoleMatrixModel *>(); }
    RoleDialog *dialog() const { return m_page->findChild<RoleDialog *>(); }
    QModelIndex cell(Permission permission, int column) const;
    bool isTicked(Permission permission, int column) const
    {
        return cell(permission, column).data(Qt::CheckStateRole).toInt() == Qt::Checked;
    }
    void choose(Permission permission, int column)
    {
        table()->setCurrentIndex(cell(permission, column));
    }
    void tick(Permission permission, int column)
    {
        choose(permission, column);
        QTest::keyClick(table(), Qt::Key_Space);
    }
    void open(const Me &me = FakeDesk::johnHimself());
    FakeApi &api() { return m_place->desk.api; }

    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<RolesPage> m_page;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    // The columns of FakeDesk's two roles and of two of our own.
    static constexpr int agent = 1;
    static constexpr int night = 2;
    static constexpr int tester = 3;
};

Role TestRolesPage::role(qint64 id, const QString &name, PermissionSet permissions)
{
    return {.id = RoleId(id),
            .key = name.toLower(),
            .name = name,
            .permissions = permissions,
            .version = 4};
}

void TestRolesPage::init()
{
    m_place = std::make_unique<Workplace>();
    m_place->desk.roles[1].permissions = permissionsOf(BuiltInRole::Agent);
    m_place->desk.roles.append(role(5, u"Night"_s, {Permission::TicketReply}));
    m_place->desk.roles.append(role(6, u"Tester"_s, {}));
}

void TestRolesPage::cleanup()
{
    ConfirmDialog::setAnswerer({});
    m_tester.reset();
    m_page.reset();
    m_place.reset();
}

void TestRolesPage::open(const Me &me)
{
    QVERIFY(m_place->signIn(me));
    m_page = std::make_unique<RolesPage>(m_place->context);
    m_tester = std::make_unique<QAbstractItemModelTester>(model());
    m_page->resize(1000, 700);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->showEntry(u"roles"_s);
    QTRY_VERIFY(model()->state() == PagedModelBase::State::Ready);
}

QModelIndex TestRolesPage::cell(Permission permission, int column) const
{
    const QString code = toWire(permission);
    for (int row = 0; row < model()->rowCount(); ++row) {
        if (model()->headerData(row, Qt::Vertical, Qt::ToolTipRole).toString() == code)
            return model()->index(row, column);
    }
    return {};
}

void TestRolesPage::showsGroupsAndRoles()
{
    open();
    QCOMPARE(model()->columnCount(), 4);
    QCOMPARE(model()->headerData(night, Qt::Horizontal, Qt::DisplayRole).toString(), u"Night"_s);
    QVERIFY(model()->isGroup(0));
    QCOMPARE(model()->headerData(0, Qt::Vertical, Qt::DisplayRole).toString(), u"Tickets"_s);
    QCOMPARE(table()->columnSpan(0, 0), 4);
    QCOMPARE(model()->headerData(cell(Permission::TicketReply, 0).row(), Qt::Vertical,
                                 Qt::DisplayRole)
                     .toString(),
             u"Reply as staff"_s);
    QVERIFY(isTicked(Permission::TicketReply, night));
    QVERIFY(!isTicked(Permission::TicketReply, tester));
    int permissions = 0;
    for (int row = 0; row < model()->rowCount(); ++row)
        permissions += model()->isGroup(row) ? 0 : 1;
    QCOMPARE(permissions, int(WireEnum<Permission>::names.size()));
}

void TestRolesPage::saysWhatFailedAndTriesAgain_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("permissions") << u"/permissions"_s;
    QTest::newRow("roles") << u"/roles"_s;
}

void TestRolesPage::saysWhatFailedAndTriesAgain()
{
    QFETCH(QString, path);
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
    m_page = std::make_unique<RolesPage>(m_place->context);
    m_page->show();
    auto *state = m_page->findChild<StateView *>();
    api().once("GET", path, FakeApi::Reply::problem(403, "access.denied"));
    m_page->showEntry(u"roles"_s);
    QCOMPARE(state->state(), StateView::State::Loading);
    QTRY_COMPARE(state->state(), StateView::State::Failed);
    press("stateAction");
    QTRY_COMPARE(state->state(), StateView::State::Content);
}

void TestRolesPage::searchesRights()
{
    open();
    auto *search = find<SearchField>("pageSearch");
    search->setText(u"internal note"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_VERIFY(table()->isRowHidden(cell(Permission::TicketReply, 0).row()));
    QVERIFY(!table()->isRowHidden(cell(Permission::TicketNote, 0).row()));
    QVERIFY(!table()->isRowHidden(0)); // the title of its group
    QVERIFY(table()->isRowHidden(cell(Permission::SystemOperate, 0).row()));
    search->setText(u"xyz"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(m_page->findChild<StateView *>()->state(), StateView::State::Empty);
    search->clear();
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(m_page->findChild<StateView *>()->state(), StateView::State::Content);
}

void TestRolesPage::ticksWithPointerAndSpace()
{
    open();
    QVERIFY(!button("rolesSave")->isEnabled());
    const QModelIndex index = cell(Permission::TicketNote, night);
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(index).center());
    QVERIFY(isTicked(Permission::TicketNote, night));
    QVERIFY(button("rolesSave")->isEnabled());
    QVERIFY(model()->headerData(night, Qt::Horizontal, Qt::ToolTipRole)
                    .toString()
                    .contains("not saved"_L1));
    QVERIFY(index.data(Qt::AccessibleTextRole).toString().startsWith("Night: allowed"_L1));
    QTest::keyClick(table(), Qt::Key_Space);
    QVERIFY(!isTicked(Permission::TicketNote, night));
    QVERIFY(!button("rolesSave")->isEnabled());
}

void TestRolesPage::followsWhatOthersDo()
{
    open();
    tick(Permission::TicketNote, night);
    m_place->desk.roles[night].permissions = {Permission::TicketReply, Permission::TicketAssign};
    m_place->desk.roles[night].version = 5;
    m_place->desk.roles.append(role(7, u"Guest"_s, {}));
    api().pushEvent("role.updated", toJson(Event{.type = EventType::RoleUpdated,
                                                 .id = AnyEntityId(5),
                                                 .at = FakeDesk::noon()}));
    QTRY_COMPARE(model()->columnCount(), 5);
    QVERIFY(isTicked(Permission::TicketAssign, night));
    QVERIFY(isTicked(Permission::TicketNote, night)); // not saved, and not lost
}

void TestRolesPage::savesWhatWasTicked()
{
    open();
    Role saved = role(5, u"Night"_s, {Permission::TicketReply, Permission::TicketNote});
    saved.version = 5;
    api().on("PATCH", u"/roles/5"_s, FakeApi::Reply::json(toJson(saved)));
    tick(Permission::TicketNote, night);
    press("rolesSave");
    QTRY_COMPARE(Popups::of(m_page.get()).texts(), QStringList{u"Night is saved"_s});
    const FakeApi::Request sent = api().requests("PATCH", u"/roles/5"_s).first();
    QCOMPARE(sent.header("If-Match"), "\"4\""_ba);
    QCOMPARE(sent.json(),
             (QJsonObject{{u"permissions"_s, QJsonArray{u"ticket.reply"_s, u"ticket.note"_s}}}));
    QVERIFY(isTicked(Permission::TicketNote, night));
    QVERIFY(!model()->isChanged(RoleId(5)));
    QVERIFY(!button("rolesSave")->isEnabled());
}

void TestRolesPage::savesEachRole()
{
    open();
    api().on("PATCH", u"/roles/5"_s, FakeApi::Reply::problem(403, "access.not_delegable"));
    api().on("PATCH", u"/roles/6"_s,
             FakeApi::Reply::json(toJson(role(6, u"Tester"_s, {Permission::TicketNote}))));
    tick(Permission::TicketNote, night);
    tick(Permission::TicketNote, tester);
    press("rolesSave");
    QTRY_COMPARE(Popups::of(m_page.get()).texts(), QStringList{u"Tester is saved"_s});
    QVERIFY(model()->isChanged(RoleId(5)));
    QVERIFY(!model()->isChanged(RoleId(6)));
    QVERIFY(find<NoticeBox>("rolesNotice")->text().startsWith("Night could not be saved"_L1));
}

void TestRolesPage::undoesAll()
{
    open();
    tick(Permission::TicketNote, night);
    tick(Permission::TicketReply, tester);
    press("rolesDiscard");
    QVERIFY(!isTicked(Permission::TicketNote, night));
    QVERIFY(!isTicked(Permission::TicketReply, tester));
    QVERIFY(model()->changedRoles().isEmpty());
}

void TestRolesPage::leavesBuiltInRolesAlone()
{
    open();
    tick(Permission::SystemOperate, agent);
    QVERIFY(!isTicked(Permission::SystemOperate, agent));
    QVERIFY(find<QLabel>("rolesReason")->text().startsWith("Built-in roles"_L1));
    QVERIFY(!button("rolesRename")->isEnabled());
    QVERIFY(!button("rolesDelete")->isEnabled());
    choose(Permission::SystemOperate, night);
    QVERIFY(find<QLabel>("rolesReason")->text().isEmpty());
    QVERIFY(button("rolesRename")->isEnabled());
}

void TestRolesPage::givesNothingThatOneDoesNotHold()
{
    open(FakeApi::person(3, u"Ann"_s, {Permission::RoleManage, Permission::TicketNote}));
    tick(Permission::TicketNote, night);
    QVERIFY(isTicked(Permission::TicketNote, night));
    const QModelIndex other = cell(Permission::TicketReply, night);
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(other).center());
    QVERIFY(isTicked(Permission::TicketReply, night));
    QVERIFY(other.data(Qt::ToolTipRole).toString().contains("Nobody can give"_L1));
    QVERIFY(find<QLabel>("rolesReason")->text().contains("Nobody can give"_L1));
}

void TestRolesPage::showsWhatSomebodyElseChanged()
{
    open();
    tick(Permission::TicketNote, night);
    tick(Permission::TicketAssign, night);
    Role theirs = role(5, u"Night"_s, {Permission::TicketClose, Permission::TicketAssign});
    theirs.version = 9;
    api().on("PATCH", u"/roles/5"_s,
             FakeApi::Reply::problem(412, "version.mismatch", {{u"current"_s, toJson(theirs)}}));
    press("rolesSave");
    QTRY_VERIFY(find<NoticeBox>("rolesNotice")->isVisible());
    QVERIFY(find<NoticeBox>("rolesNotice")->text().contains("Night"_L1));
    // Theirs, marked; mine, still ticked; what both did is done.
    QVERIFY(!isTicked(Permission::TicketReply, night));
    QVERIFY(isTicked(Permission::TicketClose, night));
    QVERIFY(cell(Permission::TicketClose, night).data(Qt::BackgroundRole).isValid());
    QVERIFY(isTicked(Permission::TicketNote, night));
    QVERIFY(!cell(Permission::TicketNote, night).data(Qt::BackgroundRole).isValid());
    QVERIFY(isTicked(Permission::TicketAssign, night));
    api().forgetRequests();
    press("rolesSave");
    QTRY_COMPARE(api().requests("PATCH", u"/roles/5"_s).size(), 1);
    const FakeApi::Request sent = api().requests("PATCH", u"/roles/5"_s).first();
    QCOMPARE(sent.header("If-Match"), "\"9\""_ba);
    QCOMPARE(sent.json()["permissions"_L1].toArray(),
             (QJsonArray{u"ticket.note"_s, u"ticket.assign"_s, u"ticket.close"_s}));
}

void TestRolesPage::showsRefusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("not theirs to give") << 403 << "access.not_delegable"_ba;
    QTest::newRow("built in") << 409 << "role.built_in"_ba;
    QTest::newRow("unknown right") << 422 << "validation.failed"_ba;
}

void TestRolesPage::showsRefusals()
{
    QFETCH(int, status);
    QFETCH(QByteArray, key);
    open();
    tick(Permission::TicketNote, night);
    api().on("PATCH", u"/roles/5"_s, FakeApi::Reply::problem(status, key));
    press("rolesSave");
    auto *notice = find<NoticeBox>("rolesNotice");
    QTRY_VERIFY(notice->isVisible());
    QVERIFY(notice->text().startsWith("Night could not be saved"_L1));
    QVERIFY(isTicked(Permission::TicketNote, night));
    QVERIFY(button("rolesSave")->isEnabled());
}

void TestRolesPage::keepsTicksWithoutAConnection()
{
    open();
    m_place->client.setPatience({.repeats = 0});
    tick(Permission::TicketNote, night);
    api().goAway();
    press("rolesSave");
    QTRY_VERIFY(find<NoticeBox>("rolesNotice")->isVisible());
    QVERIFY(isTicked(Permission::TicketNote, night));
    api().comeBack();
    api().on("PATCH", u"/roles/5"_s,
             FakeApi::Reply::json(toJson(
                     role(5, u"Night"_s, {Permission::TicketReply, Permission::TicketNote}))));
    press("rolesSave");
    QTRY_VERIFY(!model()->isChanged(RoleId(5)));
    QVERIFY(!find<NoticeBox>("rolesNotice")->isVisible());
}

void TestRolesPage::keepsTicksWhenItIsReadAgain()
{
    open();
    tick(Permission::TicketNote, night);
    m_place->desk.roles[2].permissions = {Permission::TicketClose};
    m_place->desk.roles.insert(2, role(7, u"Another"_s, {}));
    m_place->desk.roles.removeLast();
    model()->refresh();
    QTRY_COMPARE(model()->columnOf(RoleId(7)), 2);
    QCOMPARE(model()->columnCount(), 4);
    QVERIFY(isTicked(Permission::TicketNote, 3));
    QVERIFY(isTicked(Permission::TicketClose, 3));
    QVERIFY(!isTicked(Permission::TicketReply, 3));
    QCOMPARE(model()->changedRoles(), QList<RoleId>{RoleId(5)});
}

void TestRolesPage::makesARole()
{
    open(FakeApi::person(3, u"Ann"_s, {Permission::RoleManage, Permission::TicketNote}));
    api().on("POST", u"/roles"_s,
             FakeApi::Reply::json(toJson(role(9, u"Weekend"_s, {Permission::TicketNote})), 201));
    press("rolesAdd");
    QVERIFY(dialog());
    dialog()->findChild<QLineEdit *>(u"name"_s)->setText(u"Weekend"_s);
    auto *like = dialog()->findChild<QComboBox *>(u"like"_s);
    like->setCurrentIndex(like->findText(u"What Agent allows"_s));
    m_place->desk.roles.append(role(9, u"Weekend"_s, {Permission::TicketNote}));
    dialog()->findChild<QPushButton *>(u"save"_s)->click();
    QTRY_VERIFY(!dialog());
    const QJsonObject sent = api().requests("POST", u"/roles"_s).first().json();
    QCOMPARE(sent["name"_L1].toString(), u"Weekend"_s);
    QCOMPARE(sent["permissions"_L1].toArray(), QJsonArray{u"ticket.note"_s}); // what Ann holds
    QTRY_COMPARE(model()->columnCount(), 5);
}

void TestRolesPage::judgesNames()
{
    open();
    press("rolesAdd");
    dialog()->findChild<QPushButton *>(u"save"_s)->click();
    QVERIFY(dialog()->findChild<QLabel *>(u"nameError"_s)->isVisible());
    QVERIFY(api().requests("POST", u"/roles"_s).isEmpty());
    api().on("POST", u"/roles"_s,
             FakeApi::Reply::problem(
                     409, "role.name_taken",
                     {{u"errors"_s,
                       QJsonArray{QJsonObject{{u"field"_s, u"name"_s}, {u"key"_s, u"taken"_s}}}}}));
    dialog()->findChild<QLineEdit *>(u"name"_s)->setText(u"Agent"_s);
    QVERIFY(!dialog()->findChild<QLabel *>(u"nameError"_s)->isVisible());
    dialog()->findChild<QPushButton *>(u"save"_s)->click();
    QTRY_VERIFY(dialog()->findChild<QLabel *>(u"nameError"_s)->isVisible());
    QVERIFY(!dialog()->findChild<NoticeBox *>()->isVisible());
}

void TestRolesPage::renamesARole()
{
    open();
    choose(Permission::TicketNote, night);
    press("rolesRename");
    dialog()->findChild<QLineEdit *>(u"name"_s)->setText(u"Late"_s);
    Role theirs = role(5, u"Evening"_s, {Permission::TicketReply});
    theirs.version = 6;
    api().once("PATCH", u"/roles/5"_s,
               FakeApi::Reply::problem(412, "version.mismatch", {{u"current"_s, toJson(theirs)}}));
    dialog()->findChild<QPushButton *>(u"save"_s)->click();
    auto *notice = dialog()->findChild<NoticeBox *>();
    QTRY_VERIFY(notice->isVisible());
    QVERIFY(notice->text().contains(u"Name is now “Evening”."_s));
    api().on("PATCH", u"/roles/5"_s, FakeApi::Reply::json(toJson(role(5, u"Late"_s, {}))));
    dialog()->findChild<QPushButton *>(u"save"_s)->click();
    QTRY_VERIFY(!dialog());
    const QList<FakeApi::Request> sent = api().requests("PATCH", u"/roles/5"_s);
    QCOMPARE(sent.size(), 2);
    QCOMPARE(sent[0].header("If-Match"), "\"4\""_ba);
    QCOMPARE(sent[1].header("If-Match"), "\"6\""_ba);
    QCOMPARE(sent[1].json(), (QJsonObject{{u"name"_s, u"Late"_s}}));
}

void TestRolesPage::deletesARole()
{
    open();
    choose(Permission::TicketNote, night);
    ConfirmDialog::setAnswerer([](const Question &) { return Decision{.accepted = false}; });
    press("rolesDelete");
    QVERIFY(api().requests("DELETE", u"/roles/5"_s).isEmpty());
    ConfirmDialog::setAnswerer([](const Question &question) {
        return Decision{.accepted = question.title.contains(u"Night"_s)};
    });
    api().on("DELETE", u"/roles/5"_s, FakeApi::Reply{.status = 204});
    m_place->desk.roles.removeAt(2);
    press("rolesDelete");
    QTRY_COMPARE(model()->columnCount(), 3);
    QCOMPARE(api().requests("DELETE", u"/roles/5"_s).first().header("If-Match"), "\"4\""_ba);
    QCOMPARE(Popups::of(m_page.get()).texts(), QStringList{u"Night is deleted"_s});
}

void TestRolesPage::saysWhyItIsNotDeleted()
{
    open();
    choose(Permission::TicketNote, night);
    ConfirmDialog::setAnswerer([](const Question &) { return Decision{.accepted = true}; });
    api().on("DELETE", u"/roles/5"_s, FakeApi::Reply::problem(409, "role.in_use"));
    press("rolesDelete");
    QTRY_COMPARE(Popups::of(m_page.get()).count(), 1);
    const QString text = Popups::of(m_page.get()).texts().first();
    QVERIFY(text.contains("Night could not be deleted"_L1));
    QCOMPARE(model()->columnCount(), 4);
}

QTEST_MAIN(TestRolesPage)
#include "tst_rolespage.moc"
