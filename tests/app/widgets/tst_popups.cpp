// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/popupcard.h"
#include "app/widgets/popups.h"

#include <QAbstractButton>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLayout>
#include <QStyle>
#include <QTest>
#include <QVBoxLayout>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestPopups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void standInTheCornerAndStack();
    void keepTheirTextBesideTheIcon();
    void coverNothingThatIsKeptClear();
    void coverNoButtonsOfADialog();
    void goByThemselvesUnlessTheyAreErrors();
    void waitWhileSomebodyIsThere();
    void runTheirActionOnceAndGo();
    void replaceThoseOfTheSameKey();
    void makeRoomButKeepErrors();
    void offerRetryOnlyWhereItHelps();
    void areNamedForScreenReaders();
    void surviveTheEndOfTheirWindow();
    void goWithEscape();

private:
    QList<PopupCard *> cards() const
    {
        QList<PopupCard *> found = m_window->findChildren<PopupCard *>();
        found.removeIf([](const PopupCard *card) { return card->isHidden(); });
        // raise() changes the order of children.
        std::sort(found.begin(), found.end(),
                  [](const PopupCard *a, const PopupCard *b) { return a->id() < b->id(); });
        return found;
    }
    std::unique_ptr<QWidget> m_window;
};

void TestPopups::init()
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(900, 700);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestPopups::cleanup()
{
    m_window.reset();
}

void TestPopups::standInTheCornerAndStack()
{
    auto *inner = new QWidget(m_window.get());
    Popups &popups = Popups::of(inner);
    QCOMPARE(&popups, &Popups::of(m_window.get()));
    popups.info(u"first"_s);
    popups.info(u"second"_s);
    const QRect first = cards()[0]->geometry();
    const QRect second = cards()[1]->geometry();
    QVERIFY(m_window->rect().contains(first));
    QVERIFY(m_window->rect().contains(second));
    QVERIFY(!first.intersects(second));
    QVERIFY(second.top() > first.top()); // the newest is nearest to the corner
    QVERIFY(second.right() > m_window->width() - 20);
    m_window->resize(700, 500);
    QVERIFY(m_window->rect().contains(cards()[1]->geometry()));
    m_window->setLayoutDirection(Qt::RightToLeft);
    m_window->resize(701, 500);
    QVERIFY(cards()[1]->geometry().left() < 20);
}

void TestPopups::keepTheirTextBesideTheIcon()
{
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        m_window->setLayoutDirection(direction);
        Popups::of(m_window.get()).info(u"a sentence"_s);
        PopupCard *card = cards().last();
        card->layout()->activate();
        const QRect text = card->findChild<QLabel *>()->geometry();
        const QRect icon = QStyle::visualRect(direction, card->rect(), QRect(14, 12, 20, 20));
        QVERIFY(!text.intersects(icon));
        QVERIFY(card->rect().contains(text));
    }
}

void TestPopups::coverNothingThatIsKeptClear()
{
    auto *composer = new QWidget(m_window.get());
    composer->setGeometry(300, 500, 600, 200);
    composer->show();
    Popups &popups = Popups::of(m_window.get());
    popups.info(u"first"_s);
    popups.keepClear(composer);
    popups.info(u"second"_s);
    const auto isClear = [&] {
        const QList<PopupCard *> shown = cards();
        return std::none_of(shown.begin(), shown.end(), [&](const PopupCard *card) {
            return card->geometry().intersects(composer->geometry());
        });
    };
    QVERIFY(isClear());
    composer->setGeometry(300, 300, 600, 400); // it grows with its text
    QVERIFY(isClear());
    composer->setGeometry(0, 300, 200, 400); // beside them it is not in the way
    QVERIFY(cards().last()->geometry().bottom() > 650);
    composer->setGeometry(300, 300, 600, 400);
    composer->hide();
    QVERIFY(cards().last()->geometry().bottom() > 650);
    composer->show();
    QVERIFY(isClear());
    delete composer;
    popups.info(u"third"_s);
    QVERIFY(cards().last()->geometry().bottom() > 650);
}

void TestPopups::coverNoButtonsOfADialog()
{
    QDialog dialog(m_window.get());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    auto *column = new QVBoxLayout(&dialog);
    column->addStretch();
    column->addWidget(buttons);
    dialog.resize(500, 400);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    Popups::of(buttons).info(u"too large"_s);
    const auto *card = dialog.findChild<PopupCard *>();
    QVERIFY(card);
    QVERIFY(dialog.rect().contains(card->geometry()));
    QVERIFY(!card->geometry().intersects(buttons->geometry()));
}

