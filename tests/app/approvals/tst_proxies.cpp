// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/awaydialog.h"
#include "app/accounts/personfield.h"
#include "app/approvals/proxiesdialog.h"
#include "app/shell/mainwindow.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/noticebox.h"
#include "app/widgets/stateview.h"
#include "tests/support/app/workplace.h"

#include <QAbstractItemModelTester>
#include <QDateTimeEdit>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

/// What one arranges before one goes away: who decides meanwhile, and that one is not there.
class TestProxies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void listsBothDirections();
    void saysWhenNobodyStandsIn();
    void saysWhatFailed();
    void addsSomebody();
    void judgesFieldsHereFirst();
    void showsTheServersFaults_data();
    void showsTheServersFaults();
    void endsItAfterAQuestion();
    void putsItBackWhenRefused();

    void saysUntilWhenOneIsAway();
    void refusesTheMoment();
    void saysThatOneIsBack();
    void saysWhyOneIsNotAway();

private:
    ApprovalProxy proxy(qint64 id, const PersonRef &principal, const PersonRef &person) const;
    bool openProxies();
    bool openAway();
    QTableView *table() const { return m_dialog->findChild<QTableView *>(u"pageTable"_s); }
    template <class T>
    T *field(const char *name) const
    {
        return m_dialog->findChild<T *>(QLatin1StringView(name));
    }
    QStringList who() const;
    QString notice() const { return m_dialog->findChild<NoticeBox *>()->text(); }
    QToolButton *account() const { return m_window->findChild<QToolButton *>(u"accountButton"_s); }

    std::unique_ptr<Workplace> m_place;
    MainWindow *m_window = nullptr;
    QPointer<QDialog> m_dialog;
};

void TestProxies::init()
{
    m_place = std::make_unique<Workplace>();
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
    m_window = m_place->openWindow();
    QVERIFY(m_window);
}

void TestProxies::cleanup()
{
    ConfirmDialog::setAnswerer({});
    m_place.reset();
}

ApprovalProxy TestProxies::proxy(qint64 id, const PersonRef &principal,
                                 const PersonRef &person) const
{
    return {.id = ApprovalProxyId(id),
            .principal = principal,
            .person = person,
            .from = FakeDesk::noon(),
            .to = FakeDesk::noon().addDays(7),
            .active = true};
}

bool TestProxies::openProxies()
{
    m_window->actions().action(u"account.proxies"_s)->trigger();
    m_dialog = m_window->findChild<ProxiesDialog *>();
    return m_dialog && QTest::qWaitFor([this] {
               return m_dialog->findChild<StateView *>()->state() != StateView::State::Loading
                      && field<PersonField>("person")->count() > 0;
           });
}

bool TestProxies::openAway()
{
    m_window->actions().action(u"account.away"_s)->trigger();
    m_dialog = m_window->findChild<AwayDialog *>();
    return m_dialog;
}

QStringList TestProxies::who() const
{
    QStringList found;
    for (int row = 0; row < table()->model()->rowCount(); ++row)
        found.append(table()->model()->index(row, ProxiesModel::WhoColumn).data().toString());
    return found;
}

void TestProxies::listsBothDirections()
{
    m_place->desk.proxies = {proxy(1, FakeDesk::john(), FakeDesk::jane()),
                             proxy(2, FakeDesk::jane(), FakeDesk::john())};
    QVERIFY(openProxies());
    const QAbstractItemModelTester tester(table()->model());
    QCOMPARE(who(), (QStringList{u"Jane Doe for me"_s, u"I for Jane Doe"_s}));
    QCOMPARE(table()->model()->index(0, ProxiesModel::StateColumn).data().toString(),
             u"In force"_s);
    table()->setCurrentIndex(table()->model()->index(1, 0));
    QVERIFY(!field<QPushButton>("proxyRemove")->isEnabled()); // Jane ends that
    table()->setCurrentIndex(table()->model()->index(0, 0));
    QVERIFY(field<QPushButton>("proxyRemove")->isEnabled());
}

