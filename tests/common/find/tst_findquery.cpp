// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/find/findquery.h"
#include "common/find/findtime.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Deskbell;

/// The language of the search box: what it means, what is refused where, and what its times are.
class TestFindQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void faults_data();
    void faults();
    void tooLong();
    void words();
    void times_data();
    void times();
    void timesOfAZone();
    void noTimes_data();
    void noTimes();
};

namespace {

/// A query in one line: field[!]=values.
QString shown(const FindQuery &query)
{
    QStringList terms;
    for (const FindTerm &term : query.terms) {
        QString field = toWire(term.field);
        if (term.field == FindField::Text) {
            field = term.form == FindTerm::Form::Word     ? u"word"_s
                    : term.form == FindTerm::Form::Prefix ? u"prefix"_s
                                                          : u"phrase"_s;
        }
        terms.append(field + (term.negated ? u"!="_s : u"="_s) + term.values.join(u'|'));
    }
    return terms.join(u"; "_s);
}

} // namespace

void TestFindQuery::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("meaning");
    QTest::addColumn<QString>("written"); // the same once more
    const auto row = [](const char *name, const QString &text, const QString &meaning,
                        const QString &written = {}) {
        QTest::newRow(name) << text << meaning << (written.isNull() ? text : written);
    };
    row("nothing", u""_s, u""_s);
    row("spaces", u"  \t "_s, u""_s, u""_s);
    row("words", u"blue  Screen"_s, u"word=blue; word=Screen"_s, u"blue Screen"_s);
    row("the whole", u"status:open assignee:me older:3d -printer \"vpn down\" net*"_s,
        u"status=open; assignee=me; older=3d; word!=printer; phrase=vpn down; prefix=net"_s);
    row("alternatives", u"priority:HIGH,urgent,high"_s, u"priority=high|urgent"_s,
        u"priority:high,urgent"_s);
    row("quoted values", u"category:\"New hardware\",Mail"_s, u"category=New hardware|Mail"_s);
    row("value with a comma", u"tag:\"a,b\""_s, u"tag=a,b"_s);
    row("field in capitals", u"Desk:hd"_s, u"desk=hd"_s, u"desk:hd"_s);
    row("negated field", u"-is:closed"_s, u"is!=closed"_s);
    row("negated phrase", u"-\"not this\""_s, u"phrase!=not this"_s);
    row("escapes", u"\"say \\\"hi\\\" \\\\o\""_s, u"phrase=say \"hi\" \\o"_s);
    row("empty phrase", u"a \"\" b"_s, u"word=a; word=b"_s, u"a b"_s);
    row("phrase is tidied", u"\" a   b \""_s, u"phrase=a b"_s, u"\"a b\""_s);
    row("number as a word", u"hd-1042"_s, u"word=hd-1042"_s);
    row("numbers", u"number:HD-1,17"_s, u"number=HD-1|17"_s);
    row("dash alone", u"a - b"_s, u"word=a; word=-; word=b"_s);
    row("two dashes", u"--a"_s, u"word!=-a"_s);
    row("stars alone", u"**"_s, u"word=**"_s);
    row("said to be a text", u"text:status:open"_s, u"word=status:open"_s);
    row("a text with a dash", u"text:-a"_s, u"word=-a"_s);
    row("a text that needs no saying", u"text:a text:\"b c\""_s, u"word=a; phrase=b c"_s,
        u"a \"b c\""_s);
    row("addresses", u"http://example.com C:\\temp 10:30 fe80::1"_s,
        u"word=http://example.com; word=C:\\temp; word=10:30; word=fe80::1"_s);
    row("colon at the end", u"Error: 0x80"_s, u"word=Error:; word=0x80"_s);
    row("quote within a word", u"5\"screen"_s, u"word=5\"screen"_s);
    row("times", u"created:2026-01..2026-03 due:7d updated:>2026-02-01 closed:today"_s,
        u"created=2026-01..2026-03; due=7d; updated=>2026-02-01; closed=today"_s);
    row("parts", u"has:attachment,note -has:team"_s, u"has=attachment|note; has!=team"_s);
    row("German", u"Drucker -\"läuft nicht\" requester:Müller"_s,
        u"word=Drucker; phrase!=läuft nicht; requester=Müller"_s);
}

