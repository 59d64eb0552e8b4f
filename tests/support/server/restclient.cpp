// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server/restclient.h"

#include <QJsonDocument>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Deskbell::Test {

namespace {

QByteArray keyHeader(const QByteArray &idempotencyKey)
{
    return idempotencyKey.isEmpty() ? QByteArray() : "Idempotency-Key: " + idempotencyKey + "\r\n";
}

QByteArray jsonHeaders(const QByteArray &idempotencyKey)
{
    return "Content-Type: application/json\r\n" + keyHeader(idempotencyKey);
}

QByteArray toBody(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace

RestClient::Answer RestClient::signIn(const QString &user, const QString &password)
{
    const QByteArray form = "grant_type=password&username=" + QUrl::toPercentEncoding(user)
                            + "&password=" + QUrl::toPercentEncoding(password);
    const Answer answer = ask("POST"_ba, "/auth/token"_ba,
                              "Content-Type: application/x-www-form-urlencoded\r\n"_ba, form);
    m_token = answer.json.value("access_token"_L1).toString().toLatin1();
    return answer;
}

RestClient::Answer RestClient::get(const QByteArray &path)
{
    return ask("GET"_ba, path, {}, {});
}

RestClient::Answer RestClient::post(const QByteArray &path, const QJsonObject &json,
                                    const QByteArray &idempotencyKey)
{
    return ask("POST"_ba, path, jsonHeaders(idempotencyKey), toBody(json));
}

RestClient::Answer RestClient::postFile(const QByteArray &path, const QString &name,
                                        const QByteArray &content, const QByteArray &idempotencyKey)
{
    return ask(
            "POST"_ba, path,
            "Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\""
                    + name.toUtf8() + "\"\r\n" + keyHeader(idempotencyKey),
            content);
}

RestClient::Answer RestClient::put(const QByteArray &path, const QJsonObject &json)
{
    return ask("PUT"_ba, path, jsonHeaders({}), toBody(json));
}

RestClient::Answer RestClient::patch(const QByteArray &path, const QJsonObject &json)
{
    return ask("PATCH"_ba, path, jsonHeaders({}), toBody(json));
}

RestClient::Answer RestClient::remove(const QByteArray &path)
{
    return ask("DELETE"_ba, path, {}, {});
}

RestClient::Answer RestClient::ask(const QByteArray &method, const QByteArray &path,
                                   const QByteArray &headers, const QByteArray &body)
{
    if (!m_connection)
        m_connection.emplace(m_port);
    QByteArray request = method + " /api/v1" + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers;
    if (!m_token.isEmpty())
        request += "Authorization: Bearer " + m_token + "\r\n";
    if (!body.isEmpty())
        request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    Testing::RawAnswer answer;
    if (m_connection->send(request + "\r\n" + body))
        answer = m_connection->read();
    if (answer.status == 0 || answer.value("Connection").toLower() == "close")
        m_connection.reset();
    return {.status = answer.status,
            .json = QJsonDocument::fromJson(answer.body).object(),
            .retryAfter = answer.value("Retry-After")};
}

} // namespace Deskbell::Test
