// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/accountdialog.h"
#include "app/shell/mainwindow.h"
#include "app/shell/navigationpane.h"
#include "app/shell/shortcutsheet.h"
#include "app/shell/signinwindow.h"
#include "app/tickets/newrequestdialog.h"
#include "app/tickets/ticketpane.h"
#include "app/timeline/messagecard.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/popups.h"
#include "tests/support/app/workplace.h"

#include <QAccessible>
#include <QApplication>
#include <QCommandLinkButton>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

namespace {

/// What people do something with, apart from the inner parts of Qt's own widgets.
bool isForPeople(const QWidget *widget)
{
    if (widget->objectName().startsWith("qt_"_L1) || qobject_cast<const QHeaderView *>(widget)
        || widget->inherits("QTableCornerButton") || widget->inherits("QLineEditIconButton")
        || qobject_cast<const QComboBox *>(widget->parentWidget())
        || qobject_cast<const QTabBar *>(widget->parentWidget()))
        return false;
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
           || qobject_cast<const QPlainTextEdit *>(widget)
           || qobject_cast<const QComboBox *>(widget)
           || qobject_cast<const QAbstractItemView *>(widget)
           || qobject_cast<const QTabBar *>(widget) || qobject_cast<const MessageCard *>(widget);
}

QString describe(const QWidget *widget)
{
    return u"%1 \"%2\""_s.arg(QLatin1StringView(widget->metaObject()->className()),
                              widget->objectName());
}

QWidgetList forPeople(QWidget *window)
{
    QWidgetList found = window->findChildren<QWidget *>();
    found.removeIf([window](const QWidget *one) {
        return !isForPeople(one) || !one->isVisible() || !one->isEnabled()
               || one->window() != window;
    });
    return found;
}

} // namespace

/// Everything with the keyboard alone.
class TestKeyboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void jAndKMove();
    void enterOpensAndCtrlEnterDetaches();
    void takesAssignsAndChanges();
    void opensMenus_data();
    void opensMenus();
    void repliesAndNotes();
    void resolves();
    void finishesByCategory_data();
    void finishesByCategory();
    void searches();
    void editsTransfersAndDeletes();
    void panesWindowsAndDialogs();
    void singleKeysCanBeSwitchedOff();
    void lettersInFieldsAreLetters();
    void sheetNamesEveryKey();
    void menusHaveMnemonics_data();
    void menusHaveMnemonics();
    void everythingIsNamedAndReached_data();
    void everythingIsNamedAndReached();
    void rowsAreSpoken();

private:
    QListView *list() const { return m_window->findChild<QListView *>(u"ticketList"_s); }
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        focusList();
        QTest::keyClick(list(), Qt::Key(key), modifiers);
    }
    void focusList()
    {
        m_window->activateWindow(); // after a dialog was there
        QVERIFY(QTest::qWaitForWindowActive(m_window));
        list()->setFocus();
    }
    template <class T>
    T *dialog(const char *name) const
    {
        return m_window->findChild<T *>(QLatin1StringView(name));
    }
    /// The button whose menu opens while `open` runs.
    QString menuThatOpens(const std::function<void()> &open);
    QWidget *open(const QString &what);

    std::unique_ptr<Workplace> m_place;
    MainWindow *m_window = nullptr;
    std::unique_ptr<QWidget> m_other;
};

void TestKeyboard::init()
{
    m_place = std::make_unique<Workplace>();
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
    for (int id = 1; id <= 3; ++id) {
        Ticket ticket = FakeDesk::ticket(id);
        ticket.assignee = FakeDesk::john();
        ticket.details->attachments = {};
        m_place->desk.put(ticket);
    }
    m_place->desk.timelines[TicketId(1)]
            = {FakeDesk::reply(1, 0, u"one"_s), FakeDesk::note(2, 1, u"two"_s)};
    m_window = m_place->openWindow();
    QVERIFY(m_window);
    QTRY_COMPARE(list()->model()->rowCount(), 3);
    auto *pane = m_window->findChild<TicketPane *>();
    QTRY_VERIFY(pane->ticket() && pane->ticket()->id == TicketId(1));
    QTRY_COMPARE(pane->findChildren<MessageCard *>().size(), 3); // with the description
    list()->setFocus();
}

