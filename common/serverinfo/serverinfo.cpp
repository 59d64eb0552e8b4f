// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/serverinfo/serverinfo.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, ServerLimits &limits)
{
    reader.bigInteger("maxHeaderBytes"_L1, limits.maxHeaderBytes, Presence::Required);
    reader.integer("maxHeaders"_L1, limits.maxHeaders, Presence::Required, 1);
    reader.bigInteger("maxBodyBytes"_L1, limits.maxBodyBytes, Presence::Required);
    reader.bigInteger("maxUploadBytes"_L1, limits.maxUploadBytes, Presence::Required);
    reader.texts("refusedUploadTypes"_L1, limits.refusedUploadTypes, Presence::Required);
    reader.integer("maxPageSize"_L1, limits.maxPageSize, Presence::Required, 1);
    reader.integer("maxJsonDepth"_L1, limits.maxJsonDepth, Presence::Optional, 1);
    reader.integer("maxConnections"_L1, limits.maxConnections, Presence::Optional, 1);
    reader.integer("maxConnectionsPerAddress"_L1, limits.maxConnectionsPerAddress,
                   Presence::Optional, 1);
    reader.integer("headerSeconds"_L1, limits.headerSeconds, Presence::Optional, 0);
    reader.integer("bodySeconds"_L1, limits.bodySeconds, Presence::Optional, 0);
    reader.integer("idleSeconds"_L1, limits.idleSeconds, Presence::Optional, 0);
    reader.integer("editMinutes"_L1, limits.editMinutes, Presence::Optional, 0);
}

QJsonObject toJson(const ServerLimits &limits)
{
    return {{u"maxHeaderBytes"_s, limits.maxHeaderBytes},
            {u"maxHeaders"_s, limits.maxHeaders},
            {u"maxBodyBytes"_s, limits.maxBodyBytes},
            {u"maxUploadBytes"_s, limits.maxUploadBytes},
            {u"refusedUploadTypes"_s, QJsonArray::fromStringList(limits.refusedUploadTypes)},
            {u"maxPageSize"_s, limits.maxPageSize},
            {u"maxJsonDepth"_s, limits.maxJsonDepth},
            {u"maxConnections"_s, limits.maxConnections},
            {u"maxConnectionsPerAddress"_s, limits.maxConnectionsPerAddress},
            {u"headerSeconds"_s, limits.headerSeconds},
            {u"bodySeconds"_s, limits.bodySeconds},
            {u"idleSeconds"_s, limits.idleSeconds},
            {u"editMinutes"_s, limits.editMinutes}};
}

void read(JsonReader &reader, ServerInfo &info)
{
    reader.text("name"_L1, info.name, Presence::Required);
    reader.text("version"_L1, info.version, Presence::Required);
    reader.integer("apiVersion"_L1, info.apiVersion, Presence::Required, 1);
    reader.flag("signUp"_L1, info.signUp, Presence::Required);
    reader.enumValues("signIn"_L1, info.signIn, Presence::Required);
    reader.child("limits"_L1, info.limits, Presence::Required);
}

QJsonObject toJson(const ServerInfo &info)
{
    QJsonArray signIn;
    for (const SignInMethod method : info.signIn)
        signIn.append(QString(toWire(method)));
    return {{u"name"_s, info.name},
            {u"version"_s, info.version},
            {u"apiVersion"_s, info.apiVersion},
            {u"signUp"_s, info.signUp},
            {u"signIn"_s, signIn},
            {u"limits"_s, toJson(info.limits)}};
}

} // namespace Deskbell
