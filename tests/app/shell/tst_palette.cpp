// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/commandpalette.h"
#include "app/shell/fuzzymatch.h"
#include "app/shell/keysdialog.h"
#include "app/shell/mainwindow.h"
#include "app/shell/ownkeys.h"
#include "app/shell/palettemodel.h"
#include "app/tickets/ticketpane.h"
#include "tests/support/app/workplace.h"

#include <QAbstractItemModelTester>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

/// Everything by a few letters, and keys that a person changes.
class TestPalette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void matches_data();
    void matches();
    void doesNotMatch();
    void prefersBeginnings();
    void findsAndRuns();
    void findsTickets();
    void findsPeople();
    void remembersWhatWasChosen();
    void hidesWhatNobodyMay();
    void goesToViewsByTwoKeys();
    void keysHaveNoConflictByDefault();
    void changesAKeyInAllWindows();
    void showsAndSolvesConflicts();

private:
    QLineEdit *openPalette();
    QStringList shown() const;
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window));
        auto *list = m_window->findChild<QListView *>(u"ticketList"_s);
        list->setFocus();
        QTest::keyClick(list, Qt::Key(key), modifiers);
    }

    std::unique_ptr<Workplace> m_place;
    MainWindow *m_window = nullptr;
};

void TestPalette::init()
{
    m_place = std::make_unique<Workplace>();
    for (qint64 id = 1; id <= 3; ++id)
        m_place->desk.put(FakeDesk::ticket(id));
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
    m_window = m_place->openWindow();
    m_window->showEntry(u"tickets.open"_s);
    auto *list = m_window->findChild<QListView *>(u"ticketList"_s);
    QTRY_COMPARE(list->model()->rowCount(), 3);
}

void TestPalette::cleanup()
{
    m_place.reset();
}

QLineEdit *TestPalette::openPalette()
{
    press(Qt::Key_K, Qt::ControlModifier);
    auto *field = m_window->findChild<QLineEdit *>(u"paletteField"_s);
    // Until then keys are the window's below.
    if (!field || !QTest::qWaitFor([field] { return field->hasFocus(); }))
        qFatal("The palette does not get the keys.");
    return field;
}

QStringList TestPalette::shown() const
{
    const auto *list = m_window->findChild<QListView *>(u"paletteList"_s);
    QStringList texts;
    for (int row = 0; list && row < list->model()->rowCount(); ++row)
        texts.append(list->model()->index(row, 0).data().toString());
    return texts;
}

void TestPalette::matches_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("places");

    QTest::newRow("nothing") << u""_s << u"Take"_s << QList<int>();
    QTest::newRow("beginning") << u"ta"_s << u"Take"_s << QList<int>{0, 1};
    QTest::newRow("words") << u"iw"_s << u"Open in a window"_s << QList<int>{5, 10};
    QTest::newRow("case") << u"TK"_s << u"Take"_s << QList<int>{0, 2};
    QTest::newRow("accents") << u"uber"_s << u"Überfällig"_s << QList<int>{0, 1, 2, 3};
    QTest::newRow("space") << u"re po"_s << u"Reply to posts"_s << QList<int>{0, 1, 9, 10};
}

void TestPalette::matches()
{
    QFETCH(QString, typed);
    QFETCH(QString, text);
    QFETCH(QList<int>, places);
    const auto match = fuzzyMatch(typed, text);
    QVERIFY(match);
    QCOMPARE(match->places, places);
}

void TestPalette::doesNotMatch()
{
    QVERIFY(!fuzzyMatch(u"kat"_s, u"Take"_s));
    QVERIFY(!fuzzyMatch(u"takes"_s, u"Take"_s));
    QVERIFY(!fuzzyMatch(u"x"_s, u""_s));
}

void TestPalette::prefersBeginnings()
{
    const auto score = [](const QString &text) {
        return fuzzyMatch(u"re"_s, text)->score;
    };
    QVERIFY(score(u"Reply"_s) > score(u"Go to reports"_s));
    QVERIFY(score(u"Go to reports"_s) > score(u"More"_s));
    QVERIFY(score(u"More"_s) > score(u"Internal note"_s));
}

