// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desks/categorydialog.h"
#include "app/desks/deskdialog.h"
#include "app/desks/fielddialog.h"
#include "app/desks/teamdialog.h"
#include "app/widgets/noticebox.h"
#include "app/widgets/orderedlist.h"
#include "common/approvals/approvaltemplate.h"
#include "common/base/jsonwriter.h"
#include "common/base/paging.h"
#include "tests/support/app/workplace.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

/// The forms of a desk and of its categories, beyond what all such forms do alike.
class TestDeskDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void makesAFormByKeys();
    void movesAndRemovesFields();
    void editsAField();
    void judgesAFieldFirst_data();
    void judgesAFieldFirst();
    void keepsTheKeyOfWhatHasValues();
    void showsWhatTheServerSaysOfTheForm();
    void tellsWhatTheyMadeOfTheForm();
    void choosesTheApprovalOfACategory();
    void leavesTheApprovalToThoseWhoArrangeIt();
    void changesTheRulesOfADesk();
    void needsARoleForTurns();
    void changesTheTurnsOfATeam();

private:
    static QList<CustomField> fields();
    Category category() const;
    /// The dialog is open and active.
    template <class Dialog, class Entity>
    void open(const Entity &entity);
    CategoryDialog *categoryDialog() { return m_window->findChild<CategoryDialog *>(); }
    FieldDialog *fieldDialog() { return m_window->findChild<FieldDialog *>(); }
    OrderedList *list() { return m_dialog->findChild<OrderedList *>(u"fields"_s); }
    QStringList lines();
    template <class T = QWidget>
    T *part(const char *name)
    {
        return m_dialog->findChild<T *>(QLatin1StringView(name));
    }
    template <class T = QWidget>
    T *ofField(const char *name)
    {
        return fieldDialog()->findChild<T *>(QLatin1StringView(name));
    }
    void save() { part<QPushButton>("save")->click(); }
    void finishField()
    {
        ofField<QPushButton>("fieldOk")->click();
        QTRY_VERIFY(!fieldDialog());
    }
    QJsonObject sent(const QString &path) { return api().requests("PATCH", path).last().json(); }
    FakeApi &api() { return m_place->desk.api; }

    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<QWidget> m_window;
    QDialog *m_dialog = nullptr;
    const QString m_path = u"/categories/1"_s;
};

void TestDeskDialogs::init()
{
    m_place = std::make_unique<Workplace>();
    const ApprovalTemplate purchase{
            .id = ApprovalTemplateId(4),
            .desk = {.id = DeskId(1), .key = u"HD"_s, .name = u"Help desk"_s},
            .key = u"purchase"_s,
            .name = u"Purchase"_s,
            .steps = {{.name = u"Manager"_s, .people = {FakeDesk::jane()}}}};
    api().on("GET", u"/approval-templates"_s,
             FakeApi::Reply::json({{u"data"_s, QJsonArray{toJson(purchase)}},
                                   {u"pagination"_s, toJson(Pagination())}}));
    api().on("PATCH", m_path, FakeApi::Reply::json(toJson(category())));
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
    m_window = std::make_unique<QWidget>();
    m_window->show();
}

void TestDeskDialogs::cleanup()
{
    m_window.reset();
    m_place.reset();
}

QList<CustomField> TestDeskDialogs::fields()
{
    return {{.key = u"room"_s, .label = u"Room"_s, .required = true},
            {.key = u"device"_s,
             .label = u"Device"_s,
             .type = CustomFieldType::Choice,
             .options = {u"Laptop"_s, u"Phone"_s}}};
}

Category TestDeskDialogs::category() const
{
    Category category = m_place->desk.categories.first();
    category.fields = fields();
    category.version = 3;
    return category;
}

template <class Dialog, class Entity>
void TestDeskDialogs::open(const Entity &entity)
{
    Dialog *dialog = nullptr;
    if constexpr (std::is_same_v<Dialog, CategoryDialog>)
        dialog = new Dialog(m_place->context, DeskId(1), &entity, 2, m_window.get());
    else
        dialog = new Dialog(m_place->context, &entity, m_window.get());
    m_dialog = dialog;
    m_dialog->open();
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
}

QStringList TestDeskDialogs::lines()
{
    QStringList found;
    for (int row = 0; row < list()->count(); ++row)
        found.append(list()->item(row)->text());
    return found;
}

