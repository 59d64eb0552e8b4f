// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/mainwindow.h"
#include "app/shell/navigationpane.h"
#include "app/tickets/ticketpane.h"
#include "app/timeline/messagecard.h"
#include "app/widgets/popups.h"
#include "app/workflows/workflowspage.h"
#include "common/workflows/presets.h"
#include "tests/support/app/workplace.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QXmlStreamReader>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

namespace {

/// English texts of the program that German has other words for.
struct EnglishTexts
{
    QSet<QString> whole;
    struct Pattern
    {
        QString part; ///< the longest piece without a place: looked for first, which is cheap
        QRegularExpression all;
    };
    QList<Pattern> withPlaces; ///< as they look with their places filled in

    bool contains(const QString &text) const
    {
        return whole.contains(text)
               || std::any_of(withPlaces.begin(), withPlaces.end(), [&](const Pattern &one) {
                      return text.contains(one.part) && one.all.match(text).hasMatch();
                  });
    }
};

EnglishTexts englishTexts()
{
    QFile file(QStringLiteral(DESKBELL_SOURCE_DIR "/translations/deskbell_de.ts"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no translations");
    static const QRegularExpression place(u"%(?:\\d|n|L\\d)"_s);
    static const QRegularExpression noLetter(u"[^a-zA-Z]"_s);
    QXmlStreamReader xml(&file);
    EnglishTexts found;
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "source"_L1)
            source = xml.readElementText().remove(u'&');
        if (xml.name() != "translation"_L1)
            continue;
        const QString german
                = xml.readElementText(QXmlStreamReader::IncludeChildElements).remove(u'&');
        // Words that are the same in both, or that are mostly somebody else's, prove nothing.
        if (german == source || QString(source).remove(place).remove(noLetter).size() < 3)
            continue;
        if (!source.contains(place)) {
            found.whole.insert(source);
            continue;
        }
        QStringList parts = source.split(place);
        const QString longest = *std::max_element(
                parts.begin(), parts.end(),
                [](const QString &a, const QString &b) { return a.size() < b.size(); });
        for (QString &part : parts)
            part = QRegularExpression::escape(part);
        found.withPlaces.append({.part = longest,
                                 .all = QRegularExpression(QRegularExpression::anchoredPattern(
                                         parts.join(u".*"_s)))});
    }
    return found;
}

/// All that a person can read or hear in a window, without what people have written.
QStringList textsOf(QWidget *window)
{
    QStringList texts{window->windowTitle()};
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        texts += {widget->accessibleName(), widget->toolTip()};
        if (auto *label = qobject_cast<QLabel *>(widget))
            texts += label->text();
        if (auto *button = qobject_cast<QAbstractButton *>(widget))
            texts += button->text();
        if (auto *line = qobject_cast<QLineEdit *>(widget))
            texts += line->placeholderText();
        if (auto *text = qobject_cast<QPlainTextEdit *>(widget))
            texts += text->placeholderText();
        if (auto *tabs = qobject_cast<QTabBar *>(widget)) {
            for (int tab = 0; tab < tabs->count(); ++tab)
                texts += tabs->tabText(tab);
        }
        if (auto *combo = qobject_cast<QComboBox *>(widget)) {
            for (int item = 0; item < combo->count(); ++item)
                texts += combo->itemText(item);
        }
        if (auto *view = qobject_cast<QAbstractItemView *>(widget); view && view->model()) {
            const QAbstractItemModel *model = view->model();
            for (int column = 0; column < model->columnCount(); ++column) {
                texts += model->headerData(column, Qt::Horizontal).toString();
                for (int row = 0; row < model->rowCount(); ++row) {
                    const QModelIndex index = model->index(row, column);
                    texts += {index.data().toString(),
                              index.data(Qt::AccessibleTextRole).toString()};
                }
            }
        }
        for (const QAction *action : widget->actions())
            texts += {action->text(), action->toolTip()};
    }
    texts.removeAll(QString());
    for (QString &text : texts)
        text.remove(u'&');
    texts.removeDuplicates();
    return texts;
}

