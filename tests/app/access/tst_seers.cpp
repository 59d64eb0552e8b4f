// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/accessrequestdialog.h"
#include "app/access/seersdialog.h"
#include "app/accounts/personfield.h"
#include "app/shell/mainwindow.h"
#include "app/tickets/editticketdialog.h"
#include "app/widgets/noticebox.h"
#include "app/widgets/popups.h"
#include "app/widgets/stateview.h"
#include "tests/support/app/workplace.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

/// Who sees a ticket: to be read, widened, narrowed and asked for.
class TestSeers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void isForThoseWhoMaySee();
    void tellsWhoAndWhy();
    void saysWhatFailed();
    void hidesGrantsOfOpenTickets();
    void letsAPersonIn();
    void letsARoleIn();
    void judgesThePersonFirst();
    void saysWhyNobodyWasLetIn_data();
    void saysWhyNobodyWasLetIn();
    void takesItBack();
    void putsItBackWhenRefused();
    void hidesWhatOneMayNotGrant();

    void asksForAccess();
    void needsTicketAndReason();
    void saysWhyTheRequestFailed();

    void restrictsATicket();
    void keepsWhatSomebodyElseRestricted();

private:
    static Ticket restricted();
    bool open(const Ticket &ticket);
    void answerGrants();
    QTableView *table(const char *of) const
    {
        return m_dialog->findChild<QWidget *>(QLatin1StringView(of))
                ->findChild<QTableView *>(u"pageTable"_s);
    }
    QStringList column(const char *of, int column) const;
    template <class T>
    T *field(const char *name) const
    {
        return m_dialog->findChild<T *>(QLatin1StringView(name));
    }
    QString notice() const { return m_dialog->findChild<NoticeBox *>()->text(); }

    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<QWidget> m_window;
    QPointer<QDialog> m_dialog;
    QList<TicketGrant> m_grants;
    const QString m_path = u"/tickets/1/grants"_s;
};

void TestSeers::init()
{
    m_place = std::make_unique<Workplace>();
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
    m_window = std::make_unique<QWidget>();
    m_window->resize(800, 700);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_grants = {{.id = TicketGrantId(4),
                 .person = FakeDesk::jane(),
                 .createdBy = FakeDesk::john(),
                 .createdAt = FakeDesk::noon()}};
    answerGrants();
    const TicketSeer seer{.person = FakeDesk::jane(),
                          .reasons = {SightReason::Requester, SightReason::Granted}};
    m_place->desk.api.on("GET", u"/tickets/1/seers"_s,
                         FakeApi::Reply::json({{u"data"_s, QJsonArray{toJson(seer)}},
                                               {u"pagination"_s, toJson(Pagination())}}));
}

void TestSeers::cleanup()
{
    m_window.reset();
    m_place.reset();
}

Ticket TestSeers::restricted()
{
    Ticket ticket = FakeDesk::ticket(1);
    ticket.visibility = Visibility::Restricted;
    return ticket;
}

void TestSeers::answerGrants()
{
    m_place->desk.api.on("GET", m_path, [this](const FakeApi::Request &) {
        QJsonArray data;
        for (const TicketGrant &grant : std::as_const(m_grants))
            data.append(toJson(grant));
        return FakeApi::Reply::json({{u"data"_s, data}, {u"pagination"_s, toJson(Pagination())}});
    });
}

bool TestSeers::open(const Ticket &ticket)
{
    m_dialog = new SeersDialog(m_place->context, ticket, m_window.get());
    m_dialog->open();
    return QTest::qWaitFor([this] {
        return m_dialog->findChild<QWidget *>(u"seers"_s)->findChild<StateView *>()->state()
               != StateView::State::Loading;
    });
}

QStringList TestSeers::column(const char *of, int column) const
{
    QStringList found;
    for (int row = 0; row < table(of)->model()->rowCount(); ++row)
        found.append(table(of)->model()->index(row, column).data().toString());
    return found;
}

