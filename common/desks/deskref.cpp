// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/desks/deskref.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, DeskRef &desk)
{
    reader.id("id"_L1, desk.id, Presence::Required);
    reader.text("key"_L1, desk.key, Presence::Required);
    reader.text("name"_L1, desk.name, Presence::Required);
}

QJsonObject toJson(const DeskRef &desk)
{
    return {{u"id"_s, desk.id.value()}, {u"key"_s, desk.key}, {u"name"_s, desk.name}};
}

QJsonValue toJson(const std::optional<DeskRef> &desk)
{
    return desk ? QJsonValue(toJson(*desk)) : QJsonValue(QJsonValue::Null);
}

} // namespace Deskbell
