// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/id.h"
#include "common/base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QSet>
#include <QString>

namespace Deskbell::App {

/// The person who is signed in, as GET /me tells it.
struct Me
{
    AccountId id;
    QString username;
    QString displayName;
    QString email;
    QSet<QByteArray> permissions = {}; ///< held globally or on any desk

    static Result<Me> fromJson(const QJsonObject &json);
};

/// What a sign-up asks for. The role is not among it: a new account is a requester.
struct SignUp
{
    QString username;
    QString email;
    QString displayName;
    QString password;
};

} // namespace Deskbell::App