void TestKeyboard::cleanup()
{
    ConfirmDialog::setAnswerer({});
    m_other.reset();
    m_place.reset();
}

void TestKeyboard::jAndKMove()
{
    QCOMPARE(list()->currentIndex().row(), 0);
    press(Qt::Key_J);
    press(Qt::Key_J);
    press(Qt::Key_J); // there is no further one
    QCOMPARE(list()->currentIndex().row(), 2);
    press(Qt::Key_K);
    QCOMPARE(list()->currentIndex().row(), 1);
    auto *pane = m_window->findChild<TicketPane *>();
    QTRY_VERIFY(pane->ticket() && pane->ticket()->id == TicketId(2));
}

void TestKeyboard::enterOpensAndCtrlEnterDetaches()
{
    press(Qt::Key_Return);
    auto *card = qobject_cast<MessageCard *>(QApplication::focusWidget());
    QVERIFY2(card, qPrintable(describe(QApplication::focusWidget())));
    QCOMPARE(card->entry().message, u"two"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(m_place->windows.raiseDetached(u"ticket/HD-1"_s));
}

void TestKeyboard::takesAssignsAndChanges()
{
    m_place->desk.api.on("POST", u"/tickets/1/assign"_s,
                         FakeApi::Reply::json(toJson(FakeDesk::ticket(1))));
    press(Qt::Key_A);
    QTRY_COMPARE(m_place->desk.api.requests("POST", u"/tickets/1/assign"_s).size(), 1);
}

QString TestKeyboard::menuThatOpens(const std::function<void()> &open)
{
    QString name;
    QTimer look;
    connect(&look, &QTimer::timeout, &look, [&] {
        if (auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())) {
            name = menu->parentWidget()->objectName();
            menu->close();
        }
    });
    look.start(5);
    open();
    (void)QTest::qWaitFor([&] { return !name.isEmpty(); });
    return name;
}

void TestKeyboard::opensMenus_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::addColumn<QString>("button");
    using Modifiers = Qt::KeyboardModifiers;
    QTest::newRow("S") << int(Qt::Key_S) << Modifiers() << u"ticketStatus"_s;
    QTest::newRow("P") << int(Qt::Key_P) << Modifiers() << u"ticketPriority"_s;
    QTest::newRow("Shift+A") << int(Qt::Key_A) << Modifiers(Qt::ShiftModifier)
                             << u"ticketAssignee"_s;
}

void TestKeyboard::opensMenus()
{
    QFETCH(int, key);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    QFETCH(QString, button);
    QCOMPARE(menuThatOpens([&] { press(key, modifiers); }), button);
}

void TestKeyboard::repliesAndNotes()
{
    auto *mode = dialog<QTabBar>("composerMode");
    press(Qt::Key_N);
    QCOMPARE(mode->currentIndex(), 1);
    QVERIFY(dialog<QPlainTextEdit>("composerText")->hasFocus());
    press(Qt::Key_R);
    QCOMPARE(mode->currentIndex(), 0);
    QVERIFY(dialog<QPlainTextEdit>("composerText")->hasFocus());
    m_place->desk.api.on("POST", u"/tickets/1/replies"_s,
                         FakeApi::Reply::json(toJson(FakeDesk::reply(9, 9, u"x"_s)), 201));
    QTest::keyClicks(dialog<QPlainTextEdit>("composerText"), u"words"_s);
    QTest::keyClick(dialog<QPlainTextEdit>("composerText"), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_place->desk.api.requests("POST", u"/tickets/1/replies"_s).size(), 1);
}

void TestKeyboard::resolves()
{
    m_place->desk.api.on("PUT", u"/tickets/1/status"_s,
                         FakeApi::Reply::json(toJson(FakeDesk::ticket(1))));
    press(Qt::Key_E);
    QTRY_COMPARE(m_place->desk.api.requests("PUT", u"/tickets/1/status"_s).size(), 1);
    QCOMPARE(m_place->desk.api.requests("PUT", u"/tickets/1/status"_s).first().json()[u"status"],
             u"resolved"_s);
    QCOMPARE(list()->currentIndex().row(), 1); // on to the next one
}

