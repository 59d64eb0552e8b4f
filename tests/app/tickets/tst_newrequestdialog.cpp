// SPDX-License-Identifier: GPL-3.0-or-later
// Long because: one form, and every way through it, by hand, from a template and from a draft.
#include "app/attachments/uploadlist.h"
#include "app/attachments/uploadrow.h"
#include "app/tickets/newrequestdialog.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/stateview.h"
#include "tests/support/app/workplace.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCommandLinkButton>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

class TestNewRequestDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void asksForTheCategoryFirst();
    void saysWhenThereIsNoDesk();
    void saysWhatFailedAndTriesAgain();
    void aDeskWithoutCategoriesTakesAnything();
    void severalDesksCanBeChosenFrom();
    void judgesAFieldOnlyOnceItWasLeft();
    void focusesTheFirstFaultyField();
    void sendsWhatWasWritten();
    void asksWhatTheCategoryWantsToKnow();
    void formsChangeWithTheCategory();
    void showsTheServersFaultsAtTheirFields();
    void keepsEverythingWhenSendingFails();
    void aRepeatedSendIsOneRequest();
    void onlyWhoMayAsksForOthers();
    void anUploadCanBeStoppedAndGoesOn();
    void aFailedUploadIsTriedAgain();
    void aRemovedUploadIsTakenFromTheServer();
    void waitsForTheFiles();
    void closingKeepsADraft();
    void aCrashLosesNothing();
    void whatIsSentIsNoDraftAnyMore();
    void aCategoryThatIsGoneIsSaid();
    void asksBeforeFilesAreLost();
    void templatesFillTheForm();
    void withoutTemplatesThereIsNoChoice();

private:
    void open();
    /// Through the cards into the form.
    void chooseCategory();
    QAbstractButton *button(const char *name) const
    {
        return m_dialog->findChild<QAbstractButton *>(QLatin1StringView(name));
    }
    QLineEdit *title() const { return m_dialog->findChild<QLineEdit *>(u"title"_s); }
    QLabel *fault(const QString &field) const
    {
        return m_dialog->findChild<QLabel *>(field + u"Error"_s);
    }
    UploadRow *addFile();
    const QList<RequestDraft> &drafts() const { return m_place->drafts.drafts(); }
    QStringList cards() const;

    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<QWidget> m_window;
    QPointer<NewRequestDialog> m_dialog;
    QByteArray m_upload; ///< what the server has of the file
};

void TestNewRequestDialog::init()
{
    m_place = std::make_unique<Workplace>();
    QVERIFY(m_place->signIn(FakeDesk::janeHerself()));
    m_window = std::make_unique<QWidget>();
    m_window->show();
}

void TestNewRequestDialog::cleanup()
{
    ConfirmDialog::setAnswerer({});
    m_window.reset();
    m_place.reset();
}

void TestNewRequestDialog::open()
{
    m_dialog = new NewRequestDialog(m_place->context, m_window.get());
    m_dialog->open();
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
}

QStringList TestNewRequestDialog::cards() const
{
    QStringList found;
    for (const auto *card : m_dialog->findChildren<QCommandLinkButton *>())
        found.append(card->text());
    return found;
}

void TestNewRequestDialog::chooseCategory()
{
    open();
    QTRY_VERIFY(!cards().isEmpty());
    m_dialog->findChildren<QCommandLinkButton *>().first()->click();
    QVERIFY(title()->isVisible());
}

