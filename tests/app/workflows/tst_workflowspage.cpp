// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/confirmdialog.h"
#include "app/widgets/noticebox.h"
#include "app/widgets/popups.h"
#include "app/widgets/searchfield.h"
#include "app/widgets/stateview.h"
#include "app/workflows/rehearsaldialog.h"
#include "app/workflows/versionsdialog.h"
#include "app/workflows/workfloweditor.h"
#include "app/workflows/workflowgraph.h"
#include "app/workflows/workflowsmodel.h"
#include "app/workflows/workflowspage.h"
#include "common/base/paging.h"
#include "common/workflows/presets.h"
#include "tests/support/app/workplace.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QJsonDocument>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

/// The page of the workflows before a server that answers, refuses, and is not there.
class TestWorkflowsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void listsWithDesks();
    void searches();
    void saysWhenThereIsNothing();
    void saysWhatFailedAndTriesAgain();
    void deletesAfterAsking();
    void saysWhyItIsNotDeleted();
    void beginsLikeOneThatShips();
    void refusesAKeyThatIsTaken();
    void rehearsesBeforeSaving();
    void movesInBatches();
    void mapsWhatWouldBeStranded();
    void keepsWhatIsTypedWhenSomebodyElseWasFirst();
    void showsWhatTheServerRefuses();
    void keepsWhatIsTypedWithoutAConnection();
    void keepsTheDraftForTheNextTime();
    void throwsTheDraftAway();
    void doesNotSaveWhatIsFaulty();
    void comparesVersions();
    void exportsAndImports();
    void saysWhatIsNoWorkflow();

private:
    static Workflow workflow(qint64 id, const QString &preset, const QString &name);
    void answerList(const QList<Workflow> &workflows);
    void answerRehearsal(int stranded);
    template <class T>
    T *find(const QString &name) const
    {
        return m_page->findChild<T *>(name);
    }
    QTableView *table() const { return find<QTableView>(u"pageTable"_s); }
    QString cell(int row, int column) const
    {
        return table()->model()->index(row, column).data().toString();
    }
    /// The first workflow in the editor.
    void open();
    void press(const QString &name) { find<QAbstractButton>(name)->click(); }
    WorkflowEditor &editor() { return m_page->editor(); }
    QList<FakeApi::Request> asked(const QByteArray &method, const QString &path) const
    {
        return m_place->desk.api.requests(method, path);
    }

    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<WorkflowsPage> m_page;
    Workflow m_helpdesk;
};

Workflow TestWorkflowsPage::workflow(qint64 id, const QString &preset, const QString &name)
{
    return {.id = WorkflowId(id),
            .name = name,
            .definition = *workflowPreset(preset),
            .definitionNumber = 3,
            .version = 5};
}

void TestWorkflowsPage::answerList(const QList<Workflow> &workflows)
{
    m_place->desk.api.on("GET", u"/workflows"_s,
                         FakeApi::Reply::json({{u"data"_s, listToJson(workflows)},
                                               {u"pagination"_s, toJson(Pagination())}}));
}

void TestWorkflowsPage::answerRehearsal(int stranded)
{
    Rehearsal rehearsal{.number = 3, .tickets = 7, .stranded = stranded};
    rehearsal.statuses = {{.number = 3,
                           .status = u"on_hold"_s,
                           .label = u"On hold"_s,
                           .to = u"on_hold"_s,
                           .tickets = 7,
                           .stranded = stranded,
                           .stranding = stranded ? Stranding::UnknownStatus : Stranding::None}};
    if (stranded) {
        rehearsal.changes = {{.part = WorkflowPart::Status,
                              .kind = ChangeKind::Removed,
                              .status = u"on_hold"_s,
                              .label = u"On hold"_s}};
        rehearsal.strandedTickets = {{.id = TicketId(4),
                                      .number = u"HD-4"_s,
                                      .title = u"Smoke"_s,
                                      .status = u"on_hold"_s,
                                      .stranding = Stranding::UnknownStatus}};
    }
    m_place->desk.api.on("POST", u"/workflows/1/rehearsal"_s,
                         FakeApi::Reply::json(toJson(rehearsal)));
}

