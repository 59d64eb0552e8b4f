// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "server/http/message.h"

#include <QJsonObject>

#include <optional>

/// Answers, in the forms that the interface knows.
namespace Deskbell::Server {

/// JSON text, as it came from PostgreSQL or a codec of common.
Http::Response jsonResponse(QByteArray json, int status = 200);
Http::Response jsonResponse(const QJsonObject &json, int status = 200);
Http::Response noContent();

/// `json` with an ETag of that version; 304 when the request's If-None-Match names it.
Http::Response entityResponse(const Http::RequestHead &head, QByteArray json, int version,
                              int status = 200);

/// The same for an entity whose answer shows more than its version tells: the ETag is of the bytes,
/// too, and says something only to who gets the same answer. Its first part is the version.
Http::Response detailedEntityResponse(const Http::RequestHead &head, QByteArray json, int version,
                                      int status = 200);

/// The document of an error, as far as it says something about no request in particular.
QJsonObject problemOf(const Error &error, int status);
/// The one place where an error becomes a status and a problem document.
Http::Response problemResponse(const Error &error, const QByteArray &requestId);
/// The same with a status that no error code stands for.
Http::Response problemResponse(const Error &error, const QByteArray &requestId, int status);
int httpStatus(ErrorCode code);

QByteArray etag(int version);

/// Whether If-None-Match (or a header like it) names this ETag: in a list, as a weak one, or as
/// "*".
bool namesTag(const QByteArray &header, const QByteArray &tag);

/// The version that If-Match asks for; nothing when the header is absent or "*". An ETag that is
/// none of ours asks for version 0, which nothing has. Of the ETag of a detailed answer only the
/// version counts: what else it shows is no reason to refuse a change. The bare number is taken,
/// too. Malformed (key "precondition.malformed") for anything else.
Result<std::optional<int>> ifMatchVersion(const Http::RequestHead &head);

} // namespace Deskbell::Server