void TestNewRequestDialog::asksForTheCategoryFirst()
{
    m_place->desk.api.once("GET", u"/categories"_s, FakeApi::Reply::hang());
    open();
    auto *state = m_dialog->findChild<StateView *>();
    QTRY_VERIFY(!m_place->desk.api.requests("GET", u"/categories"_s).isEmpty());
    QCOMPARE(state->state(), StateView::State::Loading);
    QVERIFY(!title()->isVisible());
    delete m_dialog;
    open();
    QTRY_COMPARE(cards(), (QStringList{u"Hardware"_s, u"Software"_s, u"Something else"_s}));
    auto *card = m_dialog->findChildren<QCommandLinkButton *>().first();
    QCOMPARE(card->description(), u"Printers, screens, cables"_s);
    QVERIFY(!button("send")->isVisible());
    card->click();
    QVERIFY(title()->isVisible());
    QVERIFY(title()->hasFocus());
    QVERIFY(button("send")->isVisible());
    button("back")->click();
    QVERIFY(!title()->isVisible());
}

void TestNewRequestDialog::saysWhenThereIsNoDesk()
{
    m_place->desk.desks.clear();
    open();
    QTRY_COMPARE(m_dialog->findChild<StateView *>()->state(), StateView::State::Empty);
    QVERIFY(!button("stateAction")->isVisible());
}

void TestNewRequestDialog::saysWhatFailedAndTriesAgain()
{
    m_place->desk.api.once("GET", u"/desks"_s, FakeApi::Reply::problem(500, "internal"));
    m_place->desk.api.once("GET", u"/categories"_s, FakeApi::Reply::problem(500, "internal"));
    open();
    auto *state = m_dialog->findChild<StateView *>();
    QTRY_COMPARE(state->state(), StateView::State::Failed);
    QCOMPARE(button("stateAction")->text(), u"Retry"_s);
    button("stateAction")->click();
    QCOMPARE(state->state(), StateView::State::Loading);
    QTRY_COMPARE(state->state(), StateView::State::Failed);
    button("stateAction")->click();
    QTRY_COMPARE(cards().size(), 3);
}

void TestNewRequestDialog::aDeskWithoutCategoriesTakesAnything()
{
    m_place->desk.categories.clear();
    open();
    QTRY_COMPARE(m_dialog->findChild<StateView *>()->state(), StateView::State::Empty);
    button("stateAction")->click();
    QVERIFY(title()->isVisible());
}

void TestNewRequestDialog::severalDesksCanBeChosenFrom()
{
    m_place->desk.desks.append(m_place->desk.desks.first());
    m_place->desk.desks.last().id = DeskId(2);
    m_place->desk.desks.last().name = u"Facilities"_s;
    open();
    auto *desks = m_dialog->findChild<QComboBox *>(u"desk"_s);
    QTRY_COMPARE(desks->count(), 2);
    QVERIFY(desks->isVisible());
    desks->setCurrentIndex(1);
    Q_EMIT desks->activated(1);
    const auto deskAskedFor = [this] {
        const auto asked = m_place->desk.api.requests("GET", u"/categories"_s);
        return asked.isEmpty() ? QString() : asked.last().query.queryItemValue(u"desk"_s);
    };
    QTRY_COMPARE(deskAskedFor(), u"2"_s);
}

void TestNewRequestDialog::judgesAFieldOnlyOnceItWasLeft()
{
    chooseCategory();
    QTest::keyClicks(title(), u"ab"_s);
    QVERIFY(!fault(u"title"_s)->isVisible());
    QTest::keyClick(title(), Qt::Key_Tab);
    QTRY_VERIFY(fault(u"title"_s)->isVisible());
    title()->setFocus();
    QTest::keyClicks(title(), u"c is broken"_s);
    QVERIFY(!fault(u"title"_s)->isVisible());
}

void TestNewRequestDialog::focusesTheFirstFaultyField()
{
    chooseCategory();
    auto *description = m_dialog->findChild<QPlainTextEdit *>(u"description"_s);
    description->setPlainText(u"It does not print."_s);
    button("attach")->setFocus();
    button("send")->click();
    QVERIFY(fault(u"title"_s)->isVisible());
    QVERIFY(title()->hasFocus());
    QVERIFY(!title()->accessibleDescription().isEmpty());
    QVERIFY(m_place->desk.api.requests("POST", u"/tickets"_s).isEmpty());
}

