// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/avatar.h"
#include "app/widgets/badge.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/errortext.h"
#include "app/widgets/formerrors.h"
#include "app/widgets/searchfield.h"
#include "app/widgets/stateview.h"

#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

class TestForms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void errorsAreSentences_data();
    void errorsAreSentences();
    void fieldErrorsNameTheirNumbers();

    void fieldsAreJudgedWhenTheyAreLeft();
    void submitShowsAllAndFocusesTheFirst();
    void serverErrorsGoToTheirFields();
    void serverErrorsGoWithTheNextKey();

    void stateViewShowsOneState();
    void confirmAsksWithItsVerb();
    void confirmWantsItsReason();
    void confirmForgetsADeadWindow();
    void confirmCanBeAnsweredForTests();

    void searchWaitsForAPause();
    void badgesFitTheirRoom();
    void initials_data();
    void initials();
};

void TestForms::errorsAreSentences_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<QString>("reason");
    QTest::newRow("by key") << Error{.code = ErrorCode::Network,
                                     .key = "network.refused",
                                     .params = {{u"server"_s, u"desk:8420"_s}}}
                            << u"desk:8420 refuses the connection."_s;
    QTest::newRow("by code") << Error{.code = ErrorCode::Forbidden, .key = "some.new_key"}
                             << u"You do not have the right to do this."_s;
    QTest::newRow("parameter missing")
            << Error{.code = ErrorCode::Network, .key = "network.refused"}
            << u"refuses the connection."_s;
    QTest::newRow("percent in a parameter") << Error{.code = ErrorCode::Network,
                                                     .key = "network.refused",
                                                     .params = {{u"server"_s, u"100%server%"_s}}}
                                            << u"100%server% refuses the connection."_s;
    QTest::newRow("nothing known") << Error{} << u"The server made a mistake."_s;
}

void TestForms::errorsAreSentences()
{
    QFETCH(Error, error);
    QFETCH(QString, reason);
    QCOMPARE(describe(error).reason, reason);
    QVERIFY(sentence(error).startsWith(reason));
}

void TestForms::fieldErrorsNameTheirNumbers()
{
    QCOMPARE(describe(FieldError{
                     .field = u"title"_s, .key = "too_short", .params = {{u"min"_s, 3}}}),
             u"At least 3 characters are needed."_s);
    QCOMPARE(describe(FieldError{.field = u"title"_s, .key = "of_the_future"}),
             u"This cannot be accepted."_s);
    const ErrorText wait = describe(Error{.code = ErrorCode::TooManyRequests,
                                          .key = "auth.throttled",
                                          .params = {{u"retryAfter"_s, 30}}});
    QVERIFY(wait.advice.contains(u"30"_s));
}

/// A form with a title of at least three characters and a body.
class Form : public QWidget
{
public:
    Form()
    {
        errors = new FormErrors(this);
        title = new QLineEdit(this);
        body = new QPlainTextEdit(this);
        titleMessage = errors->add(u"title"_s, title);
        bodyMessage = errors->add(u"body"_s, body);
        show();
        activateWindow();
        if (!QTest::qWaitForWindowActive(this))
            qFatal("The form does not get the focus.");
    }
    void validateTitleAndBody()
    {
        errors->setValidator([this] {
            QList<FieldError> faults;
            if (title->text().size() < 3)
                faults.append({.field = u"title"_s, .key = "too_short", .params = {{u"min"_s, 3}}});
            if (body->toPlainText().isEmpty())
                faults.append({.field = u"body"_s, .key = "required"});
            return faults;
        });
    }
    FormErrors *errors;
    QLineEdit *title;
    QPlainTextEdit *body;
    FieldMessage *titleMessage;
    FieldMessage *bodyMessage;
};

void TestForms::fieldsAreJudgedWhenTheyAreLeft()
{
    Form form;
    form.validateTitleAndBody();
    form.title->setFocus();
    QTest::keyClicks(form.title, u"a"_s);
    QVERIFY(form.titleMessage->isHidden()); // not while one still types the first time
    form.body->setFocus();
    QVERIFY(!form.titleMessage->isHidden());
    QVERIFY(form.bodyMessage->isHidden());
    QCOMPARE(form.title->accessibleDescription(), form.titleMessage->text());
    QTest::keyClicks(form.title, u"bc"_s);
    QVERIFY(form.titleMessage->isHidden()); // and gone with the key that mends it
    QVERIFY(form.title->accessibleDescription().isEmpty());
}

