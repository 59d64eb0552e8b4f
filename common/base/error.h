// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace Deskbell {

/// What kind of failure it is. One function on the server turns it into an HTTP status
/// (server/api/problem), one in the app into what the person can do about it.
enum class ErrorCode {
    Malformed,           ///< 400: not readable at all
    Unauthenticated,     ///< 401
    Forbidden,           ///< 403: the right is missing
    NotFound,            ///< 404: is not there, or may not be seen
    MethodNotAllowed,    ///< 405
    Conflict,            ///< 409: not allowed in this state
    Gone,                ///< 410: was there and has expired
    VersionMismatch,     ///< 412: somebody else was first; parameters carry "current"
    TooLarge,            ///< 413
    UnsupportedMedia,    ///< 415
    RangeNotSatisfiable, ///< 416
    Invalid,             ///< 422: readable, but a field is not acceptable
    Locked,              ///< 423
    TooManyRequests,     ///< 429
    Internal,            ///< 500: our fault; detail is for the log only
    Unavailable,         ///< 503: overload or database gone; trying again helps
    Timeout,             ///< 504, or no answer in time on the app's side
    Network,             ///< app only: the server could not be reached
    Cancelled,           ///< app only: the caller gave up
};

/// One faulty field: its path in the input ("title", "customFields.room"), a stable key
/// ("too_short") and the numbers a translation needs ({"min": 3}).
struct FieldError
{
    QString field;
    QByteArray key;
    QJsonObject params = {};

    friend bool operator==(const FieldError &, const FieldError &) = default;
};

/// No refusal names more faulty fields than this: what a stranger sends must not make the answer,
/// or the search for a field that has a fault already, grow without bound.
constexpr qsizetype maxFieldErrors = 100;

/// A failure as a value. `key` is stable and part of the interface
/// ("workflow.transition_not_allowed"); it is never a sentence for people. `detail` is English, for
/// logs and scripts.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QByteArray key;
    QString detail = {};
    QList<FieldError> fields = {};
    QJsonObject params = {}; ///< further members of the answer, such as "current" or "allowed"

    /// A 422 for one field.
    static Error invalidField(const QString &field, const QByteArray &key,
                              const QJsonObject &params = {});
    static Error notFound(const QString &what = {});
    static Error forbidden(const QByteArray &permission);
    static Error internal(const QString &detail);

    friend bool operator==(const Error &, const Error &) = default;
};

} // namespace Deskbell
