// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/outboxitem.h"

#include "app/net/problem.h"
#include "common/base/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace Deskbell::App {

Api::Request requestOf(const OutboxItem &item)
{
    Api::Request request;
    switch (item.method) {
    case Api::Method::Put: request = Api::Request::put(item.path, item.body); break;
    case Api::Method::Patch: request = Api::Request::patch(item.path, item.body); break;
    case Api::Method::Delete: request = Api::Request::remove(item.path); break;
    default: request = Api::Request::post(item.path, item.body); break;
    }
    if (item.version > 0)
        request.ifVersion(item.version);
    return request.withKey(item.key);
}

void read(JsonReader &reader, OutboxItem &item)
{
    QString key;
    std::optional<QJsonObject> refusal;
    reader.text("key"_L1, key, Presence::Required);
    item.key = key.toLatin1();
    reader.bigInteger("number"_L1, item.number, Presence::Required);
    reader.enumValue("kind"_L1, item.kind, Presence::Required);
    reader.id("ticket"_L1, item.ticket, Presence::Required);
    reader.text("ticketNumber"_L1, item.ticketNumber, Presence::Required);
    reader.text("title"_L1, item.title, Presence::Optional);
    reader.enumValue("method"_L1, item.method, Presence::Optional);
    reader.bigInteger("version"_L1, item.version, Presence::Optional);
    reader.text("path"_L1, item.path, Presence::Required);
    reader.object("body"_L1, item.body, Presence::Required);
    reader.children("files"_L1, item.files, Presence::Required);
    reader.id("seen"_L1, item.seen, Presence::Optional);
    reader.time("firstTried"_L1, item.firstTried, Presence::Optional);
    reader.object("refusal"_L1, refusal, Presence::Optional);
    if (refusal)
        item.refusal = Api::errorFromProblem(*refusal);
}

QJsonObject toJson(const OutboxItem &item)
{
    QJsonObject json{{u"key"_s, QString::fromLatin1(item.key)},
                     {u"number"_s, item.number},
                     {u"kind"_s, QString(toWire(item.kind))},
                     {u"ticket"_s, idToJson(item.ticket)},
                     {u"ticketNumber"_s, item.ticketNumber},
                     {u"title"_s, item.title},
                     {u"method"_s, QString(toWire(item.method))},
                     {u"version"_s, item.version},
                     {u"path"_s, item.path},
                     {u"body"_s, item.body},
                     {u"files"_s, listToJson(item.files)}};
    if (item.seen)
        json[u"seen"_s] = idToJson(*item.seen);
    if (item.firstTried.isValid())
        json[u"firstTried"_s] = timeToJson(item.firstTried);
    if (item.refusal)
        json[u"refusal"_s] = Api::toProblem(*item.refusal);
    return json;
}

} // namespace Deskbell::App
