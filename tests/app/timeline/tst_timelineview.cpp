// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/messagecard.h"
#include "app/timeline/timelinemodel.h"
#include "app/timeline/timelineview.h"
#include "tests/support/app/workplace.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

class TestTimelineView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsMessagesAsCardsAndEventsAsLines();
    void aNoteCannotBeMistakenForAReply();
    void oneNewMessageIsOneNewWidget();
    void anEditIsShownInPlace();
    void aDeletedMessageSaysSo();
    void daysAreSeparated();
    void whoReadsTheEndStaysAtTheEnd();
    void whoReadsAboveStaysThere();
    void olderEntriesComeAboveWithoutAJump();
    void olderEntriesThatFailAreSaid();
    void saysThatItLoads();
    void saysWhatFailedAndTriesAgain();
    void saysWhatIsNewSinceTheLastVisit();
    void everythingIsSpoken();
    void theNewestTakesTheFocusAtOnce();

private:
    QList<TimelineEntry> &entries() { return m_place->desk.timelines[TicketId(1)]; }
    void open(TicketId id = TicketId(1));
    /// The visible children of that name, from top to bottom.
    template <class T>
    QList<T *> below(const QString &name) const
    {
        QList<T *> found = m_view->findChildren<T *>(name);
        found.removeIf([](const T *one) { return !one->isVisible(); });
        std::sort(found.begin(), found.end(),
                  [](const T *a, const T *b) { return a->geometry().top() < b->geometry().top(); });
        return found;
    }
    QList<MessageCard *> cards() const { return below<MessageCard>(u"messageCard"_s); }
    QStringList spokenLines(const QString &name) const
    {
        QStringList lines;
        for (const QWidget *line : below<QWidget>(name))
            lines.append(line->accessibleName());
        return lines;
    }
    QWidgetList newLines() const
    {
        QWidgetList found = below<QWidget>(u"divider"_s);
        found.removeIf([](const QWidget *line) {
            return !line->accessibleName().endsWith("New since your last visit"_L1);
        });
        return found;
    }

    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<TimelineModel> m_model;
    std::unique_ptr<TimelineView> m_view;
};

