// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/connectionmonitor.h"
#include "app/shell/mainwindow.h"
#include "app/timeline/composer.h"
#include "app/timeline/unsentdialog.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/popups.h"
#include "tests/support/app/workplace.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

/// What becomes of a message once it is sent: held, waiting, refused; and what one can do then.
class TestUnsent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void keepsTheTextWhenSendingFails();
    void theSameMessageSentAgainIsTheSame();
    void aReplyCanBeTakenBackForAWhile();
    void aNoteIsNotHeld();
    void waitsForTheConnection();
    void asksWhyWhenSomebodyElseAnswers();
    void anotherTicketCanBeWrittenToMeanwhile();
    void everythingUnsentIsShownInOnePlace();
    void signingOutSaysWhatIsUnsent();

private:
    void compose(const Ticket &ticket) { m_composer->setTicket(ticket); }
    QList<FakeApi::Request> sent(qint64 ticket = 1) const
    {
        return m_place->desk.api.requests("POST", u"/tickets/%1/replies"_s.arg(ticket));
    }
    QString state() const { return textOf(u"unsentState"_s); }
    QString words() const { return textOf(u"unsentWords"_s); }
    /// Of the row for what is not sent yet; empty without one.
    QString textOf(const QString &name) const
    {
        const auto all = m_composer->findChildren<QLabel *>(name);
        const auto found = std::find_if(all.cbegin(), all.cend(),
                                        [](const QWidget *one) { return one->isVisible(); });
        return found == all.cend() ? QString() : (*found)->text();
    }
    QAbstractButton *button(const QString &name) const
    {
        const auto all = m_composer->findChildren<QAbstractButton *>(name);
        const auto found = std::find_if(all.cbegin(), all.cend(),
                                        [](const QWidget *one) { return one->isVisible(); });
        return found == all.cend() ? nullptr : *found;
    }
    void accept(qint64 ticket = 1)
    {
        m_place->desk.api.on("POST", u"/tickets/%1/replies"_s.arg(ticket),
                             FakeApi::Reply::json(toJson(FakeDesk::reply(1, 0, u"x"_s)), 201));
    }

    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<QWidget> m_window; ///< pop-ups need one
    Composer *m_composer = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QPushButton *m_send = nullptr;
};

