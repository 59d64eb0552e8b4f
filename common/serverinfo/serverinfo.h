// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/jsonreader.h"

namespace Deskbell {

/// The version of the interface under /api/v1.
constexpr int currentApiVersion = 1;

enum class SignInMethod { Password };

template <>
struct WireEnum<SignInMethod>
{
    static constexpr auto names = std::to_array<WireName<SignInMethod>>({
            {SignInMethod::Password, "password"},
    });
};

/// The limits of a server; the defaults are those of a server without configuration.
struct ServerLimits
{
    qint64 maxHeaderBytes = 16 * 1024;
    int maxHeaders = 100;
    qint64 maxBodyBytes = 1024 * 1024; ///< of a JSON body
    qint64 maxUploadBytes = qint64(2) * 1024 * 1024 * 1024;
    QStringList refusedUploadTypes = {}; ///< media types, "application/x-msdownload" or "video/*"
    int maxPageSize = 100;
    int maxJsonDepth = 32;
    int maxConnections = 4096;
    int maxConnectionsPerAddress = 2048;
    int headerSeconds = 10; ///< until the header of a request is complete
    int bodySeconds = 30;   ///< without a byte of its body
    int idleSeconds = 60;   ///< between two requests
    int editMinutes = 15;   ///< in which one's own reply can be changed

    friend bool operator==(const ServerLimits &, const ServerLimits &) = default;
};

void read(JsonReader &reader, ServerLimits &limits);
QJsonObject toJson(const ServerLimits &limits);

/// What a server says about itself before anybody signed in: GET /server.
struct ServerInfo
{
    QString name = {};
    QString version = {};
    int apiVersion = currentApiVersion;
    bool signUp = false; ///< whether people can make accounts themselves
    QList<SignInMethod> signIn = {SignInMethod::Password};
    ServerLimits limits = {};

    friend bool operator==(const ServerInfo &, const ServerInfo &) = default;
};

void read(JsonReader &reader, ServerInfo &info);
QJsonObject toJson(const ServerInfo &info);

} // namespace Deskbell
