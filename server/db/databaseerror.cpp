// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/databaseerror.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Deskbell::Db {

namespace {

struct Kind
{
    const char *sqlState; ///< whole, or the two characters of its class
    ErrorCode code;
    const char *key;
};

// The first row that fits decides; whole states stand before their class.
constexpr Kind kinds[] = {
        {"23505", ErrorCode::Conflict, "database.duplicate"},
        {"23P01", ErrorCode::Conflict, "database.duplicate"},
        {"23503", ErrorCode::Conflict, "database.reference"},
        {"23001", ErrorCode::Conflict, "database.reference"},
        {"23", ErrorCode::Invalid, "database.constraint"},
        {"22", ErrorCode::Invalid, "database.value"},
        {"40", ErrorCode::Unavailable, "database.busy"},
        {"55P03", ErrorCode::Unavailable, "database.busy"},
        {"57014", ErrorCode::Timeout, "database.timeout"},
        {"53100", ErrorCode::Unavailable, "storage.full"},
        {"53", ErrorCode::Unavailable, "database.unavailable"},
        {"57P", ErrorCode::Unavailable, "database.unavailable"},
        {"08", ErrorCode::Unavailable, "database.unavailable"},
        {"28", ErrorCode::Unavailable, "database.unavailable"},    // refused at the door
        {"3D", ErrorCode::Unavailable, "database.unavailable"},    // no such database
        {"25006", ErrorCode::Unavailable, "database.unavailable"}, // became a standby
        {"25P03", ErrorCode::Unavailable, "database.unavailable"}, // was idle in a transaction
        {"58", ErrorCode::Unavailable, "database.unavailable"},    // its files
};

// 0A000 and 26000: a prepared statement became stale or unknown; the next connection has a new one.
constexpr const char *retryable[] = {"40001", "40P01", "08", "57P", "25006", "0A000", "26000"};

} // namespace

Error toError(const Diagnosis &diagnosis, const QByteArray &what)
{
    const auto kind = std::find_if(std::begin(kinds), std::end(kinds), [&](const Kind &candidate) {
        return diagnosis.sqlState.startsWith(candidate.sqlState);
    });
    Error error;
    if (kind != std::end(kinds)) {
        error.code = kind->code;
        error.key = kind->key;
    } else {
        error.code = ErrorCode::Internal;
        error.key = "internal";
    }
    error.detail = u"%1: %2 (%3)"_s.arg(QString::fromUtf8(what), diagnosis.message,
                                        QString::fromLatin1(diagnosis.sqlState));
    error.params.insert(u"sqlstate"_s, QString::fromLatin1(diagnosis.sqlState));
    if (!diagnosis.constraint.isEmpty())
        error.params.insert(u"constraint"_s, QString::fromUtf8(diagnosis.constraint));
    return error;
}

Error outcomeUnknown(const QString &detail)
{
    return {.code = ErrorCode::Unavailable, .key = "database.outcome_unknown", .detail = detail};
}

bool isRetryable(const Error &error)
{
    const QByteArray sqlState = error.params.value(u"sqlstate"_s).toString().toLatin1();
    return std::any_of(std::begin(retryable), std::end(retryable),
                       [&](const char *prefix) { return sqlState.startsWith(prefix); });
}

} // namespace Deskbell::Db