void TestFindQuery::reads()
{
    QFETCH(const QString, text);
    QFETCH(const QString, meaning);
    QFETCH(const QString, written);
    const ParsedFind parsed = parseFind(text);
    QVERIFY2(!parsed.fault, parsed.fault ? parsed.fault->key.constData() : "");
    QCOMPARE(shown(parsed.query), meaning);
    QCOMPARE(toText(parsed.query), written);
    QCOMPARE(parseFind(toText(parsed.query)).query, parsed.query);
    for (const FindTerm &term : parsed.query.terms) {
        const QString alone = text.mid(term.position, term.length);
        QCOMPARE(parseFind(alone).query.terms, QList<FindTerm>{term});
    }
}

void TestFindQuery::faults_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("wrong"); // the word
    const auto row = [](const char *name, const QString &text, const QByteArray &key,
                        const QString &wrong) {
        QTest::newRow(name) << text << key << wrong;
    };
    row("unknown field", u"vpn statsu:open"_s, "query_unknown_field", u"statsu"_s);
    row("no value", u"status:"_s, "query_value_missing", u"status:"_s);
    row("no second value", u"a status:open, b"_s, "query_value_missing", u"status:open,"_s);
    row("no value between", u"status:,open"_s, "query_value_missing", u"status:"_s);
    row("empty quotes", u"tag:\"\""_s, "query_value_missing", u"tag:\"\""_s);
    row("no text", u"text: a"_s, "query_value_missing", u"text:"_s);
    row("unknown priority", u"priority:low,huge"_s, "query_unknown_value", u"huge"_s);
    row("unknown state", u"is:lost"_s, "query_unknown_value", u"lost"_s);
    row("unknown service level", u"sla:fast"_s, "query_unknown_value", u"fast"_s);
    row("unknown part", u"has:wings"_s, "query_unknown_value", u"wings"_s);
    row("no date", u"created:2026-13-01"_s, "query_bad_time", u"2026-13-01"_s);
    row("backwards", u"created:2026..2025"_s, "query_bad_time", u"2026..2025"_s);
    row("no age", u"older:soon"_s, "query_bad_age", u"soon"_s);
    row("a date is no age", u"newer:2026"_s, "query_bad_age", u"2026"_s);
    row("no number", u"number:HD"_s, "query_bad_number", u"HD"_s);
    row("open quote", u"a \"b c"_s, "query_unclosed_quote", u"\"b c"_s);
    row("open quote of a value", u"tag:\"b c"_s, "query_unclosed_quote", u"\"b c"_s);
}

void TestFindQuery::faults()
{
    QFETCH(const QString, text);
    QFETCH(const QByteArray, key);
    QFETCH(const QString, wrong);
    const ParsedFind parsed = parseFind(text);
    QVERIFY(parsed.fault);
    QCOMPARE(parsed.fault->key, key);
    QCOMPARE(text.mid(parsed.fault->position, parsed.fault->length), wrong);
    const FieldError error = parsed.fault->toFieldError(u"q"_s);
    QCOMPARE(error.field, u"q"_s);
    QCOMPARE(error.params["position"_L1].toInteger(), parsed.fault->position);
    QCOMPARE(error.params["length"_L1].toInteger(), parsed.fault->length);
}

void TestFindQuery::tooLong()
{
    QVERIFY(!parseFind(u"a "_s.repeated(maxFindTerms)).fault);
    const ParsedFind parsed = parseFind(u"a "_s.repeated(maxFindTerms + 1));
    QVERIFY(parsed.fault);
    QCOMPARE(parsed.fault->key, "query_too_long"_ba);
    QCOMPARE(parsed.fault->position, 2 * maxFindTerms);
}

void TestFindQuery::words()
{
    QVERIFY(parseFind(u"is:open vpn").query.hasWords());
    QVERIFY(!parseFind(u"is:open -vpn").query.hasWords());
    QVERIFY(parseFind(u"is:open -vpn").query.hasText());
    QVERIFY(!parseFind(u"is:open").query.hasText());
    QVERIFY(parseFind(u"newer:3d").query.hasTimes());
    QVERIFY(!parseFind(u"is:open").query.hasTimes());
}

