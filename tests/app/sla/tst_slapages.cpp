// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sla/calendardialog.h"
#include "app/sla/calendarspage.h"
#include "app/sla/durationfield.h"
#include "app/sla/holidaydialog.h"
#include "app/sla/slapoliciespage.h"
#include "app/sla/slapolicydialog.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/noticebox.h"
#include "app/widgets/popups.h"
#include "app/widgets/stateview.h"
#include "tests/support/app/workplace.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QTest>
#include <QTimeEdit>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString calendarsPath = u"/calendars"_s;
const QString policiesPath = u"/sla-policies"_s;

FakeApi::Reply pageOf(const QJsonArray &data)
{
    return FakeApi::Reply::json({{u"data"_s, data}, {u"pagination"_s, toJson(Pagination())}});
}

Calendar office()
{
    return {.id = CalendarId(3),
            .desk = {.id = DeskId(1), .key = u"HD"_s, .name = u"Help desk"_s},
            .name = u"Office"_s,
            .timeZone = u"Europe/Berlin"_s,
            .periods = periodsOf({{.days = 0b0011111}}),
            .holidays = {{.date = QDate(2026, 12, 25), .name = u"Christmas"_s, .yearly = true}}};
}

SlaPolicy standard()
{
    return {.id = SlaPolicyId(5),
            .desk = {.id = DeskId(1), .key = u"HD"_s, .name = u"Help desk"_s},
            .name = u"Standard"_s,
            .calendar = {.id = CalendarId(3), .name = u"Office"_s},
            .firstResponseMinutes = 60,
            .resolutionMinutes = 480};
}

void press(QWidget *of, const char *name)
{
    of->findChild<QPushButton *>(QLatin1StringView(name))->click();
}

} // namespace

/// The pages on which a desk's hours and promises are managed.
class TestSlaPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void listsCalendars();
    void saysWhatFailed();
    void makesACalendar();
    void findsFaultsInHours();
    void saysWhyACalendarStays();
    void listsPolicies();
    void makesAPolicy();
    void changesOnlyWhatIsAnother();
    void showsTheServersFaults();
    void triesAPolicyOnPastTickets();
    void stopsTrying();
    void saysWhyItCouldNotBeTried();

private:
    template <class Page>
    Page *show();
    QTableView *table() const { return m_page->findChild<QTableView *>(u"pageTable"_s); }
    template <class Dialog>
    Dialog *dialog() const
    {
        return m_page->findChild<Dialog *>();
    }
    /// Opens the form for the one in the list.
    void edit(const char *button);

    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<PageWidget> m_page;
};

void TestSlaPages::init()
{
    m_place = std::make_unique<Workplace>();
    FakeApi &api = m_place->desk.api;
    api.on("GET", calendarsPath, pageOf({toJson(office())}));
    api.on("GET", policiesPath, pageOf({toJson(standard())}));
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
}

void TestSlaPages::cleanup()
{
    ConfirmDialog::setAnswerer({});
    m_page.reset();
    m_place.reset();
}

template <class Page>
Page *TestSlaPages::show()
{
    auto page = std::make_unique<Page>(m_place->context);
    Page *shown = page.get();
    m_page = std::move(page);
    m_page->resize(1000, 600);
    m_page->show();
    m_page->activateWindow();
    if (!QTest::qWaitForWindowActive(m_page.get()))
        qFatal("no window");
    m_page->showEntry({});
    return shown;
}

void TestSlaPages::edit(const char *button)
{
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    table()->setCurrentIndex(table()->model()->index(0, 0));
    press(m_page.get(), button);
}

void TestSlaPages::listsCalendars()
{
    show<CalendarsPage>();
    const QAbstractItemModelTester tester(table()->model());
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(table()->model()->index(0, 2).data().toString(), u"Europe/Berlin"_s);
    QVERIFY(table()->model()->index(0, 3).data().toString().contains(u'–'));
}

