// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/app/fakedesk.h"
#include "tests/support/desktop/assistive.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Deskbell::Test;
using namespace Qt::StringLiterals;

namespace {

/// What a person can do something with must say what it is.
bool isInteractive(const Accessible &one)
{
    static const QStringList roles{
            u"push button"_s, u"toggle button"_s, u"check box"_s,       u"radio button"_s,
            u"text"_s,        u"password text"_s, u"combo box"_s,       u"list"_s,
            u"list item"_s,   u"table"_s,         u"tree table"_s,      u"tree"_s,
            u"page tab"_s,    u"menu item"_s,     u"check menu item"_s, u"menu"_s,
            u"spin button"_s, u"link"_s,          u"button dropdown"_s, u"button menu"_s};
    return roles.contains(one.role);
}

} // namespace

/// The program itself, as somebody uses it who does not see it.
class TestAccessibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase();

    void signInIsNamedAndSignsIn();
    void mainWindowIsNamed();
    void ticketIsReadAndAnswered();
    void newRequestIsNamed();
    void peopleAreNamed();

private:
    /// All that is showing in the window; fails when something has no name.
    QList<Accessible> readNamed(const Accessible &window);
    /// The window whose title begins so.
    Accessible window(const QString &title);
    void press(const Accessible &root, const QString &role, const QString &name);
    void type(const Accessible &root, const QString &role, const QString &name,
              const QString &text);

    QTemporaryDir m_folder;
    FakeDesk m_desk;
    QProcess m_program;
    std::optional<AssistiveTechnology> m_reader;
    Accessible m_root;
    bool m_failed = false; ///< each step stands on the one before
};

void TestAccessibility::initTestCase()
{
    m_desk.api.acceptSignIn(FakeDesk::johnHimself());
    for (const auto &[id, title] :
         {std::pair(1, "The printer is broken"), std::pair(2, "The VPN drops")}) {
        Ticket ticket = FakeDesk::ticket(id, QString::fromLatin1(title));
        ticket.assignee = FakeDesk::john();
        m_desk.put(ticket);
    }
    m_desk.timelines[TicketId(1)]
            = {FakeDesk::reply(1, 0, u"Since this morning."_s), FakeDesk::note(2, 1, u"Known."_s)};
    m_desk.api.on("POST", u"/tickets/1/replies"_s,
                  FakeApi::Reply::json(toJson(FakeDesk::reply(3, 2, u"x"_s)), 201));
    m_reader.emplace();
    QVERIFY(m_reader->isConnected());

    m_program.setProcessChannelMode(QProcess::ForwardedChannels);
    m_program.start(QStringLiteral(DESKBELL_BINARY_DIR "/bin/deskbell"),
                    {u"--settings"_s, m_folder.filePath(u"app.ini"_s)});
    QVERIFY(m_program.waitForStarted());
    const auto root = m_reader->program(u"Deskbell"_s);
    QVERIFY2(root, "the program is not on the accessibility bus");
    m_root = *root;
}

void TestAccessibility::init()
{
    if (m_failed)
        QFAIL("the step before failed");
    m_failed = true;
}

void TestAccessibility::cleanupTestCase()
{
    m_program.terminate();
    if (!m_program.waitForFinished(5000))
        m_program.kill();
    m_program.waitForFinished();
}

Accessible TestAccessibility::window(const QString &title)
{
    Accessible found;
    [&] {
        QTRY_VERIFY_WITH_TIMEOUT(([&] {
                                     for (const Accessible &one : m_reader->children(m_root)) {
                                         if (one.isShowing && one.name.startsWith(title))
                                             found = one;
                                     }
                                     return !found.path.isEmpty();
                                 }()),
                                 AssistiveTechnology::patience);
    }();
    return found;
}

QList<Accessible> TestAccessibility::readNamed(const Accessible &window)
{
    const QList<Accessible> all = m_reader->showing(window);
    QStringList nameless;
    for (const Accessible &one : all) {
        if (isInteractive(one) && one.name.isEmpty())
            nameless.append(one.role + u' ' + one.path);
    }
    [&] {
        QVERIFY2(nameless.isEmpty(), qPrintable(u"without a name: "_s + nameless.join(u", "_s)));
    }();
    return all;
}

