// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/attachments/uploadrow.h"
#include "app/net/downloadtransfer.h"
#include "app/net/eventstream.h"
#include "app/shell/appcontext.h"
#include "app/shell/mainwindow.h"
#include "app/tickets/ticketlistmodel.h"
#include "app/tickets/ticketpane.h"
#include "app/timeline/messagecard.h"
#include "tests/support/e2e/drivenapp.h"
#include "tests/support/server/runningserver.h"

#include <QCommandLinkButton>
#include <QDialog>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Deskbell::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largeSize = 200 * 1024 * 1024;
constexpr int uploadPatience = 120'000; // ms; a sanitized server sums slowly
const QString title = u"The label printer in room 204 prints blank labels"_s;
const QString noteText = u"Same print head as last week; a spare one is in the cupboard."_s;
const QString replyText = u"I am on my way with a new print head."_s;
const QString answerText = u"The new one prints. Thank you!"_s;

/// A file that needs hardly any disk, and in which no two pieces of an upload are the same.
void writeLargeFile(const QString &path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (qint64 place = 0; place < largeSize; place += 1024 * 1024) {
        QVERIFY(file.seek(place));
        file.write("piece " + QByteArray::number(place));
    }
    QVERIFY(file.resize(largeSize));
}

QString describe(const UploadTransfer &transfer)
{
    return u"state %1, %2 bytes sent, %3"_s.arg(int(transfer.state()))
            .arg(transfer.sent())
            .arg(QString::fromLatin1(transfer.error().key));
}

/// The message of these words in the ticket that is open; null while there is none.
MessageCard *findMessage(DrivenApp &app, const QString &words)
{
    const auto cards = app.pane()->findChildren<MessageCard *>();
    for (MessageCard *card : cards) {
        if (card->isVisible() && card->entry().message == words)
            return card;
    }
    return nullptr;
}

QString statusOf(DrivenApp &app)
{
    const auto &ticket = app.pane()->ticket();
    return ticket ? ticket->status : QString();
}

} // namespace

/// The main job from end to end: three people at three apps, one server, nothing but keys and
/// mouse.
class TestMainJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestIsMadeAnsweredAndSolved();

private:
    void signIn();
    void requesterWritesTheRequest();
    void largeFileIsStoppedAndGoesOn();
    void agentSeesItAtOnce();
    void agentReadsTheFilesAsTheyWere();
    void agentTakesIt();
    void requesterLearnsNothingOfANote();
    void requesterSeesTheReplyAtOnce();
    void requesterAnswers();
    void agentResolves();
    void requesterCloses();
    void administratorFindsItAllInTheLog();

    QDialog *requestDialog()
    {
        return m_requester.window()->findChild<QDialog *>(u"newRequestDialog"_s);
    }
    void write(DrivenApp &app, const QString &text);

    QTemporaryDir m_files;
    RunningServer m_server;
    DrivenApp m_requester;
    DrivenApp m_agent;
    DrivenApp m_administrator;
    TicketId m_ticket;
};

void TestMainJob::aRequestIsMadeAnsweredAndSolved()
{
    using Step = void (TestMainJob::*)();
    for (const Step step :
         {&TestMainJob::signIn, &TestMainJob::requesterWritesTheRequest,
          &TestMainJob::largeFileIsStoppedAndGoesOn, &TestMainJob::agentSeesItAtOnce,
          &TestMainJob::agentReadsTheFilesAsTheyWere, &TestMainJob::agentTakesIt,
          &TestMainJob::requesterLearnsNothingOfANote, &TestMainJob::requesterSeesTheReplyAtOnce,
          &TestMainJob::requesterAnswers, &TestMainJob::agentResolves,
          &TestMainJob::requesterCloses, &TestMainJob::administratorFindsItAllInTheLog}) {
        (this->*step)();
        if (QTest::currentTestFailed())
            return;
    }
}

void TestMainJob::signIn()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
    QVERIFY(m_requester.signIn(m_server.address(), u"jane.doe@example.com"_s));
    QVERIFY(m_agent.signIn(m_server.address(), u"John Smith"_s));
    QVERIFY(m_administrator.signIn(m_server.address(), u"admin@example.com"_s));
    QVERIFY(m_agent.showEntry(u"tickets.open"_s));
    QVERIFY(Hand::findRow(m_agent.list(), Qt::DisplayRole, u"VPN"_s).isValid());
    for (DrivenApp *app : {&m_requester, &m_agent})
        QTRY_COMPARE(app->context().events.state(), EventStream::State::Live);
}