void TestTimelineView::init()
{
    m_place = std::make_unique<Workplace>();
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
    m_place->desk.put(FakeDesk::ticket(1));
    m_place->desk.put(FakeDesk::ticket(2));
    m_model = std::make_unique<TimelineModel>(m_place->client);
    m_view = std::make_unique<TimelineView>(m_place->context, *m_model);
    m_view->resize(600, 400);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestTimelineView::cleanup()
{
    m_view.reset();
    m_model.reset();
    m_place.reset();
}

void TestTimelineView::open(TicketId id)
{
    m_model->setTicket(id);
    QTRY_COMPARE(m_model->state(), TimelineModel::State::Ready);
    QCoreApplication::sendPostedEvents(); // a layout shows what is new to it a moment later
}

void TestTimelineView::showsMessagesAsCardsAndEventsAsLines()
{
    entries() = {FakeDesk::reply(1, 0, u"It is broken"_s),
                 FakeDesk::event(2, 1, TimelineEvent::Priority,
                                 {{u"old"_s, u"medium"_s}, {u"new"_s, u"high"_s}}),
                 FakeDesk::note(3, 2, u"Again"_s)};
    open();
    QCOMPARE(cards().size(), 2);
    const auto lines = below<QLabel>(u"eventLine"_s);
    QCOMPARE(lines.size(), 1);
    QVERIFY2(lines.first()->text().contains(u"John Smith changed the priority: Medium → High"_s),
             qPrintable(lines.first()->text()));
    QVERIFY(cards()[0]->y() < lines.first()->y());
    QVERIFY(lines.first()->y() < cards()[1]->y());
}

/// By ground, by border, by word, and for those who listen.
void TestTimelineView::aNoteCannotBeMistakenForAReply()
{
    entries() = {FakeDesk::reply(1, 0, u"same words"_s), FakeDesk::note(2, 1, u"same words"_s)};
    open();
    QCOMPARE(cards().size(), 2);
    const QImage reply = cards()[0]->grab().toImage();
    const QImage note = cards()[1]->grab().toImage();
    const QPoint ground(reply.width() / 2, 4);
    QCOMPARE(reply.pixelColor(ground), Theme::tokens().base);
    QCOMPARE(note.pixelColor(ground), Theme::tokens().noteBackground);
    const QPoint border(reply.width() / 2, 0);
    QVERIFY(reply.pixelColor(border) != note.pixelColor(border));
    const auto words = [](const MessageCard *card) {
        QString all;
        for (const QLabel *label : card->findChildren<QLabel *>())
            all += label->text() + u' ';
        return all;
    };
    QVERIFY(words(cards()[1]).contains("Internal note"_L1));
    QVERIFY(!words(cards()[0]).contains("Internal note"_L1));
    QCOMPARE(cards()[0]->accessibleName(), u"Reply by Jane Doe"_s);
    QCOMPARE(cards()[1]->accessibleName(), u"Internal note by John Smith"_s);
}

void TestTimelineView::oneNewMessageIsOneNewWidget()
{
    entries() = {FakeDesk::reply(1, 0, u"one"_s), FakeDesk::reply(2, 1, u"two"_s)};
    open();
    const QList<MessageCard *> before = cards();
    QCOMPARE(before.size(), 2);
    entries().append(FakeDesk::reply(3, 2, u"three"_s));
    m_model->refresh();
    QTRY_COMPARE(cards().size(), 3);
    QCOMPARE(cards().first(2), before);
    QCOMPARE(cards().last()->entry().message, u"three"_s);
}

void TestTimelineView::anEditIsShownInPlace()
{
    entries() = {FakeDesk::reply(1, 0, u"one"_s)};
    open();
    MessageCard *card = cards().first();
    entries()[0].message = u"one, corrected"_s;
    entries()[0].editedAt = FakeDesk::noon().addSecs(60);
    m_model->refresh();
    QTRY_COMPARE(card->entry().message, u"one, corrected"_s);
    QCOMPARE(cards(), QList<MessageCard *>{card});
    QString words;
    for (const QLabel *label : card->findChildren<QLabel *>())
        words += label->text();
    QVERIFY2(words.contains("edited"_L1), qPrintable(words));
}

void TestTimelineView::aDeletedMessageSaysSo()
{
    entries() = {FakeDesk::reply(1, 0, u"regretted"_s), FakeDesk::reply(2, 1, u"kept"_s)};
    open();
    entries()[0].message.clear();
    entries()[0].deletedAt = FakeDesk::noon().addSecs(600);
    m_model->refresh();
    QTRY_VERIFY(cards().first()->entry().deletedAt.isValid());
    const auto *text = cards().first()->findChild<QTextEdit *>();
    QVERIFY(text);
    QCOMPARE(text->toPlainText().trimmed(), u"This message was deleted."_s);
    QCOMPARE(cards().first()->accessibleDescription(), u"This message was deleted."_s);
    entries().removeFirst();
    m_model->refresh();
    QTRY_COMPARE(cards().size(), 1);
}

void TestTimelineView::daysAreSeparated()
{
    entries() = {FakeDesk::reply(1, -2 * 24 * 60, u"a"_s),
                 FakeDesk::reply(2, -2 * 24 * 60 + 5, u"b"_s), FakeDesk::reply(3, -24 * 60, u"c"_s),
                 FakeDesk::reply(4, 0, u"d"_s)};
    open();
    QCOMPARE(spokenLines(u"divider"_s),
             (QStringList{u"Thursday, November 19, 2026"_s, u"Yesterday"_s, u"Today"_s}));
    // What comes in between needs no second line of the same day.
    entries().insert(3, FakeDesk::reply(5, -24 * 60 + 1, u"late"_s));
    m_model->refresh();
    QTRY_COMPARE(cards().size(), 5);
    QCOMPARE(spokenLines(u"divider"_s).size(), 3);
    entries().removeFirst();
    entries().removeFirst();
    m_model->refresh();
    QTRY_COMPARE(spokenLines(u"divider"_s), (QStringList{u"Yesterday"_s, u"Today"_s}));
}

void TestTimelineView::whoReadsTheEndStaysAtTheEnd()
{
    for (int i = 1; i <= 30; ++i)
        entries().append(FakeDesk::reply(i, i, u"message %1"_s.arg(i)));
    open();
    QScrollBar *bar = m_view->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0 && bar->value() == bar->maximum());
    const int before = bar->maximum();
    entries().append(FakeDesk::reply(99, 99, u"news"_s));
    m_model->refresh();
    QTRY_VERIFY(bar->maximum() > before);
    QTRY_COMPARE(bar->value(), bar->maximum());
}

