// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/accounts/account.h"

namespace Deskbell {

/// What the token endpoint answers, named as OAuth 2.0 names it.
struct TokenAnswer
{
    QString accessToken = {};
    int expiresIn = 0; ///< seconds
    QString refreshToken = {};
    Me user = {};

    friend bool operator==(const TokenAnswer &, const TokenAnswer &) = default;
};

void read(JsonReader &reader, TokenAnswer &answer);
QJsonObject toJson(const TokenAnswer &answer);

} // namespace Deskbell
