// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/personfield.h"
#include "app/approvals/approvaltemplatedialog.h"
#include "app/approvals/approvaltemplatespage.h"
#include "app/approvals/stepdialog.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/noticebox.h"
#include "app/widgets/popups.h"
#include "app/widgets/stateview.h"
#include "tests/support/app/workplace.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

class TestApprovalTemplates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void listsThem();
    void saysWhatFailed();
    void makesOne();
    void judgesStepsFirst();
    void changesOnlyTheSteps();
    void showsTheServersFaults();
    void saysWhyItStays();

private:
    static ApprovalTemplate purchase();
    QTableView *table() const { return m_page->findChild<QTableView *>(u"pageTable"_s); }
    QPushButton *button(const char *name) const
    {
        return m_page->findChild<QPushButton *>(QLatin1StringView(name));
    }
    ApprovalTemplateDialog *dialog() const { return m_page->findChild<ApprovalTemplateDialog *>(); }
    StepDialog *stepDialog() const { return m_page->findChild<StepDialog *>(); }
    QStringList steps() const;
    void addStep(const QString &name, const QString &person);
    void press(QWidget *of, const char *name) const
    {
        of->findChild<QPushButton *>(QLatin1StringView(name))->click();
    }

    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<ApprovalTemplatesPage> m_page;
    QList<ApprovalTemplate> m_templates;
    const QString m_path = u"/approval-templates"_s;
};

ApprovalTemplate TestApprovalTemplates::purchase()
{
    return {.id = ApprovalTemplateId(4),
            .desk = {.id = DeskId(1), .key = u"HD"_s, .name = u"Help desk"_s},
            .key = u"purchase"_s,
            .name = u"Purchase"_s,
            .steps = {{.name = u"Manager"_s, .people = {FakeDesk::jane()}},
                      {.name = u"Board"_s,
                       .people = {FakeDesk::jane(), FakeDesk::john()},
                       .roles = {u"approver"_s},
                       .mode = ApprovalMode::Count,
                       .count = 2}}};
}