void TestForms::submitShowsAllAndFocusesTheFirst()
{
    Form form;
    form.validateTitleAndBody();
    form.body->setFocus();
    QVERIFY(!form.errors->validateAll());
    QVERIFY(!form.titleMessage->isHidden());
    QVERIFY(!form.bodyMessage->isHidden());
    QCOMPARE(form.focusWidget(), form.title);
    form.title->setText(u"abc"_s);
    form.body->setPlainText(u"text"_s);
    QVERIFY(form.errors->validateAll());
}

void TestForms::serverErrorsGoToTheirFields()
{
    Form form;
    form.validateTitleAndBody();
    form.title->setText(u"abc"_s);
    form.body->setPlainText(u"text"_s);
    const FieldError other{.field = u"color"_s, .key = "invalid"};
    const auto homeless
            = form.errors->showErrors({{.field = u"title"_s, .key = "not_unique"}, other});
    QCOMPARE(homeless, QList{other});
    QCOMPARE(form.titleMessage->text(), u"This is in use already."_s);
    form.errors->clear();
    QVERIFY(form.titleMessage->isHidden());
}

void TestForms::serverErrorsGoWithTheNextKey()
{
    Form form; // without a validator: only the server can say
    QVERIFY(form.errors->showErrors({{.field = u"title"_s, .key = "taken"}}).isEmpty());
    QVERIFY(!form.titleMessage->isHidden());
    form.body->setPlainText(u"x"_s);
    QVERIFY(!form.titleMessage->isHidden());
    form.title->setText(u"other"_s);
    QVERIFY(form.titleMessage->isHidden());
}

void TestForms::stateViewShowsOneState()
{
    auto *content = new QLabel(u"content"_s);
    StateView view(content);
    view.resize(500, 400);
    view.show();
    QSignalSpy retry(&view, &StateView::retryRequested);
    QSignalSpy action(&view, &StateView::actionRequested);
    auto *button = view.findChild<QPushButton *>(u"stateAction"_s);
    QVERIFY(content->isVisible());
    view.showLoading();
    QVERIFY(!content->isVisible());
    view.showError(u"The tickets could not be loaded"_s, {.code = ErrorCode::Unavailable});
    QCOMPARE(view.state(), StateView::State::Failed);
    button->click();
    QCOMPARE(retry.size(), 1);
    view.showEmpty(u"Nothing here"_s, u"Make one"_s);
    QVERIFY(!button->isVisible());
    view.showEmpty(u"Nothing here"_s, u"Make one"_s, u"New ticket"_s);
    QVERIFY(button->isVisible());
    button->click();
    QCOMPARE(action.size(), 1);
    QCOMPARE(retry.size(), 1);
    view.showContent();
    QVERIFY(content->isVisible());
}

void TestForms::confirmAsksWithItsVerb()
{
    QWidget window;
    window.show();
    QList<bool> answers;
    const auto take = [&](const Decision &decision) {
        answers.append(decision.accepted);
    };
    const Question question{.title = u"Delete?"_s, .text = u"Gone"_s, .verb = u"Delete ticket"_s};
    ConfirmDialog::ask(&window, question, take);
    auto *dialog = window.findChild<ConfirmDialog *>();
    QVERIFY(dialog && dialog->isModal());
    QVERIFY(answers.isEmpty());
    QTest::keyClick(dialog, Qt::Key_Return); // harmless
    QVERIFY(answers.isEmpty());
    auto *accept = dialog->findChild<QPushButton *>(u"confirmAccept"_s);
    QCOMPARE(accept->text(), u"Delete ticket"_s);
    accept->click();
    QCOMPARE(answers, QList{true});
    QTRY_VERIFY(!window.findChild<ConfirmDialog *>());
    ConfirmDialog::ask(&window, question, take);
    QTest::keyClick(window.findChild<ConfirmDialog *>(), Qt::Key_Escape);
    QCOMPARE(answers, (QList{true, false}));
}

