// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canned/canneddialog.h"
#include "app/canned/cannedpage.h"
#include "app/tickets/ticketcommands.h"
#include "app/tickets/ticketpane.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/markdownview.h"
#include "app/widgets/popups.h"
#include "tests/support/app/workplace.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

namespace {

CannedReply reply(qint64 id, const QString &name, const QString &text,
                  const MacroActions &actions = {})
{
    return {.id = CannedReplyId(id),
            .name = name,
            .owner = FakeDesk::john(),
            .text = text,
            .actions = actions};
}

CannedReply noteOf(CannedReply reply)
{
    reply.isInternal = true;
    return reply;
}

} // namespace

/// Canned replies behind "/" in the composer, what macros do, and the page on which they are kept.
class TestCanned : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void offersBehindASlash();
    void keepsTheKeysThatDoNotChoose();
    void onlyAtTheBeginningOfALine();
    void wordsForStaffNeverGetIntoAReply();
    void saysWhatHappensBefore();
    void saysWhyThereAreNone();
    void findsOneOfVeryMany();
    void whoOnlyAsksForHelpHasNone();
    void theButtonOffersThem();
    void aMacroActs();
    void aMacroLeavesWhatIsSo();
    void aMacroThatIsNotPossibleDoesNothing();
    void aMacroTakesPeopleAlong();
    void listsThem();
    void makesOne();
    void previews();
    void showsFaultsAtTheFields();
    void changesOnlyWhatIsAnother();
    void othersAreNotTheirsToChange();

private:
    void open(const Ticket &ticket = FakeDesk::ticket(1));
    void type(const QString &text) { QTest::keyClicks(m_text, text); }
    QAbstractItemView *list() const
    {
        for (QWidget *widget : QApplication::allWidgets()) {
            if (widget->objectName() == "cannedReplies"_L1 && widget->isVisible())
                return qobject_cast<QAbstractItemView *>(widget);
        }
        return nullptr;
    }
    QStringList offered() const
    {
        QStringList names;
        const QAbstractItemView *view = list();
        for (int row = 0; view && row < view->model()->rowCount(); ++row)
            names.append(view->model()->index(row, 0).data().toString());
        return names;
    }
    void choose(Qt::Key key = Qt::Key_Return)
    {
        if (list())
            QTest::keyClick(list(), key);
    }
    QString told() const { return Popups::of(m_window.get()).texts().join(u' '); }
    QList<FakeApi::Request> changes() const
    {
        QList<FakeApi::Request> found;
        for (const FakeApi::Request &request : m_place->desk.api.requests()) {
            const bool isChange
                    = request.method != "GET" && request.path.startsWith("/tickets/1"_L1)
                      && !request.path.contains("presence"_L1) && !request.path.contains("claim"_L1)
                      && !request.path.contains("view"_L1);
            if (isChange)
                found.append(request);
        }
        return found;
    }
    CannedDialog *edit(const char *button);

    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<QWidget> m_window;
    TicketPane *m_pane = nullptr;
    QPlainTextEdit *m_text = nullptr;
    std::unique_ptr<CannedPage> m_page;
};

void TestCanned::init()
{
    m_place = std::make_unique<Workplace>();
    m_place->desk.canned = {reply(1, u"Greeting"_s,
                                  u"Dear {{requester.first_name}},\n\nabout {{ticket.number}}:"_s),
                            reply(2, u"Printer"_s, u"Please switch it off and on."_s),
                            noteOf(reply(3, u"Handover"_s, u"{{agent.name}} hands over."_s))};
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
}

void TestCanned::cleanup()
{
    ConfirmDialog::setAnswerer({});
    m_page.reset();
    m_window.reset();
    m_place.reset();
}