void TestAccessibility::press(const Accessible &root, const QString &role, const QString &name)
{
    const auto target = m_reader->find(root, role, name);
    QVERIFY2(target, qPrintable(u"there is no %1 \"%2\""_s.arg(role, name)));
    QVERIFY2(m_reader->press(*target), qPrintable(name));
}

void TestAccessibility::type(const Accessible &root, const QString &role, const QString &name,
                             const QString &text)
{
    const auto target = m_reader->find(root, role, name);
    QVERIFY2(target, qPrintable(u"there is no %1 \"%2\""_s.arg(role, name)));
    QVERIFY2(m_reader->type(*target, text), qPrintable(name));
}

void TestAccessibility::signInIsNamedAndSignsIn()
{
    const Accessible signIn = window(u"Sign in"_s);
    readNamed(signIn);
    type(signIn, u"text"_s, u"Server"_s, m_desk.api.address().display());
    type(signIn, u"text"_s, u"User name"_s, u"John Smith"_s);
    type(signIn, u"password text"_s, u"Password"_s, u"secret"_s);
    if (QTest::currentTestFailed())
        return;
    press(signIn, u"check box"_s, u"Keep me signed in"_s);
    press(signIn, u"push button"_s, u"Sign in"_s);
    QVERIFY(!window(u"Test Desk"_s).path.isEmpty());
    QCOMPARE(m_desk.api.requests("POST", u"/auth/token"_s).first().field(u"username"_s),
             u"John Smith"_s);
    m_failed = QTest::currentTestFailed();
}

void TestAccessibility::mainWindowIsNamed()
{
    const Accessible main = window(u"Test Desk"_s);
    QVERIFY(m_reader->find(main, u"list item"_s, u"HD-1, The printer is broken, New"_s));
    QVERIFY(m_reader->find(main, u"page tab"_s, u"Internal note"_s)); // the ticket has come
    const QList<Accessible> all = readNamed(main);
    const auto has = [&](const QString &role, const QString &name) {
        const bool found = std::any_of(all.begin(), all.end(), [&](const Accessible &one) {
            return one.role == role && one.name.startsWith(name);
        });
        if (!found)
            qWarning("there is no %s \"%s\"", qPrintable(role), qPrintable(name));
        return found;
    };
    QVERIFY(has(u"list"_s, u"Views"_s));
    QVERIFY(has(u"list"_s, u"Tickets"_s));
    QVERIFY(has(u"text"_s, u"Search tickets"_s));
    QVERIFY(has(u"push button"_s, u"New ticket"_s));
    QVERIFY(has(u"menu item"_s, u"File"_s));
    m_failed = QTest::currentTestFailed();
}

void TestAccessibility::ticketIsReadAndAnswered()
{
    const Accessible main = window(u"Test Desk"_s);
    type(main, u"text"_s, u"Reply to Jane Doe"_s, u"I am on my way."_s);
    press(main, u"push button"_s, u"Send to Jane Doe"_s);
    if (QTest::currentTestFailed())
        return;
    QTRY_COMPARE(m_desk.api.requests("POST", u"/tickets/1/replies"_s).size(), 1);
    QCOMPARE(m_desk.api.requests("POST", u"/tickets/1/replies"_s).first().json()[u"message"],
             u"I am on my way."_s);
    m_failed = QTest::currentTestFailed();
}

void TestAccessibility::newRequestIsNamed()
{
    press(window(u"Test Desk"_s), u"push button"_s, u"New ticket"_s);
    const Accessible dialog = window(u"New request"_s);
    if (QTest::currentTestFailed())
        return;
    QVERIFY(m_reader->find(dialog, u"push button"_s, u"Hardware"_s));
    readNamed(dialog);
    press(dialog, u"push button"_s, u"Hardware"_s);
    QVERIFY(m_reader->find(dialog, u"text"_s, u"Title"_s));
    readNamed(dialog);
    press(dialog, u"push button"_s, u"Cancel"_s);
    m_failed = QTest::currentTestFailed();
}

void TestAccessibility::peopleAreNamed()
{
    const Accessible main = window(u"Test Desk"_s);
    const auto entry = m_reader->find(main, u"list item"_s, u"People"_s);
    QVERIFY(entry);
    QVERIFY(m_reader->press(*entry));
    QVERIFY(m_reader->find(main, u"push button"_s, u"New person"_s));
    QVERIFY(m_reader->find(main, u"table cell"_s, u"Jane Doe"_s));
    readNamed(main);
    m_failed = QTest::currentTestFailed();
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