void TestForms::confirmWantsItsReason()
{
    QWidget window;
    window.show();
    Decision got;
    ConfirmDialog::ask(&window,
                       {.title = u"Hold"_s,
                        .text = {},
                        .verb = u"Put on hold"_s,
                        .destructive = false,
                        .reasonLabel = u"Reason"_s},
                       [&](const Decision &decision) { got = decision; });
    auto *accept = window.findChild<QPushButton *>(u"confirmAccept"_s);
    auto *reason = window.findChild<QPlainTextEdit *>(u"confirmReason"_s);
    QVERIFY(!accept->isEnabled());
    reason->setPlainText(u"   "_s);
    QVERIFY(!accept->isEnabled());
    reason->setPlainText(u" part ordered "_s);
    QVERIFY(accept->isEnabled());
    accept->click();
    QVERIFY(got.accepted);
    QCOMPARE(got.reason, u"part ordered"_s);
}

void TestForms::confirmForgetsADeadWindow()
{
    auto window = std::make_unique<QWidget>();
    window->show();
    bool called = false;
    ConfirmDialog::ask(window.get(), {.title = u"Delete?"_s, .text = {}, .verb = u"Delete"_s},
                       [&](const Decision &) { called = true; });
    window.reset();
    QCoreApplication::processEvents();
    QVERIFY(!called);
}

void TestForms::confirmCanBeAnsweredForTests()
{
    QWidget window;
    QString asked;
    ConfirmDialog::setAnswerer([&](const Question &question) {
        asked = question.title;
        return Decision{.accepted = true};
    });
    bool accepted = false;
    ConfirmDialog::ask(&window, {.title = u"Delete?"_s, .text = {}, .verb = u"Delete"_s},
                       [&](const Decision &decision) { accepted = decision.accepted; });
    QVERIFY(!accepted); // never from inside ask()
    QTRY_VERIFY(accepted);
    QCOMPARE(asked, u"Delete?"_s);
    ConfirmDialog::setAnswerer({});
}

void TestForms::searchWaitsForAPause()
{
    SearchField field;
    field.show();
    QSignalSpy searched(&field, &SearchField::searchChanged);
    QTest::keyClicks(&field, u"vpn"_s);
    QCOMPARE(searched.size(), 0);
    QTRY_COMPARE(searched.size(), 1);
    QCOMPARE(searched.last().first().toString(), u"vpn"_s);
    QTest::keyClick(&field, Qt::Key_Return); // nothing new
    QCOMPARE(searched.size(), 1);
    QTest::keyClicks(&field, u"s"_s);
    QTest::keyClick(&field, Qt::Key_Return); // at once
    QCOMPARE(searched.size(), 2);
    QTest::keyClick(&field, Qt::Key_Escape);
    QCOMPARE(searched.last().first().toString(), QString());
}

void TestForms::badgesFitTheirRoom()
{
    QImage image(200, 40, QImage::Format_ARGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    const BadgeText badge{.text = u"Waiting for approval"_s, .tone = Tone::Purple};
    const QRect whole = BadgePainter::paint(&painter, {2, 2}, badge);
    QCOMPARE(whole.size(), BadgePainter::sizeOf(badge.text));
    QCOMPARE(BadgePainter::paint(&painter, {2, 2}, badge, 60).width(), 60);
    QVERIFY(BadgePainter::paint(&painter, {2, 2}, badge, 5).isEmpty());
    QCOMPARE(Badge(badge).accessibleName(), badge.text);
}

void TestForms::initials_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::newRow("two") << u"Jane Doe"_s << u"JD"_s;
    QTest::newRow("three") << u"Ana María López"_s << u"AL"_s;
    QTest::newRow("one") << u"müller"_s << u"M"_s;
    QTest::newRow("accent apart") << u"e\u0301milie zola"_s << u"E\u0301Z"_s;
    QTest::newRow("emoji") << u"👩‍💻 Dev"_s << u"👩‍💻D"_s;
    QTest::newRow("none") << u"  "_s << u"?"_s;
}

void TestForms::initials()
{
    QFETCH(QString, name);
    QFETCH(QString, text);
    QCOMPARE(AvatarPainter::initials(name), text);
}

QTEST_MAIN(TestForms)
#include "tst_forms.moc"