void TestUnsent::init()
{
    m_place = std::make_unique<Workplace>();
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
    m_window = std::make_unique<QWidget>();
    m_window->resize(600, 500);
    m_composer = new Composer(m_place->context, m_window.get());
    m_composer->setGeometry(0, 200, 600, 260);
    m_text = m_composer->findChild<QPlainTextEdit *>(u"composerText"_s);
    m_send = m_composer->findChild<QPushButton *>(u"composerSend"_s);
    compose(FakeDesk::ticket(1));
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestUnsent::cleanup()
{
    ConfirmDialog::setAnswerer({});
    m_window.reset();
    m_place.reset();
}

/// What is refused for good waits for a decision, with its reason.
void TestUnsent::keepsTheTextWhenSendingFails()
{
    m_place->desk.api.once("POST", u"/tickets/1/replies"_s,
                           FakeApi::Reply::problem(409, "ticket.closed"));
    accept();
    QTest::keyClicks(m_text, u"precious words"_s);
    m_send->click();
    QTRY_COMPARE(Popups::of(m_composer).count(), 1);
    const QString said = Popups::of(m_composer).texts().first();
    QVERIFY2(said.startsWith("The reply to HD-1 could not be sent"_L1), qPrintable(said));
    QVERIFY(state().startsWith("The reply was not sent:"_L1));
    QCOMPARE(words(), u"precious words"_s);
    button(u"unsentTakeBack"_s)->click();
    QCOMPARE(m_text->toPlainText(), u"precious words"_s);
    QVERIFY(!m_composer->findChild<QWidget *>(u"unsentStrip"_s)->isVisible());
    m_send->click();
    QTRY_COMPARE(sent().size(), 2);
    QVERIFY(sent()[0].header("Idempotency-Key") != sent()[1].header("Idempotency-Key"));
}

/// No answer: it is tried again by itself, as the same message.
void TestUnsent::theSameMessageSentAgainIsTheSame()
{
    for (int failures = 0; failures < 2; ++failures)
        m_place->desk.api.once("POST", u"/tickets/1/replies"_s,
                               FakeApi::Reply::problem(500, "internal"));
    accept();
    QTest::keyClicks(m_text, u"once"_s);
    m_send->click();
    QTRY_VERIFY(m_place->outbox.entries().isEmpty());
    QCOMPARE(sent().size(), 3);
    QCOMPARE(sent()[0].header("Idempotency-Key"), sent()[1].header("Idempotency-Key"));
    QCOMPARE(sent()[0].header("Idempotency-Key"), sent()[2].header("Idempotency-Key"));
    QCOMPARE(Popups::of(m_composer).count(), 0);
}

void TestUnsent::aReplyCanBeTakenBackForAWhile()
{
    accept();
    m_place->settings.set(Keys::holdReplies, 3600);
    QSignalSpy queued(m_composer, &Composer::queued);
    QTest::keyClicks(m_text, u"too early"_s);
    m_send->click();
    QCOMPARE(m_text->toPlainText(), QString());
    QCOMPARE(state(), u"Reply goes out in 3600 seconds"_s);
    QCOMPARE(queued.size(), 1);
    // By the pop-up, wherever one is by now.
    compose(FakeDesk::ticket(2));
    QCOMPARE(Popups::of(m_composer).texts(),
             QStringList(u"The reply to HD-1 goes out in a moment"_s));
    m_window->findChild<QAbstractButton *>(u"popupAction"_s)->click();
    compose(FakeDesk::ticket(1));
    QCOMPARE(m_text->toPlainText(), u"too early"_s);
    // By its row.
    m_send->click();
    button(u"unsentTakeBack"_s)->click();
    QCOMPARE(m_text->toPlainText(), u"too early"_s);
    // By the key that takes back what was typed.
    m_send->click();
    QTest::keyClick(m_text, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_text->toPlainText(), u"too early"_s);
    // By the key that takes back all that is done in the window.
    m_send->click();
    queued.last()[1].value<std::function<void()>>()();
    QCOMPARE(m_text->toPlainText(), u"too early"_s);
    QVERIFY(sent().isEmpty());
    m_send->click();
    button(u"unsentSend"_s)->click();
    QTRY_COMPARE(sent().size(), 1);
    QTRY_VERIFY(m_place->outbox.entries().isEmpty());
    queued.last()[1].value<std::function<void()>>()();
    QCOMPARE(m_text->toPlainText(), QString());
    QVERIFY(Popups::of(m_composer).texts().last().startsWith("It was too late"_L1));
}

void TestUnsent::aNoteIsNotHeld()
{
    accept();
    m_place->settings.set(Keys::holdReplies, 3600);
    m_composer->begin(Composer::Mode::Note);
    QTest::keyClicks(m_text, u"for us"_s);
    m_send->click();
    QTRY_COMPARE(sent().size(), 1);
}

void TestUnsent::waitsForTheConnection()
{
    accept();
    m_place->desk.api.goAway();
    QTRY_COMPARE(m_place->client.connection().state(), ConnectionMonitor::State::Offline);
    QTest::keyClicks(m_text, u"written on the train"_s);
    m_send->click();
    QTRY_COMPARE(state(), u"The reply waits for the connection"_s);
    m_place->desk.api.comeBack();
    m_place->client.connection().retryNow();
    QTRY_COMPARE(sent().size(), 1);
    QTRY_VERIFY(m_place->outbox.entries().isEmpty());
}

void TestUnsent::asksWhyWhenSomebodyElseAnswers()
{
    m_place->desk.api.once(
            "POST", u"/tickets/1/replies"_s,
            FakeApi::Reply::problem(409, "ticket.claimed",
                                    {{u"person"_s, 20}, {u"displayName"_s, u"Ann Lee"_s}}));
    accept();
    QString asked;
    ConfirmDialog::setAnswerer([&](const Question &question) {
        asked = question.title;
        return Decision{.accepted = true, .reason = u"Ann is at lunch"_s};
    });
    QTest::keyClicks(m_text, u"I am on my way"_s);
    m_send->click();
    QTRY_COMPARE(sent().size(), 2);
    ConfirmDialog::setAnswerer({});
    QCOMPARE(asked, u"Ann Lee is answering this ticket"_s);
    QCOMPARE(sent().last().json()["despiteClaim"_L1].toString(), u"Ann is at lunch"_s);
    QVERIFY(sent().first().header("Idempotency-Key") != sent().last().header("Idempotency-Key"));
    QTRY_COMPARE(m_text->toPlainText(), QString());
}

void TestUnsent::anotherTicketCanBeWrittenToMeanwhile()
{
    m_place->desk.api.once("POST", u"/tickets/1/replies"_s, FakeApi::Reply::hang());
    QTest::keyClicks(m_text, u"first"_s);
    m_send->click();
    QTRY_COMPARE(sent().size(), 1);
    compose(FakeDesk::ticket(2));
    QTest::keyClicks(m_text, u"second"_s);
    accept(2);
    QVERIFY(m_send->isEnabled());
    m_send->click();
    QTRY_COMPARE(sent(2).size(), 1);
    QTRY_COMPARE(m_text->toPlainText(), QString());
    compose(FakeDesk::ticket(1));
    QTRY_COMPARE(state(), u"Sending the reply…"_s);
}

/// From the status bar and the palette, whatever ticket is open.
void TestUnsent::everythingUnsentIsShownInOnePlace()
{
    MainWindow *window = m_place->openWindow();
    QVERIFY(window);
    auto *status = window->findChild<QAbstractButton *>(u"unsentState"_s);
    QVERIFY(status);
    QVERIFY(!status->isVisible());
    m_place->desk.api.on("POST", u"/tickets/2/replies"_s,
                         FakeApi::Reply::problem(409, "ticket.closed"));
    compose(FakeDesk::ticket(2));
    QTest::keyClicks(m_text, u"too late"_s);
    m_send->click();
    QTRY_VERIFY(status->isVisible());
    QCOMPARE(status->text(), u"1 change not accepted"_s);
    status->click();
    auto *dialog = window->findChild<UnsentDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    auto *row = dialog->findChild<QLabel *>(u"unsentState"_s);
    QVERIFY2(row && row->text().startsWith("HD-2: The reply was not sent"_L1),
             row ? qPrintable(row->text()) : "no row");
    dialog->findChild<QAbstractButton *>(u"unsentTakeBack"_s)->click();
    QCOMPARE(m_place->replies.at(TicketId(2), false).text, u"too late"_s);
    QVERIFY(!dialog->isVisible());
    QVERIFY(!status->isVisible());
    UnsentDialog::open(m_place->context, window);
    const auto dialogs = window->findChildren<UnsentDialog *>();
    const auto texts = dialogs.last()->findChildren<QLabel *>();
    QVERIFY(std::any_of(texts.cbegin(), texts.cend(), [](const QLabel *label) {
        return label->text() == "Everything has been sent"_L1;
    }));
}

void TestUnsent::signingOutSaysWhatIsUnsent()
{
    MainWindow *window = m_place->openWindow();
    QVERIFY(window);
    m_place->settings.set(Keys::holdReplies, 3600);
    QTest::keyClicks(m_text, u"in a moment"_s);
    m_send->click();
    QString asked;
    bool accepts = false;
    ConfirmDialog::setAnswerer([&](const Question &question) {
        asked = question.title;
        return Decision{.accepted = accepts};
    });
    QAction *signOut = window->actions().action(u"session.signOut"_s);
    signOut->trigger();
    QCOMPARE(asked, u"1 change has not reached the server yet"_s);
    QCOMPARE(m_place->session.state(), Session::State::SignedIn);
    accepts = true;
    signOut->trigger();
    QTRY_COMPARE(m_place->session.state(), Session::State::SignedOut);
    QCOMPARE(m_place->outbox.entries().size(), 1);
}

QTEST_MAIN(TestUnsent)
#include "tst_unsent.moc"
