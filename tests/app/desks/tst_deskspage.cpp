// SPDX-License-Identifier: GPL-3.0-or-later
// Long because every list and dialog of the page fails, empties and refuses in its own way.
#include "app/desks/deskspage.h"
#include "app/desks/teamdialog.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/entitydialog.h"
#include "app/widgets/noticebox.h"
#include "app/widgets/popups.h"
#include "app/widgets/searchfield.h"
#include "app/widgets/stateview.h"
#include "common/desks/desktemplate.h"
#include "common/workflows/presets.h"
#include "common/workflows/workflow.h"
#include "tests/support/app/workplace.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QCommandLinkButton>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

/// The desks and their parts before a server that answers, refuses, and is not there.
class TestDesksPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void listsDesksAndParts();
    void showsThePartsOfTheChosenDesk();
    void saysWhatFailedAndTriesAgain_data();
    void saysWhatFailedAndTriesAgain();
    void saysWhenNothingMatches();
    void readsAgainWhenSomethingHappens();
    void leavesToOthersWhatOneMayNot();
    void templatesAreTranslated();
    void makesADeskFromATemplate();
    void makesADeskWithoutATemplate();
    void makesADeskWithoutTheTemplates();
    void judgesFieldsHereFirst();
    void showsTheServersFaultsAtTheirFields();
    void saysAllElseAboveTheForm_data();
    void saysAllElseAboveTheForm();
    void keepsWhatIsTypedWithoutAConnection();
    void changesOnlyWhatWasChanged();
    void tellsWhatSomebodyElseChanged();
    void deletesAfterAsking();
    void saysWhyItIsNotDeleted();
    void makesACategory();
    void changesMembers();
    void makesATag();
    void makesATicketTemplate();
    void worksByKeysAlone();

private:
    template <class T>
    T *find(const char *name) const
    {
        return m_page->findChild<T *>(QLatin1StringView(name));
    }
    QTableView *table(const char *list) const
    {
        return find<QWidget>(list)->findChild<QTableView *>();
    }
    StateView *state(const char *list) const
    {
        return find<QWidget>(list)->findChild<StateView *>();
    }
    QStringList column(const char *list, int column) const;
    void press(const char *name) { find<QPushButton>(name)->click(); }
    void choose(const char *list, int row)
    {
        table(list)->setCurrentIndex(table(list)->model()->index(row, 0));
    }
    EntityDialog *dialog() const { return m_page->findChild<EntityDialog *>(); }
    template <class T>
    T *field(const char *name) const
    {
        return dialog()->findChild<T *>(QLatin1StringView(name));
    }
    void save() { field<QPushButton>("save")->click(); }
    QCommandLinkButton *card(const QString &title) const;
    void open(const Me &me = FakeDesk::johnHimself());
    FakeApi &api() { return m_place->desk.api; }

    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<DesksPage> m_page;
    std::vector<std::unique_ptr<QAbstractItemModelTester>> m_testers;
};

void TestDesksPage::init()
{
    m_place = std::make_unique<Workplace>();
    const DeskRef desk{.id = DeskId(1), .key = u"HD"_s, .name = u"Help desk"_s};
    m_place->desk.desks.append({.id = DeskId(2),
                                .key = u"HR"_s,
                                .name = u"People"_s,
                                .description = u"Contracts"_s,
                                .workflow = {.id = WorkflowId(1), .name = u"Help desk"_s},
                                .version = 3});
    m_place->desk.teams = {{.id = TeamId(4),
                            .desk = desk,
                            .name = u"Second level"_s,
                            .members = {FakeDesk::john()},
                            .version = 2}};
    m_place->desk.tags = {{.id = TagId(1), .name = u"vpn"_s, .color = u"#336699"_s}};
    Workflow workflow{
            .id = WorkflowId(2), .name = u"Small"_s, .definition = *workflowPreset(u"basic"_s)};
    api().on("GET", u"/workflows"_s,
             FakeApi::Reply::json({{u"data"_s, QJsonArray{toJson(workflow)}},
                                   {u"pagination"_s, toJson(Pagination())}}));
    QJsonArray templates;
    for (const DeskTemplate &one : deskTemplates())
        templates.append(toJson(summaryOf(one)));
    api().on("GET", u"/desk-templates"_s,
             FakeApi::Reply::json(
                     {{u"data"_s, templates}, {u"pagination"_s, toJson(Pagination())}}));
}

