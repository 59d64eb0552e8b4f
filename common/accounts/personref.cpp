// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/accounts/personref.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, PersonRef &person)
{
    reader.id("id"_L1, person.id, Presence::Required);
    reader.text("displayName"_L1, person.displayName, Presence::Required);
}

QJsonObject toJson(const PersonRef &person)
{
    return {{u"id"_s, person.id.value()}, {u"displayName"_s, person.displayName}};
}

QJsonValue toJson(const std::optional<PersonRef> &person)
{
    return person ? QJsonValue(toJson(*person)) : QJsonValue(QJsonValue::Null);
}

} // namespace Deskbell
