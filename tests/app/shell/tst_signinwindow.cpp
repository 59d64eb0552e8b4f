// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/application.h"
#include "app/shell/certificatebox.h"
#include "app/shell/mainwindow.h"
#include "app/shell/signinwindow.h"
#include "app/widgets/noticebox.h"
#include "app/widgets/popups.h"
#include "tests/support/app/certificate.h"
#include "tests/support/app/workplace.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

/// The first window against every kind of server that one can meet.
class TestSignInWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void beginsWhereSomethingIsMissing();
    void saysWhatTheServerIs();
    void signsInWithReturn();
    void asksForWhatIsMissing();
    void saysWhenThePasswordIsWrong();
    void saysWhichServerCannotBeReached();
    void saysWhenTheAddressIsNone();
    void saysWhenTheServerIsOfAnotherAge_data();
    void saysWhenTheServerIsOfAnotherAge();
    void saysWhenItIsNoDeskbellServer();
    void saysWhenTooManyTried();
    void showsTheFingerprintOfAnUntrustedCertificate();
    void cannotBePressedTwice();
    void saysWhenItCannotBeRemembered();
    void offersSignUpOnlyWhereItIsAllowed();
    void showsFaultsOfASignUpAtTheFields();
    void knowsTheServersOfBefore();

private:
    void open();
    void fill(const QString &password = u"secret"_s);
    QString notice() const
    {
        const auto *box = m_window->findChild<NoticeBox *>(u"signInNotice"_s);
        return box->isVisible() ? box->text() : QString();
    }
    template <class T>
    T *field(const char *name) const
    {
        return m_window->findChild<T *>(QLatin1StringView(name));
    }
    /// Presses the button and waits for an answer that one can read.
    QString refusal();

    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<SignInWindow> m_window;
};

void TestSignInWindow::init()
{
    m_place = std::make_unique<Workplace>();
    m_place->desk.api.acceptSignIn(FakeDesk::janeHerself());
    open();
}

void TestSignInWindow::cleanup()
{
    m_window.reset();
    m_place.reset();
}

void TestSignInWindow::open()
{
    m_window = std::make_unique<SignInWindow>(m_place->context);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestSignInWindow::fill(const QString &password)
{
    field<QComboBox>("server")->setCurrentText(m_place->desk.api.address().display());
    field<QLineEdit>("user")->setText(u"Jane Doe"_s);
    field<QLineEdit>("password")->setText(password);
}

QString TestSignInWindow::refusal()
{
    field<QPushButton>("signIn")->click();
    [&] {
        QTRY_VERIFY(!notice().isEmpty());
    }();
    return notice();
}

void TestSignInWindow::beginsWhereSomethingIsMissing()
{
    QVERIFY(field<QComboBox>("server")->lineEdit()->hasFocus());
    m_place->settings.set(Keys::servers, {m_place->desk.api.address().display()});
    m_place->settings.set(Keys::lastUsers, m_place->desk.api.address().hostAndPort(),
                          u"Jane Doe"_s);
    open();
    QCOMPARE(field<QLineEdit>("user")->text(), u"Jane Doe"_s);
    QVERIFY(field<QLineEdit>("password")->hasFocus());
    QCOMPARE(field<QLineEdit>("password")->echoMode(), QLineEdit::Password);
}

void TestSignInWindow::saysWhatTheServerIs()
{
    auto *server = field<QComboBox>("server")->lineEdit();
    server->setText(m_place->desk.api.address().display());
    QTest::keyClick(server, Qt::Key_Tab);
    QTRY_COMPARE(field<QLabel>("serverNote")->text(), u"Test Desk · version 1.2.3"_s);
    QVERIFY(field<QLabel>("serverNote")->isVisible());
    QVERIFY(!field<QPushButton>("signUp")->isVisible());
}

void TestSignInWindow::signsInWithReturn()
{
    fill();
    QTest::keyClick(field<QLineEdit>("password"), Qt::Key_Return);
    QCOMPARE(field<QPushButton>("signIn")->text(), u"Signing in…"_s);
    QTRY_COMPARE(m_place->session.state(), Session::State::SignedIn);
    QCOMPARE(m_place->session.me().account.displayName, u"Jane Doe"_s);
    QTRY_VERIFY(field<QLineEdit>("password")->text().isEmpty());
    QCOMPARE(m_place->secrets.writes, 1); // "keep me signed in" is on at first
}

void TestSignInWindow::asksForWhatIsMissing()
{
    fill({});
    QCOMPARE(refusal(), u"Enter your user name and password."_s);
    QVERIFY(field<QLineEdit>("password")->hasFocus());
    QVERIFY(m_place->desk.api.requests("POST", u"/auth/token"_s).isEmpty());
}

void TestSignInWindow::saysWhenThePasswordIsWrong()
{
    fill(u"wrong"_s);
    const QString said = refusal();
    QVERIFY2(said.contains("password"_L1), qPrintable(said));
    QVERIFY(field<QLineEdit>("password")->hasFocus());
    QCOMPARE(field<QLineEdit>("password")->selectedText().size(), 5);
    QCOMPARE(m_place->session.state(), Session::State::SignedOut);
    field<QLineEdit>("password")->setText(u"secret"_s);
    field<QPushButton>("signIn")->click();
    QTRY_COMPARE(m_place->session.state(), Session::State::SignedIn);
    QVERIFY(notice().isEmpty());
}

void TestSignInWindow::saysWhichServerCannotBeReached()
{
    m_place->desk.api.goAway();
    fill();
    const QString said = refusal();
    QVERIFY2(said.contains(m_place->desk.api.address().hostAndPort()), qPrintable(said));
    QVERIFY(field<QPushButton>("signIn")->isEnabled());
    m_place->desk.api.comeBack();
    field<QPushButton>("signIn")->click();
    QTRY_COMPARE(m_place->session.state(), Session::State::SignedIn);
}

void TestSignInWindow::saysWhenTheAddressIsNone()
{
    fill();
    field<QComboBox>("server")->setCurrentText(u"ftp://desk"_s);
    QVERIFY(!refusal().isEmpty());
    QVERIFY(field<QComboBox>("server")->lineEdit()->hasFocus());
    QCOMPARE(m_place->session.state(), Session::State::SignedOut);
}

void TestSignInWindow::saysWhenTheServerIsOfAnotherAge_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<QString>("word");
    QTest::newRow("too old") << currentApiVersion - 1 << u"too old"_s;
    QTest::newRow("too new") << currentApiVersion + 1 << u"too new"_s;
}