void TestDesksPage::cleanup()
{
    ConfirmDialog::setAnswerer({});
    m_testers.clear();
    m_page.reset();
    m_place.reset();
}

void TestDesksPage::open(const Me &me)
{
    QVERIFY(m_place->signIn(me));
    m_page = std::make_unique<DesksPage>(m_place->context);
    for (QTableView *view : m_page->findChildren<QTableView *>())
        m_testers.push_back(std::make_unique<QAbstractItemModelTester>(view->model()));
    m_page->resize(1100, 760);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->showEntry(u"desks"_s);
    QTRY_COMPARE(column("categoriesList", 0), (QStringList{u"Hardware"_s, u"Software"_s}));
    QTRY_COMPARE(column("teamsList", 0), QStringList{u"Second level"_s});
}

QStringList TestDesksPage::column(const char *list, int column) const
{
    QStringList found;
    const QAbstractItemModel *model = table(list)->model();
    for (int row = 0; row < model->rowCount(); ++row)
        found.append(model->index(row, column).data().toString());
    return found;
}

QCommandLinkButton *TestDesksPage::card(const QString &title) const
{
    for (QCommandLinkButton *one : dialog()->findChildren<QCommandLinkButton *>()) {
        if (one->text() == title)
            return one;
    }
    return nullptr;
}

void TestDesksPage::listsDesksAndParts()
{
    open();
    QCOMPARE(column("desksList", 0), (QStringList{u"HD"_s, u"HR"_s}));
    QCOMPARE(column("desksList", 2), (QStringList{u"Help desk"_s, u"Help desk"_s}));
    QCOMPARE(table("desksList")->currentIndex().row(), 0);
    QCOMPARE(column("teamsList", 1), QStringList{u"John Smith"_s});
    QCOMPARE(column("tagsList", 0), QStringList{u"vpn"_s});
}

void TestDesksPage::showsThePartsOfTheChosenDesk()
{
    open();
    QCOMPARE(api().requests("GET", u"/teams"_s).last().query.queryItemValue(u"desk"_s), u"1"_s);
    choose("desksList", 1);
    QTRY_COMPARE(api().requests("GET", u"/teams"_s).last().query.queryItemValue(u"desk"_s), u"2"_s);
    QCOMPARE(api().requests("GET", u"/categories"_s).last().query.queryItemValue(u"desk"_s),
             u"2"_s);
    QTRY_COMPARE(state("categoriesList")->state(), StateView::State::Content);
    QCOMPARE(table("categoriesList")->accessibleName(), u"Categories of People"_s);
}

void TestDesksPage::saysWhatFailedAndTriesAgain_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("listName");
    QTest::newRow("desks") << u"/desks"_s << "desksList"_ba;
    QTest::newRow("categories") << u"/categories"_s << "categoriesList"_ba;
    QTest::newRow("teams") << u"/teams"_s << "teamsList"_ba;
    QTest::newRow("tags") << u"/tags"_s << "tagsList"_ba;
}

void TestDesksPage::saysWhatFailedAndTriesAgain()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, listName);
    const char *list = listName.constData();
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
    m_page = std::make_unique<DesksPage>(m_place->context);
    m_page->show();
    api().once("GET", path, FakeApi::Reply::problem(403, "access.denied"));
    m_page->showEntry(u"desks"_s);
    QTRY_COMPARE(state(list)->state(), StateView::State::Failed);
    find<QWidget>(list)->findChild<QPushButton *>(u"stateAction"_s)->click();
    QTRY_COMPARE(state(list)->state(), StateView::State::Content);
}

