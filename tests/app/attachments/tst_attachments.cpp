// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/attachments/attachmentstrip.h"
#include "app/attachments/attachmentviewer.h"
#include "app/widgets/popups.h"
#include "app/widgets/stateview.h"
#include "tests/support/app/workplace.h"

#include <QBuffer>
#include <QFileDialog>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

class TestAttachments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void stripNamesTheFiles();
    void stripFollowsTheTicket();
    void showsText();
    void showsPictures();
    void saysWhenAPictureIsNone();
    void saysWhatFailedAndTriesAgain();
    void showsNothingThatCouldDoSomething_data();
    void showsNothingThatCouldDoSomething();
    void savesAFile();
    void saysWhenSavingFails();

private:
    static Attachment file(qint64 id, const QString &name, const QString &type, qint64 size = 100);
    AttachmentViewer *viewer() const { return m_window->findChild<AttachmentViewer *>(); }
    StateView *state() const { return viewer()->findChild<StateView *>(); }
    void saveTo(const QString &path);

    QTemporaryDir m_folder;
    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<QWidget> m_window;
};

void TestAttachments::init()
{
    m_place = std::make_unique<Workplace>();
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
    m_window = std::make_unique<QWidget>();
    m_window->resize(600, 300);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestAttachments::cleanup()
{
    m_window.reset();
    m_place.reset();
}

Attachment TestAttachments::file(qint64 id, const QString &name, const QString &type, qint64 size)
{
    return {.id = AttachmentId(id),
            .ticketId = TicketId(1),
            .fileName = name,
            .mediaType = type,
            .size = size,
            .createdAt = FakeDesk::noon()};
}

void TestAttachments::stripNamesTheFiles()
{
    AttachmentStrip strip(m_place->context, m_window.get());
    QVERIFY(strip.isHidden());
    strip.setAttachments({file(1, u"error.log"_s, u"text/plain"_s, 2048),
                          file(2, u"photo.png"_s, u"image/png"_s)});
    QVERIFY(!strip.isHidden());
    const auto buttons = strip.findChildren<QToolButton *>(u"attachment"_s);
    QCOMPARE(buttons.size(), 2);
    QVERIFY(buttons[0]->text().startsWith("error.log"_L1));
    QVERIFY2(buttons[0]->accessibleName().startsWith("File error.log, 2"_L1),
             qPrintable(buttons[0]->accessibleName()));
    QVERIFY(buttons[0]->focusPolicy() & Qt::TabFocus);
    m_place->desk.api.on("GET", u"/attachments/1"_s, FakeApi::Reply{.body = "words"});
    buttons[0]->click();
    QVERIFY(viewer());
}

void TestAttachments::stripFollowsTheTicket()
{
    AttachmentStrip strip(m_place->context, m_window.get());
    strip.setAttachments({file(1, u"a.txt"_s, u"text/plain"_s)});
    QPointer<QToolButton> button = strip.findChild<QToolButton *>(u"attachment"_s);
    strip.setAttachments({file(1, u"a.txt"_s, u"text/plain"_s)});
    QVERIFY(button); // nothing changed, nothing is made anew
    strip.setAttachments({});
    QVERIFY(strip.isHidden());
}

void TestAttachments::showsText()
{
    m_place->desk.api.on("GET", u"/attachments/1"_s,
                         FakeApi::Reply{.body = "<b>not bold</b> \xc3\xa4"});
    AttachmentViewer::open(m_place->context, file(1, u"error.log"_s, u"text/plain"_s),
                           m_window.get());
    QVERIFY(viewer());
    QCOMPARE(viewer()->windowTitle(), u"error.log"_s);
    QCOMPARE(state()->state(), StateView::State::Loading);
    QTRY_COMPARE(state()->state(), StateView::State::Content);
    auto *text = viewer()->findChild<QPlainTextEdit *>();
    QCOMPARE(text->toPlainText(), u"<b>not bold</b> ä"_s);
    QVERIFY(text->isReadOnly());
    QCOMPARE(text->accessibleName(), u"error.log"_s);
    const QPointer<AttachmentViewer> open = viewer();
    QTest::keyClick(viewer(), Qt::Key_Escape);
    QTRY_VERIFY(!open);
}

void TestAttachments::showsPictures()
{
    QImage image(2000, 1000, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray png;
    QBuffer buffer(&png);
    QVERIFY(buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "PNG"));
    m_place->desk.api.on("GET", u"/attachments/1"_s, FakeApi::Reply{.body = png});
    AttachmentViewer::open(m_place->context, file(1, u"photo.png"_s, u"image/png"_s),
                           m_window.get());
    QTRY_COMPARE(state()->state(), StateView::State::Content);
    QLabel *picture = nullptr;
    for (QLabel *label : viewer()->findChildren<QLabel *>()) {
        if (label->accessibleName() == "Picture photo.png"_L1)
            picture = label;
    }
    QVERIFY(picture);
    // Whole, and in its own proportions.
    QVERIFY(picture->pixmap().width() <= viewer()->width());
    QCOMPARE(picture->pixmap().width(), 2 * picture->pixmap().height());
}

void TestAttachments::saysWhenAPictureIsNone()
{
    m_place->desk.api.on("GET", u"/attachments/1"_s, FakeApi::Reply{.body = "no picture"});
    AttachmentViewer::open(m_place->context, file(1, u"photo.png"_s, u"image/png"_s),
                           m_window.get());
    QTRY_COMPARE(state()->state(), StateView::State::Empty);
}

void TestAttachments::saysWhatFailedAndTriesAgain()
{
    m_place->desk.api.once("GET", u"/attachments/1"_s, FakeApi::Reply::problem(500, "internal"));
    m_place->desk.api.on("GET", u"/attachments/1"_s, FakeApi::Reply{.body = "words"});
    AttachmentViewer::open(m_place->context, file(1, u"error.log"_s, u"text/plain"_s),
                           m_window.get());
    QTRY_COMPARE(state()->state(), StateView::State::Failed);
    viewer()->findChild<QPushButton *>(u"stateAction"_s)->click();
    QTRY_COMPARE(state()->state(), StateView::State::Content);
}

void TestAttachments::showsNothingThatCouldDoSomething_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<qint64>("size");
    QTest::newRow("SVG") << u"image/svg+xml"_s << qint64(100);
    QTest::newRow("PDF") << u"application/pdf"_s << qint64(100);
    QTest::newRow("a program") << u"application/x-executable"_s << qint64(100);
    QTest::newRow("too large for a glance")
            << u"text/plain"_s << AttachmentViewer::largestShown + 1;
}

