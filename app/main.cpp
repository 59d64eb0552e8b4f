// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/features.h"
#include "app/shell/application.h"
#include "app/shell/singleinstance.h"
#include "app/shell/watchedapplication.h"

#include <QCommandLineParser>
#include <QNetworkProxyFactory>

using namespace Deskbell;
using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    App::WatchedApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"Deskbell"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(DESKBELL_VERSION));
    QGuiApplication::setDesktopFileName(u"deskbell"_s);
    QNetworkProxyFactory::setUseSystemConfiguration(true);

    QCommandLineParser parser;
    parser.setApplicationDescription(u"The desktop application of the Deskbell help desk."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption settings(
            u"settings"_s, u"Use this settings file, and be an instance of its own."_s, u"file"_s);
    parser.addOption(settings);
    parser.addPositionalArgument(u"link"_s,
                                 u"A link to open: deskbell://desk.example.com/ticket/HD-1042"_s,
                                 u"[link]"_s);
    parser.process(application);

    App::SingleInstance instance(u"deskbell"_s);
    const QStringList arguments = parser.positionalArguments();
    if (!parser.isSet(settings) && instance.handOver(arguments))
        return 0;

    App::Application program({.settingsFile = parser.value(settings)});
    App::registerFeatures(program.registry());
    QObject::connect(&instance, &App::SingleInstance::messageReceived, &program,
                     &App::Application::receive);
    program.start(arguments);
    return QApplication::exec();
}