void TestDesksPage::saysWhenNothingMatches()
{
    open();
    auto *search = find<QWidget>("categoriesList")->findChild<SearchField *>();
    search->setText(u"cables"_s); // in a description
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_VERIFY(table("categoriesList")->isRowHidden(1));
    QVERIFY(!table("categoriesList")->isRowHidden(0));
    search->setText(u"xyz"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(state("categoriesList")->state(), StateView::State::Empty);
}

void TestDesksPage::readsAgainWhenSomethingHappens()
{
    open();
    m_place->desk.categories.removeFirst();
    m_place->desk.desks[0].name = u"IT"_s;
    api().pushEvent("desk.updated", toJson(Event{.type = EventType::DeskUpdated,
                                                 .id = AnyEntityId(1),
                                                 .at = FakeDesk::noon()}));
    QTRY_COMPARE(column("categoriesList", 0), QStringList{u"Software"_s});
    QTRY_COMPARE(column("desksList", 1).first(), u"IT"_s);
    QTRY_COMPARE(table("categoriesList")->accessibleName(), u"Categories of IT"_s);
    m_place->desk.tags.append({.id = TagId(2), .name = u"wifi"_s});
    api().pushEvent("tag.updated", toJson(Event{.type = EventType::TagUpdated,
                                                .id = AnyEntityId(2),
                                                .at = FakeDesk::noon()}));
    QTRY_COMPARE(column("tagsList", 0), (QStringList{u"vpn"_s, u"wifi"_s}));
}

void TestDesksPage::leavesToOthersWhatOneMayNot()
{
    open(FakeApi::person(3, u"Ann"_s, {Permission::TeamManage}));
    QVERIFY(!find<QPushButton>("desksAdd")->isVisibleTo(m_page.get()));
    QVERIFY(!find<QPushButton>("categoriesAdd")->isVisibleTo(m_page.get()));
    find<QTabWidget>("deskParts")->setCurrentIndex(1);
    QVERIFY(find<QPushButton>("teamsAdd")->isVisible());
    Q_EMIT table("desksList")->activated(table("desksList")->model()->index(0, 0));
    QVERIFY(!dialog());
}

/// What ships is in the file of texts, word by word.
void TestDesksPage::templatesAreTranslated()
{
    m_place->speak(u"de"_s);
    for (const DeskTemplate &one : deskTemplates()) {
        QVERIFY2(QCoreApplication::translate("DeskTemplate", one.label.toUtf8().constData())
                         != one.label,
                 qPrintable(one.label));
        QVERIFY2(QCoreApplication::translate("DeskTemplate", one.description.toUtf8().constData())
                         != one.description,
                 qPrintable(one.description));
    }
    m_place->speak(u"en"_s);
}

void TestDesksPage::makesADeskFromATemplate()
{
    open();
    press("desksAdd");
    QTRY_COMPARE(dialog()->findChildren<QCommandLinkButton *>().size(), deskTemplates().size() + 1);
    QVERIFY(!field<QPushButton>("save")->isVisible());
    QVERIFY(card(u"Customer support"_s)->description().contains("Complaint"_L1));
    card(u"Customer support"_s)->click();
    QVERIFY(field<QPushButton>("save")->isVisible());
    QCOMPARE(field<QLineEdit>("name")->text(), u"Customer support"_s);
    QTest::keyClicks(field<QLineEdit>("key"), u"CS"_s);
    const Desk made{.id = DeskId(9),
                    .key = u"CS"_s,
                    .name = u"Customer support"_s,
                    .workflow = {.id = WorkflowId(3), .name = u"Support"_s}};
    api().on("POST", u"/desks"_s, FakeApi::Reply::json(toJson(made), 201));
    m_place->desk.desks.append(made);
    save();
    QTRY_VERIFY(!dialog());
    const QJsonObject sent = api().requests("POST", u"/desks"_s).first().json();
    QCOMPARE(sent["template"_L1].toString(), u"support"_s);
    QVERIFY(sent["workflow"_L1].isNull());
    QCOMPARE(sent["key"_L1].toString(), u"CS"_s);
    QTRY_COMPARE(column("desksList", 0).size(), 3);
}

void TestDesksPage::makesADeskWithoutATemplate()
{
    open();
    press("desksAdd");
    QTRY_VERIFY(card(u"Nothing prepared"_s));
    card(u"Nothing prepared"_s)->click();
    QTRY_COMPARE(field<QComboBox>("workflow")->count(), 2);
    field<QComboBox>("workflow")->setCurrentIndex(1);
    field<QLineEdit>("key")->setText(u"LAB"_s);
    field<QLineEdit>("name")->setText(u"Laboratory"_s);
    api().on("POST", u"/desks"_s, FakeApi::Reply::json(toJson(m_place->desk.desks[0]), 201));
    save();
    QTRY_VERIFY(!dialog());
    const QJsonObject sent = api().requests("POST", u"/desks"_s).first().json();
    QVERIFY(!sent.contains("template"_L1));
    QCOMPARE(sent["workflow"_L1].toInt(), 2);
}

void TestDesksPage::makesADeskWithoutTheTemplates()
{
    open();
    api().on("GET", u"/desk-templates"_s, FakeApi::Reply::problem(500, "internal"));
    press("desksAdd");
    QTRY_VERIFY(card(u"Nothing prepared"_s));
    QVERIFY(dialog()->findChild<NoticeBox *>()->isVisible());
    card(u"Nothing prepared"_s)->click();
    QVERIFY(field<QLineEdit>("key")->isVisible());
}

void TestDesksPage::judgesFieldsHereFirst()
{
    open();
    press("desksAdd");
    QTRY_VERIFY(card(u"Nothing prepared"_s));
    card(u"Nothing prepared"_s)->click();
    field<QLineEdit>("key")->setText(u"a b"_s);
    save();
    QVERIFY(field<QLabel>("keyError")->isVisible());
    QVERIFY(field<QLabel>("nameError")->isVisible());
    QVERIFY(field<QLineEdit>("key")->hasFocus());
    QVERIFY(api().requests("POST", u"/desks"_s).isEmpty());
}

void TestDesksPage::showsTheServersFaultsAtTheirFields()
{
    open();
    choose("desksList", 1);
    press("desksEdit");
    api().on("PATCH", u"/desks/2"_s,
             FakeApi::Reply::problem(
                     422, "validation.failed",
                     {{u"errors"_s, QJsonArray{QJsonObject{{u"field"_s, u"workflow"_s},
                                                           {u"key"_s, u"unknown"_s}}}}}));
    QTRY_COMPARE(field<QComboBox>("workflow")->count(), 2);
    field<QComboBox>("workflow")->setCurrentIndex(1);
    save();
    QTRY_VERIFY(field<QLabel>("workflowError")->isVisible());
    QVERIFY(!dialog()->findChild<NoticeBox *>()->isVisible());
    field<QComboBox>("workflow")->setCurrentIndex(0);
    QVERIFY(!field<QLabel>("workflowError")->isVisible());
}

void TestDesksPage::saysAllElseAboveTheForm_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("forbidden") << 403 << "access.denied"_ba;
    QTest::newRow("conflict") << 409 << "desk.key_taken"_ba;
    QTest::newRow("gone") << 404 << "not_found"_ba;
}