void TestAttachments::showsNothingThatCouldDoSomething()
{
    QFETCH(QString, type);
    QFETCH(qint64, size);
    AttachmentViewer::open(m_place->context, file(1, u"thing"_s, type, size), m_window.get());
    QVERIFY(!viewer());
    QVERIFY(m_window->findChild<QFileDialog *>()); // asks where to save it
    QVERIFY(m_place->desk.api.requests("GET", u"/attachments/1"_s).isEmpty());
}

void TestAttachments::saveTo(const QString &path)
{
    AttachmentViewer::save(m_place->context, file(1, u"data.bin"_s, u"application/zip"_s),
                           m_window.get());
    auto *dialog = m_window->findChild<QFileDialog *>();
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
}

void TestAttachments::savesAFile()
{
    m_place->desk.api.on("GET", u"/attachments/1"_s, FakeApi::Reply{.body = "the bytes"});
    const QString path = m_folder.filePath(u"copy.bin"_s);
    saveTo(path);
    QTRY_VERIFY(Popups::of(m_window.get()).texts().contains(u"copy.bin is saved"_s));
    QFile copy(path);
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QCOMPARE(copy.readAll(), "the bytes"_ba);
}

void TestAttachments::saysWhenSavingFails()
{
    m_place->desk.api.once("GET", u"/attachments/1"_s, FakeApi::Reply::problem(404, "not_found"));
    const QString path = m_folder.filePath(u"gone.bin"_s);
    saveTo(path);
    QTRY_VERIFY(Popups::of(m_window.get())
                        .texts()
                        .value(0)
                        .startsWith("data.bin could not be saved"_L1));
    QCOMPARE(Popups::of(m_window.get()).count(), 1); // nothing says that it is being saved
    QVERIFY(!QFile::exists(path));
}

QTEST_MAIN(TestAttachments)
#include "tst_attachments.moc"
