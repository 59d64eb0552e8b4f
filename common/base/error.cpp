// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/error.h"

namespace Deskbell {

Error Error::invalidField(const QString &field, const QByteArray &key, const QJsonObject &params)
{
    return {.code = ErrorCode::Invalid,
            .key = "validation.failed",
            .detail = QStringLiteral("The input is not acceptable."),
            .fields = {{.field = field, .key = key, .params = params}}};
}

Error Error::notFound(const QString &what)
{
    return {.code = ErrorCode::NotFound,
            .key = "not_found",
            .detail = what.isEmpty() ? QStringLiteral("There is no such thing here.")
                                     : QStringLiteral("There is no such %1 here.").arg(what)};
}

Error Error::forbidden(const QByteArray &permission)
{
    Error error{.code = ErrorCode::Forbidden,
                .key = "access.denied",
                .detail = QStringLiteral("The right to do this is missing.")};
    if (!permission.isEmpty())
        error.params.insert(QStringLiteral("permission"), QString::fromLatin1(permission));
    return error;
}

Error Error::internal(const QString &detail)
{
    return {.code = ErrorCode::Internal, .key = "internal", .detail = detail};
}

} // namespace Deskbell
