// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/requestdrafts.h"

#include "app/net/client.h"
#include "app/net/session.h"
#include "common/base/jsonwriter.h"

#include <QDir>
#include <QJsonDocument>
#include <QSaveFile>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

QList<RequestDraft> readDrafts(const QString &path)
{
    QList<RequestDraft> drafts;
    const QDir folder(path);
    for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        // Somebody else's file, or of a newer program: left alone.
        if (const auto draft = fromJsonBytes<RequestDraft>(file.readAll(), Unknown::Ignored))
            drafts.append(*draft);
    }
    return drafts;
}

/// Empty when all went well. Readable for nobody else: it may hold anything.
QString writeDraft(const QString &path, const QByteArray &content)
{
    const QString folder = QFileInfo(path).path();
    QDir().mkpath(folder);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(content);
    return file.commit() ? QString() : file.errorString();
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
    return {{u"id"_s, draft.id.toString(QUuid::WithoutBraces)},
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

RequestDrafts::RequestDrafts(const Session &session, const Api::Client &client,
                             const QString &folder, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_client(client)
    , m_root(folder)
{
    m_disk.setMaxThreadCount(1); // so that things happen in their order
    connect(&session, &Session::accountChanged, this, &RequestDrafts::accountChanged);
    accountChanged();
}

RequestDrafts::~RequestDrafts()
{
    m_disk.waitForDone();
}

void RequestDrafts::accountChanged()
{
    // Whoever signs out closes windows, and what is in them is still theirs.
    if (!m_session.me().account.id.isValid())
        return;
    const QByteArray server = QUrl::toPercentEncoding(m_client.server().display());
    const QString folder = u"%1/%2/%3"_s.arg(m_root, QString::fromLatin1(server))
                                   .arg(m_session.me().account.id.value());
    if (folder == m_folder)
        return;
    m_folder = folder;
    m_drafts.clear();
    Q_EMIT changed();
    m_disk.start([this, folder] {
        QList<RequestDraft> found = readDrafts(folder);
        QMetaObject::invokeMethod(
                this,
                [this, folder, found = std::move(found)] {
                    if (folder != m_folder)
                        return;
                    for (const RequestDraft &draft : found) {
                        const bool isNewer = std::any_of(
                                m_drafts.cbegin(), m_drafts.cend(),
                                [&](const RequestDraft &one) { return one.id == draft.id; });
                        if (!isNewer)
                            insert(draft);
                    }
                    if (!found.isEmpty())
                        Q_EMIT changed();
                },
                Qt::QueuedConnection);
    });
}

QString RequestDrafts::pathOf(const QUuid &id) const
{
    return u"%1/%2.json"_s.arg(m_folder, id.toString(QUuid::WithoutBraces));
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
    if (m_folder.isEmpty())
        return;
    m_drafts.removeIf([&](const RequestDraft &one) { return one.id == draft.id; });
    insert(draft);
    const QByteArray content = QJsonDocument(toJson(draft)).toJson();
    m_disk.start([this, path = pathOf(draft.id), content] {
        const QString fault = writeDraft(path, content);
        if (fault.isEmpty())
            return;
        QMetaObject::invokeMethod(
                this,
                [this, fault] {
                    Q_EMIT notKept({.code = ErrorCode::Internal,
                                    .key = "draft.not_kept",
                                    .detail = fault});
                },
                Qt::QueuedConnection);
    });
    Q_EMIT changed();
}

void RequestDrafts::discard(const QUuid &id)
{
    if (m_drafts.removeIf([&](const RequestDraft &one) { return one.id == id; }) == 0)
        return;
    m_disk.start([path = pathOf(id)] { QFile::remove(path); });
    Q_EMIT changed();
}

} // namespace Deskbell::App
