// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/singleinstance.h"

#include <QDataStream>
#include <QLocalServer>
#include <QLocalSocket>
#include <QLoggingCategory>
#include <QStandardPaths>
#include <QTimer>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(log, "deskbell.instance")

constexpr int patience = 500; // ms, before there is a window that could freeze
constexpr qint64 longestMessage = 64 * 1024;

/// The socket stands in the person's own runtime folder: others cannot put one there.
QString socketPath(const QString &name)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return folder.isEmpty() ? name : folder + u'/' + name;
}

} // namespace

SingleInstance::SingleInstance(const QString &name, QObject *parent)
    : QObject(parent)
    , m_name(socketPath(name))
{}

bool SingleInstance::handOver(const QStringList &arguments)
{
    if (send(arguments))
        return true;
    listen();
    return false;
}

bool SingleInstance::send(const QStringList &arguments)
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(patience))
        return false;
    QDataStream stream(&socket);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << arguments;
    // Taken only when the other one says so: one that hangs must not swallow the start.
    return socket.waitForBytesWritten(patience) && socket.waitForReadyRead(patience)
           && socket.readAll() == "ok";
}

void SingleInstance::listen()
{
    m_server = new QLocalServer(this);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, &SingleInstance::accept);
    if (m_server->listen(m_name))
        return;
    // Nobody answered there, so what is in the way is left over from one that died.
    QLocalServer::removeServer(m_name);
    if (!m_server->listen(m_name))
        qCWarning(log) << "links will open a second window:" << m_server->errorString();
}

void SingleInstance::accept()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        QTimer::singleShot(10 * patience, socket, &QLocalSocket::abort);
        const auto read = [this, socket] {
            if (socket->bytesAvailable() > longestMessage) {
                socket->abort();
                return;
            }
            QDataStream stream(socket);
            stream.setVersion(QDataStream::Qt_6_0);
            stream.startTransaction();
            QStringList arguments;
            stream >> arguments;
            if (!stream.commitTransaction())
                return;
            socket->write("ok");
            socket->flush();
            socket->disconnectFromServer();
            Q_EMIT messageReceived(arguments);
        };
        connect(socket, &QLocalSocket::readyRead, this, read);
        read();
    }
}

} // namespace Deskbell::App
