// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/attachments/uploadlist.h"
#include "app/timeline/composer.h"
#include "app/widgets/noticebox.h"
#include "app/widgets/popups.h"
#include "common/timeline/mentionquery.h"
#include "tests/support/app/workplace.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

namespace {

/// 4.5:1 by the formula of the WCAG.
double contrast(const QColor &a, const QColor &b)
{
    const auto luminance = [](const QColor &colour) {
        const auto part = [](double c) {
            return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF())
               + 0.0722 * part(colour.blueF());
    };
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

} // namespace

class TestComposer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void modesCannotBeMistaken();
    void theButtonNamesTheReader_data();
    void theButtonNamesTheReader();
    void hintsAreMutedButReadable();
    void whoMayNotWriteNotesHasNoNotes();
    void whoMayWriteNothingHasNoComposer();
    void sendsWithTheButton();
    void sendsWithCtrlEnter();
    void sendsNothingEmpty();
    void sendsANoteAsANote();
    void saysWhatIsWrongAtTheField();
    void saysWhatTheServerFindsWrongAtTheField();
    void filesStayWithTheirMessage();
    void keepsADraftForEachTicketAndMode();
    void windowsShareWhatIsWritten();
    void whatIsTypedMeanwhileStays();
    void waitsForFiles();
    void aNewThemeLeavesTextAndCursor();
    void quotes();
    void showsWhatCameMeanwhile();
    void completesNamesBehindAnAt();

private:
    void compose(const Ticket &ticket);
    QList<FakeApi::Request> sent(qint64 ticket = 1) const
    {
        return m_place->desk.api.requests("POST", u"/tickets/%1/replies"_s.arg(ticket));
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
    QTabBar *m_tabs = nullptr;
    QLabel *m_fault = nullptr;
    QLabel *m_hint = nullptr;
};

void TestComposer::init()
{
    m_place = std::make_unique<Workplace>();
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
    m_window = std::make_unique<QWidget>();
    m_window->resize(600, 500);
    m_composer = new Composer(m_place->context, m_window.get());
    m_composer->setGeometry(0, 200, 600, 260);
    m_text = m_composer->findChild<QPlainTextEdit *>(u"composerText"_s);
    m_send = m_composer->findChild<QPushButton *>(u"composerSend"_s);
    m_tabs = m_composer->findChild<QTabBar *>(u"composerMode"_s);
    m_fault = m_composer->findChild<QLabel *>(u"composerError"_s);
    m_hint = m_composer->findChild<QLabel *>(u"composerHint"_s);
    compose(FakeDesk::ticket(1));
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestComposer::cleanup()
{
    m_window.reset();
    m_place.reset();
}

void TestComposer::compose(const Ticket &ticket)
{
    m_composer->setTicket(ticket);
}

/// Another ground, another border, another button, another name for those who listen.
void TestComposer::modesCannotBeMistaken()
{
    QTest::keyClicks(m_text, u"x"_s); // with nothing to send the button is grey in both
    m_composer->begin(Composer::Mode::Note);
    QTest::keyClicks(m_text, u"x"_s);
    const auto buttonGround = [&] {
        return m_send->grab().toImage().pixelColor(m_send->width() / 2, 5);
    };
    const auto look = [&] {
        const QImage image = m_composer->grab().toImage();
        return std::pair(image.pixelColor(m_text->geometry().center()),
                         image.pixelColor(m_text->geometry().left() - Metrics::gap,
                                          m_text->geometry().center().y()));
    };
    m_composer->begin(Composer::Mode::Reply);
    m_send->setFocus();
    const auto reply = look();
    const QColor replyButton = buttonGround();
    QCOMPARE(m_send->text(), u"Send to Jane Doe"_s);
    QCOMPARE(m_text->accessibleName(), u"Reply to Jane Doe"_s);
    QCOMPARE(m_tabs->currentIndex(), 0);
    m_composer->begin(Composer::Mode::Note);
    m_send->setFocus();
    const auto note = look();
    QCOMPARE(replyButton, Theme::tokens().accent);
    QCOMPARE(buttonGround(), Theme::tokens().noteBackground);
    QCOMPARE(m_send->text(), u"Add internal note"_s);
    QCOMPARE(m_text->accessibleName(), u"Internal note"_s);
    QCOMPARE(m_hint->text(), u"Only staff can read this"_s);
    QCOMPARE(m_tabs->currentIndex(), 1);
    QCOMPARE(reply.first, Theme::tokens().base);
    QCOMPARE(note.first, Theme::tokens().noteBackground);
    QVERIFY(reply.second != note.second);
    m_tabs->setCurrentIndex(0);
    QCOMPARE(m_composer->mode(), Composer::Mode::Reply);
    QCOMPARE(m_send->text(), u"Send to Jane Doe"_s);
}

void TestComposer::theButtonNamesTheReader_data()
{
    QTest::addColumn<bool>("isRequester");
    QTest::addColumn<bool>("isAssigned");
    QTest::addColumn<QString>("text");
    QTest::newRow("an agent writes to the requester") << false << false << u"Send to Jane Doe"_s;
    QTest::newRow("the requester to the assignee") << true << true << u"Send to John Smith"_s;
    QTest::newRow("the requester to the desk") << true << false << u"Send to Help desk"_s;
}

void TestComposer::theButtonNamesTheReader()
{
    QFETCH(bool, isRequester);
    QFETCH(bool, isAssigned);
    if (isRequester) {
        m_place->session.signOut();
        QVERIFY(m_place->signIn(FakeDesk::janeHerself()));
    }
    Ticket ticket = FakeDesk::ticket(3);
    if (isAssigned)
        ticket.assignee = FakeDesk::john();
    compose(ticket);
    QTEST(m_send->text(), "text");
}

void TestComposer::hintsAreMutedButReadable()
{
    for (const ThemeMode theme : {ThemeMode::Light, ThemeMode::Dark}) {
        m_place->look(theme);
        for (const Composer::Mode mode : {Composer::Mode::Reply, Composer::Mode::Note}) {
            m_composer->begin(mode);
            const QPalette text = m_text->palette();
            QVERIFY(text.color(QPalette::PlaceholderText) != text.color(QPalette::Text));
            QVERIFY(contrast(text.color(QPalette::PlaceholderText), text.color(QPalette::Base))
                    >= 4.5);
            const QColor hint = m_hint->palette().color(m_hint->foregroundRole());
            QCOMPARE(hint, Theme::tokens().faint);
        }
    }
}

void TestComposer::whoMayNotWriteNotesHasNoNotes()
{
    Ticket ticket = FakeDesk::ticket(1);
    ticket.details->allowedActions = {TicketAction::Reply};
    m_composer->begin(Composer::Mode::Note);
    compose(ticket);
    QVERIFY(m_composer->isVisible());
    QCOMPARE(m_composer->mode(), Composer::Mode::Reply);
    QVERIFY(!m_tabs->isTabVisible(1));
    m_composer->begin(Composer::Mode::Note);
    QCOMPARE(m_composer->mode(), Composer::Mode::Reply);
    QTest::keyClick(m_tabs, Qt::Key_Right);
    QCOMPARE(m_composer->mode(), Composer::Mode::Reply);
}

void TestComposer::whoMayWriteNothingHasNoComposer()
{
    Ticket ticket = FakeDesk::ticket(1);
    ticket.details->allowedActions = {};
    compose(ticket);
    QVERIFY(!m_composer->isVisible());
    m_composer->setTicket({});
    QVERIFY(!m_composer->isVisible());
    compose(FakeDesk::ticket(1));
    QVERIFY(m_composer->isVisible());
}

void TestComposer::sendsWithTheButton()
{
    accept();
    QSignalSpy done(m_composer, &Composer::sent);
    QTest::keyClicks(m_text, u"I am on my way"_s);
    QVERIFY(m_send->isEnabled());
    m_send->click();
    QCOMPARE(m_text->toPlainText(), QString()); // one can write on at once
    QVERIFY(!m_send->isEnabled());
    QTRY_COMPARE(done.size(), 1);
    QCOMPARE(sent().size(), 1);
    QCOMPARE(sent().first().json()[u"message"].toString(), u"I am on my way"_s);
    QVERIFY(!sent().first().json()[u"isInternal"].toBool());
    QVERIFY(!sent().first().header("Idempotency-Key").isEmpty());
    QVERIFY(m_place->outbox.entries().isEmpty());
}

void TestComposer::sendsWithCtrlEnter()
{
    accept();
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        const auto before = sent().size();
        QTest::keyClicks(m_text, u"words"_s);
        QTest::keyClick(m_text, Qt::Key_Return);
        QTest::keyClicks(m_text, u"more"_s);
        QTest::keyClick(m_text, key, Qt::ControlModifier);
        QTRY_COMPARE(sent().size(), before + 1);
        QCOMPARE(sent().last().json()[u"message"].toString(), u"words\nmore"_s);
        QTRY_COMPARE(m_text->toPlainText(), QString());
    }
}

void TestComposer::sendsNothingEmpty()
{
    QVERIFY(!m_send->isEnabled());
    QTest::keyClicks(m_text, u"   "_s);
    QVERIFY(!m_send->isEnabled());
    QTest::keyClick(m_text, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(sent().isEmpty());
}

void TestComposer::sendsANoteAsANote()
{
    accept();
    m_composer->begin(Composer::Mode::Note);
    QTest::keyClicks(m_text, u"careful"_s);
    m_send->click();
    QTRY_COMPARE(sent().size(), 1);
    QVERIFY(sent().first().json()[u"isInternal"].toBool());
}

void TestComposer::saysWhatIsWrongAtTheField()
{
    m_text->setPlainText(QString(20001, u'x'));
    m_send->click();
    QVERIFY(m_fault->isVisible());
    QVERIFY2(m_fault->text().contains("20"_L1), qPrintable(m_fault->text()));
    QVERIFY(sent().isEmpty());
    m_text->setPlainText(u"short"_s);
    QVERIFY(!m_fault->isVisible());
}

void TestComposer::saysWhatTheServerFindsWrongAtTheField()
{
    m_place->desk.api.on(
            "POST", u"/tickets/1/replies"_s,
            FakeApi::Reply::problem(
                    422, "validation.failed",
                    {{u"errors"_s, QJsonArray{QJsonObject{{u"field"_s, u"message"_s},
                                                          {u"key"_s, u"required"_s}}}}}));
    QTest::keyClicks(m_text, u"words"_s);
    m_send->click();
    QTRY_VERIFY(m_fault->isVisible());
    QCOMPARE(m_fault->text(), u"This is needed."_s);
    QCOMPARE(m_text->toPlainText(), u"words"_s);
    QCOMPARE(Popups::of(m_composer).count(), 0);
    QTest::keyClicks(m_text, u"!"_s);
    QVERIFY(!m_fault->isVisible());
}

/// Those of a note are not sent with a reply, nor those of one ticket with another.
void TestComposer::filesStayWithTheirMessage()
{
    const KeptFile file{QUuid::createUuid(), u"error.log"_s, 7};
    accept();
    m_place->replies.keep({.ticket = TicketId(1), .isInternal = true, .files = {file}});
    const auto shown = [&] {
        QStringList names;
        for (const UploadList *list : m_composer->findChildren<UploadList *>()) {
            if (list->isVisible())
                for (const KeptFile &one : list->finished())
                    names.append(one.name);
        }
        return names;
    };
    QCOMPARE(shown(), QStringList());
    m_composer->begin(Composer::Mode::Note);
    QCOMPARE(shown(), QStringList(u"error.log"_s));
    compose(FakeDesk::ticket(2));
    QCOMPARE(shown(), QStringList());
    compose(FakeDesk::ticket(1));
    QTest::keyClicks(m_text, u"no file"_s);
    m_send->click();
    QTRY_COMPARE(sent().size(), 1);
    QVERIFY(sent()[0].json()["attachmentIds"_L1].toArray().isEmpty());
    m_composer->begin(Composer::Mode::Note);
    QCOMPARE(shown(), QStringList(u"error.log"_s));
    QTest::keyClicks(m_text, u"see the file"_s);
    m_send->click();
    QTRY_COMPARE(sent().size(), 2);
    QCOMPARE(sent()[1].json()["attachmentIds"_L1].toArray(),
             QJsonArray{file.upload.toString(QUuid::WithoutBraces)});
    QCOMPARE(shown(), QStringList());
}

void TestComposer::keepsADraftForEachTicketAndMode()
{
    QTest::keyClicks(m_text, u"a reply"_s);
    m_composer->begin(Composer::Mode::Note);
    QCOMPARE(m_text->toPlainText(), QString());
    QTest::keyClicks(m_text, u"a note"_s);
    compose(FakeDesk::ticket(2));
    QCOMPARE(m_text->toPlainText(), QString());
    QCOMPARE(m_composer->mode(), Composer::Mode::Reply);
    QTest::keyClicks(m_text, u"to the second"_s);
    compose(FakeDesk::ticket(1));
    QCOMPARE(m_text->toPlainText(), u"a reply"_s);
    m_composer->begin(Composer::Mode::Note);
    QCOMPARE(m_text->toPlainText(), u"a note"_s);
    // An event about the ticket does not touch what is being written.
    QTest::keyClick(m_text, Qt::Key_Home);
    compose(FakeDesk::ticket(1));
    QTest::keyClicks(m_text, u"still "_s);
    QCOMPARE(m_text->toPlainText(), u"still a note"_s);
}

void TestComposer::windowsShareWhatIsWritten()
{
    QTest::keyClicks(m_text, u"half a"_s);
    Composer other(m_place->context);
    other.setTicket(FakeDesk::ticket(1));
    auto *text = other.findChild<QPlainTextEdit *>(u"composerText"_s);
    QCOMPARE(text->toPlainText(), u"half a"_s);
    QTest::keyClicks(text, u" sentence"_s);
    QCOMPARE(m_text->toPlainText(), u"half a sentence"_s);
    accept();
    m_send->click();
    QTRY_COMPARE(text->toPlainText(), QString());
    QTRY_COMPARE(sent().size(), 1);
}

void TestComposer::whatIsTypedMeanwhileStays()
{
    m_place->desk.api.once("POST", u"/tickets/1/replies"_s,
                           FakeApi::Reply::json(toJson(FakeDesk::reply(1, 0, u"x"_s)), 201)
                                   .after(std::chrono::milliseconds(50)));
    QSignalSpy done(m_composer, &Composer::sent);
    QTest::keyClicks(m_text, u"first"_s);
    m_send->click();
    QTest::keyClicks(m_text, u"second"_s);
    QTRY_COMPARE(done.size(), 1);
    QCOMPARE(m_text->toPlainText(), u"second"_s);
    QCOMPARE(m_place->replies.at(TicketId(1), false).text, u"second"_s);
}

void TestComposer::waitsForFiles()
{
    m_place->desk.api.on("POST", u"/uploads"_s, FakeApi::Reply::hang());
    QTest::keyClicks(m_text, u"see the file"_s);
    auto *files = m_composer->findChild<UploadList *>({}, Qt::FindDirectChildrenOnly);
    files->addBytes("content", u"error.log"_s);
    QVERIFY(!m_send->isEnabled());
    QCOMPARE(m_hint->text(), u"The files are still on their way"_s);
    QTest::keyClick(m_text, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(sent().isEmpty());
    m_composer->findChild<QAbstractButton *>(u"uploadRemove"_s)->click();
    QVERIFY(m_send->isEnabled());
}

void TestComposer::aNewThemeLeavesTextAndCursor()
{
    m_composer->begin(Composer::Mode::Note);
    QTest::keyClicks(m_text, u"abc"_s);
    QTest::keyClick(m_text, Qt::Key_Left);
    m_place->look(ThemeMode::Dark);
    QTest::keyClicks(m_text, u"-"_s);
    QCOMPARE(m_text->toPlainText(), u"ab-c"_s);
    QCOMPARE(m_text->palette().color(QPalette::Base), Theme::tokens().noteBackground);
    m_text->undo();
    QCOMPARE(m_text->toPlainText(), u"abc"_s);
}

void TestComposer::quotes()
{
    QTest::keyClicks(m_text, u"my words"_s);
    m_composer->quote(u"one\ntwo\n"_s);
    QCOMPARE(m_text->toPlainText(), u"> one\n> two\n\nmy words"_s);
    QVERIFY(m_text->hasFocus());
}

void TestComposer::showsWhatCameMeanwhile()
{
    accept();
    auto *arrived = m_composer->findChild<NoticeBox *>(u"composerArrived"_s);
    const auto newest = [this](qint64 id, const PersonRef &author, bool isNote = false) {
        TimelineEntry entry = isNote ? FakeDesk::note(id, 1, u"It is the fuse"_s)
                                     : FakeDesk::reply(id, 1, u"It works *now*"_s);
        entry.ticketId = TicketId(1);
        entry.author = author;
        m_composer->setNewest(entry);
    };
    const auto press = [this] {
        QTest::keyClick(m_text, Qt::Key_Return, Qt::ControlModifier);
    };
    newest(10, FakeDesk::jane());
    QTest::keyClicks(m_text, u"I am on my way"_s);
    newest(11, FakeDesk::john()); // one's own, from another window
    newest(12, FakeDesk::jane());
    press();
    QVERIFY(arrived->isVisible());
    QVERIFY2(arrived->text().contains(u"Jane Doe answered since you began"_s),
             qPrintable(arrived->text()));
    QVERIFY(arrived->text().contains(u"It works now"_s));
    QVERIFY(sent().isEmpty());
    QCOMPARE(m_text->toPlainText(), u"I am on my way"_s);
    // Asked once.
    press();
    QTRY_COMPARE(sent().size(), 1);
    QTRY_VERIFY(m_text->toPlainText().isEmpty());
    QVERIFY(!arrived->isVisible());
    // What was there before one began is no news.
    QTest::keyClicks(m_text, u"One more thing"_s);
    press();
    QTRY_COMPARE(sent().size(), 2);
    QTRY_VERIFY(m_text->toPlainText().isEmpty());
    // Nor is what a timeline shows first that came after one began to write.
    compose(FakeDesk::ticket(2));
    QTest::keyClicks(m_text, u"Hello"_s);
    TimelineEntry first = FakeDesk::reply(20, 0, u"Help"_s);
    first.ticketId = TicketId(2);
    m_composer->setNewest(first);
    accept(2);
    press();
    QTRY_COMPARE(sent(2).size(), 1);
}

/// By keys alone: the list opens as one types, Enter takes a name, Esc leaves what was typed.
void TestComposer::completesNamesBehindAnAt()
{
    const QString path = u"/tickets/1/mentionable"_s;
    const auto offer = [&](const QList<PersonRef> &people) {
        m_place->desk.api.on("GET", path, FakeApi::Reply::json(toJson(MentionablePeople{people})));
    };
    const auto list = [] {
        const QWidgetList all = QApplication::allWidgets();
        const auto found = std::find_if(all.cbegin(), all.cend(), [](const QWidget *one) {
            return one->objectName() == "mentions"_L1;
        });
        return found == all.cend() ? nullptr : *found;
    };
    accept();
    m_composer->begin(Composer::Mode::Reply); // names are offered where one types
    offer({FakeDesk::jane(), FakeDesk::john()});
    QTest::keyClicks(m_text, u"Ask a@b and @J"_s);
    QTRY_VERIFY(list() && list()->isVisible());
    QCOMPARE(m_place->desk.api.requests("GET", path).size(), 1); // an address is nobody's name
    offer({FakeDesk::john()});
    QTest::keyClicks(list(), u"o"_s); // what is typed goes on into the text
    QCOMPARE(m_text->toPlainText(), u"Ask a@b and @Jo"_s);
    QTRY_COMPARE(m_place->desk.api.requests("GET", path).size(), 2);
    const auto *view = qobject_cast<QAbstractItemView *>(list());
    QVERIFY(view);
    QTRY_COMPARE(view->model()->rowCount(), 1);
    QTest::keyClick(list(), Qt::Key_Return);
    QCOMPARE(m_text->toPlainText(), u"Ask a@b and @John Smith "_s);
    QVERIFY(!list()->isVisible());
    QTest::keyClicks(m_text, u"or @J"_s);
    QTRY_VERIFY(list()->isVisible());
    QTest::keyClick(list(), Qt::Key_Escape);
    QVERIFY(!list()->isVisible());
    QCOMPARE(m_text->toPlainText(), u"Ask a@b and @John Smith or @J"_s);
    QTest::keyClick(m_text, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(sent().size(), 1);
    QCOMPARE(sent().first().json()["mentions"_L1].toArray(),
             QJsonArray{FakeDesk::john().id.value()});
}

QTEST_MAIN(TestComposer)
#include "tst_composer.moc"