void TestSeers::isForThoseWhoMaySee()
{
    QVERIFY(SeersDialog::isFor(m_place->context, FakeDesk::ticket(1)));
    m_window.reset();
    m_place.reset(); // one at a time
    Workplace jane;
    QVERIFY(jane.signIn(FakeDesk::janeHerself()));
    QVERIFY(!SeersDialog::isFor(jane.context, FakeDesk::ticket(1)));
    QVERIFY(SeersDialog::isFor(jane.context, restricted())); // her own: she lets people in
    Ticket other = restricted();
    other.requester = FakeDesk::john();
    other.createdBy = FakeDesk::john();
    QVERIFY(!SeersDialog::isFor(jane.context, other));
}

void TestSeers::tellsWhoAndWhy()
{
    QVERIFY(open(restricted()));
    const QAbstractItemModelTester seers(table("seers")->model());
    const QAbstractItemModelTester grants(table("grants")->model());
    QCOMPARE(column("seers", SeersModel::PersonColumn), QStringList{u"Jane Doe"_s});
    QCOMPARE(column("seers", SeersModel::ReasonsColumn),
             QStringList{u"asked for it, was let in"_s});
    QTRY_COMPARE(column("grants", GrantsModel::WhomColumn), QStringList{u"Jane Doe"_s});
    QCOMPARE(column("grants", GrantsModel::ByColumn), QStringList{u"John Smith"_s});
}

void TestSeers::saysWhatFailed()
{
    m_place->desk.api.once("GET", u"/tickets/1/seers"_s,
                           FakeApi::Reply::problem(503, "unavailable"));
    QVERIFY(open(FakeDesk::ticket(1)));
    auto *seers = m_dialog->findChild<QWidget *>(u"seers"_s)->findChild<StateView *>();
    QCOMPARE(seers->state(), StateView::State::Failed);
    seers->findChild<QPushButton *>(u"stateAction"_s)->click();
    QTRY_COMPARE(seers->state(), StateView::State::Content);
}

void TestSeers::hidesGrantsOfOpenTickets()
{
    QVERIFY(open(FakeDesk::ticket(1)));
    QVERIFY(!table("grants")->isVisible());
    QVERIFY(m_place->desk.api.requests("GET", m_path).isEmpty());
}

void TestSeers::letsAPersonIn()
{
    QVERIFY(open(restricted()));
    QTRY_COMPARE(field<PersonField>("person")->count(), 2);
    m_place->desk.api.on("POST", m_path, [this](const FakeApi::Request &) {
        m_grants.append({.id = TicketGrantId(5),
                         .person = FakeDesk::john(),
                         .createdBy = FakeDesk::john(),
                         .createdAt = FakeDesk::noon()});
        return FakeApi::Reply::json(toJson(m_grants.last()), 201);
    });
    QSignalSpy changed(qobject_cast<SeersDialog *>(m_dialog), &SeersDialog::changed);
    field<PersonField>("person")->setEditText(u"John Smith"_s);
    field<QPushButton>("grantAdd")->click();
    QTRY_COMPARE(column("grants", GrantsModel::WhomColumn).size(), 2);
    QCOMPARE(m_place->desk.api.requests("POST", m_path).first().json()[u"person"].toInt(), 2);
    QCOMPARE(changed.size(), 1);
    QTRY_COMPARE(m_place->desk.api.requests("GET", u"/tickets/1/seers"_s).size(), 2);
}

void TestSeers::letsARoleIn()
{
    QVERIFY(open(restricted()));
    auto *kind = field<QComboBox>("grantKind");
    QTRY_COMPARE(kind->count(), 2);
    m_place->desk.api.on("POST", m_path, [this](const FakeApi::Request &) {
        m_grants.append({.id = TicketGrantId(5),
                         .role = RoleRef{.id = RoleId(2), .name = u"Agent"_s},
                         .createdAt = FakeDesk::noon()});
        return FakeApi::Reply::json(toJson(m_grants.last()), 201);
    });
    kind->setCurrentIndex(1);
    auto *role = field<QComboBox>("role");
    role->setCurrentIndex(role->findData(u"agent"_s));
    field<QPushButton>("grantAdd")->click();
    QTRY_COMPARE(column("grants", GrantsModel::WhomColumn).value(1),
                 u"Everybody with the role Agent"_s);
    const QJsonObject sent = m_place->desk.api.requests("POST", m_path).first().json();
    QCOMPARE(sent[u"role"].toString(), u"agent"_s);
    QVERIFY(sent[u"person"].isNull() || !sent.contains(u"person"_s));
}

