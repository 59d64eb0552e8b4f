// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/draftfolder.h"
#include "common/base/jsonreader.h"
#include "common/tickets/priority.h"

#include <QDateTime>
#include <QUuid>

namespace Deskbell::App {

/// A request that is begun and not sent, as it stands in its form.
struct RequestDraft
{
    QUuid id = {};
    QDateTime savedAt = {};
    QByteArray key = {}; ///< idempotency key of a send that may have arrived
    DeskId desk = {};
    CategoryId category = {};
    QString categoryName = {};
    AccountId requester = {};
    QString title = {};
    QString description = {};
    Priority priority = Priority::Medium;
    QStringList tags = {};
    QJsonObject customFields = {};
    int files = 0; ///< that were attached; they are not kept

    friend bool operator==(const RequestDraft &, const RequestDraft &) = default;
};

void read(JsonReader &reader, RequestDraft &draft);
QJsonObject toJson(const RequestDraft &draft);

/// The drafts of whoever is signed in at the client's server, on this computer.
class RequestDrafts : public QObject
{
    Q_OBJECT

public:
    RequestDrafts(const Session &session, const Api::Client &client, DiskQueue &disk,
                  const QString &folder, QObject *parent = nullptr);

    /// Newest first.
    const QList<RequestDraft> &drafts() const { return m_drafts; }
    void keep(const RequestDraft &draft);
    void discard(const QUuid &id);

Q_SIGNALS:
    void changed();
    /// What keep() was given could not be written: the disk is full, the folder is not ours.
    void notKept(const Deskbell::Error &error);

private:
    void load(const QList<QByteArray> &contents);
    void insert(const RequestDraft &draft);

    QList<RequestDraft> m_drafts;
    DraftFolder m_folder;
};

} // namespace Deskbell::App
