// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/requestdrafts.h"

#include "common/base/jsonwriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

QString nameOf(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

} // namespace

void read(JsonReader &reader, RequestDraft &draft)
{
    QString id;
    QString key;
    reader.text("id"_L1, id, Presence::Required);
    draft.id = QUuid::fromString(id);
    if (draft.id.isNull())
        reader.fault("id"_L1, "invalid");
    reader.time("savedAt"_L1, draft.savedAt, Presence::Required);
    reader.text("key"_L1, key, Presence::Optional);
    draft.key = key.toLatin1();
    reader.id("desk"_L1, draft.desk, Presence::Nullable);
    reader.id("category"_L1, draft.category, Presence::Nullable);
    reader.text("categoryName"_L1, draft.categoryName, Presence::Optional);
    reader.id("requester"_L1, draft.requester, Presence::Nullable);
    reader.text("title"_L1, draft.title, Presence::Required);
    reader.text("description"_L1, draft.description, Presence::Required);
    reader.enumValue("priority"_L1, draft.priority, Presence::Optional);
    reader.texts("tags"_L1, draft.tags, Presence::Optional);
    reader.object("customFields"_L1, draft.customFields, Presence::Optional);
    reader.integer("files"_L1, draft.files, Presence::Optional, 0);
}

QJsonObject toJson(const RequestDraft &draft)
{
    return {{u"id"_s, nameOf(draft.id)},
            {u"savedAt"_s, timeToJson(draft.savedAt)},
            {u"key"_s, QString::fromLatin1(draft.key)},
            {u"desk"_s, idToJson(draft.desk)},
            {u"category"_s, idToJson(draft.category)},
            {u"categoryName"_s, draft.categoryName},
            {u"requester"_s, idToJson(draft.requester)},
            {u"title"_s, draft.title},
            {u"description"_s, draft.description},
            {u"priority"_s, QString(toWire(draft.priority))},
            {u"tags"_s, QJsonArray::fromStringList(draft.tags)},
            {u"customFields"_s, draft.customFields},
            {u"files"_s, draft.files}};
}

RequestDrafts::RequestDrafts(const Session &session, const Api::Client &client, DiskQueue &disk,
                             const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(session, client, disk, folder)
{
    connect(&m_folder, &DraftFolder::opened, this, [this] {
        m_drafts.clear();
        Q_EMIT changed();
    });
    connect(&m_folder, &DraftFolder::loaded, this, &RequestDrafts::load);
    connect(&m_folder, &DraftFolder::notWritten, this, &RequestDrafts::notKept);
}

void RequestDrafts::load(const QList<QByteArray> &contents)
{
    for (const QByteArray &content : contents) {
        const auto draft = fromJsonBytes<RequestDraft>(content, Unknown::Ignored);
        const bool isNewer
                = draft
                  && std::any_of(m_drafts.cbegin(), m_drafts.cend(),
                                 [&](const RequestDraft &one) { return one.id == draft->id; });
        if (draft && !isNewer)
            insert(*draft);
    }
    Q_EMIT changed();
}

void RequestDrafts::insert(const RequestDraft &draft)
{
    const auto place
            = std::find_if(m_drafts.cbegin(), m_drafts.cend(),
                           [&](const RequestDraft &one) { return one.savedAt <= draft.savedAt; });
    m_drafts.insert(place, draft);
}

void RequestDrafts::keep(const RequestDraft &draft)
{
    if (!m_folder.isOpen())
        return;
    m_drafts.removeIf([&](const RequestDraft &one) { return one.id == draft.id; });
    insert(draft);
    m_folder.write(nameOf(draft.id), toJson(draft));
    Q_EMIT changed();
}

void RequestDrafts::discard(const QUuid &id)
{
    if (m_drafts.removeIf([&](const RequestDraft &one) { return one.id == id; }) == 0)
        return;
    m_folder.remove(nameOf(id));
    Q_EMIT changed();
}

} // namespace Deskbell::App