void TestNewRequestDialog::asksWhatTheCategoryWantsToKnow()
{
    m_place->desk.categories[0].fields
            = {{.key = u"asset"_s, .label = u"Asset number"_s, .required = true},
               {.key = u"amount"_s, .label = u"How many"_s, .type = CustomFieldType::Number},
               {.key = u"until"_s, .label = u"Needed on"_s, .type = CustomFieldType::Date},
               {.key = u"size"_s,
                .label = u"Size"_s,
                .type = CustomFieldType::Choice,
                .options = {u"small"_s, u"large"_s}},
               {.key = u"user"_s, .label = u"For whom"_s, .type = CustomFieldType::Person}};
    m_place->desk.api.on("POST", u"/tickets"_s,
                         FakeApi::Reply::json(toJson(FakeDesk::ticket(5)), 201));
    chooseCategory();
    title()->setText(u"A new screen"_s);
    button("send")->click();
    QVERIFY(fault(u"customFields.asset"_s)->isVisible());
    auto *asset = m_dialog->findChild<QLineEdit *>(u"field_asset"_s);
    QVERIFY(asset->hasFocus());
    QVERIFY(m_place->desk.api.requests("POST", u"/tickets"_s).isEmpty());

    QTest::keyClicks(asset, u"PC-1"_s);
    QVERIFY(!fault(u"customFields.asset"_s)->isVisible());
    auto *amount = m_dialog->findChild<QLineEdit *>(u"field_amount"_s);
    QTest::keyClicks(amount, u"two"_s);
    button("send")->click();
    QVERIFY(fault(u"customFields.amount"_s)->isVisible());
    amount->setText(u"2"_s);
    m_dialog->findChild<QCheckBox *>(u"has_until"_s)->click();
    m_dialog->findChild<QDateEdit *>(u"field_until"_s)->setDate(QDate(2026, 12, 24));
    auto *size = m_dialog->findChild<QComboBox *>(u"field_size"_s);
    size->setCurrentText(u"large"_s);
    auto *user = m_dialog->findChild<QComboBox *>(u"field_user"_s);
    QTRY_VERIFY(user->findData(2) > 0);
    user->setCurrentIndex(user->findData(2));
    button("send")->click();
    QTRY_COMPARE(m_place->desk.api.requests("POST", u"/tickets"_s).size(), 1);
    QCOMPARE(m_place->desk.api.requests("POST", u"/tickets"_s)
                     .first()
                     .json()
                     .value("customFields"_L1)
                     .toObject(),
             (QJsonObject{{u"asset"_s, u"PC-1"_s},
                          {u"amount"_s, 2},
                          {u"until"_s, u"2026-12-24"_s},
                          {u"size"_s, u"large"_s},
                          {u"user"_s, 2}}));
}

void TestNewRequestDialog::formsChangeWithTheCategory()
{
    m_place->desk.categories[0].fields = {{.key = u"asset"_s, .label = u"Asset number"_s}};
    chooseCategory();
    m_dialog->findChild<QLineEdit *>(u"field_asset"_s)->setText(u"PC-1"_s);
    button("back")->click();
    m_dialog->findChildren<QCommandLinkButton *>().last()->click(); // something else
    QVERIFY(!m_dialog->findChild<QLineEdit *>(u"field_asset"_s));
    button("back")->click();
    m_dialog->findChildren<QCommandLinkButton *>().first()->click();
    // What was typed is not lost on the way.
    QCOMPARE(m_dialog->findChild<QLineEdit *>(u"field_asset"_s)->text(), u"PC-1"_s);
}

