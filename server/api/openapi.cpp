// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/openapi.h"

#include "server/api/routetable.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

QJsonObject reference(const QString &component)
{
    return {{u"$ref"_s, u"#/components/"_s + component}};
}

QJsonObject requestBody(const Route &route)
{
    QString type;
    switch (route.body) {
    case Route::Body::Json:
    case Route::Body::OptionalJson: type = u"application/json"_s; break;
    case Route::Body::Form: type = u"application/x-www-form-urlencoded"_s; break;
    case Route::Body::Raw:
    case Route::Body::Stream: type = u"application/octet-stream"_s; break;
    case Route::Body::None:
    case Route::Body::Events: return {};
    }
    const QJsonObject schema
            = type == "application/octet-stream"_L1
                      ? QJsonObject{{u"type"_s, u"string"_s}, {u"format"_s, u"binary"_s}}
                      : QJsonObject{{u"type"_s, u"object"_s}};
    return {{u"required"_s, route.body != Route::Body::OptionalJson},
            {u"content"_s, QJsonObject{{type, QJsonObject{{u"schema"_s, schema}}}}}};
}

QJsonArray pathParameters(const QString &path)
{
    static const QRegularExpression placeholder(u"\\{([A-Za-z]+)\\}"_s);
    QJsonArray parameters;
    for (auto it = placeholder.globalMatch(path); it.hasNext();) {
        parameters.append(QJsonObject{{u"name"_s, it.next().captured(1)},
                                      {u"in"_s, u"path"_s},
                                      {u"required"_s, true},
                                      {u"schema"_s, QJsonObject{{u"type"_s, u"string"_s}}}});
    }
    return parameters;
}

QJsonObject operation(const Route &route, const QString &path)
{
    QJsonArray parameters = pathParameters(path);
    if (route.method == Http::Method::Post && route.access == Route::Access::SignedIn)
        parameters.append(reference(u"parameters/IdempotencyKey"_s));
    QJsonObject responses{{u"default"_s, reference(u"responses/Problem"_s)},
                          {u"2XX"_s, QJsonObject{{u"description"_s, u"Done."_s}}}};
    if (route.body == Route::Body::Events) {
        responses.insert(
                u"200"_s,
                QJsonObject{{u"description"_s, u"The event stream."_s},
                            {u"content"_s, QJsonObject{{u"text/event-stream"_s, QJsonObject()}}}});
        responses.remove(u"2XX"_s);
    }
    QJsonObject result{
            {u"summary"_s, QString::fromLatin1(route.summary)},
            {u"responses"_s, responses},
            {u"security"_s, route.access == Route::Access::Public
                                    ? QJsonArray()
                                    : QJsonArray{QJsonObject{{u"bearer"_s, QJsonArray()}}}}};
    if (!parameters.isEmpty())
        result.insert("parameters"_L1, parameters);
    if (const QJsonObject body = requestBody(route); !body.isEmpty())
        result.insert("requestBody"_L1, body);
    return result;
}

QJsonObject components()
{
    const QJsonObject text{{u"type"_s, u"string"_s}};
    const QJsonObject fieldError{
            {u"type"_s, u"object"_s},
            {u"properties"_s, QJsonObject{{u"field"_s, text},
                                          {u"key"_s, text},
                                          {u"params"_s, QJsonObject{{u"type"_s, u"object"_s}}}}}};
    const QJsonObject problem{
            {u"type"_s, u"object"_s},
            {u"required"_s,
             QJsonArray{u"type"_s, u"title"_s, u"status"_s, u"key"_s, u"requestId"_s}},
            {u"properties"_s, QJsonObject{{u"type"_s, text},
                                          {u"title"_s, text},
                                          {u"status"_s, QJsonObject{{u"type"_s, u"integer"_s}}},
                                          {u"key"_s, text},
                                          {u"detail"_s, text},
                                          {u"requestId"_s, text},
                                          {u"errors"_s, QJsonObject{{u"type"_s, u"array"_s},
                                                                    {u"items"_s, fieldError}}}}}};
    return {{u"schemas"_s, QJsonObject{{u"Problem"_s, problem}}},
            {u"responses"_s,
             QJsonObject{
                     {u"Problem"_s,
                      QJsonObject{
                              {u"description"_s, u"What went wrong, with a stable key."_s},
                              {u"content"_s,
                               QJsonObject{{u"application/problem+json"_s,
                                            QJsonObject{{u"schema"_s,
                                                         reference(u"schemas/Problem"_s)}}}}}}}}},
            {u"parameters"_s,
             QJsonObject{{u"IdempotencyKey"_s,
                          QJsonObject{{u"name"_s, u"Idempotency-Key"_s},
                                      {u"in"_s, u"header"_s},
                                      {u"required"_s, false},
                                      {u"schema"_s, QJsonObject{{u"type"_s, u"string"_s},
                                                                {u"format"_s, u"uuid"_s}}}}}}},
            {u"securitySchemes"_s,
             QJsonObject{{u"bearer"_s, QJsonObject{{u"type"_s, u"http"_s},
                                                   {u"scheme"_s, u"bearer"_s},
                                                   {u"bearerFormat"_s, u"JWT"_s}}}}}};
}

} // namespace

QJsonObject openApiDocument(const Routes &routes)
{
    QJsonObject paths;
    for (const Route &route : routes) {
        const QString path = (route.absolute ? QString() : RouteTable::prefix.toString())
                             + QString::fromLatin1(route.path);
        QJsonObject item = paths.value(path).toObject();
        item.insert(QString::fromLatin1(methodName(route.method).toLower()),
                    operation(route, path));
        paths.insert(path, item);
    }
    return {{u"openapi"_s, u"3.1.0"_s},
            {u"info"_s,
             QJsonObject{{u"title"_s, u"Deskbell"_s},
                         {u"version"_s, QLatin1StringView(DESKBELL_VERSION)},
                         {u"license"_s, QJsonObject{{u"name"_s, u"GPL-3.0-or-later"_s}}}}},
            {u"paths"_s, paths},
            {u"components"_s, components()}};
}

} // namespace Deskbell::Server
