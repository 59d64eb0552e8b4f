// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/openapi.h"

#include "common/base/paging.h"
#include "server/api/routetable.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

QJsonObject reference(const QString &component)
{
    return {{u"$ref"_s, u"#/components/"_s + component}};
}

/// A problem document as problemResponse() writes it.
QJsonObject problemShape()
{
    JsonShape field;
    field.add("field"_L1, JsonShapes::text(), Presence::Required);
    field.add("key"_L1, JsonShapes::text(), Presence::Required);
    field.add("params"_L1, JsonShapes::object(), Presence::Required);
    JsonShape problem;
    for (const auto name : {"type"_L1, "title"_L1, "key"_L1, "detail"_L1, "requestId"_L1})
        problem.add(name, JsonShapes::text(), Presence::Required);
    problem.add("status"_L1, JsonShapes::integer(), Presence::Required);
    problem.add("errors"_L1, JsonShapes::list(field.toSchema()), Presence::Optional);
    QJsonObject schema = problem.toSchema();
    schema.remove("additionalProperties"_L1); // some keys say more, each in its own members
    return schema;
}

QJsonObject header(const QString &name, const QJsonObject &schema, const QString &description)
{
    return {{u"name"_s, name},
            {u"in"_s, u"header"_s},
            {u"required"_s, false},
            {u"description"_s, description},
            {u"schema"_s, schema}};
}

QJsonObject parameterComponents()
{
    return {{u"IdempotencyKey"_s,
             header(u"Idempotency-Key"_s, JsonShapes::text(u"uuid"_s),
                    u"The same key again within a day gives the first answer again."_s)},
            {u"IfMatch"_s, header(u"If-Match"_s, JsonShapes::text(),
                                  u"The ETag of the version that is to be changed."_s)},
            {u"IfNoneMatch"_s, header(u"If-None-Match"_s, JsonShapes::text(),
                                      u"The ETag that is known already; 304 while it holds."_s)}};
}

QByteArray kindOf(Route::Body body)
{
    switch (body) {
    case Route::Body::Json:
    case Route::Body::OptionalJson: return "application/json";
    case Route::Body::Form: return "application/x-www-form-urlencoded";
    case Route::Body::Raw:
    case Route::Body::Stream: return "application/octet-stream";
    case Route::Body::None:
    case Route::Body::Events: break;
    }
    return {};
}

/// Builds the document; what routes share is collected as components meanwhile.
class Document
{
public:
    QJsonObject build(const Routes &routes);

private:
    QJsonObject operation(const Route &route, const QString &path);
    QJsonArray parameters(const Route &route, const QString &path) const;
    QJsonObject requestBody(const Route &route);
    QJsonObject responses(const Route &route);
    QJsonObject content(const QByteArray &kind, const BodyShape &body);
    /// A reference to the shape, which is a component from now on.
    QJsonObject schemaOf(const BodyShape &body);

    QJsonObject m_schemas;
};

QJsonObject Document::schemaOf(const BodyShape &body)
{
    if (!m_schemas.contains(body.name))
        m_schemas.insert(body.name, body.shape());
    const QJsonObject one = reference(u"schemas/"_s + body.name);
    if (!body.isPage)
        return one;
    JsonShape page;
    page.add("data"_L1, JsonShapes::list(one), Presence::Required);
    page.add("pagination"_L1, schemaOf(bodyOf<Pagination>()), Presence::Required);
    return page.toSchema();
}

QJsonObject Document::content(const QByteArray &kind, const BodyShape &body)
{
    const QString type = QString::fromLatin1(body.mediaType.isEmpty() ? kind : body.mediaType);
    QJsonObject schema;
    if (body.shape)
        schema = schemaOf(body);
    else if (!type.startsWith("text/"_L1))
        schema = {{u"type"_s, u"string"_s}, {u"format"_s, u"binary"_s}};
    else
        schema = JsonShapes::text();
    return {{type, QJsonObject{{u"schema"_s, schema}}}};
}

