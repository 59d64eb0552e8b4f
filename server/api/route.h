// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/query.h"
#include "common/base/result.h"
#include "server/base/context.h"
#include "server/http/application.h"
#include "server/http/message.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMetaType>

#include <functional>
#include <optional>

namespace Deskbell::Server {

/// What a route gets beside the context: the request, taken apart once.
struct Input
{
    const Http::Request &request;
    QStringList pathValues; ///< the values of {…} in the path, in order, decoded
    QueryItems query;       ///< decoded, in order
    QJsonObject json;       ///< the body of a Body::Json route, strictly checked

    const Http::RequestHead &head() const { return request.head; }
    /// The nth {…} as an id; NotFound when it is not a positive number.
    template <class AnyId>
    Result<AnyId> pathId(int index = 0) const
    {
        bool ok = false;
        const qint64 value = pathValues.value(index).toLongLong(&ok);
        if (!ok || value <= 0)
            return fail(Error::notFound());
        return AnyId(value);
    }
};

using Handler = std::function<Result<Http::Response>(Context &, const Input &)>;
using SinkOpener = std::function<Result<std::unique_ptr<Http::BodySink>>(Context &, const Input &)>;
using Subscriber
        = std::function<Result<std::shared_ptr<Http::EventChannel>>(Context &, const Input &)>;

/// What a body looks like: nothing (there is none), JSON of a shape, or something else of a type.
/// The shape comes from the read() of the body's own type and is asked for by the OpenAPI document
/// only.
struct BodyShape
{
    QString name = {};                ///< of the shape in the document
    QJsonObject (*shape)() = nullptr; ///< JSON Schema
    bool isPage = false;              ///< a list of such things with its pagination
    QByteArray mediaType = {};        ///< where it is not what the kind of body says
};

template <Readable T>
BodyShape bodyOf()
{
    return {.name = QString::fromLatin1(QMetaType::fromType<T>().name())
                            .section(QStringLiteral("::"), -1),
            .shape = &shapeOf<T>};
}

template <Readable T>
BodyShape pageOf()
{
    BodyShape body = bodyOf<T>();
    body.isPage = true;
    return body;
}

/// One line of the route table: what the server dispatches on and what the OpenAPI document is
/// generated from.
struct Route
{
    enum class Access { Public, SignedIn };
    enum class Body { None, Json, OptionalJson, Form, Raw, Stream, Events };

    Http::Method method = Http::Method::Get;
    /// Below /api/v1 unless `absolute`: "/tickets/{id}/replies".
    QByteArray path;
    QByteArray summary; ///< one English line for the OpenAPI document
    Access access = Access::SignedIn;
    Body body = Body::None;
    Handler handler = {};
    SinkOpener openSink = {};  ///< Body::Stream in place of handler
    Subscriber subscribe = {}; ///< Body::Events in place of handler
    qint64 bodyLimit = 0;      ///< 0: the configured limit for JSON
    bool absolute = false;     ///< the path is not below /api/v1
    /// What of the query is understood, as OpenAPI lists parameters; none: nothing is.
    std::function<QJsonArray()> parameters = {};
    BodyShape takes = {};
    BodyShape answers = {}; ///< of what went well; none: no body
};

/// The routes of one feature; each feature has one such function.
using Routes = QList<Route>;

} // namespace Deskbell::Server
