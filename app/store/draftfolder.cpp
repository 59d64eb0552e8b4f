// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/draftfolder.h"

#include "app/net/client.h"
#include "app/net/session.h"
#include "app/store/diskqueue.h"

#include <QDir>
#include <QJsonDocument>
#include <QSaveFile>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

QList<QByteArray> contentsOf(const QString &path)
{
    QList<QByteArray> contents;
    const QDir folder(path);
    for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            contents.append(file.readAll());
    }
    return contents;
}

/// Empty when all went well. Readable for nobody else: it may hold anything.
QString writeFile(const QString &path, const QByteArray &content)
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

DraftFolder::DraftFolder(const Session &session, const Api::Client &client, DiskQueue &disk,
                         const QString &root, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_client(client)
    , m_root(root)
    , m_disk(disk)
{
    connect(&session, &Session::accountChanged, this, &DraftFolder::accountChanged);
    accountChanged();
}

DraftFolder::~DraftFolder()
{
    m_disk.waitForDone();
}

void DraftFolder::accountChanged()
{
    // Whoever signs out closes windows, and what is in them is still theirs.
    if (!m_session.me().account.id.isValid())
        return;
    const QByteArray server = QUrl::toPercentEncoding(m_client.server().display());
    const QString folder = u"%1/%2/%3"_s.arg(m_root, QString::fromLatin1(server))
                                   .arg(m_session.me().account.id.value());
    if (folder == m_folder)
        return;
    Q_EMIT closing();
    m_folder = folder;
    Q_EMIT opened();
    m_disk.start([this, folder] {
        const QList<QByteArray> contents = contentsOf(folder);
        QMetaObject::invokeMethod(
                this,
                [this, folder, contents] {
                    if (folder == m_folder && !contents.isEmpty())
                        Q_EMIT loaded(contents);
                },
                Qt::QueuedConnection);
    });
}

QString DraftFolder::pathOf(const QString &name) const
{
    return u"%1/%2.json"_s.arg(m_folder, name);
}

void DraftFolder::write(const QString &name, const QJsonObject &content, const Done &done)
{
    if (!isOpen())
        return;
    m_disk.start([=, this, folder = m_folder, path = pathOf(name)] {
        const QString fault = writeFile(path, QJsonDocument(content).toJson());
        if (fault.isEmpty() && !done)
            return;
        QMetaObject::invokeMethod(
                this,
                [=, this] {
                    const Error error{
                            .code = ErrorCode::Internal, .key = "draft.not_kept", .detail = fault};
                    if (!fault.isEmpty())
                        Q_EMIT notWritten(error);
                    if (done && folder == m_folder)
                        done(fault.isEmpty() ? Result<>() : fail(error));
                },
                Qt::QueuedConnection);
    });
}

void DraftFolder::remove(const QString &name)
{
    if (isOpen())
        m_disk.start([path = pathOf(name)] { QFile::remove(path); });
}

} // namespace Deskbell::App