QJsonObject Document::requestBody(const Route &route)
{
    const QByteArray kind = kindOf(route.body);
    if (kind.isEmpty())
        return {};
    return {{u"required"_s, route.body != Route::Body::OptionalJson},
            {u"content"_s, content(kind, route.takes)}};
}

QJsonObject Document::responses(const Route &route)
{
    const BodyShape &body = route.answers;
    QJsonObject done{{u"description"_s, u"Done."_s}};
    if (body.shape || !body.mediaType.isEmpty())
        done.insert("content"_L1, content("application/json"_ba, body));
    return {{u"2XX"_s, done}, {u"default"_s, reference(u"responses/Problem"_s)}};
}

QJsonArray Document::parameters(const Route &route, const QString &path) const
{
    static const QRegularExpression placeholder(u"\\{([A-Za-z]+)\\}"_s);
    QJsonArray parameters;
    for (auto it = placeholder.globalMatch(path); it.hasNext();) {
        parameters.append(QJsonObject{{u"name"_s, it.next().captured(1)},
                                      {u"in"_s, u"path"_s},
                                      {u"required"_s, true},
                                      {u"schema"_s, JsonShapes::text()}});
    }
    if (route.parameters) {
        const QJsonArray own = route.parameters();
        for (const QJsonValue &parameter : own)
            parameters.append(parameter);
    }
    if (route.access == Route::Access::Public)
        return parameters;
    const bool changes = route.body == Route::Body::Json || route.method == Http::Method::Delete;
    if (changes || route.method == Http::Method::Post)
        parameters.append(reference(u"parameters/IdempotencyKey"_s));
    if (route.method == Http::Method::Post)
        return parameters;
    if (route.method == Http::Method::Get && route.answers.shape && !route.answers.isPage)
        parameters.append(reference(u"parameters/IfNoneMatch"_s));
    else if (changes)
        parameters.append(reference(u"parameters/IfMatch"_s));
    return parameters;
}

QJsonObject Document::operation(const Route &route, const QString &path)
{
    QJsonObject result{
            {u"summary"_s, QString::fromLatin1(route.summary)},
            {u"responses"_s, responses(route)},
            {u"security"_s, route.access == Route::Access::Public
                                    ? QJsonArray()
                                    : QJsonArray{QJsonObject{{u"bearer"_s, QJsonArray()}}}}};
    if (const QJsonArray taken = parameters(route, path); !taken.isEmpty())
        result.insert("parameters"_L1, taken);
    if (const QJsonObject body = requestBody(route); !body.isEmpty())
        result.insert("requestBody"_L1, body);
    return result;
}

QJsonObject Document::build(const Routes &routes)
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
    m_schemas.insert("Problem"_L1, problemShape());
    const QJsonObject problem{
            {u"description"_s, u"What went wrong, with a stable key."_s},
            {u"content"_s,
             QJsonObject{{u"application/problem+json"_s,
                          QJsonObject{{u"schema"_s, reference(u"schemas/Problem"_s)}}}}}};
    const QJsonObject bearer{
            {u"type"_s, u"http"_s}, {u"scheme"_s, u"bearer"_s}, {u"bearerFormat"_s, u"JWT"_s}};
    return {{u"openapi"_s, u"3.1.0"_s},
            {u"info"_s,
             QJsonObject{{u"title"_s, u"Deskbell"_s},
                         {u"version"_s, QLatin1StringView(DESKBELL_VERSION)},
                         {u"license"_s, QJsonObject{{u"name"_s, u"GPL-3.0-or-later"_s},
                                                    {u"identifier"_s, u"GPL-3.0-or-later"_s}}}}},
            {u"paths"_s, paths},
            {u"components"_s,
             QJsonObject{{u"schemas"_s, m_schemas},
                         {u"responses"_s, QJsonObject{{u"Problem"_s, problem}}},
                         {u"parameters"_s, parameterComponents()},
                         {u"securitySchemes"_s, QJsonObject{{u"bearer"_s, bearer}}}}}};
}

} // namespace

QJsonObject openApiDocument(const Routes &routes)
{
    return Document().build(routes);
}

} // namespace Deskbell::Server