void TestPopups::goByThemselvesUnlessTheyAreErrors()
{
    Popups &popups = Popups::of(m_window.get());
    popups.show({.kind = Popup::Kind::Success, .text = u"done"_s, .stay = 30ms});
    popups.show({.kind = Popup::Kind::Error, .text = u"failed"_s});
    QTRY_COMPARE(popups.texts(), QStringList{u"failed"_s});
    popups.dismissAll();
    QCOMPARE(popups.count(), 0);
}

void TestPopups::waitWhileSomebodyIsThere()
{
    Popups &popups = Popups::of(m_window.get());
    popups.show({.text = u"read me"_s, .stay = 40ms});
    PopupCard *card = cards().first();
    QEnterEvent enter(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5));
    QCoreApplication::sendEvent(card, &enter);
    QTest::qWait(120); // nothing may come
    QCOMPARE(popups.count(), 1);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(card, &leave);
    QTRY_COMPARE(popups.count(), 0);
}

void TestPopups::runTheirActionOnceAndGo()
{
    Popups &popups = Popups::of(m_window.get());
    int undone = 0;
    popups.success(u"resolved"_s, {.text = u"Undo"_s, .run = [&] {
                                       ++undone;
                                   }});
    auto *button = m_window->findChild<QAbstractButton *>(u"popupAction"_s);
    QVERIFY(button);
    QCOMPARE(button->text(), u"Undo"_s);
    button->click();
    QCOMPARE(undone, 1);
    QCOMPARE(popups.count(), 0);
}

void TestPopups::replaceThoseOfTheSameKey()
{
    Popups &popups = Popups::of(m_window.get());
    popups.show({.text = u"1 of 3"_s, .key = u"bulk"_s});
    popups.show({.text = u"2 of 3"_s, .key = u"bulk"_s});
    popups.info(u"other"_s);
    QCOMPARE(popups.texts(), (QStringList{u"2 of 3"_s, u"other"_s}));
    const int id = popups.info(u"third"_s);
    popups.dismiss(id);
    popups.dismiss(id);
    QCOMPARE(popups.count(), 2);
}

void TestPopups::makeRoomButKeepErrors()
{
    Popups &popups = Popups::of(m_window.get());
    popups.show({.kind = Popup::Kind::Error, .text = u"error"_s});
    for (int i = 0; i < 10; ++i)
        popups.info(QString::number(i));
    QCOMPARE(popups.count(), Popups::maxShown);
    QCOMPARE(popups.texts().first(), u"error"_s);
    QCOMPARE(popups.texts().last(), u"9"_s);
}

void TestPopups::offerRetryOnlyWhereItHelps()
{
    Popups &popups = Popups::of(m_window.get());
    int retried = 0;
    popups.error(u"Not saved"_s, {.code = ErrorCode::Forbidden, .key = "access.denied"},
                 [&] { ++retried; });
    QVERIFY(!m_window->findChild<QAbstractButton *>(u"popupAction"_s));
    popups.error(u"Not saved"_s, {.code = ErrorCode::Unavailable}, [&] { ++retried; });
    auto *button = m_window->findChild<QAbstractButton *>(u"popupAction"_s);
    QVERIFY(button);
    button->click();
    QCOMPARE(retried, 1);
    QVERIFY(popups.texts().first().startsWith(u"Not saved "_s)); // and says why
    QVERIFY(popups.texts().first().size() > 20);
}

void TestPopups::areNamedForScreenReaders()
{
    Popups::of(m_window.get())
            .error(u"The reply could not be sent"_s, {.code = ErrorCode::Timeout}, [] {});
    const PopupCard *card = cards().first();
    QVERIFY(card->accessibleName().startsWith(u"The reply could not be sent "_s));
    const QList<QAbstractButton *> buttons = card->findChildren<QAbstractButton *>();
    QCOMPARE(buttons.size(), 2);
    for (const QAbstractButton *button : buttons) {
        QVERIFY(!button->text().isEmpty() || !button->accessibleName().isEmpty());
        QVERIFY(button->focusPolicy() & Qt::TabFocus);
    }
}

void TestPopups::surviveTheEndOfTheirWindow()
{
    Popups::of(m_window.get()).info(u"bye"_s, {.text = u"Close"_s, .run = [&] {
                                                   m_window.reset();
                                               }});
    m_window->findChild<QAbstractButton *>(u"popupAction"_s)->click();
    QVERIFY(!m_window);
}

void TestPopups::goWithEscape()
{
    Popups &popups = Popups::of(m_window.get());
    popups.show({.kind = Popup::Kind::Error, .text = u"failed"_s});
    cards().first()->setFocus();
    QTest::keyClick(cards().first(), Qt::Key_Escape);
    QCOMPARE(popups.count(), 0);
}

QTEST_MAIN(TestPopups)
#include "tst_popups.moc"
