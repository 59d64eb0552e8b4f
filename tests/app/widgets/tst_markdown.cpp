// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/markdown.h"
#include "app/widgets/markdownview.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextFragment>

using namespace Deskbell::App;
using namespace Qt::StringLiterals;

/// The words as a person sees them, and every link, as Qt's own document understands the HTML.
struct Shown
{
    QString text;
    QStringList links;
    int images = 0;
};

static Shown shown(const QString &markdown)
{
    QTextDocument document;
    document.setHtml(Markdown::toHtml(markdown));
    Shown result{.text = document.toPlainText(), .links = {}};
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextCharFormat format = it.fragment().charFormat();
            if (format.isAnchor())
                result.links.append(format.anchorHref());
            if (format.isImageFormat())
                ++result.images;
        }
    }
    return result;
}

class TestMarkdown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatPeopleWrite_data();
    void showsWhatPeopleWrite();
    void makesHostileTextHarmless_data();
    void makesHostileTextHarmless();
    void keepsGoodLinks_data();
    void keepsGoodLinks();
    void saysWhereALinkReallyGoes();
    void survivesFloods_data();
    void survivesFloods();
    void makesPlainText();
    void viewIsAsHighAsItsText();
    void viewFollowsOnlyWhatIsAllowed();
};

void TestMarkdown::showsWhatPeopleWrite_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << u"Hello"_s << u"Hello"_s;
    QTest::newRow("emphasis") << u"**b** *i* ~~s~~ `c`"_s << u"b i s c"_s;
    QTest::newRow("a new line is one") << u"one\ntwo"_s << u"one\ntwo"_s;
    QTest::newRow("paragraphs") << u"one\n\ntwo"_s << u"one\ntwo"_s;
    QTest::newRow("list") << u"- one\n- two"_s << u"one\ntwo"_s;
    QTest::newRow("task list") << u"- [ ] one\n- [x] two"_s << u"☐ one\n☑ two"_s;
    QTest::newRow("code keeps its form") << u"```\na < b\n  c\n```"_s << u"a < b\n  c"_s;
    QTest::newRow("entities") << u"&amp; &lt;b&gt; &#228; &#x1F600;"_s << u"& <b> ä 😀"_s;
    QTest::newRow("entity that is none")
            << u"&nosuch; &#0; &#xD800;"_s << u"&nosuch; \uFFFD \uFFFD"_s;
    QTest::newRow("scripts of the world") << u"Grüße, 你好, שלום, 👩‍💻"_s
                                          << u"Grüße, 你好, שלום, 👩‍💻"_s;
    QTest::newRow("empty") << QString() << QString();
}

void TestMarkdown::showsWhatPeopleWrite()
{
    QFETCH(QString, markdown);
    QFETCH(QString, text);
    QCOMPARE(shown(markdown).text.trimmed(), text);
}

void TestMarkdown::makesHostileTextHarmless_data()
{
    QTest::addColumn<QString>("markdown");
    for (const char *text : {
                 "<script>alert(1)</script>",
                 "<img src=x onerror=alert(1)>",
                 "<a href=\"javascript:alert(1)\">click</a>",
                 "[click](javascript:alert(1))",
                 "[click](JaVaScRiPt:alert(1))",
                 "[click](java\tscript:alert(1))",
                 "[click](javascript&#58;alert(1))",
                 "[click](javascript&colon;alert(1))",
                 "[click](&#x6A;avascript:alert(1))",
                 "[click](\x01javascript:alert(1))",
                 "[click](  javascript:alert(1))",
                 "[click](data:text/html;base64,PHNjcmlwdD4=)",
                 "[click](vbscript:msgbox)",
                 "[click](file:///etc/passwd)",
                 "[click](/etc/passwd)",
                 "[click](//evil.example/x)",
                 "[click](qrc:/icons/bell.svg)",
                 "[click](https://user:secret@evil.example/)",
                 "[click](http:)",
                 "<javascript:alert(1)>",
                 "[ref]\n\n[ref]: javascript:alert(1)",
                 "![x](javascript:alert(1))",
                 "[a\"onmouseover=\"x](javascript:\"onmouseover=\"alert(1))",
                 "![]([)]()", // the parser ends a link that never began
                 "<style>* { display: none }</style>",
                 "<!-- comment --> <iframe src=\"https://evil.example\"></iframe>",
         }) {
        QTest::newRow(text) << QString::fromUtf8(text);
    }
}

void TestMarkdown::makesHostileTextHarmless()
{
    QFETCH(QString, markdown);
    const Shown result = shown(markdown);
    QCOMPARE(result.links, QStringList());
    QCOMPARE(result.images, 0);
    const QString html = Markdown::toHtml(markdown);
    static const QRegularExpression tags(
            u"</?(p|b|i|s|code|pre|ul|ol|li|hr|blockquote|table|tr|th|td|br|a)( [^<>]*)?>"_s);
    QString rest = html;
    rest.remove(tags);
    QVERIFY2(!rest.contains(u'<') && !rest.contains(u'>'), qPrintable(html));
}