void TestTimelineView::whoReadsAboveStaysThere()
{
    for (int i = 1; i <= 30; ++i)
        entries().append(FakeDesk::reply(i, i, u"message %1"_s.arg(i)));
    open();
    QScrollBar *bar = m_view->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0 && bar->value() == bar->maximum());
    bar->triggerAction(QAbstractSlider::SliderToMinimum);
    bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
    const int reading = bar->value();
    entries().append(FakeDesk::reply(99, 99, u"news"_s));
    m_model->refresh();
    const int before = bar->maximum();
    QTRY_VERIFY(bar->maximum() > before);
    QCOMPARE(bar->value(), reading);
}

void TestTimelineView::olderEntriesComeAboveWithoutAJump()
{
    for (int i = 1; i <= 70; ++i)
        entries().append(FakeDesk::reply(i, i, u"message %1"_s.arg(i)));
    open();
    QScrollBar *bar = m_view->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0 && bar->value() == bar->maximum());
    bar->triggerAction(QAbstractSlider::SliderToMinimum);
    auto *older = m_view->findChild<QPushButton *>(u"olderEntries"_s);
    QVERIFY(older->isVisible());
    MessageCard *first = cards().first();
    const auto place = [&] {
        return first->mapTo(m_view.get(), QPoint()).y();
    };
    const int before = place();
    const int range = bar->maximum();
    older->click();
    QTRY_COMPARE(cards().size(), 70);
    QTRY_VERIFY(bar->maximum() > range);
    QVERIFY(!older->isVisible());
    QTRY_COMPARE(place(), before);
}

void TestTimelineView::olderEntriesThatFailAreSaid()
{
    for (int i = 1; i <= 60; ++i)
        entries().append(FakeDesk::reply(i, i, u"message %1"_s.arg(i)));
    open();
    m_place->desk.api.once("GET", u"/tickets/1/timeline"_s,
                           FakeApi::Reply::problem(500, "internal"));
    auto *older = m_view->findChild<QPushButton *>(u"olderEntries"_s);
    QCOMPARE(older->text(), u"Show older entries"_s);
    older->click();
    QTRY_COMPARE(older->text(), u"The older entries could not be loaded. Try again"_s);
    older->click();
    QTRY_COMPARE(cards().size(), 60);
}

void TestTimelineView::saysThatItLoads()
{
    m_place->desk.api.once("GET", u"/tickets/1/timeline"_s, FakeApi::Reply::hang());
    m_model->setTicket(TicketId(1));
    auto *note = m_view->findChild<QLabel *>(u"timelineState"_s);
    QVERIFY(note);
    QVERIFY(note->isVisible());
    QCOMPARE(note->text(), u"Loading…"_s);
    open(TicketId(2));
    QVERIFY(!note->isVisible());
}