void TestSignInWindow::saysWhenTheServerIsOfAnotherAge()
{
    QFETCH(int, version);
    QFETCH(QString, word);
    m_place->desk.api.on("GET"_ba, u"/server"_s,
                         FakeApi::Reply::json({{u"name"_s, u"Other"_s},
                                               {u"version"_s, u"9.9"_s},
                                               {u"apiVersion"_s, version}}));
    fill();
    const QString said = refusal();
    QVERIFY2(said.contains(word), qPrintable(said));
    QVERIFY(m_place->desk.api.requests("POST", u"/auth/token"_s).isEmpty());
}

void TestSignInWindow::saysWhenItIsNoDeskbellServer()
{
    m_place->desk.api.on("GET"_ba, u"/server"_s, FakeApi::Reply{.status = 404, .body = "<html>"});
    fill();
    const QString said = refusal();
    QVERIFY2(said.contains("Deskbell"_L1), qPrintable(said));
    QVERIFY(m_place->desk.api.requests("POST", u"/auth/token"_s).isEmpty());
}

void TestSignInWindow::saysWhenTooManyTried()
{
    FakeApi::Reply wait = FakeApi::Reply::problem(429, "auth.too_many_attempts");
    wait.headers.append({"Retry-After"_ba, "30"_ba});
    m_place->desk.api.on("POST"_ba, u"/auth/token"_s, wait);
    fill();
    const QString said = refusal();
    QVERIFY2(said.contains("30"_L1), qPrintable(said));
}

/// What to compare, and a choice that is remembered for that server alone.
void TestSignInWindow::showsTheFingerprintOfAnUntrustedCertificate()
{
    const QSslConfiguration certificate = selfSignedCertificate();
    m_place->desk.api.useTls(certificate);
    fill();
    QVERIFY(!refusal().isEmpty());
    auto *box = field<CertificateBox>("certificateBox");
    QVERIFY(box->isVisible());
    const QString fingerprint = TrustStore::fingerprint(certificate.localCertificate());
    QCOMPARE(field<QLabel>("fingerprint")->text().replace(u'\n', u':'), fingerprint);
    QVERIFY(m_place->desk.api.requests().isEmpty()); // nothing was said to it
    auto *accept = field<QPushButton>("acceptCertificate");
    QVERIFY2(accept->text().contains(m_place->desk.api.address().hostAndPort()),
             qPrintable(accept->text()));
    accept->click();
    QTRY_COMPARE(m_place->session.state(), Session::State::SignedIn);
    QVERIFY(!box->isVisible());
    QVERIFY(m_place->trust.isAccepted(m_place->desk.api.address(), certificate.localCertificate()));
    QCOMPARE(m_place->settings.names(Keys::fingerprints).size(), 1);
}

void TestSignInWindow::cannotBePressedTwice()
{
    m_place->desk.api.once("GET"_ba, u"/server"_s, FakeApi::Reply::hang());
    fill();
    field<QPushButton>("signIn")->click();
    QVERIFY(!field<QPushButton>("signIn")->isEnabled());
    QVERIFY(!field<QLineEdit>("password")->isEnabled());
    QTest::keyClick(field<QLineEdit>("password"), Qt::Key_Return);
    QTRY_VERIFY(!m_place->desk.api.requests().isEmpty());
    QCOMPARE(m_place->desk.api.requests().size(), 1);
}