void TestNewRequestDialog::sendsWhatWasWritten()
{
    m_place->desk.api.on("POST", u"/tickets"_s,
                         FakeApi::Reply::json(toJson(FakeDesk::ticket(5)), 201));
    chooseCategory();
    QSignalSpy created(m_dialog.data(), &NewRequestDialog::created);
    QTest::keyClicks(title(), u"  The printer is broken "_s);
    m_dialog->findChild<QPlainTextEdit *>(u"description"_s)->setPlainText(u"Blank pages."_s);
    auto *priority = m_dialog->findChild<QComboBox *>(u"priority"_s);
    QCOMPARE(priority->currentText(), u"Medium"_s);
    priority->setCurrentIndex(priority->findText(u"High"_s));
    button("send")->click();
    QVERIFY(!button("send")->isEnabled());
    QTRY_COMPARE(created.size(), 1);
    QTRY_VERIFY(!m_dialog);
    const QJsonObject sent = m_place->desk.api.requests("POST", u"/tickets"_s).first().json();
    QCOMPARE(sent[u"title"].toString(), u"The printer is broken"_s);
    QCOMPARE(sent[u"description"].toString(), u"Blank pages."_s);
    QCOMPARE(sent[u"priority"].toString(), u"high"_s);
    QCOMPARE(sent[u"category"].toInt(), 1);
    QCOMPARE(sent[u"desk"].toInt(), 1);
}

void TestNewRequestDialog::showsTheServersFaultsAtTheirFields()
{
    const QJsonArray faults{
            QJsonObject{{u"field"_s, u"description"_s}, {u"key"_s, u"required"_s}},
            QJsonObject{{u"field"_s, u"customFields.room"_s}, {u"key"_s, u"required"_s}}};
    m_place->desk.api.once(
            "POST", u"/tickets"_s,
            FakeApi::Reply::problem(422, "validation.failed", {{u"errors"_s, faults}}));
    m_place->desk.api.on("POST", u"/tickets"_s,
                         FakeApi::Reply::json(toJson(FakeDesk::ticket(5)), 201));
    chooseCategory();
    QTest::keyClicks(title(), u"The printer is broken"_s);
    button("send")->click();
    QTRY_VERIFY(fault(u"description"_s)->isVisible());
    QVERIFY(m_dialog->findChild<QPlainTextEdit *>(u"description"_s)->hasFocus());
    // What belongs to no field here is said all the same.
    QVERIFY(m_dialog->findChild<QLabel *>(u"notice"_s)->isVisible());
    // Corrected, it is another request.
    m_dialog->findChild<QPlainTextEdit *>(u"description"_s)->setPlainText(u"Blank pages."_s);
    button("send")->click();
    QTRY_VERIFY(!m_dialog);
    const auto sent = m_place->desk.api.requests("POST", u"/tickets"_s);
    QVERIFY(sent[0].header("Idempotency-Key") != sent[1].header("Idempotency-Key"));
}

void TestNewRequestDialog::keepsEverythingWhenSendingFails()
{
    m_place->desk.api.on("POST", u"/tickets"_s, FakeApi::Reply::problem(503, "overload"));
    chooseCategory();
    QTest::keyClicks(title(), u"The printer is broken"_s);
    button("send")->click();
    auto *notice = m_dialog->findChild<QLabel *>(u"notice"_s);
    QTRY_VERIFY(notice->isVisible());
    QVERIFY(!notice->text().isEmpty());
    QCOMPARE(title()->text(), u"The printer is broken"_s);
    QVERIFY(button("send")->isEnabled());
}

void TestNewRequestDialog::aRepeatedSendIsOneRequest()
{
    m_place->desk.api.once("POST", u"/tickets"_s, FakeApi::Reply::problem(500, "internal"));
    m_place->desk.api.on("POST", u"/tickets"_s,
                         FakeApi::Reply::json(toJson(FakeDesk::ticket(5)), 201));
    chooseCategory();
    QTest::keyClicks(title(), u"The printer is broken"_s);
    button("send")->click();
    QTRY_VERIFY(button("send")->isEnabled());
    button("send")->click();
    button("send")->click(); // pressed twice
    QTRY_VERIFY(!m_dialog);
    const auto sent = m_place->desk.api.requests("POST", u"/tickets"_s);
    QCOMPARE(sent.size(), 2);
    QCOMPARE(sent[0].header("Idempotency-Key"), sent[1].header("Idempotency-Key"));
}