void TestTimelineView::saysWhatFailedAndTriesAgain()
{
    entries() = {FakeDesk::reply(1, 0, u"hello"_s)};
    m_place->desk.api.once("GET", u"/tickets/1/timeline"_s,
                           FakeApi::Reply::problem(500, "internal"));
    m_model->setTicket(TicketId(1));
    QTRY_COMPARE(m_model->state(), TimelineModel::State::Failed);
    auto *note = m_view->findChild<QLabel *>(u"timelineState"_s);
    auto *retry = m_view->findChild<QPushButton *>(u"timelineRetry"_s);
    QVERIFY(note->isVisible());
    QVERIFY2(note->text().startsWith("The timeline could not be loaded"_L1),
             qPrintable(note->text()));
    QVERIFY(retry->isVisible());
    retry->click();
    QTRY_COMPARE(cards().size(), 1);
    QVERIFY(!note->isVisible());
    QVERIFY(!retry->isVisible());
}

void TestTimelineView::saysWhatIsNewSinceTheLastVisit()
{
    entries() = {FakeDesk::reply(1, 0, u"one"_s), FakeDesk::reply(2, 1, u"two"_s)};
    open();
    QVERIFY(newLines().isEmpty()); // the first visit: everything is new
    open(TicketId(2));
    entries().append(FakeDesk::reply(3, 2, u"three"_s));
    entries().append(FakeDesk::reply(4, 3, u"four"_s));
    open();
    QTRY_COMPARE(cards().size(), 4);
    QTRY_COMPARE(newLines().size(), 1);
    QCOMPARE(newLines().first()->accessibleName(), u"New since your last visit"_s);
    const QWidget *line = newLines().first();
    QTRY_VERIFY(cards()[1]->y() < line->y() && line->y() < cards()[2]->y());

    // What comes while one looks has been seen.
    entries().append(FakeDesk::reply(5, 4, u"five"_s));
    m_model->refresh();
    QTRY_COMPARE(cards().size(), 5);
    open(TicketId(2));
    open();
    QTRY_COMPARE(cards().size(), 5);
    QVERIFY(newLines().isEmpty());

    // One's own words are not news, and the next start of the program still knows.
    TimelineEntry own = FakeDesk::reply(6, 5, u"six"_s);
    own.author = FakeDesk::john();
    open(TicketId(2));
    entries().append(own);
    open();
    QTRY_COMPARE(cards().size(), 6);
    QVERIFY(newLines().isEmpty());
    m_view.reset();
    m_model = std::make_unique<TimelineModel>(m_place->client);
    m_view = std::make_unique<TimelineView>(m_place->context, *m_model);
    m_view->show();
    entries().append(FakeDesk::reply(7, 6, u"seven"_s));
    open();
    QTRY_COMPARE(cards().size(), 7);
    QTRY_COMPARE(newLines().size(), 1);
}

void TestTimelineView::everythingIsSpoken()
{
    entries() = {FakeDesk::reply(1, 0, u"**Bold** words"_s),
                 FakeDesk::event(2, 1, TimelineEvent::Priority,
                                 {{u"old"_s, u"medium"_s}, {u"new"_s, u"high"_s}})};
    open();
    QCOMPARE(cards().first()->accessibleDescription(), u"Bold words"_s);
    QVERIFY(cards().first()->focusPolicy() & Qt::TabFocus);
    QCOMPARE(m_view->accessibleName(), u"Timeline"_s);
    QVERIFY(below<QLabel>(u"eventLine"_s).first()->text().contains("High"_L1));
}

/// Enter may come in the same breath as the message.
void TestTimelineView::theNewestTakesTheFocusAtOnce()
{
    entries() = {FakeDesk::reply(1, 0, u"one"_s)};
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    connect(m_model.get(), &TimelineModel::stateChanged, m_view.get(),
            [this] { m_view->focusNewest(); });
    open();
    QCOMPARE(QApplication::focusWidget(), cards().first());
}

QTEST_MAIN(TestTimelineView)
#include "tst_timelineview.moc"