void TestCanned::open(const Ticket &ticket)
{
    m_place->desk.put(ticket);
    m_window = std::make_unique<QWidget>();
    auto *commands = new TicketCommands(m_place->outbox, m_place->session, m_window.get());
    m_pane = new TicketPane(m_place->context, *commands, m_window.get());
    m_pane->resize(900, 700);
    m_window->resize(900, 700);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_pane->open(ticket.number);
    QTRY_VERIFY(m_pane->ticket() && m_pane->composer().isVisible());
    m_text = m_pane->composer().findChild<QPlainTextEdit *>(u"composerText"_s);
    m_pane->composer().begin(Composer::Mode::Reply);
}

void TestCanned::offersBehindASlash()
{
    open();
    type(u"/"_s);
    QTRY_COMPARE(offered(), (QStringList{u"Greeting"_s, u"Printer"_s}));
    const auto asked = m_place->desk.api.requests("GET", u"/canned-replies"_s);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().query.queryItemValue(u"ticket"_s), u"1"_s);
    type(u"gre"_s);
    QCOMPARE(offered(), QStringList{u"Greeting"_s});
    choose();
    QCOMPARE(m_text->toPlainText(), u"Dear Jane,\n\nabout HD-1:"_s);
    QVERIFY(!list());
    QTest::keyClick(m_text, Qt::Key_Return);
    type(u"/prin"_s);
    QTRY_COMPARE(offered(), QStringList{u"Printer"_s});
    choose(Qt::Key_Tab);
    QCOMPARE(m_text->toPlainText(), u"Dear Jane,\n\nabout HD-1:\nPlease switch it off and on."_s);
    QVERIFY(changes().isEmpty());
}

void TestCanned::keepsTheKeysThatDoNotChoose()
{
    open();
    type(u"/"_s);
    QTRY_VERIFY(list());
    QTest::keyClick(list(), Qt::Key_Escape);
    QVERIFY(!list());
    QCOMPARE(m_text->toPlainText(), u"/"_s);
    QTest::keyClick(m_text, Qt::Key_Return);
    QCOMPARE(m_text->toPlainText(), u"/\n"_s);
    type(u"/"_s);
    QTRY_VERIFY(list());
    QTest::keyClick(list(), Qt::Key_Down);
    choose(Qt::Key_Enter);
    QCOMPARE(m_text->toPlainText(), u"/\nPlease switch it off and on."_s);
}

void TestCanned::onlyAtTheBeginningOfALine()
{
    open();
    type(u"and/or /usr"_s);
    QTest::keyClick(m_text, Qt::Key_Return);
    type(u"/usr"_s);
    QTRY_COMPARE(m_place->desk.api.requests("GET", u"/canned-replies"_s).size(), 1);
    QVERIFY(!list()); // nothing is called like that
}

void TestCanned::wordsForStaffNeverGetIntoAReply()
{
    m_place->desk.canned.append(reply(4, u"Only acts"_s, {}, {.priority = Priority::High}));
    open();
    type(u"/"_s);
    QTRY_COMPARE(offered(), (QStringList{u"Greeting"_s, u"Printer"_s, u"Only acts"_s}));
    m_pane->composer().begin(Composer::Mode::Note);
    type(u"/"_s);
    QTRY_COMPARE(offered(), (QStringList{u"Handover"_s, u"Only acts"_s}));
    type(u"hand"_s);
    choose();
    QCOMPARE(m_text->toPlainText(), u"John Smith hands over."_s);
}

void TestCanned::saysWhatHappensBefore()
{
    m_place->desk.canned = {reply(4, u"Mine"_s, u"I look at {{ticket.title}}."_s,
                                  {.priority = Priority::High,
                                   .assignedTo = AssigneeChoice{.kind = AssigneeChoice::Kind::Me},
                                   .status = u"resolved"_s,
                                   .addTags = {u"vpn"_s},
                                   .removeTags = {u"new"_s}})};
    open();
    type(u"/"_s);
    QTRY_COMPARE(offered(), QStringList{u"Mine"_s});
    QCOMPARE(list()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(),
             u"Mine. I look at The printer is broken.. Priority High · Assign to me · Status "
             "Resolved · Add vpn · Remove new"_s);
}