void TestNewRequestDialog::onlyWhoMayAsksForOthers()
{
    chooseCategory();
    auto *requester = m_dialog->findChild<QComboBox *>(u"requester"_s);
    QVERIFY(!requester->isVisible());
    delete m_dialog;
    m_place->session.signOut();
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
    chooseCategory();
    requester = m_dialog->findChild<QComboBox *>(u"requester"_s);
    QVERIFY(requester->isVisible());
    QTRY_COMPARE(requester->count(), 2);
    QCOMPARE(requester->itemText(0), u"John Smith (myself)"_s);
    QCOMPARE(requester->itemText(1), u"Jane Doe"_s);
    requester->setCurrentIndex(1);
    m_place->desk.api.on("POST", u"/tickets"_s,
                         FakeApi::Reply::json(toJson(FakeDesk::ticket(5)), 201));
    QTest::keyClicks(title(), u"The printer is broken"_s);
    button("send")->click();
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(m_place->desk.api.requests("POST", u"/tickets"_s).first().json()[u"requester"].toInt(),
             7);
}

/// A server that takes uploads, as tus defines it.
UploadRow *TestNewRequestDialog::addFile()
{
    m_upload.clear();
    const QString id = u"3f2504e0-4f89-41d3-9a0c-0305e82c3301"_s;
    m_place->desk.api.on(
            "POST", u"/uploads"_s,
            FakeApi::Reply{.status = 201,
                           .headers = {{"Location"_ba, "/api/v1/uploads/" + id.toLatin1()}}});
    m_place->desk.api.on("PATCH", u"/uploads/"_s + id, [this](const FakeApi::Request &request) {
        m_upload += request.body;
        return FakeApi::Reply{.status = 204,
                              .headers
                              = {{"Upload-Offset"_ba, QByteArray::number(m_upload.size())}}};
    });
    m_place->desk.api.on("HEAD", u"/uploads/"_s + id, [this](const FakeApi::Request &) {
        return FakeApi::Reply{.headers
                              = {{"Upload-Offset"_ba, QByteArray::number(m_upload.size())}}};
    });
    m_place->desk.api.on("DELETE", u"/uploads/"_s + id, FakeApi::Reply{.status = 204});
    m_dialog->findChild<UploadList *>()->addBytes(QByteArray(9 * 1024 * 1024, 'x'), u"error.log"_s);
    return m_dialog->findChild<UploadRow *>();
}

void TestNewRequestDialog::anUploadCanBeStoppedAndGoesOn()
{
    chooseCategory();
    UploadRow *row = addFile();
    auto *pause = row->findChild<QToolButton *>(u"uploadPause"_s);
    auto *retry = row->findChild<QToolButton *>(u"uploadRetry"_s);
    auto *progress = row->findChild<QProgressBar *>();
    QVERIFY(progress->isVisible());
    QVERIFY(!retry->isVisible());
    QCOMPARE(pause->accessibleName(), u"Pause the upload of error.log"_s);
    // Stopped after the first of three pieces has arrived.
    QTRY_VERIFY(row->transfer().sent() >= UploadTransfer::pieceSize);
    pause->click();
    QCOMPARE(row->transfer().state(), UploadTransfer::State::Paused);
    QVERIFY(!pause->isVisible());
    QVERIFY(retry->isVisible());
    QCOMPARE(retry->text(), u"Resume"_s);
    QVERIFY(progress->value() > 0);
    QVERIFY(!button("send")->isEnabled());
    retry->click();
    QTRY_COMPARE(row->transfer().state(), UploadTransfer::State::Done);
    QVERIFY(!progress->isVisible());
    QVERIFY(!retry->isVisible());
    QCOMPARE(m_upload.size(), 9 * 1024 * 1024);
    QVERIFY(button("send")->isEnabled());
}

