// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/config/configurationloader.h"

#include "common/sla/businesscalendar.h"
#include "server/config/configfile.h"
#include "server/config/settingstable.h"
#include "server/db/connectionsettings.h"

#include <QDir>
#include <QFileInfo>
#include <QHostAddress>
#include <QStandardPaths>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

const QString systemFile = u"/etc/deskbell/deskbelld.toml"_s;

Error settingError(const QString &setting, const QString &origin, const QString &why)
{
    return {.code = ErrorCode::Invalid,
            .key = "config.invalid",
            .detail = u"%1: %2"_s.arg(origin, why),
            .params = {{u"setting"_s, setting}}};
}

const Setting *findSetting(const QString &name)
{
    for (const Setting &setting : allSettings())
        if (name == QLatin1StringView(setting.name))
            return &setting;
    return nullptr;
}

/// One layer over the others. The value is not repeated in a message: it may hold a password.
Result<> assignLayer(Configuration &configuration, const QMap<QString, FileValue> &layer)
{
    for (auto it = layer.cbegin(); it != layer.cend(); ++it) {
        const Setting *setting = findSetting(it.key());
        if (!setting)
            return fail(settingError(it.key(), it->origin,
                                     u"there is no setting \"%1\""_s.arg(it.key())));
        if (const QString why = setting->assign(configuration, it->text); !why.isEmpty())
            return fail(settingError(it.key(), it->origin, u"%1 %2"_s.arg(it.key(), why)));
    }
    return {};
}

QString defaultDataFolder(const QProcessEnvironment &environment)
{
    // What systemd made for us (StateDirectory=).
    if (const QString folder = environment.value(u"STATE_DIRECTORY"_s).section(u':', 0, 0);
        !folder.isEmpty())
        return folder;
    if (geteuid() == 0)
        return u"/var/lib/deskbell"_s;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
           + u"/deskbell-server"_s;
}

/// What no single setting can know.
Result<> check(const Configuration &configuration)
{
    if (QHostAddress(configuration.host).isNull())
        return fail(settingError(u"host"_s, u"host"_s, u"is not an IP address"_s));
    if (configuration.tlsCertificate.isEmpty() != configuration.tlsKey.isEmpty())
        return fail(settingError(u"tls-key"_s, u"tls-certificate, tls-key"_s,
                                 u"one needs the other"_s));
    if (!businessCalendarFromText(configuration.businessHours, {}))
        return fail(settingError(u"business-hours"_s, u"business-hours"_s,
                                 u"is not of the form \"Mon-Fri 09:00-17:00\""_s));
    if (!businessCalendarFromText(configuration.businessHours, configuration.timeZone))
        return fail(settingError(u"time-zone"_s, u"time-zone"_s,
                                 u"is not the name of a time zone such as Europe/Berlin"_s));
    if (!configuration.usesPrivateCluster()
        && !Db::ConnectionSettings::fromUrl(configuration.databaseUrl))
        return fail(settingError(u"database"_s, u"database"_s,
                                 u"is not a URL that PostgreSQL's library reads"_s));
    return {};
}

} // namespace

Result<Configuration> loadConfiguration(const Flags &flags, const QProcessEnvironment &environment,
                                        const QString &configFile)
{
    QMap<QString, FileValue> fromFile;
    QString path = configFile.isEmpty() ? environment.value(u"DESKBELL_CONFIG"_s) : configFile;
    if (path.isEmpty() && QFileInfo::exists(systemFile))
        path = systemFile;
    if (!path.isEmpty()) {
        const Result<QMap<QString, FileValue>> read = readConfigFile(path);
        if (!read)
            return fail(read.error());
        fromFile = *read;
    }
    QMap<QString, FileValue> fromEnvironment;
    for (const Setting &setting : allSettings()) {
        const QString name = QString::fromLatin1(setting.environmentName());
        if (environment.contains(name))
            fromEnvironment.insert(QString::fromLatin1(setting.name),
                                   {.text = environment.value(name), .origin = name});
    }
    QMap<QString, FileValue> fromFlags;
    for (auto it = flags.cbegin(); it != flags.cend(); ++it)
        fromFlags.insert(it.key(), {.text = it.value(), .origin = u"command line"_s});

    Configuration configuration;
    for (const QMap<QString, FileValue> &layer : {fromFile, fromEnvironment, fromFlags})
        if (const Result<> assigned = assignLayer(configuration, layer); !assigned)
            return fail(assigned.error());
    if (configuration.dataFolder.isEmpty())
        configuration.dataFolder = defaultDataFolder(environment);
    configuration.dataFolder = QDir::cleanPath(QDir(configuration.dataFolder).absolutePath());
    if (const Result<> consistent = check(configuration); !consistent)
        return fail(consistent.error());
    return configuration;
}

} // namespace Deskbell::Server