void TestCanned::saysWhyThereAreNone()
{
    m_place->desk.canned.clear();
    open();
    type(u"/"_s);
    QTRY_COMPARE(offered(), QStringList{u"There is no canned reply for this ticket yet"_s});
    choose();
    QCOMPARE(m_text->toPlainText(), u"/"_s);
    m_text->clear();
    m_place->desk.api.on("GET", u"/canned-replies"_s, FakeApi::Reply::problem(500, "internal"));
    type(u"/"_s);
    QTRY_COMPARE(offered().size(), 1);
    QVERIFY(offered().first() != "There is no canned reply for this ticket yet"_L1);
}

void TestCanned::findsOneOfVeryMany()
{
    m_place->desk.canned.clear();
    for (int number = 1; number <= 2 * maxPageSize + 1; ++number)
        m_place->desk.canned.append(reply(number, u"Number %1"_s.arg(number), u"x"_s));
    open();
    type(u"/%1"_s.arg(2 * maxPageSize + 1));
    QTRY_COMPARE(offered(), QStringList{u"Number %1"_s.arg(2 * maxPageSize + 1)});
}

void TestCanned::whoOnlyAsksForHelpHasNone()
{
    m_place->session.signOut();
    QVERIFY(m_place->signIn(FakeApi::person(7, u"Jane Doe"_s, {Permission::TicketCreate})));
    open();
    QVERIFY(!m_pane->composer().findChild<QToolButton *>(u"composerCanned"_s)->isVisible());
    type(u"/"_s);
    // What is asked for later has been answered: this would have been, too.
    m_pane->open(u"HD-1"_s);
    const qsizetype before = m_place->desk.api.requests().size();
    QTRY_VERIFY(m_place->desk.api.requests().size() > before);
    QVERIFY(m_place->desk.api.requests("GET", u"/canned-replies"_s).isEmpty());
}

void TestCanned::theButtonOffersThem()
{
    open();
    type(u"Hello"_s);
    m_pane->composer().findChild<QToolButton *>(u"composerCanned"_s)->click();
    QTRY_COMPARE(offered().size(), 2);
    QCOMPARE(m_text->toPlainText(), u"Hello\n/"_s);
    choose();
    QCOMPARE(m_text->toPlainText(), u"Hello\nDear Jane,\n\nabout HD-1:"_s);
}

void TestCanned::aMacroActs()
{
    m_place->desk.canned = {reply(4, u"Mine"_s, u"I look at it."_s,
                                  {.priority = Priority::High,
                                   .assignedTo = AssigneeChoice{.kind = AssigneeChoice::Kind::Me},
                                   .status = u"in_progress"_s,
                                   .addTags = {u"vpn"_s}})};
    open();
    type(u"/"_s);
    QTRY_VERIFY(list());
    choose();
    QCOMPARE(m_text->toPlainText(), u"I look at it."_s);
    // Shown before the server has answered any of it.
    QCOMPARE(m_pane->ticket()->priority, Priority::High);
    QCOMPARE(m_pane->ticket()->assignee->id, FakeDesk::john().id);
    QCOMPARE(m_pane->ticket()->tags, QStringList{u"vpn"_s});
    QCOMPARE(m_pane->ticket()->status, u"in_progress"_s);
    QTRY_COMPARE(changes().size(), 4);
    QCOMPARE(changes()[0].json(), (QJsonObject{{u"priority"_s, u"high"_s}}));
    QCOMPARE(changes()[1].json(), (QJsonObject{{u"tags"_s, QJsonArray{u"vpn"_s}}}));
    QCOMPARE(changes()[2].path, u"/tickets/1/assign"_s);
    QCOMPARE(changes()[3].path, u"/tickets/1/status"_s);
    // The desk behind it refuses all of them: everything is as it was.
    QTRY_COMPARE(m_pane->ticket()->status, u"new"_s);
    QTRY_VERIFY(!m_pane->ticket()->assignee);
}

