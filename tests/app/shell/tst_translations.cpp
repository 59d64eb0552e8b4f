// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/language.h"

#include <QCoreApplication>
#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Deskbell::App;
using namespace Qt::StringLiterals;

struct Message
{
    QString context;
    QString source;
    QStringList translations;
    bool finished = true;
    bool numerus = false;
};

static QList<Message> messagesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read.", qPrintable(path));
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "message"_L1) {
            messages.append({.context = context, .source = {}, .translations = {}});
            messages.last().numerus = xml.attributes().value("numerus"_L1) == "yes"_L1;
        } else if (xml.name() == "source"_L1) {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            messages.last().finished = !xml.attributes().hasAttribute("type"_L1);
            if (!messages.last().numerus)
                messages.last().translations.append(xml.readElementText());
        } else if (xml.name() == "numerusform"_L1) {
            messages.last().translations.append(xml.readElementText());
        }
    }
    return messages;
}

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areComplete_data();
    void areComplete();
    void keepTheirPlaces();
    void areThereAtRunTime();
};

void TestTranslations::areComplete_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("pluralsOnly");
    QTest::newRow("German") << u"de"_s << false;
    QTest::newRow("English plurals") << u"en"_s << true;
}

/// As `ninja translations` would collect them now, nothing may be left to translate.
void TestTranslations::areComplete()
{
    QFETCH(QString, language);
    QFETCH(bool, pluralsOnly);
    const QString source = QStringLiteral(DESKBELL_SOURCE_DIR);
    QTemporaryDir folder;
    const QString copy = folder.filePath(u"deskbell_%1.ts"_s.arg(language));
    QVERIFY(QFile::copy(u"%1/translations/deskbell_%2.ts"_s.arg(source, language), copy));
    QStringList arguments{u"-silent"_s,
                          u"-no-obsolete"_s,
                          u"-locations"_s,
                          u"none"_s,
                          source + u"/app"_s,
                          source + u"/common"_s,
                          u"-I"_s,
                          source,
                          u"-ts"_s,
                          copy};
    if (pluralsOnly)
        arguments.prepend(u"-pluralonly"_s);
    QProcess lupdate;
    lupdate.start(QLibraryInfo::path(QLibraryInfo::BinariesPath) + u"/lupdate"_s, arguments);
    QVERIFY(lupdate.waitForFinished(60000));
    QCOMPARE(lupdate.exitCode(), 0);

    const QList<Message> messages = messagesOf(copy);
    QVERIFY(messages.size() >= (pluralsOnly ? 1 : 100));
    QStringList open;
    for (const Message &message : messages) {
        if (!message.finished || message.translations.contains(QString()))
            open.append(u"%1: %2"_s.arg(message.context, message.source));
    }
    QVERIFY2(open.isEmpty(), qPrintable(u"Not translated:\n"_s + open.join(u'\n')));
}

/// %1, %n and %server% stand in a translation as often as in the text; a mnemonic where one was.
void TestTranslations::keepTheirPlaces()
{
    static const QRegularExpression place(u"%(\\d|n|[a-zA-Z]+%)"_s);
    static const QRegularExpression mnemonic(u"&[^&\\s]"_s);
    const auto places = [](const QString &text) {
        QStringList found;
        for (auto it = place.globalMatch(text); it.hasNext();)
            found.append(it.next().captured());
        found.sort();
        return found;
    };
    const auto messages
            = messagesOf(QStringLiteral(DESKBELL_SOURCE_DIR "/translations/deskbell_de.ts"));
    for (const Message &message : messages) {
        for (const QString &translation : message.translations) {
            QVERIFY2(places(message.source) == places(translation), qPrintable(translation));
            QVERIFY2(message.source.contains(mnemonic) == translation.contains(mnemonic),
                     qPrintable(translation));
            QVERIFY2(message.source.endsWith(u'…') == translation.endsWith(u'…'),
                     qPrintable(translation));
        }
    }
}

void TestTranslations::areThereAtRunTime()
{
    Language language;
    const auto translated = [](const char *text, int n = -1) {
        return QCoreApplication::translate("ErrorText", text, nullptr, n);
    };
    language.use(u"de"_s);
    QCOMPARE(language.current(), u"de"_s);
    QCOMPARE(translated("This is needed."), u"Das wird gebraucht."_s);
    QCOMPARE(QLocale().language(), QLocale::German);
    // Qt's own dialogs, too.
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Abbrechen"_s);
    language.use(u"en"_s);
    QCOMPARE(translated("This is needed."), u"This is needed."_s);
    QCOMPARE(translated("Try again in %n second(s).", 1), u"Try again in 1 second."_s);
    QCOMPARE(translated("Try again in %n second(s).", 5), u"Try again in 5 seconds."_s);
    QCOMPARE(QLocale().language(), QLocale::English);
    language.use(u"xx"_s); // unknown: the system's, which is none in tests
    QCOMPARE(language.current(), u"en"_s);
}

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
