// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/serversecret.h"

#include "server/accounts/randomtoken.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

Result<QByteArray> serverSecret(Db::Connection &db, const QString &name)
{
    // Whoever comes second inserts nothing and reads what the first one made.
    auto inserted = db.run("accounts/insert_server_secret",
                           {{":name", name}, {":value", randomBytes(32)}});
    if (!inserted)
        return fail(inserted.error());
    auto rows = db.run("accounts/select_server_secret", {{":name", name}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return fail(Error::internal(u"The server secret %1 vanished."_s.arg(name)));
    return rows->bytes(0);
}

} // namespace Deskbell::Server