void TestKeyboard::finishesByCategory_data()
{
    QTest::addColumn<QList<AllowedTransition>>("transitions");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<QString>("to");
    const AllowedTransition back{.to = u"resolved"_s, .label = u"Misnamed"_s};
    const AllowedTransition archive{
            .to = u"archived"_s, .label = u"Archive"_s, .category = StatusCategory::Closed};
    const AllowedTransition done{
            .to = u"done"_s, .label = u"Done"_s, .category = StatusCategory::Resolved};
    using Ways = QList<AllowedTransition>;
    QTest::newRow("resolves first") << Ways{back, archive, done} << true << u"done"_s;
    QTest::newRow("closes else") << Ways{back, archive} << true << u"archived"_s;
    QTest::newRow("withdrawing is no closing") << Ways{back, archive} << false << QString();
    QTest::newRow("no end") << Ways{back} << true << QString();
}

/// Workflows call their statuses as they like.
void TestKeyboard::finishesByCategory()
{
    QFETCH(QList<AllowedTransition>, transitions);
    QFETCH(bool, closes);
    QFETCH(QString, to);
    Ticket ticket = FakeDesk::ticket(2);
    ticket.details->allowedTransitions = transitions;
    if (!closes)
        ticket.details->allowedActions.removeOne(TicketAction::Close);
    m_place->desk.put(ticket);
    m_place->desk.api.on("PUT", u"/tickets/2/status"_s, FakeApi::Reply::json(toJson(ticket)));
    press(Qt::Key_J);
    auto *pane = m_window->findChild<TicketPane *>();
    QTRY_VERIFY(pane->ticket() && pane->ticket()->id == TicketId(2) && pane->ticket()->details);
    press(Qt::Key_E);
    if (to.isEmpty()) {
        QTRY_COMPARE(Popups::of(m_window).count(), 1);
        QVERIFY(Popups::of(m_window).texts().first().startsWith(
                u"HD-2 can be neither resolved nor closed now"_s));
        QVERIFY(m_place->desk.api.requests("PUT", u"/tickets/2/status"_s).isEmpty());
        return;
    }
    QTRY_COMPARE(m_place->desk.api.requests("PUT", u"/tickets/2/status"_s).size(), 1);
    QCOMPARE(m_place->desk.api.requests("PUT", u"/tickets/2/status"_s).first().json()[u"status"],
             to);
}

void TestKeyboard::searches()
{
    press(Qt::Key_Slash);
    auto *search = dialog<QLineEdit>("globalSearch");
    QVERIFY(search->hasFocus());
    list()->setFocus();
    QTest::keySequence(m_window, QKeySequence::Find);
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, u"xyz"_s);
    QTRY_COMPARE(list()->model()->rowCount(), 0);
    QTest::keyClick(search, Qt::Key_Escape);
    QTRY_COMPARE(list()->model()->rowCount(), 3);
}

void TestKeyboard::editsTransfersAndDeletes()
{
    press(Qt::Key_F2);
    QPointer<QDialog> edit = dialog<QDialog>("editTicketDialog");
    QVERIFY(edit);
    QTest::keyClick(edit, Qt::Key_Escape);
    QTRY_VERIFY(!edit);
    press(Qt::Key_T, Qt::ShiftModifier);
    QPointer<QDialog> transfer = dialog<QDialog>("transferDialog");
    QVERIFY(transfer);
    QTest::keyClick(transfer, Qt::Key_Escape);
    QTRY_VERIFY(!transfer);
    int questions = 0;
    ConfirmDialog::setAnswerer([&](const Question &) -> Decision {
        ++questions;
        return {};
    });
    press(Qt::Key_Delete);
    QCOMPARE(questions, 1);
}

void TestKeyboard::panesWindowsAndDialogs()
{
    auto *pane = m_window->findChild<TicketPane *>();
    QTest::keyClick(m_window, Qt::Key_F8);
    QVERIFY(!pane->isVisible());
    QTest::keyClick(m_window, Qt::Key_F8);
    QVERIFY(pane->isVisible());
    QWidget *views = dialog<QWidget>("navigation");
    QTest::keyClick(m_window, Qt::Key_F9);
    QVERIFY(!views->isVisible());
    QTest::keyClick(m_window, Qt::Key_F9);
    QVERIFY(views->isVisible());
    for (const auto &[key, name] :
         {std::pair(QKeySequence(QKeySequence::New), "newRequestDialog"),
          std::pair(QKeySequence(Qt::CTRL | Qt::Key_Comma), "settingsDialog"),
          std::pair(QKeySequence(Qt::CTRL | Qt::Key_Slash), "shortcutSheet"),
          std::pair(QKeySequence(Qt::Key_Question), "shortcutSheet")}) {
        focusList();
        QTest::keySequence(list(), key);
        QPointer<QDialog> opened = dialog<QDialog>(name);
        QVERIFY2(opened && opened->isVisible(), name);
        QTest::keyClick(opened, Qt::Key_Escape);
        QTRY_VERIFY2(!opened, name);
    }
}