void TestSlaPages::saysWhatFailed()
{
    m_place->desk.api.once("GET", calendarsPath, FakeApi::Reply::problem(503, "unavailable"));
    show<CalendarsPage>();
    QTRY_COMPARE(m_page->findChild<StateView *>()->state(), StateView::State::Failed);
    press(m_page.get(), "stateAction");
    QTRY_COMPARE(table()->model()->rowCount(), 1);
}

void TestSlaPages::makesACalendar()
{
    FakeApi &api = m_place->desk.api;
    api.on("POST", calendarsPath, FakeApi::Reply::json(toJson(office()), 201));
    show<CalendarsPage>();
    press(m_page.get(), "calendarsAdd");
    auto *form = dialog<CalendarDialog>();
    QTRY_COMPARE(form->findChild<QComboBox *>(u"desk"_s)->count(), 1);
    form->findChild<QLineEdit *>(u"name"_s)->setText(u"Saturday"_s);
    form->findChild<QComboBox *>(u"timeZone"_s)->setEditText(u"Europe/Vienna"_s);
    press(form, "hoursAdd");
    auto *hours = form->findChild<HoursDialog *>();
    press(hours, "hoursOk"); // no day is chosen
    QVERIFY(hours->isVisible());
    hours->findChild<QCheckBox *>(u"day.sat"_s)->setChecked(true);
    hours->findChild<QTimeEdit *>(u"from"_s)->setTime(QTime(10, 0));
    hours->findChild<QTimeEdit *>(u"to"_s)->setTime(QTime(9, 0));
    press(hours, "hoursOk"); // backwards
    QVERIFY(hours->isVisible());
    hours->findChild<QTimeEdit *>(u"to"_s)->setTime(QTime(0, 0));
    press(hours, "hoursOk");
    press(form, "holidayAdd");
    auto *holiday = form->findChild<HolidayDialog *>();
    press(holiday, "holidayOk");
    QVERIFY(holiday->findChild<QLabel *>(u"nameError"_s)->isVisible());
    holiday->findChild<QLineEdit *>(u"name"_s)->setText(u"New Year"_s);
    holiday->findChild<QCheckBox *>(u"yearly"_s)->setChecked(true);
    press(holiday, "holidayOk");
    press(form, "save");
    QTRY_VERIFY(!dialog<CalendarDialog>());
    const auto sent = fromJson<CalendarDraft>(api.requests("POST", calendarsPath).first().json());
    QVERIFY(sent);
    QCOMPARE(sent->desk, DeskId(1));
    QCOMPARE(sent->timeZone, u"Europe/Vienna"_s);
    QCOMPARE(sent->periods.size(), 6);
    QCOMPARE(sent->periods.last(),
             (CalendarPeriod{.day = Weekday::Saturday, .hours = {.opens = 10h, .closes = 24h}}));
    QCOMPARE(sent->holidays.size(), 1);
}

void TestSlaPages::findsFaultsInHours()
{
    show<CalendarsPage>();
    edit("calendarsEdit");
    auto *form = dialog<CalendarDialog>();
    QVERIFY(!form->findChild<QComboBox *>(u"desk"_s));
    press(form, "hoursAdd");
    auto *hours = form->findChild<HoursDialog *>();
    hours->findChild<QCheckBox *>(u"day.mon"_s)->setChecked(true);
    hours->findChild<QTimeEdit *>(u"from"_s)->setTime(QTime(16, 0));
    hours->findChild<QTimeEdit *>(u"to"_s)->setTime(QTime(20, 0));
    press(hours, "hoursOk");
    form->findChild<QComboBox *>(u"timeZone"_s)->setEditText(u"Atlantis"_s);
    press(form, "save");
    QCOMPARE(form->findChild<QLabel *>(u"periodsError"_s)->text(),
             u"Some of these hours overlap."_s);
    QVERIFY(form->findChild<QLabel *>(u"timeZoneError"_s)->isVisible());
    QVERIFY(m_place->desk.api.requests("PATCH", calendarsPath + u"/3"_s).isEmpty());
}

