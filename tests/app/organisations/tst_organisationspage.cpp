// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/organisations/organisationspage.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/entitydialog.h"
#include "app/widgets/popups.h"
#include "app/widgets/searchfield.h"
#include "app/widgets/stateview.h"
#include "tests/support/app/workplace.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

/// The organisations before a server that answers, refuses, and is not there.
class TestOrganisationsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void listsAndSearches();
    void saysWhatFailedAndTriesAgain();
    void followsWhatOthersDo();
    void makesOne();
    void deletesOne();
    void readsAgainAfterAReset();

private:
    template <class T>
    T *find(const char *name) const
    {
        return m_page->findChild<T *>(QLatin1StringView(name));
    }
    QTableView *table() const { return find<QTableView>("pageTable"); }
    StateView *state() const { return m_page->findChild<StateView *>(); }
    QStringList names() const;
    FakeApi &api() { return m_place->desk.api; }

    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<OrganisationsPage> m_page;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestOrganisationsPage::init()
{
    m_place = std::make_unique<Workplace>();
    m_place->desk.organisations
            = {{.id = OrganisationId(1), .name = u"Bakery"_s, .version = 2},
               {.id = OrganisationId(2), .name = u"Dairy"_s, .description = u"Milk"_s}};
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
    m_page = std::make_unique<OrganisationsPage>(m_place->context);
    m_tester = std::make_unique<QAbstractItemModelTester>(table()->model());
    m_page->resize(900, 500);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void TestOrganisationsPage::cleanup()
{
    ConfirmDialog::setAnswerer({});
    m_tester.reset();
    m_page.reset();
    m_place.reset();
}

QStringList TestOrganisationsPage::names() const
{
    QStringList found;
    for (int row = 0; row < table()->model()->rowCount(); ++row)
        found.append(table()->model()->index(row, 0).data().toString());
    return found;
}

void TestOrganisationsPage::listsAndSearches()
{
    m_page->showEntry(u"organisations"_s);
    QCOMPARE(state()->state(), StateView::State::Loading);
    QTRY_COMPARE(names(), (QStringList{u"Bakery"_s, u"Dairy"_s}));
    auto *search = find<SearchField>("pageSearch");
    search->setText(u"dai"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(names(), QStringList{u"Dairy"_s});
    search->setText(u"xyz"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(state()->state(), StateView::State::Empty);
}

void TestOrganisationsPage::saysWhatFailedAndTriesAgain()
{
    api().once("GET", u"/organisations"_s, FakeApi::Reply::problem(403, "access.denied"));
    m_page->showEntry(u"organisations"_s);
    QTRY_COMPARE(state()->state(), StateView::State::Failed);
    find<QPushButton>("stateAction")->click();
    QTRY_COMPARE(state()->state(), StateView::State::Content);
}

void TestOrganisationsPage::followsWhatOthersDo()
{
    m_page->showEntry(u"organisations"_s);
    QTRY_COMPARE(names().size(), 2);
    m_place->desk.organisations.removeFirst();
    api().pushEvent("organisation.updated", toJson(Event{.type = EventType::OrganisationUpdated,
                                                         .id = AnyEntityId(1),
                                                         .at = FakeDesk::noon()}));
    QTRY_COMPARE(names(), QStringList{u"Dairy"_s});
}

void TestOrganisationsPage::makesOne()
{
    m_page->showEntry(u"organisations"_s);
    QTRY_COMPARE(names().size(), 2);
    find<QPushButton>("organisationsAdd")->click();
    auto *dialog = m_page->findChild<EntityDialog *>();
    QVERIFY(dialog);
    auto *save = dialog->findChild<QPushButton *>(u"save"_s);
    dialog->findChild<QLineEdit *>(u"name"_s)->setText(u"Bakery"_s);
    api().once("POST", u"/organisations"_s,
               FakeApi::Reply::problem(
                       409, "organisation.name_taken",
                       {{u"errors"_s, QJsonArray{QJsonObject{{u"field"_s, u"name"_s},
                                                             {u"key"_s, u"taken"_s}}}}}));
    save->click();
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"nameError"_s)->isVisible());
    const Organisation made{.id = OrganisationId(3), .name = u"Mill"_s};
    api().on("POST", u"/organisations"_s, FakeApi::Reply::json(toJson(made), 201));
    m_place->desk.organisations.append(made);
    dialog->findChild<QLineEdit *>(u"name"_s)->setText(u"Mill"_s);
    save->click();
    QTRY_COMPARE(names().size(), 3);
    QCOMPARE(Popups::of(m_page.get()).texts(), QStringList{u"Mill is saved"_s});
}

void TestOrganisationsPage::deletesOne()
{
    m_page->showEntry(u"organisations"_s);
    QTRY_COMPARE(names().size(), 2);
    table()->selectRow(0);
    ConfirmDialog::setAnswerer([](const Question &) { return Decision{.accepted = true}; });
    api().once("DELETE", u"/organisations/1"_s,
               FakeApi::Reply::problem(412, "version.mismatch",
                                       {{u"current"_s, toJson(m_place->desk.organisations[0])}}));
    find<QPushButton>("organisationsDelete")->click();
    QTRY_COMPARE(Popups::of(m_page.get()).count(), 1);
    QVERIFY(Popups::of(m_page.get()).texts().first().contains("Somebody else"_L1));
    api().on("DELETE", u"/organisations/1"_s, FakeApi::Reply{.status = 204});
    m_place->desk.organisations.removeFirst();
    find<QPushButton>("organisationsDelete")->click();
    QTRY_COMPARE(names(), QStringList{u"Dairy"_s});
}

void TestOrganisationsPage::readsAgainAfterAReset()
{
    m_page->showEntry(u"organisations"_s);
    QTRY_COMPARE(names().size(), 2);
    m_place->desk.organisations.removeFirst();
    api().pushEvent("reset", {});
    QTRY_COMPARE(names(), QStringList{u"Dairy"_s});
}

QTEST_MAIN(TestOrganisationsPage)
#include "tst_organisationspage.moc"