void TestFindQuery::times_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("until");
    const auto row = [](const QByteArray &field, const QString &value, const QString &from,
                        const QString &until) {
        QTest::newRow((field + ':' + value.toUtf8()).constData())
                << field << value << from << until;
    };
    // It is Wednesday, 31 March 2027, 12:00.
    row("created", u"2026-11-27"_s, u"2026-11-27T00:00"_s, u"2026-11-28T00:00"_s);
    row("created", u"2026-12"_s, u"2026-12-01T00:00"_s, u"2027-01-01T00:00"_s);
    row("created", u"2026"_s, u"2026-01-01T00:00"_s, u"2027-01-01T00:00"_s);
    row("created", u"today"_s, u"2027-03-31T00:00"_s, u"2027-04-01T00:00"_s);
    row("updated", u"yesterday"_s, u"2027-03-30T00:00"_s, u"2027-03-31T00:00"_s);
    row("due", u"tomorrow"_s, u"2027-04-01T00:00"_s, u"2027-04-02T00:00"_s);
    row("created", u">2026-11"_s, u"2026-12-01T00:00"_s, {});
    row("created", u"<2026-11"_s, {}, u"2026-11-01T00:00"_s);
    row("created", u"2026-11..2027"_s, u"2026-11-01T00:00"_s, u"2028-01-01T00:00"_s);
    row("created", u"12h"_s, u"2027-03-31T00:00"_s, {});
    row("created", u"2w"_s, u"2027-03-17T12:00"_s, {});
    row("created", u"1m"_s, u"2027-02-28T12:00"_s, {});
    row("updated", u"1y"_s, u"2026-03-31T12:00"_s, {});
    row("due", u"3d"_s, u"2027-03-31T12:00"_s, u"2027-04-03T12:00"_s);
    row("older", u"3d"_s, {}, u"2027-03-28T12:00"_s);
    row("newer", u"3d"_s, u"2027-03-28T12:00"_s, {});
}

void TestFindQuery::times()
{
    QFETCH(const QByteArray, field);
    QFETCH(const QString, value);
    QFETCH(const QString, from);
    QFETCH(const QString, until);
    const QDateTime now(QDate(2027, 3, 31), QTime(12, 0), Qt::UTC);
    const auto range = findRange(*fromWire<FindField>(QLatin1StringView(field)), value, now,
                                 QTimeZone::utc());
    QVERIFY(range);
    const auto shownTime = [](const QDateTime &time) {
        return time.isValid() ? time.toUTC().toString(u"yyyy-MM-ddTHH:mm"_s) : QString();
    };
    QCOMPARE(shownTime(range->from), from);
    QCOMPARE(shownTime(range->until), until);
}

void TestFindQuery::timesOfAZone()
{
    // Half past eleven in the evening in London is tomorrow in Berlin.
    const QDateTime now(QDate(2026, 11, 27), QTime(23, 30), Qt::UTC);
    const auto range = findRange(FindField::Created, u"today", now, QTimeZone("Europe/Berlin"));
    QVERIFY(range);
    QCOMPARE(range->from.toUTC(), QDateTime(QDate(2026, 11, 27), QTime(23, 0), Qt::UTC));
    QCOMPARE(range->until.toUTC(), QDateTime(QDate(2026, 11, 28), QTime(23, 0), Qt::UTC));
}

void TestFindQuery::noTimes_data()
{
    QTest::addColumn<QString>("value");
    for (const char *value : {"", "d", "99999d", "3x", "-3d", "2026-1", "2026-01-", "26", ">",
                              "<3d", "..", "2026..", "0000", "2026-02-30", "2026/01/01", ">>2026"})
        QTest::newRow(value) << QString::fromLatin1(value);
}

void TestFindQuery::noTimes()
{
    QFETCH(const QString, value);
    QVERIFY(!findRange(FindField::Created, value, QDateTime::currentDateTimeUtc(),
                       QTimeZone::utc()));
}

QTEST_APPLESS_MAIN(TestFindQuery)
#include "tst_findquery.moc"