void TestWorkflowsPage::init()
{
    m_place = std::make_unique<Workplace>();
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
    m_helpdesk = workflow(1, u"helpdesk"_s, u"Help desk"_s);
    answerList({m_helpdesk, workflow(2, u"basic"_s, u"Small"_s)});
    m_place->desk.desks = {{.id = DeskId(1),
                            .key = u"HD"_s,
                            .name = u"IT"_s,
                            .workflow = {.id = WorkflowId(1), .name = u"Help desk"_s}}};
    m_page = std::make_unique<WorkflowsPage>(m_place->context);
    m_page->resize(1100, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void TestWorkflowsPage::cleanup()
{
    ConfirmDialog::setAnswerer({});
    m_page.reset();
    m_place.reset();
}

void TestWorkflowsPage::open()
{
    m_page->showEntry(u"workflows"_s);
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    table()->selectRow(0);
    press(u"workflowsEdit"_s);
    QTRY_VERIFY(editor().isVisible());
}

void TestWorkflowsPage::listsWithDesks()
{
    const QAbstractItemModelTester tester(table()->model());
    m_page->showEntry(u"workflows"_s);
    QCOMPARE(m_page->findChild<StateView *>()->state(), StateView::State::Loading);
    QTRY_COMPARE(cell(0, WorkflowsModel::DesksColumn), u"IT"_s);
    QCOMPARE(cell(0, WorkflowsModel::NameColumn), u"Help desk"_s);
    QCOMPARE(cell(0, WorkflowsModel::KeyColumn), u"helpdesk"_s);
    QCOMPARE(cell(0, WorkflowsModel::VersionColumn), u"3"_s);
    QCOMPARE(cell(1, WorkflowsModel::DesksColumn), u"–"_s);
}

void TestWorkflowsPage::searches()
{
    m_page->showEntry(u"workflows"_s);
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    auto *search = m_page->findChild<SearchField *>(u"pageSearch"_s);
    search->setText(u"small"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_VERIFY(table()->isRowHidden(0));
    QVERIFY(!table()->isRowHidden(1));
}

void TestWorkflowsPage::saysWhenThereIsNothing()
{
    answerList({});
    m_page->showEntry(u"workflows"_s);
    QTRY_COMPARE(m_page->findChild<StateView *>()->state(), StateView::State::Empty);
}

void TestWorkflowsPage::saysWhatFailedAndTriesAgain()
{
    m_place->desk.api.once("GET", u"/workflows"_s, FakeApi::Reply::problem(503, "overload"));
    m_page->showEntry(u"workflows"_s);
    QTRY_COMPARE(m_page->findChild<StateView *>()->state(), StateView::State::Failed);
    m_page->findChild<QPushButton *>(u"stateAction"_s)->click();
    QTRY_COMPARE(table()->model()->rowCount(), 2);
}

void TestWorkflowsPage::deletesAfterAsking()
{
    Workflow own = workflow(3, u"basic"_s, u"Own"_s);
    own.definition.key = u"own"_s;
    answerList({own, m_helpdesk});
    m_page->showEntry(u"workflows"_s);
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    table()->selectRow(1); // ships
    QVERIFY(!find<QPushButton>(u"workflowsDelete"_s)->isEnabled());
    table()->selectRow(0);
    m_place->desk.api.on("DELETE", u"/workflows/3"_s, FakeApi::Reply{.status = 204});
    ConfirmDialog::setAnswerer([](const Question &) { return Decision{.accepted = false}; });
    press(u"workflowsDelete"_s);
    QVERIFY(asked("DELETE", u"/workflows/3"_s).isEmpty());
    ConfirmDialog::setAnswerer([](const Question &) { return Decision{.accepted = true}; });
    press(u"workflowsDelete"_s);
    QTRY_COMPARE(asked("DELETE", u"/workflows/3"_s).size(), 1);
    QCOMPARE(asked("DELETE", u"/workflows/3"_s).first().header("If-Match"), "\"5\""_ba);
}

void TestWorkflowsPage::saysWhyItIsNotDeleted()
{
    Workflow own = workflow(3, u"basic"_s, u"Own"_s);
    own.definition.key = u"own"_s;
    answerList({own});
    m_page->showEntry(u"workflows"_s);
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    table()->selectRow(0);
    m_place->desk.api.on("DELETE", u"/workflows/3"_s,
                         FakeApi::Reply::problem(409, "workflow.in_use"));
    ConfirmDialog::setAnswerer([](const Question &) { return Decision{.accepted = true}; });
    press(u"workflowsDelete"_s);
    QTRY_COMPARE(Popups::of(m_page.get()).count(), 1);
    QVERIFY(Popups::of(m_page.get()).texts().first().contains(u"Own could not be deleted"_s));
}

void TestWorkflowsPage::beginsLikeOneThatShips()
{
    m_page->showEntry(u"workflows"_s);
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    auto *menu = find<QMenu>(u"workflowsNewMenu"_s);
    Q_EMIT menu->aboutToShow();
    menu->actions().first()->trigger();
    QVERIFY(editor().isVisible());
    QCOMPARE(editor().draft().definition().key, u"helpdesk_2"_s);
    Workflow made = m_helpdesk;
    made.id = WorkflowId(9);
    made.definition = editor().draft().definition();
    made.name = u"Help desk (copy)"_s;
    m_place->desk.api.on("POST", u"/workflows"_s, FakeApi::Reply::json(toJson(made), 201));
    press(u"editorSave"_s);
    QTRY_COMPARE(editor().workflow().id, WorkflowId(9));
    const QJsonObject sent = asked("POST", u"/workflows"_s).first().json();
    QCOMPARE(sent["name"_L1].toString(), u"Help desk (copy)"_s);
    QVERIFY(!editor().isModified());
    QVERIFY(!WorkflowEditor::hasDraft(m_place->context, {}));
}

void TestWorkflowsPage::refusesAKeyThatIsTaken()
{
    m_page->showEntry(u"workflows"_s);
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    table()->selectRow(0);
    press(u"workflowsDuplicate"_s);
    m_place->desk.api.on("POST", u"/workflows"_s,
                         FakeApi::Reply::problem(409, "workflow.key_taken"));
    press(u"editorSave"_s);
    auto *notice = editor().findChild<NoticeBox *>();
    QTRY_VERIFY(notice->isVisible());
    QVERIFY(notice->text().contains(u"There is a workflow with this key already."_s));
    QVERIFY(editor().isModified());
}

void TestWorkflowsPage::rehearsesBeforeSaving()
{
    open();
    answerRehearsal(0);
    editor().draft().setLabel(u"Our desk"_s);
    press(u"editorSave"_s);
    auto *dialog = editor().findChild<RehearsalDialog *>();
    QVERIFY(dialog);
    auto *save = dialog->findChild<QPushButton *>(u"save"_s);
    QVERIFY(!save->isEnabled());
    QTRY_VERIFY(save->isEnabled());
    QVERIFY(asked("PATCH", u"/workflows/1"_s).isEmpty());
    Workflow after = m_helpdesk;
    after.definition = editor().draft().definition();
    after.definitionNumber = 4;
    after.version = 6;
    m_place->desk.api.on("PATCH", u"/workflows/1"_s, FakeApi::Reply::json(toJson(after)));
    m_place->desk.api.on("POST", u"/workflows/1/migrate"_s,
                         FakeApi::Reply::json(toJson(Migration{.number = 4, .moved = 7})));
    dialog->findChild<QCheckBox *>(u"rehearsalMove"_s)->click();
    save->click();
    QTRY_COMPARE(asked("POST", u"/workflows/1/migrate"_s).size(), 1);
    QCOMPARE(asked("PATCH", u"/workflows/1"_s).first().header("If-Match"), "\"5\""_ba);
    QCOMPARE(asked("POST", u"/workflows/1/migrate"_s).first().header("If-Match"), "\"6\""_ba);
    QCOMPARE(editor().workflow().definitionNumber, 4);
    QVERIFY(!editor().isModified());
    QTRY_VERIFY(!editor().findChild<RehearsalDialog *>());
}

void TestWorkflowsPage::movesInBatches()
{
    open();
    answerRehearsal(0);
    editor().draft().setLabel(u"Our desk"_s);
    press(u"editorSave"_s);
    auto *dialog = editor().findChild<RehearsalDialog *>();
    auto *save = dialog->findChild<QPushButton *>(u"save"_s);
    QTRY_VERIFY(save->isEnabled());
    const QString path = u"/workflows/1/migrate"_s;
    FakeApi &api = m_place->desk.api;
    api.on("PATCH", u"/workflows/1"_s, FakeApi::Reply::json(toJson(m_helpdesk)));
    api.once("POST", path,
             FakeApi::Reply::json(toJson(Migration{.moved = 2000, .remaining = 700})));
    api.on("POST", path, FakeApi::Reply::problem(409, "database.deadlock"));
    dialog->findChild<QCheckBox *>(u"rehearsalMove"_s)->click();
    save->click();
    const auto texts = [this] {
        return Popups::of(&editor()).texts();
    };
    QTRY_VERIFY(texts().contains(u"2,000 of 2700 tickets are moved"_s)
                || texts().contains(u"2,000 of 2,700 tickets are moved"_s));
    QTRY_VERIFY(texts().last().startsWith(u"Only 2000 tickets could be moved"_s)
                || texts().last().startsWith(u"Only 2,000 tickets could be moved"_s));
    QCOMPARE(asked("POST", path).size(), 2);
}

void TestWorkflowsPage::mapsWhatWouldBeStranded()
{
    open();
    answerRehearsal(7);
    editor().draft().remove({ElementKind::Status, 3});
    press(u"editorSave"_s);
    auto *dialog = editor().findChild<RehearsalDialog *>();
    auto *save = dialog->findChild<QPushButton *>(u"save"_s);
    QTRY_VERIFY(save->isEnabled());
    QCOMPARE(dialog->findChild<QListWidget *>(u"rehearsalStranded"_s)->count(), 1);
    QCOMPARE(dialog->findChild<QListWidget *>(u"rehearsalChanges"_s)->item(0)->text(),
             u"Status On hold is removed"_s);
    // Who moves them has to say where to.
    dialog->findChild<QCheckBox *>(u"rehearsalMove"_s)->click();
    QVERIFY(!save->isEnabled());
    auto *target = dialog->findChild<QComboBox *>(u"map.on_hold"_s);
    target->setCurrentIndex(target->findData(u"in_progress"_s));
    answerRehearsal(0);
    Q_EMIT target->activated(target->currentIndex());
    QTRY_VERIFY(save->isEnabled());
    const QJsonObject sent = asked("POST", u"/workflows/1/rehearsal"_s).last().json();
    QCOMPARE(sent["statusMap"_L1]["on_hold"_L1].toString(), u"in_progress"_s);
    QCOMPARE(dialog->statusMap().value(u"on_hold"_s), u"in_progress"_s);
}

void TestWorkflowsPage::keepsWhatIsTypedWhenSomebodyElseWasFirst()
{
    open();
    answerRehearsal(0);
    editor().draft().setLabel(u"Mine"_s);
    Workflow theirs = m_helpdesk;
    theirs.definition.label = u"Theirs"_s;
    theirs.definitionNumber = 4;
    theirs.version = 6;
    m_place->desk.api.on(
            "PATCH", u"/workflows/1"_s,
            FakeApi::Reply::problem(412, "version.mismatch", {{u"current"_s, toJson(theirs)}}));
    press(u"editorSave"_s);
    auto *save = editor().findChild<RehearsalDialog *>()->findChild<QPushButton *>(u"save"_s);
    QTRY_VERIFY(save->isEnabled());
    save->click();
    auto *notice = editor().findChild<NoticeBox *>();
    QTRY_VERIFY(notice->text().contains(u"Somebody else has changed this workflow"_s));
    QCOMPARE(editor().draft().definition().label, u"Mine"_s);
    QCOMPARE(editor().draft().saved().label, u"Theirs"_s);
    QCOMPARE(editor().workflow().version, 6);
    QVERIFY(editor().isModified());
}

void TestWorkflowsPage::showsWhatTheServerRefuses()
{
    open();
    editor().findChild<QLineEdit *>(u"workflowName"_s)->selectAll();
    QTest::keyClicks(editor().findChild<QLineEdit *>(u"workflowName"_s), u"Taken"_s);
    m_place->desk.api.on("PATCH", u"/workflows/1"_s,
                         FakeApi::Reply::problem(
                                 422, "invalid",
                                 {{u"errors"_s, QJsonArray{QJsonObject{{u"field"_s, u"name"_s},
                                                                       {u"key"_s, u"taken"_s}}}}}));
    press(u"editorSave"_s); // nothing but the name: nothing to rehearse
    auto *message = editor().findChild<QLabel *>(u"nameError"_s);
    QTRY_COMPARE(message->text(), u"This is in use already."_s);
}

void TestWorkflowsPage::keepsWhatIsTypedWithoutAConnection()
{
    open();
    editor().draft().setLabel(u"Mine"_s);
    m_place->client.setPatience({.repeats = 0});
    m_place->desk.api.goAway();
    m_place->desk.api.dropConnections();
    press(u"editorSave"_s);
    auto *dialog = editor().findChild<RehearsalDialog *>();
    QTRY_COMPARE(dialog->findChild<StateView *>()->state(), StateView::State::Failed);
    dialog->reject();
    QCOMPARE(editor().draft().definition().label, u"Mine"_s);
    editor().keepDraft();
    QVERIFY(WorkflowEditor::hasDraft(m_place->context, WorkflowId(1)));
}

void TestWorkflowsPage::keepsTheDraftForTheNextTime()
{
    open();
    editor().draft().setLabel(u"Half done"_s);
    editor().draft().addStatus(); // faulty as it is
    press(u"editorBack"_s);
    QVERIFY(table()->isVisible());
    QCOMPARE(cell(0, WorkflowsModel::NameColumn), u"Help desk – not saved"_s);
    // In another window of the program, or after a new start.
    m_page = std::make_unique<WorkflowsPage>(m_place->context);
    m_page->show();
    open();
    QCOMPARE(editor().draft().definition().label, u"Half done"_s);
    QCOMPARE(editor().draft().definition().statuses.size(),
             m_helpdesk.definition.statuses.size() + 1);
    QVERIFY(editor().findChild<NoticeBox *>()->isVisible());
    // New ones are not lost either.
    press(u"editorBack"_s);
    table()->selectRow(1);
    press(u"workflowsDuplicate"_s);
    press(u"editorBack"_s);
    QVERIFY(editor().resumeNew());
    QCOMPARE(editor().draft().definition().key, u"basic_2"_s);
}

void TestWorkflowsPage::throwsTheDraftAway()
{
    open();
    editor().draft().setLabel(u"Half done"_s);
    editor().keepDraft();
    ConfirmDialog::setAnswerer([](const Question &) { return Decision{.accepted = true}; });
    press(u"editorDiscard"_s);
    QTRY_COMPARE(editor().draft().definition(), m_helpdesk.definition);
    QVERIFY(!WorkflowEditor::hasDraft(m_place->context, WorkflowId(1)));
}

void TestWorkflowsPage::doesNotSaveWhatIsFaulty()
{
    open();
    editor().draft().addStatus();
    const WorkflowElement added = editor().draft().current();
    auto *faults = editor().findChild<QListWidget *>(u"workflowFaults"_s);
    QCOMPARE(faults->count(), 2);
    editor().draft().setCurrent({});
    press(u"editorSave"_s);
    QVERIFY(!editor().findChild<RehearsalDialog *>());
    // It leads to the first fault, as a click on it does.
    QCOMPARE(editor().draft().current(), added);
    editor().draft().setCurrent({});
    Q_EMIT faults->itemClicked(faults->item(1));
    QCOMPARE(editor().draft().current(), added);
}

void TestWorkflowsPage::comparesVersions()
{
    open();
    WorkflowDefinition old = m_helpdesk.definition;
    old.label = u"Old"_s;
    const WorkflowVersion second{.number = 2,
                                 .createdAt = FakeDesk::noon(),
                                 .createdBy = FakeDesk::john(),
                                 .tickets = 3,
                                 .openTickets = 1};
    WorkflowVersion first{.number = 1, .createdAt = FakeDesk::noon(), .tickets = 9};
    m_place->desk.api.on("GET", u"/workflows/1/versions"_s,
                         FakeApi::Reply::json({{u"data"_s, listToJson(QList{second, first})},
                                               {u"pagination"_s, toJson(Pagination())}}));
    for (const auto &[version, definition] :
         {std::pair(second, m_helpdesk.definition), std::pair(first, old)}) {
        WorkflowVersion whole = version;
        whole.definition = definition;
        m_place->desk.api.on("GET", u"/workflows/1/versions/%1"_s.arg(whole.number),
                             FakeApi::Reply::json(toJson(whole)));
    }
    press(u"editorVersions"_s);
    auto *dialog = editor().findChild<VersionsDialog *>();
    auto *changes = dialog->findChild<QListWidget *>(u"versionChanges"_s);
    QTRY_COMPARE(changes->count(), 1);
    QCOMPARE(changes->item(0)->text(), u"The workflow: name “Old” → “Help desk”"_s);
    auto *versions = dialog->findChild<QTableWidget *>(u"versionsTable"_s);
    QCOMPARE(versions->item(1, 2)->text(), u"Came with Deskbell"_s);
    versions->selectRow(1);
    dialog->findChild<QPushButton *>(u"versionUse"_s)->click();
    QTRY_COMPARE(editor().draft().definition().label, u"Old"_s);
    QVERIFY(editor().draft().history().canUndo());
}

void TestWorkflowsPage::exportsAndImports()
{
    m_page->showEntry(u"workflows"_s);
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"help.json"_s);
    m_page->exportFile(path, m_helpdesk.definition);
    QTRY_VERIFY(Popups::of(m_page.get()).texts().join(u' ').contains(u"help.json is written"_s));
    m_page->importFile(path);
    QTRY_VERIFY(editor().isVisible());
    WorkflowDefinition expected = m_helpdesk.definition;
    expected.key = u"helpdesk_2"_s;
    QCOMPARE(editor().draft().definition(), expected);
}

void TestWorkflowsPage::saysWhatIsNoWorkflow()
{
    m_page->showEntry(u"workflows"_s);
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"other.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"key":7})");
    file.close();
    m_page->importFile(file.fileName());
    QTRY_VERIFY(Popups::of(m_page.get())
                        .texts()
                        .join(u' ')
                        .contains(u"other.json is not a workflow"_s));
    m_page->importFile(folder.filePath(u"none.json"_s));
    QTRY_COMPARE(Popups::of(m_page.get()).count(), 2);
    QVERIFY(!editor().isVisible());
}

QTEST_MAIN(TestWorkflowsPage)
#include "tst_workflowspage.moc"
