// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/responses.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

const char *statusTitle(int status)
{
    switch (status) {
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 412: return "Precondition Failed";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 416: return "Range Not Satisfiable";
    case 422: return "Unprocessable Content";
    case 423: return "Locked";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 460: return "Checksum Mismatch"; // of tus
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    case 504: return "Gateway Timeout";
    case 505: return "HTTP Version Not Supported";
    default: return "Internal Server Error";
    }
}

Http::Response taggedResponse(const Http::RequestHead &head, QByteArray json, const QByteArray &tag,
                              int status)
{
    if (status == 200 && namesTag(head.headers.value("If-None-Match"), tag)) {
        Http::Response response{.status = 304};
        response.headers.set("ETag"_ba, tag);
        return response;
    }
    Http::Response response = jsonResponse(std::move(json), status);
    response.headers.set("ETag"_ba, tag);
    return response;
}

} // namespace

Http::Response jsonResponse(QByteArray json, int status)
{
    Http::Response response{.status = status};
    response.headers.set("Content-Type"_ba, "application/json"_ba);
    response.body = std::move(json);
    return response;
}

Http::Response jsonResponse(const QJsonObject &json, int status)
{
    return jsonResponse(QJsonDocument(json).toJson(QJsonDocument::Compact), status);
}

Http::Response noContent()
{
    return {.status = 204};
}

Http::Response entityResponse(const Http::RequestHead &head, QByteArray json, int version,
                              int status)
{
    return taggedResponse(head, std::move(json), etag(version), status);
}

Http::Response detailedEntityResponse(const Http::RequestHead &head, QByteArray json, int version,
                                      int status)
{
    const QByteArray digest = QCryptographicHash::hash(json, QCryptographicHash::Sha1).toHex();
    const QByteArray tag = '"' + QByteArray::number(version) + '-' + digest.first(16) + '"';
    return taggedResponse(head, std::move(json), tag, status);
}

int httpStatus(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Malformed: return 400;
    case ErrorCode::Unauthenticated: return 401;
    case ErrorCode::Forbidden: return 403;
    case ErrorCode::NotFound: return 404;
    case ErrorCode::MethodNotAllowed: return 405;
    case ErrorCode::Conflict: return 409;
    case ErrorCode::Gone: return 410;
    case ErrorCode::VersionMismatch: return 412;
    case ErrorCode::TooLarge: return 413;
    case ErrorCode::UnsupportedMedia: return 415;
    case ErrorCode::RangeNotSatisfiable: return 416;
    case ErrorCode::Invalid: return 422;
    case ErrorCode::Locked: return 423;
    case ErrorCode::TooManyRequests: return 429;
    case ErrorCode::Unavailable: return 503;
    case ErrorCode::Timeout: return 504;
    case ErrorCode::Internal:
    case ErrorCode::Network:
    case ErrorCode::Cancelled: break;
    }
    return 500;
}

Http::Response problemResponse(const Error &error, const QByteArray &requestId)
{
    return problemResponse(error, requestId, httpStatus(error.code));
}

QJsonObject problemOf(const Error &error, int status)
{
    QJsonObject problem = error.params;
    problem.insert("type"_L1, "about:blank"_L1);
    problem.insert("title"_L1, QLatin1StringView(statusTitle(status)));
    problem.insert("status"_L1, status);
    problem.insert("key"_L1, QString::fromLatin1(error.key));
    // What went wrong inside is for the log; nobody outside can do anything with it.
    problem.insert("detail"_L1,
                   status == 500 ? u"Something went wrong in the server."_s : error.detail);
    if (!error.fields.isEmpty()) {
        QJsonArray fields;
        for (const FieldError &field : error.fields) {
            fields.append(QJsonObject{{u"field"_s, field.field},
                                      {u"key"_s, QString::fromLatin1(field.key)},
                                      {u"params"_s, field.params}});
        }
        problem.insert("errors"_L1, fields);
    }
    return problem;
}

Http::Response problemResponse(const Error &error, const QByteArray &requestId, int status)
{
    QJsonObject problem = problemOf(error, status);
    problem.insert("requestId"_L1, QString::fromLatin1(requestId));
    Http::Response response{.status = status};
    response.headers.set("Content-Type"_ba, "application/problem+json"_ba);
    response.body = QJsonDocument(problem).toJson(QJsonDocument::Compact);
    if (status == 401)
        response.headers.set("WWW-Authenticate"_ba, "Bearer realm=\"deskbell\""_ba);
    if (status == 429 || status == 503) {
        const int seconds = error.params.value("retryAfter"_L1).toInt(1);
        response.headers.set("Retry-After"_ba, QByteArray::number(seconds));
    }
    if (status == 405) {
        response.headers.set("Allow"_ba, error.params.value("allow"_L1).toString().toLatin1());
    }
    return response;
}

bool namesTag(const QByteArray &header, const QByteArray &tag)
{
    for (const QByteArray &part : header.split(',')) {
        QByteArray candidate = part.trimmed();
        if (candidate.startsWith("W/"))
            candidate.remove(0, 2);
        if (candidate == tag || candidate == "*")
            return true;
    }
    return false;
}

QByteArray etag(int version)
{
    return '"' + QByteArray::number(version) + '"';
}

Result<std::optional<int>> ifMatchVersion(const Http::RequestHead &head)
{
    QByteArray value = head.headers.value("If-Match").trimmed();
    if (value.isEmpty() || value == "*")
        return std::optional<int>();
    // A weak tag never matches strongly, but a client that copied one means that version.
    if (value.startsWith("W/"))
        value.remove(0, 2);
    const bool isTag = value.size() >= 2 && value.startsWith('"') && value.endsWith('"')
                       && value.count('"') == 2;
    bool isNumber = false;
    const QByteArray text = isTag ? value.sliced(1, value.size() - 2).split('-').first() : value;
    const int version = text.toInt(&isNumber);
    if (!isTag && !isNumber) {
        return fail({.code = ErrorCode::Malformed,
                     .key = "precondition.malformed",
                     .detail = u"If-Match must carry the ETag of an earlier answer."_s});
    }
    return std::optional(version);
}

} // namespace Deskbell::Server