void TestProxies::saysWhenNobodyStandsIn()
{
    QVERIFY(openProxies());
    QCOMPARE(m_dialog->findChild<StateView *>()->state(), StateView::State::Empty);
}

void TestProxies::saysWhatFailed()
{
    m_place->desk.api.once("GET", u"/me/proxies"_s, FakeApi::Reply::problem(500, "internal"));
    QVERIFY(openProxies());
    QCOMPARE(m_dialog->findChild<StateView *>()->state(), StateView::State::Failed);
    field<QPushButton>("stateAction")->click();
    QTRY_COMPARE(m_dialog->findChild<StateView *>()->state(), StateView::State::Empty);
}

void TestProxies::addsSomebody()
{
    QVERIFY(openProxies());
    m_place->desk.api.on("POST", u"/me/proxies"_s, [this](const FakeApi::Request &) {
        m_place->desk.proxies = {proxy(1, FakeDesk::john(), FakeDesk::jane())};
        return FakeApi::Reply::json(toJson(m_place->desk.proxies.first()), 201);
    });
    field<PersonField>("person")->setEditText(u"Jane Doe"_s);
    field<QPushButton>("proxyAdd")->click();
    QTRY_COMPARE(who(), QStringList{u"Jane Doe for me"_s});
    const auto sent = fromJson<ApprovalProxyDraft>(
            m_place->desk.api.requests("POST", u"/me/proxies"_s).first().json());
    QVERIFY(sent);
    QCOMPARE(sent->person, AccountId(7));
    QCOMPARE(sent->from.addDays(7), sent->to);
    QCOMPARE(field<PersonField>("person")->currentText(), QString());
}

void TestProxies::judgesFieldsHereFirst()
{
    QVERIFY(openProxies());
    field<QDateTimeEdit>("to")->setDateTime(field<QDateTimeEdit>("from")->dateTime().addDays(-1));
    field<QPushButton>("proxyAdd")->click();
    QVERIFY(field<QLabel>("personError")->isVisible());
    QVERIFY(field<QLabel>("toError")->isVisible());
    QVERIFY(m_place->desk.api.requests("POST", u"/me/proxies"_s).isEmpty());
}

void TestProxies::showsTheServersFaults_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("field");
    QTest::newRow("oneself") << 422 << u"person"_s;
    QTest::newRow("overlapping") << 409 << QString();
    QTest::newRow("not allowed") << 403 << QString();
    QTest::newRow("no connection") << 0 << QString();
}

void TestProxies::showsTheServersFaults()
{
    QFETCH(int, status);
    QFETCH(QString, field);
    QJsonObject more;
    if (!field.isEmpty())
        more = {{u"errors"_s, QJsonArray{QJsonObject{{u"field"_s, field}, {u"key"_s, u"self"_s}}}}};
    m_place->desk.api.on("POST", u"/me/proxies"_s,
                         status == 0
                                 ? FakeApi::Reply::drop()
                                 : FakeApi::Reply::problem(status,
                                                           status == 409   ? "proxy.overlaps"
                                                           : status == 403 ? "access.denied"
                                                                           : "validation.failed",
                                                           more));
    QVERIFY(openProxies());
    this->field<PersonField>("person")->setEditText(u"Jane Doe"_s);
    this->field<QPushButton>("proxyAdd")->click();
    if (field.isEmpty())
        QTRY_VERIFY(!notice().isEmpty());
    else
        QTRY_VERIFY(this->field<QLabel>("personError")->isVisible());
    QVERIFY(this->field<QPushButton>("proxyAdd")->isEnabled());
    QCOMPARE(this->field<PersonField>("person")->person(), AccountId(7));
}

void TestProxies::endsItAfterAQuestion()
{
    m_place->desk.proxies = {proxy(1, FakeDesk::john(), FakeDesk::jane())};
    QVERIFY(openProxies());
    m_place->desk.api.on("DELETE", u"/me/proxies/1"_s, [this](const FakeApi::Request &) {
        m_place->desk.proxies.clear();
        return FakeApi::Reply{.status = 204};
    });
    ConfirmDialog::setAnswerer([](const Question &question) -> Decision {
        return {.accepted = question.title == "End that Jane Doe stands in for you?"_L1};
    });
    table()->setCurrentIndex(table()->model()->index(0, 0));
    field<QPushButton>("proxyRemove")->click();
    QTRY_COMPARE(m_dialog->findChild<StateView *>()->state(), StateView::State::Empty);
    QTRY_COMPARE(m_place->desk.api.requests("DELETE", u"/me/proxies/1"_s).size(), 1);
}