void TestNewRequestDialog::aFailedUploadIsTriedAgain()
{
    chooseCategory();
    m_place->desk.api.once("POST", u"/uploads"_s, FakeApi::Reply::problem(413, "body.too_large"));
    UploadRow *row = addFile();
    auto *retry = row->findChild<QToolButton *>(u"uploadRetry"_s);
    QTRY_COMPARE(row->transfer().state(), UploadTransfer::State::Failed);
    QVERIFY(retry->isVisible());
    QCOMPARE(retry->text(), u"Retry"_s);
    QVERIFY(!button("send")->isEnabled());
    retry->click();
    QTRY_COMPARE(row->transfer().state(), UploadTransfer::State::Done);
}

void TestNewRequestDialog::aRemovedUploadIsTakenFromTheServer()
{
    chooseCategory();
    const QPointer<UploadRow> row = addFile();
    QTRY_COMPARE(row->transfer().state(), UploadTransfer::State::Done);
    row->findChild<QToolButton *>(u"uploadRemove"_s)->click();
    QTRY_VERIFY(!row);
    QTRY_COMPARE(
            m_place->desk.api.requests("DELETE", u"/uploads/3f2504e0-4f89-41d3-9a0c-0305e82c3301"_s)
                    .size(),
            1);
    QVERIFY(!m_dialog->findChild<UploadList *>()->isVisible());
}

void TestNewRequestDialog::waitsForTheFiles()
{
    m_place->desk.api.on("POST", u"/tickets"_s,
                         FakeApi::Reply::json(toJson(FakeDesk::ticket(5)), 201));
    chooseCategory();
    QTest::keyClicks(title(), u"The printer is broken"_s);
    UploadRow *row = addFile();
    QVERIFY(!button("send")->isEnabled());
    QCOMPARE(button("send")->toolTip(), u"The files are still on their way"_s);
    QTRY_COMPARE(row->transfer().state(), UploadTransfer::State::Done);
    button("send")->click();
    QTRY_VERIFY(!m_dialog);
    const QJsonObject sent = m_place->desk.api.requests("POST", u"/tickets"_s).first().json();
    QCOMPARE(sent[u"attachmentIds"].toArray(),
             QJsonArray{u"3f2504e0-4f89-41d3-9a0c-0305e82c3301"_s});
}

void TestNewRequestDialog::closingKeepsADraft()
{
    ConfirmDialog::setAnswerer([](const Question &) -> Decision { qFatal("asked"); });
    chooseCategory();
    QTest::keyClicks(title(), u"The"_s);
    m_dialog->findChild<QComboBox *>(u"priority"_s)->setCurrentIndex(2);
    QSignalSpy kept(m_dialog.data(), &NewRequestDialog::keptAsDraft);
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QCOMPARE(kept.size(), 1);
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(drafts().size(), 1);
    const RequestDraft draft = drafts().first();
    QCOMPARE(draft.title, u"The"_s);
    QCOMPARE(draft.categoryName, u"Hardware"_s);
    QVERIFY(draft.savedAt.isValid());

    open(); // nothing written, nothing kept
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(drafts().size(), 1);

    open();
    m_dialog->resume(draft);
    QCOMPARE(title()->text(), u"The"_s);
    QCOMPARE(m_dialog->findChild<QComboBox *>(u"priority"_s)->currentText(), u"High"_s);
    QTest::keyClicks(title(), u" printer"_s);
    m_dialog->close(); // by the cross of the window
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(drafts().size(), 1); // the same one
    QCOMPARE(drafts().first().title, u"The printer"_s);

    open();
    m_dialog->resume(drafts().first());
    title()->clear();
    m_dialog->close();
    QCOMPARE(drafts().size(), 0); // nothing is left of it
}