void TestMainJob::requesterWritesTheRequest()
{
    QVERIFY(Hand::activate(m_requester.window()));
    Hand::click(Hand::find<QPushButton>(m_requester.window(), u"mainAction"_s));
    auto *category = Hand::find<QCommandLinkButton>(m_requester.window(), u"category"_s);
    QVERIFY(category);
    Hand::click(category);
    auto *field = Hand::find<QLineEdit>(requestDialog(), u"title"_s);
    QVERIFY(field);
    Hand::type(field, title);
    Hand::type(requestDialog()->findChild<QPlainTextEdit *>(u"description"_s),
               u"Since this morning every label comes out white."_s);
}

void TestMainJob::largeFileIsStoppedAndGoesOn()
{
    const QString large = m_files.filePath(u"printer.bin"_s);
    writeLargeFile(large);
    QFile small(m_files.filePath(u"label.txt"_s));
    QVERIFY(small.open(QIODevice::WriteOnly));
    small.write("what the label should say\n");
    small.close();

    auto *attach = Hand::find<QPushButton>(requestDialog(), u"attach"_s);
    for (const QString &path : {small.fileName(), large}) {
        Hand::click(attach);
        QVERIFY(Hand::chooseFile(requestDialog(), path));
    }
    const auto rows = requestDialog()->findChildren<UploadRow *>();
    QCOMPARE(rows.size(), 2);
    const UploadTransfer &transfer = rows[1]->transfer();
    QCOMPARE(transfer.size(), largeSize);
    QTRY_VERIFY2_WITH_TIMEOUT(transfer.sent() >= largeSize / 2, qPrintable(describe(transfer)),
                              uploadPatience);
    QVERIFY2(transfer.sent() < largeSize, "it went through before anybody could stop it");
    Hand::click(Hand::find<QToolButton>(rows[1], u"uploadPause"_s));
    QCOMPARE(transfer.state(), UploadTransfer::State::Paused);
    auto *send = requestDialog()->findChild<QPushButton *>(u"send"_s);
    QVERIFY2(!send->isEnabled(), "a request could be sent without its file");

    const qint64 stoppedAt = transfer.sent();
    qint64 least = stoppedAt;
    connect(&transfer, &UploadTransfer::progressChanged, this,
            [&](qint64 sent) { least = qMin(least, sent); });
    Hand::click(Hand::find<QToolButton>(rows[1], u"uploadRetry"_s));
    QTRY_VERIFY2_WITH_TIMEOUT(transfer.state() == UploadTransfer::State::Done,
                              qPrintable(describe(transfer)), uploadPatience);
    transfer.disconnect(this);
    QVERIFY2(least >= stoppedAt - UploadTransfer::pieceSize, "it began anew");
    QVERIFY(Hand::until([&] { return send->isEnabled(); }));
}

void TestMainJob::agentSeesItAtOnce()
{
    const QAbstractItemModel *rows = m_agent.list()->model();
    QElapsedTimer sinceSent;
    qint64 confirmed = -1;
    qint64 shown = -1;
    connect(rows, &QAbstractItemModel::rowsInserted, this,
            [&](const QModelIndex &, int first, int last) {
                for (int row = first; row <= last; ++row) {
                    if (rows->index(row, 0).data().toString().contains(title))
                        shown = sinceSent.elapsed();
                }
            });
    connect(requestDialog(), &QDialog::accepted, this, [&] { confirmed = sinceSent.elapsed(); });
    sinceSent.start();
    Hand::click(requestDialog()->findChild<QPushButton *>(u"send"_s));
    QVERIFY(Hand::until([&] { return shown >= 0 && confirmed >= 0; }));
    rows->disconnect(this);
    qInfo("In the agent's list %lld ms after Send was pressed; the server confirmed after %lld ms",
          shown, confirmed);
    QVERIFY(m_agent.openTicket(title));
    QVERIFY(m_requester.openTicket(title));
    QCOMPARE(statusOf(m_agent), u"new"_s);
    m_ticket = m_agent.pane()->ticket()->id;
}

void TestMainJob::agentReadsTheFilesAsTheyWere()
{
    const QList<Attachment> files = m_agent.pane()->ticket()->details->attachments;
    QCOMPARE(files.size(), 2);
    for (const Attachment &file : files) {
        const QString copy = m_files.filePath(u"copy of "_s + file.fileName);
        DownloadTransfer download(m_agent.context().client,
                                  u"/attachments/%1"_s.arg(file.id.value()), copy);
        QSignalSpy finished(&download, &DownloadTransfer::finished);
        download.start();
        QVERIFY(finished.count() > 0 || finished.wait(Hand::patience));
        QCOMPARE(download.state(), DownloadTransfer::State::Done);
        QFile before(m_files.filePath(file.fileName));
        QFile after(copy);
        QVERIFY(before.open(QIODevice::ReadOnly) && after.open(QIODevice::ReadOnly));
        QCOMPARE(after.size(), before.size());
        while (!before.atEnd())
            QVERIFY2(before.read(UploadTransfer::pieceSize)
                             == after.read(UploadTransfer::pieceSize),
                     qPrintable(file.fileName));
    }
}

