// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/request.h"

#include "common/base/jsonscan.h"

#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

namespace Deskbell::App::Api {

using namespace Qt::StringLiterals;

namespace {

Request withJson(Method method, const QString &path, const QJsonObject &body)
{
    return {.method = method,
            .path = path,
            .body = QJsonDocument(body).toJson(QJsonDocument::Compact),
            .contentType = "application/json"_ba};
}

} // namespace

QByteArray encoded(const Parameters &parameters)
{
    QByteArray text;
    for (const Parameter &parameter : parameters) {
        if (!text.isEmpty())
            text += '&';
        text += QUrl::toPercentEncoding(parameter.name) + '='
                + QUrl::toPercentEncoding(parameter.value);
    }
    return text;
}

QByteArray Answer::header(QByteArrayView name) const
{
    const auto found = std::find_if(headers.begin(), headers.end(), [name](const Header &header) {
        return header.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == headers.end() ? QByteArray() : found->value;
}

Result<QJsonObject> Answer::json() const
{
    return parseObject(body).map_error(&unreadableBody);
}

Error unreadable(const QString &detail)
{
    return {.code = ErrorCode::Malformed, .key = "answer.unreadable", .detail = detail};
}

Error unreadableBody(const Error &why)
{
    QStringList faults{why.detail};
    for (const FieldError &field : why.fields)
        faults.append(u"%1: %2"_s.arg(field.field, QString::fromLatin1(field.key)));
    return unreadable(faults.join(u"; "_s));
}

Request Request::get(const QString &path, const Parameters &query)
{
    return {.method = Method::Get, .path = path, .query = query};
}

Request Request::post(const QString &path, const QJsonObject &body)
{
    return withJson(Method::Post, path, body);
}

Request Request::put(const QString &path, const QJsonObject &body)
{
    return withJson(Method::Put, path, body);
}

Request Request::patch(const QString &path, const QJsonObject &body)
{
    return withJson(Method::Patch, path, body);
}

Request Request::remove(const QString &path)
{
    return {.method = Method::Delete, .path = path};
}

Request Request::form(const QString &path, const Parameters &fields)
{
    return {.method = Method::Post,
            .path = path,
            .body = encoded(fields),
            .contentType = "application/x-www-form-urlencoded"_ba,
            .identity = Identity::Nobody,
            .repeat = Repeat::Never};
}

Request &Request::ifVersion(qint64 wanted)
{
    version = wanted;
    return *this;
}

Request &Request::withKey(const QByteArray &key)
{
    idempotencyKey = key;
    return *this;
}

} // namespace Deskbell::App::Api