void TestPalette::findsAndRuns()
{
    QLineEdit *field = openPalette();
    QVERIFY(field);
    QTRY_VERIFY(field->hasFocus());
    auto *list = m_window->findChild<QListView *>(u"paletteList"_s);
    const QAbstractItemModelTester tester(list->model());
    QTest::keyClicks(field, u"all tick"_s);
    QCOMPARE(list->currentIndex().data().toString(), u"All tickets"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(m_window->currentEntry(), u"tickets.all"_s);
    QTRY_VERIFY(!m_window->findChild<CommandPalette *>());
    // Escape leaves everything as it is.
    QTest::keyClick(openPalette(), Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<CommandPalette *>());
    QCOMPARE(m_window->currentEntry(), u"tickets.all"_s);
}

void TestPalette::findsTickets()
{
    QLineEdit *field = openPalette();
    QTest::keyClicks(field, u"#printer"_s);
    QTRY_VERIFY(shown().contains(u"HD-2  The printer is broken"_s));
    for (const auto &request : m_place->desk.api.requests("GET", u"/tickets"_s)) {
        const QString words = request.query.queryItemValue(u"q"_s);
        QVERIFY(words.isEmpty() || words == "printer"_L1); // once, when one has typed
    }
    QTest::keyClick(field, Qt::Key_Down);
    const QString chosen
            = m_window->findChild<QListView *>(u"paletteList"_s)->currentIndex().data().toString();
    QTest::keyClick(field, Qt::Key_Return);
    auto *pane = m_window->findChild<TicketPane *>(u"ticketPane"_s);
    QTRY_VERIFY(pane->ticket() && chosen.startsWith(pane->ticket()->number));
}

void TestPalette::findsPeople()
{
    QLineEdit *field = openPalette();
    QTest::keyClicks(field, u"@jane"_s);
    QTRY_VERIFY(shown().contains(FakeDesk::jane().displayName));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY([&] {
        const auto asked = m_place->desk.api.requests("GET", u"/tickets"_s);
        return asked.last().query.queryItemValue(u"requester"_s)
               == QString::number(FakeDesk::jane().id.value());
    }());
}

void TestPalette::remembersWhatWasChosen()
{
    QLineEdit *field = openPalette();
    QTest::keyClicks(field, u"recently closed"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(m_window->currentEntry(), u"tickets.closed"_s);
    QTRY_VERIFY(!m_window->findChild<CommandPalette *>());
    openPalette();
    QCOMPARE(shown().first(), u"Recently closed"_s);
}

void TestPalette::hidesWhatNobodyMay()
{
    m_place.reset();
    m_place = std::make_unique<Workplace>();
    QVERIFY(m_place->signIn(FakeDesk::janeHerself()));
    m_window = m_place->openWindow();
    m_window->showEntry(u"tickets.requested"_s);
    openPalette();
    QVERIFY(shown().contains(u"My requests"_s));
    for (const QString &hidden : {u"Take"_s, u"All tickets"_s, u"Merge…"_s, u"People"_s})
        QVERIFY2(!shown().contains(hidden), qPrintable(hidden));
}

void TestPalette::goesToViewsByTwoKeys()
{
    press(Qt::Key_G);
    press(Qt::Key_U);
    QCOMPARE(m_window->currentEntry(), u"tickets.unassigned"_s);
}

void TestPalette::keysHaveNoConflictByDefault()
{
    const ActionRegistry &actions = m_window->actions();
    QStringList conflicts;
    for (const QAction *action : actions.actions()) {
        for (const QKeySequence &key : actions.keys(action)) {
            for (const QAction *other : actions.conflicts(action, key)) {
                conflicts.append(u"%1: %2, %3"_s.arg(key.toString(), action->objectName(),
                                                     other->objectName()));
            }
        }
    }
    QVERIFY2(conflicts.isEmpty(), qPrintable(conflicts.join(u"; "_s)));
}

void TestPalette::changesAKeyInAllWindows()
{
    MainWindow *other = m_place->openWindow();
    const auto keysIn = [](MainWindow *window) {
        return window->actions().action(u"ticket.take"_s)->shortcuts();
    };
    OwnKeys::set(m_place->settings, u"ticket.take"_s, QList{QKeySequence(Qt::Key_Y)});
    QCOMPARE(keysIn(m_window), QList{QKeySequence(Qt::Key_Y)});
    QCOMPARE(keysIn(other), QList{QKeySequence(Qt::Key_Y)});
    OwnKeys::set(m_place->settings, u"ticket.take"_s, QList<QKeySequence>());
    QCOMPARE(keysIn(m_window), QList<QKeySequence>());
    OwnKeys::set(m_place->settings, u"ticket.take"_s, std::nullopt);
    QCOMPARE(keysIn(m_window), QList{QKeySequence(Qt::Key_A)});
}

void TestPalette::showsAndSolvesConflicts()
{
    auto *dialog = new KeysDialog(m_place->context, m_window->actions(), m_window);
    dialog->show();
    auto *list = dialog->findChild<QTreeWidget *>(u"keysList"_s);
    const auto row = [list](const QString &text) {
        return list->findItems(text, Qt::MatchExactly).value(0);
    };
    list->setCurrentItem(row(u"Reply"_s));
    auto *key = dialog->findChild<QKeySequenceEdit *>(u"newKey"_s);
    key->setKeySequence(QKeySequence(Qt::Key_A));
    QVERIFY(dialog->findChild<QLabel *>(u"keyConflict"_s)->text().contains(u"“Take”"_s));
    dialog->findChild<QPushButton *>(u"useKey"_s)->click();
    const ActionRegistry &actions = m_window->actions();
    QCOMPARE(actions.action(u"ticket.reply"_s)->shortcuts(), QList{QKeySequence(Qt::Key_A)});
    QVERIFY(actions.action(u"ticket.take"_s)->shortcuts().isEmpty());
    QTRY_COMPARE(row(u"Reply"_s)->text(1), u"A"_s);
    QCOMPARE(row(u"Take"_s)->text(1), QString());
    // What was set from elsewhere so that both have it is marked at both.
    OwnKeys::set(m_place->settings, u"ticket.take"_s, QList{QKeySequence(Qt::Key_A)});
    QTRY_COMPARE(row(u"Take"_s)->text(2), u"Reply"_s);
    QCOMPARE(row(u"Reply"_s)->text(2), u"Take"_s);
    dialog->findChild<QPushButton *>(u"resetKeys"_s)->click();
    QTRY_COMPARE(row(u"Reply"_s)->text(1), u"R"_s);
    QCOMPARE(row(u"Take"_s)->text(2), QString());
}

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