QStringList englishIn(const QStringList &texts)
{
    static const EnglishTexts english = englishTexts();
    QStringList found;
    std::copy_if(texts.begin(), texts.end(), std::back_inserter(found),
                 [](const QString &text) { return english.contains(text); });
    return found;
}

} // namespace

/// Another language, and another direction, while one works.
class TestLanguageChange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void everyTextChanges_data();
    void everyTextChanges();
    void whatOneWritesStays();
    void nothingIsShownChangesToo();
    void layoutsMirror();
    void rowsMirror();
    void popupsMirror();

private:
    QListView *list() const { return m_window->findChild<QListView *>(u"ticketList"_s); }

    std::unique_ptr<Workplace> m_place;
    MainWindow *m_window = nullptr;
};

void TestLanguageChange::init()
{
    m_place = std::make_unique<Workplace>();
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
    Ticket ticket = FakeDesk::ticket(1, u"Zzz"_s);
    ticket.priority = Priority::Urgent;
    ticket.dueAt = FakeDesk::noon();
    ticket.assignee = FakeDesk::john();
    ticket.details->attachments = {{.id = AttachmentId(1),
                                    .ticketId = TicketId(1),
                                    .fileName = u"zzz.log"_s,
                                    .mediaType = u"text/plain"_s,
                                    .size = 3000,
                                    .createdAt = FakeDesk::noon()}};
    ticket.desk.name = u"zzz"_s; // "Help desk" is a text of the program, too
    m_place->desk.desks[0].name = u"zzz"_s;
    m_place->desk.desks[0].workflow.name = u"zzz"_s;
    m_place->desk.put(ticket);
    Ticket second = FakeDesk::ticket(2, u"Yyy"_s);
    second.assignee = FakeDesk::john();
    second.desk.name = u"zzz"_s;
    m_place->desk.put(second);
    TimelineEntry solution = FakeDesk::reply(3, 2, u"zzz"_s);
    solution.isSolution = true;
    solution.editedAt = FakeDesk::noon().addSecs(300);
    solution.attachments = ticket.details->attachments;
    TimelineEntry deleted = FakeDesk::reply(4, 3, {});
    deleted.deletedAt = FakeDesk::noon().addSecs(300);
    m_place->desk.timelines[TicketId(1)]
            = {FakeDesk::event(1, 0, TimelineEvent::Priority,
                               {{u"old"_s, u"medium"_s}, {u"new"_s, u"high"_s}}),
               FakeDesk::note(2, 1, u"zzz"_s), solution, deleted};
    m_window = m_place->openWindow();
    QVERIFY(m_window);
    auto *pane = m_window->findChild<TicketPane *>();
    QTRY_VERIFY(pane->ticket());
    QTRY_VERIFY(pane->findChildren<MessageCard *>().size() >= 4);
    QTRY_VERIFY(m_window->navigation().counter(u"tickets.overdue"_s) == 1);
}

void TestLanguageChange::cleanup()
{
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    m_place.reset();
}

void TestLanguageChange::everyTextChanges_data()
{
    QTest::addColumn<QString>("entry");
    for (const char *entry : {"tickets.mine", "home", "people", "activity", "roles", "desks",
                              "organisations", "workflows", "workflows: editor"})
        QTest::newRow(entry) << QString::fromLatin1(entry);
}

void TestLanguageChange::everyTextChanges()
{
    QFETCH(QString, entry);
    m_place->desk.activity = {{.id = ActivityId(1), .at = FakeDesk::noon(), .action = u"zzz"_s}};
    m_window->showEntry(entry.section(u':', 0, 0));
    if (entry.endsWith("editor"_L1))
        m_window->findChild<WorkflowsPage *>()->edit(
                {.name = u"zzz"_s, .definition = *workflowPreset(u"helpdesk")});
    QTRY_VERIFY(!m_window->findChildren<QAbstractItemView *>().isEmpty());
    QVERIFY(englishIn(textsOf(m_window)).size() > 20); // the test can see English
    m_place->speak(u"de"_s);
    QTRY_COMPARE(englishIn(textsOf(m_window)).join(u" | "_s), QString());
    m_place->speak(u"en"_s);
    QVERIFY(englishIn(textsOf(m_window)).size() > 20);
}

