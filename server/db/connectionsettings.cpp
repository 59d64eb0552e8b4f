// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/connectionsettings.h"

#include <libpq-fe.h>
#include <memory>

using namespace Qt::StringLiterals;

namespace Deskbell::Db {

Result<ConnectionSettings> ConnectionSettings::fromUrl(const QString &url)
{
    char *message = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
            PQconninfoParse(url.toUtf8().constData(), &message), PQconninfoFree);
    // libpq's message quotes what it could not read, and that may be the password.
    PQfreemem(message);
    if (url.trimmed().isEmpty() || !options)
        return fail(Error::invalidField(u"database"_s, "not_a_database_url"));
    ConnectionSettings settings;
    for (const PQconninfoOption *option = options.get(); option->keyword; ++option)
        if (option->val)
            settings.parameters.insert(option->keyword, option->val);
    return settings;
}

ConnectionSettings ConnectionSettings::withDatabase(const QByteArray &name) const
{
    ConnectionSettings settings = *this;
    settings.parameters.insert("dbname", name);
    return settings;
}

QString ConnectionSettings::describe() const
{
    QStringList parts;
    for (const char *keyword : {"dbname", "user", "host", "port", "sslmode"})
        if (const QByteArray value = parameters.value(keyword); !value.isEmpty())
            parts.append(QString::fromLatin1(keyword) + u'=' + QString::fromUtf8(value));
    return parts.join(u' ');
}

} // namespace Deskbell::Db
