// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/request.h"
#include "app/net/serveraddress.h"

#include <QNetworkReply>

namespace Deskbell::App::Api {

/// The Error of an answer that is no success: problem+json, or an OAuth 2.0 error (whose
/// "invalid_grant" becomes the key "auth.invalid_grant"), or just a status. Retry-After becomes the
/// parameter "retryAfter" (seconds), the request id "requestId".
Error errorFromAnswer(const Answer &answer);

/// A refusal as problem+json and back: to be kept, and shown after the next start.
QJsonObject toProblem(const Error &refusal);
Error errorFromProblem(const QJsonObject &problem);

/// The Error of a call that got no answer at all; parameter "server" says where it was tried.
Error errorFromNetwork(QNetworkReply::NetworkError error, const QString &detail,
                       const ServerAddress &server);

} // namespace Deskbell::App::Api