void TestMainJob::agentTakesIt()
{
    m_agent.pressInList(Qt::Key_A);
    for (DrivenApp *app : {&m_agent, &m_requester}) {
        QVERIFY(Hand::until([&] {
            const auto &assignee = app->pane()->ticket()->assignee;
            return assignee && assignee->displayName == "John Smith"_L1;
        }));
    }
}

void TestMainJob::write(DrivenApp &app, const QString &text)
{
    auto *field = Hand::find<QPlainTextEdit>(app.window(), u"composerText"_s);
    QVERIFY(field);
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(Hand::until([&] { return findMessage(app, text) != nullptr; }));
}

void TestMainJob::requesterLearnsNothingOfANote()
{
    QList<EventType> told;
    connect(&m_requester.context().events, &EventStream::received, this,
            [&](const Event &event) { told.append(event.type); });
    m_agent.pressInList(Qt::Key_N);
    auto *mode = Hand::find<QTabBar>(m_agent.window(), u"composerMode"_s);
    QCOMPARE(mode->currentIndex(), 1);
    write(m_agent, noteText);
    if (QTest::currentTestFailed())
        return;
    QVERIFY(findMessage(m_agent, noteText)->entry().isInternal);

    // What comes next in the stream proves that what came before has arrived.
    m_agent.pressInList(Qt::Key_R);
    QCOMPARE(mode->currentIndex(), 0);
    write(m_agent, replyText);
    if (QTest::currentTestFailed())
        return;
    QVERIFY(Hand::until([&] { return told.contains(EventType::ReplyCreated); }));
    m_requester.context().events.disconnect(this);
    // The reply and the state that it leads to; anything more would come from the note.
    QVERIFY(!told.contains(EventType::NoteCreated));
    QCOMPARE(told.count(EventType::ReplyCreated), 1);
    QVERIFY(told.count(EventType::TicketUpdated) <= 1);
    QVERIFY(Hand::until([&] { return findMessage(m_requester, replyText) != nullptr; }));
    QVERIFY(!findMessage(m_requester, noteText));
}

void TestMainJob::requesterSeesTheReplyAtOnce()
{
    QVERIFY(Hand::until([&] { return statusOf(m_requester) == "in_progress"_L1; }));
    auto *status = Hand::find<QToolButton>(m_requester.window(), u"ticketStatus"_s);
    QVERIFY(status);
    QVERIFY2(status->accessibleName().contains("In progress"_L1),
             qPrintable(status->accessibleName()));
}

void TestMainJob::requesterAnswers()
{
    QVERIFY(Hand::activate(m_requester.window()));
    auto *field = Hand::find<QPlainTextEdit>(m_requester.window(), u"composerText"_s);
    Hand::click(field->viewport());
    write(m_requester, answerText);
    if (QTest::currentTestFailed())
        return;
    QVERIFY(Hand::until([&] { return findMessage(m_agent, answerText) != nullptr; }));
}

void TestMainJob::agentResolves()
{
    m_agent.pressInList(Qt::Key_E);
    QVERIFY(Hand::until([&] { return statusOf(m_requester) == "resolved"_L1; }));
    QVERIFY2(m_requester.pane()->ticket()->resolvedAt.isValid(), "no time of resolution");
}

void TestMainJob::requesterCloses()
{
    // The list goes on to the next ticket by itself; the row tells.
    m_requester.pressInList(Qt::Key_E);
    const QModelIndex row = Hand::findRow(m_requester.list(), Qt::DisplayRole, title);
    QVERIFY(Hand::until([&] {
        const auto ticket = row.data(TicketListModel::TicketRole).value<Ticket>();
        return ticket.status == "closed"_L1 && ticket.closedAt.isValid();
    }));
}

void TestMainJob::administratorFindsItAllInTheLog()
{
    QVERIFY(m_administrator.showEntry(u"activity"_s));
    auto *log = Hand::find<QAbstractItemView>(m_administrator.window(), u"pageTable"_s);
    QVERIFY(log);
    QVERIFY(Hand::until([&] { return log->model()->rowCount() > 0; }));
    // Newest first; a person scrolls on until the beginning.
    while (log->model()->canFetchMore({})) {
        const int before = log->model()->rowCount();
        log->model()->fetchMore({});
        QVERIFY(Hand::until([&] { return log->model()->rowCount() > before; }));
    }
    QStringList lines;
    for (int row = 0; row < log->model()->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < log->model()->columnCount(); ++column)
            cells.append(log->model()->index(row, column).data().toString());
        lines.append(cells.join(u" | "_s));
    }
    qInfo("%s", qPrintable(lines.join(u'\n')));
    QVERIFY(lines.join(u'\n').contains(u"ticket %1"_s.arg(m_ticket.value())));
}

QTEST_MAIN(TestMainJob)
#include "tst_mainjob.moc"