void TestApprovalTemplates::init()
{
    m_place = std::make_unique<Workplace>();
    m_templates = {purchase()};
    m_place->desk.api.on("GET", m_path, [this](const FakeApi::Request &) {
        QJsonArray data;
        for (const ApprovalTemplate &one : std::as_const(m_templates))
            data.append(toJson(one));
        return FakeApi::Reply::json({{u"data"_s, data}, {u"pagination"_s, toJson(Pagination())}});
    });
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
    m_page = std::make_unique<ApprovalTemplatesPage>(m_place->context);
    m_page->resize(1000, 600);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestApprovalTemplates::cleanup()
{
    ConfirmDialog::setAnswerer({});
    m_page.reset();
    m_place.reset();
}

QStringList TestApprovalTemplates::steps() const
{
    QStringList found;
    const auto *list = dialog()->findChild<QListWidget *>(u"steps"_s);
    for (int row = 0; row < list->count(); ++row)
        found.append(list->item(row)->text());
    return found;
}

void TestApprovalTemplates::addStep(const QString &name, const QString &person)
{
    press(dialog(), "stepAdd");
    StepDialog *step = stepDialog();
    auto *field = step->findChild<PersonField *>(u"person"_s);
    QTRY_COMPARE(field->count(), 2);
    step->findChild<QLineEdit *>(u"name"_s)->setText(name);
    field->setEditText(person);
    press(step, "personAdd");
    press(step, "stepOk");
    QTRY_VERIFY(!stepDialog());
}

void TestApprovalTemplates::listsThem()
{
    m_page->showEntry({});
    const QAbstractItemModelTester tester(table()->model());
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(table()->model()->index(0, 2).data().toString(),
             u"Manager: all of Jane Doe → Board: 2 of Jane Doe, John Smith, role “approver”"_s);
}

void TestApprovalTemplates::saysWhatFailed()
{
    m_place->desk.api.once("GET", m_path, FakeApi::Reply::problem(503, "unavailable"));
    m_page->showEntry({});
    QTRY_COMPARE(m_page->findChild<StateView *>()->state(), StateView::State::Failed);
    press(m_page.get(), "stateAction");
    QTRY_COMPARE(table()->model()->rowCount(), 1);
}

void TestApprovalTemplates::makesOne()
{
    m_place->desk.api.on("POST", m_path, FakeApi::Reply::json(toJson(purchase()), 201));
    m_page->showEntry({});
    press(m_page.get(), "approvalTemplatesAdd");
    QTRY_COMPARE(dialog()->findChild<QComboBox *>(u"desk"_s)->count(), 1);
    dialog()->findChild<QLineEdit *>(u"name"_s)->setText(u"Travel"_s);
    addStep(u"Manager"_s, u"Jane Doe"_s);
    addStep(u"Board"_s, u"John Smith"_s);
    QCOMPARE(steps(),
             (QStringList{u"1. Manager: all of Jane Doe"_s, u"2. Board: all of John Smith"_s}));
    press(dialog(), "stepUp");
    QCOMPARE(steps().first(), u"1. Board: all of John Smith"_s);
    press(dialog(), "save");
    QTRY_VERIFY(!dialog());
    const auto sent = fromJson<ApprovalTemplateDraft>(
            m_place->desk.api.requests("POST", m_path).first().json());
    QVERIFY(sent);
    QCOMPARE(sent->desk, DeskId(1));
    QCOMPARE(sent->steps.size(), 2);
    QCOMPARE(sent->steps[0].people, QList<AccountId>{AccountId(2)});
    QVERIFY(!sent->allowSelfApproval);
}

void TestApprovalTemplates::judgesStepsFirst()
{
    m_page->showEntry({});
    press(m_page.get(), "approvalTemplatesAdd");
    press(dialog(), "save");
    QVERIFY(dialog()->findChild<QLabel *>(u"nameError"_s)->isVisible());
    QVERIFY(dialog()->findChild<QLabel *>(u"stepsError"_s)->isVisible());
    press(dialog(), "stepAdd");
    press(stepDialog(), "stepOk");
    QVERIFY(stepDialog()->findChild<QLabel *>(u"nameError"_s)->isVisible());
    QVERIFY(stepDialog()->findChild<QLabel *>(u"peopleError"_s)->isVisible());
    auto *mode = stepDialog()->findChild<QComboBox *>(u"mode"_s);
    auto *count = stepDialog()->findChild<QSpinBox *>(u"count"_s);
    QVERIFY(!count->isVisible());
    mode->setCurrentIndex(mode->findData(int(ApprovalMode::Count)));
    QVERIFY(count->isVisible());
    stepDialog()->findChild<QSpinBox *>(u"remindAfterHours"_s)->setValue(16);
    stepDialog()->findChild<QSpinBox *>(u"expireAfterHours"_s)->setValue(8);
    press(stepDialog(), "stepOk");
    QVERIFY(stepDialog()->findChild<QLabel *>(u"expireAfterHoursError"_s)->isVisible());
    QVERIFY(m_place->desk.api.requests("POST", m_path).isEmpty());
}

void TestApprovalTemplates::changesOnlyTheSteps()
{
    m_place->desk.api.on("PATCH", m_path + u"/4"_s, FakeApi::Reply::json(toJson(purchase())));
    m_page->showEntry({});
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    table()->setCurrentIndex(table()->model()->index(0, 0));
    press(m_page.get(), "approvalTemplatesEdit");
    QVERIFY(!dialog()->findChild<QComboBox *>(u"desk"_s));
    dialog()->findChild<QListWidget *>(u"steps"_s)->setCurrentRow(1);
    press(dialog(), "stepEdit");
    QCOMPARE(stepDialog()->findChild<QSpinBox *>(u"count"_s)->value(), 2);
    stepDialog()->findChild<QSpinBox *>(u"count"_s)->setValue(3);
    press(stepDialog(), "stepOk");
    press(dialog(), "save");
    QTRY_VERIFY(!dialog());
    const QJsonObject sent = m_place->desk.api.requests("PATCH", m_path + u"/4"_s).first().json();
    QCOMPARE(sent.keys(), QStringList{u"steps"_s});
    QCOMPARE(sent[u"steps"][1][u"count"].toInt(), 3);
    QCOMPARE(sent[u"steps"][1][u"roles"].toArray(), QJsonArray{u"approver"_s});
}

void TestApprovalTemplates::showsTheServersFaults()
{
    m_place->desk.api.on("PATCH", m_path + u"/4"_s,
                         FakeApi::Reply::problem(409, "approval_template.name_taken"));
    m_page->showEntry({});
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    table()->setCurrentIndex(table()->model()->index(0, 0));
    press(m_page.get(), "approvalTemplatesEdit");
    dialog()->findChild<QLineEdit *>(u"name"_s)->setText(u"Travel"_s);
    press(dialog(), "save");
    QTRY_VERIFY(!dialog()->findChild<NoticeBox *>()->text().isEmpty());
    QVERIFY(dialog()->findChild<QPushButton *>(u"save"_s)->isEnabled());
}

void TestApprovalTemplates::saysWhyItStays()
{
    m_place->desk.api.on("DELETE", m_path + u"/4"_s,
                         FakeApi::Reply::problem(409, "approval_template.in_use"));
    ConfirmDialog::setAnswerer([](const Question &) -> Decision { return {.accepted = true}; });
    m_page->showEntry({});
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    table()->setCurrentIndex(table()->model()->index(0, 0));
    button("approvalTemplatesDelete")->click();
    QTRY_VERIFY(Popups::of(m_page.get())
                        .texts()
                        .value(0)
                        .startsWith(u"Purchase could not be deleted"_s));
    QCOMPARE(table()->model()->rowCount(), 1);
}

QTEST_MAIN(TestApprovalTemplates)
#include "tst_approvaltemplates.moc"
