// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/config/settingstable.h"

#include "server/config/settingvalues.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

using std::chrono::milliseconds;

constexpr qint64 second = 1000;
constexpr qint64 hour = 60 * 60 * second;
constexpr qint64 mebibyte = 1024 * 1024;

// A function that finds one member of a Configuration, nested ones included.
#define DESKBELL_PLACE(member) (+[](Configuration &c) -> decltype((c.member)) { return c.member; })

const Setting settings[] = {
        {"data", "FOLDER", "Where things are", DESKBELL_PLACE(dataFolder),
         "Folder of the files and of the private database. Default: /var/lib/deskbell as root, "
         "otherwise deskbell-server in the data folder of the user."},
        {"database", "URL", "Where things are", DESKBELL_PLACE(databaseUrl),
         "PostgreSQL 15 or newer, as "
         "postgresql://user:password@host:port/name?sslmode=verify-full. Without it the server "
         "runs a private one. A password is better kept in the environment or the configuration "
         "file than on the command line, where others see it."},

        {"host", "ADDRESS", "Network", DESKBELL_PLACE(host),
         "Address to listen on; 0.0.0.0 or :: for all."},
        {"port", "NUMBER", "Network", DESKBELL_PLACE(port),
         "TCP port to listen on; 0 takes any free one.", 0, 65535},
        {"tls-certificate", "FILE", "Network", DESKBELL_PLACE(tlsCertificate),
         "PEM file with the certificate and its chain."},
        {"tls-key", "FILE", "Network", DESKBELL_PLACE(tlsKey),
         "PEM file with the certificate's private key."},
        {"public-metrics", nullptr, "Network", DESKBELL_PLACE(publicMetrics),
         "/metrics answers anybody, not only this machine."},

        {"signup", nullptr, "Accounts", DESKBELL_PLACE(signup),
         "People may make an account themselves; --no-signup forbids it."},
        {"access-token-time", "TIME", "Accounts", DESKBELL_PLACE(accessTokenLifetime),
         "How long an access token is valid.", 10 * second, 24 * hour},
        {"refresh-token-time", "TIME", "Accounts", DESKBELL_PLACE(refreshTokenLifetime),
         "How long a session lasts without being used.", hour, 24 * hour * 3650},

        {"business-hours", "HOURS", "Business time", DESKBELL_PLACE(businessHours),
         "When people work, as in \"Mon-Thu,Sat 08:30-16:00\". Promises in business hours, such as "
         "when a resolved ticket closes by itself, are measured in them."},
        {"time-zone", "ZONE", "Business time", DESKBELL_PLACE(timeZone),
         "Whose clocks show the business hours, as in Europe/Berlin. Default: this machine's."},

        {"workers", "NUMBER", "Limits", DESKBELL_PLACE(limits.workers),
         "Threads that run requests, each with a database connection.", 1, 512},
        {"queue", "NUMBER", "Limits", DESKBELL_PLACE(limits.queue),
         "Requests that may wait for a worker; one more is answered 503.", 0, 1000000},
        {"retry-after", "NUMBER", "Limits", DESKBELL_PLACE(limits.retryAfterSeconds),
         "Seconds told with that 503.", 1, 3600},
        {"connections", "NUMBER", "Limits", DESKBELL_PLACE(limits.connections),
         "Connections in all.", 1, 1000000},
        {"connections-per-address", "NUMBER", "Limits",
         DESKBELL_PLACE(limits.connectionsPerAddress), "Connections from one address.", 1, 1000000},
        {"header-bytes", "BYTES", "Limits", DESKBELL_PLACE(limits.headerBytes),
         "Request line and header lines together; more is 431.", 1024, mebibyte},
        {"header-count", "NUMBER", "Limits", DESKBELL_PLACE(limits.headerCount),
         "Header lines; more is 431.", 8, 10000},
        {"chunk-line-bytes", "BYTES", "Limits", DESKBELL_PLACE(limits.chunkLineBytes),
         "Size line of a chunk, or all trailers; more is 400.", 64, mebibyte},
        {"json-bytes", "BYTES", "Limits", DESKBELL_PLACE(jsonBytes),
         "A request's JSON body; more is 413.", 1024, 64 * mebibyte},
        {"upload-bytes", "BYTES", "Limits", DESKBELL_PLACE(uploadBytes),
         "One uploaded file; more is 413.", 1, qint64(1) << 44},
        {"upload-time", "TIME", "Limits", DESKBELL_PLACE(uploadLifetime),
         "How long an upload that nothing uses is kept.", 60 * second, 24 * hour * 365},
        {"header-time", "TIME", "Limits", DESKBELL_PLACE(limits.headerTime),
         "Until a request's header is complete.", 100, hour},
        {"body-time", "TIME", "Limits", DESKBELL_PLACE(limits.bodyTime),
         "Without a byte of a request's body.", 100, hour},
        {"write-time", "TIME", "Limits", DESKBELL_PLACE(limits.writeTime),
         "Without the client taking a byte of the answer.", 100, hour},
        {"idle-time", "TIME", "Limits", DESKBELL_PLACE(limits.idleTime),
         "Between two requests of a connection.", 100, 24 * hour},
        {"linger-time", "TIME", "Limits", DESKBELL_PLACE(limits.lingerTime),
         "Reading on after a connection's last answer.", 0, 60 * second},
        {"heartbeat", "TIME", "Limits", DESKBELL_PLACE(limits.heartbeat),
         "Between two signs of life on a silent event stream.", 100, hour},
        {"stop-time", "TIME", "Limits", DESKBELL_PLACE(limits.stopTime),
         "For running requests when the server is stopped.", 0, hour},
        {"statement-time", "TIME", "Limits", DESKBELL_PLACE(statementTime),
         "One database statement; longer is answered 504.", 100, hour},

        {"demo", nullptr, "Running", DESKBELL_PLACE(demo),
         "Fill an empty database with demo data first."},
        {"log-level",
         "LEVEL",
         "Running",
         DESKBELL_PLACE(logLevel),
         "What is worth a line on standard error.",
         0,
         0,
         {u"debug"_s, u"info"_s, u"warning"_s, u"error"_s}},
};