void TestDesksPage::saysAllElseAboveTheForm()
{
    QFETCH(int, status);
    QFETCH(QByteArray, key);
    open();
    choose("desksList", 1);
    press("desksEdit");
    api().on("PATCH", u"/desks/2"_s, FakeApi::Reply::problem(status, key));
    field<QLineEdit>("name")->setText(u"Staff"_s);
    save();
    QTRY_VERIFY(dialog()->findChild<NoticeBox *>()->isVisible());
    QCOMPARE(field<QLineEdit>("name")->text(), u"Staff"_s);
    QVERIFY(field<QPushButton>("save")->isEnabled());
}

void TestDesksPage::keepsWhatIsTypedWithoutAConnection()
{
    open();
    m_place->client.setPatience({.repeats = 0});
    choose("desksList", 1);
    press("desksEdit");
    field<QLineEdit>("name")->setText(u"Staff"_s);
    api().goAway();
    save();
    QTRY_VERIFY(dialog()->findChild<NoticeBox *>()->isVisible());
    QCOMPARE(field<QLineEdit>("name")->text(), u"Staff"_s);
    api().comeBack();
    api().on("PATCH", u"/desks/2"_s, FakeApi::Reply::json(toJson(m_place->desk.desks[1])));
    save();
    QTRY_VERIFY(!dialog());
}

void TestDesksPage::changesOnlyWhatWasChanged()
{
    open();
    choose("desksList", 1);
    press("desksEdit");
    QVERIFY(!field<QLineEdit>("key")->isEnabled());
    QCOMPARE(field<QPlainTextEdit>("description")->toPlainText(), u"Contracts"_s);
    field<QPlainTextEdit>("description")->setPlainText(u"Contracts and leave"_s);
    api().on("PATCH", u"/desks/2"_s, FakeApi::Reply::json(toJson(m_place->desk.desks[1])));
    save();
    QTRY_VERIFY(!dialog());
    const FakeApi::Request sent = api().requests("PATCH", u"/desks/2"_s).first();
    QCOMPARE(sent.header("If-Match"), "\"3\""_ba);
    QCOMPARE(sent.json(), (QJsonObject{{u"description"_s, u"Contracts and leave"_s}}));
    // Nothing changed: nothing is sent.
    press("desksEdit");
    save();
    QTRY_VERIFY(!dialog());
    QCOMPARE(api().requests("PATCH", u"/desks/2"_s).size(), 1);
}

