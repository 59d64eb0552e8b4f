// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QJsonObject>
#include <QObject>

#include <functional>

namespace Deskbell::App {

namespace Api {
class Client;
}
class DiskQueue;
class Session;

/// A folder of JSON objects for each server and account below a root, for what somebody has begun
/// and not sent: each a file that is there whole or not at all, readable for nobody else. Files are
/// read and written by the disk queue, in order; what was asked for is done when this is destroyed.
/// The folder is that of whoever signed in last.
class DraftFolder : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const Result<> &)>;

    DraftFolder(const Session &session, const Api::Client &client, DiskQueue &disk,
                const QString &root, QObject *parent = nullptr);
    ~DraftFolder() override;

    /// Whether anybody has signed in; until then nothing is written.
    bool isOpen() const { return !m_folder.isEmpty(); }
    /// `name`: of the file, without its ending. `done` is called when it is on the disk, or cannot
    /// be; not when this died, or somebody else has signed in meanwhile.
    void write(const QString &name, const QJsonObject &content, const Done &done = {});
    void remove(const QString &name);

Q_SIGNALS:
    /// Somebody else is about to have signed in: the last moment to write to this folder.
    void closing();
    /// It is another folder now, of which nothing is known yet.
    void opened();
    /// What is in it, each file as it is: some may be somebody else's, or of a newer program.
    void loaded(const QList<QByteArray> &contents);
    /// Something could not be written: the disk is full, the folder is not ours ("draft.not_kept").
    void notWritten(const Deskbell::Error &error);

private:
    void accountChanged();
    QString pathOf(const QString &name) const;

    const Session &m_session;
    const Api::Client &m_client;
    const QString m_root;
    QString m_folder; ///< of the account; empty until somebody has signed in
    DiskQueue &m_disk;
};

} // namespace Deskbell::App
