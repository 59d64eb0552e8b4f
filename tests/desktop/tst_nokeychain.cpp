// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/secretstore.h"
#include "app/shell/application.h"
#include "app/shell/mainwindow.h"
#include "app/widgets/popups.h"
#include "tests/support/app/fakedesk.h"

#include <QApplication>
#include <QComboBox>
#include <QDirIterator>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

/// On a computer with a session bus, but without anything that keeps secrets.
class TestNoKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysSoInsteadOfKeeping();
    void signsInAllTheSameAndSaysSo();
};

void TestNoKeychain::saysSoInsteadOfKeeping()
{
    const auto store = SecretStore::system();
    QObject guard;
    std::optional<Result<>> written;
    store->write(u"name"_s, "secret", &guard, [&](const Result<> &done) { written = done; });
    QTRY_VERIFY(written);
    QVERIFY(!*written);
    QCOMPARE(written->error().key, "keychain.unavailable"_ba);
    std::optional<Result<QByteArray>> read;
    store->read(u"name"_s, &guard, [&](const Result<QByteArray> &secret) { read = secret; });
    QTRY_VERIFY(read);
    QVERIFY(!*read);
}

void TestNoKeychain::signsInAllTheSameAndSaysSo()
{
    FakeDesk desk;
    desk.api.acceptSignIn(FakeDesk::janeHerself());
    const QString file = QDir::home().filePath(u"app.ini"_s);
    const auto signInWindow = [] {
        for (QWidget *one : QApplication::topLevelWidgets()) {
            if (one->objectName() == "signInWindow"_L1 && one->isVisible())
                return one;
        }
        return static_cast<QWidget *>(nullptr);
    };
    {
        Application program({.settingsFile = file});
        program.start({});
        QTRY_VERIFY(signInWindow());
        QWidget *form = signInWindow();
        form->findChild<QComboBox *>(u"server"_s)->setCurrentText(desk.api.address().display());
        form->findChild<QLineEdit *>(u"user"_s)->setText(u"Jane Doe"_s);
        form->findChild<QLineEdit *>(u"password"_s)->setText(u"secret"_s);
        form->findChild<QPushButton *>(u"signIn"_s)->click();
        QTRY_VERIFY(program.context().windows.active());
        Popups &popups = Popups::of(program.context().windows.active());
        QTRY_COMPARE(popups.count(), 1);
        QVERIFY2(popups.texts().first().startsWith(
                         "You will not be remembered on this computer."_L1),
                 qPrintable(popups.texts().first()));
    }
    // The next start asks for the password, with the name filled in.
    Application program({.settingsFile = file});
    program.start({});
    QTRY_VERIFY(signInWindow());
    QCOMPARE(signInWindow()->findChild<QLineEdit *>(u"user"_s)->text(), u"Jane Doe"_s);

    QDirIterator all(QDir::homePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int files = 0;
    while (all.hasNext()) {
        QFile one(all.next());
        if (!one.open(QIODevice::ReadOnly))
            continue;
        ++files;
        const QByteArray content = one.readAll();
        QVERIFY2(!content.contains("refresh-1"), qPrintable(one.fileName()));
        QVERIFY2(!content.contains("access-1"), qPrintable(one.fileName()));
    }
    QVERIFY(files > 0);
}

/// A bus that starts no services: whatever keychain is installed here is not there.
int main(int argc, char *argv[])
{
    QTemporaryDir folder;
    QFile configuration(folder.filePath(u"bus.conf"_s));
    if (!configuration.open(QIODevice::WriteOnly))
        return 1;
    configuration.write("<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
                        "<auth>EXTERNAL</auth><policy context=\"default\">"
                        "<allow send_destination=\"*\" eavesdrop=\"true\"/><allow "
                        "eavesdrop=\"true\"/><allow own=\"*\"/>"
                        "</policy></busconfig>");
    configuration.close();
    QProcess bus;
    bus.start(u"dbus-daemon"_s,
              {u"--nofork"_s, u"--print-address"_s, u"--config-file"_s, configuration.fileName()});
    if (!bus.waitForReadyRead(20'000))
        qFatal("dbus-daemon says nothing");
    qputenv("DBUS_SESSION_BUS_ADDRESS", bus.readLine().trimmed());
    int result = 1;
    {
        QApplication application(argc, argv);
        TestNoKeychain test;
        result = QTest::qExec(&test, argc, argv);
    }
    bus.terminate();
    bus.waitForFinished();
    return result;
}

#include "tst_nokeychain.moc"
