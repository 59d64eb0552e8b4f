// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/notifications/watcher.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, Watcher &watcher)
{
    reader.child("person"_L1, watcher.person, Presence::Required);
    reader.enumValue("mode"_L1, watcher.mode, Presence::Required);
    reader.flag("wasAdded"_L1, watcher.wasAdded, Presence::Required);
}

QJsonObject toJson(const Watcher &watcher)
{
    return {{u"person"_s, toJson(watcher.person)},
            {u"mode"_s, QString(toWire(watcher.mode))},
            {u"wasAdded"_s, watcher.wasAdded}};
}

void read(JsonReader &reader, WatchRequest &request)
{
    reader.enumValue("mode"_L1, request.mode, Presence::Optional);
}

QJsonObject toJson(const WatchRequest &request)
{
    return {{u"mode"_s, QString(toWire(request.mode))}};
}

} // namespace Deskbell
