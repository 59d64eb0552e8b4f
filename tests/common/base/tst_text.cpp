// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/text.h"
#include "tests/support/common/faults.h"

#include <QTest>

using namespace Deskbell;
using namespace Deskbell::Test;
using namespace Qt::StringLiterals;

class TextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleaned_data();
    void cleaned();
    void length_data();
    void length();
    void faults_data();
    void faults();
    void fileNames_data();
    void fileNames();
    void longFileNames();
};

void TextTest::cleaned_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("clean");
    QTest::newRow("trimmed") << u" \t a b\n "_s << u"a b"_s;
    QTest::newRow("no-break space trimmed") << u"\u00a0a\u00a0"_s << u"a"_s;
    QTest::newRow("composed") << u"e\u0301"_s << u"\u00e9"_s;
    QTest::newRow("compatibility kept") << u"\ufb01"_s << u"\ufb01"_s;
    QTest::newRow("inner line breaks kept") << u"a\r\n\tb"_s << u"a\r\n\tb"_s;
    QTest::newRow("controls kept") << u"a\u0007\u001bb"_s << u"a\u0007\u001bb"_s;
    QTest::newRow("direction marks kept") << u"a\u202eb"_s << u"a\u202eb"_s;
}

void TextTest::cleaned()
{
    QFETCH(QString, text);
    QFETCH(QString, clean);
    QCOMPARE(cleanText(text), clean);
    QCOMPARE(cleanText(clean), clean);
}

void TextTest::length_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("length");
    QTest::newRow("nothing") << QString() << 0;
    QTest::newRow("letters") << u"abc"_s << 3;
    QTest::newRow("beyond the basic plane") << u"😀😀"_s << 2;
    QTest::newRow("combining mark counts") << u"q\u0301"_s << 2;
}

void TextTest::length()
{
    QFETCH(QString, text);
    QTEST(int(lengthInCharacters(text)), "length");
}

void TextTest::faults_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isName");
    QTest::addColumn<QString>("fault");
    const QString smile = u"😀"_s;
    QTest::newRow("shortest") << u"abc"_s << true << QString();
    QTest::newRow("longest") << u"abcde"_s << true << QString();
    QTest::newRow("longest of four-byte characters") << smile.repeated(5) << true << QString();
    QTest::newRow("longest after trimming") << u"  abcde  "_s << true << QString();
    QTest::newRow("longest after composing") << u"abcde\u0301"_s << true << QString();
    QTest::newRow("one too short") << u"ab"_s << true << u"f:too_short{\"min\":3}"_s;
    QTest::newRow("one too long") << u"abcdef"_s << true << u"f:too_long{\"max\":5}"_s;
    QTest::newRow("one four-byte character too long")
            << smile.repeated(6) << true << u"f:too_long{\"max\":5}"_s;
    QTest::newRow("empty") << QString() << true << u"f:required"_s;
    QTest::newRow("only spaces") << u"     "_s << true << u"f:required"_s;
    QTest::newRow("NUL") << u"ab"_s + QChar::Null + u'c' << false << u"f:contains_nul"_s;
    QTest::newRow("NUL at the edge") << u"abc"_s + QChar::Null << false << u"f:contains_nul"_s;
    QTest::newRow("lone surrogate") << u"abc"_s + QChar(0xd800) << false << u"f:invalid"_s;
    QTest::newRow("control in a name") << u"ab\u0007c"_s << true << u"f:control_character"_s;
    QTest::newRow("line break in a name") << u"ab\nc"_s << true << u"f:control_character"_s;
    QTest::newRow("control in free text") << u"a\u0007\nc"_s << false << QString();
}

void TextTest::faults()
{
    QFETCH(QString, text);
    QFETCH(bool, isName);
    QFETCH(QString, fault);
    const TextRule rule{.min = 3, .max = 5, .form = isName ? TextForm::Name : TextForm::Free};
    const auto found = textFault(u"f"_s, text, rule);
    QCOMPARE(found ? texts({*found}).first() : QString(), fault);
}

void TextTest::fileNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("clean");
    QTest::newRow("plain") << u"photo of the router.jpg"_s << u"photo of the router.jpg"_s;
    QTest::newRow("other scripts") << u"Übersicht 報告.pdf"_s << u"Übersicht 報告.pdf"_s;
    QTest::newRow("path") << u"../../etc/passwd"_s << u"passwd"_s;
    QTest::newRow("Windows path") << u"C:\\Users\\me\\note.txt"_s << u"note.txt"_s;
    QTest::newRow("only dots") << u".."_s << u"file"_s;
    QTest::newRow("only a slash") << u"/"_s << u"file"_s;
    QTest::newRow("nothing") << QString() << u"file"_s;
    QTest::newRow("hidden") << u".bashrc"_s << u"bashrc"_s;
    QTest::newRow("dots and spaces behind") << u"a.txt. . "_s << u"a.txt"_s;
    QTest::newRow("forbidden characters") << u"a<b>c:d\"e|f?g*.txt"_s << u"a_b_c_d_e_f_g_.txt"_s;
    QTest::newRow("controls") << u"a\n\tb\u0007.txt"_s << u"ab.txt"_s;
    QTest::newRow("NUL") << u"a"_s + QChar::Null + u"b.txt"_s << u"ab.txt"_s;
    QTest::newRow("turned around") << u"invoice\u202egpj.exe"_s << u"invoicegpj.exe"_s;
    QTest::newRow("lone surrogate") << u"a"_s + QChar(0xdc00) + u".txt"_s << u"a\ufffd.txt"_s;
    QTest::newRow("device") << u"CON"_s << u"_CON"_s;
    QTest::newRow("device with an extension") << u"nul.tar.gz"_s << u"_nul.tar.gz"_s;
    QTest::newRow("numbered device") << u"lpt9.txt"_s << u"_lpt9.txt"_s;
    QTest::newRow("no device") << u"com10.txt"_s << u"com10.txt"_s;
}

void TextTest::fileNames()
{
    QFETCH(QString, name);
    QFETCH(QString, clean);
    QCOMPARE(cleanFileName(name), clean);
    QCOMPARE(cleanFileName(clean), clean);
}

void TextTest::longFileNames()
{
    QCOMPARE(cleanFileName(QString(255, u'a')), QString(255, u'a'));
    QCOMPARE(cleanFileName(QString(256, u'a')), QString(255, u'a'));
    QCOMPARE(cleanFileName(QString(300, u'a') + u".pdf"_s), QString(251, u'a') + u".pdf"_s);
    // Four bytes each: 63 whole ones fit beside ".pdf", never a half.
    const QString smiles = cleanFileName(u"😀"_s.repeated(100) + u".pdf"_s);
    QCOMPARE(smiles, u"😀"_s.repeated(62) + u".pdf"_s);
    QVERIFY(smiles.toUtf8().size() <= 255);
}

QTEST_APPLESS_MAIN(TextTest)
#include "tst_text.moc"