void TestDeskDialogs::makesAFormByKeys()
{
    Category empty = category();
    empty.fields.clear();
    open<CategoryDialog>(empty);
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Insert);
    QTRY_VERIFY(fieldDialog());
    QTest::keyClicks(ofField<QLineEdit>("label"), u"Device type 2"_s);
    QCOMPARE(ofField<QLineEdit>("key")->text(), u"device_type_2"_s);
    QVERIFY(!ofField("options")->isVisible());
    auto *type = ofField<QComboBox>("type");
    type->setCurrentIndex(type->findText(u"Choice"_s));
    QVERIFY(ofField("options")->isVisible());
    QTest::keyClicks(ofField("options"), u"Laptop"_s);
    QTest::keyClick(ofField("options"), Qt::Key_Return);
    QTest::keyClicks(ofField("options"), u" Phone "_s);
    ofField<QCheckBox>("required")->setChecked(true);
    finishField();
    QCOMPARE(lines(),
             QStringList{u"1. Device type 2: one of Laptop, Phone; has to be filled in"_s});
    save();
    QTRY_VERIFY(!categoryDialog());
    const QList<CustomField> expected{{.key = u"device_type_2"_s,
                                       .label = u"Device type 2"_s,
                                       .type = CustomFieldType::Choice,
                                       .required = true,
                                       .options = {u"Laptop"_s, u"Phone"_s}}};
    QCOMPARE(sent(m_path), (QJsonObject{{u"fields"_s, listToJson(expected)}}));
    QCOMPARE(api().requests("PATCH", m_path).last().header("If-Match"), "\"3\""_ba);
}

