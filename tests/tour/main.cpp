// SPDX-License-Identifier: GPL-3.0-or-later
// deskbell_tour: drives the real app against the real server through all its windows, in light and
// dark, at 100 % and 200 %, and saves pictures of them.
#include "tests/tour/scenes.h"
#include "tests/tour/tourapplication.h"

#include <QCommandLineParser>
#include <QProcess>

#include <cstdio>

using namespace Deskbell;
using namespace Qt::StringLiterals;

namespace {

struct Options
{
    QString folder;
    QString scale; ///< empty: all, one after the other
    QStringList only;
};

Options parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption out(u"out"_s, u"Where the pictures go."_s, u"folder"_s, u"tour"_s);
    const QCommandLineOption scale(u"scale"_s, u"Only at this scale: 100 or 200."_s, u"percent"_s);
    const QCommandLineOption only(u"only"_s, u"Only this scene; may be repeated."_s, u"name"_s);
    parser.addOptions({out, scale, only});
    parser.parse(arguments);
    if (parser.isSet(u"help"_s) || !parser.unknownOptionNames().isEmpty()) {
        std::fputs(qPrintable(parser.helpText() + u"\nScenes:\n"_s), stdout);
        for (const Tour::NamedScene &scene : Tour::allScenes())
            std::printf("  %s\n", scene.name);
        std::exit(parser.isSet(u"help"_s) ? 0 : 2);
    }
    return {.folder = parser.value(out), .scale = parser.value(scale), .only = parser.values(only)};
}

/// The scale of a process cannot be changed: each has one of its own.
int runAllScales(int argc, char *argv[], const QStringList &arguments)
{
    const QCoreApplication application(argc, argv);
    int worst = 0;
    for (const QString &scale : {u"100"_s, u"200"_s}) {
        const int result = QProcess::execute(QCoreApplication::applicationFilePath(),
                                             arguments.mid(1) + QStringList{u"--scale"_s, scale});
        worst = qMax(worst, result == 0 ? 0 : 1);
    }
    return worst;
}

int tour(const Options &options)
{
    Test::RunningServer server;
    if (!server.start()) {
        std::fprintf(stderr, "The server does not start:\n%s\n", qPrintable(server.failure()));
        return 1;
    }
    Tour::Camera camera;
    int unplayed = 0;
    for (const QString &theme : {u"light"_s, u"dark"_s}) {
        camera.moveTo(options.folder + u'/' + options.scale + u'/' + theme);
        Tour::Stage stage(server, camera, theme);
        for (const Tour::NamedScene &scene : Tour::allScenes()) {
            if (!options.only.isEmpty() && !options.only.contains(QLatin1StringView(scene.name)))
                continue;
            if (!scene.play(stage)) {
                ++unplayed;
                std::fprintf(stderr, "The scene \"%s\" (%s %%, %s) could not be played.\n",
                             scene.name, qPrintable(options.scale), qPrintable(theme));
            }
        }
    }
    std::printf("%d pictures at %s %%\n", camera.taken(), qPrintable(options.scale));
    std::printf("The window thread was busy for more than %lld ms with:\n",
                App::WatchedApplication::stallLimit);
    for (const Tour::TourApplication::Stall &stall : Tour::TourApplication::instance().longest())
        std::printf("  %4lld ms  %s\n", stall.ms, qPrintable(stall.what));
    return camera.failed() + unplayed == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const Options options = parse(arguments);
    if (options.scale.isEmpty())
        return runAllScales(argc, argv, arguments);
    qputenv("QT_SCALE_FACTOR", QByteArray::number(options.scale.toDouble() / 100));
    Tour::TourApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"Deskbell"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(DESKBELL_VERSION));
    QGuiApplication::setDesktopFileName(u"deskbell"_s);
    QGuiApplication::setQuitOnLastWindowClosed(false);
    QApplication::setCursorFlashTime(0); // a picture with a caret, always
    return tour(options);
}
