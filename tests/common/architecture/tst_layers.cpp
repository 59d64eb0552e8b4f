// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

/// The house of docs/architecture.md: who may look at whom.
class LayersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCheckSees_data();
    void theCheckSees();
    void sources_data();
    void sources();
    void libraries_data();
    void libraries();
    void filesAreSmall();
};

namespace {

QString sourceFolder()
{
    return QStringLiteral(DESKBELL_SOURCE_DIR);
}

QStringList linesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(u'\n');
}

/// What a part of the tree must not include.
struct Rule
{
    const char *folder;
    QRegularExpression forbidden;
};

const QList<Rule> &rules()
{
    // Headers of Qt come as <QName> of a module that is linked, or as <QtModule/QName> of any that
    // is installed; the latter is what could slip in unnoticed.
    static const QList<Rule> all{
            {"common",
             QRegularExpression(
                     uR"(^"(server|app)/|^<Qt(?!Core/)[A-Z]\w*/|^<(libpq|pqxx|boost|sodium|jwt|openssl))"_s)},
            {"server",
             QRegularExpression(
                     uR"(^"app/|^<Qt(Widgets|Gui|Svg|DBus)/|^<Q(Widget|Application|GuiApplication|Window)>)"_s)},
            {"server/http", QRegularExpression(uR"(^"(?!server/http/|common/base/))"_s)},
            {"server/db", QRegularExpression(uR"(^"(?!server/db/|common/base/))"_s)},
            {"app", QRegularExpression(uR"(^"server/|^<(libpq|pqxx|postgresql))"_s)},
    };
    return all;
}

/// The includes among these lines that a folder must not have.
QStringList violations(const QString &folder, const QStringList &lines)
{
    static const QRegularExpression include(uR"(^\s*#\s*include\s*(["<].*)$)"_s);
    QStringList found;
    for (const QString &line : lines) {
        const auto match = include.match(line);
        if (!match.hasMatch())
            continue;
        for (const Rule &rule : rules()) {
            if (folder == QLatin1StringView(rule.folder)
                && rule.forbidden.match(match.captured(1)).hasMatch())
                found.append(match.captured(1));
        }
    }
    return found;
}

QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator it(sourceFolder() + u'/' + folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                    QDirIterator::Subdirectories);
    while (it.hasNext())
        files.append(it.next());
    files.sort();
    return files;
}

} // namespace

void LayersTest::theCheckSees_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("refused");
    const auto row = [](const char *folder, const char *line, bool refused) {
        QTest::addRow("%s: %s", folder, line)
                << QString::fromLatin1(folder) << QString::fromLatin1(line) << refused;
    };
    row("common", "#include \"common/base/id.h\"", false);
    row("common", "#include <QString>", false);
    row("common", "#include <QtCore/QString>", false);
    row("common", "#include <tl/expected.hpp>", false);
    row("common", "#include <memory>", false);
    row("common", "#include \"server/db/connection.h\"", true);
    row("common", "#  include \"app/net/client.h\"", true);
    row("common", "#include <QtNetwork/QTcpSocket>", true);
    row("common", "#include <QtWidgets/QWidget>", true);
    row("server", "#include \"app/net/client.h\"", true);
    row("server", "#include <QWidget>", true);
    row("server", "#include \"common/tickets/ticket.h\"", false);
    row("server/http", "#include \"common/tickets/ticket.h\"", true);
    row("server/http", "#include \"server/tickets/ticketservice.h\"", true);
    row("server/http", "#include \"common/base/result.h\"", false);
    row("app", "#include \"server/db/connection.h\"", true);
    row("app", "#include <libpq-fe.h>", true);
    row("app", "#include <QSqlDatabase>", false);
}

void LayersTest::theCheckSees()
{
    QFETCH(QString, folder);
    QFETCH(QString, line);
    QTEST(!violations(folder, {line}).isEmpty(), "refused");
}

void LayersTest::sources_data()
{
    QTest::addColumn<QString>("folder");
    for (const Rule &rule : rules())
        QTest::newRow(rule.folder) << QString::fromLatin1(rule.folder);
}

void LayersTest::sources()
{
    QFETCH(QString, folder);
    const QStringList files = filesBelow(folder);
    QVERIFY(!files.isEmpty());
    QStringList found;
    for (const QString &file : files) {
        for (const QString &include : violations(folder, linesOf(file)))
            found.append(QDir(sourceFolder()).relativeFilePath(file) + u": "_s + include);
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void LayersTest::libraries_data()
{
    QTest::addColumn<QString>("floor");
    QTest::addColumn<QString>("allowed");
    QTest::newRow("common links QtCore alone") << u"common"_s << uR"(^Qt6::Core$)"_s;
    QTest::newRow("server links no desktop")
            << u"server"_s << uR"(^(?!deskbell_app$|Qt6::(Widgets|Gui|Svg|DBus)$).+$)"_s;
    QTest::newRow("app links neither server nor PostgreSQL")
            << u"app"_s << uR"(^(?!deskbell_server$|.*(PQ|pq|PostgreSQL|postgres).*).+$)"_s;
}

void LayersTest::libraries()
{
    QFETCH(QString, floor);
    QFETCH(QString, allowed);
    const QStringList lines
            = linesOf(QStringLiteral(DESKBELL_BINARY_DIR "/layers/") + floor + u".txt"_s);
    const QRegularExpression form(allowed);
    int libraries = 0;
    for (QString library : lines) {
        // CMake wraps what a static library links privately; embedded resources are our own.
        static const QRegularExpression wrapper(uR"(^\$<LINK_ONLY:(.*)>$)"_s);
        static const QRegularExpression resources(uR"(\bdeskbell_\w+_resources_\d+\b)"_s);
        library.replace(wrapper, u"\\1"_s);
        if (library.isEmpty() || resources.match(library).hasMatch())
            continue;
        ++libraries;
        QVERIFY2(form.match(library).hasMatch(), qPrintable(library));
    }
    QVERIFY2(libraries > 0, "the build has not written what this floor links");
}

void LayersTest::filesAreSmall()
{
    constexpr qsizetype limit = 600;
    QStringList found;
    for (const QString &folder : {u"common"_s, u"server"_s, u"app"_s, u"tests"_s}) {
        for (const QString &file : filesBelow(folder)) {
            const QStringList lines = linesOf(file);
            // The reason stands behind the licence.
            const bool reasoned = lines.value(1).startsWith(u"//"_s);
            if (lines.size() - 1 > limit && !reasoned)
                found.append(u"%1: %2 lines"_s.arg(QDir(sourceFolder()).relativeFilePath(file))
                                     .arg(lines.size()));
        }
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

QTEST_APPLESS_MAIN(LayersTest)
#include "tst_layers.moc"
