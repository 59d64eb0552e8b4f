// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/problem.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace Deskbell::App::Api {

using namespace Qt::StringLiterals;

namespace {

struct StatusCode
{
    int status;
    ErrorCode code;
};

constexpr StatusCode statusCodes[] = {
        {400, ErrorCode::Malformed},
        {401, ErrorCode::Unauthenticated},
        {403, ErrorCode::Forbidden},
        {404, ErrorCode::NotFound},
        {405, ErrorCode::MethodNotAllowed},
        {409, ErrorCode::Conflict},
        {410, ErrorCode::Gone},
        {412, ErrorCode::VersionMismatch},
        {413, ErrorCode::TooLarge},
        {415, ErrorCode::UnsupportedMedia},
        {416, ErrorCode::RangeNotSatisfiable},
        {422, ErrorCode::Invalid},
        {423, ErrorCode::Locked},
        {429, ErrorCode::TooManyRequests},
        {502, ErrorCode::Unavailable},
        {503, ErrorCode::Unavailable},
        {504, ErrorCode::Timeout},
};

ErrorCode codeOf(int status)
{
    const auto found = std::find_if(std::begin(statusCodes), std::end(statusCodes),
                                    [status](StatusCode row) { return row.status == status; });
    return found == std::end(statusCodes) ? ErrorCode::Internal : found->code;
}

QList<FieldError> fieldErrors(const QJsonArray &entries)
{
    QList<FieldError> fields;
    for (const QJsonValue &value : entries) {
        const QJsonObject entry = value.toObject();
        fields.append({.field = entry[u"field"].toString(),
                       .key = entry[u"key"].toString().toLatin1(),
                       .params = entry[u"params"].toObject()});
    }
    return fields;
}

int statusOf(ErrorCode code)
{
    const auto found = std::find_if(std::begin(statusCodes), std::end(statusCodes),
                                    [code](StatusCode row) { return row.code == code; });
    return found == std::end(statusCodes) ? 500 : found->status;
}

} // namespace

QJsonObject toProblem(const Error &refusal)
{
    QJsonArray errors;
    for (const FieldError &field : refusal.fields)
        errors.append(QJsonObject{{u"field"_s, field.field},
                                  {u"key"_s, QString::fromLatin1(field.key)},
                                  {u"params"_s, field.params}});
    QJsonObject problem = refusal.params;
    problem.insert(u"status"_s, statusOf(refusal.code));
    problem.insert(u"key"_s, QString::fromLatin1(refusal.key));
    problem.insert(u"detail"_s, refusal.detail);
    problem.insert(u"errors"_s, errors);
    return problem;
}

Error errorFromProblem(const QJsonObject &problem)
{
    Error error{.code = codeOf(problem[u"status"].toInt()),
                .key = problem[u"key"].toString().toLatin1(),
                .detail = problem[u"detail"].toString(),
                .fields = fieldErrors(problem[u"errors"].toArray()),
                .params = problem};
    for (const auto member :
         {"type"_L1, "title"_L1, "status"_L1, "key"_L1, "detail"_L1, "errors"_L1})
        error.params.remove(member);
    return error;
}

Error errorFromAnswer(const Answer &answer)
{
    QJsonObject body = QJsonDocument::fromJson(answer.body).object();
    body.insert(u"status"_s, answer.status);
    Error error = errorFromProblem(body);
    if (const QString oauth = body[u"error"].toString(); error.key.isEmpty() && !oauth.isEmpty()) {
        error.key = "auth." + oauth.toLatin1();
        error.detail = body[u"error_description"].toString();
    }
    if (error.key == "auth.invalid_grant")
        error.code = ErrorCode::Unauthenticated;
    if (error.key.isEmpty())
        error.key = "http." + QByteArray::number(answer.status);
    if (const QByteArray id = answer.header("X-Request-Id"); !id.isEmpty())
        error.params.insert(u"requestId"_s, QString::fromLatin1(id));
    if (const int seconds = answer.header("Retry-After").toInt(); seconds > 0)
        error.params.insert(u"retryAfter"_s, seconds);
    return error;
}

Error errorFromNetwork(QNetworkReply::NetworkError error, const QString &detail,
                       const ServerAddress &server)
{
    const auto key = [error]() -> QByteArray {
        switch (error) {
        case QNetworkReply::ConnectionRefusedError: return "network.refused";
        case QNetworkReply::HostNotFoundError: return "network.host_not_found";
        case QNetworkReply::RemoteHostClosedError:
        case QNetworkReply::ContentReSendError: return "network.closed";
        case QNetworkReply::SslHandshakeFailedError: return "tls.failed";
        case QNetworkReply::ProxyConnectionRefusedError:
        case QNetworkReply::ProxyConnectionClosedError:
        case QNetworkReply::ProxyNotFoundError:
        case QNetworkReply::ProxyTimeoutError:
        case QNetworkReply::ProxyAuthenticationRequiredError:
        case QNetworkReply::UnknownProxyError: return "network.proxy";
        case QNetworkReply::ProtocolFailure:
        case QNetworkReply::ProtocolUnknownError: return "server.not_deskbell";
        default: return "network.failed";
        }
    }();
    return {.code = ErrorCode::Network,
            .key = key,
            .detail = detail,
            .params = {{u"server"_s, server.hostAndPort()}}};
}

} // namespace Deskbell::App::Api