void TestNewRequestDialog::aCrashLosesNothing()
{
    m_place->desk.categories[0].fields = {{.key = u"asset"_s, .label = u"Asset number"_s}};
    chooseCategory();
    QTest::keyClicks(m_dialog->findChild<QPlainTextEdit *>(u"description"_s), u"Blank  "_s);
    m_dialog->findChild<QLineEdit *>(u"field_asset"_s)->setText(u"PC-1"_s);
    // Without anything being closed, another start of the program finds it on the disk.
    const auto found = [this] {
        RequestDrafts others(m_place->session, m_place->client, m_place->disk(),
                             m_place->folder() + u"/drafts"_s);
        const QSignalSpy read(&others, &RequestDrafts::changed);
        (void)QTest::qWaitFor([&] { return !others.drafts().isEmpty(); }, 200);
        return others.drafts();
    };
    QTRY_COMPARE(found().size(), 1);
    const RequestDraft draft = found().first();
    QCOMPARE(draft.description, u"Blank  "_s);
    QCOMPARE(draft.customFields, (QJsonObject{{u"asset"_s, u"PC-1"_s}}));
    open(); // beside it
    m_dialog->resume(draft);
    QTRY_VERIFY(m_dialog->findChild<QLineEdit *>(u"field_asset"_s));
    QCOMPARE(m_dialog->findChild<QLineEdit *>(u"field_asset"_s)->text(), u"PC-1"_s);
}

void TestNewRequestDialog::whatIsSentIsNoDraftAnyMore()
{
    m_place->desk.api.once("POST", u"/tickets"_s, FakeApi::Reply::problem(500, "internal"));
    m_place->desk.api.on("POST", u"/tickets"_s,
                         FakeApi::Reply::json(toJson(FakeDesk::ticket(5)), 201));
    chooseCategory();
    QTest::keyClicks(title(), u"The printer is broken"_s);
    button("send")->click();
    // Whether it arrived nobody knows; it is sent again from the draft.
    QTRY_VERIFY(button("send")->isEnabled());
    m_dialog->close();
    QTRY_VERIFY(!m_dialog);
    open();
    m_dialog->resume(drafts().first());
    button("send")->click();
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(drafts().size(), 0);
    const auto sent = m_place->desk.api.requests("POST", u"/tickets"_s);
    QCOMPARE(sent.size(), 2);
    QVERIFY(!sent[0].header("Idempotency-Key").isEmpty());
    QCOMPARE(sent[0].header("Idempotency-Key"), sent[1].header("Idempotency-Key"));
}

void TestNewRequestDialog::aCategoryThatIsGoneIsSaid()
{
    open();
    m_dialog->resume({.id = QUuid::createUuid(),
                      .desk = DeskId(1),
                      .category = CategoryId(99),
                      .categoryName = u"Fax"_s,
                      .title = u"No tone"_s,
                      .files = 1});
    QCOMPARE(m_dialog->findChild<QLabel *>(u"notice"_s)->text(),
             u"Files are not kept with a draft: attach them again."_s);
    QTRY_VERIFY(m_dialog->findChild<QLabel *>(u"notice"_s)->text().startsWith(u"“Fax”"_s));
    m_place->desk.api.on("POST", u"/tickets"_s,
                         FakeApi::Reply::json(toJson(FakeDesk::ticket(5)), 201));
    button("send")->click();
    QTRY_VERIFY(!m_dialog);
    QVERIFY(m_place->desk.api.requests("POST", u"/tickets"_s)
                    .first()
                    .json()["category"_L1]
                    .isNull());
}

void TestNewRequestDialog::asksBeforeFilesAreLost()
{
    int questions = 0;
    bool discard = false;
    ConfirmDialog::setAnswerer([&](const Question &) -> Decision {
        ++questions;
        return {.accepted = discard};
    });
    chooseCategory();
    UploadRow *row = addFile();
    QTRY_COMPARE(row->transfer().state(), UploadTransfer::State::Done);
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QCOMPARE(questions, 1);
    QVERIFY(m_dialog && m_dialog->isVisible());
    discard = true;
    m_dialog->close();
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(drafts().size(), 0);
}