void TestProxies::putsItBackWhenRefused()
{
    m_place->desk.proxies = {proxy(1, FakeDesk::john(), FakeDesk::jane())};
    QVERIFY(openProxies());
    m_place->desk.api.on("DELETE", u"/me/proxies/1"_s, FakeApi::Reply::drop());
    ConfirmDialog::setAnswerer([](const Question &) -> Decision { return {.accepted = true}; });
    table()->setCurrentIndex(table()->model()->index(0, 0));
    field<QPushButton>("proxyRemove")->click();
    QTRY_VERIFY(!notice().isEmpty());
    QCOMPARE(who(), QStringList{u"Jane Doe for me"_s});
}

void TestProxies::saysUntilWhenOneIsAway()
{
    Me me = FakeDesk::johnHimself();
    const QDateTime until = FakeDesk::noon().addDays(2);
    m_place->desk.api.on("PATCH", u"/me"_s, [&](const FakeApi::Request &request) {
        me.account.awayUntil = *timeFromWire(request.json()[u"awayUntil"].toString());
        m_place->desk.api.on("GET", u"/me"_s, FakeApi::Reply::json(toJson(me)));
        return FakeApi::Reply::json(toJson(me));
    });
    QVERIFY(openAway());
    QVERIFY(!field<QPushButton>("awayBack")->isVisible());
    field<QDateTimeEdit>("awayUntil")->setDateTime(until.toLocalTime());
    field<QPushButton>("awaySend")->click();
    QTRY_COMPARE(account()->text(), u"John Smith (away)"_s);
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(me.account.awayUntil, until);
    QVERIFY(account()->toolTip().startsWith(u"Away until"_s));
}

void TestProxies::refusesTheMoment()
{
    QVERIFY(openAway());
    field<QDateTimeEdit>("awayUntil")->setDateTime(FakeDesk::noon().toLocalTime());
    field<QPushButton>("awaySend")->click();
    QVERIFY(field<QLabel>("awayUntilError")->isVisible());
    QVERIFY(m_place->desk.api.requests("PATCH", u"/me"_s).isEmpty());
}

void TestProxies::saysThatOneIsBack()
{
    Me me = FakeDesk::johnHimself();
    me.account.awayUntil = FakeDesk::noon().addDays(2);
    m_place->desk.api.on("GET", u"/me"_s, FakeApi::Reply::json(toJson(me)));
    m_place->session.reloadAccount();
    QTRY_COMPARE(account()->text(), u"John Smith (away)"_s);
    QVERIFY(openAway());
    m_place->desk.api.on("GET", u"/me"_s, FakeApi::Reply::json(toJson(FakeDesk::johnHimself())));
    m_place->desk.api.on("PATCH", u"/me"_s, FakeApi::Reply::json(toJson(FakeDesk::johnHimself())));
    field<QPushButton>("awayBack")->click();
    QTRY_COMPARE(account()->text(), u"John Smith"_s);
    const QJsonObject sent = m_place->desk.api.requests("PATCH", u"/me"_s).first().json();
    QCOMPARE(sent, (QJsonObject{{u"awayUntil"_s, QJsonValue::Null}}));
}

void TestProxies::saysWhyOneIsNotAway()
{
    m_place->desk.api.on("PATCH", u"/me"_s, FakeApi::Reply::drop());
    QVERIFY(openAway());
    const QString before = notice();
    field<QPushButton>("awaySend")->click();
    QTRY_VERIFY(notice() != before);
    QVERIFY(m_dialog->isVisible());
    QVERIFY(field<QPushButton>("awaySend")->isEnabled());
}

QTEST_MAIN(TestProxies)
#include "tst_proxies.moc"
