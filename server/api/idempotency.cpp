// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/idempotency.h"

#include "server/api/responses.h"
#include "server/api/routetable.h"
#include "server/db/transaction.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

constexpr qint64 keptForSeconds = 24 * 3600;

struct Key
{
    QString uuid;
    QByteArray route;    ///< method and target
    QByteArray bodyHash; ///< SHA-256
};

std::optional<Http::Response> storedAnswer(Db::Rows &rows)
{
    Http::Response response{.status = int(rows.number(2))};
    const QJsonObject headers = QJsonDocument::fromJson(rows.utf8(3)).object();
    for (auto it = headers.begin(); it != headers.end(); ++it)
        response.headers.set(it.key().toLatin1(), it.value().toString().toLatin1());
    response.headers.set("Idempotency-Replayed"_ba, "true"_ba);
    response.body = rows.utf8(4);
    return response;
}

/// The first answer to this key; nothing when there is none yet.
Result<std::optional<Http::Response>> firstAnswer(Context &context, const Key &key)
{
    auto rows = context.db.run("api/select_idempotency",
                               {{":account", context.principal.account},
                                {":key", key.uuid},
                                {":oldest", context.now().addSecs(-keptForSeconds)}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return std::nullopt;
    if (rows->utf8(0) != key.route || rows->bytes(1) != key.bodyHash) {
        return fail({.code = ErrorCode::Invalid,
                     .key = "idempotency.key_reused",
                     .detail = u"This Idempotency-Key was used for another request."_s});
    }
    return storedAnswer(*rows);
}

Result<> record(Context &context, const Key &key, const Http::Response &response)
{
    QJsonObject headers;
    for (const auto &[name, value] : response.headers.all())
        headers.insert(QString::fromLatin1(name), QString::fromLatin1(value));
    auto rows = context.db.run(
            "api/insert_idempotency",
            {{":account", context.principal.account},
             {":key", key.uuid},
             {":route", QString::fromLatin1(key.route)},
             {":hash", key.bodyHash},
             {":status", response.status},
             {":headers", QString::fromUtf8(QJsonDocument(headers).toJson(QJsonDocument::Compact))},
             {":body", QString::fromUtf8(response.body)},
             {":now", context.now()},
             {":oldest", context.now().addSecs(-keptForSeconds)}});
    if (!rows)
        return fail(rows.error());
    return {};
}

/// Refusals that the same request would meet again; those of the moment (no token, too many, server
/// trouble) are not the answer to keep.
bool isLasting(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Invalid:
    case ErrorCode::Conflict:
    case ErrorCode::Forbidden:
    case ErrorCode::NotFound:
    case ErrorCode::Gone:
    case ErrorCode::VersionMismatch: return true;
    default: return false;
    }
}

Result<Http::Response> lockAndRun(Context &context, const Key &key,
                                  const std::function<Result<Http::Response>()> &work)
{
    // Held until the transaction ends: whoever comes meanwhile with the same key is told so.
    auto locked = context.db.run("api/try_lock_key",
                                 {{":key", key.uuid}, {":account", context.principal.account}});
    if (!locked)
        return fail(locked.error());
    if (!locked->next() || !locked->flag(0)) {
        return fail({.code = ErrorCode::Conflict,
                     .key = "idempotency.in_progress",
                     .detail = u"The first request with this Idempotency-Key still runs."_s});
    }
    auto first = firstAnswer(context, key);
    if (!first)
        return fail(first.error());
    if (*first)
        return std::move(**first);

    auto response = work();
    if (!response)
        return response;
    if (auto recorded = record(context, key, *response); !recorded)
        return fail(recorded.error());
    return response;
}

} // namespace

Result<Http::Response> runOnce(Context &context, const Http::Request &request,
                               const std::function<Result<Http::Response>()> &work)
{
    const QByteArray header = request.head.headers.value("Idempotency-Key").trimmed();
    if (header.isEmpty() || context.principal.isAnonymous())
        return work();
    const QUuid uuid = QUuid::fromString(QLatin1StringView(header));
    if (uuid.isNull())
        return fail(Error::invalidField(u"Idempotency-Key"_s, "invalid"));
    const Key key{.uuid = uuid.toString(QUuid::WithoutBraces),
                  .route = methodName(request.head.method) + ' ' + request.head.target,
                  .bodyHash = QCryptographicHash::hash(request.body, QCryptographicHash::Sha256)};

    auto response = Db::inTransaction<Http::Response>(
            context.db, [&] { return lockAndRun(context, key, work); });
    if (response)
        return response;
    const Error &error = response.error();
    if (isLasting(error.code) && !error.key.startsWith("idempotency.")) {
        // The work was rolled back; only its refusal is kept. Should that fail, the same request
        // simply runs again.
        if (auto kept = record(context, key, problemResponse(error, context.requestId)); !kept)
            qWarning("The refusal of a repeated request could not be kept.");
    }
    return response;
}

} // namespace Deskbell::Server