void TestSeers::judgesThePersonFirst()
{
    QVERIFY(open(restricted()));
    field<PersonField>("person")->setEditText(u"Nobody we know"_s);
    field<QPushButton>("grantAdd")->click();
    QVERIFY(field<QLabel>("personError")->isVisible());
    QVERIFY(m_place->desk.api.requests("POST", m_path).isEmpty());
}

void TestSeers::saysWhyNobodyWasLetIn_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("already") << 409;
    QTest::newRow("not allowed") << 403;
    QTest::newRow("unknown person") << 422;
    QTest::newRow("no connection") << 0;
}

void TestSeers::saysWhyNobodyWasLetIn()
{
    QFETCH(int, status);
    QJsonObject more;
    if (status == 422)
        more = {{u"errors"_s,
                 QJsonArray{QJsonObject{{u"field"_s, u"person"_s}, {u"key"_s, u"unknown"_s}}}}};
    m_place->desk.api.on("POST", m_path,
                         status == 0
                                 ? FakeApi::Reply::drop()
                                 : FakeApi::Reply::problem(status,
                                                           status == 409   ? "grant.exists"
                                                           : status == 403 ? "access.denied"
                                                                           : "validation.failed",
                                                           more));
    QVERIFY(open(restricted()));
    QTRY_COMPARE(field<PersonField>("person")->count(), 2);
    field<PersonField>("person")->setEditText(u"Jane Doe"_s);
    field<QPushButton>("grantAdd")->click();
    if (status == 422)
        QTRY_VERIFY(field<QLabel>("personError")->isVisible());
    else
        QTRY_VERIFY(!notice().isEmpty());
    QVERIFY(field<QPushButton>("grantAdd")->isEnabled());
}

void TestSeers::takesItBack()
{
    QVERIFY(open(restricted()));
    QTRY_COMPARE(column("grants", GrantsModel::WhomColumn).size(), 1);
    m_place->desk.api.on("DELETE", m_path + u"/4"_s, [this](const FakeApi::Request &) {
        m_grants.clear();
        return FakeApi::Reply{.status = 204};
    });
    QSignalSpy changed(qobject_cast<SeersDialog *>(m_dialog), &SeersDialog::changed);
    table("grants")->setCurrentIndex(table("grants")->model()->index(0, 0));
    field<QPushButton>("grantRemove")->click();
    QCOMPARE(table("grants")->model()->rowCount(), 0); // at once
    QTRY_COMPARE(changed.size(), 1);
}

void TestSeers::putsItBackWhenRefused()
{
    QVERIFY(open(restricted()));
    QTRY_COMPARE(column("grants", GrantsModel::WhomColumn).size(), 1);
    m_place->desk.api.on("DELETE", m_path + u"/4"_s, FakeApi::Reply::drop());
    table("grants")->setCurrentIndex(table("grants")->model()->index(0, 0));
    field<QPushButton>("grantRemove")->click();
    QTRY_VERIFY(!notice().isEmpty());
    QCOMPARE(column("grants", GrantsModel::WhomColumn), QStringList{u"Jane Doe"_s});
}

void TestSeers::hidesWhatOneMayNotGrant()
{
    m_place->desk.api.on("GET", m_path, FakeApi::Reply::problem(403, "access.denied"));
    QVERIFY(open(restricted()));
    QTRY_VERIFY(!field<QPushButton>("grantAdd")->isVisible());
    QVERIFY(table("seers")->isVisible());
}