void TestKeyboard::singleKeysCanBeSwitchedOff()
{
    m_place->settings.set(Keys::singleKeys, false);
    press(Qt::Key_J);
    QCOMPARE(list()->currentIndex().row(), 0);
    press(Qt::Key_A);
    press(Qt::Key_Question, Qt::ShiftModifier);
    QVERIFY(!dialog<QDialog>("shortcutSheet"));
    QVERIFY(m_place->desk.api.requests("POST", u"/tickets/1/assign"_s).isEmpty());
    QVERIFY(m_window->actions().action(u"ticket.take"_s)->isEnabled()); // the menu still works
    QTest::keySequence(m_window, QKeySequence(Qt::CTRL | Qt::Key_Slash));
    const QPointer<QDialog> sheet = dialog<QDialog>("shortcutSheet");
    QVERIFY(sheet);
    sheet->close();
    QTRY_VERIFY(!sheet);
    m_place->settings.set(Keys::singleKeys, true);
    press(Qt::Key_J);
    QCOMPARE(list()->currentIndex().row(), 1);
}

void TestKeyboard::lettersInFieldsAreLetters()
{
    auto *text = dialog<QPlainTextEdit>("composerText");
    text->setFocus();
    QTest::keyClicks(text, u"Take it? a/j"_s);
    QCOMPARE(text->toPlainText(), u"Take it? a/j"_s);
    QVERIFY(!dialog<QDialog>("shortcutSheet"));
    QCOMPARE(list()->currentIndex().row(), 0);
}

void TestKeyboard::sheetNamesEveryKey()
{
    ShortcutSheet::open(m_window->actions(), m_window);
    const auto *shown = m_window->findChild<QTreeWidget *>(u"shortcuts"_s);
    QStringList keys;
    for (int row = 0; row < shown->topLevelItemCount(); ++row) {
        QVERIFY(!shown->topLevelItem(row)->text(0).isEmpty());
        keys += shown->topLevelItem(row)->text(1).split(u"; "_s);
    }
    for (const QAction *action : m_window->actions().actions()) {
        for (const QKeySequence &key : action->shortcuts())
            QVERIFY2(keys.contains(key.toString(QKeySequence::NativeText)),
                     qPrintable(action->text()));
    }
    for (const char *key : {"J", "K", "Return", "Ctrl+Return", "A", "Shift+A", "S", "P", "R", "N",
                            "E", "/", "F2", "?", "Ctrl+N", "Ctrl+F"}) {
        QVERIFY2(keys.contains(QLatin1StringView(key)), key);
    }
}

void TestKeyboard::menusHaveMnemonics_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("German") << u"de"_s;
}

void TestKeyboard::menusHaveMnemonics()
{
    QFETCH(QString, language);
    m_place->speak(language);
    const auto check = [](const QList<QAction *> &actions) {
        QMap<QChar, QString> taken;
        QStringList faults;
        for (const QAction *action : actions) {
            if (action->isSeparator() || !action->isVisible())
                continue;
            const QKeySequence mnemonic = QKeySequence::mnemonic(action->text());
            if (mnemonic.isEmpty()) {
                faults.append(u"none: "_s + action->text());
                continue;
            }
            const QChar key(char16_t(mnemonic[0].key()));
            if (taken.contains(key))
                faults.append(u"twice: %1, %2"_s.arg(action->text(), taken[key]));
            taken.insert(key, action->text());
        }
        return faults;
    };
    QStringList faults = check(m_window->menuBar()->actions());
    for (const QAction *menu : m_window->menuBar()->actions()) {
        if (menu->isVisible())
            faults += check(menu->menu()->actions());
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u"; "_s)));
}

