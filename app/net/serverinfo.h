// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QJsonObject>
#include <QString>

namespace Deskbell::App {

/// What a server says about itself before anybody signed in (GET /server).
struct ServerInfo
{
    static constexpr int oldestApi = 1; ///< of those this program can talk to
    static constexpr int newestApi = 1;

    QString name;
    QString version;
    int apiVersion = 0;
    qint64 maxUploadBytes = 0;
    bool signUpAllowed = false;

    /// Key "server.not_deskbell" when it is something else.
    static Result<ServerInfo> fromJson(const QJsonObject &json);
    /// Keys "server.too_old" and "server.too_new", with "server" and "needed".
    Result<> checkVersion() const;
};

} // namespace Deskbell::App