void TestCanned::aMacroLeavesWhatIsSo()
{
    Ticket ticket = FakeDesk::ticket(1);
    ticket.priority = Priority::High;
    ticket.tags = {u"VPN"_s};
    ticket.assignee = FakeDesk::john();
    m_place->desk.canned = {reply(4, u"Mine"_s, u"Hello"_s,
                                  {.priority = Priority::High,
                                   .assignedTo = AssigneeChoice{.kind = AssigneeChoice::Kind::Me},
                                   .status = u"new"_s,
                                   .addTags = {u"vpn"_s},
                                   .removeTags = {u"other"_s}})};
    open(ticket);
    type(u"/"_s);
    QTRY_VERIFY(list());
    choose();
    QCOMPARE(m_text->toPlainText(), u"Hello"_s);
    QCOMPARE(m_window->findChild<TicketCommands *>()->changes().count(), 0);
    QVERIFY(told().isEmpty());
}

void TestCanned::aMacroThatIsNotPossibleDoesNothing()
{
    m_place->desk.canned = {reply(4, u"Close it"_s, u"Goodbye"_s,
                                  {.priority = Priority::High, .status = u"closed"_s})};
    open();
    type(u"/"_s);
    QTRY_VERIFY(list());
    choose();
    QCOMPARE(m_text->toPlainText(), u"Goodbye"_s);
    QTRY_VERIFY(told().contains(u"The status of HD-1 cannot be changed"_s));
    QVERIFY(told().contains(u"Nothing of the macro “Close it” was done"_s));
    QVERIFY(changes().isEmpty());
    QCOMPARE(m_pane->ticket()->priority, Priority::Medium);
}

void TestCanned::aMacroTakesPeopleAlong()
{
    CannedReply macro = reply(4, u"To the floor"_s, u"Hello"_s,
                              {.assignedTo = AssigneeChoice{.kind = AssigneeChoice::Kind::Account,
                                                            .account = AccountId(9)},
                               .team = TeamId(6)});
    macro.team = TeamRef{.id = TeamId(6), .name = u"Floor"_s};
    macro.assignee = PersonRef{.id = AccountId(9), .displayName = u"Ann Other"_s};
    m_place->desk.canned = {macro};
    open();
    type(u"/"_s);
    QTRY_VERIFY(list());
    choose();
    QTRY_COMPARE(changes().size(), 1);
    QCOMPARE(changes().first().path, u"/tickets/1/transfer"_s);
    QCOMPARE(changes().first().json(),
             (QJsonObject{{u"assignedTo"_s, 9}, {u"team"_s, 6}, {u"reason"_s, u"To the floor"_s}}));
}

CannedDialog *TestCanned::edit(const char *button)
{
    if (!m_page) {
        m_page = std::make_unique<CannedPage>(m_place->context);
        m_page->resize(1000, 600);
        m_page->show();
        m_page->activateWindow();
        if (!QTest::qWaitForWindowActive(m_page.get()))
            qFatal("no window");
        m_page->showEntry({});
    }
    auto *table = m_page->findChild<QTableView *>(u"pageTable"_s);
    if (!QTest::qWaitFor([&] { return table->model()->rowCount() > 0; }))
        qFatal("no rows");
    table->setCurrentIndex(table->model()->index(0, 0));
    m_page->findChild<QPushButton *>(QLatin1StringView(button))->click();
    return m_page->findChild<CannedDialog *>();
}