#undef DESKBELL_PLACE

template <class Number>
QString assignNumber(Number &place, std::optional<qint64> number, const Setting &setting,
                     const char *shape, QString (*write)(qint64))
{
    if (!number)
        return u"is not %1"_s.arg(QLatin1StringView(shape));
    if (*number < setting.least || *number > setting.most)
        return u"is not between %1 and %2"_s.arg(write(setting.least), write(setting.most));
    place = Number(*number);
    return {};
}

QString plain(qint64 number)
{
    return QString::number(number);
}

QString asTime(qint64 number)
{
    return SettingValues::fromTime(milliseconds(number));
}

QString assignTo(QString &place, const QString &text, const Setting &setting)
{
    if (!setting.choices.isEmpty() && !setting.choices.contains(text))
        return u"is not one of %1"_s.arg(setting.choices.join(u", "_s));
    place = text;
    return {};
}

QString assignTo(bool &place, const QString &text, const Setting &)
{
    const std::optional<bool> value = SettingValues::toSwitch(text);
    if (!value)
        return u"is neither on nor off"_s;
    place = *value;
    return {};
}

QString assignTo(int &place, const QString &text, const Setting &setting)
{
    bool isNumber = false;
    const int number = text.trimmed().toInt(&isNumber);
    return assignNumber(place, isNumber ? std::optional<qint64>(number) : std::nullopt, setting,
                        "a whole number", plain);
}

QString assignTo(qsizetype &place, const QString &text, const Setting &setting)
{
    return assignNumber(place, SettingValues::toBytes(text), setting,
                        "a size such as 512, 16KiB or 2GiB", SettingValues::fromBytes);
}

QString assignTo(milliseconds &place, const QString &text, const Setting &setting)
{
    const std::optional<milliseconds> time = SettingValues::toTime(text);
    return assignNumber(place, time ? std::optional<qint64>(time->count()) : std::nullopt, setting,
                        "a time such as 500ms, 10s, 5min, 24h or 30d", asTime);
}

QString write(const QString &value)
{
    return value;
}

QString write(bool value)
{
    return value ? u"on"_s : u"off"_s;
}

QString write(int value)
{
    return QString::number(value);
}

QString write(qsizetype value)
{
    return SettingValues::fromBytes(value);
}

QString write(milliseconds value)
{
    return SettingValues::fromTime(value);
}

} // namespace

QString Setting::flag() const
{
    return (isSwitch() && defaultText() == "on"_L1 ? u"no-"_s : QString())
           + QLatin1StringView(name);
}

QByteArray Setting::environmentName() const
{
    return "DESKBELL_" + QByteArray(name).toUpper().replace('-', '_');
}

QString Setting::defaultText() const
{
    Configuration defaults;
    return std::visit([&](auto find) { return write(find(defaults)); }, place);
}

QString Setting::assign(Configuration &configuration, const QString &text) const
{
    return std::visit([&](auto find) { return assignTo(find(configuration), text, *this); }, place);
}

std::span<const Setting> allSettings()
{
    return settings;
}

} // namespace Deskbell::Server
