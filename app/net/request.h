// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

#include <chrono>
#include <functional>

namespace Deskbell::App::Api {

enum class Method { Get, Head, Options, Post, Put, Patch, Delete };

struct Header
{
    QByteArray name;
    QByteArray value;
};

/// A name and value as they are meant; encoded when they are sent.
struct Parameter
{
    QString name;
    QString value;
};
using Parameters = QList<Parameter>;

/// "a=1&b=x%20y": nothing in a value can be taken for syntax.
QByteArray encoded(const Parameters &parameters);

/// What the server answered when the call succeeded (2xx, or 304).
struct Answer
{
    int status = 0;
    QList<Header> headers;
    QByteArray body;

    /// The value of a header, compared without case; empty when it is not there.
    QByteArray header(QByteArrayView name) const;
    /// The body as an object; key "answer.unreadable" when it is not one.
    Result<QJsonObject> json() const;
};

/// The error of an answer that is not what it should be: key "answer.unreadable".
Error unreadable(const QString &detail);
/// The same for a body that common refused: every fault with its field.
Error unreadableBody(const Error &why);

/// As whom a request is made.
enum class Identity {
    Account, ///< with the access token; waits for a refresh, or for the person to sign in again
    Nobody,  ///< without one: signing in, asking the server what it is
};

/// Takes the body of a successful answer piece by piece as it arrives.
struct Sink
{
    /// Called once, when status and headers of a success are there (the body of Answer is empty).
    std::function<void(const Answer &)> begin = {};
    std::function<void(QByteArrayView)> data = {};
    /// When it says no, what arrived stays in the network (which then slows the server down)
    /// until Call::pull().
    std::function<bool()> hungry = {};
};

/// Whether the client may send a call again by itself when no answer came.
enum class Repeat {
    WhenSafe, ///< GET, HEAD, OPTIONS, and POST, which carries an idempotency key
    Never,
};

/// Everything one call of the server consists of. A value; send it with Client::send.
struct Request
{
    Method method = Method::Get;
    QString path; ///< below /api/v1: "/tickets/42/replies"
    Parameters query = {};
    QByteArray body = {};
    QByteArray contentType = {};
    QList<Header> headers = {};
    qint64 version = 0;             ///< that the entity must have; 0: any. See ifVersion()
    QByteArray idempotencyKey = {}; ///< of a change; the client makes one for a POST without
    Identity identity = Identity::Account;
    Repeat repeat = Repeat::WhenSafe;
    /// Silence after which the call has failed; every byte that moves starts it anew. 0: never.
    std::chrono::milliseconds timeout = std::chrono::seconds(20);
    /// With a sink the body goes there and Answer::body stays empty; the call is never repeated.
    Sink sink = {};
    std::function<void(qint64 sent, qint64 total)> uploadProgress = {};

    static Request get(const QString &path, const Parameters &query = {});
    static Request post(const QString &path, const QJsonObject &body = {});
    static Request put(const QString &path, const QJsonObject &body);
    static Request patch(const QString &path, const QJsonObject &body);
    static Request remove(const QString &path);
    /// A form as OAuth sends it. Without identity, without key, never repeated.
    static Request form(const QString &path, const Parameters &fields);

    /// Refused with 412 when the entity is not at this version any more.
    Request &ifVersion(qint64 wanted);
    Request &withKey(const QByteArray &key);
};

} // namespace Deskbell::App::Api