void TestMarkdown::keepsGoodLinks_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("link");
    QTest::newRow("named") << u"[here](https://example.com/a?b=c&d=e)"_s
                           << u"https://example.com/a?b=c&d=e"_s;
    QTest::newRow("bare") << u"see https://example.com/a."_s << u"https://example.com/a"_s;
    QTest::newRow("www") << u"www.example.com"_s << u"http://www.example.com"_s;
    QTest::newRow("mail") << u"<jane@example.com>"_s << u"mailto:jane@example.com"_s;
    QTest::newRow("ticket") << u"[HD-1](deskbell://desk.example.com/ticket/HD-1)"_s
                            << u"deskbell://desk.example.com/ticket/HD-1"_s;
    QTest::newRow("image as a link")
            << u"![screen](https://example.com/p.png)"_s << u"https://example.com/p.png"_s;
    QTest::newRow("quotes") << u"[x](https://example.com/%22onclick=%22)"_s
                            << u"https://example.com/%22onclick=%22"_s;
}

void TestMarkdown::keepsGoodLinks()
{
    QFETCH(QString, markdown);
    QFETCH(QString, link);
    const Shown result = shown(markdown);
    QCOMPARE(result.links, QStringList{link});
    QCOMPARE(result.images, 0); // nothing is loaded, ever
}

void TestMarkdown::saysWhereALinkReallyGoes()
{
    QVERIFY(shown(u"[https://bank.example](https://evil.example/x)"_s)
                    .text.contains("(evil.example)"_L1));
    QVERIFY(shown(u"[www.bank.example](https://evil.example/x)"_s)
                    .text.contains("(evil.example)"_L1));
    QVERIFY(!shown(u"[https://bank.example/a](https://bank.example/b)"_s).text.contains(u'('));
    QVERIFY(!shown(u"[our handbook](https://bank.example/b)"_s).text.contains(u'('));
}

void TestMarkdown::survivesFloods_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::newRow("quotes") << QString(50'000, u'>');
    QTest::newRow("quotes with words") << QString(60, u'>') + u" deep"_s;
    QTest::newRow("brackets") << QString(50'000, u'[');
    QTest::newRow("stars") << QString(50'000, u'*');
    QTest::newRow("backticks") << QString(50'000, u'`');
    QTest::newRow("open tags") << u"<a "_s.repeated(20'000);
    QTest::newRow("nested lists") << [] {
        QString text;
        for (int depth = 0; depth < 200; ++depth)
            text += QString(2 * depth, u' ') + u"- x\n"_s;
        return text;
    }();
    QTest::newRow("long line") << QString(100'000, u'x');
    QTest::newRow("too long") << u"**x** "_s.repeated(50'000);
    QTest::newRow("wide table") << u"|"_s + u"a|"_s.repeated(5000) + u"\n|"_s
                                           + u"-|"_s.repeated(5000) + u'\n';
    QTest::newRow("combining marks") << u"e"_s + QString(20'000, QChar(0x301));
    QTest::newRow("right to left") << u"\u202Eevil\u202C"_s.repeated(1000);
}

void TestMarkdown::survivesFloods()
{
    QFETCH(QString, markdown);
    const QString html = Markdown::toHtml(markdown);
    QVERIFY(!html.isEmpty());
    QVERIFY(html.count("<blockquote"_L1) <= 24); // QTextDocument recurses
    QCOMPARE(html.contains("deep"_L1), markdown.contains("deep"_L1));
    QVERIFY(html.size() < 6'000'000);
    QTextDocument document;
    document.setHtml(html.first(std::min<qsizetype>(html.size(), 200'000)));
    QVERIFY(!Markdown::toPlainText(markdown).contains(u'\n'));
}

void TestMarkdown::makesPlainText()
{
    QCOMPARE(Markdown::toPlainText(
                     u"# Title\n\nHello **you**,\nsee [this](https://x.example).\n- a\n- b"_s),
             u"Title Hello you, see this. a b"_s);
    QCOMPARE(Markdown::toPlainText(u"<b>&amp;</b>"_s), u"<b>&</b>"_s);
}

void TestMarkdown::viewIsAsHighAsItsText()
{
    MarkdownView view;
    view.setMarkdownText(u"one line"_s);
    const int one = view.heightForWidth(300);
    view.setMarkdownText(u"one line\n\nand another\n\nand a third"_s);
    QVERIFY(view.heightForWidth(300) >= 3 * one);
    view.setMarkdownText(u"word "_s.repeated(200));
    QVERIFY(view.heightForWidth(200) > view.heightForWidth(600));
}

void TestMarkdown::viewFollowsOnlyWhatIsAllowed()
{
    MarkdownView view;
    QSignalSpy chosen(&view, &MarkdownView::linkChosen);
    Q_EMIT view.anchorClicked(QUrl(u"javascript:alert(1)"_s));
    Q_EMIT view.anchorClicked(QUrl(u"file:///etc/passwd"_s));
    QCOMPARE(chosen.size(), 0);
    Q_EMIT view.anchorClicked(QUrl(u"deskbell://desk.example.com/ticket/HD-1"_s));
    QCOMPARE(chosen.size(), 1);
}

QTEST_MAIN(TestMarkdown)
#include "tst_markdown.moc"
