// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/accounts/tokenanswer.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, TokenAnswer &answer)
{
    QString type;
    reader.text("access_token"_L1, answer.accessToken, Presence::Required);
    reader.text("token_type"_L1, type, Presence::Required);
    if (type.compare("bearer"_L1, Qt::CaseInsensitive) != 0)
        reader.fault("token_type"_L1, "unknown_value");
    reader.integer("expires_in"_L1, answer.expiresIn, Presence::Required, 1);
    reader.text("refresh_token"_L1, answer.refreshToken, Presence::Required);
    reader.child("user"_L1, answer.user, Presence::Required);
}

QJsonObject toJson(const TokenAnswer &answer)
{
    return {{u"access_token"_s, answer.accessToken},
            {u"token_type"_s, u"bearer"_s},
            {u"expires_in"_s, answer.expiresIn},
            {u"refresh_token"_s, answer.refreshToken},
            {u"user"_s, toJson(answer.user)}};
}

} // namespace Deskbell