void TestSlaPages::saysWhyACalendarStays()
{
    m_place->desk.api.on("DELETE", calendarsPath + u"/3"_s,
                         FakeApi::Reply::problem(409, "calendar.in_use"));
    ConfirmDialog::setAnswerer([](const Question &) -> Decision { return {.accepted = true}; });
    show<CalendarsPage>();
    edit("calendarsDelete");
    QTRY_VERIFY(
            Popups::of(m_page.get()).texts().value(0).startsWith(u"Office could not be deleted"_s));
}

void TestSlaPages::listsPolicies()
{
    show<SlaPoliciesPage>();
    const QAbstractItemModelTester tester(table()->model());
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QStringList row;
    for (int column = 0; column < table()->model()->columnCount(); ++column)
        row.append(table()->model()->index(0, column).data().toString());
    QCOMPARE(row, QStringList({u"Standard"_s, u"Help desk"_s, u"All categories · all priorities"_s,
                               u"1 business hour"_s, u"8 business hours"_s, u"Office"_s}));
}

void TestSlaPages::makesAPolicy()
{
    FakeApi &api = m_place->desk.api;
    api.on("POST", policiesPath, FakeApi::Reply::json(toJson(standard()), 201));
    show<SlaPoliciesPage>();
    press(m_page.get(), "slaPoliciesAdd");
    auto *form = dialog<SlaPolicyDialog>();
    press(form, "save");
    QVERIFY(form->findChild<QLabel *>(u"nameError"_s)->isVisible());
    QTRY_COMPARE(form->findChild<QComboBox *>(u"calendar"_s)->count(), 1);
    form->findChild<QLineEdit *>(u"name"_s)->setText(u"Urgent"_s);
    auto *priority = form->findChild<QComboBox *>(u"priority"_s);
    priority->setCurrentIndex(priority->findData(int(Priority::Urgent)));
    form->findChild<DurationField *>(u"firstResponseMinutes"_s)->setValue(0);
    form->findChild<DurationField *>(u"resolutionMinutes"_s)->setValue(0);
    press(form, "save");
    QVERIFY(form->findChild<QLabel *>(u"resolutionMinutesError"_s)->isVisible());
    form->findChild<DurationField *>(u"resolutionMinutes"_s)->setValue(240);
    form->findChild<QCheckBox *>(u"escalates"_s)->setChecked(true);
    press(form, "save");
    QTRY_VERIFY(!dialog<SlaPolicyDialog>());
    const auto sent = fromJson<SlaPolicyDraft>(api.requests("POST", policiesPath).first().json());
    QVERIFY(sent);
    QCOMPARE(*sent, (SlaPolicyDraft{.desk = DeskId(1),
                                    .name = u"Urgent"_s,
                                    .priority = Priority::Urgent,
                                    .calendar = CalendarId(3),
                                    .resolutionMinutes = 240,
                                    .escalates = true}));
}

void TestSlaPages::changesOnlyWhatIsAnother()
{
    FakeApi &api = m_place->desk.api;
    api.on("PATCH", policiesPath + u"/5"_s, FakeApi::Reply::json(toJson(standard())));
    show<SlaPoliciesPage>();
    edit("slaPoliciesEdit");
    dialog<SlaPolicyDialog>()->findChild<DurationField *>(u"resolutionMinutes"_s)->setValue(960);
    press(dialog<SlaPolicyDialog>(), "save");
    QTRY_VERIFY(!dialog<SlaPolicyDialog>());
    const QJsonObject sent = api.requests("PATCH", policiesPath + u"/5"_s).first().json();
    QCOMPARE(sent, (QJsonObject{{u"resolutionMinutes"_s, 960}}));
}

void TestSlaPages::showsTheServersFaults()
{
    const QJsonArray errors{QJsonObject{{u"field"_s, u"category"_s}, {u"key"_s, u"taken"_s}}};
    m_place->desk.api.on(
            "PATCH", policiesPath + u"/5"_s,
            FakeApi::Reply::problem(409, "sla_policy.scope_taken", {{u"errors"_s, errors}}));
    show<SlaPoliciesPage>();
    edit("slaPoliciesEdit");
    auto *form = dialog<SlaPolicyDialog>();
    form->findChild<QLineEdit *>(u"name"_s)->setText(u"Another"_s);
    press(form, "save");
    QTRY_VERIFY(form->findChild<QLabel *>(u"categoryError"_s)->isVisible());
}