/// The whole program, on a computer whose keychain refuses.
void TestSignInWindow::saysWhenItCannotBeRemembered()
{
    m_window.reset();
    m_place.reset();
    FakeDesk desk;
    desk.api.acceptSignIn(FakeDesk::janeHerself());
    QTemporaryDir folder;
    const QString file = folder.filePath(u"app.ini"_s);
    auto secrets = std::make_unique<FakeSecretStore>();
    secrets->failure = Error{.code = ErrorCode::Unavailable, .key = "keychain.denied"};
    Application program({.settingsFile = file, .secrets = std::move(secrets)});
    program.context().settings.set(Keys::language, u"en"_s);
    program.start({});
    const auto windowOf = [](const QString &name) {
        for (QWidget *one : QApplication::topLevelWidgets()) {
            if (one->objectName() == name && one->isVisible())
                return one;
        }
        return static_cast<QWidget *>(nullptr);
    };
    QTRY_VERIFY(windowOf(u"signInWindow"_s));
    QWidget *form = windowOf(u"signInWindow"_s);
    form->findChild<QComboBox *>(u"server"_s)->setCurrentText(desk.api.address().display());
    form->findChild<QLineEdit *>(u"user"_s)->setText(u"Jane Doe"_s);
    form->findChild<QLineEdit *>(u"password"_s)->setText(u"secret"_s);
    form->findChild<QPushButton *>(u"signIn"_s)->click();
    QTRY_VERIFY(program.context().windows.active());
    Popups &popups = Popups::of(program.context().windows.active());
    QTRY_COMPARE(popups.count(), 1);
    QVERIFY2(popups.texts().first().startsWith("You will not be remembered on this computer."_L1),
             qPrintable(popups.texts().first()));
}

void TestSignInWindow::offersSignUpOnlyWhereItIsAllowed()
{
    m_place->desk.api.on("GET"_ba, u"/server"_s,
                         FakeApi::Reply::json(toJson(ServerInfo{
                                 .name = u"Open Desk"_s, .version = u"1.2.3"_s, .signUp = true})));
    auto *server = field<QComboBox>("server")->lineEdit();
    server->setText(m_place->desk.api.address().display());
    QTest::keyClick(server, Qt::Key_Tab);
    QTRY_VERIFY(field<QPushButton>("signUp")->isVisible());
    field<QPushButton>("signUp")->click();
    QVERIFY(field<QPushButton>("createAccount")->isVisible());
    QCOMPARE(m_window->windowTitle(), u"Create an account – Deskbell"_s);
    field<QPushButton>("backToSignIn")->click();
    QVERIFY(field<QPushButton>("signIn")->isVisible());
}

void TestSignInWindow::showsFaultsOfASignUpAtTheFields()
{
    offersSignUpOnlyWhereItIsAllowed();
    field<QPushButton>("signUp")->click();
    m_place->desk.api.on("POST"_ba, u"/auth/signup"_s,
                         FakeApi::Reply::problem(
                                 409, "email.taken",
                                 {{u"errors"_s, QJsonArray{QJsonObject{{u"field"_s, u"email"_s},
                                                                       {u"key"_s, u"taken"_s}}}}}));
    field<QPushButton>("createAccount")->click();
    QTRY_VERIFY(field<QLabel>("usernameError")->isVisible()); // one's own rules first
    field<QLineEdit>("signUp-username")->setText(u"Jane Doe"_s);
    field<QLineEdit>("signUp-displayName")->setText(u"Jane Doe"_s);
    field<QLineEdit>("signUp-email")->setText(u"jane@example.com"_s);
    field<QLineEdit>("signUp-password")->setText(u"a Long enough pass 1."_s);
    field<QPushButton>("createAccount")->click();
    QTRY_VERIFY(field<QLabel>("emailError")->isVisible());
    QVERIFY(field<QLineEdit>("signUp-email")->hasFocus());
    QCOMPARE(m_place->session.state(), Session::State::SignedOut);
}

void TestSignInWindow::knowsTheServersOfBefore()
{
    m_place->settings.set(Keys::servers, {u"one.example.com"_s, u"two.example.com"_s});
    m_place->settings.set(Keys::lastUsers,
                          ServerAddress::parse(u"two.example.com"_s)->hostAndPort(), u"john"_s);
    open();
    auto *server = field<QComboBox>("server");
    QCOMPARE(server->count(), 2);
    QCOMPARE(server->currentText(), u"one.example.com"_s);
    server->setCurrentIndex(1);
    Q_EMIT server->activated(1);
    QCOMPARE(field<QLineEdit>("user")->text(), u"john"_s);
}

QTEST_MAIN(TestSignInWindow)
#include "tst_signinwindow.moc"