void TestDesksPage::tellsWhatSomebodyElseChanged()
{
    open();
    choose("desksList", 1);
    press("desksEdit");
    field<QLineEdit>("name")->setText(u"Staff"_s);
    Desk theirs = m_place->desk.desks[1];
    theirs.name = u"Personnel"_s;
    theirs.workflow = {.id = WorkflowId(2), .name = u"Small"_s};
    theirs.version = 8;
    api().once("PATCH", u"/desks/2"_s,
               FakeApi::Reply::problem(412, "version.mismatch", {{u"current"_s, toJson(theirs)}}));
    save();
    auto *notice = dialog()->findChild<NoticeBox *>();
    QTRY_VERIFY(notice->isVisible());
    QVERIFY(notice->text().contains(u"Name is now “Personnel”."_s));
    QVERIFY(notice->text().contains(u"Workflow is now “Small”."_s));
    QVERIFY(!notice->text().contains("Description"_L1));
    api().on("PATCH", u"/desks/2"_s, FakeApi::Reply::json(toJson(theirs)));
    save();
    QTRY_VERIFY(!dialog());
    const FakeApi::Request sent = api().requests("PATCH", u"/desks/2"_s).last();
    QCOMPARE(sent.header("If-Match"), "\"8\""_ba);
    QCOMPARE(sent.json()["name"_L1].toString(), u"Staff"_s);
}

void TestDesksPage::deletesAfterAsking()
{
    open();
    choose("desksList", 1);
    ConfirmDialog::setAnswerer([](const Question &) { return Decision{.accepted = false}; });
    press("desksDelete");
    QVERIFY(api().requests("DELETE", u"/desks/2"_s).isEmpty());
    ConfirmDialog::setAnswerer([](const Question &question) {
        return Decision{.accepted = question.title == "Delete People?"_L1};
    });
    api().on("DELETE", u"/desks/2"_s, FakeApi::Reply{.status = 204});
    m_place->desk.desks.removeLast();
    press("desksDelete");
    QTRY_COMPARE(column("desksList", 0), QStringList{u"HD"_s});
    QCOMPARE(api().requests("DELETE", u"/desks/2"_s).first().header("If-Match"), "\"3\""_ba);
    QTRY_COMPARE(table("categoriesList")->accessibleName(), u"Categories of Help desk"_s);
}

void TestDesksPage::saysWhyItIsNotDeleted()
{
    open();
    ConfirmDialog::setAnswerer([](const Question &) { return Decision{.accepted = true}; });
    api().on("DELETE", u"/desks/1"_s, FakeApi::Reply::problem(409, "desk.in_use"));
    press("desksDelete");
    QTRY_COMPARE(Popups::of(m_page.get()).count(), 1);
    const QString text = Popups::of(m_page.get()).texts().first();
    QVERIFY(text.startsWith("Help desk could not be deleted"_L1));
    QCOMPARE(column("desksList", 0).size(), 2);
}

void TestDesksPage::makesACategory()
{
    open();
    press("categoriesAdd");
    field<QLineEdit>("name")->setText(u"Accounts"_s);
    QCOMPARE(field<QSpinBox>("position")->value(), 2); // after the others
    Category made = m_place->desk.categories.first();
    made.id = CategoryId(9);
    made.name = u"Accounts"_s;
    api().on("POST", u"/categories"_s, FakeApi::Reply::json(toJson(made), 201));
    m_place->desk.categories.append(made);
    save();
    QTRY_VERIFY(!dialog());
    const QJsonObject sent = api().requests("POST", u"/categories"_s).first().json();
    QCOMPARE(sent["desk"_L1].toInt(), 1);
    QCOMPARE(sent["position"_L1].toInt(), 2);
    QTRY_COMPARE(column("categoriesList", 0).size(), 3);
    QCOMPARE(Popups::of(m_page.get()).texts(), QStringList{u"Accounts is saved"_s});
}