QWidget *TestKeyboard::open(const QString &what)
{
    if (what == "tickets"_L1)
        return m_window;
    if (what == "people"_L1 || what == "activity"_L1 || what == "workflows"_L1 || what == "roles"_L1
        || what == "desks"_L1 || what == "organisations"_L1) {
        m_window->showEntry(what);
        return m_window;
    }
    if (what == "sign in"_L1) {
        m_place->session.signOut();
        m_other = std::make_unique<SignInWindow>(m_place->context);
    } else if (what == "a person"_L1) {
        m_other = std::make_unique<AccountDialog>(m_place->context, std::nullopt, nullptr);
        m_other->setAttribute(Qt::WA_DeleteOnClose, false);
    } else {
        m_other = std::make_unique<NewRequestDialog>(m_place->context, nullptr);
        m_other->setAttribute(Qt::WA_DeleteOnClose, false);
    }
    m_other->show();
    return m_other.get();
}

void TestKeyboard::everythingIsNamedAndReached_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what :
         {"tickets", "people", "activity", "workflows", "roles", "desks", "organisations",
          "sign in", "a person", "a new request: what about", "a new request: its form"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void TestKeyboard::everythingIsNamedAndReached()
{
    QFETCH(QString, what);
    QWidget *window = open(what);
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window));
    if (what.startsWith("a new request"_L1)) {
        QTRY_VERIFY(window->findChild<QCommandLinkButton *>()
                    && window->findChild<QCommandLinkButton *>()->isVisible());
        if (what.endsWith("form"_L1))
            window->findChild<QCommandLinkButton *>()->click();
    } else if (what == "a person"_L1) {
        QTRY_VERIFY(window->findChild<QWidget *>(u"role.agent"_s));
    } else if (what == "people"_L1 || what == "roles"_L1 || what == "desks"_L1) {
        auto *list = window->findChild<QWidget *>(u"desksList"_s);
        auto *table = (list ? list : window)->findChild<QAbstractItemView *>(u"pageTable"_s);
        QTRY_VERIFY(table->isVisible());
    }

    QStringList faults;
    for (const QWidget *widget : forPeople(window)) {
        if (widget->objectName().isEmpty())
            faults.append(u"no object name: "_s + describe(widget));
        QAccessibleInterface *spoken
                = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        if (!spoken || spoken->text(QAccessible::Name).isEmpty())
            faults.append(u"not named: "_s + describe(widget));
    }

    // Round with Tab: everything is met, and one sees where one is.
    QSet<const QWidget *> met;
    const auto look = [window](const QWidget *widget) {
        const QRect place(widget->mapTo(window, QPoint()), widget->size());
        return window->grab(place.adjusted(-4, -4, 4, 4)).toImage();
    };
    for (int step = 0; step < 200; ++step) {
        QWidget *focus = QApplication::focusWidget();
        if (!focus || !window->isAncestorOf(focus)) {
            QTest::keyClick(window, Qt::Key_Tab);
            continue;
        }
        if (met.contains(focus) && step > 100)
            break;
        const bool first = !met.contains(focus);
        for (const QWidget *one = focus; one && one != window; one = one->parentWidget())
            met.insert(one); // an editable combo box is met in its line
        const QImage focused = look(focus);
        QTest::keyClick(focus, Qt::Key_Tab);
        if (QApplication::focusWidget() == focus) {
            faults.append(u"a trap: "_s + describe(focus));
            break;
        }
        if (first && focused == look(focus))
            faults.append(u"focus is not seen: "_s + describe(focus));
    }
    for (const QWidget *widget : forPeople(window)) {
        if (!met.contains(widget))
            faults.append(u"not reached: "_s + describe(widget));
    }
    faults.removeDuplicates();
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestKeyboard::rowsAreSpoken()
{
    const QString spoken = list()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.startsWith(
                     "HD-1, The printer is broken, New, from Jane Doe, assigned to John Smith"_L1),
             qPrintable(spoken));
    QAccessibleInterface *rows = QAccessible::queryAccessibleInterface(list());
    QVERIFY(rows->childCount() >= 3);
    QCOMPARE(rows->child(0)->text(QAccessible::Name), spoken);
    QAccessibleInterface *views = QAccessible::queryAccessibleInterface(&m_window->navigation());
    QVERIFY(views->childCount() > 3);
}

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