void TestCanned::listsThem()
{
    m_place->desk.canned[1].actions.assignedTo = AssigneeChoice{};
    m_place->desk.canned[2].text.clear();
    m_place->desk.canned[2].scope = CannedScope::Global;
    edit("cannedEdit")->reject();
    const auto *model = m_page->findChild<QTableView *>(u"pageTable"_s)->model();
    const QAbstractItemModelTester tester(const_cast<QAbstractItemModel *>(model));
    const auto row = [model](int number) {
        QStringList cells;
        for (int column = 0; column < model->columnCount(); ++column)
            cells.append(model->index(number, column).data().toString());
        return cells;
    };
    QCOMPARE(row(1), (QStringList{u"Printer"_s, u"Only me"_s, u"Replies"_s, u"Release"_s,
                                  u"Please switch it off and on."_s}));
    QCOMPARE(row(2).mid(0, 3), (QStringList{u"Handover"_s, u"Everybody"_s, u"Any message"_s}));
    m_place->desk.canned.removeFirst();
    m_place->desk.api.pushEvent("canned_reply.updated",
                                {{u"id"_s, 1}, {u"at"_s, u"2026-11-21T12:00:00.000Z"_s}});
    QTRY_COMPARE(model->rowCount(), 2);
}

void TestCanned::makesOne()
{
    m_place->desk.teams = {{.id = TeamId(6),
                            .desk = {.id = DeskId(1), .key = u"HD"_s, .name = u"Help desk"_s},
                            .name = u"Floor"_s}};
    m_place->desk.api.on("POST", u"/canned-replies"_s,
                         FakeApi::Reply::json(toJson(reply(9, u"New"_s, u"x"_s)), 201));
    CannedDialog *dialog = edit("cannedAdd");
    QVERIFY(dialog);
    const auto set = [dialog](const char *field, const QVariant &data) {
        auto *box = dialog->findChild<QComboBox *>(QLatin1StringView(field));
        if (!QTest::qWaitFor([&] { return box->findData(data) >= 0; }))
            qFatal("no such choice: %s", field);
        box->setCurrentIndex(box->findData(data));
    };
    QVERIFY(!dialog->findChild<QComboBox *>(u"category"_s)->isEnabled());
    set("scope", int(CannedScope::Desk));
    QVERIFY(dialog->findChild<QComboBox *>(u"category"_s)->isEnabled());
    dialog->findChild<QLineEdit *>(u"name"_s)->setText(u"Floor"_s);
    dialog->findChild<QPlainTextEdit *>(u"text"_s)->setPlainText(u"On my way to "_s);
    QTextCursor end(dialog->findChild<QPlainTextEdit *>(u"text"_s)->document());
    end.movePosition(QTextCursor::End);
    dialog->findChild<QPlainTextEdit *>(u"text"_s)->setTextCursor(end);
    dialog->findChild<QToolButton *>(u"variables"_s)->menu()->actions().first()->trigger();
    set("actions.priority", int(Priority::Urgent));
    set("actions.assignedTo", -1);
    set("actions.team", 6);
    dialog->findChild<QLineEdit *>(u"actions.addTags"_s)->setText(u"floor, walk"_s);
    dialog->findChild<QPushButton *>(u"save"_s)->click();
    QTRY_COMPARE(m_place->desk.api.requests("POST", u"/canned-replies"_s).size(), 1);
    const QJsonObject sent
            = m_place->desk.api.requests("POST", u"/canned-replies"_s).first().json();
    QCOMPARE(sent, (QJsonObject{{u"name"_s, u"Floor"_s},
                                {u"scope"_s, u"desk"_s},
                                {u"desk"_s, 1},
                                {u"category"_s, QJsonValue::Null},
                                {u"text"_s, u"On my way to {{requester.name}}"_s},
                                {u"isInternal"_s, false},
                                {u"actions"_s,
                                 QJsonObject{{u"priority"_s, u"urgent"_s},
                                             {u"assignedTo"_s, u"me"_s},
                                             {u"team"_s, 6},
                                             {u"addTags"_s, QJsonArray{u"floor"_s, u"walk"_s}}}}}));
}

void TestCanned::previews()
{
    CannedDialog *dialog = edit("cannedEdit");
    const auto *preview = dialog->findChild<MarkdownView *>();
    QCOMPARE(preview->markdownText(), u"Dear Jane,\n\nabout HD-1042:"_s);
    dialog->findChild<QPlainTextEdit *>(u"text"_s)->setPlainText(u"**{{desk.name}}**"_s);
    QCOMPARE(preview->markdownText(), u"**Help desk**"_s);
    QCOMPARE(preview->toPlainText(), u"Help desk"_s);
}

