// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/find/findcompletion.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::App;

/// What the search box offers at the cursor.
class TestFindCompletion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unfinished_data();
    void unfinished();
    void offers_data();
    void offers();
    void offersCanBeRead();
    void everyFaultHasWords();
};

void TestFindCompletion::unfinished_data()
{
    QTest::addColumn<QString>("text"); // | is the cursor
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("field");
    QTest::addColumn<int>("start");
    QTest::newRow("nothing") << u"|"_s << u""_s << u""_s << 0;
    QTest::newRow("a field") << u"sta|"_s << u"sta"_s << u""_s << 0;
    QTest::newRow("behind a word") << u"vpn sta|"_s << u"sta"_s << u""_s << 4;
    QTest::newRow("in the middle") << u"vpn st|atus"_s << u"st"_s << u""_s << 4;
    QTest::newRow("negated") << u"-is|"_s << u"is"_s << u""_s << 1;
    QTest::newRow("a value") << u"vpn is:op|"_s << u"op"_s << u"is"_s << 7;
    QTest::newRow("a negated value") << u"-is:|"_s << u""_s << u"is"_s << 4;
    QTest::newRow("a second value") << u"priority:high,u|"_s << u"u"_s << u"priority"_s << 14;
    QTest::newRow("a quoted value") << u"desk:\"help d|"_s << u"help d"_s << u"desk"_s << 5;
    QTest::newRow("behind a quoted value") << u"desk:\"a b\" |"_s << u""_s << u""_s << 11;
    QTest::newRow("within a phrase") << u"\"is:o|"_s << u"\"is:o"_s << u""_s << 0;
    QTest::newRow("no field") << u"http://ex|"_s << u"http://ex"_s << u""_s << 0;
}

void TestFindCompletion::unfinished()
{
    QFETCH(QString, text);
    QFETCH(const QString, typed);
    QFETCH(const QString, field);
    QFETCH(const int, start);
    const qsizetype cursor = text.indexOf(u'|');
    text.remove(cursor, 1);
    const UnfinishedTerm term = unfinishedTerm(text, cursor);
    QCOMPARE(term.typed, typed);
    QCOMPARE(term.field ? QString(toWire(*term.field)) : QString(), field);
    QCOMPARE(term.start, start);
}

void TestFindCompletion::offers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("offers");
    QTest::newRow("fields") << u"c"_s << QStringList{u"category:"_s, u"created:"_s, u"closed:"_s};
    QTest::newRow("states") << u"is:ov"_s << QStringList{u"overdue "_s};
    QTest::newRow("by what it means") << u"is:nobody"_s << QStringList{u"unassigned "_s};
    QTest::newRow("people") << u"assignee:jo"_s << QStringList{u"\"John Smith\" "_s};
    QTest::newRow("people by the last name")
            << u"assignee:smi"_s << QStringList{u"\"John Smith\" "_s};
    QTest::newRow("oneself") << u"assignee:m"_s << QStringList{u"me "_s};
    QTest::newRow("what is there already") << u"is:open"_s << QStringList();
    QTest::newRow("an unknown word") << u"zebra"_s << QStringList();
    QTest::newRow("within a phrase") << u"\"is"_s << QStringList();
    QTest::newRow("desks by name") << u"desk:help"_s << QStringList{u"HD "_s};
}

void TestFindCompletion::offers()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, offers);
    const FindValues values{{FindField::Assignee, {{u"John Smith"_s, u"John Smith"_s}}},
                            {FindField::Desk, {{u"HD"_s, u"Help desk"_s}}}};
    QStringList texts;
    for (const FindOffer &offer : findOffers(unfinishedTerm(text, text.size()), values))
        texts.append(offer.text);
    QCOMPARE(texts, offers);
}

/// Whatever is put in is a query.
void TestFindCompletion::offersCanBeRead()
{
    for (const auto &row : WireEnum<FindField>::names) {
        if (row.value == FindField::Text)
            continue;
        QVERIFY(!findFieldHint(row.value).isEmpty());
        const QString field = QString(toWire(row.value)) + u':';
        for (const FindOffer &offer : findOffers(unfinishedTerm(field, field.size()), {})) {
            QVERIFY2(!parseFind(QString(field + offer.text)).fault, qPrintable(field + offer.text));
        }
    }
}

void TestFindCompletion::everyFaultHasWords()
{
    const QString general = findFaultText({.key = "no_such_key"});
    for (const QString &text :
         {u"statsu:open"_s, u"status:"_s, u"is:lost"_s, u"created:soon"_s, u"older:soon"_s,
          u"number:x"_s, u"\"open"_s, u"a "_s.repeated(maxFindTerms + 1)}) {
        const auto fault = parseFind(text).fault;
        QVERIFY2(fault, qPrintable(text));
        QVERIFY2(findFaultText(*fault) != general, qPrintable(text));
    }
}

QTEST_MAIN(TestFindCompletion)
#include "tst_findcompletion.moc"
