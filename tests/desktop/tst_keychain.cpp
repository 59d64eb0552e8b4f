// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/secretstore.h"
#include "app/shell/application.h"
#include "app/shell/mainwindow.h"
#include "app/widgets/popups.h"
#include "tests/support/app/fakedesk.h"

#include <QApplication>
#include <QComboBox>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDirIterator>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

/// Against the keychain of GNOME, on a bus and in a home of its own.
class TestKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void keepsSecrets();
    void forgetsWhatIsRemoved();
    void staysSignedInOverTwoStarts();
    void nothingIsWrittenInPlainText();

private:
    Result<QByteArray> read(const QString &name);
    Result<> write(const QString &name, const QByteArray &secret);

    QProcess m_keyring;
    FakeDesk m_desk;
    std::unique_ptr<SecretStore> m_store = SecretStore::system();
};

void TestKeychain::initTestCase()
{
    QVERIFY(QDBusConnection::sessionBus().isConnected());
    m_keyring.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_keyring.start(u"gnome-keyring-daemon"_s,
                    {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
    QVERIFY(m_keyring.waitForStarted());
    m_keyring.write("the password of the session");
    m_keyring.closeWriteChannel();
    QTRY_VERIFY_WITH_TIMEOUT(QDBusConnection::sessionBus()
                                     .interface()
                                     ->isServiceRegistered(u"org.freedesktop.secrets"_s)
                                     .value(),
                             20'000);
    m_desk.api.acceptSignIn(FakeDesk::janeHerself());
}

void TestKeychain::cleanupTestCase()
{
    m_keyring.terminate();
    m_keyring.waitForFinished();
}

Result<QByteArray> TestKeychain::read(const QString &name)
{
    std::optional<Result<QByteArray>> answer;
    m_store->read(name, this, [&](const Result<QByteArray> &secret) { answer = secret; });
    [&] {
        QTRY_VERIFY(answer);
    }();
    return answer.value_or(fail(Error::internal(u"no answer"_s)));
}

Result<> TestKeychain::write(const QString &name, const QByteArray &secret)
{
    std::optional<Result<>> answer;
    m_store->write(name, secret, this, [&](const Result<> &done) { answer = done; });
    [&] {
        QTRY_VERIFY(answer);
    }();
    return answer.value_or(fail(Error::internal(u"no answer"_s)));
}

void TestKeychain::keepsSecrets()
{
    const QByteArray binary("with\0a zero and \xff", 17);
    const Result<> written = write(u"one"_s, binary);
    QVERIFY2(written, qPrintable(written ? QString() : written.error().detail));
    QVERIFY(write(u"two"_s, "second"));
    QCOMPARE(*read(u"one"_s), binary);
    QCOMPARE(*read(u"two"_s), "second"_ba);
    QVERIFY(write(u"one"_s, "changed"));
    QCOMPARE(*read(u"one"_s), "changed"_ba);
    QVERIFY(read(u"unknown"_s));
    QVERIFY(read(u"unknown"_s)->isEmpty());
}

void TestKeychain::forgetsWhatIsRemoved()
{
    QVERIFY(write(u"gone"_s, "secret"));
    std::optional<Result<>> removed;
    m_store->remove(u"gone"_s, this, [&](const Result<> &done) { removed = done; });
    QTRY_VERIFY(removed);
    QVERIFY(*removed);
    QVERIFY(read(u"gone"_s)->isEmpty());
    // Removing what is not there is no failure.
    removed.reset();
    m_store->remove(u"gone"_s, this, [&](const Result<> &done) { removed = done; });
    QTRY_VERIFY(removed);
    QVERIFY(*removed);
}

void TestKeychain::staysSignedInOverTwoStarts()
{
    const QString file = QDir::home().filePath(u"app.ini"_s);
    {
        Application program({.settingsFile = file});
        program.start({});
        QWidget *form = nullptr;
        QTRY_VERIFY(([&] {
            for (QWidget *one : QApplication::topLevelWidgets()) {
                if (one->objectName() == "signInWindow"_L1 && one->isVisible())
                    form = one;
            }
            return form != nullptr;
        }()));
        form->findChild<QComboBox *>(u"server"_s)->setCurrentText(m_desk.api.address().display());
        form->findChild<QLineEdit *>(u"user"_s)->setText(u"Jane Doe"_s);
        form->findChild<QLineEdit *>(u"password"_s)->setText(u"secret"_s);
        form->findChild<QPushButton *>(u"signIn"_s)->click();
        QTRY_VERIFY(program.context().windows.active());
        QCOMPARE(Popups::of(program.context().windows.active()).count(), 0);
        QTRY_COMPARE(*read(u"refresh-token/%1/Jane Doe"_s.arg(m_desk.api.address().hostAndPort())),
                     "refresh-1"_ba);
    }
    m_desk.api.forgetRequests();
    Application program({.settingsFile = file});
    program.start({});
    QTRY_VERIFY(program.context().windows.active());
    QCOMPARE(program.context().session.me().account.displayName, u"Jane Doe"_s);
    const auto tokens = m_desk.api.requests("POST", u"/auth/token"_s);
    QCOMPARE(tokens.size(), 1);
    QCOMPARE(tokens.first().field(u"grant_type"_s), u"refresh_token"_s);
    // What was used up is replaced for the start after this one.
    QTRY_COMPARE(*read(u"refresh-token/%1/Jane Doe"_s.arg(m_desk.api.address().hostAndPort())),
                 "refresh-2"_ba);
    program.context().session.signOut();
    QTRY_VERIFY(read(u"refresh-token/%1/Jane Doe"_s.arg(m_desk.api.address().hostAndPort()))
                        ->isEmpty());
}

void TestKeychain::nothingIsWrittenInPlainText()
{
    QVERIFY(write(u"canary"_s, "plain-text-canary"));
    int files = 0;
    QDirIterator all(QDir::homePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        ++files;
        const QByteArray content = file.readAll();
        for (const QByteArray &secret : {"plain-text-canary"_ba, "refresh-1"_ba, "refresh-2"_ba})
            QVERIFY2(!content.contains(secret), qPrintable(file.fileName()));
    }
    QVERIFY(files > 1);
}

QTEST_MAIN(TestKeychain)
#include "tst_keychain.moc"