void TestCanned::showsFaultsAtTheFields()
{
    CannedDialog *dialog = edit("cannedAdd");
    dialog->findChild<QPlainTextEdit *>(u"text"_s)->setPlainText(u"{{ticket.colour}}"_s);
    dialog->findChild<QPushButton *>(u"save"_s)->click();
    const auto told = [dialog](const QString &field) {
        return dialog->findChild<QLabel *>(field + u"Error"_s)->text();
    };
    QVERIFY(!told(u"name"_s).isEmpty());
    QVERIFY(told(u"text"_s).contains(u"ticket.colour"_s));
    QVERIFY(m_place->desk.api.requests("POST", u"/canned-replies"_s).isEmpty());
    // What only the server knows comes to the fields as well.
    m_place->desk.api.on(
            "POST", u"/canned-replies"_s,
            FakeApi::Reply::problem(
                    422, "validation.failed",
                    {{u"errors"_s, QJsonArray{QJsonObject{{u"field"_s, u"actions.team"_s},
                                                          {u"key"_s, u"unknown"_s}}}}}));
    dialog->findChild<QLineEdit *>(u"name"_s)->setText(u"Name"_s);
    dialog->findChild<QPlainTextEdit *>(u"text"_s)->setPlainText(u"Hello"_s);
    dialog->findChild<QPushButton *>(u"save"_s)->click();
    QTRY_VERIFY(!told(u"actions.team"_s).isEmpty());
}

void TestCanned::changesOnlyWhatIsAnother()
{
    m_place->desk.canned.first().actions
            = {.assignedTo
               = AssigneeChoice{.kind = AssigneeChoice::Kind::Account, .account = AccountId(7)},
               .status = u"odd_one"_s};
    m_place->desk.canned.first().assignee = FakeDesk::jane();
    m_place->desk.api.on("PATCH", u"/canned-replies/1"_s,
                         FakeApi::Reply::json(toJson(m_place->desk.canned.first())));
    CannedDialog *dialog = edit("cannedEdit");
    QVERIFY(!dialog->findChild<QComboBox *>(u"scope"_s));
    dialog->findChild<QLineEdit *>(u"name"_s)->setText(u"Salute"_s);
    dialog->findChild<QPushButton *>(u"save"_s)->click();
    QTRY_COMPARE(m_place->desk.api.requests("PATCH", u"/canned-replies/1"_s).size(), 1);
    QCOMPARE(m_place->desk.api.requests("PATCH", u"/canned-replies/1"_s).first().json(),
             (QJsonObject{{u"name"_s, u"Salute"_s}}));
}

/// An agent has those of all, and keeps their own.
void TestCanned::othersAreNotTheirsToChange()
{
    m_place->session.signOut();
    QVERIFY(m_place->signIn(FakeApi::person(2, u"John Smith"_s, {Permission::TicketViewAll})));
    m_place->desk.canned.first().owner = {};
    m_place->desk.canned.first().scope = CannedScope::Global;
    QVERIFY(!edit("cannedEdit"));
    const auto *editButton = m_page->findChild<QPushButton *>(u"cannedEdit"_s);
    QVERIFY(editButton->isVisible() && !editButton->isEnabled());
    QVERIFY(!m_page->findChild<QPushButton *>(u"cannedDelete"_s)->isEnabled());
    auto *table = m_page->findChild<QTableView *>(u"pageTable"_s);
    table->setCurrentIndex(table->model()->index(1, 0));
    QVERIFY(editButton->isEnabled());
    m_page->findChild<QPushButton *>(u"cannedAdd"_s)->click();
    auto *dialog = m_page->findChild<CannedDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QComboBox *>(u"scope"_s)->count(), 1);
}

QTEST_MAIN(TestCanned)
#include "tst_canned.moc"