void TestSeers::asksForAccess()
{
    m_dialog = new AccessRequestDialog(m_place->context, m_window.get());
    m_dialog->open();
    m_place->desk.api.on("POST", u"/access-requests"_s,
                         FakeApi::Reply::json(toJson(AccessRequestReceipt()), 202));
    field<QLineEdit>("ticket")->setText(u"HD-7"_s);
    field<QPlainTextEdit>("reason")->setPlainText(u"I write the report"_s);
    field<QPushButton>("accessRequestSend")->click();
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(m_place->desk.api.requests("POST", u"/access-requests"_s).first().json(),
             (QJsonObject{{u"ticket"_s, u"HD-7"_s}, {u"reason"_s, u"I write the report"_s}}));
    QCOMPARE(Popups::of(m_window.get()).texts(),
             QStringList{u"If there is such a ticket, your request is passed on"_s});
}

void TestSeers::needsTicketAndReason()
{
    m_dialog = new AccessRequestDialog(m_place->context, m_window.get());
    m_dialog->open();
    field<QPushButton>("accessRequestSend")->click();
    QVERIFY(field<QLabel>("ticketError")->isVisible());
    QVERIFY(field<QLabel>("reasonError")->isVisible());
}

void TestSeers::saysWhyTheRequestFailed()
{
    m_dialog = new AccessRequestDialog(m_place->context, m_window.get());
    m_dialog->open();
    m_place->desk.api.on("POST", u"/access-requests"_s, FakeApi::Reply::drop());
    field<QLineEdit>("ticket")->setText(u"HD-7"_s);
    field<QPlainTextEdit>("reason")->setPlainText(u"I write the report"_s);
    const QString before = notice();
    field<QPushButton>("accessRequestSend")->click();
    QTRY_VERIFY(notice() != before);
    QVERIFY(field<QPushButton>("accessRequestSend")->isEnabled());
    QCOMPARE(field<QLineEdit>("ticket")->text(), u"HD-7"_s);
}

void TestSeers::restrictsATicket()
{
    m_place->desk.api.on("PATCH", u"/tickets/1"_s, FakeApi::Reply::json(toJson(restricted())));
    m_dialog = new EditTicketDialog(m_place->context, FakeDesk::ticket(1), m_window.get());
    m_dialog->open();
    auto *visibility = field<QComboBox>("visibility");
    QVERIFY(visibility->isEnabled());
    visibility->setCurrentIndex(visibility->findData(int(Visibility::Restricted)));
    field<QPushButton>("save")->click();
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(m_place->desk.api.requests("PATCH", u"/tickets/1"_s).first().json(),
             (QJsonObject{{u"visibility"_s, u"restricted"_s}}));
}

/// A change of the title must not open what somebody has closed meanwhile.
void TestSeers::keepsWhatSomebodyElseRestricted()
{
    Ticket current = restricted();
    current.version = 2;
    m_place->desk.api.once(
            "PATCH", u"/tickets/1"_s,
            FakeApi::Reply::problem(412, "version.mismatch", {{u"current"_s, toJson(current)}}));
    m_place->desk.api.on("PATCH", u"/tickets/1"_s, FakeApi::Reply::json(toJson(current)));
    m_dialog = new EditTicketDialog(m_place->context, FakeDesk::ticket(1), m_window.get());
    m_dialog->open();
    field<QLineEdit>("title")->setText(u"Another title"_s);
    field<QPushButton>("save")->click();
    auto *visibility = field<QComboBox>("visibility");
    QTRY_COMPARE(visibility->currentData().toInt(), int(Visibility::Restricted));
    QVERIFY(field<QLabel>("notice")->text().contains(u"Visibility is now: Restricted"_s));
    field<QPushButton>("save")->click();
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(m_place->desk.api.requests("PATCH", u"/tickets/1"_s).last().json(),
             (QJsonObject{{u"title"_s, u"Another title"_s}}));
}

QTEST_MAIN(TestSeers)
#include "tst_seers.moc"