void TestDesksPage::changesMembers()
{
    open();
    find<QTabWidget>("deskParts")->setCurrentIndex(1);
    choose("teamsList", 0);
    press("teamsEdit");
    auto *members = field<QListWidget>("members");
    QTRY_COMPARE(members->count(), 2);
    QCOMPARE(members->item(0)->checkState(), Qt::Checked);
    QCOMPARE(members->item(1)->text(), u"Jane Doe"_s);
    members->item(1)->setCheckState(Qt::Checked);
    auto *search = field<SearchField>("peopleSearch");
    search->setText(u"nobody"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(api().requests("GET", u"/users"_s).size(), 2);
    QVERIFY(dialog()); // Return searches, and does not save
    QCOMPARE(members->count(), 2);
    api().on("PATCH", u"/teams/4"_s, FakeApi::Reply::json(toJson(m_place->desk.teams[0])));
    save();
    QTRY_VERIFY(!dialog());
    QCOMPARE(api().requests("PATCH", u"/teams/4"_s).first().json(),
             (QJsonObject{{u"members"_s, QJsonArray{2, 7}}}));
}

void TestDesksPage::makesATag()
{
    open();
    find<QTabWidget>("deskParts")->setCurrentIndex(2);
    press("tagsAdd");
    field<QLineEdit>("name")->setText(u"wifi"_s);
    field<QLineEdit>("color")->setText(u"blue"_s);
    save();
    QVERIFY(field<QLabel>("colorError")->isVisible());
    field<QLineEdit>("color")->setText(u"#112233"_s);
    api().on("POST", u"/tags"_s, FakeApi::Reply::json(toJson(m_place->desk.tags[0]), 201));
    save();
    QTRY_VERIFY(!dialog());
    QCOMPARE(api().requests("POST", u"/tags"_s).first().json(),
             (QJsonObject{{u"name"_s, u"wifi"_s}, {u"color"_s, u"#112233"_s}}));
}

void TestDesksPage::makesATicketTemplate()
{
    m_place->desk.categories[0].fields
            = {{.key = u"asset"_s, .label = u"Asset number"_s, .required = true}};
    open();
    find<QTabWidget>("deskParts")->setCurrentIndex(3);
    press("templatesAdd");
    QTRY_COMPARE(field<QComboBox>("category")->count(), 3); // none, and the two of the desk
    save();
    QVERIFY(field<QLabel>("nameError")->isVisible());
    field<QLineEdit>("name")->setText(u"New screen"_s);
    field<QLineEdit>("title")->setText(u"A screen, please"_s);
    field<QLineEdit>("tags")->setText(u"vpn,  home office,"_s);
    field<QComboBox>("category")->setCurrentIndex(1);
    field<QLineEdit>("field_asset")->setText(u"PC-1"_s);
    TicketTemplate made{.id = TicketTemplateId(4), .name = u"New screen"_s};
    made.desk = m_place->desk.categories.first().desk;
    made.category = CategoryRef{.id = CategoryId(1), .name = u"Hardware"_s};
    made.customFields[u"asset"_s] = u"PC-1"_s;
    api().on("POST", u"/ticket-templates"_s, FakeApi::Reply::json(toJson(made), 201));
    m_place->desk.templates = {made};
    save();
    QTRY_VERIFY(!dialog());
    const QJsonObject sent = api().requests("POST", u"/ticket-templates"_s).first().json();
    QCOMPARE(sent["desk"_L1].toInt(), 1);
    QCOMPARE(sent["category"_L1].toInt(), 1);
    QCOMPARE(sent["tags"_L1].toArray(), (QJsonArray{u"vpn"_s, u"home office"_s}));
    QCOMPARE(sent["customFields"_L1].toObject(), (QJsonObject{{u"asset"_s, u"PC-1"_s}}));
    QTRY_COMPARE(column("templatesList", 0), QStringList{u"New screen"_s});
    choose("templatesList", 0);
    press("templatesEdit");
    QTRY_VERIFY(field<QLineEdit>("field_asset"));
    QCOMPARE(field<QLineEdit>("field_asset")->text(), u"PC-1"_s);
    field<QLineEdit>("field_asset")->clear(); // may stay empty in a template
    api().on("PATCH", u"/ticket-templates/4"_s, FakeApi::Reply::json(toJson(made)));
    save();
    QTRY_VERIFY(!dialog());
    const auto change = api().requests("PATCH", u"/ticket-templates/4"_s).first();
    QCOMPARE(change.json(), (QJsonObject{{u"customFields"_s, QJsonObject()}}));
}

void TestDesksPage::worksByKeysAlone()
{
    open();
    table("desksList")->setFocus();
    QTest::keyClick(table("desksList"), Qt::Key_Down);
    QCOMPARE(table("desksList")->currentIndex().row(), 1);
    QTest::keyClick(table("desksList"), Qt::Key_Return);
    QVERIFY(dialog());
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    auto *bar = find<QTabWidget>("deskParts")->tabBar();
    bar->setFocus();
    QTest::keyClick(bar, Qt::Key_Right);
    QVERIFY(find<QWidget>("teamsList")->isVisible());
}

QTEST_MAIN(TestDesksPage)
#include "tst_deskspage.moc"
