// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/find/highlight.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Deskbell;

/// Which words of a text are marked, and which piece of it is shown.
class TestHighlight : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marks_data();
    void marks();
    void snippetOfAShortText();
    void snippetOfALongText();
    void snippetWhereTheWordsStandTogether();
    void noSnippetWithoutHit();
};

namespace {

QString marked(const QString &text, const QList<TextRange> &ranges)
{
    QString shown = text;
    for (auto it = ranges.crbegin(); it != ranges.crend(); ++it) {
        shown.insert(it->start + it->length, u']');
        shown.insert(it->start, u'[');
    }
    return shown;
}

} // namespace

void TestHighlight::marks_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("prefixes");
    QTest::addColumn<QStringList>("stems");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QStringList &words, const QStringList &prefixes,
                        const QStringList &stems, const QString &text) {
        QTest::newRow(name) << words << prefixes << stems << text;
    };
    row("word", {u"vpn"_s}, {}, {}, u"The [VPN]: [vpn], vpns, myvpn"_s);
    row("prefix", {}, {u"print"_s}, {}, u"[printer] and [Print] but not sprint"_s);
    row("stem", {}, {}, {u"druck"_s}, u"[Drucker], [drucken], [Druck], ausdrucken"_s);
    row("stem is not any beginning", {}, {}, {u"druck"_s}, u"Druckerpatronen"_s);
    row("short stem", {}, {}, {u"pc"_s}, u"[PC] pcs"_s);
    row("umlauts", {u"hauser"_s}, {}, {}, u"[Häuser] [hauser]"_s);
    row("sharp s", {u"strasse"_s}, {}, {}, u"[Straße] [STRASSE]"_s);
    row("accents", {u"cafe"_s}, {}, {}, u"[Café], [cafe\u0301]"_s);
    row("parts of a word with signs", {u"foo-bar"_s}, {}, {}, u"[foo]_[bar] [foo].[bar]"_s);
    row("nothing", {u"zebra"_s}, {}, {}, u"The VPN"_s);
}

void TestHighlight::marks()
{
    QFETCH(const QStringList, words);
    QFETCH(const QStringList, prefixes);
    QFETCH(const QStringList, stems);
    QFETCH(const QString, text);
    const QString plain = QString(text).remove(u'[').remove(u']');
    const Highlights found
            = findHighlights(plain, {{.words = words, .prefixes = prefixes, .stems = stems},
                                     {.words = {u"none"_s}}});
    QCOMPARE(marked(plain, found.ranges), text);
    QCOMPARE(found.needles, text == plain ? 0 : 1);
}

void TestHighlight::snippetOfAShortText()
{
    const Snippet snippet = makeSnippet(u"The\n\n  vpn  is down"_s, {{.words = {u"vpn"_s}}});
    QCOMPARE(marked(snippet.text, snippet.ranges), u"The [vpn] is down"_s);
}

void TestHighlight::snippetOfALongText()
{
    const QString text = u"before "_s.repeated(60) + u"vpn "_s + u"after "_s.repeated(60);
    const Snippet snippet = makeSnippet(text, {{.words = {u"vpn"_s}}});
    QVERIFY(snippet.text.size() <= snippetSize + 2);
    QVERIFY(snippet.text.startsWith(u"…before "_s));
    QVERIFY(snippet.text.endsWith(u" after…"_s));
    QCOMPARE(snippet.ranges.size(), 1);
    QCOMPARE(snippet.text.mid(snippet.ranges[0].start, snippet.ranges[0].length), u"vpn"_s);
}

void TestHighlight::snippetWhereTheWordsStandTogether()
{
    const QString text = u"vpn "_s + u"filler "_s.repeated(60) + u"the vpn client "_s
                         + u"filler "_s.repeated(60);
    const Snippet snippet = makeSnippet(text, {{.words = {u"vpn"_s}}, {.words = {u"client"_s}}});
    QVERIFY(marked(snippet.text, snippet.ranges).contains(u"the [vpn] [client] filler"_s));
}

void TestHighlight::noSnippetWithoutHit()
{
    QCOMPARE(makeSnippet(u"some text"_s, {{.words = {u"vpn"_s}}}).text, QString());
}

QTEST_APPLESS_MAIN(TestHighlight)
#include "tst_highlight.moc"