void TestSlaPages::triesAPolicyOnPastTickets()
{
    FakeApi &api = m_place->desk.api;
    const QString path = u"/sla-rehearsal"_s;
    const SlaOutcome kept{.firstResponse = {.met = 90, .missed = 10},
                          .resolution = {.met = 80, .missed = 20}};
    const SlaOutcome less{.firstResponse = {.met = 50, .missed = 50},
                          .resolution = {.met = 80, .missed = 20}};
    api.once("POST", path,
             FakeApi::Reply::json(toJson(SlaRehearsal{.tickets = 100,
                                                      .before = kept,
                                                      .after = less,
                                                      .nextCursor = u"more"_s,
                                                      .total = 150})));
    api.once("POST", path, FakeApi::Reply::json(toJson(SlaRehearsal{.tickets = 50})).after(50ms));
    show<SlaPoliciesPage>();
    edit("slaPoliciesEdit");
    auto *form = dialog<SlaPolicyDialog>();
    form->findChild<DurationField *>(u"firstResponseMinutes"_s)->setValue(30);
    press(form, "rehearse");
    auto *progress = form->findChild<QProgressBar *>(u"rehearsalProgress"_s);
    QVERIFY(progress->isVisible());
    QTRY_COMPARE(progress->value(), 100);
    QCOMPARE(progress->maximum(), 150);
    auto *outcome = form->findChild<QLabel *>(u"rehearsalOutcome"_s);
    QTRY_VERIFY(outcome->isVisible());
    QCOMPARE(outcome->text().split(u'\n'),
             QStringList({u"150 tickets were finished in the last 90 days."_s,
                          u"First response: until now 90 of 100 kept (90 %),"
                          " then 50 of 100 kept (50 %)"_s,
                          u"Resolution: until now 80 of 100 kept (80 %),"
                          " then 80 of 100 kept (80 %)"_s}));
    const auto asked = fromJson<SlaRehearsalRequest>(api.requests("POST", path).last().json());
    QVERIFY(asked);
    QCOMPARE(asked->replaces, SlaPolicyId(5));
    QCOMPARE(asked->policy.firstResponseMinutes, 30);
    QCOMPARE(asked->cursor, u"more"_s);
    // Nothing was saved, and what it said goes when something else is typed.
    QVERIFY(api.requests("PATCH", policiesPath + u"/5"_s).isEmpty());
    form->findChild<DurationField *>(u"firstResponseMinutes"_s)->setValue(45);
    QVERIFY(!outcome->isVisible());
}

void TestSlaPages::stopsTrying()
{
    const QString path = u"/sla-rehearsal"_s;
    m_place->desk.api.on("POST", path, FakeApi::Reply::hang());
    show<SlaPoliciesPage>();
    edit("slaPoliciesEdit");
    auto *form = dialog<SlaPolicyDialog>();
    press(form, "rehearse");
    QTRY_COMPARE(m_place->desk.api.requests("POST", path).size(), 1);
    press(form, "rehearsalCancel");
    QVERIFY(!form->findChild<QProgressBar *>(u"rehearsalProgress"_s)->isVisible());
    QVERIFY(form->findChild<QPushButton *>(u"rehearse"_s)->isVisible());
    QVERIFY(!form->findChild<QLabel *>(u"rehearsalOutcome"_s)->isVisible());
}

void TestSlaPages::saysWhyItCouldNotBeTried()
{
    m_place->desk.api.on("POST", u"/sla-rehearsal"_s, FakeApi::Reply::problem(403, "forbidden"));
    show<SlaPoliciesPage>();
    edit("slaPoliciesEdit");
    auto *form = dialog<SlaPolicyDialog>();
    press(form, "rehearse");
    auto *outcome = form->findChild<QLabel *>(u"rehearsalOutcome"_s);
    QTRY_VERIFY(outcome->isVisible());
    QVERIFY(outcome->text().startsWith(u"It could not be tried."_s));
}

QTEST_MAIN(TestSlaPages)
#include "tst_slapages.moc"