void TestDeskDialogs::movesAndRemovesFields()
{
    open<CategoryDialog>(category());
    list()->setFocus();
    QVERIFY(!part<QPushButton>("fieldUp")->isEnabled());
    QTest::keyClick(list(), Qt::Key_Up, Qt::AltModifier); // nowhere to go
    QTest::keyClick(list(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(lines(), (QStringList{u"1. Device: one of Laptop, Phone"_s,
                                   u"2. Room: Text; has to be filled in"_s}));
    QCOMPARE(list()->currentRow(), 1);
    part<QPushButton>("fieldUp")->click();
    QCOMPARE(list()->currentRow(), 0);
    QTest::keyClick(list(), Qt::Key_Delete);
    QCOMPARE(lines(), QStringList{u"1. Device: one of Laptop, Phone"_s});
    QTest::keyClick(list(), Qt::Key_Delete);
    QVERIFY(!part<QPushButton>("fieldEdit")->isEnabled());
    QTest::keyClick(list(), Qt::Key_Return); // neither edits nor saves
    QVERIFY(!fieldDialog() && categoryDialog());
    save();
    QTRY_VERIFY(!categoryDialog());
    QCOMPARE(sent(m_path), (QJsonObject{{u"fields"_s, QJsonArray()}}));
}

void TestDeskDialogs::editsAField()
{
    open<CategoryDialog>(category());
    list()->setFocus();
    list()->setCurrentRow(1);
    QTest::keyClick(list(), Qt::Key_Return);
    QTRY_VERIFY(fieldDialog());
    QCOMPARE(ofField<QPlainTextEdit>("options")->toPlainText(), u"Laptop\nPhone"_s);
    ofField<QComboBox>("type")->setCurrentIndex(0);
    finishField();
    QCOMPARE(lines().last(), u"2. Device: Text"_s); // and has no choices any more
    list()->setCurrentRow(1);
    part<QPushButton>("fieldEdit")->click();
    fieldDialog()->reject();
    QTRY_VERIFY(!fieldDialog());
    save();
    QTRY_VERIFY(!categoryDialog());
    QVERIFY(!sent(m_path)[u"fields"][1].toObject().contains(u"options"));
}

void TestDeskDialogs::judgesAFieldFirst_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("key");
    QTest::addColumn<CustomFieldType>("type");
    QTest::addColumn<QString>("options");
    QTest::addColumn<QByteArray>("faulty");
    QTest::newRow("no label") << u""_s << u"a"_s << CustomFieldType::Text << u""_s << "label"_ba;
    QTest::newRow("no key") << u"A"_s << u""_s << CustomFieldType::Text << u""_s << "key"_ba;
    QTest::newRow("no such key") << u"A"_s << u"A 1"_s << CustomFieldType::Date << u""_s
                                 << "key"_ba;
    QTest::newRow("another's key")
            << u"A"_s << u"device"_s << CustomFieldType::Text << u""_s << "key"_ba;
    QTest::newRow("no choices") << u"A"_s << u"a"_s << CustomFieldType::Choice << u" \n"_s
                                << "options"_ba;
    QTest::newRow("one choice twice")
            << u"A"_s << u"a"_s << CustomFieldType::Choice << u"x\nx"_s << "options"_ba;
}

void TestDeskDialogs::judgesAFieldFirst()
{
    QFETCH(QString, label);
    QFETCH(QString, key);
    QFETCH(CustomFieldType, type);
    QFETCH(QString, options);
    QFETCH(QByteArray, faulty);
    open<CategoryDialog>(category());
    part<QPushButton>("fieldAdd")->click();
    ofField<QLineEdit>("label")->setText(label);
    ofField<QLineEdit>("key")->setText(key);
    ofField<QComboBox>("type")->setCurrentIndex(int(type));
    ofField<QPlainTextEdit>("options")->setPlainText(options);
    ofField<QPushButton>("fieldOk")->click();
    QVERIFY(fieldDialog());
    for (const char *field : {"label", "key", "options"}) {
        const QString message = QLatin1StringView(field) + u"Error"_s;
        QCOMPARE(fieldDialog()->findChild<QLabel *>(message)->isVisible(), faulty == field);
    }
    QCOMPARE(list()->count(), 2);
}

void TestDeskDialogs::keepsTheKeyOfWhatHasValues()
{
    open<CategoryDialog>(category());
    part<QPushButton>("fieldEdit")->click();
    QVERIFY(!ofField("key")->isEnabled());
    QTest::keyClicks(ofField("label"), u" number"_s);
    QCOMPARE(ofField<QLineEdit>("key")->text(), u"room"_s);
    finishField();
    QVERIFY(lines().first().startsWith(u"1. Room number"_s));
    part<QPushButton>("fieldAdd")->click();
    QTest::keyClicks(ofField("label"), u"Floor"_s);
    finishField();
    list()->setCurrentRow(2);
    part<QPushButton>("fieldEdit")->click();
    QVERIFY(ofField("key")->isEnabled()); // nothing is stored under it yet
}

void TestDeskDialogs::showsWhatTheServerSaysOfTheForm()
{
    open<CategoryDialog>(category());
    api().once("PATCH", m_path,
               FakeApi::Reply::problem(
                       422, "validation.failed",
                       {{u"errors"_s,
                         QJsonArray{QJsonObject{{u"field"_s, u"fields"_s},
                                                {u"key"_s, u"too_long"_s},
                                                {u"params"_s, QJsonObject{{u"max"_s, 40}}}}}}}));
    part<QPushButton>("fieldRemove")->click();
    save();
    QTRY_VERIFY(part("fieldsError")->isVisible());
    QVERIFY(!part("notice")->isVisible());
    part<QPushButton>("fieldRemove")->click();
    QVERIFY(!part("fieldsError")->isVisible());
}

void TestDeskDialogs::tellsWhatTheyMadeOfTheForm()
{
    open<CategoryDialog>(category());
    Category theirs = category();
    theirs.version = 4;
    theirs.fields[0].label = u"Place"_s;
    api().once("PATCH", m_path,
               FakeApi::Reply::problem(412, "version.mismatch", {{u"current"_s, toJson(theirs)}}));
    part<QLineEdit>("name")->setText(u"Devices"_s);
    save();
    auto *notice = m_dialog->findChild<NoticeBox *>();
    QTRY_VERIFY(notice->isVisible());
    QVERIFY(notice->text().contains(u"Form is now “Place, Device”."_s));
    QVERIFY(!notice->text().contains(u"Name is now"_s));
    save();
    QTRY_VERIFY(!categoryDialog());
    QCOMPARE(sent(m_path)[u"fields"], QJsonValue(listToJson(fields())));
}

void TestDeskDialogs::choosesTheApprovalOfACategory()
{
    open<CategoryDialog>(category());
    auto *approval = part<QComboBox>("approvalTemplate");
    QCOMPARE(approval->currentText(), u"The one of the desk"_s);
    QTRY_COMPARE(approval->count(), 2);
    approval->setCurrentIndex(1);
    save();
    QTRY_VERIFY(!categoryDialog());
    QCOMPARE(sent(m_path), (QJsonObject{{u"approvalTemplate"_s, 4}}));
    Category with = category();
    with.approvalTemplate = {.id = ApprovalTemplateId(4), .name = u"Purchase"_s};
    open<CategoryDialog>(with);
    QCOMPARE(part<QComboBox>("approvalTemplate")->currentText(), u"Purchase"_s);
    part<QComboBox>("approvalTemplate")->setCurrentIndex(0);
    save();
    QTRY_VERIFY(!categoryDialog());
    QCOMPARE(sent(m_path), (QJsonObject{{u"approvalTemplate"_s, QJsonValue()}}));
}

void TestDeskDialogs::leavesTheApprovalToThoseWhoArrangeIt()
{
    m_place.reset();
    init();
    QVERIFY(m_place->signIn(FakeApi::person(3, u"Ann"_s, {Permission::CategoryManage})));
    open<CategoryDialog>(category());
    QVERIFY(!part("approvalTemplate")->isEnabled());
    part<QLineEdit>("name")->setText(u"Devices"_s);
    save();
    QTRY_VERIFY(!categoryDialog());
    QCOMPARE(sent(m_path), (QJsonObject{{u"name"_s, u"Devices"_s}}));
    QVERIFY(api().requests("GET", u"/approval-templates"_s).isEmpty());
}

void TestDeskDialogs::changesTheRulesOfADesk()
{
    const Desk desk = m_place->desk.desks.first();
    api().on("PATCH", u"/desks/1"_s, FakeApi::Reply::json(toJson(desk)));
    open<DeskDialog>(desk);
    QVERIFY(!part("assignmentRole")->isEnabled());
    auto *rule = part<QComboBox>("assignmentRule");
    rule->setCurrentIndex(rule->findText(u"In turn"_s));
    QVERIFY(part("assignmentRole")->isEnabled());
    auto *role = part<QComboBox>("assignmentRole");
    QTRY_VERIFY(role->findText(u"Agent"_s) > 0);
    role->setCurrentIndex(role->findText(u"Agent"_s));
    auto *approval = part<QComboBox>("approvalTemplate");
    QTRY_COMPARE(approval->count(), 2);
    approval->setCurrentIndex(1);
    save();
    QTRY_VERIFY(!m_window->findChild<DeskDialog *>());
    QCOMPARE(sent(u"/desks/1"_s), (QJsonObject{{u"assignmentRule"_s, u"round_robin"_s},
                                               {u"assignmentRole"_s, u"agent"_s},
                                               {u"approvalTemplate"_s, 4}}));
}

void TestDeskDialogs::needsARoleForTurns()
{
    open<DeskDialog>(m_place->desk.desks.first());
    part<QComboBox>("assignmentRule")->setCurrentIndex(2);
    save();
    QVERIFY(part("assignmentRoleError")->isVisible());
    QVERIFY(api().requests("PATCH", u"/desks/1"_s).isEmpty());
    part<QComboBox>("assignmentRule")->setCurrentIndex(0);
    QVERIFY(!part("assignmentRoleError")->isVisible());
}

void TestDeskDialogs::changesTheTurnsOfATeam()
{
    const Team team{.id = TeamId(4),
                    .desk = {.id = DeskId(1), .key = u"HD"_s, .name = u"Help desk"_s},
                    .name = u"Second level"_s,
                    .members = {FakeDesk::john()},
                    .version = 2};
    api().on("PATCH", u"/teams/4"_s, FakeApi::Reply::json(toJson(team)));
    auto *dialog = new TeamDialog(m_place->context, DeskId(1), &team, m_window.get());
    m_dialog = dialog;
    dialog->open();
    auto *rule = part<QComboBox>("assignmentRule");
    QCOMPARE(rule->currentText(), u"To nobody; somebody takes them"_s);
    rule->setCurrentIndex(rule->findText(u"To who has the fewest"_s));
    save();
    QTRY_VERIFY(!m_window->findChild<TeamDialog *>());
    QCOMPARE(sent(u"/teams/4"_s), (QJsonObject{{u"assignmentRule"_s, u"least_loaded"_s}}));
}

QTEST_MAIN(TestDeskDialogs)
#include "tst_deskdialogs.moc"