void TestNewRequestDialog::templatesFillTheForm()
{
    m_place->desk.categories[1].fields = {{.key = u"program"_s, .label = u"Program"_s},
                                          {.key = u"user"_s, .label = u"For whom"_s}};
    m_place->desk.templates = {{.id = TicketTemplateId(1),
                                .desk = m_place->desk.categories[1].desk,
                                .name = u"Licence & key"_s,
                                .title = u"A licence for a program"_s,
                                .description = u"Since when?"_s,
                                .category = CategoryRef{.id = CategoryId(2), .name = u"Software"_s},
                                .priority = Priority::High,
                                .tags = {u"licence"_s},
                                .customFields = {{u"program"_s, u"Office"_s}}},
                               {.id = TicketTemplateId(2),
                                .desk = m_place->desk.categories[1].desk,
                                .name = u"Anything"_s,
                                .title = u"Something or other"_s}};
    open();
    auto *choice = m_dialog->findChild<QPushButton *>(u"template"_s);
    QTRY_VERIFY(choice->isVisible());
    const auto use = [&](int place) {
        choice->menu()->actions().at(place)->trigger();
    };
    QCOMPARE(choice->menu()->actions().size(), 2);
    QTRY_VERIFY(!cards().isEmpty());
    use(0);
    QCOMPARE(title()->text(), u"A licence for a program"_s);
    QCOMPARE(m_dialog->findChild<QPlainTextEdit *>(u"description"_s)->toPlainText(),
             u"Since when?"_s);
    QCOMPARE(m_dialog->findChild<QLineEdit *>(u"field_program"_s)->text(), u"Office"_s);
    QCOMPARE(m_dialog->findChild<QLabel *>(u"tags"_s)->text(), u"licence"_s);
    // What only a template wrote another one may replace; what was typed it may not, unasked.
    int questions = 0;
    bool replace = false;
    ConfirmDialog::setAnswerer([&](const Question &) -> Decision {
        ++questions;
        return {.accepted = replace};
    });
    m_dialog->findChild<QLineEdit *>(u"field_user"_s)->setText(u"Ann"_s);
    use(1);
    QCOMPARE(title()->text(), u"Something or other"_s);
    QCOMPARE(questions, 0);
    title()->setText(u"My own words"_s);
    use(0);
    QCOMPARE(questions, 1);
    QCOMPARE(title()->text(), u"My own words"_s);
    replace = true;
    use(0);
    QTRY_COMPARE(title()->text(), u"A licence for a program"_s);
    QCOMPARE(m_dialog->findChild<QLineEdit *>(u"field_user"_s)->text(), u"Ann"_s);
    m_place->desk.api.on("POST", u"/tickets"_s,
                         FakeApi::Reply::json(toJson(FakeDesk::ticket(5)), 201));
    button("send")->click();
    QTRY_VERIFY(!m_dialog);
    const QJsonObject sent = m_place->desk.api.requests("POST", u"/tickets"_s).first().json();
    QCOMPARE(sent["category"_L1].toInt(), 2);
    QCOMPARE(sent["priority"_L1].toString(), u"high"_s);
    QCOMPARE(sent["tags"_L1].toArray(), QJsonArray{u"licence"_s});
    QCOMPARE(sent["customFields"_L1].toObject(),
             (QJsonObject{{u"program"_s, u"Office"_s}, {u"user"_s, u"Ann"_s}}));
}

void TestNewRequestDialog::withoutTemplatesThereIsNoChoice()
{
    m_place->desk.api.on("GET", u"/ticket-templates"_s, FakeApi::Reply::problem(500, "internal"));
    chooseCategory();
    QVERIFY(!m_dialog->findChild<QPushButton *>(u"template"_s)->isVisible());
    QVERIFY(button("send")->isEnabled());
}

QTEST_MAIN(TestNewRequestDialog)
#include "tst_newrequestdialog.moc"