void TestLanguageChange::whatOneWritesStays()
{
    auto *text = m_window->findChild<QPlainTextEdit *>(u"composerText"_s);
    text->setFocus();
    QTest::keyClicks(text, u"half a sen"_s);
    m_place->speak(u"de"_s);
    QCOMPARE(text->toPlainText(), u"half a sen"_s);
    QVERIFY(text->hasFocus());
    QCOMPARE(list()->currentIndex().row(), 0);
    QVERIFY(m_window->findChild<QPushButton *>(u"composerSend"_s)->text().contains(u"Jane Doe"_s));
}

void TestLanguageChange::nothingIsShownChangesToo()
{
    m_place->desk.api.on("GET", u"/tickets"_s, FakeApi::Reply::problem(500, "internal"));
    m_window->findChild<TicketPane *>()->open({});
    m_window->showEntry(u"tickets.closed"_s);
    QTRY_VERIFY(!list()->isVisible());
    QTRY_VERIFY(m_window->findChild<QPushButton *>(u"stateAction"_s));
    m_place->speak(u"de"_s);
    QTRY_COMPARE(englishIn(textsOf(m_window)).join(u" | "_s), QString());
}

/// What stood at the left stands at the right, as far from the edge.
void TestLanguageChange::layoutsMirror()
{
    const auto placeOf = [this](const char *name) {
        auto *widget = m_window->findChild<QWidget *>(QLatin1StringView(name));
        return QRect(widget->mapTo(m_window, QPoint()), widget->size());
    };
    const QList<const char *> names{"navigation",       "mainAction",   "accountButton",
                                    "ticketStatus",     "composerSend", "composerAttach",
                                    "ticketProperties", "listFilter"};
    QHash<const char *, QRect> before;
    for (const char *name : names)
        before.insert(name, placeOf(name));
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    for (const char *name : names) {
        const QRect was = before[name];
        QTRY_VERIFY2(std::abs((m_window->width() - was.right() - 1) - placeOf(name).left()) <= 2,
                     name);
    }
}

void TestLanguageChange::rowsMirror()
{
    const auto rowImage = [this] {
        const QRect place = list()->visualRect(list()->currentIndex());
        return list()->viewport()->grab(place).toImage();
    };
    const auto inkAt = [](const QImage &image, int from, int to) {
        // Anything that is not the ground: text, badges, avatars.
        int ink = 0;
        for (int x = from; x < to; ++x) {
            for (int y = 2; y < image.height() - 4; ++y)
                ink += image.pixelColor(x, y) != Theme::tokens().selection ? 1 : 0;
        }
        return ink;
    };
    const QImage before = rowImage();
    QCOMPARE(before.pixelColor(1, 10), Theme::tokens().accent);
    QVERIFY(before.pixelColor(before.width() - 2, 10) != Theme::tokens().accent);
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    QTRY_COMPARE(rowImage().pixelColor(rowImage().width() - 2, 10), Theme::tokens().accent);
    const QImage after = rowImage();
    QCOMPARE(after.size(), before.size());
    // A third of the row, seen in a mirror, holds about as much; letters themselves do not mirror.
    const int width = before.width();
    const int part = width / 3;
    for (const auto &[left, right] : {std::pair(4, part), std::pair(2 * part, width - 4)}) {
        const int there = inkAt(before, left, right);
        const int here = inkAt(after, width - right, width - left);
        QVERIFY2(std::abs(there - here) <= std::max(40, there / 4),
                 qPrintable(u"%1 and %2"_s.arg(there).arg(here)));
    }
}

void TestLanguageChange::popupsMirror()
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    const int id = Popups::of(m_window).info(u"done"_s);
    const auto *card = m_window->findChild<QWidget *>(u"popup-%1"_s.arg(id));
    QVERIFY(card->geometry().left() < 20);
}

QTEST_MAIN(TestLanguageChange)
#include "tst_languagechange.moc"
